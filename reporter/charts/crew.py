"""Who bills how much of what they can work?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.charts.chart import ACTUAL, BEFORE, MINUS, Chart
from reporter.charts.drawing import drawn
from reporter.charts.rows import Mark, Row, draw
from reporter.french import Cell
from reporter.model import ZERO
from reporter.tables.crew import people as table
from reporter.tables.partial import title as titled
from reporter.tables.partial import told_at_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reporter.crew import Member
    from reporter.figures import Bilan

NAME = "intervenants"
FULL = 1
FIRST = 12
"""Beyond so many people, the table shows the others."""


def crew(bilan: Bilan) -> Chart:
    """Return the share of capacity that each person billed, against the whole of it."""
    figures = bilan.figures
    number = figures.year.number
    shown = [(one, one.ratio) for one in figures.crew[:FIRST]]
    known = [(one, share) for one, share in shown if share is not None]
    if not known:
        missing = f"Aucun intervenant n’est présent en {number} : pas de taux à montrer."
        return Chart(name=NAME, title="Les intervenants", missing=missing)
    shares, of = [share for _, share in known], f"{number}.taux_jours_factures"
    said = (Cell(share, "percent", of) for share in (min(shares), max(shares)))
    title = told_at_date(_message(shares), figures.year, *said)
    left = len(figures.crew) - FIRST
    rest = f", les {FIRST} premiers sur {len(figures.crew)}" if left > 0 else ""
    subtitle = f"Jours facturés {number} en part des jours ouvrés nets de chacun{rest}"
    subtitle = titled(subtitle, figures.year)
    rows = [_row(*one)._replace(of=of) for one in known]
    chart = Chart(name=NAME, title=title, subtitle=subtitle)
    return drawn(chart, table(figures), draw(rows, Mark(ZERO + FULL, "capacité")))


def _row(one: Member, share: Decimal) -> Row:
    value = f"{french.percent(share)} · {french.days(one.days)}"
    fill = MINUS if share > FULL or share < 0 else ACTUAL if share else BEFORE
    return Row(one.name, ZERO, share, value, fill, hatched=share < 0)


def _message(shares: Sequence[Decimal]) -> str:
    """Say how much of their capacity people bill, from the least to the most."""
    least, most = french.percent(min(shares)), french.percent(max(shares))
    if least == most:
        return f"Chacun facture {most} de sa capacité"
    return f"Les intervenants facturent {least} à {most} de leur capacité"
