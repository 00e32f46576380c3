"""The grids of a folder → their sheets, each with its tables.

Knows the order: a cashbook makes two sheets, and so do rebilled costs, and halves of days; columns
of each client make one of each. Once all are known, each is understood beside the others. Never
what makes a sheet what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.sheets import cashbooks, halves, pairs, rebilled
from reporter.sources.sheets.alike import with_clients
from reporter.sources.sheets.by_others import (
    once_sold,
    with_filled_models,
    without_payments,
    without_unsold,
)
from reporter.sources.sheets.recognising import find_sheet
from reporter.sources.sheets.undated import with_only_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.sources.grids.grid import Grid
    from reporter.sources.sheets.recognising import Sheet
    from reporter.sources.tables.vocabulary import Vocabulary


def find_sheets(grids: Iterable[Grid], vocabulary: Vocabulary) -> list[Sheet]:
    """Return the sheets of a folder, but for those that are blank, or left alone."""
    found: list[Sheet] = []
    for grid in grids:
        parts = (one.parts_of(grid, vocabulary) for one in (cashbooks, rebilled, halves, pairs))
        if several := next(filter(None, parts), None):
            found += several
        elif (sheet := find_sheet(grid, vocabulary)) is not None:
            found.append(sheet)
    named = with_only_lines(with_clients(found, vocabulary), vocabulary)
    sold = without_payments(without_unsold(named, vocabulary), vocabulary)
    return with_filled_models(once_sold(sold))
