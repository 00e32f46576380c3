"""Years that stay closed: what was kept of each, and what has changed since.

Knows what a year is worth keeping of. Never blocks a command, nor changes a figure.
"""

from __future__ import annotations

FOLDER = "clotures"
"""Where closed years are kept, from the folder of the books."""


def path_of(year: int) -> str:
    """Return where a year is kept, from the folder of the books."""
    return f"{FOLDER}/{year}.json"
