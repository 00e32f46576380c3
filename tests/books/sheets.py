"""Workbooks written quickly, part by part: formats, struck cells, formulas, what is hidden.

A library takes ten times as long for one small book, and the tests read thousands of them.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from string import ascii_uppercase
from typing import Any
from xml.sax.saxutils import escape, quoteattr

EPOCH = date(1899, 12, 30)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats"
SHEET_KIND = f"{KIND}-officedocument.spreadsheetml"
DATE_FORMAT = "dd/mm/yyyy"

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell that is more than its value.

    Attributes:
        value: what it shows; None for a formula that nobody computed.
        formula: the formula that gives it, without its equals sign.
        format: its number format.
        struck: whether it is struck through.
        error: whether its value is an error of the spreadsheet.
    """

    value: Any = None
    formula: str = ""
    format: str = ""
    struck: bool = False
    error: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its rows, and what is hidden, filtered or merged; all numbers count from 0."""

    rows: Rows
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[str, ...] = ()
    filtered: str = ""


@dataclass(slots=True)
class _Styles:
    """The styles of the cells written so far."""

    known: dict[tuple[str, bool], int] = field(default_factory=lambda: {("", False): 0})

    def number(self, code: str, *, struck: bool) -> int:
        return self.known.setdefault((code, struck), len(self.known))

    def xml(self) -> str:
        codes = list(dict.fromkeys(code for code, _ in self.known if code))
        formats = "".join(
            f'<numFmt numFmtId="{164 + rank}" formatCode={quoteattr(code)}/>'
            for rank, code in enumerate(codes)
        )
        cells = "".join(
            f'<xf numFmtId="{164 + codes.index(code) if code else 0}" fontId="{int(struck)}" '
            'fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
            for code, struck in self.known
        )
        counted = f'<numFmts count="{len(codes)}">{formats}</numFmts>' if codes else ""
        return (
            f'<styleSheet xmlns="{MAIN}">{counted}<fonts count="2"><font/><font><strike/></font>'
            '</fonts><fills count="1"><fill><patternFill/></fill></fills>'
            '<borders count="1"><border/></borders>'
            '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
            f'<cellXfs count="{len(self.known)}">{cells}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0"/></cellStyles></styleSheet>'
        )


def xlsx(sheets: dict[str, Sheet]) -> bytes:
    """Return a workbook."""
    styles = _Styles()
    parts = {
        f"xl/worksheets/sheet{n}.xml": _sheet_xml(sheet, styles)
        for n, sheet in enumerate(sheets.values(), 1)
    }
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"'
        f"{' state=' + quoteattr('hidden') if sheet.hidden else ''}/>"
        for n, (name, sheet) in enumerate(sheets.items(), 1)
    )
    targets = [f"worksheets/sheet{n}.xml" for n in range(1, len(sheets) + 1)]
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{LINKS}/worksheet" Target="{target}"/>'
        for n, target in enumerate(targets, 1)
    )
    links += f'<Relationship Id="rIdS" Type="{LINKS}/styles" Target="styles.xml"/>'
    package = f'<Relationships xmlns="{PACKAGE}/relationships">'
    root = f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/>'
    parts |= {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": f"{package}{root}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{package}{links}</Relationships>",
        "xl/styles.xml": styles.xml(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + content)
    return out.getvalue()


def letters(column: int) -> str:
    """Return the letters of a column that counts from 0: A, Z, AA."""
    before, last = divmod(column, len(ascii_uppercase))
    return (letters(before - 1) if before else "") + ascii_uppercase[last]


def _types(count: int) -> str:
    overrides = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{SHEET_KIND}.{kind}+xml"/>'
        for part, kind in (
            ("workbook", "sheet.main"),
            ("styles", "styles"),
            *((f"worksheets/sheet{n}", "worksheet") for n in range(1, count + 1)),
        )
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{KIND}-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _sheet_xml(sheet: Sheet, styles: _Styles) -> str:
    columns = "".join(
        f'<col min="{c + 1}" max="{c + 1}" hidden="1"/>' for c in sorted(sheet.hidden_columns)
    )
    rows = "".join(
        f'<row r="{n + 1}"{" hidden=" + quoteattr("1") if n in sheet.hidden_rows else ""}>'
        + "".join(_cell_xml(n, c, value, styles) for c, value in enumerate(row))
        + "</row>"
        for n, row in enumerate(sheet.rows)
    )
    after = f'<autoFilter ref="{sheet.filtered}"/>' if sheet.filtered else ""
    if sheet.merges:
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merges)
        after += f'<mergeCells count="{len(sheet.merges)}">{merged}</mergeCells>'
    before = f"<cols>{columns}</cols>" if columns else ""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def _cell_xml(  # noqa: PLR0911  # a way of writing for each type
    row: int, column: int, value: Any, styles: _Styles
) -> str:
    cell = value if isinstance(value, Cell) else Cell(value=value)
    style = styles.number(cell.format or _usual_format(cell.value), struck=cell.struck)
    start = f'<c r="{letters(column)}{row + 1}"' + (f' s="{style}"' if style else "")
    formula = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
    match cell.value:
        case None | "":
            return f"{start}>{formula}</c>" if formula or style else ""
        case bool():
            return f'{start} t="b">{formula}<v>{int(cell.value)}</v></c>'
        case int() | float() | Decimal():
            return f"{start}>{formula}<v>{cell.value}</v></c>"
        case date() | time() | timedelta():
            return f"{start}>{formula}<v>{_serial(cell.value)}</v></c>"
        case text if cell.error:
            return f'{start} t="e">{formula}<v>{escape(text)}</v></c>'
        case text if formula:
            return f'{start} t="str">{formula}<v>{escape(text)}</v></c>'
        case text:
            space = ' xml:space="preserve"'
            return f'{start} t="inlineStr"><is><t{space}>{escape(text)}</t></is></c>'


def _usual_format(value: Any) -> str:
    formats = {datetime: "dd/mm/yyyy hh:mm", date: DATE_FORMAT, time: "hh:mm", timedelta: "[h]:mm"}
    return formats.get(type(value), "")


def _serial(value: date | time | timedelta) -> float:
    """Return what a spreadsheet keeps of a moment or of a length: days, since its first one."""
    match value:
        case datetime():
            return (value - datetime.combine(EPOCH, time())) / timedelta(days=1)
        case date():
            return (value - EPOCH).days
        case time():
            return _serial(datetime.combine(EPOCH, value))
        case _:
            return value / timedelta(days=1)


def french(value: Any) -> str:
    """Return a cell as a French spreadsheet exports it."""
    value = value.value if isinstance(value, Cell) else value
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float | Decimal):
        return f"{value}".replace(".", ",")
    return "" if value is None else str(value)


def csv_text(rows: Rows, delimiter: str = ";") -> str:
    """Return rows as a CSV file with decimal commas."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([map(french, row) for row in rows])
    return out.getvalue()


def write(root: Path, sheets: Mapping[str, Sheet], settings: str = "") -> Path:
    """Write a folder of books.

    A name that ends in .csv is a file; « other.xlsx/Jours » is a sheet of another workbook; any
    other is a sheet of livres.xlsx.
    """
    data = root / "data"
    data.mkdir(parents=True, exist_ok=True)
    (root / "bilan.toml").write_text(settings, encoding="utf-8")
    books: dict[str, dict[str, Sheet]] = {}
    for name, sheet in sheets.items():
        file, _, title = name.rpartition("/")
        if not file and name.endswith(".csv"):
            (data / name).write_text(csv_text(sheet.rows), encoding="utf-8")
        else:
            books.setdefault(file or "livres.xlsx", {})[title] = sheet
    for file, parts in books.items():
        (data / file).write_bytes(xlsx(parts))
    return root
