"""A table whose time runs down, a client for each column, is read as its mirror is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, doubted, judge, ordinary, refused, sheets, small
from tests.sources.test_signs_shown import books, said

if TYPE_CHECKING:
    from pathlib import Path

RATES = "# Missions\nClient | TJM\nPonant | 700\nAlizé | 800\n"
DAYS = f"{RATES}# Jours 2020\n"
SALES = "# CA par client 2020\nMois | Ponant | Alizé | Total\n"
MARCH = "\n".join(
    f"{day} | {'1' if day in (2, 3) else ''} | {'x' if day == 4 else ''}" for day in range(1, 32)
)
EVERY_DAY = [f"{day:02}/03/2020 | {'1' if day == 3 else ''} |" for day in range(2, 30)]


def test_each_cell_keeps_its_own_address(tmp_path: Path) -> None:
    found = books(
        tmp_path,
        f"{SALES}Janvier | 1000 | 300 | 1300\nFévrier | | 500 | 500\nTotal | 1000 | 800 | 1800",
    )
    assert [(it.client, it.date.month, it.amount, it.place.cell) for it in found.activity.fees] == [
        ("Ponant", 1, 1000, "B2"), ("Alizé", 1, 300, "C2"), ("Alizé", 2, 500, "C3"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "mistake"),
    [("~500~", "ligne barrée"), ('500 {0" k€"}', "montant en milliers d’euros")],
)
def test_what_the_file_says_of_a_cell_follows_it(cell: str, mistake: str, tmp_path: Path) -> None:
    assert ("B3", mistake) in said(
        tmp_path, f"{SALES}Janvier | 1000 | 300 | 1300\nFévrier | {cell} | | 500"
    )


def test_one_name_alone_may_be_anything(tmp_path: Path) -> None:
    found = said(tmp_path, "# Jours 2020\nDate | Passé\n02/03/2020 | 1\n03/03/2020 | 1")
    assert [what for _, what in found] == ["des clients en colonnes ?"]


CROSSED = (
    "Date | Ponant | Alizé\n05/02/2020 | 1 |\n06/02/2020 | | 1\n10/02/2020 | 1 |\n11/02/2020 | 1"
)
PRICES = "# Missions\nClient | TJM\nPonant | 700\nAlizé | 600"


@pytest.mark.parametrize(
    ("was", "now", "cell"),
    [
        ("06/02/2020", "02/06/2020", "A3"),
        ("10/02/2020", "02/10/2020", "A4"),
        ("06/02/2020", "05/02/2020", "A3"),
        ("10/02/2020", "31/02/2020", "A4"),
        ("11/02/2020", "11/02/2019", "A5"),
        ("\n10/", "\nDate | Ponant | Alizé\n10/", "A4"),
        ("11/02/2020 | 1", "11/02/2020 | 1\n | 3 | 1", "A6"),
    ],
)
def test_a_date_out_of_order_beside_clients_is_named(
    was: str, now: str, cell: str, tmp_path: Path
) -> None:
    text = f"# Jours 2020\n{CROSSED.replace(was, now)}"
    what = "des clients en colonnes, et une date hors de l’ordre ?"
    assert said(tmp_path, f"{text}\n{PRICES}") == [(cell, what)]


def test_the_first_day_of_another_year_than_its_sheet_is_asked_about(tmp_path: Path) -> None:
    for name, cells in (("Jours 2020", ["B2"]), ("Jours", []), ("Jours 2019-2020", [])):
        text = f"# {name}\n{CROSSED.replace('05/02/2020', '05/02/2019')}"
        seen = books(tmp_path, f"{text}\n{PRICES}").doubts
        assert [it.place.cell for it in seen if it.code == "autre-annee"] == cells


SHAPES = [
    ordinary(
        "days of each client, dates down, weekdays and totals beside",
        f"{DAYS}Date | Jour | Ponant | Alizé | Total\n02/03/2020 | lundi | 1 | | 1\n"
        "03/03/2020 | mardi | 0.5 | 0.5 | 1\n04/03/2020 | mercredi | CP | | \n"
        "Total mars | | 1.5 | 0.5 | 2\n01/04/2020 | mercredi | | x | 1\nTotal | | 1.5 | 1.5 | 3",
        days=3,
        revenue=2250,
    ),
    ordinary(
        "the rate of each client under its name",
        "# Jours 2020\nDate | Ponant | Alizé\nTJM | 600 | 650\n02/03/2020 | 1 |\n03/03/2020 | | 1",
        days=2,
        revenue=1250,
    ),
    ordinary(
        "the days of a month by their number",
        f"{RATES}# CRA mars 2020\nJour | Ponant | Alizé\n{MARCH}\nTotal | 2 | 1",
        days=3,
    ),
    ordinary(
        "the days of a month down, the months across",
        f"{RATES}# CRA 2020\nClient : Ponant\nJour | Janvier | Février | Mars\n"
        + "\n".join(f"{day} | | {'1' if day == 6 else ''} |" for day in range(1, 32)),
        days=1,
    ),
    ordinary(
        "months down, days of each client, one of whom had none",
        f"{DAYS}Mois | Ponant | Alizé\nJanvier | 10 |\nFévrier | 8.5 |",
        days=18.5,
    ),
    ordinary(
        "months written short",
        f"{DAYS}Mois | Ponant | Alizé\njanv-20 | 10 | 1\nfévr-20 | 8 | 2",
        days=21,
    ),
    ordinary(
        "a column between two clients, left blank",
        f"{DAYS}Date | Ponant | | Alizé\n02/03/2020 | 1 | |\n03/03/2020 | | | 1",
        days=2,
    ),
    small(
        "numbers below the times, of no sum",
        f"{DAYS}Date | Ponant | Alizé\n02/03/2020 | 1 |\n03/03/2020 | | 1\nCongés | 2 | 3",
        refused("Jours 2020!"),
    ),
    ordinary(
        "the number of the week under its title",
        f"{DAYS}Date | Semaine | Ponant | Alizé\n02/03/2020 | 10 | 1 |\n09/03/2020 | 11 | | 1",
        days=2,
    ),
    ordinary(
        "a column of ones in January is days, and no week nor month",
        f"{DAYS}Date | Ponant | Alizé | Forge\n02/01/2020 | 1 | |\n03/01/2020 | 1 | |",
        days=2,
    ),
    ordinary(
        "a client who has a rate and no day",
        "# Jours 2020\nDate | Ponant | Alizé\nTJM | 600 | 650\n02/03/2020 | 1 |\n03/03/2020 | 1 |",
        days=2,
    ),
    small(
        "what is sold rather than to whom, across",
        "# CA 2020\nMois | Conseil | Audit\nJanvier | 1000 | 300\nFévrier | 700 | 500",
        refused("B1", "A1", "CA 2020!"),
    ),
    small(
        "amounts under days: the month may come first",
        "# CA par client\nDate | Ponant | Alizé\n01/01/2020 | 1000 | 300\n02/01/2020 | 700 | 500",
        refused("CA par client!"),
    ),
    ordinary(
        "a client over each of its missions",
        f"{DAYS} | Ponant | | Alizé |\nDate | Flux | Socle | Audit | Total\n"
        "02/03/2020 | 1 | | | 1\n03/03/2020 | | 0.5 | 0.5 | 1\nTotal | 1 | 0.5 | 0.5 | 2",
        days=2,
        revenue=1450,
    ),
    ordinary(
        "dates written after their weekday",
        f"{DAYS}Date | Ponant | Alizé\nlun. 02/03/2020 | 1 |\nmardi 03/03/2020 | | 1",
        days=2,
    ),
    small(
        "a date written after the weekday of another",
        f"{DAYS}Date | Ponant | Alizé\nlun. 02/03/2020 | 1 |\nlundi 03/03/2020 | | 1",
        refused("Jours 2020!"),
    ),
    small(
        "a weekday that is not that of its date",
        f"{DAYS}Date | Jour | Ponant | Alizé\n02/03/2020 | mardi | 1 |\n03/03/2020 | mardi | | 1",
        refused("Jours 2020!"),
    ),
    ordinary(
        "weeks across, by their Mondays",
        f"{DAYS}Client | 02/03/2020 | 09/03/2020 | 16/03/2020 | Total\nPonant | 5 | 4 | 2.5 | 11.5",
        days=11.5,
    ),
    ordinary(
        "weeks down",
        f"{DAYS}Lundi | Ponant | Alizé\n02/03/2020 | 5 |\n09/03/2020 | 3 | 2\n16/03/2020 | | 4",
        days=14,
    ),
    ordinary(
        "weeks but one",
        f"{DAYS}Client | 02/03/2020 | 09/03/2020 | 23/03/2020\nPonant | 5 | 4 | 2.5",
        days=11.5,
    ),
    small(
        "weeks of two days of the week",
        f"{DAYS}Client | 02/03/2020 | 09/03/2020 | 17/03/2020\nPonant | 5 | 4 | 2.5",
        refused("B2"),
    ),
    small(
        "more than a week in a week",
        f"{DAYS}Client | 02/03/2020 | 09/03/2020 | 16/03/2020\nPonant | 7 | 4 | 2.5",
        refused("B2"),
    ),
    small(
        "a week of two years",
        f"{DAYS}Client | 14/12/2020 | 21/12/2020 | 28/12/2020\nPonant | 5 | 4 | 2.5",
        refused("D2"),
    ),
    small(
        "weeks that no date tells",
        f"{DAYS}Client | S10 | S11 | S12\nPonant | 5 | 4 | 3",
        refused("B1"),
    ),
    small(
        "more than a day in a day",
        f"{DAYS}Date | Ponant | Alizé\n02/03/2020 | 7 |\n03/03/2020 | | 1",
        refused("B2"),
    ),
    small(
        "a total of a month that is not its sum",
        f"{DAYS}Date | Ponant | Alizé\n02/03/2020 | 1 |\n03/03/2020 | | 1\nTotal mars | 2 | 1\n"
        "01/04/2020 | 1 | ",
        refused("B4"),
    ),
    small(
        "the same client twice",
        f"{DAYS}Date | Ponant | Ponant\n02/03/2020 | 1 |\n03/03/2020 | | 1",
        *asked("C3", "C1"),
    ),
    small(
        "one day left out of all the others",
        f"{DAYS}Date | Ponant | Alizé\n" + "\n".join(it for it in EVERY_DAY if "17/03" not in it),
        *asked("A17"),
    ),
    small(
        "a number below the table",
        f"{DAYS}Date | Ponant | Alizé\n02/03/2020 | 1 |\n03/03/2020 | | 1\n\nSolde | 12",
        refused("*"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "is_list"),
    [
        (("24ème Rue", "Ponant"), True),
        (("A1", "B2"), True),
        (("Vega", "CP"), False),  # an absence among them
        (("Vega", "Vega"), False),  # one word, which may be a mark
        (("P", "C"), False),  # marks without their key
        (("9h30", "8h00"), False),
        (("Vega", "1"), False),
        (("2", "4"), False),
    ],
)
def test_a_column_of_words_is_that_of_a_list(
    cells: tuple[str, str], *, is_list: bool, tmp_path: Path
) -> None:
    """The answer is then about the titles, once, and not about the days of each cell."""
    one, two = cells
    lines = f"02/03/2020 | {one} | 1269.64\n03/03/2020 | {two} | 5582.53"
    found = said(tmp_path, f"# Jours\nFait le | Pour qui | Zorglub\n{lines}")
    whats = {what for _, what in found}
    assert (whats == {"feuille inconnue"}) is is_list
    assert ("nombre de jours illisible" in whats) is not is_list


BELOW = "# CRA Mars 2020\nClient | Ponant | Alizé | Total\nTJM | 700 | 800 |\n" + "\n".join(
    f"{day} | {'1' if day in (3, 4) else ''} | {'1' if day == 5 else ''} |" for day in range(1, 32)
)


@pytest.mark.parametrize("row", ["32 | 1 | |", "Pont | 1 | | 1"])
@pytest.mark.parametrize("total", ["", "\nTotal | 3 | 1 | 4"])
def test_a_row_that_is_no_day_is_told_among_its_days(row: str, total: str) -> None:
    found = outcome_of(sheets(f"{BELOW}\n{row}{total}"))
    assert found.is_refused or found.doubts


@pytest.mark.parametrize("book", SHAPES)
def test_its_cells_are_those_of_its_mirror(book: Small) -> None:
    judge(book)


NOTED = "Date | Ponant | Alizé | {title}\n02/03/2020 | 1 | | {one}\n03/03/2020 | 1 | | {two}\n"
NOTED += "04/03/2020 | | 1 | {three}\n05/03/2020 | | | grève\n06/03/2020 | 1 | | {four}"


@pytest.mark.parametrize(
    "book",
    [
        *(
            ordinary(
                title,
                DAYS + NOTED.format(title=title, one="sur site", two="", three="à Lyon", four=""),
                days=4,
            )
            for title in ("Commentaire", "Remarques", "Description")
        ),
        *(
            small(
                text,
                DAYS + NOTED.format(title="Note", one=text, two="", three="à Lyon", four=""),
                doubted("B2"),
            )
            for text in ("annulé", "non facturé", "en fait 2 jours", "on attend la signature")
        ),
        # among many that say what was done
        *(
            small(
                f"{text}, among others",
                DAYS + NOTED.format(title="Note", one="bilan", two="tri", three=text, four="plan"),
                doubted("C4"),
            )
            for text in ("annulé", "en fait 2 jours")
        ),
        small(
            "numbers",
            DAYS + NOTED.format(title="Note", one="3", two="", three="", four=""),
            refused("Jours 2020!"),
        ),
    ],
)
def test_a_column_of_remarks_among_clients_is_heard(book: Small) -> None:
    judge(book)
