"""Fills the templates; the home of jinja2.

Knows where templates are and what they are given. Never a sentence: those are in the templates.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    TemplateAssertionError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError

from reporter import french
from reporter.changes import is_stable
from reporter.charts import charts
from reporter.errors import BadCell, Place
from reporter.formats.report.bounds import TooMuch
from reporter.formats.report.clock import Clock, TooLong
from reporter.formats.report.own_templates import OwnTemplates, Unusable
from reporter.formats.report.sandbox import Sandbox
from reporter.insights import facts
from reporter.patterns import pattern
from reporter.receipts import by_receipt
from reporter.tables.clients import missions
from reporter.tables.crew import crew_tables
from reporter.tables.expenses import expenses
from reporter.tables.fees import fees
from reporter.tables.landing import landing_section
from reporter.tables.pockets import micro_section, pocket_section
from reporter.tables.quantities import citable
from reporter.tables.received import received_tables, sentences
from reporter.tables.remarks import publication, remarks
from reporter.tables.scenarios import outlook
from reporter.tables.whatif import what_if
from reporter.tables.years import definitions, details, key_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reporter.figures import Bilan
    from reporter.formats.report.links import Links
    from reporter.french import Cell

PACKAGE = Path(__file__).parents[2]
SHIPPED = (PACKAGE / "templates", PACKAGE.parent / "templates")
"""Where our templates stand: in the wheel, or in a checkout."""
SUFFIXES = {".j2", ".css", ".js"}
OURS = "bilan"
"""The name before ours in an owner’s template: `{% extends "bilan/bilan.md.j2" %}`."""
MISTAKES = (
    TemplateError,
    TooLong,
    TypeError,
    ValueError,
    AttributeError,
    ArithmeticError,
    LookupError,
    RecursionError,
)
"""What a template or a text that is wrong may raise."""
UNKNOWN = pattern(r"No (?:filter|test) named '(.*)'")


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What every format of a report prints.

    Attributes:
        context: all that a template may cite.
        proofs: where the figures of the page are explained; None where they are not.
    """

    bilan: Bilan
    context: dict[str, Any]
    proofs: Links | None = None

    @classmethod
    def of(cls, bilan: Bilan, *, preview: bool = False) -> Report:
        """Return the tables, the charts and the quantities of a bilan.

        `preview` tells whether its picture is written beside the page, for those who link to it.
        """
        context = {
            **citable(bilan),
            **remarks(bilan),
            "annees_comparees": key_figures(bilan),
            "nombre_annees": len(bilan.shown),
            "details": details(bilan),
            "ratios": definitions(bilan),
            "depenses": expenses(bilan),
            "scenarios": None if bilan.index else outlook(bilan),
            "missions": missions(bilan),
            "forfaits": fees(bilan),
            "dessins": {chart.name: chart for chart in charts(bilan)},
            "et_si": None if bilan.index else what_if(bilan),
            "a_venir": landing_section(bilan),
            "micro": micro_section(bilan),
            "net": pocket_section(bilan),
            "encaissements": received_tables(bilan),
            "phrases_encaissements": sentences(bilan),
            "intervenants": crew_tables(bilan),
            "plusieurs_calendriers": bool(bilan.figures.crew),
            "paiements_dates": bilan.received is not None,
            "a_l_encaissement": by_receipt(bilan.settings, bilan.figures.year),
            "publication": publication(bilan),
            "faits": facts(bilan),
            "apercu": f"bilan-{bilan.figures.year.number}.png" if preview else "",
        }
        return cls(bilan, context)

    @property
    def name(self) -> str:
        """Return the name of the report's files, without what follows the point."""
        return f"bilan-{self.bilan.figures.year.number}"


def environment(own: Path | None, finalize: Callable[[Any], Any]) -> Sandbox:
    """Return the templates, the owner's own before ours, file by file.

    `finalize` turns each value that a template prints into what the format allows.
    """
    ours = [FileSystemLoader(folder) for folder in SHIPPED]
    first = [] if own is None else [OwnTemplates(own)]
    templates = Sandbox(
        loader=ChoiceLoader([*first, *ours, PrefixLoader({OURS: ChoiceLoader(ours)})]),
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters.update(FILTERS)
    return templates


def filled(templates: Sandbox, name: str, context: Mapping[str, Any]) -> str:
    """Return a template filled with what it may cite.

    Raises:
        BadCell: with the line of the owner's template that cannot be filled.
    """
    file = None
    try:
        templates.clock = Clock()
        template = templates.get_template(name)
        file = template.filename
        return template.render(context)
    except MISTAKES as error:
        place = _place(error, file)
        if place is None:
            raise
        raise BadCell("modèle illisible", place, fix=remedy(error)) from error


def _place(error: Exception, whole: str | None) -> Place | None:
    """Return the line of the owner's template where an error rose, None in ours.

    That of too much text rises outside of its lines: it is of the whole file.
    """
    frames = extract_tb(error.__traceback__)
    lines = [(whole or "", None), *((frame.filename, frame.lineno) for frame in frames)]
    file = getattr(error, "filename", None)
    if file is None and isinstance(error, TemplateSyntaxError):  # what no end closes: under `name`
        file = error.name
    lines.append((file or "", getattr(error, "lineno", 0)))
    for file, line in reversed(lines):
        path = Path(file)
        if path.suffix in SUFFIXES and not any(path.is_relative_to(folder) for folder in SHIPPED):
            return Place("/".join(path.parts[-2:]), row=line or 0)
    return None


def remedy(error: Exception) -> str:
    """Return what to do about a template or a text that cannot be filled."""
    match error:
        case TemplateNotFound():
            return f"modèle introuvable : {error.name} ; les nôtres se nomment {OURS}/…"
        case RecursionError():
            return f"il s’inclut lui-même ; écrire « {OURS}/ » devant le nom du nôtre"
        case TooLong() | TooMuch() | Unusable():
            return str(error)
        case TemplateAssertionError() if found := UNKNOWN.search(str(error)):
            return f"{found[1]} n’est pas connu ici : l’enlever"
        case SecurityError():
            return f"un modèle ne fait que citer et mettre en forme ({error})"
        case _:
            return f"vérifier l’expression ({error})"


def is_rate(cell: Cell) -> bool:
    """Tell whether a quantity is in euros a day."""
    return cell.kind in {"rate", "rate_cents"}


def unsigned(cell: Cell) -> Cell:
    """Return a quantity without its sign, as a text: « 8 % »."""
    value = abs(cell.value) if isinstance(cell.value, Decimal) else cell.value
    text = str(cell._replace(value=value)).removeprefix("+")
    return cell._replace(value=text, kind="text")


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
    "euros": lambda cell: cell._replace(kind="rate" if is_rate(cell) else "euros"),
    "centimes": lambda cell: cell._replace(kind="rate_cents" if is_rate(cell) else "cents"),
    "sans_signe": unsigned,
    "sens": trend,
    "accord": agree,
    "date_longue": lambda cell: french.long_date(cell.value),
    "ordinal": french.ordinal,
    "nombre": french.count,
    "capitale": french.capitalised,
    "enumeration": french.enumeration,
}
