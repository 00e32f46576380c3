"""Fills the templates; the home of jinja2.

Knows where templates are and what they are given. Never a sentence: those are in the templates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reporter import french
from reporter.charts import charts
from reporter.metrics import is_stable
from reporter.tables.clients import missions
from reporter.tables.expenses import expenses
from reporter.tables.fees import fees
from reporter.tables.quantities import citable
from reporter.tables.remarks import remarks
from reporter.tables.scenarios import outlook
from reporter.tables.whatif import what_if
from reporter.tables.years import definitions, details, key_figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.figures import Bilan
    from reporter.french import Cell

PACKAGE = Path(__file__).parent.parent
SHIPPED = (PACKAGE / "templates", PACKAGE.parent / "templates")
"""Where our templates stand: in the wheel, or in a checkout."""
SPECIAL = re.compile(r"[\\`*_\[\]|~]")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&#123;"}


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What every format of a report prints; `context` is all that a template may cite."""

    bilan: Bilan
    context: dict[str, Any]

    @classmethod
    def of(cls, bilan: Bilan) -> Report:
        """Return the tables, the charts and the quantities of a bilan."""
        context = {
            **citable(bilan),
            **remarks(bilan),
            "annees_comparees": key_figures(bilan),
            "details": details(bilan),
            "ratios": definitions(bilan),
            "depenses": expenses(bilan),
            "scenarios": outlook(bilan),
            "missions": missions(bilan),
            "forfaits": fees(bilan),
            "graphiques": charts(bilan),
            "et_si": what_if(bilan),
        }
        return cls(bilan, context)

    @property
    def name(self) -> str:
        """Return the name of the report's files, without what follows the point."""
        return f"bilan-{self.bilan.figures.year.number}"


def environment(report: Report, finalize: Callable[[Any], Any]) -> Environment:
    """Return the templates, the owner's own before ours, file by file.

    `finalize` turns each value that a template prints into what the format allows.
    """
    own = report.bilan.settings.templates
    folders = [FileSystemLoader(folder) for folder in (own, *SHIPPED) if folder is not None]
    templates = Environment(
        loader=ChoiceLoader(folders),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters.update(FILTERS)
    return templates


def escaped_markdown(value: Any) -> Markup:
    """Return a value as Markdown that shows it as it is, whatever characters it holds."""
    if isinstance(value, Markup):
        return value
    line = french.printable(" ".join(str(value).splitlines()))
    text = SPECIAL.sub(r"\\\g<0>", line)
    return Markup("".join(ENTITIES.get(character, character) for character in text))  # noqa: S704


def unsigned(cell: Cell) -> str:
    """Return a quantity without its sign: « 8 % »."""
    value = abs(cell.value) if isinstance(cell.value, Decimal) else cell.value
    return str(cell._replace(value=value)).removeprefix("+")


def trend(cell: Cell) -> str:
    """Return the word of a change: hausse, baisse, stable, or nothing where there is none."""
    if not isinstance(cell.value, Decimal):
        return ""
    return "stable" if is_stable(cell.value) else "hausse" if cell.value > 0 else "baisse"


def agree(cell: Cell, singular: str, plural: str) -> str:
    """Return the form of a noun that agrees with a quantity."""
    return french.agree(cell.value, singular, plural) if isinstance(cell.value, Decimal) else plural


FILTERS: dict[str, Callable[..., Any]] = {
    "kilo": lambda cell: cell._replace(kind="kilo"),
    "euros": lambda cell: cell._replace(kind="euros"),
    "centimes": lambda cell: cell._replace(kind="cents"),
    "sans_signe": unsigned,
    "sens": trend,
    "accord": agree,
    "date_longue": lambda cell: french.long_date(cell.value),
    "ordinal": french.ordinal,
}
