"""A year of the bank for another program: the same as its tables, amounts with two decimals.

Knows names of values. Never labels, nor what pays what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.bank.reconciling import EXPLAINED
from reporter.tables.bank import KINDS, NAMES

if TYPE_CHECKING:
    from reporter.bank.bank import Asked
    from reporter.bank.pieces import Piece
    from reporter.bank.reconciling import Group, Reconciled, Year

SLUGS: dict[Group, str] = {
    "sale": "ventes",
    "expense": "depenses",
    "movement": "mouvements_des_livres",
    "outside": "hors_des_livres",
    "transfer": "virements_internes",
    "reversal": "rejets",
    "asked": "a_rapprocher",
    "alone": "sans_ligne",
}


def values(found: Reconciled) -> dict[str, object]:
    """Return what the tables of a year say: amounts as texts, with two decimals."""
    return {
        "exercice": found.year.number,
        "comptes": [_account_values(one) for one in found.accounts],
        "a_rapprocher": [_asked_values(one) for one in found.asked],
        "mouvements_sans_ligne": [_asked_values(one) for one in found.alone],
        "lignes_sans_mouvement": [_piece_values(one) for one in found.unpaid],
        "releves_jusqu_au": found.last.isoformat(),
        "ventes_apres_les_releves": [_piece_values(one) for one in found.untold],
    }


def _euros(amount: object) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def _account_values(year: Year) -> dict[str, object]:
    return {
        "compte": year.account.name,
        "du": year.days[0].isoformat(),
        "au": year.days[1].isoformat(),
        "solde_avant": _euros(year.opening),
        "explique": _euros(year.total(*EXPLAINED)),
        "a_expliquer": _euros(year.total("asked", "alone")),
        "solde_apres": _euros(year.closing),
        "mouvements": [
            {
                "genre": SLUGS[key],
                "nombre": year.groups[key][0],
                "montant": _euros(year.groups[key][1]),
            }
            for key in NAMES
            if key in year.groups
        ],
        "repetes": year.account.repeated,
        "sans_effet": year.account.left,
    }


def _asked_values(one: Asked) -> dict[str, object]:
    return {
        "cle": one.key,
        "date": one.movement.date.isoformat(),
        "montant": _euros(one.movement.amount),
        "libelle": one.movement.label,
        "fichier": one.movement.place.file,
        "cellule": one.movement.place.cell,
        "paie_peut_etre": [_piece_values(piece) for piece in one.likely],
    }


def _piece_values(piece: Piece) -> dict[str, object]:
    return {
        "reference": piece.reference,
        "genre": KINDS[piece.kind].lower(),
        "nom": piece.name,
        "date": piece.date.isoformat(),
        "montant_ttc": _euros(piece.amount),
        "paye": piece.paid.isoformat() if piece.paid else None,
        "fichier": piece.place.file,
        "feuille": piece.place.sheet,
        "cellule": piece.place.cell,
    }
