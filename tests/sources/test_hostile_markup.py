"""Whole workbooks whose XML is hostile: in UTF-8 alone, no document type, in linear time."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest

from reporter.errors import BadData
from reporter.sources.reading import read
from tests.sources.hostile import GOOD, HEADER, members, sheet, zipped

LONGEST = 2
"""Seconds of processor for a file of some kilobytes."""
SHEET = "xl/worksheets/sheet1.xml"


def refusal(root: Path, data: bytes) -> str:
    """Return what is refused of a workbook."""
    (root / "data").mkdir()
    (root / "data" / "livres.xlsx").write_bytes(data)
    with pytest.raises(BadData) as caught:
        read(root)
    (bad,) = caught.value.errors
    return bad.what


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("start", ["", "<!DOCTYPE x>"])
def test_xml_in_utf_16_is_refused(encoding: str, start: str, tmp_path: Path) -> None:
    """A document type could hide in it from those who look for its letters."""
    content = sheet(HEADER, GOOD, start=start)
    parts = {**members(content), SHEET: content.encode(encoding)}
    assert refusal(tmp_path, zipped(parts)) == "classeur illisible"


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("start", ["<!DOCTYPE x>", '<!DOCTYPE x [<!ENTITY a "b">]>'])
def test_a_document_type_is_refused_wherever_it_stands(
    part: str, start: str, tmp_path: Path
) -> None:
    parts = members(sheet(HEADER, GOOD))
    parts[part] = start.encode() + parts[part]
    assert refusal(tmp_path, zipped(parts)) == "classeur illisible"


@pytest.mark.parametrize(
    "content",
    [
        sheet(HEADER, GOOD, ('<c t="e">' + "<f " * 4000 + "</c>",)),
        sheet(HEADER, GOOD, ('<c t="e">' + "<f></f" * 4000 + "</c>",)),
        sheet(HEADER, GOOD, ("<c>" + "<f>" * 20_000 + "</c>",)),
        sheet(HEADER, GOOD, more="<row" * 40_000),
        sheet(HEADER, GOOD, more="<row " + 'r="1" ' * 40_000),
        sheet(HEADER, GOOD, more='<row hidden="1"' + " " * 100_000),
        sheet(HEADER, GOOD, more='<row hidden="1">' + "<c " * 40_000 + "</row>"),
    ],
    ids=["errors", "closed", "formulas", "rows", "attributes", "blanks", "cells"],
)
def test_a_small_file_is_refused_or_read_in_no_time(content: str, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    data = zipped(members(content))
    (tmp_path / "data" / "livres.xlsx").write_bytes(data)
    assert len(data) < 20_000
    start = process_time()
    with suppress(BadData):
        assert len(read(tmp_path).activity.days) == 1
    assert process_time() - start < LONGEST
