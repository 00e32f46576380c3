"""The page that stands before the reports: every year, and where the years go.

Knows which files of a report a page can link to. Never which of them exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter import french
from reporter.charts.history import history as charts
from reporter.formats.report.html import page_environment, source
from reporter.formats.report.page import filled
from reporter.french import Cell
from reporter.history import means
from reporter.tables.history import history as table
from reporter.tables.years import words_of

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from reporter.figures import Figures
    from reporter.formats import Files
    from reporter.settings import Settings

FILE = "index.html"
LINKS = {"html": "page", "pdf": "PDF", "md": "Markdown"}
"""The end of a report's name → what its link says, the best to read first."""


def render(years: Sequence[Figures], settings: Settings, reports: Container[str]) -> Files:
    """Return `index.html`, to stand beside the folder of each year.

    Args:
        years: the figures of every year, newest first.
        settings: whose templates and name the page takes.
        reports: the reports that exist, by their path from the page: `2020/bilan-2020.html`.
    """
    templates = page_environment(settings.templates)
    context = {
        "societe": settings.name,
        "exercices": [year.year.number for year in years],
        "liens": {year.year.number: _links(year.year.number, reports) for year in years},
        "annees": table(years),
        "moyennes": _means(years),
        "mot_resultat": words_of(years).result,
        "graphiques": charts(years),
        "style": source(templates, "index.css"),
    }
    return {FILE: filled(templates, "index.html.j2", context).encode()}


def _links(number: int, reports: Container[str]) -> dict[str, str]:
    """Return the links to the report of a year: what each says → where it goes."""
    paths = {word: f"{number}/bilan-{number}.{end}" for end, word in LINKS.items()}
    return {word: path for word, path in paths.items() if path in reports}


def _means(years: Sequence[Figures]) -> dict[str, Any] | None:
    last = means(years, years[0].year.number)
    if last is None:
        return None
    return {
        "chiffre_affaires": Cell(last.revenue, "kilo"),
        "resultat_apres_impots": Cell(last.result, "kilo"),
        "jours_factures": french.number(last.days),
        "tjm": Cell(last.tjm, "euros"),
    }
