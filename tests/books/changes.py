"""What may be changed in a book well kept, and the figures that it then has, known beforehand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from reporter.model import Activity
from reporter.settings import Settings
from tests.books.activities import draw
from tests.books.grids import GRIDS
from tests.books.mishaps import sheets
from tests.books.outcomes import Outcome, outcome_of, years_of
from tests.books.pages import SETTINGS, Book, Page, Row, value
from tests.books.shapes import A_MONTH, Shape
from tests.books.sheets import Sheet

Changed = tuple[Activity, Mapping[str, Sheet]]
"""The lines that a book holds once it is changed, and its sheets."""
Change = Callable[[Activity, Book, Random], Changed | None]
MONEY = {"rate", "amount", "vat", "gross", "fees", "costs", "spent"}
CLIENTS = ("Zéphyr Conseil", "Brasserie du Lac", "EDF", "Orange", "L’Atelier 7", "Marchand & Cie")
WHOLE = {*GRIDS, "cash", "pairs", "halves", "tracked"}
"""The kinds of sheets whose columns, or whose rows, are told by where they stand."""


def changed(seed: int, shape: Shape, change: Change) -> Outcome | None:
    """Return what a changed book is read as, None where it cannot be changed, or was doubted.

    Fails where its figures are others than those that are known, and nothing is said of it.
    """
    chance = draw(seed)
    lines, pages = shape(chance)
    before, made = outcome_of(sheets(pages), SETTINGS), change(lines, plainly(pages), chance)
    if made is None or before.errors or before.doubts:
        return None
    after = outcome_of(made[1], SETTINGS)
    told = after.is_refused or after.doubts
    assert told or after.years == years_of(made[0], Settings()), f"{seed}: {before} → {after}"
    return after


def plainly(pages: Book) -> Book:
    """Return sheets without formulas, which name cells."""
    found = deepcopy(pages)
    for row in (row for page in found for row in page.rows):
        row[:] = map(value, row)
    return found


def _drop(page: Page, gone: Sequence[Row]) -> None:
    """Take rows away, and all totals with them."""
    left = {id(row) for row in (*gone, *page.totals)}
    page.rows = [row for row in page.rows if id(row) not in left]
    page.body = [row for row in page.body if id(row) not in left]
    page.totals = []


def as_text(lines: Activity, pages: Book, _: Random) -> Changed:
    """Save each sheet as a file of text."""
    return lines, sheets(pages, files=True)


def columns_elsewhere(lines: Activity, pages: Book, chance: Random) -> Changed | None:
    """Put the columns in another order, the same in sheets of the same titles."""
    for page in pages:
        if page.kind in WHOLE or page.down:
            return None
    orders: dict[tuple[Any, ...], list[int]] = {}
    for page in pages:
        order = [*range(page.left, page.right)]
        order = orders.setdefault((*page.header,), chance.sample(order, len(order)))
        titles = [*page.header]
        for row in page.rows:
            if row == titles or any(row is one for one in (*page.body, *page.totals)):
                row[page.left : page.right] = [row[n] for n in order]
    return lines, sheets(pages)


def rows_elsewhere(lines: Activity, pages: Book, chance: Random) -> Changed | None:
    """Put the lines in another order; subtotals would no longer be those of the rows above."""
    for page in pages:
        if page.kind in {"cash", "of_client"}:  # months in their order, numbers of one series
            return None
        lot = {id(row) for row in page.body}
        places = [n for n, row in enumerate(page.rows) if id(row) in lot]
        for n, row in zip(places, chance.sample(page.body, len(places)), strict=True):
            page.rows[n] = row
        if page.totals and page.rows[-1] is not page.totals[0]:
            _drop(page, [])
    return lines, sheets(pages)


def another_client(lines: Activity, pages: Book, chance: Random) -> Changed | None:
    """Rename a client everywhere."""
    names = sorted({*(it.client for it in lines.days), *(it.client for it in lines.fees)})
    if not names:
        return None
    old, new = chance.choice(names), chance.choice(CLIENTS)
    for page in pages:
        page.name = new if page.name == old else page.name
        for row in page.rows:
            row[:] = [new if cell == old else cell for cell in row]
    return lines, sheets(pages)


def twice_as_dear(lines: Activity, pages: Book, _: Random) -> Changed | None:
    """Double all prices and amounts; what its VAT alone tells would be so to the cent."""
    for page in pages:
        if "gross" in page.columns and "amount" not in page.columns:
            return None
        across = page.kind == "across"
        priced = {"rate"} if across and "rate" in page.columns else MONEY
        whole = across and priced == MONEY
        for field, n in page.columns.items():
            if field.split(" ")[0] in priced or (whole and field.startswith(A_MONTH)):
                for row in (*page.body, *page.totals):
                    row[n] = _doubled(row[n])
    doubled = Activity(
        days=tuple(replace(it, rate=None, amount=2 * it.amount) for it in lines.days),
        fees=tuple(replace(it, amount=2 * it.amount) for it in lines.fees),
        expenses=tuple(replace(it, amount=2 * it.amount) for it in lines.expenses),
    )
    return doubled, sheets(pages)


def _doubled(cell: Any) -> Any:
    if isinstance(cell, str):
        cell = Decimal(re.sub(r"[^\d,-]", "", cell).replace(",", "."))
    return cell and 2 * cell


def a_year_less(lines: Activity, pages: Book, chance: Random) -> Changed | None:
    """Take away the lines of a year."""
    years = sorted({line.date.year for line in (*lines.lines, *lines.movements)})
    if len(years) == 1:
        return None
    gone = chance.choice(years)
    for page in pages:
        n = page.columns["date"]
        _drop(page, [row for row in page.body if _year(row[n]) == gone])
    left = Activity(
        days=tuple(line for line in lines.days if line.date.year != gone),
        fees=tuple(line for line in lines.fees if line.date.year != gone),
        expenses=tuple(line for line in lines.expenses if line.date.year != gone),
    )
    return left, sheets([page for page in pages if page.body])


def _year(cell: Any) -> int:
    """Return the year of a date, in any order of figures."""
    return cell.year if isinstance(cell, date) else int(re.findall(r"20[12]\d", cell)[0])


def two_files(lines: Activity, pages: Book, chance: Random) -> Changed | None:
    """Cut each sheet of lines in two, the end of it in another workbook."""
    ends: dict[str, Sheet] = {}
    for page in pages:
        if page.kind in WHOLE or page.down or len(page.body) < len(CLIENTS):
            continue
        end, cut = deepcopy(page), chance.randrange(2, len(page.body) - 1)
        _drop(end, end.body[:cut])
        _drop(page, page.body[cut:])
        ends[f"suite.xlsx/{page.name}"] = end.sheet
    return (lines, {**sheets(pages), **ends}) if ends else None


QUIET: tuple[Change, ...] = (as_text, columns_elsewhere, another_client, twice_as_dear, a_year_less)
"""The changes of which nothing may be asked."""
TOLD: tuple[Change, ...] = (rows_elsewhere, two_files)
"""Those that look like an accident: dates out of order, an invoice in two places."""
