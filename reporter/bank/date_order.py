"""Which comes first in the dates of a file, the day or the month: seen, or asked, for all of them.

Knows texts. Never decides date by date.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.bank.values import MONTHS_IN_A_YEAR, PARTED, day
from reporter.errors import BadCell

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reporter.errors import Place


@dataclass(frozen=True, slots=True)
class Orders:
    """The files whose order the owner gives, by their paths or their own names."""

    month_first: Collection[str] = ()
    day_first: Collection[str] = ()

    def said(self, file: str) -> bool | None:
        """Tell whether the owner says that the month comes first; None where nothing is said."""
        names = {file, file.rpartition("/")[2]}
        if not names.isdisjoint(self.month_first):
            return True
        return None if names.isdisjoint(self.day_first) else False


def is_month_first(texts: Sequence[str], *, foreign: bool) -> bool | None:
    """Tell whether the dates of a file put the month first; None where both orders are possible.

    Where one date can be read no way else, it decides for all; where two disagree, the day comes
    first, and those that cannot be read are refused one by one. Else the order of the rows tells,
    if it goes up or down in one of the two readings only.

    Args:
        texts: the dates, in the order of the rows.
        foreign: whether the file may be of a country where the month comes first.
    """
    found = [match for text in texts if (match := PARTED.fullmatch(text.strip()))]
    pairs = {(int(one[1]), int(one[2])) for one in found}
    first = any(one > MONTHS_IN_A_YEAR for one, _ in pairs)
    second = any(other > MONTHS_IN_A_YEAR for _, other in pairs)
    if first or second:
        return second and not first
    slashed = any("/" in one[0] for one in found)
    if not foreign or not slashed or all(one == other for one, other in pairs):
        return False
    ways = [_is_sorted([one[0] for one in found], american=way) for way in (False, True)]
    return ways[1] if ways[0] != ways[1] else None


def _is_sorted(texts: Sequence[str], *, american: bool) -> bool:
    days = [found for text in texts if (found := day(text, american=american))]
    steps = [(after - before).days for before, after in pairwise(days)]
    return all(step >= 0 for step in steps) or all(step <= 0 for step in steps)


def unsure(place: Place, text: str) -> BadCell:
    """Return the question about the dates of a file."""
    name = place.file.rpartition("/")[2]
    fix = (
        f'écrire dans bilan.toml, sous [lecture], mois_avant_jour = ["{name}"] si le mois vient '
        f'd’abord, jour_avant_mois = ["{name}"] sinon'
    )
    what = "dates qui se lisent de deux façons dans tout ce fichier"
    return BadCell(what, place, shown=text, fix=fix)
