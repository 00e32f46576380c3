"""`bilan generate`: the yearly report, to publish or hand over."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reporter.cli.french_typer import FrenchCommand
from reporter.cli.options import Folder, Reference, Span, Year
from reporter.cli.terminal import open_books, written
from reporter.formats import FORMATS


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("generate", cls=FrenchCommand)(generate)


def formats(value: str) -> str:
    """Read the names of formats, separated by commas."""
    for name in value.split(","):
        if name.strip() not in FORMATS:
            known = ", ".join(FORMATS)
            raise typer.BadParameter(f"format « {name.strip()} » inconnu, choisir parmi {known}")
    return value


def generate(
    annee: Year,
    *,
    dossier: Folder = None,
    reference: Reference = None,
    annees: Span = 4,
    format: Annotated[  # noqa: A002  # the option's name
        str,
        typer.Option(
            "--format", parser=formats, metavar="FORMATS", help="Formats, séparés par des virgules."
        ),
    ] = "md,html",
    sortie: Annotated[
        Path | None,
        typer.Option(
            "--sortie",
            parser=Path,
            metavar="DIR",
            help="Dossier où écrire ; sinon reports/ANNÉE.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Écrire le rapport d’une année."""
    from reporter.formats import render
    from reporter.writing import write

    opened = open_books(dossier)
    bilan = opened.measure(annee, reference, annees)
    files = render(bilan, [name.strip() for name in format.split(",")])
    written(write(files, sortie or opened.folder / "reports" / str(annee)))
