"""A figure of a year as its legal form has it: a result is made of what that form knows.

Knows which terms a form has not. Never how a figure is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.making import Figure, made
from reporter.settings.words import OF

if TYPE_CHECKING:
    from reporter.figures import Figures


def of_year(figures: Figures, field: str) -> Figure:
    """Return a figure of a year; a result without the tax and annuities that its form has not."""
    figure, words = figures.figure(field), OF[figures.status]
    if field != "result" or words.tax:
        return figure
    before, *after = figure.terms
    bare = {"tax": not figures.tax, "depreciation": not words.depreciated}
    terms = (*before.figure.terms, *after)
    return made(
        field, figure.year, "sum", *(term for term in terms if not bare.get(term.figure.name))
    )
