"""The header of the export of a time tracker: what each of its columns means.

Knows titles and the words of trackers. Never the cells below them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.tables.titles import key_of
from reporter.sources.tables.tracker_words import (
    APPROVAL,
    BREAK,
    MEAL,
    OTHERS,
    OWN,
    REFUSAL,
    TWICE,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.tables.headers import Vocabulary
    from reporter.sources.tables.tracker_words import Column, Tracker

CURRENCY = pattern(r"\s*\(([A-Z]{3}|[€$£]?)\)\s*$")


class Columns(NamedTuple):
    """What the header of an export says: where its columns stand, and which are left aside."""

    columns: dict[Column, int]
    currencies: dict[Column, str]
    aside: set[Column]
    breaks: list[int]
    approvals: list[int]


def columns_of(header: Sequence[Any], tracker: Tracker, vocabulary: Vocabulary) -> Columns | None:
    """Return the columns of a header, None where it is not that of a tracker."""
    found = Columns({}, {}, set(), [], [])
    names, never = _names(tracker), _words(tracker.never)
    for number, cell in enumerate(header):
        title, currency = parted(cell)
        if title and title in never:
            return None
        own = vocabulary.aliases.get(key_of(cell)) if title else None
        name = OWN.get(own) if own else names.get(title)
        if title and vocabulary.is_left_aside(cell):
            found.aside.update({name} if name else ())
        elif name is None:
            found.breaks.extend([number] if currency is None and _is_break(title) else ())
            found.approvals.extend([number] if _is_approval(own, title) else ())
        elif name in found.columns:
            if not (tracker.name and name in TWICE):
                return None
        else:
            found.columns[name] = number
            if currency is not None:
                found.currencies[name] = currency
    return found


def _is_break(title: str) -> bool:
    return bool(BREAK.search(title) or MEAL.search(title))


def _is_approval(own: str | None, title: str) -> bool:
    """Tell whether a column says that a time is approved or taken back, as its owner says first."""
    if own:
        return own == "statut"
    said = APPROVAL.search(title) or REFUSAL.search(title)
    return said is not None and not OTHERS.search(title)


def parted(cell: Any) -> tuple[str, str | None]:
    """Return the words of a header, folded, and the currency that it names, None for none."""
    if not isinstance(cell, str):
        return "", None
    found = CURRENCY.search(cell)
    return folded(cell[: found.start()] if found else cell), found[1] if found else None


@cache
def _words(words: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in words.split(","))


@cache
def needed(tracker: Tracker) -> tuple[frozenset[str], ...]:
    """Return the titles of which a tracker has one at least, for each of its needs."""
    names = _names(tracker)
    return tuple(
        frozenset(word for word, name in names.items() if name in group) for group in tracker.needs
    )


@cache
def _names(tracker: Tracker) -> dict[str, Column]:
    return {word: name for name, words in tracker.columns.items() for word in _words(words)}
