"""Credit notes: told by a type, a status or a number, taken back, or the end of an invoice.

Knows that a credit note takes back what an invoice said. Never which rows are no invoices.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.french import euros_cents
from reporter.grouping import gathered
from reporter.law.vat_rates import EVER
from reporter.model import ZERO
from reporter.names import spelling
from reporter.patterns import pattern
from reporter.sources.lines.meaning.amounts_beside import worth
from reporter.sources.lines.worth.vat import PERCENTS
from reporter.sources.lines.written.counts import counted
from reporter.sources.lines.written.values import to_number, tried
from reporter.words.bearing import bearing, takes_back
from reporter.words.documents import by_letters, numbered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from reporter.errors import Doubt
    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field, Kind

SAYING: tuple[Field, ...] = ("status", "document")
LABELLED: dict[Kind, Field] = {"days": "comment", "fees": "service", "expenses": "label"}
"""The words of each kind of line in which a credit note may say that it is one."""
CREDIT = "Avoir"
CANCELLED = pattern(r"(?:annule\w*|annulation|cancell?ed|void(?:ed)?)\b")


def credit_notes(cells: Cells) -> list[int]:
    """Return the ranks of the credit notes, by their type, their status or their number."""
    series = by_letters(set(cells.of("invoice")) - {"", None})
    credits_ = (its for letters, its in series.items() if numbered(letters) == "credit")
    numbers = {*chain.from_iterable(credits_)}
    invoices = enumerate(cells.of("invoice") if numbers else ())
    found = {rank for rank, text in invoices if text in numbers}
    for name in SAYING:
        found |= {rank for rank, *_ in cells.saying(name, lambda it: bearing(it) == "credit")}
    return sorted(found)


def euros_of(cells: Cells, rank: int) -> Decimal | None:
    """Return what a row is worth, before tax where it says so."""
    return worth(cells, rank, ("amount", "gross"))


def labelled(cells: Cells, notes: Sequence[int]) -> Cells:
    """Return the cells in which each credit note below zero has words that say so, in its label."""
    name = LABELLED.get(cells.table.kind)
    below = [rank for rank in notes if (worth(cells, rank) or ZERO) < 0]
    if not below or name is None:
        return cells
    labels = {rank: label or "" for rank, label in enumerate(cells.of(name))}
    for rank in below:
        if not takes_back(labels[rank]):
            told = (cells.of(one)[rank] for one in SAYING)
            said = next((it for it in told if it and bearing(it) == "credit"), CREDIT)
            labels[rank] = f"{said} : {labels[rank]}" if labels[rank] else said
    return cells.with_values(name, labels)


def taken_back(cells: Cells, notes: Sequence[int]) -> tuple[Cells, list[Doubt]]:
    """Return the cells with credit notes below zero, where the tool writes them all above.

    A list that writes some below and some above is asked about, as a person's table is.
    """
    worths = {rank: euros_of(cells, rank) or ZERO for rank in notes}
    if not worths or any(value < 0 for value in worths.values()):
        return cells, []
    for name, below in TAKEN_BACK.items():
        if name in cells.values:
            column = cells.values[name]
            cells = cells.with_values(name, {rank: below(column[rank]) for rank in notes})
    return cells, [_credited(cells, rank) for rank in notes if worths[rank]]


def _below(cell: Any) -> Any:
    """Return a number below zero, with its unit if it says one; any other cell as it is."""
    count = tried(counted, cell)
    return cell if count is None else f"{-abs(count.number)} {count.unit}".strip()


def _vat_below(cell: Any) -> Any:
    """Return an amount of VAT below zero; a rate stays."""
    below = _below(cell)
    value = tried(to_number, below)
    return cell if value is None or abs(value) in EVER | PERCENTS else below


TAKEN_BACK: dict[Field, Callable[[Any], Any]] = {
    **dict.fromkeys(("amount", "gross", "vat"), lambda it: it and -it),
    "quantity": _below,
    "vat_any": _vat_below,
}
"""What makes of the values of a credit note written above zero those of one below."""


def _credited(cells: Cells, rank: int) -> Doubt:
    shown = f"{cells.of('invoice')[rank]} · {euros_cents(worth(cells, rank) or ZERO)}"
    what = "un avoir écrit en positif, compté en moins"
    fix = "rien, si c’est un avoir ; sinon corriger son type"
    return cells.doubt("avoir-en-positif", what, rank, "invoice", shown, fix)


def reversed_(cells: Cells, notes: Sequence[int]) -> tuple[Cells, list[Doubt]]:
    """Return the cells in which an invoice that a credit note cancels is one like others.

    Both count, each at its date: to leave out the invoice alone would take it back twice. Both may
    be of several rows: they are compared whole.
    """
    undone = {(client, -amount) for client, amount, _ in _documents(cells, notes)}
    said = cells.saying("status", lambda it: CANCELLED.match(folded(it)))
    cancelled = [rank for rank, *_ in said if rank not in notes]
    found = [
        ranks
        for client, amount, ranks in _documents(cells, cancelled)
        if (client, amount) in undone
    ]
    blank = dict.fromkeys(chain.from_iterable(found), "")
    what = "facture annulée par un avoir de la liste : les deux comptent, chacun à sa date"
    numbers = cells.of("invoice")
    firsts = [ranks[0] for ranks in found]
    doubts = [cells.doubt("annulee-par-avoir", what, n, "invoice", numbers[n]) for n in firsts]
    return cells.with_values("status", blank), doubts


def _documents(cells: Cells, ranks: Sequence[int]) -> Iterator[tuple[str, Decimal, Sequence[int]]]:
    """Yield the client, the worth and the rows of each document that some rows make."""
    for its in gathered((cells.of("invoice")[rank] or str(rank), rank) for rank in ranks).values():
        client = next((text for rank in its if (text := cells.values["client"][rank])), "")
        yield (
            spelling(client),
            sum((euros_of(cells, rank) or ZERO for rank in its), ZERO),
            its,
        )
