"""Expenses across months are lines, where a title says that they are before tax, and were made."""

from __future__ import annotations

import pytest

from tests.books.small import Small, asked, doubted, judge, ordinary, refused, small

HEADER = "Poste | Janvier | Février | Total"
ROWS = "Loyer | 150 | 150 | 300\nFrais bancaires | 9 | 9.5 | 18.5\nUrssaf | | 200 | 200"
TOTAL = "Total | 159 | 359.5 | 518.5"
TABLE = f"{HEADER}\n{ROWS}\n{TOTAL}"
LISTED = "# Dépenses\nDate | Fournisseur | Montant HT\n"

BOOKS = [
    ordinary("a title says before tax", f"# Charges HT 2020\n{TABLE}", charges=518.5),
    ordinary("words above", f"# Feuil1\nDépenses réelles HT 2020\n{TABLE}", charges=518.5),
    ordinary(
        "there is no VAT",
        f"# Charges 2020\n{TABLE}",
        settings='[tva]\nregime = "franchise"\n',
        charges=518.5,
    ),
    ordinary(
        "its owner says so",
        f"# Charges 2020\n{TABLE}",
        settings='[colonnes]\n"Charges 2020" = "Dépenses"\n',
        charges=518.5,
    ),
    ordinary(
        "titles of what is spent among the rows",
        f"# Charges HT 2020\n{HEADER}\nCharges fixes\n{ROWS}\nCharges variables\nTaxi | 10 | | 10",
        charges=528.5,
    ),
    ordinary(
        "months down",
        "# Charges HT 2020\nMois | Loyer | Frais bancaires\nJanvier | 150 | 9\nFévrier | 150 | 9",
        charges=318,
    ),
    ordinary(
        "leave that is paid, and electricity",
        f"# Charges HT 2020\n{HEADER}\nCongés payés | 150 | 150 | 300\nTotal Gaz SA | 9 | 9 | 18",
        charges=318,
    ),
    ordinary(
        "other expenses line by line",
        f"# Charges HT 2020\n{TABLE}\n{LISTED}05/01/2020 | Rail | 88.2\n06/02/2020 | Rail | 31.1",
        charges=637.8,
    ),
    small("nothing says before tax", f"# Charges 2020\n{TABLE}", refused("B1")),
    small("with tax", f"# Charges TTC 2020\n{TABLE}", refused("B1")),
    small("both", f"# CA et charges HT 2020\n{TABLE}", refused("B1")),
    small("planned", f"# Charges HT 2020\nBudget prévisionnel\n{TABLE}", refused("B2")),
    *(
        small(
            f"a row of {name}",
            f"# Charges HT 2020\n{HEADER}\n{ROWS}\n{name} | 1000 | 900 | 1900",
            refused("A5"),
        )
        for name in ("Recettes", "CA HT", "Ventes", "Résultat", "Prévu")
    ),
    *(
        small(
            f"a row of {name}, of more than those above",
            f"# Charges HT 2020\n{HEADER}\n{ROWS}\n{name} | 1000 | 900 | 1900",
            *asked("A5"),
        )
        for name in ("Nb jours", "Tout", "Année", "Mois", "Général")
    ),
    small(
        "a title of what is earned among the rows",
        f"# Charges HT 2020\n{HEADER}\n{ROWS}\nRecettes\nConseil | 1000 | 900 | 1900",
        *asked("A5"),
    ),
    small(
        "the same by name line by line",
        f"# Charges HT 2020\n{TABLE}\n{LISTED}05/01/2020 | Urssaf | 31\n06/02/2020 | Urssaf | 35",
        doubted("Charges HT 2020!C4"),
    ),
    small(
        "the same by amount line by line",
        f"# Charges HT 2020\n{TABLE}\n{LISTED}05/01/2020 | Quai | 150\n06/02/2020 | Quai | 150",
        doubted("Charges HT 2020!B2"),
    ),
    small(
        "a row twice",
        f"# Charges HT 2020\n{HEADER}\n{ROWS}\nLoyer | 50 | 50 | 100",
        doubted("A5", "B5"),
    ),
    small("a wrong total", f"# Charges HT 2020\n{TABLE.replace('359.5', '369.5')}", refused("C5")),
]


@pytest.mark.parametrize("book", BOOKS)
def test_each_cell_is_an_expense_of_its_month(book: Small) -> None:
    judge(book)
