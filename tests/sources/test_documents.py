"""What a type, a number or a status says of a whole document: each of its rows, or a question."""

from __future__ import annotations

import pytest

from reporter.words.documents import odd_types
from tests.books.small import Small, asked, doubted, judge, ordinary, refused, right, small

LIST = "N° facture | Date | Client | Type | Statut | Désignation | Montant HT | Montant TVA"
GOOD = "F-9 | 30/04/2020 | B | Facture | Payée | x | 700 | 140"


def listed(*rows: str, header: str = LIST, sheet: str = "Factures") -> str:
    return "\n".join((f"# {sheet}", header, *rows))


OUT = (
    ("Facture", "Annulée"),
    ("Devis", "Envoyé"),
    ("Facture", "Brouillon"),
    ("Proforma", ""),
    ("", "Void"),
    ("Bon de livraison", "Envoyé"),
)
"""Types and statuses of what is no invoice."""
SECOND = (
    "{n} | 31/03/2020 | A |  |  | Formation | 500 | 100",
    "{n} |  |  |  |  | Formation | 500 | 100",
    " | 31/03/2020 | A |  |  | Formation | 500 | 100",
    " |  |  |  |  | Formation | 500 | 100",
)
"""How the second row of a document may be written."""


@pytest.mark.parametrize(
    "book",
    [
        small(
            f"{kind} {status} then {second}",
            listed(
                GOOD,
                f"12 | 31/03/2020 | A | {kind} | {status} | Conseil | 1000 | 200",
                second.format(n=12),
            ),
            right(revenue=700),
        )
        for kind, status in OUT
        for second in SECOND
    ],
)
def test_the_rows_of_a_document_are_left_out_with_its_first(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        small(
            "not side by side",
            listed(
                "F-1 | 31/03/2020 | A | Facture | Annulée | x | 1000 | 200",
                GOOD,
                "F-1 | 31/03/2020 | A |  |  | y | 500 | 100",
            ),
            right(revenue=700),
        ),
        small(
            "said below",
            listed(
                "F-1 | 31/03/2020 | A |  |  | x | 1000 | 200",
                "F-1 | 31/03/2020 | A | Facture | Annulée | y | 500 | 100",
                GOOD,
            ),
            right(revenue=700),
        ),
        small(
            "a credit note",
            listed(
                GOOD,
                "12 | 31/03/2020 | A | Avoir | Émis | x | 1000 | 200",
                "12 | 31/03/2020 | A |  |  | y | 500 | 100",
            ),
            right(revenue=-800),
        ),
        small(
            "a credit note of both signs",
            listed(
                GOOD,
                "12 | 31/03/2020 | A | Avoir | Émis | x | -1000 | -200",
                "12 | 31/03/2020 | A |  |  | y | 500 | 100",
            ),
            refused("G4"),
        ),
        small(
            "two things",
            listed(
                GOOD,
                "12 | 31/03/2020 | A | Facture | Payée | x | 1000 | 200",
                "12 | 31/03/2020 | A | Avoir | Émis | y | -500 | -100",
                "12 | 31/03/2020 | A |  |  | z | 300 | 60",
            ),
            refused("D5"),
        ),
        small(
            "another year",
            listed(
                "1 | 31/03/2019 | A | Facture | Annulée | x | 1000 | 200",
                "1 | 31/03/2020 | A |  |  | y | 500 | 100",
                GOOD,
            ),
            right(revenue=1200),
        ),
        small(
            "by a person",
            listed(
                "F-1 | 31/03/2020 | A | Annulée | 1000",
                "F-1 | 31/03/2020 | A | | 500",
                header="N° facture | Date | Client | Statut | Montant HT",
            ),
            refused("D3"),
        ),
        small(
            "days",
            listed(
                "F-1 | 31/03/2020 | A | Annulée | 2 | 700",
                "F-1 | 30/03/2020 | A | | 1 | 700",
                header="N° facture | Date | Client | Statut | Jours | TJM",
                sheet="Jours",
            ),
            refused("D3"),
        ),
        small(
            "expenses",
            listed(
                "R-1 | 31/03/2020 | S | Annulée | 100",
                "R-1 | 31/03/2020 | S | | 50",
                header="Justificatif | Date | Fournisseur | Statut | Montant HT",
                sheet="Dépenses",
            ),
            refused("D3"),
        ),
    ],
)
def test_a_number_says_one_thing_of_all_its_rows(book: Small) -> None:
    judge(book)


def test_the_day_of_a_payment_is_that_of_the_whole_invoice() -> None:
    header = f"{LIST} | Payée le"
    rows = (
        "F-1 | 31/03/2020 | A | Facture | Payée | x | 1000 | 200 | 15/04/2020",
        "F-1 | 31/03/2020 | A | | | y | 500 | 100 |",
    )
    settings = '[societe]\nbase = "encaissement"\n'
    judge(ordinary("paid", listed(*rows, header=header), settings, revenue=1500).values[0])


NO_SALES = (
    "Bon de livraison",
    "Relance",
    "Bon de commande",
    "BL",
    "BC",
    "Purchase order",
    "Rappel",
)
OF_OTHERS = (
    "Achat",
    "Note de frais",
    "Facture fournisseur",
    "Facture d’achat",
    "Purchase",
    "Bill",
    "Reçu",
    "Règlement",
    "Virement",
    "Avoir fournisseur",
    "Dépense",
    "Commande",
    "Contrat",
)
UNKNOWN = ("Bleu", "Autre", "Divers", "Z9", "?")
SOLD = (
    "Facture",
    "FACTURE",
    "Invoice",
    "Facture de solde",
    "Situation n° 2",
    "Facture finale",
    "Vente",
    "Prestation de services",
    "Abonnement",
    "Facture récurrente",
    "Régie",
    "Conseil",
    "FA",
)


@pytest.mark.parametrize(
    "book",
    [
        *(
            small(
                f"left {kind}",
                listed(GOOD, f"F-1 | 31/03/2020 | A | {kind} | Envoyée | x | 1000 | 200"),
                right(revenue=700),
            )
            for kind in NO_SALES
        ),
        *(
            small(
                f"asked {kind}",
                listed(GOOD, f"F-1 | 31/03/2020 | A | {kind} | Envoyée | x | 1000 | 200"),
                refused("D3"),
            )
            for kind in (*OF_OTHERS, *UNKNOWN)
        ),
        *(
            small(
                f"by a person {kind}",
                listed(
                    "31/03/2020 | A | Facture | 700",
                    f"31/03/2020 | A | {kind} | 1000",
                    header="Date | Client | Type | Montant HT",
                ),
                refused("C3"),
            )
            for kind in (*NO_SALES, *OF_OTHERS)
        ),
        *(
            small(
                f"days {kind}",
                listed(
                    "31/03/2020 | A | Facture | 1 | 700",
                    f"30/03/2020 | A | {kind} | 1 | 700",
                    header="Date | Client | Type | Jours | TJM",
                    sheet="Jours",
                ),
                refused("C3"),
            )
            for kind in (*NO_SALES, *OF_OTHERS)
        ),
        *(
            small(
                f"expense {kind}",
                listed(
                    "31/03/2020 | S | Achat | 700",
                    f"30/03/2020 | S | {kind} | 100",
                    header="Date | Fournisseur | Type | Montant HT",
                    sheet="Dépenses",
                ),
                *asked("C3"),
            )
            for kind in ("Devis", "Bon de commande", "Proforma", "BL")
        ),
    ],
)
def test_a_type_that_is_no_sale_is_left_out_or_asked_about(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("kind", SOLD)
def test_a_type_of_sales_is_known(kind: str) -> None:
    text = listed(GOOD, f"F-8 | 31/03/2020 | A | {kind} | Envoyée | x | 1000 | 200")
    judge(ordinary(kind, text, revenue=1700).values[0])


@pytest.mark.parametrize(
    ("types", "odd"),
    [
        ("F F F X", "X"), ("F F X", ""), ("F F F F F F X Y", "X Y"), ("F F F F F F X Y Z", ""),
        ("F " * 20 + "X X", "X"), ("F " * 20 + "X X X", ""), ("F F F Absence", ""),
        ("F F F Audit", ""), ("F F F Facture", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_rare_type_beside_a_few_that_come_back_is_odd(types: str, odd: str) -> None:
    """One in ten, of three types at most, where the commonest comes three times as often."""
    assert sorted(odd_types(types.split())) == odd.split()


def test_the_owner_says_what_a_type_means() -> None:
    text = listed(GOOD, "F-8 | 31/03/2020 | A | Achat | Envoyée | x | 1000 | 200")
    judge(ordinary("counted", text, '[statuts]\nAchat = "compte"\n', revenue=1700).values[0])
    judge(
        small(
            "not", text, right(revenue=700), settings='[statuts]\nAchat = "ne compte pas"\n'
        ).values[0]
    )


@pytest.mark.parametrize("number", ["PF-12", "BL-3", "BC 4", "BDC2020-1", "CMD-7", "pro-1"])
def test_a_number_that_may_be_of_no_invoice_is_doubted(number: str) -> None:
    judge(
        small(
            number, listed(GOOD, f"{number} | 31/03/2020 | A | | | x | 1000 | 200"), doubted("A3")
        ).values[0]
    )
    rows = ("F-1 | 31/03/2020 | A | 700", f"{number} | 31/03/2020 | A | 1000")
    judge(
        small(
            number, listed(*rows, header="N° facture | Date | Client | Montant HT"), doubted("A3")
        ).values[0]
    )


@pytest.mark.parametrize("number", ["BL", "PFA-3", "BCD-3", "PRONTO-3", "F-BL-3", "2020-12"])
def test_a_number_that_only_begins_so_is_one(number: str) -> None:
    rows = ("31/03/2020 | A | F-1 | 700", f"31/03/2020 | A | {number} | 1000")
    text = listed(*rows, header="Date | Client | N° facture | Montant HT")
    judge(ordinary(number, text, revenue=1700).values[0])


@pytest.mark.parametrize("number", ["DEV-12", "DEVIS 3", "PROFORMA-4", "BROUILLON-1"])
def test_an_expense_of_a_quote_is_doubted(number: str) -> None:
    rows = ("31/03/2020 | S | R-1 | 700", f"31/03/2020 | S | {number} | 100")
    text = listed(*rows, header="Date | Fournisseur | Justificatif | Montant HT", sheet="Dépenses")
    judge(small(number, text, doubted("C3")).values[0])


CREDIT_KINDS = (
    ("fees", "Factures", "Date | Client | Type | Prestation | Montant HT", "A | {} | Conseil | {}"),
    (
        "status",
        "Factures",
        "Date | Client | Statut | Prestation | Montant HT",
        "A | {} | Conseil | {}",
    ),
    ("days", "Jours", "Date | Client | Type | Jours | TJM", "A | {} | {} | 700"),
    (
        "expenses",
        "Dépenses",
        "Date | Fournisseur | Statut | Libellé | Montant HT",
        "A | {} | Hébergement | {}",
    ),
)


@pytest.mark.parametrize(("name", "sheet", "header", "row"), CREDIT_KINDS)
@pytest.mark.parametrize("word", ["Avoir", "Note de crédit", "Credit note", "Facture d’avoir"])
def test_a_credit_note_below_zero_says_that_it_is_one(
    name: str, sheet: str, header: str, row: str, word: str
) -> None:
    usual = "" if sheet == "Jours" else "Payée" if "Statut" in header else "Facture"
    nine, two, worth = (9, -2, 4900) if name == "days" else (90, -20, 70)
    rows = (f"31/03/2020 | {row.format(usual, nine)}", f"02/04/2020 | {row.format(word, two)}")
    figure = "charges" if sheet == "Dépenses" else "revenue"
    judge(
        ordinary(name, listed(*rows, header=header, sheet=sheet), "", **{figure: worth}).values[0]
    )


def test_an_invoice_of_several_rows_is_cancelled_by_one_credit_note() -> None:
    first = (
        "F-1 | 31/03/2020 | A | Facture | Annulée | x | 1000 | 200",
        "F-1 | 31/03/2020 | A | | | y | 500 | 100",
    )
    one = "AV-1 | 02/04/2020 | A | Avoir | Émis | z | -1500 | -300"
    two = (
        "AV-1 | 02/04/2020 | A | Avoir | Émis | z | -900 | -180",
        "AV-1 | 02/04/2020 | A | | | t | -600 | -120",
    )
    judge(ordinary("one", listed(*first, one, GOOD), revenue=700).values[0])
    judge(ordinary("two", listed(*first, *two, GOOD), revenue=700).values[0])
    other = one.replace("1500", "1400")
    judge(small("another", listed(*first, other, GOOD), right(revenue=-700)).values[0])


def test_the_number_of_a_cancelled_invoice_is_not_missing() -> None:
    rows = [
        f"F-{min(n, 4)} | 31/03/2020 | A | Facture | {word} | x{n} | {n}00 | {n * 20}"
        for n, word in ((1, "Payée"), (2, "Annulée"), (3, "Payée"), (5, "Payée"))
    ]
    judge(ordinary("cancelled", listed(*rows), revenue=900).values[0])
    judge(small("missing", listed(rows[0], *rows[2:]), doubted("A3")).values[0])


RATES = "N° facture | Date | Client | Statut | Total HT | TVA 20 % | TVA 10 %"


@pytest.mark.parametrize(
    "book",
    [
        ordinary(
            "added",
            listed("F-1 | 31/03/2020 | A | Payée | 1500 | 200 | 50", header=RATES),
            revenue=1500,
        ),
        ordinary(
            "beside the whole",
            listed(
                "F-1 | 31/03/2020 | A | Payée | 1500 | 200 | 50 | 250",
                header=f"{RATES} | Total TVA",
            ),
            revenue=1500,
        ),
        small(
            "a text",
            listed("F-1 | 31/03/2020 | A | Payée | 1500 | 200 | cinquante", header=RATES),
            refused("G2"),
        ),
        small(
            "not the whole",
            listed(
                "F-1 | 31/03/2020 | A | Payée | 1500 | 200 | 50 | 300",
                header=f"{RATES} | Total TVA",
            ),
            refused("F2"),
        ),
    ],
)
def test_the_vat_in_a_column_per_rate_is_read_whole(book: Small) -> None:
    judge(book)


GROSS = (
    ("Factures", "Date | Client | Montant HT | Montant TVA", "31/03/2020 | A | 1200 | 200"),
    (
        "Factures",
        "Date | Client | Montant HT | Taux TVA | Montant TVA",
        "31/03/2020 | A | 1200 | 20 % | 200",
    ),
    ("Factures", "Date | Client | Montant HT | TVA", "31/03/2020 | A | 550 | 50"),
    ("Jours", "Date | Client | Jours | TJM | Montant TVA", "31/03/2020 | A | 1 | 1200 | 200"),
    ("Dépenses", "Date | Fournisseur | Montant HT | TVA", "31/03/2020 | S | 1200 | 200"),
    ("Dépenses", "Date | Fournisseur | Montant HT | Montant TVA", "31/03/2020 | S | 110 | 10"),
)


@pytest.mark.parametrize(("sheet", "header", "row"), GROSS)
def test_an_amount_with_its_tax_typed_as_one_before_tax_is_doubted(
    sheet: str, header: str, row: str
) -> None:
    judge(small(header, listed(row, header=header, sheet=sheet), doubted("A2")).values[0])


AGAIN = "Date | N° facture | Client | Montant HT"


@pytest.mark.parametrize(
    "second",
    ["01/04/2020 | F-1 | A | 1000", "31/03/2020 | f 1 | A | 1000", "01/04/2020 | F1 | A | 1010"],
)
def test_an_invoice_in_two_sheets_is_doubted(second: str) -> None:
    first = listed("31/03/2020 | F-1 | A | 1000", "30/04/2020 | F-2 | A | 1200", header=AGAIN)
    text = f"{first}\n{listed(second, header=AGAIN, sheet='Ventes')}"
    judge(small(second, text, doubted("Ventes!A2")).values[0])


@pytest.mark.parametrize(
    ("sheet", "header", "rows", "cell"),
    [
        (
            "Jours",
            "Date | N° facture | Client | Jours | Montant HT",
            ("31/03/2020 | F-1 | A | 2 | 2100", "30/03/2020 | F-1 | A | 1 | 2100"),
            "A3",
        ),
        (
            "Dépenses",
            "Date | N° facture | Fournisseur | Libellé | Montant HT",
            ("31/03/2020 | R-1 | S | x | 200", "31/03/2020 | R-1 | S | y | 200"),
            "A3",
        ),
        (
            "Factures",
            "Date | N° facture | Client | Prestation | Total HT",
            ("31/03/2020 | F-1 | A | x | 1500", "31/03/2020 | F-1 | A | y | 1500"),
            "A3",
        ),
    ],
)
def test_the_amount_of_a_whole_invoice_on_each_of_its_rows_is_doubted(
    sheet: str, header: str, rows: tuple[str, ...], cell: str
) -> None:
    judge(small(sheet, listed(*rows, header=header, sheet=sheet), doubted(cell)).values[0])


def test_days_of_one_invoice_and_expenses_of_one_contract_are_no_repetition() -> None:
    days = listed(
        "31/03/2020 | F-1 | A | 1 | 700",
        "30/03/2020 | F-1 | A | 1 | 700",
        header="Date | N° facture | Client | Jours | TJM",
        sheet="Jours",
    )
    judge(ordinary("days", days, revenue=1400).values[0])
    spent = listed(
        "31/01/2020 | Contrat 12 | S | x | 200",
        "28/02/2020 | Contrat 12 | S | x | 200",
        header="Date | Justificatif | Fournisseur | Libellé | Montant HT",
        sheet="Dépenses",
    )
    judge(ordinary("spent", spent, charges=400).values[0])


@pytest.mark.parametrize(
    "status",
    [
        "Payée (avoir émis)",
        "Facturée puis refusée",
        "Payée par erreur",
        "Facture en litige",
        "Encaissée à tort",
        "Soldée (annulation)",
        "Facture non émise",
        "Encaissé pour un confrère",
    ],
)
def test_what_undoes_the_first_word_of_a_status_is_asked_about(status: str) -> None:
    text = listed(GOOD, f"F-1 | 31/03/2020 | A | Facture | {status} | x | 1000 | 200")
    judge(small(status, text, *asked("E3")).values[0])


@pytest.mark.parametrize("number", ["F-1-AV", "AVR-1", "FAV2020-3", "PRF-2", "ANN-4"])
def test_a_number_that_may_be_of_a_credit_note_is_doubted(number: str) -> None:
    text = listed(GOOD, f"{number} | 31/03/2020 | A | | | x | 1000 | 200")
    judge(small(number, text, doubted("A3")).values[0])


def test_a_quantity_below_zero_beside_a_positive_amount_is_refused() -> None:
    header = "Date | Client | Prestation | Quantité | Montant HT"
    rows = ("31/03/2020 | A | x | 1 | 700", "30/04/2020 | A | y | -1 | 500")
    judge(small("minus", listed(*rows, header=header), refused("D3")).values[0])
    rows = ("31/03/2020 | A | x | 1 | 700", "30/04/2020 | A | avoir | -1 | -500")
    judge(ordinary("both", listed(*rows, header=header), revenue=200).values[0])
