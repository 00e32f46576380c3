"""The accountant's workbook: typed cells, live totals, nothing that runs by itself."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

import reporter
from reporter.accounting.pack import Pack, pack
from reporter.books import load
from reporter.formats.pack import workbook
from reporter.formats.pack.workbook.formulas import Values
from tests.accounting.packs import COMPANY, pack_of
from tests.builders import day, expense, fee
from tests.examples import BENCH

ROOT = Path(reporter.__file__).parent.parent
LINES = ["Ventes", "Achats", "Autres exercices"]
SHEETS = ["Synthèse", *LINES, "Immobilisations", "Amortissements", "TVA", "CA3", "Encours"]
SHEETS += ["Notes de frais", "DAS2", "Clôture", "Contrôles"]
ERRORS = ("#DIV", "#N", "#REF", "#VAL", "#NAME", "Err:")


def opened(made: Pack) -> Workbook:
    return load_workbook(BytesIO(bytes_of(made)))


def bytes_of(made: Pack) -> bytes:
    """Return a workbook, that of the example written once."""
    return of_the_example() if made is example() else written(made)


def written(made: Pack) -> bytes:
    (data,) = workbook.render(made).values()
    return data


@cache
def of_the_example() -> bytes:
    return written(example())


@cache
def example() -> Pack:
    books = load(ROOT)
    return pack(books.activity, books.measure(2020))


def test_the_thirteen_sheets_and_their_furniture() -> None:
    book = opened(example())
    assert book.sheetnames == SHEETS
    assert {sheet.print_title_rows for sheet in book} == {"$5:$5"}
    last = max(cell.row for cell in book["Synthèse"]["A"] if cell.value)
    assert book["Synthèse"].print_area == f"'Synthèse'!$A$1:$E${last}"
    assert {(it.page_setup.fitToWidth, it.page_setup.fitToHeight) for it in book} == {(1, 0)}
    for name in SHEETS[1:7]:
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
        "Jours": "=SUM($F$6:$F$248)",
        "Montant HT": "=SUM($H$6:$H$248)",
        "TVA": "=SUM($J$6:$J$248)",
        "Montant TTC": "=SUM($K$6:$K$248)",
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


def test_each_total_leads_to_the_rows_that_it_adds_up() -> None:
    """Those of a sheet, of the summary and of the controls; each place of a link exists."""
    book = opened(example())
    links = {
        f"{sheet.title} {cell.coordinate}": cell.hyperlink.location
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink and cell.hyperlink.location
    }
    assert links["Ventes H4"] == "'Ventes'!H6:H48"
    assert links["Synthèse B6"] == links["Ventes H4"] == links["Contrôles B6"]
    assert links["Synthèse B9"] == links["Ventes F4"], "the days"
    assert links["Contrôles B11"] == "'Synthèse'!B13", "the result is no sum of rows"
    for place, location in links.items():
        sheet, _, cells = location.rpartition("!")
        found = book[sheet.strip("'")][cells]
        rows = found if isinstance(found, tuple) else ((found,),)
        name, _, cell = place.rpartition(" ")
        total = book[name][cell]
        assert len(rows) >= 1
        assert total.font.underline == "single"
        assert str(total.value).startswith("=")


def test_the_rows_behind_a_total_add_up_to_it() -> None:
    book = opened(example())
    where = book["Synthèse"]["B6"].hyperlink.location.rpartition("!")[2]
    amounts = [Decimal(str(cell.value)) for (cell,) in book["Ventes"][where]]
    assert sum(amounts) == example().bilan.figures.revenue


def test_the_same_year_gives_the_same_bytes() -> None:
    books = load(ROOT)
    assert written(pack(books.activity, books.measure(2020))) == of_the_example()


def test_sheets_without_lines_hold_together() -> None:
    book = opened(pack_of(2020, fee("2020-03-31", "1", "N", invoice="F", vat=Decimal(0))))
    assert book.sheetnames == SHEETS
    assert not book["Achats"].tables
    assert book["Encours"]["A2"].value.startswith("Aucune vente de l’exercice n’a de date")
    assert [cell.value for cell in book["Encours"][4] if cell.value] == []


@pytest.mark.parametrize(("last", "said"), [("31/10/2020", True), ("31/12/2020", False)])
def test_the_unpaid_say_where_statements_end(tmp_path: Path, last: str, said: bool) -> None:
    (tmp_path / "data" / "banque").mkdir(parents=True)
    (tmp_path / "bilan.toml").write_text(COMPANY, encoding="utf-8")
    (tmp_path / "data" / "forfaits.csv").write_text(
        "Date;Client;Prestation;Montant HT;Facture;Taux TVA\n"
        "31/01/2020;Ponant;Audit;1000;F-1;20 %\n30/11/2020;Ponant;Audit;900;F-2;20 %\n",
        encoding="utf-8",
    )
    (tmp_path / "data" / "banque" / "a.csv").write_text(
        f"Date;Libellé;Montant\n15/02/2020;VIR PONANT FACTURE F-1;1200,00\n{last};CB PAIN;-3,00\n",
        encoding="utf-8",
    )
    books = load(tmp_path)
    note = opened(pack(books.activity, books.measure(2020)))["Encours"]["A2"].value
    assert (f"jusqu’au {last}\u00a0: une facture payée depuis" in note) is said


Cells = dict[str, list[list[Any]]]


@pytest.fixture(scope="module")
def recomputed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Cells]:
    """Return the cells of workbooks as LibreOffice computes them, started once for all of them.

    Openpyxl leaves no value when it saves them.
    """
    folder = tmp_path_factory.mktemp("libreoffice")
    books = {
        "example": opened(example()),
        "first year": opened(first_year()),
        "everything": opened(everything()),
        "corrected": corrected(),
        "longer": longer(),
    }
    for name, book in books.items():
        book.save(folder / f"{name}.xlsx")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder / "out")]
    command += [str(folder / f"{name}.xlsx") for name in books]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    paths = {name: folder / "out" / f"{name}.xlsx" for name in books}
    return {name: cells_of(load_workbook(path, data_only=True)) for name, path in paths.items()}


def cells_of(book: Workbook) -> Cells:
    return {sheet.title: [[c.value for c in row] for row in sheet.iter_rows()] for sheet in book}


def shown(made: Pack) -> Cells:
    """Return the cells of a workbook as a program that computes nothing shows them."""
    return cells_of(load_workbook(BytesIO(bytes_of(made)), data_only=True))


def total(cells: Cells, sheet: str, column: str) -> Decimal:
    rows = cells[sheet]
    return Decimal(str(rows[3][rows[4].index(column)]))


def holds_together(made: Pack, cells: Cells) -> None:
    """No error, and the totals of the sheets are those of the report and of the entries."""
    texts = [c for rows in cells.values() for row in rows for c in row if isinstance(c, str)]
    assert [text for text in texts if text.startswith(ERRORS)] == []
    figures, totals = made.bilan.figures, made.totals
    assert cells["Contrôles"][2][1] == "Tout concorde"
    assert {row[5] for row in cells["Contrôles"][5:17]} == {"OK"}
    lost = total(cells, "Achats", "TVA non déductible")
    assert total(cells, "Ventes", "Montant HT") == figures.revenue
    assert total(cells, "Ventes", "Jours") == figures.days
    assert total(cells, "Ventes", "TVA") == totals.vat_collected
    assert total(cells, "Achats", "TVA") - lost == totals.vat_deductible + totals.vat_assets
    assert total(cells, "Achats", "Montant HT") == figures.charges + totals.assets
    assert lost == made.lost
    assert total(cells, "Immobilisations", "Dotation de l’exercice") == figures.depreciation
    if made.unpaid is not None:
        assert total(cells, "Encours", "Reste dû TTC") == sum(u.due for u in made.unpaid)
    said = {row[0]: row[1:4] for row in cells["Synthèse"][5:]}
    for label, figure in (
        ("Chiffre d’affaires", figures.revenue),
        ("Charges", figures.charges + lost),
        ("Résultat avant impôts", figures.result_before_tax - lost),
    ):
        assert round(Decimal(str(said[label][0])), 2) == figure, label
    due = sum((row.due or 0) * (1 if row.side == "collected" else -1) for row in made.vat)
    net = [row[-1] for row in cells["CA3"] if row[0] == "Total"]
    assert [round(Decimal(str(value)), 2) for value in net] == [due]


def different(ours: Cells, theirs: Cells) -> list[tuple[Any, ...]]:
    """Return the cells whose value beside the formula is not the one that is computed."""
    found = []
    for sheet, rows in ours.items():
        for number, row in enumerate(rows):
            other = theirs[sheet][number] if number < len(theirs[sheet]) else []
            for column, value in enumerate(row):
                computed_ = other[column] if column < len(other) else None
                if isinstance(value, int | float) and isinstance(computed_, int | float):
                    same = abs(value - computed_) < 1e-6
                else:
                    same = (value or None) == (computed_ or None)
                if not same:
                    found.append((sheet, number + 1, column + 1, value, computed_))
    return found


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


def everything() -> Pack:
    """A car, travel, services abroad, a deposit, an invoice of two years, periods, the owner."""
    rate, paid = Decimal("0.2"), date(2020, 4, 2)
    return pack_of(
        2020,
        fee("2019-12-20", "500", "N", invoice="F-0", vat_rate=rate, paid=date(2020, 1, 9)),
        fee("2020-03-31", "33.33", "N", invoice="F-1", vat_rate=rate, paid=paid),
        fee("2020-03-31", "33.33", "N", invoice="F-1", vat_rate=rate),
        fee("2020-12-31", "700", "N", invoice="F-2", vat_rate=rate, invoiced=date(2021, 1, 5)),
        fee("2021-01-31", "900", "M", invoice="F-3", vat_rate=rate, paid=date(2020, 12, 1)),
        fee("2020-06-30", "800", "O", invoice="F-4", country="IE"),
        fee("2020-07-31", "85", "P", invoice="F-5", vat_rate=Decimal("0.085"), paid=paid),
        expense("2020-02-01", "15000", "Voiture", lifetime=Decimal(5), vat_rate=rate, paid=paid),
        expense("2020-02-01", "90", "Train", vat_rate=Decimal("0.1"), payer="moi"),
        expense("2020-02-01", "100", "Cloud", country="US", paid=paid),
        expense("2020-07-01", "365", "Assurance", start=date(2020, 7, 1), end=date(2021, 6, 30)),
        expense("2020-03-31", "60", "Restaurant", vat=Decimal("9.5"), paid=paid),
        with_adjustments=True,
        with_opening=True,
    )


@pytest.mark.external("soffice")
def test_libreoffice_recomputes_our_totals(recomputed: dict[str, Cells]) -> None:
    """Without an error cell, in the example and in a year that has everything odd."""
    packs = [example(), first_year()]
    known, odd, full = (recomputed[name] for name in ("example", "first year", "everything"))
    assert different(shown(everything()), full) == []
    assert full["Contrôles"][2][1] == "Tout concorde"
    holds_together(packs[0], known)
    holds_together(packs[1], odd)
    for made, cells in zip(packs, (known, odd), strict=True):
        assert different(shown(made), cells) == []
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


def test_a_year_under_way_is_compared_with_no_whole_year() -> None:
    lines = [
        fee(f"{year}-03-31", "9", "N", invoice=f"F{year}", vat=Decimal(0)) for year in (2019, 2020)
    ]
    made = pack_of(2020, *lines)
    for one, change, said in (
        (made, 0, False),
        (replace(made, under_way=True), "n.\u00a0d.", True),
    ):
        cells = shown(one)["Synthèse"]
        assert cells[5][:4] == ["Chiffre d’affaires", 9, 9, change]
        assert ("en cours" in cells[1][0]) is said


def test_every_formula_has_its_value_beside_it() -> None:
    """In a protected view, in mail, on a phone and in pandas, nothing is blank."""
    for made in (example(), first_year()):
        book, cells = opened(made), shown(made)
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        value = cells[sheet.title][(cell.row or 1) - 1][(cell.column or 1) - 1]
                        assert value is not None or cell.value == '=""', cell.coordinate
        assert cells["Contrôles"][2][1] == "Tout concorde"


def test_other_readers_see_the_values(tmp_path: Path) -> None:
    import pandas as pd
    from python_calamine import CalamineWorkbook

    data = of_the_example()
    (tmp_path / "a.xlsx").write_bytes(data)
    rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_name("Synthèse").to_python()
    assert rows[5][:2] == ["Chiffre d’affaires", 138026.0]
    frame = pd.read_excel(
        tmp_path / "a.xlsx", sheet_name="Synthèse", header=None, engine="openpyxl"
    )
    assert frame.iloc[5, 1] == 138026
    due = load_workbook(BytesIO(data), data_only=True)["Ventes"]["O6"].value
    assert isinstance(due, datetime)


SOLD = (
    fee("2020-03-31", "33.33", "N", invoice="F-1", vat_rate=Decimal("0.2"), paid=date(2020, 4, 2)),
    fee("2020-03-31", "33.33", "N", invoice="F-1", vat_rate=Decimal("0.2"), paid=date(2020, 4, 2)),
    fee("2020-05-31", "80000", "M", invoice="F-2", vat_rate=Decimal("0.2")),
)
BOUGHT = (
    expense("2020-03-31", "500", "Loyer", vat_rate=Decimal("0.2"), paid=date(2020, 4, 1)),
    expense("2020-03-31", "100", "Train", vat_rate=Decimal("0.1"), paid=date(2020, 4, 1)),
)
SOLD_OFF = "Collectée sur cessions"
LATER = fee("2019-12-31", "900", "N", invoice="F-9", vat_rate=Decimal("0.2"), paid=date(2020, 1, 9))


def figures_of(cells: Cells) -> dict[str, Any]:
    """Return what follows from a sale: the summary, the VAT, the returns, what is owed."""
    return {
        "Synthèse": [(row[0], row[1]) for row in cells["Synthèse"][5:]],
        "TVA": [row[3:9] for row in cells["TVA"][5:]],
        "CA3": [row[1:] for row in cells["CA3"][5:17]],
        "Encours": [row[1:5] for row in cells["Encours"][5:]],
        "Ventes": [row[7:11] for row in cells["Ventes"][5:]],
    }


def corrected() -> Workbook:
    """Return a workbook in which its reader corrects two sales."""
    book = opened(pack_of(2020, LATER, *SOLD, *BOUGHT))
    sheet = book["Ventes"]
    assert [sheet.cell(row, 8).value for row in (6, 7, 8)] == [33.33, 33.33, 80000]
    sheet["H7"], sheet["H8"] = 50.01, 20000
    return book


def longer() -> Workbook:
    """Return a workbook in which its reader types a sale and a purchase beneath the others."""
    book = opened(pack_of(2020, LATER, *SOLD, *BOUGHT))
    sheet = book["Ventes"]
    sheet["A9"], sheet["D9"] = date(2020, 8, 31), "Forfait"
    sheet["H9"], sheet["I9"] = 1000, 0.2
    sheet["J9"], sheet["N9"] = 200, date(2020, 9, 15)
    bought = book["Achats"]
    bought["A8"], bought["D8"], bought["N8"] = date(2020, 8, 31), "Charge", date(2020, 10, 15)
    bought["G8"], bought["I8"] = 300, 60
    return book


@pytest.mark.external("soffice")
def test_a_corrected_sale_and_a_line_typed_beneath_are_followed_everywhere(
    recomputed: dict[str, Cells],
) -> None:
    """As in the pack of the corrected books: TTC, VAT, its month, the CA3, the IS, the encours."""
    changed = pack_of(
        2020, LATER, SOLD[0], replace(SOLD[1], amount=Decimal("50.01")),
        replace(SOLD[2], amount=Decimal(20000)), *BOUGHT,
    )  # fmt: skip
    assert different(figures_of(recomputed["corrected"]), figures_of(shown(changed))) == []
    before, typed = shown(pack_of(2020, LATER, *SOLD, *BOUGHT)), recomputed["longer"]
    assert typed["Synthèse"][5][1] - before["Synthèse"][5][1] == pytest.approx(1000)
    assert typed["CA3"][5 + 8][4] == 200
    assert [row[11] for row in typed["CA3"][5 + 7 : 5 + 10]] == [0, 0, 60]
    tax = [row[1] for row in typed["Synthèse"] if row[0] == "Impôt sur les sociétés"]
    added = fee("2020-08-31", "1000", "N", invoice="F-5", vat_rate=Decimal("0.2"),
                paid=date(2020, 9, 15))  # fmt: skip
    spent = expense("2020-08-31", "300", "Loyer", vat_rate=Decimal("0.2"))
    with_it = shown(pack_of(2020, LATER, *SOLD, added, *BOUGHT, spent))
    assert tax == [row[1] for row in with_it["Synthèse"] if row[0] == "Impôt sur les sociétés"]


TAXED = [
    ("90000", ""),
    ("900000", ""),
    ("20000", ""),
    ("90000", "[societe]\ntaux_reduit = false\n"),
    ("-5000", ""),
    ("50000", "[exercice.2020]\nreintegrations = 1200.5\ndeductions = 300\n"),
    ("50000", "[exercice.2020]\ndeficits_anterieurs = 48000\n"),
]


@pytest.mark.parametrize(
    ("profit", "settings", "year"),
    [
        (*case, year)
        for year in (2016, 2017, 2018, 2020, 2025)
        for case in (TAXED if year == 2020 or BENCH else TAXED[:2])
    ],
)
def test_the_tax_of_the_summary_is_a_formula_on_the_result(
    profit: str, settings: str, year: int
) -> None:
    line = fee(f"{year}-03-31", profit, "N", invoice="F", vat=Decimal(0))
    company = settings.replace("[societe]\n", "").replace("2020", str(year))
    made = pack_of(year, line, settings=company)
    said = {row[0]: row[1] for row in shown(made)["Synthèse"][5:]}
    assert said["Impôt sur les sociétés"] == made.bilan.figures.tax
    (cell,) = (
        row[1] for row in opened(made)["Synthèse"] if row[0].value == "Impôt sur les sociétés"
    )
    assert "MAX(B" in str(cell.value)


def test_the_result_is_told_beside_that_of_the_report_where_they_differ() -> None:
    """13 train tickets whose VAT is not deducted: 93,52 euros that the report does not see."""
    data = of_the_example()
    said = [str(row[0].value) for row in load_workbook(BytesIO(data))["Contrôles"].iter_rows()]
    (found,) = [
        text.replace("\u202f", " ").replace("\u00a0", " ") for text in said if "ici," in text
    ]
    assert found.startswith(
        "Résultat avant impôts : 9 327,89 € ici, 9 421,41 € dans le rapport ; l’écart, 93,52 €"
    )


def test_what_is_due_and_its_vat_are_tied_to_the_unpaid_of_both_years() -> None:
    """Of three invoices, one was unpaid when the year began, and one when it ended."""
    lines = [
        fee(f"{when}-30", "1000", "N", invoice=f"F-{rank}", vat_rate=Decimal("0.2"), paid=paid)
        for rank, (when, paid) in enumerate(
            (
                ("2019-06", date(2019, 7, 31)),
                ("2019-11", date(2020, 1, 31)),
                ("2020-04", date(2020, 5, 31)),
                ("2020-11", None),
                ("2020-12", None),
            )
        )
    ]
    for regime, kept in (("encaissements", 200), ("debits", 0)):
        made = pack_of(2020, *lines, settings=f'[tva]\nexigibilite = "{regime}"\n')
        checks = {row[0]: row[1:] for row in shown(made)["Contrôles"][5:]}
        assert checks["Encours, moins celui d’ouverture (411)"] == [1200, None, 1200, 0, "OK"]
        name = "TVA facturée − TVA exigible (TVA de l’encours, acomptes déduits)"
        assert checks[name] == [kept, None, kept, 0, "OK"]


@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_the_vat_of_work_invoiced_in_another_year_is_tied_to_the_entries(year: int) -> None:
    rate = Decimal("0.2")
    works = (("2020-01-10", date(2019, 12, 20)), ("2021-01-10", date(2020, 12, 15)))
    lines = [
        day(when, "1", f"{500 + 100 * n}", "N", invoice=f"F-{n}", vat_rate=rate, invoiced=invoiced)
        for n, (when, invoiced) in enumerate(works)
    ]
    own = [fee(f"{n}-06-30", "50", "N", invoice=f"G-{n}", vat_rate=rate) for n in range(2019, 2022)]
    cells = shown(pack_of(year, *lines, *own))["Contrôles"]
    assert cells[2][1] == "Tout concorde"


@pytest.mark.parametrize("amounts", [("0.04", "0.06"), ("0.06", "0.04")])
def test_the_vat_of_an_invoice_on_two_sheets_is_that_of_its_entries(
    amounts: tuple[str, str],
) -> None:
    """Each line bears less than half a cent, both of them more: the last one takes the cent."""
    lines = [
        fee(when, amount, "N", invoice="F-1", vat_rate=Decimal("0.055"))
        for when, amount in zip(("2020-06-30", "2020-07-01"), amounts, strict=True)
    ]
    settings = '[exercice]\ncloture = "30/06"\n'
    cells = shown(pack_of(2021, *lines, settings=settings))
    assert cells["Contrôles"][2][1] == "Tout concorde"
    assert total(cells, "Ventes", "TVA") == Decimal("0.01")


@pytest.mark.parametrize(("rate", "said"), [("0.2", True), ("0.1", False)])
def test_the_report_is_compared_with_unless_some_vat_is_lost(rate: str, *, said: bool) -> None:
    """That of a train is, and the report counts before tax."""
    kind = "Loyer" if said else "Train"
    spent = expense("2020-03-31", "500", kind, vat_rate=Decimal(rate), paid=date(2020, 4, 1))
    computer = expense("2020-01-01", "900", "Ordinateur", vat=Decimal(180), lifetime=Decimal(3))
    checks = {row[0]: row for row in shown(pack_of(2020, *SOLD, spent, computer))["Contrôles"][5:]}
    last = next(name for name in checks if name and str(name).endswith("(7 − 6)"))
    report = {name: checks[name][2] for name in ("Dotations aux amortissements (6811)", last)}
    assert {value is not None for value in report.values()} == {said}
    assert {checks[name][5] for name in report} == {"OK"}


@pytest.mark.parametrize("final", [False, True])
def test_the_summary_names_its_columns_and_says_whose_its_result_is(*, final: bool) -> None:
    settings = "[exercice.2020]\nresultat = 40000\nimpot = 3000\n" if final else ""
    cells = shown(pack_of(2020, *SOLD, settings=settings))["Synthèse"]
    assert cells[4][:5] == ["Chiffre", "2020", "2019", "Variation", "Définition"]
    said = ("Estimé.", "Définitif, de l’expert-comptable.")
    assert [row[4] for row in cells[5:] if row[4] in said] == [said[final]]


def test_a_corrected_price_of_what_was_sold_is_followed_to_its_gain_and_its_vat() -> None:
    sold = expense("2019-01-01", "900", "Ordinateur", vat=Decimal(180), lifetime=Decimal(3),
                   disposed=date(2020, 6, 30), disposal_price=Decimal(300))  # fmt: skip
    book = opened(pack_of(2020, *SOLD, sold))
    sheet = book["Cessions"]
    titles = {cell.value: f"{cell.coordinate[:-1]}6" for cell in sheet[5]}
    sheet[titles["Cumul"]], sheet[titles["Prix HT"]] = 600, 500
    values = Values(book)
    found = values.formulas("Cessions")
    names = ("Valeur nette sortie", "TVA", "Montant TTC", "Plus ou moins-value")
    assert [found[titles[name]] for name in names] == [300, 100, 600, 200]
    (row,) = (row for row in book["TVA"].iter_rows(min_row=6) if row[1].value == SOLD_OFF)
    vat = values.formulas("TVA")
    assert [vat[row[n].coordinate] for n in (3, 4, 7, 8)] == [500, 100, 500, 100]


def test_the_vat_owed_on_a_corrected_purchase_abroad_is_followed() -> None:
    cloud = expense("2020-02-03", "100", "Cloud", receipt="R", country="Irlande")
    book = opened(pack_of(2020, *SOLD, cloud))
    sheet = book["Achats"]
    titles = {cell.value: f"{cell.coordinate[:-1]}6" for cell in sheet[5]}
    sheet[titles["Montant HT"]] = 250
    assert Values(book).formulas("Achats")[titles["TVA autoliquidée"]] == 50


@pytest.mark.parametrize("paid", [date(2020, 4, 2), None])
def test_a_corrected_sale_is_followed_to_the_vat_of_its_payment_where_it_is_known(
    paid: date | None,
) -> None:
    line = fee("2020-03-31", "100", "N", invoice="F-1", vat_rate=Decimal("0.2"), paid=paid)
    book = opened(pack_of(2020, line))
    book["Ventes"]["H6"] = 250
    last = len(list(book["TVA"].rows))
    found = Values(book).formulas("TVA")
    assert [found.get(f"{column}{last}") for column in "FG"] == ([250, 50] if paid else [None] * 2)
