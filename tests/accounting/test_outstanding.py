from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reporter.tables.outstanding import outstanding
from tests.accounting.packs import pack_of
from tests.builders import day, expense, fee

ZERO = Decimal(0)


def test_unpaid_invoices_have_an_age_at_the_closing_date() -> None:
    made = pack_of(
        2020,
        fee("2019-06-30", "5", "N", invoice="F-0", vat=ZERO, paid=date(2019, 7, 1)),
        fee("2019-11-30", "10", "N", invoice="F-1", vat=ZERO, paid=date(2021, 1, 4)),
        fee("2020-10-01", "20", "N", invoice="F-2", vat=ZERO),
        fee("2020-11-01", "30", "N", invoice="F-3", vat=ZERO),
        fee("2020-12-01", "40", "N", invoice="F-4", vat=ZERO),
        fee("2020-12-02", "50", "N", invoice="F-5", vat=ZERO),
        fee("2020-12-03", "60", "N", invoice="F-6", vat=ZERO, paid=date(2020, 12, 31)),
    )
    assert [(u.number, u.due, u.days, u.age) for u in made.unpaid or ()] == [
        ("F-1", 10, 397, 3),
        ("F-2", 20, 91, 3),
        ("F-3", 30, 60, 1),
        ("F-4", 40, 30, 0),
        ("F-5", 50, 29, 0),
    ]


def test_what_is_due_stands_under_one_age_only() -> None:
    made = pack_of(
        2020,
        fee("2020-10-15", "20", "N", invoice="F-2", vat=ZERO),
        fee("2020-12-15", "1", "N", invoice="F-3", vat=ZERO, paid=date(2020, 12, 16)),
    )
    (row,) = outstanding(made).rows
    assert [cell.value for cell in row[3:]] == [77, 20, None, None, 20, None]
    assert "Ce jour n’est pas passé" not in outstanding(made).note
    assert "Ce jour n’est pas passé" in outstanding(replace(made, under_way=True)).note


def test_without_any_payment_date_nobody_knows_who_owes() -> None:
    made = pack_of(
        2020,
        fee("2020-10-01", "20", "N", invoice="F-2", vat=ZERO),
        expense("2020-10-01", "20", account="627", paid=date(2020, 10, 1)),
    )
    assert made.unpaid is None


def test_a_year_that_notes_no_payment_is_not_counted_as_unpaid() -> None:
    made = pack_of(
        2020,
        fee("2019-10-01", "20", "N", vat=ZERO),
        fee("2020-10-01", "30", "N", invoice="F-2", vat=ZERO, paid=date(2020, 11, 1)),
    )
    assert made.unpaid == ()


@pytest.mark.parametrize(
    ("when", "age"),
    [("12-01", 0), ("11-30", 1), ("11-01", 1), ("10-31", 2), ("10-02", 2), ("10-01", 3)],
)
def test_an_age_ends_after_so_many_days(when: str, age: int) -> None:
    line = fee(f"2020-{when}", "100", "N", invoice="F-1", vat=Decimal(0))
    paid = fee("2020-01-05", "1", "M", invoice="F-0", vat=Decimal(0), paid=date(2020, 2, 1))
    (unpaid,) = pack_of(2020, line, paid).unpaid or ()
    assert unpaid.age == age


def test_what_is_due_stands_from_the_oldest_on() -> None:
    """Days are among the sales before fees are."""
    lines = (
        fee("2020-03-05", "100", "N", invoice="F-1", vat=Decimal(0)),
        day("2020-05-05", "1", "100", "N", invoice="F-2", vat=Decimal(0)),
        fee("2020-01-05", "1", "M", invoice="F-0", vat=Decimal(0), paid=date(2020, 2, 1)),
    )
    assert [unpaid.number for unpaid in pack_of(2020, *lines).unpaid or ()] == ["F-1", "F-2"]
