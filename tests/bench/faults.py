"""Commands killed, starved, doubled and lied to: whole files, no traceback, no lost report.

A new seed each time, printed; the lighter ones of these are in tests/cli/test_faults.py.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from secrets import randbits
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

ROOT = Path(__file__).parents[2]
KILLS, PAIRS, SWAPS, MANY = 100, 20, 60, 10_000
COMMANDS = (("generate", "2020", "--format", "md,html,hugo"), ("export", "2020"))
NEVER = ("Traceback", "Error", "Exception")


def run() -> None:
    """Print what was tried, and stop where something was lost."""
    seed = randbits(32)
    print(f"pannes, graine {seed}")
    chance = random.Random(seed)  # noqa: S311  # a seed to find the moment again
    for trial in (killed, doubled, full, replaced, special, many, big_settings):
        start = perf_counter()
        with TemporaryDirectory() as folder:
            said = trial(example(Path(folder) / "livres"), chance)
        print(f"{said:<60} {perf_counter() - start:.0f} s")


def example(folder: Path) -> Path:
    """Return a copy of the example books."""
    folder.mkdir()
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copy(ROOT / "bilan.toml", folder)
    return folder


def bilan(folder: Path, *arguments: str, limit: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command on books; it may refuse, never break."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'{limit} exec "$@"', "sh", *command(folder, *arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
        timeout=120,
    )
    assert not any(word in done.stderr for word in NEVER), done.stderr[-2000:]
    assert done.returncode in {0, 1}, (done.returncode, done.stderr)
    return done


def command(folder: Path, *arguments: str) -> list[str]:
    """Return the words of a command on books."""
    return [sys.executable, "-m", "reporter", *arguments, "--dossier", str(folder)]


def environment() -> dict[str, str]:
    """Return what a command finds around it."""
    return os.environ | {"PYTHONPATH": str(ROOT)}


def written(folder: Path) -> dict[str, bytes]:
    """Return the files of the reports, those of unfinished runs left out."""
    reports = folder / "reports"
    paths = [path for path in reports.rglob("*") if path.is_file()]
    names = {path: path.relative_to(reports).as_posix() for path in paths}
    return {name: path.read_bytes() for path, name in names.items() if ".bilan-" not in name}


def litter(folder: Path) -> list[Path]:
    """Return what a run should not leave."""
    return [path for path in folder.rglob(".*") if path.name.startswith(".")]


def killed(folder: Path, chance: random.Random) -> str:
    """Kill each command at random moments over an existing report, old and new by turns."""
    kills = 0
    for words in COMMANDS:
        kills += kill_often(folder, chance, KILLS, *words)
    return f"{kills} arrêts brutaux : l’ancien rapport ou le nouveau"


def kill_often(folder: Path, chance: random.Random, times: int, *words: str) -> int:
    """Kill a command many times; each file is old or new, and the next run leaves one report."""
    ways = [("nom A", answers(folder, "nom A", *words))]
    start = perf_counter()
    ways.append(("nom B", answers(folder, "nom B", *words)))
    whole = perf_counter() - start
    kills = 0
    for turn in range(times):
        name, _ = ways[turn % 2]
        rename(folder, name)
        with subprocess.Popen(
            command(folder, *words), env=environment(), stderr=subprocess.DEVNULL
        ) as program:
            sleep(chance.uniform(0.2 * whole, 1.1 * whole))
            program.send_signal(signal.SIGKILL)
        kills += program.returncode == -signal.SIGKILL
        found = written(folder)
        assert found.keys() == ways[0][1].keys(), "a file is missing"
        for file, data in found.items():
            assert data in {report[file] for _, report in ways}, f"{file} is neither old nor new"
        if turn % 10 == 0:
            assert answers(folder, name, *words) == ways[turn % 2][1]
            assert litter(folder) == []
    return kills


def rename(folder: Path, name: str) -> None:
    """Give the company another name, so that each of its reports is another one."""
    text = (ROOT / "bilan.toml").read_text(encoding="utf-8").replace("Lueur de Sel", name)
    (folder / "bilan.toml").write_text(text, encoding="utf-8")


def answers(folder: Path, name: str, *words: str) -> dict[str, bytes]:
    """Return the report of the company under a name."""
    rename(folder, name)
    assert bilan(folder, *words).returncode == 0
    return written(folder)


def doubled(folder: Path, _: random.Random) -> str:
    """Run two reports at once: each of the files is whole, and both succeed."""
    alone = answers(folder, "nom A", *COMMANDS[0])
    for _turn in range(PAIRS):
        run_twice(folder, *COMMANDS[0])
        assert written(folder) == alone
        assert litter(folder) == []
    return f"{PAIRS} fois deux rapports à la fois"


def run_twice(folder: Path, *words: str) -> None:
    """Run a command twice at once."""
    pair = [
        subprocess.Popen(command(folder, *words), env=environment(), stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    for program in pair:
        _, said = program.communicate(timeout=120)
        assert program.returncode == 0, said.decode()


def full(folder: Path, chance: random.Random) -> str:
    """Run out of room at many sizes: the report stays as it was."""
    before = answers(folder, "nom A", *COMMANDS[0])
    rename(folder, "nom B")
    refused = 0
    for size in [0, 1, *(chance.randrange(2, 150) for _ in range(10))]:  # blocks of 512 bytes
        done = bilan(folder, *COMMANDS[0], limit=f"ulimit -f {size};")
        if done.returncode:
            refused += 1
            assert "écriture impossible" in done.stderr
            assert written(folder) == before
            assert litter(folder) == []
        else:
            before = written(folder)
    assert refused
    return f"{refused} disques pleins"


def replaced(folder: Path, chance: random.Random) -> str:
    """Replace a book while it is read: one or the other is read, or it is refused."""
    book = folder / "data" / "2020.xlsx"
    other = folder / "2019.xlsx"
    shutil.copy(folder / "data" / "2019.xlsx", other)
    data = [book.read_bytes(), other.read_bytes(), b"PK\x03\x04", b""]
    read = 0
    for _ in range(SWAPS):
        with subprocess.Popen(
            command(folder, "check"),
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as program:
            while program.poll() is None:
                beside = folder / "beside"
                beside.write_bytes(chance.choice(data))
                if chance.random() < 0.1:
                    book.unlink(missing_ok=True)
                beside.replace(book)
                sleep(chance.uniform(0, 0.01))
            assert program.stderr is not None
            said = program.stderr.read()
        assert not any(word in said for word in NEVER), said[-2000:]
        read += program.returncode == 0
    return f"{SWAPS} lectures d’un classeur qu’on remplace, {read} menées au bout"


def special(folder: Path, _: random.Random) -> str:
    """Put in data/ and reports/ what is no file: each is named, none waits for ever."""
    data = folder / "data"
    os.mkfifo(data / "tube.xlsx")
    os.mkfifo(data / "2019.md")
    (data / "zero.csv").symlink_to("/dev/zero")
    (data / "boucle.csv").symlink_to("boucle.csv")
    (data / "ailleurs.md").symlink_to("/etc/passwd")
    (data / "tour").symlink_to(data)
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(data)
        server.bind("prise.csv")
        os.chdir(here)
        done = bilan(folder, "check")
        assert "2019.md" in done.stderr
        (data / "2019.md").unlink()
        done = bilan(folder, "check")
    for name in ("tube.xlsx", "zero.csv", "boucle.csv", "prise.csv"):
        assert name in done.stderr, name
    return "tubes, prises, périphériques et liens dans data/"


def many(folder: Path, _: random.Random) -> str:
    """Put ten thousand files in data/."""
    for number in range(MANY):
        (folder / "data" / f"{number}.csv").write_text("Date;Libellé;HT\n31/03/2020;a;1\n")
        (folder / "data" / f"{number}.pdf").touch()
    assert bilan(folder, "check").returncode in {0, 1}
    return f"{2 * MANY} fichiers dans data/"


def big_settings(folder: Path, _: random.Random) -> str:
    """Put a hundred megabytes in bilan.toml."""
    (folder / "bilan.toml").write_bytes(b"# x\n" * 25_000_000)
    done = bilan(folder, "show", "2020", limit="ulimit -v 1000000;")
    assert "mégaoctet" in done.stderr
    return "un bilan.toml de 100 Mo"
