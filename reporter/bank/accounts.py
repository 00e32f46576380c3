"""Statements → accounts: the same movement in two files once, and balances that must follow.

Knows statements. Never files nor formats, nor the books.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations, islice
from typing import TYPE_CHECKING

from reporter.errors import BadCell, BadData
from reporter.french import euros_cents, short_date
from reporter.grouping import gathered
from reporter.model import ZERO

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable, Iterator
    from decimal import Decimal

    from reporter.bank.statement import Movement, Statement

FEW = 3
"""Movements of two accounts that are the same by chance, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that the statements say of an account.

    Attributes:
        name: its number, its folder or its kind.
        movements: each once, in the order of their dates.
        before: the euros before the first of them, None where no statement gives a balance.
        days: the first and the last day of which the statements tell.
        repeated: how many movements stand in two files and are counted once.
        left: how many rows moved nothing: refused, pending, cancelled.
    """

    name: str
    movements: tuple[Movement, ...]
    before: Decimal | None
    days: tuple[dt.date, dt.date]
    repeated: int
    left: int

    def balance(self, day: dt.date) -> Decimal | None:
        """Return the euros at the end of a day; None where no statement gives a balance."""
        if self.before is None:
            return None
        moved = (one.amount for one in self.movements if one.date <= day)
        return sum(moved, self.before)


def accounts(statements: Iterable[Statement]) -> tuple[Account, ...]:
    """Return the accounts, by name.

    Raises:
        BadData: where a balance does not follow, or two files tell a day of both otherwise.
    """
    every = list(statements)
    errors = [bad for statement in every if (bad := _unbalanced(statement))]
    by_name = gathered((statement.account, statement) for statement in every)
    if not errors:
        errors += _under_two_names(by_name)
    found = [_account(name, by_name[name], errors) for name in sorted(by_name)]
    if errors:
        raise BadData(errors)
    return tuple(one for one in found if one is not None)


def _unbalanced(statement: Statement) -> BadCell | None:
    """Return the refusal of a file whose movements do not lead from one balance to the other."""
    opening, closing = statement.opening, statement.closing
    if opening is None or closing is None:
        return None
    expected = opening.amount + statement.total
    if expected == closing.amount:
        return None
    shown = (
        f"{euros_cents(opening.amount)} et {euros_cents(statement.total)} de mouvements "
        f"font {euros_cents(expected)}, et non {euros_cents(closing.amount)}"
    )
    fix = "exporter de nouveau le relevé : il manque une ligne, ou une a été changée"
    return BadCell("solde qui ne suit pas", closing.place, shown=shown, fix=fix)


def _account(name: str, statements: list[Statement], errors: list[BadCell]) -> Account | None:
    """Return an account, or add what its statements contradict to the mistakes."""
    told = [statement for statement in statements if statement.days]
    if not told:
        return None
    told.sort(key=_start)
    errors += islice(_contradictions(told), FEW)
    movements = _once(told)
    before = None
    if not errors:
        before = _before(told, movements, errors)
    days = [day for one in told for day in one.days or ()]
    return Account(
        name=name,
        movements=movements,
        before=before,
        days=(min(days), max(days)),
        repeated=sum(len(one.movements) for one in told) - len(movements),
        left=sum(one.left for one in statements),
    )


def _start(statement: Statement) -> dt.date:
    """Return the day of the first movement, else of the balance."""
    if statement.movements:
        return statement.movements[0].date
    return min(statement.days or ())


def _key(movement: Movement) -> Hashable:
    return movement.date, movement.amount, movement.label.casefold()


def _once(statements: list[Statement]) -> tuple[Movement, ...]:
    """Return the movements of all files; one that stands n times in one stands n times in all."""
    seen: Counter[Hashable] = Counter()
    found: list[Movement] = []
    for statement in statements:
        here: Counter[Hashable] = Counter()
        for movement in statement.movements:
            key = _key(movement)
            here[key] += 1
            if here[key] > seen[key]:
                seen[key] += 1
                found.append(movement)
    return tuple(sorted(found, key=lambda one: one.date))


def _contradictions(told: list[Statement]) -> Iterator[BadCell]:
    """Yield what statements, by their first day, contradict of one another; copies are one."""
    moving = (one for one in told if one.movements)
    apart = list({tuple(map(_key, one.movements)): one for one in moving}.values())
    for rank, one in enumerate(apart):
        for other in apart[rank + 1 :]:
            if other.movements[0].date >= one.movements[-1].date:
                break
            if bad := _contradiction(one, other):
                yield bad


def _contradiction(one: Statement, other: Statement) -> BadCell | None:
    """Return the refusal of two files that do not tell the days within both alike.

    The first and the last day of a file may be cut by the hour at which it was exported.
    """
    first = max(x.movements[0].date for x in (one, other))
    last = min(x.movements[-1].date for x in (one, other))
    inside = [
        Counter(_key(move) for move in x.movements if first < move.date < last)
        for x in (one, other)
    ]
    if inside[0] == inside[1]:
        return None
    sides = ((other, inside[1] - inside[0]), (one, inside[0] - inside[1]))
    side, move = next((x, move) for x, extra in sides for move in x.movements if extra[_key(move)])
    against = one if side is other else other
    shown = f"{short_date(move.date)} {euros_cents(move.amount)} {move.label}"
    fix = f"garder un seul des deux fichiers : {against.place.file} dit ce jour autrement"
    what = "deux relevés du même compte qui se contredisent"
    return BadCell(what, move.place, shown=shown, fix=fix)


def _before(
    statements: list[Statement], movements: tuple[Movement, ...], errors: list[BadCell]
) -> Decimal | None:
    """Return the euros before all movements, on which every balance must agree."""
    known: tuple[Decimal, Statement] | None = None
    for statement in statements:
        if (before := statement.before) is None:
            continue
        ways = _origins(statement, before, movements)
        if known is None:
            known = ways[0], statement
        elif known[0] not in ways:
            errors.append(_apart(known, ways[0], statement))
    return known[0] if known else None


def _origins(
    statement: Statement, stated: Decimal, movements: tuple[Movement, ...]
) -> list[Decimal]:
    """Return the euros before all movements that the balances of a statement allow.

    A balance of a day holds all that has moved by then, in whatever file; the day itself may be cut
    by the hour.
    """
    closing, own = statement.closing, statement.movements
    day = closing and closing.date
    if statement.opening is None and closing and day and own and day > own[-1].date:
        by = [move.amount for move in movements if move.date <= day]
        before = [move.amount for move in movements if move.date < day]
        return [closing.amount - sum(moved, ZERO) for moved in (by, before)]
    return [stated - sum(moved, ZERO) for moved in _earlier(statement, movements)]


def _earlier(
    statement: Statement, movements: tuple[Movement, ...]
) -> tuple[list[Decimal], list[Decimal]]:
    """Return the amounts before a statement: of the days before, and of its first day too."""
    if not statement.movements:
        last = max(statement.days or ())
        moved = [move.amount for move in movements if move.date <= last]
        return moved, moved
    first = statement.movements[0].date
    own = Counter(_key(move) for move in statement.movements if move.date == first)
    before = [move.amount for move in movements if move.date < first]
    same_day = [move.amount for move in movements if move.date == first and not own[_key(move)]]
    return before, before + same_day


def _apart(known: tuple[Decimal, Statement], found: Decimal, statement: Statement) -> BadCell:
    gap = found - known[0]
    stated = statement.opening or statement.closing
    place = stated.place if stated else statement.place
    shown = f"écart de {euros_cents(gap)} avec {known[1].place.file}"
    fix = "ajouter à data/banque le relevé qui manque entre les deux"
    return BadCell("solde qui ne suit pas d’un relevé à l’autre", place, shown=shown, fix=fix)


def _under_two_names(by_name: dict[str, list[Statement]]) -> Iterator[BadCell]:
    """Yield a refusal for two accounts that tell the same movements of the days of both."""
    moved = {name: _once(statements) for name, statements in by_name.items()}
    for one, other in combinations([name for name in moved if moved[name]], 2):
        first = max(moved[name][0].date for name in (one, other))
        last = min(moved[name][-1].date for name in (one, other))
        mine, its = (
            Counter((x.date, x.amount) for x in moved[name] if first <= x.date <= last)
            for name in (one, other)
        )
        if mine == its and mine.total() >= FEW:
            here, there = (by_name[name][0].place for name in (one, other))
            fix = f"garder un seul de {here.file} et {there.file}"
            yield BadCell(
                "le même relevé sous deux comptes", there, shown=f"{one} et {other}", fix=fix
            )
