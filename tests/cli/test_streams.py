"""What becomes of a command whose streams are closed, cut or full, or that is interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from time import sleep

import pytest

from reporter import cli
from reporter.cli import streams, terminal
from reporter.french import Cell
from reporter.tables.table import Table, headings
from tests.cli.conftest import Bilan
from tests.workbooks import DAYS, EXPENSES, Rows, folder

ROOT = Path(__file__).parents[2]
COMMANDS = (("show", "2020", "--json"), ("scenario", "2021", "--tjm", "800"), ("--help",))
BILAN = f"{sys.executable} -m reporter"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the shell of these tests is a POSIX one")


@pytest.fixture(autouse=True)
def _small_books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in books of four lines: what is written is not what is tried here."""
    dates = [date(2020, 3, 31), date(2021, 3, 31)]
    sheets: dict[str, Rows] = {
        "Jours": [DAYS, *((day, "Aval", 2, 700, 1400) for day in dates)],
        "Dépenses": [EXPENSES, *((day, "Papier", "Bureau", 9, None) for day in dates)],
    }
    monkeypatch.chdir(folder(tmp_path, sheets))


def shell(command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command line of the shell."""
    asked = command.replace("bilan", f"{BILAN} {' '.join(arguments)}")
    return subprocess.run(["/bin/sh", "-c", asked], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("arguments", [("show", "2020"), ("show", "2020", "--json")])
def test_with_a_stream_closed(closed: str, arguments: tuple[str, ...]) -> None:
    ran = shell(f"bilan {closed}", *arguments)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("closed", ["2>&-", ">&- 2>&- <&-"])
def test_a_refusal_with_a_stream_closed(closed: str) -> None:
    assert shell(f"bilan {closed}", "show", "1999").returncode == 1
    assert shell(f"bilan {closed}", "--pourquoi").returncode == 2


LEAVING = """
import atexit, sys
from reporter.__main__ import main
atexit.register(print, "taken apart")
sys.argv = ["bilan", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize(("year", "code"), [("2020", 0), ("1999", 1), ("vingt", 2)])
def test_a_process_leaves_at_once_with_all_that_it_wrote(year: str, code: int) -> None:
    """What a process holds is given back by the system: taking it apart first is time lost."""
    command = [sys.executable, "-c", LEAVING, "show", year]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == code
    assert "taken apart" not in ran.stdout
    assert (ran.stdout or ran.stderr).endswith("\n")


def test_a_report_with_every_stream_closed() -> None:
    """No file of the report takes the number of a stream, and then what is said there."""
    words = ("export", "2020", "--format", "csv", "--sortie", "sortie", "--dossier", str(ROOT))
    ran = shell("bilan >&- 2>&- <&-", *words)
    assert ran.returncode == 0
    written = [path.read_bytes() for path in Path("sortie").iterdir()]
    assert written
    assert all(b"crit" not in data[:20] for data in written)


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_reader_that_leaves_is_no_mistake(arguments: tuple[str, ...]) -> None:
    """As other tools do: the signal ends it, without a word."""
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [sys.executable, "-m", "reporter", *arguments],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (-signal.SIGPIPE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("arguments", COMMANDS)
def test_an_output_that_is_full(arguments: tuple[str, ...]) -> None:
    ran = shell("bilan > /dev/full", *arguments)
    said = "erreur\u00a0: la sortie ne peut pas être écrite\u00a0: le disque est plein\n"
    assert (ran.returncode, ran.stderr) == (1, said)


def test_an_interruption_is_said_in_one_line() -> None:
    hook = "import reporter.cli.show as s, time; s.open_books = lambda folder: time.sleep(60); "
    code = f"{hook}from reporter.cli import main; print('prêt', flush=True); main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "show", "2020"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        program.stdout.readline()
        sleep(0.3)
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=20)
    assert (program.returncode, said) == (130, "interrompu\n")


def test_an_interruption_of_the_command_and_of_what_stands_around_it(
    bilan: Bilan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reporter.cli.show.open_books", interrupted)
    ran = bilan("show", 2020)
    assert (ran.code, ran.out, ran.err) == (130, "", "interrompu\n")
    monkeypatch.setattr(cli, "application", interrupted)
    ran = bilan("show", 2020)
    assert (ran.code, ran.out, ran.err) == (130, "", "interrompu\n")


def test_a_stream_that_the_caller_closed_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGPIPE)
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    streams.prepare()
    with sys.stdin as read, sys.stdout as out, sys.stderr as err:
        assert read.read() == ""
        assert out.write("é") == err.write("é") == 1
        assert {one.name for one in (read, out, err)} == {os.devnull}
    signal.signal(signal.SIGPIPE, before)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_output_is_told_from_other_refusals_of_the_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command ends by what the output says of itself, and not by where the error came from."""
    refused = OSError(28, "")

    def fail(*_: object, **__: object) -> None:
        raise refused

    monkeypatch.setattr(cli, "application", fail)
    monkeypatch.setattr(sys, "argv", ["bilan", "show", "2020"])
    with pytest.raises(OSError, match="28") as other:
        cli.main()
    assert other.value is refused
    assert capsys.readouterr().err == ""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        full.write("what is left to write when Python ends goes nowhere, without a traceback")
    assert stopped.value.code == 1
    said = "erreur\u00a0: la sortie ne peut pas être écrite\u00a0: le disque est plein\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("tty", [True, False])
def test_what_is_said_of_a_table_wraps_in_a_terminal_alone(
    tty: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another program reads a sentence on one line."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: tty)
    note = "Le TJM donné est le TJM régie, prix d’une journée ; la ligne « TJM » suit la méthode."
    terminal.show(Table(title="T", columns=headings("Client"), rows=((Cell("A"),),), note=note))
    said = capsys.readouterr().out.split("\n\n")[-1].rstrip("\n").split("\n")
    assert (max(map(len, said)) <= 40) is tty
    assert " ".join(said).replace("\u00a0", " ") == note
