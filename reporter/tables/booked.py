"""A year that entries alone tell, account by account; what was read of each FEC.

Knows how accounts are grouped. Never how the tables look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.french import Cell, spaced
from reporter.model import ZERO
from reporter.tables.partial import dated, named
from reporter.tables.sums import summed
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from reporter.figures import Bilan
    from reporter.ledgers.ledger import Ledger

KINDS = {
    "70": "Ventes",
    "71": "Production stockée",
    "72": "Production immobilisée",
    "74": "Subventions d’exploitation",
    "75": "Autres produits de gestion courante",
    "76": "Produits financiers",
    "77": "Produits exceptionnels",
    "78": "Reprises sur amortissements et provisions",
    "79": "Transferts de charges",
    "60": "Achats",
    "61": "Services extérieurs",
    "62": "Autres services extérieurs",
    "63": "Impôts, taxes et versements assimilés",
    "64": "Charges de personnel",
    "65": "Autres charges de gestion courante",
    "66": "Charges financières",
    "67": "Charges exceptionnelles",
    "68": "Dotations aux amortissements et provisions",
    "69": "Participation et impôt sur les bénéfices",
}
"""The kinds of products, then of charges (PCG art. 932-1), in the order of an income statement."""
COLUMNS = {
    "ecritures": "Écritures",
    "lignes": "Lignes",
    "lignes_comptees": "Comptées",
    "lignes_de_bilan": "Au bilan",
    "lignes_de_cloture": "De clôture",
    "comptes": "Comptes",
}


def accounts(bilan: Bilan) -> Table | None:
    """Return the products and charges of a year by kind; None where lines tell the year."""
    if not bilan.figures.is_booked:
        return None
    before = bilan.previous
    shown = [bilan.figures, *([before] if before is not None and before.is_booked else [])]
    sums = [  # products positive
        summed((line.account[:2], -line.amount) for line in figures.entries) for figures in shown
    ]
    kinds = [kind for kind in KINDS if any(kind in year for year in sums)]
    kinds += sorted({kind for year in sums for kind in year} - KINDS.keys())
    rows = [_row(_called(kind), [year.get(kind, ZERO) for year in sums]) for kind in kinds]
    total = _row("Résultat du FEC", [sum(year.values(), ZERO) for year in sums])
    columns = ["Comptes", *(dated(figures.year) for figures in shown)]
    return Table(
        title=f"Produits et charges de {named(bilan.figures.year)}, d’après le FEC",
        columns=headings(*columns),
        rows=(*rows, total),
        note=spaced("Produits positifs, charges négatives, en euros hors taxes."),
        total=True,
    )


def _called(kind: str) -> str:
    return f"{kind} {KINDS.get(kind, '')}".strip()


def _row(name: str, amounts: list[Decimal]) -> tuple[Cell, ...]:
    return (Cell(name), *(Cell(amount, "cents") for amount in amounts))


def entered(ledgers: Mapping[int, Ledger]) -> Table:
    """Return what was read of each FEC, and what became of its lines."""
    rows = tuple(
        (Cell(one["fichier"]), Cell(str(one["exercice"])), *(Cell(one[name]) for name in COLUMNS))
        for one in values(ledgers.values())
    )
    return Table(
        title="Les exercices connus par leur FEC",
        columns=headings("Fichier", "Exercice", *COLUMNS.values()),
        rows=rows,
        note=spaced(
            "Lignes comptées : celles des produits et des charges ; les autres sont celles du "
            "bilan, ou d’une écriture de clôture, laissée de côté."
        ),
    )


def values(ledgers: Iterable[Ledger]) -> Iterator[dict[str, Any]]:
    """Yield the same for another program."""
    for ledger in ledgers:
        found = ledger.found
        yield {
            "fichier": ledger.file,
            "exercice": ledger.year.number,
            "ecritures": found.entries,
            "lignes": found.result + found.balance + found.closing,
            "lignes_comptees": found.result,
            "lignes_de_bilan": found.balance,
            "lignes_de_cloture": found.closing,
            "comptes": len({line.account for line in ledger.lines}),
        }
