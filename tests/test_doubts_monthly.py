"""A month that lacks what all the others have: a row deleted, cut, or dated of another month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reporter.doubts import doubtful
from reporter.errors import Place
from reporter.model import Day, Expense, Fee
from reporter.toml.reading import parse
from tests.builders import activity, day, expense, fee
from tests.test_doubts import keys

YEAR = (1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12)
"""The months of a year, but for May."""


def rent(month: int, amount: str = "310", day: int = 5, year: int = 2020) -> Expense:
    return expense(f"{year}-{month:02}-{day:02}", amount, "Loyer", supplier="Bureaux du Quai")


def service(month: int, name: str) -> Fee:
    return fee(f"2020-{month:02}-05", "640.5", service=name)


def told(*lines: Day | Expense | Fee) -> list[str]:
    return [it for it in keys(*lines) if it.startswith("mois-saute")]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([rent(month) for month in YEAR], ["mois-saute 05/06/2020"]),
        ([rent(month) for month in (*range(1, 5), *range(6, 10))], ["mois-saute 05/06/2020"]),
        ([rent(month) for month in (*range(1, 5), *range(6, 9))], []),  # seven only
        ([rent(month) for month in range(1, 13)], []),
        ([rent(month) for month in range(1, 13) if month != 8], []),  # August
        ([rent(month) for month in YEAR if month != 8], ["mois-saute 05/06/2020"]),
        ([rent(month) for month in range(1, 13) if month not in (8, 9)], []),  # a summer
        ([rent(month) for month in YEAR if month != 10], []),  # two are missing
        ([rent(month) for month in YEAR if month != 6], []),  # two months in a row
        (
            [rent(month) for month in range(1, 13) if month != 11],
            ["mois-saute 05/12/2020"],
        ),
        ([rent(month) for month in range(1, 13) if month != 2], ["mois-saute 05/03/2020"]),
        ([*(rent(month) for month in YEAR), rent(6, day=20)], []),  # paid twice the month after
        ([rent(month, "340" if month > 4 else "310") for month in YEAR], ["mois-saute 05/06/2020"]),
        ([rent(month, "341" if month > 4 else "310") for month in YEAR], []),  # a price changed
        ([rent(month, "341" if month < 4 else "310") for month in YEAR], []),  # the month before
        ([rent(month, "341" if month > 6 else "310") for month in YEAR], []),  # the month after
        ([rent(month, f"{300 + month}") for month in YEAR], ["mois-saute 05/06/2020"]),
        (
            [rent(month, "310" if 3 <= month <= 7 else "320") for month in YEAR],
            ["mois-saute 05/06/2020"],
        ),
        ([rent(month, "620" if month == 6 else "310") for month in YEAR], []),  # both in one
        ([rent(month, day={4: 30, 6: 1}.get(month, 5)) for month in YEAR], []),  # paid late
        ([rent(month, day=5 + month % 7) for month in YEAR], ["mois-saute 11/06/2020"]),
        ([rent(month, day=5 + month % 8) for month in YEAR], []),  # here and there
        (
            [rent(month, year=year) for year in (2019, 2020) for month in range(1, 13)
             if (year, month) != (2020, 1)],
            ["mois-saute 05/02/2020"],
        ),
        ([service(month, "Infogérance mensuelle") for month in YEAR], ["mois-saute 05/06/2020"]),
        ([fee(f"2020-{month:02}-05", f"{300 + month}") for month in YEAR], []),
        (
            [service(month, f"Infogérance {date(2020, month, 1):%m/%Y}") for month in YEAR],
            ["mois-saute 05/06/2020"],
        ),
        ([service(month, f"Lot {'abcdefghijkl'[month - 1]}") for month in YEAR], []),
    ],
)  # fmt: skip
def test_the_only_month_without_what_comes_back_each_month_is_doubted(
    lines: list[Expense | Fee], found: list[str]
) -> None:
    assert told(*lines) == found


def test_the_month_that_lacks_it_is_named() -> None:
    found = doubtful((), activity(*map(rent, YEAR)), parse(""), date(2021, 1, 1))
    (said,) = [str(it.shown) for it in found if it.code == "mois-saute"]
    assert said.startswith("mai 2020")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        (rent(6, day=6), ["doublon 06/06/2020"]),
        (rent(6), ["doublon 05/06/2020"]),  # the same line, as any
        (rent(6, day=20), ["doublon 20/06/2020"]),
        (rent(6, "320", day=6), []),
    ],
)
def test_the_only_month_with_two_of_what_comes_back_each_month_is_doubted(
    more: Expense, found: list[str]
) -> None:
    lines = [*(rent(month) for month in range(1, 13)), more]
    assert [it for it in keys(*lines) if it.startswith("doublon")] == found


def test_the_days_of_a_month_told_once_more_are_doubted_and_a_month_without_is_none() -> None:
    days = [day(f"2020-{month:02}-28", str(4 + month), "700") for month in range(1, 13)]
    again = [it for it in keys(*days, day("2020-06-29", "10", "700")) if it.startswith("doublon")]
    assert again == ["doublon 29/06/2020"]
    assert not [it for it in keys(*days, day("2020-06-29", "4", "700")) if "doublon" in it]
    steady = [day(f"2020-{month:02}-28", "10", "700") for month in range(1, 13) if month != 5]
    assert told(*steady) == []
    late = [day("2020-06-12", "10", "700"), *steady]
    assert [it for it in keys(*late) if it.startswith("dates-deplacees")] == []


def test_what_is_bought_on_any_day_may_be_bought_twice_in_a_month() -> None:
    lines = [rent(month, day=1 + 7 * month % 27) for month in range(1, 13)]
    assert [it for it in keys(*lines, rent(6, day=21)) if it.startswith("doublon")] == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ({5: 7}, ["dates-deplacees 12/07/2020"]),  # May is dated of July
        ({5: 7, 10: 9}, []),
        ({5: 6}, []),  # on its row between April and June, it may be paid late
        ({8: 6}, ["dates-deplacees 12/06/2020"]),
    ],
)
def test_what_comes_back_each_month_out_of_order_is_misdated_where_a_month_lacks_it(
    rows: dict[int, int], found: list[str]
) -> None:
    lines = [
        replace(
            rent(rows.get(month, month), f"{300 + month}", day=12), place=Place("", "", "", month)
        )
        for month in range(1, 13)
    ]
    newest = [replace(it, place=Place("", "", "", 99 - it.place.row)) for it in lines]
    for its in (lines, newest):
        assert [it for it in keys(*its) if it.startswith("dates-deplacees")] == found


def test_what_is_bought_here_and_there_may_be_bought_twice_in_a_month() -> None:
    seven = [*(rent(month) for month in range(1, 8)), rent(6, day=6)]
    assert [it for it in keys(*seven) if it.startswith("doublon")] == []
    often = [*(rent(month) for month in range(1, 13)), rent(6, day=6), rent(7, day=6)]
    assert [it for it in keys(*often) if it.startswith("doublon")] == []


@pytest.mark.parametrize(("missing", "found"), [((2, 9), []), ((4, 9), []), ((5, 9), ["doublon"])])
def test_what_a_month_beside_lacks_may_be_late_or_early(
    missing: tuple[int, ...], found: list[str]
) -> None:
    lines = [service(month, "Abonnement") for month in range(1, 13) if month not in missing]
    again = fee("2020-03-29", "640.5", service="Abonnement")
    said = [it.split()[0] for it in keys(*lines, again) if it.startswith("doublon")]
    assert said == found
