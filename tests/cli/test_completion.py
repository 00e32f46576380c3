"""Tab: what stands in the books, quickly, without a word of its own, and never run by a shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reporter.cli import main
from reporter.cli.completion import words as offered
from reporter.cli.completion.shells import SHELLS, WORD
from tests.cli.conftest import Bilan
from tests.workbooks import DAYS, EXPENSES, folder

if TYPE_CHECKING:
    from collections.abc import Callable

    Tab = Callable[..., list[str]]

HOSTILE = "Client $(touch piege) `touch piege` ; \"l’autre\" 'un'"


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return books of two years, with names that a shell must not touch; one stands in them."""
    rows = [
        DAYS,
        ("15/03/2020", "Atelier du Port", 10, 700, 7000),
        ("15/03/2021", HOSTILE, 5, 700, 3500),
    ]
    costs = [EXPENSES, ("15/03/2020", "Train", "Déplacements", 50, None)]
    settings = "[scenarios.prudent]\ntjm = 600\n[scenarios.calme]\nconges = 40\n"
    root = folder(tmp_path / "livres", {"Jours": rows, "Dépenses": costs}, settings)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def tab(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., list[str]]:
    """Return what a shell is answered: the words before the cursor, then the one at it."""

    def press(*line: str, by: str = "zsh") -> list[str]:
        *before, word = line
        monkeypatch.setenv(WORD, f"{by}={word}")
        monkeypatch.setattr(sys, "argv", ["bilan", *before])
        main()
        printed = capsys.readouterr()
        assert printed.err == ""
        lines = printed.out.splitlines()
        assert all(line.count("\t") == 1 for line in lines)
        return [line.partition("\t")[0] for line in lines]

    return press


def test_commands_and_options(tab: Tab) -> None:
    assert tab("") == [
        "init",
        "check",
        "show",
        "explain",
        "generate",
        "verify",
        "export",
        "scenario",
        "net",
        "reconcile",
        "compare",
        "freeze",
        "schema",
    ]
    assert tab("s") == ["show", "scenario", "schema"]
    assert tab("show", "--a") == ["--annees", "--au"]
    assert {"--dossier", "--couleur", "--help"} < set(tab("show", "2020", "--"))
    assert tab("--installer-completion", "") == list(SHELLS)
    assert tab("--version", "ch") == ["check"]  # nothing is done of what is typed so far


@pytest.mark.parametrize("command", ["show", "generate", "export", "scenario", "check"])
def test_the_years_of_the_books(books: Path, tab: Tab, command: str) -> None:
    assert tab(command, "") == ["2021", "2020"]
    assert tab(command, "--dossier", ".", "2") == ["2021", "2020"]


def test_what_stands_in_the_books(books: Path, tab: Tab) -> None:
    assert tab("show", "2020", "--reference", "") == ["2021", "2020"]
    assert tab("scenario", "2020", "--client", "") == ["Atelier du Port", HOSTILE]
    assert tab("scenario", "2020", "--sans-client", "At") == ["Atelier du Port"]
    assert tab("scenario", "2020", "--charge", "D") == ["Déplacements="]
    assert tab("scenario", "2020", "--charge=D") == ["--charge=Déplacements="]
    assert tab("scenario", "2020", "--comparer", "") == ["prudent", "calme"]
    assert tab("scenario", "2020", "--comparer", "prudent,") == ["prudent,calme"]
    assert tab("generate", "2020", "--format", "md,h") == ["md,html", "md,hugo"]
    assert tab("scenario", "2020", "--par", "t") == ["tjm", "taux"]
    assert tab("scenario", "2020", "--viser", "") == ["ca=", "resultat="]
    assert tab("explain", "tj") == ["tjm", "tjm_regie"]


def test_where_a_folder_or_a_file_is_asked_for_the_shell_answers(books: Path, tab: Tab) -> None:
    assert tab("show", "2020", "--dossier", "") == []
    assert tab("generate", "2020", "--sortie", "") == []


def test_bash_leaves_quotes_and_cuts_words_at_signs(books: Path, tab: Tab) -> None:
    assert tab("scenario", "2020", "--client", '"Ate', by="bash") == ["Atelier du Port"]
    assert tab("scenario", "2020", "--client", "Atelier\\ d", by="bash") == ["Atelier du Port"]
    assert tab("scenario", "2020", "--client", "=", "Ate", by="bash") == ["Atelier du Port"]
    assert tab("scenario", "2020", "--par", "=", by="bash") == [
        "tjm",
        "jours",
        "taux",
        "forfaits",
    ]


@pytest.mark.parametrize("broken", ["bilan.toml", "data/livres.xlsx"])
def test_broken_books_offer_what_can_be_known(books: Path, tab: Tab, broken: str) -> None:
    """The names of files tell the years; of the rest, nothing is said, not even why."""
    (books / "data" / "2019.csv").write_text("", encoding="utf-8")
    (books / broken).write_bytes(b"PK\x03[")
    assert tab("show", "") == ["2019"]
    assert tab("scenario", "2020", "--client", "") == []
    assert tab("scenario", "2020", "--comparer", "p") == (
        [] if broken == "bilan.toml" else ["prudent"]
    )


def test_books_long_to_read_are_not_read(
    books: Path, tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    (books / "bilan.toml").write_text("[exercice.2020]\nconges = 3\n", encoding="utf-8")
    monkeypatch.setattr(offered, "QUICK", 1)
    assert tab("show", "") == ["2020"]
    assert tab("scenario", "2020", "--client", "") == []


def test_without_books_there_is_nothing_to_offer(
    tab: Tab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert tab("show", "") == tab("scenario", "2020", "--client", "") == []
    assert tab("show", "20x", "--dossier", "rien", "") == []


def environment(home: Path) -> dict[str, str]:
    """Return the variables of a shell that finds this bilan."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": programs, "HOME": str(home), "LC_ALL": "C.UTF-8"}


PRESS = {
    "bash": """
        source <(bilan --montrer-completion bash)
        COMP_WORDS=(bilan scenario 2020 --client "{word}"); COMP_CWORD=4
        _bilan bilan; printf '%s\\n' "${{COMPREPLY[@]}}"
        """,
    "zsh": """
        autoload -Uz compinit; compinit -u -D
        source <(bilan --montrer-completion zsh)
        _describe() {{ print -rl -- "${{(@P)3}}" }}
        words=(bilan scenario 2020 --client '{word}'); CURRENT=5
        _bilan
        """,
    "fish": """
        bilan --montrer-completion fish | source
        complete --do-complete 'bilan scenario 2020 --client {word}'
        """,
}
"""In each shell, the key Tab after some words."""


@pytest.mark.parametrize(
    "shell",
    [pytest.param(name, marks=pytest.mark.external(name)) for name in ("bash", "zsh", "fish")],
)
def test_the_key_in_a_real_shell(books: Path, tmp_path: Path, shell: str) -> None:
    """The names come as they are; what they seem to order is never done."""
    script = PRESS[shell].format(word="")
    ran = subprocess.run(
        [shutil.which(shell) or shell, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        cwd=books,
        env=environment(tmp_path),
        encoding="utf-8",
    )
    told = ran.stdout.replace("\\:", ":").splitlines()
    assert [line.split("\t")[0].removesuffix(":client") for line in told] == [
        "Atelier du Port",
        HOSTILE,
    ]
    assert ran.stderr == ""
    assert not (books / "piege").exists()


@pytest.mark.parametrize(
    ("shell", "place"),
    [
        ("bash", ".local/share/bash-completion/completions/bilan"),
        ("zsh", ".local/share/zsh/site-functions/_bilan"),
        ("fish", ".config/fish/completions/bilan.fish"),
    ],
)
def test_installing_writes_one_file_and_no_file_of_the_person_s(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str, place: str
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", f"/bin/{shell}")
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / f".{shell}rc").write_bytes(b"mine")
    ran = bilan("--installer-completion")
    assert ran.code == 0
    assert "écrit :" in ran.err
    assert (tmp_path / place).read_text(encoding="utf-8") == bilan(
        "--montrer-completion", shell
    ).out
    assert (tmp_path / f".{shell}rc").read_bytes() == b"mine"


def test_powershell_is_told_what_to_run(bilan: Bilan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    ran = bilan("--installer-completion")
    assert (ran.code, ran.out) == (0, "")
    assert "Add-Content $PROFILE" in ran.err
    assert "Register-ArgumentCompleter" in bilan("--montrer-completion").out


def test_a_shell_that_is_not_known(bilan: Bilan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    monkeypatch.setattr(sys, "platform", "linux")
    ran = bilan("--installer-completion")
    assert (ran.code, "bash, zsh, fish, powershell" in ran.err) == (1, True)


def test_a_person_without_a_home(bilan: Bilan, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    ran = bilan("--installer-completion", "zsh")
    assert (ran.code, "dossier personnel introuvable" in ran.err) == (1, True)
