"""Workbooks written for a test, as a person would fill them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.books.sheets import Cell, Sheet, xlsx

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
    """Write a workbook; the first row of a sheet is its header, « =A1 » a formula not computed."""
    path.write_bytes(
        xlsx(
            {
                title: Sheet(rows=[tuple(map(_cell, row)) for row in rows])
                for title, rows in sheets.items()
            }
        )
    )


def _cell(value: Any) -> Any:
    return Cell(formula=value[1:]) if isinstance(value, str) and value.startswith("=") else value
