"""A table in GitHub's Markdown, and a text in which no character is a mark.

Knows that syntax. Never a page, nor a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from reporter.characters import printable
from reporter.patterns import pattern

if TYPE_CHECKING:
    from reporter.tables.table import Table

SPECIAL = pattern(r"""[\\`*_\[\]|~#'"]|(?<=-)-|(?<=\.)\.|^[-+=](?=[-+=\s]|$)""")
"""What Markdown reads as a mark, the quotes, dashes and dots that Hugo changes included."""
NUMBERED = pattern(r"^(\d+)([.)])(?=\s|$)")
"""What Markdown reads as an item of a numbered list."""
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&#123;"})


def escaped_markdown(value: Any) -> Markup:
    """Return a value as Markdown that shows it as it is, whatever characters it holds."""
    if isinstance(value, Markup):
        return value
    line = printable(" ".join(str(value).splitlines()))
    text = NUMBERED.sub(r"\1\\\2", SPECIAL.sub(r"\\\g<0>", line))
    return Markup(text.translate(ENTITIES))  # noqa: S704


def table(data: Table) -> Markup:
    """Return a table in GitHub's Markdown, figures on the right."""
    rule = ["---:" if is_numeric else "---" for is_numeric in data.numeric]
    rows: list[list[str]] = [[escaped_markdown(cell) for cell in row] for row in data.rows]
    head: list[str] = [escaped_markdown(title) for title in data.columns]
    lines = [f"| {' | '.join(cells)} |" for cells in (head, rule, *rows)]
    return Markup("\n".join(lines))  # noqa: S704  # every cell is escaped
