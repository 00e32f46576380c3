"""The comments of the cells of an .xlsx workbook: which part of the archive holds those of a sheet.

Knows the relations of a sheet, and the texts of its comments. Never what they mean.
"""

from __future__ import annotations

from posixpath import basename, dirname
from typing import TYPE_CHECKING

from reporter.patterns import pattern
from reporter.sources.grids.markup import Markup
from reporter.sources.grids.parts import sheet_links
from reporter.sources.grids.sheet_markup import REFERENCE, address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.grids.archives import Archive
    from reporter.sources.grids.cells import Cell

AUTHOR = pattern(r"^[^:\n]{1,40}:\s*\n")
"""How a comment begins that says who wrote it, on a line of its own."""


def notes_of(archive: Archive, sheet: str) -> dict[Cell, str]:
    """Return the comments of a sheet, by their cell.

    Args:
        archive: the workbook.
        sheet: the path of its XML, in lower case.

    Raises:
        Unsafe: where the archive or its XML does not keep within its bounds.
    """
    relations = f"{dirname(sheet)}/_rels/{basename(sheet)}.rels"
    found: dict[Cell, str] = {}
    if relations not in archive.members:
        return found
    for part in sheet_links(archive, relations, kind="/comments").values():
        if part in archive.members:
            _Comments(found).markup.read([archive.content(part)])
    return found


class _Comments:
    """The comments of one part, as they come."""

    def __init__(self, found: dict[Cell, str]) -> None:
        self.found = found
        self.cell: Cell | None = None
        self.text = ""
        self.markup = Markup(self.start, self.end)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "comment":
            place = REFERENCE.fullmatch(attributes.get("ref", ""))
            self.cell, self.text = address(place) if place else None, ""

    def end(self, name: str) -> None:
        if name == "t" and "rPh" not in self.markup.path:
            self.text += self.markup.text
        elif name == "comment" and self.cell:
            self.found[self.cell] = AUTHOR.sub("", self.text).strip()
