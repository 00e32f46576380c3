"""What the sheets of the workbook to fill in are made of: columns, their types, their example.

Knows words and cells. Never how a workbook is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from reporter.words.labels import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

Type = Literal["text", "date", "days", "euros", "rate", "years", "client", "category"]
"""What a column holds: it sets the format of its cells and what may be typed there."""
Value = str | date | Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its title, its type, what stands there in the line of example.

    Attributes:
        width: in characters.
        help: what to type, shown when a cell is chosen.
    """

    title: str
    type: Type = "text"
    example: Value = None
    width: int = 14
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A sheet to fill in."""

    title: str
    columns: Sequence[Column]


CATEGORIES = (
    "Assurance",
    "CFE",
    "Cotisations",
    "Déplacements",
    "Formation",
    "Fournitures",
    "Frais bancaires",
    "Hébergement",
    "Honoraires",
    "Logiciels",
    "Loyer",
    "Matériel informatique",
    "Missions et repas",
    "Mobilier",
    "Petit équipement",
    "Publicité",
    "Rémunération",
    "Télécommunications",
)
VAT = tuple(Decimal(rate) for rate in ("0.2", "0.1", "0.055", "0.021", "0"))
ONE, RATE = Decimal(1), Decimal(600)
PAID = Column(title="Date de paiement", type="date", width=20, help="Vide si ce n’est pas payé.")
INVOICE = Column(title="Facture", example="EX-001", help="Le numéro de la facture, s’il existe.")
CLIENT = Column(
    title="Client",
    type="client",
    example=EXAMPLE,
    width=28,
    help="Le même nom partout. La liste vient de la feuille Missions ; un autre nom est permis.",
)
VAT_RATE = Column(title="Taux TVA", type="rate", example=VAT[0], width=13)


def layouts(year: int) -> tuple[Layout, ...]:
    """Return the sheets to fill in, their examples dated in a calendar year."""
    return (_days(year), _fees(year), _expenses(year), _missions(year))


def _days(year: int) -> Layout:
    day = "Le jour travaillé, ou la date de la facture si elle compte plusieurs jours."
    return Layout(
        title="Jours",
        columns=(
            Column(title="Date", type="date", example=date(year, 1, 31), width=14, help=day),
            CLIENT,
            Column(title="Mission", example="Mission d’exemple", width=24),
            Column(
                title="Jours",
                type="days",
                example=ONE,
                width=11,
                help="1, ou 0,5 pour une demi-journée ; négatif pour un avoir.",
            ),
            Column(title="TJM", type="euros", example=RATE, help="Euros hors taxes par jour."),
            VAT_RATE,
            INVOICE,
            PAID,
            Column(title="Commentaire", example="Cette ligne ne compte pas.", width=32),
        ),
    )


def _fees(year: int) -> Layout:
    return Layout(
        title="Forfaits",
        columns=(
            Column(title="Date", type="date", example=date(year, 1, 31), width=14),
            CLIENT,
            Column(title="Prestation", example="Audit au forfait", width=32),
            Column(
                title="Montant HT",
                type="euros",
                example=RATE,
                help="Euros hors taxes ; négatif pour un avoir.",
            ),
            VAT_RATE,
            Column(
                title="Jours équivalents",
                type="days",
                width=20,
                help="Facultatif : les jours que le forfait représente.",
            ),
            INVOICE,
            PAID,
        ),
    )


def _expenses(year: int) -> Layout:
    return Layout(
        title="Dépenses",
        columns=(
            Column(title="Date", type="date", example=date(year, 1, 31), width=14),
            Column(title="Fournisseur", example=EXAMPLE, width=28),
            Column(title="Libellé", example="Abonnement", width=32),
            Column(title="Catégorie", type="category", example="Logiciels", width=24),
            Column(title="Montant HT", type="euros", example=Decimal(30)),
            VAT_RATE,
            Column(
                title="Durée d’amortissement",
                type="years",
                width=26,
                help="En années, pour un achat qui sert longtemps : 3 pour un ordinateur.",
            ),
            PAID,
            Column(title="Justificatif", width=16),
        ),
    )


def _missions(year: int) -> Layout:
    return Layout(
        title="Missions",
        columns=(
            Column(title="Client", example=EXAMPLE, width=28),
            Column(title="Mission", example="Mission d’exemple", width=24),
            Column(title="TJM", type="euros", example=RATE),
            Column(
                title="Jours prévus",
                type="days",
                width=16,
                help="Facultatif : les jours signés entre Du et Au, pour l’atterrissage.",
            ),
            Column(title="Du", type="date", example=date(year, 1, 1), width=14),
            Column(title="Au", type="date", width=14, help="Vide tant que le tarif vaut."),
        ),
    )


HELP = (
    ("Remplir ce classeur", True),
    (
        "Une ligne par jour ou par facture. Sur chaque feuille, la ligne grise est un exemple.",
        False,
    ),
    ("Elle n’est jamais comptée ; effacez-la, ou écrivez par-dessus.", False),
    ("", False),
    ("Les feuilles", True),
    ("Jours : ce qui se vend à la journée. Le montant hors taxes est jours × TJM.", False),
    ("Forfaits : ce qui se vend à prix fixe.", False),
    ("Dépenses : ce que l’entreprise paie, hors taxes. Un achat durable a sa durée.", False),
    ("Missions : vos clients et leurs tarifs ; ils donnent la liste des clients.", False),
    ("Listes : les catégories et les taux de TVA ; ajoutez les vôtres à la suite.", False),
    ("", False),
    ("Ce qui est permis", True),
    ("Les colonnes peuvent changer d’ordre, et vous pouvez en ajouter.", False),
    ("Les années se suivent dans les mêmes feuilles : c’est la date qui place une ligne.", False),
    ("Un autre classeur dans le même dossier data est lu aussi.", False),
    ("", False),
    ("Ensuite", True),
    ("bilan check : ce qui est faux ou douteux, et les totaux à comparer.", False),
    ("bilan generate {annee} : le rapport de l’année.", False),
)
"""The lines of the help, and whether each one is a title."""
