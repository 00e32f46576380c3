"""The report in Markdown, readable in any viewer.

Knows the table of GitHub's Markdown. Never a sentence, nor HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from reporter.formats.citations import fill as fill_text
from reporter.formats.page import context, environment, escaped_markdown
from reporter.tables.quantities import citable

if TYPE_CHECKING:
    from reporter.charts.chart import Chart
    from reporter.formats import Files
    from reporter.metrics import Bilan
    from reporter.tables.table import Table


def render(bilan: Bilan) -> Files:
    """Return `bilan-2020.md` and the drawings beside it, for the year of the bilan."""
    name = f"bilan-{bilan.figures.year.number}"
    page = context(bilan)
    text = fill(bilan, "bilan.md.j2", page)
    drawings = {
        _file(bilan, chart): chart.svg.encode() for chart in page["graphiques"] if chart.svg
    }
    return {f"{name}.md": text.encode(), **drawings}


def fill(bilan: Bilan, template: str, page: dict[str, Any]) -> str:
    """Return a Markdown template filled with the figures of a bilan; `page` is its context."""
    templates = environment(bilan, escaped_markdown)
    templates.filters["tableau"] = table
    templates.filters["fichier"] = lambda chart: Markup(_file(bilan, chart))  # noqa: S704
    return templates.get_template(template).render(page, texte=own_text(bilan))


def _file(bilan: Bilan, chart: Chart) -> str:
    return f"bilan-{bilan.figures.year.number}-{chart.name}.svg"


def own_text(bilan: Bilan) -> Markup:
    """Return the owner's text of the year with its figures, empty where there is none."""
    filled = "" if bilan.text is None else fill_text(bilan.text, citable(bilan))
    return Markup(filled.strip())  # noqa: S704  # Markdown, which html.py escapes


def table(data: Table) -> Markup:
    """Return a table in GitHub's Markdown, figures on the right."""
    columns = range(len(data.columns))
    rule = ["---:" if data.is_numeric(column) else "---" for column in columns]
    rows: list[list[str]] = [[escaped_markdown(cell) for cell in row] for row in data.rows]
    head: list[str] = [escaped_markdown(title) for title in data.columns]
    lines = [f"| {' | '.join(cells)} |" for cells in (head, rule, *rows)]
    return Markup("\n".join(lines))  # noqa: S704  # every cell is escaped
