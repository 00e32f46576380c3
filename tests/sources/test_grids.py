"""Workbooks as grids: what their cells hold, and what else is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reporter.errors import BadCell
from reporter.settings.reading import Limits
from reporter.sources.grids.cells import ODD, STALE, UNCOMPUTED, Broken, Sign, is_blank
from reporter.sources.grids.reading import read_workbook
from tests.sources import hostile
from tests.sources.hostile import GOOD, HEADER, ods_row, sheet
from tests.sources.odd_sheets import STYLE_SHEET

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.sources.grids.grid import Grid

DOLLAR = Sign("currency", "$")


def grid(tmp_path: Path, data: bytes, suffix: str = "xlsx") -> Grid:
    path = tmp_path / f"livres.{suffix}"
    path.write_bytes(data)
    (found,) = read_workbook(path, path.name, Limits())
    return found


def xlsx(content: str, **more: bytes) -> bytes:
    """Return a workbook with one sheet and the styles of « odd sheets »."""
    parts = {f"xl/{name}.xml": part for name, part in more.items()}
    return hostile.zipped({**hostile.members(content), "xl/styles.xml": STYLE_SHEET, **parts})


def row(number: int, *cells: str, more: str = "") -> str:
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def cell(address: str, content: str, more: str = "") -> str:
    return f'<c r="{address}"{more}>{content}</c>'


def test_cells_struck_through(tmp_path: Path) -> None:
    """The row's style serves the cells that have none of their own; a blank says nothing."""
    content = sheet(
        ('<c s="1"><v>1</v></c>', '<c s="1"/>', '<c s="1"><v>2</v></c>'),
        ('<c s="1"><v>1</v></c>', '<c s="0"/>', '<c s="0"><v>2</v></c>'),
        ("<c><v>1</v></c>", "<c><v>2</v></c>"),
        ('<c s="1"/>', '<c s="1"/>'),
    ).replace('<row r="3">', '<row r="3" s="1" customFormat="1">')
    assert grid(tmp_path, xlsx(content)).marks.struck == {(0, 0), (0, 2), (1, 0), (2, 0), (2, 1)}


def test_signs_beside_numbers(tmp_path: Path) -> None:
    """A text in a cell whose format is in dollars shows none."""
    content = sheet(
        ('<c s="2"><v>1</v></c>', '<c s="3"><v>2</v></c>', '<c s="2" t="str"><v>x</v></c>'),
        ('<c s="2"/>', "<c><v>2</v></c>"),
    )
    assert grid(tmp_path, xlsx(content)).marks.signs == {(0, 0): DOLLAR}


STALE_ROWS = (HEADER, (*GOOD[:4], "<c><f>C2*D2</f><v>{}</v></c>"))


def stale_sheet(value: str) -> str:
    return sheet(*STALE_ROWS).format(value)


def test_a_stale_formula_is_broken(tmp_path: Path) -> None:
    assert grid(tmp_path, xlsx(stale_sheet("7350"))).rows[1][4] == 7350
    assert grid(tmp_path, xlsx(stale_sheet("7000"))).rows[1][4] is STALE


def test_precision_as_shown_leaves_formulas_unjudged(tmp_path: Path) -> None:
    members = hostile.members(stale_sheet("7000"))
    book = members["xl/workbook.xml"].replace(
        b"</workbook>", b'<calcPr fullPrecision="0"/></workbook>'
    )
    data = hostile.zipped({**members, "xl/workbook.xml": book})
    assert grid(tmp_path, data).rows[1][4] == 7000


def filled(found: Grid) -> list[int]:
    return [rank for rank, row in enumerate(found.rows) if not all(map(is_blank, row))]


def test_broken_cells_beyond_the_last_value_have_their_place(tmp_path: Path) -> None:
    more = row(4, cell("G4", "<f>A1</f>"))
    found = grid(tmp_path, hostile.good(more=more))
    assert [len(cells) for cells in found.rows] == [7] * 4
    assert found.rows[3][6] is UNCOMPUTED
    assert filled(found) == [0, 1, 3]


def test_a_zero_fills_a_row_and_blanks_do_not(tmp_path: Path) -> None:
    content = sheet(("Date",), ("",), (0,), ("  ",), ("<c><v>0</v></c>",))
    assert filled(grid(tmp_path, xlsx(content))) == [0, 2, 4]


def test_rows_and_columns_that_hold_only_a_format_are_no_rows(tmp_path: Path) -> None:
    """A format down to the last row of the sheet, as when a whole column is coloured."""
    more = row(1048576, cell("A1048576", "", ' s="1"'), cell("XFD1048576", "", ' s="1"'))
    found = grid(tmp_path, hostile.good(more=more))
    assert (len(found.rows), len(found.rows[0])) == (2, 5)


@pytest.mark.parametrize(
    "far",
    [
        row(2, cell("A1048576", "<v>1</v>"), cell("XFD3", "<v>1</v>")),
        row(3, cell("a1048576", "<is><t/></is>", ' t="inlineStr"'), cell("XFD3", "<v>1</v>")),
        row(3, cell("Z600000", "<f>1</f>")),
    ],
)
def test_a_cell_far_from_its_row_is_measured(far: str, tmp_path: Path) -> None:
    with pytest.raises(BadCell, match="feuille trop grande"):
        grid(tmp_path, hostile.good(more=far))


@pytest.mark.parametrize(
    "value",
    [
        "<v>73<!-- -->50</v>", "<v><![CDATA[7350]]></v>", "<v>73&#53;0</v>", "<v>7350<?x?></v>",
        "<v>7</v><v>350</v>",
    ],
)  # fmt: skip
def test_a_value_in_several_pieces_is_refused(value: str, tmp_path: Path) -> None:
    """The library would read 73 for 7350, or nothing at all."""
    found = grid(tmp_path, xlsx(sheet(HEADER, (*GOOD[:4], f"<c>{value}</c>"))))
    assert found.rows[1][4] is ODD


def test_parts_are_found_whatever_the_case_of_their_names(tmp_path: Path) -> None:
    members = hostile.members(sheet(HEADER, (*GOOD[:4], '<c t="e"><v>#REF!</v></c>')))
    for name in ("xl/Worksheets/SHEET1.xml", "xl\\worksheets\\sheet1.xml"):
        renamed = {**members, name: members["xl/worksheets/sheet1.xml"]}
        del renamed["xl/worksheets/sheet1.xml"]
        found = grid(tmp_path, hostile.zipped(renamed))
        assert isinstance(found.rows[1][4], Broken)
    with pytest.raises(BadCell) as caught:
        grid(tmp_path, hostile.zipped({**members, "XL/worksheets/sheet1.xml": b"<x/>"}))
    assert "deux fichiers du même nom" in caught.value.shown


@pytest.mark.parametrize("part", ["sharedStrings", "styles", "_rels/workbook.xml.rels"])
def test_no_part_that_is_read_declares_a_type(part: str, tmp_path: Path) -> None:
    name = f"xl/{part}" if part.endswith("rels") else f"xl/{part}.xml"
    members = {**hostile.members(sheet(HEADER, GOOD)), name: b"<!DOCTYPE x><sst/>"}
    with pytest.raises(BadCell) as caught:
        grid(tmp_path, hostile.zipped(members))
    assert "type de document" in caught.value.shown


def test_malformed_xml_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadCell) as caught:
        grid(tmp_path, xlsx(sheet(HEADER, GOOD).replace("</row>", "</raw>\n", 1)))
    assert caught.value.shown == "XML mal formé, ligne 1"


def ods_cell(value: float, more: str = "", content: str = "") -> str:
    attributes = f'office:value-type="float" office:value="{value}" {more}'
    return f"<table:table-cell {attributes}>{content}</table:table-cell>"


def ods_style(name: str, content: str = "", more: str = "", family: str = "table-cell") -> str:
    said = f'style:name="{name}" style:family="{family}" {more}'
    return f"<style:style {said}>{content}</style:style>"


LINE = '<style:text-properties style:text-line-through-style="{}"/>'
OPEN_STYLES = (
    '<number:currency-style style:name="N1"><number:number/><number:text> </number:text>'
    "<number:currency-symbol>$</number:currency-symbol></number:currency-style>"
    '<number:number-style style:name="N2"><number:number number:display-factor="1000"/>'
    "<number:text>k€</number:text></number:number-style>"
    '<number:number-style style:name="N3"><number:number/><number:text> h</number:text>'
    '</number:number-style><number:date-style style:name="N4"><number:text> h</number:text>'
    "</number:date-style>"
    + ods_style("struck", LINE.format("solid"))
    + ods_style("like", "", 'style:parent-style-name="struck"')
    + ods_style("unlike", LINE.format("none"), 'style:parent-style-name="struck"')
    + ods_style("round", "", 'style:parent-style-name="trip"')
    + ods_style("trip", "", 'style:parent-style-name="round"')
    + ods_style("dollars", "", 'style:data-style-name="N1"')
    + ods_style("scaled", "", 'style:data-style-name="N2"')
    + ods_style("hours", "", 'style:data-style-name="N3"')
    + ods_style("dates", "", 'style:data-style-name="N4"')
    + ods_style("T1", LINE.format("solid"), family="text")
)


def open_grid(tmp_path: Path, rows: str, settings: str = "") -> Grid:
    return grid(tmp_path, hostile.ods(rows, styles=OPEN_STYLES, settings=settings), "ods")


def styled(name: str) -> str:
    return f'table:style-name="{name}"'


def test_cells_struck_through_in_an_open_document(tmp_path: Path) -> None:
    """By the style of the cell, of its row or of its column, by their parents, or run by run."""
    span = '<text:p>{}<text:span text:style-name="T1">x</text:span>{}</text:p>'
    column = '<table:table-column table:default-cell-style-name="{}"/>'
    text = '<table:table-cell office:value-type="string" {}>{}</table:table-cell>'
    found = open_grid(
        tmp_path,
        column.format("struck")
        + column.format("round")
        + ods_row(last=ods_cell(1, styled("like")) + ods_cell(2, styled("struck")))
        + ods_row(last=ods_cell(1, styled("unlike")))
        + ods_row(last=ods_cell(1))
        + ods_row(last=ods_cell(1) + ods_cell(2))
        + ods_row(last=ods_cell(1) + ods_cell(2), row='table:default-cell-style-name="struck"')
        + "".join(
            ods_row(last=text.format(styled("round"), span.format(*around)))
            for around in (("", ""), ("x", ""), ("", "x"), (" ", " "))
        ),
    )
    assert found.marks.struck == {(0, 0), (0, 1), (2, 0), (3, 0), (4, 0), (4, 1), (5, 0), (8, 0)}


def test_signs_beside_the_numbers_of_an_open_document(tmp_path: Path) -> None:
    money = 'office:value-type="currency" office:value="1" office:currency="{}"'
    cells = "".join(f"<table:table-cell {money.format(name)}/>" for name in ("EUR", "CHF"))
    text = f'<table:table-cell office:value-type="string" {styled("hours")}><text:p>x</text:p>'
    found = open_grid(
        tmp_path,
        ods_row(
            last="".join(ods_cell(1, styled(n)) for n in ("dollars", "scaled", "hours", "dates"))
            + cells
            + f"{text}</table:table-cell>"
        ),
    )
    assert found.marks.signs == {
        (0, 0): DOLLAR,
        (0, 1): Sign("scaled", "k€"),
        (0, 2): Sign("unit", "h"),
        (0, 5): Sign("currency", "CHF"),
    }


STALE_FORMULAS = {
    "of:=[.A1]*[.B1]": True,
    "of:=SUM([.A1:.B1];[.A1])": True,
    "msoxl:=A1*B1": True,
    "of:=[$Autre.A1]*[.B1]": False,
    "of:=[.A1]+[.B1]": False,
}


@pytest.mark.parametrize("formula", STALE_FORMULAS)
def test_stale_formulas_of_an_open_document(formula: str, tmp_path: Path) -> None:
    row = ods_row(10, 3, last=ods_cell(13, f'table:formula="{formula}"'))
    assert (open_grid(tmp_path, row).rows[0][2] is STALE) == STALE_FORMULAS[formula]
    settings = '<table:calculation-settings table:precision-as-shown="true"/>'
    assert open_grid(tmp_path, row, settings).rows[0][2] == 13


def test_a_day_that_moves_in_an_open_document(tmp_path: Path) -> None:
    row = ods_row(10, last=ods_cell(43921, 'table:formula="of:=TODAY()"'))
    assert open_grid(tmp_path, row).marks.moving == {(0, 1)}


def test_what_is_repeated_in_an_open_document_says_the_same_everywhere(tmp_path: Path) -> None:
    error = 'office:value-type="string" calcext:value-type="error"'
    cell = f'<table:table-cell table:number-columns-repeated="2" {error}><text:p>#N/A</text:p>'
    found = open_grid(
        tmp_path,
        ods_row(
            last=f"{cell}</table:table-cell>",
            row='table:number-rows-repeated="2" table:visibility="filter"',
        )
        + ods_row(last=ods_cell(1)),
    )
    assert [[str(cell) for cell in row] for row in found.rows[:2]] == [["#N/A", "#N/A"]] * 2
    assert found.marks.hidden == {0, 1}
    wide = cell.replace('"2"', '"16384"') + "</table:table-cell>"
    with pytest.raises(BadCell) as caught:
        open_grid(tmp_path, ods_row(last=wide, row='table:number-rows-repeated="1000"'))
    assert caught.value.shown == "trop de cellules répétées"
    with pytest.raises(BadCell) as caught:
        open_grid(tmp_path, ods_row(last=wide.replace("16384", "9" * 5000)))
    assert caught.value.shown == "nombre de cellules impossible"


def test_a_formula_computed_to_an_empty_text_in_an_open_document(tmp_path: Path) -> None:
    cell = '<table:table-cell table:formula="of:=IF(1;&quot;&quot;)">{}</table:table-cell>'
    found = open_grid(tmp_path, ods_row(1, last=cell.format("<text:p/>") + cell.format("")))
    assert found.rows[0][1:] == ["", UNCOMPUTED]


def test_an_open_document_with_macros_is_read(tmp_path: Path) -> None:
    """Its libraries declare a document type of their own, which is neither read nor followed."""
    data = hostile.with_macros(hostile.ods(ods_row(*HEADER) + ods_row(*GOOD)))
    assert grid(tmp_path, data, "ods").rows[1][1] == "Client A"
