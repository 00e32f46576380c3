"""Invoices that are each a part of one price, « Acompte 30 % » then « Solde »: none is told twice.

Knows parts in percents, and that they are those of a price where they make all of it. Never what
is said of a deposit whose price nothing completes.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.names import party
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.lines.cells import Cells

PART = pattern(r"\b([1-9]\d?) ?%")
REST = pattern(r"\bsoldes?\b")
WHOLE, EURO, CENT = 100, Decimal(1), Decimal("0.01")


def shares(cells: Cells) -> set[int]:
    """Return the ranks of the invoices of a part of a price that others of its client complete."""
    parts: defaultdict[tuple[str, Decimal], dict[int, int]] = defaultdict(dict)
    rests: defaultdict[str, list[int]] = defaultdict(list)
    amounts = cells.of("amount")
    for rank, text in enumerate(cells.of("service")):
        if not text or not amounts[rank]:
            continue
        client = party(cells.of("client")[rank])
        if found := PART.search(text):
            price = amounts[rank] * WHOLE / int(found[1])
            parts[client, price.quantize(EURO)][rank] = int(found[1])
        elif REST.search(folded(text)):
            rests[client].append(rank)
    told: set[int] = set()
    for (client, _), its in parts.items():
        whole = sum(its.values()) == WHOLE
        ends = [()] if whole else [(it,) for it in rests[client]]
        if any(_are_whole(amounts, its, end) for end in ends):
            told |= its.keys()
    return told


def _are_whole(amounts: Sequence[Decimal], parts: dict[int, int], rest: Sequence[int]) -> bool:
    """Tell whether each part is its percents of what all make with the rest."""
    price = sum((amounts[rank] for rank in (*parts, *rest)), Decimal(0))
    return all(abs(amounts[rank] - price * part / WHOLE) <= CENT for rank, part in parts.items())
