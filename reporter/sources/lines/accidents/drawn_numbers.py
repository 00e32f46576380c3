"""Numbers that were drawn down over the lines below, or whose comma moved.

Knows the numbers of a column, line after line. Never what they mean.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import groupby, pairwise
from operator import sub
from typing import TYPE_CHECKING

from reporter.errors import Words
from reporter.french import counted, quantity
from reporter.grouping import runs
from reporter.model import ZERO
from reporter.sources.lines.accidents.misplaced import CODED, NAMES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from reporter.errors import Doubt
    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

SHARES: tuple[Field, ...] = ("pay_employee", "pay_employer")
"""What goes with a gross pay: another one seldom bears the same."""
ONE = Decimal(1)
COUNTED: tuple[Field, ...] = (
    "amount", "gross", "rate", "hourly", "unit_price", "days", "hours", "lifetime",
    "pay_gross", *SHARES,
)  # fmt: skip
ALWAYS: tuple[Field, ...] = ("rate", "hourly", "pay_gross", *SHARES)
"""Numbers of which a whole column does not count either."""
FEWEST_DRAWN, FEWEST_COUNTED, FEWEST_ODD = 3, 4, 2
"""Steps of one, line by line, that numbers seldom make by themselves; days and hours do more, and
euros fewer where all others are round."""
ROUND = 5
"""Euros of which rates and fees are multiples."""
COUNTS: tuple[Field, ...] = ("days", "hours")
WORTH: tuple[Field, ...] = ("amount", "gross")
FEWEST_COPIED = 4
"""Lines, and names, that bear one amount by a cell drawn down rather than by chance."""
FEW_COPIED = 3
"""One line in so many, at most, bears an amount without cents that was drawn down."""
QUARTER, FEWEST_QUARTERS = Decimal("0.25"), 8
"""What days and hours are told in, mostly; one line in so many, at most, is not by mistake."""
ODD_FRACTION = "une fraction, où tous les autres sont des quarts : une virgule déplacée ?"


def drawn_numbers(cells: Cells, aside: Collection[int]) -> Iterator[Doubt]:
    """Yield what is doubtful in the numbers of each column."""
    yield from _grown(cells, aside)
    yield from _odd_fractions(cells, aside)
    yield from _copied(cells, aside)


def _grown(cells: Cells, aside: Collection[int]) -> Iterator[Doubt]:
    """Yield a doubt of the numbers of a column that grow by one from each line to the next.

    A spreadsheet counts on where a cell is drawn over those below; a list that was sorted since,
    newest first, counts down. A whole column that counts in whole numbers is of lines that were
    made so, but for rates.
    """
    gross, ways = cells.of("pay_gross"), (ONE, -ONE) if cells.is_newest_first else (ONE,)
    for name in COUNTED:
        column, ranks = _told(cells, name, aside)
        numbers = cells.at(ranks, name)
        grown = list(map(sub, numbers[1:], numbers))
        if name in WORTH and "rate" not in cells.values:
            yield from _evenly(cells, ranks, name, grown)
        for step in ways:
            yield from _by_one(cells, ranks, name, grown, step)
        for one, other in pairwise(ranks) if name in SHARES else ():
            if column[one] and column[one] == column[other] and gross[one] != gross[other]:
                yield _drawn(cells, other, name, "les cotisations d’un autre salaire brut")


def _told(
    cells: Cells, name: Field, aside: Collection[int]
) -> tuple[Sequence[Decimal], Sequence[int]]:
    """Return the numbers of a column, and the rows that tell one and are lines."""
    column = cells.values.get(name, ())
    ranks = range(len(column))
    if aside or name in cells.gaps:
        return column, [n for n in ranks if column[n] is not None and n not in aside]
    return column, ranks


def _by_one(
    cells: Cells, ranks: Sequence[int], name: Field, grown: Sequence[Decimal], step: Decimal
) -> Iterator[Doubt]:
    """Yield a doubt of the lines of which each has a number that is one step from the one above."""
    for found in runs(n for n, it in enumerate(grown, 1) if it == step):
        run = [ranks[n] for n in found]
        fewest = _fewest(name, (cells.of(name)[n] for n in ranks if n not in run))
        first = cells.of(name)[ranks[0]] or ZERO
        made = len(run) + 1 == len(ranks) and not (name in ALWAYS or first % ONE)
        if len(run) >= fewest and not made:
            way = "augmentent" if step > 0 else "baissent"
            what = f"des nombres qui {way} de 1 à chaque ligne"
            yield _drawn(cells, run[0], name, f"{what}, {counted(len(run), 'ligne', 'lignes')}")


def _fewest(name: Field, others: Iterable[Decimal]) -> int:
    """Return how many steps of one are no chance: one of a price, where all others are round."""
    if name in COUNTS:
        return FEWEST_COUNTED
    if any(it and it % ROUND for it in others):
        return FEWEST_DRAWN
    return 1 if name == "rate" else FEWEST_ODD


def _evenly(
    cells: Cells, ranks: Sequence[int], name: Field, grown: Sequence[Decimal]
) -> Iterator[Doubt]:
    """Yield a doubt of the amounts that go on as the two first of them began: 800, 950, 1100.

    A spreadsheet does so where two cells are drawn together over those below.
    """
    again = (n for n, (one, two) in enumerate(pairwise(grown)) if one == two and abs(one) > 1)
    for run in runs(again):
        if FEWEST_COUNTED <= len(run) + 1 < len(grown):
            what = "des montants qui augmentent, ou baissent, d’autant à chaque ligne"
            yield _drawn(cells, ranks[run[0] + 2], name, what)


def odd_fractions(numbers: Sequence[Decimal | None]) -> Sequence[int]:
    """Return which of some days, or hours, are no quarters, where they are few.

    A comma moved by one makes 0.45 of 4.5.
    """
    fine = {it for it in set(numbers) if it and it % QUARTER}
    odd = [n for n, it in enumerate(numbers) if it in fine] if fine else []
    return odd if FEWEST_QUARTERS * len(odd) <= len(numbers) else ()


def _odd_fractions(cells: Cells, aside: Collection[int]) -> Iterator[Doubt]:
    for name in COUNTS:
        column = cells.values.get(name, ())
        ranks = [n for n in range(len(column)) if n not in aside] if aside else range(len(column))
        for n in odd_fractions([column[rank] for rank in ranks] if aside else column):
            text = quantity(column[ranks[n]])
            yield cells.doubt("fraction", ODD_FRACTION, ranks[n], name, text, "vérifier le nombre")


def _copied(cells: Cells, aside: Collection[int]) -> Iterator[Doubt]:
    """Yield a doubt of an amount on lines of several names, one after the other.

    It stands nowhere else: a price that many things share does. One without cents may be a price
    that several pay: their lines have things of their own, and no others share an amount so.
    """
    for name in WORTH:
        column, ranks = _told(cells, name, aside)
        numbers = cells.at(ranks, name)
        beside = zip(*(numbers[n:] for n in range(FEWEST_COPIED)), strict=False)
        if not any(one == two == three == four for one, two, three, four in beside):
            continue
        often = Counter(numbers)
        every = (list(its) for _, its in groupby(ranks, column.__getitem__))
        runs = [run for run in every if len(run) > 1]
        alone = len(runs) == 1 and "days" not in cells.values
        for run in runs:
            amount = column[run[0]]
            whole, is_short = not amount % 1, len(run) < max(FEWEST_COPIED, often[amount])
            lone = alone and len(ranks) >= FEW_COPIED * len(run)
            if not amount or is_short or (whole and not lone):
                continue
            names = _apart(cells, run, NAMES)
            if names >= FEWEST_COPIED and (not whole or _are_of_many(cells, run)):
                what = "le même montant sur des lignes qui se suivent, de plusieurs noms"
                yield _drawn(cells, run[1], name, what)


def _are_of_many(cells: Cells, run: Sequence[int]) -> bool:
    """Tell whether lines have things of their own, or months where none is told."""
    told = [name for name in CODED if any(cells.of(name))]
    months = {(day.year, day.month) for n in run if (day := cells.of("date")[n])}
    return (_apart(cells, run, told) if told else len(months)) >= FEWEST_COPIED - 1


def _apart(cells: Cells, run: Sequence[int], names: Sequence[Field]) -> int:
    return len({tuple(cells.of(it)[n] for it in names) for n in run})


def _drawn(cells: Cells, rank: int, name: Field, what: str) -> Doubt:
    """Return the doubt of a number that is that of the line above, or one more."""
    what, shown = f"{what} : une cellule tirée vers le bas ?", cells.of(name)[rank]
    text = Words(quantity, (shown,))
    return cells.doubt("serie", what, rank, name, text, "écrire le nombre de chaque ligne")
