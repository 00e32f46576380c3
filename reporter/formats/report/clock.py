"""How long a text or a template may compute: what works looks at the clock itself, often.

Knows time. Never what is stopped. An error sent from outside, by a signal or another thread, would
fall anywhere, a lock held: a tracer waited for ever for its own.
"""

from __future__ import annotations

from time import process_time

SECONDS = 5.0
"""How long a text or a template may compute; the longest of ours takes a twentieth of one."""


class TooLong(Exception):
    """What is raised where the work takes too long."""

    def __str__(self) -> str:
        """Return why it stopped, in French."""
        return f"il n’en finit pas : arrêté après {SECONDS:.0f} secondes de calcul"


class Clock:
    """The time that is left, in seconds of computing, from when it is made."""

    def __init__(self) -> None:
        self.end = process_time() + SECONDS

    def look(self) -> None:
        """Raise TooLong where no time is left."""
        if process_time() > self.end:
            raise TooLong
