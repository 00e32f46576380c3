"""What holds of every landing, on random books: by sums and methods written a second time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reporter.landing.landing import landing
from reporter.metrics import by_year
from reporter.model import Activity, Signed, total
from reporter.settings import Settings
from tests.builders import NOWHERE
from tests.landing.histories import billed, drawn, month_end

FIRST, LAST = 2016, 2019
SEEDS = st.integers(0, 10**6)
BOOKS = SEEDS.map(lambda seed: books(seed, LAST))
MONTHS = st.integers(1, 11)
MISSIONS = st.lists(
    st.builds(
        lambda start, length, days: Signed(
            client="Ponant",
            days=Decimal(days) / 4,
            rate=Decimal(700),
            start=date(LAST, 1, 1) + timedelta(days=start),
            end=date(LAST, 1, 1) + timedelta(days=start + length),
            place=NOWHERE,
        ),
        st.integers(0, 364),
        st.integers(0, 200),
        st.integers(1, 400),
    ),
    max_size=3,
)


def books(seed: int, last: int) -> Activity:
    return drawn(Random(seed), range(FIRST, last + 1))  # noqa: S311  # no secret


@given(BOOKS, st.integers(1, 364), MISSIONS)
def test_known_signed_and_rest_are_the_landing_to_the_cent(
    lines: Activity, rank: int, signed: list[Signed]
) -> None:
    day = date(LAST, 1, 1) + timedelta(days=rank - 1)
    found = landing(by_year(lines, Settings()), signed, Settings(), LAST, day)
    assert found is not None
    known = [line for line in lines.lines if date(LAST, 1, 1) <= line.date <= day]
    assert sorted(map(repr, found.known.lines)) == sorted(map(repr, known))
    parts = (found.known, Activity(days=found.signed), found.rest)
    assert found.figures.revenue == sum((total(part.sales) for part in parts), Decimal(0))
    assert found.figures.charges == sum((total(part.expenses) for part in parts), Decimal(0))
    assert found.figures.days == sum(line.days for part in parts for line in part.days)
    assert all(line.amount == round(line.amount, 2) for line in found.rest.lines)
    ranged = found.revenue_range
    assert ranged is None or ranged[0] <= found.figures.revenue <= ranged[1]


@given(BOOKS, st.integers(1, 364), SEEDS)
def test_nothing_after_the_date_is_seen(lines: Activity, rank: int, seed: int) -> None:
    day = date(LAST, 1, 1) + timedelta(days=rank - 1)
    other = books(seed, LAST + 1)
    mixed = Activity(
        days=(
            *(line for line in lines.days if line.date <= day),
            *(line for line in other.days if line.date > day),
        ),
        fees=(
            *(line for line in lines.fees if line.date <= day),
            *(line for line in other.fees if line.date > day),
        ),
        expenses=(
            *(line for line in lines.expenses if line.date <= day),
            *(
                replace(line, lifetime=Decimal(3)) if line.date.month % 2 else line
                for line in other.expenses
                if line.date > day
            ),
        ),
    )
    seen = landing(by_year(lines, Settings()), (), Settings(), LAST, day)
    assert seen == landing(by_year(mixed, Settings()), (), Settings(), LAST, day)


Months = dict[tuple[int, int], Fraction]


def revenues(lines: Activity) -> Months:
    """Return the revenue of each month, every line being dated by the last day of its month."""
    found: Months = {}
    for line in lines.sales:
        key = (line.date.year, line.date.month)
        found[key] = found.get(key, Fraction(0)) + Fraction(line.amount)
    return found


def estimates(of: Months, year: int, month: int) -> dict[str, Fraction]:
    """Return what each method gives to the rest of a year, at the end of a month of it."""

    def span(number: int, first: int, last: int) -> Fraction:
        every = (of.get((number, m), Fraction(0)) for m in range(first, last + 1))
        return sum(every, Fraction(0))

    back = [year - n for n in (1, 2, 3) if year - n >= FIRST]
    same = sum((span(number, month + 1, 12) for number in back), Fraction(0)) / len(back)
    twelve = span(year, 1, month) + span(year - 1, month + 1, 12)
    last = twelve * (12 - month) / 12
    return {"same_months": same, "last_twelve": last, "half": (same + last) / 2}


@given(BOOKS, MONTHS)
def test_the_method_named_is_the_one_that_was_the_least_wrong(lines: Activity, month: int) -> None:
    lines = replace(lines, days=(billed(FIRST, 1, Decimal(1), Decimal(500)), *lines.days))
    of = revenues(lines)
    wrong: dict[str, list[Fraction]] = {"same_months": [], "last_twelve": [], "half": []}
    for year in range(FIRST + 1, LAST):
        whole = sum((of.get((year, m), Fraction(0)) for m in range(1, 13)), Fraction(0))
        came = sum((of.get((year, m), Fraction(0)) for m in range(month + 1, 13)), Fraction(0))
        for name, estimate in estimates(of, year, month).items():
            wrong[name].append(abs(estimate - came) / whole)
    means = {name: sum(errors) / len(errors) for name, errors in wrong.items()}
    day = month_end(LAST, month)
    found = landing(by_year(lines, Settings()), (), Settings(), LAST, day)
    assert found is not None
    assert means[found.choice.name] == min(means.values())
    assert found.choice.error == min(means.values())
    rest = estimates(of, LAST, month)[found.choice.name]
    cents = Decimal(rest.numerator) / Decimal(rest.denominator)
    assert abs(total(found.rest.sales) - cents) <= Decimal("0.01")
