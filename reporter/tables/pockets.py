"""What a report shows of the owner's pocket and of a micro-enterprise, and when it shows nothing.

Knows which sections there are. Never a figure, nor how they look.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reporter.errors import BilanError
from reporter.french import capitalised, spaced
from reporter.net.forms import net
from reporter.scenarios.case import reported
from reporter.tables.net import steps
from reporter.tables.net_hypotheses import hypotheses
from reporter.tables.partial import marked, spread
from reporter.tables.receipts import ceilings_table, declared
from reporter.to_date import whole_past

if TYPE_CHECKING:
    from reporter.charts.chart import Chart
    from reporter.figures import Bilan
    from reporter.net.net import Net
    from reporter.tables.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Tables of one section, its drawing if it has one, or why there is nothing to show."""

    tables: tuple[Table, ...] = ()
    chart: Chart | None = field(default=None)
    missing: str = ""


def micro_section(bilan: Bilan) -> Section | None:
    """Return what a micro-enterprise declares and its ceilings; None for other forms."""
    if bilan.figures.status != "micro" or bilan.index is not None:
        return None
    year = bilan.figures.year
    try:
        return Section(tables=tuple(marked(declarations(bilan), year)))
    except BilanError as error:
        return Section(missing=_sentence(error))


def _sentence(error: BilanError) -> str:
    return spaced(f"{capitalised(str(error))}.")


def declarations(bilan: Bilan) -> tuple[Table, ...]:
    """Return what a micro-enterprise declares in a year, or in its part, and its ceilings.

    Raises:
        UnknownLaw: where the law of the year is not known.
    """
    return (declared(bilan.figures, bilan.settings), ceilings_table(bilan))


def pocket_section(bilan: Bilan) -> Section | None:
    """Return what reaches the pocket where the owner publishes it, never anonymously."""
    settings, year = bilan.settings, bilan.figures.year
    try:
        left = _left(bilan)
    except BilanError as error:
        return Section(missing=_sentence(error))
    if left is None:
        return None
    from reporter.charts.net import drawing

    tables = (
        steps(left, year),
        hypotheses(left, settings.pocket, settings, years=whole_past(bilan)),
    )
    told = (marked([table], year, spread(year))[0] for table in tables)
    return Section(tables=tuple(told), chart=drawing(left, year))


def pocket_of(bilan: Bilan) -> Net | None:
    """Return what reaches the pocket where a report shows it."""
    try:
        return _left(bilan)
    except BilanError:
        return None


def _left(bilan: Bilan) -> Net | None:
    """Return what reaches the pocket; None where the owner does not publish it, or anonymously.

    Raises:
        BilanError: where it cannot be computed.
    """
    settings, year = bilan.settings, bilan.figures.year
    if not settings.shows_pocket or settings.anonymous or bilan.index is not None:
        return None
    return net(replace(reported(bilan), year=year.whole, source=year.whole), settings.pocket)
