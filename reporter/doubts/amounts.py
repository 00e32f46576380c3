"""Doubts about an amount: a zero too many beside those of the same name, a part counted with all.

Knows the amounts and the words of fees and of expenses. Never the price of a day: see `rates`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.doubts.wording import named
from reporter.errors import Doubt, Words
from reporter.french import euros_cents
from reporter.model import CENT, Expense
from reporter.names import party
from reporter.sources.tables.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.model import Activity, Line

    Groups = Mapping[tuple[type, str], Sequence[Line]]

FEWEST = 4
"""Lines of a name that are needed before one of them can stand out."""
USUAL, FAR = 3, 8
"""Times the median that other amounts may be, and from which the odd one is doubtful."""
TENS = (10, 100, 1000)
HUGE = Decimal(500_000)
"""Euros of one line that an independent consultant does not write by habit."""
NEAR = 400
"""Days between a part and its whole."""
MARK = re.compile(
    r"(?P<pct>\d{1,2}(?:[.,]\d+)?) ?%|\b1 ?/ ?(?P<of>[2-9])\b|\b[2-9] ?/ ?[2-9]\b|"
    r"\b(?:acomptes?|arrhes|soldes?|tranches?|versements?|[ée]ch[ée]ances?|situations?|avances?|"
    r"moiti[ée]|à la (?:commande|signature|livraison)|au (?:d[ée]marrage|lancement))\b",
    re.IGNORECASE,
)
"""What says in a label that a line is a part of something."""
RANK = re.compile(r"\d(?:er|re|ere|e|eme|nd|nde)?")
SMALL = {
    "de", "d", "du", "des", "la", "le", "l", "sur", "pour", "n", "er", "re", "e", "eme", "nd", "et",
    "premier", "premiere", "deuxieme", "second", "seconde", "troisieme", "dernier", "derniere",
    "final", "finale", "pct", "facture", "reste",
}  # fmt: skip
"""Words beside such a mark that name nothing."""


class _Part(NamedTuple):
    """What a label says: of what its line is a part, and which share of it where that is said."""

    of: str
    share: Decimal | None


def odd_amounts(activity: Activity) -> Iterator[Doubt]:
    """Yield each amount that is far from all others of the same name, or huge by itself."""
    for lines in _by_name(activity).values():
        for line, usual in _odd(lines):
            yield Doubt(
                code="montant-eloigne",
                what="un montant loin des autres du même nom : un zéro de trop, ou de moins ?",
                place=line.place,
                shown=Words(_beside, (line, usual)),
                fix="vérifier le montant",
                date=line.date,
            )
    for line in activity.lines:
        if line.amount >= HUGE:
            yield Doubt(
                code="montant-eloigne",
                what="un montant de plus de 500 000 euros : des centimes pour des euros ?",
                place=line.place,
                shown=Words(named, (line,)),
                fix="vérifier le montant",
                date=line.date,
            )


def _by_name(activity: Activity) -> Groups:
    """Return the fees of each client and the expenses of each supplier, above zero."""
    found: defaultdict[tuple[type, str], list[Line]] = defaultdict(list)
    for line in chain(activity.fees, activity.expenses):
        if line.amount > 0:
            found[type(line), _name(line)].append(line)
    return found


def _odd(lines: Sequence[Line]) -> Iterator[tuple[Line, Decimal]]:
    """Yield the amounts of a name that stand out, each with the usual one."""
    if len(lines) < FEWEST:
        return
    amounts = Counter(line.amount for line in lines)
    if len(amounts) == 1:
        return
    said: set[int] = set()
    (usual, count), *_ = amounts.most_common(1)
    if count >= USUAL:
        tens = {line.amount for ten in TENS for line in lines if _is_ten(line.amount, usual, ten)}
        words = {_called(line) for line in lines if line.amount == usual}
        for line in lines if tens else ():
            alike = _called(line) in words or len(words) >= USUAL
            if line.amount in tens and amounts[line.amount] == 1 and alike:
                said.add(id(line))
                yield line, usual
    for line, median in _far(lines):
        if id(line) not in said:
            yield line, median


def _is_ten(amount: Decimal, usual: Decimal, ten: int) -> bool:
    return amount == usual * ten or usual == amount * ten


def _far(lines: Sequence[Line]) -> Iterator[tuple[Line, Decimal]]:
    """Yield the only amount of those called alike that is far from their median."""
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        groups[_called(line)].append(line)
    for alike in groups.values():
        if len(alike) < FEWEST:
            continue
        median = sorted(line.amount for line in alike)[len(alike) // 2]
        odd = [line for line in alike if not median / USUAL <= line.amount <= median * USUAL]
        if len(odd) == 1 and not median / FAR < odd[0].amount < median * FAR:
            yield odd[0], median


def _called(line: Line) -> str:
    return _plain(_label(line))


@lru_cache(maxsize=8192)
def _plain(label: str) -> str:
    return without_period(label)


def _name(line: Line) -> str:
    return line.supplier if isinstance(line, Expense) else line.client  # type: ignore[attr-defined]  # a sale has a client


def _label(line: Line) -> str:
    return line.label if isinstance(line, Expense) else line.about


def _beside(line: Line, usual: Decimal) -> str:
    return f"{named(line)} ; d’ordinaire {euros_cents(usual)}"


def wholes_of_parts(activity: Activity) -> Iterator[Doubt]:
    """Yield each line that is a whole of which a part is counted too: « Site (30 %) », « Site ».

    Where a part says its share, the whole is one only if the share is right.
    """
    labels = {
        *(line.mission for line in activity.days),
        *(line.service for line in activity.fees),
        *(line.label for line in activity.expenses),
    }
    parts = {text: part for text in labels if (part := _part_of(text))}
    if not parts:
        return
    bases = {part.of for part in parts.values()}
    wholes: defaultdict[tuple[type, str, str], list[Line]] = defaultdict(list)
    marked: list[tuple[Line, _Part]] = []
    names = {text: _base(text) for text in labels - parts.keys()}
    for line in activity.lines:
        label = _label(line)
        if label in parts:
            marked.append((line, parts[label]))
        elif names[label] in bases:
            wholes[_key(line, names[label])].append(line)
    yield from _counted_twice(marked, wholes)


def _counted_twice(
    marked: Iterable[tuple[Line, _Part]], wholes: Mapping[tuple[type, str, str], Sequence[Line]]
) -> Iterator[Doubt]:
    said: set[int] = set()
    for part, said_of in marked:
        found = wholes.get(_key(part, said_of.of), ())
        for whole in found:
            if id(whole) not in said and _holds(whole, part, said_of.share, alone=len(found) == 1):
                said.add(id(whole))
                yield Doubt(
                    code="acompte",
                    what="une part, et le tout : le tout la compte-t-il une deuxième fois ?",
                    place=whole.place,
                    shown=Words(_with_part, (whole, part)),
                    fix="n’écrire que le reste, ou effacer la part",
                    date=whole.date,
                )


def _holds(whole: Line, part: Line, share: Decimal | None, *, alone: bool) -> bool:
    """Tell whether a line may be the whole of a part."""
    if part.amount <= 0 or abs((whole.date - part.date).days) > NEAR:
        return False
    if share is not None:
        return abs(whole.amount * share - part.amount) <= CENT
    return alone and whole.amount > part.amount


def _key(line: Line, of: str) -> tuple[type, str, str]:
    return type(line), party(_name(line)), of


@lru_cache(maxsize=8192)
def _part_of(label: str) -> _Part | None:
    marks = list(MARK.finditer(label))
    base = _base(MARK.sub(" ", label)) if marks else ""
    if not base:
        return None
    shares = (_share(mark) for mark in marks)
    return _Part(base, next((it for it in shares if it is not None), None))


def _share(mark: re.Match[str]) -> Decimal | None:
    if mark["pct"]:
        return Decimal(mark["pct"].replace(",", ".")) / 100
    return 1 / Decimal(mark["of"]) if mark["of"] else None


def _base(label: str) -> str:
    words = folded(label).split()
    return " ".join(word for word in words if word not in SMALL and not _is_rank(word))


def _is_rank(word: str) -> bool:
    return RANK.fullmatch(word) is not None


def _with_part(whole: Line, part: Line) -> str:
    return f"{named(whole)} ; la part : {_label(part)}, {euros_cents(part.amount)}"
