"""The words of time trackers: the headers of their exports, in English and French, once for each.

Knows the headers that trackers write, as they document them. Never a grid nor a cell of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

Column = Literal[
    "date", "start", "start_time", "end", "end_time", "duration", "hours", "rounded",
    "client", "project", "task", "notes", "tags", "worker", "first", "last", "billable",
    "billed_hours", "invoiced", "type", "hourly", "daily", "amount", "currency",
]  # fmt: skip
"""What a column of an export can hold."""
BREAK = pattern(r"\b(?:pauses?|breaks?|coupures?|interruptions?)\b")
"""What the header of a time taken off says, folded."""
MEAL = pattern(r"\b(?:repas|lunch|dejeuner)\b")
"""The same, where its numbers may also be those of something else: their unit must be said."""
APPROVAL = pattern(
    r"\b(?:approv\w*|approb\w*|approuv\w*|valid\w*|lock\w*|verrouill\w*|submi\w*|soumi\w*)\b"
    r"|^(?:entry |timesheet |time )?(?:statuts?|status|etat|state)\b"
)
"""What the header says of a column that tells whether a time is approved, folded."""
REFUSAL = pattern(
    r"\b(?:reject\w*|rejet\w*|refus\w*|delet\w*|supprim\w*|cancel\w*|annul\w*|void\w*|drafts?|"
    r"brouillons?)\b"
)
"""The same, where its « oui » takes the time back."""
OFFICE = pattern(
    r"(?:admin(?:istrati\w+)?|compta(?:bilite)?|prospection)$|"
    r"(?:(?:mes |nos )?factures a (?:faire|envoyer))$|"
    r"(?:rdv |appels? |relances? )?prospects?\b|(?:offre|propale|chiffrage|reponse (?:a )?ao)\b|"
    r".*\bmoi$"
)
"""What is done for oneself, and billed to nobody, folded."""
OTHERS = pattern(
    r"\b(?:by|par|at|on|le|date|notes?|comments?|commentaires?|name|nom|user|email|reasons?|motifs?)\b"
)
"""What makes of either the person, the day or the words of an approval."""
OWN: dict[str, Column] = {
    "date": "date",
    "client": "client",
    "mission": "project",
    "intervenant": "worker",
    "heures": "hours",
    "tjm": "daily",
    "taux horaire": "hourly",
    "montant ht": "amount",
    "facturable": "billable",
    "facture": "invoiced",
    "commentaire": "notes",
    "devise": "currency",
}
"""What the meanings that an owner gives to a header in `[colonnes]` are in an export."""
RATES = "billable rate, hourly rate, taux facturable, taux horaire facturable, taux horaire"
AMOUNTS = "billable amount, montant facturable"
NAMED: dict[Column, str] = {
    "client": "client, customer",
    "project": "project, projet",
    "task": "task, tache",
    "notes": "description",
    "worker": "user, utilisateur, member, membre",
    "tags": "tags, etiquettes, mots cles",
    "billable": "billable, facturable",
    "currency": "currency, devise",
    "hourly": RATES,
    "amount": AMOUNTS,
}
SPLIT: dict[Column, str] = {
    "date": "start date, date de debut",
    "start_time": "start time, heure de debut",
    "end": "end date, stop date, date de fin",
    "end_time": "end time, stop time, heure de fin",
}
"""A moment in two columns: its day, then its hour."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tracker:
    """A time tracker.

    Attributes:
        columns: the words of its columns, folded; several words of one column are as many tongues.
        needs: the columns that tell its exports from others: one of each group.
        never: headers that its exports never have: one that does is somebody else's.
        timed: whether its moments must hold an hour to be told from mere dates.
    """

    name: str
    columns: Mapping[Column, str]
    needs: tuple[tuple[Column, ...], ...]
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
    },
    needs=(("date",), ("project",), ("duration", "hours"), ("billable",), ("start_time", "client")),
)
TOGGL = Tracker(
    name="Toggl Track",
    columns={
        **NAMED,
        **SPLIT,
        "duration": "duration, duree",
        "amount": f"{AMOUNTS}, amount, montant",
    },
    needs=(("date",), ("start_time",), ("project",), ("duration",), ("billable",)),
)
EVERHOUR = Tracker(
    name="Everhour",
    columns={
        **NAMED,
        "date": "date, day, jour",
        "worker": "member, team member, user, membre, utilisateur",
        "notes": "comment, notes, commentaire",
        "duration": "time, total time, hours, temps, temps total, heures",
        "billed_hours": "billable time, temps facturable",
        "hourly": f"{RATES}, rate",
        "invoiced": "invoiced, facture",
    },
    needs=(("date",), ("client",), ("project",), ("duration",), ("billable", "billed_hours")),
)
TEMPO = Tracker(
    name="Tempo",
    columns={
        **NAMED,
        "date": "work date",
        "client": "account customer, customer, client",
        "project": "project name, project",
        "task": "issue key",
        "notes": "work description",
        "worker": "full name, username",
        "duration": "hours",
        "billed_hours": "billed hours",
    },
    needs=(("date",), ("project",), ("task",), ("duration",)),
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
        "worker": "user name, user, member, utilisateur",
    },
    needs=(("start",), ("end",), ("project",), ("billable",)),
    timed=True,
    never="date, day, jour",
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
        "date": f"date, jour, day, {SPLIT['date']}",
        "start": "start, begin, started at, debut, from, timestamp, de",
        "start_time": "start time, heure de debut, heure debut, arrivee",
        "end": f"end, stop, ended at, fin, to, a, {SPLIT['end']}",
        "end_time": "end time, heure de fin, heure fin, depart",
        "duration": "duration, duree, temps, time, duration h, duree h, duration min, duree min, "
        "duration s, duree s, duration hours, duration minutes, duration seconds, duree heures, "
        "duree minutes, duree secondes, duree en heures, duree en minutes, duree en secondes",
        "hours": "hours, heures, duration decimal, duree decimale, nb heures, total heures, "
        "heures travaillees, temps total",
        "project": "project, projet, mission",
        "notes": "description, notes, note, commentaire, comment",
        "worker": "user, utilisateur, member, intervenant, consultant",
        "invoiced": "facture, facturee, facturees, invoiced, billed, deja facture, deja facturee",
        "type": "type, nature, type de temps",
        "hourly": "hourly rate, billable rate, taux horaire, taux horaire ht, tarif horaire",
        "daily": "tjm, tjm ht, daily rate",
        "amount": "billable amount, montant ht, amount",
    },
    needs=(
        ("start", "start_time"),
        ("end", "end_time", "duration", "hours"),
        ("client", "project"),
    ),
    timed=True,
    never="tva, taux tva, montant tva, vat, ttc, montant ttc, total ttc, statut, status, etat, "
    "n facture, numero, invoice, jours, nb jours, days, quantite, prix unitaire",
)
TWICE: frozenset[Column] = frozenset({"worker", "notes", "tags", "task", "duration"})
"""What an export may say in two columns, a name and a login, hours twice: the first is read."""
TRACKERS = (HARVEST, CLOCKIFY, TOGGL, EVERHOUR, TEMPO, KIMAI, SOLIDTIME, TIMEWARRIOR, OTHER)
"""In the order in which they are tried: those of the most words of their own first."""
