"""A header written on two rows: « Montant » over « HT », « TVA » and « TTC », joined into one.

Knows rows of titles. Never joins words that say together what neither row says, unless known.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.vocabulary import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Vocabulary

TOP_ROWS = 20
"""Rows of a sheet among which a header on two rows is looked for."""
PLAIN = {
    "montant", "montants", "prestation", "prestations", "detail", "details", "informations",
    "infos", "general", "temps", "facture", "factures", "facturation", "vente", "ventes", "prix",
    "euros",
}  # fmt: skip
"""Words over other titles that say nothing which those do not say."""


def with_joined_headers(grid: Grid, vocabulary: Vocabulary) -> Grid | None:
    """Return a sheet whose two header rows are one, the lower; None where no two rows make one."""
    for number, (upper, lower) in enumerate(zip(grid.rows, grid.rows[1:TOP_ROWS], strict=False)):
        if not (_is_titles(upper) and _is_titles(lower)):
            continue
        titles = _joined(upper, lower, vocabulary)
        if _is_whole(titles, vocabulary):
            rows = list(grid.rows)
            rows[number + 1] = titles
            return replace(grid, rows=rows)
    return None


def _is_titles(row: Sequence[Any]) -> bool:
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) > 1 and all(isinstance(cell, str) and cell[:1].isalpha() for cell in filled)


def _is_whole(titles: Sequence[str], vocabulary: Vocabulary) -> bool:
    return any(not vocabulary.columns(titles, kind).missing(kind) for kind in WORDS)


def _joined(upper: Sequence[Any], lower: Sequence[Any], vocabulary: Vocabulary) -> list[str]:
    """Return the titles of two rows, each column's own.

    A title over several columns stands over the first of them, and has another below it.
    """
    titles: list[str] = []
    above = ""
    for top, bottom in zip(upper, lower, strict=True):
        title, below = _text(top), _text(bottom)
        if title or not below:
            above = title if below else ""
        titles.append(_title(title or above, below, vocabulary))
    return titles


def _text(cell: Any) -> str:
    return "" if is_blank(cell) else str(cell).strip()


def _title(above: str, below: str, vocabulary: Vocabulary) -> str:
    if not below or not above:
        return below or above
    for title in (f"{above} {below}", f"{below} {above}"):
        if vocabulary.word(title):
            return title
    plain = set(folded(above).split()) <= PLAIN
    return below if plain else f"{above} {below}"
