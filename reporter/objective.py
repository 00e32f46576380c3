"""What an owner aims at in a year.

Knows what an objective is made of. Never whether it is met.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.formulas import formula

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What the owner aimed at: `rate` euros a day, `ratio` of the working days net of leave."""

    rate: Decimal | None
    ratio: Decimal | None
    net_days: Decimal

    days = formula("product", "ratio", "net_days")
    """The days to bill."""
    revenue = formula("product", "rate", "days")
    """The revenue aimed at, in euros."""
