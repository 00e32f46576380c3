"""The scale of kilometres, against its published values and its own continuity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.law.dated import UnknownLaw
from reporter.law.mileage import Kind, allowance

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


OTHERS: tuple[tuple[Kind, int, int, str, str], ...] = (
    ("motorcycle", 2015, 1, "3000", "1014"),
    ("motorcycle", 2018, 5, "4000", "1269"),
    ("motorcycle", 2020, 5, "4000", "1283"),
    ("motorcycle", 2020, 6, "7000", "2065"),
    ("motorcycle", 2021, 2, "5000", "1315"),
    ("motorcycle", 2022, 3, "1000", "468"),
    ("motorcycle", 2024, 9, "6001", "2058.343"),
    ("moped", 2017, 0, "2000", "538"),
    ("moped", 2018, 4, "3000", "601"),
    ("moped", 2022, 0, "3000", "945"),
    ("moped", 2025, 1, "5000", "1106"),
)


@pytest.mark.parametrize(("kind", "year", "power", "distance", "euros"), OTHERS)
def test_the_published_scales_of_two_wheelers(
    kind: Kind, year: int, power: int, distance: str, euros: str
) -> None:
    found = allowance(Decimal(distance), year, power, electric=False, kind=kind)
    assert found == Decimal(euros)


@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_the_scale_of_mopeds_is_not_known_for_three_years(year: int) -> None:
    with pytest.raises(UnknownLaw, match="de 2019 à 2021"):
        allowance(Decimal(100), year, 0, electric=False, kind="moped")


@given(st.sampled_from((2015, 2018, 2022, 2030)), st.integers(1, 9), st.integers(0, 9_000))
def test_the_formulas_of_two_wheelers_meet(year: int, power: int, distance: int) -> None:
    kinds: tuple[Kind, ...] = ("motorcycle", "moped")
    for kind in kinds:
        one, more = (
            allowance(Decimal(count), year, power, electric=False, kind=kind)
            for count in (distance, distance + 1)
        )
        assert -2 <= more - one <= 5
