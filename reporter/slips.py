"""A pay slip (bulletin de paie): what is paid, what it costs.

Knows its parts. Never the law of pay, nor accounts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.model import ZERO

if TYPE_CHECKING:
    from decimal import Decimal


class Slip(NamedTuple):
    """A pay slip (bulletin de paie), in euros.

    Attributes:
        gross: the gross pay.
        employee: the contributions taken from it.
        employer: those that the company adds, their reductions taken off.
        withheld: the income tax withheld at source (PAS).
        refunded: expenses paid back with the pay, which bear nothing.
    """

    gross: Decimal
    employee: Decimal
    employer: Decimal
    withheld: Decimal = ZERO
    refunded: Decimal = ZERO

    @property
    def net(self) -> Decimal:
        """Return what the bank pays (net à payer)."""
        return self.gross - self.employee - self.withheld + self.refunded

    @property
    def cost(self) -> Decimal:
        """Return what it costs the company."""
        return self.gross + self.employer + self.refunded
