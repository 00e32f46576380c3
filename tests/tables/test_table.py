from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from reporter.formats.pack import render as handed_over
from reporter.formats.report import render
from reporter.formats.table.tables import as_csv, as_html
from reporter.french import Cell
from reporter.tables.ledger import DAYS, NET, PRICE, sales
from reporter.tables.table import Column, Table, headings
from tests.accounting.packs import pack_of
from tests.builders import bilan, day, expense

SOLD = day("2020-03-31", "10", "500", invoice="F-1", vat_rate=Decimal("0.2"), vat=Decimal(1000))
SPENT = expense("2020-04-01", "9", "Logiciels", vat_rate=Decimal(0), vat=Decimal(0))


def test_a_column_is_its_title_and_knows_what_stands_below_it() -> None:
    amount = Column("Montant", "cents", summed=True)
    name, kept = headings("Client", amount)
    assert (name, name.kind, name.summed) == ("Client", None, False)
    assert kept is amount
    assert f"{kept}" == "Montant"


def test_the_last_row_of_a_table_is_a_total_where_the_table_says_so() -> None:
    rows = ((Cell("Total"), Cell(1)), (Cell("Total"), Cell(2)))
    table = Table(title="", columns=headings("a", "b"), rows=rows)
    assert [table.role(row) for row in range(2)] == ["line", "line"]
    assert [table._replace(total=True).role(row) for row in range(2)] == ["line", "total"]


def test_a_column_holds_figures_where_some_row_has_one() -> None:
    rows = ((Cell("a"), Cell(1, "euros")), (Cell("b"), Cell("inconnu")))
    assert Table(title="", columns=headings("a", "b"), rows=rows).numeric == [False, True]


def test_a_client_called_total_is_a_client() -> None:
    """The last row of the missions, which have no total."""
    found = bilan(2020, day("2020-03-31", "1", "500", "Total"), expense("2020-04-01", "9"))
    page = render(found, ["html"])["bilan-2020.html"].decode()
    missions = page[page.index("<summary>Missions") :].partition("</details>")[0]
    assert '<tr><th scope="row">Total</th>' in missions
    charges = page[page.index("<summary>Charges") :].partition("</details>")[0]
    assert '<tr class="total"><th scope="row">Total</th>' in charges


def test_every_cell_of_the_accountant_s_tables_is_of_the_kind_of_its_column() -> None:
    table = sales(pack_of(2020, SOLD, SPENT))
    for row in table.rows:
        kinds = {(c.kind or "text", cell.kind) for c, cell in zip(table.columns, row, strict=True)}
        assert {one for one, other in kinds if one not in {other, "text"}} == set()
    assert [column for column in table.columns if column.summed][:2] == [DAYS, NET]
    assert (PRICE.kind, PRICE.summed) == ("cents", False)


def test_a_sheet_without_any_line_has_the_totals_of_the_others() -> None:
    """The kind of a column does not depend on what stands below it."""
    made = replace(pack_of(2020, SOLD, SPENT), sales=())
    data = handed_over(made, ["xlsx"])[f"comptable-{made.year.number}.xlsx"]
    sheet = load_workbook(BytesIO(data))["Ventes"]
    summed = {c.value for c, total in zip(sheet[5], sheet[4], strict=True) if total.value}
    assert summed == {"Date", "Jours", "Montant HT", "TVA", "Montant TTC"}


def test_a_table_stands_upright_where_its_columns_are_many() -> None:
    """Each year becomes a row; no number changes, nor what explains it."""
    columns = headings("Indicateur", "2020", "2019", "Variation 2020/2019")
    change = Cell(Decimal("0.1"), "variation", "2020.variations.tjm")
    rate = (Cell(Decimal(770), "rate", "2020.tjm"), Cell(Decimal(700), "rate"), change)
    days = (Cell(Decimal(9), "days"), Cell(Decimal(8), "days"), Cell(None, "variation"))
    rows = ((Cell("TJM"), *rate), (Cell("Jours"), *days))
    upright = Table(title="T", columns=columns, rows=rows).upright
    assert upright.columns == ("Exercice", "TJM", "Jours")
    assert upright.rows == (
        (Cell("2020"), rate[0], days[0]),
        (Cell("2019"), rate[1], days[1]),
        (Cell("Variation 2020/2019"), rate[2], days[2]),
    )


def test_twelve_years_are_read_from_the_top_down_and_four_from_the_left() -> None:
    def heads(number: int) -> str:
        lines = [day(f"{2021 - back}-03-31", "10", "500") for back in range(1, number + 1)]
        year = replace(bilan(2020, *lines), span=number)
        page = render(year, ["html"])["bilan-2020.html"].decode()
        return page.partition(">Chiffres clés</caption>")[2].partition("</thead>")[0]

    assert "Exercice" in heads(12)
    assert "TJM" in heads(12)
    assert "Indicateur" in heads(4)
    assert ">2017<" in heads(4)


def test_the_numbers_of_a_page_of_tables_stand_to_the_right_and_its_words_to_the_left() -> None:
    rows = ((Cell("Ponant"), Cell("Audit"), Cell(Decimal(7), "days")),)
    found = Table(title="A", columns=headings("Client", "Quoi", Column("Jours", "days")), rows=rows)
    page = as_html([found])
    assert '<td>Audit</td><td class="n">7</td>' in page
    assert '<th scope="col">Quoi</th><th scope="col" class="n">Jours</th>' in page


def test_tables_of_a_spreadsheet_are_parted_by_a_blank_line() -> None:
    rows = ((Cell("Ponant"), Cell(Decimal("7.5"), "days")), (Cell("Brume"), Cell(None, "days")))
    found = Table(title="A", columns=headings("Client", Column("Jours", "days")), rows=rows)
    said = as_csv([found, found]).lstrip("\ufeff").splitlines()
    assert said == [*(one := ["Client;Jours", "Ponant;7,5", "Brume;"]), "", *one]
