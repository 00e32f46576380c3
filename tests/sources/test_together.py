"""What lines are doubted of beside others: where the name of their sheet tells more of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reporter.sources.reading import read
from reporter.sources.together import out_of_order
from tests.books.sheets import write
from tests.books.small import sheets
from tests.builders import fee

if TYPE_CHECKING:
    from pathlib import Path

LATE = ("2021-11-10", "2021-12-10", "2021-01-08")
"""A day of January, typed with the year that ended."""


@pytest.mark.parametrize(
    ("first", "year", "told"),
    [(LATE[0], 2020, 1), (LATE[0], 2021, 0), ("2020-11-10", 2020, 0), ("2020-11-10", 2019, 1)],
)
def test_a_sheet_is_named_for_the_year_of_one_line_in_three(
    first: str, year: int, told: int
) -> None:
    lines = [fee(when, f"{100 + 7 * n}") for n, when in enumerate((first, *LATE[1:]))]
    found = [it.code for it in out_of_order(lines, {year})]
    assert found == ["autre-annee"] * told


@pytest.mark.parametrize(("file", "told"), [("livres", []), ("2020", ["autre-annee"])])
def test_a_sheet_whose_file_names_another_year_is_named_for_none(
    file: str, told: list[str], tmp_path: Path
) -> None:
    rows = "\n".join(
        f"{when[8:]}/{when[5:7]}/{when[:4]} | A | Audit | {100 + 7 * n}"
        for n, when in enumerate(LATE)
    )
    book = sheets(f"# Forfaits 2021\nDate | Client | Prestation | Montant HT\n{rows}")
    write(tmp_path, {f"{file}.xlsx/Forfaits 2021": book["Forfaits 2021"]})
    assert [it.code for it in read(tmp_path).doubts] == told
