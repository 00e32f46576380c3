"""What a workbook says of its cells besides their values, however its XML is written."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from reporter.sources.grids import sheet_markup
from reporter.sources.grids.archives import Unsafe
from reporter.sources.grids.cells import Formula
from reporter.sources.grids.sheet_markup import SheetMarkup
from reporter.sources.grids.styles import read_styles, struck_texts
from tests.sources import hostile
from tests.sources.odd_sheets import STYLE_SHEET, Odd, odd_sheet, slow_marks

if TYPE_CHECKING:
    from reporter.sources.grids.cells import Marks

STYLES = read_styles(STYLE_SHEET)
SHEET = f'<worksheet xmlns="{hostile.MAIN}"><sheetData>{{}}</sheetData></worksheet>'


def marks_of(content: bytes, size: int = 1 << 20, struck: frozenset[str] = frozenset()) -> Marks:
    """Return the marks of a sheet that comes in pieces of a size."""
    stream = io.BytesIO(content)
    return SheetMarkup(STYLES, struck).read(iter(lambda: stream.read(size), b""))


def rows(*rows: str) -> bytes:
    return SHEET.format("".join(rows)).encode()


@pytest.mark.parametrize("seed", range(100))
def test_marks_are_those_of_a_slow_reading(seed: int) -> None:
    sheet = odd_sheet(seed)
    expected = slow_marks(sheet)
    for size in (7, 1 << 20):
        assert marks_of(sheet.content, size) == expected


def test_most_rows_of_a_long_sheet_are_not_parsed_again() -> None:
    """Ten thousand rows that are alike but for their digits: the parser is given a few."""
    row = (
        '<row r="{0}"><c r="A{0}" s="0"><v>{0}.5</v></c><c r="C{0}"><f>A{0}*2</f><v>9</v></c></row>'
    )
    content = rows(*(row.format(n) for n in range(1, 10_001)))
    sheet = SheetMarkup(STYLES, frozenset())
    marks = sheet.read([content])
    assert sheet.markup.fed < 500
    assert (marks.rows, marks.columns, len(marks.formulas)) == (10_000, 3, 10_000)
    assert marks.formulas[9_999, 2] == Formula("A10000*2")


def test_rows_whose_texts_differ_are_alike() -> None:
    text = '<c r="A{0}" t="inlineStr"><is><t xml:space="preserve">{1} &amp; fils</t></is></c>'
    row = f'<row r="{{0}}">{text}</row>'
    content = rows(*(row.format(n, "x" * n) for n in range(1, 1_500)))
    sheet = SheetMarkup(STYLES, frozenset())
    marks = sheet.read([content])
    assert sheet.markup.fed < 500
    assert (marks.rows, marks.columns) == (1_499, 1)


USUAL = {
    "LibreOffice": (
        '<row r="{n}" customFormat="false" ht="12.8" hidden="false" customHeight="false" '
        'outlineLevel="0" collapsed="false"><c r="A{n}" s="0" t="n"><v>{n}</v></c>'
        '<c r="B{n}" s="3" t="s"><v>1</v></c>'
        '<c r="C{n}" s="0" t="n"><f aca="false">A{n}*2</f><v>9</v></c></row>'
    ),
    "Excel": (
        '<row r="{n}" spans="1:3" s="3" customFormat="1" ht="15.75" x14ac:dyDescent="0.25">'
        '<c r="A{n}" s="0"><v>1.5E-3</v></c><c r="B{n}" s="3"/>'
        '<c r="C{n}"><f>A{n}*2</f><v>9</v></c></row>\n'
    ),
    "others": (
        '<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>Noë &amp; fils</t></is></c>'
        '<c r="B{n}" s="0" t="str"><f>D{n}</f><v>é</v></c>'
        '<c r="C{n}"><f>A{n}*2</f><v>9</v></c></row>'
    ),
}


@pytest.mark.parametrize("writer", USUAL)
def test_rows_as_programs_write_them_are_passed_over(
    writer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = rows(*(USUAL[writer].format(n=n) for n in range(1, 900)))
    content = content.replace(b" xmlns=", b' xmlns:x14ac="x" xmlns=')
    sheet = SheetMarkup(STYLES, frozenset())
    marks = sheet.read([content])
    assert sheet.markup.fed < 1_000
    assert marks.formulas[898, 2] == Formula("A899*2")
    monkeypatch.setattr(sheet_markup, "is_sound", lambda _: False)
    assert marks == marks_of(content)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B3" s="2"><v>1</v></c>',
        '<c r="B3" s="1" t="s"><v>1</v></c>',
        '<c r="B3" t="e"><v>#REF!</v></c>',
        '<c r="B3"><f>A3*2</f></c>',
        '<c r="B4"><v>1</v></c>',
        '<c r="A3"><v>1</v></c><c r="CV3"><v>1</v></c>',
        '<c r="IV3"><v>1</v></c><c r="B3"><v>1</v></c>',
        '<c r="B3" t="inlineStr"><is><r><rPr><strike/></rPr><t>a</t></r></is></c>',
    ],
)
def test_a_row_that_says_something_is_parsed_among_plain_ones(cell: str) -> None:
    content = rows(ONE, f'<row r="3">{cell}</row>', ONE.replace("2", "4"), ONE.replace("2", "5"))
    assert marks_of(content) == slow_marks(Odd(content, frozenset()))


@pytest.mark.parametrize("wrong", [b"\xff", b"\x01", b"&nbsp;", b"]]>", b"\xef\xbf\xbf"])
def test_what_xml_forbids_in_a_text_is_refused(wrong: bytes) -> None:
    text = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>a{1}</t></is></c></row>'
    content = rows(text.format(1, ""), text.format(2, "WRONG"), text.format(3, ""))
    with pytest.raises(Unsafe, match="mal formé"):
        marks_of(content.replace(b"WRONG", wrong))


ONE = '<row r="2"><c r="A2"><v>1</v></c></row>'
RUN = '<is><r><rPr><strike val="{}"/></rPr><t>a</t></r></is>'
OTHERS = {
    "a cell far from its row": (ONE, '<row r="3"><c r="A1048576"><v>1</v></c></row>'),
    "a row far from its cell": (ONE, '<row r="1048576"><c r="A3"><v>1</v></c></row>'),
    "no value": (ONE, '<row r="3"><c r="A3"><v></v></c></row>'),
    "no value at first": ('<row r="1"><c r="A1"><v></v></c></row>', ONE),
    "an error in an entity": (
        '<row r="2"><c r="A2" t="&#110;"><v>1</v></c></row>',
        '<row r="3"><c r="A3" t="&#101;"><v>1</v></c></row>',
    ),
    "a style in other quotes": (
        '<row r="2"><c r="A2" s=\'0\'><v>1</v></c></row>',
        '<row r="3"><c r="A3" s=\'1\'><v>1</v></c></row>',
    ),
    "a style after a blank": (
        '<row r="2"><c r="A2" s\n="0"><v>1</v></c></row>',
        '<row r="3"><c r="A3" s\n="1"><v>1</v></c></row>',
    ),
    "a style before a blank": (
        '<row r="2"><c r="A2" s= "0"><v>1</v></c></row>',
        '<row r="3"><c r="A3" s= "1"><v>1</v></c></row>',
    ),
    "a style of the row": (
        '<row r="2" s="0"><c r="A2"><v>1</v></c></row>',
        '<row r="3" s="1"><c r="A3"><v>1</v></c></row>',
    ),
    "a hidden row": (
        '<row r="2" hidden="0"><c r="A2"><v>1</v></c></row>',
        '<row r="3" hidden="1"><c r="A3"><v>1</v></c></row>',
    ),
    "an address that comes second": (
        '<row r="2"><c s="0" r="A2"><v>1</v></c></row>',
        '<row r="3"><c s="0" r="A900"><v>1</v></c></row>',
    ),
    "rows in a comment": (ONE, "<!-- ", ONE.replace("2", "8"), ONE.replace("2", "9"), " -->"),
    "rows after a comment": (ONE, "<!-- x -->", ONE.replace("2", "8"), ONE.replace("2", "9")),
    "array formulas": (
        '<row r="2"><c r="A2"><f t="array" ref="A2">B2*2</f><v>1</v></c></row>',
        '<row r="3"><c r="A3"><f t="array" ref="A3">B3*2</f><v>1</v></c></row>',
    ),
    "formulas of texts": (
        '<row r="2"><c r="A2" t="str"><f>B2*2</f><v>1</v></c></row>',
        '<row r="3"><c r="A3" t="str"><f>B3*2</f><v>1</v></c></row>',
    ),
    "an uncomputed formula": (
        '<row r="2"><c r="A2"><f>B2*2</f><v>1</v></c></row>',
        '<row r="3"><c r="A3"><f>B3*2</f><v></v></c></row>',
    ),
    "texts whose run is struck": (
        f'<row r="2"><c r="A2" t="inlineStr">{RUN.format(0)}</c></row>',
        f'<row r="3"><c r="A3" t="inlineStr">{RUN.format(1)}</c></row>',
    ),
    "a mark in a text": (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c></row>',
        '<row r="3"><c r="A3" t="inlineStr"><is><t>a<!-- </t></is></c></row>',
        '<row r="8"><c r="A8"><v>1</v></c></row> --></t></is></c></row>',
    ),
    "rows that hold nothing": (
        '<row r="2"><c r="A2" s="0"/></row>',
        '<row r="1048576"><c r="A1048576" s="3"/></row>',
    ),
}
"""Rows whose bytes are the same but for their digits, and that do not say the same."""


@pytest.mark.parametrize("name", OTHERS)
def test_rows_that_are_alike_but_say_something_else(name: str) -> None:
    content = rows(*OTHERS[name])
    assert marks_of(content) == slow_marks(Odd(content, frozenset()))


@pytest.mark.parametrize(
    ("height", "hidden"), [("0", {2}), ("0.0", {2}), ("0.75", set()), ("12", set())]
)
def test_a_row_of_no_height_is_hidden(height: str, hidden: set[int]) -> None:
    flat = f'<row r="3" ht="{height}" customHeight="1"><c r="A3"><v>1</v></c></row>'
    marks = marks_of(rows(ONE, flat, ONE.replace("2", "4"), ONE.replace("2", "5")))
    assert marks.hidden == hidden


def test_a_row_without_a_number_follows_the_one_before() -> None:
    last = '<row><c><v>1</v></c><c r="C9"><v>1</v></c><c><v>1</v></c></row>'
    marks = marks_of(rows(ONE, ONE.replace("2", "6"), last))
    assert (marks.rows, marks.columns) == (9, 4)
    assert marks_of(rows(ONE, ONE.replace("2", "6"), "<row><c><v>1</v></c></row>")).rows == 7


def test_the_number_of_a_row_is_its_own() -> None:
    high = '<row ht="9" r="{}"></row>'
    marks = marks_of(rows(high.format(2), high.format(3), "<row><c><v>1</v></c></row>"))
    assert marks.rows == 4


@pytest.mark.parametrize(
    "address", ["A0", "A12345678", "A" + "9" * 5000, "AAAA1", "1A", "", "A", "$A$1"]
)
def test_an_impossible_address_is_refused(address: str) -> None:
    with pytest.raises(Unsafe, match="adresse"):
        marks_of(rows(ONE, f'<row r="2"><c r="{address}"><v>1</v></c></row>'))
    with pytest.raises(Unsafe, match="adresse"):
        marks_of(rows(ONE, f'<row r="{address[1:]}"><c r="{address}"><v>1</v></c></row>'))


def test_a_shared_formula_moves_with_its_cell() -> None:
    first = '<c r="C2"><f t="shared" ref="C2:C4" si="0">A2*$B$1</f><v>1</v></c>'
    next_ones = (
        f'<row r="{n}"><c r="C{n}"><f t="shared" si="0"/><v>1</v></c></row>' for n in (3, 4)
    )
    marks = marks_of(rows(f'<row r="2">{first}</row>', *next_ones))
    assert marks.formulas == {
        (1, 2): Formula("A2*$B$1"),
        (2, 2): Formula("A2*$B$1", 1, 0),
        (3, 2): Formula("A2*$B$1", 2, 0),
    }


def test_texts_struck_through_run_by_run() -> None:
    struck, plain, kept = (
        f"<r><rPr>{style}</rPr><t>x</t></r>" for style in ("<strike/>", "<b/>", "<strike val='0'/>")
    )
    phonetic = "<rPh><t>plain</t></rPh>"
    texts = (
        "<t>x</t>",
        struck + struck,
        struck + plain,
        f"<r><t> </t></r>{struck}{phonetic}",
        kept,
    )
    shared = f"<sst>{''.join(f'<si>{text}</si>' for text in texts)}</sst>"
    assert struck_texts(shared.encode()) == {"1", "3"}
    cells = "".join(f'<c r="A{n}" t="s"><v>{n}</v></c>' for n in (1, 2))
    inline = f'<c r="A3" t="inlineStr"><is>{struck}</is></c>'
    marks = marks_of(rows(f'<row r="1">{cells}{inline}</row>'), struck=frozenset({"1"}))
    assert marks.struck == {(0, 0), (2, 0)}


def test_a_blank_cell_as_openpyxl_writes_it_is_plain() -> None:
    row = '<row r="{0}"><c r="A{0}" s="0" t="n"><v>1</v></c><c r="B{0}" s="0" t="n" /></row>'
    sheet = SheetMarkup(STYLES, frozenset())
    marks = sheet.read([rows(*(row.format(n) for n in range(1, 1_001)))])
    assert sheet.markup.fed < 500
    assert (marks.rows, marks.columns) == (1_000, 1)


def test_a_number_is_not_struck_as_the_text_of_its_rank_is() -> None:
    content = rows('<row r="1"><c r="A1"><v>3</v></c><c r="B1" t="s"><v>3</v></c></row>')
    assert marks_of(content, struck=frozenset({"3"})).struck == {(0, 1)}
