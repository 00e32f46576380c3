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


def formats(text: str) -> list[str]:
    """Read the names of formats, separated by commas."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in FORMATS:
            raise typer.BadParameter(
                f"format « {name} » inconnu, choisir parmi {', '.join(FORMATS)}"
            )
    return names


def generate(
    annee: Year,
    *,
    dossier: Folder = None,
    reference: Reference = None,
    annees: Span = 4,
    format: Annotated[  # noqa: A002  # the option's name
        list[str],
        typer.Option("--format", parser=formats, metavar="FORMATS", help="Formats du rapport."),
    ] = "md,html",  # type: ignore[assignment]
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
    files = {path: data for name in format for path, data in render(bilan, name).items()}
    written(write(files, sortie or opened.folder / "reports" / str(annee)))
