"""In what two years side by side are unlike, which no percentage says: sign, legal form, length.

Knows the sentences. Never where they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import NBSP, Cell, capitalised, quantity
from reporter.french.told import Told
from reporter.law.workdays import months, years_before
from reporter.settings.words import NAMES, OF

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.figures import Figures


RESULTS = {"result", "result_before_tax", "tax"}
"""The fields of a year whose meaning is that of its legal form."""


def is_unlike(now: Figures, before: Figures, field: str) -> bool:
    """Tell whether a figure is not the same thing in two years, for their legal forms."""
    return field in RESULTS and OF[now.status] != OF[before.status]


def changed_form(now: Figures, before: Figures | None) -> str:
    """Say that two years are of legal forms whose results are not the same thing, or nothing."""
    if before is None or OF[now.status] == OF[before.status]:
        return ""
    was, is_ = (NAMES[one.status] if one.status else "société" for one in (before, now))
    return (
        f"Le statut a changé{NBSP}: {was} en {before.year.number}, {is_} en "
        f"{now.year.number}{NBSP}; leurs résultats ne se comparent pas."
    )


def other_length(now: Figures, before: Figures | None) -> str:
    """Say that two years side by side are not of the same length, or nothing.

    A February of 28 days answers to one of 29, as in every comparison.
    """
    if before is None:
        return ""
    years = now.year.number - before.year.number
    same = (years_before(now.year.start, years), years_before(now.year.end, years))
    if same == (before.year.start, before.year.end):
        return ""
    lengths = (months(one.year.start, one.year.end) for one in (now, before))
    new, old = map(quantity, lengths)
    at = " à cette date" if now.year.is_partial else ""
    return (
        f"{before.year.number} compte {old} mois{at} et {now.year.number}, {new}"
        f"{NBSP}: les montants ne sont pas ramenés à la même durée."
    )


def crossing(now: Figures, before: Figures | None) -> Told:
    """Return « d’un bénéfice de 42,4 K€ à une perte de 185 K€ », nothing where no sign changes."""
    if before is None or now.result * before.result >= 0 or is_unlike(now, before, "result"):
        return Told("")
    signed = {now.status, before.status} & {"micro"}
    old, new = (
        Cell(
            year.result if signed else abs(year.result),
            "kilo",
            f"{year.year.number}.resultat_apres_impots",
        )
        for year in (before, now)
    )
    if signed:
        return Told(f"de {old} à {new}", old, new)
    start, end = (_kind(year.result) for year in (before, now))
    return Told(f"d’{start} de {old} à {end} de {new}", old, new)


def crossed(now: Figures, before: Figures | None) -> str:
    """Return the sentence that stands for a variation which does not exist, or nothing."""
    said, word = crossing(now, before), capitalised(OF[now.status].result)
    return f"{word}{NBSP}: {said}, un changement qui n’a pas de pourcentage." if said else ""


def _kind(result: Decimal) -> str:
    return "un bénéfice" if result > 0 else "une perte"
