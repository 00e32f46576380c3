"""Two results that no percentage compares: from a profit to a loss, from a legal form to another.

Knows how that is told. Never where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.french import Cell
from reporter.french.told import Told
from reporter.settings.words import OF
from reporter.tables.unlike import is_unlike

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.figures import Figures


def crossing(now: Figures, before: Figures | None) -> Told:
    """Return « d’un bénéfice de 42,4 K€ à une perte de 185 K€ », nothing where no sign changes."""
    if before is None or now.result * before.result >= 0 or is_unlike(now, before, "result"):
        return Told("")
    signed = {now.status, before.status} & {"micro"}
    old, new = (
        Cell(
            year.result if signed else abs(year.result),
            "kilo",
            f"{year.year.number}.resultat_apres_impots",
        )
        for year in (before, now)
    )
    if signed:
        return Told(f"de {old} à {new}", old, new)
    start, end = (_kind(year.result) for year in (before, now))
    return Told(f"d’{start} de {old} à {end} de {new}", old, new)


def told(now: Figures, before: Figures | None) -> str:
    """Return the sentence that stands for a variation which does not exist, or nothing."""
    crossed = crossing(now, before)
    word = french.capitalised(OF[now.status].result)
    return (
        f"{word}{french.NBSP}: {crossed}, un changement qui n’a pas de pourcentage."
        if crossed
        else ""
    )


def _kind(result: Decimal) -> str:
    return "un bénéfice" if result > 0 else "une perte"
