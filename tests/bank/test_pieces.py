"""What one payment pays: an invoice, a receipt, or the days of work of a month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reporter.bank.pieces import pieces
from reporter.model import Day
from reporter.settings import Settings
from tests.builders import activity, day, expense, fee

WORKED = (
    day("2020-02-03", "1", "640"),
    day("2020-02-04", "0.5", "640"),
    day("2020-02-27", "1", "640", client="client a"),
)


def test_days_of_work_without_number_are_a_piece_by_client_and_month() -> None:
    """Nobody pays a day by itself, and a tracker knows no invoice."""
    found = pieces(activity(*WORKED, day("2020-03-02", "1", "640")), Settings())
    assert [(x.date, x.amount, len(x.lines)) for x in found] == [
        (date(2020, 2, 27), 1600, 3),
        (date(2020, 3, 2), 640, 1),
    ]
    assert found[0].reference == "2020-02-27 Client A 1600,00"


@pytest.mark.parametrize(
    "other",
    [
        day("2020-02-28", "1", "640", invoice="F-1"),
        day("2020-02-28", "1", "640", client="Client B"),
        day("2020-02-28", "8", "640"),  # not a day: what was invoiced
        day("2020-02-28", "1", "640", vat_rate=Decimal("0.2")),  # its amount is known to the cent
        day("2020-02-28", "1", "640", paid=date(2020, 3, 30)),
    ],
)
def test_what_may_be_paid_by_itself_stays_a_piece(other: Day) -> None:
    found = pieces(activity(*WORKED, other), Settings())
    assert sorted(len(x.lines) for x in found) == [1, 3]


def test_what_is_paid_is_the_price_with_its_vat_whichever_way_the_books_tell_it() -> None:
    rate = Decimal("0.2")
    lines = (
        fee("2020-03-01", "1000", invoice="F-1", vat=Decimal(200)),
        fee("2020-03-02", "1000", invoice="F-2", vat=Decimal(200), vat_rate=rate),
        fee("2020-03-03", "33.33", invoice="F-3", vat_rate=rate),
        fee("2020-03-03", "33.33", invoice="F-3", vat_rate=rate),
        expense("2020-03-04", "100", supplier="Quai", receipt="R", vat=Decimal(10)),
    )
    found = pieces(activity(*lines), Settings())
    assert [piece.amount for piece in found] == [1200, 1200, Decimal("79.99"), -110]
