"""What a binary workbook (.xlsb) says of its cells: the same marks as of an xlsx.

Knows the records of the format ([MS-XLSB] 2.1.4: a number, a length, then that many bytes).
Never what the cells mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.grids.archives import Unsafe
from reporter.sources.grids.cells import Broken
from reporter.sources.grids.inspection import ERROR_FIX, Marks, sheet_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.grids.archives import Archive

ROW = 0
CELLS = range(1, 12)
IN_ERROR = (3, 11)
HIDDEN_AT, HIDDEN = 11, 0x10
SHEET = 156
WORKBOOK, RELATIONS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"


def inspect_xlsb(archive: Archive) -> dict[str, Marks]:
    """Return what each sheet says, by the name of the sheet.

    Raises:
        Unsafe: where the archive does not keep within its bounds, or a sheet is cut short.
    """
    paths = _sheet_paths(archive)
    marks = {}
    for name in archive.members:
        content = archive.content(name)
        if name.startswith("xl/") and name.endswith(".bin") and "sheets/" in name:
            marks[paths.get(name, name)] = _marks(content)
    return marks


def _sheet_paths(archive: Archive) -> dict[str, str]:
    """Return the name of each sheet by the path of its records."""
    links = sheet_links(archive, RELATIONS)
    content = archive.content(WORKBOOK)
    paths = {}
    for record, start, end in _records(content):
        if record == SHEET:
            link, at = _text(content, start + 8)
            name, _ = _text(content[:end], at)
            paths[links.get(link.encode(), "")] = name
    return paths


def _text(content: bytes, at: int) -> tuple[str, int]:
    """Read a text, its length before it; return it and where it ends."""
    end = at + 4 + 2 * int.from_bytes(content[at : at + 4], "little")
    return content[at + 4 : end].decode("utf-16-le", "replace"), end


def _marks(content: bytes) -> Marks:
    marks = Marks()
    row = 0
    for record, start, end in _records(content):
        number = int.from_bytes(content[start : start + 4], "little")
        if record == ROW:
            row = number
            marks.rows = max(marks.rows, row + 1)
            if content[start + HIDDEN_AT : start + HIDDEN_AT + 1] and (
                content[start + HIDDEN_AT] & HIDDEN
            ):
                marks.hidden.add(row)
        elif record in CELLS:
            marks.columns = max(marks.columns, number + 1)
            if record in IN_ERROR:
                marks.broken[row, number] = Broken("#ERREUR", ERROR_FIX)
        if end > len(content):
            raise Unsafe("feuille incomplète")
    return marks


def _records(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield each record as its number, where its bytes start and where they end."""
    at = 0
    while at < len(content):
        record, at = _number(content, at, 2)
        length, at = _number(content, at, 4)
        yield record, at, at + length
        at += length


def _number(content: bytes, at: int, most: int) -> tuple[int, int]:
    """Read a number of seven bits a byte; return it and where it ends."""
    number = 0
    for shift in range(most):
        byte = content[at] if at < len(content) else 0
        at += 1
        number |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:  # noqa: PLR2004  # the last byte has its high bit clear
            break
    return number, at
