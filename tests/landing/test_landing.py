"""The landing of a year under way, each figure computed by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from reporter.indices import indexed
from reporter.landing.dates import remaining
from reporter.landing.landing import Landing, landing
from reporter.landing.landing import landed as of_bilan
from reporter.landing.left import left
from reporter.landing.methods import estimated
from reporter.landing.past import past_of
from reporter.metrics import by_year
from reporter.model import Activity, Signed
from reporter.toml.reading import parse
from tests.builders import NOWHERE, activity, day, expense, fee
from tests.landing.histories import TEN_YEARS, month_end, typed
from tests.test_to_date import cut_bilan


def landed(lines: Activity, number: int, when: str, toml: str = "", **given: Any) -> Landing | None:
    settings = parse(toml)
    years = by_year(lines, settings)
    return landing(years, given.get("signed", ()), settings, number, date.fromisoformat(when))


def sure(found: Landing | None) -> Landing:
    assert found is not None
    return found


def monthly(years: dict[int, str], rate: str = "500", **fields: Any) -> Activity:
    """Return a line at the end of each month, from the days of the months of each year."""
    return activity(
        *(
            day(str(month_end(year, month)), count, rate, **fields)
            for year, counts in years.items()
            for month, count in enumerate(counts.split(), 1)
            if count != "0"
        )
    )


def signed(days: str, start: str, end: str, rate: str = "700") -> Signed:
    return Signed(
        client="Ponant",
        days=Decimal(days),
        rate=Decimal(rate),
        start=date.fromisoformat(start),
        end=date.fromisoformat(end),
        place=NOWHERE,
    )


FLAT, TWICE = " ".join(["10"] * 12), " ".join(["20"] * 12)
RISING = "1 2 3 4 5 6 7 8 9 10 11 12"


@pytest.mark.parametrize(
    ("years", "number", "when", "method", "used", "days"),
    [
        # One year of history: its same months, July to December: 7 + … + 12 = 57.
        ({2018: RISING, 2019: "20 20 20 20 20 20"}, 2019, "2019-06-30", "same_months", 1, 120 + 57),
        # Nothing to say under twelve months, one day less than a year.
        ({2018: RISING}, 2018, "2018-11-30", None, 0, 0),
        # Two equal years of a season: the same months were never wrong.
        ({2017: RISING, 2018: RISING, 2019: "1 2 3"}, 2019, "2019-03-31", "same_months", 2, 78),
        # Three years are enough for the mean: 2015 counts no more. 21 days, and 57 left.
        (
            {2015: FLAT, 2016: RISING, 2017: RISING, 2018: RISING, 2019: "1 2 3 4 5 6"},
            2019, "2019-06-30", "same_months", 3, 78,
        ),
        # The pace doubled in January 2017 and stayed: the last twelve months were the less wrong.
        (
            {2016: FLAT, 2017: TWICE, 2018: TWICE, 2019: "20"},
            2019, "2019-01-31", "last_twelve", 0, 240,
        ),
        # No line yet in the year, in January: the whole of it is estimated but its first days.
        ({2018: RISING}, 2019, "2019-01-15", "same_months", 1, 78),
    ],
)  # fmt: skip
def test_the_method_and_what_it_gives(  # noqa: PLR0917
    years: dict[int, str], number: int, when: str, method: str | None, used: int, days: int
) -> None:
    found = landed(monthly(years), number, when)
    if method is None:
        assert found is None
        return
    assert found is not None
    assert found.choice.name == method
    assert found.choice.estimate.years == used
    assert found.figures.days == days
    assert found.figures.revenue == days * 500


@pytest.mark.parametrize("when", ["2017-12-31", "2018-12-31", "2019-12-31", "2020-06-30"])
def test_a_year_not_begun_or_over_does_not_land(when: str) -> None:
    assert landed(monthly({2018: FLAT, 2019: FLAT}), 2019, when) is None


@pytest.mark.parametrize(
    ("cut", "first"),
    [("2019-05-31", "2019-06-30"), ("2019-06-01", "2019-06-30"), ("2019-06-30", "2019-07-31")],
)
def test_what_remains_begins_the_day_after_the_last_one_known(cut: str, first: str) -> None:
    ends = remaining(date.fromisoformat(cut), date(2019, 12, 31))
    assert ends[0] == date.fromisoformat(first)


def test_a_year_without_lines_ends_the_past() -> None:
    """2017 is not in the books: 2016 says nothing of 2019."""
    lines = monthly({2016: FLAT, 2018: FLAT, 2019: "10"})
    found = sure(landed(lines, 2019, "2019-01-31"))
    assert found.choice.estimate.years == 1
    assert found.choice.trials == ()


def test_the_past_begins_with_the_month_of_the_first_sale() -> None:
    lines = monthly({2018: "0 0 5 5 5 5 5 5 5 5 5 5", 2019: "5 5"})
    assert landed(lines, 2019, "2019-02-27") is None
    found = sure(landed(lines, 2019, "2019-02-28"))
    assert found.figures.days == 60
    assert found.choice.name == "same_months"


def test_an_early_expense_is_no_past() -> None:
    lines = activity(expense("2017-12-05", "50"), *monthly({2018: "0 5 5", 2019: "5"}).days)
    assert landed(lines, 2019, "2019-01-30") is None
    assert landed(lines, 2019, "2019-01-31") is not None


def test_the_errors_and_the_range_are_those_of_each_past_year() -> None:
    """At the end of June 2019, the same months; 2018 brought 180 days, 2017 120, 2016 120.

    In 2018 they gave 60 + the mean of 60 and 60 = 120 for 180: 60/180 wrong; in 2017 120 for 120.
    2019: 90 days known, and the mean of 60, 60 and 120 = 80.
    """
    lines = monthly(
        {
            2016: FLAT,
            2017: FLAT,
            2018: "10 10 10 10 10 10 20 20 20 20 20 20",
            2019: "15 15 15 15 15 15",
        }
    )
    found = sure(landed(lines, 2019, "2019-06-30"))
    assert found.choice.name == "same_months"
    assert [trial.year.number for trial in found.choice.trials] == [2018, 2017]
    assert [trial.error * 3 for trial in found.choice.trials] == [1, 0]
    assert found.choice.error == Fraction(1, 6)
    assert found.figures.days == 170
    assert found.revenue_range == (85_000, 127_500)


def test_one_past_year_makes_no_range() -> None:
    found = sure(landed(monthly({2017: FLAT, 2018: FLAT, 2019: "10"}), 2019, "2019-01-31"))
    assert len(found.choice.trials) == 1
    assert found.revenue_range is None


def test_a_past_year_of_which_nothing_was_foreseen_makes_no_range() -> None:
    """2018 brought all of its days after June, as no year before it had."""
    first, second = "10 10 10 10 10 10 0 0 0 0 0 0", "0 0 0 0 0 0 10 10 10 10 10 10"
    lines = monthly({2016: first, 2017: first, 2018: second, 2019: "10 10 10 10 10 10"})
    found = sure(landed(lines, 2019, "2019-06-30"))
    assert [trial.estimated for trial in found.choice.trials] == [0, 30_000]
    assert found.revenue_range is None


def test_a_past_year_counts_from_its_first_day() -> None:
    """2018 and 2017 brought 500 € more on their first of January, which is known by its end."""
    more = [day(f"{year}-01-01", "1", "500") for year in (2017, 2018)]
    lines = activity(*monthly({2016: FLAT, 2017: FLAT, 2018: FLAT, 2019: "10"}).days, *more)
    found = sure(landed(lines, 2019, "2019-01-31"))
    assert [trial.actual for trial in found.choice.trials] == [60_500, 60_500]


def test_days_given_are_days_to_come_too() -> None:
    found = sure(landed(monthly({2018: FLAT, 2019: "10"}, rate="0"), 2019, "2019-01-31"))
    assert (found.figures.days, found.figures.revenue) == (120, 0)


def test_twelve_months_known_to_the_day_are_enough_for_their_mean() -> None:
    settings = parse("")
    past = past_of(by_year(monthly({2018: FLAT, 2019: "10"}), settings), settings, 2019)
    assert past is not None
    for cut, known in ((date(2018, 12, 30), False), (date(2018, 12, 31), True)):
        assert (estimated("last_twelve", past, cut, date(2019, 12, 31)) is not None) is known


def test_a_year_in_indices_does_not_land() -> None:
    """Its tax is that of euros."""
    cut = cut_bilan(monthly({2018: FLAT, 2019: "10 10"}), date(2019, 2, 28), 2019)
    assert of_bilan(cut) is not None
    assert of_bilan(indexed(cut)) is None


def test_the_range_never_falls_below_what_is_known() -> None:
    """2018 came to half of what was estimated: but 110 days of 2019 are billed already."""
    lines = monthly(
        {2016: FLAT, 2017: FLAT, 2018: "10 10 10 10 10 0 0 0 0 0 0 0", 2019: "22 22 22 22 22"}
    )
    found = sure(landed(lines, 2019, "2019-05-31"))
    ranged = found.revenue_range
    assert ranged is not None
    assert ranged[0] == 110 * 500
    assert found.ends is not None
    assert found.ends[0].reached < found.ends[0].value
    assert found.ends[0].trial.year.number == 2018


def test_a_leap_day_and_the_end_of_february() -> None:
    """The last day of February answers to the last day of February: 29 one year, 28 another."""
    lines = activity(
        *monthly({2018: FLAT}).days,
        day("2019-01-31", "10", "500"),
        day("2019-02-28", "7", "500"),
        *(day(f"2019-{month:02}-28", "10", "500") for month in range(3, 13)),
        day("2020-01-31", "10", "500"),
        day("2020-02-29", "3", "500"),
    )
    found = sure(landed(lines, 2020, "2020-02-29"))
    assert found.figures.days == 10 + 3 + 100


def test_a_year_from_july_to_june() -> None:
    """At the end of February 2021, March to June are those of 2020: 3 + 4 + 5 + 6."""
    lines = monthly(
        {2019: "0 0 0 0 0 0 7 8 9 10 11 12", 2020: "1 2 3 4 5 6 20 20 20 20 20 20", 2021: "20 20"}
    )
    found = sure(landed(lines, 2021, "2021-02-28", '[exercice]\ncloture = "30/06"'))
    assert found.year.number == 2021
    assert found.figures.days == 8 * 20 + 18


def test_after_a_first_year_of_thirteen_months() -> None:
    """December 2018 belongs to the first year, but is no month of 2020's November to December."""
    toml = "[exercice.2019]\ndebut = 2018-12-01\nfin = 2019-12-31\n"
    lines = activity(
        day("2018-12-31", "99", "500"), *monthly({2019: RISING, 2020: "1 2 3 4 5 6 7 8 9 10"}).days
    )
    found = sure(landed(lines, 2020, "2020-10-31", toml))
    assert found.figures.days == 55 + 11 + 12
    assert landed(lines, 2019, "2019-11-30", toml) is not None
    assert landed(lines, 2019, "2019-11-29", toml) is None


def test_a_year_that_opens_inside_a_month() -> None:
    """It opened on 15 December: nothing is known before, whatever the month of the first sale."""
    toml = "[exercice.2019]\ndebut = 2018-12-15\nfin = 2019-12-31\n"
    lines = activity(day("2018-12-31", "9", "500"), *monthly({2019: FLAT}).days)
    assert landed(lines, 2019, "2019-12-13", toml) is None
    assert landed(lines, 2019, "2019-12-14", toml) is not None


LONG = "[exercice.2021]\ndebut = 2020-01-01\nfin = 2021-01-31\n"


def test_the_first_days_of_a_year_of_thirteen_months() -> None:
    """On 20 January 2020 the same months, up to January 2021, are not over a year before.

    The last twelve months are 120 days: 10 for each of twelve months, and 11/30 of January. That
    no year closes in 2020 does not part 2021 from 2019.
    """
    found = sure(landed(monthly({2018: FLAT, 2019: FLAT}), 2021, "2020-01-20", LONG))
    assert found.choice.name == "last_twelve"
    assert found.figures.days == Decimal("123.67")


@pytest.mark.parametrize("cut", ["2020-06-30", "2020-07-31"])
def test_a_year_that_was_over_at_that_date_tries_nothing(cut: str) -> None:
    """That of 2019 closed on 30 June; this one, of eighteen months, is cut a year later, or on."""
    toml = (
        "[exercice.2019]\ndebut = 2018-07-01\nfin = 2019-06-30\n"
        "[exercice.2020]\ndebut = 2019-07-01\nfin = 2020-12-31\n"
    )
    lines = monthly({2018: "0 0 0 0 0 0 9 9 9 9 9 9", 2019: FLAT, 2020: "9 9 9 9 9 9"})
    assert sure(landed(lines, 2020, cut, toml)).choice.trials == ()


def test_a_year_that_brought_nothing_ends_the_trials() -> None:
    lines = activity(
        *monthly({2016: FLAT, 2018: FLAT, 2019: "9"}).days,
        day("2017-03-31", "9", "500"),
        day("2017-04-30", "-9", "500"),
    )
    found = sure(landed(lines, 2019, "2019-01-31"))
    assert [trial.year.number for trial in found.choice.trials] == [2018]


def test_fees_expenses_tax_and_depreciation() -> None:
    """Known: 6 × 10 days and charges of 100; left: those of 2018, a fee of 3 000 in September.

    A laptop of 1 200 € over three years, bought on 1 July 2018: 400 € in 2019; no more is bought.
    A desk of 5 000 € over five years: 1 000 €. 63 000 − 1 200 − 1 400 = 60 400. The IS:
    38 120 × 15 % = 5 718 and 22 280 × 28 % = 6 238.
    """
    lines = activity(
        *monthly({2018: FLAT, 2019: "10 10 10 10 10 10"}).days,
        fee("2018-09-15", "3000"),
        *(expense(str(month_end(2018, month)), "100") for month in range(1, 13)),
        *(expense(str(month_end(2019, month)), "100") for month in range(1, 7)),
        expense("2018-07-01", "1200", lifetime=Decimal(3)),
        expense("2018-11-01", "5000", lifetime=Decimal(5)),
    )
    found = sure(landed(lines, 2019, "2019-06-30")).figures
    assert (found.day_revenue, found.fees, found.charges) == (60_000, 3_000, 1_200)
    assert found.depreciation == 400 + 1_000
    assert found.result_before_tax == 60_400
    assert found.tax == Decimal(5_718) + Decimal(6_238)
    assert found.result == 60_400 - 11_956


def test_a_purchase_after_the_date_is_not_seen() -> None:
    lines = monthly({2018: FLAT, 2019: "10"})
    later = activity(*lines.days, expense("2019-06-01", "3000", lifetime=Decimal(3)))
    assert sure(landed(later, 2019, "2019-01-31")).figures.depreciation == 0


def test_the_accountant_has_no_figure_of_a_year_under_way() -> None:
    toml = "[exercice.2019]\nresultat = 12\nimpot = 3\n"
    found = sure(landed(monthly({2018: FLAT, 2019: "10"}), 2019, "2019-01-31", toml))
    assert found.figures.result != 12


def test_equivalent_days_are_estimated_where_every_fee_says_them() -> None:
    lines = activity(
        *monthly({2018: FLAT, 2019: "10"}).days,
        fee("2018-09-15", "3000", equivalent_days=Decimal(4)),
    )
    assert sure(landed(lines, 2019, "2019-01-31")).figures.equivalent_days == 4
    mute = activity(*lines.days, fee("2018-09-15", "3000"))
    assert sure(landed(mute, 2019, "2019-01-31")).figures.equivalent_days is None


@pytest.mark.parametrize(
    ("mission", "expected", "coming"),
    [
        # A month signed above its estimate of 10 days counts its days signed; no other moves.
        (signed("18", "2019-11-01", "2019-11-30"), 100 + 18 + 10, "18"),
        (signed("4", "2019-11-01", "2019-11-30"), 100 + 10 + 10, "4"),
        # Up to the date, the books say what came of it: 2 of its 42 working days were in October.
        (signed("42", "2019-10-30", "2019-12-31"), 100 + 19 + 21, "40"),
        # Over two years: the days of December alone.
        (signed("42", "2019-12-02", "2020-01-30"), 100 + 10 + 21, "21"),
        # Wholly past, or of another year.
        (signed("30", "2019-01-01", "2019-10-31"), 120, "0"),
        (signed("30", "2020-01-01", "2020-10-31"), 120, "0"),
    ],
)  # fmt: skip
def test_signed_days(mission: Signed, expected: int, coming: str) -> None:
    lines = monthly({2018: FLAT, 2019: " ".join(["10"] * 10)})
    found = sure(landed(lines, 2019, "2019-10-31", signed=(mission,)))
    assert sum(line.days for line in found.signed) == Decimal(coming)
    assert found.figures.days == expected


def test_the_first_day_of_a_mission_is_past_on_its_evening() -> None:
    """From 4 to 29 November 2019 there are 19 working days: eighteen are to come on the fourth."""
    lines = monthly({2018: FLAT, 2019: " ".join(["10"] * 10)})
    mission = signed("19", "2019-11-04", "2019-11-29")
    found = sure(landed(lines, 2019, "2019-11-04", signed=(mission,)))
    assert [line.days for line in found.signed] == [18]


def test_days_signed_over_days_off_are_whole_on_the_last_of_them() -> None:
    """Saturday 9 November 2019, Sunday and the eleventh."""
    lines = monthly({2018: FLAT, 2019: " ".join(["10"] * 10)})
    mission = signed("2", "2019-11-09", "2019-11-11")
    found = sure(landed(lines, 2019, "2019-11-09", signed=(mission,)))
    assert [line.days for line in found.signed] == [2]


def test_the_range_never_falls_below_what_is_signed() -> None:
    """2018 came to half: yet 55 000 € are billed, and 30 days signed at 700 €."""
    lines = monthly(
        {2016: FLAT, 2017: FLAT, 2018: "10 10 10 10 10 0 0 0 0 0 0 0", 2019: "22 22 22 22 22"}
    )
    mission = signed("30", "2019-06-03", "2019-07-31")
    ranged = sure(landed(lines, 2019, "2019-05-31", signed=(mission,))).revenue_range
    assert ranged is not None
    assert ranged[0] == 55_000 + 21_000


def test_the_days_beyond_the_signed_ones_keep_the_rate_of_the_estimate() -> None:
    lines = monthly({2018: FLAT, 2019: " ".join(["10"] * 10)})
    mission = signed("4", "2019-11-01", "2019-11-30")
    found = sure(landed(lines, 2019, "2019-10-31", signed=(mission,)))
    assert found.figures.revenue == 100 * 500 + 4 * 700 + 6 * 500 + 10 * 500


def test_a_micro_enterprise_lands_on_what_is_paid() -> None:
    """Invoices are paid the month after: what is not paid at the date is still to come."""
    toml = '[societe]\nstatut = "micro"\n'
    lines = activity(
        *(
            day(
                str(month_end(year, month)),
                "10",
                "500",
                paid=month_end(year + month // 12, month % 12 + 1),
            )
            for year in (2018, 2019)
            for month in range(1, 13)
        )
    )
    mission = signed("20", "2019-08-01", "2019-08-31")
    found = sure(landed(lines, 2019, "2019-06-30", toml, signed=(mission,)))
    assert sum(line.amount for line in found.known.sales) == 6 * 5_000
    assert found.figures.revenue == 12 * 5_000
    assert found.signed == ()
    by_invoice = sure(
        landed(lines, 2019, "2019-06-30", toml + '[micro]\ndates = "facture"\n', signed=(mission,))
    )
    assert len(by_invoice.signed) == 1


AIM = '[exercice]\nconges = 0\nobjectif_tjm = 600\nobjectif_taux = "100 %"\n'


def test_what_is_left_of_the_objective() -> None:
    """2019 has 251 working days: 251 at 600 € make 150 600 €; 120 days at 500 € are done.

    131 days are left for 90 600 €: 691,60 € a day; July to December have 130 working days.
    """
    settings = parse(AIM)
    lines = monthly({2019: "20 20 20 20 20 20"})
    found = left(lines, settings, settings.year(2019), date(2019, 6, 30))
    assert found is not None
    assert (found.days, found.revenue, found.working_days) == (131, 90_600, 128)
    assert found.rate == Decimal(90_600) / 131
    friday = left(lines, settings, settings.year(2019), date(2019, 6, 27))
    assert friday is not None
    assert friday.working_days == 129


def test_an_objective_that_is_reached_or_set_in_part() -> None:
    settings, year = parse(AIM), parse("").year(2019)
    rich = monthly({2019: "20"}, rate="10000")
    found = left(rich, settings, year, date(2019, 1, 31))
    assert found is not None
    assert (found.revenue, found.days, found.rate) == (0, 231, None)
    only_days = left(rich, parse('[exercice]\nobjectif_taux = "50 %"'), year, date(2019, 1, 31))
    assert only_days is not None
    assert (only_days.revenue, only_days.rate) == (None, None)
    assert left(rich, parse("[exercice]\nobjectif_tjm = 600"), year, date(2019, 1, 31)) is None
    assert left(rich, parse(""), year, date(2019, 1, 31)) is None


def test_ten_years_typed_by_hand() -> None:
    """At the end of September 2020 the last twelve months had been the least wrong, by 1,35 %.

    They are 125 days of 2020 and 48 of 2019: a quarter of them is 43,25 days.
    """
    found = sure(landed(typed(), 2020, "2020-09-30"))
    assert found.choice.name == "last_twelve"
    assert [trial.year.number for trial in found.choice.trials] == [*range(2019, 2011, -1)]
    assert found.figures.days == sum(map(int, TEN_YEARS[2020][1].split()[:9])) + Decimal("43.25")
    assert round(float(sure(found).choice.error or 0), 4) == 0.0135
