"""What a scenario assumes, as values, and how a change is written.

Knows what can be changed, and the grammar of « 850 », « +50 », « +5 % ». Never the lines that
change, nor the names of options and keys. Euros before tax, days, ratios.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from reporter.model import ZERO
from reporter.numerals import BLANKS
from reporter.patterns import pattern

Measure = Literal["revenue", "result"]
"""What a goal or a grid is about: the revenue, or the result after tax."""
Lever = Literal["rate", "days", "ratio", "fees"]
"""What a goal is reached by, and what stands on the axes of a grid."""

ONE = Decimal(1)
CHANGE = pattern(r"([+-]?)(\d{1,12}(?:[.,]\d{1,12})?)(%|€)?")
GROUPED = pattern(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+€?")
"""« 1.200 »: twelve hundred for some, a little more than one for others."""


@dataclass(frozen=True, slots=True)
class Change:
    """How an amount changes: `factor` times it, and `added` more.

    A factor of zero sets it, unless it was asked for as a share: « −100 % ».
    """

    factor: Decimal = ONE
    added: Decimal = ZERO
    by_share: bool = field(default=False, compare=False)

    @property
    def sets(self) -> bool:
        """Tell whether the amount before the change does not matter."""
        return not self.factor and not self.by_share

    def of(self, amount: Decimal) -> Decimal:
        """Return an amount after the change."""
        return amount * self.factor + self.added


def to(value: Decimal) -> Change:
    """Return the change of any amount into `value`."""
    return Change(ZERO, value)


def read_change(text: str) -> Change | None:
    """Read « 850 » as a value, « +50 » and « -5 % » as changes; None for anything else.

    A percentage without a sign could be either: it is not understood, nor is « 1.200 ».
    """
    bare = BLANKS.sub("", text).replace("\u2212", "-")
    words = None if GROUPED.fullmatch(bare) else CHANGE.fullmatch(bare)
    if words is None or (words[3] == "%" and not words[1]):
        return None
    number = Decimal(words[2].replace(",", ".")) * (-1 if words[1] == "-" else 1)
    if words[3] == "%":
        return Change(ONE + number / 100, by_share=True)
    return Change(ONE, number) if words[1] else to(number)


class Assumptions(NamedTuple):
    """What a scenario changes; what is left out stays as it is.

    Attributes:
        rate: the régie TJM, the price of a day billed; of one client where `client` is given.
        days: the days billed in the year; of one client where `client` is given.
        ratio: the days billed, as a share of the working days net of leave.
        leave: leave in jours ouvrés for twelve months.
        fees: the fixed fees of the year.
        charges: the expenses of the year, depreciation left out.
        expenses: the expenses of single categories, each by its name.
        lost: the clients who leave, with their days and fees.
        resold: the share of the days of lost clients that are billed to others at the same rate.
        client: the only client whose rate and days change.
    """

    rate: Change | None = None
    days: Change | None = None
    ratio: Decimal | None = None
    leave: Decimal | None = None
    fees: Change | None = None
    charges: Change | None = None
    expenses: tuple[tuple[str, Change], ...] = ()
    lost: tuple[str, ...] = ()
    resold: Decimal = ZERO
    client: str = ""

    @property
    def clients(self) -> tuple[str, ...]:
        """Return the clients that are named."""
        return (*self.lost, self.client) if self.client else self.lost

    def contradiction(self) -> str:
        """Return in French what the assumptions cannot mean together, or nothing."""
        if self.days is not None and self.ratio is not None:
            return "jours et taux disent deux fois la même chose : n’en donner qu’un"
        if self.resold and not self.lost:
            return "remplace est la part revendue des jours d’un client perdu : dire lequel"
        if self.client and self.ratio is not None:
            return "taux vaut pour toute l’année, pas pour un client : donner jours"
        if self.client and self.rate is None and self.days is None:
            return "dire ce qui change pour ce client : tjm ou jours"
        if self.expenses and self.charges is not None and self.charges.sets:
            return "charges donne déjà le total : ne pas changer une catégorie en plus"
        return ""


class Goal(NamedTuple):
    """An amount in euros to be reached by the revenue, or by the result after tax."""

    measure: Measure
    amount: Decimal


def pulled(asked: Assumptions, lever: Lever, value: Decimal) -> Assumptions:
    """Return assumptions with one of them set to a value."""
    match lever:
        case "rate":
            return asked._replace(rate=to(value))
        case "days":
            return asked._replace(days=to(value))
        case "ratio":
            return asked._replace(ratio=value)
        case "fees":
            return asked._replace(fees=to(value))
