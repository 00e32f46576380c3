"""Days without a price, and lists without titles: refusals that say what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reporter.errors import BadCell, BadData
from tests.sources.test_trackers import books

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.books import Books

MISSIONS = "Client;Mission;TJM\nCompagnie du Ponant;Flux;700\nCompagnie du Ponant;Audit;800\n"
DATED = "Client;TJM;Du;Au\nPonant;700;01/04/2020;30/04/2020\n"


def refused(root: Path, files: dict[str, str], settings: str = "") -> list[BadCell]:
    with pytest.raises(BadData) as caught:
        books(root, files, settings)
    return list(caught.value.errors)


def days(*cells: str, titles: str = "") -> str:
    return f"Date;Client;Mission;Jours{titles}\n" + "".join(f"{cell}\n" for cell in cells)


@pytest.mark.parametrize(
    ("row", "missions", "said"),
    [
        ("02/03/2020;A;;1", "", "Missions : Client = A, TJM = …"),
        ("02/03/2020;A;B;1", "", "Missions : Client = A, Mission = B, TJM = …"),
        ("02/03/2020;Ponant;Flux;1", MISSIONS, "écrire « Compagnie du Ponant » comme dans"),
        ("02/03/2020;Compagnie du Ponant;Fluxx;1", MISSIONS, "« Flux » ou « Audit », ou y en"),
        ("02/03/2020;Ponant;;1", DATED, "ne vaut qu’à partir du 01/04/2020"),
        ("02/05/2020;Ponant;;1", DATED, "ne vaut que jusqu’au 30/04/2020"),
        ("02/03/2020;Alizé;;1", MISSIONS, "Missions : Client = Alizé, TJM = …"),
    ],
)
def test_a_day_without_a_price_is_told_what_the_missions_say(
    row: str, missions: str, said: str, tmp_path: Path
) -> None:
    files = {"jours.csv": days(row)} | ({"missions.csv": missions} if missions else {})
    (bad,) = refused(tmp_path, files)
    assert bad.what == "TJM inconnu"
    assert said in bad.fix


def test_a_tracker_and_a_grid_are_told_the_same(tmp_path: Path) -> None:
    tracked = "Client,Start,End\nPonant,2020-03-02 09:00,2020-03-02 16:00\n"
    grid = "Mars 2020\nClient;" + ";".join(map(str, range(1, 32))) + "\nPonant" + ";;1" + ";" * 29
    files = {"a.csv": tracked, "cra.csv": grid, "missions.csv": MISSIONS}
    errors = refused(tmp_path, files, "[lecture]\nheures_par_jour = 7\n")
    assert ["« Compagnie du Ponant »" in bad.fix for bad in errors] == [True, True]


@pytest.mark.parametrize(
    ("title", "cell", "said"),
    [
        ("Prix convenu", "700", '[colonnes] "Prix convenu" = "TJM"\n'),
        ("Tarif appliqué", "650", '[colonnes] "Tarif appliqué" = "TJM"\n'),
        ("Honoraires", "7000", '"Honoraires" = "Montant HT" (ou "Montant TTC")\n'),
        ("Remise accordée", "700", None),
        ("Prix convenu", "selon devis", None),
        ("Lieu", "700", None),
    ],
)
def test_the_nearest_column_is_proposed_by_its_words_and_its_cells(
    title: str, cell: str, said: str | None, tmp_path: Path
) -> None:
    (bad, *_) = refused(
        tmp_path, {"jours.csv": days(f"02/03/2020;A;;1;{cell}", titles=f";{title}")}
    )
    assert (said in bad.fix) if said else ("[colonnes]" not in bad.fix)


def test_two_columns_that_may_be_the_price_are_not_chosen(tmp_path: Path) -> None:
    text = days("02/03/2020;A;;1;700;650", titles=";Prix convenu;Tarif réduit")
    (bad,) = refused(tmp_path, {"jours.csv": text})
    assert "[colonnes]" not in bad.fix


def test_the_column_proposed_reads_the_table(tmp_path: Path) -> None:
    settings = '[colonnes]\n"Prix convenu" = "TJM"\n'
    text = days("02/03/2020;A;;1;700", titles=";Prix convenu")
    assert [
        line.amount for line in books(tmp_path, {"jours.csv": text}, settings).activity.days
    ] == [700]


LISTS = {
    "jours.csv": "02/03/2020;Ponant;1;700\n03/03/2020;Ponant;0,5;700\n",
    "suivi.csv": "02/03/2020;Ponant;Flux;2;700;1400\n03/03/2020;Alizé;Audit;3;650;1950\n",
    "temps.csv": "02/03/2020;09:00;12:30;Ponant\n02/03/2020;14:00;17:30;Ponant\n",
    "forfaits.csv": "02/03/2020;Ponant;Formation;1000,00\n03/04/2020;Alizé;Audit;2000,00\n",
    "depenses.csv": "02/03/2020;SNCF;Train;100,00\n03/04/2020;Papeterie;Papier;20,00\n",
}
ROWS = {
    "jours.csv": "Date;Client;Jours;TJM",
    "suivi.csv": "Date;Client;Mission;Jours;TJM;Montant HT",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_without_titles_is_told_to_have_some(name: str, tmp_path: Path) -> None:
    (bad,) = refused(tmp_path, {name: LISTS[name]})
    assert "en première ligne, écrire Date, Client et Montant HT (ou Jours)" in bad.fix


@pytest.mark.parametrize("name", ROWS)
def test_the_row_once_written_reads_the_list(name: str, tmp_path: Path) -> None:
    named = name.replace("suivi", "jours")
    read: Books = books(tmp_path, {named: f"{ROWS[name]}\n{LISTS[name]}"})
    assert len(read.activity.days) == 2
