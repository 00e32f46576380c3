"""The legal time: both changes of a year to the second, and the hours that exist twice or never."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reporter.law.legal_time import elapsed, legal, universal


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("moment", "in_france"),
    [
        ("2020-01-15T12:00:00", "2020-01-15T13:00:00"),
        ("2020-03-29T00:59:59", "2020-03-29T01:59:59"),
        ("2020-03-29T01:00:00", "2020-03-29T03:00:00"),
        ("2020-10-25T00:59:59", "2020-10-25T02:59:59"),
        ("2020-10-25T01:00:00", "2020-10-25T02:00:00"),
        ("2019-03-31T01:00:00", "2019-03-31T03:00:00"),  # a month that ends on its Sunday
        ("2021-10-31T01:00:00", "2021-10-31T02:00:00"),
        ("2026-12-31T23:30:00", "2027-01-01T00:30:00"),
    ],
)
def test_the_time_of_france_changes_on_the_last_sundays(moment: str, in_france: str) -> None:
    assert legal(at(moment).replace(tzinfo=UTC)) == at(in_france)


def test_a_moment_said_with_another_offset_is_the_same() -> None:
    assert legal(at("2020-07-01T09:00:00-04:00")) == at("2020-07-01T15:00:00")


@pytest.mark.parametrize(
    ("moment", "known"),
    [
        ("2020-03-29T01:59:59", "2020-03-29T00:59:59"),
        ("2020-03-29T02:30:00", None),  # never
        ("2020-10-25T02:30:00", None),  # twice
        ("2020-10-25T03:00:00", "2020-10-25T02:00:00"),
        ("2020-07-14T10:00:00", "2020-07-14T08:00:00"),
    ],
)
def test_an_hour_that_exists_twice_or_never_is_no_moment(moment: str, known: str | None) -> None:
    assert universal(at(moment)) == (at(known) if known else None)


def test_a_night_that_changes_has_one_hour_more_or_less() -> None:
    assert elapsed(at("2020-03-28T23:00"), at("2020-03-29T04:00")) == timedelta(hours=4)
    assert elapsed(at("2020-10-24T23:00"), at("2020-10-25T04:00")) == timedelta(hours=6)
    assert elapsed(at("2020-10-25T02:30"), at("2020-10-25T04:00")) is None
    assert elapsed(at("2020-10-24T23:00"), at("2020-10-25T02:30")) is None
