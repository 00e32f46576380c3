"""What the terminal shows: mistakes, doubts, tables.

Knows how a complaint and a table look in a terminal. Never what they say.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from reporter import books
from reporter.errors import BadCell, BadData, Doubt, Place
from reporter.formats.table.text import as_text
from reporter.french import counted, enumeration, spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reporter.books import Books
    from reporter.errors import BilanError
    from reporter.tables.table import Table

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
FEW = 8
"""How many cells are named where many say the same."""


def open_books(folder: Path | None) -> Books:
    """Return the books of a folder, or of the nearest one upwards; say if some is doubtful."""
    opened = books.load(here(folder))
    from reporter.doubts import DOUBTS, points

    if found := points(opened.doubtful(datetime.now().astimezone().date()), DOUBTS):
        many = counted(len(found), "point", "points")
        say(f"note : {many} à relire dans les classeurs, avec « bilan check »")
    return opened


def here(folder: Path | None) -> Path:
    """Return the folder that was asked for, or the nearest one upwards that holds books."""
    return folder or books.find(Path.cwd())


def say(message: str) -> None:
    """Print a message for the person, apart from the results."""
    sys.stderr.write(f"{spaced(message)}\n")


def complain(error: BilanError) -> None:
    """Print every mistake where it stands, then how many there are."""
    if not isinstance(error, BadData):
        say(f"erreur : {error}")
        return
    for mistake in error.errors:
        sys.stderr.write(f"{described(mistake)}\n")
    files = len({mistake.place.file for mistake in error.errors})
    mistakes = counted(len(error.errors), "erreur", "erreurs")
    say(f"{mistakes} dans {counted(files, 'fichier', 'fichiers')} : rien n’a été écrit")


def described(mistake: BadCell) -> str:
    """Return a mistake as a few lines: what, where, what stands there, what to write."""
    return _block("erreur", mistake, str(mistake.place), [mistake.shown])


def told(level: str, point: Sequence[Doubt]) -> str:
    """Return doubts of one key on one sheet as a few lines, like a mistake."""
    place = point[0].place
    cells = [doubt.place.cell for doubt in point if doubt.place.cell]
    where = str(place)
    if len(cells) > 1:
        rest = [] if len(cells) <= FEW else [f"{len(cells) - FEW} autres"]
        where = f"{Place(place.file, place.sheet)}, cellules {enumeration(cells[:FEW] + rest)}"
    return _block(level, point[0], where, dict.fromkeys(str(doubt.shown) for doubt in point))


def _block(level: str, complaint: BadCell | Doubt, where: str, shown: Iterable[str]) -> str:
    """Return the lines of a complaint; what stands in the books is shown as it is."""
    lines = [spaced(f"{level} : {complaint.what}"), f"  --> {where}"]
    lines += [f"   | {text}" for text in shown if text]
    if complaint.fix:
        lines.append(spaced(f"   = {complaint.fix}"))
    return "\n".join(lines)


def show(*tables: Table) -> None:
    """Print tables as wide as the terminal, titles in bold; no figure is ever cut."""
    noted = False
    for table in tables:
        text = as_text(table, get_terminal_size().columns)
        if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
            text = text.replace(table.title, f"{BOLD}{table.title}{PLAIN}", 1)
        sys.stdout.write("\n" + text if noted else text)
        noted = bool(table.note)
        if noted:
            sys.stdout.write(f"{spaced(table.note)}\n")


def written(paths: Iterable[Path]) -> None:
    """Say which files were written, relative to where the person stands."""
    here = Path.cwd()
    for path in paths:
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        say(f"écrit : {shown}")
