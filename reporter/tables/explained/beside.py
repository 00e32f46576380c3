"""What stands beside the figures of a year: where it is cut, its landing, what was received.

Knows which of those are sums of lines. Never how they are computed; the others say a fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from reporter.french import Cell
from reporter.landing.landing import landed
from reporter.leaves import Sum
from reporter.making import Figure, Term
from reporter.model import Activity
from reporter.tables import partial
from reporter.tables.explained.names import EXACT, Named, names
from reporter.tables.explained.words import BEHIND, BESIDE, LANDING, WHOLE
from reporter.tables.landing_values import landing_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.figures import Bilan
    from reporter.received.values import Received

Beside = Mapping[str, tuple[Named, Figure | Cell]]
"""A name → what it is called, and its figure or what it says."""
AHEAD = "landing."
"""What stands before the name of a figure of a landing: never mistaken for that of a cut year."""
LANDED = {
    "chiffre_affaires": "revenue",
    "jours_factures": "days",
    "tjm": "tjm",
    "charges": "charges",
    "dotations_amortissements": "depreciation",
    "resultat_cessions": "disposals",
    "resultat_avant_impots": "result_before_tax",
    "impot": "tax",
    "resultat": "result",
}
"""The figures of a landing, by their names in `show --json`."""
NOT_LANDED = ("effect_", "objective.", "final_", "more_days", "day_change", "adjustment")
"""What a landing does not have: it is compared with nothing, and no accountant has seen it."""
CERTAINTIES = ("connu", "signe", "estime")
AMOUNT, DAYS = attrgetter("amount"), attrgetter("days")


def beside(bilan: Bilan) -> Beside:
    """Return what a bilan says beside its years, by the names of `show --json`."""
    values = {**partial.values(bilan), **landing_values(bilan)}
    if bilan.received is not None:
        values["encaissements"] = _received_values(bilan.received)
    found: dict[str, tuple[Named, Figure | Cell]] = {
        name: (_named(name, cell), cell) for name, cell in _facts(values)
    }
    figures = {**_received(bilan), **_left_out(bilan), **_landed(bilan)}
    for name, figure in figures.items():
        called = found[name][0] if name in found else None
        if called is not None:
            kind = EXACT.get(called.kind, called.kind)
            found[name] = called._replace(field=figure.name, kind=kind), figure
        elif name in BEHIND:
            found[name] = Named(figure.name, "cents", *BEHIND[name]), figure
    return {**found, **_behind(bilan, found)}


def _behind(bilan: Bilan, shown: Beside) -> dict[str, tuple[Named, Figure]]:
    """Return the figures that those of the landing are made of, under names of their own."""
    if not any(name.startswith("atterrissage.chiffre") for name in shown):
        return {}
    whole = landed(bilan)
    figures = {} if whole is None else names(whole.figures)
    known = {called.field for called, _ in shown.values()}
    return {
        f"atterrissage.{name}": (
            Named(
                f"{AHEAD}{one.field}",
                one.kind,
                f"{one.label} à l’atterrissage",
                f"{one.definition} ; de {WHOLE}",
            ),
            _ahead(whole.figures.figure(one.field)),
        )
        for name, one in figures.items()
        if whole and f"{AHEAD}{one.field}" not in known and not one.field.startswith(NOT_LANDED)
    }


def _ahead(figure: Figure) -> Figure:
    """Return a figure of a landing under a name of its own, and so what it is made of."""
    terms = tuple(Term(term.sign, _ahead(term.figure)) for term in figure.terms)
    return replace(figure, name=f"{AHEAD}{figure.name}", terms=terms)


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


def _named(name: str, cell: Cell) -> Named:
    """Return what is said of a name."""
    table, _, own = name.partition(".")
    if table == "atterrissage" and own in LANDED:
        return Named(name, cell.kind, *LANDING[own])
    return Named(name, cell.kind, *BESIDE.get(name, (name, f"« {name} » de « bilan show --json »")))


def _received(bilan: Bilan) -> dict[str, Figure]:
    if bilan.received is None:
        return {}
    sums = bilan.received.sides[0].sums
    return {
        "encaissements.facture": _sum(bilan, "invoiced", sums["invoiced"]),
        "encaissements.encaisse": _sum(bilan, "received", sums["received"]),
    }


def _left_out(bilan: Bilan) -> dict[str, Figure]:
    """Return the sums of the lines dated after the day on which a year is cut."""
    if bilan.elapsed is None:
        return {}
    left, table = bilan.elapsed.left_out, "partielle.laisse_de_cote"
    return {
        f"{table}.ventes": _sum(bilan, "left.sales", Sum(left.sales, AMOUNT)),
        f"{table}.depenses": _sum(bilan, "left.expenses", Sum(left.expenses, AMOUNT)),
    }


def _landed(bilan: Bilan) -> dict[str, Figure]:
    """Return the figures of the landing, made as those of any year, and their three parts."""
    found = landed(bilan) if bilan.elapsed is not None else None
    if found is None:
        return {}
    parts = dict(
        zip(CERTAINTIES, (found.known, Activity(days=found.signed), found.rest), strict=True)
    )
    figures = {
        f"atterrissage.{name}": _ahead(found.figures.figure(field))
        for name, field in LANDED.items()
    }
    for word, lines in parts.items():
        sales, days = Sum(lines.sales, AMOUNT), Sum(lines.days, DAYS)
        figures[f"atterrissage.{word}.chiffre_affaires"] = _sum(bilan, f"{word}.sales", sales)
        figures[f"atterrissage.{word}.jours_factures"] = _sum(bilan, f"{word}.days", days)
        fees = Sum(lines.fees, AMOUNT)
        figures[f"atterrissage.{word}.ca_forfaits"] = _sum(bilan, f"{word}.fees", fees)
    known, estimated = bilan.figures.figure("charges"), Sum(found.rest.expenses, AMOUNT)
    figures["atterrissage.connu.charges"] = replace(known, name="connu.charges")
    figures["atterrissage.estime.charges"] = _sum(bilan, "estime.charges", estimated)
    return figures


def _sum(bilan: Bilan, name: str, leaf: Sum) -> Figure:
    return Figure(name, bilan.figures.year.number, leaf.value, leaf=leaf)
