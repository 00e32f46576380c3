"""A sum is no line, whatever its words, its date and its place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.kinds import DAYS, EXPENSES, FEES, Kind
from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, judge, right, sheets, small

SUM_WORDS = ("Ensemble", "Somme", "Récapitulatif", "Sous-total", "Subtotal", "Grand total", "Sum",
             "Cumul annuel", "TOTAL", "Total 2020", "Total général", "Récap", "Tous clients",
             "Année 2020", "Chiffre d’affaires", "CA 2020", "Bilan", "Σ", "Montant total",
             "Total T1", "1er trimestre", "S/Total", "Ss total", "Balance", "Overall")  # fmt: skip


def whole(kind: Kind) -> Any:
    """Accept the sum of the three lines."""
    return right(**{kind.figure: kind.whole})


def sum_row(kind: Kind, name: str, day: str = "31/12/2020") -> str:
    """Return a row that holds the sum of the three lines."""
    if kind is DAYS:
        return f"{day} | {name} | | 27 | | 18450"
    return f"{day} | {name} | | {kind.whole}"


DATED = [
    small(f"{kind.sheet} {day or 'no date'} {word}", kind.and_then(sum_row(kind, word, day)),
          whole(kind), *asked("A5"))
    for word in SUM_WORDS
    for kind in (DAYS, FEES, EXPENSES)
    for day in ("31/12/2020", "")
]  # fmt: skip


@pytest.mark.parametrize("book", DATED)
def test_a_row_that_is_the_sum_of_those_above_is_asked_about(book: Small) -> None:
    judge(book)


RENTS = "".join(f"05/0{month}/2020 | Quai 9 | Bureau | Loyer | 300\n" for month in range(1, 8))
PAID_VAT = [
    small(
        f"VAT paid to the State, worth five rents: {label}",
        f"# Dépenses\nDate | Fournisseur | Libellé | Catégorie | Montant HT\n{RENTS}"
        f"15/07/2020 | DGFIP | {label} | Impôts | 1500",
        right(charges=2100),
    )
    for label in ("TVA mai", "TVA")
]


@pytest.mark.parametrize("book", PAID_VAT)
def test_vat_that_is_worth_lines_above_by_chance_is_not_refused(book: Small) -> None:
    """No advice helped: it had its date and its name."""
    judge(book)


MONTHLY = "# Factures\nDate | Client | Prestation | Montant HT\n"
INSIDE: list[Any] = [
    *(
        small(
            f"a subtotal per month, {word}, {day or 'no date'}",
            f"{MONTHLY}10/01/2020 | Ponant | Audit | 1000\n20/01/2020 | Alizé | Conseil | 2500\n"
            f"{day} | {word.format('janvier')} | | 3500\n"
            "10/02/2020 | Ponant | Audit | 1700\n20/02/2020 | Alizé | Conseil | 2900\n"
            f"{day and '29/02/2020'} | {word.format('février')} | | 4600",
            right(revenue=8100),
            *asked("A4", "A7"),
        )
        for word in ("{}", "Total {}", "Sous-total {}", "Ensemble {}", "Somme", "S/T {}", "Mois de {}")
        for day in ("31/01/2020", "")
    ),
    small(
        "a subtotal by client, in the name of the client",
        f"{MONTHLY}10/01/2020 | Ponant | Audit | 1000\n20/02/2020 | Ponant | Conseil | 2500\n"
        "29/02/2020 | Ponant | | 3500\n10/01/2020 | Alizé | Audit | 1700",
        right(revenue=5200),
        *asked("A4"),
    ),
    small(
        "one client, one line, its subtotal",
        f"{MONTHLY}10/01/2020 | Ponant | Audit | 1000\n| Total Ponant | | 1000\n"
        "10/01/2020 | Alizé | Audit | 1700\n| Total Alizé | | 1700\n31/01/2020 | Ensemble | | 2700",
        right(revenue=2700),
        *asked("A6"),
    ),
    small(
        "subtotals and a grand total that says nothing",
        f"{MONTHLY}10/01/2020 | Ponant | Audit | 1000\n20/01/2020 | Ponant | Conseil | 2500\n"
        "31/01/2020 | Sous-total | | 3500\n10/02/2020 | Ponant | Audit | 1700\n"
        "20/02/2020 | Ponant | Conseil | 2900\n29/02/2020 | Sous-total | | 4600\n"
        "31/12/2020 | Ponant et autres | | 8100",
        right(revenue=8100),
        *asked("A4", "A7", "A8"),
    ),
    *(
        small(
            f"{kind.sheet} on top, {word}",
            f"# {kind.sheet}\n" + "\n".join((kind.header, sum_row(kind, word, day), *kind.lines)),
            whole(kind),
            *asked("A2"),
        )
        for kind in (DAYS, FEES, EXPENSES)
        for word, day in (("TOTAL", ""), ("Total 2020", "31/12/2020"), ("Ensemble", "31/12/2020"),
                          ("Somme", ""), ("CA 2020", "01/01/2020"))
    ),
    small(
        "above the header",
        f"# Factures\n | | Total | 8200\n{FEES.header}\n" + "\n".join(FEES.lines),
        right(revenue=8200),
        *asked("A1"),
    ),
    small(
        "below, after a blank row, without a word",
        FEES.and_then("", "| | | 8200"),
        right(revenue=8200),
        *asked("D6"),
    ),
    small(
        "in a column beside",
        "# Factures\nDate | Client | Prestation | Montant HT | Cumul\n"
        "31/01/2020 | Ponant | Audit | 1000 | 1000\n28/02/2020 | Alizé | Conseil | 2500 | 3500\n"
        "31/03/2020 | Ponant | Suivi | 4700 | 8200",
        right(revenue=8200),
    ),
    small(
        "an average",
        FEES.and_then("31/12/2020 | Moyenne | | 2733.33"),
        right(revenue=8200),
        *asked("A5"),
    ),
    small(
        "days alone in the sum",
        DAYS.and_then("31/12/2020 | Ensemble | | 27 | 683.33 | 18450"),
        right(revenue=18450),
        *asked("A5"),
    ),
    small(
        "a sum of days at an average rate, no amounts",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700\n"
        "28/02/2020 | Ponant | 8 | 700\n31/03/2020 | Ensemble | 18 | 700",
        right(revenue=12600),
        *asked("A4"),
    ),
    small(
        "the expenses of a month, by a label",
        EXPENSES.and_then("31/03/2020 | | Frais du trimestre | 830"),
        right(charges=830),
        *asked("A5"),
    ),
    small(
        "two totals, one after the other",
        FEES.and_then("31/12/2020 | Somme | | 8200", "31/12/2020 | Année | | 8200"),
        right(revenue=8200),
        *asked("A5", "A6"),
    ),
    small(
        "VAT and gross lines below",
        FEES.and_then("| Total HT | | 8200", "| TVA 20 % | | 1640", "| Total TTC | | 9840"),
        right(revenue=8200),
        *asked("A6", "A7"),
    ),
    small(
        "VAT and gross lines below, dated",
        FEES.and_then("31/12/2020 | Total HT | | 8200", "31/12/2020 | TVA | | 1640"),
        right(revenue=8200),
        *asked("A5", "A6"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", INSIDE)
def test_a_sum_among_lines_is_never_counted(book: Small) -> None:
    judge(book)


RECAPS: list[Any] = [
    *(
        small(
            f"a recap by client on {sheet}",
            FEES.and_then()
            + f"\n# {sheet}\nDate | Client | Montant HT\n31/12/2020 | Ponant | 5700\n"
            "31/12/2020 | Trois Rives | 2500",
            right(revenue=8200),
            *asked(f"{sheet}!A1", f"{sheet}!A2", f"{sheet}!A3", f"{sheet}!"),
        )
        for sheet in ("Feuil2", "2020", "Ventes", "Facturation", "Forfaits", "Synthèse", "Récap")
    ),
    *(
        small(
            f"a recap by month on {sheet}",
            "# Factures\nDate | Client | Montant HT\n10/01/2020 | Ponant | 1000\n"
            "20/01/2020 | Alizé | 2500\n10/02/2020 | Ponant | 1700\n21/02/2020 | Alizé | 2950\n"
            f"# {sheet}\nMois | Client | Montant HT\n{first} | Tous | 3500\n{second} | Tous | 4650",
            right(revenue=8150),
            *asked(f"{sheet}!A1", f"{sheet}!A2", f"{sheet}!A3", f"{sheet}!"),
        )
        for sheet in ("Feuil2", "Ventes")
        for first, second in (("janvier 2020", "février 2020"), ("31/01/2020", "29/02/2020"))
    ),
    small(
        "a recap by quarter of days",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700\n"
        "28/02/2020 | Ponant | 8 | 700\n31/03/2020 | Ponant | 9 | 700\n30/04/2020 | Ponant | 7 | 700\n"
        "29/05/2020 | Ponant | 6 | 700\n# Ventes\nDate | Client | Montant HT\n"
        "31/03/2020 | Ponant | 18900\n30/06/2020 | Ponant | 9100",
        right(revenue=28000),
        *asked("Ventes!A1", "Ventes!A2", "Ventes!A3"),
    ),
    small(
        "a recap of days by client",
        DAYS.and_then()
        + "\n# Temps\nDate | Client | Jours | TJM\n31/12/2020 | Ponant | 18 | 700\n"
        "31/12/2020 | Trois Rives | 9 | 650",
        right(revenue=18450),
        *asked("Temps!A1", "Temps!A2", "Temps!A3"),
    ),
    small(
        "a recap of expenses by category",
        "# Dépenses\nDate | Libellé | Catégorie | Montant HT\n31/01/2020 | Quai | Loyer | 110\n"
        "28/02/2020 | Quai | Loyer | 120\n31/03/2020 | Forge | Papier | 470\n"
        "# Charges\nDate | Libellé | Montant HT\n31/12/2020 | Loyer | 230\n31/12/2020 | Papier | 470",
        right(charges=700),
        *asked("Charges!A1", "Charges!A2", "Charges!A3"),
    ),
    small(
        "a recap below, under its own header",
        FEES.and_then(
            "", "Date | Client | Montant HT", "31/12/2020 | Ponant | 5700",
            "31/12/2020 | Trois Rives | 2500",
        ),
        right(revenue=8200),
        *asked("A6", "A7", "A8"),
    ),
    small(
        "the whole invoice on each of its lines",
        "# Factures\nDate | N° facture | Client | Prestation | Montant HT\n"
        "31/01/2020 | F1 | Ponant | Audit | 4000\n31/01/2020 | F1 | Ponant | Restitution | 4000\n"
        "28/02/2020 | F2 | Ponant | Suivi | 2500",
        right(revenue=6500),
        *asked("A3", "B3", "A2"),
    ),
    small(
        "the whole invoice on each of its lines of days",
        "# Jours\nDate | Facture | Client | Mission | Jours | Montant HT\n"
        "31/01/2020 | F1 | Ponant | Flux | 4 | 7000\n31/01/2020 | F1 | Ponant | Audit | 6 | 7000\n"
        "28/02/2020 | F2 | Ponant | Flux | 5 | 3500",
        right(revenue=10500),
        *asked("A3", "A2"),
    ),
    *(
        small(
            f"the same number twice, {name}",
            "# Factures\nDate | N° facture | Client | Montant HT\n"
            f"31/01/2020 | F1 | Ponant | 4000\n28/02/2020 | F2 | Alizé | 2500\n{row}",
            right(revenue=6500),
            *asked("A4", "A2"),
        )
        for name, row in (
            ("another date", "31/03/2020 | F1 | Ponant | 4000"),
            ("another spelling", "31/01/2020 | F1 | PONANT | 4000"),
            ("another price", "31/01/2020 | F1 | Ponant | 4200"),
            ("another case", "31/01/2020 | f1 | Ponant | 4000"),
        )
    ),
    small(
        "the same number twice in two files",
        "# a.xlsx/Factures\nDate | N° facture | Client | Montant HT\n31/01/2020 | F1 | Ponant | 4000\n"
        "# b.xlsx/Factures\nDate | N° facture | Client | Montant HT\n01/02/2020 | F1 | Ponant | 4000",
        right(revenue=4000),
        *asked("a.xlsx!A2", "b.xlsx!A2"),
    ),
    *(
        small(
            f"two versions of a file of {kind.sheet}",
            f"# livres v1.xlsx/{kind.sheet}\n{kind.header}\n" + "\n".join(kind.lines)
            + f"\n# livres v2.xlsx/{kind.sheet}\n{kind.header}\n"
            + "\n".join((*kind.lines[:2], changed)),
            *asked("livres v1.xlsx!", "livres v2.xlsx!"),
        )
        for kind, changed in (
            (DAYS, "31/03/2020 | Trois Rives | Audit | 9 | 680 | 6120"),
            (FEES, "31/03/2020 | Ponant | Infogérance | 4900"),
            (EXPENSES, "31/03/2020 | Forge Numérique | Papier | 490"),
        )
    ),
    small(
        "two versions of a sheet, each with its own last line",
        DAYS.and_then("30/04/2020 | Ponant | Flux | 3 | 700 | 2100")
        + "\n# Jours (2)\n" + DAYS.header + "\n" + "\n".join(DAYS.lines)
        + "\n30/04/2020 | Ponant | Flux | 4 | 700 | 2800",
        *asked("Jours!", "Jours (2)!"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", RECAPS)
def test_what_is_said_twice_is_counted_once_or_asked_about(book: Small) -> None:
    judge(book)


SPENT = "# Dépenses\nDate | Libellé | Catégorie | Compte | Montant HT\n"
KNOWN: list[Any] = [
    *(
        small(
            f"an expense called {word}, {category or account}",
            f"{SPENT}05/02/2020 | Serveur | Hébergement | | 12\n"
            f"06/02/2020 | {word} | {category} | {account} | 500",
            right(charges=12),
        )
        for word, category, account in (
            ("TVA", "TVA versée", ""), ("TVA", "", "445510"), ("TVA février", "TVA versée", ""),
            ("Solde", "Impôt sur les sociétés", ""),
        )
    ),
    *(
        small(
            f"{word}, {day or 'no date'}, {category or 'no category'}",
            f"{SPENT}05/02/2020 | Serveur | Hébergement | | 12\n{day} | {word} | {category} | | 500",
            *asked("E3"),
        )
        for word, day, category in (
            ("TVA", "06/02/2020", ""), ("TVA", "", "TVA versée"), ("Total général", "06/02/2020", "Loyer"),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", KNOWN)
def test_what_an_expense_is_for_tells_a_balance_from_a_sum(book: Small) -> None:
    judge(book)


def test_a_sum_on_top_is_told_of_the_lines_beneath() -> None:
    rows = "02/03/2020 | Ponant | 10 | 700\n06/04/2020 | Alizé | 8 | 700\n08/06/2020 | Ponant | 2 | 700"
    text = f"# Jours\nDate | Client | Jours | TJM\n{rows}"
    said = [what for what, place in outcome_of(sheets(text)).doubts if place.cell == "A2"]
    assert ["du dessous" in what for what in said] == [True]


@pytest.mark.parametrize(
    ("days", "cells"),
    [
        ((1, 2, 3), []),  # parts of weeks, by chance
        ((2.5, 2.5, 5), []),
        ((2, 3.5, 5.5), ["A4"]),
        ((1, 1, 1, 3), ["A5"]),
    ],
)
def test_few_days_are_as_many_as_two_others_by_chance(
    days: tuple[float, ...], cells: list[str]
) -> None:
    weeks = "".join(f"{6 + 7 * n:02}/01/2020 | Ponant | {it} | 700\n" for n, it in enumerate(days))
    others = "".join(f"{n:02}/02/2020 | Alizé | {n} | 640\n" for n in (3, 10))
    said = outcome_of(sheets(f"# Jours\nDate | Client | Jours | TJM\n{weeks}{others}")).doubts
    assert [place.cell for what, place in said if what.startswith("somme")] == cells
