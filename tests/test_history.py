from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.charts.history import history as charts
from reporter.history import means
from reporter.settings import Settings
from reporter.toml.reading import parse
from tests.builders import activity, day, expense, fee, history


def test_a_mean_needs_three_years_in_a_row() -> None:
    years = history(
        activity(*(day(f"{year}-03-31", "10", "600") for year in (2015, 2017, 2018, 2019))),
        Settings(),
    )
    assert [year.year.number for year in years] == [2019, 2018, 2017, 2015]
    assert means(years, 2018) is None
    assert means(years, 2015) is None
    found = means(years, 2019)
    assert found is not None
    assert (found.revenue, found.days, found.tjm) == (6000, 10, 600)


def test_the_mean_tjm_weighs_each_year_by_its_days() -> None:
    """100 days at 600 € and 10 days at 900 €: not the 700 € of the mean of three TJM."""
    lines = (
        day("2018-03-31", "50", "600"),
        day("2019-03-29", "50", "600"),
        day("2020-03-31", "10", "900"),
    )
    found = means(history(activity(*lines), Settings()), 2020)
    assert found is not None
    assert found.tjm is not None
    assert round(found.tjm, 2) == Decimal("627.27")


def test_the_mean_tjm_follows_the_method() -> None:
    lines = [day(f"{year}-03-31", "10", "600") for year in (2018, 2019, 2020)]

    def mean_tjm(method: str, equivalent: Decimal | None) -> Decimal | None:
        fixed = fee("2020-03-31", "3000", equivalent_days=equivalent)
        settings = parse(f'[calcul]\nmethode_tjm = "{method}"')
        found = means(history(activity(*lines, fixed), settings), 2020)
        return None if found is None else found.tjm

    assert mean_tjm("ca_total", None) == 700
    assert mean_tjm("regie", None) == 600
    assert mean_tjm("equivalent_jours", Decimal(20)) == 420
    assert mean_tjm("equivalent_jours", None) is None


@given(amounts=st.lists(st.integers(-9999, 99999), min_size=3, max_size=3))
def test_the_mean_of_three_years_lies_among_them(amounts: list[int]) -> None:
    lines = [fee(f"{2018 + rank}-03-30", str(amount)) for rank, amount in enumerate(amounts)]
    found = means(history(activity(*lines), Settings()), 2020)
    assert found is not None
    assert min(amounts) <= found.revenue <= max(amounts)
    assert abs(found.revenue * 3 - sum(amounts)) < Decimal("1e-20")


def test_the_titles_are_true() -> None:
    def titles(*amounts: int) -> str:
        lines = [fee(f"{2017 + rank}-03-31", str(amount)) for rank, amount in enumerate(amounts)]
        return charts(history(activity(*lines), Settings()))[0].title.replace("\u00a0", " ")

    assert titles(9000) == "Chiffre d’affaires de 2017 : 9 K€"
    assert titles(9000, 9000, 9000) == "Le CA moyen sur trois ans est de 9 K€"
    assert titles(9000, 9000, 9000, 12000) == "Le CA moyen sur trois ans monte à 10 K€"
    assert titles(9000, 9000, 9000, 6000) == "Le CA moyen sur trois ans baisse à 8 K€"
    assert titles(9000, 9000, 9000, 9000) == "Le CA moyen sur trois ans reste à 9 K€"


def test_a_line_without_any_value_is_left_out_with_a_sentence() -> None:
    """Fees only: no TJM in any year."""
    lines = [fee(f"{year}-03-31", "900") for year in (2019, 2020)]
    tjm = charts(history(activity(*lines, expense("2020-03-31", "2000")), Settings()))[-1]
    assert (tjm.svg, tjm.missing) == ("", "TJM n’existe pas.")


def test_a_line_breaks_where_a_year_is_absent() -> None:
    def lines(*years: int) -> int:
        paid = [fee(f"{year}-03-31", "900") for year in years]
        return charts(history(activity(*paid), Settings()))[0].svg.count('fill="none"')

    assert lines(2015, 2017) == lines(2016, 2017) + 1


@pytest.mark.parametrize(("first", "unlike"), [("ei", True), ("sasu", False)])
def test_results_of_two_forms_have_no_mean(first: str, *, unlike: bool) -> None:
    told = f'[societe]\nstatut = "sasu"\n[exercice.2018]\nstatut = "{first}"\n'
    lines = activity(*(day(f"{year}-03-31", "10", "500") for year in (2018, 2019, 2020)))
    found = means(history(lines, parse(told)), 2020)
    assert found is not None
    assert found.revenue == 5000
    assert (found.result is None) == unlike
