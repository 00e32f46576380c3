"""The time of one client, of no named client, and lists of hours kept by hand."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from reporter.books import load
from reporter.errors import BadData
from tests.sources.test_trackers import SETTINGS, books, refusals
from tests.workbooks import Rows, folder

TIMED = "Date;Début;Fin;Taux horaire\n02/03/2020;09:00;16:00;100\n"
MISSIONS = "Client;Mission;TJM\nPonant;Flux;700\n"
CLIENT = '[colonnes]\n"Ponant" = "Client"\n'


def test_the_time_of_a_sheet_is_that_of_the_client_it_is_called_by(tmp_path: Path) -> None:
    settings = SETTINGS + CLIENT
    (line,) = books(tmp_path, {"Ponant.csv": TIMED}, settings).activity.days
    assert (line.client, line.amount, line.place.cell) == ("Ponant", 700, "A2")


def test_a_title_names_the_client_of_the_time_below(tmp_path: Path) -> None:
    (line,) = books(tmp_path, {"temps.csv": f"Client : Ponant;;;\n{TIMED}"}).activity.days
    assert (line.client, line.amount) == ("Ponant", 700)


def test_the_hours_of_a_first_entry_may_be_blank(tmp_path: Path) -> None:
    """Its duration alone is kept: another entry tells that the sheet is of time."""
    header = "Date;Début;Fin;Durée;Client;Taux horaire"
    rows = f"{header}\n02/03/2020;;;3:30;Ponant;100\n03/03/2020;09:00;12:30;3:30;Ponant;100\n"
    days = books(tmp_path, {"temps.csv": rows}).activity.days
    assert [line.amount for line in days] == [350, 350]


def test_missions_of_dates_written_as_texts_are_no_time(tmp_path: Path) -> None:
    header = ("Client", "TJM", "Début", "Fin")
    sheets: dict[str, Rows] = {
        "Missions": [header, ("Ponant", 700, "01/01/2020", "31/12/2020")],
        "Jours": [("Date", "Client", "Jours"), (date(2020, 1, 31), "Ponant", 10)],
    }
    (line,) = load(folder(tmp_path, sheets)).activity.days
    assert line.amount == 7000


def test_a_sheet_for_each_client(tmp_path: Path) -> None:
    header = ("Date", "Début", "Fin", "Taux horaire")
    row = (date(2020, 3, 2), time(9), time(16), 100)
    sheets = {"Ponant": [header, row], "Alizé": [header, row]}
    settings = f'{SETTINGS}{CLIENT}"Alizé" = "Client"\n'
    days = load(folder(tmp_path, sheets, settings)).activity.days
    assert [line.client for line in days] == ["Ponant", "Alizé"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ponant.csv", '[colonnes] "Ponant" = "Client" ; sinon, ajouter une colonne Client'),
        ("export.csv", "il n’y manque que le client : ajouter une colonne Client, ou un titre"),
    ],
)
def test_time_that_lacks_its_client_alone_is_told_so(name: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(BadData) as caught:
        books(tmp_path, {name: TIMED})
    (bad,) = caught.value.errors
    assert said in bad.fix


TOGGL = (
    "User,Project,Billable,Start date,Start time,End date,End time,Duration\n"
    "Anne,Flux,Yes,2020-03-02,09:00,2020-03-02,16:00,07:00:00\n"
)


@pytest.mark.parametrize("header", [TOGGL, TOGGL.replace("Duration", "Duration (h)")])
def test_a_project_is_that_of_its_mission_where_no_column_names_clients(
    header: str, tmp_path: Path
) -> None:
    (line,) = books(tmp_path, {"a.csv": header, "missions.csv": MISSIONS}).activity.days
    assert (line.client, line.mission, line.amount) == ("Ponant", "Flux", 700)
    (tmp_path / "alone").mkdir()
    assert refusals(tmp_path / "alone", {"a.csv": header}) == ["B2 saisie sans client"]


@pytest.mark.parametrize(
    "titles", ["De;À", "Début;Fin", "Heure de début;Heure de fin", "Arrivée;Départ"]
)
def test_a_list_of_hours_kept_by_hand_is_read_with_the_day_first(
    titles: str, tmp_path: Path
) -> None:
    text = f"Date;Client;{titles};TJM\n02/03/2020;A;09:00;16:00;700\n"
    (line,) = books(tmp_path, {"temps.csv": text}).activity.days
    assert (line.date, line.amount) == (date(2020, 3, 2), 700)


@pytest.mark.parametrize(("start", "end"), [("9:00 AM", "4:00 PM"), ("09:00 am", "16:00")])
def test_hours_of_half_a_day_ask_which_order_its_dates_have(
    start: str, end: str, tmp_path: Path
) -> None:
    text = f"Date;Client;Début;Fin;TJM\n02/03/2020;A;{start};{end};700\n"
    assert refusals(tmp_path, {"temps.csv": text}) == ["A2 quel jour est-ce ?"]


def test_invoices_with_third_parties_are_no_expenses(tmp_path: Path) -> None:
    """Dolibarr calls the client « Tiers »: it is one on a sheet of what is sold."""
    text = (
        "Réf.;Date facturation;Tiers;Montant HT;Montant TVA;Montant TTC;État\n"
        "FA2501-0001;15/01/2025;Ponant;1000,00;200,00;1200,00;Payée\n"
    )
    (line,) = books(tmp_path, {"factures.csv": text}).activity.fees
    assert (line.client, line.amount) == ("Ponant", 1000)
