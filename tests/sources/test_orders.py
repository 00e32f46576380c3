"""Dates that tell no order: French by default, asked about at any sign of another one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from reporter.books import load
from reporter.errors import BadData
from reporter.sources.grids.cells import Marks
from reporter.sources.grids.grid import Grid
from reporter.sources.lines.written.orders import reason
from tests.workbooks import folder

if TYPE_CHECKING:
    from pathlib import Path

FRENCH = "Date;Client;Jours;TJM"
ENGLISH = "Date;Customer;Days;Daily rate"
ROWS = "01/02/2020;A;1;700\n03/04/2020;A;1;700\n"
ASKED = "quel jour est-ce ?"


def dates(root: Path, text: str, settings: str = "", name: str = "jours.csv") -> list[date]:
    (root / "data").mkdir(exist_ok=True)
    (root / "bilan.toml").write_text(settings, encoding="utf-8")
    (root / "data" / name).write_text(text, encoding="utf-8")
    return [line.date for line in load(root).activity.days]


def refused(root: Path, text: str, settings: str = "") -> list[str]:
    with pytest.raises(BadData) as caught:
        dates(root, text, settings)
    return [f"{error.place.cell} {error.what}" for error in caught.value.errors]


ENGLISH_TITLES = (
    "customer customers invoice issue issued amount amounts day days hour hours rate rates daily "
    "hourly due paid billed billable subtotal quantity qty price supplier vendor merchant category "
    "expense expenses payment tax currency worked name number start end from to item items month "
    "year week task user created updated purchase order balance fee fees gross excl incl company "
    "status"
)
FRENCH_TITLES = (
    "jour jours heure heures montant montants taux tjm facture factures libelle fournisseur "
    "prestation prestations paiement reglement paye payee du au le nb nombre ht ttc tva devise "
    "statut categorie prix quantite annee mois duree nature objet intervenant remarque remarques "
    "commentaire commentaires depense depenses encaissement encaissements designation intitule "
    "societe numero kilometres clients nom debut fin"
)


def test_titles_are_english_where_most_of_their_words_are() -> None:
    def is_english(*titles: str) -> bool:
        return bool(reason(Grid("jours.csv", "", [titles], Marks()), 0, 1))

    assert [it for it in ENGLISH_TITLES.split() if not is_english("Date", it)] == []
    assert [it for it in FRENCH_TITLES.split() if is_english("Customer", it)] == []


def test_french_dates_are_not_asked_about(tmp_path: Path) -> None:
    assert dates(tmp_path, f"{FRENCH}\n{ROWS}") == [date(2020, 2, 1), date(2020, 4, 3)]


@pytest.mark.parametrize(
    "text",
    [
        f"{ENGLISH}\n{ROWS}",
        f"{FRENCH};Saisi à\n" + ROWS.replace("700\n", "700;9:00 AM\n"),
        f"{FRENCH};Saisi à\n" + ROWS.replace("700\n", "700;12/31/2019\n"),
        f"{FRENCH};Note\n" + ROWS.replace("700\n", "700;soit 780 $\n"),
    ],
)
def test_any_sign_of_another_order_is_asked_about_once(text: str, tmp_path: Path) -> None:
    assert refused(tmp_path, text) == [f"A2 {ASKED}"]


@pytest.mark.parametrize(
    "text",
    [
        f"{ENGLISH}\n13/02/2020;A;1;700\n{ROWS}",
        f"{ENGLISH}\n2020-02-01;A;1;700\n",
        f"{ENGLISH}\n02/02/2020;A;1;700\n",
        f"{FRENCH};Saisi à\n" + ROWS.replace("700\n", "700;31/12/2019\n"),
        f"{FRENCH};Invoice\n" + ROWS.replace("700\n", "700;12\n"),
    ],
)
def test_a_date_that_proves_the_day_first_asks_nothing(text: str, tmp_path: Path) -> None:
    assert dates(tmp_path, text)


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("mois_avant_jour", [date(2020, 1, 2), date(2020, 3, 4)]),
        ("jour_avant_mois", [date(2020, 2, 1), date(2020, 4, 3)]),
    ],
)
def test_its_owner_says_the_order(key: str, found: list[date], tmp_path: Path) -> None:
    settings = f'[lecture]\n{key} = ["jours.csv"]\n'
    assert dates(tmp_path, f"{ENGLISH}\n{ROWS}", settings) == found


def test_a_date_against_what_its_owner_says_is_refused(tmp_path: Path) -> None:
    settings = '[lecture]\njour_avant_mois = ["jours.csv"]\n'
    text = f"{FRENCH}\n01/31/2020;A;1;700\n"
    assert refused(tmp_path, text, settings) == ["A2 cellule en erreur"]


def test_a_file_beside_an_american_one_is_asked_about(tmp_path: Path) -> None:
    dates(tmp_path, f"{FRENCH}\n01/31/2020;A;1;700\n", '[lecture]\nmois_avant_jour=["jours.csv"]\n')
    other = tmp_path / "data" / "jours-2.csv"
    other.write_text(f"{FRENCH}\n03/04/2020;A;1;700\n", encoding="utf-8")
    with pytest.raises(BadData, match=ASKED) as caught:
        load(tmp_path)
    assert [error.place.file for error in caught.value.errors] == ["data/jours-2.csv"]


def test_the_order_of_a_tracker_is_said_too(tmp_path: Path) -> None:
    text = "Client,Start,End,Hourly rate\nA,03/04/2020 09:00,03/04/2020 16:00,100\n"
    settings = "[lecture]\nheures_par_jour = 7\n"
    assert refused(tmp_path, text, settings) == [f"B2 {ASKED}"]
    for key, day in (("mois", date(2020, 3, 4)), ("jour", date(2020, 4, 3))):
        other = "jour" if key == "mois" else "mois"
        said = f'{settings}{key}_avant_{other} = ["jours.csv"]\n'
        assert dates(tmp_path, text, said) == [day]


def mixed(root: Path, *cells: Any) -> list[str]:
    """Return what is wrong with dates of a workbook, some of them texts."""
    rows = [("Date", "Client", "Jours", "TJM"), *((cell, "A", 1, 700) for cell in cells)]
    try:
        load(folder(root, {"Jours": rows}))
    except BadData as bad:
        return [f"{error.place.cell} {error.what}" for error in bad.errors]
    return []


EARLY = (date(2020, 3, 2), date(2020, 4, 6), date(2020, 5, 7))


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ((*EARLY, "31/01/2020"), ["A5 date illisible"]),
        ((*EARLY, "01/31/2020"), ["A5 date illisible"]),
        ((*EARLY, date(2020, 5, 18), "31/01/2020"), []),
        ((*EARLY, "31/01/2020", "03/02/2020"), []),
        ((*EARLY[:2], "31/01/2020"), []),
        (EARLY, []),
    ],
)
def test_true_dates_that_a_spreadsheet_may_have_swapped_are_refused(
    cells: tuple[Any, ...], found: list[str], tmp_path: Path
) -> None:
    """It takes for true, month first, the dates that it can: from the thirteenth on, texts stay."""
    assert mixed(tmp_path, *cells) == found


def test_true_dates_of_a_tracker_may_be_swapped_too(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("Date", "Client", "Project", "Hours", "Billable", "Invoiced", "Billable Rate"),
        *((day, "A", "P", 7, "Yes", "Yes", 100) for day in (*EARLY, "31/01/2020")),
    ]
    with pytest.raises(BadData, match="peut-être inversées"):
        load(folder(tmp_path, {"Temps": rows}, "[lecture]\nheures_par_jour = 7\n"))
