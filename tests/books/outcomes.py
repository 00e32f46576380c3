"""What becomes of a folder of books: its figures, what is refused, what is doubted, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from reporter import load
from reporter.doubts import NOTES
from reporter.errors import BadData, BilanError, Place
from reporter.metrics import by_year, measure_year
from reporter.model import Activity
from reporter.settings import Settings
from tests.books.sheets import Sheet, write
from tests.memory import MEMORY

TODAY = date(2026, 1, 1)
CELL = re.compile(r"([A-Z]+)(\d+)")
OF_THE_CALENDAR = {
    "dimanche",
    "jour-ferie",
    "exercice-sans-depense",
    "exercice-sans-vente",
    "debut-omis",
}
"""Doubts that a small book may raise by its dates alone, whatever else is wrong with it."""
FIGURES = ("revenue", "fees", "days", "charges", "depreciation")

Year = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What reading a folder says.

    Attributes:
        years: the figures of each year; empty where the books are refused.
        errors: what is refused, and where.
        doubts: what is doubted, and where; no note, and nothing of the calendar.
    """

    years: Mapping[int, Year]
    errors: tuple[tuple[str, Place], ...] = ()
    doubts: tuple[tuple[str, Place], ...] = ()

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing was measured."""
        return bool(self.errors)

    def total(self, figure: str) -> Decimal:
        """Return a figure over all years."""
        return sum((year[figure] for year in self.years.values()), Decimal(0))

    def __str__(self) -> str:
        if self.is_refused:
            return "refused: " + _listed(self.errors)
        years = {
            number: {name: f"{value:f}" for name, value in year.items() if value}
            for number, year in self.years.items()
        }
        return f"figures {years}" + (f"; doubted: {_listed(self.doubts)}" if self.doubts else "")


def _listed(said: Iterable[tuple[str, Place]]) -> str:
    return "; ".join(f"{what} ({place.sheet or place.file} {place.cell})" for what, place in said)


def outcome_of(sheets: Mapping[str, Sheet], settings: str = "") -> Outcome:
    """Return what becomes of sheets, written in memory where the machine has such a folder."""
    with TemporaryDirectory(dir=MEMORY) as folder:
        return outcome(write(Path(folder), sheets, settings))


def outcome(folder: Path) -> Outcome:
    """Return what becomes of the books of a folder."""
    try:
        books = load(folder)
    except BadData as bad:
        return Outcome(years={}, errors=tuple((error.what, error.place) for error in bad.errors))
    except BilanError as bad:
        return Outcome(years={}, errors=((str(bad), Place("")),))
    doubts = tuple(
        (f"{doubt.code} : {doubt.what}", doubt.place)
        for doubt in books.doubtful(TODAY)
        if doubt.code not in NOTES and doubt.code not in OF_THE_CALENDAR
    )
    return Outcome(years=years_of(books.activity, books.settings), doubts=doubts)


def years_of(lines: Activity, settings: Settings) -> dict[int, Year]:
    """Return the figures of each year that has some, the year after the last lines too."""
    found = by_year(lines, settings)
    years = {}
    for number in {*found, *(number + 1 for number in found)}:
        own = found.get(number, Activity())
        figures = measure_year(own, lines.expenses, settings, settings.year(number))
        years[number] = {name: getattr(figures, name) for name in FIGURES}
    return {number: year for number, year in years.items() if any(year.values())}


def names(place: Place, wanted: str) -> bool:
    """Tell whether a place names a cell: itself, another of its row, or the top of its column.

    `wanted` is « C3 », « Jours!C3 », « Jours! » for anywhere on a sheet, or « * ».
    """
    if wanted == "*":
        return True
    sheet, _, cell = wanted.rpartition("!")
    if sheet and sheet not in (place.sheet, place.file.rpartition("/")[2]):
        return False
    if not cell:
        return True
    here = CELL.fullmatch(place.cell) or _line(place.cell)
    asked = CELL.fullmatch(cell)
    if here is None or asked is None:
        return False
    return here[2] == asked[2] or (here[1] == asked[1] and here[2] == "1")


def _line(cell: str) -> re.Match[str] | None:
    """Return the row of a place in a file without cells: « ligne 12 »."""
    return re.fullmatch(r"(ligne) (\d+)", cell)
