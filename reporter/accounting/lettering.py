"""Which invoices are paid in full: they and what settles them bear the same letters (lettrage).

Knows postings and their journals. Never the lines that they come from. A credit note settles the
invoice of its party whose rest it equals, where one invoice only is left with that rest.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import count, groupby, product
from string import ascii_uppercase
from typing import TYPE_CHECKING

from reporter.accounting.journal import BANK
from reporter.accounting.parties import UNNAMED
from reporter.model import ZERO

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container, Hashable, Iterable, Iterator
    from decimal import Decimal

    from reporter.accounting.journal import Entry, Posting
    from reporter.accounting.parties import Party

Match = tuple[str, "dt.date"]
Whose = tuple[str, str]
"""An account, and the code of a party on it."""


@dataclass(slots=True)
class _Piece:
    """An invoice or a credit note with what was paid of it so far, in this year's entries.

    Attributes:
        key: what its postings share.
        account: that of the client or of the supplier.
        rest: what is left of it in euros, debits positive.
        invoiced: its day, None where only its payment belongs to the year.
    """

    key: Hashable
    account: str
    party: Party | None
    rest: Decimal = ZERO
    invoiced: dt.date | None = None


def lettered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries, the postings of each invoice settled in full bearing its letters.

    Day by day: an invoice is settled on the day when its postings on the third party's account add
    up to zero, or when a credit note equals its rest. What is known later changes no letter given
    before, so that a year can be handed over month by month.
    """
    entries = tuple(entries)
    matches = _matches(entries)
    return tuple(
        replace(
            entry, postings=tuple(_marked(entry, posting, matches) for posting in entry.postings)
        )
        for entry in entries
    )


def _matches(entries: Iterable[Entry]) -> dict[Hashable, Match]:
    """Return the letters and the day of each piece that is settled."""
    open_pieces: dict[Hashable, _Piece] = {}
    matches: dict[Hashable, Match] = {}
    codes = codes_of(3)
    for day, of_day in groupby(entries, key=lambda entry: entry.date):
        for piece in _touched(of_day, open_pieces, matches):
            if piece.key in matches:
                continue
            other = piece if not piece.rest else _opposite(piece, open_pieces.values())
            if other is not None:
                keys = dict.fromkeys((piece.key, other.key))
                matches |= dict.fromkeys(keys, (next(codes), day))
                for key in keys:
                    del open_pieces[key]
    return matches


def lettered_by_party(entries: tuple[Entry, ...], length: int) -> tuple[Entry, ...]:
    """Return entries already lettered, the letters beginning again for each account and party."""
    codes: dict[tuple[Whose, str], str] = {}
    for whose, known in _by_party(entries).items():
        in_order = sorted(known, key=lambda letter: (known[letter], len(letter), letter))
        for letter, code in zip(in_order, codes_of(length), strict=False):
            codes[whose, letter] = code
    return tuple(
        replace(entry, postings=tuple(_renewed(posting, codes) for posting in entry.postings))
        for entry in entries
    )


def most_letters(entries: Iterable[Entry]) -> int:
    """Return how many letters the account and party that has most of them needs."""
    return max(map(len, _by_party(entries).values()), default=0)


def _by_party(entries: Iterable[Entry]) -> dict[Whose, dict[str, dt.date]]:
    """Return the letters of each account and party, with their days."""
    found: defaultdict[Whose, dict[str, dt.date]] = defaultdict(dict)
    for entry in entries:
        for posting in entry.postings:
            if posting.lettered:
                found[_whose(posting)][posting.letter] = posting.lettered
    return found


def _renewed(posting: Posting, codes: dict[tuple[Whose, str], str]) -> Posting:
    letter = codes.get((_whose(posting), posting.letter), "")
    return replace(posting, letter=letter) if letter else posting


def _whose(posting: Posting) -> Whose:
    return posting.account, posting.party.code if posting.party else ""


def codes_of(length: int) -> Iterator[str]:
    """Yield every code of so many letters, AAA, AAB…, then longer ones."""
    for longer in count(length):
        for letters in product(ascii_uppercase, repeat=longer):
            yield "".join(letters)


def _touched(
    entries: Iterable[Entry], pieces: dict[Hashable, _Piece], settled: Container[Hashable]
) -> list[_Piece]:
    """Add the postings of a day to what is left of their pieces; return these pieces."""
    touched: dict[Hashable, _Piece] = {}
    for entry in entries:
        for posting in entry.postings:
            key = posting.piece
            if key is None or key in settled:
                continue
            piece = pieces.setdefault(key, _Piece(key, posting.account, posting.party))
            piece.rest += posting.amount
            if entry.journal != BANK:
                piece.invoiced = entry.date
            touched[key] = piece
    return list(touched.values())


def _opposite(piece: _Piece, pieces: Iterable[_Piece]) -> _Piece | None:
    """Return the invoice that a credit note undoes, or the reverse; None where it is not sure.

    Nothing is matched where several could be: which one is meant is for a person to say. Nor are
    the suppliers that the books do not name, who are many under one code.
    """
    if not piece.party or piece.party == UNNAMED:
        return None
    near = [
        other
        for other in pieces
        if other.account == piece.account and other.party == piece.party and other.invoiced
    ]
    opposite = [other for other in near if other.rest == -piece.rest]
    alike = [other for other in near if other.rest == piece.rest]
    return opposite[0] if len(opposite) == len(alike) == 1 and _settle(piece, opposite[0]) else None


def _settle(one: _Piece, other: _Piece) -> bool:
    """Tell whether two pieces are an invoice and a credit note that does not come before it."""
    credit, debit = sorted((one, other), key=lambda piece: piece.rest)
    invoice, note = (debit, credit) if one.account.startswith("41") else (credit, debit)
    return bool(invoice.invoiced and note.invoiced and invoice.invoiced <= note.invoiced)


def _marked(entry: Entry, posting: Posting, matches: dict[Hashable, Match]) -> Posting:
    letter, day = matches.get(posting.piece, ("", entry.date))
    return (
        replace(posting, letter=letter, lettered=day) if letter and entry.date <= day else posting
    )
