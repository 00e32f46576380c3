"""A table of sales and expenses together is parted, or refused; one of a single way is read."""

from __future__ import annotations

import pytest

from tests.books.small import Small, judge, ordinary, refused, right, small

BOTH = (
    "# Compta\nDate | Libellé | {} | Poste | Montant HT\n10/01/2020 | Site | {} | Conseil | 2000\n"
)
ROW = "15/01/2020 | Téléphone | {} | Télécom | 30"


@pytest.mark.parametrize(
    "book",
    [
        *(
            small(
                f"{title} {come}",
                f"{BOTH.format(title, come)}{ROW.format(gone)}",
                right(revenue=2000, charges=30),
            )
            for title, come, gone in (
                ("Type", "Recette", "Dépense"),
                ("Nature", "Ventes", "Achats"),
                ("Flux", "ENTRÉE", "Sortie"),
                ("Genre", "Encaissement", "Décaissement"),
                ("Type", "Produit", "Charge"),
                ("Type", "Revenu", "Frais"),
                ("Type", "Income", "Expense"),
                ("Type", "Revenue", "Cost"),
                ("Type", "Sale", "Purchase"),
            )
        ),
        small("of a bank", f"{BOTH.format('Sens', 'Crédit')}{ROW.format('Débit')}", refused("C2")),
        small(
            "beside transfers",
            f"{BOTH.format('Type', 'Recette')}{ROW.format('Dépense')}\n{ROW.format('Virement')}",
            refused("C4"),
        ),
        small(
            "sales",
            "# Factures\nDate | Client | Facture | Sens | Montant HT\n"
            "10/01/2020 | Ponant | 1 | Vente | 2000\n15/01/2020 | Orée | 2 | Achat | 30",
            refused("D3"),
        ),
        ordinary(
            "one way",
            "# Dépenses\nDate | Libellé | Type | Montant HT\n10/01/2020 | Papier | Achat | 20\n"
            "15/01/2020 | Téléphone | Charge | 30",
            charges=50,
        ),
        ordinary(
            "words of labels",
            "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n10/01/2020 | Rex | Achat | 20\n"
            "15/01/2020 | Hélio | Produit | 30\n15/02/2020 | Hélio | Relance | 30\n"
            "15/03/2020 | Hélio | Forfait data | 30\n16/03/2020 | Hélio | Papier | 4",
            charges=114,
        ),
    ],
)
def test_a_table_is_of_sales_or_of_expenses(book: Small) -> None:
    judge(book)
