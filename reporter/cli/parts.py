"""The options that ask for a month or a quarter of a financial year.

Knows how they are written. Never what a part of a year holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from reporter.parts import Asked


def part_asked(month: str, quarter: str) -> Asked | None:
    """Return the part of the year that is asked for, None for the whole of it."""
    from reporter.parts import MONTH, QUARTER, Asked

    if month and quarter:
        raise typer.BadParameter("choisir --mois ou --trimestre, pas les deux")
    if found := re.fullmatch(r"(?:(\d{4})-)?(0?[1-9]|1[0-2])", month):
        return Asked(MONTH, int(found[2]), int(found[1]) if found[1] else None)
    if found := re.fullmatch(r"(?:(\d{4})-)?T?([1-4])", quarter):
        return Asked(QUARTER, int(found[2]), int(found[1]) if found[1] else None)
    if month:
        raise typer.BadParameter(f"« {month} » n’est pas un mois, écrire par exemple 3 ou 2020-03")
    if quarter:
        example = "écrire par exemple 1 ou 2020-T1"
        raise typer.BadParameter(f"« {quarter} » n’est pas un trimestre, {example}")
    return None
