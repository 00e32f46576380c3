"""XML within bounds: linear in time, bounded in memory, whatever stands in it."""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest

from reporter.sources.grids.archives import Unsafe
from reporter.sources.grids.markup import Markup, refuse_types
from tests.sources.test_marks import marks_of, rows

MANY = 300_000
UNBOUNDED: dict[str, tuple[str | bytes, str]] = {
    "nested": ("<a>" * MANY, "démesuré"),
    "names": ("<x>" + "".join(f"<a{n}/>" for n in range(MANY)), "démesuré"),
    "names of attributes": ("<x>" + "".join(f'<a b{n}=""/>' for n in range(MANY)), "démesuré"),
    "an attribute": (f'<x a="{"y" * 10 * MANY}"/>', "démesuré"),
    "a comment": (f"<x><!--{'y' * 10 * MANY}--></x>", "démesuré"),
    "an unclosed mark": (f"<x {'y ' * 5 * MANY}", "mal formé|démesuré"),
    "lines of text": ("<x>" + "y\n" * MANY, "démesuré"),
    "unclosed": ("<x><c><c>", "mal formé"),
    "no entity": ("<x>&eacute;</x>", "mal formé"),
    "two roots": ("<x/><x/>", "mal formé"),
    "a type": ("<!DOCTYPE x><x/>", "type de document"),
    "an entity": ('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "type de document"),
    "two bytes": ("<x/>".encode("utf-16"), "UTF-8"),
    "two bytes, the high one first": (b"\xfe\xff" + "<x/>".encode("utf-16-be"), "UTF-8"),
    "two bytes without a mark": ("<x/>".encode("utf-16-le"), "UTF-8"),
    "one byte": ('<?xml version="1.0" encoding="iso-8859-1"?><x>é</x>'.encode("latin-1"), "formé"),
}


@pytest.mark.parametrize("name", UNBOUNDED)
def test_what_is_beyond_the_bounds_is_refused(name: str) -> None:
    content, why = UNBOUNDED[name]
    start = process_time()
    with pytest.raises(Unsafe, match=why):
        Markup(lambda *_: None).read([content.encode() if isinstance(content, str) else content])
    assert process_time() - start < 5


SLOW = {
    "unclosed formulas": '<row r="1"><c r="A1" t="e">' + "<f " * 4_000 + "</c></row>",
    "open formulas": '<row r="1"><c r="A1" t="e">' + "<f>" * 4_000 + "</c></row>",
    "unclosed cells": '<row r="1" hidden="1">' + '<c r="A1"><f>' * 20_000 + "</row>",
    "unclosed rows": "<row hidden='1'>" * 20_000,
    "formulas in an error": '<row r="1"><c t="e">' + "<f>a</f>" * 20_000 + "</c></row>",
    "blanks in a mark": "<row" + " " * 300_000 + "/>",
    "asides": "<row>" + "<!---->" * 40_000 + "</row>",
    "rows of all shapes": "".join(f'<row r="{n}" x="{"y" * n}"></row>' for n in range(1, 1500)),
}
"""What took the square or the cube of its length to patterns on the text."""


@pytest.mark.parametrize("name", SLOW)
def test_time_is_linear_whatever_stands_in_a_sheet(name: str) -> None:
    start = process_time()
    with suppress(Unsafe):
        marks_of(rows(SLOW[name]))
    assert process_time() - start < 5


def test_a_type_that_is_only_spoken_of_is_no_type() -> None:
    said = []
    markup = Markup(lambda name, _: said.append(name))
    markup.read([b"<x><!-- <!DOCTYPE y> --><y:z/></x>"])
    assert said == ["x", "z"]


def test_a_document_that_is_read_elsewhere_declares_no_type() -> None:
    refuse_types(b"<x/>")
    with pytest.raises(Unsafe, match="type de document"):
        refuse_types(b"<x/> <!DOCTYPE x><x/>")
    with pytest.raises(Unsafe, match="UTF-8"):
        refuse_types("<x/>".encode("utf-16"))
