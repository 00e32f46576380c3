"""Doubts about a financial year as a whole.

Knows what the year amounts to. Never files, nor today's date.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.crew import crew
from reporter.doubts.wording import doubt
from reporter.elapsed import SILENCE
from reporter.errors import Doubt, Place
from reporter.french import days as days_in_words
from reporter.french import euros_cents, long_date, quantity, short_date
from reporter.law.workdays import YEAR_MONTHS, weekdays
from reporter.metrics import measure_year
from reporter.model import AMOUNT, DAYS, ZERO, total
from reporter.names import spelling
from reporter.settings.words import OF

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from reporter.crew import Member
    from reporter.model import Activity, Day, FinancialYear
    from reporter.settings import Settings

FIX_ONE = (
    "vérifier les jours et les congés ; de deux personnes facturées, dire qui a travaillé dans "
    "une colonne Intervenant"
)
FIX_EACH = "vérifier les jours, arrivee, depart, temps et conges sous [intervenants]"
FIX_ALL = "vérifier les jours, et écrire qui a travaillé sur chaque ligne"
WEEK = timedelta(weeks=1)
A_MONTH = 20
"""Days of work."""
ENOUGH, TIMES = 20_000, 3
"""Euros of sales of a year at work, and how many times them no year spends."""
KINDS = {"days": "jour", "fees": "forfait"}
"""What is sold, in the words of a doubt."""
SOME, FEW_YEARS = 3, 4
"""Months of sales that make a year of activity; years from one to the next, with a few between."""
LONG = 6
"""Months of expenses, after which a year without sales is no mere beginning."""
MOST_HOLIDAYS = 13
"""Public holidays of a calendar year, at most: below so many days, none need be looked for."""


def overfull_years(years: Mapping[int, Activity], settings: Settings) -> Iterator[Doubt]:
    """Yield each year in which more days were billed than one person, or each one, could work."""
    for number, lines in years.items():
        year = settings.year(number)
        members = crew(lines, settings, year)
        if members:
            yield from _overfull_people(members, lines, number)
        elif _may_be_overfull(lines, settings, year):
            figures = measure_year(lines, (), settings, year)
            if figures.billed_ratio is not None and figures.billed_ratio > 1:
                what = f"plus de jours facturés en {number} qu’une personne ne peut en travailler"
                yield _overfull(
                    what, FIX_ONE, lines.days[0], (figures.own_days, figures.net_days), f"{number}"
                )


def years_without_expense(years: Mapping[int, Activity], settings: Settings) -> Iterator[Doubt]:
    """Yield each financial year that has revenue and no expense: its result is too good."""
    for number, lines in years.items():
        if not lines.expenses:
            sales = lines.sales
            status = settings.status_of(settings.year_of(sales[0].date))
            what = f"aucune dépense dans l’exercice {number}"
            shown = f"chiffre d’affaires de {euros_cents(total(sales))}"
            fix = f"saisir les dépenses : sans elles, le {OF[status].short} est trop beau"
            yield _of_year(doubt("exercice-sans-depense", what, sales[0], fix, shown, f"{number}"))


def years_without_sale(years: Mapping[int, Activity]) -> Iterator[Doubt]:
    """Yield each financial year that spends for months and sells nothing: a sheet is missing."""
    for number, lines in years.items():
        months = {line.month for line in lines.expenses}
        if not lines.sales and len(months) >= LONG:
            what = f"aucune vente dans l’exercice {number}"
            text = f"dépenses de {euros_cents(total(lines.expenses))}"
            fix = "saisir les ventes, si elles manquent"
            yield doubt("exercice-sans-vente", what, lines.expenses[0], fix, text, f"{number}")


def years_left_out(years: Mapping[int, Activity], booked: Collection[int] = ()) -> Iterator[Doubt]:
    """Yield each year without a line between two that sell, or without what both sell often.

    Its sheet, or its file, was deleted. What was bought long before may still lose its value: a
    year of purchases alone is none of activity. One that entries tell has no lines.
    """
    selling = sorted(number for number, it in years.items() if _sold(it, SOME))
    for before, after in pairwise(selling):
        for number in range(before + 1, after) if after - before <= FEW_YEARS else ():
            if number not in years and number not in booked:
                yield _left_out(number, "aucune ligne", years[after], (before, after))
    sold = {number: _sold(it, LONG) for number, it in years.items()}
    for number, lines in years.items():
        around = number - 1, number + 1
        for kind in set.intersection(*(sold.get(it, set()) for it in around)):
            if lines.sales and not getattr(lines, kind):
                yield _left_out(number, f"aucun {KINDS[kind]}", lines, around)


def _sold(lines: Activity, months: int) -> set[str]:
    """Return the kinds of what a year sells in so many of its months, at least."""
    return {kind for kind in KINDS if len({it.month for it in getattr(lines, kind)}) >= months}


def _left_out(number: int, what: str, near: Activity, around: tuple[int, int]) -> Doubt:
    what = f"{what} dans l’exercice {number}, entre deux qui en ont"
    shown = "l’exercice {} et l’exercice {} en ont".format(*around)
    fix = "remettre la feuille ou le fichier, s’il manque"
    found = doubt("exercice-omis", what, near.sales[0], fix, shown, f"{number}")
    return _of_year(found)._replace(date=None)


def _of_year(found: Doubt) -> Doubt:
    """Return what is doubtful at a line as what is so of a whole year, which no cell tells."""
    return found._replace(place=Place(found.place.file, words=f"exercice {found.about[:4]}"))


def unfinished(years: Mapping[int, Activity], settings: Settings, today: date) -> Iterator[Doubt]:
    """Yield each year that is over, whose last month alone has neither a sale nor an expense.

    Each other one has a sale, and an expense or a sale in the last month of the year before: who
    sells nothing in December pays something all the same.
    """
    for number, lines in years.items():
        year = settings.year(number)
        sold, spent = ({it.month: it for it in its} for its in (lines.sales, lines.expenses))
        last = year.end.year * 12 + year.end.month
        every = {*range(min(sold, default=last), last)}
        before = years[number - 1].sales if number - 1 in years else ()
        usual = spent.keys() == every or any(it.month == last - YEAR_MONTHS for it in before)
        idle = last in spent or not usual
        if today > year.end and len(every) >= LONG and sold.keys() == every and not idle:
            what = (
                f"rien dans le dernier mois de l’exercice {number}, quand chaque autre a une vente"
            )
            text = f"dernière vente le {short_date(sold[last - 1].date)}"
            fix = "saisir les ventes et les dépenses de ce mois, s’il y en a"
            yield doubt("mois-saute", what, sold[last - 1], fix, text, f"{number}")


def spent_beyond(years: Mapping[int, Activity]) -> Iterator[Doubt]:
    """Yield the largest charge of each year that spends several times what it sells.

    Amounts may be in another unit, cents above all, or of another sheet.
    """
    for number, lines in years.items():
        sold, charges = total(lines.sales), [it for it in lines.expenses if it.lifetime is None]
        spent = total(charges)
        if sold >= ENOUGH and spent > TIMES * sold:
            what = f"des charges de plus de trois fois le chiffre d’affaires de {number}"
            text = f"{euros_cents(spent)} pour {euros_cents(sold)}"
            fix = "vérifier l’unité des montants, et les plus grands"
            yield doubt(
                "charges-demesurees", what, max(charges, key=AMOUNT), fix, text, f"{number}"
            )


def late_beginnings(
    years: Mapping[int, Activity],
    activity: Activity,
    settings: Settings,
    booked: Collection[int] = (),
) -> Iterator[Doubt]:
    """Yield the first year of the books, where it is counted from long before its first line.

    An activity begun in its middle, of which no `debut` says so, would have too many working days
    and months.
    Long is longer than any other silence of the year, and than SILENCE; a day of creation in the
    year is sure; else twenty days tell an activity from a line alone, as sales of two months do.
    Work is told by its own date, whenever it is paid. A year that entries tell was one of work.
    """
    number = min(years, default=None)
    if number is None or number in settings.periods or min(booked, default=number) < number:
        return
    year, lines, founded = settings.year(number), years[number], settings.founded
    dates = sorted(day for day in {line.date for line in activity.lines} if day in year)
    dates = dates or sorted(line.date for line in lines.lines)
    waits = [after - before for before, after in pairwise(dates)]
    if founded is None:
        late = dates[0] - year.start > max([SILENCE, *waits])
    else:
        late = founded in year and founded - year.start > WEEK
    months = {(line.date.year, line.date.month) for line in lines.sales}
    if late and len(months) > 1 and (founded or total(lines.days, DAYS) > A_MONTH):
        yield _late(year, dates[0], lines, founded or dates[0].replace(day=1))


def _late(year: FinancialYear, first: date, lines: Activity, begun: date) -> Doubt:
    what = f"exercice {year.number} compté depuis le {long_date(year.start)}, avant l’activité"
    shown = f"première ligne le {short_date(first)} : les mois, les jours ouvrés, les congés et "
    shown += "l’objectif d’avant comptent aussi"
    fix = f"si l’activité a commencé alors, écrire debut = {begun.isoformat()} sous "
    fix += f"[exercice.{year.number}] de bilan.toml"
    found = doubt("debut-omis", what, next(lines.lines), fix, shown, f"{year.number}")
    return _of_year(found)._replace(date=first)


def _may_be_overfull(lines: Activity, settings: Settings, year: FinancialYear) -> bool:
    """Tell whether the calendar need be looked at: there are never so many holidays."""
    days = total(lines.days, DAYS)
    calendars = year.end.year - year.start.year + 1
    fewest = weekdays(year.start, year.end) - MOST_HOLIDAYS * calendars
    return days > fewest - settings.of(year).leave * calendars


def _overfull_people(members: Sequence[Member], lines: Activity, number: int) -> Iterator[Doubt]:
    """Yield each person who billed more than they could work; else the company, if all did."""
    over = [one for one in members if one.days > one.net_days > 0]
    for one in over:
        own = next(line for line in lines.days if spelling(line.worker) == spelling(one.name))
        what = f"plus de jours facturés par {one.name} en {number} que sa capacité"
        yield _overfull(what, FIX_EACH, own, (one.days, one.net_days), f"{number} {one.name}")
    net = sum((one.net_days for one in members), ZERO)
    if not over and (days := total(lines.days, DAYS)) > net > 0:
        what = f"plus de jours facturés en {number} que la capacité des intervenants"
        yield _overfull(what, FIX_ALL, lines.days[0], (days, net), f"{number}")


def _overfull(what: str, fix: str, first: Day, days: tuple[Decimal, Decimal], about: str) -> Doubt:
    billed, net = days
    shown = f"{days_in_words(billed, 'facturé')} pour {quantity(net)} jours ouvrés nets de congés"
    return _of_year(doubt("taux-depasse", what, first, fix, shown, about))
