"""Sheets that say again what another says: a copy, or the invoices of days already counted.

Knows whole sheets of lines. A line that stands twice is a doubt, a sheet that does is a mistake.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.invoiced_days import invoiced_by, months
from reporter.model import Day, Fee

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reporter.invoiced_days import Months
    from reporter.model import Line

FEWEST = 3
"""Lines of a sheet, at least, that all stand on another: fewer may be chance."""
FEWEST_INVOICES = 2

Sheet = Sequence["Line"]


def mistakes_of(sheets: Sequence[Sheet]) -> Iterator[BadCell]:
    """Yield the sheets whose lines are all counted elsewhere already."""
    spans = [(_span(sheet), sheet) for sheet in sheets if len(sheet) >= FEWEST]
    for (one_span, one), (other_span, other) in combinations(spans, 2):
        small, large = (one, other) if len(one) < len(other) else (other, one)
        near = one_span[0] <= other_span[1] and other_span[0] <= one_span[1]
        if near and type(one[0]) is type(other[0]) and not Counter(small) - Counter(large):
            yield _mistake(small, large, "feuille recopiée : chacune de ses lignes est ailleurs")
    days = [line for sheet in sheets for line in sheet if isinstance(line, Day)]
    billed = months(days)
    for sheet in sheets:
        if sheet and isinstance(sheet[0], Fee):
            yield from _invoices(sheet, days, billed)


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
