"""The numbers of invoices down a column: one's own are of one series, those received of many.

Knows texts and their order. Never whose invoices they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.patterns import pattern
from reporter.sources.grids.cells import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

FIGURES, LETTERS = pattern(r"\d+"), pattern(r"[A-Za-z]+")
FEWEST = 2
"""Numbers that tell an order."""
RANKS = "9"
"""The shape of numbers alone, which count anything."""


def series_of(cells: Iterable[Any], fewest: int = FEWEST) -> str:
    """Return how the numbers of a column are made where each follows the one above; else nothing.

    The last one may come first, as tools list them: of three, for two are in an order by chance.
    An invoice may have several rows. What has no figure is of no invoice: a total, a title.
    """
    told = [it for it in map(shown, cells) if FIGURES.search(it)]
    shapes = {LETTERS.sub("A", FIGURES.sub("9", it)) for it in told}
    rising, apart = sorted(told, key=lambda it: (len(it), it)), len({*told})
    ordered = told == rising or (apart > FEWEST and told == rising[::-1])
    return shapes.pop() if apart >= fewest and len(shapes) == 1 and ordered else ""
