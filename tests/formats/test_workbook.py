"""The accountant's workbook: typed cells, live totals, nothing that runs by itself."""

from __future__ import annotations

import subprocess
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

import reporter
from reporter.accounting.pack import Pack, pack
from reporter.books import load
from reporter.formats.pack import workbook
from tests.accounting.packs import pack_of
from tests.builders import day, expense, fee

ROOT = Path(reporter.__file__).parent.parent
SHEETS = ["Synthèse", "Ventes", "Achats", "Immobilisations", "TVA", "Encours", "Contrôles"]
ERRORS = ("#DIV", "#N", "#REF", "#VAL", "#NAME", "Err:")


def opened(made: Pack) -> Workbook:
    (data,) = workbook.render(made).values()
    return load_workbook(BytesIO(data))


def example(year: int = 2020) -> Pack:
    books = load(ROOT)
    return pack(books.activity, books.measure(year))


def test_the_seven_sheets_and_their_furniture() -> None:
    book = opened(example())
    assert book.sheetnames == SHEETS
    for name in ("Ventes", "Achats", "Immobilisations", "TVA", "Encours"):
        sheet = book[name]
        assert sheet.freeze_panes == "C6"
        assert sheet.print_area
        (first, *_) = sheet.tables.values()
        assert first.autoFilter is not None
        headings = [cell.value for cell in sheet[5] if cell.value]
        assert [column.name for column in first.tableColumns] == headings


def test_cells_are_dates_and_numbers_with_formats_and_totals_are_formulas() -> None:
    sheet = opened(example())["Ventes"]
    headings = [cell.value for cell in sheet[5]]
    date, net = headings.index("Date"), headings.index("Montant HT")
    for row in sheet.iter_rows(min_row=6):
        assert isinstance(row[date].value, datetime)
        assert isinstance(row[net].value, int | float)
        assert row[net].number_format == '#,##0.00\\ "€"'
    totals = {heading: cell.value for heading, cell in zip(headings, sheet[4], strict=True)}
    summed = {heading: formula for heading, formula in totals.items() if formula}
    assert summed == {
        "Date": "Total",
        "Jours": "=SUM($F$6:$F$48)",
        "Montant HT": "=SUM($H$6:$H$48)",
        "TVA": "=SUM($J$6:$J$48)",
        "Montant TTC": "=SUM($K$6:$K$48)",
    }


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "#N/A"])
def test_a_text_never_runs(text: str) -> None:
    made = pack_of(
        2020,
        fee("2020-03-31", "1", text, invoice=text, service=text, vat=Decimal(0)),
        expense(
            "2020-03-31", "1", supplier=text, label=text, account="627", receipt=text,
            vat=Decimal(0),
        ),
        settings=f"[publication]\nauteur = '{text}'\n",
    )  # fmt: skip
    book = opened(made)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    written = [cell for cell in cells if cell.value == text]
    assert len(written) == 6
    assert {cell.data_type for cell in written} == {"s"}
    assert {cell.quotePrefix for cell in written} == {text != "#N/A"}


def test_characters_that_a_workbook_cannot_hold_are_blanked() -> None:
    line = fee("2020-03-31", "1", "a\x00\x08b", invoice="F", vat=Decimal(0))
    assert opened(pack_of(2020, line))["Ventes"]["C6"].value == "a  b"


def test_the_same_year_gives_the_same_bytes() -> None:
    first, second = (workbook.render(example()) for _ in range(2))
    assert first == second


def test_sheets_without_lines_hold_together() -> None:
    book = opened(pack_of(2020, fee("2020-03-31", "1", "N", invoice="F", vat=Decimal(0))))
    assert book.sheetnames == SHEETS
    assert not book["Achats"].tables
    assert book["Encours"]["A2"].value.startswith("Aucune vente de l’exercice n’a de date")
    assert [cell.value for cell in book["Encours"][4] if cell.value] == []


Cells = dict[str, list[list[Any]]]


def recomputed(packs: list[Pack], folder: Path) -> list[Cells]:
    """Return the cells of the sheets of each workbook as LibreOffice computes them."""
    for pack_ in packs:
        for name, data in workbook.render(pack_).items():
            (folder / name).write_bytes(data)
    paths = sorted(folder.glob("*.xlsx"))
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder / "out"), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    books = [load_workbook(folder / "out" / path.name, data_only=True) for path in paths]
    return [
        {sheet.title: [[c.value for c in row] for row in sheet.iter_rows()] for sheet in book}
        for book in books
    ]


def total(cells: Cells, sheet: str, column: str) -> Decimal:
    rows = cells[sheet]
    return Decimal(str(rows[3][rows[4].index(column)]))


def holds_together(made: Pack, cells: Cells) -> None:
    """No error, and the totals of the sheets are those of the report and of the entries."""
    texts = [c for rows in cells.values() for row in rows for c in row if isinstance(c, str)]
    assert [text for text in texts if text.startswith(ERRORS)] == []
    figures, totals = made.bilan.figures, made.totals
    assert cells["Contrôles"][2][1] == "Tout concorde"
    assert [row[5] for row in cells["Contrôles"][5:16]] == ["OK"] * 11
    assert total(cells, "Ventes", "Montant HT") == figures.revenue
    assert total(cells, "Ventes", "Jours") == figures.days
    assert total(cells, "Ventes", "TVA") == totals.vat_collected
    assert total(cells, "Achats", "TVA") == totals.vat_deductible + totals.vat_assets
    assert total(cells, "Achats", "Montant HT") == figures.charges + totals.assets
    assert total(cells, "Immobilisations", "Dotation de l’exercice") == figures.depreciation
    if made.unpaid is not None:
        assert total(cells, "Encours", "Reste dû TTC") == sum(u.due for u in made.unpaid)
    shown = {row[0]: row[1:4] for row in cells["Synthèse"][5:]}
    for label, figure in (
        ("Chiffre d’affaires", figures.revenue),
        ("Charges", figures.charges),
        ("Résultat avant impôts", figures.result_before_tax),
        ("Résultat après impôts", figures.result),
    ):
        assert round(Decimal(str(shown[label][0])), 2) == figure, label
    due = sum((row.due or 0) * (1 if row.side == "collected" else -1) for row in made.vat)
    net = [row[-1] for row in cells["TVA"] if row[0] == "Total"]
    assert [round(Decimal(str(value)), 2) for value in net] == [due]


def first_year() -> Pack:
    """Hostile names, a credit note, five rates, a year without another to compare."""
    return pack_of(
        2021,
        day("2021-03-31", "1", "700", "=1+1", invoice="F-1", vat=Decimal(140)),
        fee("2021-04-30", "-50", "-x", invoice="AV-1", vat=Decimal("-2.75")),
        fee("2021-05-31", "80", "@y", invoice="F-2", vat=Decimal(8)),
        fee("2021-06-30", "90", "+z", invoice="F-3", vat=Decimal(0)),
        fee("2021-07-31", "100", "w", invoice="F-4", vat=Decimal("2.1")),
        expense("2021-07-31", "60", "Restaurant", vat=Decimal("9.5")),
        settings='[tva]\nexigibilite = "debits"\n',
    )


@pytest.mark.external("soffice")
def test_libreoffice_recomputes_our_totals(tmp_path: Path) -> None:
    """Without an error cell, in the example and in a year that has everything odd."""
    packs = [example(), first_year()]
    known, odd = recomputed(packs, tmp_path)
    holds_together(packs[0], known)
    holds_together(packs[1], odd)
    assert known["Synthèse"][5][2] == 149980
    assert known["Synthèse"][5][3] == pytest.approx(-11954 / 149980)
    assert odd["Synthèse"][5][2:4] == ["n.\u00a0d.", "n.\u00a0d."]


@pytest.mark.parametrize(
    ("settings", "meaning"),
    [
        ("", "Article 219 du CGI, estimé sur le résultat des livres."),
        ("[exercice.2020]\nresultat = 3", "Article 219 du CGI, estimé sur le résultat des livres."),
        ("[exercice.2020]\nimpot = 3", "Article 219 du CGI, de l’expert-comptable."),
        ('impot = "aucun"', "La société ne le paie pas."),
    ],
)
def test_the_summary_says_where_the_tax_comes_from(settings: str, meaning: str) -> None:
    line = fee("2020-03-31", "1", "N", invoice="F", vat=Decimal(0))
    rows = opened(pack_of(2020, line, settings=settings + "\n"))["Synthèse"].iter_rows()
    (said,) = [row[4].value for row in rows if row[0].value == "Impôt sur les sociétés"]
    assert said == meaning
