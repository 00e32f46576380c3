"""The words of sheets and headers → our fields.

Knows the vocabulary of consultants' spreadsheets. Never the cells below a header.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["days", "fees", "expenses"]

SHEETS: dict[Kind, tuple[str, ...]] = {
    "days": ("jours", "jours factures", "cra", "temps", "regie"),
    "fees": ("forfaits", "prestations forfaitaires", "prestations", "services"),
    "expenses": ("depenses", "frais", "achats", "charges", "notes de frais"),
}
COMMON = {
    "date": ("date", "date facture", "date de facture", "jour"),
    "amount": ("montant ht", "total ht", "ht", "prix ht", "base ht"),
    "vat": ("tva", "taux tva", "montant tva"),
    "gross": ("montant ttc", "total ttc", "ttc"),
    "paid": ("date de paiement", "date paiement", "date de reglement", "payee le", "paye le"),
}
SALE = {
    "client": ("client", "nom du client"),
    "invoice": ("facture", "n facture", "numero facture", "numero de facture", "no facture"),
}
WORDS: dict[Kind, dict[str, tuple[str, ...]]] = {
    "days": {
        **COMMON,
        **SALE,
        "days": ("jours", "nb jours", "nombre de jours", "nombre jours", "jours factures"),
        "rate": ("tjm", "tjm ht", "prix unitaire", "prix journalier ht", "taux journalier"),
        "mission": ("mission", "projet", "affaire", "dossier"),
        "worker": ("intervenant", "collaborateur"),
        "comment": ("commentaire", "commentaires", "remarque"),
    },
    "fees": {
        **COMMON,
        **SALE,
        "service": ("prestation", "libelle", "intitule", "description"),
        "equivalent_days": ("jours equivalents", "equivalent jours"),
    },
    "expenses": {
        **COMMON,
        "supplier": ("fournisseur",),
        "label": ("libelle", "intitule", "description", "designation"),
        "category": ("categorie", "nature", "type"),
        "account": ("compte", "numero de compte"),
        "lifetime": ("duree d amortissement", "duree amortissement", "amortissement"),
        "receipt": ("justificatif", "piece", "reference"),
    },
}
LABELS = {
    "date": "Date",
    "client": "Client",
    "days": "Jours",
    "rate": "TJM",
    "amount": "Montant HT",
    "supplier": "Fournisseur",
    "label": "Libellé",
}
NEEDED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "days": (("date",), ("client",), ("days",), ("rate", "amount")),
    "fees": (("date",), ("client",), ("amount",)),
    "expenses": (("date",), ("supplier", "label"), ("amount",)),
}
"""For each kind of sheet, the columns that it must have: one of each group."""


@cache
def folded(text: Any) -> str:
    """Return a text without case, accents, marks or surplus blanks: `N° Facture` → `n facture`."""
    plain = unicodedata.normalize("NFKD", str(text).casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def kind_of(sheet: str) -> Kind | None:
    """Return what a sheet holds by its name, None where it is unknown."""
    name = folded(sheet)
    return next((kind for kind, names in SHEETS.items() if name in names), None)


def columns(header: Sequence[Any], kind: Kind) -> dict[str, int]:
    """Return the column of each field that the words of a header row name."""
    words = [folded(cell) for cell in header]
    found = {}
    for field, names in WORDS[kind].items():
        place = next((words.index(name) for name in names if name in words), None)
        if place is not None:
            found[field] = place
    return found
