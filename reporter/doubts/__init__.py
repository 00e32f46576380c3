"""What is doubtful in the books: read and kept, but worth a second look.

Knows the rules, each a small function over the activity. Never files, nor today's date: the
caller gives it.
"""

from __future__ import annotations

from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING

from reporter.doubts import (
    amounts,
    calendar,
    clients,
    disposals,
    durable,
    hours,
    invoices,
    lines,
    monthly,
    numbering,
    pay,
    payments,
    people,
    rates,
    scales,
    strangers,
    swapped,
    tangled,
    texts,
    vat,
    wholes,
)
from reporter.doubts.codes import CODES, DOUBTS, NOTES
from reporter.doubts.years import (
    late_beginnings,
    overfull_years,
    spent_beyond,
    years_left_out,
    years_without_expense,
    years_without_sale,
)
from reporter.errors import Doubt, Place
from reporter.metrics import by_year
from reporter.toml.reading import FILE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from reporter.model import Activity
    from reporter.settings import Settings
    from reporter.sources.texts import Text

__all__ = ["CODES", "DOUBTS", "NOTES", "doubtful", "points"]


def doubtful(  # noqa: PLR0913  # what a rule may look at
    read: Iterable[Doubt],
    activity: Activity,
    settings: Settings,
    today: dt.date,
    *,
    own: Iterable[Text] = (),
    years: Mapping[int, Activity] | None = None,
    booked: Collection[int] = (),
) -> tuple[Doubt, ...]:
    """Return all that is doubtful, in the order of the books, less what the owner holds for right.

    Args:
        read: what the reader alone could see.
        activity: the lines.
        settings: what the owner decided, and which doubts to ignore.
        today: the day from which a line is in the future.
        own: the owner's texts.
        years: the lines of each financial year, where they are parted already.
        booked: the financial years that entries alone tell.
    """
    parted = by_year(activity, settings) if years is None else years
    seen = [doubt for doubt in read if not pay.is_answered(doubt, settings)]
    if any(doubt.code == "acompte" for doubt in seen):
        settled = wholes.balanced(activity)
        seen = [
            x for x in seen if x.code != "acompte" or (*x.place[:2], x.place.row) not in settled
        ]
    found = [
        *seen,
        *_rules(activity, settings, today, seen),
        *overfull_years(parted, settings),
        *late_beginnings(parted, activity, settings, booked),
        *people.nobody_s(parted, settings),
        *years_without_expense(parted, settings),
        *years_without_sale(parted),
        *spent_beyond(parted),
        *years_left_out(parted, booked),
        *pay.counted_again(parted),
        *texts.outside_images(own),
    ]
    ignored = set(settings.ignored)
    kept = [x for x in found if not ignored & {x.code, x.key}] if ignored else found
    return tuple(sorted(chain(kept, _useless(found, settings.ignored)), key=_order))


def points(found: Iterable[Doubt], codes: Collection[str]) -> tuple[tuple[Doubt, ...], ...]:
    """Return the doubts of some rules, those of one key on one sheet together; notes, by rule."""
    together: dict[tuple[object, ...], list[Doubt]] = {}
    for doubt in found:
        if doubt.code in codes:
            own = None if doubt.code in NOTES else doubt.about or doubt.date
            at = (doubt.code, own, doubt.place[:2], doubt.what, doubt.fix)
            together.setdefault(at, []).append(doubt)
    return tuple(tuple(group) for group in together.values())


def _rules(
    activity: Activity, settings: Settings, today: dt.date, seen: Collection[Doubt]
) -> Iterator[Doubt]:
    dates = lines.by_date(activity.lines)
    yield from lines.duplicates(dates)
    yield from lines.duplicates(lines.by_date(activity.movements))
    yield from lines.by_themselves(activity.lines, settings.founded, today)
    yield from _of_lifetimes(activity, settings)
    yield from lines.across_years(activity, settings)
    yield from _of_days(activity, alsace_moselle=settings.alsace_moselle)
    yield from amounts.odd_amounts(activity)
    yield from scales.odd_scales(activity)
    kinds = activity.days, activity.fees, activity.expenses
    days, *others = map(swapped.by_subject, kinds)
    yield from swapped.of_another(activity, (days, *others))
    yield from monthly.skipped(others)
    yield from wholes.wholes_of_parts(activity)
    yield from _of_invoices(activity, settings, {it.about for it in seen if it.code == "ecartee"})
    yield from payments.impossible_payments(activity, settings, today)
    yield from disposals.disposals(activity, settings, today)
    yield from disposals.sold_twice(activity, settings)
    mixed = [it.place for it in seen if it.code == "tva-par-taux"]
    yield from vat.disagreements(activity, mixed)
    yield from vat.exempted(activity, settings)
    yield from vat.unsaid(activity, settings)
    yield from vat.wrong_numbers(activity)
    yield from vat.unusual_rates(dates)
    yield from clients.lookalikes(activity)
    yield from clients.exchanged(activity)
    yield from clients.workers(activity)
    yield from clients.sold_and_bought(activity)
    yield from clients.paid_by_clients(activity)
    yield from clients.categories(activity)
    yield from tangled.tangled(activity)
    yield from people.outside(activity, settings)
    yield from strangers.strangers(activity, settings)
    yield from strangers.unused_names(activity, settings)


def _of_lifetimes(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield what is doubtful in what lasts, and in what does not."""
    yield from lines.long_lifetimes(activity)
    yield from durable.at_once(activity, settings)
    yield from durable.spread(activity)
    yield from durable.priced_in_years(activity)


def _of_invoices(activity: Activity, settings: Settings, aside: Collection[str]) -> Iterator[Doubt]:
    """Yield what is doubtful in the numbers of invoices, some of which were left aside."""
    numbered = numbering.numbered(activity.sales)
    yield from invoices.shared_numbers(activity, numbered)
    yield from invoices.repeated_numbers(activity)
    yield from numbering.of_other_years(numbered, settings)
    yield from numbering.going_back(numbered, settings)
    yield from numbering.gaps(numbered, aside)
    yield from numbering.gaps(numbering.numbered(activity.expenses))
    yield from invoices.of_days(activity)


def _of_days(activity: Activity, *, alsace_moselle: bool) -> Iterator[Doubt]:
    """Yield what is doubtful in the days of a calendar, and in their amounts."""
    sheets = calendar.by_sheet(activity)
    yield from calendar.full_months(activity, alsace_moselle=alsace_moselle)
    yield from calendar.copied_days(activity, alsace_moselle=alsace_moselle)
    yield from hours.hours_for_days(sheets)
    yield from hours.unlike_others(sheets)
    clients = rates.by_client(activity)
    odd = list(rates.odd_rates(clients))
    yield from odd
    worked = calendar.daily(sheets)
    yield from calendar.overfull_dates(worked)
    yield from calendar.overfull_periods(activity)
    yield from calendar.sundays(worked)
    yield from calendar.a_day_late(worked)
    yield from calendar.holidays(worked, alsace_moselle=alsace_moselle)
    told = {it.place for it in odd}
    yield from (it for it in rates.far_rates(clients) if it.place not in told)
    yield from rates.repeated_totals(activity, clients)


def _useless(found: list[Doubt], ignored: Collection[str]) -> Iterator[Doubt]:
    """Yield a doubt for each thing to ignore that ignores nothing, a misspelt one above all."""
    if not ignored:
        return
    known = {doubt.key for doubt in found}
    for entry in ignored:
        if entry not in known and entry not in CODES:
            near = get_close_matches(entry, [*known, *CODES], 1)
            fix = f'écrire "{near[0]}"' if near else "l’effacer : rien de tel dans les livres"
            place = Place(FILE, key="verifications.ignorer")
            what = "rien à ignorer sous ce nom"
            yield Doubt(code="ignorer-sans-objet", what=what, place=place, shown=entry, fix=fix)


def _order(doubt: Doubt) -> tuple[str, str, int, str]:
    place = doubt.place
    return place.file, place.sheet, place.row, doubt.code
