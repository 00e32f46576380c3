"""Doubts about who is named: two clients who look like one, a client who is paid, a cost sold.

Knows how far two names may be apart. Never joins anything: the owner decides.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from reporter.accounting.categories import usual
from reporter.characters import folded
from reporter.doubts.wording import doubt
from reporter.grouping import gathered
from reporter.names import spelling, words
from reporter.words.documents import is_sale

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from reporter.errors import Doubt
    from reporter.model import Activity, Line

LONG_WORD = 5
"""From as many letters on, a word may hide a slip of the pen; shorter ones tell clients apart."""

DITTO = {("idem",), ("id",), ("dito",), ("ditto",), ("ibid",), ("meme",), ("le", "meme")}
"""The words that stand for the name above."""

FEWEST = 3
"""Names of categories among the sales of a sheet that are no chance."""
COMPANIES = {"sncf", "uber", "la poste", "airbnb", "stripe", "paypal", "sumup", "infogreffe"}
"""Those that a category of expenses is called by, and who may be a client."""
Words = tuple[str, ...]


def lookalikes(activity: Activity, workers: Iterable[str]) -> Iterator[Doubt]:
    """Yield each pair of clients, or of people, whose names look alike, at that of fewer lines.

    Two `workers` whom the settings name are two people.
    """
    known = {*map(spelling, workers)}
    yield from _alike(gathered((line.client, line) for line in activity.sales), "client")
    people: dict[str, str] = {}
    named = ((people.setdefault(spelling(it.worker), it.worker), it) for it in activity.days)
    yield from _alike(gathered(it for it in named if it[0]), "intervenant", known)


def _alike(
    lines: Mapping[str, Sequence[Line]], whose: str, known: Collection[str] = ()
) -> Iterator[Doubt]:
    """Yield the pairs of names that look alike, of lines by name; `whose` they are, in French."""
    named = {name: words(name) for name in lines}
    for name, its_words in named.items():
        if its_words in DITTO or not any(map(str.isalnum, name)):
            what = f"« {name} » n’est pas un nom : celui de la ligne du dessus ?"
            fix = f"écrire le nom {'du' if whose == 'client' else 'de l’'}{whose} sur chaque ligne"
            yield doubt("client-ressemblant", what, lines[name][0], fix, name, about=name)
    for pair in _pairs(named):
        if all(spelling(name) in known for name in pair):
            continue
        rare, usual = sorted(pair, key=lambda name: len(lines[name]))
        first = lines[rare][0]
        what = f"{whose} « {rare} » : est-ce « {usual} » ?"
        fix = "si c’est le même, écrire partout le même nom"
        text = f"{rare} ({len(lines[rare])}) · {usual} ({len(lines[usual])})"
        yield doubt("client-ressemblant", what, first, fix, text, about=rare)


def cut(activity: Activity) -> Iterator[Doubt]:
    """Yield each line about nothing whose name is what several others are about, and none's name.

    Its own was deleted, and what it was about took its place.
    """
    lines = (*activity.sales, *activity.expenses)
    subjects = Counter(line.subject for line in lines)
    parties = Counter(line.party for line in lines)
    for line in lines:
        alone = line.party and not line.subject and parties[line.party] == 1
        if alone and subjects[line.party] > 1:
            what = (
                "à la place d’un nom, ce qui est ailleurs vendu ou acheté : une cellule effacée ?"
            )
            fix = "écrire de qui est la ligne, et pour quoi, chacun sous son titre"
            yield doubt("client-ressemblant", what, line, fix, about=line.party)


def ways_exchanged(activity: Activity) -> Iterator[Doubt]:
    """Yield the first sale of each cash book that sells what is spent, and buys what is not."""
    spent = gathered((line.place[:2], line.label) for line in activity.expenses)
    sold = gathered((line.place[:2], line) for line in activity.fees if line.place[:2] in spent)
    for sheet, lines in sold.items():
        names, others = {it.about for it in lines}, set(spent[sheet])
        known = _categories(names)
        if known >= FEWEST and 2 * known > len(names) and 2 * _categories(others) <= len(others):
            what = "des dépenses parmi les recettes : deux titres échangés ?"
            fix = "écrire chaque titre au-dessus de sa colonne"
            yield doubt("titre-unite", what, lines[0], fix, lines[0].about)


def costs(activity: Activity) -> Iterator[Doubt]:
    """Yield the first sale of each of the few clients who are called as what is spent is.

    A consultant may sell most of what others spend, « Formation », and most by what they are.
    """
    lines = gathered((line.client, line) for line in activity.sales)
    spent = [name for name in lines if usual(folded(name), asset=False) is not None]
    spent = [name for name in spent if folded(name) not in COMPANIES and not is_sale(name)]
    for name in spent if 2 * len(spent) <= len(lines) else ():
        what = f"« {name} » n’est pas un client : une dépense parmi les ventes ?"
        fix = "l’écrire parmi les dépenses, ou nommer le client"
        yield doubt("mouvement-possible", what, lines[name][0], fix, name, about=name)


def _categories(names: Iterable[str]) -> int:
    """Return how many names are those of a category, as the accounts know them."""
    return sum(usual(name, asset=False) is not None for name in set(map(folded, names)))


def sold_and_bought(activity: Activity) -> Iterator[Doubt]:
    """Yield each expense that is a sale, by its date, name and amount: pasted too low.

    So is the only sale to whom is paid again and again, at a price like those that are paid, or
    for what is paid to them; and the only expense of a client, for what is sold to them, or to
    others and bought from nobody.
    """
    sold = {(line.date, line.client, line.amount) for line in activity.sales}
    for line in activity.expenses:
        if (line.date, line.supplier, line.amount) in sold:
            what = "une dépense de la date, du nom et du montant d’une vente"
            yield doubt("doublon", what, line, "l’effacer si c’est la vente, recopiée ici")
    paid = gathered((line.supplier, line.amount) for line in activity.expenses)
    bought = {(line.supplier, line.label) for line in activity.expenses if line.label}
    often = Counter(line.client for line in activity.sales)
    for sale in activity.sales:
        prices = paid[sale.client]
        alone = often[sale.client] == 1 and len(prices) > 1
        priced = alone and min(prices) <= sale.amount <= max(prices)
        if priced or (alone and (sale.client, sale.about) in bought):
            what = "une vente à un fournisseur, comme ce qu’il vend : une dépense ?"
            yield doubt("mouvement-possible", what, sale, "l’écrire parmi les dépenses")
    ordered = {(sale.client, sale.about) for sale in activity.sales if sale.about}
    subjects, labels = (
        {about for _, about in ordered},
        Counter(it.label for it in activity.expenses),
    )
    for line in activity.expenses:
        alone = line.supplier in often and len(paid[line.supplier]) == 1
        only_sold = line.label in subjects and labels[line.label] == 1
        if alone and (only_sold or (line.supplier, line.label) in ordered):
            what = "une dépense chez un client, pour ce qui lui est vendu : une vente ?"
            yield doubt("mouvement-possible", what, line, "l’écrire parmi les ventes")


def paid_by_clients(activity: Activity) -> Iterator[Doubt]:
    """Yield each expense that a client of the books is said to have paid."""
    clients = {spelling(line.client) for line in activity.sales}
    for line in activity.expenses:
        if line.payer and spelling(line.payer) in clients:
            what = "dépense payée par un client : est-ce la vôtre ?"
            yield doubt("peut-etre-annule", what, line, "l’effacer si elle ne compte pas")


def _pairs(names: dict[str, Words]) -> Iterable[tuple[str, str]]:
    """Return the pairs of names that look alike, each once, in the order of the books.

    Names are found by what they share, never two by two: there may be thousands of them.
    """
    pairs: set[tuple[str, str]] = set()
    sharing = gathered((trace, name) for name, its in names.items() for trace in _traces(its))
    holders = gathered((word, name) for name, its in names.items() for word in its)
    holding = {word: set(its) for word, its in holders.items()}
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
    spellings are the same. The last letter of all may be lost, once two words tell who it is.
    """
    traces: set[Hashable] = {"".join(its_words)}
    *first, last = its_words
    if first and last.isalpha():
        traces |= {(tuple(first), it) for it in (last, last[:-1]) if len(it) > 1}
    for place, word in enumerate(its_words):
        if len(word) >= LONG_WORD and word.isalpha():
            around = its_words[:place], its_words[place + 1 :]
            spelt = {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}
            traces |= {(around, spelling) for spelling in spelt}
    return traces
