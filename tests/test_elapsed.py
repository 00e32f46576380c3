"""Up to which day a year is known: the rule, the same date, what is prorated."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from reporter.elapsed import SILENCE, Cut, Dates, asked_cut, of_part, part, usual_cut
from reporter.errors import BilanError
from reporter.law.workdays import years_before
from reporter.model import Activity, Day, Expense, Fee
from reporter.settings import YearSettings
from reporter.toml.reading import parse
from tests.builders import activity, day, expense, fee

LATER = date(2100, 1, 1)

NEXT = date(2021, 1, 20)
"""A day after the end of 2020."""


def monthly(last: int, year: int = 2020) -> list[Day]:
    """Return an invoice of ten days at the end of each month, up to a month."""
    ends = [date(year, month + 1, 1) - timedelta(days=1) for month in range(1, min(last, 11) + 1)]
    ends += [date(year, 12, 31)] if last == 12 else []
    return [day(end.isoformat(), "10", "600") for end in ends]


def cut_of(
    *lines: Day | Fee | Expense, today: date = NEXT, settings: str = "", number: int = 2020
) -> Cut | None:
    books, chosen = activity(*lines), parse(settings)
    year = chosen.year(number)
    own = Activity(days=tuple(line for line in books.days if line.date in year))
    dates = Dates({line.date for line in books.sales}, {line.date for line in books.lines})
    return usual_cut(year, own, dates, chosen, today)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param(monthly(12), None, id="whole"),
        pytest.param(monthly(11), None, id="a December of holidays"),
        pytest.param(monthly(10), "2020-10-31", id="stops in October"),
        pytest.param(monthly(1), "2020-01-31", id="stops in January"),
        pytest.param([*monthly(10), expense("2020-12-05", "30")], None, id="an expense goes on"),
        pytest.param([*monthly(9), expense("2020-11-30", "30")], None, id="an expense of November"),
        pytest.param([*monthly(10), fee("2020-11-30", "900")], None, id="a fee of November"),
        pytest.param(
            [*monthly(9), day("2020-11-02", "10", "600")], "2020-11-30", id="October, in November"
        ),
        pytest.param([*monthly(10), fee("2021-01-15", "9")], None, id="a pause, then work again"),
        pytest.param([*monthly(10), *monthly(3, 2021)[2:]], "2020-10-31", id="work to come"),
        pytest.param([day("2020-10-30", "10", "600")], "2020-10-31", id="the last working day"),
    ],
)
def test_a_year_that_is_over_is_cut_where_its_books_stop(
    lines: list[Day | Fee | Expense], found: str | None
) -> None:
    cut = cut_of(*lines)
    assert (None if cut is None else (cut.day.isoformat(), cut.rule)) == (
        None if found is None else (found, "last_line")
    )


def test_books_that_are_kept_day_by_day_are_known_to_their_last_day() -> None:
    worked = [day(f"2020-10-{number:02}", "1", "600") for number in range(1, 16)]
    assert cut_of(*worked) == Cut(date(2020, 10, 15), "last_line", date(2020, 10, 15))
    halves = [day(f"2020-10-{number:02}", "0.5", "600") for number in (1, 2, 5)]
    assert cut_of(*halves, *monthly(1)) == Cut(date(2020, 10, 5), "last_line", date(2020, 10, 5))


def test_six_weeks_without_a_line_are_not_yet_a_stop() -> None:
    end = date(2020, 12, 31)
    near, far = (end - SILENCE - timedelta(days=more) for more in (0, 1))
    assert cut_of(day(near.isoformat(), "10", "600")) is None
    assert cut_of(day(far.isoformat(), "10", "600")) == Cut(date(2020, 11, 30), "last_line", far)


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2020-10-31", ("2020-10-31", "today")),
        ("2020-11-25", ("2020-11-25", "today")),
        ("2020-12-13", ("2020-12-12", None)),
        ("2020-12-31", None),
        ("2020-02-05", ("2020-02-05", "today")),
    ],
)
def test_a_year_under_way_is_cut_today_unless_its_books_stop_before(
    today: str, found: tuple[str, str | None] | None
) -> None:
    lines = monthly(12) if found is None else monthly(10)
    cut = cut_of(*lines, today=date.fromisoformat(today))
    if found is None:
        assert cut is None
    elif found[1] is None:
        assert cut == Cut(date(2020, 10, 31), "last_line", date(2020, 10, 31))
    else:
        assert cut == Cut(date.fromisoformat(found[0]), "today")


def monthly_from(first: str, count: int) -> list[Expense]:
    """Return the rent of the fifth of each month, from a month on."""
    year, month = map(int, first.split("-"))
    at = (divmod(month - 1 + further, 12) for further in range(count))
    return [expense(f"{year + years}-{number + 1:02}-05", "300") for years, number in at]


@pytest.mark.parametrize(
    ("more", "today", "found"),
    [
        pytest.param([], "2020-11-27", "2020-10-31", id="November is still to be written"),
        pytest.param([], "2020-11-05", "2020-10-31", id="its rent is due today"),
        pytest.param([], "2020-11-04", None, id="no month had a line by the fourth"),
        pytest.param([expense("2020-11-20", "9")], "2020-11-27", None, id="it is begun"),
        pytest.param([expense("2020-11-30", "9")], "2020-11-16", None, id="a line to come"),
        pytest.param([expense("2021-01-05", "9")], "2020-11-27", "2020-10-31", id="another year"),
    ],
)
def test_a_month_that_is_still_to_be_written_is_not_counted(
    more: list[Expense], today: str, found: str | None
) -> None:
    """Each of the twelve months before had a line by the fifth: that of November is missing."""
    rents = monthly_from("2019-11", 12)
    cut = cut_of(*rents, *more, today=date.fromisoformat(today))
    last = date(2020, 10, 5)
    day = date.fromisoformat(found or today)
    assert cut == (Cut(day, "last_line", last, unbegun="lines") if found else Cut(day, "today"))


@pytest.mark.parametrize(
    ("more", "found"),
    [([], "2020-10-31"), ([day("2020-11-03", "4", "600")], None)],
)
def test_sales_still_to_be_written_stop_the_year_though_expenses_go_on(
    more: list[Day], found: str | None
) -> None:
    """A table of months, whose days are of the first of each, beside the movements of a bank."""
    rents = monthly_from("2019-11", 13)
    sold = [day(line.date.replace(day=1).isoformat(), "12", "600") for line in rents[:-1]]
    cut, last = cut_of(*rents, *sold, *more, today=date(2020, 11, 27)), date(2020, 10, 1)
    if found is None:
        assert cut == Cut(date(2020, 11, 27), "today")
    else:
        assert cut == Cut(date.fromisoformat(found), "last_line", last, unbegun="sales")
    assert cut_of(*rents, *sold[1:], today=date(2020, 11, 27)) == Cut(date(2020, 11, 27), "today")


def test_a_year_that_is_over_is_whole_whatever_the_month_under_way_lacks() -> None:
    rents = monthly_from("2019-12", 14)  # those of January too, and none of February yet
    sold = [day(line.date.isoformat(), "12", "600") for line in rents]
    assert cut_of(*rents, *sold, today=date(2021, 2, 20)) is None


def test_a_month_that_another_one_lacked_too_may_be_empty() -> None:
    for missing in range(11):
        rents = monthly_from("2019-11", 12)
        del rents[missing]
        assert cut_of(*rents, today=date(2020, 11, 5)) == Cut(date(2020, 11, 5), "today")


def test_a_year_with_nothing_but_lines_to_come_is_cut_today() -> None:
    assert cut_of(*monthly(12)[5:], today=date(2020, 3, 1)) == Cut(date(2020, 3, 1), "today")


@pytest.mark.parametrize("today", ["2020-06-30", "2021-01-20", "2019-12-31"])
def test_the_owner_can_say_that_a_year_is_whole(today: str) -> None:
    """A company that stopped on purpose, in October, or before today."""
    settings = "[exercice.2020]\ncomplet = true"
    assert cut_of(*monthly(10), today=date.fromisoformat(today), settings=settings) is None
    other = "[exercice.2019]\ncomplet = true"
    assert cut_of(*monthly(10), settings=other) is not None


@pytest.mark.parametrize("word", ["resultat = 12000", "impot = 0"])
def test_a_year_that_the_accountant_has_closed_is_whole(word: str) -> None:
    settings = f"[exercice.2020]\n{word}"
    assert cut_of(*monthly(10), settings=settings) is None
    under_way = cut_of(*monthly(10), settings=settings, today=date(2020, 11, 5))
    assert under_way == Cut(date(2020, 11, 5), "today")


def test_a_year_that_has_not_begun_is_refused() -> None:
    with pytest.raises(BilanError, match=r"commence le 1er janvier 2020 .* --au 2020-12-31"):
        cut_of(*monthly(12), today=date(2019, 12, 31))


def test_years_from_july_to_june_and_a_first_year_of_thirteen_months() -> None:
    june = '[exercice]\ncloture = "30/06"'
    worked = day("2020-03-31", "10", "600")
    assert cut_of(worked, settings=june) == Cut(date(2020, 3, 31), "last_line", worked.date)
    assert cut_of(day("2020-05-31", "10", "600"), settings=june) is None
    autumn = day("2019-11-30", "10", "600")
    found = cut_of(autumn, settings=june, today=date(2019, 12, 15))
    assert found == Cut(date(2019, 12, 15), "today")
    longer = "[exercice.2020]\ndebut = 2019-12-01\nfin = 2020-12-31"
    assert cut_of(day("2019-12-20", "1", "600"), settings=longer, today=date(2019, 12, 31)) == Cut(
        date(2019, 12, 31), "today"
    )


@pytest.mark.parametrize(
    ("asked", "outside"),
    [("2020-01-01", False), ("2019-12-31", True), ("2021-01-01", True), ("2020-12-30", False)],
)
def test_the_day_asked_for_is_one_of_the_year(asked: str, outside: bool) -> None:
    year, wanted = parse("").year(2020), date.fromisoformat(asked)
    if outside:
        with pytest.raises(BilanError, match=r"n’est pas dans l’exercice 2020.*31 décembre 2020"):
            asked_cut(year, wanted, LATER)
    else:
        assert asked_cut(year, wanted, LATER) == Cut(wanted, "asked")


@pytest.mark.parametrize(("today", "refused"), [("2020-06-30", True), ("2019-12-01", False)])
def test_a_day_to_come_of_a_year_under_way_is_refused(today: str, refused: bool) -> None:
    """What is known so far would stand against a whole; of a year to come, nothing is known yet."""
    year, last = parse("").year(2020), date(2020, 12, 31)
    if refused:
        with pytest.raises(BilanError, match="pas encore passé : donner une date jusqu’au 30 juin"):
            asked_cut(year, last, date.fromisoformat(today))
    else:
        assert asked_cut(year, last, date.fromisoformat(today)) is None


def test_the_last_day_is_the_whole_year() -> None:
    assert asked_cut(parse("").year(2020), date(2020, 12, 31), LATER) is None


@pytest.mark.parametrize(
    ("when", "count", "found"),
    [
        ("2026-06-30", 1, "2025-06-30"),
        ("2020-02-29", 1, "2019-02-28"),
        ("2021-02-28", 1, "2020-02-29"),
        ("2021-02-27", 1, "2020-02-27"),
        ("2020-02-28", 4, "2016-02-28"),
        ("2020-02-29", 4, "2016-02-29"),
        ("2020-03-31", -1, "2021-03-31"),
        ("2020-02-29", -1, "2021-02-28"),
        ("2019-12-15", 2, "2017-12-15"),
        ("2020-02-28", 1, "2019-02-28"),
        ("2020-03-31", 3, "2017-03-31"),
    ],
)
def test_the_same_date_of_another_year(when: str, count: int, found: str) -> None:
    assert years_before(date.fromisoformat(when), count) == date.fromisoformat(found)


def test_the_part_of_a_year_keeps_its_own_start() -> None:
    """Thirteen months, a year that began in September, one that was over at that date."""
    settings = parse(
        "[exercice.2017]\ndebut = 2016-12-01\nfin = 2017-12-31\n"
        "[exercice.2018]\ndebut = 2018-01-01\nfin = 2018-05-31\n"
        "[exercice.2019]\ndebut = 2018-06-01\nfin = 2019-12-31\n"
    )
    first = part(settings.year(2017), date(2019, 6, 30), 2019)
    assert first is not None
    assert (first.start, first.end, first.closing) == (
        date(2016, 12, 1),
        date(2017, 6, 30),
        date(2017, 12, 31),
    )
    assert part(settings.year(2018), date(2019, 6, 30), 2019) == settings.year(2018)
    assert part(settings.year(2018), date(2018, 12, 31), 2019) is None


def test_a_cut_year_knows_the_whole_of_it() -> None:
    year = parse("").year(2020)
    half = year.until(date(2020, 6, 30))
    assert half.is_partial
    assert not year.is_partial
    assert half.whole == year == half.until(date(2020, 12, 31)) == year.until(date(2021, 6, 1))
    assert half.until(date(2020, 9, 30)) == year.until(date(2020, 9, 30))


def test_what_changes_the_tax_is_prorated_and_the_accountant_left_out() -> None:
    said = YearSettings(
        final_result=Decimal(9),
        final_tax=Decimal(2),
        additions=Decimal(1200),
        deductions=Decimal(600),
        prior_losses=Decimal(300),
    )
    year = parse("").year(2020)
    half = of_part(said, year.until(date(2020, 6, 30)))
    assert (half.additions, half.deductions, half.prior_losses) == (600, 300, 150)
    assert (half.final_result, half.final_tax) == (None, None)
    assert of_part(said, year) is said
