"""Doubts about a number that is the usual one of another name, or the usual one mistyped.

Knows what each name is worth, line after line: the price of a day, the amount of a fee or of an
expense. Never how far two numbers are apart: see `amounts` and `rates`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from reporter.accounting.categories import proposed
from reporter.characters import folded
from reporter.doubts.amounts import FAR
from reporter.doubts.wording import doubt, usually
from reporter.grouping import gathered
from reporter.law.vat_rates import usual as rates_of
from reporter.model import Day, Expense, cents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.doubts.subjects import Numbered, Subjects
    from reporter.errors import Doubt, Place
    from reporter.model import Activity, Line

FEWEST = 4
"""Lines of a name that bear its usual number; one line in so many, at most, bears another."""

PAY = "63"
"""Accounts from this one on are those of taxes and of pay."""
ROUND = 5
"""Euros of which a price or an amount that somebody asks for is so many times, as a rule."""
LONG = 10
"""Days of one price before a line of another, and as many after it, that make it odd."""


class Slip(NamedTuple):
    """A line whose number is not the usual one of its name.

    Attributes:
        is_inside: whether it is between two that bear the usual one.
        is_alone: whether it is so among many, with a number that no other line bears.
    """

    line: Line
    number: Decimal
    is_inside: bool
    is_alone: bool = False


def of_another(activity: Activity, kinds: Iterable[Subjects]) -> Iterator[Doubt]:
    """Yield the lines whose number is another name's, or the usual one mistyped, for a while only.

    A column pasted too low, filled down or sorted alone does that, and a name chosen wrong. A price
    that changed for good is that of the last lines: the usual one comes back after a slip. An
    expense may be the first or the last of its name, where it says again the line above; so may a
    number that is less round than the usual one.
    """
    rows = {(*it.place[:2], it.place.row): it for it in activity.expenses}
    for groups in kinds:
        steady = [(_name(its[0][0]), *it) for its in groups.values() for it in _steady(its)]
        whose = gathered((own, name) for name, own, _ in steady)
        for name, own, its in steady:
            for line, number, is_inside, is_alone in _far(its) if own is None else _slips(its, own):
                others = [other for other in whose.get(number, ()) if other not in {"", name}]
                above, *_ = beside = [_said_at(rows, line, step) for step in (-1, 1)]
                copied = is_inside or above is not None
                if is_inside:
                    others += filter(None, beside)
                if others and copied:
                    kind = "client" if not isinstance(line, Expense) else "fournisseur"
                    kind = kind if line.party else "libellé"
                    what = f"de « {others[0]} » : une cellule qui a bougé ?"
                    yield _doubt(line, own, what, f"le {kind} et ")
                elif (
                    own
                    and (is_inside or (number % ROUND and not own % ROUND))
                    and (what := _mistyped(line, number, own))
                ):
                    yield _doubt(line, own, what)
                elif own and is_alone and isinstance(line, Day):
                    what = "d’une seule ligne, au milieu de beaucoup d’un autre"
                    yield _doubt(line, own, what)
        yield from _with_tax_since(groups)


def _with_tax_since(groups: Subjects) -> Iterator[Doubt]:
    """Yield the first line of several names whose number, all at once, gains its VAT or loses it.

    Pay has none.
    """
    taxed: defaultdict[str, list[tuple[Decimal, Line, Line]]] = defaultdict(list)
    for its in groups.values():
        old, *others = dict.fromkeys(number for _, number in its)
        if len(others) != 1:
            continue
        later = [(line, number) for line, number in its if number != old]
        first, new = later[0]
        bare, whole = sorted((old, new))
        is_taxed = whole == cents(bare * (1 + rates_of(first.date)[0]))
        if is_taxed and its[-len(later) :] == later and not _is_pay(first):
            way = "avec" if new == whole else "sans"
            taxed[way].append((old, its[-len(later) - 1][0], first))
    for way, of in taxed.items():
        olds, lasts, firsts = zip(*of, strict=True)
        if len(of) > 1 and max(it.date for it in lasts) < min(it.date for it in firsts):
            what = f"d’ordinaire {way} sa TVA, à partir de là, et sous plusieurs noms ?"
            yield _doubt(firsts[0], olds[0], what)


def _is_pay(line: Line) -> bool:
    """Tell whether an expense is called as pay, what is due on it, or a tax: it bears no VAT."""
    known = (proposed(folded(text), asset=False) for text in line.texts)
    return isinstance(line, Expense) and any(it and it.account >= PAY for it in known)


def _said_at(rows: Mapping[tuple[str, str, int], Expense], line: Line, step: int) -> str | None:
    """Return under which other name the row above or below a line says its amount again."""
    other = rows.get((*line.place[:2], line.place.row + step))
    again = other is not None and other.amount == line.amount and _name(other) != _name(line)
    return _name(other) if other and again else None


def _name(line: Line) -> str:
    """Return whom a line is with, or what it is for where nobody is told."""
    name: str = line.party or line.subject
    return name


def _steady(lines: Numbered) -> Sequence[tuple[Decimal | None, Numbered]]:
    """Return the lines of a name beside their usual number, year by year where it changes."""
    if usual := _usual(lines):
        return [(usual, lines)]
    years = gathered((it[0].date.year, it) for it in lines).values()
    found = [(usual, its) for its in years if (usual := _usual(its))]
    return found or ([(None, lines)] if len(lines) >= FEWEST else [])


def _usual(lines: Numbered) -> Decimal | None:
    """Return the number of nearly all lines of a name, None where there is none.

    A price is told by all of a few lines but one.
    """
    (number, count), *_ = Counter(map(itemgetter(1), lines)).most_common(1)
    few = FEWEST * (len(lines) - count) <= len(lines)
    told = FEWEST - 1 <= len(lines) <= FEWEST and isinstance(lines[0][0], Day)
    fewest = len(lines) - 1 if told else FEWEST
    return number if count >= fewest and (few or told) else None


def _slips(lines: Numbered, usual: Decimal) -> Iterator[Slip]:
    """Yield each line of another number than the usual one.

    A price that stands here and there is one more of the same client: one accident fills rows that
    follow one another.
    """
    at = [n for n, (_, number) in enumerate(lines) if number == usual]
    if len(at) == len(lines):
        return
    places = sorted(line.place for line, _ in lines)
    odd = ((number, (n, line)) for n, (line, number) in enumerate(lines) if number != usual)
    for number, its in gathered(odd).items():
        few = [line for _, line in its]
        if not isinstance(few[0], Day) or _follow(few, places):
            for n, line in its:
                before = bisect_left(at, n)
                is_alone = len(few) == 1 and LONG <= before <= len(at) - LONG
                yield Slip(line, number, 0 < before < len(at), is_alone)


def _follow(few: Sequence[Line], places: Sequence[Place]) -> bool:
    """Tell whether all the rows from the first of a few lines to the last are of their name."""
    own = [line.place for line in few]
    first, last = min(own), max(own)
    return bisect_right(places, last) - bisect_left(places, first) == last.row - first.row + 1


def _far(lines: Numbered) -> Iterator[Slip]:
    """Yield the line that is worth twice all others of a name of no usual number, or half."""
    least, less, *_, more, most = sorted(lines, key=itemgetter(1))
    if 2 * least[1] <= less[1]:
        yield Slip(*least, is_inside=True)
    if 2 * more[1] <= most[1]:
        yield Slip(*most, is_inside=True)


def _mistyped(line: Line, number: Decimal, usual: Decimal) -> str:
    """Return what was done of the usual number: its VAT, by the rate told, or a slip of keys.

    The slip may be of what is paid with its VAT, in whole euros; by their cents, two prices of a
    telephone are alike by chance.
    """
    whole = 1 + rates_of(line.date)[0]
    told = whole if line.vat_rate is None else 1 + line.vat_rate
    factors = {told, told - 1, *((whole, 1 / whole) if isinstance(line, Expense) else ())}
    if any(number == cents(usual * it) for it in factors):
        return "d’ordinaire, à sa TVA près, ou sa TVA seule ?"
    gross = cents(number * told), cents(usual * told)
    whole_gross = not (isinstance(line, Day) or any(it % 1 for it in gross))
    for pair in ((number, usual), gross) if whole_gross else ((number, usual),):
        one, two = (f"{it.normalize():f}" for it in pair)
        if sorted(one) == sorted(two):
            return "d’ordinaire, des chiffres échangés ?"
        more = "" if isinstance(line, Day) else max(one, two, key=len)
        less = {
            (more[:n] + more[n + 1 :]).rstrip(".") for n, it in enumerate(more) if it.isdecimal()
        }
        if less & {one, two} and usual / FAR < number < usual * FAR:
            return "d’ordinaire, un chiffre de trop ou de moins ?"
    return ""


def _doubt(line: Line, usual: Decimal | None, what: str, whose: str = "") -> Doubt:
    noun = "tarif" if isinstance(line, Day) else "montant"
    fix = f"vérifier {whose}le {noun}"
    said = usually(line, usual) if usual else ""
    return doubt("d-un-autre", f"le {noun} {what}", line, fix, said)
