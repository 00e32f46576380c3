"""No table, row or column that holds a figure vanishes in silence."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.kinds import DAYS, EXPENSES, FEES, KINDS
from tests.books.small import Small, asked, doubted, judge, refused, right, small

UNDATED: list[Any] = [
    *(
        small(
            f"{header} on {sheet}",
            f"# {sheet}\n{header}\n" + "\n".join(lines),
            *asked("*"),
        )
        for sheet in ("Jours 2020", "CRA", "Temps", "Régie 2020", "Activité", "Feuil1", "Factures 2020")
        for header, lines in (
            ("Client | Jours | TJM | Montant HT", ("Ponant | 18 | 700 | 12600", "Alizé | 16 | 700 | 11200")),
            ("Client | Mission | TJM | Nb jours | Total HT", ("Ponant | Flux | 700 | 18 | 12600",)),
            ("Client | TJM | Jours", ("Ponant | 700 | 18", "Alizé | 650 | 16")),
            ("Client | TJM | Montant HT", ("Ponant | 700 | 12600",)),
            ("Client | Tarif journalier | Heures", ("Ponant | 700 | 126",)),
        )
    ),
    *(
        small(
            f"missions with {more}",
            f"# {sheet}\nClient | Mission | TJM | {more}\nPonant | Flux | 700 | {cells}\nAlizé | Audit | 650 | {cells}",
            *asked("D1", "D2", "*"),
        )
        for sheet in ("Missions", "Tarifs", "Contrats 2020")
        for more, cells in (("Jours", "18"), ("Montant HT", "12600"), ("Jours | Montant HT", "18 | 12600"), ("Nb de jours facturés", "18"), ("Heures", "126"))
    ),
    *(
        small(
            f"missions beside other days, with {more}",
            f"{DAYS.and_then()}\n# {sheet}\nClient | TJM | {more}\nAlizé | 700 | {cells}",
            *asked(f"{sheet}!"),
        )
        for sheet in ("Jours 2019", "Missions", "Budget 2020", "Jours 2020")
        for more, cells in (("Jours | Montant HT", "34 | 23800"), ("Nb jours", "34"))
    ),
    small(
        "a mission with its dates and its days",
        "# Jours\nClient | Du | Au | Jours | TJM\nPonant | 06/01/2020 | 31/01/2020 | 18 | 700",
        right(revenue=12600),
        *asked("*"),
    ),
    small(
        "a real sheet of missions",
        "# Missions\nClient | Mission | TJM | Du | Au\nPonant | Flux | 700 | 01/01/2020 |\n"
        "# Jours\nDate | Client | Mission | Jours\n31/01/2020 | Ponant | Flux | 18",
        right(revenue=12600),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", UNDATED)
def test_days_without_a_date_are_no_missions(book: Small) -> None:
    judge(book)


NUMBERS = ("Bonus", "Prime", "Frais", "Frais refacturés", "Supplément", "Quote-part", "Coef", "Coefficient",
           "Part", "Nb", "Commission", "Ajustement", "Complément", "Indemnités", "Débours", "Jours offerts",
           "Heures sup", "Majoration", "Sous-traitance", "Montant", "Net", "Déplacements", "Options")  # fmt: skip
COLUMNS: list[Any] = [
    *(
        small(f"{name} {header}", kind.with_column(header, "", "120", "90"), *asked("G1", "G3", "G4") if kind is DAYS else asked("E1", "E3", "E4"))
        for header in NUMBERS
        for name, kind in (KINDS.items() if header in NUMBERS[:5] else (("fees", FEES),))
    ),
    *(
        small(f"percent {header}", FEES.with_column(header, "50 %", "100 %", "80 %"), *asked("E1", "E2", "E4"))
        for header in ("Quote-part", "Avancement", "Part", "% facturé", "Probabilité")
    ),
    *(
        small(f"words {header}", FEES.with_column(header, *words), *asked("E1", "E2", "E3", "E4"))
        for header, words in (
            ("Origine", ("Réel", "Réel", "Simulé")), ("Nature ligne", ("Vente", "Vente", "Achat")),
            ("Sens", ("Entrée", "Entrée", "Sortie")), ("Scénario", ("A", "A", "B")),
            ("Version", ("1", "1", "2")), ("Pôle", ("X", "X", "Y")),
        )
    ),
    *(
        small(f"{name}: amounts without a title", kind.with_column("", "", "120", "90"), *asked("G1", "G3", "G4") if kind is DAYS else asked("E1", "E3", "E4"))
        for name, kind in KINDS.items()
    ),
    small(
        "a column of words without a title",
        FEES.with_column("", "annulé", "", ""),
        right(revenue=7200),
        *asked("E1", "E2"),
    ),
    *(
        small(
            f"a second block of {kind.sheet}, {what}",
            f"# {kind.sheet}\n{kind.header} | | {header}\n"
            + "\n".join(f"{left} | | {right_}" for left, right_ in zip(kind.lines, others, strict=True)),
            right(**{kind.figure: twice}),
            *asked(*(f"{column}{row}" for column in "FGHIJKLMN" for row in (1, 2))),
        )
        for kind, twice, others in (
            (DAYS, 18450 + 8400, ("30/04/2020 | Ponant | Flux | 7 | 700 | 4900", "29/05/2020 | Ponant | Flux | 3 | 700 | 2100", "30/06/2020 | Ponant | Flux | 2 | 700 | 1400")),
            (FEES, 8200 + 3150, ("30/04/2020 | Ponant | Audit | 1100", "29/05/2020 | Ponant | Audit | 1150", "30/06/2020 | Ponant | Audit | 900")),
            (EXPENSES, 830 + 315, ("30/04/2020 | Quai | Poste | 110", "29/05/2020 | Quai | Poste | 115", "30/06/2020 | Quai | Poste | 90")),
        )
        for what, header in (("blank headers", ""), ("half its headers", kind.header.split("|")[0]), ("other words", "Jour | Qui | Quoi | Combien"), ("one header", " | | | Montant HT"))
    ),
    small(
        "below, after blank rows, without a header",
        FEES.and_then("", "", "", "30/04/2020 | Ponant | Audit | 1100"),
        right(revenue=9300),
        *asked("A8"),
    ),
    small(
        "below, shifted by one column",
        FEES.and_then(" | 30/04/2020 | Ponant | Audit | 1100"),
        right(revenue=9300),
        *asked("A5", "E5", "B5"),
    ),
    small(
        "rows longer than their header",
        FEES.and_then("30/04/2020 | Ponant | Audit | 1100 | 550"),
        *asked("A5", "E5"),
    ),
    small(
        "free words beside amounts",
        FEES.with_column("Humeur", "belle journée", "un peu long", "à refaire un jour"),
        right(revenue=8200),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", COLUMNS)
def test_a_filled_column_is_owned_or_asked_about(book: Small) -> None:
    judge(book)


ABOVE: list[Any] = [
    *(
        small(
            f"{name}, header on row {place + 1}",
            f"# {kind.sheet}\n" + "\n".join((*kind.lines[:place], kind.header, *kind.lines[place:])),
            right(**{kind.figure: kind.whole}),
            *asked(*(f"A{row + 1}" for row in range(place))),
        )
        for name, kind in KINDS.items()
        for place in (1, 2, 3)
    ),
    *(
        small(
            f"{name}, header twice",
            f"# {kind.sheet}\n" + "\n".join((kind.lines[0], kind.header, kind.lines[1], kind.header, kind.lines[2])),
            right(**{kind.figure: kind.whole}),
            *asked("A1"),
        )
        for name, kind in KINDS.items()
    ),
    *(
        small(
            f"{name}, no header",
            f"# {kind.sheet}\n" + "\n".join(kind.lines),
            right(**{kind.figure: kind.whole}),
            *asked("*"),
        )
        for name, kind in KINDS.items()
    ),
    small(
        "a line above a title and a header",
        f"# Factures\n{FEES.lines[0]}\nMes factures\n{FEES.header}\n{FEES.lines[1]}\n{FEES.lines[2]}",
        right(revenue=8200),
        *asked("A1"),
    ),
    small(
        "an amount in the title",
        f"# Factures\nÀ ajouter : 500 € pour Ponant | | | 500\n{FEES.header}\n" + "\n".join(FEES.lines),
        right(revenue=8700),
        *asked("A1", "D1"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", ABOVE)
def test_rows_above_a_header_are_answered_for(book: Small) -> None:
    judge(book)


HIDING: list[Any] = [
    *(
        small(
            f"a hidden sheet {name}",
            f"{FEES.and_then()}\n# {name} (hidden)\n{rows}",
            refused(f"{name}!"),
            doubted(f"{name}!", unlike="lue comme les autres"),
        )
        for name, rows in (
            ("Suite", "30/04/2020 | Ponant | Audit | 1100"),
            ("Ancien", "a | b | c\n1 | 2 | 3"),
            ("Devis", "Date | Client | Montant HT\n30/04/2020 | Ponant | 1100"),
            ("Prévisions", "janvier | 1000\nfévrier | 1200"),
            ("Calculs", "Coef | 1.2"),
            ("Feuil3", "30/04/2020 | 1100"),
            ("Notes", "Penser à relancer Ponant"),
        )
    ),
    *(
        small(f"zeros alone on « {name} »", f"{FEES.and_then()}\n# {name}\n{rows}", *asked(f"{name}!"))
        for name, rows in (
            ("Jours", "0 | 0 | 0"), ("Dépenses", "0"), ("Divers", "0 | 0"), ("Feuil2", "0 |\n0 |"),
            ("Suite", "0 | 0"),
        )
    ),
    *(
        small(
            f"a row of zeros in {kind.sheet}",
            kind.and_then(zeros),
            *asked("A5", "*"),
        )
        for kind, zeros in ((FEES, "0 | 0 | 0 | 0"), (DAYS, "0 | 0 | 0 | 0 | 0 | 0"), (EXPENSES, " | | | 0"))
    ),
    small("a hidden row", FEES.and_then("30/04/2020 | Ponant | Audit | 1100 (hidden)"), *asked("A5")),
]  # fmt: skip


@pytest.mark.parametrize("book", HIDING)
def test_what_is_hidden_or_zero_is_answered_for(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("sheet", ["Forfaits 2019", "Forfaits", "Jours 2019", "CRA"])
@pytest.mark.parametrize("foot", ["", "\n | | | 3000"])
def test_sales_that_lost_the_column_of_their_clients_are_no_expenses(sheet: str, foot: str) -> None:
    rows = "18/06/2019 | Reprise | 20 % | 1000\n22/10/2019 | Cadrage | 20 % | 2000"
    text = f"# {sheet}\nDate | Libellé | Taux TVA | Montant HT\n{rows}{foot}"
    judge(Small(text=text, accepted=(refused("*"),)))
