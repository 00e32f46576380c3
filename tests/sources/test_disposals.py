"""The columns that say what a purchase was sold for, or that it was scrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reporter import load
from reporter.errors import BadData

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "Date;Libellé;Montant HT;Durée d’amortissement;{}\n"
BOUGHT = "02/03/2020;Portable;1500;3"


def books(folder: Path, titles: str, *rows: str) -> None:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "bilan.toml").write_text("", encoding="utf-8")
    text = HEADER.format(titles) + "\n".join(rows) + "\n"
    (folder / "data" / "depenses.csv").write_text(text, encoding="utf-8")


def read(folder: Path, titles: str, *cells: str) -> list[tuple[str, str, str]]:
    books(folder, titles, *(f"{BOUGHT};{one}" for one in cells))
    return [
        (str(x.disposed), str(x.disposal_price), str(x.disposal_vat))
        for x in load(folder).activity.expenses
    ]


def refused(folder: Path, titles: str, *rows: str) -> list[tuple[str, str, str]]:
    books(folder, titles, *rows)
    with pytest.raises(BadData) as caught:
        load(folder)
    return [(error.what, error.place.cell, error.shown) for error in caught.value.errors]


@pytest.mark.parametrize(
    "title",
    [
        "Date de cession",
        "Cédé le",
        "CEDE LE",
        "Date de sortie",
        "Sorti le",
        "Mis au rebut le",
        "Date de mise au rebut",
        "Vendu le",
        "Date de vente",
        "Revendu le",
    ],
)
def test_the_words_of_the_day(tmp_path: Path, title: str) -> None:
    assert read(tmp_path, title, "30/06/2021", "") == [
        ("2021-06-30", "None", "None"),
        ("None", "None", "None"),
    ]


@pytest.mark.parametrize(
    "title",
    ["Prix de cession", "Prix de cession HT", "Prix de vente (HT)", "Montant de cession"],
)
def test_the_words_of_the_price(tmp_path: Path, title: str) -> None:
    assert read(tmp_path, f"Cédé le;{title}", "30/06/2021;1 200,50 €", "30/06/2021;0") == [
        ("2021-06-30", "1200.50", "None"),
        ("2021-06-30", "0.00", "None"),
    ]


def test_a_price_with_vat_is_read_with_its_vat(tmp_path: Path) -> None:
    titles = "Cédé le;Prix de cession TTC;TVA de cession"
    assert read(tmp_path, titles, "30/06/2021;1200;200") == [("2021-06-30", "1000.00", "200.00")]
    assert read(tmp_path, titles, "30/06/2021;1200;0") == [("2021-06-30", "1200.00", "0.00")]
    titles = "Cédé le;Prix de cession TTC;Prix de cession HT"
    assert read(tmp_path, titles, "30/06/2021;1200;1000") == [("2021-06-30", "1000.00", "200.00")]


def test_a_price_of_zero_without_a_day_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "Cédé le;Prix de cession", ";0") == [("None", "None", "None")]


@pytest.mark.parametrize(
    ("row", "what", "cell"),
    [
        (f"{BOUGHT};;900;", "prix de cession sans date", "F2"),
        (f"{BOUGHT};;;180", "prix de cession sans date", "G2"),
        (f"{BOUGHT};01/03/2020;900;", "cession avant l’achat", "E2"),
        (f"{BOUGHT};oui;900;", "date illisible", "E2"),
        (f"{BOUGHT};30/06/2021;beaucoup;", "montant illisible", "F2"),
        (f"{BOUGHT};30/06/2021;-5;", "prix de cession négatif", "F2"),
        (f"{BOUGHT};30/06/2021;900;900", "TVA de cession impossible", "G2"),
        (f"{BOUGHT};30/06/2021;900;-1", "TVA de cession impossible", "G2"),
        (f"{BOUGHT};30/06/2021;;180", "TVA de cession impossible", "G2"),
        (
            "02/03/2020;Papier;15;;30/06/2021;9;",
            "cession d’un achat qui n’est pas amorti",
            "E2",
        ),
        ("02/03/2020;Papier;15;0;30/06/2021;9;", "cession d’un achat qui n’est pas amorti", "E2"),
        ("02/03/2020;Avoir portable;-15;3;30/06/2021;9;", "prix de cession sur un avoir", "F2"),
    ],
)
def test_what_cannot_be_a_sale_is_refused_at_its_cell(
    tmp_path: Path, row: str, what: str, cell: str
) -> None:
    titles = "Cédé le;Prix de cession;TVA de cession"
    ((said, place, _),) = refused(tmp_path, titles, row)
    assert (said, place) == (what, cell)


def test_a_price_with_vat_that_tells_none_before_it_is_refused(tmp_path: Path) -> None:
    titles = "Cédé le;Prix de cession TTC"
    ((what, cell, _),) = refused(tmp_path, titles, f"{BOUGHT};30/06/2021;1200")
    assert (what, cell) == ("prix de cession TTC sans TVA", "F2")
    titles = "Cédé le;Prix de cession TTC;Prix de cession HT"
    ((what, cell, _),) = refused(tmp_path, titles, f"{BOUGHT};30/06/2021;1000;1200")
    assert (what, cell) == ("prix de cession TTC incohérent", "F2")


def test_a_credit_note_on_a_purchase_leaves_with_it(tmp_path: Path) -> None:
    books(tmp_path, "Cédé le", "02/03/2020;Avoir portable;-15;3;30/06/2021")
    (line,) = load(tmp_path).activity.expenses
    assert str(line.disposed) == "2021-06-30"


def test_the_day_of_the_purchase_is_the_first_on_which_it_can_be_sold(tmp_path: Path) -> None:
    assert read(tmp_path, "Cédé le", "02/03/2020") == [("2020-03-02", "None", "None")]
