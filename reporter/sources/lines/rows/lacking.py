"""What a line lacks: the value of a formula, or what no line of its kind does without.

Knows what the rest of a row gives. Never what stands above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import counted
from reporter.sources.grids.cells import UNCOMPUTED, is_blank
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.rows.blanks import CARRIED
from reporter.words.labels import LABELS, NEEDED, PAY

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from reporter.sources.grids.cells import Broken
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.verdicts import Aside
    from reporter.words.columns import Field

PRICED: tuple[Field, ...] = ("rate", "hourly")
TIMED: tuple[Field, ...] = ("days", "hours", *PRICED)
"""What a price of days is of, and what no fixed fee has."""
DEDUCED: dict[Field, tuple[frozenset[Field], ...]] = {
    "amount": (
        frozenset({"days", "rate"}),
        frozenset({"gross", "vat"}),
        frozenset({"gross", "vat_rate"}),
        frozenset({"gross", "vat_any"}),
    ),
    "gross": (frozenset({"amount"}),),
    "vat": (frozenset({"amount", "gross"}), frozenset({"amount", "vat_rate"})),
    "vat_any": (frozenset({"amount", "gross"}),),
    "rate": (frozenset({"days", "amount"}),),
}
"""For each field, what it can be computed from."""


def forgiven(cells: Cells, aside: Mapping[int, Aside]) -> tuple[dict[int, Problem], list[Doubt]]:
    """Return the rows that lack the value of a formula, and a doubt of those that do without it.

    A row does without it where the rest of the row gives it, or where it is a text.
    """
    refused: dict[int, Problem] = {}
    kept: dict[tuple[Field, Broken], list[int]] = {}
    for rank, names in cells.uncomputed.items():
        for name in () if rank in aside else names:
            broken = cells.column(name)[rank]
            if _does_without(cells, rank, name):
                kept.setdefault((name, broken), []).append(rank)
            else:
                refused[rank] = Problem(name, broken.shown, fix=broken.fix)
    doubts = []
    for (name, broken), ranks in kept.items():
        place, count = cells.place(ranks[0], name), counted(len(ranks), "ligne", "lignes")
        about = cells.table.grid.name
        doubts.append(Doubt("formule", broken.shown, place, count, broken.fix, about=about))
    return refused, doubts


def _does_without(cells: Cells, rank: int, name: Field) -> bool:
    value = cells.values[name][rank]
    if isinstance(value, str) and name not in CARRIED and name != "supplier":
        return True
    return any(all(_given(cells, other, rank) for other in way) for way in DEDUCED.get(name, ()))


def _given(cells: Cells, name: Field, rank: int) -> bool:
    return name in cells.values and cells.values[name][rank] not in (None, "", UNCOMPUTED)


def missing(cells: Cells, aside: Container[int]) -> Iterator[tuple[int, Problem]]:
    """Yield the lines that lack what every line of their kind must have, and what they lack."""
    for group in NEEDED[cells.table.kind]:
        names = [name for name in group if name in cells.values]
        columns, timed = [cells.values[name] for name in names], "days" in group
        if any(name not in cells.gaps for name in names) and not (timed and 0 in columns[0]):
            continue
        amounts = zip(cells.of("amount"), cells.of("gross"), strict=True)
        paid = [bool(amount or gross) for amount, gross in amounts]
        for rank, texts in enumerate(zip(*columns, strict=True)):
            none = timed and paid[rank] and not any(texts)
            blank = rank not in aside and (none or all(map(is_blank, texts)))
            if blank and not (timed and _is_fee(cells, rank)) and not _is_said(cells, rank, names):
                told = (name for name in group if name in names or name not in PAY)
                fix = "remplir " + " ou ".join(LABELS[name] for name in told)
                if timed and paid[rank]:
                    fix += " ; pour un forfait, le mettre sur une feuille Forfaits"
                yield rank, Problem(names[0], "zéro" if 0 in texts else "cellule vide", fix=fix)


def _is_fee(cells: Cells, rank: int) -> bool:
    """Tell whether a row among days is a fixed fee: neither days nor their price, and its own work.

    Other rows have both; one of their works may have lost them, as may an amount that is worth half
    days at a price of the table, where no word says that it is fixed.
    """
    read = cells.values
    amount = cells.of("amount")[rank] or cells.of("gross")[rank]
    halves = not amount or any(price and not 2 * amount % price for price in set(cells.of("rate")))
    blank = [it[rank] is None for name, it in read.items() if name in TIMED]
    priced = not read.keys().isdisjoint(PRICED)
    work = read["mission"][rank] if priced and all(blank) and "mission" in read else ""
    others = zip(cells.of("days"), cells.of("mission"), strict=True)
    own = bool(work) and all(days is None or it != work for days, it in others)
    return own and (not halves or "forfait" in folded(work))


def _is_said(cells: Cells, rank: int, names: Sequence[Field]) -> bool:
    """Tell whether a mistake of one of those cells is said already."""
    said = {mistake.place.cell for mistake in cells.mistakes.get(rank, ())}
    uncomputed = not set(cells.uncomputed.get(rank, ())).isdisjoint(names)
    return uncomputed or any(cells.place(rank, name).cell in said for name in names)
