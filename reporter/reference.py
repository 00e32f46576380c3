"""The year with which a year is compared, besides the one before: asked for, or the owner's.

Knows which years there are. Never what they amount to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BadCell, BadData, BilanError, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.settings import Settings


def reference_of(
    number: int, settings: Settings, known: Iterable[int], asked: int | None = None
) -> int | None:
    """Return the year asked for, else that of the settings; None where there is neither.

    Raises:
        BilanError: where the year asked for is the year itself.
        BadData: at its key, where that of the settings is no other year of the books.
    """
    if asked == number:
        raise BilanError(f"{number} ne se compare pas à {number} : donner une autre référence")
    told, others = settings.of(settings.year(number)).reference, {*known} - {number}
    if asked is not None or told is None or told in others:
        return told if asked is None else asked
    years = " ou ".join(map(str, sorted(others)))
    fix = f"écrire {years}, ou effacer la ligne" if years else "effacer la ligne"
    place = Place("bilan.toml", key=f"exercice.{number}.reference")
    raise BadData([BadCell(f"rien à quoi comparer {number}", place, shown=str(told), fix=fix)])
