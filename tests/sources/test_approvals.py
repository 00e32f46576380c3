"""Whether a time is approved in the export of a tracker: known wholly, doubted, or asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sources.test_trackers import SETTINGS, books, codes, one, refusals

if TYPE_CHECKING:
    from pathlib import Path

EXPORTS = {
    "Harvest": (
        "Date,Client,Project,Task,Hours,Billable?,Invoiced?,{},First Name,Billable Rate",
        "2020-03-{},A,Flux,Dev,7,Yes,Yes,{},Anne,100",
    ),
    "Clockify": (
        (
            "Project,Client,User,Billable,Start Date,Start Time,End Date,{},End Time,Duration (h),"
            "Hourly rate"
        ),
        "Flux,A,Anne,Yes,2020-03-{0},09:00,2020-03-{0},{1},16:00,07:00:00,100",
    ),
    "Toggl Track": (
        "User,Client,Project,Billable,Start date,Start time,{},End date,End time,Duration,Amount",
        "Anne,A,Flux,Yes,2020-03-{0},09:00,{1},2020-03-{0},16:00,07:00:00,700",
    ),
    "Kimai": (
        "Date,Begin,End,Duration,Customer,Project,Activity,{},Hourly rate",
        "2020-03-{},09:00,16:00,07:00,A,Flux,Dev,{},100",
    ),
    "solidtime": (
        "Start,End,Duration,Client,Project,Billable,{},Billable Rate",
        "2020-03-{0} 09:00,2020-03-{0} 16:00,07:00:00,A,Flux,Yes,{1},100",
    ),
    "": (
        "Date,Client,Début,Fin,{},Taux horaire",
        "2020-03-{},A,09:00,16:00,{},100",
    ),
}


def export(title: str, *words: str, tracker: str = "Clockify") -> str:
    """Return entries of seven hours at 100 euros, one a day, with what a column says of each."""
    header, row = EXPORTS[tracker]
    rows = (row.format(f"0{day}", word) for day, word in enumerate(words, start=2))
    return "\n".join((header.format(title), *rows)) + "\n"


@pytest.mark.parametrize("tracker", EXPORTS)
@pytest.mark.parametrize("title", ["Approved?", "Approval", "Validé"])
def test_a_time_taken_back_is_asked_about_in_every_tracker(
    tracker: str, title: str, tmp_path: Path
) -> None:
    text = export(title, "Yes", "Rejected", tracker=tracker)
    (said,) = refusals(tmp_path, {"a.csv": text})
    column = EXPORTS[tracker][0].split(",").index("{}")
    assert said == f"{'ABCDEFGHIJK'[column]}3 ce temps compte-t-il ?"


@pytest.mark.parametrize(
    "title",
    ["Approved?", "Approval Status", "Status", "Statut", "État", "Validé", "Validated", "Locked",
     "Verrouillé", "Entry status", "Statut de validation", "Submitted"],
)  # fmt: skip
@pytest.mark.parametrize("word", ["Rejected", "Deleted", "Brouillon", "Refusé", "Draft", "?", "5"])
def test_a_word_that_is_not_known_is_asked_about(title: str, word: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, {"a.csv": export(title, word)}) == ["H2 ce temps compte-t-il ?"]


@pytest.mark.parametrize("word", ["Approved", "Yes", "oui", "Validé", "x", "31/03/2020", "", "-"])
def test_what_is_approved_counts(word: str, tmp_path: Path) -> None:
    read = books(tmp_path, {"a.csv": export("Approval Status", word)})
    assert ([line.amount for line in read.activity.days], codes(read)) == ([700], [])


@pytest.mark.parametrize("title", ["Approved?", "Validé", "Status"])
@pytest.mark.parametrize("word", ["No", "non", "Pending", "Not submitted", "En attente", "0"])
def test_what_nobody_approved_yet_counts_and_is_doubted(
    title: str, word: str, tmp_path: Path
) -> None:
    read = books(tmp_path, {"a.csv": export(title, "Yes", word)})
    assert ([line.amount for line in read.activity.days], codes(read)) == (
        [700, 700],
        ["pas-approuve"],
    )
    assert [doubt.place.cell for doubt in read.seen] == ["H3"]


@pytest.mark.parametrize(("words", "said"), [(("No", "No"), []), (("No", "Yes"), ["pas-approuve"])])
def test_harvest_says_no_of_all_where_nobody_approves(
    words: tuple[str, str], said: list[str], tmp_path: Path
) -> None:
    assert codes(books(tmp_path, {"a.csv": export("Approved?", *words, tracker="Harvest")})) == said


@pytest.mark.parametrize("title", ["Locked", "Verrouillé"])
def test_a_row_that_may_still_be_written_is_no_doubt(title: str, tmp_path: Path) -> None:
    assert codes(books(tmp_path, {"a.csv": export(title, "No", "Yes")})) == []


@pytest.mark.parametrize("title", ["Deleted", "Rejected", "Supprimé", "Annulé", "Brouillon"])
@pytest.mark.parametrize(("word", "counts"), [("No", True), ("", True), ("Yes", False)])
def test_a_column_of_what_is_taken_back_is_read_the_other_way(
    title: str, word: str, counts: bool, tmp_path: Path
) -> None:
    text = export(title, word)
    if counts:
        assert [amount for *_, amount in one(tmp_path, text)] == [700]
    else:
        assert refusals(tmp_path, {"a.csv": text}) == ["H2 ce temps compte-t-il ?"]


@pytest.mark.parametrize("title", ["Approved by", "Date de validation", "Approval notes"])
def test_who_approved_and_when_says_nothing(title: str, tmp_path: Path) -> None:
    assert [amount for *_, amount in one(tmp_path, export(title, "Anne"))] == [700]


@pytest.mark.parametrize(("says", "found"), [("compte", [700]), ("ne compte pas", [])])
def test_the_owner_says_what_a_word_of_approvals_is(
    says: str, found: list[int], tmp_path: Path
) -> None:
    settings = f'{SETTINGS}"Rejected" = "{says}"\n'
    text = export("Approval Status", "Rejected")
    assert [amount for *_, amount in one(tmp_path, text, settings)] == found


@pytest.mark.parametrize("meaning", ["", "Statut"])
def test_the_owner_says_which_column_it_is(meaning: str, tmp_path: Path) -> None:
    title = "Approved?" if not meaning else "Contrôle"
    settings = f'{SETTINGS}[colonnes]\n"{title}" = "{meaning}"\n'
    text = export(title, "Rejected")
    if meaning:
        assert refusals_of(tmp_path, text, settings) == ["H2 ce temps compte-t-il ?"]
    else:
        assert [amount for *_, amount in one(tmp_path, text, settings)] == [700]


def refusals_of(root: Path, text: str, settings: str) -> list[str]:
    """Return what is wrong with an export, by settings of one's own."""
    return refusals(root, {"a.csv": text}, settings)


HOURS = "Date,Client,Début,Fin,Taux horaire"


@pytest.mark.parametrize("title", ["Facturé", "Facturée", "Facturé ?", "Déjà facturé", "Invoiced"])
@pytest.mark.parametrize(
    ("word", "said"),
    [("oui", []), ("F-2020-3", []), ("31/03/2020", []), ("non", ["pas-encore-facture"])],
)
def test_hours_kept_by_hand_say_whether_they_are_invoiced(
    title: str, word: str, said: list[str], tmp_path: Path
) -> None:
    text = f"{HOURS},{title}\n02/03/2020,A,09:00,16:00,100,{word}\n"
    read = books(tmp_path, {"heures.csv": text})
    assert ([line.amount for line in read.activity.days], codes(read)) == ([700], said)
