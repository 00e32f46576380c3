"""A row of days that counts nothing is set aside where it says why, else it is asked about."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, judge, refused, right, sheets, small

TOP = "# Jours 2021\nDate | Client | Jours | TJM | Montant HT | Commentaire"
LINES = "04/03/2021 | Ponant | 1 | 700 | 700 |\n09/03/2021 | Ponant | 1 | 700 | 700 |"

LACKING: list[Any] = [
    small(
        f"a row that lacks its days: {row}",
        f"{TOP}\n{LINES}\n{row}",
        *asked("A4", "B4", "C4", "E4"),
    )
    for row in (
        "10/03/2021 | Ponant | | 700 | |",
        "10/03/2021 | Ponant | | | |",
        "10/03/2021 | | | | | atelier chez Ponant",
        "10/03/2021 | | | 700 | |",
        "10/03/2021 | Ponant | | 700 | | congés annulés",
        "10/03/2021 | Ponant | | 700 | | jour férié travaillé",
        "10/03/2021 | Ponant | CP ? | 700 | |",
        "10/03/2021 | Ponant | | 700 | 700 | RTT",
        "13/03/2021 | Ponant | | | 700 |",
        "13/03/2021 | Ponant | ? | 700 | |",
        "2021 | Ponant | 1 | 700 | 700 |",
        " | | | | 2021 |",
    )
]
SAID: list[Any] = [
    small(
        f"a row made ready: {row}",
        f"{TOP}\n{LINES}\n{row}\n{row}\n{row}",
        *asked("C4", "E4"),
    )
    for row in ("10/05/2021 | Ponant | | 700 | 0 |", " | | | | 0 |", "10/05/2021 | | | | 0 |")
]


LACKING += [
    small(
        f"a row off that counts something else: {row}",
        "# Jours 2021\nDate | Client | Jours | TJM | Astreinte | Commentaire\n"
        f"04/03/2021 | Ponant | 1 | 700 | |\n05/03/2021 | Ponant | 1 | 700 | |\n{row}",
        *asked("A4", "C4", "E4", "E1"),
    )
    for row in (
        "06/03/2021 | Ponant | | 700 | 1 |",
        "06/03/2021 | Ponant | | | '0,5 |",
        "09/03/2021 | Ponant | | 700 | 3 | RTT",
        "09/03/2021 | | | | 3 | Congés",
    )
]


@pytest.mark.parametrize("book", LACKING)
def test_a_row_that_says_nothing_of_its_days_is_asked_about(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("book", SAID)
def test_rows_made_ready_are_said_once(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("sheet", ["Notes", "Par client 2021", "Aide-mémoire"])
def test_a_sheet_that_names_no_columns_can_be_left_aside(sheet: str) -> None:
    text = f"{TOP}\n{LINES}\n# {sheet}\nrelancer Ponant | 3"
    judge(Small(text=text, accepted=(refused("*"),)))
    settings = f'[colonnes]\n"{sheet}" = ""\n'
    judge(Small(text=text, accepted=(right(revenue=1400),), settings=settings))


@pytest.mark.parametrize("cell", ["1", "x", "0.5", "matin", "7h", "1 j", "'1"])
@pytest.mark.parametrize("name", ["Validation", "Date", "Commentaires"])
def test_a_row_of_a_grid_named_as_what_is_signed_is_work_where_a_cell_is(
    name: str, cell: str
) -> None:
    days = " | ".join(map(str, range(1, 32)))
    text = f"# CRA mars 2021\nClient | TJM | {days}\n{name} | 700 | {cell} | CP"
    judge(Small(text=text, accepted=(*asked("A3", "C3"), right(days=1), right(days=0.5))))


@pytest.mark.parametrize(
    "foot",
    ["Frais | 120", "Frais | 700", "Jours | 2", "Montant HT | 1400", "TTC | 600",
     "Kilomètres | 1", "Acompte | 700", " | 5"],
)  # fmt: skip
def test_a_number_below_a_grid_that_its_days_do_not_explain_is_asked_about(foot: str) -> None:
    days = " | ".join(map(str, range(1, 32)))
    text = f"# CRA mars 2021\nClient | TJM | {days}\nPonant | 700 | 1 |\n\n{foot}"
    judge(Small(text=text, accepted=asked("B4")))


LOG = "# Factures 2021\nN° ligne | Facture | Date | Client | Jours | TJM | Montant HT"
BILLED = (
    "1 | F-1 | 04/03/2021 | Ponant | 1 | 700 | 700\n2 | F-2 | 09/03/2021 | Alizé | 1 | 700 | 700"
)


@pytest.mark.parametrize(
    "ready",
    ["3 | | | | | |", "3 | F-3 | | | | |", "| F-3 | | | | | 0", "| | | | | 700 | 0",
     "3 | F-3 | | | 0 | 700 | 0"],
)  # fmt: skip
def test_rows_made_ready_with_a_number_or_a_rate_are_said(ready: str) -> None:
    found = outcome_of(sheets(f"{LOG}\n{BILLED}\n{ready}"), "")
    assert found.total("revenue") == 1400
    assert len(found.doubts) == 1


@pytest.mark.parametrize(
    "row",
    ["3 | F-3 | | | 1 | 700 |", "3 | F-3 | | | | | 700", "3 | | | Ponant | | 700 |",
     "9 | | | | | | 700",
     "3 | F-3 | 10/03/2021 | | | 700 |", "700 | | | | | |", "1400 | | | | | 700 |"],
)  # fmt: skip
def test_a_row_that_may_have_lost_its_line_is_asked_about(row: str) -> None:
    cells = ("A4", "B4", "C4", "D4", "E4", "F4", "G4")
    judge(Small(text=f"{LOG}\n{BILLED}\n{row}", accepted=asked(*cells)))


def test_a_number_that_does_not_follow_the_one_above_is_no_rank() -> None:
    judge(Small(text=f"{LOG}\n{BILLED}\n7 | | | | | |", accepted=(refused("C4"),)))


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (" | Ponant | | | |", ["B4"]),
        (" | | | | | Atelier", ["F4"]),
        (" | Alizé | | | |", []),
        (" | | | | | Vu avec eux", []),
    ],
)
def test_a_text_alone_that_other_lines_say_is_what_is_left_of_one(
    row: str, cells: list[str]
) -> None:
    lines = LINES.replace("700 |\n", "700 | Atelier\n")
    more = "16/03/2021 | Ponant | 1 | 700 | 700 |"
    said = outcome_of(sheets(f"{TOP}\n{lines}\n{row}\n{more}")).doubts
    assert [place.cell for what, place in said if what.startswith("cellule-omise")] == cells


@pytest.mark.parametrize("before", ["", "01/03/2021 | Ponant | 1 | 650 | 650 |\n"])
def test_a_calendar_may_begin_with_a_day_off(before: str) -> None:
    """Saturday the sixth: the day after it is of the calendar too."""
    rows = "06/03/2021 | Ponant | | 700 | |\n07/03/2021 | Ponant | | 700 | |"
    text = f"{TOP}\n{before}{before.replace('01/', '02/')}{rows}\n{LINES.replace('04/', '08/')}"
    judge(Small(text=text, accepted=(right(revenue=2700 if before else 1400),), clean=True))


@pytest.mark.parametrize(("vat", "cells"), [("10", []), ("0", ["E4"])])
def test_an_expense_without_vat_is_asked_about_where_others_say_zero(
    vat: str, cells: list[str]
) -> None:
    book = (
        "# Dépenses\nDate | Libellé | Catégorie | Montant HT | TVA\n"
        f"02/03/2020 | Train | Déplacements | 100 | {vat}\n"
        "03/03/2020 | Hôtel | Déplacements | 100 | 10\n04/03/2020 | Taxi | Déplacements | 50 |\n"
        "05/03/2020 | Loyer | Loyer | 300 | 60"
    )
    said = outcome_of(sheets(book)).doubts
    assert [place.cell for what, place in said if what.startswith("cellule-omise")] == cells
