"""What an entry is worth: the amount of its tracker, its rate by the hour or the day, or agreed.

Knows one entry. Never how the entries of a month are rounded together.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from reporter.french import euros_cents, quantity
from reporter.model import cents
from reporter.sources.lines.prices import no_rate
from reporter.sources.lines.trackers.rows import Problem

if TYPE_CHECKING:
    import datetime as dt

    from reporter.sources.lines.missions import Missions
    from reporter.sources.lines.trackers.rows import Row
    from reporter.sources.tables.trackers import Column, Export

PRICES: tuple[Column, ...] = ("hourly", "daily", "amount")
EUROS = {"eur", "euro", "euros"}
CLOSE = Fraction(1, 100)
"""Hours and euros by which an amount may differ from its hours at their rate: both are rounded."""


class Price(NamedTuple):
    """What an entry is worth.

    Attributes:
        rate: euros an hour, or a day; None where only the amount is known.
        daily: whether the rate is that of a day.
        amount: the euros that the tracker itself counts for the entry, None where it says none.
    """

    rate: Decimal | None
    daily: bool = False
    amount: Decimal | None = None


def has_price(row: Row) -> bool:
    """Tell whether a row says a price."""
    return any(row.money(name) for name in PRICES)


def price(
    row: Row, names: tuple[str, str], day: dt.date, length: Fraction, missions: Missions
) -> Price | Problem:
    """Return what an entry is worth: by its tracker where that says it, else by the missions."""
    hourly, daily, amount = row.money("hourly"), row.money("daily"), row.money("amount")
    if (hourly, daily, amount) == (None, None, None):
        rates = missions.rates(*names, day)
        if len(rates) == 1:
            return Price(rates.pop(), daily=True)
        what, _ = no_rate(rates)
        fix = "dater ou nommer les missions" if rates else _agree(row.export)
        return Problem(("hourly", "amount", "client"), what, " · ".join(filter(None, names)), fix)
    if (foreign := _currency(row)) is not None:
        return foreign
    if amount is not None:
        amount = cents(amount)
    if hourly is not None and amount is not None and not _agrees(hourly, amount, length):
        due = f"{quantity(_decimal(length))} h × {euros_cents(hourly)}"
        shown = f"{due} ≠ {euros_cents(amount)}"
        fix = "corriger la durée, le taux ou le montant dans le suivi, et exporter de nouveau"
        return Problem(("amount",), "heures, taux et montant ne s’accordent pas", shown, fix)
    return Price(hourly if hourly is not None else daily, hourly is None, amount)


def _agree(export: Export) -> str:
    return (
        f"donner un taux horaire au projet dans {export.source} et exporter de nouveau, "
        "ou écrire son TJM sur une ligne de la feuille Missions"
    )


def _agrees(hourly: Decimal, amount: Decimal, length: Fraction) -> bool:
    return abs(Fraction(amount) - length * Fraction(hourly)) <= CLOSE * (Fraction(hourly) + 1)


def _decimal(length: Fraction) -> Decimal:
    return (Decimal(length.numerator) / length.denominator).quantize(Decimal("0.01"))


def _currency(row: Row) -> Problem | None:
    """Return what is wrong with the currency of a row: it is another than the euro, or unsaid."""
    said = row.text("currency")
    for name in PRICES:
        mark = row.export.currencies.get(name)
        if row.money(name) is None or (mark is None and not said):
            continue
        words = {*said.casefold().replace("-", " ").split(), (mark or "").casefold()}
        if not (words & EUROS or "€" in words):
            what = "une autre devise que l’euro" if words - {""} else "dans quelle devise ?"
            at: tuple[Column, ...] = ("currency", name) if said else (name,)
            shown = said or row.export.title(name)
            return Problem(at, what, shown, f"écrire des euros, dans {row.export.source}")
    return None
