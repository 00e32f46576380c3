"""The scale of kilometres, against its published values and its own continuity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.law.dated import UnknownLaw
from reporter.law.mileage import allowance

PUBLISHED = (
    (2015, 3, "5000", "2050"),
    (2017, 4, "6000", "2744"),
    (2018, 4, "4000", "2072"),
    (2019, 5, "4500", "2466"),
    (2019, 5, "6000", "3048"),
    (2020, 5, "25000", "9200"),
    (2021, 7, "10000", "5175"),
    (2022, 3, "4000", "2116"),
    (2023, 6, "20000", "8937"),
    (2024, 5, "20001", "8540.427"),
    (2025, 12, "1000", "697"),
    (2025, 1, "1000", "529"),
    (2027, 5, "1000", "636"),
)
"""Year, power, kilometres, euros: worked by hand from the arrêtés."""


@pytest.mark.parametrize(("year", "power", "distance", "euros"), PUBLISHED)
def test_the_published_scale(year: int, power: int, distance: str, euros: str) -> None:
    assert allowance(Decimal(distance), year, power, electric=False) == Decimal(euros)


@pytest.mark.parametrize(("year", "euros"), [(2019, "548"), (2020, "657.6"), (2025, "763.2")])
def test_an_electric_car_counts_a_fifth_more_since_2020(year: int, euros: str) -> None:
    assert allowance(Decimal(1000), year, 5, electric=True) == Decimal(euros)


def test_nothing_is_known_before_2015() -> None:
    with pytest.raises(UnknownLaw, match="barème kilométrique : valeurs inconnues avant"):
        allowance(Decimal(1000), 2014, 5, electric=False)


@given(st.integers(2015, 2030), st.integers(1, 20), st.integers(0, 60_000))
def test_a_kilometre_more_is_never_worth_less(year: int, power: int, distance: int) -> None:
    """The formulas meet where they change: a table with a figure wrong would jump there."""
    one, more = (
        allowance(Decimal(count), year, power, electric=False) for count in (distance, distance + 1)
    )
    assert 0 <= more - one <= 15
