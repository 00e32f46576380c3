"""`bilan verify`: whether a written report still says what the books say."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from reporter.books import REPORTS
from reporter.cli.french_typer import command
from reporter.cli.options import Folder, a_path, flag
from reporter.cli.parts import measured_part, part_manifest
from reporter.cli.terminal import here, load, write_json
from reporter.french import spaced
from reporter.toml.reading import find

if TYPE_CHECKING:
    from reporter.books import Books
    from reporter.manifest.changes import Difference
    from reporter.manifest.manifest import Manifest

CHANGED = 1
"""The exit code of a report that is no longer what the books say."""


class Checked(NamedTuple):
    """A report, what it would be now, and what has changed since it was written."""

    was: Manifest
    now: Manifest
    found: tuple[Difference, ...]


Report = Annotated[
    Path,
    typer.Argument(
        parser=a_path,
        metavar="RAPPORT",
        help="Dossier du rapport, son manifeste, ou son année.",
    ),
]
Json = Annotated[bool, flag("--json", "Écrire les différences en JSON.")]


@command(
    "verify",
    ("bilan verify reports/2020", "identique, ou ce qui a changé depuis"),
    ("bilan verify 2020 --json", "le même, pour un programme"),
)
def verify(rapport: Report, *, dossier: Folder = None, json: Json = False) -> None:
    """Vérifier qu’un rapport dit toujours ce que disent les livres.

    Sinon, dire quels chiffres, quels réglages et quels fichiers ont changé depuis.
    """
    from reporter.manifest import files

    reports = [(path, files.read(path)) for path in files.find(_folder(rapport, dossier))]
    folder = reports[0][0].parent
    books = load(find(folder.resolve()) if dossier is None else dossier)
    checked = [_checked(books, was, folder) for _, was in reports]
    if json:
        from reporter.manifest.changes import values

        first, *others = (values(one.was, one.found) for one in checked)
        write_json({**first, "parties": others} if others else first)
    else:
        for one in checked:
            _tell(one, folder)
    if any(one.found for one in checked):
        raise typer.Exit(CHANGED)


def _folder(report: Path, books: Path | None) -> Path:
    """Return the folder of a report; a year stands for that of its reports."""
    if re.fullmatch(r"\d{4}", str(report)) and not report.exists():
        return here(books) / REPORTS / str(report)
    return report


def _checked(books: Books, was: Manifest, folder: Path) -> Checked:
    """Return a report beside what it would be now.

    Raises:
        BilanError: where the books no longer have the year.
    """
    from reporter.manifest.changes import differences

    now = _now(books, was, folder)
    return Checked(was, now, differences(was, now))


def _now(books: Books, was: Manifest, folder: Path) -> Manifest:
    """Return what a report would say of itself now.

    Raises:
        BilanError: where the books no longer have the year.
    """
    from reporter.manifest.manifest import manifest, prints

    report = prints(folder, was.report)
    if was.part:
        from reporter.parts import asked_of

        part = measured_part(books, was.year, asked_of(was.part), was.until)
        return part_manifest(books, part, report)
    bilan = books.measure(was.year, was.reference, was.span, was.until)
    return manifest(bilan, books.folder, report, was.reference)


def _tell(one: Checked, folder: Path) -> None:
    from reporter.characters import visible
    from reporter.manifest.changes import told
    from reporter.parts import page

    was, now, found = one
    name = f"{page(was.part) if was.part else f'le rapport {was.year}'}, dans {folder}"
    if not found:
        sys.stdout.write(visible(spaced(f"identique : {name}")) + "\n")
        return
    lines = filter(None, (told(one, was, now) for one in found))
    sys.stdout.write(visible(spaced(f"changé : {name}")) + "\n")
    sys.stdout.write("".join(f"  {visible(line)}\n" for line in lines))
