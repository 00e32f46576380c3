import subprocess
import sys
from datetime import date
from fractions import Fraction

import pytest

from reporter.law.workdays import month_starts, months, public_holidays, weekdays, working_days

NET_OF_25 = {
    2015: 227,
    2016: 228,
    2017: 226,
    2018: 227,
    2019: 226,
    2020: 228,
    2021: 229,
    2022: 228,
    2023: 226,
    2024: 227,
    2025: 226,
    2026: 227,
    2027: 229,
}


@pytest.mark.parametrize(("year", "net"), NET_OF_25.items())
def test_working_days_of_a_year_less_25_days_of_leave(year: int, net: int) -> None:
    assert working_days(date(year, 1, 1), date(year, 12, 31)) - 25 == net


def test_2020_has_262_weekdays_and_9_holidays_on_them() -> None:
    assert weekdays(date(2020, 1, 1), date(2020, 12, 31)) == 262
    assert working_days(date(2020, 1, 1), date(2020, 12, 31)) == 253


def test_alsace_moselle_has_two_more_holidays() -> None:
    more = public_holidays(range(2020, 2021), alsace_moselle=True)
    assert more - public_holidays(range(2020, 2021)) == {date(2020, 4, 10), date(2020, 12, 26)}
    assert working_days(date(2020, 1, 1), date(2020, 12, 31), alsace_moselle=True) - 25 == 227


def test_two_holidays_on_one_date_count_once() -> None:
    """Ascension fell on 1 May in 2008."""
    assert working_days(date(2008, 5, 1), date(2008, 5, 1)) == 0
    assert working_days(date(2008, 5, 1), date(2008, 5, 31)) == 22 - 3


def test_a_period_counts_both_its_ends() -> None:
    assert working_days(date(2020, 1, 2), date(2020, 1, 3)) == 2
    assert working_days(date(2020, 1, 4), date(2020, 1, 5)) == 0


def test_a_period_over_two_years_has_the_holidays_of_both() -> None:
    whole = working_days(date(2019, 7, 1), date(2020, 6, 30))
    halves = working_days(date(2019, 7, 1), date(2019, 12, 31)) + working_days(
        date(2020, 1, 1), date(2020, 6, 30)
    )
    assert whole == halves == 262 - 10


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2020, 1, 1), date(2020, 12, 31), Fraction(12)),
        (date(2020, 1, 1), date(2020, 9, 15), Fraction(17, 2)),
        (date(2019, 7, 1), date(2020, 6, 30), Fraction(12)),
        (date(2016, 12, 1), date(2017, 12, 31), Fraction(13)),
        (date(2020, 1, 31), date(2020, 2, 28), Fraction(1)),
        (date(2020, 1, 15), date(2020, 12, 31), 11 + Fraction(17, 30)),
    ],
)
def test_months_are_full_ones_then_thirtieths(start: date, end: date, expected: Fraction) -> None:
    assert months(start, end) == expected


def test_month_starts_cross_the_year() -> None:
    starts = month_starts(date(2019, 11, 5), date(2020, 2, 1))
    assert starts == (date(2019, 11, 1), date(2019, 12, 1), date(2020, 1, 1), date(2020, 2, 1))


def test_the_library_s_own_import_gives_the_same_days() -> None:
    """Its file is read apart from the other countries; what it holds must not depend on that."""
    from holidays.countries.france import France

    years = range(2008, 2031)
    assert public_holidays(years) == set(France(years=years))  # type: ignore[no-untyped-call]
    assert public_holidays(years, alsace_moselle=True) == set(
        France(subdiv="57", years=years)  # type: ignore[no-untyped-call]
    )


@pytest.mark.parametrize("before", ["", "import holidays", "import holidays.countries"])
def test_the_library_is_whole_for_whoever_imports_it_besides(before: str) -> None:
    """It stands empty while France is imported, and is not there once it is."""
    code = f"""
{before}
import sys
from reporter.law.workdays import public_holidays
assert len(public_holidays(range(2020, 2021))) == 11
assert {bool(before)} or not [name for name in sys.modules if name.startswith("holidays")]
import holidays
assert holidays.__version__ and holidays.constants
assert holidays.US(years=2020) and holidays.country_holidays("FR", years=2020)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert not ran.stderr
