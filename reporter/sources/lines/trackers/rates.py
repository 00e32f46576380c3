"""What an entry is worth: the amount of its tracker, its rate by the hour or the day, or agreed.

Knows one entry. Never how the entries of a month are rounded together.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from reporter.french import euros_cents, quantity
from reporter.model import CENT, ZERO, cents
from reporter.sources.lines.trackers.days import rounded
from reporter.sources.lines.trackers.rows import PRICES, Wrong
from reporter.sources.lines.worth.missions import Unpriced
from reporter.sources.tables.titles import called

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from reporter.sources.lines.context import Context
    from reporter.sources.lines.trackers.rows import Row
    from reporter.sources.lines.worth.missions import Missions
    from reporter.sources.tables.tracker_words import Column
    from reporter.sources.tables.trackers import Export

FIX = "corriger la durée, le taux ou le montant dans le suivi, et exporter de nouveau"
HALF_A_CENT = Decimal("0.005")
EUROS = {"eur", "euro", "euros"}
CLOSE = Fraction(1, 100)
"""Hours and euros by which an amount may differ from its hours at their rate: both are rounded."""


class Price(NamedTuple):
    """What an entry is worth.

    Attributes:
        rate: euros an hour, or a day; None where only the amount is known.
        daily: whether the rate is that of a day.
        amount: the euros that the tracker itself counts for the entry, None where it says none.
        agreed: the euros of a day that the missions say, where they are others.
        zero: the column where the tracker says zero, the missions being those that count.
        foreign: the column where it says another currency, the missions being in euros.
    """

    rate: Decimal | None
    daily: bool = False
    amount: Decimal | None = None
    agreed: Decimal | None = None
    zero: Column | None = None
    foreign: Column | None = None


def price(
    row: Row, names: tuple[str, str], day: dt.date, length: Fraction, context: Context
) -> Price:
    """Return what an entry is worth: by its tracker where that says it, else by the missions.

    Raises:
        Wrong: where nothing says it, or two prices differ, or no euros are counted.
    """
    hourly, daily, amount = (row.money(name) for name in PRICES)
    agreed = context.missions.rates(*names, day)
    _refuse_currency(row)
    if (below := next((it for it in PRICES if (row.money(it) or ZERO) < 0), None)) is not None:
        fix = "écrire le prix sans signe moins ; un avoir s’écrit parmi les forfaits"
        raise Wrong((below,), "un prix négatif", row.text(below), fix)
    if not (hourly or daily or amount):
        return _agreed(row, names, day, context.missions)
    a_day = context.hours_of(names[0])
    said = _Said(hourly, daily, None if amount is None else cents(amount), length, a_day)
    said.refuse_other_rate()
    said.refuse_other_amount()
    said.refuse_other_unit(row.export, agreed)
    rate = hourly if hourly is not None else daily
    return Price(rate, hourly is None, said.amount, said.other(agreed))


def _agreed(row: Row, names: tuple[str, str], day: dt.date, missions: Missions) -> Price:
    """Return the price that the missions give, where it is one."""
    usual = f"donner un taux horaire au projet dans {row.export.source} et exporter de nouveau, ou "
    rate = missions.rate(names, day, usual)
    if isinstance(rate, Unpriced):
        at: tuple[Column, ...] = ("hourly", "amount", "client")
        raise Wrong(at, rate.what, " · ".join(filter(None, names)), rate.fix)
    zero = next((name for name in PRICES if row.money(name) is not None), None)
    columns: tuple[Column, ...] = (*PRICES, "currency")
    known = [name for name in columns if name in row.export.columns]
    foreign = next((at for at, said in _abroad(row, known) if said), None)
    return Price(rate, daily=True, zero=zero, foreign=foreign)


class _Said(NamedTuple):
    """The prices of a row, in euros: an hour, a day, the whole; its hours, and those of a day."""

    hourly: Decimal | None
    daily: Decimal | None
    amount: Decimal | None
    length: Fraction
    a_day: Decimal | None

    @property
    def an_hour(self) -> Fraction | None:
        """Return the euros of an hour that the row says, None where only an amount is known."""
        if self.hourly is not None:
            return Fraction(self.hourly)
        if self.daily is None or not self.a_day:
            return None
        return Fraction(self.daily) / Fraction(self.a_day)

    def refuse_other_rate(self) -> None:
        """Refuse the prices of an hour and of a day that do not agree."""
        hourly, daily, a_day = self.hourly, self.daily, self.a_day
        if hourly is None or daily is None or a_day is None:
            return
        if abs(hourly * a_day - daily) > a_day * HALF_A_CENT:
            shown = f"{euros_cents(hourly)} × {quantity(a_day)} h ≠ {euros_cents(daily)}"
            what = "taux horaire et TJM ne s’accordent pas"
            raise Wrong(("daily",), what, shown, f"{FIX}, ou corriger heures_par_jour")

    def refuse_other_amount(self) -> None:
        """Refuse an amount that is not that of the hours at their price."""
        rate = self.an_hour
        if rate is None or self.amount is None or _agrees(rate, self.amount, self.length):
            return
        shown = f"{self._due()} ≠ {euros_cents(self.amount)}"
        raise Wrong(("amount",), "heures, taux et montant ne s’accordent pas", shown, FIX)

    def _due(self) -> str:
        if self.hourly is not None:
            return f"{quantity(rounded(self.length, CENT))} h × {euros_cents(self.hourly)}"
        days = rounded(self.length / Fraction(self.a_day or 1), CENT)
        return f"{quantity(days)} j × {euros_cents(self.daily or ZERO)}"

    def refuse_other_unit(self, export: Export, agreed: set[Decimal]) -> None:
        """Refuse the price of an hour that is the one agreed for a day, or reversed."""
        if len(agreed) != 1 or self.a_day in (None, 1):
            return
        (rate,) = agreed
        if self.hourly is not None and self.hourly == rate:
            own = called(export.title("hourly"), "TJM")
            fix = f"si c’est le prix d’un jour, écrire dans bilan.toml : {own} ; "
            fix += "sinon, corriger la feuille Missions"
            what = "un taux horaire égal au TJM de la feuille Missions"
            raise Wrong(("hourly",), what, euros_cents(rate), fix)
        if self.daily is not None and cents(self.daily * (self.a_day or ZERO)) == cents(rate):
            fix = "si c’est le prix d’une heure, nommer la colonne « Taux horaire » ; sinon, "
            fix += "corriger la feuille Missions"
            what = "un TJM égal au prix d’une heure de la feuille Missions"
            raise Wrong(("daily",), what, euros_cents(self.daily), fix)

    def other(self, agreed: set[Decimal]) -> Decimal | None:
        """Return the rate agreed for a day, where the row says another; None elsewhere."""
        if len(agreed) != 1 or not self.a_day:
            return None
        (rate,) = agreed
        an_hour = Fraction(rate) / Fraction(self.a_day)
        if self.an_hour is not None:
            same = abs(self.an_hour - an_hour) <= Fraction(HALF_A_CENT)
        else:
            same = _agrees(an_hour, self.amount or ZERO, self.length)
        return None if same else rate


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
