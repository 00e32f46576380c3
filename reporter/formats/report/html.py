"""The report as one HTML file that opens offline and asks the network for nothing.

Knows HTML; turns Markdown into it with markdown-it, of which it is the home.
"""

from __future__ import annotations

from base64 import b64encode
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from reporter.characters import printable
from reporter.charts.chart import themed
from reporter.charts.drawing import linked
from reporter.charts.sparkline import sparkline
from reporter.errors import BadCell, Place
from reporter.formats.report import markdown
from reporter.formats.report.clock import Clock, TooLong
from reporter.formats.report.contents import PLACE, with_contents
from reporter.formats.report.page import environment, filled
from reporter.french import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reporter.charts.chart import Chart
    from reporter.formats import Files
    from reporter.formats.report.links import Links
    from reporter.formats.report.page import Report
    from reporter.formats.report.sandbox import Sandbox

BLOCKS = ["paragraph", "reference", "blockquote", "list"]
"""What a block may be inside of: the clock is looked at in all of them."""


def render(report: Report) -> Files:
    """Return `bilan-2020.html`."""
    templates = page_environment(report.bilan.settings.templates, report.proofs)
    fill = markdown.filler(report)
    templates.globals["prose"] = lambda name: prose(fill(name))
    context = {
        **report.context,
        **markdown.own_pieces(_own_prose(report), html=True),
        "style": style(templates, proofs=report.proofs is not None),
        "script": source(templates, "bilan.js"),
        "sommaire": PLACE,
    }
    page = with_contents(filled(templates, "bilan.html.j2", context))
    return {f"{report.name}.html": page.encode()}


def style(templates: Sandbox, *, proofs: bool) -> Markup:
    """Return the style of a page, with that of its links where its figures have some."""
    names = ["bilan.css", *(["preuves.css"] if proofs else [])]
    return Markup("\n").join(source(templates, name) for name in names)


def page_environment(own: Path | None, proofs: Links | None = None) -> Sandbox:
    """Return the templates of a page: values are escaped, drawings take the page's colours."""
    templates = environment(own, shown if proofs is None else partial(_linked, proofs))
    templates.filters["dessin"] = lambda chart: Markup(_seen(chart, proofs).themed)  # noqa: S704
    templates.filters["etroit"] = lambda chart: Markup(themed(_seen(chart, proofs).narrow))  # noqa: S704
    templates.filters["fil"] = _sparkline
    templates.filters["debout"] = lambda table: table.upright
    templates.globals["empreinte"] = fingerprint
    return templates


def _seen(chart: Chart, proofs: Links | None) -> Chart:
    """Return a chart as a page shows it: its numbers are links where something explains them."""
    return chart if proofs is None else linked(chart, proofs.to)


def _sparkline(row: Sequence[Cell], years: int) -> Markup:
    """Return the line of the years of a row, the newest of which comes first."""
    return Markup(sparkline([cell.value for cell in row[years:0:-1]]))  # noqa: S704  # ours


def fingerprint(source: str) -> str:
    """Return what a page's security policy calls a style or a script that it allows."""
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"


def source(templates: Sandbox, name: str) -> Markup:
    """Return a file as it stands: the owner's or ours, allowed by its fingerprint alone."""
    return Markup(filled(templates, name, {}).strip())  # noqa: S704


def shown(value: Any) -> Any:
    """Return a quantity or a name as text; anything else as it is, for jinja2 to escape."""
    if isinstance(value, Cell | str) and not isinstance(value, Markup):
        return printable(str(value))
    return value


def _linked(proofs: Links, value: Any) -> Any:
    """Return a value as `shown` does, a figure that is explained as a link."""
    return proofs.html(value) or shown(value)


def _own_prose(report: Report) -> Markup:
    """Return the owner's text as HTML.

    Raises:
        BadCell: where marks without end, by thousands, would take for ever to understand.
    """
    try:
        return prose(markdown.own_text(report), anchors="texte")
    except TooLong as error:
        place = report.bilan.text.place if report.bilan.text else Place("")
        raise BadCell("texte illisible", place, fix=str(error)) from error


def prose(text: str, anchors: str = "") -> Markup:
    """Return Markdown as HTML; HTML inside the Markdown stays text.

    Its headings of the second level have an anchor each, where `anchors` names them. The cells of a
    table are aligned by our style sheet: the page allows no style elsewhere.

    Raises:
        TooLong: where marks without end, by thousands, would take for ever to understand.
    """
    from markdown_it import MarkdownIt

    clock = Clock()

    def look(*_: object) -> bool:
        clock.look()
        return False

    rules = MarkdownIt("commonmark", {"html": False}).enable("table")
    rules.block.ruler.before("table", "clock", look, {"alt": BLOCKS})
    rules.inline.ruler.before("text", "clock", look)
    tokens = rules.parse(text)
    headings = [one for one in tokens if anchors and one.type == "heading_open" and one.tag == "h2"]
    for number, heading in enumerate(headings, 1):
        heading.attrs = {"id": f"{anchors}-{number}"}
    for cell in tokens:
        if cell.type in {"th_open", "td_open"}:
            side = {"class": "n"} if "right" in str(cell.attrGet("style")) else {}
            cell.attrs = {"scope": "col", **side} if cell.type == "th_open" else {**side}
    return Markup(rules.renderer.render(tokens, rules.options, {}))  # noqa: S704
