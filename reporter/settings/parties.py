"""What the owner says of one client, as values.

Knows defaults. Never the keys of bilan.toml, nor the lines of the books.
"""

from __future__ import annotations

from dataclasses import dataclass

from reporter.law.payment_terms import USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What was agreed with a client: how many days after the invoice it is due."""

    delay: int = USUAL


USUAL_CLIENT = Client()
"""What holds of a client of whom nothing is said."""
