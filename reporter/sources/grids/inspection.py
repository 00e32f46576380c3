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
    for name in archive.members:
        if name in book.sheets:
            sheet = SheetMarkup(styles, struck)
            marks[book.sheets[name]] = sheet.read(archive.pieces(name))
            sheet.marks.notes |= notes_of(archive, name)
            if not book.is_exact:
                sheet.marks.formulas.clear()
        elif name not in ELSEWHERE:
            archive.pass_over(name)
    return marks
