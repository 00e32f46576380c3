"""Formulas whose value no longer agrees with the cells that they are made of: no false alarm."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from reporter.sources.grids import formulas
from reporter.sources.grids.cells import UNCOMPUTED, Formula
from reporter.sources.grids.formulas import is_simple, stale_cells

ROW: list[Any] = [10.5, 700, 2, 0.1, "texte", "", True, date(2020, 1, 1), UNCOMPUTED, 0]
"""A1 to J1; the formula stands in K1."""
RIGHT = {
    "A1*B1": 7350,
    "+A1*B1*1.2": 8820,
    "$A$1*B$1": 7350,
    "A1*B1*20%": 1470,
    "B1*C1%": 14,
    "(" * 30 + "A1" + ")" * 30: 10.5,
    "ROUND(A1*B1/3,2)": 2450,
    "ROUND(B1*0.00125,2)": 0.88,
    "ROUND(-B1*0.00125,2)": -0.88,
    "ROUND(A1*B1,-3)": 7000,
    "SUM(A1:C1)": 712.5,
    "SUM(A1:G1,J1)": 712.6,
    "SUM(B1,C1)*C1": 1404,
    "SUM(A1:B1)-C1": 708.5,
    "SUM(A1:A9999)": 10.5,
    "A1+F1": 10.5,
    "B1-(A1-C1)": 691.5,
    "B1/C1": 350,
    " A1 * B1 ": 7350,
    "-A1": -10.5,
    "B1": 700,
    "B2*C1": 0,
    "1.5*.5": 0.75,
    "ROUND(A1,0)": 11,
    "ROUND(-A1,0)": -11,
    "+".join(["(A1)"] * 24): 252,
}
"""Formulas, and what they give."""
UNJUDGED = (
    "A1*E1", "A1*G1", "H1+30", "A1*I1", "SUM(A1:I1)", "SUM(A1:H1)", "IF(A1>2,1,0)", "Autre!A1*B1",
    "TJM*A1", "A1^2", "A1&B1", "SUM(A1:B1 C1)", "A1 B1", "SUMIF(A1:B1,1)", "SUBTOTAL(9,A1:B1)",
    "ROUND(A1,C1)", "A1/J1", "SUM()", "A1*", "", "(A1", "A1)", "SUM(A1:", "1E3*A1", "ROUND(A1)",
    "A1:B1", "'A1'*2", '"a"*2', "A1*B1" * 50, "#REF!*2", "A1,B1",
    "SUM(A:A)", "SUM(1:1)", "ROUND(A1,99)", "ROUND(A1,2", "ABCD1*2", "A1.",
)  # fmt: skip


def is_stale(text: str, value: Any, *moved: int) -> bool:
    """Tell whether a formula in K1 is found stale; it is looked at only where it is simple."""
    cells = {(0, 10): Formula(text, *moved)} if is_simple(text) else {}
    return stale_cells([[*ROW, value]], cells) == [(0, 10)]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_value_is_not_stale_and_a_wrong_one_is(text: str) -> None:
    value = RIGHT[text]
    assert not is_stale(text, value)
    assert not is_stale(text, value + 0.01)
    assert is_stale(text, value + 0.02)
    assert is_stale(text, -value - 7)


@pytest.mark.parametrize("text", UNJUDGED)
def test_what_is_not_wholly_understood_is_not_judged(text: str) -> None:
    assert not is_stale(text, 123456.78)


@pytest.mark.parametrize("value", ["texte", True, date(2020, 1, 1), UNCOMPUTED, float("inf")])
def test_a_value_that_is_no_number_is_not_judged(value: Any) -> None:
    assert not is_stale("A1*B1", value)


def test_a_millionth_is_no_difference() -> None:
    rows = [[123_456_789.0, 123_456_900.0, 123_457_000.0]]
    assert stale_cells(rows, {(0, 1): Formula("A1"), (0, 2): Formula("A1")}) == [(0, 2)]


def test_a_shared_formula_is_read_from_its_own_cell() -> None:
    rows = [[2, 10, 20], [3, 10, 30], [4, 10, 41]]
    shared = {(row, 2): Formula("A1*$B$1", row) for row in range(3)}
    assert stale_cells(rows, shared) == [(2, 2)]
    right = {(0, 2): Formula("A1*2", 0, 1), (1, 2): Formula("A1*2", 1, 1)}
    assert stale_cells(rows, right) == [(1, 2)]
    assert not is_stale("A1*B1", 7, -1, 0)  # above the sheet


def test_a_cell_made_of_a_stale_one_is_judged_by_what_stands_there() -> None:
    rows: list[list[Any]] = [[2, 10, 99], [3, 10, 30], ["", "", 129]]
    found = stale_cells(rows, {(0, 2): Formula("A1*B1"), (2, 2): Formula("SUM(C1:C2)")})
    assert found == [(0, 2)]


def test_running_sums_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """They look at as many cells as the square of their number: beyond a bound, none is judged."""
    monkeypatch.setattr(formulas, "MOST_SUMMED", 10)
    rows = [[1, 7]] * 6
    running = {(row, 1): Formula(f"SUM(A$1:A{row + 1})") for row in range(6)}
    assert stale_cells(rows, running) == [(row, 1) for row in range(4)]


def test_a_long_formula_is_told_at_once() -> None:
    """A pattern that tried every way to cut the digits would never end."""
    assert is_simple("1" * 200)
    assert not is_simple("1" * 199 + "!")
    assert not is_simple("A1*" * 66 + "!")
    assert not is_simple("A1+" * 80 + "A1")
