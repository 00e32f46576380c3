"""The tables of one year: its months, its objective, its result, its charges, its what-ifs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from reporter.assumptions import Assumptions, Change
from reporter.metrics import by_year, measure
from reporter.scenarios.applying import apply
from reporter.scenarios.case import reported
from reporter.settings import Settings
from reporter.tables.expenses import expenses
from reporter.tables.months import by_month, months
from reporter.tables.objective import objective
from reporter.tables.result import result, steps
from reporter.tables.whatif import what_if
from tests.books.activities import any_books
from tests.builders import bilan, day, expense, fee
from tests.cases import CASES, OBJECTIVE
from tests.examples import few

if TYPE_CHECKING:
    from reporter.model import Activity, Day, Expense
    from reporter.tables.table import Table

NB = "\u00a0"


def shown(table: Table) -> list[list[str]]:
    return [
        [str(cell).replace(NB, " ").replace("\u202f", " ") for cell in row] for row in table.rows
    ]


def test_each_month_has_its_working_days_and_the_days_of_a_year_earlier() -> None:
    lines = (
        day("2019-05-31", "12", "600"),
        day("2020-05-02", "9", "700"),
        day("2020-05-31", "0.5", "700"),
        fee("2020-05-31", "1000"),
        fee("2020-12-31", "50"),
    )
    table = months(bilan(2020, *lines))
    rows = {row[0]: row[1:] for row in shown(table)}
    assert table.columns[2:4] == ("Jours facturés", "Jours facturés 2019")
    assert rows["Mai"] == ["18", "9,5", "12", "53 %", "7 650 €"]
    assert rows["Décembre"] == ["22", "0", "0", "0 %", "50 €"]
    assert rows["Total"] == ["253", "9,5", "12", "4 %", "7 700 €"]
    assert len(rows) == 13


def test_a_financial_year_of_eighteen_months_names_their_years() -> None:
    names = [row[0] for row in shown(months(CASES["great"]()))]
    assert (names[0], names[6], names[12], names[17]) == (
        "Juillet 2019",
        "Janvier 2020",
        "Juillet 2020",
        "Décembre 2020",
    )


def test_a_month_cut_by_the_financial_year_counts_its_own_days_only() -> None:
    dates = "[exercice.2020]\ndebut = 2020-03-16\nfin = 2020-04-10\n"
    year = bilan(2020, day("2020-03-31", "1", "500"), settings=dates)
    assert [month.working_days for month in by_month(year)] == [12, 8]
    assert year.figures.working_days == 20


def test_a_month_that_the_year_before_had_not_is_compared_with_nothing() -> None:
    lines = (day("2019-10-31", "12", "500"), day("2020-03-31", "10", "500"))
    year = bilan(2020, *lines, settings="[exercice.2019]\ndebut = 2019-10-15\n")
    before = {month.first.month: month.before for month in by_month(year)}
    assert [before[number] for number in (3, 9, 10, 11)] == [None, None, 12, 0]
    assert [shown(months(year))[row][3] for row in (2, 9)] == ["n. d.", "12"]


@few(20)
@given(any_books)
def test_months_add_up_to_the_year_and_steps_to_the_result(books: Activity) -> None:
    for number in by_year(books, Settings()):
        year = measure(books, Settings(), number)
        found = by_month(year)
        assert sum(month.days for month in found) == year.figures.days
        assert sum(month.revenue for month in found) == year.figures.revenue
        assert sum(month.working_days for month in found) == year.figures.working_days
        first, *changes, last = steps(year)
        assert first.amount == year.figures.revenue
        assert last.amount == year.figures.result
        assert first.amount + sum(step.amount for step in changes) == last.amount


def test_the_objective_and_how_far_the_year_is_from_it() -> None:
    year = bilan(
        2020, day("2020-03-31", "175", "714"), fee("2020-03-31", "13000"), settings=OBJECTIVE
    )
    assert shown(objective(year)) == [
        ["Chiffre d’affaires", "127 680 €", "137 950 €", "10 270 €", "108 %"],
        ["TJM", "700 €", "788 €", "88 €", "113 %"],
        ["Jours facturés", "182,4", "175", "−7,4", "96 %"],
    ]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("", []),
        ("objectif_tjm = 700", ["TJM"]),
        ('objectif_taux = "80 %"', ["Jours facturés"]),
        ('objectif_tjm = 0\nobjectif_taux = "80 %"', ["Jours facturés"]),
    ],
)
def test_only_what_the_owner_aims_at_is_compared(written: str, names: list[str]) -> None:
    year = bilan(2020, day("2020-03-31", "1", "700"), settings=f"[exercice]\n{written}")
    assert [row[0] for row in shown(objective(year))] == names


def test_the_way_to_the_result_names_the_largest_charges() -> None:
    """Five categories: three by name, two together; the accountant's word closes the sum."""
    costs = [
        expense("2020-03-31", amount, name)
        for name, amount in zip("ABCDE", ("100", "500", "50", "2000", "10"), strict=True)
    ]
    bought = expense("2020-01-01", "900", "Ordinateur", lifetime=Decimal(3))
    lines: tuple[Day | Expense, ...] = (day("2020-03-31", "10", "700"), *costs, bought)
    year = bilan(2020, *lines, settings="[exercice.2020]\nresultat = 3000\nimpot = 600\n")
    assert shown(result(year)) == [
        ["Chiffre d’affaires", "7 000 €", "100 %"],
        ["D", "−2 000 €", "−29 %"],
        ["B", "−500 €", "−7 %"],
        ["A", "−100 €", "−1 %"],
        ["Autres charges (2)", "−60 €", "−1 %"],
        ["Dotations aux amortissements", "−300 €", "−4 %"],
        ["Impôt sur les sociétés", "−600 €", "−9 %"],
        ["Ajustement de l’expert-comptable", "−440 €", "−6 %"],
        ["Résultat après impôts", "3 000 €", "43 %"],
    ]


def test_what_changes_nothing_is_no_step() -> None:
    """No tax on a loss, nothing depreciated, no word of the accountant's."""
    year = bilan(2020, day("2020-03-31", "1", "700"), expense("2020-03-31", "900", "Loyer"))
    names = ["Chiffre d’affaires", "Loyer", "Résultat après impôts"]
    assert [row[0] for row in shown(result(year))] == names


def test_charges_are_sorted_and_compared_a_purchase_counts_by_its_annuity() -> None:
    lines = (
        expense("2019-03-31", "100", "Loyer"),
        expense("2020-03-31", "80", "Loyer"),
        expense("2020-03-31", "90", ""),
        expense("2020-01-01", "900", "Matériel", lifetime=Decimal(3)),
    )
    assert shown(expenses(bilan(2020, *lines))) == [
        ["Sans catégorie", "90 €", "0 €", "n. d."],
        ["Loyer", "80 €", "100 €", "−20 %"],
        ["Dotations aux amortissements", "300 €", "0 €", "n. d."],
        ["Total", "470 €", "100 €", "+370 %"],
    ]


def test_the_grid_is_around_the_year_which_it_holds_exactly() -> None:
    """Days at two rates have no whole régie TJM: nothing is lost at the centre."""
    days = day("2020-03-31", "100", "700"), day("2020-04-30", "75", "733.46")
    year = bilan(2020, *days, fee("2020-03-31", "13016.50"))
    grid = what_if(year)
    assert grid is not None
    row, column = grid.own
    assert grid.table.columns == (
        "TJM régie",
        *(f"{count} jours" for count in (155, 165, 175, 185, 195)),
    )
    assert grid.table.rows[row][column].value == year.figures.revenue
    assert year.figures.day_revenue == Decimal("125009.50")
    more = Decimal("125009.50") * 185 / 175 + 50 * 185 + (year.figures.fees or 0)
    assert grid.table.rows[row + 1][column + 1].value == more.quantize(Decimal("0.01"))


@few(20)
@given(any_books)
def test_a_what_if_that_changes_nothing_is_the_year(books: Activity) -> None:
    for number in by_year(books, Settings()):
        year = measure(books, Settings(), number)
        grid = what_if(year)
        if grid is not None:
            row, column = grid.own
            assert grid.table.rows[row][column].value == year.figures.revenue
            assert grid.rate.least <= 0 <= grid.rate.most
            assert grid.days.least <= 0 <= grid.days.most


def test_the_grid_stays_between_no_day_and_every_working_day() -> None:
    small = what_if(bilan(2020, day("2020-03-31", "1", "60")))
    assert small is not None
    assert small.table.columns[1:] == ("1 jour", "11 jours", "21 jours")
    assert [str(row[0]).replace(NB, " ") for row in small.table.rows] == [
        "10 €",
        "60 €",
        "110 €",
        "160 €",
    ]
    assert (small.rate.least, small.days.least) == (-60, -1)
    full = what_if(bilan(2020, day("2020-03-31", "253", "60")))
    assert full is not None
    assert full.table.columns[1:] == ("233 jours", "243 jours", "253 jours")
    assert full.days.most == 0
    assert what_if(bilan(2020, fee("2020-03-31", "60"))) is None
    assert what_if(bilan(2020, day("2020-03-31", "1", "0"))) is None


@few(20)
@given(any_books)
def test_the_grid_is_the_scenario_of_every_line_to_the_cent(books: Activity) -> None:
    """Only sums are changed for the grid: line by line, the same road leads to the same euros."""
    for number in by_year(books, Settings()):
        year = measure(books, Settings(), number)
        if (grid := what_if(year)) is None:
            continue
        row, column = grid.own
        steps = (Decimal(step) for step in (-100, -50, 0, 50, 100))
        rates = [step for step in steps if (year.figures.tjm_regie or 0) + step > 0]
        assert rates[row] == 0
        for rate, cells in zip(rates, grid.table.rows, strict=True):
            asked = Assumptions(rate=Change(added=rate))
            full = apply(reported(year), asked).figures.revenue
            assert cells[column].value == full
