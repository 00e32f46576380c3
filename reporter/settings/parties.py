"""What the owner says of one client, as values.

Knows defaults. Never the keys of bilan.toml, nor the lines of the books.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.law.payment_terms import USUAL

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What was agreed with a client.

    Attributes:
        delay: how many days after the invoice it is due.
        hours: those that make a day; None as for the others.
    """

    delay: int = USUAL
    hours: Decimal | None = None


USUAL_CLIENT = Client()
"""What holds of a client of whom nothing is said."""
