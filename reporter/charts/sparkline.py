"""A line as small as a word, from the oldest value to the newest, for a row that has the figures.

Knows a row of values. Never their names: those who do not see it read the row.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST = 3
"""Two values are no line."""
WIDTH, HEIGHT, EDGE = 72, 16, 2
MOST_POINTS = 12


def sparkline(values: Sequence[object]) -> str:
    """Return values, oldest first, as a small SVG; empty where one is missing or they are few."""
    known = [value for value in values[-MOST_POINTS:] if isinstance(value, Decimal)]
    if len(known) < LEAST or len(known) != len(values[-MOST_POINTS:]):
        return ""
    low, span = min(known), (max(known) - min(known)) or 1
    step = (WIDTH - 2 * EDGE) / (len(known) - 1)
    points = [
        (EDGE + step * rank, HEIGHT - EDGE - float((value - low) / span) * (HEIGHT - 2 * EDGE))
        for rank, value in enumerate(known)
    ]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    x, y = points[-1]
    return (
        f'<svg class="fil" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">'
        f'<path d="M{path}"/><circle cx="{x:.1f}" cy="{y:.1f}" r="2"/></svg>'
    )
