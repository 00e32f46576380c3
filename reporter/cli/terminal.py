"""What the terminal shows: mistakes, doubts, tables.

Knows how a complaint and a table look in a terminal. Never what they say.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from reporter import books
from reporter.errors import BadCell, BadData, Doubt
from reporter.formats.text import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.books import Books
    from reporter.errors import BilanError
    from reporter.tables.table import Table

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
FEW = 3
"""How many doubts are said before a command's own result; `check` says them all."""


def open_books(folder: Path | None) -> Books:
    """Return the books of a folder, or of the nearest one upwards; say what is doubtful."""
    opened = books.load(folder or books.find(Path.cwd()))
    for doubt in opened.doubts[:FEW]:
        say(f"note : {doubt.what} ({doubt.place})")
    if len(opened.doubts) > FEW:
        say(f"note : et {len(opened.doubts) - FEW} autres points, à lire avec « bilan check »")
    return opened


def say(message: str) -> None:
    """Print a message for the person, apart from the results."""
    sys.stderr.write(f"{message}\n")


def complain(error: BilanError) -> None:
    """Print every mistake where it stands, then how many there are."""
    if not isinstance(error, BadData):
        say(f"erreur : {error}")
        return
    for mistake in error.errors:
        say(described("erreur", mistake))
    files = len({mistake.place.file for mistake in error.errors})
    mistakes = counted(len(error.errors), "erreur", "erreurs")
    say(f"{mistakes} dans {counted(files, 'fichier', 'fichiers')} : rien n’a été écrit")


def described(level: str, complaint: BadCell | Doubt) -> str:
    """Return a complaint as four lines: what, where, what stands there, what to write."""
    lines = [f"{level} : {complaint.what}", f"  --> {complaint.place}"]
    if complaint.shown:
        lines.append(f"   | {complaint.shown}")
    if complaint.fix:
        lines.append(f"   = {complaint.fix}")
    return "\n".join(lines)


def counted(number: int, singular: str, plural: str) -> str:
    """Return a count with its noun."""
    return f"{number} {singular if number < 2 else plural}"  # noqa: PLR2004  # French plural


def show(table: Table) -> None:
    """Print a table as wide as the terminal, its title in bold; no figure is ever cut."""
    text = as_text(table, get_terminal_size().columns)
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        text = text.replace(table.title, f"{BOLD}{table.title}{PLAIN}", 1)
    sys.stdout.write(text)
    if table.note:
        sys.stdout.write(f"{table.note}\n")


def written(paths: Iterable[Path]) -> None:
    """Say which files were written, relative to where the person stands."""
    here = Path.cwd()
    for path in paths:
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        say(f"écrit : {shown}")
