"""The books of a firm whose people are told apart, for docs/INTERVENANTS.md and its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workbooks import EXPENSES, Rows, folder

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """
[societe]
nom = "Atelier Trois"

[intervenants."Anne"]
temps = "80 %"

[intervenants."Bruno"]
depart = 2020-05-15

[intervenants."Chloé"]
arrivee = 2020-03-02
conges = 30
"""
HEAD = ("Date", "Client", "Intervenant", "Jours", "TJM")
PEOPLE = {"Anne": (12, 720), "Bruno": (14, 650), "Chloé": (15, 600)}


def books(root: Path, *, settings: str = SETTINGS) -> Path:
    """Write two years of three people: one at four days a week, one who leaves, one who comes."""
    lines: Rows = [
        (f"28/{month:02}/{year}", "Port Franc", name, days, rate)
        for year in (2019, 2020)
        for name, (days, rate) in PEOPLE.items()
        for month in range(1, 13)
        if not (name == "Bruno" and (year, month) > (2020, 5))
        if not (name == "Chloé" and (year, month) < (2020, 3))
        if month != 8  # August
    ]
    rent = [(f"02/01/{year}", "Loyer", "Loyer", 9000, None) for year in (2019, 2020)]
    return folder(root, {"Jours": [HEAD, *lines], "Dépenses": [EXPENSES, *rent]}, settings)
