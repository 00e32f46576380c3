"""A cell → a date, a number, a price, a ratio or a text, whatever way it is written.

Knows how people write in cells. Never which cell it is.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from string import ascii_letters, digits
from typing import TYPE_CHECKING, Any, TypeVar

from reporter import numerals
from reporter.characters import folded
from reporter.model import CENT, cents
from reporter.patterns import pattern
from reporter.sources.grids.cells import Broken, is_blank
from reporter.sources.lines.written.dates import written_date
from reporter.words.periods import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 1e12
"""`numerals.MOST` among the true numbers of a spreadsheet."""
LONGEST = 32_767
"""Characters in a cell: the limit of spreadsheets themselves."""
HIGHEST_VAT = Decimal("0.30")


BREAKS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""What may break a word at the end of a line, or keep it whole, and is not seen."""
YES = {"oui", "o", "yes", "y", "x", "vrai", "true", "ok", "checked"}
NO = {"non", "n", "no", "faux", "false"}
TICKS, CROSSES = "✓✔☑✅", "✗✘❌✖☐⬜⏳⌛"
ANSWERS = {**dict.fromkeys((*YES, *TICKS, "1"), True), **dict.fromkeys((*NO, *CROSSES, "0"), False)}
UNPAID = pattern(
    r"(?:en )?(?:attente|retard)(?: (?:de |du |d )?(?:paiement|reglement|virement|encaissement))?|"
    r"a (?:payer|regler|encaisser|recevoir|relancer)|impayee?s?|"
    r"(?:non|pas|pas encore) (?:payee?s?|reglee?s?|encaissee?s?|recue?s?)|unpaid|pending|overdue"
)
"""What is written under « Payé » of what is not yet; folded."""
HT = {"ht", "euro", "euros", "eur"}
PER_DAY = {"par", "j", "jr", "jour"}
PER_HOUR = {"par", "h", "heure"}
AROUND = f"{ascii_letters}€/. \u00a0\u202f"
"""What stands after the number of a price, with its words."""
PALE = "\ufe0e\ufe0f"
"""What may follow a sign to say how it is drawn."""


Value = TypeVar("Value")


class Unreadable(ValueError):  # it says what the cell is
    """A cell that is not what its column needs; the message says what to write instead."""


def tried(read: Callable[[Any], Value], cell: Any) -> Value | None:
    """Return what a cell says, None where it is blank or cannot be read."""
    try:
        return None if is_blank(cell) else read(cell)
    except Unreadable:
        return None


def to_date(cell: Any) -> date:
    """Return a date: a true one, 31/03/2020, 2020-03-31, 20200331, « 31 mars 2020 ».

    A month alone, « janv. 2023 » or 01/2023, is its first day, as in a spreadsheet.
    """
    _refuse_broken(cell)
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
    else:
        text = _whole(cell) if isinstance(cell, float) else numerals.spaced(str(cell)[:60])
        try:
            day = written_date(text)
        except ValueError as error:
            raise Unreadable(str(error)) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unreadable(f"vérifier l’année, attendue entre {FIRST_YEAR} et {LAST_YEAR}")
    return day


def value_of(cell: Any) -> Decimal | date | None:
    """Return the number or the date that a cell is, or writes; None where it is a text."""
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str) and not numerals.begins(cell):
        return None
    number = tried(to_number, cell)
    return tried(to_date, cell) if number is None else number


def is_day(cell: Any) -> bool:
    """Tell whether a cell is a date, written as a text or not; « mars 2020 » may name a total."""
    whole = isinstance(cell, str) and sum(map(cell.count, "/.-")) == len("/.")
    return isinstance(cell, date) or (whole and tried(to_date, cell) is not None)


def answer(cell: Any) -> bool | None:
    """Return what a cell answers: yes, no, a tick, a cross, 1 or 0; None where it is no answer."""
    if isinstance(cell, str):
        said = folded(cell)
        is_below_zero = said.isdecimal() and not cell.strip()[0].isdecimal()
        return None if is_below_zero else ANSWERS.get(said or cell.strip(f" {PALE}"))
    return bool(cell) if isinstance(cell, bool | int | float) and cell in (0, 1) else None


def to_payment(cell: Any) -> date | None:
    """Return the day of a payment; « oui », « non » and « en attente » tell none."""
    if answer(cell) is not None or (isinstance(cell, str) and UNPAID.fullmatch(folded(cell))):
        return None
    return to_date(cell)


def to_number(cell: Any) -> Decimal:
    """Return a number: a true one, or a written one such as « 1 234,56 € » or « 79€99 ».

    A true number keeps the fifteen digits that spreadsheets keep: 0.1 + 0.2 is 0.3.
    """
    if type(cell) is float and -MOST < cell < MOST:
        return Decimal(int(cell)) if cell.is_integer() else Decimal(f"{cell:.15g}")
    _refuse_broken(cell)
    number: Decimal | None = None
    if isinstance(cell, int) and not isinstance(cell, bool):
        number = Decimal(cell)
    elif isinstance(cell, str):
        number = numerals.number(cell)
    if number is None or abs(number) >= numerals.MOST:
        raise Unreadable("écrire un nombre seul, sans autre mot")
    return number


def to_amount(cell: Any) -> Decimal:
    """Return an amount in euros, rounded half up to the cent.

    A true number that is nearest to so many cents is these: its fifteen digits need no reading.
    """
    if type(cell) is float and -MOST < cell < MOST:
        hundredths = round(cell * 100)
        if hundredths / 100 == cell:
            return hundredths * CENT
    return cents(to_money(cell))


def to_money(cell: Any) -> Decimal:
    """Return a price in euros; « 1,234 » may be a thousand or a little more than one: refused."""
    if isinstance(cell, str) and numerals.is_ambiguous(cell):
        raise Unreadable("écrire sans séparateur de milliers, avec deux décimales : 1234,00")
    return to_number(cell)


def to_sum(cell: Any) -> Decimal:
    """Return an amount before tax, rounded half up to the cent; it may say so: « 7 000 € HT »."""
    return to_amount(_without(cell, HT))


def to_rate(cell: Any) -> Decimal:
    """Return the price of a day in euros before tax: « 700 €/j », « 700 € HT par jour »."""
    return to_money(_without(cell, HT | PER_DAY))


def to_hourly(cell: Any) -> Decimal:
    """Return the price of an hour in euros before tax: « 90 €/h »."""
    return to_money(_without(cell, HT | PER_HOUR))


def _without(cell: Any, words: set[str]) -> Any:
    """Return a price without the words after it, where they are all among those of its column."""
    if not isinstance(cell, str) or not cell[-1:].isalpha():
        return cell
    number = cell.rstrip(AROUND)
    after = cell[len(number) :]
    said = set(folded(after.replace("/", " par ")).split())
    return number if said <= words and (said <= HT or "par" in said) else cell


def to_ratio(cell: Any) -> Decimal:
    """Return a VAT rate written 0.2, 20 or « 20 % ».

    Rates are under 1 as ratios and from 1 on as percents: the lowest French one is 1,05 %.
    """
    rate = to_percent(cell)
    if not 0 <= rate <= HIGHEST_VAT:
        raise Unreadable("écrire un taux de TVA, par exemple 20 %")
    return rate


def to_percent(cell: Any) -> Decimal:
    """Return a ratio, or a number from 1 on as percents."""
    if is_percent(cell):
        return to_number(cell.strip()[:-1]) / 100
    number = to_number(cell)
    return number / 100 if abs(number) >= 1 else number


def is_percent(cell: Any) -> bool:
    """Tell whether a cell is a text with a percent sign."""
    return isinstance(cell, str) and cell.rstrip().endswith("%")


def to_text(cell: Any) -> str:
    """Return a text without what breaks words unseen, a soft hyphen, a space of no width.

    A whole number written by the spreadsheet loses its decimal.
    """
    _refuse_broken(cell)
    if isinstance(cell, float):
        return _whole(cell)
    text = str(cell).strip()
    if not text.isascii():
        text = text.translate(BREAKS).strip()
    if len(text) > LONGEST:
        raise Unreadable(f"écrire au plus {LONGEST} caractères")
    return text


def to_invoice(cell: Any) -> str:
    """Return the number of an invoice; « oui » or a tick says that there is one, and not which."""
    text = to_text(cell)
    return "" if text[-1:] not in digits and answer(text) else text


def _refuse_broken(cell: Any) -> None:
    if isinstance(cell, Broken):
        raise Unreadable(cell.fix)


def _whole(cell: float) -> str:
    return str(int(cell)) if cell.is_integer() else str(cell)
