"""Columns of statuses and of types of documents: each must be known entirely, or is asked about.

Knows which words are known, the owner's `[statuts]` included. Never what a line is worth.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.sources.tables.documents import is_of_others, is_sale
from reporter.sources.tables.titles import key_of
from reporter.sources.tables.words import SOLD, SPENT, Bearing, bearing
from reporter.toml.kinds import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from reporter.sources.lines.cells import Cells
    from reporter.sources.tables.vocabulary import Field

SAID: tuple[Bearing, ...] = ("not sold", "credit", "target", "deposit")
UNDONE = re.compile(
    r"\b(?:avoirs?|credit|litige|contest\w*|extourn\w*|erreur|doublon|perdu\w*|perte|abandon\w*|"
    r"refus\w*|rejet\w*|irrecouvrable\w*|impaye\w*|remplace\w*|test)\b"
)
"""What may undo the first word of a status: « Payée (avoir émis) »."""
NATURES = {"nature"}
"""Titles of a column that tells services as often as documents: what is unknown there is free."""


class Statuses(NamedTuple):
    """The statuses that the owner explains in `[statuts]`: those that count, those that do not."""

    counted: Collection[str] = ()
    left_out: Collection[str] = ()

    def explains(self, words: str) -> bool:
        """Tell whether the owner says what a folded text means."""
        return words in self.counted or words in self.left_out


def counts(text: str) -> str:
    """Return the line of bilan.toml that says whether a status counts."""
    return f'[statuts] {literal(text)} = "compte" (ou "ne compte pas")'


def unknown_statuses(
    cells: Cells, statuses: Statuses, ranks: Collection[int], *, listed: bool
) -> Iterator[BadCell]:
    """Yield the mistake of a column that is not known entirely: one for all its words.

    Args:
        cells: the cells of a table.
        statuses: what the owner explains.
        ranks: those of its lines.
        listed: whether the table is a list of invoices, where a type must be that of a sale.
    """
    spent = cells.table.kind == "expenses"

    def unknown(name: Field, what: str, is_known: Callable[[str], bool]) -> Iterator[BadCell]:
        found: dict[str, int] = {}
        for rank, text in enumerate(cells.of(name)):
            new = text and rank in ranks and text not in found
            if new and not (statuses.explains(folded(text)) or is_known(text)):
                found[text] = rank
        if found:
            first, rank = next(iter(found.items()))
            met = " · ".join(f"« {text} »" for text in list(found)[:8])
            fix = f"dire ce que cela veut dire dans bilan.toml : {counts(first)}"
            yield BadCell(what, cells.place(rank, name), shown=met, fix=fix)

    yield from unknown("status", "statut inconnu", partial(_is_status, spent=spent))
    if listed and not _is_nature(cells):
        yield from unknown("document", "type de document inconnu", _is_type)
    elif not spent:
        what = "un document qui n’est pas une vente ?"
        yield from unknown("document", what, lambda it: not is_of_others(it))


def _is_nature(cells: Cells) -> bool:
    title = cells.table.title("document")
    return not title or key_of(title) in NATURES


def _is_status(text: str, *, spent: bool) -> bool:
    words = folded(text)
    known = words in SOLD or (spent and words in SPENT) or bearing(text) in SAID
    begins = words.startswith(("paye ", "payee ", "facture ", "facturee "))
    return known or (begins and not UNDONE.search(words))


def _is_type(text: str) -> bool:
    return is_sale(text) or (bearing(text) in SAID and not is_of_others(text))
