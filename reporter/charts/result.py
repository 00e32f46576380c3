"""Chart 6: what is left of the revenue after charges and tax?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.charts.chart import ACTUAL, LIGHT, MINUS, Chart
from reporter.charts.drawing import drawn
from reporter.charts.rows import Row, draw
from reporter.denomination import unit
from reporter.french import Cell
from reporter.making import ratio
from reporter.model import ZERO
from reporter.tables.partial import title as titled
from reporter.tables.partial import told_at_date
from reporter.tables.result import result as table
from reporter.tables.result import steps
from reporter.tables.years import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.figures import Bilan, Figures
    from reporter.tables.result import Step

NAME = "resultat"


def result(bilan: Bilan) -> Chart:
    """Return the way from the revenue to the result after tax, step by step."""
    year, found = bilan.figures, steps(bilan)
    number, words = year.year.number, words_of([year])
    if not any(step.amount for step in found):
        missing = f"Ni vente ni charge en {number} : rien à montrer."
        return Chart(name=NAME, title=f"Du chiffre d’affaires au {words.short}", missing=missing)
    message = _message(year, taxed=bilan.settings.pays_tax(year.year))
    title = told_at_date(message, year.year, *_said(year, found[-1].of))
    kind = "estimé" if year.estimated else "définitif"
    subtitle = f"Du CA au {words.result} {kind}, {number}, en {unit()}"
    subtitle = titled(subtitle, year.year)
    chart = Chart(name=NAME, title=title, subtitle=subtitle)
    return drawn(chart, table(bilan), draw(tuple(_rows(found, number))))


def _said(year: Figures, of: str) -> Iterator[Cell]:
    """Yield what the message may say of the result: its amount, or its share of the revenue."""
    name, kept = f"{year.year.number}.{of}", ratio(year.result, year.revenue)
    yield Cell(abs(year.result), "euros", name)
    if kept is not None:
        yield Cell(french.variation(kept).removeprefix("+"), of=name)


def _rows(found: Sequence[Step], year: int) -> Iterator[Row]:
    reached = ZERO
    for number, step in enumerate(found):
        start = ZERO if step.level else reached
        reached = start + step.amount
        negative = step.level and step.amount < 0
        fill = MINUS if negative else ACTUAL if step.level else LIGHT
        yield Row(
            name=step.name,
            start=start,
            end=reached,
            value=french.euros(step.amount),
            fill=fill,
            edge="none" if step.level else ACTUAL,
            hatched=negative,
            bold=step.level,
            link=(reached if step.level else start) if number else None,
            of=f"{year}.{step.of}",
        )


def _message(year: Figures, *, taxed: bool) -> str:
    begun = "L’année en est" if year.year.is_partial else "L’année finit"
    kept, short = ratio(year.result, year.revenue), words_of([year]).short
    if year.without_expense and year.estimated:
        return f"Aucune dépense saisie : {short} sans les charges"
    if french.euros(year.result) == french.euros(ZERO):
        return f"{begun} à l’équilibre"
    if year.result < 0:
        return f"{begun} sur une perte de {french.euros(-year.result)}"
    if kept is None or kept > 1:
        return f"{begun} sur un {short} de {french.euros(year.result)}"
    share = french.variation(kept).removeprefix("+")
    return f"Il reste {share} du CA après {'charges et impôt' if taxed else 'les charges'}"
