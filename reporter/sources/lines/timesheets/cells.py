"""What the cells of a day say: a number, a length of time, half a day, an absence; days or hours.

Knows one cell, all the numbers of a grid, or the header of its days. Never their client nor their
date.
"""

from __future__ import annotations

from calendar import monthrange
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reporter import numerals
from reporter.characters import folded
from reporter.french import quantity
from reporter.law.workdays import SATURDAY, public_holidays
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.rows.days_off import NOT_BILLED, is_unsure
from reporter.sources.lines.written.counts import is_clock, time_of, to_hours
from reporter.sources.lines.written.values import Unreadable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from reporter.errors import BadCell
    from reporter.sources.tables.timesheets import Timesheet

HALF, WHOLE = Decimal("0.5"), Decimal(1)
WORDS = {
    "présent": WHOLE, "present": WHOLE, "travaillé": WHOLE,
    "x": WHOLE, "✓": WHOLE, "✔": WHOLE, "☑": WHOLE, "journée": WHOLE, "journee": WHOLE,
    "journée entière": WHOLE, "journée complète": WHOLE, "jour": WHOLE,
    "x/2": HALF, "1/2": HALF, "½ x": HALF, "matin": HALF, "matinée": HALF, "après-midi": HALF,
    "apres-midi": HALF, "après midi": HALF, "apres midi": HALF, "aprem": HALF, "demi": HALF,
    "demi-journée": HALF, "demi-journee": HALF, "demi journée": HALF, "1/2 journée": HALF,
    "1/2 j": HALF, "1/2 jour": HALF, "½ journée": HALF,
}  # fmt: skip
"""The words of a day, or of half a day, that was worked."""
NOONS = {"am": HALF, "pm": HALF}
"""The same, where a grid has both: « AM » alone may be an illness (arrêt maladie)."""
OFF = {"f", "w", "s", "d"}
"""Letters that say a holiday or a weekend where the day is one, and nothing for sure elsewhere."""
FEW, LONGEST_MARK = 6, 3
MOST = 2
"""Days of one cell, worked long and late: what is no more may be days, and hours if it is said."""
NO_NOON = "écrire 0,5 si c’est une demi-journée, ou Maladie si c’est un arrêt"
TOO_LONG = "écrire au plus 1 par jour, en jours et non en heures ; une période, jour par jour"
DAY_HOURS, TOO_MANY = 24, "écrire au plus 24 heures par jour"
NOBODY_KNOWS = "écrire 1, 0,5, ou une absence en toutes lettres : CP, RTT, Maladie, Férié"

Unit = Literal["days", "hours"]


class Worked(NamedTuple):
    """What is billed in a cell, as it stands, and the unit that it says itself, if it says one."""

    number: Decimal
    unit: Unit | Literal[""] = ""


def worked(cell: Any, words: Mapping[str, Decimal] = WORDS) -> Worked:
    """Return what is billed in a cell: 1, 0,5, x, ½, « 1 j », « matin », 7, « 7h30 ».

    Raises:
        Unreadable: where it is no number.
    """
    text = numerals.spaced(cell).casefold() if isinstance(cell, str) else ""
    if text in words:
        return Worked(words[text], "days")
    length = time_of(text) if text else None
    if length is not None and length.unit == "jour":
        return Worked(length.number, "days")
    return Worked(to_hours(cell), "hours" if is_clock(cell) else "")


def in_a_day(cell: Any, day: dt.date | None, unit: Unit, most: int = 1) -> Decimal | None:
    """Return the days or hours of a cell of one day, or of a week; None where it names an absence.

    Raises:
        Unreadable: where it is neither, or more than that.
    """
    if is_blank(cell) or is_off(cell, named=True, day=day):
        return None
    if unit == "hours":
        hours = to_hours(cell)
        if not 0 <= hours <= most * DAY_HOURS:
            raise Unreadable(TOO_MANY)
        return hours
    try:
        worth = worked(cell)
    except Unreadable as unreadable:
        raise Unreadable(why(cell, unreadable)) from unreadable
    if worth.unit == "hours" or worth.number > most:
        raise Unreadable(TOO_LONG)
    return worth.number


def day_words(cells: Iterable[Any]) -> Mapping[str, Decimal]:
    """Return the words of a day worked in a grid: those of noon too, where it has both."""
    said = {cell.strip().casefold() for cell in cells if isinstance(cell, str) and len(cell) < FEW}
    return WORDS | NOONS if said >= NOONS.keys() else WORDS


def is_off(
    cell: Any, words: Mapping[str, Decimal] = WORDS, *, named: bool, day: dt.date | None
) -> bool:
    """Tell whether a cell names an absence, or the day of the week on a row that has no name.

    A letter alone may be a morning as well as an illness: only « F » on a public holiday, or at a
    weekend, is one for sure.
    """
    if not isinstance(cell, str) or is_unsure(cell) or cell.strip().casefold() in words:
        return False
    word = folded(cell)
    if word in NOT_BILLED or not (named or any(map(str.isnumeric, cell))):
        return True
    if word not in OFF or day is None:
        return False
    holidays = public_holidays(range(day.year, day.year + 1), alsace_moselle=True)
    return day.weekday() >= SATURDAY or day in holidays


def why(cell: Any, unreadable: Unreadable) -> str:
    """Return what to write in place of a cell of a day that cannot be read."""
    if not isinstance(cell, str) or numerals.number(cell) is not None or is_clock(cell):
        return str(unreadable)
    letters = cell.strip()
    if letters.casefold() in NOONS:
        return NO_NOON
    is_mark = letters.isalpha() and len(letters) <= LONGEST_MARK
    key = f" ; ou, sous la grille, « {letters} = présent » ou « = absent »" if is_mark else ""
    return f"{NOBODY_KNOWS}{key}"


def unit_of(found: Sequence[Worked], *, said: bool) -> Unit | tuple[str, str]:
    """Return what the plain numbers of a grid count; where nothing tells, what to show and write.

    Days are 1 at most. The word « heures », where it is `said` above, may speak of something else
    (« 7 h par jour »): it is not believed where most numbers are those of days.
    """
    plain = sorted(one.number for one in found if not one.unit)
    units = {one.unit for one in found}
    if not plain:
        return "hours" if units == {"hours"} else "days"
    long = plain[len(plain) // 2] > 1 if said else plain[0] > 1 and plain[-1] > MOST
    if not said and plain[-1] <= 1 and ("days" in units or "hours" not in units):
        return "days"
    if long and "days" not in units:
        return "hours"
    fix = "écrire « Heures » au-dessus du tableau, ou au plus 1 par jour"
    if said or units != {""}:
        fix = "écrire 7h et non 7, 1 j et non 1, ou retirer le mot « heures » si ce sont des jours"
    return f"de {quantity(plain[0])} à {quantity(plain[-1])}", fix


def skipped(sheet: Timesheet) -> BadCell | None:
    """Return the mistake of a column that is not the next day, or of a last one before the end."""
    period, first, last = sheet.period, min(sheet.days), max(sheet.days)
    wrong = (n for n in range(first, last + 1) if sheet.days.get(n) != n - first + 1)
    column, what = next(wrong, None), "les jours ne se suivent pas ici"
    end = period.year and period.month and monthrange(period.year, period.month)[1]
    if column is None and not sheet.months and sheet.days[last] < (end or 0):
        column, what = last, "la grille s’arrête avant la fin du mois"
    if column is None:
        return None
    fix = "écrire une colonne par jour, de 1 à la fin du mois"
    return sheet.grid.mistake(sheet.top, column, what, fix)
