"""What stands beside the figures of a year: where it is cut, its landing, what was received.

Knows which of those are sums of lines. Never how they are computed; the others say a fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from reporter.french import Cell, capitalised
from reporter.history import SPAN, means
from reporter.leaves import Sum
from reporter.making import Figure, made, summing
from reporter.settings.words import OF
from reporter.tables import partial
from reporter.tables.explained.ahead import LANDED, behind, landed_in, left_in
from reporter.tables.explained.names import EXACT, Named
from reporter.tables.explained.words import BEHIND, BESIDE, KINDS, LANDING, MEANS
from reporter.tables.landing_values import landing_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.figures import Bilan
    from reporter.received.values import Received, Side
    from reporter.settings.status import Status

Beside = Mapping[str, tuple[Named, Figure | Cell]]
"""A name → what it is called, and its figure or what it says."""
AMOUNT = attrgetter("amount")


def beside(bilan: Bilan) -> Beside:
    """Return what a bilan says beside its years, by the names of `show --json`."""
    status = bilan.figures.status
    values = {**partial.values(bilan), **landing_values(bilan)}
    if bilan.received is not None:
        values["encaissements"] = _received_values(bilan.received)
    found: dict[str, tuple[Named, Figure | Cell]] = {
        name: (_named(name, cell, status), cell) for name, cell in _facts(values)
    }
    figures = {**_received(bilan), **_left_out(bilan), **landed_in(bilan), **left_in(bilan)}
    for name, figure in figures.items():
        called = found[name][0] if name in found else None
        if called is not None:
            kind = EXACT.get(called.kind, called.kind)
            found[name] = called._replace(field=figure.name, kind=kind), figure
        elif name in BEHIND:
            found[name] = Named(figure.name, KINDS.get(name, "cents"), *BEHIND[name]), figure
    return {**found, **_means(bilan), **behind(bilan, found)}


def _received_values(found: Received) -> dict[str, Cell]:
    side = found.sides[0]
    return {
        "date": Cell(found.day, "date"),
        "facture": Cell(side.invoiced, "euros"),
        "encaisse": Cell(side.received, "euros"),
    }


def _facts(values: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Cell]]:
    """Yield each value that stands alone, under its whole name; lists are not explained."""
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _facts(value, f"{before}{name}.")
        elif isinstance(value, Cell):
            yield f"{before}{name}", value
        elif isinstance(value, str | int):
            yield f"{before}{name}", Cell(str(value))


def _named(name: str, cell: Cell, status: Status | None) -> Named:
    """Return what is said of a name, the result being called as its legal form calls it."""
    table, _, own = name.partition(".")
    if name == "atterrissage.resultat":
        label = f"{capitalised(OF[status].result)} à l’atterrissage"
        return Named(name, cell.kind, label, LANDING[own][1])
    if table == "atterrissage" and own in LANDED:
        return Named(name, cell.kind, *LANDING[own])
    return Named(name, cell.kind, *BESIDE.get(name, (name, f"« {name} » de « bilan show --json »")))


def _received(bilan: Bilan) -> dict[str, Figure]:
    if bilan.received is None:
        return {}
    owed, year = Sum(bilan.received.unpaid, AMOUNT), bilan.figures.year.number
    figures = {name: figure for name, (_, figure) in received_in(bilan.received.sides[0]).items()}
    return {**figures, "encaissements.impaye": summing("owed", year, owed)}


def received_in(side: Side) -> dict[str, tuple[Named, Figure]]:
    """Return what a year invoiced and received, as it is asked for in that year."""
    if side.received is None:
        return {}
    return {
        f"encaissements.{name}": (
            Named(field, "cents", *BESIDE[f"encaissements.{name}"]),
            summing(field, side.year.number, side.sums[field]),
        )
        for name, field in (("facture", "invoiced"), ("encaisse", "received"))
    }


def _means(bilan: Bilan) -> dict[str, tuple[Named, Figure]]:
    """Return the means over three years, each the sum of three figures over their number."""
    number = bilan.figures.year.number
    last = [year for year in bilan.years if number - SPAN < year.year.number]
    known = means(bilan.years, number)
    if known is None:
        return {}
    count = Figure("mean.years", number, Decimal(SPAN))
    found = {"moyennes.exercices": (Named("mean.years", "days", *MEANS["exercices"]), count)}
    for name, field in (("chiffre_affaires", "revenue"), ("resultat", "result")):
        if getattr(known, field) is None:
            continue
        added = made(f"mean.{field}.sum", number, "sum", *(year.figure(field) for year in last))
        mean = made(f"mean.{field}", number, "quotient", added, count)
        for word, figure in ((f"somme_{name}", added), (name, mean)):
            called = Named(figure.name, "cents", *MEANS[word])
            found[f"moyennes.{word}"] = called, figure
    return found


def _left_out(bilan: Bilan) -> dict[str, Figure]:
    """Return the sums of the lines dated after the day on which a year is cut."""
    if bilan.elapsed is None:
        return {}
    left, table = bilan.elapsed.left_out, "partielle.laisse_de_cote"
    year = bilan.figures.year.number
    return {
        f"{table}.ventes": summing("left.sales", year, Sum(left.sales, AMOUNT)),
        f"{table}.depenses": summing("left.expenses", year, Sum(left.expenses, AMOUNT)),
    }
