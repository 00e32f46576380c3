"""Chart 4: who brings the revenue, and how much hangs on one client?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter import french
from reporter.charts.chart import ACTUAL, BEFORE, MINUS, Chart
from reporter.charts.drawing import drawn
from reporter.charts.rows import Row, draw
from reporter.denomination import unit
from reporter.french import Cell
from reporter.making import ratio
from reporter.model import ZERO, total
from reporter.tables.clients import Sales, ranked
from reporter.tables.clients import clients as table
from reporter.tables.partial import title as titled
from reporter.tables.partial import told_at_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.figures import Bilan, Figures

NAME = "clients"
FIRST = 5
MANY = 3
HALF = Decimal("0.5")
WHOLE = Decimal("0.995")
"""A share from here on is written « 100 % »."""


def clients(bilan: Bilan) -> Chart:
    """Return the revenue of the first five clients, and of the others together."""
    year, found = bilan.figures, ranked(bilan.figures)
    number = year.year.number
    if not found:
        missing = f"Aucune vente en {number} : pas de client à montrer."
        return Chart(name=NAME, title="Les clients", missing=missing)
    title = told_at_date(_message(found, year.revenue), year.year, *_said(found, year))
    subtitle = f"Chiffre d’affaires {number} par client, en {unit()} et en part du total"
    rows = [_row(client, year, ACTUAL) for client in found[:FIRST]]
    if others := found[FIRST:]:
        amount = total(others)
        rows.append(_row(Sales(f"Autres ({len(others)})", amount), year, BEFORE))
    subtitle = titled(subtitle, year.year)
    return drawn(Chart(name=NAME, title=title, subtitle=subtitle), table(bilan, found), draw(rows))


def _said(found: Sequence[Sales], year: Figures) -> Iterator[Cell]:
    """Yield the shares of the revenue that the message may say."""
    for first in (found[:1], found[:MANY]):
        amount = total(first)
        share = ratio(amount, year.revenue)
        yield Cell(share, "percent", f"{year.year.number}.chiffre_affaires")


def _row(client: Sales, year: Figures, colour: str) -> Row:
    share, of = ratio(client.amount, year.revenue), f"{year.year.number}.chiffre_affaires"
    value = french.euros(client.amount)
    if share is not None:
        value += f" · {french.percent(share)}"
    negative = client.amount < 0
    fill = MINUS if negative else colour
    return Row(client.name, ZERO, client.amount, value, fill, hatched=negative, of=of)


def _message(found: Sequence[Sales], revenue: Decimal) -> str:
    """Say how much hangs on the first client, or on the first three where none is half."""
    shares = [ratio(client.amount, revenue) for client in found]
    first = shares[0]
    if first is None:
        return "Le chiffre d’affaires n’est pas positif"
    if len(found) == 1:
        return "Un seul client fait tout le chiffre d’affaires"
    if WHOLE <= first <= 1:
        return "Un client fait presque tout le chiffre d’affaires"
    if first >= HALF or len(found) <= MANY:
        return f"Le premier client fait {_share(first)}"
    three = sum((share for share in shares[:MANY] if share), ZERO)
    return f"Les trois premiers clients font {_share(three)}"


def _share(share: Decimal) -> str:
    """Return a share of the revenue in words, and why it may be more than the whole."""
    return f"{french.percent(share)} du CA{', avoirs déduits' if share > 1 else ''}"
