"""The page of a month or a quarter, in Markdown and as one HTML file.

Knows which templates it is made of and what they may cite. Never a figure, nor a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reporter.formats.report.html import page_environment, prose, source
from reporter.formats.report.page import environment, filled
from reporter.formats.table.markdown import escaped_markdown, table
from reporter.french import NBSP, Cell, capitalised
from reporter.making import variation
from reporter.receipts import by_receipt
from reporter.tables.part import sections
from reporter.tables.partial import against
from reporter.tables.quantities import citable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reporter.figures import Bilan
    from reporter.formats import Files
    from reporter.parts import Part
    from reporter.tables.part import Extract

FORMATS = ("md", "html")
"""The formats in which a part of a year is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPage:
    """What both formats print; `context` is all that a template may cite."""

    bilan: Bilan
    name: str
    context: dict[str, Any]

    @classmethod
    def of(cls, bilan: Bilan, found: Extract, part: Part) -> PartPage:
        """Return the page of a part of the year of a bilan, which is cut where the part ends."""
        previous = bilan.previous
        context = {
            **citable(bilan),
            "societe": bilan.settings.name,
            "titre": capitalised(found.name).replace(NBSP, " "),
            "dans": capitalised(found.inside),
            "avant": found.name_before,
            "dans_avant": found.inside_before,
            "face_a": found.against,
            "mois": _quantities(found),
            "comparaison": "" if previous is None else against(previous.year),
            "a_l_encaissement": by_receipt(bilan.settings, bilan.figures.year),
            "sections": sections(bilan, found),
        }
        return cls(bilan=bilan, name=f"bilan-{part.name}", context=context)


def render(page: PartPage, names: Iterable[str]) -> Files:
    """Return the files of a page, in formats of FORMATS."""
    fill = _filler(page)
    files: Files = {}
    for name in names:
        text = fill("mois.md.j2") if name == "md" else _html(page, fill)
        files[f"{page.name}.{name}"] = text.encode()
    return files


def _quantities(found: Extract) -> dict[str, Cell]:
    now, then = found.figures, found.before
    before = None if then is None else then.revenue
    return {
        "chiffre_affaires": Cell(now.revenue, "euros"),
        "avant": Cell(before, "euros"),
        "variation": Cell(variation(now.revenue, before), "variation"),
        "jours_factures": Cell(now.days, "days"),
        "tjm": Cell(now.tjm, "rate"),
    }


def _filler(page: PartPage) -> Callable[[str], str]:
    templates = environment(page.bilan.settings.templates, escaped_markdown)
    templates.filters["tableau"] = table
    return lambda name: filled(templates, name, page.context)


def _html(page: PartPage, fill: Callable[[str], str]) -> str:
    templates = page_environment(page.bilan.settings.templates)
    templates.globals["prose"] = lambda name: prose(fill(name))
    context = {**page.context, "style": source(templates, "bilan.css")}
    return filled(templates, "mois.html.j2", context)
