"""Doubts about what is sold or scrapped: without effect, in the future, or counted as a sale too.

Knows lines and dates. Never what a disposal changes.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt, named
from reporter.errors import Doubt, Words
from reporter.french import short_date
from reporter.grouping import first_within
from reporter.settings.words import OF

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.model import Activity, Expense, Fee
    from reporter.settings import Settings

MICRO = "achat cédé en micro-entreprise : sans effet sur le bilan"
TWICE = "un achat cédé compté aussi parmi les ventes ?"
DAY = attrgetter("disposed")
NEAR = timedelta(days=62)
"""How far from its disposal the invoice of it may be dated."""
YEAR = "vérifier l’année de la date de cession"


def disposals(activity: Activity, settings: Settings, today: dt.date) -> Iterator[Doubt]:
    """Yield each thing sold or scrapped without an effect, or on a day that has not come."""
    for line in activity.expenses:
        day = line.disposed
        if day is None:
            continue
        if not _counts(day, settings):
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


def sold_twice(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each fixed fee that is worth what a depreciated purchase was sold for, near its day."""
    gone: defaultdict[Decimal, list[Expense]] = defaultdict(list)
    for line in activity.expenses:
        if line.disposed and line.disposal_price and _counts(line.disposed, settings):
            price = line.disposal_price
            for amount in {price, price + (line.disposal_vat or 0)}:
                gone[amount].append(line)
    for its in gone.values():
        its.sort(key=DAY)
    for fee in activity.fees if gone else ():
        first, last = fee.date - NEAR, fee.date + NEAR
        if twin := first_within(gone.get(fee.amount, []), first, last, DAY):
            fix = "si c’est la même vente, effacer cette ligne : la cession la compte déjà"
            yield doubt("cession-en-double", TWICE, fee, fix, Words(_both, (fee, twin)))


def _counts(day: dt.date, settings: Settings) -> bool:
    """Tell whether what is sold on a day is in a result: a micro-enterprise depreciates nothing."""
    return OF[settings.status_of(settings.year_of(day))].depreciated


def _both(fee: Fee, sold: Expense) -> str:
    return f"{named(fee)} ; {_sold(sold)}"


def _doubt(code: str, what: str, line: Expense, fix: str) -> Doubt:
    return doubt(code, what, line, fix, Words(_sold, (line,)))


def _sold(line: Expense) -> str:
    return f"{named(line)} ; cédé le {short_date(line.disposed)}" if line.disposed else named(line)
