"""Which part of the VAT on a purchase the law lets a company deduct: dated tables, with sources.

Knows rules, dates and amounts. Never the books, the accounts or the words of categories.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from reporter.law.vat_rates import legal
from reporter.model import ZERO, cents

Rule = Literal["full", "lodging", "travel", "passengers", "car", "petrol", "diesel", "gift"]
"""What a purchase is, as far as the right to deduct its VAT depends on it."""

DIESEL = Decimal("0.80")
"""Diesel and E85 of a car that does not deduct its own VAT: CGI art. 298-4-1° b and 1° ter."""

PETROL = (
    (date.min, "0", "CGI art. 298-4-1° a, before LF 2017"),
    (date(2017, 1, 1), "0.10", "loi 2016-1917 art. 31"),
    (date(2018, 1, 1), "0.20", "loi 2016-1917 art. 31"),
    (date(2019, 1, 1), "0.40", "loi 2016-1917 art. 31"),
    (date(2020, 1, 1), "0.60", "loi 2016-1917 art. 31"),
    (date(2021, 1, 1), "0.80", "loi 2016-1917 art. 31"),
)
"""The part of the VAT on petrol that such a car deducts, from each date."""

GIFTS = (
    (date.min, "65", "CGI ann. IV art. 28-00 A"),
    (date(2016, 1, 1), "69", "arrêté du 10 juin 2016"),
    (date(2021, 1, 1), "73", "arrêté du 9 juin 2021"),
)
"""Euros with VAT, a year and a person, above which the VAT on gifts is lost, from each date.

It is revised every five years; the one of 2026 is not known here, and 73 is kept.
"""

REASONS: dict[Rule, str] = {
    "lodging": "logement des dirigeants et des salariés (CGI ann. II art. 206 IV-2-2°)",
    "travel": "transport de personnes (CGI ann. II art. 206 IV-2-5°)",
    "passengers": "transport de personnes (CGI ann. II art. 206 IV-2-5°)",
    "car": "véhicule de tourisme (CGI ann. II art. 206 IV-2-6°)",
    "petrol": "essence d’un véhicule de tourisme (CGI art. 298-4-1°)",
    "diesel": "gazole d’un véhicule de tourisme (CGI art. 298-4-1°)",
    "gift": "cadeau au-dessus de la limite (CGI ann. II art. 206 IV-2-3°)",
}
"""Why a VAT is not, or not wholly, deductible."""


def deductible(rule: Rule, amount: Decimal, vat: Decimal, day: date) -> Decimal:
    """Return the euros of a VAT that can be deducted.

    Args:
        rule: what was bought.
        amount: euros before tax.
        vat: the VAT of the receipt in euros.
        day: the day of the receipt.

    A VAT that the books already cut is not cut again. Where an expense is only known as travel,
    the normal rate tells tolls and car parks, which are deductible, from tickets, which are not.
    """
    normal = legal(day)[0]
    if rule in ("lodging", "passengers", "car"):
        return ZERO
    if rule == "travel":
        return vat if abs(vat - cents(amount * normal)) <= Decimal("0.01") else ZERO
    if rule == "gift":
        limit = Decimal(_on(GIFTS, day))
        return ZERO if abs(amount + vat) > limit else vat
    if rule in ("petrol", "diesel"):
        share = DIESEL if rule == "diesel" else Decimal(_on(PETROL, day))
        most = cents(abs(amount) * normal * share)
        return max(-most, min(vat, most))
    return vat


def _on(table: tuple[tuple[date, str, str], ...], day: date) -> str:
    return next(value for start, value, _ in reversed(table) if start <= day)
