"""A workbook → bytes, the same for the same year: no hour of the day inside.

Knows the zip that a workbook is. Never its cells.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from datetime import date

    from openpyxl import Workbook

CORE = "docProps/core.xml"
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def saved(book: Workbook, title: str, day: date) -> bytes:
    """Return the bytes of a workbook dated of a day; its formulas are computed when it opens."""
    midnight = datetime.combine(day, time(), UTC).replace(tzinfo=None)
    book.properties.title, book.properties.creator = title, "bilan"
    book.properties.created = midnight
    book.calculation.fullCalcOnLoad = True
    first, second = BytesIO(), BytesIO()
    book.save(first)
    with ZipFile(first) as source, ZipFile(second, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == CORE:
                data = MODIFIED.sub(rb"\g<1>%sZ" % midnight.isoformat().encode(), data)
            target.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return second.getvalue()
