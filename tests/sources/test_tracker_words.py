"""Each header that a tracker writes is heard: without any of these, a column is lost unseen."""

from __future__ import annotations

import re

import pytest

from reporter.sources.grids.cells import Marks
from reporter.sources.grids.grid import Grid
from reporter.sources.tables.trackers import Export, find_export
from reporter.sources.tables.vocabulary import Vocabulary

TRACKED = {
    "Harvest": """
        date: date
        client: client, customer
        project: project, projet
        hours: hours, heures
        billable: billable, facturable
        invoiced: invoiced, facture, facturee, facturees

        task: task, tache
        notes: notes, note
        worker: user, utilisateur, member, membre
        tags: tags, etiquettes, mots cles
        currency: currency, devise
        hourly: billable rate, hourly rate, taux facturable, taux horaire facturable, taux horaire
        amount: billable amount, montant facturable
        rounded: hours rounded, heures arrondies
        first: first name, prenom
        last: last name, nom, nom de famille
    """,
    "Clockify": """
        date: start date, date de debut
        project: project, projet
        duration: duration h, duree h
        billable: billable, facturable
        start_time: start time, heure de debut

        client: client, customer
        task: task, tache
        notes: description
        worker: user, utilisateur, member, membre
        tags: tags, etiquettes, mots cles
        currency: currency, devise
        hourly: billable rate, hourly rate, taux facturable, taux horaire facturable, taux horaire
        amount: billable amount, montant facturable
        end: end date, stop date, date de fin
        end_time: end time, stop time, heure de fin
        hours: duration decimal, duree decimal, duree decimale
        type: type
    """,
    "Toggl Track": """
        date: start date, date de debut
        start_time: start time, heure de debut
        project: project, projet
        duration: duration, duree
        billable: billable, facturable

        client: client, customer
        task: task, tache
        notes: description
        worker: user, utilisateur, member, membre
        tags: tags, etiquettes, mots cles
        currency: currency, devise
        hourly: billable rate, hourly rate, taux facturable, taux horaire facturable, taux horaire
        amount: billable amount, montant facturable, amount, montant
        end: end date, stop date, date de fin
        end_time: end time, stop time, heure de fin
    """,
    "Everhour": """
        date: date, day, jour
        client: client, customer
        project: project, projet
        duration: time, total time, hours, temps, temps total, heures
        billable: billable, facturable

        task: task, tache
        notes: comment, notes, commentaire
        worker: member, team member, user, membre, utilisateur
        tags: tags, etiquettes, mots cles
        currency: currency, devise
                hourly: billable rate, hourly rate, taux facturable, taux horaire facturable,
            taux horaire, rate
        amount: billable amount, montant facturable
        billed_hours: billable time, temps facturable
        invoiced: invoiced, facture
    """,
    "Tempo": """
        date: work date
        project: project name, project
        task: issue key
        duration: hours

        client: account customer, customer, client
        notes: work description
        worker: full name, username
        tags: tags, etiquettes, mots cles
        billable: billable, facturable
        currency: currency, devise
        hourly: billable rate, hourly rate, taux facturable, taux horaire facturable, taux horaire
        amount: billable amount, montant facturable
        billed_hours: billed hours
    """,
    "Kimai": """
        date: date
        start_time: begin, start, from, in, debut, de
        end_time: end, stop, to, out, fin, a
        duration: duration, working time, duree, temps de travail
        client: customer, client
        task: activity, activite

        project: project, projet
        notes: description
        worker: user, username, utilisateur, identifiant
        tags: tags, etiquettes, mots cles
        billable: billable, facturable
        currency: currency, devise
        hourly: hourly rate, hourly price, taux horaire, prix horaire, tarif horaire
        amount: rate, price, total price, taux, prix, tarif, montant
        type: type
        invoiced: exported, exporte
    """,
    "solidtime": """
        start: start, debut
        end: end, fin
        project: project, projet
        billable: billable, facturable

        client: client, customer
        task: task, tache
        notes: description
        worker: user name, user, member, utilisateur
        tags: tags, etiquettes, mots cles
        currency: currency, devise
        hourly: billable rate, hourly rate, taux facturable, taux horaire facturable, taux horaire
        amount: billable amount, montant facturable
        duration: duration, duree
        hours: duration decimal, duree decimale
    """,
    "Timewarrior": """
        start: start, debut
        end: end, fin
        tags: tags, etiquettes, mots cles

        duration: duration, duree
        notes: annotation
    """,
    "": """
        start: start, begin, started at, debut, from, timestamp, de
        end: end, stop, ended at, fin, to, a, end date, stop date, date de fin
        client: client, customer

        project: project, projet, mission
        task: task, tache
        notes: description, notes, note, commentaire, comment
        worker: user, utilisateur, member, intervenant, consultant
        tags: tags, etiquettes, mots cles
        billable: billable, facturable
        currency: currency, devise
        hourly: hourly rate, billable rate, taux horaire, taux horaire ht, tarif horaire
        amount: billable amount, montant ht, amount
        date: date, jour, day, start date, date de debut
        start_time: start time, heure de debut, heure debut, arrivee
        end_time: end time, heure de fin, heure fin, depart
                duration: duration, duree, temps, time, duration h, duree h, duration min, duree
            min, duration s, duree s, duration hours, duration minutes, duration seconds, duree
            heures, duree minutes, duree secondes, duree en heures, duree en minutes, duree en
            secondes
        hours: hours, heures, duration decimal, duree decimale, nb heures, total heures,
            heures travaillees, temps total
        invoiced: facture, facturee, facturees, invoiced, billed, deja facture, deja facturee
        type: type, nature, type de temps
        daily: tjm, tjm ht, daily rate
    """,
}
"""The words of each column of the exports of each tracker, those that tell them apart first."""
NEEDED = {name: words.strip().split("\n\n")[0] for name, words in TRACKED.items()}
AT = "02/03/2020 09:00"
BREAKS = """
    pause; pauses; break; breaks; coupure; coupures; interruption; interruptions; repas; lunch;
    déjeuner
"""
APPROVALS = """
    approved; approbation; approuvé; validé; locked; verrouillé; submitted; soumis; statut; statuts;
    status; état; state; entry status; timesheet status; time status; rejected; rejeté; refusé;
    deleted; supprimé; cancelled; annulé; void; draft; drafts; brouillon; brouillons
"""
OF_APPROVALS = """
    approved by; validé par; approved at; approved on; validé le; approval date; approval note;
    approval notes; approval comment; approval comments; commentaire de validation;
    commentaires de validation; approver name validated; nom du valideur validé; user validated;
    email validated; refusal reason refused; reasons refused; motif du refus; motifs de refus
"""
NEVER = {
    "": """
        tva; taux tva; montant tva; vat; ttc; montant ttc; total ttc; statut; status; état;
        n facture; numéro; invoice; jours; nb jours; days; quantité; prix unitaire
    """,
    "Timewarrior": "client; customer; project; projet",
    "solidtime": "date; day; jour",
}
OWN = """
    date, date; client, client; mission, project; intervenant, worker; heures, hours; tjm, daily;
    taux horaire, hourly; montant ht, amount; facturable, billable; facture, invoiced;
    commentaire, notes; devise, currency
"""
"""What an owner says that a title means, and the column that it is."""


def each(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(";")]


def columns(words: str) -> dict[str, list[str]]:
    """Return the words of each column of some lines."""
    parts = re.split(r"(\w+):", " ".join(words.split()))[1:]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {name: told.strip(" ,").split(", ") for name, told in pairs}


def export(titles: list[str], **aliases: str) -> Export | None:
    """Return the export of one entry that has these titles."""
    grid = Grid("temps.csv", "", [titles, [AT] * len(titles)], Marks())
    return find_export(grid, Vocabulary(aliases))


@pytest.mark.parametrize("name", TRACKED)
def test_each_word_of_a_column_is_heard(name: str) -> None:
    heard, expected = {}, {}
    for column, words in columns(TRACKED[name]).items():
        for word in words:
            titles = {it: told[0] for it, told in columns(NEEDED[name]).items()} | {column: word}
            found = export(list(titles.values()))
            expected[column, word] = (name, list(titles).index(column))
            stands = [n for it, n in found.columns.items() if it == column] if found else []
            heard[column, word] = found and (found.tracker.name, *stands)
    assert heard == expected


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("Clockify", "date project hours billable client"),
        ("Clockify", "date project hours billable start_time"),
        ("Everhour", "date client project duration billed_hours"),
        ("", "start_time end_time client"),
        ("", "start_time end_time project"),
        ("", "start duration client"),
        ("", "start hours client"),
    ],
)
def test_one_column_of_those_that_say_the_same_is_enough(name: str, needed: str) -> None:
    words = columns(TRACKED[name])
    found = export([words[column][0] for column in needed.split()])
    assert found is not None
    assert (found.tracker.name, [*found.columns]) == (name, needed.split())


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("Harvest", "notes"), ("Harvest", "worker"), ("Harvest", "tags"), ("Harvest", "task"),
        ("Toggl Track", "duration"),
    ],
)  # fmt: skip
def test_of_a_name_said_twice_the_first_is_read(name: str, column: str) -> None:
    titles = [words[0] for words in columns(NEEDED[name]).values()]
    found = export([*titles, *columns(TRACKED[name])[column][:2]])
    assert found is not None
    assert column in found.columns
    assert export([*titles, *columns(TRACKED[name])["client"][:2]]) is None


@pytest.mark.parametrize("name", NEVER)
def test_what_a_tracker_never_writes_is_of_something_else(name: str) -> None:
    titles = [told[0] for told in columns(NEEDED[name]).values()]
    found = {word: export([*titles, word]) for word in ("x", *each(NEVER[name]))}
    assert [word for word, it in found.items() if it and it.tracker.name == name] == ["x"]


def test_breaks_and_approvals_are_told_from_who_and_when() -> None:
    titles = [told[0] for told in columns(NEEDED["Harvest"]).values()]
    for words, breaks, approvals in (
        (BREAKS, True, False), (APPROVALS, False, True), (OF_APPROVALS, False, False),
    ):  # fmt: skip
        found = {word: export([*titles, word]) for word in each(words)}
        told = {word: it and (bool(it.breaks), bool(it.approvals)) for word, it in found.items()}
        assert told == dict.fromkeys(found, (breaks, approvals))


def test_what_the_owner_says_of_a_title_is_heard() -> None:
    needed = columns(NEEDED[""])
    for meaning, column in (it.split(", ") for it in each(OWN)):
        titles = {it: told[0] for it, told in needed.items()} | {column: "Machin"}
        found = export(list(titles.values()), Machin=meaning)
        assert found is not None, meaning
        assert found.columns[column] == list(titles).index(column)  # type: ignore[index]
