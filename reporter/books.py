"""A folder of books and what can be asked of it; the public face for a notebook.

Knows where things stand in a folder. Never how they are read, measured or shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from reporter import today as clock
from reporter.elapsed import Known
from reporter.errors import BadCell, BilanError
from reporter.receipts import refuse_undated, usable
from reporter.toml import reading as toml
from reporter.yearly import Years

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    import pandas as pd

    from reporter.assumptions import Assumptions
    from reporter.bank.bank import Bank
    from reporter.errors import Doubt
    from reporter.frozen.changes import Changes
    from reporter.net.net import Net
    from reporter.scenarios.case import Case
    from reporter.scenarios.scenario import Scenario
    from reporter.settings import Settings
    from reporter.sources.grids.reading import Told
    from reporter.sources.lines.verdicts import SheetSummary

REPORTS = "reports"
"""The folder, among the books, where the reports go, each year in its own."""


@dataclass(frozen=True, kw_only=True)
class Books(Years):
    """What a folder holds, read once, and what can be asked of it.

    Attributes:
        seen: what is doubtful to the reader, the settings aside: `doubtful` has the rest.
        dated: the file and the name of each sheet that has a column for payments; all where None.
    """

    seen: Iterable[Doubt]
    sheets: tuple[SheetSummary, ...] = ()
    dated: Collection[tuple[str, str]] | None = None
    bank: Bank | None = None

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

        told = (one for one in (*self.years, *self.ledgers) if one <= year)
        self.in_lines(max(told, default=year))
        known = Known(self.years, self.cut, self.today, spread=self.spread)
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
            ledgers={number: ledger.nameless() for number, ledger in self.ledgers.items()},
            bank=None,
        )

    def invoiced(self) -> Books:
        """Return the same books, the sales counted by invoice, as accounts are kept."""
        if not self.settings.by_receipt:
            return self
        return replace(self, settings=self.settings._replace(by_receipt=False))

    def closed(self) -> tuple[tuple[Changes, ...], tuple[BadCell, ...]]:
        """Return each closed year with what has changed in it, and the files not understood."""
        from reporter.frozen.files import read
        from reporter.frozen.taking import changed

        closures, mistakes = read(self.folder)
        return tuple(
            changed(one, self.figures, self.activity, self.settings) for one in closures
        ), mistakes

    def doubtful(self, today: dt.date | None = None) -> tuple[Doubt, ...]:
        """Return all that is doubtful, less what the owner holds for right, in the books' order.

        Args:
            today: the day from which a line is in the future; left out, that of the books.
        """
        from reporter.doubts import in_order

        return in_order(self.each_doubt(today))

    def each_doubt(self, today: dt.date | None = None) -> Iterator[Doubt]:
        """Yield the same, rule after rule: no further rule is run than what is asked for."""
        from reporter.doubts import doubtful

        return doubtful(
            self.seen,
            self.activity,
            self.settings,
            today or self.today,
            own=self.texts.values(),
            years=self.years,
            booked=self.ledgers,
            dated=self.dated,
            figures=self.figures,
        )

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
    from reporter.bank.opening import banked, told_days
    from reporter.ledgers.opening import entered
    from reporter.sources.reading import read
    from reporter.sources.texts import refuse_texts

    settings = toml.load(folder)
    refuse_texts(folder)
    reading = read(folder, settings.rules(), partial(_number, settings), told)
    seen = reading.doubts
    settings, unused = usable(reading.activity, settings)
    activity, found, doubts = banked(folder, settings, reading.activity)
    dated = {(sheet.file, sheet.sheet) for sheet in reading.sheets if sheet.is_dated}
    refuse_undated(activity, settings, dated)
    ledgers, entered_doubts = entered(folder, settings, activity, clock.today())
    return Books(
        folder=folder,
        settings=settings,
        activity=activity,
        texts=reading.texts,
        seen=replace(seen, alone=(*seen.alone, *unused, *doubts, *entered_doubts)),
        sheets=reading.sheets,
        dated=dated,
        bank=found,
        told=None if found is None else told_days(found, reading.activity),
        ledgers=ledgers,
    )


def _number(settings: Settings, day: dt.date) -> int:
    """Return the financial year of a day, the calendar's where nobody decided: said later."""
    try:
        return settings.year_of(day).number
    except BilanError:
        return day.year
