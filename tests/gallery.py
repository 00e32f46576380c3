"""The gallery of mistakes and doubts: a tiny book in each file, and what `bilan check` says of it.

`python -m tests.gallery` writes again what is said, and the page of the docs made of it all; the
review reads the difference. A case is Markdown: sheets as tables, other files as fenced blocks,
the answer in the last block.
"""

from __future__ import annotations

import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl import Workbook

from reporter.cli import main
from reporter.doubts import DOUBTS, NOTES
from reporter.french import spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "errors"
PAGE = ROOT / "docs" / "VERIFICATIONS.md"
SHEET = re.compile(
    r"^Feuille (?P<hidden>masquée )?«\u00a0(?P<title>.+)\u00a0»"
    r"(, ligne (?P<row>\d+) masquée)?(, cellules (?P<merged>[A-Z\d:]+) fusionnées)?\u00a0:\n\n"
    r"(?P<rows>(?:\|.*\n)+)",
    re.MULTILINE,
)
FOLDER = re.compile(r"^Dossier `(?P<path>[^`]+)`\.$", re.MULTILINE)
FILE = re.compile(
    r"^Fichier `(?P<path>[^`]+)`(, en (?P<encoding>[^`]+))?\u00a0:\n\n"
    r"```\w*\n(?P<content>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
ABSENT = "Sans fichier `bilan.toml`."
ANSWER = re.compile(r"(?<=\n```text\n)[^`]*(?=```\n\Z)")
TABLES = ("Ce que sont", "Ce qui a été lu", "Colonnes laissées", "rien n’est refusé")
DATE = re.compile(r"\d\d/\d\d/\d{4}")
PLAIN_NUMBER = re.compile(r"-?([1-9]\d*|0)(,\d+)?")


class Case(NamedTuple):
    """A file of the gallery."""

    name: str
    text: str

    @property
    def answer(self) -> str:
        """Return what `bilan check` is expected to say."""
        found = ANSWER.search(self.text)
        return found[0] if found else ""

    @property
    def refused(self) -> bool:
        """Tell whether the book is refused, rather than kept with a doubt."""
        return self.answer.startswith("erreur")


def cases() -> list[Case]:
    """Return every case, by name."""
    paths = [path for path in CASES.glob("*.md") if path.stem != "README"]
    return sorted(Case(path.stem, path.read_text(encoding="utf-8")) for path in paths)


def answer(case: Case) -> str:
    """Return what `bilan check` says of a case, without the sums of the sheets."""
    with TemporaryDirectory() as folder:
        _write(case, Path(folder))
        out, err = StringIO(), StringIO()
        arguments, sys.argv = sys.argv, ["bilan", "check", "--dossier", folder]
        try:
            with redirect_stdout(out), redirect_stderr(err):
                main()
        except SystemExit:
            pass
        finally:
            sys.argv = arguments
        said = err.getvalue() or "".join(_doubts(out.getvalue()))
        return said.replace(folder, "livres")


def page(found: list[Case]) -> str:
    """Return the page of the docs: the introduction, what is refused, doubtful, or only said."""
    introduction = (CASES / "README.md").read_text(encoding="utf-8")
    refused = "".join(_section(case) for case in found if case.refused)
    chapters = [f"## Ce qui est refusé\n{refused}"]
    for title, codes in (("Ce qui est douteux", DOUBTS), ("Ce qui est seulement dit", NOTES)):
        names = "".join(f"| `{code}` | {spaced(meaning)} |\n" for code, meaning in codes.items())
        sections = "".join(_section(case) for case in found if case.name in codes)
        chapters.append(f"## {title}\n\n| Nom | Sens |\n| --- | --- |\n{names}{sections}")
    return "\n".join([introduction, *chapters])


def _section(case: Case) -> str:
    title, _, rest = case.text.removeprefix("# ").partition("\n")
    code = "" if case.refused else f" – `{case.name}`"
    return f"\n### {title}{code}\n{rest}"


def _doubts(said: str) -> Iterator[str]:
    for line in said.splitlines(keepends=True):
        if line.startswith(TABLES) or line == "\n":
            return
        yield line


def _write(case: Case, folder: Path) -> None:
    """Write the books of a case."""
    (folder / "data").mkdir()
    if ABSENT not in case.text:
        (folder / "bilan.toml").touch()
    for inner in FOLDER.finditer(case.text):
        (folder / inner["path"]).mkdir()
    for file in FILE.finditer(case.text):
        (folder / file["path"]).parent.mkdir(parents=True, exist_ok=True)
        (folder / file["path"]).write_bytes(file["content"].encode(file["encoding"] or "utf-8"))
    workbook = Workbook()
    first = workbook.worksheets[0]
    for found in SHEET.finditer(case.text):
        sheet = workbook.create_sheet(found["title"])
        sheet.sheet_state = "hidden" if found["hidden"] else "visible"
        if found["row"]:
            sheet.row_dimensions[int(found["row"])].hidden = True
        for number, row in enumerate(found["rows"].splitlines()):
            if number != 1:
                sheet.append([_value(cell.strip()) for cell in row.strip("|").split("|")])
        if found["merged"]:
            sheet.merge_cells(found["merged"])
    if len(workbook.worksheets) > 1:
        workbook.remove(first)
        workbook.save(folder / "data" / "livres.xlsx")


def _value(cell: str) -> Any:
    """Return a cell as a spreadsheet would store what a person types."""
    if DATE.fullmatch(cell):
        try:
            return datetime.strptime(cell, "%d/%m/%Y").date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            return cell
    if PLAIN_NUMBER.fullmatch(cell):
        return float(cell.replace(",", "."))
    return cell or None


if __name__ == "__main__":
    for case in cases():
        renewed = ANSWER.sub(answer(case).replace("\\", r"\\"), case.text)
        (CASES / f"{case.name}.md").write_text(renewed, encoding="utf-8")
    PAGE.write_text(page(cases()), encoding="utf-8")
