"""What the terminal shows: mistakes, doubts, tables.

Knows how a complaint and a table look in a terminal; the home of rich. Never what they say.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reporter import books
from reporter.errors import BadCell, BadData, Doubt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.books import Books
    from reporter.errors import BilanError
    from reporter.tables.table import Table

PADDING = 3
"""The blanks around a column of a table, and between two."""
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
    """Print a table, figures on the right, as wide as it needs: no figure is ever cut."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=SIMPLE_HEAD, title=Text(table.title), title_justify="left", title_style="bold")
    for number, column in enumerate(table.columns):
        side: Literal["left", "right"] = "right" if table.is_numeric(number) else "left"
        title = column.replace(" ", "\n") if side == "right" else column
        grid.add_column(Text(title), justify=side, no_wrap=side == "right", overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(str(cell)) for cell in row))
    console = Console(highlight=False)
    console.width = max(console.width, _least_width(table))
    console.print(grid)
    if table.note:
        sys.stdout.write(f"{table.note}\n")


def _least_width(table: Table) -> int:
    """Return the width below which a word or a figure would be cut: no-break spaces hold it."""
    columns = zip(table.columns, *table.rows, strict=True)
    words = ((word for cell in column for word in str(cell).split(" ")) for column in columns)
    return sum(max(map(len, column)) + PADDING for column in words) + PADDING


def written(paths: Iterable[Path]) -> None:
    """Say which files were written, relative to where the person stands."""
    here = Path.cwd()
    for path in paths:
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        say(f"écrit : {shown}")
