"""A clock that stops what takes too long; nothing is left running.

Knows timers and threads. Never what is stopped.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager
from threading import Event, Lock, Thread, current_thread, get_ident, main_thread
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
    by_timer = hasattr(signal, "setitimer") and current_thread() is main_thread()
    with _timed() if by_timer else _watched():
        yield


@contextmanager
def _timed() -> Iterator[None]:
    """Stop what runs inside by a timer of the system, which counts what is computed."""

    def ring(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, LOOK)
    try:
        yield
    finally:
        stopped = False
        while not stopped:
            try:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
                signal.signal(signal.SIGVTALRM, before)
                stopped = True
            except TooLong:  # it rang while it was stopped
                continue


@contextmanager
def _watched() -> Iterator[None]:
    """Stop what runs inside from another thread, where there is no such timer."""
    over, turn = Event(), Lock()
    Thread(target=_watch, args=(get_ident(), over, turn), daemon=True).start()
    try:
        yield
    finally:
        _end(over, turn)


def _end(over: Event, turn: Lock) -> None:
    """Tell the watch that the work is over; what it asked for at the last moment is swallowed.

    Python raises what was asked as soon as it enters a function, `set` at the latest. It is let
    rise, never taken back: CPython 3.11 goes round for ever, under a tracer, when it is.
    """
    while not over.is_set():
        try:
            with turn:
                over.set()
        except TooLong:
            continue


def _watch(thread: int, over: Event, turn: Lock) -> None:
    """Raise TooLong in a thread once its time is over; again, if something there swallowed it."""
    end, tries = process_time() + SECONDS, 0
    while not over.wait(LOOK) and tries < TRIES:
        with turn:
            if process_time() > end and not over.is_set():
                _raise_in(thread, TooLong)
                tries += 1


def _raise_in(thread: int, error: type[Exception]) -> None:
    """Ask Python to raise an error in a thread."""
    from ctypes import c_ulong, py_object, pythonapi

    pythonapi.PyThreadState_SetAsyncExc(c_ulong(thread), py_object(error))
