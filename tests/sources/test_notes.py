"""The comments set on the cells of a workbook: heard at their cell, or about nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from reporter.sources.reading import read

if TYPE_CHECKING:
    from pathlib import Path

FEES = (
    ("Date", "Client", "Prestation", "Montant HT"),
    (date(2020, 1, 31), "Ponant", "Audit", 1000),
    (date(2020, 2, 28), "Alizé", "Site", 2500),
)
DAYS = (
    ("Date", "Client", "Jours", "TJM"),
    (date(2020, 1, 31), "Ponant", 3, 700),
    (date(2020, 2, 28), "Alizé", 4, 700),
)
SPENT = (
    ("Date", "Fournisseur", "Libellé", "Montant HT"),
    (date(2020, 1, 31), "Forge", "Papier", 40),
    (date(2020, 2, 28), "Alizé", "Fibre", 25),
)
KINDS = {"Forfaits": FEES, "Jours": DAYS, "Dépenses": SPENT}


def _told(tmp_path: Path, sheet: str, cell: str, note: str) -> list[tuple[str, str]]:
    book = Workbook()
    table = book.create_sheet(sheet)
    for row in KINDS[sheet]:
        table.append(list(row))
    table[cell].comment = Comment(note, "moi")
    (tmp_path / "data").mkdir()
    del book["Sheet"]
    book.save(tmp_path / "data" / "2020.xlsx")
    return [(doubt.code, doubt.place.cell) for doubt in read(tmp_path).doubts]


@pytest.mark.parametrize(
    ("sheet", "cell", "note"),
    [
        ("Forfaits", "D3", "annulé"),
        ("Forfaits", "B2", "Paul :\nfacture jamais émise"),
        ("Jours", "C3", "offerts"),
        ("Jours", "C3", "exercice 2019"),
        ("Jours", "A2", "voir avoir n° 3"),
        ("Dépenses", "D3", "à titre personnel"),
        ("Dépenses", "C2", "commande annulée"),
    ],
)
def test_a_note_that_undoes_its_line_is_a_doubt(
    tmp_path: Path, sheet: str, cell: str, note: str
) -> None:
    assert _told(tmp_path, sheet, cell, note) == [("remarque", cell)]


@pytest.mark.parametrize(
    ("sheet", "cell", "note"),
    [
        ("Forfaits", "D3", "payé le 3 avril"),
        ("Forfaits", "B1", "annulé = ne pas compter"),
        ("Jours", "C3", "en visio"),
        ("Jours", "C3", "exercice 2020"),
        ("Jours", "B2", "bureau du client"),
        ("Dépenses", "D3", "justificatif dans le classeur"),
    ],
)
def test_a_note_about_nothing_says_nothing(
    tmp_path: Path, sheet: str, cell: str, note: str
) -> None:
    assert _told(tmp_path, sheet, cell, note) == []


def test_a_note_changes_no_figure(tmp_path: Path) -> None:
    _told(tmp_path, "Forfaits", "D3", "annulé")
    assert sum(fee.amount for fee in read(tmp_path).activity.fees) == Decimal(3500)
