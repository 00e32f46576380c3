"""What a president of a SASU and the company pay on a gross pay (assimilé salarié).

No unemployment insurance, hence no APEC; a company of fewer than eleven employees; a full year.
Knows rates and bases. Never the books.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from reporter.law.dated import Dated, Since, UnknownLaw
from reporter.law.social_ceiling import KNOWN_UNTIL, PASS
from reporter.law.workdays import YEAR_MONTHS
from reporter.model import CENT, ZERO, cents

Base = Literal["all", "up to 1", "1 to 8", "up to 8 if above 1"]
"""The part of the pay that a rate applies to, bounds in PASS."""
APPRENTICESHIP = "Taxe d’apprentissage"


class Rate(NamedTuple):
    """A contribution: its French name, its base, what the company and what the person pay."""

    name: str
    base: Base
    employer: Decimal = ZERO
    employee: Decimal = ZERO


class Rules(NamedTuple):
    """The rates of one period.

    Attributes:
        rates: each contribution.
        accidents: the mean rate of accidents at work, where the company's own is not given; None
            where it is not known.
        csg: the deductible rate, then the other one with the CRDS.
        kept: the share of the pay that the CSG applies to, up to four PASS.
    """

    rates: tuple[Rate, ...]
    accidents: Decimal | None
    csg: tuple[Decimal, Decimal] = (Decimal("0.068"), Decimal("0.029"))
    kept: Decimal = Decimal("0.9825")


def _rules(old_age: str, accidents: str | None) -> Rules:
    """Return the rates of a period; only the old-age rate on all and the accidents changed."""
    table: tuple[tuple[str, Base, str, str], ...] = (
        ("Maladie", "all", "13", "0"),
        ("Allocations familiales", "all", "5.25", "0"),
        ("Vieillesse plafonnée", "up to 1", "8.55", "6.90"),
        ("Vieillesse déplafonnée", "all", old_age, "0.40"),
        ("Solidarité autonomie", "all", "0.30", "0"),
        ("Logement (FNAL)", "up to 1", "0.10", "0"),
        ("Formation professionnelle", "all", "0.55", "0"),
        (APPRENTICESHIP, "all", "0.68", "0"),
        ("Retraite complémentaire T1", "up to 1", "4.72", "3.15"),
        ("Retraite complémentaire T2", "1 to 8", "12.95", "8.64"),
        ("Équilibre général T1", "up to 1", "1.29", "0.86"),
        ("Équilibre général T2", "1 to 8", "1.62", "1.08"),
        ("Équilibre technique", "up to 8 if above 1", "0.21", "0.14"),
    )
    rates = tuple(
        Rate(name, base, Decimal(employer) / 100, Decimal(employee) / 100)
        for name, base, employer, employee in table
    )
    mean = None if accidents is None else Decimal(accidents) / 100
    return Rules(rates=rates, accidents=mean)


_SOURCES = "CSS art. D242-3, D242-4, L137-40, L241-6; ANI du 17 novembre 2017; CGI art. 1599 ter B"
RULES = Dated(
    "cotisations du président de SASU",
    (
        Since(date(2019, 1, 1), _rules("1.90", None), _SOURCES),
        Since(date(2021, 1, 1), _rules("1.90", "2.23"), _SOURCES),
        Since(date(2023, 1, 1), _rules("1.90", "2.24"), _SOURCES),
        Since(date(2024, 1, 1), _rules("2.02", "2.12"), f"{_SOURCES}; décret 2023-1329"),
        Since(date(2026, 1, 1), _rules("2.11", "2.08"), f"{_SOURCES}; URSSAF 2026"),
    ),
    KNOWN_UNTIL,
)
ALSACE_APPRENTICESHIP, ALSACE_HEALTH = Decimal("0.0044"), Decimal("0.013")


class Cover(NamedTuple):
    """What is not the law's but the company's own.

    Attributes:
        accidents: the company's rate of accidents at work; None for the mean.
        health: euros a month of complementary health, half of it the company's.
        provident: the share of the pay up to the PASS that the company pays for prévoyance.
        alsace_moselle: the lower apprenticeship tax, and the 1.3 % of local health.
    """

    accidents: Decimal | None = None
    health: Decimal = Decimal(40)
    provident: Decimal = Decimal("0.015")
    alsace_moselle: bool = False


USUAL = Cover()


class Pay(NamedTuple):
    """A year of pay, in euros: gross, what the company and the person pay on it.

    Attributes:
        taxable: what the income tax applies to, before the 10 % for professional costs.
    """

    gross: Decimal
    employer: Decimal
    employee: Decimal
    taxable: Decimal

    @property
    def cost(self) -> Decimal:
        """Return what the company spends in all."""
        return self.gross + self.employer

    @property
    def net(self) -> Decimal:
        """Return what the person receives, before income tax."""
        return self.gross - self.employee

    @property
    def contributions(self) -> Decimal:
        """Return what both pay."""
        return self.employer + self.employee


def pay(gross: Decimal, year: int, cover: Cover = USUAL, employer: Decimal | None = None) -> Pay:
    """Return a year of pay from the gross, spread evenly over the year; rounded to the cent.

    Nothing paid, nothing owed: without pay there is no payslip.

    Args:
        gross: euros of the year.
        year: whose rates apply.
        cover: the company's own rates and contracts.
        employer: what the company paid on it, where the books tell; else it is estimated.

    Raises:
        UnknownLaw: before the first rates known.
    """
    if not gross:
        return Pay(gross=ZERO, employer=employer or ZERO, employee=ZERO, taxable=ZERO)
    day = date(year, 1, 1)
    rules, ceiling = RULES.at(day), PASS.at(day)
    bases = [(rate, _part(gross, ceiling, rate.base)) for rate in rules.rates]
    health = cover.health * YEAR_MONTHS / 2
    provided = health + cover.provident * min(gross, ceiling)
    deductible, other = (rate * _csg_base(gross, ceiling, rules, provided) for rate in rules.csg)
    local = gross * ALSACE_HEALTH if cover.alsace_moselle else ZERO
    employee = sum((base * rate.employee for rate, base in bases), health + local)
    if employer is None:
        employer = provided + gross * _accidents(rules, cover, year)
        employer += sum((base * _employer(rate, cover) for rate, base in bases), ZERO)
    return Pay(
        gross=gross,
        employer=cents(employer),
        employee=cents(employee + deductible + other),
        taxable=cents(gross - employee - deductible + provided),
    )


def pay_costing(cost: Decimal, year: int, cover: Cover = USUAL) -> Pay:
    """Return the year of pay that costs the company an amount, to the cent at most below it.

    Raises:
        UnknownLaw: see `pay`.
    """
    below, above = 0, int(cost / CENT)
    while above - below > 1:
        middle = (below + above) // 2
        if pay(middle * CENT, year, cover).cost <= cost:
            below = middle
        else:
            above = middle
    return pay(below * CENT, year, cover)


def _accidents(rules: Rules, cover: Cover, year: int) -> Decimal:
    rate = rules.accidents if cover.accidents is None else cover.accidents
    if rate is None:
        raise UnknownLaw(
            f"taux moyen des accidents du travail : inconnu pour {year} ; "
            "l’écrire en accidents_du_travail sous [net] de bilan.toml"
        )
    return rate


def _employer(rate: Rate, cover: Cover) -> Decimal:
    local = cover.alsace_moselle and rate.name == APPRENTICESHIP
    return ALSACE_APPRENTICESHIP if local else rate.employer


def _part(gross: Decimal, ceiling: Decimal, base: Base) -> Decimal:
    match base:
        case "all":
            return gross
        case "up to 1":
            return min(gross, ceiling)
        case "1 to 8":
            return min(max(gross - ceiling, ZERO), 7 * ceiling)
        case "up to 8 if above 1":
            return min(gross, 8 * ceiling) if gross > ceiling else ZERO


def _csg_base(gross: Decimal, ceiling: Decimal, rules: Rules, provided: Decimal) -> Decimal:
    limit = 4 * ceiling
    return min(gross, limit) * rules.kept + max(gross - limit, ZERO) + provided
