"""Doubts about the dates of invoices, by their numbers: of another year, or out of order.

Knows how invoices are numbered: by an order that may start again each year (CGI, annexe II,
art. 242 nonies A). Never which numbers are missing.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.doubts.numbering import series
from reporter.doubts.wording import doubt
from reporter.model import Fee
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.doubts.numbering import Numbered
    from reporter.errors import Doubt
    from reporter.model import Day
    from reporter.settings import Settings

FROM_1904, FEWEST_TOLD = 4, 4
"""Years that separate 1904 from 1900, as days are counted; invoices that are all a year apart."""
YEAR = pattern(r"(?<!\d)(20\d\d)(?=\D+\d|\d{2,6}(?!\d))|(?<=\d)\D+(20\d\d)$")
"""The year of a number that has a rank besides: « F-2021-003 », « 2021003 », « 12/2021 »."""
NONE, MONTH, LATER = timedelta(0), timedelta(days=31), timedelta(days=62)
"""How long after its date work may be invoiced, and so numbered, the year after: two months."""
FORTNIGHT, FEWEST = timedelta(days=14), 10
"""How far the only invoice out of order is, of so many at least."""
PAID = timedelta(days=183)
"""How long into the next year a sale dated of its payment may have been invoiced in this one."""


def of_other_years(first: Numbered[Day | Fee], settings: Settings) -> Iterator[Doubt]:
    """Yield each invoice whose number tells another year than its date, where some tell theirs.

    So do numbers that are all as far from their dates, over several years, or by the four years of
    days counted from 1904; or, where there are several, by one year.
    """
    apart, alike, steps = [], False, set()
    for year, invoices in first.items():
        for number, line in invoices.items():
            if "20" not in number or (found := YEAR.search(number)) is None:
                continue
            said = int(found[1] or found[2])
            if said == year or _is_near(said, line) or said in _financial(line, settings):
                alike = True
            else:
                apart.append((number, line))
                steps.add((said - year, said))
    by = {abs(step) for step, _ in steps}
    told = len(steps) > 1 or by == {FROM_1904} or (by == {1} and len(apart) >= FEWEST_TOLD)
    shifted = len(by) == 1 and told
    for number, line in apart if alike or shifted else ():
        what = f"facture {number} datée d’une autre année que celle de son numéro"
        fix = "corriger l’année de la date, ou le numéro"
        yield doubt("annee-du-numero", what, line, fix, about=number)


def _is_near(said: int, line: Day | Fee) -> bool:
    """Tell whether an invoice is of the year of its number, or may be, its line just before.

    That of December may be dated of January where the number tells the month: « 2019-12 ». In a
    book of receipts the date is that of the payment, of the next year at times.
    """
    if line.invoiced is not None:
        return said == line.invoiced.year
    before, after = date(said, 1, 1) - line.date, line.date - date(said, 12, 31)
    late = PAID if line.paid == line.date else MONTH if line.invoice.endswith("12") else NONE
    return NONE < before <= LATER or NONE < after <= late


def _financial(line: Day | Fee, settings: Settings) -> set[int]:
    """Return the years by which the financial year of a line may be called: « 2020-2021 »."""
    year = settings.year_of(line.date)
    return {year.start.year, year.number}


def going_back(first: Numbered[Day | Fee], settings: Settings) -> Iterator[Doubt]:
    """Yield each invoice dated a month before that of the number before, or a fortnight if alone.

    Sales dated of their payment are in the order of what is paid; days whose invoice has no date,
    in that of the work. Bare numbers begin again with the calendar's year, or the financial one.
    """
    if settings.by_receipt or settings.status == "micro":
        return
    found = [line for named in first.values() for line in _backwards(named)]
    again = {line.place for line in _across(first, settings)} if found else set()
    for odd in (line for line in found if line.place in again):
        what = f"facture {odd.number} datée hors de l’ordre des numéros"
        fix = "vérifier la date, ou le numéro"
        yield doubt("annee-du-numero", what, odd, fix, about=odd.number)


def _across(first: Numbered[Day | Fee], settings: Settings) -> Iterator[Day | Fee]:
    """Return the invoices that go back among those of their financial year."""
    closing: defaultdict[int, dict[str, Day | Fee]] = defaultdict(dict)
    for number, line in (it for named in first.values() for it in named.items()):
        closing[settings.year_of(line.date).number].setdefault(number, line)
    return (line for named in closing.values() for line in _backwards(named))


def _backwards(named: Mapping[str, Day | Fee]) -> Iterator[Day | Fee]:
    """Yield each invoice of a year that is well before the one before, or well after the next."""
    for numbers in series(named).values():
        lines = [it for _, it in sorted(numbers.items()) if it.invoiced or isinstance(it, Fee)]
        days = [it.invoiced or it.date for it in lines]
        alone = sum(after < before for before, after in pairwise(days)) == 1
        late = FORTNIGHT if alone and len(days) >= FEWEST else MONTH
        for rank, (before, day) in enumerate(pairwise(days), 1):
            if before - day > late:
                after = min(days[rank + 1 : rank + 2], default=before)
                yield lines[rank if after >= before else rank - 1]
