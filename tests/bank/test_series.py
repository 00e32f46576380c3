"""An expense of each month, debited late, is that of its own month."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.books import Books
from tests.bank.test_matching import F12, bank, books

YEAR = range(1, 13)


def rent(root: Path, months: range, debits: str) -> Books:
    costs = [(f"2020-{m:02}-01", "Foncia", "Loyer", "Loyer", 500, 0.2, "") for m in months]
    return books(root, [F12], debits, costs)


def debits(months: range, day: int = 7) -> str:
    return "".join(f"{day + m % 3:02}/{m:02}/2020;PRLV FONCIA;-600,00\n" for m in months)


def found(opened: Books) -> list[tuple[int, int]]:
    """Return the months of the expenses that are paid, with those of their payments."""
    return [(x.date.month, x.paid.month) for x in opened.activity.expenses if x.paid]


def test_a_rent_debited_a_week_late_is_matched_month_by_month(tmp_path: Path) -> None:
    opened = rent(tmp_path, YEAR, debits(YEAR))
    assert found(opened) == [(m, m) for m in YEAR]
    assert not bank(opened).asked


@pytest.mark.parametrize("late", [6, 15, 20])
def test_a_month_without_its_debit_leaves_the_others_in_place(tmp_path: Path, late: int) -> None:
    moves = debits(range(1, 6), late) + debits(range(7, 13), late)
    opened = rent(tmp_path, YEAR, moves)
    assert found(opened) == [(m, m) for m in YEAR if m != 6]
    assert [piece.date.month for piece in bank(opened).unpaid if piece.kind == "expense"] == [6]


def test_a_debit_without_its_line_is_a_question_and_no_other_month(tmp_path: Path) -> None:
    opened = rent(tmp_path, range(1, 12), debits(YEAR))
    assert found(opened) == [(m, m) for m in range(1, 12)]
    assert [one.movement.date.month for one in bank(opened).asked] == [12]


@pytest.mark.parametrize(
    "moves",
    [
        debits(range(1, 3)),
        debits(YEAR) + debits(YEAR, 12),
        "".join(f"{1 + 2 * m:02}/{m:02}/2020;PRLV FONCIA;-600,00\n" for m in YEAR),
    ],
    ids=["two months", "two a month", "any day"],
)
def test_what_is_no_series_is_asked(tmp_path: Path, moves: str) -> None:
    opened = rent(tmp_path, range(1, 13), moves)
    assert len(found(opened)) < 4
    assert len(bank(opened).asked) >= 2
