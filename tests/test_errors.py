from __future__ import annotations

import pytest

from reporter.errors import Place, column_letters


@pytest.mark.parametrize(
    ("place", "cell", "said"),
    [
        (Place("a.csv"), "", "a.csv"),
        (Place("a.csv", row=12), "ligne 12", "a.csv, ligne 12"),
        (Place("a.csv", row=1, column=1), "A1", "a.csv, cellule A1"),
        (Place("a.xlsx", "Jours", row=120, column=28), "AB120", "cellule AB120"),
        (Place("bilan.toml", key="exercice.conges"), "clé exercice.conges", "clé exercice.conges"),
        (Place("a.xlsx", words="exercice 2020"), "exercice 2020", "a.xlsx, exercice 2020"),
        (Place("a.xlsx", "Jours", "A2"), "A2", "feuille «\u00a0Jours\u00a0», cellule A2"),
    ],
)
def test_a_place_is_said_as_a_french_reader_finds_it(place: Place, cell: str, said: str) -> None:
    assert place.cell == cell
    assert str(place).endswith(said)


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_the_letters_of_a_column(column: int, letters: str) -> None:
    assert column_letters(column) == letters
