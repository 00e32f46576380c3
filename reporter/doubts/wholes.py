"""Doubts about what counts others again: « Site (30 %) », then « Site »; 16, 32, 48, 64.

Knows the words that make a part of something, or a situation of works, and amounts in the order of
their dates. Never deposits by their word alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import compress, pairwise
from operator import not_
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.doubts.wording import doubt, euros, named, said, shown
from reporter.errors import Doubt, Words
from reporter.french import euros_cents
from reporter.grouping import first_within, gathered
from reporter.model import CENT, DATE, cents, total
from reporter.names import party
from reporter.patterns import pattern
from reporter.words.bearing import bearing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.model import Activity, Fee, Line

NEAR = timedelta(days=400)
"""Between a part and its whole."""
MARK = pattern(
    r"(?P<pct>\d{1,3}(?:[.,]\d+)?) ?%|\b1 ?/ ?(?P<of>[2-9])\b|\b[2-9] ?/ ?[2-9]\b|"
    r"\b(?:acomptes?|arrhes|soldes?|tranches?|versements?|[ée]ch[ée]ances?|situations?|avances?|"
    r"moiti[ée]|à la (?:commande|signature|livraison)|au (?:d[ée]marrage|lancement))\b",
    re.IGNORECASE,
)
"""What says in a label that a line is a part of something."""
BALANCE = "solde"
RANK = pattern(r"\d(?:er|re|ere|e|eme|nd|nde)?")
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
        label = line.subject
        if label in parts:
            marked.append((line, parts[label]))
        elif names[label] in bases:
            wholes[_key(line, names[label])].append(line)
    yield from _counted_twice(marked, wholes)


def balanced(activity: Activity) -> set[tuple[str, str, int]]:
    """Return the rows of deposits that a balance follows: the client is invoiced what is left.

    It is of the same client and work, within the year: « Logo – acompte 30 % », « Logo – solde ».
    Where the share is said, the balance is the rest of it, or all of them make a whole; so do the
    only shares of a client, « Acompte 30 % » and « Solde 70 % », whatever work one of them names.
    A share that no word calls a deposit is settled by any other line of its work.
    """
    keys = [(_key(fee, _base(MARK.sub(" ", fee.service))), fee) for fee in activity.fees]
    closing = [BALANCE in folded(fee.service).split() for _, fee in keys]
    rest = [it for it in compress(keys, closing) if it[1].amount > 0]
    balances = gathered(((key, amount), it) for key, it in rest for amount in (None, it.amount))
    for its in balances.values():
        its.sort(key=DATE)
    whole = {
        key
        for key, its in gathered(keys).items()
        if _make_one([(fee, _said_share(MARK.finditer(fee.service))) for fee in its])
    }
    followed = (
        fee
        for key, fee in compress(keys, map(not_, closing))
        for due in [None if key in whole else _left(fee)]
        if first_within(balances[key, due], fee.date, fee.date + NEAR, DATE)
    )
    several = Counter(key for key, _ in keys)
    shares = (fee for key, fee in keys if several[key] > 1 and bearing(fee.service) != "deposit")
    found = (*followed, *shares, *_shared(activity.fees))
    return {(*fee.place[:2], fee.place.row) for fee in found}


def _shared(fees: Iterable[Fee]) -> Iterator[Fee]:
    """Yield the shares of clients whose shares are all those of one price, to the cent."""
    told = ((fee, _said_share(MARK.finditer(fee.service))) for fee in fees)
    groups = gathered((party(fee.client), (fee, share)) for fee, share in told if share)
    for its in groups.values():
        price = total(fee for fee, _ in its)
        if all(abs(price * share - fee.amount) <= CENT for fee, share in its):
            yield from (fee for fee, _ in its)


def _left(fee: Fee) -> Decimal | None:
    """Return what is left once a deposit is paid, where it says its share."""
    share = _said_share(MARK.finditer(fee.service))
    return cents(fee.amount / share) - fee.amount if share else None


def _counted_twice(
    marked: Iterable[tuple[Line, _Part]], wholes: Mapping[tuple[type, str, str], Sequence[Line]]
) -> Iterator[Doubt]:
    groups = gathered((_key(part, it.of), (part, it.share)) for part, it in marked)
    for key, its in groups.items():
        found = wholes.get(key, ())
        told = gathered(((share, part.amount), part) for part, share in its if part.amount > 0)
        for parts in told.values():
            parts.sort(key=DATE)
        alone = len(found) == 1 and not _make_one(its)
        for whole in found:
            amounts = _amounts(whole, told, alone=alone)
            first, last = whole.date - NEAR, whole.date + NEAR
            near = (first_within(told[at], first, last, DATE) for at in amounts if at in told)
            if part := next(filter(None, near), None):
                what = "une part, et le tout : le tout la compte-t-il une deuxième fois ?"
                fix = "n’écrire que le reste, ou effacer la part"
                yield doubt("acompte", what, whole, fix, Words(_with_part, (whole, part)))


def _amounts(
    whole: Line, told: Iterable[tuple[Decimal | None, Decimal]], *, alone: bool
) -> Iterator[tuple[Decimal | None, Decimal]]:
    """Yield the shares and the amounts that the parts of a whole may have, to the cent."""
    shares = {share for share, _ in told}
    for share in filter(None, shares):
        due = whole.amount * share
        amounts = (cents(due) + step * CENT for step in (-1, 0, 1))
        yield from ((share, amount) for amount in amounts if abs(due - amount) <= CENT)
    yield from (at for at in told if alone and at[0] is None and at[1] < whole.amount)


def _make_one(parts: Sequence[tuple[Line, Decimal | None]]) -> bool:
    """Tell whether parts make a whole by themselves, by a share of it: 30 %, and the balance."""
    amount = total(part for part, _ in parts)
    return any(share and abs(amount * share - part.amount) <= CENT for part, share in parts)


def _key(line: Line, of: str) -> tuple[type, str, str]:
    return type(line), party(line.party), of


@lru_cache(maxsize=8192)
def _part_of(label: str) -> _Part | None:
    marks = list(MARK.finditer(label))
    base = _base(MARK.sub(" ", label)) if marks else ""
    if not base:
        return None
    return _Part(base, _said_share(marks))


def _said_share(marks: Iterable[re.Match[str]]) -> Decimal | None:
    return next(filter(None, map(_share, marks)), None)


def _share(mark: re.Match[str]) -> Decimal | None:
    if mark["pct"]:
        return Decimal(mark["pct"].replace(",", ".")) / 100
    return 1 / Decimal(mark["of"]) if mark["of"] else None


def _base(label: str) -> str:
    words = folded(label).split()
    return " ".join(word for word in words if word not in SMALL and not RANK.fullmatch(word))


def _with_part(whole: Line, part: Line) -> str:
    return f"{named(whole)} ; la part : {part.subject}, {euros_cents(part.amount)}"


FEWEST, FEWEST_GROWING = 4, 6
"""Amounts that are as many times the first; and others, which may grow for good."""
SITUATION = pattern(r"(?i)\b(?:situation|d[ée]compte|avancement)s?\b\D*\d+")
"""What says what was done of some work since its start, or since the last one."""
SITUATIONS = 3
"""Situations that do not grow by chance."""


def running_totals(activity: Activity) -> Iterator[Doubt]:
    """Yield the last of the amounts of each name of a sheet that only grow, as running totals do.

    It is about as many times the first as there are of them, but for situations of one work.
    """
    lines = (*activity.fees, *activity.expenses)
    of_names = ((type(it), it.place[:2], it.party, _work(it.subject)) for it in lines)
    for (*_, work), its in gathered(zip(of_names, lines, strict=True)).items():
        ordered = sorted(its, key=DATE)
        apart = len({line.date for line in its}) == len(its) == len({it.place.row for it in its})
        if apart and _grow([line.amount for line in ordered], work):
            what = "des montants qui ne font que croître : chacun compte-t-il les précédents ?"
            fix = "n’écrire que ce que chaque ligne ajoute"
            last, before = ordered[-1], ordered[-2]
            text = said("{} ; le précédent : {}", shown(last), euros(before.amount))
            yield doubt("cumul", what, last, fix, text, last.party)


def _work(subject: str) -> str | None:
    """Return what a situation is of; None for a line that is no situation."""
    found = SITUATION.search(subject)
    return subject[: found.start()] + subject[found.end() :] if found else None


def _grow(amounts: Sequence[Decimal], work: str | None) -> bool:
    steps = [after - before for before, after in pairwise(amounts)]
    fewest = FEWEST if work is None else SITUATIONS
    if len(amounts) < fewest or min(steps) <= 0 or amounts[0] <= 0:
        return False
    if work is not None or set(steps) == {amounts[0]}:
        return True
    usual = amounts[-1] / len(amounts)
    return len(amounts) >= FEWEST_GROWING and usual / 2 <= amounts[0] <= usual * 2
