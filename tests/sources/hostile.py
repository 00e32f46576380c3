"""Workbooks written byte by byte, as no honest program writes them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass

FILES = Path(__file__).parent / "files"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{KIND}-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="{KIND}-officedocument.spreadsheetml.sheet.main+xml"/>'
    "</Types>"
)
Row = tuple[str | float, ...]
HEADER: Row = ("Date", "Client", "Jours", "TJM", "Montant HT")
GOOD: Row = ("31/03/2020", "Client A", 10.5, 700, 7350)
GIGABYTE = 1 << 30


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_macros(data: bytes) -> bytes:
    """Return an open document that holds macros: its libraries declare a document type."""
    out = io.BytesIO(data)
    library = b'<?xml version="1.0"?><!DOCTYPE script:module PUBLIC "-//x" "module.dtd"><x/>'
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("Basic/Standard/Module1.xml", library)
        archive.writestr("Basic/script-lc.xml", library)
    return out.getvalue()


def cell(row: int, column: int, value: str | float) -> str:
    """Return a cell of a sheet; a text that starts with < is XML to be put in as it is."""
    at = f"{chr(65 + column)}{row}"
    if isinstance(value, str) and value.startswith("<c"):
        return value.replace("<c", f'<c r="{at}"', 1)
    if isinstance(value, str):
        return f'<c r="{at}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{at}"><v>{value}</v></c>'


def sheet(*rows: Row, more: str = "", start: str = "", main: str = MAIN) -> str:
    """Return the XML of a sheet."""
    body = "".join(
        f'<row r="{n}">{"".join(cell(n, c, value) for c, value in enumerate(row))}</row>'
        for n, row in enumerate(rows, 1)
    )
    data = f"<sheetData>{body}{more}</sheetData>"
    return f'<?xml version="1.0"?>{start}<worksheet xmlns="{main}">{data}</worksheet>'


def members(
    content: str, *, name: str = "Jours", state: str = "", main: str = MAIN, links: str = LINKS
) -> dict[str, bytes]:
    """Return the files of a workbook with one sheet."""
    attributes = f'name="{name}" sheetId="1" {state} r:id="rId1"'
    sheets = f"<sheets><sheet {attributes}/></sheets>"
    book = f'<workbook xmlns="{main}" xmlns:r="{links}">{sheets}</workbook>'

    def relations(kind: str, target: str, more: str = "") -> bytes:
        link = f'<Relationship Id="rId1" Type="{links}/{kind}" Target="{target}"/>{more}'
        return f'<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'.encode()

    styles = f'<Relationship Id="rId2" Type="{links}/styles" Target="styles.xml"/>'
    return {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": book.encode(),
        "xl/_rels/workbook.xml.rels": relations("worksheet", "worksheets/sheet1.xml", styles),
        "xl/worksheets/sheet1.xml": content.encode(),
    }


def xlsx(content: str, **parts: str) -> bytes:
    """Return a workbook with one sheet."""
    return zipped(members(content, **parts))


def good(**more: str) -> bytes:
    """Return a workbook with one line of billed days."""
    return xlsx(sheet(HEADER, GOOD, **more))


NAMES = ("office", "table", "text", "manifest", "style")


def ods(rows: str, start: str = "", styles: str = "", settings: str = "") -> bytes:
    """Return an OpenDocument workbook with one sheet."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{oasis}:{name}:1.0"' for name in NAMES)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    content = (
        f'<?xml version="1.0"?>{start}<office:document-content {spaces} '
        f'xmlns:number="{oasis}:datastyle:1.0" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{settings}"
        f'<table:table table:name="Jours">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    entry = '<manifest:file-entry manifest:full-path="/"/>'
    manifest = f"<manifest:manifest {spaces}>{entry}</manifest:manifest>"
    return zipped(
        {
            "mimetype": kind.encode(),
            "META-INF/manifest.xml": manifest.encode(),
            "content.xml": content.encode(),
        }
    )


def ods_row(*values: str | float, row: str = "", last: str = "") -> str:
    """Return a row of an OpenDocument sheet."""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        if isinstance(value, str)
        else f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        for value in values
    )
    return f"<table:table-row {row}>{cells}{last}</table:table-row>"


def bomb(size: int = GIGABYTE) -> bytes:
    """Return a workbook of which one sheet holds a gigabyte of blanks."""
    return xlsx(sheet(HEADER, GOOD, more=" " * size))


def lying_bomb(size: int) -> bytes:
    """Return a workbook that announces small sizes and holds far more."""
    data = bytearray(xlsx(sheet(HEADER, GOOD, more=" " * size)))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = data.find(mark)
        while start >= 0:
            (announced,) = struct.unpack_from("<I", data, start + at)
            if announced > size:
                struct.pack_into("<I", data, start + at, 1000)
            start = data.find(mark, start + 4)
    return bytes(data)


def encrypted() -> bytes:
    """Return what an encrypted .xlsx is: an OLE file with a stream « EncryptedPackage »."""
    data = (FILES / "protege.xls").read_bytes()
    name = "EncryptedPackage".encode("utf-16-le")
    old = "Workbook".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 18)
    return data.replace(old, name.ljust(64, b"\0") + struct.pack("<H", 34))


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
FAR = "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
MERGES = "".join(f'<mergeCell ref="A{n}:C{n}"/>' for n in range(3, 50_003))


def merged() -> bytes:
    """Return a workbook with fifty thousand merged areas."""
    content = sheet(HEADER, GOOD)
    return xlsx(content.replace("</sheetData>", f"</sheetData><mergeCells>{MERGES}</mergeCells>"))


def repeated_cells() -> bytes:
    """Return an ODS of seventeen billion cells."""
    value = 'office:value-type="float" office:value="1"'
    wide = f'<table:table-cell table:number-columns-repeated="16384" {value}/>'
    big = ods_row(row='table:number-rows-repeated="1048576"', last=wide)
    return ods(ods_row(*HEADER) + ods_row(*GOOD) + big)


def blank_tail() -> bytes:
    """Return an ODS as spreadsheets write them: a million blank rows after the last line."""
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    tail = ods_row(row='table:number-rows-repeated="1048574"', last=blank)
    return ods(ods_row(*HEADER, last=blank) + ods_row(*GOOD, last=blank) + tail)


def xlsb() -> bytes:
    """Return what is enough of a binary workbook to be known as one."""
    return zipped({"[Content_Types].xml": TYPES.encode(), "xl/workbook.bin": b""})


def flipped(data: bytes, seed: int) -> bytes:
    """Return bytes of which a few are changed, always the same for a seed."""
    changed = bytearray(data)
    for n in range(1 + seed % 5):
        mix = zlib.crc32(f"{seed} {n}".encode())
        changed[mix % len(changed)] = mix >> 24
    return bytes(changed)
