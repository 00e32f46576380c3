"""Dividends of a person: the flat tax and the social levies, by the day they are paid.

Knows rates and dates. Never the company.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reporter.law.dated import Dated, Since
from reporter.model import cents


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """The shares of a dividend.

    Attributes:
        tax: the flat income tax (PFU).
        levies: the social levies.
        allowance: what the scale, by option, leaves out.
        deductible: the part of the CSG that the scale then deducts.
    """

    tax: Decimal
    levies: Decimal
    allowance: Decimal = Decimal("0.40")
    deductible: Decimal = Decimal("0.068")


RATES = Dated(
    "imposition des dividendes",
    (
        Since(
            date(2018, 1, 1),
            Rates(tax=Decimal("0.128"), levies=Decimal("0.172")),
            "LF 2018 art. 28, LFSS 2018 art. 8; CGI art. 158 and 200 A",
        ),
        Since(
            date(2026, 1, 1),
            Rates(tax=Decimal("0.128"), levies=Decimal("0.186")),
            "LFSS 2026 (loi 2025-1403) art. 12",
        ),
    ),
    date(2026, 12, 31),
)
EXEMPT_SHARE = Decimal("0.10")
"""Of capital, premiums and current account: above it, the dividends of the self-employed bear
contributions (CSS art. L131-6)."""


def levies(dividends: Decimal, paid: date) -> Decimal:
    """Return the social levies on dividends paid on a day, to the cent."""
    return cents(dividends * RATES.at(paid).levies)


def flat_tax(dividends: Decimal, paid: date) -> Decimal:
    """Return the flat income tax on dividends paid on a day, to the cent."""
    return cents(dividends * RATES.at(paid).tax)


def taxable(dividends: Decimal, paid: date) -> Decimal:
    """Return what dividends add to the scale, by option: 60 % of them, less the deductible CSG."""
    rates = RATES.at(paid)
    return dividends * (1 - rates.allowance) - cents(dividends * rates.deductible)
