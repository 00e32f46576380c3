"""Books of the other shapes that people keep, drawn as their owners would write them.

A grid for each month, clients across months, a row for each month, the export of a time tracker,
a list of invoices, days whose price stands on a sheet of missions: each with the lines that it
means.
"""

from __future__ import annotations

import csv
import io
from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from random import Random
from typing import Any, NamedTuple

from reporter.french import month_name
from reporter.law.workdays import public_holidays
from reporter.model import ZERO, Activity, Day, Expense, Fee, cents
from tests.books.activities import NAMES, SERVICES, apart, kept
from tests.books.exports import Work, clockify, everhour, harvest, toggl
from tests.books.pages import A_DAY, Book, Page, Row, book
from tests.builders import NOWHERE

SATURDAY = 5
MONTHS = 12
UNLIKE_SUMS = [name for name in NAMES if not name.startswith(("Total", "Cumul"))]
"""Clients whose row is never asked about; « Total Énergies » may be the row of a total."""
POSTS = ("Loyer", "Téléphone", "Assurance", "Hébergement", "Comptabilité", "Frais bancaires",
         "Achats de fournitures", "Électricité")  # fmt: skip
A_DAY_OF_GRID, A_MONTH = "day ", "month "
"""How the fields of a column of a grid, or of a month, begin."""


class Kept(NamedTuple):
    """The lines of a person, and the sheets that say them."""

    lines: Activity
    pages: Book


Shape = Callable[[Random], Kept]


def plain(chance: Random) -> Kept:
    """Return a line for each day, fee or expense."""
    lines = kept(chance)
    return Kept(lines, book(lines, chance))


def a_page(
    name: str,
    kind: str,
    fields: Sequence[str],
    titles: Row,
    body: Iterable[Row],
    *,
    above: Sequence[Row] = (),
    totals: Iterable[Row] = (),
) -> Page:
    lines, sums = list(body), list(totals)
    rows = [*map(list, above), titles, *lines, *sums]
    width = max(map(len, rows))
    for row in rows:
        row.extend([None] * (width - len(row)))
    columns = {field: rank for rank, field in enumerate(fields)}
    return Page(
        name=name, kind=kind, rows=rows, columns=columns, header=titles, body=lines, totals=sums
    )


def worked(day: date, client: str, mission: str, days: Decimal, rate: Decimal) -> Day:
    return Day(
        date=day, client=client, mission=mission, days=days, rate=rate,
        amount=cents(days * rate), place=NOWHERE,
    )  # fmt: skip


def rates_of(chance: Random, most: int = 4, names: Sequence[str] = NAMES) -> dict[str, Decimal]:
    """Return some clients, each at a rate of its own."""
    clients = chance.sample(names, chance.randint(2, most))
    rates = chance.sample(range(40, 95), len(clients))
    return {client: Decimal(rate * 10) for client, rate in zip(clients, rates, strict=True)}


def open_days(year: int, month: int) -> list[date]:
    off = public_holidays(range(year, year + 1), alsace_moselle=False)
    days = (date(year, month, day + 1) for day in range(monthrange(year, month)[1]))
    return [day for day in days if day.weekday() < SATURDAY and day not in off]


def missions_of(rates: dict[str, Decimal], year: int, chance: Random) -> Page:
    """Return the sheet of the prices agreed, with or without the time that they hold."""
    dated = chance.random() < 0.4
    fields = ("client", "rate", "date", "until") if dated else ("client", "rate")
    titles: Row = ["Client", "TJM", "Du", "Au"][: len(fields)]
    body = [
        [client, rate, date(year, 1, 1), date(year, MONTHS, 31)][: len(fields)]
        for client, rate in rates.items()
    ]
    return a_page("Missions", "missions", fields, titles, body)


# a grid for each month


class _Habit(NamedTuple):
    """How somebody keeps the grids of a year."""

    priced: bool
    summed: bool
    whole: bool
    dated: bool
    whole_mark: Any
    absence: bool
    above: str


def timesheets(chance: Random, names: Sequence[str] = NAMES) -> Kept:
    """Return a grid for each of some months: a row for each client, a column for each day."""
    year, rates = chance.choice((2019, 2020, 2021)), rates_of(chance, 3, names)
    habit = _Habit(
        priced=chance.random() < 0.5,
        summed=chance.random() < 0.6,
        whole=chance.random() < 0.5,
        dated=chance.random() < 0.2,
        whole_mark=chance.choice((Decimal(1), Decimal(1), Decimal(1), "x")),
        absence=chance.random() < 0.3,
        above=chance.choice(("", "title", "title", "weekdays")),
    )
    lines: list[Day] = []
    pages: Book = [] if habit.priced else [missions_of(rates, year, chance)]
    for month in sorted(chance.sample(range(1, MONTHS + 1), chance.randint(1, 3))):
        own = _days_of(chance, year, month, rates)
        pages.append(_grid(own, rates, habit))
        lines += own
    return Kept(Activity(days=tuple(lines)), pages)


def _days_of(chance: Random, year: int, month: int, rates: dict[str, Decimal]) -> list[Day]:
    found = []
    days_open = open_days(year, month)
    for day in chance.sample(days_open, chance.randint(6, len(days_open) - 2)):
        half = chance.random() < 0.2
        clients = chance.sample(list(rates), 2 if half and chance.random() < 0.5 else 1)
        days = Decimal("0.5") if half else Decimal(1)
        found += [worked(day, client, "", days, rates[client]) for client in clients]
    return found


def _grid(lines: Sequence[Day], rates: dict[str, Decimal], habit: _Habit) -> Page:
    year, month = lines[0].date.year, lines[0].date.month
    dates = [date(year, month, day + 1) for day in range(monthrange(year, month)[1])]
    before, after = ("client", "rate")[: 1 + habit.priced], ("days",)[: int(habit.summed)]
    fields = (*before, *(f"{A_DAY_OF_GRID}{day.day}" for day in dates), *after)
    shown = [day if habit.dated else Decimal(day.day) for day in dates]
    titles: Row = [*("Client", "TJM")[: len(before)], *shown, *("Total",)[: len(after)]]
    body = [_of_client(client, rates, lines, dates, habit) for client in rates]
    name = f"{month_name(dates[0]).capitalize()} {year}"
    words: dict[str, list[Row]] = {
        "": [], "title": [[f"CRA {name}"], []],
        "weekdays": [[None] * len(before) + ["LMMJVSD"[day.weekday()] for day in dates]],
    }  # fmt: skip
    above = words[habit.above]
    totals = []
    if habit.whole:
        sums = [_sum(lines, day) or None for day in dates]
        blank = [None] * (len(before) - 1)
        totals = [["Total", *blank, *sums, *[_sum(lines)][: len(after)]]]
    if habit.absence:
        off = [day for day in dates if day.weekday() < SATURDAY and not _sum(lines, day)][:1]
        body.append(
            [
                "Congés",
                *[None] * (len(before) - 1),
                *("CP" if day in off else None for day in dates),
            ]
        )
    page = a_page(f"CRA {name}", "grid", fields, titles, body, above=above, totals=totals)
    if habit.absence:
        page.body.pop()
    return page


def _of_client(
    client: str,
    rates: dict[str, Decimal],
    lines: Sequence[Day],
    dates: Sequence[date],
    habit: _Habit,
) -> Row:
    own = [line for line in lines if line.client == client]
    cells = [_sum(own, day) or None for day in dates]
    marks = [habit.whole_mark if cell == 1 else cell for cell in cells]
    return [
        client,
        *[rates[client]][: int(habit.priced)],
        *marks,
        *[_sum(own)][: int(habit.summed)],
    ]


def _sum(lines: Iterable[Day], day: date | None = None) -> Decimal:
    return sum((line.days for line in lines if day in (None, line.date)), ZERO)


# clients across months


def across_months(chance: Random) -> Kept:
    """Return a row for each client and a column for each month, of amounts or of days."""
    year, rates = chance.choice((2019, 2020, 2021)), rates_of(chance, names=UNLIKE_SUMS)
    in_days, summed, whole = (chance.random() < odds for odds in (0.5, 0.6, 0.6))
    last = chance.choice((MONTHS, MONTHS, 6))
    months = [date(year, month, 1) for month in range(1, last + 1)]
    most = 18 // len(rates)
    cells = {
        (client, month): Decimal(chance.randint(2, 2 * most)) / 2
        if in_days
        else Decimal(chance.randint(2001, 8999))
        for client in rates
        for month in months
        if chance.random() < 0.6
    }
    before, after = ("client", "rate")[: 1 + in_days], ("amount",)[: int(summed)]
    fields = (*before, *(f"{A_MONTH}{month.month}" for month in months), *after)
    form = chance.choice(("Janvier", "janv.", "Janvier 2020", "date"))
    titles: Row = [*("Client", "TJM")[: len(before)], *(_title(month, form) for month in months)]
    titles += ["Total"][: len(after)]
    body, totals = [], []
    for client, rate in rates.items():
        own: Row = [cells.get((client, month)) for month in months]
        sums = [sum(filter(None, own), ZERO)][: len(after)]
        body.append([client, *[rate][: int(in_days)], *own, *sums])
    if whole:
        sums = [
            sum(filter(None, (row[n] for row in body)), ZERO)
            for n in range(len(before), len(titles))
        ]
        totals = [["Total", *[None][: int(in_days)], *sums]]
    what = "Jours" if in_days else "CA"
    above = [[f"{what} {year}"], []] if chance.random() < 0.3 else []
    page = a_page(f"{what} {year}", "across", fields, titles, body, above=above, totals=totals)
    return Kept(_of_cells(cells, rates, in_days=in_days), [page])


def _title(month: date, form: str) -> Any:
    name = month_name(month)
    forms = {"Janvier": name.capitalize(), "janv.": name[:3] + ("." if len(name) > 4 else name[3:]),
             "Janvier 2020": f"{name.capitalize()} {month.year}", "date": month}  # fmt: skip
    if form == "janv." and month.month in (6, 7):  # « jui » is two months
        return name
    return forms[form]


def _of_cells(
    cells: dict[tuple[str, date], Decimal], rates: dict[str, Decimal], *, in_days: bool
) -> Activity:
    if in_days:
        days = (worked(month, client, "", n, rates[client]) for (client, month), n in cells.items())
        return Activity(days=tuple(days))
    fees = (
        Fee(date=month, client=client, amount=amount, place=NOWHERE)
        for (client, month), amount in cells.items()
    )
    return Activity(fees=tuple(fees))


def charges_across(chance: Random) -> Kept:
    """Return a row for each expense that comes back, and a column for each month."""
    year, names = chance.choice((2019, 2020, 2021)), chance.sample(POSTS, chance.randint(3, 6))
    months = [date(year, month, 1) for month in range(1, MONTHS + 1)]
    titles: Row = ["Poste", *(_title(month, "Janvier") for month in months), "Total"]
    fields = ("client", *(f"{A_MONTH}{month.month}" for month in months), "amount")
    lines: list[Expense] = []
    body: list[Row] = []
    for name in names:
        cells = [Decimal(chance.randint(6100, 15900)) / 100 for _ in months]
        body.append([name, *cells, sum(cells, ZERO)])
        lines += [
            Expense(date=month, label=name, amount=cell, place=NOWHERE)
            for month, cell in zip(months, cells, strict=True)
        ]
    columns = list(zip(*body, strict=True))[1:]
    totals: list[Row] = [["Total", *(sum(column, ZERO) for column in columns)]]
    page = a_page(f"Charges HT {year}", "across", fields, titles, body, totals=totals)
    return Kept(Activity(expenses=tuple(lines)), [page])


# the same, time running down


def grids_down(chance: Random) -> Kept:
    """Return a grid for each of some months: a column for each client, a row for each day."""
    lines, pages = timesheets(chance, UNLIKE_SUMS)
    for page in pages:
        page.down = page.kind == "grid"
        if page.down and page.rows[0] is not page.header and page.rows[0][0] is None:
            del page.rows[0]  # the days of the week
    return Kept(lines, pages)


def months_down(chance: Random) -> Kept:
    """Return a column for each client and a row for each month, of amounts or of days."""
    lines, (page,) = across_months(chance)
    page.down, page.header[0] = True, "Mois"
    page.name = page.name.replace("CA", "CA par client")
    return Kept(lines, [page])


def hours_across(chance: Random) -> Kept:
    """Return a row for each client and a column for each month, or turned, of hours."""
    lines, (page,) = next(its for its in iter(lambda: across_months(chance), None) if its[0].days)
    page.name = page.name.replace("Jours", "Heures")
    for row in page.rows:
        row[0] = row[0].replace("Jours", "Heures") if isinstance(row[0], str) else row[0]
    timed = [n for it, n in page.columns.items() if it.startswith(A_MONTH) or it == "amount"]
    for row in (*page.body, *page.totals):
        for n in timed:
            row[n] = row[n] and row[n] * A_DAY
    if chance.random() < 0.5:
        page.down, page.header[0] = True, "Mois"
    return Kept(lines, [page])


# a row for each month


def by_month(chance: Random) -> Kept:
    """Return a row for each month of each client, the month in words."""
    year, rates = chance.choice((2019, 2020, 2021)), rates_of(chance, 3)
    form = chance.choice(("Mars 2020", "Mars", "03/2020"))
    with_amount, whole = chance.random() < 0.6, chance.random() < 0.5
    fields = ("date", "client", "days", "rate", "amount")[: 4 + with_amount]
    titles: Row = ["Mois", "Client", "Jours", "TJM", "Montant HT"][: len(fields)]
    lines: list[Day] = []
    body: list[Row] = []
    for month in sorted(chance.sample(range(1, MONTHS + 1), chance.randint(4, 9))):
        first = date(year, month, 1)
        name = month_name(first).capitalize()
        shown = {"Mars 2020": f"{name} {year}", "Mars": name, "03/2020": f"{month:02}/{year}"}[form]
        for client in chance.sample(list(rates), chance.choice((1, 1, 2))):
            days = apart(chance, lines, quarters=(6, 36))
            line = worked(first, client, "", days, rates[client])
            lines.append(line)
            body.append([shown, client, days, line.rate, line.amount][: len(fields)])
    totals = []
    if whole:
        amount = sum((line.amount for line in lines), ZERO)
        totals = [[None, "TOTAL", _sum(lines), None, amount][: len(fields)]]
    page = a_page(f"Jours {year}", "rows", fields, titles, body, totals=totals)
    return Kept(Activity(days=tuple(lines)), [page])


# the export of a time tracker

TRACKED: dict[Callable[[Sequence[Work], str], str], dict[str, str]] = {
    harvest: {"date": "Date", "client": "Client", "mission": "Project", "hours": "Hours",
              "rate": "Billable Rate", "amount": "Billable Amount"},
    clockify: {"date": "Start Date", "client": "Client", "mission": "Project",
               "hours": "Duration (decimal)", "rate": "Billable Rate (EUR)",
               "amount": "Billable Amount (EUR)"},
    toggl: {"date": "Start date", "client": "Client", "mission": "Project", "hours": "Duration",
            "amount": "Amount (EUR)"},
    everhour: {"date": "Date", "client": "Client", "mission": "Project", "hours": "Time",
               "rate": "Billable Rate", "amount": "Billable Amount"},
}  # fmt: skip
"""What the columns of each export say, in English."""


def tracked(chance: Random) -> Kept:
    """Return the export of a tracker, opened in a spreadsheet and saved there."""
    year, rates = chance.choice((2019, 2020, 2021)), rates_of(chance, 3)
    hourly = {client: Decimal(rate) / 10 for client, rate in rates.items()}
    works = []
    months = sorted(chance.sample(range(1, MONTHS + 1), chance.randint(1, 3)))
    for day in (day for month in months for day in open_days(year, month)):
        if chance.random() < 0.4:
            works += _of_day(day, chance, hourly)
    if len(works) < 3 or works[-1].start.day <= MONTHS:
        works += _of_day(open_days(year, months[-1])[-1], chance, hourly)
    export, named = chance.choice(list(TRACKED.items()))
    titles, *cells = csv.reader(io.StringIO(export(works, "en")))
    slashed = export is clockify
    typed: list[Row] = [[_typed(cell, slashed=slashed) for cell in row] for row in cells]
    columns = {field: titles.index(title) for field, title in named.items()}
    page = a_page("export", "tracked", (), list(titles), typed)
    page.columns = columns
    lines = tuple(
        worked(work.start.date(), work.client, work.project, _in_days(work), A_DAY * work.hourly)
        for work in works
    )
    return Kept(Activity(days=lines), [page])


def _in_days(work: Work) -> Decimal:
    return Decimal(work.seconds) / 3600 / A_DAY


def _of_day(day: date, chance: Random, hourly: dict[str, Decimal]) -> list[Work]:
    start, found = datetime.combine(day, time(9)), []
    for quarters in chance.choice(((4,), (2, 2), (3,), (2, 1), (2,))):
        client = chance.choice(list(hourly))
        seconds = quarters * A_DAY * 900
        found.append(Work(start, seconds, client, chance.choice(("Flux", "Socle")), hourly[client]))
        start += timedelta(seconds=seconds + chance.choice((0, 1800, 3600)))
    return found


def _typed(cell: str, *, slashed: bool) -> Any:
    """Return a cell as a spreadsheet keeps it: a date, a length, a number or a text."""
    with suppress(ValueError):
        form = "%m/%d/%Y" if slashed else "%Y-%m-%d"
        return datetime.strptime(cell, form).date()  # noqa: DTZ007  # a day has no zone
    with suppress(ValueError):
        hours, minutes, seconds = map(int, cell.split(":"))
        return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    with suppress(InvalidOperation):
        return Decimal(cell)
    return cell or None


# a list of invoices

LISTED = ("invoice", "date", "client", "status", "service", "days", "unit", "rate", "vat_rate",
          "amount", "gross")  # fmt: skip
LISTED_TITLES = ("N° facture", "Date", "Client", "Statut", "Désignation", "Quantité", "Unité",
                 "Prix unitaire HT", "Taux TVA", "Montant HT", "Montant TTC")  # fmt: skip


def invoiced(chance: Random) -> Kept:
    """Return the list that an invoicing tool exports: a line of days or a fee for each row."""
    year, rates = chance.choice((2019, 2020, 2021)), rates_of(chance)
    count = len(LISTED) - chance.choice((0, 1))
    days: list[Day] = []
    fees: list[Fee] = []
    body: list[Row] = []
    for rank in range(chance.randint(4, 10)):
        client = chance.choice(list(rates))
        month = 1 + rank if chance.random() < 0.9 else max(1, rank)
        when = chance.choice(open_days(year, min(month, MONTHS)))
        while body and when < body[-1][1]:
            when = open_days(year, min(when.month + 1, MONTHS))[-1]
        if chance.random() < 0.6:
            quantity, unit, price = apart(chance, days, quarters=(7, 41)), "jour", rates[client]
            line = worked(when, client, "", quantity, price)
            days.append(line)
            amount, service = line.amount, "Régie"
        else:
            quantity, unit, price = Decimal(1), "forfait", Decimal(chance.randint(301, 8999))
            amount, service = price, chance.choice(SERVICES)
            fees.append(
                Fee(date=when, client=client, service=service, amount=amount, place=NOWHERE)
            )
        number, gross = f"F-{year}-{rank + 1:03}", cents(amount * Decimal("1.2"))
        status = chance.choice(("Payée", "Envoyée"))
        body.append(
            [number, when, client, status, service, quantity, unit, price, Decimal("0.2"),
             amount, gross][:count]
        )  # fmt: skip
    page = a_page("Factures", "invoiced", LISTED[:count], list(LISTED_TITLES[:count]), body)
    return Kept(Activity(days=tuple(days), fees=tuple(fees)), [page])


def with_missions(chance: Random) -> Kept:
    """Return days without a price, and the sheet of the missions that tells it."""
    year, rates = chance.choice((2019, 2020, 2021)), rates_of(chance, 3)
    titles: Row = ["Date", "Client", "Jours"]
    lines, body = [], []
    for month in sorted(chance.sample(range(1, MONTHS + 1), chance.randint(2, 5))):
        for day in sorted(chance.sample(open_days(year, month), chance.randint(2, 4))):
            client = chance.choice(list(rates))
            line = worked(day, client, "", Decimal(chance.choice(("1", "0.5"))), rates[client])
            lines.append(line)
            body.append([day, client, line.days])
    totals: list[Row] = [[None, "TOTAL", _sum(lines)]] if chance.random() < 0.5 else []
    page = a_page(f"Jours {year}", "days", ("date", "client", "days"), titles, body, totals=totals)
    return Kept(Activity(days=tuple(lines)), [page, missions_of(rates, year, chance)])


GRIDDED: tuple[Shape, ...] = (
    timesheets, across_months, charges_across, grids_down, months_down, hours_across,
)  # fmt: skip
OTHERS: tuple[Shape, ...] = (*GRIDDED, by_month, tracked, invoiced, with_missions)
