"""The people who work for the company: who is there in a year, and how much each can work.

Knows presence, part time, leave. Never a rule of doubt, nor words.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from reporter.formulas import formula, plus
from reporter.law.workdays import YEAR_MONTHS, months, working_days
from reporter.leaves import Rule, Step
from reporter.making import EXACT
from reporter.model import DAYS, ZERO, total
from reporter.names import spelling
from reporter.rules import prorated
from reporter.settings.parties import USUAL_WORKER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from reporter.model import Activity, Day, FinancialYear
    from reporter.settings import Settings
    from reporter.settings.parties import Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in a year.

    Attributes:
        start: the first day there in the year.
        end: the last one; before `start` for one who was gone, or not there yet.
        part: the share of full time.
        open_days: jours ouvrés from one to the other.
        leave_a_year: jours ouvrés of leave for twelve months of full time.
        months: those of the presence.
        days: the days billed.
        revenue: their euros before tax.
    """

    name: str
    start: date
    end: date
    part: Decimal
    open_days: int
    leave_a_year: Decimal
    months: Fraction
    days: Decimal
    revenue: Decimal

    @property
    def working_days(self) -> Decimal:
        """Return the days that the person can work, before leave."""
        return self.part * self.open_days

    @property
    def leave(self) -> Decimal:
        """Return the days of leave, of part time where the person is."""
        return _decimal(self.exact_leave)

    @property
    def full_leave(self) -> Decimal:
        """Return the days of leave of the presence, at full time."""
        return _decimal(self._exact_full_leave)

    @property
    def exact_leave(self) -> Fraction:
        """Return the days of leave without any rounding: those of several people add up.

        Nobody has more of them than days to work: on a first of January, there are none.
        """
        return Fraction(self.part) * self._exact_full_leave

    @property
    def _exact_full_leave(self) -> Fraction:
        prorated = Fraction(self.leave_a_year) * self.months / YEAR_MONTHS
        return min(prorated, Fraction(self.open_days))

    net_days = plus("working_days", "-leave")
    """The days that the person can work, net of leave."""
    ratio = formula("quotient", "days", "net_days")
    """The days billed over those; None for one who was not there."""
    tjm = formula("quotient", "revenue", "days")
    """The average daily rate, in euros a day."""


def crew(
    lines: Activity, settings: Settings, year: FinancialYear, also: Iterable[str] = ()
) -> tuple[Member, ...]:
    """Return the people of a year, those who bill most first; nobody where one calendar will do.

    A person is of a year who has lines in it, or whose arrival the settings say and who has not
    left before it. One person of whom the settings say nothing has the calendar of the year.

    Args:
        lines: the year's lines.
        settings: what the owner says of each person, and the leave of the year.
        year: the financial year, or its part.
        also: names of people who are there without any line.
    """
    said = {spelling(name): (name, worker) for name, worker in settings.workers.items()}
    written = dict.fromkeys(line.worker for line in lines.days)
    names = {spelling(name): name for name in written if name}
    names |= {key: name for name in also if (key := spelling(name)) not in names}
    names |= {
        key: name
        for key, (name, worker) in said.items()
        if key not in names and _is_there(worker, year)
    }
    if len(names) < 2 and not names.keys() & said.keys():  # noqa: PLR2004  # one alone
        return ()
    own: dict[str, list[Day]] = {key: [] for key in names}
    of = {name: own.get(spelling(name), []) for name in written}
    for line in lines.days:
        of[line.worker].append(line)
    found = (
        _member(name, said.get(key, (name, USUAL_WORKER))[1], own[key], settings, year)
        for key, name in names.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.revenue, -one.days, one.name)))


def calendar(
    members: Sequence[Member], settings: Settings, year: FinancialYear
) -> tuple[Decimal, Decimal]:
    """Return the working days of a year and the leave among them: everybody's, or one person's."""
    if members:
        open_days = sum((one.working_days for one in members), ZERO)
        return open_days, _decimal(sum((one.exact_leave for one in members), Fraction(0)))
    days = capacity(members, year.start, year.end, alsace_moselle=settings.alsace_moselle)
    return days, min(prorated(settings.of(year).leave, year), days)


def capacity(members: Sequence[Member], start: date, end: date, *, alsace_moselle: bool) -> Decimal:
    """Return the jours ouvrés between two days, both included, before leave.

    They are those that the people can work; of nobody, those of one calendar.
    """
    if not members:
        return ZERO + working_days(start, end, alsace_moselle=alsace_moselle)
    return sum((_shared(one, start, end, alsace_moselle=alsace_moselle) for one in members), ZERO)


def _shared(one: Member, start: date, end: date, *, alsace_moselle: bool) -> Decimal:
    """Return the days that a person can work between two days."""
    low, high = max(one.start, start), min(one.end, end)
    days = working_days(low, high, alsace_moselle=alsace_moselle) if low <= high else 0
    return one.part * days


def told(members: Sequence[Member]) -> Mapping[str, Rule]:
    """Return where the working days and the leave of a year come from: each person's."""
    if not members:
        return {}
    return {
        "working_days": Rule(partial(_presences, members)),
        "leave": Rule(partial(_leaves, members)),
    }


def travellers(settings: Settings) -> dict[str, Worker]:
    """Return those who came or left on a day that the settings say, by their spelled name."""
    return {
        spelling(name): worker
        for name, worker in settings.workers.items()
        if worker.arrival is not None or worker.departure is not None
    }


def presence(worker: Worker, start: date, end: date) -> Fraction:
    """Return how many months of a period, both ends included, a person is there."""
    low, high = max(start, worker.arrival or start), min(end, worker.departure or end)
    return months(low, high) if low <= high else Fraction(0)


def _is_there(worker: Worker, year: FinancialYear) -> bool:
    came = worker.arrival is not None and worker.arrival <= year.end
    return came and (worker.departure is None or worker.departure >= year.start)


def _member(
    name: str, worker: Worker, own: Sequence[Day], settings: Settings, year: FinancialYear
) -> Member:
    start = max(year.start, worker.arrival or year.start)
    end = min(year.end, worker.departure or year.end)
    alsace = settings.alsace_moselle
    leave = settings.of(year).leave if worker.leave is None else worker.leave
    return Member(
        name=name,
        start=start,
        end=end,
        part=worker.part,
        open_days=working_days(start, end, alsace_moselle=alsace) if start <= end else 0,
        leave_a_year=leave,
        months=months(start, end) if start <= end else Fraction(0),
        days=total(own, DAYS),
        revenue=total(own),
    )


def _presences(members: Iterable[Member], _: Decimal) -> Iterator[Step]:
    """Yield the working days of each person: those of the presence, times the part of full time."""
    for one in members:
        base = ZERO + one.open_days
        yield Step("presence", one.working_days, base, Fraction(one.part), one.name)


def _leaves(members: Iterable[Member], _: Decimal) -> Iterator[Step]:
    """Yield the leave of each person: that of the presence, times the part of full time.

    Each is what the sum up to it adds: whatever is rounded, they make the leave of the year.
    """
    total, before = Fraction(0), ZERO
    for one in members:
        total += one.exact_leave
        leave = EXACT.subtract(_decimal(total), before)
        yield Step("leave_of", leave, one.full_leave, Fraction(one.part), one.name)
        before = _decimal(total)


def _decimal(days: Fraction) -> Decimal:
    return Decimal(days.numerator) / days.denominator
