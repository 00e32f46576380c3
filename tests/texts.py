"""The text that a reader sees in an HTML page."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

IGNORED = {"script", "style"}
BREAKS = {"td", "th", "p", "li", "h1", "h2", "h3", "text", "title", "desc"}
ISOLATES = str.maketrans("", "", "\u2068\u2069")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self.tags: list[tuple[str, dict[str, Any]]] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.hidden += tag in IGNORED
        if tag in BREAKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in IGNORED
        if tag in BREAKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.blocks[-1] += data


def read(page: str) -> tuple[list[str], list[tuple[str, dict[str, Any]]]]:
    """Return the texts of a page, block by block, and its tags with their attributes."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    texts = [" ".join(block.translate(ISOLATES).split()) for block in reader.blocks]
    return [text for text in texts if text], reader.tags
