"""Doubts about a line by itself, or about lines that repeat it.

Knows dates and amounts. Never files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, TypeGuard

from reporter.doubts.wording import doubt, named
from reporter.errors import Doubt, Place, Words
from reporter.french import long_date
from reporter.grouping import gathered
from reporter.model import AMOUNT, ZERO, Day, Expense, Fee
from reporter.names import party
from reporter.words.bearing import takes_back
from reporter.words.periods import named_span, span_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reporter.model import Activity, Line
    from reporter.settings import Settings

SOON = timedelta(days=31)
"""A line dated later than this after today is doubtful: an invoice is seldom written earlier."""
A_DAY = timedelta(days=1)
FEW, SEVERAL = 4, 2
"""One line in so many, at most, was drawn down; days from which a line is of more than its date."""

Dates = Mapping["dt.date", "Sequence[Line]"]
"""The lines of each date, in the order of the books."""


def by_date(lines: Iterable[Line]) -> Dates:
    """Return the lines of each date: there are far fewer dates than lines."""
    return gathered((line.date, line) for line in lines)


def duplicates(dates: Dates) -> Iterator[Doubt]:
    """Yield each line that says the same as an earlier one, in every column read."""
    every = chain.from_iterable(dates.values())
    driven = any(line.kilometres for line in every if isinstance(line, Expense))
    alike = [
        found for its in dates.values() if (found := _alike(its, _worth if driven else AMOUNT))
    ]
    every = chain.from_iterable(dates.values() if alike else ())
    names = _spelt_apart(line.client for line in every if _sold(line))
    for lines in alike:
        first: dict[Line, list[Line]] = {}
        for line in lines:
            known = first.setdefault(_bare(_told(line, names)), [])
            if same := next((other for other in known if _may_be_same(line, other)), None):
                what = "ligne identique à une autre"
                fix = "effacer l’une des deux, ou les distinguer par un commentaire"
                yield doubt("doublon", what, line, fix, Words(_twins, (line, same)))
            else:
                known.append(line)


def drawn_down(sales: Sequence[Day | Fee]) -> Iterator[Doubt]:
    """Yield each line that says again the one above it a day later: its row was drawn down.

    They are few, and bear several days, or an amount of one month that no other has, with cents or
    with a number of its own: one day follows another, as do two lessons at one price, and the end
    of a month the first of the next.
    """
    amounts = Counter(map(AMOUNT, sales))
    pairs = [(above, line) for above, line in pairwise(sales) if _is_drawn(line, above)]
    drawn = Counter(line.amount for _, line in pairs)
    found = [
        (above, line)
        for above, line in pairs
        if isinstance(line, Day) or amounts[line.amount] == drawn[line.amount] + 1
    ]
    for above, line in found if FEW * len(found) <= len(sales) else ():
        what = "ligne identique à celle du dessus, un jour plus tard : tirée vers le bas ?"
        fix = "effacer l’une des deux, ou vérifier la date et le nombre"
        yield doubt("doublon", what, line, fix, Words(_twins, (line, above)))


def _is_drawn(line: Day | Fee, above: Day | Fee) -> bool:
    if line.amount != above.amount or line.date - above.date != A_DAY:
        return False
    if isinstance(line, Day):
        several = line.days >= SEVERAL
    else:
        several = bool(line.invoice or line.amount % 1) and line.month == above.month
    dated = replace(line, date=above.date, start=above.start, end=above.end)
    same = _bare(dated) == _bare(above)
    return several and same and line.place[:2] == above.place[:2]


def _bare(line: Line) -> Line:
    """Return a line without what a copy of it may say otherwise: its number, VAT and payment."""
    bare: dict[str, Any] = {_number_of(line): "", "vat": None, "vat_rate": None, "paid": None}
    return replace(line, **bare)


def _may_be_same(one: Line, other: Line) -> bool:
    """Tell whether two lines bear the same VAT, payment and number; a line may leave it out.

    Several days of one date are the same whatever the number: it was drawn down beside a copy.
    """
    several = isinstance(one, Day) and one.days > 1
    every = ("vat", "vat_rate", "paid", *(() if several else (_number_of(one),)))
    pairs = [(getattr(one, name), getattr(other, name)) for name in every]
    return all(left == right or left in {None, ""} or right in {None, ""} for left, right in pairs)


def _number_of(line: Line) -> str:
    """Return the field that holds the number of a line: its invoice, or its receipt."""
    return "receipt" if isinstance(line, Expense) else "invoice"


def _alike(lines: Sequence[Line], worth: Callable[[Line], object]) -> Sequence[Line]:
    """Return the lines whose worth is that of another, and whose words are, its name aside."""
    worths = list(map(worth, lines))
    if len(set(worths)) == len(lines):
        return ()
    counts = Counter(worths)
    alike = [line for line, its in zip(lines, worths, strict=True) if counts[its] > 1]
    words = [frozenset(line.texts[1:]) - {"", getattr(line, _number_of(line))} for line in alike]
    same = Counter(words)
    return [line for line, its in zip(alike, words, strict=True) if same[its] > 1]


def _worth(line: Line) -> object:
    """Return the amount of a line, or its distance: the scale may give a cent more to the next."""
    driven = isinstance(line, Expense) and line.kilometres
    return (driven,) if driven else line.amount


def _told(line: Line, names: Mapping[str, str]) -> Line:
    """Return what the books say of a line: of kilometres, not what the scale makes of them.

    `names` are what to call clients who may be one, « PONANT SAS » and « Ponant ».
    """
    if _sold(line):
        return replace(line, client=names[line.client]) if line.client in names else line
    driven = isinstance(line, Expense) and line.kilometres
    return replace(line, amount=ZERO) if driven else line


def _sold(line: Line) -> TypeGuard[Day | Fee]:
    return isinstance(line, Day | Fee)


def _spelt_apart(clients: Iterable[str]) -> Mapping[str, str]:
    """Return the clients of whom others may be, each with one name for all of them."""
    alike = gathered((party(client), client) for client in dict.fromkeys(clients))
    return {name: its[0] for its in alike.values() if len(its) > 1 for name in its}


def by_themselves(
    lines: Iterable[Line], founded: dt.date | None, today: dt.date
) -> Iterator[Doubt]:
    """Yield each line whose date or amount alone is doubtful.

    A year is often mistyped, a formula that was never computed is often saved as 0, and a line
    below zero says by a word that it takes something back.
    """
    first, last = founded or date.min, today + SOON
    for line in lines:
        if line.date > last:
            yield doubt("futur", "ligne datée dans l’avenir", line, "vérifier l’année")
        if line.date < first:
            what = f"ligne d’avant la création de l’entreprise, le {long_date(first)}"
            fix = "vérifier l’année, ou societe.creation dans bilan.toml"
            yield doubt("avant-creation", what, line, fix)
        if not line.amount:
            fix = "vérifier le montant, ou la formule qui le donne"
            yield doubt("montant-nul", "ligne sans montant", line, fix)
        elif line.amount < ZERO and not takes_back(*line.texts):
            what = "montant négatif, sans un mot qui le dise"
            fix = "écrire « Avoir » ou « Remboursement », ou corriger le signe"
            yield doubt("negatif", what, line, fix)


def _twins(line: Line, same: Line) -> str:
    return f"{named(line)} ; la même : {_where(same.place, line.place)}"


def across_years(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each line whose period is in part of another year than that which counts it."""
    for line in activity.lines:
        if line.end is None and isinstance(line, Day):
            continue
        first, last = _span(line)
        if first == last == line.date:
            continue
        year = settings.year_of(line.date)
        if first not in year or last not in year:
            what = "période à cheval sur deux exercices, comptée toute dans un seul"
            fix = "la partager en deux lignes, chacune datée de son exercice"
            if first not in year and last not in year and not line.end:
                what = "un autre exercice que celui de la date est nommé sur la ligne"
                fix = "vérifier la date : c’est elle qui compte"
            yield doubt("a-cheval", what, line, fix)


def _span(line: Line) -> tuple[dt.date, dt.date]:
    """Return the period of a line, that of its columns or that which its label writes.

    What was bought is often of the month before: its label tells what is to come alone.
    """
    text = line.service if isinstance(line, Fee) else ""
    text = line.label if isinstance(line, Expense) else text
    if line.end is None and text and (said := span_of(text)) is not None:
        return said
    said = named_span(text) if line.end is None and text else None
    if said is not None and (isinstance(line, Fee) or said[0] > line.date):
        return said
    return line.start or line.date, line.end or line.date


def _where(place: Place, seen_from: Place) -> str:
    """Return a place as it is named from another one: only what differs."""
    if place.file != seen_from.file:
        return str(place)
    return str(place._replace(file="", sheet="" if place.sheet == seen_from.sheet else place.sheet))
