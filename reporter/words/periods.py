"""Months and years in the words of a title, a sheet or a file: « CRA Mars 2020 », « 2020-03 ».

Knows the names of months. Never where the words stand.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from reporter.characters import folded
from reporter.patterns import pattern

NAMES = (
    "janvier janv jan january|fevrier fevr fev february feb|mars march|avril avr april apr|mai may|"
    "juin june jun|juillet juil july jul|aout aou august aug|septembre sept sep september|"
    "octobre oct october|novembre nov november|decembre dec december"
)
"""The months in French and in English; « mar » is a Tuesday too."""
MONTHS = {name: i for i, names in enumerate(NAMES.split("|"), 1) for name in names.split()}
LONG_NAMES = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
DAY_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
"""The days of the week, in their order."""
WEEKDAYS = {day[:letters] for day in DAY_NAMES for letters in (1, 2, 3, None)}
"""The same, whole or short."""
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""The years that a cell may be of; another number is none."""
YEARS = {"", "an", "annee", "exercice"}
"""What may stand beside a year that is alone."""
YEAR = pattern(r"(?:19|20)\d\d")
GLUED = pattern(r"(?<=[a-z]{3})(?=(?:19|20)\d\d(?!\d))")
"""Where a year is glued to a word: « depenses2023 »."""
YEAR_MONTH = pattern(r"(?<!\d)((?:19|20)\d\d) ?(0[1-9]|1[0-2])(?!\d)")
MONTH_YEAR = pattern(
    r"(?<!\d)(?<!\b[tqs])(?<!trimestre )(?<!semestre )(0?[1-9]|1[0-2]) ((?:19|20)\d\d)(?!\d)"
)
PART = pattern(r"\d(?:er|re|e|eme|nd|nde) (?:trimestre|semestre|quinzaine|semaine|partie)")
IDENTITY = pattern(r"[0-9a-f]{32}")
"""What a tool adds to the names of its exports."""
STAMPS = {"edite", "imprime", "exporte", "genere", "signe", "fait", "cree"}
"""Words of the day when a sheet was made, which is not the month that it is about."""


class Period(NamedTuple):
    """A month of a year, as far as words tell.

    Attributes:
        rivals: what the words say, where they do not all say the same.
    """

    year: int | None = None
    month: int | None = None
    rivals: frozenset[str] = frozenset()

    def completed(self, other: Period) -> Period:
        """Return this period, what it does not tell taken from another."""
        rivals = self.rivals
        if any(a and b and a != b for a, b in zip(self[:2], other[:2], strict=True)):
            rivals |= {str(self), str(other)}
        return Period(self.year or other.year, self.month or other.month, rivals)

    @property
    def rank(self) -> int:
        """Return the rank of the month, those of all years one after the other."""
        return 12 * (self.year or 0) + (self.month or 0) - 1

    def __str__(self) -> str:
        """Return the month and the year in French, as far as they are known."""
        month = LONG_NAMES[self.month - 1] if self.month else ""
        return f"{month} {self.year or ''}".strip()


DAYS = pattern(
    r"(\d{1,2}[/.]\d{1,2}[/.]\d{4})\s*(?:au|a|à|jusqu.au|[-–—→])\s*(\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
ONE_MONTH = "|".join(NAMES.replace("|", " ").split())
MONTHS_SPAN = pattern(
    rf"\b({ONE_MONTH})(?: (\d{{4}}))? (?:a |au |jusqu a )?({ONE_MONTH}) (\d{{4}})\b"
)
"""How a text writes a span of days, or of months, folded."""
CENTURY = 2000
WORK_OF = pattern(
    rf"(?:\b(?P<month>{ONE_MONTH}) (?:20)?|(?:\bt(?P<quarter>[1-4])|(?<!\d )\b(?P<number>\d\d?)|"
    r"^(?:prestations?|soldes?|honoraires|missions?|exercice|annee|facturation|regie|maintenance|"
    r"hebergement|infogerance|abonnements?|assurances?|cotisations?|adhesions?|licences?)?) ?20)"
    r"(?P<year>\d\d)$"
)
CITED = {
    "devis", "contrat", "commande", "bdc", "bc", "po", "avenant", "bon", "accord", "cadre", "audit",
    "comptes", "bilan", "version", "depuis", "signe", "du", "v", "edition", "roadmap", "plan",
    "campagne", "strategie", "salon", "objectif", "objectifs", "budget",
    "rapport",
}  # fmt: skip
"""Words beside a period that is that of a document, or what the work is about."""


def period_of(text: Any) -> Period:
    """Return the month and the year that a text names."""
    words = GLUED.sub(" ", folded(text))
    if not STAMPS.isdisjoint(words.split()):
        return Period()
    for form, year, month in ((YEAR_MONTH, 1, 2), (MONTH_YEAR, 2, 1)):
        if found := form.search(words):
            return Period(int(found[year]), int(found[month]))
    tokens = words.split()
    years = {int(token) for token in tokens if YEAR.fullmatch(token)}
    months = {MONTHS[token] for token in tokens if token in MONTHS}
    return Period(
        years.pop() if len(years) == 1 else None, months.pop() if len(months) == 1 else None
    )


def month_alone(text: str) -> Period | None:
    """Return the month that a text names, with its year or not, where it says nothing more."""
    period = period_of(text)
    return period if period.month and not without_period(text) else None


@lru_cache(maxsize=4096)
def span_of(text: str) -> tuple[date, date] | None:
    """Return the first and the last day that a text names: « du 15/12/2019 au 14/01/2020 ».

    Months are whole: « juillet 2019 – juin 2020 » ends with June.
    """
    if YEAR.search(text) is None:
        return None
    if found := DAYS.search(text):
        begun, ended = day_in_full(found[1]), day_in_full(found[2])
        return (begun, ended) if begun and ended else None
    found = MONTHS_SPAN.search(folded(text))
    if found is None:
        return None
    first, last = date(int(found[2] or found[4]), MONTHS[found[1]], 1), MONTHS[found[3]]
    year = int(found[4])
    return first, date(year, last, monthrange(year, last)[1])


@lru_cache(maxsize=4096)
def named_span(text: str) -> tuple[date, date] | None:
    """Return the month, the quarter or the year that a text ends with, of which some work is.

    « Prestation décembre 2019 », « Régie déc. 19 », « T4 2019 », « Solde 2019 ». A document that
    is cited has a date of its own, and « Audit 2019 » may be what the work is about.
    """
    words = folded(text.split("(", maxsplit=1)[0])
    found = WORK_OF.search(words) if words[-1:].isdecimal() else None
    if found is None or not CITED.isdisjoint(words.split()):
        return None
    year, first, last = CENTURY + int(found["year"]), 1, 12
    if month := MONTHS.get(found["month"]) or int(found["number"] or 0):
        if month > last:
            return None
        first = last = month
    elif found["quarter"]:
        last = 3 * int(found["quarter"])
        first = last - 2
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


@lru_cache(maxsize=1 << 16)
def without_period(text: str) -> str:
    """Return folded words without months, years and other numbers: « Jours mars 2020 » → jours."""
    return " ".join(
        word
        for word in GLUED.sub(" ", folded(text)).split()
        if not (word in MONTHS or word.isdecimal() or IDENTITY.fullmatch(word))
    )


def is_part(text: str) -> bool:
    """Tell whether a text names a part of a year by its rank: « 1er trimestre 2020 »."""
    return PART.fullmatch(without_period(text)) is not None


def without_years(text: str) -> str:
    """Return folded words without years: « T1 2021 » → t1."""
    return " ".join(word for word in folded(text).split() if not YEAR.fullmatch(word))


DAY_IN_FULL = pattern(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


def day_in_full(cell: Any) -> date | None:
    """Return the day that a cell is, or that its text writes in full: 02/03/2020, 2020-03-02."""
    if not isinstance(cell, str):
        return date(cell.year, cell.month, cell.day) if isinstance(cell, date) else None
    found = DAY_IN_FULL.fullmatch(cell.strip())
    try:
        return found and date(*(int(found[n] or found[7 - n]) for n in (3, 2, 1)))
    except ValueError:
        return None
