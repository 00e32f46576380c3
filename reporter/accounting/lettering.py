"""Which invoices are paid in full: they and their payments bear the same letters (lettrage).

Knows postings. Never the lines that they come from.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import count, product
from string import ascii_uppercase
from typing import TYPE_CHECKING

from reporter.model import ZERO

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable, Iterator

    from reporter.accounting.journal import Entry, Posting

Match = tuple[str, "dt.date"]


def lettered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries, the postings of each invoice paid in full bearing its letters.

    An invoice is paid in full where its postings on the third party's account add up to zero;
    the day of the match is the latest of them.
    """
    entries = tuple(entries)
    postings: defaultdict[Hashable, list[tuple[dt.date, Posting]]] = defaultdict(list)
    for entry in entries:
        for posting in entry.postings:
            if posting.piece is not None:
                postings[posting.piece].append((entry.date, posting))
    codes = _codes()
    matches: dict[Hashable, Match] = {
        piece: (next(codes), max(day for day, _ in group))
        for piece, group in postings.items()
        if not sum((posting.amount for _, posting in group), ZERO)
    }
    return tuple(
        replace(entry, postings=tuple(_marked(posting, matches) for posting in entry.postings))
        for entry in entries
    )


def _marked(posting: Posting, matches: dict[Hashable, Match]) -> Posting:
    if posting.piece not in matches:
        return posting
    letter, day = matches[posting.piece]
    return replace(posting, letter=letter, lettered=day)


def _codes() -> Iterator[str]:
    """Yield AAA, AAB… then AAAA."""
    for length in count(3):
        for letters in product(ascii_uppercase, repeat=length):
            yield "".join(letters)
