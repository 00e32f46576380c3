"""Next year's days, of whom will be there, counted by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reporter.assumptions import Assumptions, Change
from reporter.model import Day, total
from reporter.scenarios.scenario import Scenario
from reporter.tables.assumptions import assumptions
from reporter.toml.reading import parse
from tests.builders import activity, day, expense
from tests.scenarios.books import scenario

JULY = '[exercice]\ncloture = "30/06"\n'
LINES = (
    day("2020-03-31", "120", "700", worker="Anne"),
    day("2020-06-30", "60", "600", worker="Anne"),
    day("2020-04-30", "40", "650", "Client B", worker="Bruno"),
    day("2020-04-30", "5", "500"),
)


def imagined(said: str, *lines: Day, number: int = 2021, toml: str = "") -> Scenario:
    settings = parse(f"{toml}[intervenants]\n{said}")
    return scenario(activity(*(lines or LINES)), settings, number, Assumptions())


@pytest.mark.parametrize(
    ("said", "anne", "bruno", "amount"),
    [
        ("", 180, 40, 148_500),
        ("Anne.temps = '80 %'\nBruno.conges = 30", 180, 40, 148_500),
        ("Bruno.depart = 2020-05-15", 180, 0, 122_500),
        ("bruno.depart = 2020-12-31", 180, 0, 122_500),
        ("Bruno.depart = 2021-12-31", 180, 40, 148_500),
        # Four months of twelve
        ("Bruno.depart = 2021-04-30", 180, Decimal(40) / 3, Decimal("131166.67")),
        # Ten months of presence make twelve: 48 days at 650
        ("Bruno.arrivee = 2020-03-01", 180, 48, 153_700),
        # Lines before the arrival say no pace
        ("Bruno.arrivee = 2021-01-01", 180, 40, 148_500),
        ("Bruno.depart = 2019-12-31", 180, 0, 122_500),
        ("Bruno.depart = 2020-05-15\nAnne.depart = 2020-12-31", 0, 0, 2_500),
        # Nobody has lines of hers: no pace either
        ("'Zoé'.arrivee = 2021-03-01", 180, 40, 148_500),
    ],
)
def test_days_are_carried_over_of_whom_is_there(
    said: str, anne: object, bruno: object, amount: object
) -> None:
    days = imagined(said).before.lines.days
    found = {
        name: sum((line.days for line in days if line.worker == name), Decimal(0))
        for name in ("Anne", "Bruno", "")
    }
    assert {name: round(count, 9) for name, count in found.items()} == {
        "Anne": anne,
        "Bruno": round(Decimal(str(bruno)), 9),
        "": 5,
    }
    assert total(days) == amount


def test_two_years_after_one_leaves_in_the_middle() -> None:
    """July to June: Bruno, there from the start, leaves six months into 2022-2023."""
    found = imagined("Bruno.depart = 2022-12-31", number=2023, toml=JULY)
    assert found.before.source.number == 2020
    days = [line for line in found.before.lines.days if line.worker == "Bruno"]
    assert sum(line.days for line in days) == 20
    assert all(line.date in found.figures.year for line in days)


def test_a_first_year_of_thirteen_months_is_of_thirteen_months_of_each() -> None:
    toml = "[exercice.2020]\ndebut = 2019-12-01\nfin = 2020-12-31\n"
    lines = (
        day("2020-03-31", "130", "700", worker="Anne"),
        day("2020-03-31", "60", "600", worker="Bruno"),
    )
    days = imagined("Bruno.arrivee = 2020-07-01", *lines, toml=toml).before.lines.days
    assert {line.worker: round(line.days, 9) for line in days} == {"Anne": 120, "Bruno": 120}


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("", ""),
        ("Bruno.depart = 2020-05-15", "les jours de qui est parti : Bruno."),
        (
            "Bruno.depart = 2020-05-15\nAnne.depart = 2020-12-31",
            "les jours de qui sont partis : Anne et Bruno.",
        ),
        ("Bruno.arrivee = 2020-03-01", "mois de présence : Bruno (12 pour 10)."),
        ("Bruno.depart = 2021-05-15", "mois de présence : Bruno (4,5 pour 12)."),
        ("'Zoé'.depart = 2020-05-15", ""),
    ],
)
def test_whose_days_change_is_said(said: str, note: str) -> None:
    text = assumptions(imagined(said)).note.replace("\u00a0", " ")
    assert note in text if note else "présence" not in text and "parti" not in text


@pytest.mark.parametrize(
    ("said", "asked", "told"),
    [
        ("Bruno.depart = 2020-05-15", Assumptions(), True),
        ("Bruno.arrivee = 2020-03-01", Assumptions(), True),
        ("", Assumptions(), False),
        ("Bruno.arrivee = 2020-03-01", Assumptions(charges=Change(added=Decimal(5))), False),
        (
            "Bruno.arrivee = 2020-03-01",
            Assumptions(expenses=(("Sous-traitance", Change(added=Decimal(5))),)),
            False,
        ),
    ],
)
def test_what_those_cost_does_not_follow_their_days_unless_it_is_given(
    said: str, asked: Assumptions, *, told: bool
) -> None:
    cost = expense("2020-03-31", "9000", "Sous-traitance")
    settings = parse(f"[intervenants]\n{said}")
    found = scenario(activity(*LINES, cost), settings, 2021, asked)
    assert ("Les charges ne suivent pas" in assumptions(found).note) is told
    assert "Les charges ne suivent pas" not in assumptions(imagined(said)).note
