"""A bilan cut on a day: each year up to the same date, so that a part never meets a whole.

Knows which years have something at a date. Never words, files, nor why it is that day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reporter.elapsed import Elapsed, after, part, upto
from reporter.metrics import measure_year

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.elapsed import Cut
    from reporter.figures import Bilan, Figures
    from reporter.model import Expense


def to_date(whole: Bilan, expenses: Iterable[Expense], cut: Cut | None) -> Bilan:
    """Return a bilan whose years are each cut at the same date; the same one without a cut.

    A year with no line at that date is left out, as one that the books do not have; so is one that
    entries alone tell, whose charges are those of a whole year.

    Args:
        whole: the bilan of whole years.
        expenses: those of every year: what was bought earlier is still depreciated.
        cut: the last day of the bilan's own year that counts, and why.
    """
    if cut is None:
        return whole
    bought = [line for line in expenses if line.is_depreciated]
    found = {year.year.number: _at(year, whole, cut, bought) for year in _every(whole)}
    known = {number: year for number, year in found.items() if year is not None}
    own = whole.figures.year.number
    booked = {year.year.number for year in _every(whole) if year.is_booked}
    compared = {own - 1} if whole.previous else set()
    if whole.reference is not None:
        compared.add(whole.reference.year.number)
    return replace(
        whole,
        figures=known[own],
        earlier=tuple(year for number, year in known.items() if number < own),
        reference=known.get(whole.reference.year.number) if whole.reference else None,
        elapsed=Elapsed(
            cut=cut,
            left_out=after(whole.figures.lines, cut.day),
            entire=whole.earlier,
            without=tuple(sorted(compared - known.keys() - booked)),
            booked=tuple(sorted(compared & booked)),
        ),
    )


def _every(whole: Bilan) -> tuple[Figures, ...]:
    """Return every year of a bilan, newest first; that of a comparison last."""
    return (*whole.years, *([whole.reference] if whole.reference else ()))


def _at(figures: Figures, whole: Bilan, cut: Cut, bought: list[Expense]) -> Figures | None:
    """Return the figures of a year up to the date of a cut, None where it has nothing then."""
    own = whole.figures.year.number
    year = part(figures.year, cut.day, own)
    lines = None if year is None else upto(figures.lines, year.end)
    if year is None or lines is None:
        return None
    if figures.year.number != own and (figures.is_booked or not any(True for _ in lines.lines)):
        return None
    return measure_year(lines, bought, whole.settings, year)


def whole_past(bilan: Bilan) -> tuple[Figures, ...]:
    """Return the figures of the years before, newest first, whole even where a bilan is cut."""
    return bilan.earlier if bilan.elapsed is None else bilan.elapsed.entire


def whole_before(bilan: Bilan) -> Figures | None:
    """Return the figures of the whole year just before, None where the books have none."""
    last = next(iter(whole_past(bilan)), None)
    return last if last and last.year.number == bilan.figures.year.number - 1 else None
