"""How people write dates, numbers, hours and rates in cells."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.model import cents
from reporter.sources.lines.written import counts, values
from reporter.sources.lines.written.values import Unreadable
from reporter.words.periods import period_of


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (date(2020, 3, 31), (2020, 3, 31)),
        (datetime(2020, 3, 31, 14, 5), (2020, 3, 31)),  # noqa: DTZ001  # as calamine gives them
        ("31/03/2020", (2020, 3, 31)),
        ("31-3-2020", (2020, 3, 31)),
        ("31.03.20", (2020, 3, 31)),
        ("2020-03-31", (2020, 3, 31)),
        ("2018-2-1", (2018, 2, 1)),
        ("20180206", (2018, 2, 6)),
        (20180206.0, (2018, 2, 6)),
        ("2020-03-31T10:20:30Z", (2020, 3, 31)),
        ("31/03/2020 14:05", (2020, 3, 31)),
        ("31 mars 2020", (2020, 3, 31)),
        ("1er avril 2020", (2020, 4, 1)),
        ("mardi 31 mars 2020", (2020, 3, 31)),
        ("mar. 31/03/2020", (2020, 3, 31)),
        ("janv. 2023", (2023, 1, 1)),
        ("févr. 2022", (2022, 2, 1)),
        ("aout 2023", (2023, 8, 1)),
        ("mars 2020", (2020, 3, 1)),
        ("Jan 31, 2020", (2020, 1, 31)),
        ("Mar 31, 2020", (2020, 3, 31)),
        ("August 1st 2020", (2020, 8, 1)),
        ("31 January 2020", (2020, 1, 31)),
        ("31-Jan-20", (2020, 1, 31)),
        ("31-janv.-20", (2020, 1, 31)),
        ("2nd May 2020", (2020, 5, 2)),
        ("Fri, 31 Jan 2020", (2020, 1, 31)),
        ("Thu 30 Jan 2020", (2020, 1, 30)),
        ("Sun, 2 Feb 2020", (2020, 2, 2)),
        ("Jan 31, 2020, 10:00 PM", (2020, 1, 31)),
        ("2020-01-31T10:00:00+01:00", (2020, 1, 31)),
        ("2020-01-31 10:00:00 UTC", (2020, 1, 31)),
        ("2019-12-31T23:00:00.000Z", (2020, 1, 1)),
        ("2020-06-30 22:00:00 UTC", (2020, 7, 1)),
        ("2020-06-30T21:59Z", (2020, 6, 30)),
        ("January 2020", (2020, 1, 1)),
    ],
)
def test_dates(written: Any, day: tuple[int, int, int]) -> None:
    assert values.to_date(written) == date(*day)


@pytest.mark.parametrize(
    "written",
    [
        "2021-11-31",
        "2021-11-31T10:00:00Z",
        "2020-02-O6",
        "32/01/2020",
        "hier",
        "03/31/2020",
        43921.0,
        12.5,
        True,
        "0202-03-01",
        "Jan 20",
        "Jan-20",
        "Jan 32, 2020",
        "31 Foo 2020",
        "20 31 Jan",
    ],
)
def test_what_is_no_date(written: Any) -> None:
    with pytest.raises(Unreadable):
        values.to_date(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (0.1 + 0.2, "0.3"),
        (7350.000000000001, "7350"),
        (12, "12"),
        (-0.0, "0"),
        ("1 234,56 €", "1234.56"),
        ("5\u00a0639,75\u00a0€", "5639.75"),
        ("5\u202f639,75", "5639.75"),
        ("79€99", "79.99"),
        ("€ 79,99", "79.99"),
        ("12711,8", "12711.8"),
        ("12711.8", "12711.8"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234.567", "1234567"),
        ("\u2212345,67", "-345.67"),
        ("(345,67)", "-345.67"),
        ("- 345,67 EUR", "-345.67"),
        (",5", "0.5"),
        ("0,125", "0.125"),
    ],
)
def test_numbers(written: Any, number: str) -> None:
    assert values.to_number(written) == Decimal(number)


@pytest.mark.parametrize(
    "written",
    ["nan", "inf", "1e5", "1_0", True, "12,5,3", "--3", "12 34", "1 200 $", "", ".", "1.23.456",
     "7 350,00 euros HT", 1e15, float("nan"), float("inf"), "٣", date(2020, 1, 1), "=1+1"],
)  # fmt: skip
def test_what_is_no_number(written: Any) -> None:
    with pytest.raises(Unreadable):
        values.to_number(written)


@pytest.mark.parametrize("written", ["1,234", "1.234", "-12,345 €"])
def test_money_that_may_be_a_thousand_or_a_unit_is_refused(written: str) -> None:
    with pytest.raises(Unreadable, match="milliers"):
        values.to_amount(written)


def test_days_keep_their_decimals() -> None:
    """« 1,125 » days are no thousand: the same text is refused as an amount."""
    assert counts.to_count("1,12") == Decimal("1.12")


def test_an_amount_is_rounded_half_up_to_the_cent() -> None:
    assert values.to_amount(1.005) == Decimal("1.01")
    assert values.to_amount("-1,005 €".replace("1,005", "1,0050")) == Decimal("-1.01")


@pytest.mark.parametrize(
    ("written", "hours"),
    [(7.5, "7.5"), ("7h30", "7.5"), ("7:30", "7.5"), ("7h", "7"), (time(7, 30), "7.5"),
     (timedelta(hours=30), "30"), ("7,5", "7.5"), ("07:20", "7.3333333333")],
)  # fmt: skip
def test_hours(written: Any, hours: str) -> None:
    assert counts.to_hours(written) == Decimal(hours)


@pytest.mark.parametrize("written", [0.2, 20, "20 %", "20%", "0,2", "20", "20,0\u00a0%"])
def test_a_vat_rate(written: Any) -> None:
    assert values.to_ratio(written) == Decimal("0.2")


@pytest.mark.parametrize("written", [200, "40 %", -0.2, "abc"])
def test_what_is_no_vat_rate(written: Any) -> None:
    with pytest.raises(Unreadable):
        values.to_ratio(written)


@pytest.mark.parametrize(
    ("written", "years"), [(3, "3"), ("3 ans", "3"), ("36 mois", "3"), ("1 an", "1")]
)
def test_lifetimes(written: Any, years: str) -> None:
    assert counts.to_lifetime(written) == Decimal(years)


def test_a_text_is_no_longer_than_a_cell() -> None:
    assert values.to_text(12.0) == "12"
    with pytest.raises(Unreadable):
        values.to_text("x" * 1_000_000)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_an_amount_written_in_any_french_form_is_the_amount(amount: Decimal) -> None:
    text = f"{abs(amount):,.2f}"
    sign = "-" if amount < 0 else ""
    for thousands, mark in (
        (" ", ","),
        ("\u00a0", ","),
        ("\u202f", ","),
        ("", ","),
        ("", "."),
        (".", ","),
    ):
        written = sign + text.translate({ord(","): thousands, ord("."): mark})
        assert values.to_amount(written) == amount
        assert values.to_amount(f"{written}\u00a0€") == amount
    assert values.to_amount(float(amount)) == amount


@pytest.mark.parametrize(
    ("title", "period"),
    [("CRA Mars 2020", (2020, 3)), ("2020-03", (2020, 3)), ("cra_2020_03", (2020, 3)),
     ("03/2020", (2020, 3)), ("Août", (None, 8)), ("2020", (2020, None)), ("Jours", (None, None)),
     ("de janvier à mars 2020", (2020, None)), (date(2020, 3, 1), (2020, 3))],
)  # fmt: skip
def test_the_month_that_a_title_names(title: Any, period: tuple[int | None, int | None]) -> None:
    assert period_of(title)[:2] == period


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        (1675.14, "1675.14"),
        (1675.1399999999999, "1675.14"),
        (0.1 + 0.2, "0.30"),
        (1.005, "1.01"),
        (2.675, "2.68"),
        (-1.005, "-1.01"),
        (0.004, "0.00"),
        (99_999_999_999.99, "99999999999.99"),
    ],
)
def test_a_true_number_is_rounded_as_it_is_written(cell: float, amount: str) -> None:
    assert str(values.to_amount(cell)) == amount


@given(st.floats(-1e11, 1e11) | st.decimals(-(10**9), 10**9, places=3).map(float))
def test_a_true_number_of_cents_is_the_one_that_its_digits_say(cell: float) -> None:
    assert str(values.to_amount(cell)) == str(cents(values.to_number(cell)))


@pytest.mark.parametrize(
    "written", ["Pos\u00adte", "\u200bPoste", "Po\u2060ste\ufeff", "Poste \u200b"]
)
def test_what_is_not_seen_in_a_text_is_not_kept(written: str) -> None:
    assert values.to_text(written) == "Poste"
    assert values.to_text("👩\u200d💻 Zoé") == "👩\u200d💻 Zoé"
