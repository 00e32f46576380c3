"""A month or a quarter beside the same one a year before.

Knows which figures a part of a year has. Never how they look, nor the rest of the year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.french import (
    NBSP,
    Cell,
    Kind,
    capitalised,
    day_month,
    long_date,
    month_name,
    ordinal,
    short_date,
)
from reporter.law.workdays import ONE_DAY, years_before
from reporter.making import ratio, variation
from reporter.metrics import measure_year
from reporter.model import Activity
from reporter.parts import MONTH
from reporter.tables.landing import landing_section
from reporter.tables.table import Section, Table, headings
from reporter.tables.unpaid import ages, lost, unpaid, untold
from reporter.tables.years import key_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reporter.figures import Bilan, Figures
    from reporter.model import FinancialYear
    from reporter.parts import Part
    from reporter.settings import Settings


UNPAID = "Les impayés"
NO_PAYMENT = "Aucune date de paiement dans l’exercice\u00a0: les impayés ne sont pas connus."
ALL_PAID = "Toutes les factures des livres sont payées à cette date."
ALL_PAID_THEN = "Toutes les factures des livres étaient payées le {}, où s’arrêtent les relevés."


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A month or a quarter up to a day, and the same one a year before, where books have it.

    Attributes:
        months: one or three.
        figures: measured as a year is; the tax and the leave of a part mean nothing.
    """

    months: int
    figures: Figures
    before: Figures | None

    @property
    def name(self) -> str:
        """Return the name of the part: « octobre 2026 », « premier trimestre 2026 »."""
        return self._named(self.figures)

    @property
    def name_before(self) -> str:
        """Return the name of the part a year before, empty where there is none."""
        return "" if self.before is None else self._named(self.before)

    @property
    def inside(self) -> str:
        """Return when the part is: « en octobre 2026 », « du 1er au 25 novembre 2026 »."""
        return self._inside(self.figures)

    @property
    def inside_before(self) -> str:
        """Return when the part a year before is, empty where there is none."""
        return "" if self.before is None else self._inside(self.before)

    @property
    def against(self) -> str:
        """Return what stands after « par rapport »; empty where there is nothing before."""
        if self.before is None:
            return ""
        if not _is_whole(self.before.year, self.months):
            return f"à celui {self.name_before.replace('le ', 'du ', 1)}"
        return f"{'à' if self.months == MONTH else 'au'} {self.name_before}"

    def _named(self, figures: Figures) -> str:
        day = figures.year.end
        if not _is_whole(figures.year, self.months):
            return _span(figures.year)
        what = month_name(day)
        if self.months != MONTH:
            what = f"{ordinal((day.month - 1) // self.months + 1)} trimestre"
        return f"{what}{NBSP}{day.year}"

    def _inside(self, figures: Figures) -> str:
        if not _is_whole(figures.year, self.months):
            return self._named(figures)
        return f"{'en' if self.months == MONTH else 'au'} {self._named(figures)}"


def _is_whole(period: FinancialYear, months: int) -> bool:
    """Tell whether a period is all of a calendar month or quarter."""
    first = (period.end.month - 1) // months * months + 1
    ends = (period.end + ONE_DAY).day == 1 and period.end.month == first + months - 1
    return ends and period.start == date(period.end.year, first, 1)


def _span(period: FinancialYear) -> str:
    """Return a part of a month or of a quarter by its days: « du 1er au 25 novembre 2026 »."""
    start, end = period.start, period.end
    if start == end:
        return f"le {long_date(end)}"
    first = day_month(start)
    if start.month == end.month:
        first = first.removesuffix(month_name(start)).rstrip(f" {NBSP}")
    return f"du {first} au {long_date(end)}"


def extract(
    years: Mapping[int, Activity], settings: Settings, year: FinancialYear, part: Part, day: date
) -> Extract:
    """Return a month or a quarter of a financial year up to a day, and the one a year before.

    Args:
        years: the lines of each financial year.
        settings: what the owner decided.
        year: the financial year.
        part: the month or the quarter.
        day: the last day that counts.
    """
    start, end = max(part.start, year.start), min(part.end, year.end, day)
    then = (years_before(start, 1), years_before(end, 1))
    known = next((of for of in map(settings.year, years) if then[1] in of), None)
    before = None
    if known is not None:
        before = _measured(years, settings, replace(known, start=then[0], end=then[1]))
    figures = _measured(years, settings, replace(year, start=start, end=end))
    return Extract(months=part.months, figures=figures, before=before)


def extract_table(found: Extract) -> Table:
    """Return the figures of the part, those of the one a year before, and how they changed."""
    columns = ["Indicateur", capitalised(found.name)]
    if found.before is not None:
        columns += [capitalised(found.name_before), "Variation"]
    return Table(
        title=capitalised(found.name),
        columns=headings(*columns),
        rows=tuple(_rows(found)),
        note="Les jours ouvrés sont avant congés.",
    )


def sections(bilan: Bilan, found: Extract) -> tuple[Section, ...]:
    """Return what the page of a part of a year shows, the year cut where the part ends."""
    coming = landing_section(bilan)
    name = "Le mois" if found.months == MONTH else "Le trimestre"
    return (
        Section(title=name, tables=(extract_table(found),)),
        Section(title="L’exercice à cette date", tables=(key_figures(bilan),)),
        _unpaid(bilan),
        *(() if coming is None else (coming,)),
    )


def _unpaid(bilan: Bilan) -> Section:
    """Return what clients owe on the day of the bilan, by age and invoice by invoice."""
    found = bilan.received
    if found is None:
        return Section(title=UNPAID, missing=NO_PAYMENT)
    tables = tuple(x for x in (ages(found), unpaid(found), untold(found)) if x.rows)
    if tables:
        return Section(title=UNPAID, tables=tables)
    if before := lost(found):
        return Section(title=UNPAID, missing=before)
    if found.known is not None:
        return Section(title=UNPAID, missing=ALL_PAID_THEN.format(short_date(found.known)))
    return Section(title=UNPAID, missing=ALL_PAID)


def _rows(found: Extract) -> Iterable[tuple[Cell, ...]]:
    for name, kind, now, then in _figures(found):
        cells = [Cell(name), Cell(now, kind)]
        if found.before is not None:
            cells += [Cell(then, kind), Cell(variation(now, then), "variation")]
        yield tuple(cells)


def _figures(found: Extract) -> Iterable[tuple[str, Kind, Decimal | None, Decimal | None]]:
    names: tuple[tuple[str, Kind, str], ...] = (
        ("Chiffre d’affaires", "euros", "revenue"),
        ("CA des forfaits", "euros", "fees"),
        ("Jours facturés", "days", "days"),
        ("TJM", "rate", "tjm"),
        ("Charges", "euros", "charges"),
    )
    now, then = found.figures, found.before
    for name, kind, figure in names:
        values = (getattr(now, figure), None if then is None else getattr(then, figure))
        if figure != "fees" or any(values):
            yield name, kind, *values
    before = None if then is None else Decimal(then.working_days)
    yield "Jours ouvrés", "days", Decimal(now.working_days), before
    yield "Part facturée", "percent", _share(now), None if then is None else _share(then)


def _share(figures: Figures) -> Decimal | None:
    return ratio(figures.own_days, Decimal(figures.working_days))


def _measured(years: Mapping[int, Activity], settings: Settings, period: FinancialYear) -> Figures:
    """Return what the lines of a period amount to, both ends included."""
    every = years.values()
    lines = Activity(
        days=tuple(line for of in every for line in of.days if line.date in period),
        fees=tuple(line for of in every for line in of.fees if line.date in period),
        expenses=tuple(line for of in every for line in of.expenses if line.date in period),
    )
    return measure_year(lines, (), settings, period)
