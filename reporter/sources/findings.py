"""What reading gathers on its way: mistakes and doubts, in the order of the books.

Knows two lists. Never what is in them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.errors import BadCell, Doubt


@dataclass(frozen=True, slots=True)
class Findings:
    """The mistakes, which refuse the books, and the doubts, which do not."""

    errors: list[BadCell] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
