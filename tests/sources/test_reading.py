from __future__ import annotations

import gc
from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from reporter.errors import BadData, BilanError
from reporter.sources.reading import Reading, read
from tests.workbooks import DAYS, EXPENSES, FEES, Rows, folder

if TYPE_CHECKING:
    from pathlib import Path

GOOD = (date(2020, 3, 31), "Client A", 10.5, 700, 7350)


def read_sheet(root: Path, title: str, *rows: tuple[Any, ...]) -> Reading:
    return read(folder(root, {title: list(rows)}))


def mistakes(root: Path, sheets: dict[str, Rows]) -> list[tuple[str, str, str, str]]:
    with pytest.raises(BadData) as caught:
        read(folder(root, sheets))
    return [(error.what, error.place.cell, error.shown, error.fix) for error in caught.value.errors]


def test_a_line_of_each_kind(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Jours": [DAYS, GOOD],
        "Forfaits": [FEES, (date(2020, 4, 30), "Client B", "Audit", 1234.56)],
        "Dépenses": [EXPENSES, (date(2020, 5, 4), "Serveur", "Matériel", 1500, 3)],
    }
    activity = read(folder(tmp_path, sheets)).activity
    (day,), (fee,), (expense,) = activity.days, activity.fees, activity.expenses
    assert (day.days, day.rate, day.amount) == (Decimal("10.5"), 700, 7350)
    assert (fee.service, fee.amount) == ("Audit", Decimal("1234.56"))
    assert (expense.label, expense.category, expense.lifetime) == ("Serveur", "Matériel", 3)
    assert str(day.place) == "data/livres.xlsx, feuille «\u00a0Jours\u00a0», cellule A2"


def test_columns_are_known_by_their_words_not_their_place(tmp_path: Path) -> None:
    header = ("montant_ht", " N° FACTURE ", "Nb jours", "CLIENT", "Inconnue", "date")
    row = (7350, "F-1", 10.5, "Client A", "?", date(2020, 3, 31))
    (day,) = read_sheet(tmp_path, "jours facturés", header, row).activity.days
    assert (day.amount, day.invoice, day.days, day.client) == (
        7350,
        "F-1",
        Decimal("10.5"),
        "Client A",
    )
    assert day.rate is None


def test_the_sums_of_each_sheet_and_the_columns_left_alone(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Jours": [(*DAYS, "Ressenti"), (*GOOD, "bonne"), (*GOOD, "")],
        "Dépenses": [EXPENSES, (date(2020, 5, 4), "Serveur", "Matériel", 1500, 3)],
    }
    days, expenses = read(folder(tmp_path, sheets)).sheets
    assert (days.file, days.sheet, days.kind) == ("data/livres.xlsx", "Jours", "days")
    assert (days.lines, days.days, days.amount) == (2, 21, 14700)
    assert [(column.header, column.place.cell) for column in days.left] == [("Ressenti", "F1")]
    assert (expenses.lines, expenses.days, expenses.amount, expenses.left) == (1, 0, 1500, ())


@pytest.mark.parametrize("written", ["31/03/2020", "2020-03-31", "31-3-2020", date(2020, 3, 31)])
def test_dates(tmp_path: Path, written: Any) -> None:
    (day,) = read_sheet(tmp_path, "Jours", DAYS, (written, *GOOD[1:])).activity.days
    assert day.date == date(2020, 3, 31)


@pytest.mark.parametrize(
    "written", ["7 350,00 €", "7\u202f350", "7350.00", "7\u00a0350,00\u00a0€", 7350]
)
def test_numbers(tmp_path: Path, written: Any) -> None:
    (day,) = read_sheet(tmp_path, "Jours", DAYS, (*GOOD[:4], written)).activity.days
    assert day.amount == 7350


def test_an_amount_is_made_of_days_and_rate_half_up(tmp_path: Path) -> None:
    row = (date(2020, 3, 31), "Client A", 0.5, 333.33)
    (day,) = read_sheet(tmp_path, "Jours", DAYS[:4], row).activity.days
    assert day.amount == Decimal("166.67")


def test_vat_as_a_rate_or_as_an_amount(tmp_path: Path) -> None:
    good = [(date(2020, month, 28), *GOOD[1:]) for month in range(1, 5)]
    taxes = [(0.2, 8820), ("20 %", None), (1470, None), (None, 8820)]
    rows = [(*line, *tax) for line, tax in zip(good, taxes, strict=True)]
    header = (*DAYS, "TVA", "Montant TTC")
    days = read_sheet(tmp_path, "Jours", header, *rows).activity.days
    assert [day.vat for day in days] == [1470, None, 1470, 1470]
    assert [day.own_vat for day in days] == [1470] * 4
    assert [day.vat_rate for day in days] == [Decimal("0.2"), Decimal("0.2"), None, None]


def test_blank_rows_are_skipped(tmp_path: Path) -> None:
    rows = [(None,) * 5, DAYS, (None, " ", "", None, None), GOOD]
    assert len(read_sheet(tmp_path, "Jours", *rows).activity.days) == 1


def test_a_total_equal_to_the_sum_is_left_out_and_said(tmp_path: Path) -> None:
    reading = read_sheet(tmp_path, "Jours", DAYS, GOOD, GOOD, ("TOTAL :", None, 21, None, 14700))
    assert len(reading.activity.days) == 2
    assert [(doubt.code, doubt.place.cell) for doubt in reading.doubts] == [("total", "E4")]


def test_a_total_that_is_not_the_sum_is_refused(tmp_path: Path) -> None:
    found = mistakes(tmp_path, {"Jours": [DAYS, GOOD, ("TOTAL", None, None, None, 7351)]})
    assert [(what, cell) for what, cell, _, _ in found] == [("total différent de la somme", "E3")]
    assert "7\u202f350,00\u00a0€" in found[0][3]


def test_every_mistake_of_every_sheet_with_its_cell(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        {
            "Jours": [
                DAYS,
                ("32/01/2020", "Client A", 1, 700, 700),
                (None, None, "un", 700, "7 350,00 euros TTC"),
                (date(2020, 1, 6), "Client A", 2, 700, 1300),
            ],
            "Forfaits": [("Date", "Client", "Prix")],
            "Trésorerie": [("Solde",), (12,)],
        },
    )
    assert [(what, cell) for what, cell, _, _ in found] == [
        ("date illisible", "A2"),
        ("cellule vide", "A3"),
        ("cellule vide", "B3"),
        ("nombre de jours illisible", "C3"),
        ("montant illisible", "E3"),
        ("jours, TJM et montant ne s’accordent pas", "E4"),
        ("colonne manquante", "A1"),
        ("feuille inconnue", ""),
    ]
    assert found[4][2:] == ("7 350,00 euros TTC", "écrire un nombre seul, sans autre mot")
    assert "1\u202f400,00\u00a0€" in found[5][3]


@pytest.mark.parametrize("written", ["nan", "inf", "1e5", "1_0", True, "12,5,3", "--3"])
def test_what_python_would_take_for_a_number(tmp_path: Path, written: Any) -> None:
    found = mistakes(tmp_path, {"Jours": [DAYS, (*GOOD[:2], written, 700, None)]})
    assert [what for what, *_ in found] == ["nombre de jours illisible"]


def test_the_gross_amount_is_checked(tmp_path: Path) -> None:
    header = (*DAYS, "TVA", "Montant TTC")
    found = mistakes(tmp_path, {"Jours": [header, (*GOOD, 0.2, 8821)]})
    assert [(what, cell) for what, cell, _, _ in found] == [("le TTC n’est pas HT + TVA", "G2")]


def test_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    root = folder(tmp_path, {"Jours": [DAYS, GOOD]})
    (root / "data" / "abime.xlsx").write_bytes(b"PK\x03\x04 rien")
    with pytest.raises(BadData, match="classeur illisible"):
        read(root)


def test_no_workbook_at_all(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(BilanError, match="aucun classeur"):
        read(tmp_path)


def test_the_owner_s_texts(tmp_path: Path) -> None:
    root = folder(tmp_path, {"Jours": [DAYS, GOOD]})
    (root / "data" / "2020.md").write_text("## L’année\n", encoding="utf-8")
    (root / "data" / "notes.md").write_text("rien", encoding="utf-8")
    assert {year: text.content for year, text in read(root).texts.items()} == {2020: "## L’année\n"}


@pytest.mark.parametrize("collecting", [True, False])
@pytest.mark.parametrize("sound", [True, False])
def test_the_garbage_collector_is_left_as_it_was(
    tmp_path: Path, *, collecting: bool, sound: bool
) -> None:
    """A notebook goes on after `load`: what it no longer uses must be freed."""
    root = folder(tmp_path, {"Jours": [DAYS, GOOD if sound else ("hier", *GOOD[1:])]})
    before, frozen = gc.isenabled(), gc.get_freeze_count()
    try:
        (gc.enable if collecting else gc.disable)()
        with nullcontext() if sound else pytest.raises(BadData):
            read(root)
        assert gc.isenabled() == collecting
        assert gc.get_freeze_count() <= frozen, "what others have frozen may die, nothing is added"
    finally:
        (gc.enable if before else gc.disable)()
