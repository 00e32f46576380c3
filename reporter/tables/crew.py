"""The people of a year: what each billed, could work, and brought, beside the years before.

Knows labels and cells. Never how much a person can work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.denomination import unit
from reporter.french import Cell, short_date, spaced
from reporter.making import ratio
from reporter.model import DAYS, ZERO, total
from reporter.names import spelling
from reporter.tables.leads import leading
from reporter.tables.partial import dated, named
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.crew import Member
    from reporter.figures import Bilan, Figures
    from reporter.french import Kind

UNNAMED = "Sans intervenant"
ALL = "Ensemble"
SHOWN = ("jours_factures", "jours_ouvres_nets", "taux_jours_factures", "tjm_regie", "ca_jours")
"""The figures of the year of which the columns of people are parts."""
MANY = 2


def crew_tables(bilan: Bilan) -> tuple[Table, ...]:
    """Return the people of the year, then the years side by side; none where nobody is told apart.

    One person alone is the whole year already.
    """
    figures = bilan.figures
    if len(figures.crew) + bool(unnamed(figures)[0]) < MANY:
        return ()
    beside = (ratios(bilan), revenues(bilan)) if len(bilan.shown) > 1 else ()
    return (people(figures), *beside)


def people(figures: Figures) -> Table:
    """Return each person of a year, the days that nobody is said to have worked, and all."""
    days, revenue = unnamed(figures)
    number = figures.year.number
    rest = [(Cell(UNNAMED), Cell("–"), *_work(days, None, None, revenue))] if days else []
    table = Table(
        title=f"Par intervenant en {named(figures.year)}, en jours et en {unit()}",
        columns=headings(
            "Intervenant",
            "Présence",
            "Jours facturés",
            "Jours ouvrés nets",
            "Taux",
            "TJM régie",
            "CA des jours",
        ),
        rows=(
            *(
                (Cell(one.name), Cell(_presence(one, figures)), *_member(one))
                for one in figures.crew
            ),
            *rest,
            (
                Cell(ALL),
                Cell(""),
                *_work(
                    figures.own_days,
                    figures.net_days,
                    figures.billed_ratio,
                    figures.day_revenue or ZERO,
                ),
            ),
        ),
        note=spaced(
            "Jours ouvrés nets : ceux de la présence, à la part de temps de chacun, moins ses "
            "congés au prorata. Les forfaits n’ont pas d’intervenant."
        ),
        total=True,
    )
    return leading(table, "", *(f"{number}.{name}" for name in SHOWN))


def ratios(bilan: Bilan) -> Table:
    """Return the share of the capacity that each person billed, year by year."""
    title = "Taux de jours facturés par intervenant"
    table = _beside(bilan, title, "ratio", "billed_ratio", "percent")
    return leading(table, *(f"{year.year.number}.taux_jours_factures" for year in bilan.shown))


def revenues(bilan: Bilan) -> Table:
    """Return the revenue of the days of each person, year by year."""
    title = f"Chiffre d’affaires des jours par intervenant, en {unit()}"
    table = _beside(bilan, title, "revenue", "day_revenue", "euros")
    return leading(table, *(f"{year.year.number}.ca_jours" for year in bilan.shown))


def unnamed(figures: Figures) -> tuple[Decimal, Decimal]:
    """Return the days that no person is said to have worked, and their euros."""
    lines = [line for line in figures.lines.days if not line.worker]
    return total(lines, DAYS), total(lines)


def _beside(bilan: Bilan, title: str, field: str, whole: str, kind: Kind) -> Table:
    years = bilan.shown
    names: dict[str, str] = {}
    for one in (one for year in years for one in year.crew):
        names.setdefault(spelling(one.name), one.name)  # the year's own order, then those gone
    found = [{spelling(one.name): one for one in year.crew} for year in years]
    rows = [
        (Cell(name), *(Cell(getattr(of_year.get(key), field, None), kind) for of_year in found))
        for key, name in names.items()
    ]
    rows.append((Cell(ALL), *(Cell(getattr(year, whole), kind) for year in years)))
    columns = ["Intervenant", *(dated(year.year) for year in years)]
    return Table(title=title, columns=headings(*columns), rows=tuple(rows), total=True)


def _member(one: Member) -> tuple[Cell, ...]:
    return _work(one.days, one.net_days, one.ratio, one.revenue)


def _work(
    days: Decimal, net: Decimal | None, share: Decimal | None, revenue: Decimal
) -> tuple[Cell, ...]:
    return (
        Cell(days, "days"),
        Cell(net, "days"),
        Cell(share, "percent"),
        Cell(ratio(revenue, days), "rate"),
        Cell(revenue, "euros"),
    )


def _presence(one: Member, figures: Figures) -> str:
    year = figures.year
    if one.start > one.end:
        return "absent"
    if (one.start, one.end) == (year.start, year.end):
        return "toute la période" if year.is_partial else "tout l’exercice"
    if one.start == year.start:
        return f"jusqu’au {short_date(one.end)}"
    if one.end == year.end:
        return f"depuis le {short_date(one.start)}"
    return f"du {short_date(one.start)} au {short_date(one.end)}"
