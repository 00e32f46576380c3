"""A month or a quarter of a year's entries, to be imported one after the other.

Knows dates. Never how an entry is made: numbers and letters are those of the whole year, so that
its parts put together are the year.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reporter.accounting.controls import Totals
from reporter.errors import BilanError

if TYPE_CHECKING:
    from reporter.accounting.pack import Pack
    from reporter.parts import Part


def restricted(pack: Pack, part: Part) -> Pack:
    """Return the pack, its entries those of a part of the year.

    Raises:
        BilanError: where there is none.
    """
    entries = tuple(entry for entry in pack.entries if part.start <= entry.date <= part.end)
    if not entries:
        raise BilanError(f"aucune écriture pour {part.name}")
    return replace(pack, entries=entries, totals=Totals.of(entries), part=part.name)
