"""What is doubtful in the books: read and kept, but worth a second look.

Knows the rules, each a small function over the activity. Never files, nor today's date: the
caller gives it.
"""

from __future__ import annotations

from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING

from reporter.doubts import calendar, clients, invoices, lines, payments, rates, vat
from reporter.doubts.codes import CODES, DOUBTS, NOTES
from reporter.errors import Doubt, Place
from reporter.toml.reading import FILE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator

    from reporter.model import Activity
    from reporter.settings import Settings

__all__ = ["CODES", "DOUBTS", "NOTES", "doubtful", "points"]


def doubtful(
    read: Iterable[Doubt], activity: Activity, settings: Settings, today: dt.date
) -> tuple[Doubt, ...]:
    """Return all that is doubtful, in the order of the books, less what the owner holds for right.

    Args:
        read: what the reader alone could see.
        activity: the lines.
        settings: what the owner decided, and which doubts to ignore.
        today: the day from which a line is in the future.
    """
    found = [*read, *_rules(activity, settings, today)]
    ignored = set(settings.ignored)
    kept = [doubt for doubt in found if not ignored & {doubt.code, doubt.key}]
    return tuple(sorted(chain(kept, _useless(found, settings.ignored)), key=_order))


def points(found: Iterable[Doubt], codes: Collection[str]) -> tuple[tuple[Doubt, ...], ...]:
    """Return the doubts of some rules, those of one key on one sheet together; notes, by rule."""
    together: dict[tuple[str, ...], list[Doubt]] = {}
    for doubt in found:
        if doubt.code in codes:
            name = doubt.code if doubt.code in NOTES else doubt.key
            at = (name, doubt.place.file, doubt.place.sheet, doubt.what, doubt.fix)
            together.setdefault(at, []).append(doubt)
    return tuple(tuple(group) for group in together.values())


def _rules(activity: Activity, settings: Settings, today: dt.date) -> Iterator[Doubt]:
    yield from lines.duplicates(activity)
    yield from lines.in_the_future(activity, today)
    yield from lines.worth_nothing(activity)
    yield from lines.before_creation(activity, settings.founded)
    yield from lines.long_lifetimes(activity)
    yield from lines.years_without_expense(activity, settings)
    yield from calendar.overfull_dates(activity)
    yield from calendar.sundays(activity)
    yield from calendar.holidays(activity, alsace_moselle=settings.alsace_moselle)
    yield from rates.far_rates(activity)
    yield from invoices.shared_numbers(activity)
    yield from invoices.gaps(activity)
    yield from invoices.of_days(activity)
    yield from payments.impossible_payments(activity, settings, today)
    yield from vat.disagreements(activity)
    yield from vat.unusual_rates(activity)
    yield from clients.lookalikes(activity)


def _useless(found: list[Doubt], ignored: Iterable[str]) -> Iterator[Doubt]:
    """Yield a doubt for each thing to ignore that ignores nothing, a misspelt one above all."""
    known = {doubt.key for doubt in found}
    for entry in ignored:
        if entry not in known and entry not in CODES:
            near = get_close_matches(entry, [*known, *CODES], 1)
            fix = f'écrire "{near[0]}"' if near else "l’effacer : rien de tel dans les livres"
            place = Place(FILE, cell="clé verifications.ignorer")
            what = "rien à ignorer sous ce nom"
            yield Doubt(code="ignorer-sans-objet", what=what, place=place, shown=entry, fix=fix)


def _order(doubt: Doubt) -> tuple[str, str, int, str]:
    place = doubt.place
    row = "".join(character for character in place.cell if character.isdecimal())
    return place.file, place.sheet, int(row or 0), doubt.code
