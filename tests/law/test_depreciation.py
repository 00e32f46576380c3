from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reporter.law.depreciation import elapsed, plan
from reporter.settings import Settings
from reporter.toml.reading import parse

CALENDAR = Settings()


def annuities(
    amount: str, lifetime: str, service: date, settings: Settings = CALENDAR
) -> dict[int, Decimal]:
    years = (settings.year(number) for number in range(service.year - 1, service.year + 60))
    return dict(plan(Decimal(amount), Decimal(lifetime), service, years, settings.basis))


def test_1500_euros_over_3_years_from_10_february() -> None:
    """321 days of 360 in the first year, and the remainder in the last."""
    assert elapsed(date(2020, 2, 10), date(2020, 12, 31)) == 321
    assert annuities("1500", "3", date(2020, 2, 10)) == {
        2020: Decimal("445.83"),
        2021: Decimal(500),
        2022: Decimal(500),
        2023: Decimal("54.17"),
    }


def test_a_full_first_year_leaves_no_remainder() -> None:
    plan_2020 = annuities("1000", "3", date(2020, 1, 1))
    assert plan_2020 == {
        2020: Decimal("333.33"),
        2021: Decimal("333.33"),
        2022: Decimal("333.34"),
    }


def test_the_31st_counts_as_the_30th() -> None:
    assert elapsed(date(2020, 1, 31), date(2020, 12, 31)) == 331
    assert elapsed(date(2020, 12, 31), date(2020, 12, 31)) == 1


def test_a_year_that_closes_in_february_is_full() -> None:
    assert elapsed(date(2019, 3, 1), date(2020, 2, 29)) == 360
    assert elapsed(date(2020, 3, 1), date(2021, 2, 28)) == 360


def test_the_365_basis_counts_real_days_less_29_february() -> None:
    assert elapsed(date(2020, 1, 1), date(2020, 12, 31), "365") == 365
    assert elapsed(date(2020, 3, 1), date(2020, 12, 31), "365") == 306
    settings = parse('[calcul]\namortissement = "365"')
    assert annuities("1500", "3", date(2020, 2, 10), settings)[2020] == Decimal("445.21")


def test_half_years_of_life() -> None:
    assert annuities("1000", "2.5", date(2020, 7, 1)) == {
        2020: Decimal(200),
        2021: Decimal(400),
        2022: Decimal(400),
    }


@given(
    amount=st.decimals("0.01", 100_000, places=2),
    lifetime=st.integers(1, 12),
    service=st.dates(date(2010, 1, 1), date(2030, 12, 31)),
    basis=st.sampled_from(["30/360", "365"]),
    closing=st.sampled_from(["31/12", "30/06", "28/02"]),
)
def test_annuities_add_up_to_the_cost(
    amount: Decimal, lifetime: int, service: date, basis: str, closing: str
) -> None:
    """Whatever the day of service, the closing day and the basis."""
    settings = parse(f'[calcul]\namortissement = "{basis}"\n[exercice]\ncloture = "{closing}"')
    found = annuities(str(amount), str(lifetime), service, settings)
    assert sum(found.values()) == amount
    assert lifetime <= len(found) <= lifetime + 1


def test_a_purchase_of_the_last_day_of_a_year_weighs_one_day_on_it() -> None:
    assert annuities("1080", "3", date(2020, 12, 31))[2020] == 1


def test_29_february_never_counts_on_the_365_basis() -> None:
    assert elapsed(date(2020, 2, 28), date(2020, 2, 29), "365") == 1
    assert elapsed(date(2020, 2, 29), date(2020, 3, 1), "365") == 1
