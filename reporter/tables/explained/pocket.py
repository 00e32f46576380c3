"""What is left in the owner's pocket, explained by the steps that lead there from the revenue.

Knows the name of each step, and what it is. Never a rate, nor how a step is computed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.leaves import Rule
from reporter.leaves import Step as Told
from reporter.making import Figure, made
from reporter.tables.explained.names import Named
from reporter.tables.net import POCKET, STEPS, labelled
from reporter.tables.pockets import pocket_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from reporter.figures import Bilan
    from reporter.net.net import Key, Net
    from reporter.tables.explained.beside import Beside

TABLE = "net"
MEANINGS: dict[Key, str] = {
    "charges": "les dépenses, sans la rémunération ni les cotisations du dirigeant",
    "depreciation": "la part de l’exercice dans le prix des achats amortis",
    "disposals": "ce que les cessions ajoutent au résultat, ou lui retirent",
    "contributions": "les cotisations et contributions du dirigeant, lues dans les dépenses ou "
    "estimées aux taux de l’année",
    "tax": "l’impôt sur les sociétés du bénéfice qui reste après la rémunération",
    "adjustment": "ce que le résultat de l’expert-comptable ajoute à celui des classeurs",
    "kept": "la part du résultat après impôts qui n’est pas versée en dividendes",
    "levies": "les prélèvements sociaux des dividendes versés",
    "flat_tax": "l’impôt au forfait des dividendes versés",
    "liberatory": "l’impôt sur le revenu payé sur les recettes, sur option",
    "income_tax": "ce que ces revenus ajoutent à l’impôt du foyer, selon le barème de l’année",
}
"""What each step is."""


def pocket(bilan: Bilan) -> Beside:
    """Return the pocket and its steps, where the page shows them."""
    net = pocket_of(bilan)
    if net is None:
        return {}
    number = net.figures.year.number
    found = dict(_steps(net, number))
    revenue = net.figures.figure("revenue")
    left = made(f"{TABLE}.pocket", number, "rest", revenue, *(one for _, one in found.values()))
    said = "ce qui reste du chiffre d’affaires après les étapes qui suivent"
    return {**found, f"{TABLE}.poche": (Named(left.name, "cents", POCKET, said), left)}


def _steps(net: Net, number: int) -> Iterable[tuple[str, tuple[Named, Figure]]]:
    for key in dict.fromkeys(step.key for step in net.steps if step.amount):
        leaf = _contributions(net) if key == "contributions" and not net.from_books else None
        figure = Figure(f"{TABLE}.{key}", number, -net.of(key), leaf=leaf)
        called = Named(figure.name, "cents", f"Net – {labelled(key, -net.of(key))}", MEANINGS[key])
        yield f"{TABLE}.{STEPS[key]}", (called, figure)


def _contributions(net: Net) -> Rule:
    def steps(_: Decimal) -> Iterable[Told]:
        return (Told("contribution", -amount, source=name) for name, amount in net.contributions)

    return Rule(steps)
