"""Rows that are no lines: examples, totals by their words, titles, notes, rows of zeros.

Knows how people write around their lines. Never leaves a row out unless it is sure to be none.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.characters import folded
from reporter.errors import Doubt
from reporter.patterns import pattern
from reporter.sources.lines.rows.alone import alone
from reporter.sources.lines.rows.days_off import (
    is_zero,
    made_ready,
    nothing,
    together,
    unworked,
    without_a_count,
)
from reporter.sources.lines.sums.foot import FIGURES, SUMMED, at_the_foot, below_totals
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.sources.lines.written.values import is_day
from reporter.words.labels import EXAMPLE
from reporter.words.sums import ends_as_sum, is_bare, is_sum, says_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

NAMES: tuple[Field, ...] = ("client", "supplier", "label")
WHO: tuple[Field, ...] = ("client", "supplier")
WORKS: tuple[Field, ...] = ("service", "mission")
CLASSED: tuple[Field, ...] = ("category", "account")
"""What says what an expense is for, and no total: « TVA », of the category « TVA versée »."""
BALANCES = ("solde", "report", "ensemble", "tva")
"""How a service of somebody, or an expense of a kind, may begin that is no sum: « Solde »."""
VALUE = (int, float, date)
MOST_WORDS = 4
"""Words that a total may have for its name: « Total HT mars 2020 »."""
DITTO = {'"', '-"-', "''", "〃", "idem", "idem.", "id."}
"""What stands for the date above: a line has one, and no total."""
MISDATED = pattern(r"\s*\d+\s*[-/.]\s*\d+\s*[-/.]\s*\d")
"""A date that cannot be, « 31/02/2020 »: somebody dated the row, and nobody dates so a total."""
CALLED: tuple[Field, ...] = (*NAMES, *WORKS)


def set_aside(cells: Cells, worded: AbstractSet[int]) -> dict[int, Aside]:
    """Return the rows that are no lines, by rank; totals are checked later, by a ledger.

    `worded` are the ranks of the rows that say to be a sum.
    """
    aside = dict(_examples(cells))
    names = [name for name in CALLED if name in cells.values]
    told = [*names, *(name for name in CLASSED if name in cells.values)]
    for rank in worded - aside.keys():
        said = {name: cells.values[name][rank] for name in told}
        undated = cells.of("date")[rank] is None
        if cells.table.kind == "missions":  # rates agreed have no date
            undated = is_bare(str(cells.values["client"][rank]))
        own = any(_is_dated(cells, name, said[name]) for name in names)
        called = (undated and not own) or any(_is_sum(name, said) for name in names)
        if called and not _is_shifted(cells, rank) and not _is_sentence(cells, rank):
            aside[rank] = Aside(Verdict.TOTAL)
    lacking = _lacking(cells)
    for rank in lacking:
        if rank not in aside and (found := _no_line(cells, rank)) is not None:
            aside[rank] = found
    aside |= dict(at_the_foot(cells, lacking, frozenset(aside)))
    aside |= dict(below_totals(cells, lacking, aside))
    for rank in without_a_count(cells):
        if rank not in aside and (found := unworked(cells, rank)) is not None:
            aside[rank] = found
    return {**aside, **together(aside)}


def _is_dated(cells: Cells, name: Field, text: str) -> bool:
    """Tell whether a name of a row is that of lines which have a date: « Total Énergies »."""
    dated = zip(cells.values[name], cells.of("date"), strict=True)
    called = says_sum(text) and not is_bare(text)
    return called and any(text == it and day for it, day in dated)


def _is_sentence(cells: Cells, rank: int) -> bool:
    """Tell whether a row is a text alone, longer than a total's name: « TVA due par le client »."""
    filled = list(cells.filled(rank).values())
    return len(filled) == 1 and len(str(filled[0]).split()) > MOST_WORDS


def _is_shifted(cells: Cells, rank: int) -> bool:
    """Tell whether a row has words where sums should stand, or numbers elsewhere: it is astray."""
    wrong = {mistake.place.cell for mistake in cells.mistakes.get(rank, ())}
    columns, row = cells.table.columns.fields, cells.row(rank)
    dated = columns.get("date", cells.table.left) - cells.table.left
    if str(row[dated]).strip().casefold() in DITTO:
        return True
    if cells.place(rank, "date").cell in wrong and MISDATED.match(str(row[dated])):
        return True
    if not wrong or any(cells.of(name)[rank] is not None for name in FIGURES):
        return False
    bare = any(isinstance(cell, str) and is_bare(cell) for cell in row)
    others = (*row[:dated], *row[dated + 1 :])
    if any(map(is_day, others)) or (not bare and any(map(_is_number, row))):
        return True
    if not bare and cells.place(rank, "date").cell in wrong and not says_sum(str(row[dated])):
        return True
    said = {cells.place(rank, it).cell: cells.column(it)[rank] for it in SUMMED if it in columns}
    return any(isinstance(said[at], str) and not says_sum(said[at]) for at in wrong & said.keys())


def _is_number(cell: Any) -> bool:
    return isinstance(cell, VALUE) or (isinstance(cell, str) and numerals.number(cell) is not None)


def _is_sum(name: Field, said: Mapping[Field, str]) -> bool:
    """Tell whether a name of a row is that of a sum; the balance of a client's is a line.

    So is the VAT of an expense that has a category or an account besides, and what somebody has
    a mission of.
    """
    balance = name not in WHO and any(said.get(who) for who in WHO)
    balance = balance or any(said.get(kind) for kind in CLASSED)
    text = said[name]
    if not is_sum(text) or (balance and folded(text).startswith(BALANCES)):
        return False
    works = (said.get(work, "") for work in WORKS)
    return name not in WHO or not any(work and not says_sum(work) for work in works)


def worded_ranks(cells: Cells) -> set[int]:
    """Return the ranks of the rows of which a cell is named as a sum, without a date if by its end.

    The cells of a field are known, each once, as they were read: only months were made dates.
    """
    ranks: set[int] = set()
    dates = cells.of("date")
    fields = cells.table.columns.fields.items()
    known = {column: cells.distinct[name] for name, column in fields}
    for number, column in enumerate(cells.raw, cells.table.left):
        texts = (cell for cell in known.get(number) or set(column) if isinstance(cell, str))
        if sums := {*filter(says_sum, texts)}:
            dated = {*filter(ends_as_sum, sums)}  # « Plein Total », of a day, is no sum
            ranks |= {
                rank
                for rank, cell in enumerate(column)
                if cell in sums and not (cell in dated and dates[rank])
            }
    return ranks


def _examples(cells: Cells) -> Iterator[tuple[int, Aside]]:
    """Yield the rows that `bilan init` wrote to be written over."""
    for name in NAMES:
        for rank, *_ in cells.saying(name, lambda text: text == EXAMPLE):
            what, fix = "ligne d’exemple, laissée de côté", "l’effacer, ou écrire par-dessus"
            doubt = Doubt(code="exemple", what=what, place=cells.place(rank), fix=fix)
            yield rank, Aside(Verdict.EXAMPLE, doubt)


def _lacking(cells: Cells) -> Iterable[int]:
    """Return the ranks of the rows that have no date, or nobody's name."""
    if cells.gaps.isdisjoint({"date", *NAMES}):
        return ()
    names = [cells.values[name] for name in NAMES if name in cells.values]
    unnamed = [not any(texts) for texts in zip(*names, strict=True)]
    dates = cells.values.get("date")
    undated = unnamed if dates is None else [day is None for day in dates]
    return [rank for rank, lacks in enumerate(zip(unnamed, undated, strict=True)) if any(lacks)]


def _no_line(cells: Cells, rank: int) -> Aside | None:
    """Return what a row is that has no date or no name, where it is sure to be no line."""
    filled = cells.filled(rank)
    if not filled:
        return Aside(None)
    place = cells.place(rank, cells.table.left + min(filled))
    if all(is_zero(cell) for cell in filled.values()):
        return Aside(Verdict.NOTE, nothing(place))
    ready = made_ready(cells, rank, filled)
    return ready if ready or len(filled) > 1 else alone(cells, rank, *filled.popitem())
