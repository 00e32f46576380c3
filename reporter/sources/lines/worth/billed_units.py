"""Lines of invoices in days, in hours or by the piece: « 12 jours à 700 € » are billed days.

Knows the words of units. Never how quantities, prices and amounts agree.
"""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.model import Day
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.worth.prices import HOURS_FIX, in_days
from reporter.sources.lines.written.counts import OTHER_UNIT, PIECES, counted, number_of
from reporter.sources.lines.written.values import Unreadable, tried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.errors import Doubt
    from reporter.model import Fee
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.worth.drafts import Draft
    from reporter.sources.lines.worth.prices import HoursOf
    from reporter.sources.tables.vocabulary import Field

DAYS = {"jour", "jours", "j", "jr", "jrs", "jh", "journee", "journees", "day", "days"} | {
    "j h",
    "jour homme",
    "jours homme",
    "jours hommes",
}
HALVES = {"demi journee", "demi journees", "demi jour", "demi jours", "half day", "half days"}
HOURS = {"heure", "heures", "h", "hr", "hrs", "hour", "hours"}
FIXED = {"forfait", "forfaits", "ft", "fft"}
HALF = Decimal("0.5")
DAY_FIELDS = tuple(one.name for one in fields(Day))


def in_unit(draft: Draft, fee: Fee, hours_of: HoursOf, *, told: bool) -> Day | Fee | Problem:
    """Return the line of an invoice as its unit says: billed days, or a fixed fee.

    Args:
        draft: its row.
        fee: the line, read as a fixed fee.
        hours_of: the hours that make a day for each client.
        told: whether other rows of its table say a unit.
    """
    said = folded("" if is_blank(draft.unit) else draft.unit)
    unit = said or _unit_beside(draft.quantity)
    if not unit or unit in PIECES:
        return _untold(draft) if told and not unit and _is_many(draft) else fee
    if unit not in DAYS | HALVES | HOURS:
        fix = "écrire jour, heure, forfait ou pièce"
        return Problem("unit", "unité inconnue", shown(draft.unit), fix)
    a_day = hours_of(draft.client)
    if unit in HOURS and a_day is None:
        at: Field = "unit" if said else "quantity"
        what, cell = "combien d’heures font un jour ?", draft.unit if said else draft.quantity
        return Problem(at, what, shown(cell), HOURS_FIX)
    cell = shown(draft.quantity)
    try:
        count, own = counted(draft.quantity)
    except Unreadable as unreadable:
        return Problem("quantity", "quantité illisible", cell, str(unreadable))
    if own and (own in PIECES or (unit in HOURS) != (own in HOURS)):
        return Problem("quantity", "une autre unité que celle de la ligne", cell, OTHER_UNIT)
    days = abs(count) * HALF if unit in HALVES else abs(count)
    if unit in HOURS:
        days = in_days(abs(count), a_day or Decimal(1))
    return _day(fee, -days if fee.amount < 0 else days)


def many_fees(cells: Cells) -> Iterator[tuple[int, Doubt]]:
    """Yield a doubt of each row of three fixed fees or more, in a list that has days too.

    One is the usual count: the unit of another row may have gone up or down.
    """
    if not {"unit", "quantity"} <= cells.values.keys():
        return
    units = {unit: folded(unit) for unit in cells.distinct["unit"] if isinstance(unit, str)}
    fixed = {unit for unit, said in units.items() if said in FIXED}
    if not fixed or (DAYS | HALVES | HOURS).isdisjoint(units.values()):
        return
    for rank, unit in enumerate(cells.values["unit"]):
        count = number_of(cells.values["quantity"][rank]) if unit in fixed else None
        if count is not None and abs(count) not in (0, 1, 2):
            what, text = "plusieurs forfaits, parmi des jours", shown(cells.of("quantity")[rank])
            fix = "écrire « jours » si la quantité en est, sinon pièce ou lot"
            yield rank, cells.doubt("forfaits-ou-jours", what, rank, "unit", text, fix)


def says_time(cell: Any) -> bool:
    """Tell whether a quantity says its own unit of time: « 7h30 », « 10 j »."""
    return not isinstance(cell, int | float) and _unit_beside(cell) not in ("", *PIECES)


def _unit_beside(cell: Any) -> str:
    """Return the unit that a quantity says itself, nothing where it says none."""
    count = tried(counted, cell)
    return "" if count is None else count.unit


def _untold(draft: Draft) -> Problem:
    fix = "écrire jour, heure, forfait ou pièce, comme sur les autres lignes"
    return Problem("unit", "unité vide", shown(draft.quantity), fix)


def _is_many(draft: Draft) -> bool:
    """Tell whether a row has another quantity than one."""
    return not is_blank(draft.quantity) and number_of(draft.quantity) not in (1, -1)


def _day(fee: Fee, days: Decimal) -> Day:
    """Return billed days; their rate is what each of them comes to, where that is whole cents."""
    rate = fee.amount / days if days else None
    whole = rate is not None and rate == rate.quantize(Decimal("0.01"))
    both = {name: getattr(fee, name) for name in DAY_FIELDS if hasattr(fee, name)}
    return Day(**both, days=days, rate=rate if whole else None, mission=fee.service)
