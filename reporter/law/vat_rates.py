"""The VAT rates of France: a dated table, and which of them makes a VAT from an amount.

Knows rates, dates and amounts. Never the books.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from reporter.model import CENT, ZERO, cents


def _rates(*texts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


RATES = (
    (date.min, _rates("0.196", "0.055", "0.021"), "CGI art. 278 before LFR 2012"),
    (date(2012, 1, 1), _rates("0.196", "0.07", "0.055", "0.021"), "LFR 2011-1978 art. 13"),
    (date(2014, 1, 1), _rates("0.20", "0.10", "0.055", "0.021"), "LFR 2012-1510 art. 68"),
)
"""The rates of metropolitan France from each date, the normal one first."""

ELSEWHERE = _rates("0.13", "0.085", "0.0175", "0.0105", "0.009")
"""Corsica (CGI art. 297) and overseas (CGI art. 296)."""

SERVICES = _rates("0.20", "0.10", "0.055", "0.085")
"""The rates of services since 2014 (CGI art. 278, 278-0 bis, 279), and overseas (art. 296)."""

EVER = frozenset({ZERO, *ELSEWHERE, *(rate for _, rates, _ in RATES for rate in rates)})
"""Every rate that a line may carry, whatever its date; zero where it is exempt."""

TRANSITION = timedelta(days=365)
"""A change of rates follows the day of the service: for a year invoices still carry the old one."""


def usual(day: date) -> tuple[Decimal, ...]:
    """Return the rates of metropolitan France on a day, the normal one first."""
    return next(rates for start, rates, _ in reversed(RATES) if start <= day)


def in_force(day: date) -> tuple[Decimal, ...]:
    """Return the rates of a day, the usual ones first, then zero, Corsica and overseas."""
    return (*usual(day), ZERO, *ELSEWHERE)


def legal(day: date) -> tuple[Decimal, ...]:
    """Return the rates that a line of that day may carry: those before a change last a year."""
    before = usual(day - TRANSITION) if day.year > 1 else ()
    return tuple(dict.fromkeys((*usual(day), ZERO, *before, *ELSEWHERE)))


def rate_of(amount: Decimal, vat: Decimal, day: date) -> Decimal | None:
    """Return the legal rate that makes a VAT from an amount, to the cent; None where none does."""
    if not vat:
        return ZERO
    near = (rate for rate in legal(day) if rate and abs(cents(amount * rate) - vat) <= CENT)
    return next(near, None)


def rate_within(gross: Decimal, vat: Decimal, day: date) -> Decimal | None:
    """Return the usual rate at which an amount holds a VAT, to the cent; None where none does."""
    within = (rate for rate in usual(day) if vat and cents(gross - gross / (1 + rate)) == vat)
    return next(within, None)


def possible(amount: Decimal, vat: Decimal, day: date) -> bool:
    """Tell whether a VAT can be a mix of legal rates: of its amount's sign, at most the normal."""
    most = cents(amount * legal(day)[0])
    return min(most, ZERO) - CENT <= vat <= max(most, ZERO) + CENT
