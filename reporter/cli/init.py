"""`bilan init`: a new folder of books, ready to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reporter import today as clock
from reporter.cli.french_typer import FrenchCommand, examples
from reporter.cli.options import year
from reporter.cli.terminal import say, written
from reporter.errors import BilanError

EXAMPLES = examples(
    ("bilan init mes-livres", "créer le dossier mes-livres"),
    ("bilan init --annee 2026", "compléter le dossier courant, pour 2026"),
)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("init", cls=FrenchCommand, epilog=EXAMPLES)(init)


def init(
    dossier: Annotated[
        Path | None,
        typer.Argument(
            parser=Path,
            metavar="DOSSIER",
            help="Dossier à créer ou à compléter ; sinon le dossier courant.",
            show_default=False,
        ),
    ] = None,
    *,
    annee: Annotated[
        int | None,
        typer.Option(
            "--annee",
            parser=year,
            metavar="ANNÉE",
            help="Année du texte et des exemples ; sinon l’année en cours.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Créer un dossier : des réglages, un classeur à remplir, un texte à compléter."""
    from reporter.starter import starter
    from reporter.writing import write

    folder = dossier or Path.cwd()
    files = starter(annee or clock.today().year)
    here = [name for name in files if (folder / name).exists() or (folder / name).is_symlink()]
    if here:
        raise BilanError(f"déjà dans {folder}, donc rien n’a été écrit : {', '.join(here)}")
    written(write(files, folder))
    say("ensuite : remplir data/livres.xlsx, puis lancer « bilan check » dans ce dossier")
