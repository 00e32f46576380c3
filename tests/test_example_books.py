"""The example books are files that a person can open, and every line of the house reads."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

import reporter
from reporter.books import load

ROOT = Path(reporter.__file__).parent.parent
WORKBOOKS = sorted((ROOT / "data").glob("*.xlsx"))


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)
def test_a_workbook_has_typed_cells_and_a_frozen_header(path: Path) -> None:
    """Dates are dates and amounts are numbers, with formats; the header stays in sight."""
    for sheet in load_workbook(path).worksheets:
        assert sheet.freeze_panes == "A2"
        header = [cell.value for cell in sheet[1]]
        date, amount = header.index("Date"), header.index("Montant HT")
        for row in sheet.iter_rows(min_row=2):
            assert isinstance(row[date].value, datetime)
            assert isinstance(row[amount].value, int | float)
            assert row[amount].number_format != "General"


@pytest.mark.external("soffice")
def test_libreoffice_opens_and_saves_the_books_without_changing_a_line(tmp_path: Path) -> None:
    """What LibreOffice writes after opening them, in its own format, holds the same lines."""
    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / "bilan.toml", tmp_path)
    convert = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    convert += ["--convert-to", "xlsx", "--outdir", str(tmp_path / "data"), *map(str, WORKBOOKS)]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    assert len(list((tmp_path / "data").glob("*.xlsx"))) == len(WORKBOOKS)
    assert load(tmp_path).activity == load(ROOT).activity
