"""Doubts about what is sold or scrapped: in a form that depreciates nothing, or in the future.

Knows lines and dates. Never what a disposal changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.doubts.wording import named
from reporter.errors import Doubt, Words
from reporter.french import short_date
from reporter.settings.words import OF

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from reporter.model import Activity, Expense
    from reporter.settings import Settings

MICRO = "achat cédé en micro-entreprise : sans effet sur le bilan"
YEAR = "vérifier l’année de la date de cession"


def disposals(activity: Activity, settings: Settings, today: dt.date) -> Iterator[Doubt]:
    """Yield each thing sold or scrapped without an effect, or on a day that has not come."""
    for line in activity.expenses:
        day = line.disposed
        if day is None:
            continue
        if not OF[settings.status_of(settings.year_of(day))].depreciated:
            yield _doubt("cession-micro", MICRO, line, "déclarer à part ce que la vente rapporte")
        elif day > today:
            yield _doubt("cession-future", "achat cédé dans l’avenir", line, YEAR)
    yield from _repeated(activity)


def _repeated(activity: Activity) -> Iterator[Doubt]:
    """Yield each thing sold on the day and at the price of another: cells may be drawn down."""
    seen: set[tuple[object, ...]] = set()
    for line in activity.expenses:
        sold = (line.disposed, line.disposal_price)
        if all(sold) and sold in seen:
            fix = "vérifier la date et le prix, qui ont pu être recopiés vers le bas"
            yield _doubt("cession-repetee", "achat cédé le jour et au prix d’un autre", line, fix)
        seen.add(sold)


def _doubt(code: str, what: str, line: Expense, fix: str) -> Doubt:
    said = Words(_sold, (line,))
    return Doubt(code=code, what=what, place=line.place, shown=said, fix=fix, date=line.date)


def _sold(line: Expense) -> str:
    return f"{named(line)} ; cédé le {short_date(line.disposed)}" if line.disposed else named(line)
