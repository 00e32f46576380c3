"""A table as lines of text, for the terminal.

Knows widths and wrapping: words wrap, figures are never cut, whatever the width. Nothing is
imported for it, so that a quick answer stays quick.
"""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from reporter.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.tables.table import Table

GAP = "   "
MARGIN = "  "
RULE = "─"


def as_text(table: Table, width: int) -> str:
    """Return the table under its title, in at most `width` columns if its words allow it."""
    columns = [_shown(column) for column in zip(table.columns, *table.rows, strict=True)]
    numeric = table.numeric
    widths = _widths(columns, numeric, width)
    heads, *rows = (
        [wrap(text, size, break_on_hyphens=False) for text, size in zip(row, widths, strict=True)]
        for row in zip(*columns, strict=True)
    )
    tallest = max(map(len, heads))
    heads = [[""] * (tallest - len(head)) + head for head in heads]
    rule = RULE * (sum(widths) + len(GAP) * (len(widths) - 1) + 2)
    lines = [*_lines(heads, widths, numeric), f" {rule}"]
    lines += (line for row in rows for line in _lines(row, widths, numeric))
    return "\n".join([visible(table.title), "", *lines, "", ""])


def paragraph(text: str, width: int) -> str:
    """Return a sentence on lines of at most `width` columns, where no word is longer."""
    return "\n".join(wrap(text, width, break_long_words=False, break_on_hyphens=False))


def _shown(column: Sequence[object]) -> list[str]:
    """Return what a column shows: no name of the books can drive the terminal."""
    return [visible(str(cell)) for cell in column]


def _lines(
    cells: Sequence[Sequence[str]], widths: Sequence[int], numeric: Sequence[bool]
) -> Iterator[str]:
    """Yield the lines of a row whose cells take several, figures on the right."""
    for parts in zip_longest(*cells, fillvalue=""):
        columns = zip(parts, widths, numeric, strict=True)
        aligned = (
            text.rjust(size) if figures else text.ljust(size) for text, size, figures in columns
        )
        yield (MARGIN + GAP.join(aligned)).rstrip()


def _widths(columns: Sequence[Sequence[str]], numeric: Sequence[bool], width: int) -> list[int]:
    """Return the width of each column: that of its figures, or what is left for its words."""
    least = [
        max(1, *(len(word) for text in column for word in text.split(" "))) for column in columns
    ]
    widths = [
        small if figures else max(map(len, column))
        for column, small, figures in zip(columns, least, numeric, strict=True)
    ]
    room = width - 2 * len(MARGIN) - len(GAP) * (len(widths) - 1)
    spare = [wide - small for wide, small in zip(widths, least, strict=True)]
    for _ in range(min(sum(spare), sum(widths) - room)):
        widest = spare.index(max(spare))
        spare[widest] -= 1
        widths[widest] -= 1
    return widths
