"""What the people who came or left bring to the months that remain.

Knows their presence, and their lines before a date. Never who they are, nor the books of others.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING

from reporter.crew import presence
from reporter.landing.past import Ledger, Sums
from reporter.law.workdays import ONE_DAY, YEAR_MONTHS, months, years_before
from reporter.settings.parties import Worker

if TYPE_CHECKING:
    from collections.abc import Sequence

Person = tuple[Worker, Ledger]
Span = tuple[date, date]
"""The day before a period, and its last day."""


def same_months(person: Person, span: Span, back: Sequence[int], cut: date) -> Sums:
    """Return what a person brings in a period, by the same one of the years before.

    Of the years `back`, those in which the person was there all of the period; where there are
    none, as of one who has just come, it is at the person's own pace. Nothing after a departure.
    """
    worker, ledger = person
    share = _there(worker, span)
    spans = [(years_before(span[0], n), years_before(span[1], n)) for n in back]
    known = [ledger.between(*one) for one in spans if _there(worker, one) == 1]
    if not known:
        return at_pace(person, span, cut)
    return reduce(Sums.plus, known).times(share / len(known))


def at_pace(person: Person, span: Span, cut: date) -> Sums:
    """Return what a person brings in a period, by the last twelve months before a date.

    By the months of presence among them, one at least: an invoice of a first week says no pace.
    They are twelve on 28 February of a leap year too, which `months` takes for a day less.
    """
    worker, ledger = person
    since = years_before(cut, 1)
    there = max(_there(worker, (since, cut)) * YEAR_MONTHS, Fraction(1))
    ahead = presence(worker, span[0] + ONE_DAY, span[1])
    return ledger.between(since, cut).times(ahead / there)


def _there(worker: Worker, span: Span) -> Fraction:
    """Return the part of a period in which a person is there.

    29 February alone has no day in most years: the one before it tells.
    """
    first = min(span[0] + ONE_DAY, span[1])
    return presence(worker, first, span[1]) / months(first, span[1])
