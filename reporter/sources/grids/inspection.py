"""What a workbook's own XML says of its cells, that the library which reads them does not.

Knows hidden rows, formulas without a value, cells in error, and how far the cells reach.
Never what a cell means.

The marks are found in the text of the XML, without building its tree: nothing in it is expanded
or followed, and a document type declaration, that no spreadsheet writes, is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reporter.sources.grids.archives import Unsafe
from reporter.sources.grids.cells import UNCOMPUTED, Broken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.sources.grids.archives import Archive

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
ATTRIBUTE = r"""\b{}\s*=\s*["']([^"']*)["']"""
NAME, LINK_ID, LINK_TARGET, HIDDEN, ERROR = (
    re.compile(ATTRIBUTE.format(name).encode()) for name in ("name", "Id", "Target", "hidden", "t")
)
SHEET_ID = re.compile(rb"""\b\w+:id\s*=\s*["']([^"']*)["']""")
AT = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{0,7})["']""")
FAR = re.compile(rb'r="([A-Za-z]{2,3})\d')
PREFIX = re.compile(rb"<(\w+:)?(?:worksheet|chartsheet|dialogsheet|macrosheet)\b")
VALUE = rb"<%bv(?:\s[^>]*)?>[^<]"
ERROR_FIX = "corriger la formule, ou écrire la valeur"
LONGEST_ROW = 1 << 25
ALPHABET = 26


@dataclass(slots=True)
class Marks:
    """What was found of one sheet; rows and columns count from 0.

    Attributes:
        rows: how many rows its cells span.
        columns: how many columns its cells span, as far as they go beyond Z.
        hidden: the hidden rows.
        broken: the cells that hold no value though they are not blank.
    """

    rows: int = 0
    columns: int = 1
    hidden: set[int] = field(default_factory=set)
    broken: dict[tuple[int, int], Broken] = field(default_factory=dict)


def inspect_xlsx(archive: Archive) -> dict[str, Marks]:
    """Return what the XML of each sheet says, by the name of the sheet.

    Raises:
        Unsafe: where the archive does not keep within its bounds.
    """
    paths = _sheet_paths(archive)
    return {paths.get(name, name): _marks(archive.pieces(name)) for name in archive.members}


def pieces_by(end: bytes, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield XML in pieces that end with a mark, the last one excepted.

    Raises:
        Unsafe: where the XML declares a document type, the only way to define entities.
    """
    left = b""
    for piece in pieces:
        if left == b"" and piece[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
            raise Unsafe("XML qui n’est pas en UTF-8")
        left += piece
        if b"<!DOCTYPE" in left:
            raise Unsafe("déclaration de type de document, interdite dans un classeur")
        cut = left.rfind(end) + len(end)
        if cut >= len(end):
            yield left[:cut]
            left = left[cut:]
        if len(left) > LONGEST_ROW:
            raise Unsafe("ligne trop longue")
    yield left


def column_number(letters: bytes) -> int:
    """Return the number of a column from its letters, A being 0."""
    number = 0
    for letter in letters.upper():
        number = number * ALPHABET + letter - ord("A") + 1
    return number - 1


def _sheet_paths(archive: Archive) -> dict[str, str]:
    """Return the name of each sheet by the path of its XML."""
    links = sheet_links(archive, RELATIONS)
    paths = {}
    for sheet in re.findall(rb"<[^>]*\bsheet\b[^>]*>", archive.content(WORKBOOK)):
        name, link_id = NAME.search(sheet), SHEET_ID.search(sheet)
        if name and link_id and link_id[1] in links:
            paths[links[link_id[1]]] = unescaped(name[1])
    return paths


def sheet_links(archive: Archive, relations: str) -> dict[bytes, str]:
    """Return the path of each part of a workbook by the identifier that its sheets cite."""
    links = {}
    for link in re.findall(rb"<[^>]*Relationship\b[^>]*>", archive.content(relations)):
        found = LINK_ID.search(link), LINK_TARGET.search(link)
        if found[0] and found[1]:
            target = found[1][1].decode("utf-8", "replace")
            links[found[0][1]] = target[1:] if target.startswith("/") else f"xl/{target}"
    return links


def unescaped(name: bytes) -> str:
    """Return the text of an XML attribute."""
    text = name.decode("utf-8", "replace")
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def _marks(pieces: Iterable[bytes]) -> Marks:
    marks = Marks()
    prefix = None
    for piece in pieces_by(b"row>", pieces):
        if prefix is None:
            found = PREFIX.search(piece)
            prefix = (found[1] or b"") if found else b""
        usual = not (re.search(rb'=[^"]', piece) or b' ="' in piece)
        rows = re.findall(rb'<%brow\b(?:[^>]*?\sr="(\d{1,7})")?' % prefix, piece)
        signs = (b"<%bf" % prefix, b"hidden", b't="e"')
        if usual and b"" not in rows and not any(sign in piece for sign in signs):
            marks.rows = max(marks.rows, *map(int, rows), 0)
            for letters in set(FAR.findall(piece)):
                marks.columns = max(marks.columns, column_number(letters) + 1)
        else:
            _mark_rows(marks, piece, prefix)
    return marks


def _mark_rows(marks: Marks, piece: bytes, prefix: bytes) -> None:
    """Note what stands in rows of which some are hidden, or hold formulas or errors."""
    for found in re.finditer(rb"<%brow\b([^>]*)>" % prefix, piece):
        at = AT.search(found[1])
        row = int(at[2]) - 1 if at and at[2] else marks.rows
        marks.rows = max(marks.rows, row + 1)
        hidden = HIDDEN.search(found[1])
        if hidden and hidden[1] in (b"1", b"true"):
            marks.hidden.add(row)
        end = piece.find(b"</%brow" % prefix, found.end())
        if not found[1].endswith(b"/") and end > 0:
            _mark_cells(marks, row, piece[found.end() : end], prefix)


def _mark_cells(marks: Marks, row: int, cells: bytes, prefix: bytes) -> None:
    column = -1
    pattern = rb"<%bc\b([^>]*?)(?:/>|>(.*?)</%bc>)" % (prefix, prefix)
    for attributes, content in re.findall(pattern, cells, re.DOTALL):
        at = AT.search(attributes)
        column = column_number(at[1]) if at and at[1] else column + 1
        marks.columns = max(marks.columns, column + 1)
        kind = ERROR.search(attributes)
        if kind and kind[1] == b"e":
            shown = re.sub(rb"<[^>]*f\b.*?</[^>]*f>|<[^>]*>", b"", content, flags=re.DOTALL)
            marks.broken[row, column] = Broken(shown.decode("utf-8", "replace")[:20], ERROR_FIX)
        elif b"<%bf" % prefix in content and not (
            (kind and kind[1] == b"str") or re.search(VALUE % prefix, content)
        ):
            marks.broken[row, column] = UNCOMPUTED
