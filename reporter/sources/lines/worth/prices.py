"""Days, hours, rates, units and amounts: what is missing deduced, what disagrees refused.

Knows that days at a rate make an amount, and that « 12 jours à 700 € » of an invoice are days.
Never VAT, nor how cells are read.
"""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.french import euros_cents, quantity
from reporter.model import Day, Fee, cents
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.meaning.amounts_beside import says_discount
from reporter.sources.lines.meaning.signs import BEFORE_TAX
from reporter.sources.lines.worth.hours import HOURS_FIX, NO_DAY, in_days
from reporter.sources.lines.worth.missions import Names, Unpriced
from reporter.sources.lines.written.counts import (
    DAY_WORDS,
    HOUR_WORDS,
    OTHER_UNIT,
    counted,
    is_piece,
    number_of,
)
from reporter.sources.lines.written.values import Unreadable, tried
from reporter.words.labels import PRICE

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from reporter.errors import Doubt
    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.worth.drafts import Draft
    from reporter.sources.lines.worth.hours import HoursOf
    from reporter.sources.lines.worth.missions import Missions
    from reporter.sources.tables.layouts import Table
    from reporter.words.columns import Field

ONE = Decimal(1)


class Price(NamedTuple):
    """What days cost: `days` at `rate` euros a day make `amount` euros; None where unknown yet.

    Of what is no days, the amount alone.
    """

    days: Decimal | None = None
    rate: Decimal | None = None
    amount: Decimal | None = None


def price(
    draft: Draft, missions: Missions, hours_of: HoursOf, fields: Container[Field]
) -> Price | Problem:
    """Return what the days of a draft cost; the missions give the rate where the row does not."""
    a_day = hours_of(draft.client) or ONE
    days, rate, amount = draft.days, draft.rate, draft.amount
    if days is None:
        days = in_days(draft.hours or Decimal(0), a_day)
    if rate is None:
        rate = draft.unit_price
        if rate is None and draft.hourly is not None:
            rate = draft.hourly * a_day
    if amount is None and rate is None and draft.gross is None:
        names = Names(draft.client, draft.mission, draft.worker)
        found = missions.rate(names, draft.date)
        if isinstance(found, Unpriced):
            field = next((name for name in PRICE if name in fields), "client")
            told = " · ".join(filter(None, names[:2]))
            return Problem(field, found.what, told, found.fix)  # type: ignore[arg-type]  # a field
        rate = found
    if amount is None and rate is not None:
        amount = cents(days * rate)
    return Price(days, rate, amount)


def agree(draft: Draft, made: Price, amount: Decimal, table: Table) -> Problem | None:
    """Return what is wrong where days at their rate do not make their amount, to the cent.

    Its discount or its words may make up the difference.
    """
    if made.days is None or made.rate is None or draft.discount:
        return None
    due = cents(made.days * made.rate)
    if amount == due or says_discount(due, amount, draft.comment, draft.mission):
        return None
    shown = f"{quantity(made.days)} × {euros_cents(made.rate)} ≠ {euros_cents(amount)}"
    fix = f"jours × TJM font {euros_cents(due)} : corriger l’un des trois"
    return Problem(_worth_of(table), "jours, TJM et montant ne s’accordent pas", shown, fix)


def _worth_of(table: Table) -> Field:
    """Return the field of a table in which what a line is worth is wrong."""
    said: tuple[Field, ...] = ("amount", "gross")
    return next((name for name in said if name in table.columns.fields), "rate")


def agree_on_quantity(draft: Draft, amount: Decimal, table: Table) -> Problem | None:
    """Return what is wrong where a quantity at its price does not make the amount, to the cent.

    A price whose title does not say without VAT may make the amount with it.
    """
    if is_blank(draft.quantity) or draft.discount:
        return None
    try:
        count = counted(draft.quantity).number
    except Unreadable as unreadable:
        said = str(draft.quantity)[:80]
        unread = Problem("quantity", "quantité illisible", said, str(unreadable))
        return None if draft.unit_price is None else unread
    if draft.unit_price is None:
        return _opposite(count, amount)
    due = cents(count * draft.unit_price)
    texts = (draft.comment, draft.service, draft.label)
    net = not BEFORE_TAX.isdisjoint(folded(table.title("unit_price")).split())
    if due in (amount, amount if net else draft.gross) or says_discount(due, amount, *texts):
        return None
    shown = f"{quantity(count)} × {euros_cents(draft.unit_price)} ≠ {euros_cents(amount)}"
    fix = f"quantité × prix font {euros_cents(due)} : corriger l’un des trois"
    return Problem(_worth_of(table), "quantité, prix et montant ne s’accordent pas", shown, fix)


def _opposite(count: Decimal, amount: Decimal) -> Problem | None:
    """Return what is wrong where a quantity is below zero and its amount is not, or the reverse."""
    if not count * amount < 0:
        return None
    shown = f"{quantity(count)} pour {euros_cents(amount)}"
    fix = "écrire les deux avec un signe moins si c’est un avoir, ou aucun des deux"
    return Problem("quantity", "une quantité et un montant de signes contraires", shown, fix)


DAYS = DAY_WORDS | {"j h", "jour homme", "jours homme", "jours hommes"}
HALVES = {"demi journee", "demi journees", "demi jour", "demi jours", "half day", "half days"}
FIXED = {"forfait", "forfaits", "ft", "fft"}
HALF = Decimal("0.5")
FEE_FIELDS = tuple(one.name for one in fields(Fee))
DAY_FIELDS = tuple(one.name for one in fields(Day))


def in_unit(draft: Draft, fee: Fee, hours_of: HoursOf, *, told: bool) -> Day | Fee | Problem:
    """Return the line of an invoice as its unit says: billed days, or a fixed fee.

    `told` is whether other rows of its table say a unit.
    """
    said = _worded("" if is_blank(draft.unit) else draft.unit)
    unit = said or _unit_beside(draft.quantity)
    if not unit or is_piece(unit):
        many = not is_blank(draft.quantity) and number_of(draft.quantity) not in (1, -1)
        fix = "écrire jour, heure, forfait ou pièce, comme sur les autres lignes"
        untold = Problem("unit", "unité vide", shown(draft.quantity), fix)
        return untold if told and not unit and many else fee
    if unit not in DAYS | HALVES | HOUR_WORDS:
        fix = "écrire jour, heure, forfait ou pièce"
        return Problem("unit", "unité inconnue", shown(draft.unit), fix)
    a_day = hours_of(draft.client)
    if unit in HOUR_WORDS and a_day is None:
        at: Field = "unit" if said else "quantity"
        return Problem(at, NO_DAY, shown(draft.unit if said else draft.quantity), HOURS_FIX)
    cell = shown(draft.quantity)
    try:
        count, own = counted(draft.quantity)
    except Unreadable as unreadable:
        return Problem("quantity", "quantité illisible", cell, str(unreadable))
    if own and (is_piece(own) or (unit in HOUR_WORDS) != (own in HOUR_WORDS)):
        return Problem("quantity", "une autre unité que celle de la ligne", cell, OTHER_UNIT)
    days = abs(count) * HALF if unit in HALVES else abs(count)
    if unit in HOUR_WORDS:
        days = in_days(abs(count), a_day or Decimal(1))
    return _day(fee, -days if fee.amount < 0 else days)


def many_fees(cells: Cells) -> Iterator[tuple[int, Doubt]]:
    """Yield a doubt of each row of three fixed fees or more, in a list that has days too.

    One is the usual count: the unit of another row may have gone up or down.
    """
    if not {"unit", "quantity"} <= cells.values.keys():
        return
    units = {unit: _worded(unit) for unit in cells.distinct["unit"] if isinstance(unit, str)}
    fixed = {unit for unit, said in units.items() if said in FIXED}
    if not fixed or (DAYS | HALVES | HOUR_WORDS).isdisjoint(units.values()):
        return
    for rank, unit in enumerate(cells.values["unit"]):
        count = number_of(cells.values["quantity"][rank]) if unit in fixed else None
        if count is not None and abs(count) not in (0, 1, 2):
            what, text = "plusieurs forfaits, parmi des jours", shown(cells.of("quantity")[rank])
            fix = "écrire « jours » si la quantité en est, sinon pièce ou lot"
            yield rank, cells.doubt("forfaits-ou-jours", what, rank, "unit", text, fix)


def _worded(unit: Any) -> str:
    """Return the words of a unit: « Jour(s) » is « jour »."""
    return folded(unit).removesuffix(" s")


def _unit_beside(cell: Any) -> str:
    """Return the unit that a quantity says itself, nothing where it says none."""
    count = tried(counted, cell)
    return "" if count is None else count.unit


def _day(fee: Fee, days: Decimal) -> Day:
    """Return billed days; their rate is what each of them comes to, where that is whole cents."""
    rate = fee.amount / days if days else None
    whole = rate is not None and rate == rate.quantize(Decimal("0.01"))
    both = {name: getattr(fee, name) for name in DAY_FIELDS if hasattr(fee, name)}
    return Day(**both, days=days, rate=rate if whole else None, mission=fee.service)


def fixed(line: Line) -> Line:
    """Return what a row of days without days is: a fixed fee, of its work."""
    if not isinstance(line, Day):
        return line
    both = {name: getattr(line, name) for name in FEE_FIELDS if hasattr(line, name)}
    return Fee(**both, service=line.mission)
