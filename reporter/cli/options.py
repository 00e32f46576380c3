"""The arguments and options that several commands share, and how their words are read.

Knows the words of the command line. Never what a command does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from reporter.cli.completion.words import years
from reporter.cli.french_typer import UsageError
from reporter.model import FIRST_YEAR, LAST_YEAR


def year(value: object) -> int:
    """Read a year written in four figures."""
    text = str(value)
    if not re.fullmatch(r"[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise typer.BadParameter(f"« {text} » n’est pas une année, écrire par exemple 2020")
    return int(text)


def day(value: object) -> date:
    """Read a day: 2026-06-30, or 30/06/2026."""
    text = str(value).strip()
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  # a day has no zone
    raise typer.BadParameter(f"« {text} » n’est pas une date, écrire par exemple 2026-06-30")


def a_path(value: object) -> Path:
    """Read a path; one left empty, as by a variable of a script, is not the folder one is in."""
    if not str(value):
        raise typer.BadParameter("le chemin est vide")
    return Path(str(value))


def count(value: object) -> int:
    """Read a whole number from one on; typer also hands over the default, already read."""
    text = str(value)
    if not re.fullmatch(r"[1-9]\d{0,2}", text):
        raise typer.BadParameter(f"« {text} » n’est pas un nombre entier d’au moins 1")
    return int(text)


def among(known: Collection[str]) -> Callable[[object], str]:
    """Return the reader of a word among those known."""

    def read(value: object) -> str:
        text = str(value).strip()
        if text not in known:
            raise typer.BadParameter(f"« {text} » inconnu, choisir parmi {', '.join(known)}")
        return text

    return read


def formats(known: Collection[str]) -> Callable[[str], str]:
    """Return the reader of names of formats, separated by commas, each among those known."""

    def read(value: str) -> str:
        names = [name.strip() for name in value.split(",")]
        for name in names:
            if name not in known:
                choice = ", ".join(known)
                raise typer.BadParameter(f"format « {name} » inconnu, choisir parmi {choice}")
        return ",".join(names)

    return read


def output(form: str | None, *, json: bool) -> str | None:
    """Return the form of what is printed, which two options may say.

    Raises:
        UsageError: where they do not say the same.
    """
    if json and form not in {None, "json"}:
        raise UsageError("choisir --json ou --format, pas les deux")
    return "json" if json else form


def option(
    name: str, parser: Any, word: str, text: str, panel: str | None = None, *, offered: Any = None
) -> Any:
    """Return an option whose words a parser reads; `panel` is where the help shows it."""
    return typer.Option(
        name,
        parser=parser,
        metavar=word,
        help=text,
        show_default=False,
        rich_help_panel=panel,
        autocompletion=offered,
    )


def flag(name: str, text: str, panel: str | None = None) -> Any:
    """Return an option that is said or not."""
    return typer.Option(name, help=text, rich_help_panel=panel)


Year = Annotated[
    int,
    typer.Argument(
        parser=year,
        metavar="ANNÉE",
        help="Année de clôture de l’exercice.",
        autocompletion=years,
    ),
]
Folder = Annotated[
    Path | None,
    option(
        "--dossier",
        a_path,
        "DOSSIER",
        "Dossier des livres ; sinon le plus proche, en remontant, qui contient bilan.toml.",
    ),
]
AsOf = Annotated[
    date | None,
    option(
        "--au",
        day,
        "DATE",
        "Dernier jour compté de l’exercice ; sinon aujourd’hui, ou sa fin si elle est passée.",
    ),
]
Reference = Annotated[
    int | None,
    option(
        "--reference",
        year,
        "ANNÉE",
        "Autre année à laquelle comparer, en plus de la précédente.",
        offered=years,
    ),
]
Json = Annotated[bool, flag("--json", "Écrire le tout en JSON, pour un programme.")]
USUAL_SPAN = 4
Span = Annotated[
    int,
    typer.Option("--annees", parser=count, metavar="N", help="Nombre d’années mises côte à côte."),
]

Adjusted = Annotated[
    bool, flag("--regularisations", "Écrire aussi les régularisations de la feuille Clôture.")
]
Opened = Annotated[
    bool, flag("--a-nouveaux", "Ouvrir l’exercice par les soldes des exercices précédents.")
]
