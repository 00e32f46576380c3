"""Another currency is asked about, wherever it is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.kinds import DAYS, EXPENSES, FEES, KINDS
from tests.books.small import Small, asked, judge, ordinary, refused, right, small

FOREIGN = ("[$$-409]#,##0.00", '"$"#,##0.00', '#,##0.00 "$"', "[$£-809]#,##0.00", "#,##0.00 [$CHF]",
           '"CHF" #,##0.00', "[$USD] #,##0", '#,##0.00 "USD"', "[$¥-411]#,##0", '#,##0.00\\ "£"',
           "$#,##0.00", "_-[$£-809]* #,##0.00_-", "[$CAD] #,##0.00", "#,##0.00 [$kr-41D]")  # fmt: skip
EUROS = ("#,##0.00 €", "[$€-40C]#,##0.00", '#,##0.00\\ "€"', "#,##0.00 [$€-40C]", "0.00", '"EUR" 0',
         "#,##0.00 [$EUR]", "_-* #,##0.00 €_-", "0.00;[Red]-0.00", '0.00 "€ HT"')  # fmt: skip

IN_FORMATS: list[Any] = [
    *(
        small(
            f"{name} {code}",
            f"# {kind.sheet}\n{kind.header}\n" + "\n".join(f"{line} {{{code}}}" for line in kind.lines),
            *asked("D2", "F2", "D1", "F1"),
        )
        for name, kind in KINDS.items()
        for code in (FOREIGN if kind is FEES else FOREIGN[:5])
    ),
    *(
        small(
            f"one cell {code}",
            FEES.and_then(f"30/04/2020 | Ponant | Audit | 900 {{{code}}}"),
            *asked("D5"),
        )
        for code in FOREIGN[:4]
    ),
    small(
        "the rate alone",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700 {[$$-409]0}",
        *asked("D2"),
    ),
    *(
        small(f"euros {code}", FEES.and_then(f"30/04/2020 | Ponant | Audit | 900 {{{code}}}"), right(revenue=9100))
        for code in EUROS
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", IN_FORMATS)
def test_the_currency_of_a_number_format(book: Small) -> None:
    judge(book)


IN_WORDS: list[Any] = [
    *(
        small(f"{kind.sheet} {header} {word}", kind.odd(header, "EUR", word), *asked("G4" if kind is DAYS else "E4"))
        for kind in (DAYS, FEES, EXPENSES)
        for header, word in (
            ("Devise", "USD"), ("Currency", "USD"), ("Currency", "GBP"), ("Monnaie", "CHF"),
            ("Cur.", "USD"), ("Devises", "$"), ("Devise facture", "USD"), ("Code devise", "CAD"),
            ("Unité", "dollars"), ("Currency code", "usd"),
        )
    ),
    *(
        small(
            f"a header {header}",
            f"# Factures\nDate | Client | {header}\n31/01/2020 | Ponant | 1000\n28/02/2020 | Alizé | 2500",
            *asked("C1", "C2", "*"),
        )
        for header in (
            "Montant (USD)", "Montant HT $", "Montant HT (USD)", "Montant HT en CHF", "Montant HT £",
            "Total HT (GBP)", "Montant HT en dollars", "HT USD", "Montant HT CAD", "Amount (USD)",
        )
    ),
    *(
        small(
            f"a rate {header}",
            f"# Jours\nDate | Client | Jours | {header}\n31/01/2020 | Ponant | 10 | 700",
            *asked("D1", "D2", "*"),
        )
        for header in ("TJM ($)", "TJM (USD)", "TJM £", "TJM en CHF")
    ),
    *(
        small(f"a part apart {text}", FEES.and_then(f"30/04/2020 | Ponant | {text} | 900"), *asked("C5"))
        for text in ("Audit (JPY)", "Audit [en CAD]")
    ),
    *(
        small(
            f"an expense {header}",
            f"# Dépenses\nDate | Libellé | {header}\n31/01/2020 | Hébergement | 70",
            *asked("C1", "C2", "*"),
        )
        for header in ("Montant HT ($)", "Montant HT USD", "HT (GBP)")
    ),
    *(
        small(f"a cell {cell}", FEES.and_then(f"30/04/2020 | Ponant | Audit | {cell}"), *asked("D5"))
        for cell in ("700 $", "£650", "USD 700", "700 USD", "CHF 650", "700 dollars", "$700", "700 £", "US$ 700", "700 CAD", "1 200 $", "700 livres")
    ),
    *(
        small(f"an expense cell {cell}", EXPENSES.and_then(f"30/04/2020 | Forge Numérique | Nom de domaine | {cell}"), *asked("D5"))
        for cell in ("12 $", "£9", "USD 12")
    ),
    *(
        small(f"a title {title}", f"# Factures\n{title}\n{FEES.header}\n" + "\n".join(FEES.lines), *asked("A1", "D2", "D3"))
        for title in ("Montants en dollars", "All amounts in USD", "En CHF")
    ),
    small("a word in the service", FEES.and_then("30/04/2020 | Ponant | Audit (in USD) | 900"), *asked("C5")),
    small("a word beside a client", FEES.and_then("30/04/2020 | Globex (CHF) | Audit | 900"), *asked("B5")),
    ordinary("the name of a client", FEES.and_then("30/04/2020 | CHF Conseil | Audit | 900"), revenue=9100),
    small("euros in words", FEES.odd("Devise", "EUR", "euros"), right(revenue=8200)),
    small("all in euros", FEES.with_column("Currency", "EUR", "€", "Euro"), right(revenue=8200)),
    small("two at once", FEES.with_column("Devise", "EUR", "USD", "GBP"), *asked("E3", "E4")),
    small("in a file", FEES.odd("Currency", "EUR", "USD", sheet="factures.csv"), *asked("*")),
]  # fmt: skip


@pytest.mark.parametrize("book", IN_WORDS)
def test_the_currency_in_words(book: Small) -> None:
    judge(book)


SHOWN: list[Any] = [
    *(
        small(f"a format {code}", FEES.and_then(f"30/04/2020 | Ponant | Audit | 900 {{{code}}}"), *asked("D5"))
        for code in (
            '#,##0.00 "DH"', '0 "FCFA"', '#,##0.00 "€ TTC"', '"TTC" 0', '0" (annulé)"', '"offert" 0', '"offert"', '"annulé";"annulé"', '0 "prévu"', '0 "pts"',
        )
    ),
    *(
        small(f"a label {text}", FEES.and_then(f"30/04/2020 | Ponant | {text} | 900"), *asked("C5"))
        for text in ("Audit 990 CAD", "MAD 9000 audit", "Audit (9000 DH)", "Conseil 500 000 FCFA", "¥ 90000", "Audit 900 francs suisses", "Audit 900 RUB")
    ),
    *(
        small(f"refused: {code}", FEES.and_then(f"30/04/2020 | Ponant | Audit | 900 {{{code}}}"), refused("D5"))
        for code in ('#,##0.00 "€ TTC"', '0" (annulé)"', '"offert"', '0" h"', '0" j"')
    ),
    ordinary(
        "a column of its own for what holds VAT",
        f"{EXPENSES.and_then()}\n# Factures\nDate | Client | Prestation | Montant HT | Montant TTC\n"
        "31/01/2020 | Ponant | Audit 1000 € TTC | 1000 | 1200",
        revenue=1000,
    ),
    ordinary(
        "without VAT at all",
        f"{EXPENSES.and_then()}\n# Factures\nDate | Client | Prestation | Montant\n31/01/2020 | Ponant | Audit 1200 € TTC | 1200",
        settings='[tva]\nregime = "franchise"\n',
        revenue=1200,
    ),
    *(
        small(f"with its VAT: {text}", FEES.and_then(f"30/04/2020 | Ponant | {text} | 1200"), *asked("C5"))
        for text in ("TTC", "Prix TTC", "Forfait 1200 € TTC", "Forfait 1 200,00 TTC", "Audit (1200 euros TTC)", "Montant TTC")
    ),
    *(
        ordinary(f"its VAT besides: {text}", f"{EXPENSES.and_then()}\n{FEES.and_then(f'30/04/2020 | Ponant | {text} | 1200')}", revenue=9400)
        for text in ("Forfait 1440 € TTC", "1200 € HT soit 1440 € TTC", "Calcul HT et TTC", "Formation TTC/HT débutants")
    ),
    *(
        ordinary(f"plain {code}", f"{EXPENSES.and_then()}\n{FEES.and_then(f'30/04/2020 | Ponant | Audit | 900 {{{code}}}')}", revenue=9100)
        for code in ('0 "HT"', '0.00 "€ HT"', '0 "€ net"', '"total" 0', '0 "€ / jour"', '0 "€ hors taxes"')
    ),
    *(
        ordinary(f"no currency in {text}", f"{EXPENSES.and_then()}\n{FEES.and_then(f'30/04/2020 | Ponant | {text} | 900')}", revenue=9100)
        for text in ("Formation CAD", "Mad Max", "Audit DHS", "Migration 365", "INR 2020", "Projet CFA apprentis", "Lot 3 CAO")
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", SHOWN)
def test_what_is_shown_beside_an_amount(book: Small) -> None:
    judge(book)
