"""`bilan check --fec`: every mistake of a FEC, whoever wrote it, line by line."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reporter.characters import visible
from reporter.errors import BadData, BilanError

if TYPE_CHECKING:
    from datetime import date

Fec = Annotated[
    Path | None,
    typer.Option(
        "--fec",
        parser=Path,
        metavar="FICHIER",
        help="Relire plutôt un fichier des écritures comptables (FEC), d’où qu’il vienne.",
        show_default=False,
    ),
]


def check_fec_file(path: Path, folder: Path | None) -> None:
    """Say that a FEC is good.

    Args:
        path: the file.
        folder: the books whose company may be the file's; they tell when its year begins.

    Raises:
        BadData: with every mistake of the file.
        BilanError: where it cannot be read.
    """
    from reporter.fec.checking import check_fec

    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise BilanError(f"aucun fichier {path}") from error
    except OSError as error:
        raise BilanError(f"fichier illisible : {path} ({error.strerror})") from error
    mistakes = check_fec(data, path.name, _opening(path.name, folder))
    if mistakes:
        raise BadData(mistakes)
    lines = len(data.splitlines()) - 1
    sys.stdout.write(f"{visible(path.name)} : aucune erreur dans ses {lines} lignes d’écritures\n")


def _opening(name: str, folder: Path | None) -> date | None:
    """Return the first day of the file's year where the books are those of its company."""
    from reporter.books import find
    from reporter.fec.naming import parse_day, parse_name
    from reporter.toml.reading import load

    parts = parse_name(name)
    closing = parse_day(parts[1]) if parts else None
    with suppress(BilanError):  # a FEC is checked without any books, too
        settings = load(folder or find(Path.cwd()))
        if parts and closing and settings.siren.replace(" ", "") == parts[0]:
            year = settings.year_of(closing)
            return year.start if year.end == closing else None
    return None
