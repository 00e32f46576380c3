"""A franchise of VAT that ends on a day: what is before it bears none, what is after does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reporter.errors import BadData
from reporter.tables.ledger import EXEMPT, NEVER_DUE, sales
from tests.accounting.packs import pack_of
from tests.builders import expense, fee

ENDED = "[tva]\nfranchise_jusqu_au = 2020-06-30\n"
TAXED = Decimal("0.2")
BEFORE = fee("2020-06-30", "1000", invoice="1", paid=date(2020, 8, 3))
AFTER = fee("2020-07-01", "2000", invoice="2", vat_rate=TAXED, paid=date(2020, 8, 4))
RENT = expense("2020-07-01", "300", "Loyer", vat_rate=TAXED, paid=date(2020, 7, 1))
CLOUD = expense("2020-07-02", "100", "Logiciels", country="Irlande", paid=date(2020, 7, 2))


def test_no_return_has_what_was_sold_in_franchise_even_paid_after_it() -> None:
    made = pack_of(2020, BEFORE, AFTER, RENT, settings=ENDED)
    due = [(row.month.month, row.side, row.due_base, row.due) for row in made.vat if row.due_base]
    assert due == [(7, "deductible", 300, 60), (8, "collected", 2000, 400)]
    assert [row[-2].value for row in sales(made).rows] == [NEVER_DUE, date(2020, 8, 4)]


@pytest.mark.parametrize("settings", [ENDED, ENDED.replace("]", ']\nregime = "franchise"')])
def test_a_year_of_franchise_says_so_and_the_next_one_does_not(settings: str) -> None:
    old = fee("2019-03-01", "500", invoice="0", paid=date(2020, 1, 6))
    lines = (old, BEFORE, AFTER, RENT)
    first, second = (pack_of(year, *lines, settings=settings) for year in (2019, 2020))
    assert (first.vat, sales(first).note) == ((), EXEMPT)
    assert second.vat
    assert sales(second).note != EXEMPT


def test_the_vat_of_a_purchase_in_franchise_is_not_recovered() -> None:
    early = expense("2020-06-30", "300", "Loyer", vat_rate=TAXED)
    with pytest.raises(BadData) as caught:
        pack_of(2020, BEFORE, early, RENT, settings=ENDED)
    assert [error.what for error in caught.value.errors] == [
        "TVA alors que l’entreprise est en franchise"
    ]


def test_what_is_bought_abroad_is_owed_and_deducted_once_the_franchise_has_ended() -> None:
    early = expense("2020-06-29", "100", "Logiciels", country="Irlande")
    made = pack_of(2020, BEFORE, early, CLOUD, settings=ENDED)
    assert [line.reverse for line in made.purchases] == [0, 20]
