"""The years of some books: the lines of each, what it amounts to, up to which day it is known.

Knows how the years of a folder follow from its lines. Never how these are read, nor what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from reporter import today as clock
from reporter.elapsed import Dates, asked_cut, refuse_less_known, usual_cut
from reporter.errors import BilanError
from reporter.figures import Bilan
from reporter.frozen import path_of
from reporter.metrics import bilan_of, by_year, every_year, refuse_unknown
from reporter.model import DATE, Activity
from reporter.received.received import received
from reporter.to_date import to_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Self

    from reporter.elapsed import Cut
    from reporter.figures import Figures
    from reporter.ledgers.ledger import Ledger
    from reporter.model import FinancialYear
    from reporter.received.values import Statements
    from reporter.settings import Settings
    from reporter.sources.texts import Text


@dataclass(frozen=True, kw_only=True)
class Years:
    """The years of a folder, each parted and measured once, when asked for.

    Attributes:
        today: the day from which nothing has happened yet.
        asked: the last day that counts in a year, where it was asked for.
        spread: whether scenarios count what is known of a year over the whole of it, as what the
            law computes by the year.
        ledgers: the entries of each year that they alone tell.
        told: the first and the last day of which payments are known, where statements of the bank
            date them.
    """

    folder: Path
    settings: Settings
    activity: Activity
    texts: Mapping[int, Text]
    today: dt.date = field(default_factory=lambda: clock.today())  # noqa: PLW0108  # looked up late
    asked: Mapping[int, dt.date] = field(default_factory=dict)
    spread: bool = False
    ledgers: Mapping[int, Ledger] = field(default_factory=dict)
    told: Statements | None = None

    @cached_property
    def years(self) -> Mapping[int, Activity]:
        """Return the lines of each financial year that they tell, oldest first."""
        return {year: lines for year, lines in self._parted.items() if year not in self.ledgers}

    @cached_property
    def _parted(self) -> Mapping[int, Activity]:
        return by_year(self.activity, self.settings)

    @cached_property
    def figures(self) -> Mapping[int, Figures]:
        """Return the figures of each of those years, and of each that entries tell."""
        found = every_year(self.years, self.activity.expenses, self.settings)
        return dict(sorted({**found, **self._booked}.items()))

    @property
    def _booked(self) -> Mapping[int, Figures]:
        if not self.ledgers:
            return {}
        from reporter.ledgers.measuring import measured

        return {
            year: measured(ledger, self._parted.get(year, Activity()), self.settings)
            for year, ledger in self.ledgers.items()
        }

    @cached_property
    def dates(self) -> Dates:
        """Return the dates of the lines, as the books write them and as they count.

        A year that entries tell has its first day: books that stop before it have not stopped.
        """
        every = (self.activity, *self.years.values())
        sold = frozenset(chain.from_iterable(map(DATE, lines.sales) for lines in every))
        spent = chain.from_iterable(map(DATE, lines.expenses) for lines in every)
        moved = map(DATE, self.activity.movements)
        begun = (ledger.year.start for ledger in self.ledgers.values())
        return Dates(sold, sold.union(spent, moved, begun))

    def cut(self, year: int, as_of: dt.date | None = None) -> Cut | None:
        """Return the last day of a year that counts, and why; None where the year is whole.

        Args:
            year: the calendar year in which the financial year closes.
            as_of: the day asked for; left out, the one of `until`, else the books and today
                decide, see `elapsed`.

        Raises:
            BilanError: where the day is not of the year, where the year has not begun, or where
                the books have no line in it, or entries alone.
        """
        period, day = self.settings.year(year), as_of or self.asked.get(year)
        if year in self.ledgers:
            self._refuse_part(year, day)
            return None
        if day is not None:
            return self._asked_cut(period, day)
        refuse_unknown(year, self.years)
        if period.end < self.today and self._is_frozen(year):
            return None
        return usual_cut(period, self.years[year], self.dates, self.settings, self.today)

    def _refuse_part(self, year: int, day: dt.date | None) -> None:
        """Refuse to cut a year that entries alone tell: its charges are those of the whole."""
        if day is not None and day != self.settings.year(year).end:
            raise BilanError(
                f"l’exercice {year} n’est connu que par {self.ledgers[year].file}, qui le dit en "
                "entier : il ne se coupe pas à une date"
            )

    def in_lines(self, year: int) -> None:
        """Refuse a year that entries alone tell, for what is made of lines.

        Raises:
            BilanError: with what tells the year.
        """
        if year in self.ledgers:
            raise BilanError(
                f"l’exercice {year} n’est connu que par {self.ledgers[year].file}, sans jours ni "
                f"lignes : « bilan show {year} » et « bilan explain » disent ce qu’il en donne"
            )

    def _asked_cut(self, year: FinancialYear, day: dt.date) -> Cut | None:
        """Return the cut on a day asked for, which may be to come where the year is complete."""
        return asked_cut(year, day, year.end if self.settings.of(year).complete else self.today)

    def _is_frozen(self, year: int) -> bool:
        """Tell whether the owner has closed a year with `bilan freeze`."""
        return (self.folder / path_of(year)).is_file()

    def part(self, year: int) -> FinancialYear:
        """Return a year as far as it is known; one without lines is whole."""
        period = self.settings.year(year)
        cut = self.cut(year) if year in self.years else None
        return period if cut is None else period.until(cut.day)

    def measure(
        self,
        year: int,
        reference: int | None = None,
        span: int = 4,
        as_of: dt.date | None = None,
    ) -> Bilan:
        """Return what a financial year amounts to, with the years before it.

        Where the year is cut, see `cut`, so is each other year, at the same date.

        Args:
            year: the calendar year in which the financial year closes.
            reference: a year to compare it with, besides the one before.
            span: how many years are shown side by side.
            as_of: the last day that counts; left out, the books and today decide.

        Raises:
            BilanError: where the books have no line in one of the years, where the day is not of
                the year, or where the reference is not known up to the same date.
        """
        whole = bilan_of(self.figures, self.settings, year, reference)
        cut = self.cut(year, as_of)
        if whole.reference is not None and whole.reference.year.number > year:
            refuse_less_known(whole.figures.year, cut, whole.reference.year, self.cut)
        return replace(self._told(to_date(whole, self.activity.expenses, cut)), span=span)

    def _told(self, bilan: Bilan) -> Bilan:
        """Return a bilan with its owner's text, and what was received in each year of lines."""
        number, lined = bilan.figures.year.number, [x.year for x in bilan.years if not x.is_booked]
        paid = None
        if number in self.years:
            paid = received(self.activity, self.settings, lined, told=self.told)
        return replace(bilan, text=self.texts.get(number), received=paid)

    def entire(self, year: int) -> Bilan:
        """Return what all the lines of a year amount to, even of one under way.

        The accountant's pack is made of it: entries are those of the whole year.

        Raises:
            BilanError: where the books have no line in the year.
        """
        return self._told(bilan_of(self.figures, self.settings, year))

    def until(self, year: int, as_of: dt.date | None, *, spread: bool = False) -> Self:
        """Return the same books with a year cut on a day, or by the usual rule where none is given.

        Args:
            year: the calendar year in which the financial year closes.
            as_of: the last day that counts in it.
            spread: whether scenarios count what is known of a year over the whole of it.

        Raises:
            BilanError: where the day is not of the year, or where the books have no line in it.
        """
        if as_of is None:
            return replace(self, spread=spread)
        self._asked_cut(self.settings.year(year), as_of)
        if year in self.ledgers:
            self._refuse_part(year, as_of)
            return replace(self, spread=spread)
        refuse_unknown(year, self.years)
        return replace(self, asked={year: as_of}, spread=spread)

    def history(self) -> tuple[Figures, ...]:
        """Return the figures of every year that has lines and has begun, newest first.

        One that is cut is followed by the year before it, at the same date: both are parts.
        """
        begun = (year for year in sorted(self.figures, reverse=True) if self._has_begun(year))
        return tuple(figures for year in begun for figures in self._as_known(year))

    def _has_begun(self, year: int) -> bool:
        period = self.settings.year(year)
        return period.start <= self.today or self.settings.of(period).complete

    def _as_known(self, year: int) -> tuple[Figures, ...]:
        """Return a whole year; of one that is cut, its part and that of the year before."""
        own, before = self.figures[year], self.figures.get(year - 1)
        earlier = () if before is None else (before,)
        whole = Bilan(figures=own, earlier=earlier, reference=None, settings=self.settings)
        cut = self.cut(year)
        return (own,) if cut is None else to_date(whole, self.activity.expenses, cut).years
