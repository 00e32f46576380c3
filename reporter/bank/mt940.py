"""MT940 (SWIFT, customer statement message) → statements.

Knows fields and lines. Never XML nor CSV. Written from what banks publish of the standard: the
field 61 is a day, the day of the booking, the side, the amount; the field 86 its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from reporter.bank.statement import Balance, Movement, Statement
from reporter.bank.values import CENTURY, LONGEST_TEXT, euros, line
from reporter.errors import BadCell, BadData, Place
from reporter.model import ZERO
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

FIELD = pattern(r":(\d{2}[A-Z]?):(.*)", re.DOTALL)
START = pattern(r"\s*(?:\{1:.*)?:20:", re.DOTALL)
BALANCE = pattern(r"([CD])(\d{6})([A-Z]{3})([\d,]+)")
ENTRY = pattern(r"(\d{6})(\d{4})?(R?[CD])[A-Z]?(\d[\d,]*)[A-Z][A-Z0-9]{3}(.*)", re.DOTALL)
SUBFIELD = pattern(r"\?\d\d|/[A-Z]{3,4}/")
OPENINGS, CLOSINGS = ("60F", "60M"), ("62F", "62M")
MONTH_APART = 6
AGAIN = "l’exporter de nouveau depuis la banque, ou en CAMT.053"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its tag, its text on several lines, and its first line."""

    tag: str
    text: str
    line: int


def is_mt940(text: str) -> bool:
    """Tell whether a text is MT940, by how it begins."""
    return START.match(text[:LONGEST_TEXT]) is not None and ":25:" in text[:LONGEST_TEXT]


def read_mt940(text: str, name: str, account: str) -> list[Statement]:
    """Return the statements of a file, one for each message.

    Args:
        text: the file, already within the size of a book.
        name: the file.
        account: the account where a message gives no number.

    Raises:
        BadData: with each field that is not understood.
    """
    errors: list[BadCell] = []
    groups: list[list[Field]] = []
    for one in _fields(text):
        if one.tag == "20":
            groups.append([])
        if groups:
            groups[-1].append(one)
    found = [_statement(group, name, account, errors) for group in groups]
    if errors:
        raise BadData(errors)
    return found


def _fields(text: str) -> Iterator[Field]:
    """Yield the fields; a line that opens none goes on with the one before."""
    kept: Field | None = None
    for number, row in enumerate(text.splitlines(), 1):
        row_text = row.partition("{4:")[2] or row
        if found := FIELD.fullmatch(row_text.strip()):
            if kept is not None:
                yield kept
            kept = Field(found[1], found[2].strip(), number)
        elif kept and len(kept.text) < LONGEST_TEXT and row.strip() not in ("", "-", "-}"):
            kept = replace(kept, text=f"{kept.text} {row.strip()}"[:LONGEST_TEXT])
    if kept is not None:
        yield kept


def _statement(group: list[Field], name: str, account: str, errors: list[BadCell]) -> Statement:
    number = next((one.text for one in group if one.tag == "25"), "")
    moves: list[Movement] = []
    for one, after in zip(group, [*group[1:], None], strict=True):
        words = after.text if after is not None and after.tag == "86" else ""
        if one.tag == "61" and (found := _movement(one, words, name, errors)):
            moves.append(found)
    return Statement(
        account="".join(number.split()).upper() or account,
        movements=tuple(sorted((move for move in moves if move.amount), key=lambda x: x.date)),
        opening=_balance(group, OPENINGS, name, errors),
        closing=_balance(group, CLOSINGS, name, errors),
        place=Place(name),
    )


def _balance(
    group: list[Field], tags: tuple[str, ...], name: str, errors: list[BadCell]
) -> Balance | None:
    """Return the balance of a tag: the first of the openings, the last of the closings."""
    fields = [one for one in group if one.tag in tags]
    if not fields:
        return None
    kept = fields[0] if tags == OPENINGS else fields[-1]
    place, found = Place(name, row=kept.line), BALANCE.match(kept.text)
    amount = _amount(found[4]) if found else None
    if found is None or amount is None:
        errors.append(BadCell("solde illisible", place, shown=kept.text[:80], fix=AGAIN))
        return None
    if found[3] != "EUR":
        fix = "exporter un compte en euros : les livres sont en euros"
        errors.append(BadCell("compte dans une autre devise", place, shown=found[3], fix=fix))
    signed = amount if found[1] == "C" else -amount
    return Balance(amount=signed, place=place, date=_day(found[2]))


def _movement(one: Field, words: str, name: str, errors: list[BadCell]) -> Movement | None:
    place, found = Place(name, row=one.line), ENTRY.match(one.text)
    date_ = _booked(found[1], found[2]) if found else None
    amount = _amount(found[4]) if found else None
    if found is None or date_ is None or amount is None:
        errors.append(BadCell("mouvement illisible", place, shown=one.text[:80], fix=AGAIN))
        return None
    side = found[3]
    label = SUBFIELD.sub(" ", words) or found[5].replace("NONREF", " ").replace("//", " ")
    return Movement(
        date=date_,
        amount=amount if side in ("C", "RD") else ZERO - amount,
        label=line(label),
        nature="reversal" if side.startswith("R") else "",
        place=place,
    )


def _amount(text: str) -> Decimal | None:
    """Return an amount whose cents may be left out: « 1200, »."""
    return euros(text.removesuffix(","))


def _booked(valued: str, booked: str | None) -> date | None:
    """Return the day of the booking, whose year is the one nearest to the day of the value."""
    value = _day(valued)
    if value is None or not booked:
        return value
    apart = int(booked[:2]) - value.month
    year = value.year + (1 if apart < -MONTH_APART else -1 if apart > MONTH_APART else 0)
    return _day(f"{year % 100:02}{booked}")


def _day(text: str) -> date | None:
    try:
        return date(CENTURY + int(text[:2]), int(text[2:4]), int(text[4:6]))
    except ValueError:
        return None
