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


def test_a_rent_debited_at_the_end_of_its_month_is_not_that_of_the_next(tmp_path: Path) -> None:
    """February the 28th is nearer to March the first than to February the first."""
    opened = rent(tmp_path, YEAR, "".join(f"28/{m:02}/2020;PRLV FONCIA;-600,00\n" for m in YEAR))
    assert found(opened) == []
    assert len(bank(opened).asked) == 12
    late = "28/02/2020;PRLV FONCIA;-600,00\n28/01/2020;PRLV FONCIA;-600,00\n"
    assert found(rent(tmp_path / "b", range(3, 4), late)) == []
    assert found(rent(tmp_path / "c", range(3, 4), late[:31])) == [(3, 2)]


def test_an_expense_of_the_day_is_asked_where_another_is_a_few_days_away(tmp_path: Path) -> None:
    """The debit of the 5th may be the one of the 26th, late, and that of the 7th this one."""
    late = ("2020-09-26", "OVH", "Web", "Hébergement", 12, 0.2, "")
    costs = [("2020-10-05", "OVH", "Web", "Hébergement", 12, 0.2, "")]
    one, other = "05/10/2020;CB OVH;-14,40\n", "07/10/2020;CB OVH;-14,40\n"
    assert found(books(tmp_path / "a", [F12], one, costs)) == [(10, 10)]
    assert found(books(tmp_path / "b", [F12], one + other, costs)) == []
    assert found(books(tmp_path / "c", [F12], one, [*costs, late])) == []


def test_what_comes_back_on_no_month_is_no_series(tmp_path: Path) -> None:
    days = ("2020-01-01", "2020-02-15", "2020-03-31")
    costs = [(day, "Foncia", "Loyer", "Loyer", 500, 0.2, "") for day in days]
    moves = "".join(f"{day}/2020;PRLV FONCIA;-600,00\n" for day in ("16/01", "01/03", "15/04"))
    assert found(books(tmp_path, [F12], moves, costs)) == []


def test_a_debit_between_two_months_is_asked(tmp_path: Path) -> None:
    """It may be that of February, a month late."""
    assert found(rent(tmp_path, range(2, 4), "03/03/2020;PRLV FONCIA;-600,00\n")) == []
