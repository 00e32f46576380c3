"""What the result of a year is called in each legal form.

Knows the words. Never what they stand for in figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.law.micro import Trade
    from reporter.settings.status import Status


class Words(NamedTuple):
    """The words of a form, in French, without capitals; empty where the form has no such thing.

    Attributes:
        result: what is left at the end.
        before: what is left before the tax of the company.
        tax: that tax.
        depreciated: whether purchases are depreciated.
        short: what is left, in one word.
        several: the same of several years.
    """

    result: str
    before: str = ""
    tax: str = ""
    depreciated: bool = True
    short: str = "résultat"
    several: str = "résultats"


COMPANY = Words("résultat après impôts", "résultat avant impôts", "impôt sur les sociétés")
PERSONAL = Words("résultat avant impôt personnel")
MICRO = Words(
    "reste après dépenses", depreciated=False, short="reste", several="restes après dépenses"
)
MIXED = Words("résultat", "résultat avant impôt de la société", "impôt de la société")
"""For years of several forms side by side."""
OF: dict[Status | None, Words] = {
    None: COMPANY,
    "sasu": COMPANY,
    "eurl-is": COMPANY,
    "eurl-ir": PERSONAL,
    "ei": PERSONAL,
    "micro": MICRO,
}


NAMES: dict[Status, str] = {
    "sasu": "SASU",
    "eurl-is": "EURL à l’IS",
    "eurl-ir": "EURL à l’impôt sur le revenu",
    "ei": "EI",
    "micro": "micro-entreprise",
}


TRADES: dict[Trade, str] = {"bnc": "BNC", "bic": "BIC", "ventes": "ventes"}


def words(statuses: Iterable[Status | None]) -> Words:
    """Return the words that years of these forms share."""
    found = {OF[status] for status in statuses}
    if len(found) == 1:
        return found.pop()
    if any(one.tax for one in found):
        return MIXED
    return Words("résultat", depreciated=any(one.depreciated for one in found))
