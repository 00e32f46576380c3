"""Scenarios as tables: beside the year that they start from, side by side, around a case.

Knows which figures are shown together. Never how they look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BilanError
from reporter.french import Cell, capitalised, enumeration, euros, euros_cents, spaced
from reporter.making import variation
from reporter.scenarios.case import last_whole, next_case
from reporter.scenarios.goals import measured
from reporter.scenarios.scenario import imagined
from reporter.tables.partial import taken_from
from reporter.tables.scenario_notes import no_charge
from reporter.tables.table import Table, headings
from reporter.tables.unlike import changed_form, is_unlike
from reporter.tables.years import words_of
from reporter.to_date import whole_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.assumptions import Lever, Measure
    from reporter.figures import Bilan, Figures
    from reporter.french import Kind
    from reporter.scenarios.goals import Sought
    from reporter.scenarios.scenario import Scenario
    from reporter.scenarios.sensitivity import Effect

Row = tuple[str, str, "Kind", "Kind"]
ROWS: tuple[Row, ...] = (
    ("Chiffre d’affaires", "revenue", "euros", "signed_euros"),
    ("CA des jours", "day_revenue", "euros", "signed_euros"),
    ("CA des forfaits", "fees", "euros", "signed_euros"),
    ("Jours ouvrés nets de congés", "net_days", "days", "signed_days"),
    ("Jours facturés", "days", "days", "signed_days"),
    ("Taux de jours facturés", "billed_ratio", "percent", "points"),
    ("TJM", "tjm", "euros", "signed_euros"),
    ("TJM régie", "tjm_regie", "euros", "signed_euros"),
    ("Charges", "charges", "euros", "signed_euros"),
    ("Dotations aux amortissements", "depreciation", "euros", "signed_euros"),
    ("Résultat des cessions", "disposals", "euros", "signed_euros"),
)
"""A label, the figure that it names, and the kinds of the figure and of its differences."""
MEASURES: dict[Measure, str] = {
    "revenue": "Chiffre d’affaires",
    "result": "Résultat après impôts",
}


def rows(*figures: Figures) -> tuple[Row, ...]:
    """Return the figures to show of years, in the words of their legal forms."""
    words = words_of(figures)
    named: tuple[tuple[str, str], ...] = (
        (words.before, "result_before_tax"),
        (words.tax, "tax"),
        (words.result, "result"),
    )
    left_out = set() if words.depreciated else {"depreciation"}
    left_out |= set() if any(year.disposals for year in figures) else {"disposals"}
    return (
        *(row for row in ROWS if row[1] not in left_out),
        *((capitalised(name), field, "euros", "signed_euros") for name, field in named if name),
    )


def measure_name(measure: Measure, figures: Figures) -> str:
    """Return what a goal or a grid is about, in the words of the year's legal form."""
    return capitalised(words_of([figures]).result) if measure == "result" else MEASURES[measure]


LEVERS: dict[Lever, tuple[str, Kind]] = {
    "rate": ("TJM régie", "exact_euros"),
    "days": ("Jours facturés", "exact_days"),
    "ratio": ("Taux de jours facturés", "exact_percent"),
    "fees": ("Forfaits", "exact_euros"),
}


def comparison(scenario: Scenario) -> Table:
    """Return the reference, the scenario, the difference and the variation of each figure."""
    reference, figures = scenario.reference, scenario.figures
    number, other = figures.year.number, reference.year.number
    return Table(
        title=f"Scénario {number} et référence {other}",
        columns=headings(
            "Indicateur",
            f"Référence {other}",
            f"Scénario {number}",
            "Différence",
            "Variation",
        ),
        rows=tuple(
            (Cell(label), *_beside(reference, figures, field, *kinds))
            for label, field, *kinds in rows(reference, figures)
        ),
        note=_results(reference, figures),
    )


def compared(scenarios: Sequence[Scenario]) -> Table:
    """Return the reference and several scenarios side by side."""
    reference = scenarios[0].reference
    shown = [reference, *(scenario.figures for scenario in scenarios)]
    number = scenarios[0].figures.year.number
    return Table(
        title=f"Scénarios {number} et référence {reference.year.number}",
        columns=headings(
            "Indicateur",
            f"Référence {reference.year.number}",
            *(scenario.name for scenario in scenarios),
        ),
        rows=tuple(
            (Cell(label), *(Cell(getattr(figures, field), kind) for figures in shown))
            for label, field, kind, _ in rows(*shown)
        ),
        note=_results(reference, shown[-1]),
    )


def goal(found: Sought, figures: Figures) -> Table:
    """Return the value that leads to a goal, the proof, and what a rounder value gives.

    Args:
        found: the value sought.
        figures: those measured with that value.
    """
    name = measure_name(found.goal.measure, figures)
    lever, kind = LEVERS[found.lever]
    reached = measured(figures, found.goal.measure)
    rows = [
        (Cell(f"{name} visé"), Cell(found.goal.amount, "cents")),
        (Cell(f"{lever} qu’il faut"), Cell(found.value, kind)),
        (Cell(f"{name} recalculé"), Cell(reached, "cents")),
    ]
    if found.round_amount is not None and found.round_value != found.value:
        rounder = spaced(f"{name} avec {Cell(found.round_value, kind)}")
        rows.append((Cell(rounder), Cell(found.round_amount, "cents")))
    short = reached - found.goal.amount
    note = f"Au plus près : il s’en faut de {euros_cents(abs(short))}." if short else ""
    return Table(
        title=f"But pour {figures.year.number}",
        columns=headings("Grandeur", "Valeur"),
        rows=tuple(rows),
        note=spaced(note),
    )


def sensitivities(scenario: Scenario, effects: Sequence[Effect]) -> Table:
    """Return what single changes do to the result of a scenario, the largest effect first."""
    figures = scenario.after.estimated.figures
    number, short = figures.year.number, words_of([figures]).short
    words = {
        "day": f"Un jour facturé de plus, à {Cell(figures.tjm_regie, 'euros')}",
        "rate": "10 € de TJM de plus",
        "sickness": "Un mois de maladie",
    }
    made = tuple(
        (
            Cell(spaced(words.get(effect.what, f"Client perdu : {effect.client}"))),
            Cell(effect.days, "signed_days"),
            Cell(effect.revenue, "signed_euros"),
            Cell(effect.result, "signed_euros"),
        )
        for effect in effects
    )
    note = (
        f"À partir d’un {short} estimé de {euros(figures.result)}. Un client perdu emporte ses "
        "jours et ses forfaits ; un mois de maladie, la part d’un mois des jours facturés, sans "
        "indemnité ni charge en moins."
    )
    return Table(
        title=f"Ce qui change le {short} de {number}",
        columns=headings("Changement", "Jours", "CA", measure_name("result", figures)),
        rows=made,
        note=spaced(note),
    )


def outlook(bilan: Bilan) -> Table | None:
    """Return the named scenarios for the year after, a row each; None where there are none.

    There are none either after a part of a year that has no whole one before it.
    """
    named, elapsed = bilan.settings.scenarios, bilan.elapsed
    begun = elapsed is not None and elapsed.cut.rule != "last_line" and not whole_before(bilan)
    if not named or begun:
        return None
    real, before = last_whole(bilan), next_case(bilan)
    made, left_out = [], []
    for name, asked in named.items():
        try:
            figures = imagined(real, before, asked, name).figures
        except BilanError as error:
            left_out.append(f"« {name} » ne s’applique pas : {error}.")
            continue
        made.append((Cell(name), *_outlook(figures)))
    source, short = taken_from(before.source, bilan.figures.year), words_of([before.figures]).short
    kept = f"Ce qu’un scénario ne change pas est repris de {source} ; les {short}s sont estimés."
    notes = [kept, *left_out, *([] if before.has_charges else [no_charge(before)])]
    last = measure_name("result", before.figures)
    return Table(
        title=f"Scénarios {before.year.number}",
        columns=headings("Scénario", "TJM régie", "Jours facturés", "CA", last),
        rows=tuple(made),
        note=spaced(" ".join(notes)),
    )


def _outlook(figures: Figures) -> tuple[Cell, ...]:
    return (
        Cell(figures.tjm_regie, "euros"),
        Cell(figures.days, "days"),
        Cell(figures.revenue, "kilo"),
        Cell(figures.result, "kilo"),
    )


def _beside(
    reference: Figures, figures: Figures, field: str, kind: Kind, change: Kind
) -> tuple[Cell, ...]:
    """Return the figure of the reference, that of the scenario, their difference, its ratio.

    The results of two legal forms have none: see `unlike`.
    """
    old, new = getattr(reference, field), getattr(figures, field)
    shown = Cell(old, kind), Cell(new, kind)
    if is_unlike(figures, reference, field) or old is None or new is None:
        return *shown, Cell(None, change), Cell(None, "variation")
    return *shown, Cell(new - old, change), Cell(variation(new, old), "variation")


def _results(reference: Figures, figures: Figures) -> str:
    """Say which results are estimates."""
    words = {True: "estimé", False: "définitif"}
    kinds = [f"{words[reference.estimated]} pour la référence"]
    kinds.append(f"{words[figures.estimated]} pour le scénario")
    of = words_of((reference, figures))
    if reference.estimated and figures.estimated:
        said = f"{capitalised(of.several)} estimés depuis les classeurs."
    else:
        said = f"{capitalised(of.short)} {enumeration(kinds)}."
    return f"{said} {changed_form(figures, reference)}".strip()
