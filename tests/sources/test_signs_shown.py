"""What a spreadsheet shows beside a number: what changes the number is never read over."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.errors import BadData
from reporter.settings.reading import Rules
from reporter.sources.reading import Reading, read
from tests.books.sheets import write
from tests.books.small import sheets


def books(root: Path, text: str) -> Reading:
    write(root, sheets(text))
    return read(root, Rules())


def said(root: Path, text: str) -> list[tuple[str, str]]:
    with pytest.raises(BadData) as caught:
        books(root, text)
    return [(bad.place.cell, bad.what) for bad in caught.value.errors]


DAYS = "# Jours\nDate | Client | Jours | TJM\n31/03/2020 | A | {} | {}"
FEES = "# Factures\nDate | Client | N° facture | Montant HT\n31/03/2020 | A | {} | {}"
UNIT = "une autre unité que celle de la colonne"
NEGATIVE = "un nombre montré en négatif, et qui ne l’est pas"
GRID = "# Mars 2020\nCRA mars 2020\nClient | TJM | " + " | ".join(map(str, range(1, 32)))
GRID += "\nPonant | 700 | | {} | 1"
MONTHS = "# CA HT 2020\nClient | Janvier | Février\nPonant | 900 | {}"


@pytest.mark.parametrize(
    ("days", "rate", "mistakes"),
    [
        ('2 {0.0" h"}', "700", [("C2", UNIT)]),
        ('2 {0.0" min"}', "700", [("C2", UNIT)]),
        ('2 {0" sem."}', "700", [("C2", UNIT)]),
        ('2 {0" demi-j."}', "700", [("C2", UNIT)]),
        ('2 {0" prévus"}', "700", [("C2", UNIT)]),
        ('2 {"-"0}', "700", [("C2", NEGATIVE)]),
        ("2", '1 {0" k€"}', [("D2", "montant en milliers d’euros")]),
    ],
)
def test_another_unit_shown_beside_days_or_euros_is_refused(
    days: str, rate: str, mistakes: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert said(tmp_path, DAYS.format(days, rate)) == mistakes


@pytest.mark.parametrize("unit", ["j", "jours", "d", "jrs", "jour(s)", "jours facturés"])
def test_days_shown_as_days_are_days(unit: str, tmp_path: Path) -> None:
    (line,) = books(tmp_path, DAYS.format(f'2 {{0.0" {unit}"}}', '700 {0" €"}')).activity.days
    assert (line.days, line.amount) == (2, 1400)


def test_what_is_refused_is_said_as_it_is_shown(tmp_path: Path) -> None:
    for n, (days, said) in enumerate((('2 {0" sem."}', "2 sem."), ('2 {"-"0}', "2"))):
        with pytest.raises(BadData) as caught:
            books(tmp_path / str(n), DAYS.format(days, "700"))
        assert [error.shown for error in caught.value.errors] == [said]


@pytest.mark.parametrize("shown", ['0" prév."', '0" $"', '0" k€"', '"-"0'])
def test_what_is_shown_beside_the_cells_of_a_grid_or_of_months_is_refused(
    shown: str, tmp_path: Path
) -> None:
    assert [cell for cell, _ in said(tmp_path / "grid", GRID.format(f"1 {{{shown}}}"))] == ["D3"]
    months = MONTHS.format(f"800 {{{shown}}}")
    assert [cell for cell, _ in said(tmp_path / "months", months)] == ["C2"]


def test_a_day_of_a_grid_or_the_euros_of_a_month_may_be_shown_as_such(tmp_path: Path) -> None:
    days = books(tmp_path / "grid", GRID.format('1 {0" j"}')).activity.days
    fees = books(tmp_path / "months", MONTHS.format('800 {0" € HT"}')).activity.fees
    assert ([line.amount for line in days], [line.amount for line in fees]) == (
        [700, 700],
        [900, 800],
    )


def test_another_currency_shown_is_doubted_once_for_its_cell(tmp_path: Path) -> None:
    found = books(tmp_path, FEES.format("F-1", "900 {[$$-409]#,##0.00}"))
    assert [line.amount for line in found.activity.fees] == [900]
    assert [(one.code, one.place.cell, one.shown) for one in found.doubts] == [
        ("devise", "D2", "$")
    ]


def test_a_currency_shown_beside_nothing_says_nothing(tmp_path: Path) -> None:
    header = "# Factures\nDate | Client | Montant HT | Montant TVA\n31/03/2020 | A | 900 | "
    found = books(tmp_path, f"{header}0 {{[$$-409]#,##0.00}}")
    assert "devise" not in {one.code for one in found.doubts}


@pytest.mark.parametrize("shown", ["AV-", "AVOIR ", "BROUILLON-", "DEV-"])
def test_a_number_shown_as_that_of_no_invoice_is_refused(shown: str, tmp_path: Path) -> None:
    text = FEES.format(f'12 {{"{shown}"0}}', "900")
    assert said(tmp_path, text) == [("C2", "un numéro d’avoir ou de brouillon")]


def test_a_number_shown_as_that_of_an_invoice_is_read(tmp_path: Path) -> None:
    found = books(tmp_path, FEES.format('12 {"FAC-"0}', '900 {0.00" HT"}'))
    assert [line.amount for line in found.activity.fees] == [900]
    assert not list(found.doubts)


def test_a_sign_beside_a_zero_changes_nothing(tmp_path: Path) -> None:
    rows = FEES.format("F-1", "900") + '\n31/03/2020 | B | F-2 | 0 {0" k€"}'
    assert [line.amount for line in books(tmp_path, rows).activity.fees if line.amount] == [900]


def test_a_sign_in_a_column_that_nothing_reads_says_nothing(tmp_path: Path) -> None:
    rows = "# Jours\nDate | Client | Jours | TJM | Humeur\n31/03/2020 | A | 2 | 700 | 3 {[$$-409]0}"
    assert "devise" not in [one.code for one in books(tmp_path, rows).doubts]
