"""What a binary workbook (.xlsb) says of its cells: the same marks as of an xlsx.

Knows the records of the format ([MS-XLSB] 2.1.4: a number, a length, then that many bytes).
Never what the cells mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.grids.archives import Unsafe
from reporter.sources.grids.cells import ERROR_FIX, Broken, Marks
from reporter.sources.grids.inspection import links
from reporter.sources.grids.number_formats import sign_of
from reporter.sources.grids.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.grids.archives import Archive
    from reporter.sources.grids.cells import Sign

ROW = 0
CELLS = range(2, 12)
NUMBERS = (2, 5, 9)
IN_ERROR = (3, 11)
HIDDEN_AT, HIDDEN = 11, 0x10
FONT, STRUCK_AT, STRUCK = 43, 2, 0x08
FORMAT, STYLE, FIRST_STYLE, LAST_STYLE = 44, 47, 617, 618
SHEET = 156
WORKBOOK, RELATIONS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"
STYLES = "xl/styles.bin"


def inspect_xlsb(archive: Archive) -> dict[str, Marks]:
    """Return what each sheet says, by the name of the sheet.

    Raises:
        Unsafe: where the archive does not keep within its bounds, or a sheet is cut short.
    """
    paths = _sheet_paths(archive)
    styles = _styles(archive.content(STYLES))
    archive.pass_over_but({WORKBOOK, RELATIONS, STYLES, *paths})
    return {
        name: _marks(archive.content(path), styles)
        for path, name in paths.items()
        if path in archive.members
    }


def _sheet_paths(archive: Archive) -> dict[str, str]:
    """Return the name of each sheet by the path of its records."""
    parts = links(archive, RELATIONS)
    content = archive.content(WORKBOOK)
    paths = {}
    for record, start, end in _records(content):
        if record == SHEET:
            link, at = _text(content, start + 8)
            name, _ = _text(content[:end], at)
            paths[parts.get(link, "")] = name
    return paths


def _styles(content: bytes) -> Styles:
    """Return the styles that strike cells through or show something beside them."""
    fonts: list[bool] = []
    signs: dict[int, Sign | None] = {}
    cells: list[tuple[int, int]] = []
    in_cells = False
    for record, start, _ in _records(content):
        if record == FONT:
            fonts.append(bool(_integer(content, start + STRUCK_AT, 2) & STRUCK))
        elif record == FORMAT:
            signs[_integer(content, start, 2)] = sign_of(_text(content, start + 2)[0])
        elif record in (FIRST_STYLE, LAST_STYLE):
            in_cells = record == FIRST_STYLE
        elif record == STYLE and in_cells:
            cells.append((_integer(content, start + 2, 2), _integer(content, start + 4, 2)))
    struck = {n for n, strikes in enumerate(fonts) if strikes}
    return Styles.of(
        [(str(n), font in struck, signs.get(number)) for n, (number, font) in enumerate(cells)]
    )


def _text(content: bytes, at: int) -> tuple[str, int]:
    """Read a text, its length before it; return it and where it ends."""
    end = at + 4 + 2 * int.from_bytes(content[at : at + 4], "little")
    return content[at + 4 : end].decode("utf-16-le", "replace"), end


def _marks(content: bytes, styles: Styles) -> Marks:
    """Return what the records of a sheet say."""
    marks, row = Marks(), 0
    for record, start, end in _records(content):
        said = content[start:end]
        if end > len(content):
            raise Unsafe("feuille incomplète")
        if record == ROW:
            row = _integer(said, 0)
            if _integer(said, HIDDEN_AT, 1) & HIDDEN:
                marks.hidden.add(row)
        elif record in CELLS:
            style = str(_integer(said, 4, 3))
            marks.note(
                (row, _integer(said, 0)),
                broken=Broken("#ERREUR", ERROR_FIX) if record in IN_ERROR else None,
                struck=style in styles.struck,
                sign=styles.signs.get(style) if record in NUMBERS else None,
            )
    return marks


def _integer(content: bytes, at: int, size: int = 4) -> int:
    return int.from_bytes(content[at : at + size], "little")


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
