"""A scenario of a year under way, over the whole of it: sums by hand, and when nothing is said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reporter.assumptions import Assumptions, Goal, to
from reporter.elapsed import Cut
from reporter.figures import Bilan
from reporter.metrics import measure
from reporter.tables.scenario_ahead import ahead
from reporter.tables.table import Table
from reporter.to_date import to_date
from reporter.toml.reading import parse
from tests.builders import activity, day, expense
from tests.landing.histories import month_end

HALF = date(2026, 6, 30)
RATE = Assumptions(rate=to(Decimal(650)))


def known_to(cut: date | None, first: int = 2025) -> Bilan:
    """Return 15 days at 600 € and 500 € of rent a month, the last year up to a day."""
    ends = [month_end(year, month) for year in range(first, 2027) for month in range(1, 13)]
    kept = [end for end in ends if cut is None or end <= cut]
    days = [day(str(end), "15", "600") for end in kept]
    lines = activity(*days, *(expense(str(end), "500", "Loyer") for end in kept))
    whole = measure(lines, parse(""), 2026)
    return whole if cut is None else to_date(whole, lines.expenses, Cut(cut, "asked"))


def values(table: Table) -> dict[str, tuple[object, object]]:
    return {str(row[0]): (row[1].value, row[2].value) for row in table.rows}


def test_the_whole_year_beside_its_landing_by_hand() -> None:
    """180 days, half of them estimated: 108 000 €, and 117 000 € at 650 €."""
    (table,) = ahead(known_to(HALF), RATE, None, None)
    assert len(table.columns) == len(table.rows[0])
    found = values(table)
    assert found["Chiffre d’affaires"] == (108_000, 117_000)
    assert found["Jours facturés"] == (180, 180)
    assert found["Charges"] == (6_000, 6_000)
    # 15 % up to 42 500 €, 25 % above: of 102 000 € and of 111 000 €
    assert found["Impôt sur les sociétés"] == (21_250, 23_500)
    assert "partielle" not in table.title
    assert "30 juin 2026" in table.note.replace("\u00a0", " ")


def test_what_leads_to_a_goal_is_sought_over_the_whole_year() -> None:
    goal, table = ahead(known_to(HALF), Assumptions(), Goal("revenue", Decimal(126_000)), "rate")
    assert goal.title == "But pour 2026, année entière"
    assert goal.rows[1][1].value == 700
    assert values(table)["Chiffre d’affaires"] == (108_000, 126_000)


@pytest.mark.parametrize(
    ("cut", "first", "asked"),
    [
        (None, 2025, RATE),  # the year is whole
        (HALF, 2026, RATE),  # nothing tells the months to come
        (HALF, 2025, Assumptions()),
        (HALF, 2025, Assumptions(lost=("Client A",))),
        (HALF, 2025, Assumptions(rate=to(Decimal(650)), client="Client A")),
        (HALF, 2025, Assumptions(expenses=(("Loyer", to(Decimal(1))),))),
    ],
)
def test_nothing_is_said_where_the_landing_cannot_tell(
    cut: date | None, first: int, asked: Assumptions
) -> None:
    assert ahead(known_to(cut, first), asked, None, None) == []
