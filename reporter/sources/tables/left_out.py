"""A sheet, or a file, that the names of the others show to be missing: one a month, but for one.

Knows the months that names say. Never what stands on a sheet.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from reporter.errors import Doubt, Place
from reporter.french import month_name
from reporter.words.periods import period_of, without_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MONTHS, AUGUST = 12, 8
"""How many a year has, and the one that has a right to be empty."""
FEWEST = 6
"""Months that have a sheet each, before one without is a miss."""


def months_left_out(places: Iterable[tuple[str, str]]) -> Iterator[Doubt]:
    """Yield the sheet after the only month without one, between two that have theirs.

    Two months without are the habit of an owner who makes none where there is nothing.
    """
    for ranks in _series(places).values():
        inside = range(min(ranks), max(ranks))
        absent = [it for it in inside if it not in ranks and it % MONTHS != AUGUST - 1]
        if len(absent) == 1 and len(ranks) >= FEWEST:
            year, month = divmod(absent[0], MONTHS)
            shown = f"{month_name(date(year, month + 1, 1))} {year}"
            file, sheet = ranks[min(it for it in ranks if it > absent[0])]
            what = "un mois sans feuille, parmi les autres : une feuille effacée ?"
            fix = "remettre la feuille du mois, vide s’il n’y a rien eu"
            yield Doubt("mois-omis", what, Place(file, sheet), shown, fix, about=shown)


def _series(
    places: Iterable[tuple[str, str]],
) -> Mapping[str, Mapping[int, tuple[str, str]]]:
    """Return, by the rest of their names, the sheets that say a month and a year, by its rank."""
    found: defaultdict[str, dict[int, tuple[str, str]]] = defaultdict(dict)
    for file, sheet in places:
        name = sheet or PurePath(file).stem
        year, month, _ = period_of(name).completed(period_of(PurePath(file).stem))
        if year and month and period_of(name).month:
            found[without_period(name)][year * MONTHS + month - 1] = file, sheet
    return found
