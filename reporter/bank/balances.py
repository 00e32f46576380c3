"""The balances that a CSV states in words, above its headings or below its movements.

Knows how banks say « solde ». Never movements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from reporter.bank.statement import Balance
from reporter.bank.values import day, euros
from reporter.characters import folded
from reporter.patterns import pattern

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from decimal import Decimal

    from reporter.errors import Place

When = Literal["before", "after", ""]

SAID = pattern(
    r"(?:ancien |nouveau )?soldes?(?: (?:initial|final|precedent|crediteur|debiteur|anterieur|"
    r"comptable|(?:d )?ouverture|(?:de )?cloture|de depart|de debut|de fin|en debut|en fin|"
    r"de periode|du compte|en date du|en|euros?|eur|au|a|le|du|\d+))*"
)
BEFORE = pattern(r"\b(?:ancien|initial|precedent|anterieur|ouverture|depart|debut)\b")
AFTER = pattern(r"\b(?:nouveau|final|cloture|fin)\b")
DATE = pattern(r"\d\d[/.-]\d\d[/.-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d")
AMOUNT = pattern(r"[-+\u2212]?\s*\d[\d .\u00a0\u202f]*,\d\d\s*(?:€|EUR)?\s*$")
IBAN = pattern(r"\b[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?\b")
NUMBER = pattern(r"(?:numero (?:de )?|n )?compte(?: n| numero)?")
INSIDE = pattern(r"\bcompte\b.*\bn(?:°|º|um[ée]ro)\s*([0-9][0-9 ]{6,})", re.IGNORECASE)
ALONE = pattern(r'="?([0-9]{8,})"?')
PERIOD = pattern(r"\b(?:entre le|du) (\S{8,10}) (?:et le|au) (\S{8,10})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A balance in words: its euros, its day if any, and whether movements come after it."""

    amount: Decimal
    date: dt.date | None
    when: When


def balance(cells: Sequence[str]) -> Said | None:
    """Return the balance that a row states; None where it states none.

    « Solde facture F-12 » is the label of a payment: every word must be one of a balance.
    """
    for rank, cell in enumerate(cells):
        if "old" not in cell.casefold():
            continue
        undated = DATE.sub(" ", cell)
        tail = AMOUNT.search(undated)
        words = folded(undated[: tail.start()] if tail else undated)
        if SAID.fullmatch(words) is None:
            return None
        others = [text for text in (*cells[rank + 1 :], *cells[:rank]) if text.strip()]
        dates = [found[0] for text in (cell, *others) if (found := DATE.search(text))]
        texts = ([tail[0]] if tail else []) + [text for text in others if not DATE.search(text)]
        amount = next((read for text in texts if (read := euros(text)) is not None), None)
        if amount is None:
            return None
        when: When = "before" if BEFORE.search(words) else "after" if AFTER.search(words) else ""
        signed = -abs(amount) if "debiteur" in words else amount
        return Said(signed, day(dates[0]) if dates else None, when)
    return None


def account_number(rows: Sequence[Sequence[str]]) -> str:
    """Return the number of the account that the first rows tell of, empty where they do not."""
    for row in rows:
        if found := IBAN.search(" ".join(row).upper()):
            return found[0].replace(" ", "")
        for cell, after in pairwise((*row, "")):
            if found := ALONE.fullmatch(cell.strip()) or INSIDE.search(cell):
                return "".join(found[1].split())
            words, _, number = cell.partition(":")
            told = number if number.strip() else after
            if NUMBER.fullmatch(folded(words)) and any(map(str.isdigit, told)):
                return "".join(told.split()).upper()
    return ""


def period_end(rows: Sequence[Sequence[str]]) -> dt.date | None:
    """Return the last day of the movements, where the first rows tell it.

    A balance of a later day, that of the export, is not the one after the last movement.
    """
    for row in rows:
        if found := PERIOD.search(" ".join(row)):
            return day(found[2].strip(",;"))
    return None


def around(
    said: Sequence[tuple[int, Said]], first: dt.date | None, file: Place
) -> tuple[Balance | None, Balance | None]:
    """Return the balance before the movements, and that after them, as words state them.

    Args:
        said: the rows that state a balance, by rank in the file.
        first: the day of the first movement: what is stated before it opens the account.
        file: where they are.
    """
    before = after = None
    for rank, one in said:
        stated = Balance(amount=one.amount, date=one.date, place=file._replace(row=rank + 1))
        early = one.date is not None and first is not None and one.date < first
        if one.when == "before" or (not one.when and early):
            before = before or stated
        else:
            after = stated
    return before, after
