"""Doubts about invoice numbers: one for two clients, or some that are missing.

Knows how invoices are numbered: without gap, by an order that may start again each year (CGI,
annexe II, art. 242 nonies A). Never files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from string import digits
from typing import TYPE_CHECKING

from reporter.doubts.wording import shown
from reporter.errors import Doubt
from reporter.french import enumeration
from reporter.invoiced_days import invoiced_by, months

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.model import Activity, Day, Fee

FEWEST_DAYS = Decimal(2)
"""Days whose amount a fixed fee does not take by chance."""
SHOWN = 5
"""How many missing numbers are spelled out."""


Numbered = Mapping[int, Mapping[str, "Day | Fee"]]
"""The first line of each invoice number of a calendar year."""


def numbered(activity: Activity) -> Numbered:
    """Return the first line of each invoice number."""
    years: defaultdict[int, dict[str, Day | Fee]] = defaultdict(dict)
    for line in activity.sales:
        if line.invoice:
            years[line.date.year].setdefault(line.invoice, line)
    return years


def shared_numbers(activity: Activity, first: Numbered) -> Iterator[Doubt]:
    """Yield each line whose invoice number stands on another client's line of the same year."""
    said = set()
    for line in activity.sales:
        other = first[line.date.year][line.invoice] if line.invoice else line
        key = (line.date.year, line.invoice, line.client)
        if other.client != line.client and key not in said:
            said.add(key)
            yield Doubt(
                code="facture-deux-clients",
                what=f"facture {line.invoice} sur deux clients",
                place=line.place,
                shown=f"{other.client} ({other.place.cell}), {line.client} ({line.place.cell})",
                fix="donner à chaque client son numéro de facture",
                date=line.date,
                about=line.invoice,
            )


def repeated_numbers(activity: Activity) -> Iterator[Doubt]:
    """Yield each fixed fee whose invoice was already said: at another date, or for the same thing.

    The lines of one invoice share its date, and tell services apart.
    """
    first: dict[tuple[int, str, str], Fee] = {}
    for fee in activity.fees:
        if not fee.invoice:
            continue
        key = (fee.date.year, fee.invoice.casefold().strip(), fee.client)
        other = first.setdefault(key, fee)
        same = other.service == fee.service or other.amount == fee.amount
        if other is not fee and fee.amount > 0 and (same or other.date != fee.date):
            yield Doubt(
                code="facture-repetee",
                what=f"facture {fee.invoice} saisie deux fois ?",
                place=fee.place,
                shown=f"{shown(fee)} ; la même : {other.place.cell}",
                fix="effacer l’une des deux, ou dire ce qui les distingue",
                date=fee.date,
                about=fee.invoice,
            )


def of_days(activity: Activity) -> Iterator[Doubt]:
    """Yield each fixed fee that is the invoice of days.

    Several on one sheet are a mistake already: `sources.lines.copies`.
    """
    billed = months(activity.days)
    for fee in activity.fees:
        if invoiced_by(fee, billed, FEWEST_DAYS):
            yield Doubt(
                code="facture-de-jours",
                what="forfait du montant exact de jours déjà comptés",
                place=fee.place,
                shown=shown(fee),
                fix="si c’est la facture de ces jours, l’effacer : ils comptent déjà",
                date=fee.date,
            )


def gaps(first: Numbered) -> Iterator[Doubt]:
    """Yield each hole in the numbers of a year that otherwise follow one another.

    Numbers follow one another where fewer are missing than present; where more are, the last
    figures are no rank (20200331).
    """
    known = {invoice for invoices in first.values() for invoice in invoices}
    for invoices in first.values():
        series: dict[str, dict[int, Day | Fee]] = defaultdict(dict)
        for invoice, line in invoices.items():
            start = invoice.rstrip(digits)
            if start != invoice:
                series[start].setdefault(int(invoice[len(start) :]), line)
        for numbers in series.values():
            ranks = sorted(numbers)
            if ranks[-1] - ranks[0] + 1 < 2 * len(ranks):
                yield from _gaps(numbers, ranks, known)


def _gaps(numbers: dict[int, Day | Fee], ranks: list[int], known: set[str]) -> Iterator[Doubt]:
    for before, after in pairwise(ranks):
        line = numbers[after]
        missing = [
            name
            for rank in range(before + 1, after)
            if (name := _like(line.invoice, rank)) not in known
        ]
        if missing:
            many = len(missing) > 1
            yield Doubt(
                code="factures-trou",
                what="numéros de facture manquants" if many else "numéro de facture manquant",
                place=line.place,
                shown=f"{_named(missing)}, entre {numbers[before].invoice} et {line.invoice}",
                fix="saisir la facture, ou corriger un numéro",
                date=line.date,
                about=missing[0],
            )


def _like(invoice: str, rank: int) -> str:
    """Return the invoice number of another rank, written as this one: F-007 → F-006."""
    start = invoice.rstrip(digits)
    return f"{start}{rank:0{len(invoice) - len(start)}d}"


def _named(missing: list[str]) -> str:
    if len(missing) <= SHOWN:
        return enumeration(missing)
    return f"{len(missing)} numéros, de {missing[0]} à {missing[-1]}"
