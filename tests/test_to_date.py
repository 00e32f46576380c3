"""Bilans cut on a day: each year at the same date, against figures made apart, by hand or not."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reporter.books import load
from reporter.elapsed import Cut, asked_cut
from reporter.errors import BilanError
from reporter.formats.report import render
from reporter.law.workdays import working_days
from reporter.making import variation
from reporter.metrics import by_year, measure
from reporter.model import Activity, Day, Fee
from reporter.settings import Settings
from reporter.tables.partial import dated
from reporter.tables.years import key_figures
from reporter.to_date import to_date
from reporter.toml.reading import parse
from tests.books.activities import any_books
from tests.builders import activity, day, expense, fee
from tests.examples import few

NAMES = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
ROOT = Path(__file__).parents[1]

if TYPE_CHECKING:
    from reporter.figures import Bilan


def cut_bilan(
    books: Activity, when: date | None, number: int, rules: Settings | str = "", **more: int
) -> Bilan:
    chosen = parse(rules) if isinstance(rules, str) else rules
    whole = measure(books, chosen, number, **more)
    cut = None if when is None else asked_cut(whole.figures.year, when, date(2100, 1, 1))
    return to_date(whole, books.expenses, cut)


def same_day(when: date, year: int) -> date:
    """Return the same date of another year, the end of February for its end."""
    if (when.month, when.day) in {(2, 28), (2, 29)} and when.day == monthrange(when.year, 2)[1]:
        return date(year, 2, monthrange(year, 2)[1])
    return when.replace(year=year)


@given(books=any_books, month=st.integers(1, 12), last=st.booleans())
def test_the_change_is_the_one_at_the_same_date(books: Activity, month: int, last: bool) -> None:
    """Random books cut in every month, on its last day or in its middle, with fractions alone."""
    for number in by_year(books, Settings()):
        when = date(number, month, monthrange(number, month)[1] if last else 15)
        found = cut_bilan(books, when, number)
        sums = {
            year: sum(
                (
                    Fraction(line.amount)
                    for line in books.sales
                    if date(year, 1, 1) <= line.date <= same_day(when, year)
                ),
                Fraction(0),
            )
            for year in (number, number - 1)
        }
        assert Fraction(found.figures.revenue) == sums[number]
        before = found.previous
        assert Fraction(0 if before is None else before.revenue) == sums[number - 1]
        change = variation(found.figures.revenue, before.revenue if before else None)
        if sums[number - 1] > 0 and sums[number] >= 0:
            assert change is not None
            exact = (sums[number] - sums[number - 1]) / sums[number - 1]
            assert abs(Fraction(change) - exact) < Fraction(1, 10**20)
        else:
            assert change is None


@given(books=any_books)
def test_a_year_cut_on_its_last_day_is_the_whole_year(books: Activity) -> None:
    for number in by_year(books, Settings()):
        whole = measure(books, Settings(), number)
        assert cut_bilan(books, date(number, 12, 31), number) is not None
        assert cut_bilan(books, date(number, 12, 31), number) == whole


@given(books=any_books, month=st.integers(1, 12))
def test_what_is_counted_and_what_is_left_out_are_the_whole(books: Activity, month: int) -> None:
    for number, lines in by_year(books, Settings()).items():
        found = cut_bilan(books, date(number, month, 20), number)
        assert found.elapsed is not None
        for kind in ("days", "fees", "expenses"):
            kept = [*getattr(found.figures.lines, kind), *getattr(found.elapsed.left_out, kind)]
            assert sorted(map(repr, kept)) == sorted(map(repr, getattr(lines, kind)))


@given(books=any_books, month=st.integers(1, 12))
@few(3)
def test_the_report_of_a_part_says_it_in_its_title_and_its_sentence(
    books: Activity, month: int
) -> None:
    """Whatever the names: a client called « Total », a year of credit notes alone."""
    number = max(by_year(books, Settings()), default=0)
    assume(number)
    found = cut_bilan(books, date(number, month, 20), number)
    text = render(found, ["md"])[f"bilan-{number}.md"].decode().replace("\u00a0", " ")
    said = f"partielle au 20 {NAMES[month - 1]}"
    assert f"{said} {number}" in text.partition("\n")[0]
    assert text.count(said) >= 2
    assert key_figures(found).title.replace("\u00a0", " ").endswith(f"{NAMES[month - 1]} {number}")


@pytest.mark.parametrize("last", [fee("2020-01-10", "900"), day("2020-01-10", "3", "700")])
def test_the_first_month_of_a_year_after_years_of_fees_alone(last: Day | Fee) -> None:
    """There is no other month whose days could be compared."""
    past = fee("2018-01-10", "5000"), fee("2019-01-10", "6000")
    found = cut_bilan(activity(*past, last), date(2020, 1, 20), 2020)
    text = render(found, ["md"])["bilan-2020.md"].decode()
    assert "janvier 2020" in text.partition("\n")[0]
    assert "le plus rempli" not in text


def test_the_last_day_asked_for_gives_the_bytes_of_the_whole_year() -> None:
    books = load(ROOT)
    asked = render(books.measure(2020, as_of=date(2020, 12, 31)), ["md"])
    assert asked == render(books.measure(2020), ["md"])


def same_each_month(year: int, last: int = 12, amount: str = "6000") -> Activity:
    """Return the same fee at the end of each month of a year, up to a month."""
    ends = (date(year, month, monthrange(year, month)[1]) for month in range(1, last + 1))
    return activity(*(fee(end.isoformat(), amount) for end in ends))


def joined(*books: Activity) -> Activity:
    return activity(*(line for one in books for line in one.sales))


@pytest.mark.parametrize("month", range(1, 13))
def test_books_equal_month_by_month_never_change(month: int) -> None:
    """The purpose of it all: « en baisse de 17 % » was false; on a leap February too."""
    books = joined(same_each_month(2020), same_each_month(2021, month))
    found = cut_bilan(books, date(2021, month, monthrange(2021, month)[1]), 2021)
    assert found.previous is not None
    assert variation(found.figures.revenue, found.previous.revenue) == 0


BOOKS = activity(
    day("2019-03-29", "20", "600"),
    day("2019-09-30", "30", "600"),
    day("2020-02-28", "10", "650"),
    day("2020-06-30", "5", "650"),
    day("2020-07-01", "40", "650"),
    expense("2019-01-05", "3600", lifetime=Decimal(3)),
    expense("2020-04-01", "1200"),
    expense("2020-07-02", "9000"),
)
OBJECTIVE = '[exercice]\nobjectif_tjm = 700\nobjectif_taux = "80 %"\nconges = 24\n'


def test_half_a_year_by_hand() -> None:
    """124 working days less 12 of leave; 3 600 € over 3 years are 600 € in six months.

    15 days at 650 € less 1 200 € and 600 € leave 7 950 €, taxed at 15 %: 1 193 €.
    """
    figures = cut_bilan(BOOKS, date(2020, 6, 30), 2020, OBJECTIVE).figures
    assert (figures.days, figures.revenue, figures.charges) == (15, 9750, 1200)
    assert (figures.working_days, figures.leave, figures.net_days) == (124, 12, 112)
    assert figures.billed_ratio == Decimal(15) / 112
    assert figures.objective.revenue == Decimal("0.8") * 112 * 700
    assert figures.depreciation == 600
    assert (figures.result_before_tax, figures.tax, figures.result) == (7950, 1193, 6757)


def test_the_year_before_is_counted_to_the_same_date() -> None:
    """20 days of March; the server was put into service on 5 January: 176 days of 360."""
    before = cut_bilan(BOOKS, date(2020, 6, 30), 2020, OBJECTIVE).previous
    assert before is not None
    assert (before.days, before.revenue) == (20, 12_000)
    assert before.depreciation == Decimal("586.67")
    assert before.working_days == working_days(date(2019, 1, 1), date(2019, 6, 30)) == 123


def test_the_brackets_of_the_tax_are_prorated() -> None:
    """19 060 € of profit at 15 % in six months, as 38 120 € in twelve; beyond, 28 %."""
    books = activity(fee("2020-03-31", "30000"), fee("2020-09-30", "30000"))
    half = cut_bilan(books, date(2020, 6, 30), 2020).figures
    whole = measure(books, Settings(), 2020).figures
    assert half.tax == 2859 + 3063
    assert abs(half.tax * 2 - whole.tax) <= 1


def test_the_law_of_a_part_is_that_of_its_whole_year() -> None:
    """2022 closes on the first day of 42 500 €, which 15 % covers: 21 250 € in six months."""
    books = activity(fee("2022-03-31", "30000"), fee("2022-09-30", "1"))
    half = cut_bilan(books, date(2022, 6, 30), 2022).figures
    assert half.tax == round(Decimal(21250) * 15 / 100 + Decimal(8750) * 25 / 100)
    steps = half.figure("estimated_tax").steps
    assert sum(step.amount for step in steps) == half.tax
    assert [step.base for step in steps][:2] == [21_250, 8750]


def test_the_accountant_speaks_of_whole_years_alone() -> None:
    rules = "[exercice.2020]\nresultat = 5\nimpot = 1\n[exercice.2019]\nresultat = 7\n"
    found = cut_bilan(BOOKS, date(2020, 6, 30), 2020, rules)
    assert [year.estimated for year in found.years] == [True, True]
    assert found.elapsed is not None
    assert [year.final_result for year in found.elapsed.entire] == [7]


def test_a_february_29_and_its_other_years() -> None:
    books = activity(
        *(fee(f"{year}-02-28", "100") for year in (2018, 2019, 2020)),
        fee("2020-02-29", "30"),
        *(fee(f"{year}-03-01", "1000") for year in (2018, 2019, 2020)),
    )
    found = cut_bilan(books, date(2020, 2, 29), 2020)
    assert [year.revenue for year in found.years] == [130, 100, 100]
    assert [year.year.end.day for year in found.years] == [29, 28, 28]
    day_before = cut_bilan(books, date(2020, 2, 28), 2020)
    assert [year.revenue for year in day_before.years] == [100, 100, 100]


def test_years_from_july_to_june() -> None:
    """On 31 December 2020 the year 2021 is at its half, and so was 2020 a year earlier."""
    rules = '[exercice]\ncloture = "30/06"\nconges = 24\n'
    books = activity(
        *(day(when, "10", "600") for when in ("2019-09-30", "2019-12-31", "2020-01-31")),
        *(day(when, "10", "660") for when in ("2020-09-30", "2020-12-31", "2021-01-29")),
    )
    found = cut_bilan(books, date(2020, 12, 31), 2021, rules)
    assert found.previous is not None
    assert [year.days for year in found.years] == [20, 20]
    assert found.figures.leave == 12
    assert variation(found.figures.revenue, found.previous.revenue) == Decimal("0.1")
    assert found.previous.year.end == date(2019, 12, 31)


def test_a_first_year_of_thirteen_months_keeps_its_own_start() -> None:
    rules = "[exercice.2017]\ndebut = 2016-12-01\nfin = 2017-12-31\n"
    books = activity(fee("2016-12-15", "1"), fee("2017-06-30", "10"), fee("2018-06-30", "100"))
    found = cut_bilan(books, date(2018, 6, 30), 2018, rules)
    assert [year.revenue for year in found.years] == [100, 11]
    alone = cut_bilan(books, date(2016, 12, 31), 2017, rules)
    assert (alone.figures.revenue, alone.figures.working_days) == (1, 22)
    assert alone.figures.year.is_partial


def test_a_year_to_date_in_february_is_measured_on_two_months() -> None:
    found = cut_bilan(BOOKS, date(2020, 2, 29), 2020, OBJECTIVE)
    assert found.figures.leave == 4
    assert found.figures.working_days == working_days(date(2020, 1, 1), date(2020, 2, 29))
    assert found.previous is not None  # a purchase of January: nothing was billed yet
    assert found.previous.revenue == 0


def test_a_year_that_had_nothing_at_the_date_is_not_compared() -> None:
    """A company whose first line is of September: half a year later there is nothing to say."""
    books = activity(fee("2019-09-30", "100"), fee("2020-03-31", "100"))
    found = cut_bilan(books, date(2020, 6, 30), 2020)
    assert (found.previous, found.earlier) == (None, ())
    assert found.elapsed is not None
    assert found.elapsed.without == (2019,)
    shorter = "[exercice.2019]\ndebut = 2019-09-01\nfin = 2019-12-31"
    assert cut_bilan(books, date(2020, 6, 30), 2020, shorter).previous is None
    later = cut_bilan(books, date(2020, 9, 30), 2020)
    assert later.previous is not None
    assert later.previous.revenue == 100


def test_without_a_year_before_nothing_is_missing() -> None:
    found = cut_bilan(activity(fee("2020-03-31", "100")), date(2020, 6, 30), 2020)
    assert found.elapsed is not None
    assert (found.previous, found.elapsed.without) == (None, ())


def test_the_year_of_a_comparison_is_cut_too() -> None:
    books = joined(*(same_each_month(year) for year in (2017, 2018, 2019, 2020)))
    for named in ({"reference": 2017}, {}):
        rules = "" if named else "[exercice.2020]\nreference = 2017"
        found = cut_bilan(books, date(2020, 5, 31), 2020, rules, **named)
        assert found.reference is not None
        assert found.reference.revenue == 5 * 6000
    later = cut_bilan(books, date(2018, 5, 31), 2018, reference=2020)
    assert later.reference is not None
    assert later.reference.revenue == 5 * 6000


def test_a_purchase_of_another_year_is_prorated_in_a_year_of_comparison() -> None:
    books = activity(
        fee("2018-03-31", "1"),
        fee("2020-03-31", "1"),
        expense("2019-01-01", "3600", lifetime=Decimal(3)),
    )
    found = cut_bilan(books, date(2018, 6, 30), 2018, reference=2020)
    assert found.reference is not None
    assert (found.figures.depreciation, found.reference.depreciation) == (0, 600)


def test_a_last_year_of_depreciation_ends_within_the_part() -> None:
    """1 200 € over a year from 1 April 2019: 900 €, then 300 € by the end of March 2020."""
    books = activity(fee("2020-01-31", "1"), expense("2019-04-01", "1200", lifetime=Decimal(1)))
    parts = {month: cut_bilan(books, date(2020, month, 28), 2020) for month in (2, 3, 9)}
    amounts = [part.figures.depreciation for part in parts.values()]
    assert amounts == [Decimal("193.33"), Decimal("293.33"), 300]


def test_two_people_of_whom_one_leaves_in_may() -> None:
    """What was billed up to the date counts, whoever worked; the year before alike."""
    together = [
        day(f"{year}-{month:02}-28", "15", "600", worker=worker)
        for year in (2019, 2020)
        for month in range(1, 13)
        for worker in ("Anne", "Bruno")
        if worker == "Anne" or year == 2019 or month <= 5
    ]
    books = activity(*together)
    may, june = (cut_bilan(books, date(2020, month, 30), 2020) for month in (5, 6))
    assert [year.days for year in may.years] == [150, 150]
    assert [year.days for year in june.years] == [165, 180]


def test_a_micro_enterprise_is_cut_by_its_payments() -> None:
    rules = '[societe]\nstatut = "micro"'
    books = activity(
        fee("2019-05-31", "100", paid=date(2019, 6, 30)),
        fee("2019-06-15", "10", paid=date(2019, 7, 15)),
        fee("2020-05-31", "100", paid=date(2020, 7, 1)),
        fee("2020-01-31", "5", paid=date(2020, 2, 28)),
        fee("2020-06-15", "7"),
    )
    found = cut_bilan(books, date(2020, 6, 30), 2020, rules)
    assert [year.revenue for year in found.years] == [5, 100]
    assert found.elapsed is not None
    assert [line.amount for line in found.elapsed.left_out.sales] == [100]


def test_each_year_of_the_past_meets_the_one_before_at_the_same_date() -> None:
    books = joined(*(same_each_month(year, 12, str(year)) for year in (2018, 2019, 2020)))
    found = cut_bilan(books, date(2020, 4, 30), 2020)
    assert found.before(found.earlier[0]) == found.earlier[1]
    assert [year.revenue for year in found.years] == [4 * 2020, 4 * 2019, 4 * 2018]
    assert found.elapsed is not None
    assert [year.revenue for year in found.elapsed.entire] == [12 * 2019, 12 * 2018]


def test_a_movement_after_the_date_is_left_out_too() -> None:
    moved = expense("2020-09-01", "5000")
    found = cut_bilan(replace(BOOKS, movements=(moved,)), date(2020, 6, 30), 2020)
    assert found.figures.lines.movements == ()


def test_a_date_outside_the_year_is_refused() -> None:
    with pytest.raises(BilanError, match="n’est pas dans l’exercice 2020"):
        cut_bilan(BOOKS, date(2021, 1, 1), 2020)


def test_without_a_cut_nothing_changes() -> None:
    whole = measure(BOOKS, Settings(), 2020)
    assert to_date(whole, BOOKS.expenses, None) is whole
    assert whole.elapsed is None
    cut = Cut(date(2020, 6, 30), "today")
    assert to_date(whole, BOOKS.expenses, cut).figures.year.is_partial


@pytest.mark.parametrize(
    ("rules", "number", "when", "begins", "heading"),
    [
        (
            '[exercice]\ncloture = "30/06"',
            2020,
            "2019-11-26",
            "Sur l’exercice 2020, année partielle au 26 novembre 2019,",
            "2020 au 26/11/2019",
        ),
        (
            "",
            2020,
            "2020-11-26",
            "En 2020, année partielle au 26 novembre,",
            "2020 au\u00a026/11",
        ),
    ],
)
def test_a_part_of_an_offset_year_is_named_by_its_number_not_its_calendar_year(
    rules: str, number: int, when: str, begins: str, heading: str
) -> None:
    """On 26 November 2019 nobody is « en 2020 »; and its long heading leaves room to the others."""
    found = cut_bilan(
        activity(day("2019-10-31", "10", "500"), day("2020-02-01", "1", "500")),
        date.fromisoformat(when),
        number,
        rules,
    )
    assert dated(found.figures.year) == heading
    text = render(found, ["md"])[f"bilan-{number}.md"].decode()
    assert begins in text.replace("\u00a0", " ")
