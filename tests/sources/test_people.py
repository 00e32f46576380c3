"""The sheet of one person, as its owner says: her days are hers, whatever shape they have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from reporter.books import load
from reporter.settings.reading import Rules
from reporter.sources.reading import read
from tests.books.sheets import write
from tests.books.small import Small, doubted, judge, ordinary, refused, sheets, small

if TYPE_CHECKING:
    from pathlib import Path

ANNE = '[colonnes]\n"Anne" = "Intervenant"\n'
GRID = "Client | TJM | " + " | ".join(map(str, range(1, 32))) + "\nPonant | 700 | | 1 | 1"
LISTED = "Date | Client | Jours | TJM\n02/03/2020 | Ponant | 1 | 700\n03/03/2020 | Ponant | 1 | 700"
SHAPES = {
    "Anne": f"{LISTED}\nTotal | | 2 |",
    "Jours Anne 2020": LISTED,
    "CRA Anne mars 2020": GRID,
    "Anne - Jours": "Client | TJM | Mars 2020 | Avril 2020\nPonant | 700 | 2 |",
}


@pytest.mark.parametrize("name", SHAPES)
def test_her_days_are_hers(name: str, tmp_path: Path) -> None:
    write(tmp_path, sheets(f"# {name}\n{SHAPES[name]}"))
    days = read(tmp_path, Rules(words={"Anne": "Intervenant"})).activity.days
    assert {line.worker for line in days} == {"Anne"}
    assert sum(line.days for line in days) == 2


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("Anne.xlsx/Mars 2020", "Anne"),
        ("CRA Anne 2020.xlsx/Mars 2020", "Anne"),
        ("Anne et Bruno.xlsx/Mars 2020", ""),
        ("Anne.xlsx/CRA Bruno mars 2020", "Bruno"),
    ],
)
@pytest.mark.parametrize("text", [GRID, LISTED])
def test_so_are_those_of_her_file(name: str, who: str, text: str, tmp_path: Path) -> None:
    write(tmp_path, {name: next(iter(sheets(f"# Mars 2020\n{text}").values()))})
    words = {"Anne": "Intervenant", "Bruno": "Intervenant"}
    assert {line.worker for line in read(tmp_path, Rules(words=words)).activity.days} == {who}


@pytest.mark.parametrize(
    ("lists", "settings", "told"),
    [
        ({"Anne": LISTED, "Bruno": LISTED.replace("| 1 |", "| 0.5 |")}, "", True),
        ({"Anne": LISTED, "Anne (suite)": LISTED.replace("| 1 |", "| 0.5 |")}, ANNE, False),
        ({"Anne": f"{LISTED}\n02/03/2020 | Iode | 1 | 700"}, "", False),
    ],
)
def test_two_sheets_of_one_day_ask_who_worked(
    lists: dict[str, str], settings: str, told: bool, tmp_path: Path
) -> None:
    book = {f"CRA {name}.xlsx/Mars 2020": f"# Mars 2020\n{text}" for name, text in lists.items()}
    write(tmp_path, {name: next(iter(sheets(text).values())) for name, text in book.items()})
    (tmp_path / "bilan.toml").write_text(settings, "utf-8")
    found = [it for it in load(tmp_path).doubtful(date(2021, 1, 5)) if it.code == "jour-double"]
    assert {"nommer les intervenants" in str(it.fix) for it in found} == {told}


def test_so_are_those_of_the_months_of_her_file(tmp_path: Path) -> None:
    months = SHAPES["Anne - Jours"]
    write(tmp_path, {"Anne.xlsx/Jours": next(iter(sheets(f"# Jours\n{months}").values()))})
    days = read(tmp_path, Rules(words={"Anne": "Intervenant"})).activity.days
    assert {line.worker for line in days} == {"Anne"}


FOUND = [
    ordinary(
        "two people on one day",
        f"# Anne\n{LISTED}\n# Bruno\n{LISTED}",
        settings=f'{ANNE}"Bruno" = "Intervenant"\n',
        days=4,
    ),
    ordinary(
        "a column says who worked, whatever the sheet is called",
        "# Jours Anne\nDate | Client | Jours | TJM | Intervenant\n"
        "02/03/2020 | Ponant | 1 | 700 | Bruno\n02/03/2020 | Ponant | 1 | 700 | Anne",
        settings=ANNE,
        days=2,
    ),
    small(
        "a name that is only a part of a word is nobody's",
        f"# Annecy\n{LISTED}",
        refused("Annecy!"),
        settings=ANNE,
    ),
]


@pytest.mark.parametrize("book", FOUND)
def test_whose_days_they_are(book: Small) -> None:
    judge(book)


TEAM = "Intervenant | Client | TJM | Mars 2020 | Avril 2020\n{} | Ponant | 700 | 8 | 9\n"
TEAM += "Bruno | Ponant | 700 | 18 | 19\n{} | {} | | 26 | 28"
TEAM_GRID = "Intervenant | Client | TJM | " + " | ".join(map(str, range(1, 32)))
TEAM_GRID += "\nAnne | Ponant | 700 | | 1 | 1\nBruno | Ponant | 700 | | 1 | 1\nTotal | | | | 2 | 2"


@pytest.mark.parametrize(
    ("name", "text", "days"),
    [
        ("Jours 2020", TEAM.format("Anne", "Total", ""), {"Anne": 17, "Bruno": 37}),
        ("Jours 2020", TEAM.format("Anne", "", "Total"), {"Anne": 17, "Bruno": 37}),
        ("CRA mars 2020", TEAM_GRID, {"Anne": 2, "Bruno": 2}),
    ],
)
def test_a_column_says_who_worked_in_a_table_by_month_or_by_day(
    name: str, text: str, days: dict[str, int], tmp_path: Path
) -> None:
    write(tmp_path, sheets(f"# {name}\n{text}"))
    found = read(tmp_path, Rules())
    own = {who: [it.days for it in found.activity.days if it.worker == who] for who in days}
    assert {who: sum(its) for who, its in own.items()} == days
    assert {it.code for it in found.doubts} <= {"total"}


@pytest.mark.parametrize(
    "book",
    [
        small(
            "a total of one client",
            f"# Jours 2020\n{TEAM.format('Anne', 'Total', 'Ponant').replace('28', '29')}",
            refused("E4"),
        ),
        small("nobody", f"# Jours 2020\n{TEAM.format('annulé', 'Total', '')}", doubted("B2", "A2")),
        small("twice", f"# Jours 2020\n{TEAM.format('Bruno', 'Total', '')}", doubted("D3", "B3")),
    ],
)
def test_who_worked_is_heard_in_a_table_by_month(book: Small) -> None:
    judge(book)
