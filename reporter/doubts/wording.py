"""How a doubt shows a line, in the words of its owner.

Knows what names a line. Never why it is doubtful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import Doubt, Words
from reporter.french import NBSP, days, euros_cents, number, short_date
from reporter.model import Day, Line

if TYPE_CHECKING:
    from decimal import Decimal


def doubt(  # noqa: PLR0913, PLR0917  # all that is said of a line
    code: str,
    what: str | Words,
    line: Line,
    fix: str | Words,
    said: str | Words = "",
    about: str = "",
) -> Doubt:
    """Return a doubt about a line, which is shown as its owner names it where nothing is said."""
    return Doubt(code, what, line.place, said or shown(line), fix, line.date, about)


def shown(line: Line) -> Words:
    """Return a line, to be named when it is printed: see `named`."""
    return Words(named, (line,))


def said(template: str, *of: object) -> Words:
    """Return a text put together when it is printed, of such texts and of others."""
    return Words(template.format, of)


def euros(amount: Decimal) -> Words:
    """Return an amount, to be written when it is printed."""
    return Words(euros_cents, (amount,))


def usually(line: Line, usual: Decimal) -> Words:
    """Return a line, and what those of its name are worth otherwise."""
    return said("{} ; d’ordinaire {}", shown(line), euros(usual))


def named(line: Line) -> str:
    """Return a line as its owner would name it: « 31/03/2020 · Client A · 2 jours · 900,00 € »."""
    about = days(line.days) if isinstance(line, Day) else line.subject
    parts = (short_date(line.date), line.party, about, euros_cents(line.amount))
    return " · ".join(part for part in parts if part)


def rate_text(ratio: Decimal) -> str:
    """Return a VAT rate with its decimals: « 5,5 % »."""
    return f"{number(ratio * 100, 2, least=0)}{NBSP}%"
