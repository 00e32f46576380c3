"""The same figures wherever one stands: systems, languages, homes, folders, terminals, fonts.

What no machine here is, Windows above all, is tried by the code that it would run.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from reporter.french import NBSP
from reporter.opening import reason
from reporter.sources.grids import workbooks
from tests.cli.conftest import Bilan

Variables = dict[str, str | None]
"""Variables of a process; one that is None is not there."""
ROOT = Path(__file__).parents[2]
REPORT = ROOT / "reports" / "2020"
CP1252: Variables = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
NARROW_SPACE = "\u202f"


def example(root: Path) -> Path:
    """Return a copy of the example books in a folder."""
    shutil.copytree(ROOT / "data", root / "data")
    shutil.copy(ROOT / "bilan.toml", root)
    return root


def run(*words: object, variables: Variables, code: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in variables}
    given = {name: value for name, value in variables.items() if value is not None}
    start = ["-c", code] if code else ["-m", "reporter"]
    return subprocess.run(
        [sys.executable, *start, *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=kept | given,
        cwd=ROOT,
    )


def test_a_language_without_accents(bilan: Bilan) -> None:
    """LANG=C and streams that hold no accent: the figures still come out in UTF-8."""
    variables: Variables = {
        "COLUMNS": "100",
        "LC_ALL": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
    }
    ran = run("show", "2020", variables=variables)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.replace(NBSP, " ") == bilan("show", 2020).out


@pytest.mark.parametrize("home", ["/proc/self", None])
def test_a_home_that_cannot_be_written_or_is_not_there(tmp_path: Path, home: str | None) -> None:
    """No word of a library that would keep something there, and the same report."""
    if home and not Path(home).exists():
        pytest.skip("this system has no /proc")
    variables: Variables = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "MPLCONFIGDIR"))
    variables["HOME"] = home
    ran = run("generate", "2020", "--sortie", tmp_path, "-q", variables=variables)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    same_report(tmp_path)


def test_no_font_of_the_system(tmp_path: Path) -> None:
    code = (
        "import sys, matplotlib.font_manager as fonts\n"
        "find = fonts.findSystemFonts\n"
        "fonts.findSystemFonts = lambda own=(), fontext='ttf': own and find(own, fontext)\n"
        "fonts.fontManager = fonts.FontManager()\n"
        "fonts.findfont = fonts.fontManager.findfont\n"
        "from reporter.cli import main\n"
        "main()\n"
    )
    ran = run("generate", "2020", "--sortie", tmp_path, "-q", variables={}, code=code)
    assert (ran.returncode, ran.stderr) == (0, "")
    same_report(tmp_path)


def same_report(folder: Path) -> None:
    """Compare with the report of the example, to the byte."""
    written = sorted(path.name for path in folder.iterdir())
    assert written == sorted(path.name for path in REPORT.iterdir())
    for name in written:
        assert (folder / name).read_bytes() == (REPORT / name).read_bytes()


def test_books_that_are_only_read_in_a_folder_with_spaces_and_accents(
    bilan: Bilan, tmp_path: Path
) -> None:
    """With --sortie nothing is written among the books, not even for a moment."""
    books = tmp_path / "Été 2020 – livres d’« ici » & là"
    books.mkdir()
    example(books)
    before = state(books)
    for folder in (books, books / "data"):
        folder.chmod(0o555)
    try:
        ran = bilan("generate", 2020, "--dossier", books, "--sortie", tmp_path / "à part")
        exported = bilan("export", 2020, "--dossier", books, "--sortie", tmp_path / "à part")
        assert (ran.code, exported.code, bilan("check", "--dossier", books).code) == (0, 0, 0)
        assert (tmp_path / "à part" / "bilan-2020.html").exists()
        assert state(books) == before
    finally:
        for folder in (books, books / "data"):
            folder.chmod(0o755)


def state(folder: Path) -> dict[str, int]:
    """Return when each folder and file last changed: a file that came and went shows too."""
    paths = [folder, *folder.rglob("*")]
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in paths}


@pytest.mark.parametrize(
    "words",
    [
        ["show", 2020],
        ["check"],
        ["scenario", 2021, "--tjm", "700"],
        ["scenario", 2021, "--grille"],
        ["show", 1990],
        ["shw"],
    ],
)
def test_a_terminal_of_twenty_columns_cuts_no_figure(
    bilan: Bilan, words: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = figures(bilan(*words).printed)
    monkeypatch.setenv("COLUMNS", "20")
    narrow = figures(bilan(*words).printed)
    assert narrow >= wide


def figures(printed: str) -> set[str]:
    """Return the numbers of a text, their thousands grouped."""
    return set(re.findall(rf"\d[\d,{NBSP}{NARROW_SPACE}]*\d|\d", printed))


def test_texts_whose_lines_end_as_on_windows(bilan: Bilan, tmp_path: Path) -> None:
    """Settings, the year's text, a template and a sheet in CSV: the same figures, the same page."""
    pages = []
    for end in (b"\n", b"\r\n"):
        books = example(tmp_path / f"fins-{len(end)}")
        (books / "data" / "2021.csv").write_bytes(
            b"Date;Client;Jours;TJM\n15/03/2021;A;2;700\n16/03/2021;A;1;700\n".replace(b"\n", end)
        )
        (books / "templates").mkdir()
        own = b'{% extends "bilan/bilan.md.j2" %}\n'
        (books / "templates" / "bilan.md.j2").write_bytes(own.replace(b"\n", end))
        for name in ("bilan.toml", "data/2020.md"):
            data = (books / name).read_bytes().replace(b"\r\n", b"\n")
            (books / name).write_bytes(data.replace(b"\n", end))
        assert bilan("check", "--dossier", books).code == 0
        assert bilan("generate", 2020, "--dossier", books).code == 0
        shown = bilan("show", 2021, "--json", "--dossier", books).out
        pages.append((shown, (books / "reports" / "2020" / "bilan-2020.md").read_bytes()))
    assert pages[0] == pages[1]
    assert b"\r" not in pages[1][1]


def test_a_reader_of_old_workbooks_without_the_bounds_of_unix(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Windows has no module `resource`: the reader is then bounded by its time alone."""
    old = ROOT / "tests" / "sources" / "files" / "jours.xls"
    answer = BytesIO()
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr(sys, "argv", ["workbooks", str(old), "100000"])
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(answer))
    workbooks._main()  # noqa: SLF001  # it runs as a program of its own
    assert pickle.loads(answer.getvalue())  # noqa: S301  # our own bytes


@pytest.mark.parametrize("number", [32, 33])
def test_a_file_that_windows_holds_open(number: int) -> None:
    """It says « access denied », as of a file that one may not read; its own number tells."""
    error = PermissionError(13, "Permission denied")
    assert reason(error) == "l’accès est interdit"
    error.winerror = number  # type: ignore[attr-defined]  # only Windows declares it
    assert reason(error) == "un autre programme s’en sert"


def test_a_terminal_of_windows_in_its_own_encoding() -> None:
    """A cp1252 stream has neither a narrow no-break space nor a minus sign."""
    ran = run("scenario", "2021", "--tjm", "700", variables=CP1252)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "−2" in ran.stdout
