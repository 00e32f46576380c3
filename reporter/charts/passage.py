"""Chart 2: what moved the revenue from the year before to this one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.changes import bridge
from reporter.charts.chart import ACTUAL, MINUS, PLUS, Chart
from reporter.charts.drawing import drawn
from reporter.charts.rows import Row, draw
from reporter.denomination import unit
from reporter.french import Cell
from reporter.model import ZERO
from reporter.tables.partial import at_date
from reporter.tables.partial import title as titled
from reporter.tables.quantities import EFFECTS
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.changes import Bridge
    from reporter.figures import Bilan

NAME = "passage"
NEAR = 2
"""A cause at least as large as the largest one divided by this is named beside it."""


def passage(bilan: Bilan) -> Chart:
    """Return the effects of volume, price and fees, from the revenue of the year before."""
    year, previous = bilan.figures.year.number, bilan.previous_in_lines
    if previous is None:
        missing = _nothing(bilan)
        return Chart(name=NAME, title="Le passage d’une année à l’autre", missing=missing)
    effects = bridge(bilan.figures, previous)
    if not any((effects.volume, effects.price, effects.fees)):
        missing = f"Le chiffre d’affaires de {year} est celui de {year - 1}, à prix et jours égaux."
        return Chart(
            name=NAME,
            title=at_date("Le chiffre d’affaires n’a pas changé", bilan.figures.year),
            missing=missing,
        )
    names = [f"{year}.effets.{name}" for name in EFFECTS]
    rows = tuple(row._replace(of=of) for row, of in zip(_rows(effects), names, strict=True))
    title = at_date(_message(effects), bilan.figures.year)
    subtitle = f"Passage du CA {year - 1} au CA {year}, en {unit()}"
    subtitle = titled(subtitle, bilan.figures.year)
    cells = tuple(
        (Cell(row.name), Cell(row.end - row.start, "signed_euros", row.of)) for row in rows
    )
    table = Table(title=subtitle, columns=headings("Effet", "Montant"), rows=cells)
    return drawn(Chart(name=NAME, title=title, subtitle=subtitle), table, draw(rows))


def _nothing(bilan: Bilan) -> str:
    """Say why there is no year to come from."""
    number = bilan.figures.year.number - 1
    booked = bilan.elapsed is not None and number in bilan.elapsed.booked
    if bilan.previous is not None or booked:
        return f"{number} n’est connu que par son FEC, qui ne compte ni jours ni forfaits."
    if bilan.elapsed is not None and number in bilan.elapsed.without:
        return f"Aucune ligne à cette date en {number} : rien à comparer."
    return f"Pas d’exercice {number} dans les classeurs : rien à comparer."


def _rows(effects: Bridge) -> Iterator[Row]:
    reached = ZERO
    named = (("Effet volume", effects.volume), ("Effet prix", effects.price))
    for name, change in (*named, ("Forfaits", effects.fees)):
        colour = MINUS if change < 0 else PLUS
        link = None if name == "Effet volume" else reached
        yield _row(name, reached, change, colour)._replace(link=link)
        reached += change
    total = _row("Variation du CA", ZERO, effects.total, ACTUAL)
    yield total._replace(bold=True, link=effects.total)


def _row(name: str, start: Decimal, change: Decimal, colour: str) -> Row:
    value = french.signed_euros(change)
    return Row(name, start, start + change, value, colour, hatched=change < 0)


def _message(effects: Bridge) -> str:
    """Name the causes that pushed the way the revenue went, the largest first."""
    if effects.total == 0:
        return "Le chiffre d’affaires n’a pas changé"
    sign = 1 if effects.total > 0 else -1
    causes = {"du volume": effects.volume, "du prix": effects.price, "des forfaits": effects.fees}
    pushed = {name: size * sign for name, size in causes.items() if size * sign > 0}
    ranked = sorted(pushed, key=lambda name: -pushed[name])
    main = [name for name in ranked if pushed[name] * NEAR >= pushed[ranked[0]]]
    mostly = "" if main == ranked else "surtout "
    return f"La {'hausse' if sign > 0 else 'baisse'} vient {mostly}{french.enumeration(main)}"
