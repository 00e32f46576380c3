"""Doubts about VAT: an amount that is not the rate's, a rate that the law does not know.

Knows the rates of France and their dates. Never whether VAT is due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.doubts.wording import rate_text, shown
from reporter.errors import Doubt
from reporter.french import euros_cents
from reporter.model import CENT, Expense, cents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.model import Activity, Line


@dataclass(frozen=True, slots=True)
class VatRate:
    """A rate of the law, with the first and the last day on which it holds."""

    rate: Decimal
    source: str
    since: date = date.min
    until: date = date.max


REFORM = date(2014, 1, 1)
RATES = (
    VatRate(Decimal(0), "CGI art. 261, 283-2, 293 B: exempt, reverse charge, small business"),
    VatRate(Decimal("0.2"), "CGI art. 278", REFORM),
    VatRate(Decimal("0.1"), "CGI art. 279", REFORM),
    VatRate(Decimal("0.055"), "CGI art. 278-0 bis"),
    VatRate(Decimal("0.021"), "CGI art. 281 quater to 281 nonies"),
    VatRate(Decimal("0.196"), "CGI art. 278 before 2014", until=date(2013, 12, 31)),
    VatRate(Decimal("0.07"), "CGI art. 279 before 2014", date(2012, 1, 1), date(2013, 12, 31)),
    VatRate(Decimal("0.085"), "CGI art. 296: overseas"),
    VatRate(Decimal("0.009"), "CGI art. 297: Corsica"),
    VatRate(Decimal("0.13"), "CGI art. 297: Corsica", REFORM),
)


def disagreements(activity: Activity) -> Iterator[Doubt]:
    """Yield each line whose VAT is not its amount times a rate, to the cent.

    Without a rate, a sale must fit one of the law; an expense may mix several, none above the
    highest.
    """
    for line in activity.lines:
        if line.vat is not None and not _agrees(line, line.vat):
            yield Doubt(
                code="tva-incoherente",
                what="TVA qui n’est pas HT × taux",
                place=line.place,
                shown=f"{shown(line)} HT ; {_product(line, line.vat)}",
                fix="corriger le montant HT, le taux ou la TVA",
                date=line.date,
            )


def unusual_rates(activity: Activity) -> Iterator[Doubt]:
    """Yield each line whose VAT rate the law does not know at its date."""
    for line in activity.lines:
        if line.vat_rate is not None and line.vat_rate not in legal_rates(line.date):
            known = ", ".join(rate_text(rate) for rate in legal_rates(line.date)[:4])
            yield Doubt(
                code="taux-tva",
                what=f"taux de TVA inhabituel : {rate_text(line.vat_rate)}",
                place=line.place,
                shown=shown(line),
                fix=f"écrire un taux en vigueur, par exemple {known}",
                date=line.date,
            )


def legal_rates(day: date) -> list[Decimal]:
    """Return the rates in force on a day."""
    return [rate.rate for rate in RATES if rate.since <= day <= rate.until]


def _agrees(line: Line, vat: Decimal) -> bool:
    rates = legal_rates(line.date)
    if line.vat_rate is not None:
        return _fits(line, vat, line.vat_rate)
    if isinstance(line, Expense):
        return abs(vat) <= abs(cents(line.amount * max(rates))) + CENT and vat * line.amount >= 0
    return any(_fits(line, vat, rate) for rate in rates)


def _fits(line: Line, vat: Decimal, rate: Decimal) -> bool:
    return abs(cents(line.amount * rate) - vat) <= CENT


def _product(line: Line, vat: Decimal) -> str:
    if line.vat_rate is None:
        share = f", soit {rate_text(vat / line.amount)}" if line.amount else ""
        return f"TVA de {euros_cents(vat)}{share}"
    product = cents(line.amount * line.vat_rate)
    return f"{rate_text(line.vat_rate)} font {euros_cents(product)} ≠ {euros_cents(vat)}"
