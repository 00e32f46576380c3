"""What the self-employed pay: contributions of a sole trader or of the majority manager of an EURL.

Neither a regulated profession nor the Cipav; a full year; income from 2025 on, when the base
became one for all (LFSS 2024 art. 18, décret 2024-688). Before, the base was another one.
Knows rates, bases and rounding. Never the books.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reporter.law.dated import Dated, Since, UnknownLaw, whole
from reporter.law.social_ceiling import KNOWN_UNTIL, PASS, SMIC
from reporter.model import ZERO

Steps = tuple[tuple[Decimal, Decimal], ...]
RATE_UNIT = Decimal("0.0001")
FIRST = 2025


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rates of one period; shares of the PASS where a bound is meant.

    Attributes:
        allowance: the share of the income that the base leaves out, and its least and most.
        health: the rate at each share of the PASS, linear in between.
        above: the rate of health on what is above the last of them.
        daily: the daily allowances: rate, least and most base.
        family: as `health`.
        pension: rate up to the PASS, rate above; the least base is in hours of SMIC.
        further: complementary pension: rate up to the PASS, rate above, and its most.
        disability: rate, least and most base.
        csg: the deductible rate, then the other one with the CRDS.
        training: the share of the PASS that everyone pays.
    """

    allowance: tuple[Decimal, Decimal, Decimal]
    health: Steps
    above: Decimal
    daily: tuple[Decimal, Decimal, Decimal]
    family: Steps
    pension: tuple[Decimal, Decimal]
    pension_hours: int
    further: tuple[Decimal, Decimal, Decimal]
    disability: tuple[Decimal, Decimal, Decimal]
    csg: tuple[Decimal, Decimal]
    training: Decimal


def _steps(*points: tuple[str, str]) -> Steps:
    return tuple((Decimal(share), Decimal(rate)) for share, rate in points)


RULES = Dated(
    "cotisations des indépendants",
    (
        Since(
            date(FIRST, 1, 1),
            Rules(
                allowance=(Decimal("0.26"), Decimal("0.0176"), Decimal("1.30")),
                health=_steps(
                    ("0.20", "0"),
                    ("0.40", "0.015"),
                    ("0.60", "0.04"),
                    ("1.10", "0.065"),
                    ("2.00", "0.077"),
                    ("3.00", "0.085"),
                ),
                above=Decimal("0.065"),
                daily=(Decimal("0.005"), Decimal("0.40"), Decimal(5)),
                family=_steps(("1.10", "0"), ("1.40", "0.031")),
                pension=(Decimal("0.1787"), Decimal("0.0072")),
                pension_hours=450,
                further=(Decimal("0.081"), Decimal("0.091"), Decimal(4)),
                disability=(Decimal("0.013"), Decimal("0.115"), Decimal(1)),
                csg=(Decimal("0.068"), Decimal("0.029")),
                training=Decimal("0.0025"),
            ),
            "CSS art. L131-6, L136-3, D136-5, D613-1, D621-1 to D621-3, D632-1, D633-2, D633-3, "
            "D635-7; Code du travail art. L6331-48",
        ),
    ),
    KNOWN_UNTIL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """What a year of the self-employed owes, in whole euros, line by line.

    Attributes:
        lines: the name of each contribution, in French, and its amount.
        undeductible: the part of the CSG and CRDS that the income tax does not deduct.
    """

    lines: tuple[tuple[str, Decimal], ...]
    undeductible: Decimal

    @property
    def total(self) -> Decimal:
        """Return the whole of it."""
        return sum((amount for _, amount in self.lines), ZERO)


def contributions(income: Decimal, year: int) -> Contributions:
    """Return the contributions of a full year on an income before any of them, in euros.

    The income is the revenue less the charges of a sole trader, or all that a company spends for
    its manager, contributions included. The base, its allowance and each line are rounded half up
    to the euro, a progressive rate to a hundredth of a percent.

    Raises:
        UnknownLaw: before 2025, where the base was another one.
    """
    if year < FIRST:
        raise UnknownLaw(
            f"cotisations des indépendants de {year} : la règle d’avant {FIRST} était une autre, "
            f"qui n’est pas calculée ; demander une année à partir de {FIRST}, ou voir le résultat "
            f"de {year}, avant impôt sur le revenu, par « bilan show {year} »"
        )
    day = date(year, 1, 1)
    rules, ceiling = RULES.at(day), PASS.at(day)
    base = social_base(income, rules, ceiling)
    deductible, other = (whole(base * rate) for rate in rules.csg)
    lines = (
        ("Maladie", _health(base, rules, ceiling)),
        ("Indemnités journalières", _bounded(base, rules.daily, ceiling)),
        ("Allocations familiales", _family(base, rules, ceiling)),
        ("Retraite de base", _pension(base, rules, ceiling, SMIC.at(day))),
        ("Retraite complémentaire", _further(base, rules, ceiling)),
        ("Invalidité-décès", _bounded(base, rules.disability, ceiling)),
        ("CSG-CRDS", deductible + other),
        ("Formation professionnelle", whole(ceiling * rules.training)),
    )
    return Contributions(lines=lines, undeductible=other)


def social_base(income: Decimal, rules: Rules, ceiling: Decimal) -> Decimal:
    """Return the base of every contribution: the income less its allowance, never below zero."""
    share, least, most = rules.allowance
    allowance = whole(min(max(income * share, least * ceiling), most * ceiling))
    return whole(max(income - allowance, ZERO))


def progressive(base: Decimal, steps: Steps, ceiling: Decimal) -> Decimal:
    """Return the rate of a base, linear between the steps, rounded to a hundredth of a percent."""
    low_bound, low_rate = ZERO, ZERO
    for share, rate in steps:
        bound = share * ceiling
        if base < bound:
            slope = (rate - low_rate) / (bound - low_bound)
            return (low_rate + slope * (base - low_bound)).quantize(RATE_UNIT, ROUND_HALF_UP)
        low_bound, low_rate = bound, rate
    return low_rate


def _health(base: Decimal, rules: Rules, ceiling: Decimal) -> Decimal:
    most = rules.health[-1][0] * ceiling
    rate = progressive(base, rules.health, ceiling)
    return whole(min(base, most) * rate + max(base - most, ZERO) * rules.above)


def _family(base: Decimal, rules: Rules, ceiling: Decimal) -> Decimal:
    return whole(base * progressive(base, rules.family, ceiling))


def _pension(base: Decimal, rules: Rules, ceiling: Decimal, smic: Decimal) -> Decimal:
    floored = max(base, whole(smic * rules.pension_hours))
    low, high = rules.pension
    return whole(min(floored, ceiling) * low + max(floored - ceiling, ZERO) * high)


def _further(base: Decimal, rules: Rules, ceiling: Decimal) -> Decimal:
    low, high, most = rules.further
    upper = min(max(base - ceiling, ZERO), (most - 1) * ceiling)
    return whole(min(base, ceiling) * low + upper * high)


def _bounded(base: Decimal, rule: tuple[Decimal, Decimal, Decimal], ceiling: Decimal) -> Decimal:
    """Return a contribution whose base has a least and a most, in shares of the PASS."""
    rate, least, most = rule
    return whole(min(max(base, whole(least * ceiling)), most * ceiling) * rate)
