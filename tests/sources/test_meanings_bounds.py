"""What a month and a year can hold, and what formulas saved long ago no longer say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.kinds import FEES
from tests.books.small import Small, asked, doubted, judge, refused, right, small

HEADER = "Date | Client | Jours | TJM"
SEVEN = "[lecture]\nheures_par_jour = 7\n"


def billed(*lines: tuple[str, str, str], sheet: str = "Jours", header: str = HEADER) -> str:
    """Return a sheet of days at 700 euros."""
    rows = "\n".join(f"{day} | {client} | {days} | 700" for day, client, days in lines)
    return f"# {sheet}\n{header}\n{rows}"


YEAR = tuple((f"28/{month:02}/2020", "Ponant", "15") for month in range(1, 13))

FULL: list[Any] = [
    small("90 days for 9", billed(*YEAR[:4], ("29/05/2020", "Ponant", "90")), *asked("C6")),
    small("40 days in a month", billed(*YEAR[:4], ("29/05/2020", "Ponant", "40")), refused("C6")),
    small("26 days in a month", billed(*YEAR[:4], ("29/05/2020", "Ponant", "26")), doubted("C6")),
    small("22 in a month of 21", billed(("28/02/2020", "Ponant", "21")), doubted("C2")),
    small("24 days of July", billed(("31/07/2020", "Ponant", "24")), doubted("C2")),
    small("two clients in one month", billed(("31/01/2020", "Ponant", "15"), ("31/01/2020", "Alizé", "12")), *asked("A2", "A3")),
    small("two clients far too many", billed(("31/01/2020", "Ponant", "20"), ("31/01/2020", "Alizé", "20")), refused("A2", "A3", "C2", "C3")),
    small(
        "on two sheets",
        billed(("31/01/2020", "Ponant", "15")) + "\n" + billed(("31/01/2020", "Alizé", "12"), sheet="Régie"),
        *asked("A2"),
    ),
    small(
        "on two sheets, one kept by day",
        billed(*((f"{day:02}/01/2020", "Ponant", "1") for day in (2, 3, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17)))
        + "\n" + billed(("31/01/2020", "Alizé", "14"), sheet="Régie"),
        *asked("Régie!A2", "Jours!A2", "Jours!A13"),
    ),
    small(
        "in two files",
        billed(("31/01/2020", "Ponant", "20"), sheet="a.xlsx/Jours")
        + "\n" + billed(("30/01/2020", "Ponant", "20"), sheet="b.xlsx/Jours"),
        *asked("a.xlsx!A2", "b.xlsx!A2"),
    ),
    small(
        "in a CSV",
        billed(("31/01/2020", "Ponant", "28"), sheet="jours.csv"),
        *asked("*"),
    ),
    small(
        "two persons",
        "# Jours\nDate | Client | Intervenant | Jours | TJM\n31/01/2020 | Ponant | Ana | 18 | 700\n"
        "31/01/2020 | Ponant | Bo | 19 | 700",
        right(days=37),
    ),
    small(
        "one of two persons",
        "# Jours\nDate | Client | Intervenant | Jours | TJM\n31/01/2020 | Ponant | Ana | 18 | 700\n"
        "31/01/2020 | Ponant | Bo | 29 | 700",
        *asked("D3"),
    ),
    *(
        small(f"{days} days each month", billed(*((day, client, days) for day, client, _ in YEAR)), *asked("C2", "C3", "C13", "A2", "A13"))
        for days in ("34", "27", "31", "120")
    ),
    *(
        small(
            f"{unit} as hours",
            billed(*((day, client, cell) for day, client, _ in YEAR), header="Date | Client | Heures | TJM"),
            *asked("C2", "C1", "C13", "A2", "A13"),
            settings=SEVEN,
        )
        for unit, cell in (("seconds", "378000"), ("minutes", "6300"), ("a year each month", "1050"))
    ),
    small(
        "seconds day by day",
        billed(*((f"{day:02}/01/2020", "Ponant", "25200") for day in (2, 3, 6, 7)), header="Date | Client | Heures | TJM"),
        *asked("C2", "C3", "C5", "C1"),
        settings=SEVEN,
    ),
    small(
        "hours of another settings",
        billed(*((f"{day:02}/01/2020", "Ponant", "7") for day in (2, 3, 6, 7)), header="Date | Client | Heures | TJM"),
        *asked("*"),
        settings="[lecture]\nheures_par_jour = 1\n",
    ),
    small("a full month is one", billed(("31/01/2020", "Ponant", "22"), ("28/02/2020", "Ponant", "20")), right(days=42)),
    small("days less their credit note", billed(("30/01/2020", "Ponant", "22"), ("31/01/2020", "Ponant", "-2"), ("31/01/2020", "Alizé", "2")), right(days=22), *asked("C3")),
    small(
        "400 days of a year, line by line",
        billed(*((f"{day:02}/{month:02}/2020", "Ponant", "8.5") for month in range(1, 13) for day in (7, 14, 21, 28))),
        *asked("C2", "C3", "C4", "C5", "A5"),
    ),
    small(
        "a year on one line",
        billed(("31/12/2020", "Ponant", "210")),
        *asked("C2"),
    ),
    small(
        "fees that stand for 500 days",
        "# Forfaits\nDate | Client | Montant HT | Jours équivalents\n31/01/2020 | Ponant | 9000 | 500",
        *asked("D2"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", FULL)
def test_a_month_holds_no_more_days_than_it_has(book: Small) -> None:
    judge(book)


STALE: list[Any] = [
    *(
        small(
            f"fees: {formula}",
            "# Factures\nDate | Client | Quantité | Prix unitaire HT | Montant HT\n"
            "31/01/2020 | Ponant | 10 | 100 | =C2*D2 -> 1000\n"
            f"28/02/2020 | Alizé | 10 | 75 | ={formula} -> 1000",
            right(revenue=1750),
            *asked("E3"),
        )
        for formula in ("C3*D3", "D3*C3", "PRODUCT(C3:D3)", "C3*D3*1", "ROUND(C3*D3,2)", "(C3*D3)", "$C3*$D3")
    ),
    *(
        small(
            f"days: {formula}",
            "# Jours\nDate | Client | Jours | TJM | Montant HT\n31/01/2020 | Ponant | 10 | 700 | 7000\n"
            f"28/02/2020 | Alizé | 8 | 650 | ={formula} -> 5600",
            right(revenue=12200),
            *asked("E3"),
        )
        for formula in ("C3*D3", "D3*C3", "PRODUCT(C3,D3)")
    ),
    *(
        small(
            f"{kind} of two cells: {formula}",
            f"# {sheet}\nDate | {who} | {a} | {b} | Montant HT\n31/01/2020 | Ponant | 400 | 600 | =C2+D2 -> 1000\n"
            f"28/02/2020 | Alizé | 300 | 50 | ={formula} -> {cached}",
            *asked("E3", "C1", "D1"),
        )
        for kind, sheet, who, a, b in (
            ("fees", "Factures", "Client", "Fixe", "Variable"), ("expenses", "Dépenses", "Libellé", "Base", "Port"),
        )
        for formula, cached in (("C3+D3", "1000"), ("SUM(C3:D3)", "300"), ("C3-D3", "350"), ("C3*1.5", "300"))
    ),
    small(
        "another sheet's cell",
        "# Factures\nDate | Client | Montant HT\n31/01/2020 | Ponant | =Taux!A1*10 -> 1000\n"
        "# Taux (hidden)\n150",
        *asked("C2", "Taux!"),
    ),
    small(
        "a cell of another line",
        "# Factures\nDate | Client | Montant HT\n31/01/2020 | Ponant | 1000\n28/02/2020 | Ponant | =C2 -> 900",
        right(revenue=2000),
        *asked("C3"),
    ),
    small(
        "a sum as an amount",
        FEES.and_then("30/04/2020 | Ponant | Divers | =SUM(D2:D4) -> 8200"),
        *asked("D5"),
    ),
    small(
        "a sum saved before the last lines",
        FEES.and_then("30/04/2020 | Ponant | Divers | =SUM(D2:D4) -> 3500"),
        right(revenue=8200),
        *asked("D5"),
    ),
    small(
        "a stale total",
        FEES.and_then("| TOTAL | | =SUM(D2:D4) -> 7700"),
        right(revenue=8200),
        *asked("D5"),
    ),
    small("never computed", FEES.and_then("30/04/2020 | Ponant | Audit | =B1*2 ->"), *asked("D5")),
    small("saved as zero", FEES.and_then("30/04/2020 | Ponant | Audit | =10*90 -> 0"), *asked("D5")),
    small("saved as blank text", FEES.and_then("30/04/2020 | Ponant | Audit | =10*90 -> '"), *asked("D5")),
    small(
        "days by a stale formula",
        "# Jours\nDate | Client | Matin | Après-midi | Jours | TJM\n31/01/2020 | Ponant | 5 | 5 | =C2+D2 -> 10 | 700\n"
        "28/02/2020 | Ponant | 4 | 4 | =C3+D3 -> 6 | 700",
        right(days=18),
        *asked("E3"),
    ),
    small(
        "gross by a stale formula",
        "# Factures\nDate | Client | Montant HT | TTC\n31/01/2020 | Ponant | 1000 | =C2*1.2 -> 1200\n"
        "28/02/2020 | Ponant | 2000 | =C3*1.2 -> 1200",
        *asked("D3", "C3"),
    ),
    small(
        "fresh formulas",
        "# Factures\nDate | Client | Montant HT\n31/01/2020 | Ponant | =10*100 -> 1000\n28/02/2020 | Alizé | =1200+34.5 -> 1234.5",
        right(revenue=2234.5),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", STALE)
def test_a_formula_that_no_longer_holds_is_asked_about(book: Small) -> None:
    judge(book)


PUMP = (("Total", "a client"), ("TOTAL 4233", "a petrol station"), ("Total Énergies", "both words"),
        ("Cumul SARL", "cumul"), ("Solde & Fils", "solde"), ("Report Conseil", "report"),
        ("TOTAL ACCESS 12", "a station"), ("Totaux du Midi", "plural"), ("Sous-Total Design", "a studio"),
        ("Moyenne Corniche", "an address"))  # fmt: skip
NAMED: list[Any] = [
    *(
        small(
            f"{sheet}: {name}, equal to those above",
            f"# {sheet}\nDate | {who} | {what} | Montant HT\n31/01/2020 | Ponant | Plein | 40\n"
            f"10/02/2020 | Alizé | Péage | 22\n11/02/2020 | {name} | Carburant | 62",
            right(**{figure: 124}),
            *asked("A4"),
        )
        for name, _ in PUMP
        for sheet, who, what, figure in (
            ("Dépenses", "Fournisseur", "Libellé", "charges"), ("Factures", "Client", "Prestation", "revenue"),
        )
    ),
    *(
        small(
            f"{name}, unlike those above",
            f"# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n31/01/2020 | Quai | Loyer | 110\n"
            f"11/02/2020 | {name} | Carburant | 62",
            right(charges=172),
            *asked("A3"),
        )
        for name, _ in PUMP
    ),
    small(
        "a client called Total in days",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700\n28/02/2020 | Total | 10 | 700",
        right(revenue=14000),
        *asked("A3"),
    ),
    small(
        "the same station twice",
        "# Dépenses\nDate | Fournisseur | Montant HT\n31/01/2020 | TOTAL 4233 | 62\n11/02/2020 | TOTAL 4233 | 62",
        right(charges=124),
        *asked("A3"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", NAMED)
def test_a_name_that_says_total_is_never_dropped(book: Small) -> None:
    judge(book)
