"""Doubts about names: two that look like one, and those of the settings that no line bears.

Knows how far two names may be apart, and the settings that name a party, a category or a payer.
Never joins anything: the owner decides.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches
from itertools import combinations
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.doubts.wording import doubt
from reporter.errors import Doubt, Place
from reporter.names import spelling, words
from reporter.toml.reading import FILE

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from reporter.model import Activity, Day, Fee
    from reporter.settings import Settings


LONG_WORD = 5
"""From as many letters on, a word may hide a slip of the pen; shorter ones tell clients apart."""

Words = tuple[str, ...]


def lookalikes(activity: Activity) -> Iterator[Doubt]:
    """Yield each pair of clients whose names look alike, at the one with fewer lines."""
    lines: dict[str, list[Day | Fee]] = defaultdict(list)
    for line in activity.sales:
        lines[line.client].append(line)
    for pair in _pairs({client: words(client) for client in lines}):
        rare, usual = sorted(pair, key=lambda client: len(lines[client]))
        first = lines[rare][0]
        what = f"client « {rare} » : est-ce « {usual} » ?"
        fix = "si c’est le même client, écrire partout le même nom"
        text = f"{rare} ({len(lines[rare])}) · {usual} ({len(lines[usual])})"
        yield doubt("client-ressemblant", what, first, fix, text, about=rare)


def _pairs(names: dict[str, Words]) -> Iterable[tuple[str, str]]:
    """Return the pairs of names that look alike, each once, in the order of the books.

    Names are found by what they share, never two by two: there may be thousands of them.
    """
    pairs: set[tuple[str, str]] = set()
    sharing: dict[Hashable, list[str]] = defaultdict(list)
    holding: dict[str, set[str]] = defaultdict(set)
    for name, its_words in names.items():
        for trace in _traces(its_words):
            sharing[trace].append(name)
        for word in its_words:
            holding[word].add(name)
    for alike in sharing.values():
        pairs.update(combinations(alike, 2))
    for name, its_words in names.items():
        longer = set.intersection(*(holding[word] for word in its_words)) - {name}
        pairs.update((name, other) for other in longer)
    order = {name: rank for rank, name in enumerate(names)}
    ranks = {tuple(sorted((order[one], order[other]))) for one, other in pairs}
    known = list(names)
    return [(known[first], known[second]) for first, second in sorted(ranks)]


def _traces(its_words: Words) -> set[Hashable]:
    """Return what two names share if they have the same letters, or a slip in one long word.

    A slip is a letter too many, missing or wrong, or two that are swapped: less one letter, both
    spellings are the same.
    """
    traces: set[Hashable] = {"".join(its_words)}
    for place, word in enumerate(its_words):
        if len(word) >= LONG_WORD and word.isalpha():
            around = its_words[:place], its_words[place + 1 :]
            spelt = {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}
            traces |= {(around, spelling) for spelling in spelt}
    return traces


def strangers(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each client of the settings that no line has: its delay would serve for nobody."""
    names = {line.client: spelling(line.client) for line in (*activity.sales, *activity.signed)}
    for name in settings.clients:
        if spelling(name) not in names.values():
            near = get_close_matches(name, names, 1)
            yield Doubt(
                code="client-inconnu",
                what="aucune ligne de ce client dans les classeurs",
                place=Place(FILE, key=f"clients.{name}"),
                shown=name,
                fix=f'écrire [clients."{near[0]}"]' if near else "corriger le nom, ou l’effacer",
                about=name,
            )


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
