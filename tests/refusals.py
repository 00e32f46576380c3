"""Properties that stop at a refusal: one that mostly stops there shows nothing.

Such a property takes some forty examples: hypothesis draws them from what is imported too, and of
fifteen, eight may be refused by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

MOST = 0.5


@contextmanager
def refusals(most: float = MOST) -> Iterator[list[bool]]:
    """Yield a list that a property fills: whether each of its examples was refused.

    It fails at the end where a larger share than `most` was.
    """
    found: list[bool] = []
    yield found
    assert found, "the property was never tried"
    assert sum(found) <= most * len(found), f"{sum(found)} refused of {len(found)}"
