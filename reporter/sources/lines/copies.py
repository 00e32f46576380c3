"""Sheets that say again what another says: a copy, a recap, the invoices of days already counted.

Knows whole sheets of lines. A line that stands twice is a doubt, a sheet that does is a mistake.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from reporter.errors import BadCell, Doubt
from reporter.invoiced_days import invoiced_by, months
from reporter.model import ZERO, Day, Expense, Fee
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from reporter.invoiced_days import Months
    from reporter.model import Line

FEWEST = 3
"""Lines of a sheet, at least, that all stand on another: fewer may be chance."""
FEWEST_INVOICES = 2
LATE = timedelta(days=92)
"""A recap may be dated the last day of its quarter, or the first day after it."""
MONTHS = 12

Sheet = Sequence["Line"]


def mistakes_of(sheets: Sequence[Sheet]) -> Iterator[BadCell]:
    """Yield the sheets whose lines are all counted elsewhere already, by themselves or as sums."""
    for small, large in _pairs(sheets):
        if len(small) >= FEWEST and not Counter(small) - Counter(large):
            yield _mistake(small, large, "feuille recopiée : chacune de ses lignes est ailleurs")
        elif len(small) < len(large) and _is_recap(small, large):
            yield _mistake(small, large, "récapitulatif : chacune de ses lignes est une somme")
    days = [line for sheet in sheets for line in sheet if isinstance(line, Day)]
    billed = months(days)
    for sheet in sheets:
        if sheet and isinstance(sheet[0], Fee):
            yield from _invoices(sheet, days, billed)


def versions(sheets: Sequence[Sheet]) -> Iterator[Doubt]:
    """Yield a doubt where the lines of a sheet are those of another, but for their amounts."""
    for small, large in _pairs(sheets):
        if len(small) < FEWEST or not Counter(small) - Counter(large):
            continue
        if not Counter(map(_key, small)) - Counter(map(_key, large)):
            place, twin = small[0].place, large[0].place
            yield Doubt(
                code="deux-versions",
                what="mêmes lignes qu’une autre feuille, à d’autres montants : deux versions ?",
                place=place,
                shown=f"{len(small)} lignes, aussi dans {twin}",
                fix="n’en garder qu’une dans data/, ou nommer l’Intervenant de chacune",
                date=small[0].date,
                about=place.sheet or place.file,
            )


def _pairs(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, Sheet]]:
    """Yield the pairs of sheets of one kind and of one time, the smaller first."""
    spans = [(_span(sheet), sheet) for sheet in sheets if len(sheet) >= FEWEST_INVOICES]
    for (one_span, one), (other_span, other) in combinations(spans, 2):
        near = one_span[0] <= other_span[1] + LATE and other_span[0] <= one_span[1] + LATE
        if near and type(one[0]) is type(other[0]):
            yield (one, other) if len(one) < len(other) else (other, one)


def _key(line: Line) -> tuple[object, ...]:
    """Return what a line is about: its day, its names and its days, but no amount."""
    match line:
        case Day():
            return line.date, line.client, line.mission, line.worker, line.days
        case Fee():
            return line.date, line.client, line.service, line.invoice
        case Expense():
            return line.date, line.supplier, line.label, line.category
    return (line.date,)


def _is_recap(small: Sheet, large: Sheet) -> bool:
    """Tell whether each line of a sheet is the sum of some of another: of a client, of a month."""
    return any(
        all(line.amount == sums.get(group(line), None) for line in small)
        for group in GROUPS
        if (sums := _sums(large, group))
    )


def _sums(lines: Sheet, group: Callable[[Line], object]) -> dict[object, Decimal]:
    sums: defaultdict[object, Decimal] = defaultdict(lambda: ZERO)
    for line in lines:
        sums[group(line)] += line.amount
    return sums


def _name(line: Line) -> str:
    match line:
        case Day() | Fee():
            return spelling(line.client)
        case Expense():
            return spelling(line.category or line.supplier or line.label)
    return ""


def _month(line: Line) -> int:
    return line.date.year * MONTHS + line.date.month


def _quarter(line: Line) -> int:
    return line.date.year * 4 + (line.date.month - 1) // 3


GROUPS: tuple[Callable[[Line], object], ...] = (
    _name,
    lambda line: (_name(line), line.date.year),
    lambda line: (_name(line), _quarter(line)),
    lambda line: (_name(line), _month(line)),
    lambda line: line.date.year,
    _quarter,
    _month,
)
"""What the lines of a recap may be the sums of."""


def _invoices(sheet: Sheet, days: Sequence[Day], billed: Months) -> Iterator[BadCell]:
    """Yield a sheet of invoices that are, to the cent, the days of a client in a month."""
    invoices = [line for line in sheet if isinstance(line, Fee) and invoiced_by(line, billed)]
    if len(invoices) >= FEWEST_INVOICES and len({line.date for line in invoices}) > 1:
        what = "factures de jours déjà comptés : le chiffre d’affaires doublerait"
        yield _mistake(invoices, days, what)


def _mistake(sheet: Sheet, other: Sheet, what: str) -> BadCell:
    place, twin = sheet[0].place, other[0].place
    shown = f"{len(sheet)} lignes, aussi dans {twin}"
    fix = "l’effacer, ou la sortir de data/"
    if place.sheet and place.sheet != twin.sheet:
        fix += f', ou écrire dans bilan.toml : [colonnes] "{place.sheet}" = ""'
    return BadCell(what, place, shown=shown, fix=fix)


def _span(sheet: Sheet) -> tuple[date, date]:
    dates = [line.date for line in sheet]
    return min(dates), max(dates)
