"""The landing of a company whose people come and go, counted by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reporter.model import Day
from tests.builders import activity, day
from tests.landing.histories import month_end
from tests.landing.test_landing import landed, sure


def billed(worker: str, days: str, first: tuple[int, int], last: tuple[int, int]) -> list[Day]:
    """Return a line at the end of each month, from one to another."""
    return [
        day(str(month_end(year, month)), days, "500", worker=worker)
        for year in range(first[0], last[0] + 1)
        for month in range(1, 13)
        if first <= (year, month) <= last
    ]


ANNE = billed("Anne", "10", (2019, 1), (2020, 6))
BRUNO = billed("Bruno", "8", (2019, 1), (2020, 5))
BRUNO_IN_JUNE = billed("Bruno", "8", (2020, 6), (2020, 6))
CHLOE = billed("Chloé", "6", (2020, 3), (2020, 6))
LAST_WEEK = [day("2020-06-30", "2", "500", worker="Chloé")]


@pytest.mark.parametrize(
    ("others", "said", "known", "left"),
    [  # Anne has 60 days behind her, and 60 ahead
        pytest.param(BRUNO, "", 100, 60 + 48, id="nothing is said of who left"),
        pytest.param(BRUNO, "Bruno.depart = 2020-05-15", 100, 60, id="left before the day"),
        pytest.param(BRUNO, "BRUNO.depart = 2020-05-15", 100, 60, id="another spelling"),
        pytest.param(BRUNO, "Bruno.depart = 2020-06-30", 100, 60, id="left on the day"),
        pytest.param(
            BRUNO + BRUNO_IN_JUNE,
            "Bruno.depart = 2020-09-15",
            108,
            60 + 8 + 8 + 4,
            id="leaves in the middle of September",
        ),
        pytest.param(
            BRUNO + BRUNO_IN_JUNE, "Bruno.depart = 2021-05-15", 108, 60 + 48, id="leaves later"
        ),
        pytest.param(CHLOE, "", 84, 60, id="came, and the same months have nobody"),
        pytest.param(
            CHLOE, "'Chloé'.arrivee = 2020-03-01", 84, 60 + 36, id="came: a pace of six a month"
        ),
        pytest.param(
            CHLOE,
            "'Chloé'.arrivee = 2020-03-01\n'Chloé'.depart = 2020-08-31",
            84,
            60 + 12,
            id="came, and leaves at the end of August",
        ),
        pytest.param(
            LAST_WEEK, "'Chloé'.arrivee = 2020-06-29", 62, 60 + 12, id="two days are no pace"
        ),
        pytest.param(
            [], "'Chloé'.arrivee = 2020-09-01", 60, 60, id="comes later, and nothing tells a pace"
        ),
    ],
)
def test_who_is_there_makes_the_months_that_remain(
    others: list[Day], said: str, known: int, left: int
) -> None:
    lines = activity(*ANNE, *others)
    found = sure(landed(lines, 2020, "2020-06-30", f"[intervenants]\n{said}"))
    assert sum(line.days for line in found.known.days) == known
    assert sum(line.days for line in found.rest.days) == left
    assert found.figures.days == known + left
    assert found.figures.day_revenue == (known + left) * 500


def test_the_last_twelve_months_of_each_are_their_months_of_presence() -> None:
    """Anne's pace doubled in 2019 and stayed; Chloé has six months at 6 days behind her."""
    lines = activity(
        *billed("Anne", "10", (2017, 1), (2018, 12)),
        *billed("Anne", "20", (2019, 1), (2020, 1)),
        *billed("Chloé", "6", (2019, 8), (2020, 1)),
        *billed("Bruno", "8", (2017, 1), (2019, 6)),
    )
    said = "[intervenants]\nBruno.depart = 2019-06-30\n'Chloé'.arrivee = 2019-08-01"
    found = sure(landed(lines, 2020, "2020-01-31", said))
    assert found.choice.name == "last_twelve"
    assert sum(line.days for line in found.rest.days) == 11 * (20 + 6)


WORKERS = st.sampled_from(["", "Anne", "Bruno"])
COUNTS = st.lists(st.tuples(WORKERS, st.integers(0, 40)), min_size=30, max_size=30)


@given(COUNTS, st.dates(date(2020, 1, 1), date(2020, 12, 30)))
@example(
    [("Anne", 20), ("Bruno", 10)] * 15, date(2020, 2, 28)
)  # a day is left, none the year before
@example(
    [("", int(n in (13, 23))) for n in range(24)] + [("Anne", 1)] + [("", 0)] * 5,
    date(2020, 2, 28),
)  # the last twelve months begin on 1 March: twelve, less a day
def test_one_who_is_always_there_changes_nothing(counts: list[tuple[str, int]], cut: date) -> None:
    """Whatever the lines and the day, said or not, the presence of all of it is no presence."""
    months = [(2018 + n // 12, n % 12 + 1) for n in range(len(counts))]
    lines = activity(
        *(
            day(str(month_end(*month)), str(count), "500", worker=worker)
            for month, (worker, count) in zip(months, counts, strict=True)
        )
    )
    said = "[intervenants]\nBruno.arrivee = 2000-01-01\nAnne.depart = 2030-01-01\n"
    bare, told = (landed(lines, 2020, str(cut), toml) for toml in ("", said))
    assert (bare is None) == (told is None)
    if bare is not None and told is not None:
        assert (bare.rest, bare.choice) == (told.rest, told.choice)
