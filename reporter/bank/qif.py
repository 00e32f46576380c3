"""QIF, the oldest export of banks → statements.

Knows fields, one a line, and records that « ^ » ends. Never CSV. A QIF gives no balance, but for a
first record that some banks call « Opening Balance »; nor an account, but in a list of accounts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reporter.bank.date_order import is_month_first, unsure
from reporter.bank.statement import Balance, Movement, Statement
from reporter.bank.values import COMMA, LONGEST_TEXT, day, euros, line
from reporter.characters import folded
from reporter.errors import BadCell, BadData, Place
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.bank.date_order import Orders

START = pattern(r"\s*!(?:type:|account|option:|clear:)", re.IGNORECASE)
BANKS = {"bank", "cash", "ccard", "oth a", "oth l"}
LISTS = {"cat", "class", "memorized", "tag", "security", "prices", "budget"}
OPENINGS = {"opening balance", "solde initial", "solde d ouverture", "solde de depart"}
AGAIN = "l’exporter de nouveau depuis la banque, ou en OFX"


@dataclass(slots=True)
class Record:
    """A movement as its fields give it: the first text of each letter, and its first line."""

    line: int
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def date(self) -> str:
        """Return the day as a text, « 12/03'20 » written « 12/03/20 »."""
        return "".join(self.fields.get("D", "").replace("'", "/").split())

    @property
    def amount(self) -> str:
        """Return the amount as a text."""
        return self.fields.get("T") or self.fields.get("U", "")


@dataclass(slots=True)
class Part:
    """The records of one account."""

    account: str
    records: list[Record] = field(default_factory=list)


def is_qif(text: str) -> bool:
    """Tell whether a text is QIF, by how it begins."""
    return START.match(text) is not None


def read_qif(text: str, name: str, account: str, orders: Orders) -> list[Statement]:
    """Return the statements of a file, one for each account.

    Args:
        text: the file, already within the size of a book.
        name: the file.
        account: the account where the file names none.
        orders: what the owner says of the dates of files.

    Raises:
        BadCell: where it holds no account, or where its dates may be read in two ways.
        BadData: with each record that is not understood.
    """
    parts = [part for part in _parts(text, name, account) if part.records]
    if not parts:
        raise BadCell("QIF sans aucun mouvement", Place(name), fix=AGAIN)
    every = [record for part in parts for record in part.records]
    american = _is_month_first(every, name, orders)
    errors: list[BadCell] = []
    found = [_statement(part, name, errors, american=american) for part in parts]
    if errors:
        raise BadData(errors)
    return found


def _is_month_first(records: list[Record], name: str, orders: Orders) -> bool:
    if (said := orders.said(name)) is not None:
        return said
    foreign = not any(COMMA.search(record.amount) for record in records)
    found = is_month_first([record.date for record in records], foreign=foreign)
    if found is None:
        raise unsure(Place(name, row=records[0].line), records[0].fields.get("D", ""))
    return found


def _parts(text: str, name: str, account: str) -> Iterator[Part]:
    """Yield the records of each account; lists of categories and the like are passed over."""
    part, kind, record = Part(account), "", Record(1)
    for number, row in enumerate(text.splitlines(), 1):
        if row.startswith("!"):
            kind, record = _kind(row, name, number), Record(number + 1)
        elif row.startswith("^"):
            if kind == "account" and record.fields.get("N"):
                yield part
                part = Part(record.fields["N"])
            elif kind in BANKS and record.fields:
                part.records.append(record)
            record = Record(number + 1)
        elif row.strip():
            record.fields.setdefault(row[0].upper(), row[1:].strip()[:LONGEST_TEXT])
    if kind in BANKS and record.fields:
        part.records.append(record)
    yield part


def _kind(row: str, name: str, number: int) -> str:
    """Return what follows a mark: a kind of account, or a list that holds no movement."""
    mark, _, kind = row[1:].strip().casefold().partition(":")
    if mark != "type":
        return mark
    if kind.strip() in BANKS | LISTS:
        return kind.strip()
    what = "QIF d’un compte qui n’est pas un compte de banque"
    raise BadCell(what, Place(name, row=number), shown=row.strip()[:80], fix=AGAIN)


def _statement(part: Part, name: str, errors: list[BadCell], *, american: bool) -> Statement:
    movements: list[Movement] = []
    opening: Balance | None = None
    for rank, record in enumerate(part.records):
        found = _movement(record, name, errors, american=american)
        if found is None:
            continue
        if rank == 0 and folded(record.fields.get("P", "")) in OPENINGS:
            opening = Balance(amount=found.amount, place=found.place)
        elif found.amount:
            movements.append(found)
    movements.sort(key=lambda one: one.date)
    return Statement(
        account=part.account,
        movements=tuple(movements),
        opening=opening,
        closing=None,
        place=Place(name),
    )


def _movement(
    record: Record, name: str, errors: list[BadCell], *, american: bool
) -> Movement | None:
    date, amount = day(record.date, american=american), euros(record.amount)
    place = Place(name, row=record.line)
    for what, letter, found in (("date", "D", date), ("montant", "T", amount)):
        if found is None:
            shown = f"{letter}{record.fields.get(letter, '')}"
            errors.append(BadCell(f"{what} illisible", place, shown=shown, fix=AGAIN))
    if date is None or amount is None:
        return None
    words = (record.fields.get(letter, "") for letter in "PMN")
    return Movement(date=date, amount=amount, label=line(*words), place=place)
