"""How a line is told: whom it is with, what it is for, and a doubt about it.

Knows the names of each kind of line. Never why it is doubtful.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.errors import Doubt
from reporter.french import euros_cents, short_date
from reporter.model import Day, Expense, Fee

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reporter.model import Line

SUBJECTS: Mapping[type, Callable[[Line], str]] = {
    Day: attrgetter("mission"),
    Fee: attrgetter("service"),
    Expense: attrgetter("label"),
}


def party_of(line: Line) -> str:
    """Return whom a line is with: its client, or its supplier."""
    return line.supplier if isinstance(line, Expense) else line.client  # type: ignore[attr-defined]  # a sale has a client


def subject_of(line: Line) -> str:
    """Return what a line is for: its mission, its service, or its label."""
    return SUBJECTS[type(line)](line)


def name_of(line: Line) -> str:
    """Return the first name of a line: its client, its supplier or its label."""
    return (line.supplier or line.label) if isinstance(line, Expense) else line.client  # type: ignore[attr-defined]  # a sale has a client


def doubt_of(code: str, what: str, line: Line, fix: str, shown: str = "") -> Doubt:
    """Return a doubt about a line, told as its owner knows it: its day, its name, its amount."""
    shown = shown or " · ".join((short_date(line.date), name_of(line), euros_cents(line.amount)))
    return Doubt(code=code, what=what, place=line.place, shown=shown, fix=fix, date=line.date)
