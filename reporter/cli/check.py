"""`bilan check`: reads again what is there, and says what is wrong."""

from __future__ import annotations

import typer

from reporter.cli.check_fec import Fec, check_fec_file
from reporter.cli.french_typer import FrenchCommand
from reporter.cli.options import Folder


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("check", cls=FrenchCommand)(check)


def check(*, dossier: Folder = None, fec: Fec = None) -> None:
    """Relire un fichier des écritures comptables (FEC)."""
    if fec is None:
        raise typer.BadParameter("donner le fichier à relire : --fec FICHIER")
    check_fec_file(fec, dossier)
