"""The exports of time trackers, each declared once: the words of its columns, what they count in.

Knows the headers that trackers write, in English and in French, as they document them. Never what
the cells of an entry amount to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from reporter.characters import folded
from reporter.sources.grids.cells import is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.errors import Place
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Vocabulary

Column = Literal[
    "date", "start", "start_time", "end", "end_time", "duration", "hours", "rounded", "pause",
    "client", "project", "task", "notes", "tags", "worker", "first", "last", "billable",
    "billed_hours", "invoiced", "type", "hourly", "daily", "amount", "currency",
]  # fmt: skip
"""What a column of an export can hold."""
TOP_ROWS = 12
"""How many rows a title may take above the header of an export."""
CURRENCY = re.compile(r"\s*\(([A-Z]{3}|[€$£]?)\)\s*$")
CLOCK = re.compile(r"(?:^|[T ])\d{1,2}[:h]\d{2}|T\d{6}", re.ASCII)
ALONE = re.compile(r"\s*\d{1,2}\s*[:h]", re.ASCII)
NAMED: dict[Column, str] = {
    "client": "client, customer",
    "project": "project, projet",
    "task": "task, tache",
    "notes": "description",
    "worker": "user, utilisateur, member, membre",
    "tags": "tags, etiquettes, mots cles",
    "billable": "billable, facturable",
    "currency": "currency, devise",
}
RATES = "billable rate, hourly rate, taux facturable, taux horaire facturable, taux horaire"
AMOUNTS = "billable amount, montant facturable"
SPLIT: dict[Column, str] = {
    "date": "start date, date de debut",
    "start_time": "start time, heure de debut",
    "end": "end date, stop date, date de fin",
    "end_time": "end time, stop time, heure de fin",
}
"""A moment in two columns: its day, then its hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """A time tracker.

    Attributes:
        columns: the words of its columns, folded; several words of one column are as many tongues.
        needs: the columns that tell its exports from others: one of each group.
        plain: the unit of a duration written as a plain number, where its documents say it.
        never: headers that its exports never have: one that does is somebody else's.
        timed: whether its moments must hold an hour to be told from mere dates.
    """

    name: str
    columns: Mapping[Column, str]
    needs: tuple[tuple[Column, ...], ...]
    plain: Literal["hours", "seconds", ""] = ""
    timed: bool = False
    never: str = ""


HARVEST = Tracker(
    name="Harvest",
    columns={
        **NAMED,
        "date": "date",
        "notes": "notes, note",
        "hours": "hours, heures",
        "rounded": "hours rounded, heures arrondies",
        "first": "first name, prenom",
        "last": "last name, nom, nom de famille",
        "invoiced": "invoiced, facture, facturee, facturees",
        "hourly": RATES,
        "amount": AMOUNTS,
    },
    needs=(("date",), ("client",), ("project",), ("hours",), ("billable",), ("invoiced",)),
)
CLOCKIFY = Tracker(
    name="Clockify",
    columns={
        **NAMED,
        **SPLIT,
        "duration": "duration h, duree h",
        "hours": "duration decimal, duree decimal, duree decimale",
        "type": "type",
        "hourly": RATES,
        "amount": AMOUNTS,
    },
    needs=(("date",), ("client",), ("project",), ("duration", "hours"), ("billable",)),
)
TOGGL = Tracker(
    name="Toggl Track",
    columns={
        **NAMED,
        **SPLIT,
        "duration": "duration, duree",
        "hourly": RATES,
        "amount": f"{AMOUNTS}, amount, montant",
    },
    needs=(("date",), ("start_time",), ("client",), ("project",), ("duration",), ("billable",)),
)
EVERHOUR = Tracker(
    name="Everhour",
    columns={
        **NAMED,
        "date": "date",
        "worker": "member, team member, user, membre, utilisateur",
        "notes": "comment, notes, commentaire",
        "duration": "time, total time, temps, temps total",
        "billed_hours": "billable time, temps facturable",
        "hourly": f"{RATES}, rate",
        "amount": AMOUNTS,
        "invoiced": "invoiced, facture",
    },
    needs=(("date",), ("client",), ("project",), ("duration",), ("billable", "billed_hours")),
)
KIMAI = Tracker(
    name="Kimai",
    columns={
        **NAMED,
        "date": "date",
        "start_time": "begin, start, from, in, debut, de",
        "end_time": "end, stop, to, out, fin, a",
        "duration": "duration, working time, duree, temps de travail",
        "client": "customer, client",
        "task": "activity, activite",
        "worker": "user, username, utilisateur, identifiant",
        "type": "type",
        "hourly": "hourly rate, hourly price, taux horaire, prix horaire, tarif horaire",
        "amount": "rate, price, total price, taux, prix, tarif, montant",
        "invoiced": "exported, exporte",
    },
    needs=(("date",), ("start_time",), ("end_time",), ("duration",), ("client",), ("task",)),
)
SOLIDTIME = Tracker(
    name="solidtime",
    columns={
        **NAMED,
        "start": "start, debut",
        "end": "end, fin",
        "duration": "duration, duree",
        "hours": "duration decimal, duree decimale",
        "hourly": RATES,
        "amount": AMOUNTS,
        "worker": "user name, user, member, utilisateur",
    },
    needs=(("start",), ("end",), ("client",), ("project",), ("billable",)),
    timed=True,
)
TIMEWARRIOR = Tracker(
    name="Timewarrior",
    columns={
        "start": "start, debut",
        "end": "end, fin",
        "duration": "duration, duree",
        "tags": "tags, etiquettes, mots cles",
        "notes": "annotation",
    },
    needs=(("start",), ("end",), ("tags",)),
    timed=True,
    never="client, customer, project, projet",
)
OTHER = Tracker(
    name="",
    columns={
        **NAMED,
        "date": "date, jour, day",
        "start": "start, begin, started at, debut, from, timestamp",
        "start_time": "start time, heure de debut, heure debut, arrivee",
        "end": "end, stop, ended at, fin, to",
        "end_time": "end time, heure de fin, heure fin, depart",
        "duration": "duration, duree, temps, time, duration h, duree h, duration min, duree min, "
        "duration s, duree s, duration hours, duration minutes, duration seconds, duree heures, "
        "duree minutes, duree secondes, duree en heures, duree en minutes, duree en secondes",
        "hours": "hours, heures, duration decimal, duree decimale, nb heures",
        "pause": "pause, pauses, break, breaks",
        "project": "project, projet, mission",
        "notes": "description, notes, note, commentaire, comment",
        "worker": "user, utilisateur, member, intervenant, consultant",
        "hourly": "hourly rate, billable rate, taux horaire, taux horaire ht, tarif horaire",
        "daily": "tjm, tjm ht, daily rate",
        "amount": "billable amount, montant ht, amount",
    },
    needs=(("start", "start_time"), ("end", "end_time", "duration", "hours"), ("client",)),
    timed=True,
    never="tva, taux tva, montant tva, vat, ttc, montant ttc, total ttc, statut, status, etat, "
    "facture, n facture, numero, invoice, jours, nb jours, days, quantite, prix unitaire",
)
TRACKERS = (HARVEST, CLOCKIFY, TOGGL, EVERHOUR, KIMAI, SOLIDTIME, TIMEWARRIOR, OTHER)
"""In the order in which they are tried: those of the most words of their own first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A sheet that is the export of a tracker.

    Attributes:
        top: the row of its header.
        columns: where each of its columns stands.
        currencies: what the header of an amount counts in, where it says so: « EUR », or nothing.
        left: the columns that no meaning owns.
    """

    grid: Grid
    tracker: Tracker
    top: int
    columns: Mapping[Column, int]
    currencies: Mapping[Column, str] = field(default_factory=dict)
    left: tuple[int, ...] = ()

    def place(self, row: int, *columns: Column) -> Place:
        """Return where the first of some columns that there is stands on a row."""
        found = (self.columns[name] for name in columns if name in self.columns)
        return self.grid.place(row, next(found, 0))

    def title(self, column: Column) -> str:
        """Return the header of a column, as it stands."""
        return str(self.grid.rows[self.top][self.columns[column]]).strip()

    @property
    def source(self) -> str:
        """Return whose export it is, in French, for a sentence."""
        return self.tracker.name or "votre suivi du temps"


def find_export(grid: Grid, vocabulary: Vocabulary) -> Export | None:
    """Return the export that a sheet is, None where it is none that we know."""
    for number, row in enumerate(grid.rows[:TOP_ROWS]):
        if sum(isinstance(cell, str) and not is_blank(cell) for cell in row) < FEWEST:
            continue
        for tracker in TRACKERS:
            export = _export(grid, number, tracker, vocabulary)
            if export is not None and (not tracker.timed or _is_timed(export)):
                return export
    return None


FEWEST = 3
"""Headers that an export has, at least."""


def _export(grid: Grid, top: int, tracker: Tracker, vocabulary: Vocabulary) -> Export | None:
    columns: dict[Column, int] = {}
    currencies: dict[Column, str] = {}
    aside: set[Column] = set()
    names, never = _names(tracker), _words(tracker.never)
    for number, cell in enumerate(grid.rows[top]):
        title, currency = _parted(cell)
        if title and title in never:
            return None
        name = names.get(title)
        if name is None:
            continue
        if vocabulary.is_left_aside(cell):
            aside.add(name)
            continue
        if name in columns:
            return None
        columns[name] = number
        if currency is not None:
            currencies[name] = currency
    if not all((columns.keys() | aside) & set(group) for group in tracker.needs):
        return None
    columns = _split(columns, grid.rows[top + 1 :])
    rest = (n for n, cell in enumerate(grid.rows[top]) if not is_blank(cell))
    left = tuple(number for number in rest if number not in columns.values())
    return Export(
        grid=grid, tracker=tracker, top=top, columns=columns, currencies=currencies, left=left
    )


def _parted(cell: Any) -> tuple[str, str | None]:
    """Return the words of a header, folded, and the currency that it names, None for none."""
    if not isinstance(cell, str):
        return "", None
    found = CURRENCY.search(cell)
    return folded(cell[: found.start()] if found else cell), found[1] if found else None


def _split(columns: Mapping[Column, int], rows: Sequence[Sequence[Any]]) -> dict[Column, int]:
    """Return the columns of an export, a start that is an hour alone beside a date called so."""
    found = dict(columns)
    pairs: tuple[tuple[Column, Column], ...] = (("start", "start_time"), ("end", "end_time"))
    for whole, hour in pairs if "date" in columns else ():
        if whole in found and hour not in found and _is_alone(_first(rows, found[whole])):
            found[hour] = found.pop(whole)
    return found


def _first(rows: Sequence[Sequence[Any]], column: int) -> Any:
    """Return the first filled cell of a column."""
    return next((row[column] for row in rows if not is_blank(row[column])), "")


def _is_alone(cell: Any) -> bool:
    """Tell whether a cell is an hour of no day."""
    if isinstance(cell, str):
        return ALONE.match(cell) is not None
    return isinstance(cell, time | timedelta)


@cache
def _words(words: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in words.split(","))


def _names(tracker: Tracker) -> dict[str, Column]:
    return {word: name for name, words in tracker.columns.items() for word in _words(words)}


def _is_timed(export: Export) -> bool:
    """Tell whether the first moments of an export hold an hour: a mission has dates alone."""
    names: Sequence[Column] = ("start", "start_time")
    rows = export.grid.rows[export.top + 1 :]
    return any(
        _is_hour(_first(rows, export.columns[name])) for name in names if name in export.columns
    )


def _is_hour(cell: Any) -> bool:
    if isinstance(cell, datetime):
        return cell.time() != time()
    return _is_alone(cell) or (isinstance(cell, str) and CLOCK.search(cell) is not None)
