"""The hours that make a day may be a client's own, in a table, in a grid and in a tracker alike."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.sources.test_trackers import books, refusals

OWN = '[clients."Client B"]\nheures_par_jour = 8\n'
USUAL = f"[lecture]\nheures_par_jour = 7\n{OWN}"
LINES = "Date;Client;Heures;Taux horaire\n02/03/2020;Client A;14;100\n03/03/2020;client b;16;100\n"
BLANKS = ";" * 28
GRID = (
    f"Compte rendu mars 2020\nClient;TJM;{';'.join(map(str, range(1, 32)))};Total jours\n"
    f"Client A;700;7h;7h;{BLANKS};2\nClient B;800;8h;;{BLANKS};1\nTotal;;;;{BLANKS};3\n"
)


@pytest.mark.parametrize(("text", "days"), [(LINES, [2, 2]), (GRID, [1, 1, 1])])
def test_each_client_has_its_day(text: str, days: list[int], tmp_path: Path) -> None:
    found = books(tmp_path, {"jours.csv": text}, USUAL).activity.days
    assert [line.days for line in found] == days
    assert {line.client[-1].upper(): line.rate for line in found} == {"A": 700, "B": 800}


@pytest.mark.parametrize("text", [LINES, GRID])
def test_a_client_of_whom_nothing_is_said_is_asked_about(text: str, tmp_path: Path) -> None:
    said = refusals(tmp_path, {"jours.csv": text}, OWN)
    assert [it.partition(" ")[2] for it in said] == ["combien d’heures font un jour ?"]


def test_a_total_in_days_is_that_of_both(tmp_path: Path) -> None:
    text = GRID.replace(";3\n", ";3,14\n")
    said = refusals(tmp_path, {"jours.csv": text}, USUAL)
    assert [it.partition(" ")[2] for it in said] == ["total différent de la somme"]


def test_one_client_alone_needs_no_usual_day(tmp_path: Path) -> None:
    text = "Date;Client;Heures;TJM\n02/03/2020;Client B;4;800\n"
    (line,) = books(tmp_path, {"jours.csv": text}, OWN).activity.days
    assert (line.days, line.amount) == (Decimal("0.5"), 400)
