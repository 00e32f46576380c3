"""What the columns of a table look like, and what their numbers prove: days at a rate, a VAT.

Knows cells, sums and products. Never what a title means.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reporter import numerals
from reporter.characters import visible
from reporter.law.vat_rates import EVER
from reporter.model import CENT, cents
from reporter.sources.grids.cells import is_blank
from reporter.sources.grids.cells import shown as as_shown
from reporter.sources.lines.written.counts import CLOCK, number_of
from reporter.sources.lines.written.values import Unreadable, answer, to_date
from reporter.sources.tables.layouts import LINE_FIELDS
from reporter.words.periods import period_of
from reporter.words.sums import is_bare, says_sum

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.layouts import Table


Look = Literal["nothing", "dates", "months", "times", "numbers", "yes or no", "words", "texts"]
LOOKS: dict[Look, str] = {
    "nothing": "vide",
    "dates": "des dates",
    "months": "des mois",
    "times": "des heures",
    "numbers": "des nombres",
    "yes or no": "des oui et des non",
    "words": "quelques mots répétés",
    "texts": "des textes",
}
SAMPLE = 400
"""Rows below a header that tell what a column looks like."""
TOP_ROWS = 30
"""Rows of a sheet among which a header is looked for."""
FEWEST_TITLES = 2
FEW = 3
"""Cells that are shown of a column."""
BETWEEN = " · "


class Column(NamedTuple):
    """A column of a table: its title, its cells below, what they look like.

    Attributes:
        number: where it stands, from 0.
        numbers: the number of each cell, None where it is none.
        shown: its title as it is shown.
        example: its first cells.
    """

    number: int
    title: str
    look: Look
    numbers: Sequence[Decimal | None]
    shown: str
    example: str = ""

    @property
    def given(self) -> list[Decimal]:
        """Return the numbers that it holds."""
        return [number for number in self.numbers if number is not None]

    @property
    def first(self) -> str:
        """Return the first of its cells, as it is shown."""
        return self.example.split(BETWEEN)[0]

    @property
    def middle(self) -> Decimal:
        """Return the size of the number in the middle of those that it holds, of one at least."""
        return sorted(map(abs, self.given))[len(self.given) // 2]


def columns_below(grid: Grid, top: int, left: int, right: int) -> list[Column]:
    """Return the columns of the table below a header that have a title or a filled cell."""
    header = [cell for cell in grid.rows[top] if not is_blank(cell)]
    rows = [row for row in grid.rows[top + 1 : top + 1 + SAMPLE] if not _is_apart(row, header)]
    found = []
    for number in range(left, right):
        cells = [row[number] for row in rows]
        title = grid.rows[top][number]
        if is_blank(title) and all(map(is_blank, cells)):
            continue
        found.append(column_of(number, cells, title))
    return found


def _is_apart(row: Sequence[Any], header: Sequence[Any]) -> bool:
    """Tell whether a row is a title, a total or the header again."""
    filled = [cell for cell in row if not is_blank(cell)]
    apart = len(filled) == 1 or any(map(says_sum, filled))
    return filled == header or (len(header) > FEWEST_TITLES and apart)


def column_of(number: int, cells: Sequence[Any], title: Any = "") -> Column:
    """Return what a column looks like."""
    filled = [cell for cell in cells if not is_blank(cell)]
    filled = [cell for cell in filled if not is_bare(cell)] or filled
    shown = "" if is_blank(title) else visible(str(title)).strip()[:40]
    numbers = tuple(None if is_blank(cell) else number_of(cell) for cell in cells)
    text = title.strip() if isinstance(title, str) else ""
    example = BETWEEN.join(dict.fromkeys(visible(as_shown(cell))[:20] for cell in filled[:FEW]))
    return Column(number, text, _look_of(filled), numbers, shown or "(sans titre)", example)


def _look_of(cells: Sequence[Any]) -> Look:
    """Return what filled cells look like, three quarters of them at least."""
    if not cells:
        return "nothing"
    tests: tuple[tuple[Look, Callable[[Any], bool]], ...] = (
        ("dates", _is_date),
        ("months", lambda cell: isinstance(cell, str) and period_of(cell).month is not None),
        ("times", _is_time),
        ("numbers", lambda cell: number_of(cell) is not None),
        ("yes or no", lambda cell: answer(cell) is not None),
    )
    for look, test in tests:
        if 4 * sum(map(test, cells)) >= 3 * len(cells):
            return look
    return "words" if 3 * len({str(cell) for cell in cells}) <= 2 * len(cells) else "texts"


def _is_date(cell: Any) -> bool:
    if isinstance(cell, date | datetime):
        return True
    if not isinstance(cell, str) or numerals.number(cell) is not None:
        return False
    try:
        return numerals.begins(cell) and to_date(cell) is not None
    except Unreadable as unreadable:
        return "qui existe" in str(unreadable)


def _is_time(cell: Any) -> bool:
    if isinstance(cell, str):
        return CLOCK.fullmatch(cell.strip()) is not None
    return isinstance(cell, time | timedelta)


def find_top(grid: Grid) -> int | None:
    """Return the row that looks most like a header: titles, and cells below them."""
    best, most = None, FEWEST_TITLES - 1
    for number, row in enumerate(grid.rows[:TOP_ROWS]):
        titles = [column for column, cell in enumerate(row) if _is_title(cell)]
        below = grid.rows[number + 1 : number + TOP_ROWS]
        filled = [n for n in titles if not all(is_blank(row[n]) for row in below)]
        plain = all(_is_title(cell) or is_blank(cell) for cell in row)
        if plain and len(filled) >= FEWEST_TITLES and len(titles) > most:
            best, most = number, len(titles)
    return best


def _is_title(cell: Any) -> bool:
    return (
        isinstance(cell, str)
        and not is_blank(cell)
        and number_of(cell) is None
        and not _is_date(cell)
    )


Proven = Literal["amount", "gross", ""]
"""Whether amounts are before tax or with it; nothing where neither is proven, or both are."""


def are_products(counts: Column, prices: Column, amounts: Column) -> bool:
    """Tell whether each count at its price is its amount, to the cent, once at least."""
    return _all(
        (counts.numbers, prices.numbers, amounts.numbers),
        lambda count, price, amount: abs(cents(count * price) - cents(amount)) <= CENT,
    )


def tax_proven(amounts: Column, vats: Column | None) -> Proven:
    """Tell whether amounts are before tax or with it, by the VAT beside them."""
    if vats is None:
        return ""
    before = _all((amounts.numbers, vats.numbers), _at_a_rate)
    after = _all((amounts.numbers, vats.numbers), lambda gross, vat: _at_a_rate(gross - vat, vat))
    if before == after:
        return ""
    return "amount" if before else "gross"


def _at_a_rate(amount: Decimal, vat: Decimal) -> bool:
    return any(abs(cents(amount * rate) - vat) <= CENT for rate in EVER if rate)


def _all(columns: Sequence[Sequence[Decimal | None]], test: Callable[..., bool]) -> bool:
    """Tell whether a test holds on each row that has all its numbers, none of them zero."""
    rows = [row for row in zip(*columns, strict=True) if all(row)]
    return bool(rows) and all(test(*row) for row in rows)


def undated_column(table: Table) -> int | None:
    """Return a column of lines in a table of agreed rates: they would not be counted."""
    fields = table.columns.fields
    rates = {*table.columns.harmless, *(fields[n] for n in fields.keys() - LINE_FIELDS)}
    for column in (n for n in range(table.left, table.right) if n not in rates):
        cells = [table.grid.rows[row][column] for row in range(table.top + 1, table.bottom)]
        if any(_is_number(cell) for cell in cells):
            return column
    return None


def _is_number(cell: Any) -> bool:
    if isinstance(cell, str):
        return numerals.number(cell) is not None
    return isinstance(cell, int | float)
