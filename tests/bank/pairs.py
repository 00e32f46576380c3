"""Random books and the statement that pays them, then lines removed, doubled or altered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

from reporter.bank.accounts import Account, accounts
from reporter.bank.statement import Balance, Movement, Statement
from reporter.errors import Place
from reporter.model import Activity, Expense, Fee

CLIENTS = ("Nimbus Conseil", "Acme", "Brume SARL", "Port-Louis Études", "Nimbus")
SUPPLIERS = ("OVH", "SNCF", "Papeterie du Port", "Assurances Lume")
RATE = Decimal("0.2")
LOST = ("no line", "no move", "altered")
"""What happens to a line that leaves nothing to match."""
RETURNS = ("returned", "longer number")
"""What happens to a sale: its payment comes back, or quotes a longer number than its own."""
START = dt.date(2020, 1, 1)


@dataclass(frozen=True)
class Pair:
    """Books, the account that pays them, and which movement pays which line, by their places.

    Attributes:
        returned: the places of the payments that came back, and of their returns.
    """

    activity: Activity
    account: Account
    truth: frozenset[tuple[Place, Place]]
    returned: frozenset[Place] = frozenset()


def euros(random: Random) -> Decimal:
    """Return an amount; the same few come back often, so that many are ambiguous."""
    if random.random() < 0.5:
        return Decimal(random.choice([1200, 600, 45, 12]))
    return Decimal(random.randrange(500, 900000)) / 100


def lost(rank: int) -> Decimal:
    """Return an amount that no other line has.

    A line whose movement is missing, and a movement of that amount and name whose line is missing,
    cannot be told from a line and its movement, by anybody.
    """
    return Decimal(100_003 + 17 * rank) / 100


def pair(seed: int) -> Pair:
    """Return a random pair."""
    random = Random(seed)  # noqa: S311  # no secret
    lines: list[Fee | Expense] = []
    moves: list[Movement] = []
    truth: set[tuple[Place, Place]] = set()
    returned: set[Place] = set()
    ordered = random.random() < 0.5
    for rank in range(random.randrange(5, 30)):
        fate = random.choice(["kept"] * 6 + [*LOST, *RETURNS, "twice", "moved twice"])
        make = _sale if fate in RETURNS else random.choice((_sale, _expense))
        line, move = make(random, rank, lost(rank) if fate in LOST else euros(random))
        if ordered and fate != "twice":
            line, move = _on(line, move, START + dt.timedelta(10 * rank))
        if fate == "returned":  # and so is not noted as paid: what the next payment pays is asked
            line = replace(line, paid=None)
        lines += _lines(fate, line, rank)
        moved = _moves(fate, move, rank, random)
        moves += moved
        if fate == "returned":
            returned |= {one.place for one in moved}
        elif fate in ("kept", "twice", "moved twice"):
            truth |= {
                (one.place, other.place)
                for one in _same(lines, line)
                for other in _same(moves, move)
            }
    random.shuffle(lines)
    return Pair(
        Activity(
            fees=tuple(x for x in lines if isinstance(x, Fee)),
            expenses=tuple(x for x in lines if isinstance(x, Expense)),
        ),
        _account(moves, random),
        frozenset(truth),
        frozenset(returned),
    )


def _lines(fate: str, line: Fee | Expense, rank: int) -> list[Fee | Expense]:
    """Return a line as the books hold it, or not."""
    again = replace(line, place=Place("livres.xlsx", "Bis", row=rank + 2, column=1))
    return [] if fate == "no line" else [line, again] if fate == "twice" else [line]


def _moves(fate: str, move: Movement, rank: int, random: Random) -> list[Movement]:
    """Return a movement as the statement holds it, or not."""
    longer = f"{move.label.split(' F')[0]} F-2020-{rank:03}7"
    return {
        "no move": [],
        "moved twice": [move, replace(move, place=Place("bis.csv", row=rank + 1))],
        "altered": [replace(move, amount=move.amount + Decimal("0.01"))],
        "longer number": [replace(move, label=longer)],
        "returned": [move, _back(move, random)],
    }.get(fate, [move])


def _same(items: Iterable[Any], one: object) -> list[Any]:
    return [item for item in items if item == one]


def _account(moves: list[Movement], random: Random) -> Account:
    """Return the account of movements; the statement states both balances."""
    moves = sorted(moves, key=lambda move: move.date)
    opening = Decimal(random.randrange(-100000, 1000000)) / 100
    place = Place("releve.csv")
    closing = opening + sum((move.amount for move in moves), Decimal(0))
    (account,) = accounts(
        [
            Statement(
                account="compte",
                movements=tuple(moves),
                opening=Balance(amount=opening, place=place, date=START - dt.timedelta(1)),
                closing=Balance(amount=closing, place=place, date=dt.date(2021, 12, 31)),
                place=place,
            )
        ]
    )
    return account


def _sale(random: Random, rank: int, amount: Decimal) -> tuple[Fee, Movement]:
    client = random.choice(CLIENTS)
    date = START + dt.timedelta(random.randrange(300))
    number = f"F-2020-{rank:03}"
    paid = date + dt.timedelta(random.randrange(60))
    noted = paid if random.random() < 0.3 else None
    said = random.choice(
        [number, number.replace("-", ""), number.replace("-", " "), "", "", "2020"]
    )
    line = Fee(
        date=date, amount=amount, vat_rate=RATE, client=client, invoice=number, paid=noted,
        place=Place("livres.xlsx", "Forfaits", row=rank + 2, column=1),
    )  # fmt: skip
    label = f"VIR SEPA {client.upper()} {said}".strip()
    return line, _move(paid, line.amount + line.own_vat, label, rank)


def _on(line: Fee | Expense, move: Movement, day: dt.date) -> tuple[Fee | Expense, Movement]:
    """Return a line and its movement on another day, as far from one another."""
    shift = day - line.date
    paid = line.paid + shift if line.paid else None
    return replace(line, date=day, paid=paid), replace(move, date=move.date + shift)


def _back(move: Movement, random: Random) -> Movement:
    """Return the return of a payment, a few days after it."""
    said = random.choice(["REJET VIR", f"REJET {move.label}", f"IMPAYE {move.label}"])
    place = Place("rejets.csv", row=move.place.row)
    date = move.date + dt.timedelta(random.randrange(8))
    return replace(move, date=date, amount=-move.amount, label=said, place=place)


def _expense(random: Random, rank: int, amount: Decimal) -> tuple[Expense, Movement]:
    supplier = random.choice(SUPPLIERS)
    date = START + dt.timedelta(random.randrange(300))
    line = Expense(
        date=date, amount=amount, vat_rate=RATE, supplier=supplier, label="Achat",
        receipt=f"R{rank:04}" if random.random() < 0.5 else "",
        place=Place("livres.xlsx", "Dépenses", row=rank + 2, column=1),
    )  # fmt: skip
    paid = date + dt.timedelta(random.choice([0, 0, 0, 1, 2, 9]))
    return line, _move(paid, -line.amount - line.own_vat, f"CB {supplier.upper()} PARIS", rank)


def _move(date: dt.date, amount: Decimal, label: str, rank: int) -> Movement:
    return Movement(date=date, amount=amount, label=label, place=Place("releve.csv", row=rank + 1))
