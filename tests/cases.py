"""Years of every kind, on which what a report says must stay true and what it draws readable."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reporter import load
from reporter.formats.report import render
from tests.builders import bilan, day, expense, fee
from tests.hostile import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reporter.figures import Bilan
    from reporter.model import Day, Expense, Fee

    Line = Day | Fee | Expense

ROOT = Path(__file__).parents[1]
OBJECTIVE = '[exercice]\nobjectif_tjm = 700\nobjectif_taux = "80 %"\n'
HOSTILE = (*NAMES, "A|B & ``` `x` $x_1$", "شركة البناء", "Fusée 🚀 建設", "tab\tet\nligne\x07\x00")
"""Names that stand in a report; the last one loses characters that no page can hold."""


def months(year: int, *days: float, rate: int = 700, client: str = "Armement Sud") -> Iterator[Day]:
    """Yield the days of each month, from January on."""
    for month, count in enumerate(days, 1):
        yield day(f"{year}-{month:02}-20", str(count), str(rate), client)


def rise() -> Bilan:
    """More days, dearer ones, more fees: everything up."""
    lines: tuple[Line, ...] = (
        *months(2019, *[14] * 12, rate=650),
        fee("2019-05-05", "5000", "Port Franc"),
        *months(2020, 18, 17, 20, 16, 12, 18, 17, 4, 19, 20, 18, 15, rate=700),
        fee("2020-05-05", "9000", "Port Franc"),
        expense("2019-03-03", "60000", "Rémunération"),
        expense("2020-03-03", "90000", "Rémunération"),
    )
    return bilan(2020, *lines, settings=OBJECTIVE)


def stable() -> Bilan:
    """The same year twice."""
    lines = (*months(2019, *[15] * 12), *months(2020, *[15] * 12))
    costs = (expense("2019-03-03", "60000"), expense("2020-03-03", "60000"))
    return bilan(2020, *lines, *costs, settings=OBJECTIVE)


def first_loss() -> Bilan:
    """A first year, begun in September, that loses money."""
    lines: tuple[Line, ...] = (
        day("2020-10-31", "6", "450", "Atelier des Dunes"),
        day("2020-11-30", "11.5", "450", "Atelier des Dunes"),
        fee("2020-12-15", "1800", "Mairie de Port-Loin", service="Audit du site"),
        expense("2020-09-10", "6400", "Rémunération"),
        expense("2020-10-02", "2900", "Cotisations"),
        expense("2020-09-15", "1200", "Honoraires"),
        expense("2020-09-20", "2400", "", lifetime=Decimal(3), label="Ordinateur"),
    )
    return bilan(2020, *lines, settings=OBJECTIVE)


def loss() -> Bilan:
    """A year of loss after a year of profit: the objective missed on every count."""
    lines: tuple[Line, ...] = (
        *months(2019, *[15] * 12),
        *months(2020, 9, 8, 2, 0, 0, 0, 3, 0, 5, 6, 4, 2, rate=620),
        expense("2019-06-30", "80000", "Rémunération"),
        expense("2020-06-30", "41000", "Rémunération"),
        expense("2020-06-30", "3200", "Loyer"),
    )
    return bilan(2020, *lines, settings=OBJECTIVE)


def forty_clients() -> Bilan:
    """Forty clients, long names among them, each a little smaller than the one before."""
    name = "Société coopérative d’intérêt collectif des artisans du littoral n°"
    lines = [
        day(f"2020-{i % 12 + 1:02}-15", "5", str(900 - 10 * i), f"{name} {i + 1}")
        for i in range(40)
    ]
    before = [day("2019-03-15", "4", "600", f"{name} {i + 1}") for i in range(0, 50, 3)]
    costs = [expense("2020-06-30", str(1000 + i), f"Catégorie de charges {i}") for i in range(25)]
    return bilan(2020, *lines, *before, *costs, settings=OBJECTIVE)


def credit_notes() -> Bilan:
    """Credit notes weigh more than the bills, in days and in fees."""
    lines: tuple[Line, ...] = (
        *months(2019, 10, 10),
        *months(2020, 2, -6, 1, 0, -3),
        fee("2020-04-01", "-2500", "Port Franc"),
        expense("2020-06-30", "-300", "Logiciels"),
    )
    return bilan(2020, *lines, settings=OBJECTIVE)


def one_month() -> Bilan:
    """One line in the whole books."""
    return bilan(2020, day("2020-03-31", "1", "500", "Port Franc"))


def fees_only() -> Bilan:
    """Fixed fees alone: no day, no TJM."""
    lines = (fee("2020-03-31", "9000", "Port Franc"), fee("2019-03-31", "8000", "Port Franc"))
    return bilan(2020, *lines, expense("2020-01-31", "9000"), settings=OBJECTIVE)


def nothing() -> Bilan:
    """A year with an expense of nothing, after a year of nothing sold."""
    lines = (expense("2020-01-31", "0"), expense("2019-01-31", "10"))
    return bilan(2020, *lines)


def twenty_years() -> Bilan:
    """Twenty years, with gaps, shown all together."""
    lines = [
        day(f"{year}-06-15", str(100 + year % 7 * 10), str(year % 100 * 20), "Port Franc")
        for year in range(2001, 2021)
        if year not in {2012, 2013, 2017}
    ]
    return replace(bilan(2020, *lines), span=20)


def great() -> Bilan:
    """Great sums, and a first year of eighteen months."""
    lines: tuple[Line, ...] = (
        day("2019-08-31", "180", "12345.67", "Consortium du Détroit"),
        day("2020-12-31", "190.25", "12999.99", "Consortium du Détroit"),
        fee("2020-11-30", "98765432.10", "Arsenal"),
        expense("2020-11-30", "45678901.23", "Sous-traitance"),
    )
    settings = "[exercice.2020]\ndebut = 2019-07-01\nfin = 2020-12-31\nobjectif_tjm = 9000\n"
    return bilan(2020, *lines, settings=settings)


def hostile() -> Bilan:
    """Names that look like markup, code or formulas, wherever a name can stand."""
    lines = [
        line
        for rank, name in enumerate(HOSTILE)
        for line in (
            day(f"2020-{rank % 12 + 1:02}-15", "3", "500", name, mission=name),
            fee("2020-05-05", str(100 * rank), name, service=name),
            expense("2020-05-05", str(100 + rank), name, label=name),
            expense("2020-05-05", "900", "", label=name, lifetime=Decimal(3)),
        )
    ]
    return bilan(2020, *lines, settings=f"[societe]\nnom = '{HOSTILE[0]} {HOSTILE[1]}'\n")


@cache
def rendered(name: str) -> dict[str, bytes]:
    """Return the files of a case, or of the example books, in Markdown and in HTML."""
    return render(CASES[name]() if name in CASES else load(ROOT).measure(2020), ["md", "html"])


def page(name: str) -> str:
    """Return the page of a case, or of the example books."""
    return rendered(name)["bilan-2020.html"].decode()


CASES: dict[str, Callable[[], Bilan]] = {
    case.__name__: case
    for case in (
        rise,
        stable,
        first_loss,
        loss,
        forty_clients,
        credit_notes,
        one_month,
        fees_only,
        nothing,
        twenty_years,
        great,
        hostile,
    )
}


def many_years() -> Iterator[Line]:
    """Yield thirteen years with a gap, a year of loss among them."""
    for rank, year in enumerate(year for year in range(2008, 2022) if year != 2012):
        days = 20 if year == 2015 else 150 + rank * 37 % 60
        yield day(f"{year}-06-15", str(days), str(550 + rank * 17), "Port Franc")
        yield expense(f"{year}-06-15", str(60000 + rank * 3000), "Rémunération")
