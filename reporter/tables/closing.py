"""What a closing should move to its own year, for the accountant to accept.

Knows labels and cells. Never how a share is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell, short_date
from reporter.tables.ledger import NET
from reporter.tables.table import Table, headings, money

if TYPE_CHECKING:
    from reporter.accounting.adjustments import Adjustment, Kind
    from reporter.accounting.pack import Pack

NAMES: dict[Kind, str] = {
    "FNP": "Facture non parvenue (408)",
    "FAE": "Facture à établir (4181)",
    "CCA": "Charge constatée d’avance (486)",
    "PCA": "Produit constaté d’avance (487)",
}
MOVED = (money("Montant porté"), money("TVA en attente"), money("Effet sur le résultat"))
PROPOSED = (
    "Proposées d’après les colonnes « Du » et « Au », sinon les mots de la ligne, au prorata des "
    "jours\u00a0; aucune n’est écrite\u00a0: « --regularisations » les écrit toutes, avec leur "
    "extourne."
)
WRITTEN = (
    "D’après les colonnes « Du » et « Au », sinon les mots de la ligne, au prorata des "
    "jours\u00a0; toutes sont écrites."
)


def closing(pack: Pack) -> Table:
    """Return the adjustments of a year, those of its opening first."""
    columns = ("Jour", "Régularisation", "Pièce", "Tiers", "Compte", "Du", "Au", NET)
    ordered = sorted(pack.adjustments, key=lambda one: not one.opening)
    return Table(
        title=f"Régularisations de {pack.year.number}",
        columns=headings(*columns, *MOVED, "Source"),
        rows=tuple(_row(one, pack) for one in ordered),
        note=WRITTEN if pack.asked.adjustments else PROPOSED,
    )


def _row(one: Adjustment, pack: Pack) -> tuple[Cell, ...]:
    line, year = one.line, pack.year
    period = (getattr(line.line, name, None) for name in ("start", "end"))
    undone = " – extourne" if one.opening else ""
    amounts = (line.line.amount, one.amount, one.vat, one.result)
    return (
        Cell(year.start if one.opening else year.end, "date"),
        Cell(NAMES[one.kind] + undone),
        Cell(line.number),
        Cell(line.party.name),
        Cell(line.account),
        *(Cell(day, "date") for day in period),
        *(Cell(amount, "cents") for amount in amounts),
        Cell(str(line.line.place)),
    )


def said(pack: Pack) -> str:
    """Return how many adjustments there are, in a sentence, empty where there is none."""
    if not pack.adjustments:
        return ""
    done = "écrites" if pack.asked.adjustments else "proposées et non écrites"
    day = short_date(pack.year.end)
    return f"Régularisations au {day}\u00a0: {len(pack.adjustments)}, {done} (feuille Clôture)."
