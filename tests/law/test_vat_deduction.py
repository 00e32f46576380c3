"""What is deducted of a VAT is a part of it, whatever was bought."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.law.vat_deduction import Rule, deductible

RULES: tuple[Rule, ...] = get_args(Rule)
IN_2020 = date(2020, 3, 31)
AMOUNT = Decimal(100)


@given(
    st.sampled_from(RULES),
    st.decimals("-5000", "5000", places=2),
    st.sampled_from(["0", "0.055", "0.1", "0.2"]),
    st.dates(date(2015, 1, 1), date(2026, 12, 31)),
)
def test_it_is_never_more_than_the_vat_nor_of_another_sign(
    rule: Rule, amount: Decimal, rate: str, day: date
) -> None:
    vat = (amount * Decimal(rate)).quantize(Decimal("0.01"))
    found = deductible(rule, amount, vat, day)
    none = Decimal(0)
    assert min(vat, none) <= found <= max(vat, none)


@pytest.mark.parametrize("rule", RULES)
def test_where_there_is_no_vat_nothing_is_deducted(rule: Rule) -> None:
    """The price paid written before tax, and no VAT: the owner has cut it already."""
    assert deductible(rule, AMOUNT, Decimal(0), IN_2020) == 0


@pytest.mark.parametrize(
    ("rule", "vat", "deducted"),
    [
        ("petrol", "20", "12.00"),
        ("petrol", "12", "12"),
        ("petrol", "-20", "-12.00"),
        ("diesel", "20", "16.00"),
        ("car", "20", "0"),
        ("full", "20", "20"),
    ],
)
def test_the_part_of_each_rule_in_2020(rule: Rule, vat: str, deducted: str) -> None:
    amount = AMOUNT if Decimal(vat) > 0 else -AMOUNT
    assert deductible(rule, amount, Decimal(vat), IN_2020) == Decimal(deducted)
