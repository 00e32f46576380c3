"""A column of a sheet that was sorted or moved alone: its cells now stand on others' lines.

Knows that names come back, and numbers go up and down, as days go by. Never what they mean.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from operator import le, ne
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.french import counted
from reporter.grouping import gathered
from reporter.model import Day, Expense
from reporter.sources.lines.naming import doubt_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from reporter.errors import Doubt
    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

FEWEST, FEWEST_NUMBERS = 8, 10
"""Lines in the order of their dates, beside names or beside numbers."""
LEAST_MOVES, TIMES, SEVERAL = 3, 2, 2
"""Times that one gives way to another, lines of each, and rates that two names share."""
NAMES = 3
"""Names that share the amounts of a sheet; those of one may grow."""
FEWEST_TAKEN = 5
"""Lines in the order of a number that is no chance."""
NUMBERS: tuple[Field, ...] = ("days", "hours", "amount", "gross")


def sorted_alone(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Yield the first line of a sheet in the order of its dates where another column is so too.

    Names that come back in the order of the alphabet, days and amounts from the least to the most
    are no order of dates, but for lines of few days. Nor are, within a year, rates from the least
    to the most, where names have several.
    """
    dates = [line.date for line in lines]
    if len(lines) < FEWEST or not _in_order(dates) or _moves(dates) < LEAST_MOVES:
        return
    for title, column in _columns(lines).items():
        if not _in_order(column):
            continue
        least = _least_moves(lines) if title == "noms" else LEAST_MOVES
        if _moves(column) >= least:
            what = f"les {title} et les dates, tous dans l’ordre : une colonne triée seule ?"
            shown = counted(len(lines), "ligne", "lignes")
            fix = "défaire le tri, puis trier le tableau entier"
            yield doubt_of("tri-partiel", what, lines[0], fix, shown)


def sorted_since(cells: Cells, aside: Collection[int]) -> bool:
    """Tell whether lines of which some leave their client to one above were sorted otherwise.

    They are in the order of a number, then of dates, which go back where it changes, though not
    where a client begins; or those that name none come last, below names in their order.
    """
    ranks = [rank for rank in range(len(cells.rows)) if rank not in aside]
    dates, clients = ([cells.of(name)[rank] for rank in ranks] for name in ("date", "client"))
    if len(ranks) < FEWEST_TAKEN or None in dates or dates == sorted(dates):
        return False
    names = [folded(it) for it in clients if it]
    if not any(clients[len(names) :]) and len({*names}) >= NAMES and _in_order(names):
        return bool(dates[len(names)] < dates[len(names) - 1])
    taken: list[str] = [*accumulate(clients, lambda above, it: it or above)]
    columns = (cells.at(ranks, name) for name in NUMBERS if name in cells.values)
    return any(
        len({*zip(taken, column, strict=True)}) > len({*taken}) and _in_turn(column, dates)
        for column in columns
        if None not in column
    )


def _in_turn(numbers: Sequence[Decimal], dates: Sequence[date]) -> bool:
    """Tell whether lines go up or down by a number, and those that share it by their dates."""
    ways = ([(sign * it, day) for it, day in zip(numbers, dates, strict=True)] for sign in (1, -1))
    return any(keys == sorted(keys) for keys in ways)


def _columns(lines: Sequence[Line]) -> Mapping[str, Sequence[Any]]:
    """Return what else than dates a sheet may have been sorted by."""
    names = [folded(line.party) for line in lines]
    worked = [line.days for line in lines if isinstance(line, Day)]
    spent = [folded(line.category) for line in lines if isinstance(line, Expense)]
    numbers = worked if len(lines) >= FEWEST_NUMBERS else []
    back: dict[str, Sequence[Any]] = {"noms": names, "catégories": spent, "jours": numbers}
    found = {title: its for title, its in back.items() if TIMES * len(set(its)) <= len(its)}
    if len(lines) >= FEWEST_NUMBERS and not worked and len(set(names)) >= NAMES:
        found["montants"] = [line.amount for line in lines]
    rates = [line.rate for line in lines if isinstance(line, Day) and line.rate is not None]
    paid = gathered(zip(names, rates, strict=False)).values()
    several = sum(len(set(its)) > 1 for its in paid) >= SEVERAL
    if several and len(rates) == len(lines) and lines[0].date.year == lines[-1].date.year:
        found["tarifs"] = rates
    return found


def _least_moves(lines: Sequence[Line]) -> int:
    """Return how many names tell a sort: more than there are where each has rates of its own.

    Two are enough where each has several rates of the other's, which nothing else explains, and
    three where missions that all have explain them.
    """
    rates, told = defaultdict(set), defaultdict(set)
    for line in lines:
        if not isinstance(line, Day) or line.rate is None:
            return LEAST_MOVES
        rates[line.client].add(line.rate)
        told[line.mission, line.worker].add(line.rate)
    if all(len(its) == 1 for its in rates.values()) and len(set.union(*rates.values())) > 1:
        return len(lines)
    explained = all(len(its) == 1 for its in told.values())
    shared = len(set.intersection(*rates.values())) >= SEVERAL
    return LEAST_MOVES - shared if explained else 1 if shared else LEAST_MOVES


def _moves(column: Sequence[Any]) -> int:
    return sum(map(ne, column, column[1:]))


def _in_order(column: Sequence[Any]) -> bool:
    """Tell whether a column goes up, or down, from its first cell to its last."""
    return any(all(map(le, its, its[1:])) for its in (column, column[::-1]))
