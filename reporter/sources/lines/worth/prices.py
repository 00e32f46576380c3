"""Days, hours, rates and amounts: what is missing deduced, what disagrees refused.

Knows that days at a rate make an amount. Never VAT, nor how cells are read.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BadCell
from reporter.french import euros_cents, quantity
from reporter.model import cents
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.meaning.amounts_beside import says_discount
from reporter.sources.lines.worth.missions import no_rate
from reporter.sources.lines.written.counts import PRECISION, counted
from reporter.sources.lines.written.values import Unreadable
from reporter.sources.tables.labels import PRICE
from reporter.sources.tables.titles import called

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.errors import Place
    from reporter.sources.lines.worth.drafts import Draft
    from reporter.sources.lines.worth.missions import Missions
    from reporter.sources.tables.layouts import Table

    HoursOf = Callable[[str], Decimal | None]
    """The hours that make a day for a client, None where nobody says."""

CLOSE = Decimal("0.1")
"""Days and hours of one line that differ by less agree: hours are rounded."""
HOURS_FIX = "écrire dans bilan.toml, sous [lecture] : heures_par_jour = 7 (ou votre durée)"
ONE = Decimal(1)


class Price(NamedTuple):
    """What days cost: `days` at `rate` euros a day make `amount` euros; None where unknown yet.

    Of what is no days, the amount alone.
    """

    days: Decimal | None = None
    rate: Decimal | None = None
    amount: Decimal | None = None


def in_days(hours: Decimal, a_day: Decimal) -> Decimal:
    """Return hours as days, at most ten decimals."""
    days = hours / a_day
    rounded = days.quantize(PRECISION)
    return days if days == rounded else rounded


def no_hours(place: Place) -> BadCell:
    """Return the mistake of hours that nothing turns into days."""
    return BadCell("combien d’heures font un jour ?", place, shown="heures", fix=HOURS_FIX)


def unit_mistakes(table: Table, *, known: bool) -> list[BadCell]:
    """Return what the columns of a table leave unsaid: the length of a day, the unit of a price.

    `known` tells whether the length of a day is, for each of its clients.
    """
    fields, mistakes = table.columns.fields, []
    hours = fields.get("hours", fields.get("hourly"))
    if hours is not None and not known:
        mistakes.append(no_hours(table.grid.place(table.top, hours)))
    if "unit_price" in fields and "hours" in fields and "days" not in fields:
        shown = table.title("unit_price").strip()
        fix = f'écrire dans bilan.toml : {called(shown, "Taux horaire")} (ou "TJM")'
        place = table.place(table.top, "unit_price")
        mistakes.append(BadCell("prix d’un jour ou d’une heure ?", place, shown=shown, fix=fix))
    return mistakes


def price(draft: Draft, missions: Missions, hours_of: HoursOf, table: Table) -> Price | Problem:
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
        rates = missions.rates(draft.client, draft.mission, draft.date)
        if len(rates) != 1:
            return _no_price(draft, rates, missions, table)
        rate = next(iter(rates))
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
    field = next((name for name in ("amount", "gross") if name in table.columns.fields), "rate")
    return Problem(field, "jours, TJM et montant ne s’accordent pas", shown, fix)  # type: ignore[arg-type]  # one of three fields


def agree_on_quantity(draft: Draft, amount: Decimal) -> Problem | None:
    """Return what is wrong where a quantity at its price does not make the amount, to the cent."""
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
    if due in (amount, draft.gross) or says_discount(due, amount, *texts):
        return None
    shown = f"{quantity(count)} × {euros_cents(draft.unit_price)} ≠ {euros_cents(amount)}"
    fix = f"quantité × prix font {euros_cents(due)} : corriger l’un des trois"
    return Problem("amount", "quantité, prix et montant ne s’accordent pas", shown, fix)


def _opposite(count: Decimal, amount: Decimal) -> Problem | None:
    """Return what is wrong where a quantity is below zero and its amount is not, or the reverse."""
    if not count * amount < 0:
        return None
    shown = f"{quantity(count)} pour {euros_cents(amount)}"
    fix = "écrire les deux avec un signe moins si c’est un avoir, ou aucun des deux"
    return Problem("quantity", "une quantité et un montant de signes contraires", shown, fix)


def _no_price(draft: Draft, rates: set[Decimal], missions: Missions, table: Table) -> Problem:
    field = next((name for name in PRICE if name in table.columns.fields), "client")
    names = " · ".join(name for name in (draft.client, draft.mission) if name)
    what, fix = no_rate(rates, missions, (draft.client, draft.mission), draft.date)
    return Problem(field, what, names, fix)  # type: ignore[arg-type]  # a field
