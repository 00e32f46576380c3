"""Workbooks as grids: what their cells hold, and what else is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reporter.errors import BadCell
from reporter.settings.reading import Limits
from reporter.sources.grids.cells import ODD, STALE, UNCOMPUTED, Area, Broken, Sign
from reporter.sources.grids.grid import read_workbook
from tests.sources import hostile
from tests.sources.hostile import GOOD, HEADER, sheet
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


def test_rows_struck_through(tmp_path: Path) -> None:
    """A row counts as struck where all that is filled is; the row's style serves those without."""
    content = sheet(
        ('<c s="1"><v>1</v></c>', '<c s="1"/>', '<c s="1"><v>2</v></c>'),
        ('<c s="1"><v>1</v></c>', '<c s="0"/>', '<c s="0"><v>2</v></c>'),
        ("<c><v>1</v></c>", "<c><v>2</v></c>"),
        ('<c s="1"/>', '<c s="1"/>'),
    ).replace('<row r="3">', '<row r="3" s="1" customFormat="1">')
    assert grid(tmp_path, xlsx(content)).struck_rows == {0, 2}


def test_signs_beside_numbers(tmp_path: Path) -> None:
    """A text in a cell whose format is in dollars shows none."""
    content = sheet(
        ('<c s="2"><v>1</v></c>', '<c s="3"><v>2</v></c>', '<c s="2" t="str"><v>x</v></c>'),
        ('<c s="2"/>', "<c><v>2</v></c>"),
    )
    assert grid(tmp_path, xlsx(content)).signs == {(0, 0): DOLLAR}


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


def test_merged_areas_and_hidden_columns(tmp_path: Path) -> None:
    content = sheet(HEADER, GOOD)
    content = content.replace("<sheetData>", "<cols>{}{}</cols><sheetData>").format(
        '<col min="2" max="3" hidden="1"/>', '<col min="5" max="5" hidden="0"/>'
    )
    areas = '<mergeCell ref="A1:C2"/><mergeCell ref="A4:A6"/>'
    content = content.replace("</sheetData>", f"</sheetData><mergeCells>{areas}</mergeCells>")
    found = grid(tmp_path, xlsx(content))
    assert found.merged == (Area(0, 0, 1, 2), Area(3, 0, 5, 0))
    assert found.hidden_columns == {1, 2}


def test_broken_cells_beyond_the_last_value_have_their_place(tmp_path: Path) -> None:
    more = row(4, cell("G4", "<f>A1</f>"))
    found = grid(tmp_path, hostile.good(more=more))
    assert [len(cells) for cells in found.rows] == [7] * 4
    assert found.rows[3][6] is UNCOMPUTED
    assert list(found.filled_rows()) == [0, 1, 3]


def test_a_zero_fills_a_row_and_blanks_do_not(tmp_path: Path) -> None:
    content = sheet(("Date",), ("",), (0,), ("  ",), ("<c><v>0</v></c>",))
    assert list(grid(tmp_path, xlsx(content)).filled_rows()) == [0, 2, 4]


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


def test_malformed_xml_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(BadCell) as caught:
        grid(tmp_path, xlsx(sheet(HEADER, GOOD).replace("</row>", "</raw>\n", 1)))
    assert caught.value.shown == "XML mal formé, ligne 1"
