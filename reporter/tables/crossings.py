"""A result that goes through zero: from a profit to a loss, which no percentage says.

Knows how that is told. Never where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.settings.words import OF

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.figures import Figures


def crossing(now: Figures, before: Figures | None) -> str:
    """Return « d’un bénéfice de 42,4 K€ à une perte de 185 K€ », nothing where no sign changes."""
    if before is None or now.result * before.result >= 0:
        return ""
    if {now.status, before.status} & {"micro"}:
        return f"de {french.kilo_euros(before.result)} à {french.kilo_euros(now.result)}"
    start = "d’" + _named(before.result)
    return f"{start} à {_named(now.result)}"


def told(now: Figures, before: Figures | None) -> str:
    """Return the sentence that stands for a variation which does not exist, or nothing."""
    crossed = crossing(now, before)
    word = french.capitalised(OF[now.status].result)
    return (
        f"{word}{french.NBSP}: {crossed}, un changement qui n’a pas de pourcentage."
        if crossed
        else ""
    )


def _named(result: Decimal) -> str:
    kind = "un bénéfice" if result > 0 else "une perte"
    return f"{kind} de {french.kilo_euros(abs(result))}"
