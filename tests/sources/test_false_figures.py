"""What would make a false figure without a word: lines counted twice, columns that shift."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reporter.errors import BadData
from reporter.sources.reading import read
from tests.sources.test_layouts import books, said
from tests.workbooks import Rows

MARCH = [date(2020, 3, day) for day in (3, 4, 5)]
HEADER = ("Date", "Client", "Mission", "Jours", "TJM", "Montant HT")
LINES: Rows = [(day, "Ponant", "Flux", 1, 700, 700) for day in MARCH]
JOURS: Rows = [HEADER, *LINES]
SUM = "une ligne, ou la somme de celles du dessus ?"


@pytest.mark.parametrize(
    "last",
    [
        (None, "Ponant", None, 3, None, 2100),
        (None, "Ponant", None, 2, None, 1400),
        (date(2020, 3, 31), "Total Ponant", None, 3, None, 2100),
        (date(2020, 3, 31), "Sous-total Ponant", None, 3, None, 2100),
    ],
)
def test_a_sum_that_does_not_say_so_is_refused(last: tuple[Any, ...], tmp_path: Path) -> None:
    assert said(tmp_path, {"Jours": [*JOURS, last]}) == [(SUM, "F5")]


@pytest.mark.parametrize(
    "last",
    [
        (None, "Ponant", "Audit", 2, 700, 1400),
        (None, "Ponant", None, 1, None, 700),
        (date(2020, 3, 6), "Ponant", None, 2, 700, 1400),
        (date(2020, 3, 6), "Total Énergies", None, 3, 700, 2100),
    ],
)
def test_a_line_is_no_sum_by_chance(last: tuple[Any, ...], tmp_path: Path) -> None:
    assert len(books(tmp_path, {"Jours": [*JOURS, last]}).activity.days) == 4


def test_a_sum_of_expenses_under_a_label_alone(tmp_path: Path) -> None:
    sheet: Rows = [("Date", "Fournisseur", "Libellé", "HT"), (MARCH[0], "F", "a", 100)]
    sheet += [(MARCH[1], "G", "b", 200), (None, None, "Frais de mars", 300)]
    assert said(tmp_path, {"Dépenses": sheet}) == [(SUM, "D4")]


@pytest.mark.parametrize("sheet", [JOURS, [HEADER, *LINES, (date(2020, 4, 1), *LINES[0][1:])]])
def test_a_copy_of_a_sheet_is_refused(sheet: Rows, tmp_path: Path) -> None:
    """A copy may be older, and lack the last lines."""
    for sheets in ({"Jours": JOURS, "Jours (2)": sheet}, {"Jours": sheet, "Jours (2)": JOURS}):
        ((what, _),) = said(tmp_path, sheets)
        assert what == "feuille recopiée : chacune de ses lignes est ailleurs"


def test_sheets_that_share_lines_are_no_copies(tmp_path: Path) -> None:
    other: Rows = [HEADER, *LINES[:2], (date(2020, 4, 1), *LINES[0][1:])]
    assert len(books(tmp_path, {"Jours": JOURS, "Jours avril": other}).activity.days) == 6
    small: Rows = [HEADER, *LINES[:2]]
    assert len(books(tmp_path, {"Jours": JOURS, "Jours avril": small}).activity.days) == 5


def invoices(*amounts: float) -> Rows:
    dates = (date(2020, 3, 31), date(2020, 5, 4), date(2020, 5, 5))
    rows = zip(dates, amounts, strict=False)
    return [("Date", "Client", "Montant HT"), *((day, "PONANT", amount) for day, amount in rows)]


def test_invoices_of_days_already_counted_count_once(tmp_path: Path) -> None:
    """The revenue would double: a timesheet and a list of invoices tell the same days.

    They are refused where one may be the days of a month again, or where their sheet is called as
    fixed fees are: « Infogérance », each month, may be worth two days of it.
    """
    sheet: Rows = [*JOURS, (date(2020, 4, 1), "Ponant", "Flux", 1, 700, 700)]
    what = "factures de jours déjà comptés : le chiffre d’affaires doublerait"
    for name in ("Factures", "Forfaits"):
        bad = said(tmp_path, {"Jours": sheet, name: invoices(2100, 700, 700)})
        assert bad == [(what, "A2")]
    assert books(tmp_path, {"Jours": sheet, "Factures": invoices(2100, 700)}).activity.fees == ()
    assert said(tmp_path, {"Jours": sheet, "Forfaits": invoices(2100, 700)}) == [(what, "A2")]
    assert books(tmp_path, {"Jours": sheet, "Factures": invoices(2000, 700)}).activity.fees


@pytest.mark.parametrize("column", ["Type", "Statut", "Libellé", "N° facture"])
def test_a_credit_note_above_zero_is_refused(column: str, tmp_path: Path) -> None:
    """A positive one would add what it takes back."""
    header = ("Date", "Client", column, "Montant HT")
    sold = "Payée" if column == "Statut" else "F1"
    good: Rows = [header, (MARCH[0], "A", sold, 1000), (MARCH[1], "A", "Avoir sur F1", -500)]
    assert len(books(tmp_path, {"Factures": good}).activity.fees) == 2
    bad: Rows = [*good, (MARCH[2], "A", "Avoir", 300)]
    assert said(tmp_path, {"Factures": bad}) == [("un avoir de montant positif", "D4")]
    bad = [*good, (MARCH[2], "A", "Note de crédit", 300)]
    assert said(tmp_path, {"Factures": bad}) == [("un avoir de montant positif", "D4")]


@pytest.mark.parametrize("text", ["Devis", "Pro forma", "Prévisionnel", "Annulation"])
def test_what_is_no_invoice_is_refused_whichever_column_says_it(text: str, tmp_path: Path) -> None:
    for column in ("Type", "Statut"):
        rows: Rows = [("Date", "Client", column, "Montant HT"), (MARCH[0], "A", text, 1000)]
        bad = [("ligne annulée ou pas encore facturée", "C2")]
        assert said(tmp_path, {"Factures": rows}) == bad


def test_an_annuity_is_no_length_of_time(tmp_path: Path) -> None:
    """500 euros a year, read as 500 years, would make the purchase vanish."""
    header = ("Date", "Fournisseur", "Montant HT", "Amortissement")
    rows: Rows = [header, (MARCH[0], "F", 1500, 500)]
    assert said(tmp_path, {"Dépenses": rows}) == [("durée d’amortissement illisible", "D2")]


def test_days_and_rate_swapped_are_refused(tmp_path: Path) -> None:
    rows: Rows = [("Date", "Client", "TJM", "Jours"), (MARCH[0], "A", 20, 700)]
    assert said(tmp_path, {"Jours": rows}) == [("nombre de jours illisible", "D2")]


def test_decimal_commas_in_a_file_parted_by_commas_are_refused(tmp_path: Path) -> None:
    """100,50 would be read as 100, and 50 as the next cell."""
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "factures.csv"
    file.write_text("Date,Client,Montant HT,Note\n31/03/2020,A,100,50,\n31/03/2020,A,100,\n")
    with pytest.raises(BadData, match="plus de cases que d’en-têtes"):
        read(tmp_path)
    file.write_text('Date,Client,Montant HT,Note\n31/03/2020,A,"100,50",\n')
    assert [fee.amount for fee in read(tmp_path).activity.fees] == [Decimal("100.50")]
