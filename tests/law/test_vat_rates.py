from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reporter.law.vat_rates import in_force, legal, possible, rate_of, rate_within, usual

OLD, MIDDLE, NEW = "0.196 0.055 0.021", "0.196 0.07 0.055 0.021", "0.20 0.10 0.055 0.021"


@pytest.mark.parametrize(
    ("day", "rates"),
    [
        (date(1, 1, 1), OLD),
        (date(2011, 12, 31), OLD),
        (date(2012, 1, 1), MIDDLE),
        (date(2013, 12, 31), MIDDLE),
        (date(2014, 1, 1), NEW),
        (date(2026, 1, 1), NEW),
    ],
)
def test_rates_change_on_the_first_of_january_2012_and_2014(day: date, rates: str) -> None:
    """LFR 2011-1978, art. 13; LFR 2012-1510, art. 68."""
    assert usual(day) == tuple(map(Decimal, rates.split()))
    assert set(in_force(day)) >= {Decimal(0), Decimal("0.085"), *usual(day)}


@pytest.mark.parametrize(
    ("day", "rate", "so"),
    [
        (date(2014, 12, 31), "0.196", True),
        (date(2015, 1, 1), "0.196", False),
        (date(2012, 12, 30), "0.07", True),
        (date(2011, 12, 31), "0.07", False),
        (date(2013, 12, 31), "0.20", False),
    ],
)
def test_an_invoice_carries_the_rate_of_before_for_a_year(day: date, rate: str, so: bool) -> None:
    assert (Decimal(rate) in legal(day)) is so


@pytest.mark.parametrize(
    ("vat", "rate"), [("20.01", "0.20"), ("19.99", "0.20"), ("20.02", None), ("19.98", None)]
)
def test_a_vat_is_at_a_rate_to_the_cent(vat: str, rate: str | None) -> None:
    found = rate_of(Decimal(100), Decimal(vat), date(2020, 3, 31))
    assert found == (None if rate is None else Decimal(rate))


@pytest.mark.parametrize(
    ("amount", "vat", "rate"), [("100", "0", "0"), ("0.01", "0", "0"), ("100", "0.01", None)]
)
def test_no_vat_is_at_no_rate_and_a_cent_of_vat_is_not(
    amount: str, vat: str, rate: str | None
) -> None:
    found = rate_of(Decimal(amount), Decimal(vat), date(2020, 3, 31))
    assert found == (None if rate is None else Decimal(rate))


@pytest.mark.parametrize(
    ("amount", "vat", "so"),
    [
        (100, "20.01", True),
        (100, "20.02", False),
        (100, "-0.01", True),
        (100, "-0.02", False),
        (-100, "-20.01", True),
        (-100, "-20.02", False),
        (-100, "0.01", True),
        (-100, "0.02", False),
    ],
)
def test_a_vat_is_between_nothing_and_the_normal_rate_to_the_cent(
    amount: int, vat: str, so: bool
) -> None:
    assert possible(Decimal(amount), Decimal(vat), date(2020, 3, 31)) is so


@pytest.mark.parametrize(
    ("gross", "vat", "rate"),
    [
        ("1200", "200", "0.20"), ("1055", "55", "0.055"), ("-1200", "-200", "0.20"),
        ("1200", "200.01", ""), ("1200", "240", ""), ("1200", "0", ""), ("0.01", "0", ""),
    ],
)  # fmt: skip
def test_an_amount_holds_a_vat_at_one_of_the_usual_rates(gross: str, vat: str, rate: str) -> None:
    found = rate_within(Decimal(gross), Decimal(vat), date(2020, 1, 1))
    assert found == (Decimal(rate) if rate else None)


def test_the_first_year_there_is_has_no_year_before() -> None:
    assert legal(date(1, 6, 1))[0] == legal(date(2, 6, 1))[0] == Decimal("0.196")
