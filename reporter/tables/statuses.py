"""Legal forms side by side: what they stand on, what each leaves, why one is refused.

Knows words. Never how a figure is made, nor how a table looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell, euros, exact, spaced
from reporter.law.income_tax import KNOWN_UNTIL
from reporter.model import ZERO
from reporter.net.forms import Refused
from reporter.receipts import by_receipt
from reporter.settings.status import AT_CORPORATE_TAX
from reporter.settings.words import NAMES, TRADES
from reporter.tables.net import LABELS, POCKET, labelled
from reporter.tables.net_hypotheses import above, origin, settled, shared_pay
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from reporter.figures import Figures
    from reporter.french import Kind
    from reporter.net.net import Net
    from reporter.settings import Settings
    from reporter.settings.status import Pocket


def common(
    results: Sequence[Net | Refused],
    pocket: Pocket,
    settings: Settings,
    years: Iterable[Figures] = (),
) -> Table:
    """Return what legal forms side by side stand on; the years known may end one of them."""
    nets = [result for result in results if not isinstance(result, Refused)]
    return Table(
        title="Hypothèses communes",
        columns=headings("Hypothèse", "Valeur"),
        rows=tuple(
            (Cell(name), Cell(spaced(value))) for name, value in _common(nets, pocket, settings)
        ),
        note=spaced(" ".join(_common_notes(nets, settings, [*years]))),
    )


def _common(nets: Sequence[Net], pocket: Pocket, settings: Settings) -> Iterator[tuple[str, str]]:
    yield "Clients, jours, charges", "les mêmes, hors rémunération et cotisations"
    companies = [net for net in nets if net.status in AT_CORPORATE_TAX]
    for net in companies:
        yield f"Dépensé pour le dirigeant, {NAMES[net.status]}", euros(net.spent)
    if companies:
        yield "Dividendes", f"{exact(pocket.shared * 100)} % du résultat après impôts"
    if any(net.status == "micro" for net in nets):
        yield "Activité en micro-entreprise", TRADES[settings.micro.trade]
    for net in nets:
        yield f"Cotisations, {NAMES[net.status]}", origin(net, pocket)
    yield "Parts du foyer", exact(pocket.household.shares)
    yield "Autres revenus imposables", euros(pocket.other_income)


def _common_notes(
    nets: Sequence[Net], settings: Settings, years: Sequence[Figures]
) -> Iterator[str]:
    yield "Montants hors taxes. Ces chiffres montrent, ils ne conseillent pas."
    if nets and by_receipt(settings, nets[0].figures.year):
        yield (
            "Le chiffre d’affaires de chaque statut est celui de l’année telle qu’elle est tenue, "
            "ce qui est encaissé ; une société compterait ce qui est facturé."
        )
    if any(net.status == "micro" for net in nets):
        yield (
            "En micro-entreprise, un achat compte en entier l’année où il est fait, et la TVA "
            "des achats n’est pas récupérée : elle n’est pas comptée ici."
        )
    for net in nets:
        yield from above(net, settings, years)
        yield from settled(net)
    if nets:
        yield from shared_pay(nets[0])
    if nets and not nets[0].scale_known:
        yield f"Impôt sur le revenu : barème des revenus de {KNOWN_UNTIL}, le dernier connu."


def comparison(results: Sequence[Net | Refused], number: int) -> Table:
    """Return legal forms side by side: what each leaves, and why one is refused."""
    nets = [result for result in results if not isinstance(result, Refused)]
    rows = tuple(
        (Cell(name), *(Cell(amount, kind) for amount in amounts))
        for name, kind, amounts in _compared(nets)
        if any(amounts)
    )
    return Table(
        title=f"Statuts côte à côte en {number}",
        columns=headings("Étape", *(NAMES[net.status] for net in nets)),
        rows=rows,
        note=spaced(refusals(results)),
    )


def refusals(results: Sequence[Net | Refused]) -> str:
    """Return why each form that the year cannot have is refused, a sentence each."""
    return " ".join(
        f"{NAMES[result.status]} : {result.reason}."
        for result in results
        if isinstance(result, Refused)
    )


def _compared(nets: Sequence[Net]) -> Iterator[tuple[str, Kind, list[Decimal]]]:
    yield "Chiffre d’affaires", "cents", [net.figures.revenue for net in nets]
    for key in LABELS:
        amounts = [ZERO - net.of(key) for net in nets]
        yield labelled(key, *amounts), "cents", amounts
    yield POCKET, "cents", [net.pocket for net in nets]
    if any(net.kept for net in nets):
        yield "Poche et société ensemble", "cents", [net.pocket + net.kept for net in nets]
    yield "Cotisations et impôts en tout", "cents", [net.levied for net in nets]
    first = nets[0].pocket
    yield (
        f"Écart avec {NAMES[nets[0].status]}",
        "signed_euros",
        [net.pocket - first for net in nets],
    )
