"""What is left, as tables: the steps, a goal, the price of a day. See also `net_hypotheses`.

Knows words. Never how a figure is made, nor how a table looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.french import Cell, euros, spaced
from reporter.law.workdays import months
from reporter.making import ratio
from reporter.settings.status import AT_CORPORATE_TAX
from reporter.settings.words import NAMES
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from reporter.french import Kind
    from reporter.model import FinancialYear
    from reporter.net.goals import Sought
    from reporter.net.means import Means
    from reporter.net.net import Key, Net
    from reporter.net.price import Effect, What

LABELS: dict[Key, str] = {
    "charges": "Charges",
    "depreciation": "Dotations aux amortissements",
    "disposals": "Résultat des cessions",
    "contributions": "Cotisations et contributions",
    "tax": "Impôt sur les sociétés",
    "adjustment": "Ajustement de l’expert-comptable",
    "kept": "Gardé dans la société",
    "levies": "Prélèvements sociaux des dividendes",
    "flat_tax": "Impôt forfaitaire des dividendes",
    "liberatory": "Versement libératoire",
    "income_tax": "Impôt sur le revenu",
}
STEPS: dict[Key, str] = {
    "charges": "charges",
    "depreciation": "dotations",
    "disposals": "cessions",
    "contributions": "cotisations",
    "tax": "impot",
    "adjustment": "ajustement",
    "kept": "garde",
    "levies": "prelevements_sociaux",
    "flat_tax": "impot_forfaitaire",
    "liberatory": "versement_liberatoire",
    "income_tax": "impot_revenu",
}
"""The name by which each step is explained, after « net. »."""
LOST = "Perte laissée à la société"
"""What a company keeps of a result that is a loss: the pay was more than what was left for it."""
POCKET = "Dans la poche"
MEANS: dict[Means, str] = {"rate": "TJM régie", "spent": "Rémunération, cotisations comprises"}
CHANGES: dict[What, str] = {
    "day": "Un jour facturé de plus",
    "rate": "10 € de TJM de plus",
    "laptop": "Un ordinateur de 1 200 € maintenant",
    "pay": "1 000 € de plus dépensés en rémunération",
}


def steps(net: Net, year: FinancialYear) -> Table:
    """Return the way from the revenue to the pocket; a step of zero is left out.

    Args:
        net: what is left of a whole year.
        year: the same, cut where only a part of it is known.
    """
    coming = " de l’exercice, ceux à venir compris" if year.is_partial else ""
    figures = net.figures
    return Table(
        title=f"Du chiffre d’affaires à la poche en {figures.year.number}, {NAMES[net.status]}",
        columns=headings("Étape", "Montant", "Part du CA"),
        rows=tuple(
            (
                Cell(row.name),
                Cell(row.amount, "cents", row.of),
                Cell(ratio(row.amount, figures.revenue), "percent", row.of),
            )
            for row in levels(net)
        ),
        note=spaced(f"Soit {euros(_monthly(net))} par mois{coming}."),
    )


def _monthly(net: Net) -> Decimal:
    """Return what is left for each month of the year, however long that is."""
    length = months(net.figures.year.start, net.figures.year.whole.end)
    return net.pocket * length.denominator / length.numerator


class Level(NamedTuple):
    """A row of the way to the pocket; `of` is the name by which a page explains it."""

    name: str
    amount: Decimal
    of: str


def levels(net: Net) -> Iterator[Level]:
    """Yield the revenue, each step that is not zero, and the pocket."""
    number = net.figures.year.number
    yield Level(revenue_label(net), net.figures.revenue, f"{number}.chiffre_affaires")
    for step in net.steps:
        if step.amount:
            called = labelled(step.key, step.amount)
            yield Level(called, step.amount, f"{number}.net.{STEPS[step.key]}")
    yield Level(POCKET, net.pocket, f"{number}.net.poche")


def labelled(key: Key, *amounts: Decimal) -> str:
    """Return what a step is called, by what it takes, or gives, in each column of its row."""
    lost = key == "kept" and min(amounts) >= 0 < max(amounts)
    return LOST if lost else LABELS[key]


def revenue_label(net: Net) -> str:
    """Return what the revenue is called in a form."""
    return "Recettes" if net.status == "micro" else "Chiffre d’affaires"


def prices(effects: Sequence[Effect], net: Net) -> Table:
    """Return what single changes add to the pocket, and to what the company keeps."""
    company = net.status in AT_CORPORATE_TAX
    columns = ("Changement", "CA", POCKET, *((LABELS["kept"],) if company else ()))
    spread = " et amorti sur 3 ans" if net.status != "micro" else ""
    return Table(
        title=f"Ce que change une décision en {net.figures.year.number}",
        columns=headings(*columns),
        rows=tuple(
            (
                Cell(spaced(CHANGES[effect.what])),
                Cell(effect.revenue, "signed_euros"),
                Cell(effect.pocket, "signed_euros"),
                *((Cell(effect.kept, "signed_euros"),) if company else ()),
            )
            for effect in effects
        ),
        note=spaced(f"L’ordinateur est acheté le premier jour de l’exercice{spread}."),
    )


def goal(found: Sought) -> Table:
    """Return the value that leaves the amount aimed at, and what it leaves."""
    kind: Kind = "exact_euros" if found.means == "rate" else "euros"
    monthly = _monthly(found.left)
    rows = (
        (Cell(f"{POCKET}, visé"), Cell(found.aim, "cents")),
        (Cell(spaced(f"{MEANS[found.means]} qu’il faut")), Cell(found.value, kind)),
        (Cell(f"{POCKET}, recalculé"), Cell(found.left.pocket, "cents")),
        (Cell("Soit par mois"), Cell(monthly, "cents")),
    )
    return Table(
        title=f"But pour {found.left.figures.year.number}",
        columns=headings("Grandeur", "Valeur"),
        rows=rows,
        note=spaced("La plus petite valeur qui y mène ; cotisations et impôts sont à l’euro."),
    )
