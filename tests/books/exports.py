"""One piece of work, written as each time tracker exports it, in several tongues and habits."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from reporter.model import cents

BOTH = ("en", "fr")


class Work(NamedTuple):
    """A time worked: when it began in France, how many seconds it took, for whom, at how much."""

    start: datetime
    seconds: int
    client: str
    project: str
    hourly: Decimal
    billable: bool = True
    invoiced: bool = True
    pause: bool = False

    @property
    def end(self) -> datetime:
        """Return when it ended; nothing here crosses a change of the hour."""
        return self.start + timedelta(seconds=self.seconds)

    @property
    def amount(self) -> Decimal:
        """Return what it is worth, rounded as trackers do."""
        return cents(self.hourly * self.seconds / 3600) if self.billable else Decimal(0)


def _csv(header: str, rows: Sequence[Sequence[object]], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([header.split(","), *rows])
    return out.getvalue()


def clock(seconds: int) -> str:
    """Return a length of time as 07:30:00."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _number(value: Decimal, tongue: str) -> str:
    text = f"{value.normalize():f}"
    return text.replace(".", ",") if tongue == "fr" else text


def _hours(work: Work, tongue: str) -> str:
    return _number((Decimal(work.seconds) / 3600).quantize(Decimal("0.01")), tongue)


def _yes(told: bool, tongue: str) -> str:  # it is a cell
    return {"en": ("No", "Yes"), "fr": ("Non", "Oui")}[tongue][told]


def harvest(works: Sequence[Work], tongue: str) -> str:
    """Detailed time report: hours with two decimals, at the mark of the account."""
    header = (
        "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,"
        "First Name,Last Name,Employee Id,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,"
        "Cost Amount,Currency,External Reference URL"
    )
    rows = [
        (
            work.start.strftime("%d.%m.%Y" if tongue == "fr" else "%Y-%m-%d"),
            *(work.client, work.project, "", "Dev", str(number)),
            *(_hours(work, tongue), _yes(work.billable, "en"), _yes(work.invoiced, "en"), "No"),
            *("Anne", "Leroy", "", "", "Yes", _number(work.hourly, tongue)),
            *(_number(work.amount, tongue), "0", "0", "Euro - EUR", ""),
        )
        for number, work in enumerate(works)
        if not work.pause
    ]
    return _csv(header, rows)


def clockify(works: Sequence[Work], tongue: str) -> str:
    """Detailed report: the day and the hour apart, day first or month first."""
    header = {
        "en": "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,"
        "Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (EUR),"
        "Billable Amount (EUR),Date of creation,Type",
        "fr": "Projet,Client,Description,Tâche,Utilisateur,Groupe,E-mail,Étiquettes,Facturable,"
        "Date de début,Heure de début,Date de fin,Heure de fin,Durée (h),Durée (décimal),"
        "Taux facturable (EUR),Montant facturable (EUR),Date de création,Type",
    }[tongue]
    day, hour = ("%m/%d/%Y", "%I:%M:%S %p") if tongue == "en" else ("%d/%m/%Y", "%H:%M:%S")
    rows = [
        (
            *(work.project, work.client, "", "", "Anne", "", "", ""),
            *(_yes(work.billable, tongue), work.start.strftime(day), work.start.strftime(hour)),
            *(work.end.strftime(day), work.end.strftime(hour)),
            *(clock(work.seconds), _hours(work, tongue)),
            *(_number(work.hourly, tongue), _number(work.amount, tongue)),
            *("", "Break" if work.pause else "Regular"),
        )
        for work in works
    ]
    return _csv(header, rows)


def toggl(works: Sequence[Work], tongue: str) -> str:
    """Detailed report: amounts and no rates."""
    header = (
        "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,"
        "End time,Duration,Tags,Amount (EUR)"
    )
    if tongue == "fr":
        header = header.replace("Amount", "Montant").replace("Duration", "Durée")
    rows = [
        (
            *("Anne", "anne@example.org", work.client, work.project, "", ""),
            _yes(work.billable, "en"),
            *(work.start.strftime("%Y-%m-%d"), work.start.strftime("%H:%M:%S")),
            *(work.end.strftime("%Y-%m-%d"), work.end.strftime("%H:%M:%S")),
            *(clock(work.seconds), "", f"{work.amount:.2f}"),
        )
        for work in works
        if not work.pause
    ]
    return _csv(header, rows)


def kimai(works: Sequence[Work], tongue: str) -> str:
    """Default export: the rate of a row is its amount; headers are those of the user's tongue."""
    header = {
        "en": "Date,Begin,End,Duration,Currency,Rate,Internal rate,User,Customer,Project,Activity,"
        "Description,Billable,Tags,Type,Category",
        "fr": "Date,Début,Fin,Durée,Devise,Prix,Coût interne,Utilisateur,Client,Projet,Activité,"
        "Description,Facturable,Mots-clés,Type,Catégorie",
    }[tongue]
    rows = [
        (
            work.start.strftime("%Y-%m-%d" if tongue == "en" else "%d/%m/%Y"),
            *(work.start.strftime("%H:%M"), work.end.strftime("%H:%M"), clock(work.seconds)),
            *("EUR", _number(work.amount, tongue), "0", "anne", work.client, work.project, "Dev"),
            *("", _yes(work.billable, tongue), "", "timesheet", "work"),
        )
        for work in works
        if not work.pause
    ]
    return _csv(header, rows, ";" if tongue == "fr" else ",")


def solidtime(works: Sequence[Work], tongue: str) -> str:
    """Time entries: moments in universal time, no length and no price."""
    header = "description,billable,client,project,tags,start,end,task,user_name,user_email"
    told = {"en": ("false", "true"), "fr": ("0", "1")}[tongue]
    rows = [
        (
            *("", told[work.billable], work.client, work.project, ""),
            *(_universal(work.start), _universal(work.end), "", "Anne", "anne@example.org"),
        )
        for work in works
        if not work.pause
    ]
    return _csv(header, rows)


def _universal(moment: datetime) -> str:
    """Return a moment in universal time: France is an hour ahead, two from April to September."""
    summer = datetime(moment.year, 3, 31) <= moment < datetime(moment.year, 10, 25)  # noqa: DTZ001
    return (moment - timedelta(hours=1 + summer)).strftime("%Y-%m-%dT%H:%M:%SZ")


def everhour(works: Sequence[Work], tongue: str) -> str:
    """Detailed report: all the time, and that which is billable."""
    header = {
        "en": "Date,Member,Client,Project,Task,Time,Billable Time,Billable Rate,Billable Amount",
        "fr": "Date,Membre,Client,Projet,Tâche,Temps,Temps facturable,Taux facturable,"
        "Montant facturable",
    }[tongue]
    rows = [
        (
            *(work.start.strftime("%Y-%m-%d"), "Anne", work.client, work.project, str(number)),
            *(clock(work.seconds), clock(work.seconds if work.billable else 0)),
            *(_number(work.hourly, tongue), _number(work.amount, tongue)),
        )
        for number, work in enumerate(works)
        if not work.pause
    ]
    return _csv(header, rows)


def timewarrior(works: Sequence[Work], tongue: str) -> str:
    """The columns of its intervals: only what is billed bears the name of a mission's client."""
    header = {"en": "Start,End,Annotation,Tags", "fr": "Début,Fin,Annotation,Étiquettes"}[tongue]
    rows = [
        (
            work.start.strftime("%Y-%m-%d %H:%M:%S"),
            *(work.end.strftime("%Y-%m-%d %H:%M:%S"), ""),
            f"{work.client},{work.project}" if work.billable else "interne",
        )
        for work in works
        if not work.pause
    ]
    return _csv(header, rows)


def other(works: Sequence[Work], tongue: str) -> str:
    """Any tracker: a client, a start, and seconds or hours."""
    header = {
        "en": "Start,Duration (s),Client,Project,Billable,Hourly rate",
        "fr": "Début,Durée (h),Client,Projet,Facturable,Taux horaire",
    }[tongue]
    rows = [
        (
            work.start.strftime("%Y-%m-%d %H:%M"),
            str(work.seconds) if tongue == "en" else clock(work.seconds),
            *(work.client, work.project, _yes(work.billable, tongue)),
            _number(work.hourly, tongue),
        )
        for work in works
        if not work.pause
    ]
    return _csv(header, rows, ";" if tongue == "fr" else ",")


TRACKERS: dict[str, Callable[[Sequence[Work], str], str]] = {
    "Harvest": harvest,
    "Clockify": clockify,
    "Toggl Track": toggl,
    "Kimai": kimai,
    "solidtime": solidtime,
    "Everhour": everhour,
    "Timewarrior": timewarrior,
    "": other,
}
"""How each tracker writes works, by its name; the last is anybody's."""
UNPRICED = {"solidtime", "Timewarrior"}
"""Those that write no price: it is agreed on the sheet of missions."""
