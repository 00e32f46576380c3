"""What the XML of an .xlsx workbook says of its cells, that the library which reads them does not.

Knows which parts of the archive say it. Never what a cell means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.grids.notes import notes_of
from reporter.sources.grids.parts import read_book
from reporter.sources.grids.sheet_markup import SheetMarkup
from reporter.sources.grids.styles import read_styles, struck_texts

if TYPE_CHECKING:
    from reporter.sources.grids.archives import Archive
    from reporter.sources.grids.marks import Marks

STYLES, TEXTS = "xl/styles.xml", "xl/sharedstrings.xml"
ELSEWHERE = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", STYLES, TEXTS)


def inspect_xlsx(archive: Archive) -> dict[str, Marks]:
    """Return what the XML of each sheet says, by the name of the sheet.

    Raises:
        Unsafe: where the archive or its XML does not keep within its bounds.
    """
    book = read_book(archive)
    styles = read_styles(archive.content(STYLES))
    struck = struck_texts(archive.content(TEXTS))
    marks = {}
    for path, name in book.sheets.items():
        if path in archive.members:
            marks[name] = found = SheetMarkup(styles, struck).read(archive.pieces(path))
            found.notes |= notes_of(archive, path)
            if not book.is_exact:
                found.formulas.clear()
    archive.pass_over_but({*ELSEWHERE, *book.sheets})
    return marks
