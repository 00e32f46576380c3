"""A workbook → bytes, the same for the same year: no hour of the day inside, no formula unvalued.

Knows the zip that a workbook is, and how a cell holds a formula and its value. Never their meaning.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reporter.formats.pack.workbook.formulas import Values
from reporter.model import ZERO
from reporter.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from datetime import date

    from openpyxl import Workbook

    from reporter.formats.pack.workbook.functions import Value

FORMULA = pattern(r'<c r="([A-Z]+\d+)"((?: s="\d+")?)><f>(.*?)</f><v ?/></c>')
CORE = "docProps/core.xml"
MODIFIED = pattern(rb"(<dcterms:modified[^>]*>)[^<]*")


def saved(book: Workbook, title: str, day: date) -> bytes:
    """Return the bytes of a workbook dated of a day, the value of each formula beside it.

    openpyxl writes formulas alone: without a value, mail, phones, the protected view and pandas
    show nothing. A program that computes does so again when it opens the file.
    """
    midnight = datetime.combine(day, time(), UTC).replace(tzinfo=None)
    book.properties.title, book.properties.creator = title, "bilan"
    book.properties.created = midnight
    book.calculation.fullCalcOnLoad = True
    first, second, values = BytesIO(), BytesIO(), Values(book)
    sheets = {f"xl/worksheets/sheet{n}.xml": name for n, name in enumerate(book.sheetnames, 1)}
    book.save(first)
    with ZipFile(first) as source, ZipFile(second, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == CORE:
                data = MODIFIED.sub(rb"\g<1>%sZ" % midnight.isoformat().encode(), data)
            elif name in sheets:
                data = _valued(data.decode(), values.formulas(sheets[name])).encode()
            target.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return second.getvalue()


def _valued(xml: str, values: Mapping[str, Value]) -> str:
    """Return the XML of a sheet with the value of each formula beside it."""

    def cell(found: re.Match[str]) -> str:
        name, style, formula = found.groups()
        value = values[name]
        if isinstance(value, str):
            return f'<c r="{name}"{style} t="str"><f>{formula}</f><v>{escape(value)}</v></c>'
        number = f"{value or ZERO:f}" if not isinstance(value, bool) else str(int(value))
        return f'<c r="{name}"{style}><f>{formula}</f><v>{number}</v></c>'

    return FORMULA.sub(cell, xml)
