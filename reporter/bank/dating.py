"""What the bank says of payment dates: given to lines that have none, doubted where they disagree.

Knows matches and lines. Never how a match is found.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from reporter.bank.windows import NOTED
from reporter.errors import Doubt, Words
from reporter.french import counted, euros_cents, short_date
from reporter.model import Day, Expense, Fee

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from reporter.bank.bank import Bank
    from reporter.bank.matches import Match
    from reporter.bank.pieces import Piece
    from reporter.model import Activity

SAME = timedelta(days=2)
"""A bank writes a payment on its own day or the next ones: no more, within a month, is the same."""
AnyLine = TypeVar("AnyLine", Day, Fee, Expense)


def dated(activity: Activity, bank: Bank) -> Activity:
    """Return the lines, those that the bank shows paid with the day; a day of the books stays."""
    days = {
        id(line): match.date
        for match in bank.matches
        if not is_spread(match)
        for piece in match.pieces
        for line in piece.lines
        if line.paid is None
    }

    def paid(lines: tuple[AnyLine, ...]) -> tuple[AnyLine, ...]:
        return tuple(replace(x, paid=days[id(x)]) if id(x) in days else x for x in lines)

    return replace(
        activity,
        days=paid(activity.days),
        fees=paid(activity.fees),
        expenses=paid(activity.expenses),
        movements=paid(activity.movements),
    )


def is_spread(match: Match) -> bool:
    """Tell whether a piece is paid over several months: one day would move VAT and receipts."""
    return len({(one.date.year, one.date.month) for one in match.movements}) > 1


def doubts_of(bank: Bank) -> Iterator[Doubt]:
    """Yield what the owner should look at: other days, payments over months, what is asked."""
    for match in bank.matches:
        for piece in match.pieces:
            if piece.paid is not None and _disagrees(piece.paid, match):
                what = "payée un autre jour que ne le dit la banque"
                fix = "corriger la date de paiement, qui l’emporte sur celle de la banque"
                yield _doubt("paiement-banque", what, piece, Words(_days, (piece, match)), fix)
            elif piece.paid is None and is_spread(match):
                fix = "la couper en autant de lignes que de paiements, chacune avec sa date"
                shown = Words(_parts, (piece, match))
                yield _doubt("paiement-etale", "payée sur plusieurs mois", piece, shown, fix)
        if match.why == "reversal":
            yield from _sent_back(match, bank)
    for account in bank.accounts:
        own = {id(movement) for movement in account.movements}
        asked = [one for one in bank.asked if id(one.movement) in own and one.likely]
        if asked:
            many = counted(len(asked), "mouvement", "mouvements")
            yield Doubt(
                code="rapprochement",
                what=f"{many} de la banque à rapprocher de vos lignes",
                place=asked[0].movement.place._replace(row=0, column=0),
                shown=asked[0].key,
                fix="« bilan reconcile » les montre, avec ce qu’ils paient peut-être",
                about=account.name,
            )


def _sent_back(match: Match, bank: Bank) -> Iterator[Doubt]:
    """Yield the pieces that the books say paid by a payment that came back."""
    first = match.movements[0]
    for piece in bank.unpaid:
        noted = piece.paid is not None and abs(piece.paid - first.date) <= NOTED
        if noted and piece.amount == first.amount:
            what = "payée par un paiement que la banque a rejeté"
            fix = "effacer la date de paiement, ou écrire celle du nouveau paiement"
            yield _doubt("paiement-banque", what, piece, Words(_days, (piece, match)), fix)


def _doubt(code: str, what: str, piece: Piece, shown: Words, fix: str) -> Doubt:
    return Doubt(code, what, piece.place, shown, fix, piece.date)


def _disagrees(paid: dt.date, match: Match) -> bool:
    days = [one.date for one in match.movements]
    return not any(
        abs(day - paid) <= SAME and (day.year, day.month) == (paid.year, paid.month) for day in days
    )


def _days(piece: Piece, match: Match) -> str:
    paid = f"payée le {short_date(piece.paid)}" if piece.paid else ""
    move = match.movements[-1]
    said = f"{short_date(match.date)} {euros_cents(move.amount)} {move.label} ({move.place})"
    return f"{piece.reference} · {euros_cents(piece.amount)} ; {paid} ; à la banque, {said}"


def _parts(piece: Piece, match: Match) -> str:
    said = ", ".join(f"{short_date(x.date)} {euros_cents(x.amount)}" for x in match.movements)
    return f"{piece.reference} · {euros_cents(piece.amount)} ; à la banque, {said}"
