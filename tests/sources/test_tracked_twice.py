"""One month told in many ways is one month; told in two ways at once, it is refused."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.sources.reading import read
from reporter.toml.reading import parse
from tests.books.activities import draw
from tests.books.exports import BOTH, TRACKERS, UNPRICED, Work
from tests.memory import MEMORY
from tests.sources.test_trackers import (
    MISSIONS,
    MONTH,
    PONANT,
    RATES,
    RUE,
    SETTINGS,
    WORKS,
    books,
    export,
    refusals,
    work,
)
from tests.workbooks import workbook

DAILY = {names: hourly * 7 for names, hourly in RATES.items()}


def worked() -> dict[tuple[date, tuple[str, str]], Decimal]:
    """Return the days of the month: those of each date for each mission."""
    days: defaultdict[tuple[date, tuple[str, str]], Decimal] = defaultdict(Decimal)
    for one in WORKS:
        if one.billable:
            names = (one.client, one.project)
            days[one.start.date(), names] += Decimal(one.seconds) / 3600 / 7
    return dict(days)


def as_lines(data: Path) -> None:
    rows = [("Date", "Client", "Mission", "Jours", "TJM")]
    rows += [(day, *names, n, DAILY[names]) for (day, names), n in worked().items()]  # type: ignore[misc]
    workbook(data / "jours.xlsx", {"Jours": rows})


def as_grid(data: Path) -> None:
    days = worked()
    rows: list[tuple[Any, ...]] = [("Mars 2020",), (), ("Client", "Mission", *range(1, 32))]
    for names in RATES:
        cells = [days.get((date(2020, 3, n), names)) for n in range(1, 32)]
        rows.append((*names, *cells))
    missions = [("Client", "Mission", "TJM"), *((*names, rate) for names, rate in DAILY.items())]
    workbook(data / "cra.xlsx", {"CRA": rows, "Missions": missions})


def figures(root: Path) -> dict[str, Any]:
    year = read_year(root)
    clients: defaultdict[str, Decimal] = defaultdict(Decimal)
    for line in year.lines.days:
        clients[line.client] += line.amount
    return {
        "revenue": year.revenue,
        "days": year.days,
        "tjm": year.tjm,
        "clients": dict(clients),
        "dates": {line.date for line in year.lines.days},
        "rates": {line.rate for line in year.lines.days},
        "missions": {line.mission for line in year.lines.days},
    }


def read_year(root: Path) -> Any:
    from reporter.books import load

    return load(root).measure(2020).figures


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the figures of the month as it is typed, a line a day."""
    root = tmp_path_factory.mktemp("lignes")
    (root / "data").mkdir()
    (root / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    as_lines(root / "data")
    return figures(root)


def test_a_month_in_a_grid_is_that_of_its_lines(lines: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    as_grid(tmp_path / "data")
    assert figures(tmp_path) == lines


@pytest.mark.parametrize("tongue", BOTH)
@pytest.mark.parametrize("tracker", TRACKERS)
def test_a_month_in_a_tracker_is_that_of_its_lines(
    tracker: str, tongue: str, lines: dict[str, Any], tmp_path: Path
) -> None:
    books(tmp_path, export(tracker, tongue))
    assert figures(tmp_path) == lines


def typed(*rows: str) -> str:
    return "Date;Client;Jours;TJM;Intervenant\n" + "".join(f"{row}\n" for row in rows)


KIMAI = TRACKERS["Kimai"]([work(day, "7", PONANT) for day in MONTH[1:5]], "en")
"""From the 2nd to the 5th of March, a day each."""
TWICE = "jours déjà comptés par un suivi du temps : le chiffre d’affaires doublerait"


@pytest.mark.parametrize(
    ("row", "twice"),
    [
        ("02/03/2020;Compagnie du Ponant;1;700;", True),
        ("02/03/2020;compagnie du PONANT;0,5;650;Anne", True),
        ("31/03/2020;Compagnie du Ponant;20;700;", True),
        ("02/04/2020;Compagnie du Ponant;4;700;", True),
        ("02/04/2020;Compagnie du Ponant;5;700;", False),
        ("02/04/2020;Compagnie du Ponant;4;710;", True),
        ("02/04/2020;Compagnie du Ponant;3,5;800;", True),
        ("02/04/2020;Compagnie du Ponant;3,5;790;", False),
        ("02/05/2020;Compagnie du Ponant;3,5;800;", False),
        ("02/04/2020;Compagnie du Ponant;3,5;800;Zoé", False),
        ("06/03/2020;Compagnie du Ponant;1;700;", False),
        ("02/03/2020;24ème Rue;1;700;", False),
        ("02/03/2020;Compagnie du Ponant;1;700;Zoé", False),
        ("28/02/2020;Compagnie du Ponant;4;700;", False),
    ],
)
def test_days_typed_beside_a_tracker_count_once(row: str, *, twice: bool, tmp_path: Path) -> None:
    files = {"kimai.csv": KIMAI, "jours.csv": typed(row)}
    if twice:
        assert refusals(tmp_path, files) == [f"A2 {TWICE}"]
    else:
        books(tmp_path, files)


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ("02/04/2020;Compagnie du Ponant;1;700;", False),
        ("02/04/2020;Compagnie du Ponant;1,5;700;", True),
        ("02/05/2020;Compagnie du Ponant;1,5;700;", False),
        ("06/03/2020;Compagnie du Ponant;1;700;", True),
    ],
)
def test_a_day_typed_is_of_its_month_and_more_may_be_of_the_one_before(
    row: str, *, asked: bool, tmp_path: Path
) -> None:
    read = books(tmp_path, {"kimai.csv": KIMAI, "jours.csv": typed(row)})
    assert [it.place.cell for it in read.seen if it.code == "jours-a-cote"] == ["A2"] * asked


def test_two_exports_that_overlap_are_refused_and_others_are_not(tmp_path: Path) -> None:
    parts = [work(day, "7", PONANT) for day in MONTH[1:6]]
    for name, second in (("over", parts[2:]), ("apart", parts[3:])):
        (tmp_path / name).mkdir()
        files = {
            "a.csv": TRACKERS["Harvest"](parts[:3], "en"),
            "b.csv": TRACKERS["Harvest"](
                [one._replace(start=one.start) for one in second], "en"
            ).replace(",0,Yes", ",2,Yes"),
        }
        files["b.csv"] = files["b.csv"].replace(",Dev,0,", ",Dev,2,")
        if name == "over":
            (said,) = refusals(tmp_path / name, files)
            assert said.endswith(
                "saisies déjà dans un autre export : leur temps compterait deux fois"
            )
        else:
            assert len(books(tmp_path / name, files).activity.days) == 5


def test_one_week_in_two_trackers_is_refused(tmp_path: Path) -> None:
    works = [work(day, "7", PONANT) for day in MONTH[1:3]]
    files = {"a.csv": KIMAI, "b.csv": TRACKERS["Toggl Track"](works, "en")}
    assert [said.partition(" ")[2] for said in refusals(tmp_path, files)] == [TWICE]


def drawn(chance: Random) -> list[Work]:
    """Return random work: no two entries at once, none over a change of the hour."""
    at = datetime(2020, 1, 6, 8)  # noqa: DTZ001  # in France
    last = Work(datetime(2020, 12, 21, 9), 3600, *PONANT, RATES[PONANT])  # noqa: DTZ001
    found = [last]  # a date that tells the order of all
    for _ in range(chance.randint(1, 25)):
        at += timedelta(minutes=chance.randint(0, 3000))
        if at.weekday() > 4:
            at += timedelta(days=2)
        seconds = chance.choice((900, 1800, 3600, 12_600, 60 * chance.randint(1, 500)))
        names = chance.choice((PONANT, RUE))
        one = Work(at, seconds, *names, RATES[names])
        found.append(one._replace(billable=chance.random() < 0.8, invoiced=chance.random() < 0.7))
        at += timedelta(seconds=seconds)
    return found


def due(works: list[Work], tracker: str) -> tuple[Decimal, Decimal]:
    """Return the hours and the euros of works, in whole cents by entry or by month."""
    hours: defaultdict[tuple[Any, ...], Fraction] = defaultdict(Fraction)
    euros = Decimal(0)
    for one in works:
        if one.billable:
            seconds = Fraction(one.seconds)
            if tracker == "Harvest":
                seconds = Fraction((Decimal(one.seconds) / 3600).quantize(Decimal("0.01"))) * 3600
            hours[one.client, one.project, one.start.month] += seconds / 3600
            euros += one.amount
    if tracker in UNPRICED | {""}:
        rates = {key: Fraction(RATES[key[0], key[1]]) for key in hours}
        euros = sum(
            (Decimal(int(n * rates[key] * 100 + Fraction(1, 2))) / 100 for key, n in hours.items()),
            Decimal(0),
        )
    whole = sum(hours.values(), Fraction(0))
    return Decimal(whole.numerator) / whole.denominator, euros


@given(st.integers(0, 10**9), st.sampled_from(sorted(TRACKERS)), st.sampled_from(BOTH))
def test_random_work_in_a_random_export_is_read_to_the_cent(
    seed: int, tracker: str, tongue: str
) -> None:
    works = drawn(draw(seed))
    hours, euros = due(works, tracker)
    text = TRACKERS[tracker](works, tongue)
    with TemporaryDirectory(dir=MEMORY) as root:
        data = Path(root, "data")
        data.mkdir()
        (data / "export.csv").write_text(text, encoding="utf-8")
        if tracker in UNPRICED:
            (data / "missions.csv").write_text(MISSIONS, encoding="utf-8")
        days = read(Path(root), parse(SETTINGS).reading).activity.days
    assert sum(line.amount for line in days) == euros
    assert abs(sum((line.days for line in days), Decimal(0)) * 7 - hours) < Decimal("1e-6")
    assert {line.date for line in days} == {one.start.date() for one in works if one.billable}
