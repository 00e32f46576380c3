"""The capacity of each person, counted by hand on a calendar, and what the company makes of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reporter.crew import capacity, crew
from reporter.elapsed import part
from reporter.french import Cell
from reporter.metrics import measure_year, next_year
from reporter.model import Day
from reporter.tables.crew import crew_tables, people, ratios, revenues
from reporter.tables.months import by_month
from reporter.toml.reading import parse
from reporter.toml.scenarios import assumptions
from tests.builders import activity, bilan, day
from tests.scenarios.books import scenario

JULY = '[exercice]\ncloture = "30/06"\n'
THIRTEEN = "[exercice.2020]\ndebut = 2019-12-01\nfin = 2020-12-31\n"
LEAVES = '[intervenants."Bob"]\ndepart = 2020-05-15\n'


def anne(when: str, days: str = "100", worker: str = "Anne") -> Day:
    return day(when, days, "700", worker=worker)


def bob(when: str, days: str = "40") -> Day:
    return day(when, days, "600", "Client B", worker="Bob")


TWO = (anne("2020-03-31"), bob("2020-04-30"))
LATER = (anne("2020-09-30"), bob("2021-04-30"))


@pytest.mark.parametrize(
    ("lines", "number", "settings", "expected"),
    [
        pytest.param(
            TWO,
            2020,
            "",
            {"Anne": ("253", "25", "0.4386"), "Bob": ("253", "25", "0.1754")},
            id="all year",
        ),
        pytest.param(
            TWO,
            2020,
            LEAVES,
            # 22 in January, 20, 22, 21 in April, 9 to 15 May; four months and a half of leave
            {"Anne": ("253", "25", "0.4386"), "Bob": ("94", "9.375", "0.4727")},
            id="one leaves in May",
        ),
        pytest.param(
            TWO,
            2020,
            LEAVES + '[intervenants."anne"]\ntemps = "80 %"\nconges = 30\n',
            {"Anne": ("202.4", "24", "0.5605"), "Bob": ("94", "9.375", "0.4727")},
            id="four days a week",
        ),
        pytest.param(
            TWO,
            2020,
            '[intervenants."Bob"]\narrivee = 2020-03-01\n[exercice]\nconges = 24\n',
            {"Anne": ("253", "24", "0.4367"), "Bob": ("211", "20", "0.2094")},
            id="one comes in March",
        ),
        pytest.param(
            TWO,
            2020,
            '[intervenants."Bob"]\narrivee = 2018-03-01\ndepart = 2023-01-01\n',
            {"Anne": ("253", "25", "0.4386"), "Bob": ("253", "25", "0.1754")},
            id="before and after the year",
        ),
        pytest.param(
            TWO,
            2020,
            '[intervenants."Bob"]\ndepart = 2019-12-31\n',
            {"Anne": ("253", "25", "0.4386"), "Bob": ("0", "0", None)},
            id="gone before the year",
        ),
        pytest.param(
            TWO,
            2020,
            '[intervenants."Zoé"]\narrivee = 2020-12-01\n[intervenants."Max"]\nconges = 30\n',
            {
                "Anne": ("253", "25", "0.4386"),
                "Bob": ("253", "25", "0.1754"),
                "Zoé": ("22", "2.0833", "0"),
            },
            id="one without lines, of whom the arrival is said",
        ),
        pytest.param(
            LATER,
            2021,
            JULY + '[intervenants."Bob"]\narrivee = 2021-03-01\n',
            # 22 in July 2020, 21, 22, 22, 20, 22, 20, 20, then March 23, April 21, May 19, June 22
            {"Anne": ("254", "25", "0.4367"), "Bob": ("85", "8.3333", "0.5217")},
            id="July to June",
        ),
        pytest.param(
            TWO,
            2020,
            THIRTEEN + LEAVES,
            # 21 days in December 2019
            {"Anne": ("274", "27.0833", "0.4050"), "Bob": ("115", "11.4583", "0.3863")},
            id="a first year of thirteen months",
        ),
        pytest.param((anne("2020-03-31"),), 2020, "", {}, id="one person"),
        pytest.param((day("2020-03-31", "10", "700"),), 2020, "", {}, id="nobody"),
        pytest.param(
            (anne("2020-03-31"),),
            2020,
            '[intervenants."Anne"]\ntemps = "50 %"\n',
            {"Anne": ("126.5", "12.5", "0.8772")},
            id="one person of whom something is said",
        ),
        pytest.param(
            (*TWO, anne("2020-05-31", "10", "ANNE")),
            2020,
            "",
            {"Anne": ("253", "25", "0.4825"), "Bob": ("253", "25", "0.1754")},
            id="two spellings",
        ),
    ],
)
def test_what_each_can_work(
    lines: tuple[Day, ...],
    number: int,
    settings: str,
    expected: dict[str, tuple[str, str, str | None]],
) -> None:
    figures = bilan(number, *lines, settings=settings).figures
    found = {one.name.capitalize(): one for one in figures.crew}
    assert {
        name: (one.working_days, round(one.leave, 4), one.ratio and round(one.ratio, 4))
        for name, one in found.items()
    } == {
        name: (Decimal(days), Decimal(leave), None if ratio is None else Decimal(ratio))
        for name, (days, leave, ratio) in expected.items()
    }
    if expected:
        assert figures.working_days == sum(one.working_days for one in figures.crew)
        assert round(figures.leave - sum(one.leave for one in figures.crew), 20) == 0
        assert round(figures.objective.net_days - figures.net_days, 20) == 0
        assert figures.billed_ratio == figures.own_days / figures.net_days


@pytest.mark.parametrize(("departure", "there"), [("2019-12-31", 2), ("2020-01-01", 3)])
def test_one_who_left_before_the_year_is_not_of_it(departure: str, there: int) -> None:
    said = f'[intervenants."Zoé"]\narrivee = 2018-01-01\ndepart = {departure}\n'
    assert len(bilan(2020, *TWO, settings=said).figures.crew) == there


def test_one_person_or_nobody_changes_nothing() -> None:
    alone = bilan(2020, anne("2020-03-31")).figures
    nameless = bilan(2020, day("2020-03-31", "100", "700")).figures
    assert (alone.working_days, alone.leave) == (nameless.working_days, nameless.leave) == (253, 25)


@pytest.mark.parametrize(("before", "count"), [((), 1), ((anne("2019-03-31"),), 3)])
def test_people_stand_year_by_year_where_there_are_years(before: tuple[Day], count: int) -> None:
    assert len(crew_tables(bilan(2020, *TWO, *before))) == count


def test_each_has_its_own_rate_and_the_days_of_nobody_stay() -> None:
    figures = bilan(2020, *TWO, day("2020-06-30", "7", "500")).figures
    assert [(one.name, one.days, one.revenue, one.tjm) for one in figures.crew] == [
        ("Anne", 100, 70_000, 700),
        ("Bob", 40, 24_000, 600),
    ]
    assert (figures.days, figures.day_revenue) == (147, 97_500)


def test_a_part_of_a_year_has_the_capacity_of_its_part() -> None:
    chosen = parse(LEAVES)
    cut = part(chosen.year(2020), date(2020, 2, 29), 2020)
    assert cut is not None
    figures = measure_year(activity(anne("2020-01-31"), bob("2020-02-29")), (), chosen, cut)
    assert [(one.name, one.working_days) for one in figures.crew] == [("Anne", 42), ("Bob", 42)]
    assert round(figures.leave, 4) == Decimal("8.3333")


def test_the_months_of_a_company_add_up_to_its_year() -> None:
    found = by_month(bilan(2020, *TWO, settings=LEAVES))
    assert [month.working_days for month in found][3:6] == [42, 27, 21]
    assert sum(month.working_days for month in found) == 347


def test_years_side_by_side_keep_the_order_of_the_year_then_those_who_have_left() -> None:
    """They stood in the order of the oldest year, beside a table of the same people in another."""
    past = (bob("2020-02-28", "150"), anne("2020-03-31", worker="Cléo"), anne("2020-04-30", "40"))
    year = bilan(2021, *past, anne("2021-03-31"), bob("2021-04-30"))
    names = [row[0].value for row in people(year.figures).rows]
    assert names == ["Anne", "Bob", "Ensemble"]
    for table in (ratios(year), revenues(year)):
        assert [row[0].value for row in table.rows] == ["Anne", "Bob", "Cléo", "Ensemble"]


def test_the_year_after_keeps_the_people_who_have_not_left() -> None:
    assert next_year(bilan(2020, *TWO)).working_days == 2 * 254
    assert next_year(bilan(2020, *TWO, settings=LEAVES)).working_days == 254


def test_two_figures_of_a_company_say_whose_they_are() -> None:
    figures = bilan(2020, *TWO, settings=LEAVES + '[intervenants."Anne"]\ntemps = "80 %"\n').figures
    steps = figures.figure("working_days").steps
    assert [(step.source, step.amount) for step in steps] == [
        ("Anne", Decimal("202.4")),
        ("Bob", 94),
    ]
    assert sum(step.amount for step in figures.figure("leave").steps) == figures.leave


@pytest.mark.parametrize(
    ("people", "leave", "shown"),
    [
        ({"Anne": "60 %"}, "6.875", "6,88"),
        ({"Anne": "100 %", "Bob": "100 %", "Zoé": "100 %"}, "34.375", "34,38"),
        ({"Anne": "60 %", "Bob": "30 %"}, "10.3125", "10,31"),
    ],
)
def test_leave_is_rounded_once(people: dict[str, str], leave: str, shown: str) -> None:
    """Five months and a half of 25 days, three times: 34,375 days, not 34,374 999."""
    said = "".join(
        f'[intervenants."{name}"]\ntemps = "{part}"\narrivee = 2020-01-01\ndepart = 2020-06-15\n'
        for name, part in people.items()
    )
    figures = bilan(
        2020, *(anne("2020-01-31", worker=name) for name in people), settings=said
    ).figures
    assert figures.leave == Decimal(leave)
    assert str(Cell(figures.leave, "days")) == shown
    steps = figures.figure("leave").steps
    assert sum((step.amount for step in steps), Decimal(0)) == figures.leave


def test_a_scenario_s_leave_is_everybody_s() -> None:
    """Two people of 253 days less 10 each, the thirty of one of them left out."""
    settings = parse('[intervenants."Bob"]\nconges = 30\n')
    one = scenario(activity(*TWO), settings, 2020, assumptions({"conges": 10}))
    assert one.figures.net_days == 2 * 243


DATES = st.none() | st.dates(date(2019, 6, 1), date(2021, 6, 30))


@given(DATES, DATES, st.dates(date(2020, 1, 1), date(2020, 12, 30)), st.integers(1, 100))
def test_presence_is_cut_and_joined_without_loss(
    arrival: date | None, departure: date | None, cut: date, percent: int
) -> None:
    """The capacity of two parts of a year is that of the whole, whatever the presence."""
    assume(not arrival or not departure or arrival <= departure)
    said = f'[intervenants."Bob"]\ntemps = "{percent} %"\n'
    said += f"arrivee = {arrival}\n" if arrival else ""
    said += f"depart = {departure}\n" if departure else ""
    chosen = parse(said)
    members = crew(activity(*TWO), chosen, chosen.year(2020))
    year = chosen.year(2020)
    after = date.fromordinal(cut.toordinal() + 1)
    halves = [
        capacity(members, start, end, alsace_moselle=False)
        for start, end in ((year.start, cut), (after, year.end))
    ]
    assert sum(halves) == sum(one.working_days for one in members)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("", "tout l’exercice"),
        ("arrivee = 2020-02-03", "depuis le 03/02/2020"),
        ("depart = 2020-05-15", "jusqu’au 15/05/2020"),
        ("arrivee = 2020-02-03\ndepart = 2020-05-15", "du 03/02/2020 au 15/05/2020"),
        ("depart = 2019-05-15", "absent"),
        ("arrivee = 2021-02-03", "absent"),
    ],
)
def test_when_each_was_there_is_said(dates: str, said: str) -> None:
    found = bilan(2020, *TWO, settings=f'[intervenants."Bob"]\n{dates}')
    presence = {str(row[0]): str(row[1]) for row in people(found.figures).rows}
    assert presence["Bob"] == said
    assert presence["Anne"] == "tout l’exercice"


@pytest.mark.parametrize(
    ("cut", "settings", "expected"),
    [
        (date(2020, 1, 1), "", ("0", "0")),  # a holiday
        (date(2020, 1, 2), "", ("1", "0.1389")),  # 25 / 12 / 30 × 2
        (date(2020, 1, 1), '[intervenants."Anne"]\ntemps = "50 %"\n', ("0", "0")),
        (date(2020, 1, 1), '[intervenants."Bob"]\narrivee = 2019-03-01\n', ("0", "0")),
    ],
)
def test_nobody_is_on_leave_on_more_days_than_there_are_to_work(
    cut: date, settings: str, expected: tuple[str, str]
) -> None:
    chosen = parse(settings)
    year = part(chosen.year(2020), cut, 2020)
    assert year is not None
    lines = activity(anne("2020-01-01", "0"))
    figures = measure_year(lines, (), chosen, year)
    working, leave = map(Decimal, expected)
    found = (figures.working_days, round(figures.leave, 4))
    assert found == (working, leave) if not figures.crew else figures.net_days == 0
    for name in ("working_days", "leave"):
        steps = figures.figure(name).steps
        assert round(sum((step.amount for step in steps), Decimal(0)), 9) == round(
            getattr(figures, name), 9
        )
    assert figures.net_days >= 0
