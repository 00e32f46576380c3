"""A figure, found by its name, with all that leads to it.

Knows how a name leads to a figure. Never how the figure is computed, nor how it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reporter.changes import change, effects
from reporter.errors import BilanError
from reporter.french import Cell
from reporter.making import Figure, Term, made
from reporter.tables.explained.beside import beside
from reporter.tables.explained.finding import found
from reporter.tables.explained.names import FACTS, VARIATION, Named, left_out, names
from reporter.tables.explained.own import of_year
from reporter.tables.explained.pocket import pocket
from reporter.tables.quantities import YEAR
from reporter.tables.unlike import is_unlike

if TYPE_CHECKING:
    from reporter.figures import Bilan, Figures
    from reporter.scenarios.scenario import Scenario
    from reporter.settings import Settings
    from reporter.tables.explained.beside import Beside

CHANGES = {"more_days": "days", "day_change": "day_revenue"}
"""The changes that have a name of their own → the figure that changes."""


OTHER_INCOME = "autres_produits"


class Source(NamedTuple):
    """The year that is asked about, and the one that it is compared with.

    Attributes:
        said: what the year is, where it is not that of the books: « scénario prudent ».
        beside: what stands beside its figures.
    """

    figures: Figures
    previous: Figures | None
    settings: Settings
    said: str = ""
    beside: Beside = MappingProxyType({})


def source_of(bilan: Bilan) -> Source:
    """Return the year of a bilan, with the one before it."""
    near = {**beside(bilan), **pocket(bilan)}
    return Source(bilan.figures, bilan.previous, bilan.settings, beside=near)


def source_of_scenario(scenario: Scenario) -> Source:
    """Return the year of a scenario, with the real one that it starts from where it is another."""
    reference = scenario.reference
    previous = reference if reference.year != scenario.figures.year else None
    said = f"scénario « {scenario.name} »" if scenario.name else "scénario"
    return Source(scenario.figures, previous, scenario.after.settings, said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A figure and its names.

    Attributes:
        name: the one by which it is asked for.
        called: what it is called and how it prints.
        figure: what it is made of; None for a fact that is no number.
        source: where the figure was looked for.
        fact: what a fact says.
    """

    name: str
    called: Named
    figure: Figure | None
    source: Source
    fact: Cell | None = None

    @property
    def value(self) -> Cell:
        """Return the value."""
        if self.figure is None:
            return self.fact or Cell(None)
        return Cell(self.figure.value, self.called.kind)


def known(source: Source) -> dict[str, Named]:
    """Return all that can be explained in a year, by its name."""
    figures = names(source.figures)
    facts = {
        name: Named(name, "text", *fact)
        for name, fact in FACTS.items()
        if name != "statut" or source.figures.status is not None
    }
    varying = {
        f"{VARIATION}.{name}": _variation(one)
        for name, one in figures.items()
        if one.field in {field for field, _ in YEAR.values()}
    }
    near = {name: one for name, (one, _) in source.beside.items()}
    every = {**facts, **figures, **varying, **near}
    if source.said and source.previous is None:
        return {name: one for name, one in every.items() if not _compares(one.field)}
    return every


def _compares(field: str) -> bool:
    return field in CHANGES or field.startswith(("effect_", f"{VARIATION}."))


def _variation(one: Named) -> Named:
    said = f"ce que « {one.label} » a gagné ou perdu depuis l’année d’avant, en part de celle-ci"
    return Named(f"{VARIATION}.{one.field}", "variation", f"Variation – {one.label}", said)


def explained(source: Source, wanted: str) -> Explanation:
    """Return a figure by its name, or by its label in a table.

    Raises:
        BilanError: where the name is unknown, with the near ones.
    """
    every = known(source)
    if wanted.strip() == OTHER_INCOME and not source.figures.is_booked:
        raise BilanError(f"« {OTHER_INCOME} » n’existe que pour un exercice connu par son FEC")
    hidden, status = left_out(source.figures), source.figures.status
    name = found(every, wanted, hidden=hidden, status=status)
    called = every[name]
    if name in source.beside:
        one: Figure | Cell = source.beside[name][1]
    else:
        one = _fact(name, source) if name in FACTS else _figure(called, source)
    if isinstance(one, Figure):
        return Explanation(name=name, called=called, figure=one, source=source)
    return Explanation(name=name, called=called, figure=None, fact=one, source=source)


def _fact(name: str, source: Source) -> Cell:
    figures = source.figures
    words = {True: "oui", False: "non"}
    facts: dict[str, Cell] = {
        "exercice": Cell(str(figures.year.number)),
        "debut": Cell(figures.year.start, "date"),
        "fin": Cell(figures.year.end, "date"),
        "methode_tjm": Cell(figures.method),
        "resultat_estime": Cell(words[figures.estimated]),
        "statut": Cell(figures.status),
    }
    return facts[name]


def _figure(called: Named, source: Source) -> Figure:
    """Return a figure of the year; one that compares has no value where there is nothing before."""
    figures, previous, field = source.figures, source.previous, called.field
    number = figures.year.number
    if field.startswith(f"{VARIATION}."):
        new = of_year(figures, field.partition(".")[2])
        if previous is None or is_unlike(figures, previous, new.name):
            return Figure(field, number, None, "variation", (Term(1, new),))
        return made(field, number, "variation", new, of_year(previous, new.name))
    compared = _compares(field)
    if compared and previous is None:
        return Figure(field, number, None)
    if field in CHANGES and previous is not None:
        return change(figures, previous, CHANGES[field], field)
    if compared and previous is not None:
        return effects(figures, previous)[field.removeprefix("effect_")]
    return of_year(figures, field)
