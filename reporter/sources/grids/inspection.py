"""What the archive of an .xlsx workbook says of its cells, besides what calamine reads of it.

Knows which member of the archive holds what: sheets, styles, comments. Never what a cell means.
"""

from __future__ import annotations

from posixpath import basename, dirname, normpath
from typing import TYPE_CHECKING

from reporter.patterns import pattern
from reporter.sources.grids.markup import elements
from reporter.sources.grids.sheet_markup import REFERENCE, SheetMarkup, address
from reporter.sources.grids.styles import FALSE, read_styles, struck_texts

if TYPE_CHECKING:
    from reporter.sources.grids.archives import Archive
    from reporter.sources.grids.cells import Cell, Marks

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STYLES, TEXTS = "xl/styles.xml", "xl/sharedstrings.xml"
AUTHOR = pattern(r"^[^:\n]{1,40}:\s*\n")
"""How a comment begins that says who wrote it, on a line of its own."""


def inspect_xlsx(archive: Archive) -> dict[str, Marks]:
    """Return what the XML of each sheet says, by the name of the sheet.

    Raises:
        Unsafe: where the archive or its XML does not keep within its bounds.
    """
    sheets, is_exact = _book(archive)
    styles = read_styles(archive.content(STYLES))
    struck = struck_texts(archive.content(TEXTS))
    marks = {}
    for path, name in sheets.items():
        if path in archive.members:
            marks[name] = found = SheetMarkup(styles, struck).read(archive.pieces(path))
            found.notes |= _notes(archive, path)
            if not is_exact:
                found.formulas.clear()
    archive.pass_over_but({WORKBOOK, RELATIONS, STYLES, TEXTS, *sheets})
    return marks


def _book(archive: Archive) -> tuple[dict[str, str], bool]:
    """Return the name of each sheet by the path of its XML, in lower case; and whether it is exact.

    It is where its cells keep what they compute, and not only the digits shown.
    """
    paths = links(archive, RELATIONS)
    names, exact = {}, True
    for path, its, _ in elements([archive.content(WORKBOOK)]):
        if its and path[-1] == "sheet" and "name" in its:
            ids = (value for key, value in its.items() if key.endswith(":id"))
            names[paths.get(next(ids, ""), "")] = its["name"]
        elif its and path[-1] == "calcPr" and its.get("fullPrecision") in FALSE:
            exact = False
    return names, exact


def links(archive: Archive, relations: str, kind: str = "") -> dict[str, str]:
    """Return the path of each part of a workbook, in lower case, by the identifier it is cited by.

    Args:
        archive: the workbook.
        relations: the member that names them, and beside what their paths are written.
        kind: how the type ends of those that are wanted.

    Raises:
        Unsafe: where the archive or its XML does not keep within bounds.
    """
    folder = dirname(dirname(relations))
    return {
        its.get("Id", ""): _path(its.get("Target", ""), folder)
        for path, its, _ in elements([archive.content(relations)])
        if its and path[-1] == "Relationship" and its.get("Type", "").endswith(kind)
    }


def _path(target: str, folder: str) -> str:
    target = target.replace("\\", "/").lower()
    return normpath(target[1:] if target.startswith("/") else f"{folder}/{target}")


def _notes(archive: Archive, sheet: str) -> dict[Cell, str]:
    """Return the comments of a sheet, by their cell; `sheet` is the path of its XML."""
    relations = f"{dirname(sheet)}/_rels/{basename(sheet)}.rels"
    found: dict[Cell, str] = {}
    for part in links(archive, relations, kind="/comments").values():
        cell, text = None, ""
        for path, its, said in elements([archive.content(part)]):
            if its is not None and path[-1] == "comment":
                place = REFERENCE.fullmatch(its.get("ref", ""))
                cell, text = address(place) if place else None, ""
            elif its is None and path[-1] == "t" and "rPh" not in path:
                text += said
            elif its is None and path[-1] == "comment" and cell:
                found[cell] = AUTHOR.sub("", text).strip()
    return found
