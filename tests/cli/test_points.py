"""How `bilan check` prints many points alike: once, with the key of all and of the first."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reporter.cli.points import MANY, doubtful, told
from reporter.errors import Doubt, Place, Words
from tests.cli.conftest import Bilan
from tests.cli.test_where_messages_lead import written


def _odd(rate: int) -> str:
    return f"tarif de {rate} €"


def _points(count: int, *, sheet: str = "Jours") -> list[tuple[Doubt, ...]]:
    return [
        (
            Doubt(
                "tarif-etrange",
                Words(_odd, (70 + row,)),
                Place("data/2020.xlsx", sheet, row=row, column=1),
                f"ligne {row}",
                "vérifier",
                dt.date(2020, 1, row),
            ),
        )
        for row in range(1, count + 1)
    ]


def test_few_points_alike_are_printed_one_by_one() -> None:
    said = list(doubtful(_points(MANY - 1)))
    assert len(said) == MANY - 1
    assert 'si c’est juste\u00a0: ignorer = ["tarif-etrange 03/01/2020"]' in said[2]


def test_many_points_alike_are_printed_once() -> None:
    (said,) = doubtful(_points(12))
    assert said.splitlines()[1:] == [
        (
            "  --> data/2020.xlsx, feuille «\u00a0Jours\u00a0», cellules A1, A2, A3, A4, A5, A6, A7"
            ", A8 et 4 autres"
        ),
        "   | ligne 1",
        "   | ligne 2",
        "   | ligne 3",
        "   | et 9 autres",
        "   = vérifier",
        (
            '   = si tout est juste\u00a0: ignorer = ["tarif-etrange"] ; d’un seul\u00a0: '
            '"tarif-etrange 01/01/2020"'
        ),
    ]


def test_a_point_of_many_lines_shows_the_first_and_counts_the_others() -> None:
    point = tuple(doubt for (doubt,) in _points(MANY + 3))
    shown = [line for line in told("doute", point).splitlines() if line.startswith("   | ")]
    assert shown == [*(f"   | ligne {row}" for row in range(1, MANY + 1)), "   | et 3 autres"]


@pytest.mark.parametrize("other", ["sheet", "rule"])
def test_those_of_another_sheet_or_rule_stand_apart(other: str) -> None:
    more = _points(MANY, sheet="2021" if other == "sheet" else "Jours")
    if other == "rule":
        more = [(doubt._replace(code="tarif-eloigne"),) for (doubt,) in more]
    assert len(list(doubtful([*_points(MANY), *more]))) == 2


DAYS = "Date;Client;Jours{};Machin\n0{n}/0{n}/2024;Ponant;1{};1{n}\n"


@pytest.mark.parametrize("priced", [True, False])
def test_what_each_file_has_is_said_once(bilan: Bilan, tmp_path: Path, *, priced: bool) -> None:
    texts = {
        f"jours {n}": DAYS.format(*((";TJM", ";500") if priced else ("", "")), n=n)
        for n in range(1, 4)
    }
    ran = bilan("check", "--dossier", written(tmp_path, "", **texts))
    said = (ran.out + ran.err).replace("\u00a0", " ")
    cell = "E1" if priced else "B2"
    assert f"data/jours 1.csv, cellule {cell} ; et 2 autres fichiers" in said
    assert said.count("cellule") == (1 + 3 if priced else 1)  # each column left stands in a table


def test_files_that_are_no_books_are_each_named(bilan: Bilan, tmp_path: Path) -> None:
    books = written(
        tmp_path, "", jours1="Bonjour;vous\nun;deux\n", jours2="Bonjour;vous\nun;deux\n"
    )
    ran = bilan("check", "--dossier", books)
    assert "data/jours1.csv" in ran.err
    assert "data/jours2.csv" in ran.err
