"""A month or a quarter of a financial year: the options that ask for it, and its page.

Knows how they are written, and which days are known. Never what a part of a year holds.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reporter.cli.french_typer import UsageError
from reporter.errors import BilanError
from reporter.french import enumeration, short_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from reporter.books import Books
    from reporter.figures import Bilan
    from reporter.formats import Files
    from reporter.manifest.manifest import Manifest
    from reporter.parts import Asked, Part
    from reporter.tables.part import Extract

SIDE_BY_SIDE = 2
"""The years of the page: this one and the one before."""


def part_asked(month: str, quarter: str) -> Asked | None:
    """Return the part of the year that is asked for, None for the whole of it."""
    from reporter.parts import MONTH, QUARTER, Asked

    if month and quarter:
        raise UsageError("choisir --mois ou --trimestre, pas les deux")
    if found := re.fullmatch(r"(?:(\d{4})-)?(0?[1-9]|1[0-2])", month):
        return Asked(MONTH, int(found[2]), int(found[1]) if found[1] else None)
    if found := re.fullmatch(r"(?:(\d{4})-)?T?([1-4])", quarter):
        return Asked(QUARTER, int(found[2]), int(found[1]) if found[1] else None)
    if month:
        example = "écrire par exemple 3 ou 2020-03"
        raise UsageError(f"l’option --mois : « {month} » n’est pas un mois, {example}")
    if quarter:
        example = "écrire par exemple 1 ou 2020-T1"
        raise UsageError(f"l’option --trimestre : « {quarter} » n’est pas un trimestre, {example}")
    return None


class Measured(NamedTuple):
    """A part of a year up to a day, in the year cut where it ends."""

    bilan: Bilan
    found: Extract
    part: Part


def part_files(measured: Measured, names: list[str]) -> Files:
    """Return the page of a part of a year.

    Raises:
        UsageError: where a format is one of a whole year.
    """
    from reporter.formats.report.part import FORMATS, PartPage, render

    if strange := [name for name in names if name not in FORMATS]:
        raise UsageError(
            f"un mois ou un trimestre s’écrit en {enumeration(list(FORMATS))}, pas en "
            f"{enumeration(strange)}"
        )
    bilan, found, part = measured
    return render(PartPage.of(bilan, found, part), names)


def measured_part(opened: Books, year: int, wanted: Asked, as_of: date | None = None) -> Measured:
    """Return a part of a year as it is known today, or on another day.

    Raises:
        BilanError: where the year has no such part, or where it has not begun.
    """
    from reporter.parts import part_of
    from reporter.tables.part import extract

    period = opened.settings.year(year)
    part = part_of(period, wanted)
    day = min(part.end, period.end, as_of or opened.today)
    if day < part.start:
        raise BilanError(f"{part.name} n’a pas commencé : il commence le {short_date(part.start)}")
    bilan = opened.measure(year, None, SIDE_BY_SIDE, day)
    found = extract(opened.years, opened.settings, period, part, day)
    return Measured(bilan, found, part)


def part_manifest(opened: Books, measured: Measured, report: Mapping[str, str]) -> Manifest:
    """Return what the page of a part of a year says of itself: no text of the owner's is in it."""
    from reporter.manifest.manifest import OfPart, manifest
    from reporter.parts import year_before

    bilan, found, part = measured
    figures = {part.name: found.figures}
    if found.before is not None:
        figures[year_before(part.name)] = found.before
    own = replace(bilan, text=None)
    return manifest(own, opened.folder, report, part=OfPart(part.name, figures))
