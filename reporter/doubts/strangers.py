"""Doubts about the names of the settings that no line bears: what is said of them serves nobody.

Knows the settings that name a client, a person, a party, a category or a payer. Never joins two
names: the owner decides.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt, Place
from reporter.names import spelling
from reporter.toml.reading import FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from reporter.model import Activity
    from reporter.settings import Settings

UNNAMED = "le nommer à chaque ligne, dans une colonne « Intervenant » des jours, ou l’effacer"
"""What to do where no line names anybody: a person alone is known by the name alone."""


def strangers(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each client and each person of the settings that no line has."""
    if settings.clients:
        for name in _borne_by_none(settings.clients, known := _clients(activity)):
            yield _doubt("client-inconnu", "de ce client", ("clients", name), known)
    if settings.workers:
        known = {line.worker for line in activity.days if line.worker}
        for name in _borne_by_none(settings.workers, known):
            effect = "compte quand même" if settings.workers[name].arrival else "ne compte pas"
            found = _doubt(
                "intervenant-inconnu", "de cet intervenant", ("intervenants", name), known
            )
            if not known:
                found = found._replace(fix=UNNAMED)
            yield found._replace(shown=f"{name} : sa capacité {effect}")


def unused_names(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each name of `[tiers]`, `[comptes]`, `[tva.deductible]`, `[scenarios]` without a line.

    A scenario of a client whom nobody knows cannot be imagined, and the report says so.
    """
    export, books = settings.export, settings.bookkeeping
    spent = (*activity.expenses, *activity.movements)
    clients, suppliers = _clients(activity), {line.supplier for line in spent if line.supplier}
    categories = {line.category for line in spent if line.category}
    both = {name for name, code in export.clients.items() if code == export.suppliers.get(name)}
    for section, names, known in (
        ("tiers", [name for name in export.clients if name in both], clients | suppliers),
        ("tiers.clients", [name for name in export.clients if name not in both], clients),
        ("tiers.fournisseurs", [name for name in export.suppliers if name not in both], suppliers),
        ("comptes", books.categories, categories),
        ("comptes.payeurs", books.payers, {it.payer for it in spent if it.payer}),
        ("tva.deductible", books.deductible, categories),
        *((f"scenarios.{name}", it.clients, clients) for name, it in settings.scenarios.items()),
    ):
        alike = {folded(name) for name in known}
        for name in _borne_by_none(names, known):
            if folded(name) not in alike:
                found = _doubt("nom-inconnu", "de ce nom", (section, name), known)
                key = section if section.startswith("scenarios.") else f"{section}.{name}"
                yield found._replace(about=f"{section}.{name}", place=Place(FILE, key=key))


def _clients(activity: Activity) -> set[str]:
    return {line.client for line in (*activity.sales, *activity.signed)}


def _borne_by_none(names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    spelt = {spelling(name) for name in known}
    return (name for name in names if spelling(name) not in spelt)


def _doubt(code: str, whose: str, key: tuple[str, str], known: Collection[str]) -> Doubt:
    """Return the doubt about a name of a section, and the name that it may be meant for."""
    section, name = key
    written = '"{}"' if code == "nom-inconnu" else f'[{section}."{{}}"]'
    near = get_close_matches(name, known, 1)
    return Doubt(
        code=code,
        what=f"aucune ligne {whose} dans les classeurs",
        place=Place(FILE, key=f"{section}.{name}"),
        shown=name,
        fix=f"écrire {written.format(near[0])}" if near else "corriger le nom, ou l’effacer",
        about=name,
    )
