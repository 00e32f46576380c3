"""Workbooks written for a test, as a person would fill them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

if TYPE_CHECKING:
    from pathlib import Path

DAYS = ("Date", "Client", "Jours", "TJM", "Montant HT")
FEES = ("Date", "Client", "Prestation", "Montant HT")
EXPENSES = ("Date", "Libellé", "Catégorie", "Montant HT", "Durée d’amortissement")

Rows = list[tuple[Any, ...]]


def folder(root: Path, sheets: dict[str, Rows], settings: str = "", name: str = "livres") -> Path:
    """Write a folder of books with one workbook; the first row of a sheet is its header."""
    (root / "data").mkdir(parents=True, exist_ok=True)
    (root / "bilan.toml").write_text(settings, encoding="utf-8")
    workbook(root / "data" / f"{name}.xlsx", sheets)
    return root


def workbook(path: Path, sheets: dict[str, Rows]) -> None:
    """Write a workbook; the first row of a sheet is its header."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
