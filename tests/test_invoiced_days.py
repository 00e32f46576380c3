from __future__ import annotations

from decimal import Decimal

import pytest

from reporter.invoiced_days import is_billed, months, runs
from tests.builders import day, fee

DAYS = runs(
    months(
        [
            day("2020-01-30", "2", "700", client="Café"),
            day("2020-01-31", "1", "700.10", client="CAFE"),
        ]
    )
)
"""2 100,10 € in January, the client written in two ways."""


@pytest.mark.parametrize(
    ("when", "amount", "client", "so"),
    [
        ("2020-01-31", "2100.10", "café", True),
        ("2020-02-28", "2100.10", "Café", True),
        ("2020-03-31", "2100.10", "Café", True),
        ("2020-04-01", "2100.10", "Café", False),
        ("2019-12-31", "2100.10", "Café", False),
        ("2020-01-31", "2100.11", "Café", False),
        ("2020-01-31", "1400.00", "Café", False),
        ("2020-01-31", "2100.10", "Autre", False),
    ],
)
def test_a_fee_that_is_the_days_of_its_month_or_the_two_last(
    when: str, amount: str, client: str, *, so: bool
) -> None:
    assert is_billed(fee(when, amount, client=client), Decimal(amount), DAYS) is so


def test_over_the_new_year_and_with_too_few_days() -> None:
    december = runs(months([day("2019-12-31", "1", "700")]))
    invoice = fee("2020-01-31", "700")
    assert is_billed(invoice, invoice.amount, december)
    assert not is_billed(invoice, invoice.amount, december, Decimal(2))
