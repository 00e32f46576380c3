"""The page that stands before the reports: every year, and where the years go.

Knows which files of a report a page can link to. Never which of them exist.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reporter import french
from reporter.charts.history import history as charts
from reporter.formats.report.html import page_environment, source
from reporter.formats.report.page import filled
from reporter.french import Cell, short_date
from reporter.history import means
from reporter.tables.history import history as table
from reporter.tables.partial import partial, partial_of
from reporter.tables.years import words_of

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from datetime import date

    from reporter.figures import Figures
    from reporter.formats import Files
    from reporter.model import FinancialYear
    from reporter.settings import Settings

FILE = "index.html"
LINKS = {"html": "page", "pdf": "PDF", "md": "Markdown"}
"""The end of a report's name → what its link says, the best to read first."""


def render(
    years: Sequence[Figures],
    settings: Settings,
    reports: Container[str],
    cuts: Mapping[int, date] = MappingProxyType({}),
) -> Files:
    """Return `index.html`, to stand beside the folder of each year.

    Args:
        years: the figures of every year, newest first; after one that is cut, the year before it
            at the same date.
        settings: whose templates and name the page takes.
        reports: the reports that exist, by their path from the page: `2020/bilan-2020.html`.
        cuts: the last day that each of them counts, where it is known.
    """
    templates = page_environment(settings.templates)
    numbers = [year.year.number for year in years]
    entire = [year for year in years if not year.year.is_partial]
    cut = next((year.year for year in years if year.year.is_partial), None)
    context = {
        "societe": settings.name,
        "exercices": list(dict.fromkeys(numbers)),
        "entiers": len(entire),
        "liens": [_links(number, reports) for number in _linked(years)],
        "arretes": [_stop(year.year, cuts) for year in years],
        "annees": table(years),
        "moyennes": _means(entire),
        "mot_resultat": words_of(years).result,
        "graphiques": charts(entire) if entire else (),
        "partielle": None if cut is None else partial_of(cut),
        "coupe": None if cut is None else _titled(cut, alone=len(set(numbers)) == 1),
        "style": source(templates, "index.css"),
    }
    return {FILE: filled(templates, "index.html.j2", context).encode()}


def _titled(cut: FinancialYear, *, alone: bool) -> str:
    """Return what the title of the page says of a cut year, alone or after the others."""
    return partial(cut) if alone else f"dont {partial_of(cut)}"


def _linked(years: Sequence[Figures]) -> tuple[int | None, ...]:
    """Return the report of each row: none for a year that stands beside another, at its date."""
    return tuple(
        None if rank and year.year.is_partial else year.year.number
        for rank, year in enumerate(years)
    )


def _links(number: int | None, reports: Container[str]) -> dict[str, str] | None:
    """Return the links to the report of a year: what each says → where it goes."""
    if number is None:
        return None
    paths = {word: f"{number}/bilan-{number}.{end}" for end, word in LINKS.items()}
    return {word: path for word, path in paths.items() if path in reports}


def _stop(year: FinancialYear, cuts: Mapping[int, date]) -> str:
    """Return the day on which the report of a year stops, where that of its row is another."""
    day = cuts.get(year.number, year.end)
    return "" if day == year.end else f"arrêté au {short_date(day)}"


def _means(years: Sequence[Figures]) -> dict[str, Any] | None:
    last = means(years, years[0].year.number) if years else None
    if last is None:
        return None
    return {
        "chiffre_affaires": Cell(last.revenue, "kilo"),
        "resultat_apres_impots": Cell(last.result, "kilo"),
        "jours_factures": "" if last.days is None else french.number(last.days),
        "tjm": Cell(last.tjm, "euros"),
    }
