"""What an entry is worth, and the days that entries make: one a day, a client, a rate, a person.

Knows the amount of a tracker, its rates, those agreed; how hours become days and euros, each month
rounded once: the lines of a month add up to its hours at their rate, to the cent, and each is
within a cent of its own. Never how cells are read.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from reporter.french import euros_cents, quantity
from reporter.grouping import gathered
from reporter.model import CENT, ZERO, Day, cents
from reporter.sources.lines.trackers.rows import PRICES, Wrong
from reporter.sources.lines.worth.hours import UNLIKE, unlike
from reporter.sources.lines.worth.missions import Names, Unpriced
from reporter.sources.lines.written.counts import PRECISION, number_of
from reporter.sources.tables.titles import called
from reporter.words.labels import LABELS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence

    from reporter.sources.lines.context import Context
    from reporter.sources.lines.trackers.entries import Entry
    from reporter.sources.lines.trackers.rows import Row
    from reporter.sources.lines.worth.missions import Missions
    from reporter.sources.tables.trackers import Export
    from reporter.words.trackers import Column

FIX = "corriger la durée, le taux ou le montant dans le suivi, et exporter de nouveau"
ONE = Decimal(1)
EUROS = {"eur", "euro", "euros"}
CLOSE = Fraction(1, 100)
"""Hours and euros by which an amount may differ from its hours at their rate: both are rounded."""


class EntryPrice(NamedTuple):
    """What an entry is worth.

    Attributes:
        rate: euros an hour, or a day; None where only the amount is known.
        daily: whether the rate is that of a day.
        amount: the euros that the tracker itself counts for the entry, None where it says none.
        zero: the column where the tracker says zero, the missions being those that count.
        foreign: the column where it says another currency, the missions being in euros.
    """

    rate: Decimal | None
    daily: bool = False
    amount: Decimal | None = None
    zero: Column | None = None
    foreign: Column | None = None


def entry_price(
    row: Row, names: Names, day: dt.date, length: Fraction, context: Context
) -> EntryPrice:
    """Return what an entry is worth: by its tracker where that says it, else by the missions.

    Raises:
        Wrong: where nothing says it, or two prices differ, or no euros are counted.
    """
    hourly, daily, amount = (row.money(name) for name in PRICES)
    _refuse_currency(row)
    if (below := next((it for it in PRICES if (row.money(it) or ZERO) < 0), None)) is not None:
        fix = "écrire le prix sans signe moins ; un avoir s’écrit parmi les forfaits"
        raise Wrong((below,), "un prix négatif", row.text(below), fix)
    if not (hourly or daily or amount):
        return _agreed(row, names, day, context.missions)
    a_day = context.hours_of(names.client)
    if hourly is not None and a_day is not None:
        _refuse_other_rate(row, hourly, a_day, context.missions.rates(names, day))
    rate, unit = (daily, a_day) if hourly is None else (hourly, ONE)
    an_hour = None if rate is None or not unit else Fraction(rate) / Fraction(unit)
    euros = None if amount is None else cents(amount)
    if an_hour is not None and euros is not None and not _agrees(an_hour, euros, length):
        count = quantity(rounded(length / Fraction(unit or ONE), CENT))
        due = f"{count} {'j' if hourly is None else 'h'} × {euros_cents(rate or ZERO)}"
        shown = f"{due} ≠ {euros_cents(euros)}"
        raise Wrong(("amount",), "heures, taux et montant ne s’accordent pas", shown, FIX)
    return EntryPrice(rate, hourly is None, euros)


def _refuse_other_rate(row: Row, hourly: Decimal, a_day: Decimal, agreed: set[Decimal]) -> None:
    """Refuse the price of an hour that is not that of the day beside it, or that agreed for one."""
    if shown := unlike(hourly, a_day, row.money("daily")):
        raise Wrong(("daily",), UNLIKE, shown, f"{FIX}, ou corriger heures_par_jour")
    if agreed == {hourly} and a_day != 1:
        own = called(row.export.title("hourly"), "TJM")
        fix = f"si c’est le prix d’un jour, écrire dans bilan.toml : {own} ; "
        fix += "sinon, corriger la feuille Missions"
        what = "un taux horaire égal au TJM de la feuille Missions"
        raise Wrong(("hourly",), what, euros_cents(hourly), fix)


def _agreed(row: Row, names: Names, day: dt.date, missions: Missions) -> EntryPrice:
    """Return the price that the missions give, where it is one."""
    usual = f"donner un taux horaire au projet dans {row.export.source} et exporter de nouveau, ou "
    titles = row.export.grid.rows[row.export.top]
    if amounts := [n for n in row.export.unknown if number_of(row.cell(n))]:
        line = called(str(titles[amounts[0]]), LABELS["amount"])
        usual = f"si c’est le montant de la saisie, écrire dans bilan.toml : {line} ; ou "
    rate = missions.rate(names, day, usual)
    if isinstance(rate, Unpriced):
        at: tuple[Column, ...] = ("hourly", "amount", "client")
        raise Wrong(at, rate.what, " · ".join(filter(None, names[:2])), rate.fix)
    zero = next((name for name in PRICES if row.money(name) is not None), None)
    columns: tuple[Column, ...] = (*PRICES, "currency")
    known = [name for name in columns if name in row.export.columns]
    foreign = next((at for at, said in _abroad(row, known) if said), None)
    return EntryPrice(rate, daily=True, zero=zero, foreign=foreign)


def _agrees(hourly: Fraction, amount: Decimal, length: Fraction) -> bool:
    return abs(Fraction(amount) - length * hourly) <= CLOSE * (hourly + 1)


def _refuse_currency(row: Row) -> None:
    """Refuse a price in another currency than the euro, or in one that is unsaid."""
    of_row = row.has("currency")
    filled = [name for name in PRICES if (row.has(name) if of_row else row.money(name))]
    for at, said in _abroad(row, filled):
        what = "une autre devise que l’euro" if said else "dans quelle devise ?"
        shown = row.text("currency") if of_row else row.export.title(at)
        raise Wrong((at,), what, shown, f"écrire des euros, dans {row.export.source}")


def _abroad(row: Row, names: Sequence[Column]) -> Iterator[tuple[Column, set[str]]]:
    """Yield the columns that say no euro of some prices, and the words of the currency there."""
    own = row.text("currency")
    for name in names:
        mark = row.export.currencies.get(name)
        words = {*own.casefold().replace("-", " ").split(), (mark or "").casefold()}
        if (mark is not None or own) and not (words & EUROS or "€" in words):
            yield "currency" if own else name, words - {""}


HALF = Fraction(1, 2)


def days_of(
    entries: Sequence[Entry], export: Export, a_day: Callable[[str], Decimal | None]
) -> list[Day]:
    """Return the days that entries make, in the order in which each first stands in the export."""
    found = [
        made
        for month in gathered((_in_one_sum(entry), entry) for entry in entries).values()
        for made in _month(month, export, Fraction(a_day(month[0].client) or 1))
    ]
    return [day for _, day in sorted(found, key=lambda made: made[0])]


def _in_one_sum(entry: Entry) -> tuple[object, ...]:
    """Return what entries share that are summed, and rounded, together."""
    price = (entry.price.rate, entry.price.daily, entry.price.amount is not None)
    return entry.client, entry.project, entry.worker, price, (entry.day.year, entry.day.month)


def _month(entries: Sequence[Entry], export: Export, a_day: Fraction) -> Iterator[tuple[int, Day]]:
    """Yield the days of a month, each what its sum so far is beyond that of the day before."""
    dates = gathered((entry.day, entry) for entry in entries)
    hours, days, euros = Fraction(0), ZERO, ZERO
    for date in sorted(dates):
        its = dates[date]
        hours += sum((entry.hours for entry in its), Fraction(0))
        upto = rounded(hours / a_day, PRECISION) - days
        amount = sum((entry.price.amount or ZERO for entry in its), ZERO)
        if its[0].price.amount is None:
            amount = rounded(hours * _an_hour(its[0], a_day), CENT) - euros
        yield its[0].row, _day(its[0], export, upto, amount, a_day)
        days, euros = days + upto, euros + amount


def _an_hour(entry: Entry, a_day: Fraction) -> Fraction:
    """Return the euros of an hour, exact."""
    rate = Fraction(entry.price.rate or 0)
    return rate / a_day if entry.price.daily else rate


def _day(entry: Entry, export: Export, days: Decimal, amount: Decimal, a_day: Fraction) -> Day:
    return Day(
        date=entry.day,
        client=entry.client,
        mission=entry.project,
        worker=entry.worker,
        days=_plain(days),
        rate=_rate(entry, days, amount, a_day),
        amount=amount,
        place=export.place(entry.row, "date", "start"),
    )


def _rate(entry: Entry, days: Decimal, amount: Decimal, a_day: Fraction) -> Decimal | None:
    """Return the euros of a day; of an amount alone, only where they are whole cents."""
    if entry.price.rate is not None:
        an_hour = _an_hour(entry, a_day) * a_day
        return _plain(rounded(an_hour, PRECISION))
    rate = rounded(Fraction(amount) / Fraction(days), CENT) if days else ZERO
    return rate if rate * days == amount else None


def _plain(number: Decimal) -> Decimal:
    """Return a number without the zeros at its end: 700, and neither 700.0 nor 7E+2."""
    return number.normalize() + ZERO


def rounded(value: Fraction, unit: Decimal) -> Decimal:
    """Return an exact number, not below zero, rounded half up to a multiple of a unit."""
    return int(value / Fraction(unit) + HALF) * unit
