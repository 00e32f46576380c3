"""The rows of an export → entries: a time worked for a client, what is left out, what is wrong.

Knows what each row is, and what a workbook shows of it. Never what entries amount to together.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.french import NBSP
from reporter.names import spelling
from reporter.sources.grids.cells import shown
from reporter.sources.lines.meaning.signs import otherwise, struck
from reporter.sources.lines.trackers.rates import EntryPrice, entry_price
from reporter.sources.lines.trackers.rows import DONE, LENGTHS, NAMES, PRICES, WHOSE, Row, Wrong
from reporter.sources.lines.trackers.statuses import approvals, approved, invoiced, is_billable
from reporter.sources.lines.trackers.times import UNITS
from reporter.sources.lines.verdicts import Verdict
from reporter.sources.lines.worth.missions import Names
from reporter.sources.lines.written.counts import DAY_WORDS, HOUR_WORDS
from reporter.toml.kinds import literal
from reporter.words.bearing import is_absence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Set as AbstractSet

    from reporter.sources.lines.context import Context
    from reporter.sources.lines.worth.missions import Missions
    from reporter.words.trackers import Column

ENDS: tuple[Column, ...] = ("end", "end_time")
LONGEST = 24
"""Hours of an entry, at most."""
WORK = {"", "regular", "normal", "work", "travail", "timesheet", "temps", "time"}
BREAKS = {
    "break", "breaks", "pause", "pauses", "pause dejeuner", "pause midi", "pause cafe", "dejeuner",
    "lunch", "lunch break", "coffee break", "repas",
}  # fmt: skip


class Left(NamedTuple):
    """A row that does not count: what it is, for whom, and its hours."""

    verdict: Verdict
    client: str = ""
    hours: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A time worked for a client.

    Attributes:
        day: the day on which it began: a night is of the day before.
        start: when it began, None where the export says no hour.
        about: what tells it from another at the same time: what was done, for whom, by whom.
        rest: the hours of the same row that are not billable; below zero where more are.
        invoiced: whether its tracker says that it is on an invoice, None where it says nothing.
        approved: the same of its approval.
        name: what tells it from any other entry, in all exports.
    """

    row: int
    day: dt.date
    start: dt.datetime | None
    end: dt.datetime | None
    hours: Fraction
    rest: Fraction
    client: str
    project: str
    worker: str
    about: tuple[str, ...]
    price: EntryPrice
    invoiced: bool | None
    approved: bool | None
    name: tuple[object, ...]


def read_entry(row: Row, context: Context) -> Entry | Left:
    """Return what a row is: an entry, or a time that does not count.

    Raises:
        Wrong: where nothing tells, or what it says cannot be.
    """
    client, length = row.text("client"), row.length
    verdict = _verdict(row, context)
    if verdict is not None:
        return Left(verdict, client, _whole(row) or Fraction(0))
    refuse_marked(row)
    if length is None:
        fix = f"l’arrêter dans {row.export.source} et exporter de nouveau, ou retirer sa ligne"
        raise Wrong((*ENDS, *LENGTHS), "saisie en cours, sans fin", fix=fix)
    if not length and not row.money("amount"):
        whole = _whole(row) or Fraction(0)
        return Left(Verdict.UNBILLED if whole else Verdict.NOTE, client, whole)
    if not 0 < length <= LONGEST:
        at = (*(name for name in LENGTHS if row.has(name)), *ENDS)
        what = f"une saisie de plus de {LONGEST}{NBSP}heures, ou de moins que rien"
        raise Wrong(at, what, shown(row.cell(at[0])), "corriger sa durée")
    return _entry(row, length, context)


def _entry(row: Row, length: Fraction, context: Context) -> Entry | Left:
    client, project = _names(row, context.missions)
    begun = row.start
    if (off := _not_worked(row, client, length)) is not None:
        return off
    if not client:
        fix = f"donner un client à ce projet dans {row.export.source} et exporter de nouveau, "
        fix += "ou le nommer Mission, avec son Client, sur une ligne de la feuille Missions"
        at: tuple[Column, ...] = ("client", "tags", "project")
        raise Wrong(at, "saisie sans client", project or row.text("tags"), fix)
    worth = entry_price(row, Names(client, project, row.text("worker")), begun.day, length, context)
    whole, end = _whole(row) or length, row.end
    return Entry(
        row=row.number, day=begun.day, start=begun.whole, end=end.whole if end else None,
        hours=length, rest=whole - length, client=client, project=project,
        worker=row.worker, about=_about(row), price=worth,
        invoiced=invoiced(row, context.statuses), approved=approved(row, context.statuses),
        name=_name(row),
    )  # fmt: skip


def _whole(row: Row) -> Fraction | None:
    """Return all the hours of a row, those that are not billable too."""
    if row.has("billed_hours") and row.has("duration"):
        return row.hours("duration")
    return row.length


def _verdict(row: Row, context: Context) -> Verdict | None:
    """Return what a row is that does not count, None where it does."""
    kind = folded(row.text("type"))
    if kind in BREAKS:
        return Verdict.BREAK
    if is_absence(kind):
        return Verdict.ABSENCE
    if "billable" in row.export.columns and not is_billable(row):
        return Verdict.UNBILLED
    names: tuple[Column, ...] = ("project", "task", "tags")
    said = {folded(part) for name in names for part in row.text(name).split(",")}
    said |= {folded(row.text("invoiced")), *(folded(text) for _, text in approvals(row))}
    if (said - {""}) & set(context.statuses.left_out):
        return Verdict.UNBILLED
    if row.export.tracker.name and kind not in WORK and kind not in context.statuses.counted:
        fix = (
            f'dire ce qu’il est dans bilan.toml : [statuts] {literal(row.text("type"))} = "compte"'
        )
        raise Wrong(("type",), "un autre type que du temps", row.text("type"), fix)
    return None


def _not_worked(row: Row, client: str, length: Fraction) -> Left | None:
    """Return what a row is that its names call leave or a break; one with a price is asked."""
    is_away = any(is_absence(row.text(name)) for name in WHOSE)
    pause = next((name for name in DONE if folded(row.text(name)) in BREAKS), None)
    if pause is None and not is_away:
        return None
    if not any(row.money(name) for name in PRICES):
        return Left(Verdict.ABSENCE if is_away else Verdict.BREAK, client, length)
    fix = "la dire non facturable, ou la nommer autrement"
    if is_away or pause is None:
        raise Wrong(("project", "client"), "une absence, avec un prix", row.words, fix)
    raise Wrong((pause,), "une pause, avec un prix", row.text(pause), fix)


def _names(row: Row, missions: Missions) -> tuple[str, str]:
    """Return the client and the project; the missions name the client where the row does not."""
    client, project = row.text("client"), row.text("project")
    if client:
        return client, project
    words = f" {folded(' '.join((project, row.text('tags'))))} "
    found = {
        (known.client, known.mission)
        for known in missions.known
        if any(name and f" {folded(name)} " in words for name in (known.client, known.mission))
    }
    exact = {names for names in found if names[1] and f" {folded(names[1])} " in words}
    clients = {spelling(known) for known, _ in exact or found}
    if len(clients) != 1:
        return "", project
    known, mission = min(exact or found)
    return known, project or (mission if len(exact) == 1 else "")


def _name(row: Row) -> tuple[object, ...]:
    """Return what tells an entry from others: a person begins one thing at a time.

    Where nobody is named, two clients may be those of two people. A start without an end may be
    the hour that a tracker gives to all that is done in a day.
    """
    begun, worker = row.start, folded(row.worker)
    if begun.hour is not None and row.end is not None:
        return worker or folded(row.text("client")), begun.whole
    return (begun.whole or begun.day, *_about(row))


def _about(row: Row) -> tuple[str, ...]:
    return (folded(row.worker), *(folded(row.text(name)) for name in NAMES))


def refuse_marked(row: Row) -> None:
    """Refuse a row that counts and of which a workbook shows that it does not, or otherwise."""
    grid = row.export.grid
    if not (grid.marks.struck or grid.marks.signs):
        return
    wrong = struck(grid, row.number, (*row.export.columns.values(), *row.export.breaks))
    for name in (*PRICES, *LENGTHS, *row.export.breaks):
        if (column := row.export.column(name)) is not None:
            own, said = (
                _unit(row, name),
                "le prix de cette unité" if name in PRICES else "des heures",
            )
            wrong = wrong or otherwise(grid, (row.number, column), own, said)
    if wrong is not None:
        raise Wrong((wrong.place.column - 1,), wrong.what, wrong.shown, wrong.fix)


def _unit(row: Row, name: Column | int) -> AbstractSet[str]:
    """Return the words of the unit in which a column is read."""
    if name in PRICES:
        units = {"daily": DAY_WORDS, "hourly": HOUR_WORDS}
        return units.get(str(name), set())
    return UNITS[row.clock.unit(name)]
