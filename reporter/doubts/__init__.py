"""What is doubtful in the books: read and kept, but worth a second look.

Knows the rules, each a small function over the activity. Never files, nor today's date: the
caller gives it.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from reporter.doubts import (
    amounts,
    calendar,
    ceilings,
    clients,
    dated_numbers,
    durable,
    invoices,
    lines,
    losses,
    monthly,
    numbering,
    people,
    rates,
    scales,
    strangers,
    subjects,
    swapped,
    tangled,
    texts,
    vat,
    wholes,
)
from reporter.doubts.codes import CODES, DOUBTS, NOTES
from reporter.doubts.points import in_order, kept, many_points, points
from reporter.doubts.years import (
    late_beginnings,
    overfull_years,
    spent_beyond,
    unfinished,
    years_left_out,
    years_without_expense,
    years_without_sale,
)
from reporter.grouping import gathered
from reporter.metrics import by_year

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from reporter.errors import Doubt
    from reporter.figures import Figures
    from reporter.model import Activity, Day, Expense, Fee, Line
    from reporter.settings import Settings
    from reporter.sources.texts import Text

__all__ = ["CODES", "DOUBTS", "NOTES", "doubtful", "in_order", "many_points", "points"]

HEARD = {"ecartee", "tva-par-taux"}
"""Doubts of the reader that rules take into account: a row left aside, a VAT of several rates."""


def doubtful(  # noqa: PLR0913  # what a rule may look at
    read: Iterable[Doubt],
    activity: Activity,
    settings: Settings,
    today: dt.date,
    *,
    own: Iterable[Text] = (),
    years: Mapping[int, Activity] | None = None,
    booked: Collection[int] = (),
    dated: Collection[tuple[str, str]] | None = None,
    figures: Mapping[int, Figures] = {},  # never changed
) -> Iterator[Doubt]:
    """Yield all that is doubtful, rule after rule, less what the owner holds for right.

    Args:
        read: what the reader sees.
        activity: the lines.
        settings: what the owner decided, and which doubts to ignore.
        today: the day from which a line is in the future.
        own: the owner's texts.
        years: the lines of each financial year, where they are parted already.
        booked: the financial years that entries alone tell.
        dated: the file and the name of each sheet that has a column for payments; all where None.
        figures: those of each financial year, oldest first.
    """
    parted = by_year(activity, settings) if years is None else years
    told: list[Doubt] = []
    found = chain(
        _unanswered(read, activity, settings, told),
        _rules(activity, settings, today, told),
        _of_years(activity, settings, parted, booked),
        unfinished(parted, settings, today),
        () if dated is None else invoices.undated_sheets(parted, dated),
        losses.left_aside(figures),
        ceilings.passed(figures, settings),
        texts.outside_images(own),
    )
    return kept(found, settings.ignored) if settings.ignored else found


def _unanswered(
    read: Iterable[Doubt], activity: Activity, settings: Settings, told: list[Doubt]
) -> Iterator[Doubt]:
    """Yield what the reader sees, and neither the settings nor a balance answers.

    What the rules that come next must hear of it is `told` them.
    """
    settled = None
    for doubt in read:
        if doubt.code in HEARD:
            told.append(doubt)
        if doubt.code == "acompte":
            settled = wholes.balanced(activity) if settled is None else settled
            if (*doubt.place[:2], doubt.place.row) in settled:
                continue
        if not people.is_answered(doubt, settings, activity.expenses):
            yield doubt


def _of_years(
    activity: Activity,
    settings: Settings,
    years: Mapping[int, Activity],
    booked: Collection[int],
) -> Iterator[Doubt]:
    """Yield what is doubtful in whole financial years."""
    yield from overfull_years(years, settings)
    yield from late_beginnings(years, activity, settings, booked)
    yield from people.nobody_s(years, settings)
    yield from years_without_expense(years, settings)
    yield from years_without_sale(years)
    yield from spent_beyond(years)
    yield from years_left_out(years, booked)
    yield from people.counted_again(years)


def _rules(
    activity: Activity, settings: Settings, today: dt.date, told: Collection[Doubt]
) -> Iterator[Doubt]:
    dates = lines.by_date(activity.lines)
    yield from lines.duplicates(dates)
    yield from lines.duplicates(lines.by_date(activity.movements))
    yield from lines.drawn_down(activity.sales)
    yield from lines.by_themselves(activity.lines, settings.founded, today)
    yield from _of_lifetimes(activity, settings)
    yield from lines.across_years(activity, settings)
    yield from _of_days(activity, alsace_moselle=settings.alsace_moselle)
    yield from amounts.odd_amounts(activity)
    yield from scales.odd_scales(activity)
    kinds = activity.days, activity.fees, activity.expenses
    by_subject = [*map(subjects.by_subject, kinds)]
    yield from swapped.of_another(activity, by_subject)
    yield from monthly.skipped(by_subject)
    yield from wholes.wholes_of_parts(activity)
    yield from wholes.running_totals(activity)
    yield from _of_invoices(activity, settings, {it.about for it in told if it.code == "ecartee"})
    yield from invoices.impossible_payments(activity, settings, today)
    yield from durable.disposals(activity, settings, today)
    yield from durable.sold_twice(activity, settings)
    mixed = [it.place for it in told if it.code == "tva-par-taux"]
    yield from vat.disagreements(activity, mixed)
    yield from vat.exempted(activity, settings)
    yield from vat.unsaid(activity, settings)
    yield from vat.wrong_numbers(activity)
    yield from vat.unusual_rates(dates)
    yield from _of_names(activity, settings)
    yield from tangled.tangled(activity)
    yield from people.outside(activity, settings)
    yield from strangers.strangers(activity, settings)
    yield from strangers.unused_names(activity, settings)


def _of_names(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield what is doubtful in the names of those who buy, sell and work."""
    yield from clients.lookalikes(activity, settings.workers)
    yield from clients.cut(activity)
    yield from clients.sold_and_bought(activity)
    yield from clients.paid_by_clients(activity)
    yield from clients.ways_exchanged(activity)
    yield from clients.costs(activity)


def _of_lifetimes(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield what is doubtful in what lasts, and in what does not."""
    yield from durable.long_lifetimes(activity)
    yield from durable.at_once(activity, settings)
    yield from durable.spread(activity)
    yield from durable.spread_twice(activity)


def _of_invoices(activity: Activity, settings: Settings, aside: Collection[str]) -> Iterator[Doubt]:
    """Yield what is doubtful in the numbers of invoices, some of which were left aside."""
    numbered = numbering.numbered(activity.sales)
    yield from invoices.shared_numbers(activity, numbered)
    yield from invoices.repeated_numbers(activity)
    yield from dated_numbers.of_other_years(numbered, settings)
    yield from dated_numbers.going_back(numbered, settings)
    spent, sold = activity.expenses, activity.sales
    yield from numbering.gaps(numbered, {*aside, *_beside(spent, sold)})
    yield from numbering.gaps(numbering.numbered(spent), _beside(sold, spent))
    yield from invoices.of_days(activity)


def _beside(lines: Sequence[Day | Fee | Expense], others: Sequence[Line]) -> set[str]:
    """Return the numbers of lines that stand on a sheet of others: a book gives all one series."""
    sheets = {it.place[:2] for it in others}
    return {it.number for it in lines if it.place[:2] in sheets} - {""}


def _of_days(activity: Activity, *, alsace_moselle: bool) -> Iterator[Doubt]:
    """Yield what is doubtful in the days of a calendar, and in their amounts."""
    sheets = [*gathered((day.place[:2], day) for day in activity.days).values()]
    yield from calendar.full_months(activity, alsace_moselle=alsace_moselle)
    yield from scales.hours_for_days(sheets)
    yield from scales.unlike_others(sheets)
    yield from scales.tiny_days(sheets)
    clients = rates.by_client(activity)
    odd = list(rates.odd_rates(clients))
    yield from odd
    worked = calendar.daily(sheets)
    yield from calendar.overfull_dates(worked)
    yield from calendar.overfull_periods(activity)
    yield from calendar.days_off(worked, alsace_moselle=alsace_moselle)
    told = {it.place for it in odd}
    yield from (it for it in rates.far_rates(clients) if it.place not in told)
    yield from rates.repeated_totals(activity, clients)
