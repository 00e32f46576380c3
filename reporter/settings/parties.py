"""What the owner says of one client, of one person who works for the company, as values.

Knows defaults. Never the keys of bilan.toml, nor the lines of the books.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter.law.payment_terms import USUAL

if TYPE_CHECKING:
    from datetime import date


class Client(NamedTuple):
    """What was agreed with a client.

    Attributes:
        delay: how many days after the invoice it is due.
        hours: those that make a day; None as for the others.
    """

    delay: int = USUAL
    hours: Decimal | None = None


class Worker(NamedTuple):
    """A person who works for the company.

    Attributes:
        arrival: the first day, None for one who was there before the books.
        departure: the last day, None for one who is still there.
        part: the share of full time, as a ratio.
        leave: leave in jours ouvrés for twelve months; None for that of the year.
    """

    arrival: date | None = None
    departure: date | None = None
    part: Decimal = Decimal(1)
    leave: Decimal | None = None


USUAL_CLIENT, USUAL_WORKER = Client(), Worker()
"""What holds of those of whom nothing is said."""
