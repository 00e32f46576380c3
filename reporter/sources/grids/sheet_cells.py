"""One cell of the XML of an .xlsx workbook, while its elements come.

Knows its formula, its value and the runs of its text. Never where it leads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.grids.cells import ERROR_FIX, ODD, UNCOMPUTED, Broken
from reporter.sources.grids.styles import Runs

if TYPE_CHECKING:
    from collections.abc import Mapping


class OpenCell:
    """A cell, while it is open."""

    def __init__(self, row: int, column: int, kind: str, style: str) -> None:
        self.row, self.column, self.kind, self.style = row, column, kind, style
        self.formula: Mapping[str, str] | None = None
        self.formula_text = ""
        self.value: str | None = None
        self.is_odd = False
        self.is_inline = False
        self.runs = Runs()

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element of the cell."""
        if name == "f":
            self.formula = attributes
        elif name == "is":
            self.is_inline = True
        else:
            self.runs.open(name, attributes)

    def close(self, name: str, texts: list[str]) -> None:
        """End an element of the cell; two values, or one in several pieces, are odd."""
        if name == "v":
            pieces = [text for text in texts if text.strip()]
            several = len(pieces) > 1 and self.kind != "str"
            self.is_odd |= several or "" in texts or self.value is not None
            self.value = "".join(texts)
        elif name == "f":
            self.formula_text = "".join(texts)
        elif name == "t":
            self.runs.write("".join(texts))

    def broken(self) -> Broken | None:
        """Return why the cell holds no value though it is not blank, None where it is sound."""
        if self.kind == "e":
            return Broken((self.value or "")[:20], ERROR_FIX)
        if self.formula is not None and not self.value and self.kind != "str":
            return UNCOMPUTED
        return ODD if self.is_odd else None
