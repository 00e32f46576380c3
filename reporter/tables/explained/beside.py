"""What stands beside the figures of a year and is explained too: what was received, what is cut.

Knows their names and where their lines are. Never how they are computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.french import Cell
from reporter.making import Figure, Sum
from reporter.tables.explained.names import Named
from reporter.tables.partial import RULES, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.figures import Bilan, Elapsed
    from reporter.received.values import Received

Beside = Mapping[str, tuple[Named, Figure | Cell]]
"""A name → what it is called, and its figure or what it says."""


def beside(bilan: Bilan) -> Beside:
    """Return what a bilan says beside its years, by the names of `show --json`."""
    number = bilan.figures.year.number
    found: dict[str, tuple[Named, Figure | Cell]] = {}
    if bilan.received is not None:
        found |= _received(bilan.received, number)
    if bilan.elapsed is not None:
        found |= dict(_cut(bilan, bilan.elapsed))
    return found


def _received(received: Received, number: int) -> dict[str, tuple[Named, Figure | Cell]]:
    side = received.sides[0]
    invoiced, paid = side.sums["invoiced"], side.sums["received"]
    return {
        "encaissements.date": (
            Named("received.day", "date", "Date des encaissements", "le jour où l’on regarde"),
            Cell(received.day, "date"),
        ),
        "encaissements.facture": (
            Named("invoiced", "cents", "Facturé", "les ventes, à la date de leurs lignes"),
            Figure("invoiced", number, side.invoiced, leaf=invoiced),
        ),
        "encaissements.encaisse": (
            Named("received", "cents", "Encaissé", "les ventes, à la date de leur paiement"),
            Figure("received", number, side.received, leaf=paid),
        ),
    }


def _cut(bilan: Bilan, elapsed: Elapsed) -> Iterator[tuple[str, tuple[Named, Figure | Cell]]]:
    """Yield what is known of a cut year, then the sums of the lines that are left out."""
    cut, left, year = elapsed.cut, elapsed.left_out, bilan.figures.year
    facts = {
        "au": ("Coupé au", "le dernier jour compté", Cell(cut.day, "date")),
        "cloture": (
            "Clôture",
            "le dernier jour de l’exercice entier",
            Cell(year.whole.end, "date"),
        ),
        "regle": ("Règle de la coupe", "ce qui a décidé de ce jour", Cell(RULES[cut.rule])),
        "pourquoi": ("Pourquoi", "la même chose, en phrases", Cell(" ".join(sentences(bilan)))),
        "laisse_de_cote.lignes": (
            "Lignes laissées de côté",
            "combien de lignes sont datées d’après ce jour",
            Cell(str(len(left.sales) + len(left.expenses))),
        ),
    }
    for name, (label, says, cell) in facts.items():
        yield f"partielle.{name}", (Named(f"cut.{name}", cell.kind, label, says), cell)
    sums = {
        "ventes": ("Ventes laissées de côté", Sum(left.sales, attrgetter("amount"))),
        "depenses": ("Dépenses laissées de côté", Sum(left.expenses, attrgetter("amount"))),
    }
    for name, (label, leaf) in sums.items():
        named = Named(
            f"left.{name}", "cents", label, "celles datées d’après le dernier jour compté"
        )
        figure = Figure(named.field, year.number, leaf.value, leaf=leaf)
        yield f"partielle.laisse_de_cote.{name}", (named, figure)
