"""Doubts once they are found: those that the owner keeps, in order, in points, or only counted.

Knows doubts. Never the rules that find them, each of which is run when its first one is asked for.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from reporter.doubts.codes import CODES, NOTES
from reporter.errors import Doubt, Place
from reporter.toml.reading import FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator


def in_order(found: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Return doubts in the order of the books."""
    return tuple(
        sorted(found, key=lambda it: (it.place.file, it.place.sheet, it.place.row, it.code))
    )


def points(found: Iterable[Doubt], codes: Collection[str]) -> tuple[tuple[Doubt, ...], ...]:
    """Return the doubts of some rules, those about one thing together; notes, by rule.

    Those of whole sheets are each told, and so are those of one date, sheet by sheet.
    """
    together: dict[tuple[object, ...], list[Doubt]] = {}
    for doubt in found:
        if doubt.code in codes:
            together.setdefault(_point_of(doubt), []).append(doubt)
    return tuple(tuple(group) for group in together.values())


def many_points(found: Iterable[Doubt], codes: Collection[str], most: int) -> int:
    """Return how many points some rules make; from one more than `most` on, none is sought."""
    seen: set[tuple[object, ...]] = set()
    for doubt in found:
        if doubt.code in codes:
            seen.add(_point_of(doubt))
            if len(seen) > most:
                break
    return len(seen)


def _point_of(doubt: Doubt) -> tuple[object, ...]:
    own = None if doubt.code in NOTES else doubt.about or doubt.date
    alike = doubt.place.column and (doubt.about or doubt.code in NOTES)
    return doubt.code, own, () if alike else doubt.place[:2], doubt.what, doubt.fix


def kept(found: Iterable[Doubt], ignored: Collection[str]) -> Iterator[Doubt]:
    """Yield what is not ignored, then what there was nothing of to ignore."""
    known, hidden = set(), set(ignored)
    for doubt in found:
        known.add(doubt.key)
        if hidden.isdisjoint((doubt.code, doubt.key)):
            yield doubt
    yield from _useless(known, ignored)


def _useless(known: Collection[str], ignored: Collection[str]) -> Iterator[Doubt]:
    """Yield a doubt for each thing to ignore that ignores nothing, a misspelt one above all."""
    for entry in ignored:
        if entry not in known and entry not in CODES:
            near = get_close_matches(entry, [*known, *CODES], 1)
            fix = f'écrire "{near[0]}"' if near else "l’effacer : rien de tel dans les livres"
            place = Place(FILE, key="verifications.ignorer")
            what = "rien à ignorer sous ce nom"
            yield Doubt(code="ignorer-sans-objet", what=what, place=place, shown=entry, fix=fix)
