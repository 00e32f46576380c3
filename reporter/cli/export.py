"""`bilan export`: what the accountant takes over, in the forms that their software reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reporter.books import REPORTS
from reporter.cli.french_typer import FrenchCommand
from reporter.cli.options import Adjusted, Folder, Opened, Year, formats
from reporter.cli.terminal import open_books, written
from reporter.formats.pack import FORMATS


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("export", cls=FrenchCommand)(export)


def export(
    annee: Year,
    *,
    dossier: Folder = None,
    format: Annotated[  # noqa: A002  # the option's name
        str,
        typer.Option(
            "--format",
            parser=formats(FORMATS),
            metavar="FORMATS",
            help="Formats, séparés par des virgules : xlsx, fec, csv, hledger, beancount.",
        ),
    ] = "xlsx,fec",
    impot: Annotated[
        bool, typer.Option("--impot", help="Écrire aussi l’impôt sur les sociétés (695/444).")
    ] = False,
    regularisations: Adjusted = False,
    a_nouveaux: Opened = False,
    sortie: Annotated[
        Path | None,
        typer.Option(
            "--sortie",
            parser=Path,
            metavar="DOSSIER",
            help="Dossier où écrire ; sinon reports/ANNÉE.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Écrire le dossier de l’expert-comptable : classeur et écritures à importer."""
    from reporter.accounting.pack import Asked, pack
    from reporter.formats.pack import render
    from reporter.writing import write

    opened = open_books(dossier)
    asked = Asked(tax=impot, adjustments=regularisations, opening=a_nouveaux)
    made = pack(opened.activity, opened.measure(annee), asked)
    files = render(made, format.split(","))
    written(write(files, sortie or opened.folder / REPORTS / str(annee)))
