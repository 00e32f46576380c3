"""Hours and days: how many hours make a day, and hours that may be minutes, or no hours at all.

Knows the columns of both, and what the owner says of a day. Never a price.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.french import euros_cents, quantity
from reporter.model import ZERO, Day
from reporter.sources.lines.written.counts import PRECISION
from reporter.sources.tables.titles import called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from reporter.errors import Doubt, Place
    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.context import Context
    from reporter.sources.tables.layouts import Table

    HoursOf = Callable[[str], Decimal | None]
    """The hours that make a day for a client, None where nobody says."""

CLOSE = Decimal("0.1")
"""Days and hours of one line that differ by less agree: hours are rounded."""
NO_DAY = "combien d’heures font un jour ?"
HOURS_FIX = "écrire dans bilan.toml, sous [lecture] : heures_par_jour = 7 (ou votre durée)"
UNLIKE = "taux horaire et TJM ne s’accordent pas"
HALF_A_CENT = Decimal("0.005")
AN_INSTANT = Decimal("0.05")
"""Days, less than half an hour."""
MINUTES = frozenset(map(Decimal, ("0.15", "0.3", "0.45")))
"""Quarters of an hour, typed as minutes behind a comma; true ones are 0,25, 0,5 and 0,75."""


def in_days(hours: Decimal, a_day: Decimal) -> Decimal:
    """Return hours as days, at most ten decimals."""
    days = hours / a_day
    rounded = days.quantize(PRECISION)
    return days if days == rounded else rounded


def unlike(hourly: Decimal, a_day: Decimal, daily: Decimal | None) -> str | None:
    """Return how the price of an hour is not that of the day beside it, to half a cent an hour."""
    if daily is None or abs(hourly * a_day - daily) <= a_day * HALF_A_CENT:
        return None
    return f"{euros_cents(hourly)} × {quantity(a_day)} h ≠ {euros_cents(daily)}"


def no_hours(place: Place) -> BadCell:
    """Return the mistake of hours that nothing turns into days."""
    return BadCell(NO_DAY, place, shown="heures", fix=HOURS_FIX)


def unsaid_units(table: Table, lines: Iterable[Line], context: Context) -> Iterator[BadCell]:
    """Yield what a table of days leaves unsaid: the length of a day, the unit of a price."""
    fields = table.columns.fields if table.kind == "days" else {}
    hours = fields.get("hours", fields.get("hourly"))
    clients = {line.client for line in lines if isinstance(line, Day)}
    known = clients and all(context.hours_of(client) is not None for client in clients)
    if hours is not None and context.hours is None and not known:
        yield no_hours(table.grid.place(table.top, hours))
    if "unit_price" in fields and "hours" in fields and "days" not in fields:
        shown = table.title("unit_price").strip()
        fix = f'écrire dans bilan.toml : {called(shown, "Taux horaire")} (ou "TJM")'
        place = table.place(table.top, "unit_price")
        yield BadCell("prix d’un jour ou d’une heure ?", place, shown=shown, fix=fix)


def _clocks(cells: Cells, lines: Mapping[int, Line]) -> Iterator[Doubt]:
    """Yield the first hours of a table whose decimals are all minutes: 7.30, 6.45, 7.15."""
    hours = cells.of("hours")
    parts = {value % 1 for value in set(hours) if value} - {Decimal(0)}
    if len(parts) > 1 and parts <= MINUTES:
        rank = next(n for n in lines if hours[n] and hours[n] % 1)
        what, shown = "des minutes derrière la virgule des heures ?", f"{quantity(hours[rank])} h"
        fix = "écrire 7h30, ou 7,5 pour sept heures et demie"
        yield cells.doubt("heures-minutes", what, rank, "hours", shown, fix)


def _instants(cells: Cells, lines: Mapping[int, Line]) -> Iterator[Doubt]:
    """Yield the few days that are but minutes: 1 typed in a cell of percents is 0.01."""
    days = cells.of("days")
    if min(filter(None, days), default=AN_INSTANT) >= AN_INSTANT:
        return
    found = [rank for rank in lines if days[rank] and ZERO < days[rank] < AN_INSTANT]
    for rank in found if 2 * len(found) < len(lines) else found[:1]:
        what = "quelques minutes dans la colonne des jours : un pourcentage ?"
        fix = "écrire un nombre de jours, et changer le format de la cellule"
        yield cells.doubt("heures-en-jours", what, rank, "days", f"{quantity(days[rank])} j", fix)


def doubtful_hours(cells: Cells, lines: Mapping[int, Line], context: Context) -> Iterator[Doubt]:
    """Yield a doubt for each line whose days are not those that its hours make; then of minutes."""
    if "hours" not in cells.values:
        yield from _instants(cells, lines)
        return
    pairs = zip(cells.of("days"), cells.of("hours"), strict=True)
    for rank, (days, hours) in enumerate(pairs):
        line = lines.get(rank)
        if isinstance(line, Day) and days is not None and hours is not None:
            a_day = context.hours_of(line.client) or Decimal(1)
            if abs(in_days(hours, a_day) - days) > CLOSE:
                what = "jours et heures qui ne s’accordent pas"
                shown = f"{quantity(days)} j ≠ {quantity(hours)} h à {quantity(a_day)} h par jour"
                fix = "corriger l’un des deux ; ce sont les jours qui comptent"
                yield cells.doubt("heures-et-jours", what, rank, "days", shown, fix)
    yield from _clocks(cells, lines)
