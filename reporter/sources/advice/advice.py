"""What a table that is not understood seems to be, and the lines of bilan.toml that would read it.

Knows that a proposal must read the table once written, and that it is never followed before.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reporter.sources.advice.columns import are_products, columns_below, find_top
from reporter.sources.advice.hints import dated, fits, forbidden, kind_of, nearest, other_than_lines
from reporter.sources.advice.proposals import plan_for
from reporter.sources.tables.header_rows import columns_of, find_headers
from reporter.sources.tables.layouts import find_tables
from reporter.sources.tables.titles import key_of
from reporter.words.columns import WORDS, Field, Kind
from reporter.words.labels import KIND_LABELS, LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.advice.columns import Column
    from reporter.sources.advice.hints import Other
    from reporter.sources.advice.proposals import Plan
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Vocabulary


class Advice(NamedTuple):
    """What a table seems to be.

    Attributes:
        top: the row of its header.
        columns: its columns, known or not.
        kind: what it holds, or seems to; None where nothing tells.
        plan: what is known of it and what it lacks, as one of that kind or of the nearest.
        other: what it is, where it holds no lines of ours.
        name: the line that says what its sheet holds, nothing where it needs none.
        reads: whether the lines proposed are all that it needs.
        misreads: whether those that are sure would read it as something else, without the others.
    """

    top: int
    columns: Sequence[Column]
    kind: Kind | None
    plan: Plan
    other: Other
    name: dict[str, str]
    reads: bool = False
    misreads: bool = False

    @property
    def may_hold_lines(self) -> bool:
        """Tell whether dates stand beside numbers."""
        return dated(self.columns) and any(column.look == "numbers" for column in self.columns)

    @property
    def lines(self) -> dict[str, str]:
        """Return the lines of `[colonnes]` that are sure enough to be proposed together."""
        sure = (one for one in self.plan.proposals if one.sure)
        return self.name | {one.column.title: one.labels[0] for one in sure}


def of_table(table: Table, vocabulary: Vocabulary) -> Advice:
    """Return what a table lacks, whose kind is known."""
    return _advice(table.grid, vocabulary, (table.top, table.left, table.right), table.kind)


def of_sheet(grid: Grid, vocabulary: Vocabulary) -> Advice | None:
    """Return what a sheet seems to hold; None where it has no header at all."""
    headers = find_headers(grid, vocabulary)
    if headers:
        first = headers[0]
        return _advice(grid, vocabulary, (first.row, first.left, first.right), None)
    top = find_top(grid)
    return None if top is None else _advice(grid, vocabulary, (top, 0, len(grid.rows[top])), None)


def _advice(
    grid: Grid, vocabulary: Vocabulary, part: tuple[int, int, int], kind: Kind | None
) -> Advice:
    top, left, right = part
    columns = columns_below(grid, top, left, right)
    by_number = {column.number: column for column in columns}
    found = {it: columns_of(grid.rows[top], (left, right), vocabulary, it).fields for it in WORDS}
    plans: dict[Kind, Plan] = {}
    for each, fields in found.items():
        known = {name: by_number[n] for name, n in fields.items() if n in by_number}
        unknown = _unknown(columns, known, vocabulary, grid)
        if each == "days" and "unit" in found["fees"]:
            # each line has its own unit, which nobody may take for days
            unknown = [it for it in unknown if it.number != found["fees"].get("quantity")]
        plans[each] = plan_for(each, known, unknown)
    seems = kind or (kind_of(grid.name, plans) if dated(columns) else None)
    advice = Advice(
        top=top,
        columns=columns,
        kind=seems,
        plan=plans[seems or nearest(grid.name, plans)],
        other=_other(grid, columns, kind),
        name=_name(grid, vocabulary, columns, seems),
    )
    return _tried(advice, grid, vocabulary)


def rate_of(count: Column, advice: Advice) -> dict[str, str]:
    """Return the line of the rate at which counts make the amounts; nothing where none does."""
    known = advice.plan.known
    owned = {column.number for column in known.values()}
    for column in advice.columns if "amount" in known else ():
        free = column.number not in owned and not forbidden(column.title)
        if free and fits(column, "rate") and are_products(count, column, known["amount"]):
            return {column.title: LABELS["rate"]}
    return {}


def _other(grid: Grid, columns: Sequence[Column], kind: Kind | None) -> Other:
    other = other_than_lines(grid.name, [column.title for column in columns])
    if kind is None and not other and not dated(columns):
        looks = [column.look for column in columns]
        return "recap" if "numbers" in looks and len(looks) > 1 else ""
    return "" if kind is not None and other == "unsold" else other


def _unknown(
    columns: Sequence[Column], known: Mapping[Field, Column], vocabulary: Vocabulary, grid: Grid
) -> list[Column]:
    """Return the columns that may be proposed: those that a line of `[colonnes]` can name alone."""
    owned = {column.number for column in known.values()}
    keys = Counter(key_of(column.title) for column in columns)
    return [
        column
        for column in columns
        if column.number not in owned
        and keys[key := key_of(column.title)] == 1
        and key
        and key != key_of(grid.name)
        and not vocabulary.explains(column.title)
    ]


def _name(
    grid: Grid, vocabulary: Vocabulary, columns: Sequence[Column], kind: Kind | None
) -> dict[str, str]:
    """Return the line that says what a sheet holds, where its name says nothing that we know."""
    if kind is None or vocabulary.kind_of(grid.name) or vocabulary.is_any(grid.name):
        return {}
    key = key_of(grid.name)
    alone = key and all(key_of(column.title) != key for column in columns)
    return {grid.name: KIND_LABELS[kind]} if alone else {}


def _tried(advice: Advice, grid: Grid, vocabulary: Vocabulary) -> Advice:
    """Return advice that tells whether its lines, once written, make the table whole."""
    if advice.kind is None or not advice.plan.is_complete:
        return advice
    lines = advice.name | {one.column.title: one.labels[0] for one in advice.plan.proposals}
    kinds = _kinds_after(lines, advice, grid, vocabulary)
    partly = _kinds_after(advice.lines, advice, grid, vocabulary)
    unsure = len(lines) > len(advice.lines)
    return advice._replace(reads=advice.kind in kinds, misreads=unsure and bool(partly))


def _kinds_after(
    lines: dict[str, str], advice: Advice, grid: Grid, vocabulary: Vocabulary
) -> set[Kind]:
    """Return the kinds of the whole tables that lines, once written, make of a header."""
    after = vocabulary.with_words(lines)
    return {
        table.kind
        for table in find_tables(grid, after)
        if table.top == advice.top and table.is_whole
    }
