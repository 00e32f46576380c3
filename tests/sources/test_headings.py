"""A line that says less than others and is their sum is asked about, above or below them."""

from __future__ import annotations

import pytest

from tests.books.small import Small, asked, doubted, judge, ordinary, right, small

FEES = "# Forfaits\nDate | Client | Prestation | Montant HT\n"
SPENT = "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n"
ONE = "05/01/2020 | Ponant | Site | 1000\n05/02/2020 | Ponant | Logo | 800\n"
OTHER = "20/01/2020 | Alizé | Audit | 450\n"


@pytest.mark.parametrize(
    "book",
    [
        small("above", f"{FEES}01/01/2020 | Ponant | | 1800\n{ONE}{OTHER}", *asked("A2")),
        *(
            small(it, f"{FEES}{OTHER}05/01/2020 | Ponant | {it} | 1800\n{ONE}", *asked("A3"))
            for it in ("Facture F1", "Projet", "Commande 12")
        ),
        small("a year", f"{FEES}{ONE}{OTHER}31/12/2020 | Ponant | Année 2020 | 1800", *asked("A5")),
        small("on top", f"{FEES}31/12/2020 | Ponant | 2020 | 1800\n{ONE}{OTHER}", *asked("A2")),
        small("lines apart", f"{FEES}{ONE}{OTHER}31/12/2020 | Ponant | | 1800", *asked("A5")),
        small(
            "months on top of theirs",
            f"{FEES}01/01/2020 | Janvier | | 1450\n05/01/2020 | Ponant | Site | 1000\n{OTHER}"
            "01/02/2020 | Février | | 800\n05/02/2020 | Ponant | Logo | 800",
            *asked("A2", "A5"),
        ),
        *(
            small(f"called {name}", f"{FEES}{ONE}31/03/2020 | {name} | | 1900", doubted("A4"))
            for name in ("T1", "Mars", "2020", "Trimestre 1", "Bilan 2020", "Synthèse")
        ),
        *(
            small(
                f"expenses {label}",
                f"{SPENT}05/01/2020 | SNCF | Train | 80\n06/01/2020 | Hôtel | Nuit | 120\n"
                f"07/01/2020 | Quai | Loyer | 310\n08/01/2020 | Moi | {label} | 430",
                *asked("A5"),
            )
            for label in ("Note de frais janvier", "Débit carte", "Relevé CB", "")
        ),
    ],
)  # fmt: skip
def test_a_heading_that_is_a_sum_is_asked_about(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        ordinary("not it", f"{FEES}01/01/2020 | Ponant | | 1700\n{ONE}{OTHER}", revenue=3950),
        ordinary(
            "no words at all",
            f"{FEES}05/01/2020 | Alizé | | 100\n06/02/2020 | Ponant | | 40\n"
            "07/03/2020 | Alizé | | 200\n07/04/2020 | Nordet | | 70\n08/05/2020 | Alizé | | 300",
            revenue=710,
        ),
        ordinary(
            "few words on most lines",
            f"{FEES}05/01/2020 | Nordet | | 70\n06/02/2020 | Ponant | Site | 1000\n"
            "07/03/2020 | Alizé | | 40\n07/04/2020 | Ponant | Logo | 800\n"
            "08/05/2020 | Galerne | | 30\n09/06/2020 | Ponant | | 1800",
            revenue=3740,
        ),
        ordinary("a word", f"{FEES}01/01/2020 | Ponant | Refonte | 1800\n{OTHER}", revenue=2250),
        ordinary(
            "a client who is called Mars",
            f"{FEES}05/02/2020 | Mars | Audit | 900\n06/04/2020 | Mars | Audit | 1700\n{OTHER}",
            revenue=3050,
        ),
        Small(
            text=f"{SPENT}05/01/2020 | Resto | Repas | 20\n06/01/2020 | Resto | Repas | 20\n"
            "07/01/2020 | Poste | Divers | 40\n08/01/2020 | Quai | Loyer | 310",
            accepted=(right(charges=390),),
        ),
    ],
)  # fmt: skip
def test_a_line_with_few_words_is_ordinary(book: Small) -> None:
    judge(book)


def test_a_list_of_days_and_fees_is_read() -> None:
    rows = (
        "05/01/2020 | Ponant | F1 | Flux | 2 | jour | 700 | 1400",
        "06/01/2020 | Ponant | F1 | Site | 1 | forfait | 900 | 900",
        "06/02/2020 | Ponant | F2 | | 1 | forfait | 2300 | 2300",
    )
    header = (
        "Date | Client | N° facture | Prestation | Quantité | Unité | Prix unitaire | Montant HT"
    )
    text = f"# Factures\n{header}\n" + "\n".join(rows)
    judge(Small(text=text, accepted=(doubted("A4"),)))
