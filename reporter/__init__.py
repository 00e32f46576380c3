"""The yearly report of an independent consultant, from the spreadsheets to the page.

In a notebook:

    import reporter

    books = reporter.load(Path("."))
    books.measure(2020).figures.tjm
    books.frame()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.books import Books

__all__ = ["load"]


def load(folder: Path) -> Books:
    """Return the books of a folder that holds a bilan.toml and data/.

    They are imported here, so that what a command imports of the package is only its own.

    Raises:
        BadData: with every mistake of the settings, or every mistake of the books.
    """
    from reporter import books

    return books.load(folder)
