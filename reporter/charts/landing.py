"""Where does a year under way go? What is known, signed, estimated, beside the year before.

Knows the bars of the drawing. Never how a month is estimated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.changes import is_stable
from reporter.charts.chart import ACTUAL, BEFORE, LIGHT, Chart
from reporter.charts.drawing import drawn
from reporter.charts.rows import Mark, Row, draw
from reporter.french import Cell
from reporter.landing.landing import landed
from reporter.making import variation
from reporter.model import ZERO, total
from reporter.tables.partial import told_at_date
from reporter.tables.table import Table, headings
from reporter.tables.unlike import other_length
from reporter.to_date import whole_before

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.figures import Bilan, Figures
    from reporter.landing.landing import Landing

NAME = "atterrissage"


def landing(bilan: Bilan) -> Chart | None:
    """Return the revenue of a year under way, as far as it is known, signed and estimated.

    None where the year is whole, is in indices, or has too short a past to be estimated.
    """
    found = landed(bilan)
    if found is None or found.figures.revenue <= 0:
        return None
    before = whole_before(bilan)
    rows = tuple(_rows(found, before))
    subtitle = f"Chiffre d’affaires de {found.year.number} jusqu’à sa clôture, en euros hors taxes"
    cells = tuple((Cell(row.name), Cell(row.end - row.start, "euros", row.of)) for row in rows)
    table = Table(title=subtitle, columns=headings("Étape", "Montant"), rows=cells)
    title = told_at_date(_message(found, before), bilan.figures.year, *_said(found, before))
    chart = Chart(name=NAME, title=title, subtitle=subtitle)
    return drawn(chart, table, draw(rows, _mark(bilan)))


def _said(found: Landing, before: Figures | None) -> Iterator[Cell]:
    """Yield the revenue of the message, and what it is more or less than the year before."""
    of, revenue = f"{found.year.number}.atterrissage.chiffre_affaires", found.figures.revenue
    yield Cell(french.kilo_euros(revenue), of=of)
    change = variation(revenue, None if before is None else before.revenue)
    if change is not None:
        yield Cell(french.variation(abs(change)).removeprefix("+"), of=of)


def _rows(found: Landing, before: Figures | None) -> Iterator[Row]:
    number, reached = found.year.number, ZERO
    of = f"{number}.atterrissage"
    parts = (
        (f"Connu au {french.short_date(found.day)}", total(found.known.sales), "connu", ACTUAL),
        ("Signé", total(found.signed), "signe", LIGHT),
        ("Estimé", total(found.rest.sales), "estime", LIGHT),
    )
    for name, amount, word, fill in parts:
        if amount or word == "connu":
            link = reached if word != "connu" else None
            own = f"{of}.{word}.chiffre_affaires"
            row = _row(name, reached, amount, fill, own)
            yield row._replace(hatched=word == "estime", edge=ACTUAL, link=link)
            reached += amount
    whole = _row(f"Atterrissage {number}", ZERO, found.figures.revenue, ACTUAL, "")
    yield whole._replace(bold=True, link=reached, of=f"{of}.chiffre_affaires")
    if before is not None:
        name = f"Année {before.year.number}"
        yield _row(name, ZERO, before.revenue, BEFORE, f"{of}.avant.chiffre_affaires")


def _row(name: str, start: Decimal, amount: Decimal, fill: str, of: str) -> Row:
    return Row(name, start, start + amount, french.euros(amount), fill, of=of)


def _mark(bilan: Bilan) -> Mark | None:
    """Return the objective of the whole year, where there is one."""
    from reporter.landing.left import left

    year = bilan.figures.year
    rest = left(bilan.figures.lines, bilan.settings, year.whole, year.end)
    aim = None if rest is None else rest.aim.revenue
    of = f"{year.number}.reste_objectif.vise_chiffre_affaires"
    return Mark(aim, f"objectif{french.NBSP}: {french.euros(aim)}", of) if aim else None


def _message(found: Landing, before: Figures | None) -> str:
    """Say where the year lands, and how that compares with a whole year before of its length."""
    lands = f"L’année irait à {french.kilo_euros(found.figures.revenue)}"
    change = variation(found.figures.revenue, None if before is None else before.revenue)
    if before is None or change is None or other_length(found.figures, before):
        return f"{lands} de chiffre d’affaires"
    if is_stable(change):
        return f"{lands}, autant qu’en {before.year.number}"
    more = "plus" if change > 0 else "moins"
    share = french.variation(abs(change)).removeprefix("+")
    return f"{lands}, {share} de {more} qu’en {before.year.number}"
