"""The losses that the tax of a year leaves aside: said once, for what its profit can absorb."""

from __future__ import annotations

import pytest

from reporter.doubts.losses import left_aside
from reporter.toml.reading import parse
from tests.builders import activity, expense, fee, history


def said(results: dict[int, int], settings: str = "") -> list[tuple[str, str]]:
    """Return the year and the amount that each doubt names, from the result of each year."""
    lines = [fee(f"{year}-03-01", str(20_000 + result)) for year, result in results.items()]
    spent = [expense(f"{year}-03-01", "20000") for year in results]
    years = history(activity(*lines, *spent), parse(settings))
    doubts = left_aside({it.year.number: it for it in reversed(years)})
    return [(it.about, str(it.fix).split(" = ")[1].split()[0]) for it in doubts]


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ({2020: -5000, 2021: 9000}, [("2021", "5000.00")]),
        ({2020: -5000, 2021: 3000}, [("2021", "3000.00")]),
        ({2019: -5000, 2020: -1000, 2021: 9000, 2022: 9000}, [("2021", "6000.00")]),
        ({2020: 5000, 2021: 9000}, []),
        ({2020: -5000, 2021: -100}, []),
        ({2019: -5000, 2020: 0, 2021: 9000}, [("2021", "5000.00")]),
    ],
)
def test_losses_are_said_in_the_first_year_that_can_absorb_them(
    results: dict[int, int], expected: list[tuple[str, str]]
) -> None:
    assert said(results) == expected


@pytest.mark.parametrize(
    "settings",
    [
        "[exercice.2021]\ndeficits_anterieurs = 5000.00\n",
        "[exercice.2021]\nimpot = 0\n",
        "[exercice.2021]\nresultat = 8000\n",
        "[exercice.2020]\nresultat = 10\n",
        '[societe]\nimpot = "aucun"\n',
        '[societe]\nstatut = "ei"\n',
        '[exercice.2020]\nstatut = "ei"\n',
    ],
)
def test_nothing_is_said_where_the_owner_has_said_it_or_where_no_loss_is_carried(
    settings: str,
) -> None:
    assert said({2020: -5000, 2021: 9000}, settings) == []
