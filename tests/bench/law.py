"""Our contributions and taxes against URSSAF's own rules, on new random cases and at the corners.

Where the test keeps its cases, each run here draws others: tiny and very large amounts, one around
each bound of the law, households of several shares. Run where `make outils` installed the rules.
"""

from __future__ import annotations

import shutil
import sys
from datetime import date
from decimal import Decimal
from random import Random, SystemRandom

from reporter.law import self_employed
from reporter.law.income_tax import Household, deducted, income_tax
from reporter.law.social_ceiling import PASS
from tests.law.test_oracle import (
    CHECKERS,
    EURL,
    MAKERS,
    PAY,
    ROUNDING,
    Case,
    asked,
)

CASES = 24
"""Cases of each kind."""
BOUNDS = tuple(Decimal(share) / 100 for share in (20, 40, 60, 110, 130, 140, 200, 300, 400, 500))
"""Where a rate of the self-employed changes, in shares of the PASS."""
FAMILY = "impôt . foyer fiscal"


class Corners(Random):
    """A random number generator that draws at the two ends of what it is asked for, and beyond."""

    def randint(self, a: int, b: int) -> int:
        """Return a number near the least, near the most, or up to four times it."""
        near = max((b - a) // 50, 1)
        low, high = super().choice([(a, a + near), (b - near, b), (b, 4 * b)])
        return super().randint(low, high)


def at_a_bound(random: Random, year: int) -> Case:
    """What a company spends on its manager, so that the base is around a bound of the rates."""
    ceiling = PASS.at(date(year, 1, 1))
    base = random.choice(BOUNDS) * ceiling + random.randint(-2, 2)
    spent = int(max(base / Decimal("0.74"), base + Decimal("0.0176") * ceiling))
    owed = self_employed.contributions(Decimal(spent), year)
    return Case(
        {**EURL, f"{PAY} . totale": f"{spent} €/an"},
        {f"{PAY} . cotisations": 1, f"{PAY} . net": 1},
        (owed.total, spent - owed.total),
    )


def household(random: Random, year: int) -> Case:
    """The income tax of a couple with children."""
    spent, children = random.randint(20_000, 300_000), random.randint(0, 5)
    other = random.choice([0, random.randint(0, 60_000)])
    owed = self_employed.contributions(Decimal(spent), year)
    wages = deducted(spent - owed.total + owed.undeductible, year - 1)
    shares = Decimal(2) + Decimal(min(children, 2)) / 2 + max(children - 2, 0)
    tax = income_tax(wages + other, year - 1, Household(shares=shares, couple=True))
    return Case(
        {
            **EURL,
            f"{PAY} . totale": f"{spent} €/an",
            f"{FAMILY} . situation de famille": "'couple'",
            f"{FAMILY} . enfants à charge": f"{children}",
            f"{FAMILY} . revenu imposable . autres revenus imposables": f"{other} €/an",
        },
        {f"{FAMILY} . impôt sur le revenu": 1},
        (tax,),
    )


def wrong(cases: list[tuple[int, Case]]) -> list[tuple[int, dict[str, str], str, object, float]]:
    """Return the answers that are not ours: year, situation, question, theirs, ours."""
    return [
        (year, case.situation, question, answer, float(ours))
        for (year, case), answers in zip(cases, asked(cases), strict=True)
        for (question, factor), answer, ours in zip(
            case.questions.items(), answers, case.ours, strict=True
        )
        if answer is None or abs(answer * factor - float(ours)) > ROUNDING
    ]


def run() -> None:
    """Compare, and fail on the first kind of case that differs."""
    if shutil.which("node") is None or not (CHECKERS / "node_modules" / "publicodes").exists():
        print("règles de l’URSSAF : non installées (make outils)")
        return
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else SystemRandom().randrange(2**32)
    print(f"règles de l’URSSAF, graine {seed}")
    random, corners = Random(seed), Corners(seed)  # noqa: S311  # cases, not secrets
    kinds = [(maker, random) for maker in (*MAKERS, at_a_bound, household)]
    kinds += [(maker, corners) for maker in MAKERS]
    drawn = [
        (year, maker(source, year))
        for maker, source in kinds
        for number in range(CASES)
        for year in (2025 + number % 2,)
    ]
    found = wrong(drawn)
    print(f"{len(drawn)} cas de {len(kinds)} sortes, {len(found)} réponses autres")
    assert not found, found[:3]


if __name__ == "__main__":
    run()
