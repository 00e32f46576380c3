"""Sheets of what was paid, beside those of what was sold: the same revenue, told again later.

Knows the words of payments and the dates of lines. Never what is done about it: see `copies`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.model import ZERO, Day, Fee, cents
from reporter.names import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from reporter.model import Line

    Dates = dict[tuple[tuple[str, ...], Decimal], list[date]]
    """The dates of the sales of a client that are worth an amount."""

SOLD = (Day, Fee)
PAID = timedelta(days=120)
"""How long after its invoice a receipt comes, at most."""
AT_LAST = timedelta(days=366)
"""The same, where the sheet says that it holds receipts."""
RATES = (Decimal("0.20"), Decimal("0.10"), Decimal("0.055"), Decimal("0.085"))
"""The VAT rates of services in France (CGI art. 278, 278-0 bis, 279), and overseas (art. 296)."""
FEWEST = 2
"""Lines that are paid later, at least: one may be chance."""
NAMES = re.compile(
    r"\b(?:recettes?|encaiss\w*|reglements?|paiements?|payments?|receipts?|virements?|banques?|"
    r"releves?|tresorerie)\b"
)
"""How a sheet is called that lists what was paid."""
LABELS = re.compile(
    r"(?:virements?|vir|vrt|reglements?|rgt|paiements?|payments?|encaissements?|cheques?|chq|cb|"
    r"especes|remises? (?:de )?cheques?|recettes?|stripe|paypal|transfer)\b"
)
"""How the label of what was paid begins."""


def are_receipts(sheet: Sequence[Line], sales: Sequence[Line]) -> bool:
    """Tell whether most lines of a sheet of payments are, each, an earlier sale of another."""
    if not says_payments(sheet) or says_payments(sales):
        return False
    return _are_later(sheet, sales, lambda line: (line.amount,))


def are_with_tax(sheet: Sequence[Line], sales: Sequence[Line]) -> bool:
    """Tell whether most lines of a sheet are, each, a sale of another with its VAT."""
    return _are_later(sheet, sales, _with_tax)


def _with_tax(line: Line) -> Sequence[Decimal]:
    vat = line.own_vat
    return (line.amount + vat,) if vat else [cents(line.amount * (1 + rate)) for rate in RATES]


def _are_later(
    sheet: Sequence[Line], sales: Sequence[Line], amounts: Callable[[Line], Sequence[Decimal]]
) -> bool:
    """Tell whether most lines of a sheet are some amount of a sale of another, on or after it."""
    paid = [line for line in sheet if isinstance(line, Fee)]
    if not paid or 2 * len(paid) <= len(sheet):
        return False
    late, fewest = (AT_LAST, 1) if says_payments(sheet) else (PAID, FEWEST)
    if len(paid) < fewest:
        return False
    asked = {line.amount for line in paid}
    dates: Dates = defaultdict(list)
    for line in sales:
        if isinstance(line, SOLD) and line.amount > ZERO:
            for amount in asked.intersection(amounts(line)):
                dates[words(line.client), amount].append(line.date)
    found = sum(_takes(line, dates, late) for line in paid)
    return found >= fewest and 2 * found > len(sheet)


def says_payments(sheet: Sequence[Line]) -> bool:
    """Tell whether a sheet says that it holds payments, by its name or by its labels."""
    if any(not isinstance(line, Fee) for line in sheet):
        return False
    place = sheet[0].place
    if NAMES.search(folded(place.sheet or place.file.rpartition("/")[2])):
        return True
    labels = [folded(line.service) for line in sheet if isinstance(line, Fee)]
    return 2 * sum(LABELS.match(label) is not None for label in labels) > len(labels)


def _takes(line: Fee, dates: Dates, late: timedelta) -> bool:
    """Tell whether a line pays a sale that no other one pays, and take it."""
    days = dates.get((words(line.client), line.amount), [])
    day = next((day for day in days if timedelta(0) <= line.date - day <= late), None)
    if day is None:
        return False
    days.remove(day)
    return True
