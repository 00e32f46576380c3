"""A clock that stops what takes too long, from another thread; nothing is left running.

Knows threads. Never what is stopped.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event, Lock, Thread, get_ident
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 5.0
"""How long a text or a template may compute; the longest of ours takes a twentieth of one."""
LOOK = 0.2
TRIES = 3


class TooLong(Exception):
    """What the clock raises where the work is."""

    def __str__(self) -> str:
        """Return why it stopped, in French."""
        return f"il n’en finit pas : arrêté après {SECONDS:.0f} secondes de calcul"


@contextmanager
def limited() -> Iterator[None]:
    """Stop what runs inside, if it computes for longer than SECONDS.

    Raises:
        TooLong: where it does. Only Python code is stopped, not one long call of the C library:
            what may make such a call bounds it.
    """
    over, late, turn = Event(), Event(), Lock()
    Thread(target=_watch, args=(get_ident(), over, late, turn), daemon=True).start()
    try:
        yield
    finally:
        with turn:
            over.set()
            if late.is_set():
                _raise_in(get_ident(), None)


def _watch(thread: int, over: Event, late: Event, turn: Lock) -> None:
    """Raise TooLong in a thread once its time is over; again, if something there swallowed it."""
    end, tries = process_time() + SECONDS, 0
    while not over.wait(LOOK) and tries < TRIES:
        with turn:
            if process_time() > end and not over.is_set():
                late.set()
                _raise_in(thread, TooLong)
                tries += 1


def _raise_in(thread: int, error: type[Exception] | None) -> None:
    """Ask Python to raise an error in a thread, or, with None, to forget that it was asked."""
    from ctypes import c_ulong, py_object, pythonapi

    asked = None if error is None else py_object(error)
    pythonapi.PyThreadState_SetAsyncExc(c_ulong(thread), asked)
