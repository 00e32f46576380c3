"""A line of entries, ours or the accountant's, as one value that both can be compared by.

Knows accounts as texts. Never what is compared, nor the owner's books.

Software writes an account on any length (« 6064 », « 60640000 ») and may put the third party in it
(« 411NIMBUS »): accounts are compared by their figures, less the zeros at their end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.fec.entries import entries
from reporter.fec.naming import parse_day
from reporter.patterns import pattern

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from reporter.accounting.journal import Entry
    from reporter.fec.rows import Row

FIGURES = pattern(r"\d+")
THIRD = 4
"""Figures of an account that names a third party by letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An amount on an account.

    Attributes:
        account: its figures, less the zeros at their end.
        written: the account as its side writes it.
        name: the label of the account.
        amount: euros, debits positive, credits negative.
        reference: of the document, as it is written.
        label: of the entry.
        line: of the file, from 1; 0 for ours.
    """

    account: str
    written: str
    name: str
    date: dt.date
    amount: Decimal
    reference: str
    label: str
    line: int = 0

    @property
    def piece(self) -> str:
        """Return the reference as it is compared, without marks nor case."""
        return compact(self.reference)

    @property
    def said(self) -> str:
        """Return the label as it is compared."""
        return folded(self.label)


def compact(reference: str) -> str:
    """Return a reference without marks nor case."""
    return folded(reference).replace(" ", "")


def shortened(account: str) -> str:
    """Return an account as it is compared: « 606400 » → « 6064 », « 411NIMBUS » → « 411 »."""
    found = FIGURES.match(account)
    figures = found[0] if found else account
    if figures != account:
        figures = figures[:THIRD]
    return figures[:3] + figures[3:].rstrip("0")


def ours(made: Iterable[Entry]) -> list[Line]:
    """Return the lines of our entries."""
    return [
        Line(
            account=shortened(posting.account),
            written=posting.account,
            name=posting.label,
            date=entry.date,
            amount=posting.amount,
            reference=entry.reference,
            label=entry.label,
        )
        for entry in made
        for posting in entry.postings
    ]


def theirs(rows: Iterable[Row]) -> list[Line]:
    """Return the lines of a FEC that has no mistake, its closing entries left out.

    An entry that empties charges and products into the result is not one of the year's: the FEC
    stops before it (art. A47 A-1, VII 1°), though some software writes it.
    """
    _, made = entries(list(rows))
    return [
        line
        for entry in made
        if not entry.closes
        for row in entry.rows
        if (line := _line(row)) is not None
    ]


def _line(row: Row) -> Line | None:
    """Return a line; None where it bears no amount."""
    date = parse_day(row["EcritureDate"])
    if date is None or not row.amount:
        return None
    return Line(
        account=shortened(row["CompteNum"]),
        written=row["CompteNum"],
        name=row["CompteLib"],
        date=date,
        amount=row.amount,
        reference=row["PieceRef"],
        label=row["EcritureLib"],
        line=row.line,
    )
