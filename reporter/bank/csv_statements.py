"""The rows of a CSV or of a sheet → a statement; what is not understood is refused with its cell.

Knows rows under known columns. Never the books.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reporter.bank.balances import account_number, around, balance, period_end
from reporter.bank.columns import columns, is_english, of_payments
from reporter.bank.date_order import is_month_first, unsure
from reporter.bank.headless import headless
from reporter.bank.running import Row, followed, row_movements
from reporter.bank.statement import Statement
from reporter.bank.statuses import WITHOUT_EFFECT, has_moved, is_euro, nature_of
from reporter.bank.values import COMMA, day, euros, line
from reporter.characters import folded
from reporter.errors import BadCell, BadData
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from reporter.bank.balances import Said
    from reporter.bank.columns import Columns, Role
    from reporter.bank.date_order import Orders
    from reporter.errors import Place

    Rows = Sequence[Sequence[str]]

DEBITS = {"debit", "d", "db", "dr", "s", "sortie", "out", "debiteur"}
CREDITS = {"credit", "c", "cr", "e", "entree", "in", "crediteur"}
SEVERAL = 2
BOTH = "vider l’un des deux, ou en faire deux lignes"
ASK = "écrire au-dessus les titres (Date, Libellé, Débit, Crédit), ou exporter le compte en OFX"
UNDER = "le ranger sous les titres, ou exporter le compte de nouveau"
HISTORY = "exporter plutôt l’historique du solde, où chaque mouvement est compté une fois"


def read_rows(rows: Rows, place: Place, account: str, orders: Orders) -> list[Statement]:
    """Return the statements that the rows of a file are: one, or one for each number of a column.

    Args:
        rows: the cells of the file, all rows of one width.
        place: the file, and its sheet.
        account: the account where the file gives no number.
        orders: what the owner says of the dates of files.

    Raises:
        BadCell: where no row names columns, and their contents do not tell them.
        BadData: with every cell that is not understood.
    """
    found = columns(rows)
    if found is None:
        if (told := headless(rows)) is None:
            raise _unknown(rows, place)
        return [
            _Reader(told.rows, place, told.columns, orders).statement(
                told.account or account, range(len(rows))
            )
        ]
    if of_payments(rows[found.row]):
        what = "liste de paiements, qui n’est pas le relevé du compte"
        raise BadCell(what, place._replace(row=found.row + 1), fix=HISTORY)
    reader = partial(_Reader, rows, place, found, orders)
    numbers = _numbers(rows, found)
    if len(numbers) < SEVERAL:
        own = next(iter(numbers), "") or account_number(rows[: found.row]) or account
        return [reader().statement(own, range(found.row + 1, len(rows)))]
    return [reader().statement(x, ranks) for x, ranks in numbers.items()]


def _unknown(rows: Rows, place: Place) -> BadCell:
    shown = " ; ".join(cell for cell in next(iter(rows), []) if cell)[:80]
    what = "relevé dont aucune ligne ne nomme une date et un montant"
    return BadCell(what, place, shown=shown, fix=ASK)


def _numbers(rows: Rows, found: Columns) -> dict[str, list[int]]:
    """Return the rows of each number in the column of accounts, where every row has one."""
    column, numbers = found.first("account"), dict[str, list[int]]()
    for rank in range(found.row + 1, len(rows)) if column is not None else ():
        if column is not None and any(rows[rank]):
            numbers.setdefault("".join(rows[rank][column].split()).upper(), []).append(rank)
    return {} if "" in numbers else numbers


class _Reader:
    """The rows of one file, its mistakes kept until all are known."""

    def __init__(self, rows: Rows, place: Place, found: Columns, orders: Orders) -> None:
        self.rows, self.file, self.columns = rows, place, found
        self.errors: list[BadCell] = []
        self.left = 0
        self.american = self._is_month_first(orders)

    def _is_month_first(self, orders: Orders) -> bool:
        """Tell whether the month comes first in all dates; what is not sure is asked."""
        if (said := orders.said(self.file.file)) is not None:
            return said
        start = self.columns.row
        foreign = start >= 0 and is_english(self.rows[start]) and not self._has_comma()
        texts = {rank: self._date(row) for rank, row in enumerate(self.rows) if rank > start}
        found = is_month_first([*texts.values()], foreign=foreign)
        if found is None:
            rank = next(rank for rank, text in texts.items() if text)
            raise unsure(self._place(rank, self.columns.dates[0]), texts[rank])
        return found

    def _has_comma(self) -> bool:
        """Tell whether an amount parts its cents by a comma, as where the day comes first."""
        start, money = self.columns.row + 1, self.columns.money
        return any(COMMA.search(row[column]) for row in self.rows[start:] for column in money)

    def _date(self, row: Sequence[str]) -> str:
        return self._cell(row, "date") or self._cell(row, "value_date")

    def statement(self, account: str, ranks: Iterable[int]) -> Statement:
        """Return what some rows say of an account, or all that is wrong with them."""
        above = self.rows[: max(self.columns.row, 0)]
        last = period_end(above)
        told = [(rank, one) for rank, row in enumerate(above) if (one := balance(row))]
        said = [one for one in told if not (last and one[1].date and one[1].date > last)]
        read = list(self._read(ranks, said))
        self.errors.extend(self._astray(above))
        if self.errors:
            raise BadData(self.errors)
        rows, stated = followed(read, net=self.columns.first("net") is not None)
        movements = tuple(sorted(row_movements(rows), key=lambda one: one.date))
        first = movements[0].date if movements else None
        opening, closing = around(said, first, self.file)
        own = stated or (None, None)
        return Statement(
            account=account,
            movements=movements,
            opening=opening or own[0],
            closing=closing or own[1],
            place=self.file,
            left=self.left,
        )

    def _astray(self, above: Rows) -> Iterator[BadCell]:
        """Yield the mistake of each movement above the titles, where a sort may have put it."""
        for rank, row in enumerate(above):
            date, place = self._date(row), self._place(rank, self.columns.dates[0])
            dated = day(date, american=self.american) is not None
            if dated and not balance(row) and any(euros(row[n]) for n in self.columns.money):
                yield BadCell("mouvement au-dessus des titres", place, shown=date, fix=UNDER)

    def _read(self, ranks: Iterable[int], said: list[tuple[int, Said]]) -> Iterator[Row]:
        """Yield the movements; balances among them go to `said`, mistakes to the others."""
        for rank in ranks:
            row = self.rows[rank]
            if not any(row) or not any(cell.strip() for cell in row):
                continue
            if stated := balance(row):
                said.append((rank, stated))
            elif self._moves(rank, row) and (read := self._row(rank, row)):
                yield read

    def _moves(self, rank: int, row: Sequence[str]) -> bool:
        """Tell whether a row has moved money; one refused or pending has not."""
        moved = has_moved(self._cell(row, "status"))
        if moved is False or folded(self._cell(row, "sense")) in WITHOUT_EFFECT:
            self.left += 1
            return False
        if moved is None:
            fix = "dire ce qu’il veut dire : ouvrir un ticket, ou effacer les lignes non exécutées"
            self._bad("statut inconnu", rank, "status", fix)
            return False
        if not is_euro(self._cell(row, "currency")):
            fix = "exporter le compte en euros seul : les livres sont en euros"
            self._bad("mouvement dans une autre devise", rank, "currency", fix)
            return False
        return True

    def _row(self, rank: int, row: Sequence[str]) -> Row | None:
        date = day(self._date(row), american=self.american)
        amount = self._amount(rank, row)
        if date is None:
            role: Role = "date" if self.columns.first("date") is not None else "value_date"
            self._bad("date illisible", rank, role, "écrire par exemple 12/03/2020")
        if date is None or amount is None:
            return None
        net, fee = self._optional(rank, row, "net"), self._optional(rank, row, "fee")
        return Row(
            date=date,
            amount=amount,
            fee=amount - net if net is not None else fee or ZERO,
            label=line(*(row[column] for column in self._words)),
            nature=nature_of(self._cell(row, "type")),
            balance=self._optional(rank, row, "balance"),
            place=self._place(rank, self.columns.money[0]),
        )

    @property
    def _words(self) -> tuple[int, ...]:
        return (*self.columns.at.get("label", ()), *self.columns.at.get("type", ()))

    def _amount(self, rank: int, row: Sequence[str]) -> Decimal | None:
        """Return what a row moves: credit less debit, whatever the sign of the debit, or signed."""
        at = self.columns
        if {"debit", "credit"} <= at.at.keys():
            out, into = (self._optional(rank, row, role) for role in ("debit", "credit"))
            if out is None and into is None and not self._is_refused(rank):
                self._bad("ligne sans montant", rank, "debit", "écrire un débit ou un crédit")
            if out and into:
                self._bad("un débit et un crédit sur la même ligne", rank, "debit", BOTH)
            return None if out is None and into is None else (into or ZERO) - abs(out or ZERO)
        amount = self._optional(rank, row, "amount")
        if amount is None and not self._is_refused(rank):
            self._bad("ligne sans montant", rank, "amount", "écrire le montant du mouvement")
        sense = folded(self._cell(row, "sense"))
        if amount is not None and sense in DEBITS | CREDITS:
            return -abs(amount) if sense in DEBITS else abs(amount)
        if sense:
            self._bad("sens inconnu", rank, "sense", "écrire Débit ou Crédit")
        return amount

    def _is_refused(self, rank: int) -> bool:
        return bool(self.errors) and self.errors[-1].place.row == rank + 1

    def _optional(self, rank: int, row: Sequence[str], role: Role) -> Decimal | None:
        """Return an amount where there is one; one that cannot be read is a mistake."""
        text = self._cell(row, role).strip()
        if not text:
            return None
        found = euros(text)
        if found is None:
            self._bad("montant illisible", rank, role, "écrire par exemple 1234,56")
        return found

    def _cell(self, row: Sequence[str], role: Role) -> str:
        """Return the first cell of a meaning that is filled."""
        for column in self.columns.at.get(role, ()):
            if row[column]:
                return row[column]
        return ""

    def _place(self, rank: int, column: int) -> Place:
        return self.file._replace(row=rank + 1, column=column + 1)

    def _bad(self, what: str, rank: int, role: Role, fix: str) -> None:
        column = self.columns.first(role) or 0
        shown = self.rows[rank][column]
        self.errors.append(BadCell(what, self._place(rank, column), shown=shown, fix=fix))
