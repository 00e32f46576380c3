"""Doubts about names of the settings that no line bears: a misspelt one would serve for nothing.

Knows the settings that name a party, a category or a payer. Never what they are for.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt, Place
from reporter.names import spelling
from reporter.toml.reading import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.model import Activity
    from reporter.settings import Settings


def unused_names(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each name of `[tiers]`, `[comptes]` and `[tva.deductible]` that no line bears."""
    export, books = settings.export, settings.bookkeeping
    if not (
        *export.clients,
        *export.suppliers,
        *books.categories,
        *books.payers,
        *books.deductible,
    ):
        return
    spent = (*activity.expenses, *activity.movements)
    clients = {line.client for line in (*activity.sales, *activity.signed)}
    suppliers = {line.supplier for line in spent if line.supplier}
    both = [name for name, code in export.clients.items() if code == export.suppliers.get(name)]
    yield from _unknown("tiers", both, clients | suppliers)
    yield from _unknown("tiers.clients", _less(export.clients, both), clients)
    yield from _unknown("tiers.fournisseurs", _less(export.suppliers, both), suppliers)
    categories = {line.category for line in spent if line.category}
    yield from _unknown("comptes", books.categories, categories)
    yield from _unknown("comptes.payeurs", books.payers, {it.payer for it in spent if it.payer})
    yield from _unknown("tva.deductible", books.deductible, categories)


def _less(names: Iterable[str], others: Iterable[str]) -> list[str]:
    return [name for name in names if name not in set(others)]


def _unknown(section: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Doubt]:
    spelt = {form for name in known for form in (spelling(name), folded(name))}
    for name in names:
        if spelt.isdisjoint({spelling(name), folded(name)}):
            near = get_close_matches(name, list(known), 1)
            yield Doubt(
                code="nom-inconnu",
                what="aucune ligne de ce nom dans les classeurs",
                place=Place(FILE, key=f"{section}.{name}"),
                shown=name,
                fix=f'écrire "{near[0]}"' if near else "corriger le nom, ou l’effacer",
                about=f"{section}.{name}",
            )
