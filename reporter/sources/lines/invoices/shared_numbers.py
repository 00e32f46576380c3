"""The rows of one number: what the first says of its status or type, the others leave blank.

Knows that an invoice is cancelled, quoted or taken back as a whole. Never what such words do.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.invoices.credit_notes import SAYING
from reporter.sources.tables.documents import is_no_invoice
from reporter.sources.tables.words import bearing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reporter.sources.lines.cells import Cells
    from reporter.sources.tables.vocabulary import Field

NUMBERS: tuple[Field, ...] = ("invoice", "receipt")
Found = tuple[int, Problem]


def carried(cells: Cells, *more: Field) -> tuple[Cells, list[Found]]:
    """Return the cells of which each row of a number says what another one says of it.

    A blank is refused where the rows of its number say several things that differ.

    Args:
        cells: the cells of a table.
        more: other fields that are said of the whole number, on its first row.
    """
    number = next((name for name in NUMBERS if name in cells.values), None)
    names = [name for name in (*SAYING, *more) if name in cells.values and name in cells.gaps]
    if number is None or not names:
        return cells, []
    groups = [ranks for ranks in _groups(cells, number).values() if len(ranks) > 1]
    problems: list[Found] = []
    for name in names:
        column = list(cells.values[name])
        for ranks in groups:
            problems += _fill(name, column, ranks)
        cells = cells.with_values(name, column)
    return cells, problems


def _groups(cells: Cells, number: Field) -> Mapping[tuple[str, int | None], list[int]]:
    """Return the ranks of the rows of each number, which may start again each year."""
    found: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
    dates, year = cells.of("date"), None
    for rank, text in enumerate(cells.values[number]):
        if dates[rank] is not None:
            year = dates[rank].year
        if text and any(letter.isdigit() for letter in text):
            found[text.casefold().strip(), year].append(rank)
    return found


def _fill(name: Field, column: list[Any], ranks: Sequence[int]) -> Iterator[Found]:
    """Fill the blanks of the rows of a number; yield those that nothing decides."""
    said = [rank for rank in ranks if column[rank]]
    blank = [rank for rank in ranks if not column[rank]]
    if not said or not blank:
        return
    texts = [column[rank] for rank in said]
    if name in SAYING and len({_sense(text) for text in texts}) > 1:
        shown = " · ".join(f"« {text} »" for text in dict.fromkeys(texts))
        fix = "écrire ce qu’il en est de cette ligne aussi"
        yield from (
            (rank, Problem(name, "vide, là où le même numéro dit plusieurs choses", shown, fix))
            for rank in blank
        )
        return
    for rank in blank:
        above = [other for other in said if other < rank]
        column[rank] = column[above[-1] if above else said[0]]


def _sense(text: str) -> str:
    """Return what a status or a type says of whether its row counts."""
    return "not sold" if is_no_invoice(text) else bearing(text) and folded(bearing(text))
