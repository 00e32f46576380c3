"""From the revenue to the result after tax, step by step.

Knows the steps. Never how they look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.denomination import unit
from reporter.french import Cell, capitalised
from reporter.making import ratio
from reporter.model import ZERO
from reporter.tables.expenses import DEPRECIATION, by_category
from reporter.tables.partial import named
from reporter.tables.table import Table, headings
from reporter.tables.years import DETAILS, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.figures import Bilan

DISPOSALS = DETAILS["resultat_cessions"]
NAMED = 4
"""How many categories of charges have a step of their own; the others share one."""


class Step(NamedTuple):
    """What adds to the steps before (signed euros), or a `level` that they have reached.

    Attributes:
        of: the figure that it shows or is a part of, by the name that explains it.
    """

    name: str
    amount: Decimal
    level: bool = False
    of: str = ""


def steps(bilan: Bilan) -> tuple[Step, ...]:
    """Return the steps from the revenue to the result: changes of zero are left out."""
    changes = (step for step in _changes(bilan) if step.amount)
    return (
        Step("Chiffre d’affaires", bilan.figures.revenue, level=True, of="chiffre_affaires"),
        *changes,
        Step(
            capitalised(words_of([bilan.figures]).result),
            bilan.figures.result,
            level=True,
            of="resultat_apres_impots",
        ),
    )


def result(bilan: Bilan) -> Table:
    """Return the steps with their share of the revenue."""
    revenue, number = bilan.figures.revenue, bilan.figures.year.number
    rows = tuple(
        (
            Cell(step.name),
            Cell(step.amount, "euros", f"{number}.{step.of}"),
            Cell(ratio(step.amount, revenue), "percent", f"{number}.{step.of}"),
        )
        for step in steps(bilan)
    )
    short = words_of([bilan.figures]).short
    title = f"Du chiffre d’affaires au {short} de {named(bilan.figures.year)}, en {unit()}"
    return Table(title=title, columns=headings("Étape", "Montant", "Part du CA"), rows=rows)


def _changes(bilan: Bilan) -> Iterator[Step]:
    figures = bilan.figures
    sums = by_category(figures)
    names = sorted(sums, key=lambda name: (-sums[name], name))
    own = names if len(names) <= NAMED else names[: NAMED - 1]
    others = names[len(own) :]
    yield from (Step(name, -sums[name], of="charges") for name in own)
    rest = -sum((sums[name] for name in others), ZERO)
    yield Step(f"Autres charges ({len(others)})", rest, of="charges")
    yield Step(DEPRECIATION, -figures.depreciation, of="dotations_amortissements")
    yield Step(DISPOSALS, figures.disposals, of="resultat_cessions")
    yield Step("Impôt sur les sociétés", -figures.tax, of="impot")
    yield Step("Ajustement de l’expert-comptable", figures.adjustment, of="ajustement")
