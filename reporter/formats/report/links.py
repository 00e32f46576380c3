"""The links from the figures of a page to what explains them, on another page.

Knows addresses, and which ones were taken. Never what explains a figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from reporter.characters import printable
from reporter.formats.table.markdown import escaped_markdown
from reporter.french import Cell
from reporter.french.told import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TITLE = "D’où vient ce chiffre"


class Links:
    """The links to a page; keeps the figures that were linked, each once, in their order.

    Args:
        page: the name of its file; empty for the page itself.
        known: tells whether a figure is explained there, by its name: « 2020.tjm ».
    """

    def __init__(self, page: str, known: Callable[[str], bool]) -> None:
        self.page = page
        self.known = known
        self.taken: dict[str, None] = {}

    def address(self, value: Any) -> str:
        """Return the address of what explains a figure; nothing where nothing does."""
        if not (isinstance(value, Cell) and value.of and self.known(value.of)):
            return ""
        self.taken[value.of] = None
        return f"{self.page}#{value.of}"

    def to(self, name: str) -> str:
        """Return the address of what explains a figure by its name; nothing where nothing does."""
        return self.address(Cell("", of=name))

    def html(self, value: Any) -> Markup | None:
        """Return a figure as a link of HTML; None where nothing explains it."""
        if isinstance(value, Told):
            parts = (self.html(cell) or escape(printable(str(cell))) for cell in _cells(value))
            return Markup("").join(parts)
        address, text = self.address(value), escape(printable(str(value)))
        if not address:
            return None
        return Markup(f'<a href="{address}" title="{TITLE}">{text}</a>')  # noqa: S704  # escaped

    def markdown(self, value: Any) -> Any:
        """Return a value in Markdown, a figure as a link where something explains it."""
        if isinstance(value, Told):
            return Markup("").join(self.markdown(cell) for cell in _cells(value))
        address, text = self.address(value), escaped_markdown(value)
        return Markup(f'[{text}]({address} "{TITLE}")') if address else text  # noqa: S704


def _cells(sentence: Told) -> Iterator[Cell]:
    """Yield the pieces of a sentence as values, those of a number with what explains it."""
    for piece in sentence.pieces():
        yield Cell(piece.text, "text", piece.of)
