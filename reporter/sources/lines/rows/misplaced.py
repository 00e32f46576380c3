"""What a line lacks, and cells that moved: a formula without a value, a blank, a number for a name.

Knows what the rest of a row gives, what no row does without, which columns hold names, and which
numbers. Never what they mean, nor what stands above a row.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.errors import Doubt
from reporter.french import counted
from reporter.patterns import pattern
from reporter.sources.grids.cells import UNCOMPUTED, is_blank, shown
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.rows.blanks import CARRIED
from reporter.sources.tables.labels import LABELS, NEEDED, PAY

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Mapping, Sequence

    from reporter.errors import Place
    from reporter.sources.grids.cells import Broken
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.verdicts import Aside
    from reporter.sources.tables.vocabulary import Field

NAMES: tuple[Field, ...] = ("client", "supplier", "category", "label", "service", "mission")
CODED: tuple[Field, ...] = ("label", "service", "mission")
"""What may be named by a number alone, a text or a long one: a reference, an order."""
REFERENCE = 100_000
SURE = 2
"""Names in a column beside which a whole number stands out: a client may be called 1664."""
VALUE = pattern(
    r"\d\d?[/.-]\d\d?[/.-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d(?: 00:00:00)?"
    r"|-?[\d\s]*\d(?:[.,]\d+)?\s*(?:€|EUR|%)|-?[\d\s]*\d[.,]\d{1,2}"
)


def misplaced(cells: Cells) -> Iterator[tuple[int, Doubt]]:
    """Yield a doubt of each number or date that stands alone among the names of a column."""
    for name in NAMES:
        odd = odd_names(cells.distinct.get(name, ()), coded=name in CODED)
        column = cells.column(name) if odd else ()
        for rank, cell in enumerate(column):
            if cell in odd:
                yield rank, no_name(cells.place(rank, name), cell, cells.of("date")[rank])


def odd_names(found: Collection[Any], *, coded: bool) -> set[Any]:
    """Return the cells of a column that are no names, where most are; one number may be a code."""
    values = {cell for cell in found if _is_value(cell)}
    wholes = {cell for cell in found if _is_whole(cell)}
    coded = coded and any(isinstance(cell, str) or cell >= REFERENCE for cell in wholes)
    names = len(found) - len(values | wholes) - any(map(is_blank, found))
    sure = not coded and names >= SURE * len(wholes)
    odd = values | wholes if sure else values
    return odd if names >= len(odd) else set()


def _is_value(cell: Any) -> bool:
    """Tell whether a cell is a date, a sum of euros, a percentage or a number with decimals."""
    if isinstance(cell, str):
        return cell[:1] in "-0123456789" and VALUE.fullmatch(cell.strip()) is not None
    return isinstance(cell, date) or (isinstance(cell, float) and not cell.is_integer())


def _is_whole(cell: Any) -> bool:
    if isinstance(cell, str):
        return cell.strip().isdecimal()
    return isinstance(cell, int) or (isinstance(cell, float) and cell.is_integer())


def no_name(place: Place, cell: Any, day: date | None = None) -> Doubt:
    """Return the doubt of a number, or of a date, that stands where a name should."""
    what = "un nombre ou une date à la place d’un nom : les cellules ont-elles bougé ?"
    fix = "remettre chaque cellule de la ligne sous son titre, ou écrire un nom"
    text = shown(cell).replace(".", ",") if isinstance(cell, float) else shown(cell)
    return Doubt(code="nom-en-chiffres", what=what, place=place, shown=text, fix=fix, date=day)


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
        amounts = cells.of("amount")
        for rank, texts in enumerate(zip(*columns, strict=True)):
            none = timed and amounts[rank] and not any(texts)
            blank = rank not in aside and (none or all(map(is_blank, texts)))
            if blank and not _is_said(cells, rank, names):
                told = (name for name in group if name in names or name not in PAY)
                fix = "remplir " + " ou ".join(LABELS[name] for name in told)
                if timed and amounts[rank]:
                    fix += " ; pour un forfait, le mettre sur une feuille Forfaits"
                yield rank, Problem(names[0], "zéro" if none else "cellule vide", fix=fix)


def _is_said(cells: Cells, rank: int, names: Sequence[Field]) -> bool:
    """Tell whether a mistake of one of those cells is said already."""
    said = {mistake.place.cell for mistake in cells.mistakes.get(rank, ())}
    uncomputed = not set(cells.uncomputed.get(rank, ())).isdisjoint(names)
    return uncomputed or any(cells.place(rank, name).cell in said for name in names)
