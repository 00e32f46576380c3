"""A cell → what is counted: days, hours, « 1 h 30 min », kilometres, years, a quantity.

Knows how people write a count, and its unit beside it. Never prices nor amounts.
"""

from __future__ import annotations

import re
from datetime import time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from reporter import numerals
from reporter.characters import folded
from reporter.law.workdays import YEAR_MONTHS
from reporter.patterns import pattern
from reporter.sources.grids.cells import Broken
from reporter.sources.lines.written.values import Unreadable, to_number, tried

NUMBER = r"\d{1,4}(?:[.,]\d+)?"
SURE = r"\d{1,4}(?:[.,](?:\d|[6-9]\d))?"
"""« 7,30 h » may be seven hours and a half, or less."""
DAYS = pattern(
    rf"(?P<whole>{NUMBER})?\s?(?P<half>½)?\s?"
    r"(?P<unit>j|jr|jrs|jour|jours|jh|j/h|journée|journées|day|days)?\.?",
    re.IGNORECASE | re.ASCII,
)
HOURS = pattern(
    rf"(?:(?P<hours>{SURE})\s?(?:h|hr|hrs|heure|heures|hour|hours)\.?)?"
    rf"\s?(?:(?P<minutes>{NUMBER})\s?(?:min|mins|mn|minute|minutes)\.?)?",
    re.IGNORECASE | re.ASCII,
)
CLOCK = pattern(
    r"(\d{1,4})\s*(?:h|:)\s*(?:([0-5]\d)(?:\s*(?:min|mn|m))?)?(?::([0-5]\d)(?:[.,]\d+)?)?",
    re.IGNORECASE | re.ASCII,
)
LIFETIME = pattern(r"(\d+(?:[.,]\d+)?)\s*(ans?|années?|mois)?", re.IGNORECASE | re.ASCII)
PIECES = {
    "forfait", "ft", "fft", "piece", "pce", "pc", "unite", "u", "lot", "ens", "ensemble", "mois",
    "an", "annee", "semaine", "licence", "service", "prestation", "article", "unit", "item", "flat",
    "fixed", "month", "mot", "page", "autre", "km", "seance", "session", "personne", "kg", "m2",
    "photo", "image", "visuel", "logo", "maquette", "illustration", "affiche", "planche", "tirage",
    "portrait", "reportage", "video", "feuillet", "signe", "ligne", "caractere", "module",
    "atelier", "stagiaire", "participant", "groupe", "dossier", "fiche", "ecran", "exemplaire",
    "ex", "utilisateur", "poste", "repas", "nuit", "trajet", "deplacement", "cours",
}  # fmt: skip
"""Units of what is sold by the piece, folded, in the singular."""
DAY_WORDS = {"j", "jr", "jrs", "jh", "jour", "jours", "journee", "journees", "d", "day", "days"}
HOUR_WORDS = {"h", "hr", "hrs", "heure", "heures", "hour", "hours"}
"""How a day and an hour are called beside a number, or above it, folded."""
PRECISION = Decimal("0.0000000001")
MOST_DAYS = 366
MOST_HOURS = 31 * 24
MOST_KILOMETRES = 100_000
MINUS = ("-", "\u2212")
MINUTE, HOUR, DAY = 60, 3600, 86_400
HALF, MINUTES = Decimal("0.5"), 60
SHORTEST_LIFE, LONGEST_LIFE = Decimal("0.5"), 50
NO_HOURS = "ce sont des heures : nommer la colonne « Heures », ou écrire des jours, 1 ou 0,5"
NO_DAYS = "ce sont des jours : nommer la colonne « Jours », ou écrire des heures, 7 ou 3,5"
OTHER_UNIT = "écrire la quantité dans l’unité que dit la ligne"


class Count(NamedTuple):
    """A quantity, and the unit that its own cell says: « jour », « heure », a piece."""

    number: Decimal
    unit: str = ""


def time_of(text: str) -> Count | None:
    """Return the length of time that a text writes with its unit, or with ½; else None."""
    text = numerals.spaced(text)
    if text and (found := HOURS.fullmatch(text)):
        minutes = _decimal(found["minutes"]) / MINUTES
        return Count(_decimal(found["hours"]) + minutes, "heure")
    found = DAYS.fullmatch(text)
    if found is None or not (found["half"] or (found["whole"] and found["unit"])):
        return None
    if found["half"] and not (found["whole"] or "0").isdecimal():
        return None
    return Count(_decimal(found["whole"]) + (HALF if found["half"] else 0), "jour")


def _length(cell: Any) -> Count | None:
    """Return the length of time that a cell writes, below zero too: « -2 j » of a credit note."""
    if not isinstance(cell, str):
        return None
    text = cell.strip()
    if text[:1] not in MINUS:
        return time_of(text)
    found = time_of(text[1:])
    return found and Count(-found.number, found.unit)


def _decimal(text: str | None) -> Decimal:
    return Decimal((text or "0").replace(",", "."))


def to_count(cell: Any) -> Decimal:
    """Return a number of days or of hours, at most ten decimals; « 1,000 » is refused."""
    if isinstance(cell, str) and numerals.is_ambiguous(cell):
        raise Unreadable("écrire sans séparateur de milliers, et au plus deux décimales : 1,25")
    number = to_number(cell)
    rounded = number.quantize(PRECISION)
    return number if number == rounded else rounded


def _count_or(cell: Any, fix: str) -> Decimal:
    """Return a count; where it is none, say what to write, or what a formula lacks."""
    try:
        return to_count(cell)
    except Unreadable as unreadable:
        raise Unreadable(str(unreadable) if isinstance(cell, Broken) else fix) from unreadable


def to_days(cell: Any) -> Decimal:
    """Return the days of a line, « 1 j » or « ½ » too, at most a year.

    700 days at 20 euros are columns swapped.
    """
    length = _length(cell)
    if length is not None and length.unit == "heure":
        raise Unreadable(NO_HOURS)
    days = length.number if length else _count_or(cell, "écrire un nombre seul : 1 ou 0,5")
    if abs(days) > MOST_DAYS:
        raise Unreadable(f"au plus {MOST_DAYS} jours par ligne : Jours et TJM sont-ils inversés ?")
    return days


def to_kilometres(cell: Any) -> Decimal:
    """Return a distance in kilometres: a number, « 120 km »; a way back is not written below zero.

    On one line, at most what a car drives in a year.
    """
    text = numerals.spaced(cell).lower().removesuffix("km") if isinstance(cell, str) else cell
    distance = _count_or(text, "écrire une distance : 120")
    if not 0 <= distance <= MOST_KILOMETRES:
        raise Unreadable(f"écrire une distance en kilomètres, de 0 à {MOST_KILOMETRES}")
    return distance


def to_hours(cell: Any) -> Decimal:
    """Return hours: a number, a length of time, « 7h30 », « 7:30:15 », « 7 hrs », « 45 min »."""
    if isinstance(cell, time):
        cell = timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    if isinstance(cell, timedelta):
        hours = _quotient(Decimal(cell.days * DAY + cell.seconds))
    elif isinstance(cell, str) and (found := CLOCK.fullmatch(numerals.spaced(cell))):
        whole, minutes, seconds = (int(group or 0) for group in found.groups())
        hours = _quotient(Decimal(whole * HOUR + minutes * MINUTE + seconds))
    elif (length := _length(cell)) is not None:
        if length.unit == "jour":
            raise Unreadable(NO_DAYS)
        hours = length.number.quantize(PRECISION).normalize()
    else:
        hours = to_count(cell)
    if abs(hours) > MOST_HOURS:
        raise Unreadable(f"au plus {MOST_HOURS} heures par ligne : sont-ce des minutes ?")
    return hours


def _quotient(seconds: Decimal) -> Decimal:
    return (seconds / HOUR).quantize(PRECISION).normalize()


def is_clock(cell: Any) -> bool:
    """Tell whether a cell is written as hours: « 7h30 », 7:30, « 45 min »."""
    if isinstance(cell, str):
        text = numerals.spaced(cell)
        length = time_of(text)
        return CLOCK.fullmatch(text) is not None or (length is not None and length.unit == "heure")
    return isinstance(cell, time | timedelta)


def to_lifetime(cell: Any) -> Decimal | None:
    """Return a number of years: 3, « 3 ans », « 36 mois »; zero is a charge, depreciated never.

    500 must be an annuity in euros.
    """
    if isinstance(cell, str) and (found := LIFETIME.fullmatch(numerals.spaced(cell))):
        number = to_number(found[1])
        years = number / YEAR_MONTHS if (found[2] or "").lower() == "mois" else number
    else:
        years = to_number(cell)
    if years and not SHORTEST_LIFE <= years <= LONGEST_LIFE:
        raise Unreadable(f"écrire un nombre d’années, au plus {LONGEST_LIFE}, ou « 36 mois »")
    return years or None


def number_of(cell: Any) -> Decimal | None:
    """Return the number of a quantity, None where the cell is blank or is none."""
    count = tried(counted, cell)
    return None if count is None else count.number


def counted(cell: Any) -> Count:
    """Return a quantity; « 7h30 » is hours, « 2 jours » is days, « 30 pages » are pieces.

    Raises:
        Unreadable: where the cell is neither a number, a length of time nor a number of pieces.
    """
    try:
        return Count(to_number(cell))
    except Unreadable as unreadable:
        length = _length(cell)
        if length is not None and length.unit == "jour":
            return length
        try:
            return Count(to_hours(cell), "heure")
        except Unreadable:
            return _pieces(cell, unreadable)


def is_piece(unit: str) -> bool:
    """Tell whether a folded unit is one of what is sold by the piece."""
    return unit in PIECES or unit.removesuffix("s") in PIECES


def _pieces(cell: Any, unreadable: Unreadable) -> Count:
    """Return a quantity of what is sold by the piece: « 30 pages », « 1 200 mots »."""
    number, _, unit = str(cell).strip().rpartition(" ")
    if not is_piece(folded(unit)):
        raise unreadable
    return Count(to_number(number), folded(unit))
