"""A year as it is now → what is kept of it.

Knows where each kept thing is found. Never files, nor what was kept before.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from reporter.charges import annuity
from reporter.frozen.changes import changes
from reporter.frozen.closure import BOUGHT, ENTRY, FIELDS, FIGURES, NATURES, RARE, Closure, Kept
from reporter.model import Expense, FinancialYear
from reporter.toml.sections.company import CALCULATION, COMPANY
from reporter.toml.sections.net import MICRO
from reporter.toml.sections.parties import WORKER
from reporter.toml.sections.years import EVERY_YEAR, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.figures import Figures
    from reporter.frozen.changes import Changes
    from reporter.model import Activity, Line
    from reporter.settings import Settings

APART = {"nom", "siren", "creation", "statut", "debut", "fin", "reference", "publication"}
"""The settings of a company or a year that change no figure, or are kept in their own way."""
KEYS = {
    "societe": COMPANY.keys,
    "calcul": CALCULATION.keys,
    "micro": MICRO.keys,
    "exercice": (*EVERY_YEAR, *YEAR.keys),
    "intervenants": WORKER.keys,
}
"""The settings that are kept, by the table of bilan.toml that they stand in."""
ROUNDED = {"cents": Decimal("0.01")}
FINE = Decimal("0.000001")
"""Figures are kept to the cent, days and ratios to the millionth, as `show --json` gives them."""


def closure(figures: Figures, activity: Activity, settings: Settings, day: date) -> Closure:
    """Return what is kept of a year.

    Args:
        figures: what the year amounts to.
        activity: the lines of every year: what was bought earlier is still depreciated.
        settings: what the owner decided.
        day: the day on which it is closed.
    """
    return Closure(
        year=figures.year.number,
        day=day,
        figures=dict(figures_of(figures)),
        settings=dict(settings_of(figures, settings)),
        lines=(*lines(figures), *_bought(figures, activity, settings)),
    )


def changed(
    was: Closure, years: Mapping[int, Figures], activity: Activity, settings: Settings
) -> Changes:
    """Return what has changed in a closed year, which may have no line left."""
    figures = years.get(was.year)
    others = (line for year in years.values() if year is not figures for line in lines(year))
    if figures is None:
        now = Closure(year=was.year, day=was.day, figures={}, settings={}, lines=())
    else:
        now = closure(figures, activity, settings, was.day)
    return changes(was, now, others)


def lines(figures: Figures) -> Iterator[Kept]:
    """Yield the lines of a year."""
    for nature, name in NATURES.items():
        for line in getattr(figures.lines, name):
            yield kept(nature, line, figures.year.end)
    for entry in figures.entries:
        yield kept(ENTRY, entry, figures.year.end)


def kept(nature: str, line: Line, end: date) -> Kept:
    """Return a line of a year that ends on a day: what was paid or sold later was not in it."""
    later = set(_after(line, end))
    values = ((name, getattr(line, named.field, None)) for name, named in FIELDS.items())
    known = ((name, value) for name, value in values if value is not None and value != "")
    return Kept(
        nature=nature,
        values=tuple(pair for pair in known if pair[0] not in later),
        place=line.place,
    )


def _after(line: Line, end: date) -> Iterator[str]:
    """Yield the fields of a line that tell what happened after a day."""
    paid = getattr(line, "paid", None)
    if paid is not None and paid > end:
        yield "paiement"
    if isinstance(line, Expense) and line.disposed is not None and line.disposed > end:
        yield from ("date_cession", "prix_cession", "tva_cession")


def _bought(figures: Figures, activity: Activity, settings: Settings) -> Iterator[Kept]:
    year = figures.year
    if figures.status == "micro":
        return
    for line in activity.expenses:
        early = line.is_depreciated and line.date < year.start
        if early and (line.is_disposed_in(year) or annuity(line, settings, year)):
            yield kept(BOUGHT, line, year.end)


def figures_of(figures: Figures) -> Iterator[tuple[str, Decimal | None]]:
    """Yield each figure of a year by its name in `show --json`."""
    for name, named in FIGURES.items():
        value = getattr(figures, named.field)
        if name in RARE and not value:
            continue
        unit = ROUNDED.get(named.kind, FINE)
        yield name, None if value is None else value.quantize(unit, ROUND_HALF_UP)


def settings_of(figures: Figures, settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield each setting that is not its default, under its name in bilan.toml."""
    year, number = figures.year, figures.year.number
    if year != FinancialYear(number=number, start=date(number, 1, 1), end=date(number, 12, 31)):
        yield f"exercice.{number}.debut", year.start.isoformat()
        yield f"exercice.{number}.fin", year.end.isoformat()
    if figures.status is not None:
        yield "societe.statut", figures.status
    yield from _changed("societe", settings)
    yield from _changed("calcul", settings)
    yield from _changed("micro", settings.micro)
    yield from _changed("exercice", settings.of(year), f"exercice.{number}")
    for name, worker in settings.workers.items():
        yield from _changed("intervenants", worker, f"intervenants.{name}")


def _changed(table: str, said: object, path: str = "") -> Iterator[tuple[str, str]]:
    for key in KEYS[table]:
        value = getattr(said, key.field, None)
        if key.name not in APART and value is not None:
            text = key.kind.write(value)
            if text != key.default:
                yield f"{path or table}.{key.name}", text.strip('"')


def usual(name: str) -> str:
    """Return what holds where a setting is left out: « 25 » for exercice.2020.conges."""
    table, *_, last = name.split(".")
    found = next((key.default for key in KEYS.get(table, ()) if key.name == last), "")
    return found.strip('"')
