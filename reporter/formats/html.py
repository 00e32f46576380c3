"""The report as one HTML file that opens offline and asks the network for nothing.

Knows HTML; turns Markdown into it with markdown-it, of which it is the home.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from reporter.formats import markdown
from reporter.formats.page import context, environment
from reporter.french import Cell

if TYPE_CHECKING:
    from reporter.formats import Files
    from reporter.metrics import Bilan


def render(bilan: Bilan) -> Files:
    """Return `bilan-2020.html`, for the year of the bilan."""
    page = context(bilan)
    templates = environment(bilan, shown)
    templates.globals["prose"] = lambda name: prose(markdown.fill(bilan, name, page))
    templates.filters["dessin"] = lambda chart: Markup(chart.themed)  # noqa: S704  # ours
    style = templates.get_template("bilan.css").render()
    text = templates.get_template("bilan.html.j2").render(
        page,
        texte_html=prose(markdown.own_text(bilan)),
        style=Markup(style),  # noqa: S704  # the owner's or ours, allowed by its hash alone
        empreinte=f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}",
    )
    return {f"bilan-{bilan.figures.year.number}.html": text.encode()}


def shown(value: Any) -> Any:
    """Return a quantity as text; anything else as it is, for jinja2 to escape."""
    return str(value) if isinstance(value, Cell) else value


def prose(text: str) -> Markup:
    """Return Markdown as HTML; HTML inside the Markdown stays text."""
    from markdown_it import MarkdownIt

    rules = MarkdownIt("commonmark", {"html": False}).enable("table")
    return Markup(rules.render(text))  # noqa: S704
