"""What a scenario assumes, said before its figures: each value and where it comes from.

Knows the words of assumptions. Never how the table looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import (
    Cell,
    enumeration,
    exact,
    percent,
    quantity,
    spaced,
)
from reporter.law.workdays import months
from reporter.settings.words import OF
from reporter.tables.partial import named
from reporter.tables.scenario_notes import notes, people
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from reporter.assumptions import Assumptions, Change, Lever
    from reporter.scenarios.scenario import Scenario

EUROS, DAYS = " €", ""
UNCHANGED = "–"
SOUGHT: dict[Lever, str] = {
    "rate": "TJM régie",
    "days": "Jours facturés",
    "ratio": "Jours facturés",
    "fees": "Forfaits",
}
"""The lever of a goal → the row that it changes."""


def assumptions(scenario: Scenario, sought: Lever | None = None) -> Table:
    """Return every value that the scenario stands on: given, found, or carried over from a year.

    Args:
        scenario: what was asked.
        sought: the assumption that was not given, but found to reach a goal.
    """
    found = SOUGHT.get(sought) if sought else None
    return Table(
        title=f"Hypothèses du scénario {scenario.figures.year.number}",
        columns=headings("Hypothèse", "Valeur", "Origine"),
        rows=tuple(
            (Cell(label), value, Cell(spaced(origin)))
            for label, value, origin in _rows(scenario, found)
        ),
        note=spaced(" ".join(notes(scenario))),
    )


def assumptions_compared(scenarios: Sequence[Scenario]) -> Table:
    """Return what each of several scenarios was given, side by side."""
    given = [dict(_given(scenario.asked)) for scenario in scenarios]
    labels = dict.fromkeys(label for one in given for label in one)
    rows = tuple(
        (Cell(label), *(Cell(spaced(one.get(label, UNCHANGED))) for one in given))
        for label in labels
    )
    kept = f"« {UNCHANGED} » : {_kept(scenarios[0])}."
    told = dict.fromkeys([kept, *(note for one in scenarios for note in notes(one))])
    return Table(
        title=f"Hypothèses des scénarios {scenarios[0].figures.year.number}",
        columns=headings("Hypothèse", *(scenario.name for scenario in scenarios)),
        rows=rows,
        note=spaced(" ".join(told)),
    )


def _rows(scenario: Scenario, found: str | None) -> Iterator[tuple[str, Cell, str]]:
    """Yield each assumption, its value and its origin; `found` is the row that a goal changed."""

    def said(label: str) -> str:
        return "trouvé" if label == found else "donné"

    figures, asked, kept = scenario.figures, scenario.asked, _kept(scenario)
    source, without = _source(scenario), ""
    if asked.lost:
        yield "Clients perdus", Cell(enumeration(list(asked.lost))), _lost(asked)
        without = ", sans les clients perdus"
    left = kept + without
    leave = "congés donnés" if asked.leave is not None else "congés de bilan.toml"
    net = f"{quantity(figures.working_days)} jours ouvrés moins {quantity(figures.leave)}"
    days = f"{net} ({leave})"
    yield "Jours ouvrés nets de congés", Cell(figures.net_days, "days"), days
    there = ", selon les présences" if any(True for _ in people(scenario)) else ""
    origin = _days_origin(asked, left + there, said("Jours facturés"))
    yield "Jours facturés", Cell(figures.days, "days"), origin
    origin = _rate_origin(asked, source + without, said("TJM régie"))
    yield "TJM régie", Cell(figures.tjm_regie, "cents"), origin
    yield "Forfaits", Cell(figures.fees, "cents"), _origin(asked.fees, left, said("Forfaits"))
    bought = scenario.before.carried and any(x.is_depreciated for x in scenario.real.lines.expenses)
    depreciated = OF[figures.status].depreciated
    charges = f"{kept}, sans les achats durables" if bought and not depreciated else kept
    yield "Charges", Cell(figures.charges, "cents"), _charges_origin(asked, charges)
    if depreciated:
        origin = "achats déjà faits, sans achat nouveau" if scenario.before.carried else kept
        yield "Dotations aux amortissements", Cell(figures.depreciation, "cents"), origin


def _source(scenario: Scenario) -> str:
    before = scenario.before
    return f"{'repris' if before.carried else 'lignes'} de {named(before.source)}"


def _kept(scenario: Scenario) -> str:
    before = scenario.before
    if before.prorata == 1:
        return _source(scenario)
    years = (before.year, before.source)
    new, old = (quantity(months(year.start, year.end)) for year in years)
    return f"{_source(scenario)}, au prorata des mois ({new} pour {old})"


def _lost(asked: Assumptions) -> str:
    if not asked.resold:
        return "donné : jours et forfaits perdus"
    return f"donné : {percent(asked.resold)} de leurs jours revendus au même tarif"


def _days_origin(asked: Assumptions, kept: str, said: str) -> str:
    if asked.client and asked.days is not None:
        return f"{said} pour {asked.client} : {changed(asked.days, DAYS)} ; le reste, {kept}"
    if asked.ratio is not None:
        return f"{said} : {exact(asked.ratio * 100)} % des jours ouvrés nets"
    if asked.days is not None:
        return f"{said} : {changed(asked.days, DAYS)}"
    if asked.leave is not None:
        return f"{kept}, au même taux de jours facturés"
    return kept


def _rate_origin(asked: Assumptions, kept: str, said: str) -> str:
    if asked.rate is None:
        return kept
    words = changed(asked.rate, EUROS)
    if asked.client:
        return f"{said} pour {asked.client} : {words} ; le reste, {kept}"
    return f"{said} : {words} " + ("pour chaque jour" if asked.rate.sets else "sur chaque tarif")


def _charges_origin(asked: Assumptions, kept: str) -> str:
    single = [f"{name} {changed(change, EUROS)}" for name, change in asked.expenses]
    if not single:
        return _origin(asked.charges, kept)
    return f"{_origin(asked.charges, kept)} ; donné : {enumeration(single)}"


def _origin(change: Change | None, kept: str, said: str = "donné") -> str:
    return kept if change is None else f"{said} : {changed(change, EUROS)}"


def changed(change: Change, unit: str) -> str:
    """Return a change as a person writes it: « 850 € », « +50 € », « +5 % »."""
    if change.sets:
        return exact(change.added, cents=unit == EUROS) + unit
    if change.added:
        return _signed(change.added, cents=unit == EUROS) + unit
    return _signed((change.factor - 1) * 100) + " %"


def _signed(value: Decimal, *, cents: bool = False) -> str:
    return ("+" if value >= 0 else "") + exact(value, cents=cents)


def _given(asked: Assumptions) -> Iterator[tuple[str, str]]:
    """Yield what was given, in the order of the figures."""
    of_client = f" pour {asked.client}" if asked.client else ""
    if asked.lost:
        yield "Clients perdus", enumeration(list(asked.lost))
    if asked.resold:
        yield "Part de leurs jours revendue", f"{exact(asked.resold * 100)} %"
    if asked.leave is not None:
        yield "Congés", exact(asked.leave)
    if asked.ratio is not None:
        yield "Taux de jours facturés", f"{exact(asked.ratio * 100)} %"
    if asked.days is not None:
        yield f"Jours facturés{of_client}", changed(asked.days, DAYS)
    if asked.rate is not None:
        yield f"TJM régie{of_client}", changed(asked.rate, EUROS)
    if asked.fees is not None:
        yield "Forfaits", changed(asked.fees, EUROS)
    if asked.charges is not None:
        yield "Charges", changed(asked.charges, EUROS)
    for name, change in asked.expenses:
        yield f"Charge {name}", changed(change, EUROS)
