"""A zero, a letter, a status or a title that may change what counts is heard, at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books.small import Small, asked, doubted, judge, ordinary, refused, small
from tests.sources.test_trackers import SETTINGS, books, refusals

HEADER = "Date,Client,Project,Hours,Billable?,Billable Rate,Billable Amount,Currency\n"
FIRST = "2020-03-02,Ponant,Flux,7,Yes,100,700,Euro - EUR\n"
MISSIONS = {"missions.csv": "Client;Mission;TJM\nPonant;Flux;700\n"}
DISAGREE = "heures, taux et montant ne s’accordent pas"


def harvest(cells: str) -> dict[str, str]:
    """Return an export of two entries, the second of which says these rate, amount, currency."""
    return {"harvest.csv": f"{HEADER}{FIRST}2020-03-03,Ponant,Flux,7,Yes,{cells}\n", **MISSIONS}


@pytest.mark.parametrize(
    ("cells", "mistake"),
    [
        ("100,0,Euro - EUR", f"G3 {DISAGREE}"),
        ("0,700,Euro - EUR", f"G3 {DISAGREE}"),
        ("0,0,US Dollar - USD", "H3 une autre devise que l’euro"),
        ("0,,US Dollar - USD", "H3 une autre devise que l’euro"),
    ],
)
def test_a_zero_that_contradicts_its_row_is_refused(
    cells: str, mistake: str, tmp_path: Path
) -> None:
    assert refusals(tmp_path, harvest(cells)) == [mistake]


@pytest.mark.parametrize(
    ("cells", "at"),
    [("0,0,Euro - EUR", "F3"), ("0,,Euro - EUR", "F3"), (",0,Euro - EUR", "G3")],
)
def test_a_price_of_zero_that_missions_replace_is_doubted(
    cells: str, at: str, tmp_path: Path
) -> None:
    read = books(tmp_path, harvest(cells))
    assert [(it.code, it.place.cell) for it in read.seen] == [("tarif-et-mission", at)]


def test_a_blank_price_takes_the_rate_agreed_without_a_word(tmp_path: Path) -> None:
    read = books(tmp_path, harvest(",,Euro - EUR"), SETTINGS)
    assert [line.amount for line in read.activity.days] == [700, 700]
    assert not list(read.seen)


MONTHS = "Client | Janvier 2020 | Février 2020\nPonant | 7000 | 3500\nAlizé | 700 | 350"


@pytest.mark.parametrize(
    "title", ["CA Concurrents 2020", "CA Marché 2020", "CA HT Partenaires", "Ventes Confrères"]
)
def test_a_capital_beside_what_is_counted_is_no_name(title: str) -> None:
    judge(_one(small(title, f"# {title} HT\n{MONTHS}", doubted("A1", "!"))))


@pytest.mark.parametrize(
    "title", ["CA HT – Studio Vega", "Studio Vega : CA HT 2020", "CA HT Ponant"]
)
def test_a_name_apart_or_of_a_client_is_read(title: str) -> None:
    judge(_one(ordinary(title, f"# Feuil1\n{title}\n{MONTHS}", revenue=11550)))


def _one(param: object) -> Small:
    return param.values[0]  # type: ignore[attr-defined, no-any-return]  # of pytest


ACROSS = "Mois | Ponant | Alizé\nJanvier 2020 | 7000 | 1000\nFévrier 2020 | 3500 | 2000"


@pytest.mark.parametrize(
    "book",
    [
        small("clients across", f"# CA HT\n{ACROSS}", refused("B1")),
        small("under a title", f"# Feuil1\nCA HT 2020\n{ACROSS}", refused("B2")),
        small("one month", "# CA HT 2020\nClient | Janvier\nPonant | 7000", refused("B1")),
        small("its nature", "# CA HT 2020\nClient | Nature | Janvier | Mars\nA | Audit | 7 | 8",
              refused("B1")),
        small("its status", "# CA HT 2020\nClient | Janvier | Mars | Statut\nA | 7 | 8 | Prévu",
              refused("D1")),
    ],
)  # fmt: skip
def test_a_table_almost_by_month_is_refused_at_the_column_that_is_odd(book: Small) -> None:
    judge(book)


def test_a_column_that_the_owner_leaves_aside_makes_a_table_by_month() -> None:
    text = "# CA HT 2020\nClient | Nature | Janvier | Mars\nPonant | Audit | 70 | 80"
    judge(_one(ordinary("aside", text, '[colonnes]\nNature = ""\n', revenue=150)))


def test_a_month_told_whole_is_no_day_of_work() -> None:
    text = "# Jours 2020\nClient | TJM | Janvier | Mai\nPonant | 700 | 1 | 1\nAlizé | 700 | 1 | 1"
    judge(_one(ordinary("months", text, revenue=2800, days=4)))


INVOICES = """
# Factures
Date | Client | N° facture | Prestation | Montant HT | Statut
31/01/2020 | Ponant | F-1 | Audit | 1000 | Payée
28/02/2020 | Trois Rives | F-2 | Formation | 2500 | Payée
31/03/2020 | Ponant | {} | Infogérance | 4700 | {}
"""


@pytest.mark.parametrize("number", ["D-12", "A-1", "Q-3", "DV-4", "AC-2", "D2020-3", "P 4"])
def test_the_letter_of_another_document_beside_invoices_is_doubted(number: str) -> None:
    judge(_one(small(number, INVOICES.format(number, "Payée"), *asked("C4"))))


FIVE = """
# Factures
Date | Client | N° facture | Prestation | Montant HT
31/01/2020 | Ponant | F-1 | Audit | 1000
28/02/2020 | Trois Rives | F-2 | Formation | 2500
29/02/2020 | Ponant | F-3 | Infogérance | 4700
30/03/2020 | Ponant | F-4 | Infogérance | 4700
31/03/2020 | Ponant | {} | {} | {}
"""


EIGHT = tuple(f"F-{n}" for n in range(1, 9))


def _numbered(*numbers: str) -> str:
    rows = (
        f"{10 + n}/{n:02}/2020 | Ponant | {it} | Suivi {chr(64 + n)} | {90 + 131 * n * n}"
        for n, it in enumerate(numbers, 1)
    )
    return "# Factures\nDate | Client | N° facture | Prestation | Montant HT\n" + "\n".join(rows)


@pytest.mark.parametrize("letters", ["FE", "FACT"])
def test_letters_that_several_numbers_have_are_those_of_another_series(letters: str) -> None:
    one, two = f"{letters}-1", f"{letters}-2"
    judge(_one(ordinary(letters, _numbered(*EIGHT, one, two), revenue=51335)))
    judge(_one(small(letters, _numbered(*EIGHT, one), doubted("C10"))))


def test_letters_put_behind_are_of_no_series_unless_they_are_those_of_a_client() -> None:
    judge(_one(small("bis", _numbered(*EIGHT, "F-4 bis", "F-8 bis"), doubted("C10"))))
    own = tuple(f"F-{n}-{'RIV' if n == 5 else 'PON'}" for n in range(1, 11))
    judge(_one(ordinary("a client’s", _numbered(*own), revenue=51335)))


@pytest.mark.parametrize("number", ["F-4 bis", "RF-1", "F-4-B", "F-X5", "FX-5"])
def test_the_number_of_no_series_is_asked_about(number: str) -> None:
    judge(_one(small(number, FIVE.format(number, "Infogérance", 4700), doubted("C6"))))
    judge(_one(ordinary(number, FIVE.format(number, "Avoir F-1", -700), revenue=12200)))
    fourth, five = FIVE.splitlines()[6], FIVE.format(number, "Site", 4700)
    judge(_one(ordinary(number, five.replace(f"{fourth}\n", ""), revenue=12900)))


@pytest.mark.parametrize(
    "status",
    [
        "Payé à 50 %",
        "Payée partiellement",
        "Payé en partie",
        "Payée (reste 500 €)",
        "Payé à 30%",
        "Soldée en partie",
        "Encaissée à moitié",
        "Facture encaissée partiellement",
    ],
)
def test_a_status_of_a_part_paid_is_doubted(status: str) -> None:
    judge(_one(small(status, INVOICES.format("F-3", status), doubted("F4"))))


@pytest.mark.parametrize(
    "status",
    [
        "Payée à 100 %",
        "Payée le 12/04/2020",
        "Payée",
        "Envoyée par mail",
        "Émise le 1/4",
        "Relancée 2 fois",
        "Acquittée le 2/4",
    ],
)
def test_a_status_of_the_whole_paid_is_read(status: str) -> None:
    judge(_one(ordinary(status, INVOICES.format("F-3", status), revenue=8200)))


def test_two_sheets_that_say_the_same_have_one_doubt() -> None:
    text = "# CA HT 2020\nClient | Janvier | Février | Mars\nPonant | 7000 | 3500 | 1400\n"
    text += "# Factures\nDate | Client | Prestation | Montant HT\n15/01/2020 | Ponant | x | 7000\n"
    text += "15/02/2020 | Ponant | x | 3500\n15/03/2020 | Ponant | x | 1000"
    from tests.books.outcomes import outcome_of
    from tests.books.small import sheets

    codes = [what.split()[0] for what, _ in outcome_of(sheets(text)).doubts]
    assert codes == ["deja-compte"]


CRA = """
# CRA
Date | Client | Jours | TJM
31/01/2020 | Ponant | 10 | 700
29/02/2020 | Ponant | 9 | 700
31/03/2020 | Ponant | 8 | 700
# Factures
Date | N° facture | Client | Prestation | Montant HT
"""
SOLD = """
# Factures
Date | N° facture | Client | Prestation | Montant HT
31/01/2020 | F-1 | Ponant | Développement | 7000
29/02/2020 | F-2 | Ponant | Développement | 6300
31/03/2020 | F-3 | Alizé | Audit | 2600
"""


@pytest.mark.parametrize(
    "book",
    [
        small("a quarter", CRA + "31/03/2020 | F-1 | Ponant | Dév T1 | 18900",
              doubted("Factures!A2")),
        small("two months", CRA + "29/02/2020 | F-1 | Ponant | D | 13300", doubted("Factures!A2")),
        small("in two parts",
              CRA + "31/01/2020 | F-1 | Ponant | U | 3000\n31/01/2020 | F-2 | Ponant | D | 4000",
              doubted("Factures!A3")),
        small("receipts by their labels",
              SOLD + "# Suivi\nDate | Client | Libellé | Montant HT\n"
              "28/02/2020 | Ponant | virement | 7000\n"
              "31/03/2020 | Ponant | VIR Ponant | 6300\n20/04/2020 | Alizé | chèque | 2600",
              *asked("Suivi!A2", "Suivi!")),
        small("receipts by their sheet",
              SOLD + "# Recettes\nDate | Client | Libellé | Montant HT\n"
              "28/02/2020 | Ponant | Dév | 7000\n"
              "31/03/2020 | Ponant | Dév | 6300\n20/04/2020 | Autre | Audit | 260",
              *asked("Recettes!A2")),
        small("receipts with tax",
              SOLD + "# Ventes\nDate | Client | Montant HT\n28/02/2020 | Ponant | 8400\n"
              "31/03/2020 | Ponant | 7560\n20/04/2020 | Alizé | 3120", *asked("Ventes!A2")),
        *(
            small(words, SOLD + f"30/04/2020 | F-4 | Alizé | {words} | 1000", *asked("D5"))
            for words in ("Facture proforma Site", "Site (proforma)", "Site web – acompte",
                          "30 % à la commande", "Avance sur prestation", "Down payment",
                          "Provision sur honoraires", "Acompte 30 % site")
        ),
    ],
)  # fmt: skip
def test_a_sale_told_again_or_before_is_heard(book: Small) -> None:
    judge(book)


DISCOUNTED = """
# Factures
Référence | Date | Client | Désignation | Quantité | Prix unitaire HT | Remise | Total HT
FAC-1 | 31/01/2020 | Ponant | Dév | 10 | 700 | 0 | 7000
FAC-2 | 29/02/2020 | Alizé | Audit | 4 | 650 | {} | {}
"""


@pytest.mark.parametrize(
    "book",
    [
        ordinary("a share", DISCOUNTED.format(10, 2340), revenue=9340),
        ordinary("a percent", DISCOUNTED.format("10 %", 2340), revenue=9340),
        ordinary("euros", DISCOUNTED.format(260, 2340), revenue=9340),
        small("not taken off", DISCOUNTED.format(10, 2600), refused("G3")),
        ordinary("an invoice that waits", INVOICES.format("F-3", "En attente de paiement"),
                 revenue=8200),
        ordinary("a name of a series", INVOICES.format("PON-3", "Payée"), revenue=8200),
        ordinary("months alone",
                 "# Jours\nMois | Client | Jours | TJM\njanvier 2020 | Ponant | 1 | 700\n"
                 "janvier 2020 | Alizé | 1 | 650\nmai 2020 | Alizé | 1 | 650", revenue=2000),
        ordinary("words of a service",
                 SOLD + "30/04/2020 | F-4 | Alizé | Module acomptes, suivi de commande | 1000",
                 revenue=16900),
        ordinary("the invoice that takes it off",
                 SOLD + "30/04/2020 | F-4 | Alizé | Solde, acompte déduit | 1000", revenue=16900),
        ordinary("the same each month",
                 "# Recettes janvier\nDate | Client | Prestation | Montant HT\n"
                 "31/01/2020 | Ponant | Hébergement | 500\n31/01/2020 | Alizé | Forfait | 300\n"
                 "# Recettes février\nDate | Client | Prestation | Montant HT\n"
                 "28/02/2020 | Ponant | Hébergement | 500\n28/02/2020 | Alizé | Forfait | 300\n",
                 revenue=1600),
    ],
)  # fmt: skip
def test_what_is_proven_or_said_is_read(book: Small) -> None:
    judge(book)
