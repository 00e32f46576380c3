"""Sheets of an .xlsx written in all the ways that XML allows, and a slow reading of them.

The slow reading knows nothing of ours: it takes the tree that ElementTree makes and walks it.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from reporter.errors import column_letters as letters
from reporter.sources.grids.cells import ERROR_FIX, ODD, UNCOMPUTED, Broken, Cell, Marks, Sign
from tests.sources import hostile

STYLE_SHEET = (
    f'<styleSheet xmlns="{hostile.MAIN}">'
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="[$$-409]#,##0.00"/>'
    '<numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts>'
    '<fonts><font/><font><b/><strike/></font><font><strike val="0"/></font></fonts>'
    "<fills><fill/></fills><borders><border/></borders>"
    '<cellStyleXfs><xf fontId="1"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/>'
    '<xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="2"/></cellXfs></styleSheet>'
).encode()
"""Four styles: plain, struck through, in dollars, in euros."""
STRUCK, DOLLARS = "1", "2"
FORMULAS = ("C{n}*D{n}", "SUM(C2:C{n})", "IF(A{n}<3,1,2)", "Autre!A{n}", "-C{n}+1.5")
SIMPLE = re.compile(r"-?[A-Z]+\d+[*+][A-Z\d.]+|SUM\(C2:C\d+\)")
if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = {letters(number): number for number in range(1000)}
COMMON = 4


class Odd(NamedTuple):
    """A sheet: its XML, and the cells whose value is written in several pieces."""

    content: bytes
    odd: frozenset[Cell]


class _Writer:
    """Writes a sheet as a chance decides; a plain one mostly, and odd in places."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # a seed to find the sheet again
        self.oddness = self.chance.choice((0, 0, 0.02, 0.3))
        self.prefix = "x:" if self.chance.random() < self.oddness else ""
        self.odd: set[Cell] = set()

    def is_odd(self) -> bool:
        return self.chance.random() < self.oddness

    def element(self, name: str, attributes: dict[str, str], content: str | None) -> str:
        """Return an element, its attributes in any order and with either quote."""
        pairs = list(attributes.items())
        if self.is_odd():
            self.chance.shuffle(pairs)
        said = "".join(f"{self.blank()}{key}{self.value(value)}" for key, value in pairs)
        name = f"{self.prefix}{name}"
        if content is None or (not content and self.is_odd()):
            return f"<{name}{said}/>"
        return f"<{name}{said}>{content}</{name}>{self.aside()}"

    def blank(self) -> str:
        return self.chance.choice((" ", "\n", "\t ")) if self.is_odd() else " "

    def value(self, value: str) -> str:
        quote = "'" if self.is_odd() else '"'
        if value and self.is_odd():
            value = f"&#{ord(value[0])};{value[1:]}"
        equals = self.chance.choice((" = ", "=\n", "\t=")) if self.is_odd() else "="
        return f"{equals}{quote}{value}{quote}"

    def aside(self) -> str:
        if not self.is_odd():
            return ""
        row = '<row r="9999"><c r="ZZ9999"><v>1</v></c></row>'
        return self.chance.choice(("\n", "<!---->", f"<!-- {row} -->", "<?x y?>"))

    def text(self, text: str) -> str:
        """Return a text, whole or in pieces."""
        text = escape(text)
        if not text or not self.is_odd():
            return text
        first, rest = text[:1], text[1:]
        if first == "&":
            return text
        return self.chance.choice(
            (f"&#{ord(first)};{rest}", f"<![CDATA[{first}]]>{rest}", f"{first}<!-- -->{rest}")
        )

    def number(self, cell: Cell, text: str, kind: str) -> str:
        """Return a value; in pieces it is odd, unless it is a text with an entity."""
        written = self.text(text)
        if written != escape(text) and ("<" in written or (kind != "str" and text[1:])):
            self.odd.add(cell)
        return self.element("v", {}, written)

    def cell(self, row: int, column: int, template: str) -> str:
        """Return a cell of one of the kinds that a template names."""
        attributes = {"r": f"{letters(column)}{row + 1}"}
        style = self.chance.choice("0000000123") if template.isupper() else ""
        attributes |= {"s": style} if style else {}
        place, number = (row, column), str(self.chance.randrange(1, 10**4))
        kind = template.lower()
        if kind in "ftu":
            return self.formula(place, attributes, kind, number)
        kinds = {"s": {"t": "s"}, "i": {"t": "inlineStr"}, "e": {"t": "e"}}
        contents: dict[str, Callable[[], str | None]] = {
            "n": lambda: self.number(place, number, "n"),
            "s": lambda: self.number(place, number[:1], "s"),
            "i": lambda: self.element("is", {}, self.element("t", {}, self.text(f"Nom {number}"))),
            "e": lambda: self.element("v", {}, "#REF!"),
            "z": lambda: self.element("v", {}, ""),
            "b": lambda: None,
        }
        return self.element("c", {**attributes, **kinds.get(kind, {})}, contents[kind]())

    def formula(self, place: Cell, attributes: dict[str, str], kind: str, number: str) -> str:
        text = self.chance.choice(FORMULAS).format(n=place[0] + 1)
        formula = self.element("f", {}, self.text(text))
        if kind == "t":
            value = self.number(place, self.chance.choice(("", number)), "str")
            return self.element("c", {**attributes, "t": "str"}, formula + value)
        if kind == "u":
            empty = self.chance.choice(("", self.element("v", {}, "")))
            return self.element("c", attributes, formula + empty)
        return self.element("c", attributes, formula + self.number(place, number, "n"))

    def row(self, number: int, template: str) -> str:
        attributes = {"r": str(number + 1)}
        if self.chance.random() < 0.1:
            attributes |= {"hidden": self.chance.choice(("0", "1", "false", "true"))}
        if self.chance.random() < 0.1:
            attributes |= {"s": "1", "customFormat": "1"}
        far = 700 if self.is_odd() else 0
        cells = (
            self.cell(number, column + far, kind)
            for column, kind in enumerate(template)
            if kind != "."
        )
        return self.element("row", attributes, "".join(cells))

    def sheet(self) -> Odd:
        kinds = "nnnnNssSifFtuezb."
        templates = ["".join(self.chance.choices(kinds, k=5)) for _ in range(COMMON)]
        templates += ["nsifn", "NSnFn"]
        rows, number = [], 0
        for _ in range(self.chance.randrange(1, 60)):
            number += self.chance.choice((1, 1, 1, 1, 2, 30))
            rows.append(self.row(number, self.chance.choice(templates)))
        cols = self.element("col", {"min": "2", "max": "3", "hidden": "1"}, None)
        areas = self.element("mergeCell", {"ref": "A3:C4"}, None)
        content = self.element("cols", {}, cols) + self.element("sheetData", {}, "".join(rows))
        space = "xmlns:x" if self.prefix else "xmlns"
        content = f"{content}{self.element('mergeCells', {}, areas)}"
        sheet = f'<{self.prefix}worksheet {space}="{hostile.MAIN}">{content}'
        return Odd(f"{sheet}</{self.prefix}worksheet>".encode(), frozenset(self.odd))


def odd_sheet(seed: int) -> Odd:
    """Return a sheet, always the same for a seed."""
    return _Writer(seed).sheet()


def slow_marks(sheet: Odd) -> Marks:
    """Return what a sheet says of its cells, from its tree."""
    marks = Marks()
    root = ET.fromstring(sheet.content)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    for row in root.iter("row"):
        if row.get("hidden") in ("1", "true"):
            marks.hidden.add(int(row.get("r", "")) - 1)
        for cell in row.iter("c"):
            _slow_cell(marks, row, cell, sheet.odd)
    for area in root.iter("mergeCell"):
        first, last = re.findall(r"([A-Z]+)(\d+)", area.get("ref", ""))
        marks.merged[int(first[1]) - 1, COLUMNS[first[0]]] = int(last[1]) - 1, COLUMNS[last[0]]
    return marks


def _slow_cell(marks: Marks, row: ET.Element, cell: ET.Element, odd: frozenset[Cell]) -> None:
    found = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r", ""))
    assert found
    column = COLUMNS[found[1]]
    place = (int(found[2]) - 1, column)
    kind, style = cell.get("t", "n"), cell.get("s", row.get("s", "0"))
    value = "".join("".join(v.itertext()) for v in cell.iter("v"))
    formula = cell.find("f")
    text = "" if formula is None else "".join(formula.itertext())
    if kind == "e":
        marks.broken[place] = Broken(value, ERROR_FIX)
    elif formula is not None and not value and kind != "str":
        marks.broken[place] = UNCOMPUTED
    elif place in odd:
        marks.broken[place] = ODD
    elif formula is not None and not formula.attrib and SIMPLE.fullmatch(text) and kind == "n":
        marks.formulas[place] = (text, 0, 0)  # type: ignore[assignment]  # equal to a Formula
    if not value and cell.find("is") is None and place not in marks.broken:
        return
    marks.rows, marks.columns = max(marks.rows, place[0] + 1), max(marks.columns, column + 1)
    strikes = [strike.get("val") != "0" for strike in cell.iter("strike")]
    if style == STRUCK or (strikes and all(strikes)):
        marks.struck.add(place)
    if style == DOLLARS and kind == "n":
        marks.signs[place] = Sign("currency", "$")
