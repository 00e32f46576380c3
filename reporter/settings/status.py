"""The legal form of the business and what its owner lives from, as values.

Knows forms and defaults. Never the keys of bilan.toml, rates, nor the books.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.law.assimilated import USUAL
from reporter.law.income_tax import SINGLE
from reporter.model import ZERO

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.law.assimilated import Cover
    from reporter.law.income_tax import Household
    from reporter.law.micro import Pace, Trade

Status = Literal["sasu", "eurl-is", "eurl-ir", "ei", "micro"]
"""The legal forms; the two that pay the corporate tax come first."""
PayKind = Literal["brute", "nette"]

AT_CORPORATE_TAX: tuple[Status, ...] = ("sasu", "eurl-is")
SELF_EMPLOYED: tuple[Status, ...] = ("eurl-is", "eurl-ir", "ei", "micro")
"""The forms whose owner pays the contributions of a self-employed person (CSS art. L611-1)."""


def pays_corporate_tax(status: Status | None) -> bool:
    """Tell whether a form pays the corporate tax; a form that is not said does."""
    return status is None or status in AT_CORPORATE_TAX


class Micro(NamedTuple):
    """How a micro-enterprise works.

    Attributes:
        trade: BNC, BIC services or sales.
        liberatory: whether the income tax is paid on what is received, by option.
        pace: how often what was received is declared.
        by_invoice: whether the date of an invoice stands for that of its payment.
    """

    trade: Trade = "bnc"
    liberatory: bool = False
    pace: Pace = "mois"
    by_invoice: bool = False


class Pocket(NamedTuple):
    """What stands between the business and the pocket of its owner.

    Attributes:
        household: who is taxed with the owner.
        other_income: the other taxable income of the household, in euros a year.
        pay: what the pay in the books of a SASU is, before or after the president's share; None
            where the owner has not said.
        spent: what the company is imagined to spend on its manager, contributions included; None
            for what the books hold.
        shared: the share of the result after tax that is paid as dividends.
        by_scale: whether dividends are taxed by the scale, by option.
        capital: capital, premiums and current account of an EURL, in euros.
        cover: the company's own rates and contracts.
    """

    household: Household = SINGLE
    other_income: Decimal = ZERO
    pay: PayKind | None = None
    spent: Decimal | None = None
    shared: Decimal = ZERO
    by_scale: bool = False
    capital: Decimal | None = None
    cover: Cover = USUAL


USUAL_MICRO, USUAL_POCKET = Micro(), Pocket()
