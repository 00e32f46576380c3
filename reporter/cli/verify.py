"""`bilan verify`: whether a written report still says what the books say."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.books import REPORTS, find
from reporter.cli.french_typer import FrenchCommand, examples
from reporter.cli.options import Folder
from reporter.cli.terminal import here, load
from reporter.french import spaced

if TYPE_CHECKING:
    from reporter.manifest.changes import Difference
    from reporter.manifest.manifest import Manifest

EXAMPLES = examples(
    ("bilan verify reports/2020", "identique, ou ce qui a changé depuis"),
    ("bilan verify 2020 --json", "le même, pour un programme"),
)
CHANGED = 1
"""The exit code of a report that is no longer what the books say."""
Report = Annotated[
    Path,
    typer.Argument(
        parser=Path,
        metavar="RAPPORT",
        help="Dossier du rapport, son manifeste, ou son année.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Écrire les différences en JSON.")]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("verify", cls=FrenchCommand, epilog=EXAMPLES)(verify)


def verify(rapport: Report, *, dossier: Folder = None, json: Json = False) -> None:
    """Vérifier qu’un rapport dit toujours ce que disent les livres.

    Sinon, dire quels chiffres, quels réglages et quels fichiers ont changé depuis.
    """
    from reporter.manifest import files

    path = files.find(_folder(rapport, dossier))
    was = files.read(path)
    found = _differences(was, path, dossier)
    if json:
        from reporter.formats.table.json import dumped
        from reporter.manifest.changes import values

        sys.stdout.write(dumped(values(was, found)))
    else:
        _tell(was, path, found)
    if found:
        raise typer.Exit(CHANGED)


def _folder(report: Path, books: Path | None) -> Path:
    """Return the folder of a report; a year stands for that of its reports."""
    if re.fullmatch(r"\d{4}", str(report)) and not report.exists():
        return here(books) / REPORTS / str(report)
    return report


def _differences(was: Manifest, path: Path, books: Path | None) -> tuple[Difference, ...]:
    """Return what has changed since a report was written.

    Raises:
        BilanError: where the books are refused, or no longer have the year.
    """
    from reporter.manifest.changes import differences
    from reporter.manifest.manifest import manifest, prints

    opened = load(find(path.resolve().parent) if books is None else books)
    bilan = opened.measure(was.year, was.reference, was.span, was.until)
    report = prints(path.parent, was.report)
    return differences(was, manifest(bilan, opened.folder, report, was.reference))


def _tell(was: Manifest, path: Path, found: tuple[Difference, ...]) -> None:
    from reporter.characters import visible
    from reporter.manifest.changes import told

    name = f"le rapport {was.year}, dans {path.parent}"
    if not found:
        sys.stdout.write(visible(spaced(f"identique : {name}")) + "\n")
        return
    lines = [spaced(f"changé : {name}"), *(f"  {told(one)}" for one in found)]
    sys.stdout.write("".join(f"{visible(line)}\n" for line in lines))
