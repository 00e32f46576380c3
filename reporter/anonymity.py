"""The same activity without any name, to be shared: amounts, days and dates stay.

Knows which fields hold names. Never files, nor what a report shows: it is measured afterwards.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from string import ascii_uppercase
from typing import TYPE_CHECKING

from reporter.errors import BadCell, BadData, Place
from reporter.model import ZERO, Activity, Day
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from reporter.model import Expense, Fee, FinancialYear, Line, Signed
    from reporter.settings import Settings
    from reporter.sources.texts import Text

OTHER = "Autres charges"
"""The category of an expense whose own names somebody."""
NOWHERE = Place("")
AROUND = 30
"""Characters shown on each side of a name found in a text."""
Named = tuple[str, "Line"]


def anonymous(activity: Activity, settings: Settings, year: FinancialYear) -> Activity:
    """Return an activity whose names are letters, in order of the amounts of a year.

    Clients, invoices, suppliers, missions, services, workers and depreciated purchases become
    « Client A », « Fournisseur B »…; comments, receipts, accounts and other labels are left out,
    as is a category that holds one of the names.
    """
    hidden = _any_of(names(activity, settings))
    sales = activity.sales
    bought = [line for line in activity.expenses if line.lifetime is not None]
    signed = [_nothing(line) for line in activity.signed]
    clients = _clients(activity, year)
    invoices = _letters("Facture", ((line.invoice, line) for line in sales), year)
    days = (*activity.days, *signed)
    missions = _letters("Mission", ((line.mission, line) for line in days), year)
    workers = _workers(activity, settings, year)
    services = _letters("Prestation", ((line.service, line) for line in activity.fees), year)
    suppliers = _letters("Fournisseur", ((x.supplier, x) for x in activity.expenses), year)
    labels = _letters("Immobilisation", ((line.label, line) for line in bought), year)

    def day(line: Day) -> Day:
        client, mission, worker = clients[line.client], missions[line.mission], workers[line.worker]
        bare = replace(line, means="", comment="", country="", vat_number="", place=NOWHERE)
        invoice = invoices[line.invoice]
        return replace(bare, client=client, mission=mission, worker=worker, invoice=invoice)

    def fee(line: Fee) -> Fee:
        client, service = clients[line.client], services[line.service]
        bare = replace(line, means="", country="", vat_number="", place=NOWHERE)
        return replace(bare, client=client, service=service, invoice=invoices[line.invoice])

    def expense(line: Expense) -> Expense:
        category = OTHER if hidden.search(line.category) else line.category
        label = "" if line.lifetime is None else labels[line.label]
        bare = replace(line, account="", receipt="", payer="", country="", place=NOWHERE)
        return replace(bare, supplier=suppliers[line.supplier], label=label, category=category)

    def planned(line: Signed) -> Signed:
        client, mission = clients[line.client], missions[line.mission]
        return replace(line, client=client, mission=mission, place=NOWHERE)

    return Activity(
        days=tuple(map(day, activity.days)),
        fees=tuple(map(fee, activity.fees)),
        expenses=tuple(map(expense, activity.expenses)),
        signed=tuple(map(planned, activity.signed)),
    )


def _nothing(line: Signed) -> Day:
    """Return a line of no amount that bears the names of days signed."""
    return Day(
        date=line.end,
        client=line.client,
        mission=line.mission,
        days=ZERO,
        amount=ZERO,
        place=NOWHERE,
    )


def renamed(settings: Settings, activity: Activity, year: FinancialYear) -> Settings:
    """Return settings in which what is said of a client or of a person stands under its letter.

    A client without lines is left out: nothing of it is shown.
    """
    letters = {spelling(name): letter for name, letter in _clients(activity, year).items()}
    told = {spelling(name): said for name, said in settings.clients.items()}
    clients = {letters[name]: said for name, said in told.items() if name in letters}
    people = {spelling(x): letter for x, letter in _workers(activity, settings, year).items()}
    workers = {people[spelling(name)]: worker for name, worker in settings.workers.items()}
    return settings._replace(clients=clients, workers=workers)


def unsigned(settings: Settings) -> Settings:
    """Return settings that do not say whose they are, without the owner's words.

    Named scenarios are left out, since they name clients; the owner's own templates too.
    """
    bare = settings._replace(name="", siren="", author="", tags=(), scenarios={})
    return bare._replace(templates=None, anonymous=True)


def names(activity: Activity, settings: Settings) -> set[str]:
    """Return the names that a report to be shared must not hold."""
    found = {line.client for line in activity.sales} | {line.worker for line in activity.days}
    found |= {*settings.workers, *settings.clients}
    found |= {line.supplier for line in activity.expenses}
    found |= {line.client for line in activity.signed}
    return (found | {settings.name, settings.author}) - {""}


def nameless(text: Text, hidden: set[str]) -> Text:
    """Return a text as it is.

    Raises:
        BadData: with each line that holds one of the names.
    """
    pattern = _any_of(hidden)
    mistakes = [
        BadCell(
            f"nom réel dans le texte : {found[0]}",
            Place(text.place.file, row=number),
            shown=f"…{line[max(found.start() - AROUND, 0) : found.end() + AROUND]}…",
            fix="le retirer, ou laisser le texte de côté en ôtant --avec-texte",
        )
        for number, line in enumerate(text.content.splitlines(), 1)
        for found in pattern.finditer(line)
    ]
    if mistakes:
        raise BadData(mistakes)
    return text


def _any_of(hidden: set[str]) -> re.Pattern[str]:
    """Return what finds one of the names as whole words, whatever its case."""
    longest_first = sorted(hidden, key=lambda name: (-len(name), name))
    words = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _clients(activity: Activity, year: FinancialYear) -> dict[str, str]:
    """Return the letter of each client."""
    every = (*activity.sales, *map(_nothing, activity.signed))
    return _letters("Client", ((line.client, line) for line in every), year)


def _workers(activity: Activity, settings: Settings, year: FinancialYear) -> dict[str, str]:
    """Return the letter of each person, those last of whom the settings alone speak."""
    lines = [(line.worker, line) for line in activity.days]
    known = {spelling(name) for name, _ in lines}
    others = sorted(name for name in settings.workers if spelling(name) not in known)
    found = _letters("Intervenant", lines, year)
    letters = islice(_alphabet(), len(found) - 1, None)
    return {**found, **{x: f"Intervenant {y}" for x, y in zip(others, letters, strict=False)}}


def _letters(word: str, named: Iterable[Named], year: FinancialYear) -> dict[str, str]:
    """Return what each name becomes: the word with A for the largest amount of the year, then B.

    Names that the year does not hold come after, in order of their whole amount. No name stays
    no name.
    """
    amounts: dict[str, tuple[Decimal, Decimal]] = {}
    for name, line in named:
        in_year, ever = amounts.get(name, (ZERO, ZERO))
        amounts[name] = (in_year + (line.amount if line.date in year else ZERO), ever + line.amount)
    order = sorted(
        amounts.keys() - {""}, key=lambda name: (*(-sum_ for sum_ in amounts[name]), name)
    )
    return {
        "": "",
        **{name: f"{word} {letter}" for name, letter in zip(order, _alphabet(), strict=False)},
    }


def _alphabet() -> Iterator[str]:
    """Yield A, B… Z, AA, AB… without end, as the columns of a sheet."""
    heads = [""]
    while True:
        heads = [head + letter for head in heads for letter in ascii_uppercase]
        yield from heads
