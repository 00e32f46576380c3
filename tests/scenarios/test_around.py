"""Grids and sensitivity: many scenarios around one case."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from reporter.assumptions import Assumptions, Change, Lever, to
from reporter.errors import BilanError
from reporter.metrics import measure
from reporter.model import Activity
from reporter.scenarios.case import real_case, start
from reporter.scenarios.grids import grid
from reporter.scenarios.sensitivity import sensitivity
from reporter.settings import Settings
from reporter.toml.reading import parse
from tests.books.activities import imagined_books
from tests.builders import activity, day, expense, fee
from tests.examples import few
from tests.refusals import refusals
from tests.scenarios.books import random_settings, scenario

D = Decimal
OBJECTIVE = parse('[exercice]\nobjectif_tjm = 700\nobjectif_taux = "80 %"')
LINES = activity(
    day("2020-03-31", "120", "720", "Aval"),
    day("2020-05-31", "30", "690", "24ème"),
    fee("2020-04-30", "5000", "24EME"),
    expense("2020-05-31", "90000"),
)
CASE = start(real_case(LINES, OBJECTIVE, 2020), 2020)


@given(imagined_books, random_settings)
def test_a_grid_holds_the_reported_year(books: Activity, settings: Settings) -> None:
    """Where the actual rate and ratio cross, the reported revenue stands, to the cent."""
    case = start(real_case(books, settings, 2020), 2020)
    around = grid(case, Assumptions(), "revenue", {})
    assert around.columns.actual is not None
    assert around.rows.actual is not None
    column = around.columns.values.index(around.columns.actual)
    row = around.rows.values.index(around.rows.actual)
    assert around.amounts[row][column] == measure(books, settings, 2020).figures.revenue


@given(imagined_books, random_settings)
def test_every_cell_is_the_scenario_of_its_axes(books: Activity, settings: Settings) -> None:
    case = start(real_case(books, settings, 2020), 2020)
    axes: dict[Lever, tuple[Decimal, ...]] = {"rate": (D(500), D(900)), "days": (D(10), D(100))}
    cells = grid(case, Assumptions(), "result", axes)
    for rate, column in zip(axes["rate"], zip(*cells.amounts, strict=True), strict=True):
        for days, amount in zip(axes["days"], column, strict=True):
            asked = Assumptions(rate=to(rate), days=to(days))
            assert amount == scenario(books, settings, 2020, asked).figures.result


def test_the_axes_stand_around_the_year_and_hold_the_objective() -> None:
    around = grid(CASE, Assumptions(), "revenue", {})
    assert list(around.columns.values) == [600, 650, 700, 714, 750, 800]
    assert [round(value, 3) for value in around.rows.values] == [
        *(D("0.5"), D("0.55"), D("0.6"), D("0.65"), D("0.658")),
        *(D("0.7"), D("0.75"), D("0.8")),
    ]
    column, row = around.columns.values.index(D(700)), around.rows.values.index(D("0.8"))
    assert around.amounts[row][column] == 127_680 + 5000


def test_no_axis_goes_over_a_hundred_percent() -> None:
    lines = activity(day("2020-03-31", "220", "700"))
    case = start(real_case(lines, Settings(), 2020), 2020)
    assert max(grid(case, Assumptions(), "revenue", {}).rows.values) == 1


def test_a_grid_of_days_holds_no_more_than_the_year_has() -> None:
    with pytest.raises(BilanError, match="230 jours facturés, mais 2020 n’a que 228"):
        grid(CASE, Assumptions(), "revenue", {"days": (D(100), D(110), D(230))})


def test_without_day_nor_objective_the_axes_must_be_given() -> None:
    case = start(real_case(activity(fee("2020-03-31", "9")), Settings(), 2020), 2020)
    with pytest.raises(BilanError, match="en donner les axes"):
        grid(case, Assumptions(), "revenue", {})
    axes: dict[Lever, tuple[Decimal, ...]] = {"rate": (D(700),), "ratio": (D("0.5"),)}
    cells = grid(case, Assumptions(), "revenue", axes)
    assert cells.amounts == ((D(79_809),),)


def test_sensitivity_says_what_each_change_does_the_largest_first() -> None:
    """114 000 of revenue and 22 100 of profit, taxed at 15 %; below zero nothing is."""
    effects = sensitivity(CASE)
    assert [(effect.what, effect.client) for effect in effects] == [
        ("client", "Aval"),
        ("client", "24EME"),
        ("sickness", ""),
        ("rate", ""),
        ("day", ""),
    ]
    by_what = {effect.what: effect for effect in effects}
    assert by_what["day"].revenue == 714
    assert by_what["rate"].revenue == 1500
    assert by_what["rate"].result == 1275
    assert by_what["sickness"].days == D("-12.5")
    assert by_what["sickness"].revenue == D("-8925")


def test_a_client_of_several_spellings_is_lost_once_with_all_of_them() -> None:
    lost = next(effect for effect in sensitivity(CASE) if effect.client == "24EME")
    assert (lost.days, lost.revenue) == (-30, -25_700)


def test_each_effect_is_the_difference_of_a_scenario() -> None:
    with refusals() as refused:

        @few(40)
        @given(imagined_books, random_settings)
        def check(books: Activity, settings: Settings) -> None:
            case = start(real_case(books, settings, 2020), 2020)
            before = case.estimated.figures
            more = next(effect for effect in sensitivity(case) if effect.what == "day")
            asked = Assumptions(days=Change(added=D(1)))
            try:
                after = scenario(books, settings, 2020, asked).figures
            except BilanError:
                refused.append(True)
                return
            refused.append(False)
            assert more.result == after.result - before.result
            assert more.revenue == after.revenue - before.revenue

        check()
