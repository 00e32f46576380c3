"""What the numbers of invoices say of their lines, each beside the others.

Knows numbers, letters and words that stand for one. Never the rows that bear them.
"""

from __future__ import annotations

from string import digits
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.sources.lines.written.values import answer
from reporter.words.bearing import Bearing, bearing, is_sold
from reporter.words.documents import beside_invoices, by_letters, numbered, odd_numbers

if TYPE_CHECKING:
    from collections.abc import Collection

FIGURES = frozenset(digits)
INITIALS = 3


def of_numbers(numbers: Collection[str]) -> dict[str, Bearing]:
    """Return what the numbers of invoices say of their lines, each beside the others.

    One without a figure, among others that have some, is perhaps none: « en cours »; or of a letter
    that nearly all others have not: « F-4 bis ».
    """
    told = ((it, answer(it)) for it in numbers if len(it) == 1 or it[-1] not in digits)
    answers = {number: answered for number, answered in told if answered is not None}
    said: dict[str, Bearing] = {it: "not sold" for it, answered in answers.items() if not answered}
    series = by_letters(number for number in numbers if number not in answers)
    numbered_so = any(answers.values()) or any(map(has_figures, series))
    beside = beside_invoices(series)
    for letters, its in series.items():
        listed = has_figures(letters)
        own = numbered(letters) if listed else _of_words(letters, among_figures=numbered_so)
        if bears := own or beside.get(letters, ""):
            said |= dict.fromkeys(its, bears)
    return odd_numbers(series) | said


def has_figures(number: str) -> bool:
    """Tell whether the number of an invoice holds a figure."""
    return not FIGURES.isdisjoint(number)


def _of_words(number: str, *, among_figures: bool) -> Bearing:
    """Return what words say that stand for the number of an invoice; a dash stands for none.

    A few capitals may be the initials by which its owner numbers.
    """
    said = numbered(number) or bearing(number)
    initials = number.isupper() and len(number) <= INITIALS
    if said or not among_figures or initials or not folded(number) or is_sold(number):
        return said
    return "maybe not sold"
