"""The bank of a folder of books: its accounts, what each movement pays, and what nobody knows.

Knows statements, pieces and answers. Never how they are shown.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from reporter.bank.accounts import accounts
from reporter.bank.answers import keys, place, take_answers, unknown_names
from reporter.bank.date_order import Orders
from reporter.bank.files import UNNAMED, statements
from reporter.bank.likely import likely
from reporter.bank.matching import Matching
from reporter.bank.pieces import pieces
from reporter.bank.statement import Movement
from reporter.bank.transfers import take_transfers
from reporter.bank.windows import SALE
from reporter.errors import BadCell, BadData
from reporter.model import total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from reporter.bank.accounts import Account
    from reporter.bank.matches import Match
    from reporter.bank.pieces import Piece
    from reporter.model import Activity
    from reporter.settings import Settings

ZERO_DAYS = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A movement that pays something of the books, perhaps: the owner is asked.

    Attributes:
        key: what names it in bilan.toml.
        likely: what it may pay, the likeliest first; nothing where no line comes near.
    """

    movement: Movement
    key: str
    likely: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """What the bank says of the books.

    Attributes:
        matches: what is explained.
        asked: the movements that are not, by date.
        unpaid: the pieces that no movement pays, though the bank could tell, by date.
        untold: the sales after the last day of the statements: paid or not, nobody knows.
    """

    accounts: tuple[Account, ...]
    matches: tuple[Match, ...]
    asked: tuple[Asked, ...]
    unpaid: tuple[Piece, ...]
    untold: tuple[Piece, ...]
    by_movement: Mapping[int, Match] = field(repr=False)


def bank(folder: Path, activity: Activity, settings: Settings) -> Bank | None:
    """Return the bank of a folder; None where it holds no statement.

    Raises:
        BadData: with all that is wrong in the statements, else in the answers.
    """
    reading = settings.reading
    orders = Orders(reading.month_first, reading.day_first)
    known = accounts(statements(folder, reading.limits, orders))
    if not known:
        if settings.matches:
            what = "réponse sans relevé de la banque"
            fix = "remettre les relevés dans data/banque, ou effacer cette réponse"
            raise BadData([BadCell(what, place(key), fix=fix) for key in settings.matches])
        return None
    return matched([_fees_by_month(account) for account in known], activity, settings)


def matched(known: Iterable[Account], activity: Activity, settings: Settings) -> Bank:
    """Return what accounts say of the books.

    Raises:
        BadData: where an answer is about nothing.
    """
    known = tuple(known)
    every = [movement for account in known for movement in account.movements]
    every.sort(key=lambda movement: movement.date)
    names, own, errors = keys(every), pieces(activity, settings), list[BadCell]()
    days = (min(a.days[0] for a in known), max(a.days[1] for a in known))
    matching = Matching(every, own, days, settings.called)
    take_answers(matching, settings.matches, names, errors)
    errors += unknown_names(settings.called, own)
    if errors:
        raise BadData(errors)
    matching.run()
    said = [account.name for account in known if account.name != UNNAMED]
    take_transfers(matching, [a.movements for a in known], filter(None, (*said, settings.name)))
    free = likely(matching)
    return Bank(
        accounts=known,
        matches=tuple(matching.matches),
        asked=tuple(
            Asked(movement=one, key=names[id(one)], likely=free.get(id(one), ()))
            for one in every
            if id(one) in matching.seen
        ),
        unpaid=tuple(one for one in matching.pieces.values() if _is_awaited(one, known)),
        untold=tuple(one for one in matching.pieces.values() if _is_after(one, matching.days[1])),
        by_movement={id(move): match for match in matching.matches for move in match.movements},
    )


def _is_awaited(piece: Piece, known: Iterable[Account]) -> bool:
    """Tell whether a statement could show a piece paid; a sale waits for its payment."""
    day = piece.paid or piece.date
    early = SALE if piece.kind == "sale" and piece.paid is None else ZERO_DAYS
    return any(account.days[0] - early <= day <= account.days[1] for account in known)


def _is_after(piece: Piece, last: dt.date) -> bool:
    return piece.kind == "sale" and piece.paid is None and piece.date > last


def _fees_by_month(account: Account) -> Account:
    """Return an account, the fees kept on each payment put together: one movement a month."""
    small = [x for x in account.movements if x.nature == "kept"]
    kept = [x for x in account.movements if x.nature != "kept"]
    every = sorted((*kept, *_months(small, account.name)), key=lambda it: it.date)
    return replace(account, movements=tuple(every))


def _months(fees: list[Movement], name: str) -> Iterator[Movement]:
    months: Counter[tuple[int, int]] = Counter((x.date.year, x.date.month) for x in fees)
    for year, month in months:
        those = [x for x in fees if (x.date.year, x.date.month) == (year, month)]
        yield Movement(
            date=max(x.date for x in those),
            amount=total(those),
            label=f"Frais {name} {month:02}/{year}",
            nature="kept",
            place=those[-1].place,
        )
