"""`bilan init`: a new folder of books, ready to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter import today as clock
from reporter.cli.french_typer import command
from reporter.cli.options import a_path, option, year
from reporter.cli.terminal import say, written
from reporter.errors import BilanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.guessing import Guessed

SETTINGS, BOOKS = "bilan.toml", "data/livres.xlsx"


Target = Annotated[
    Path | None,
    typer.Argument(
        parser=a_path,
        metavar="DOSSIER",
        help="Dossier à créer ou à compléter ; sinon le dossier courant.",
        show_default=False,
    ),
]
FirstYear = Annotated[
    int | None,
    option("--annee", year, "ANNÉE", "Année du texte et des exemples ; sinon l’année en cours."),
]
Strange = Annotated[
    Path | None,
    option(
        "--depuis",
        a_path,
        "FICHIER",
        "N’écrire que bilan.toml, où ce que ce fichier paraît dire est écrit, éteint.",
    ),
]


@command(
    "init",
    ("bilan init mes-livres", "créer le dossier mes-livres"),
    ("bilan init --annee 2026", "compléter le dossier courant, pour 2026"),
    ("bilan init essai --depuis data/2020.xlsx", "les réglages qui liraient ce fichier"),
)
def init(dossier: Target = None, *, annee: FirstYear = None, depuis: Strange = None) -> None:
    """Créer un dossier : des réglages, un classeur à remplir, un texte à compléter."""
    from reporter.starter import settings, starter
    from reporter.writing import write

    folder = dossier or Path.cwd()
    now = annee or clock.today().year
    guessed = [] if depuis is None else _guessed(depuis)
    files = starter(now) if depuis is None else settings(now, guessed)
    here = [name for name in files if (folder / name).exists() or (folder / name).is_symlink()]
    if here:
        said = f"déjà dans {folder}, donc rien n’a été écrit : {', '.join(here)}"
        raise BilanError(said + _other_way(dossier, here))
    written(write(files, folder))
    if depuis is not None:
        inside = depuis.resolve().is_relative_to((folder / "data").resolve())
        where = "" if inside else f"ranger {depuis.name} dans data/, "
        if any(sheet.lines for sheet in guessed):
            say("ensuite : relire [colonnes] dans bilan.toml, effacer le # des lignes justes,")
            say(f"{where}puis lancer « bilan check » dans ce dossier")
        else:
            what = ", ".join(dict.fromkeys(sheet.seems for sheet in guessed))
            say(f"{depuis.name} : {what or 'rien à lire'}, sans réglage à écrire")
            say(f"ensuite : {where}puis lancer « bilan check » dans ce dossier")
        return
    say("ensuite : remplir data/livres.xlsx, puis lancer « bilan check » dans ce dossier")


def _other_way(given: Path | None, here: Sequence[str]) -> str:
    """Return how to write settings beside a workbook of that name, where the settings miss."""
    if BOOKS not in here or SETTINGS in here:
        return ""
    folder = f"{given} " if given else ""
    books = (given or Path()) / BOOKS
    return f" ; pour n’écrire que {SETTINGS} : bilan init {folder}--depuis {books}"


def _guessed(path: Path) -> Sequence[Guessed]:
    """Return what the sheets of a file seem to be.

    Raises:
        BilanError: where there is none, or where it cannot be read.
    """
    from reporter.sources.guessing import guess

    if not path.exists():
        raise BilanError(f"aucun fichier {path}")
    if path.is_dir():
        raise BilanError(f"{path} est un dossier : donner un seul de ses fichiers")
    return guess(path)
