from __future__ import annotations

from decimal import Decimal

import pytest

from reporter.invoiced_days import invoiced_by, months
from tests.builders import day, fee

DAYS = months(
    [day("2020-01-30", "2", "700", client="Café"), day("2020-01-31", "1", "700.10", client="CAFE")]
)
"""2 100,10 € in January, the client written in two ways."""


@pytest.mark.parametrize(
    ("when", "amount", "client", "so"),
    [
        ("2020-01-31", "2100.10", "café", True),
        ("2020-02-28", "2100.10", "Café", True),
        ("2020-03-01", "2100.10", "Café", False),
        ("2019-12-31", "2100.10", "Café", False),
        ("2020-01-31", "2100.11", "Café", False),
        ("2020-01-31", "1400.00", "Café", False),
        ("2020-01-31", "2100.10", "Autre", False),
    ],
)
def test_a_fee_that_is_the_days_of_its_month_or_the_last(
    when: str, amount: str, client: str, *, so: bool
) -> None:
    assert invoiced_by(fee(when, amount, client=client), DAYS) is so


def test_over_the_new_year_and_with_too_few_days() -> None:
    december = months([day("2019-12-31", "1", "700")])
    invoice = fee("2020-01-31", "700")
    assert invoiced_by(invoice, december)
    assert not invoiced_by(invoice, december, Decimal(2))
