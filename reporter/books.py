"""A folder of books: its settings, its lines, its texts; the public face for a notebook.

Knows where things stand in a folder. Never how they are read, measured or shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from reporter import today as clock
from reporter.elapsed import Known, asked_cut, refuse_less_known, usual_cut
from reporter.errors import BadCell, BilanError
from reporter.figures import Bilan
from reporter.metrics import bilan_of, by_year, every_year, refuse_unknown
from reporter.receipts import refuse_undated, usable
from reporter.received.received import received
from reporter.to_date import to_date
from reporter.toml import reading as toml

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

    from reporter.assumptions import Assumptions
    from reporter.bank.bank import Bank
    from reporter.elapsed import Cut
    from reporter.errors import Doubt
    from reporter.figures import Figures
    from reporter.frozen.changes import Changes
    from reporter.model import Activity, FinancialYear, Text
    from reporter.net.net import Net
    from reporter.scenarios.case import Case
    from reporter.scenarios.scenario import Scenario
    from reporter.settings import Settings
    from reporter.settings.reading import Rules
    from reporter.sources.lines.summaries import SheetSummary
    from reporter.sources.reading import Told

REPORTS = "reports"
"""The folder, among the books, where the reports go, each year in its own."""


@dataclass(frozen=True, kw_only=True)
class Books:
    """What a folder holds, read once; each year is parted and measured once, when asked for.

    Attributes:
        today: the day from which nothing has happened yet.
        asked: the last day that counts in a year, where it was asked for.
        spread: whether scenarios count what is known of a year over the whole of it, as what the
            law computes by the year.
    """

    folder: Path
    settings: Settings
    activity: Activity
    texts: Mapping[int, Text]
    doubts: tuple[Doubt, ...]
    sheets: tuple[SheetSummary, ...] = ()
    bank: Bank | None = None
    today: dt.date = field(default_factory=lambda: clock.today())  # noqa: PLW0108  # looked up late
    asked: Mapping[int, dt.date] = field(default_factory=dict)
    spread: bool = False

    @cached_property
    def years(self) -> Mapping[int, Activity]:
        """Return the lines of each financial year that has some, oldest first."""
        return by_year(self.activity, self.settings)

    @cached_property
    def figures(self) -> Mapping[int, Figures]:
        """Return the figures of each of those years."""
        return every_year(self.years, self.activity.expenses, self.settings)

    @cached_property
    def dates(self) -> frozenset[dt.date]:
        """Return the date of every line, as the books write it and as it counts."""
        counted = (line.date for lines in self.years.values() for line in lines.lines)
        written = chain(self.activity.lines, self.activity.movements)
        return frozenset(chain(counted, (line.date for line in written)))

    def cut(self, year: int, as_of: dt.date | None = None) -> Cut | None:
        """Return the last day of a year that counts, and why; None where the year is whole.

        Args:
            year: the calendar year in which the financial year closes.
            as_of: the day asked for; left out, the one of `until`, else the books and today
                decide, see `elapsed`.

        Raises:
            BilanError: where the day is not of the year, where the year has not begun, or where
                the books have no line in it.
        """
        period, day = self.settings.year(year), as_of or self.asked.get(year)
        if day is not None:
            return asked_cut(period, day, self.today)
        refuse_unknown(year, self.years)
        if period.end < self.today and self._is_frozen(year):
            return None
        return usual_cut(period, self.years[year], self.dates, self.settings, self.today)

    def _is_frozen(self, year: int) -> bool:
        """Tell whether the owner has closed a year with `bilan freeze`."""
        from reporter.frozen.files import path_of

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
        bilan = to_date(whole, self.years, cut)
        paid = received(self.activity, self.settings, [one.year for one in bilan.years])
        return replace(bilan, text=self.texts.get(year), span=span, received=paid)

    def entire(self, year: int) -> Bilan:
        """Return what all the lines of a year amount to, even of one under way.

        The accountant's pack is made of it: entries are those of the whole year.

        Raises:
            BilanError: where the books have no line in the year.
        """
        return self.measure(year, as_of=self.settings.year(year).end)

    def until(self, year: int, as_of: dt.date | None, *, spread: bool = False) -> Books:
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
        asked_cut(self.settings.year(year), as_of, self.today)
        refuse_unknown(year, self.years)
        return replace(self, asked={year: as_of}, spread=spread)

    def scenario(
        self,
        year: int,
        asked: Assumptions | None = None,
        name: str = "",
        **words: object,
    ) -> Scenario:
        """Return a scenario of a year, real or carried over from the last one before it.

        Its `figures` are measured as those of any year, its `reference` is the real year.

        Args:
            year: the calendar year in which the financial year closes.
            asked: what is assumed.
            name: the name that tables give it.
            words: what is assumed, in the words of bilan.toml: `tjm=850, taux="80 %"`.

        Raises:
            BilanError: where the year is unknown, or where the assumptions make no sense in it.
        """
        from reporter.scenarios.case import start
        from reporter.scenarios.scenario import imagined
        from reporter.toml.scenarios import assumptions

        assumed = assumptions(words) if asked is None else asked
        real = self._real(year)
        return imagined(real, start(real, year), assumed, name)

    def net(self, year: int, **words: object) -> Net:
        """Return what is left of a year, real or imagined, in the owner's pocket.

        Contributions and income tax are yearly: of a year under way, it is what would be left if
        nothing more came until its end.

        Args:
            year: the calendar year in which the financial year closes.
            words: what is assumed, in the words of bilan.toml: `tjm=850, taux="80 %"`.

        Raises:
            BilanError: where the legal form is not said, or where something is not known.
        """
        from reporter.net.forms import net
        from reporter.toml.scenarios import assumptions

        one = replace(self, spread=True).scenario(year, assumptions(words))
        return net(one.after, self.settings.pocket, estimated=one.changes)

    def case(self, year: int) -> Case:
        """Return the input of a year's scenarios, to look for a goal or to draw a grid.

        Raises:
            BilanError: where the year is unknown.
        """
        from reporter.scenarios.case import start

        return start(self._real(year), year)

    def _real(self, year: int) -> Case:
        """Return the year of the books from which scenarios of a year start."""
        from reporter.scenarios.case import real_case

        known = Known(self.years, self.cut, spread=self.spread)
        return real_case(self.activity, self.settings, year, known)

    def anonymous(
        self, year: int, *, with_text: bool = False, as_of: dt.date | None = None
    ) -> Books:
        """Return the same books without names, lettered in the order of a year's amounts.

        They are those of the part that counts, where the year is cut.

        Raises:
            BadData: where the text is asked for and holds a name.
        """
        from reporter.anonymity import anonymous, nameless, names, renamed, unsigned

        hidden = names(self.activity, self.settings)
        period = self.until(year, as_of).part(year)
        own = self.texts.get(year) if with_text else None
        return replace(
            self,
            settings=unsigned(renamed(self.settings, self.activity, period)),
            activity=anonymous(self.activity, self.settings, period),
            texts={} if own is None else {year: nameless(own, hidden)},
            bank=None,
        )

    def invoiced(self) -> Books:
        """Return the same books, the sales counted by invoice, as accounts are kept."""
        if not self.settings.by_receipt:
            return self
        return replace(self, settings=replace(self.settings, by_receipt=False))

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
        return (own,) if cut is None else to_date(whole, self.years, cut).years

    def reports(self) -> set[str]:
        """Return the reports already written, by their path from `reports/`."""
        folder = self.folder / REPORTS
        return {path.relative_to(folder).as_posix() for path in folder.glob("*/bilan-*.*")}

    def closed(self) -> tuple[tuple[Changes, ...], tuple[BadCell, ...]]:
        """Return each closed year with what has changed in it, and the files not understood."""
        from reporter.frozen.files import read
        from reporter.frozen.taking import changed

        closures, mistakes = read(self.folder)
        return tuple(
            changed(one, self.figures, self.activity, self.settings) for one in closures
        ), mistakes

    def doubtful(self, today: dt.date | None = None) -> tuple[Doubt, ...]:
        """Return all that is doubtful, less what the owner holds for right.

        Args:
            today: the day from which a line is in the future; left out, that of the books.
        """
        from reporter.doubts import doubtful

        own = self.texts.values()
        day = today or self.today
        return doubtful(self.doubts, self.activity, self.settings, day, own=own, years=self.years)

    def frame(self) -> pd.DataFrame:
        """Return every line as a row of a pandas frame, with exact `Decimal` values."""
        from reporter.tables.frames import frame

        return frame(self.activity, self.settings)


def load(folder: Path, told: Told | None = None) -> Books:
    """Return the books of a folder that holds a bilan.toml and data/.

    Args:
        folder: where they are.
        told: is called with the name of each file of `data/` and how many seconds it took.

    Raises:
        BadData: with every mistake of the settings, or every mistake of the books.
    """
    from reporter.bank.opening import banked
    from reporter.sources.reading import read
    from reporter.sources.texts import refuse_texts

    settings = toml.load(folder)
    refuse_texts(folder)
    reading = read(folder, _rules(settings), lambda day: _number(settings, day), told)
    settings, unused = usable(reading.activity, settings)
    activity, found, doubts = banked(folder, settings, reading.activity)
    refuse_undated(activity, settings)
    return Books(
        folder=folder,
        settings=settings,
        activity=activity,
        texts=reading.texts,
        doubts=(*reading.doubts, *unused, *doubts),
        sheets=reading.sheets,
        bank=found,
    )


def _rules(settings: Settings) -> Rules:
    """Return how the books are read, by what else the settings say: no VAT, sales as received."""
    statuses = {year.status or settings.status for year in settings.of_year.values()}
    micro = {settings.status, *statuses} == {"micro"} and not settings.micro.by_invoice
    return replace(
        settings.reading,
        untaxed=settings.bookkeeping.exempt,
        received=micro or settings.by_receipt,
    )


def _number(settings: Settings, day: dt.date) -> int:
    """Return the financial year of a day, the calendar's where nobody decided: said later."""
    try:
        return settings.year_of(day).number
    except BilanError:
        return day.year


def find(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that holds a bilan.toml.

    Raises:
        BilanError: where there is none.
    """
    for folder in (start, *start.parents):
        if (folder / toml.FILE).is_file():
            return folder
    raise BilanError(
        f"aucun fichier {toml.FILE} dans {start} ni au-dessus : "
        "lancer « bilan init », ou donner le dossier avec --dossier"
    )
