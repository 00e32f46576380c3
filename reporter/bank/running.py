"""A balance beside each movement: it must follow, or the file is refused.

Knows rows in the order of a file. Never how they are written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reporter.bank.statement import Balance, Movement
from reporter.bank.values import line
from reporter.characters import folded
from reporter.errors import BadCell, BadData
from reporter.french import euros_cents
from reporter.model import ZERO
from reporter.patterns import pattern

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from reporter.bank.statement import Nature
    from reporter.errors import Place

    Stated = tuple[Balance, Balance]

FEW = 5
BACK = (
    r"(?!.*\b(?:recus?|rejet\w*|retour\w*|annul\w*|impayes?|rembours\w*|rbt|avoirs?|credit\w*|"
    r"remises?|refund\w*|extourne|regul\w*|encaissements?|ventes?|clients?|tpe|telecollecte)\b)"
)
"""No word that says that money came in, or came back."""
OUT = pattern(r"(?:prlv|prelevement|vir(?:ement)?s?(?: sepa| inst(?:antane)?)? emis)\b" + BACK)
"""How the label of what leaves the account begins."""
INTO = pattern(
    r"(?:vir(?:ement)?s?(?: sepa| inst(?:antane)?)? (?:recus?|en votre faveur)|"
    r"remises? (?:de )?cheques?)\b"
    r"(?!.*\b(?:rejet\w*|retour\w*|annul\w*|impayes?|extourne|regul\w*|frais|commissions?)\b)"
)
"""How the label of what comes in begins, where nothing says that it went back."""
CARD = pattern(r"(?:retrait|cb|carte)\b" + BACK)
"""The same of a card: where other amounts are below zero, it may be the one that clients pay by."""


@dataclass(frozen=True, slots=True)
class Row:
    """A movement as its row gives it.

    Attributes:
        fee: euros that the bank keeps, in a column of its own; zero elsewhere.
        balance: the euros of the account after it, where the file gives them.
    """

    date: dt.date
    amount: Decimal
    fee: Decimal
    label: str
    nature: Nature
    balance: Decimal | None
    place: Place


def followed(rows: list[Row], *, net: bool) -> tuple[list[Row], Stated | None]:
    """Return the rows in the order of their days, and the balances before and after them.

    A file goes up or down; a fee in its own column is taken from the amount, or is in it already:
    the balance tells, and where nothing tells, a fee is refused.

    Args:
        rows: in the order of the file.
        net: whether a column gives the net: the fee is then known to be taken from the amount.

    Raises:
        BadData: with the first rows whose balance does not follow, or that nothing tells apart.
    """
    free = [replace(row, fee=ZERO) for row in rows]
    charged = any(row.fee for row in rows)
    if not any(row.balance is not None for row in rows):
        if charged and not net:
            place = next(row.place for row in rows if row.fee)
            fix = "exporter aussi la colonne du solde"
            raise BadCell("frais peut-être déjà comptés", place, fix=fix)
        if (out := _missigned(rows)) is not None:
            raise out
        return _upwards(rows), None
    ways = [_upwards(rows), rows, rows[::-1]]
    ways += [_upwards(free), free, free[::-1]] if charged and not net else []
    broken: list[list[tuple[Row, Decimal]]] = []
    for way in ways:
        broken.append(_broken(way))
        if not broken[-1]:
            return way, _stated(way)
    fewest = min(broken, key=len)
    raise BadData([_refusal(row, expected) for row, expected in fewest[:FEW]])


def _missigned(rows: Sequence[Row]) -> BadCell | None:
    """Return the mistake of a file of which all that goes one way is written the other way."""
    is_signed = any(row.amount < 0 for row in rows)
    labels = [(row, folded(row.label)) for row in rows if row.amount]
    leaves = [
        row for row, label in labels if OUT.match(label) or (CARD.match(label) and not is_signed)
    ]
    comes = [row for row, label in labels if INTO.match(label)]
    if leaves and all(row.amount > 0 for row in leaves):
        row, what = leaves[0], "ce qui sort du compte est écrit sans signe moins"
        fix = "écrire ce qui sort du compte avec un signe moins, ou exporter aussi le solde"
    elif comes and all(row.amount < 0 for row in comes):
        row, what = comes[0], "ce qui entre au compte est écrit avec un signe moins"
        fix = "écrire ce qui entre au compte sans signe moins, ou exporter aussi le solde"
    else:
        return None
    return BadCell(what, row.place, shown=f"{row.label}, {euros_cents(row.amount)}", fix=fix)


def _upwards(rows: list[Row]) -> list[Row]:
    """Return rows from the oldest on; those of a day keep the order of the file, or its reverse."""
    down = len(rows) > 1 and rows[0].date > rows[-1].date
    return sorted(rows[::-1] if down else rows, key=lambda row: row.date)


def _broken(rows: Sequence[Row]) -> list[tuple[Row, Decimal]]:
    """Return the rows whose balance is not the one before and what has moved, with that sum."""
    found: list[tuple[Row, Decimal]] = []
    running: Decimal | None = None
    for row in rows:
        if running is not None:
            running += row.amount - row.fee
        if row.balance is not None:
            if running is not None and running != row.balance:
                found.append((row, running))
            running = row.balance
    return found


def _stated(rows: Sequence[Row]) -> Stated:
    """Return the balance before the first row and that after the last one."""
    total, place, before = ZERO, rows[0].place, None
    for row in rows:
        total += row.amount - row.fee
        if before is None and row.balance is not None:
            before, place = row.balance - total, row.place
    opening = Balance(amount=before or ZERO, place=place)
    return opening, Balance(amount=opening.amount + total, place=rows[-1].place)


def _refusal(row: Row, expected: Decimal) -> BadCell:
    shown = f"{euros_cents(row.balance or ZERO)} ; attendu : {euros_cents(expected)}"
    fix = "exporter de nouveau le relevé : une ligne manque ou a été changée avant celle-ci"
    return BadCell("solde qui ne suit pas", row.place, shown=shown, fix=fix)


def row_movements(rows: Iterable[Row]) -> Iterator[Movement]:
    """Yield what each row moves, and apart what the bank keeps of it."""
    for row in rows:
        if row.amount:
            yield Movement(
                date=row.date,
                amount=row.amount,
                label=row.label,
                nature=row.nature,
                place=row.place,
            )
        if row.fee:
            yield Movement(
                date=row.date,
                amount=-row.fee,
                label=line("Frais", row.label),
                nature="kept",
                place=row.place,
            )
