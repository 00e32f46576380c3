"""Rows at the foot of lines that say what their columns amount to, without a word of a sum.

Knows the columns above a row, and what a sum is worth by its title. Never leaves a row out that is
not exactly their sum.
"""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import euros_cents, quantity
from reporter.law.vat_rates import EVER
from reporter.model import CENT, ZERO, cents
from reporter.sources.lines.naming import name_of
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.sources.lines.written.values import to_number, tried
from reporter.words.labels import PAY
from reporter.words.periods import period_of
from reporter.words.sums import is_bare, names_sum, says_measure

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.reading import Understood
    from reporter.words.columns import Field

SUMMED: tuple[Field, ...] = ("amount", "gross", "days", "vat")
NAMES: tuple[Field, ...] = ("client", "mission", "service", "supplier", "label", "category")
PAID: tuple[Field, ...] = tuple(name for name in PAY if name != "pay_person")
FIGURES: tuple[Field, ...] = (*SUMMED, *PAID)
OTHERS: tuple[Field, ...] = ("hours", *PAID)
"""The columns that a ledger does not add up."""
UNCOUNTED = {Verdict.UNBILLED, Verdict.ABSENCE, Verdict.BREAK, Verdict.EXAMPLE}
"""Rows whose hours a total may count, though they are no lines."""
FEWEST = 2
"""Rows above of which another may be the sum."""


def at_the_foot(
    cells: Cells, ranks: Iterable[int], aside: Container[int]
) -> Iterator[tuple[int, Aside]]:
    """Yield the rows that sum those above: their columns again, or one figure of them.

    `ranks` are those of the rows that have no date or no name, in order.
    """
    shapes = ((rank, cells.filled(rank)) for rank in ranks if rank not in aside)
    asked = {rank: filled for rank, filled in shapes if _may_be(cells, filled)}
    if not asked:
        return
    columns = _columns(cells, {column for filled in asked.values() for column in filled})
    whole, since = dict.fromkeys(columns, ZERO), dict.fromkeys(columns, ZERO)
    above: list[int] = []
    count = 0
    for rank in range(max(asked) + 1):
        if rank in aside:
            continue
        if rank in asked and count >= FEWEST and _is_of(cells, asked[rank], above):
            ways = (_judged(cells, rank, asked[rank], sums) for sums in (whole, since))
            found = next(filter(None, ways), None)
            if found is not None:
                since, above = dict.fromkeys(columns, ZERO), []
                yield rank, found
                continue
        count += 1
        above.append(rank)
        for column, values in columns.items():
            whole[column] += values[rank] or ZERO
            since[column] += values[rank] or ZERO


def below_totals(
    cells: Cells, ranks: Iterable[int], aside: Mapping[int, Aside]
) -> Iterator[tuple[int, Aside]]:
    """Yield the rows that have no date, one word and numbers, and are measures rather than lines.

    « Cotisations », without a name beside, is one anywhere; below the last total, where nothing has
    a date, all of them are, and one called as a line may be is doubted. So are rows of words there.
    """
    dates, names = cells.of("date"), set(_at(cells, NAMES).values())
    last = max((n for n, day in enumerate(dates) if day and n not in aside), default=0)
    sums = (n for n, it in aside.items() if it.verdict is Verdict.TOTAL)
    end = min((n for n in sums if n > last), default=len(dates))
    before = -1
    for rank in ranks:
        filled = {} if rank in aside or dates[rank] else cells.filled(rank)
        words = [column for column, cell in filled.items() if not _is_number(cell)]
        if rank > end and len(words) == len(filled) > 1 and not any(map(_begins, filled.values())):
            dated = any(map(str.isdigit, "".join(map(str, filled.values()))))
            yield rank, Aside(Verdict.NOTE, _left(cells, rank, words[0], "note") if dated else None)
            continue  # « Signature du client », « Fait à Lyon, le 31 mars 2020 »
        said = filled[words[0]] if len(words) == 1 < len(filled) else None
        if not isinstance(said, str):
            continue
        measure, named = says_measure(said) and not names_sum(said), words[0] in names
        unknown = named and not measure
        if (measure and not named) or (rank > end and said not in cells.raw[words[0]][:end]):
            code = "cellule-omise" if unknown else "note"
            doubt = _left(cells, rank, words[0], code, below=rank > end)
            yield rank, Aside(Verdict.NOTE, None if rank == before + 1 and not unknown else doubt)
            before = rank


def _left(cells: Cells, rank: int, column: int, code: str, *, below: bool = True) -> Doubt:
    """Return the doubt of a row that has no date, and is left: it may be a line, or is a note."""
    place, shown = cells.place(rank, cells.table.left + column), str(cells.filled(rank)[column])
    what = f"rangée sans date{' sous le total' * below}, laissée de côté"
    fix = "si c’est une ligne, écrire sa date, et la mettre au-dessus du total"
    return Doubt(code, what, place, shown[:80], fix if code == "cellule-omise" else "")


def _begins(cell: Any) -> bool:
    return numerals.begins(cell) if isinstance(cell, str) else not isinstance(cell, date)


def _is_of(cells: Cells, filled: Mapping[int, Any], above: Sequence[int]) -> bool:
    """Tell whether a row may sum the lines above: one of a month is theirs, dated day by day.

    Elsewhere a month is a date, and the row a line of it, whose client may stand above.
    """
    column = _at(cells, ["date"]).get("date", -1)
    month, dates = period_of(filled.get(column, "")).month, cells.of("date")
    return month is None or all(
        not isinstance(cells.raw[column][rank], str) and dates[rank].month == month
        for rank in above
        if dates[rank] is not None
    )


def _at(cells: Cells, names: Iterable[Field]) -> dict[Field, int]:
    """Return the columns of some fields, from the first of the table, 0."""
    fields, left = cells.table.columns.fields, cells.table.left
    return {name: fields[name] - left for name in names if name in fields}


def _columns(cells: Cells, filled: Iterable[int]) -> dict[int, Sequence[Decimal | None]]:
    """Return the numbers of columns: those of fields, and those that a row fills."""
    known = {column: cells.values[name] for name, column in _at(cells, FIGURES).items()}
    others = {n: [*map(_number, cells.raw[n])] for n in filled if n not in known}
    return {**known, **others}


def _may_be(cells: Cells, filled: Mapping[int, Any]) -> bool:
    """Tell whether a row has the shape of sums: numbers, and at most one word that is no name.

    The name of a client or of an expense, beside an amount, may be that of a line dated above.
    """
    names = [column for column, cell in filled.items() if not _is_number(cell)]
    named = not set(names).isdisjoint(_at(cells, NAMES).values())
    texts = all(isinstance(filled[column], str) for column in names)
    return len(names) <= 1 < len(filled) + (not names) and texts and not named


def _judged(
    cells: Cells, rank: int, filled: Mapping[int, Any], sums: Mapping[int, Decimal]
) -> Aside | None:
    """Return what a row is whose cells are worth what those above amount to, None elsewhere."""
    numbers = {column: cell for column, cell in filled.items() if _is_number(cell)}
    if len(numbers) == len(filled) or len(numbers) > 1:
        return Aside(Verdict.TOTAL) if _are_sums(cells, numbers, sums) else None
    ((column, value),) = numbers.items()
    known = [*_of_fields(cells, sums).values(), _mean(cells, sums)]
    if not any(due and abs(_number(value) - due) < CENT for due in known):
        return None
    what = "chiffre de tout le tableau, laissé de côté"
    place = cells.place(rank, cells.table.left + column)
    name = next(cell for cell in filled.values() if not _is_number(cell))
    return Aside(Verdict.NOTE, Doubt(code="total", what=what, place=place, shown=name[:80]))


def _are_sums(cells: Cells, filled: Mapping[int, Any], sums: Mapping[int, Decimal]) -> bool:
    """Tell whether the numbers of a row are the sums of their columns; a rate is their mean."""
    due = {**sums, **dict.fromkeys(_at(cells, ["rate"]).values(), _mean(cells, sums))}
    right = all(abs(_number(cell) - due[column]) < CENT for column, cell in filled.items())
    summed = _at(cells, FIGURES).values()
    return right and any(_number(cell) for n, cell in filled.items() if n in summed)


def _of_fields(cells: Cells, sums: Mapping[int, Decimal]) -> dict[Field, Decimal]:
    return {name: sums[column] for name, column in _at(cells, SUMMED).items()}


def _mean(cells: Cells, sums: Mapping[int, Decimal]) -> Decimal:
    """Return what a day is worth on average, in euros; zero where nothing tells."""
    found = _of_fields(cells, sums)
    days = found.get("days")
    return cents(found.get("amount", ZERO) / days) if days else ZERO


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float | str) and _number(cell) is not None


def _number(cell: Any) -> Any:
    return tried(to_number, cell)


def wrong_columns(
    found: Understood,
    rank: int,
    lines: Mapping[int, Line],
    above: Mapping[Field, Sequence[Decimal]],
) -> Iterator[BadCell]:
    """Yield the mistakes of a total of hours or of pay that those above do not make, nor the last.

    One of pay may name whom it is of. One of hours that does, that is beside days or below rows
    that do not count, may add up others.
    """
    cells, row = found.cells, found.cells.row(rank)
    named = not any(map(is_bare, row))
    others = any(aside.verdict in UNCOUNTED for aside in found.aside.values())
    for name, its in above.items():
        given, hours = cells.of(name)[rank], name == "hours"
        of_others = hours and (named or others or cells.of("days")[rank] is not None)
        if given is None or of_others or not any(its):
            continue
        if any(abs(way - given) < CENT for way in accumulate(reversed(its))):
            continue
        said = f" {folded(' '.join(cell for cell in row if isinstance(cell, str)))} "
        own = (n for n, it in lines.items() if n < rank and f" {folded(name_of(it))} " in said)
        if abs(sum((cells.of(name)[n] or ZERO for n in own), ZERO) - given) >= CENT:
            show, unit = (quantity, " h") if hours else (euros_cents, "")
            due, text = (f"{show(it)}{unit}" for it in (sum(its, ZERO), given))
            fix = f"la somme des lignes au-dessus est {due} : corriger le total ou l’effacer"
            place = cells.place(rank, name)
            yield BadCell("total différent de la somme", place, shown=text, fix=fix)


def is_worth(title: str, value: Decimal, due: Decimal) -> bool:
    """Tell whether a sum is what its title says of what is summed, in euros or days.

    A VAT or a gross may be at several rates: it is right up to the highest one.
    """
    words, most = folded(title).split(), due * (1 + max(EVER))
    low, high = due, due
    if "tva" in words[:2]:
        low, high = most - most, most - due
    elif "ttc" in words:
        high = most
    return min(low, high) - CENT < value < max(low, high) + CENT
