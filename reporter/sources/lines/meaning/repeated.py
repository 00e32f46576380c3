"""What a word that comes back down a column says no more of each line: contracts, advances repaid.

Knows how many lines say it, and what stands beside it. Never what another word says.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reporter.characters import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.lines.cells import Cells
    from reporter.words.bearing import Bearing
    from reporter.words.columns import Field

SEVERAL, DOCUMENTS = 3, {"facture", "devis", "avoir", "commande"}
"""Lines of a contract that are a kind of work, unless documents stand beside it."""


def less_drawn(cells: Cells, name: Field, said: dict[str, Bearing]) -> dict[str, Bearing]:
    """Return what texts say, but of a contract that comes back where no line says an invoice.

    It is then what was translated, or drawn up.
    """
    drawn = {it for it in said if folded(it) == "contrat"}
    folds = Counter(map(folded, filter(None, cells.values[name]))) if drawn else {"contrat": 0}
    if folds["contrat"] < SEVERAL or folds.keys() & DOCUMENTS:
        return said
    return {it: bears for it, bears in said.items() if it not in drawn}


def less_repaid(cells: Cells, said: Mapping[str, Bearing]) -> dict[str, Bearing]:
    """Return what statuses say, but of those repaid where most are: to whoever advanced them."""
    repaid = {it for it in said if folded(it).startswith("rembours")}
    most = 2 * sum(it in repaid for it in cells.values["status"]) > len(cells.rows)
    return {it: bears for it, bears in said.items() if not (most and it in repaid)}
