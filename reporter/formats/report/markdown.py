"""The report in Markdown, readable in any viewer.

Knows which template a page is made of. Never a sentence, nor HTML.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from reporter.characters import printable
from reporter.formats.report.citations import fill as fill_text
from reporter.formats.report.page import environment, filled
from reporter.formats.report.sections import pieces
from reporter.formats.table.markdown import escaped_markdown, table
from reporter.tables.quantities import citable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reporter.charts.chart import Chart
    from reporter.formats import Files
    from reporter.formats.report.page import Report


def render(report: Report) -> Files:
    """Return `bilan-2020.md` and the drawings beside it."""
    return page(report, "bilan.md.j2", f"{report.name}.md")


def page(report: Report, template: str, name: str) -> Files:
    """Return a page filled from a template under a name, and the drawings beside it."""
    text = filler(report)(template)
    pocket = report.context["net"]
    charts = [*report.context["dessins"].values(), *([pocket.chart] if pocket else [])]
    drawn = [chart for chart in charts if chart and chart.svg]
    drawings = {_file(report, chart): chart.svg.encode() for chart in drawn}
    return {name: text.encode(), **drawings}


@lru_cache(maxsize=1)
def filler(report: Report) -> Callable[[str], str]:
    """Return the function that fills a Markdown template, given its name.

    A report is written in several formats: its templates are compiled once.
    """
    shown = escaped_markdown if report.proofs is None else report.proofs.markdown
    templates = environment(report.bilan.settings.templates, shown)
    templates.filters["tableau"] = table
    templates.filters["yaml"] = yaml
    templates.filters["fichier"] = lambda chart: Markup(_file(report, chart))  # noqa: S704
    text = own_pieces(own_text(report))

    def fill(name: str) -> str:
        return filled(templates, name, {**report.context, **text})

    return fill


@lru_cache(maxsize=1)
def own_text(report: Report) -> Markup:
    """Return the owner's text of the year with its figures, empty where there is none."""
    text = report.bilan.text
    shown = escaped_markdown if report.proofs is None else report.proofs.markdown
    own = "" if text is None else fill_text(text, citable(report.bilan), shown)
    return Markup(own.strip())  # noqa: S704  # Markdown, which html.py escapes


def own_pieces(text: Markup, *, html: bool = False) -> dict[str, Any]:
    """Return what a page is given of the owner's text: its pieces, and the sections among them."""
    cut = pieces(text, html=html)
    return {
        "morceaux": tuple(piece._replace(text=Markup(piece.text)) for piece in cut),  # noqa: S704
        "places": tuple(piece.section for piece in cut if piece.section),
    }


def _file(report: Report, chart: Chart) -> str:
    return f"{report.name}-{chart.name}.svg"


def yaml(value: str | Sequence[str]) -> Markup:
    """Return a text, or a list of them, as YAML that no character in it can break.

    A double-quoted YAML text is read as a JSON one is, but for what YAML takes for a line break.
    """
    if not isinstance(value, str):
        return Markup(f"[{', '.join(map(yaml, value))}]")  # noqa: S704
    line = printable(" ".join(value.splitlines()))
    return Markup(json.dumps(line, ensure_ascii=False))  # noqa: S704  # quoted
