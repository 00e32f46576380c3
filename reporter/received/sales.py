"""The sales of the books with their payments: by invoice, and summed by year.

Knows which payments are believed, and of which years none is known. Never who is late.
"""

from __future__ import annotations

from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reporter.leaves import Sum
from reporter.metrics import numbers
from reporter.model import total
from reporter.names import spelling
from reporter.received.values import Invoice, Side
from reporter.settings.parties import USUAL_CLIENT

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence

    from reporter.model import Activity, Day, Fee, FinancialYear
    from reporter.settings import Settings

    Sale = Day | Fee
    Span = tuple[FinancialYear, date]
    """A year, and the last day of it that counts."""

NEVER = date.max
"""The payment of what is not paid."""


class Sales(NamedTuple):
    """The sales, with the payments that are believed: none is older than the books.

    Attributes:
        number: the financial year of each date.
        terms: the days that clients have, by the spelling of their names.
    """

    sales: tuple[tuple[Sale, date | None], ...]
    number: Mapping[date, int]
    terms: Mapping[str, int]

    @classmethod
    def of(cls, activity: Activity, settings: Settings) -> Sales:
        """Return the sales of the books that are worth something."""
        sales = [line for line in activity.sales if line.amount]
        number = numbers(sales, settings)
        first = settings.year(min(number.values())).start if number else None
        return cls(
            tuple((x, x.paid if x.paid and first and x.paid >= first else None) for x in sales),
            number,
            {spelling(name): client.delay for name, client in settings.clients.items()},
        )

    def undated(self) -> set[int]:
        """Return the years of which no sale has a payment, those not paid yet left out."""
        days = {(line.date, paid) for line, paid in self.sales}
        last = max((paid for _, paid in days if paid), default=None)
        if last is None:
            return {*self.number.values()}
        dated = {self.number[day] for day, paid in days if paid}
        return {self.number[day] for day, _ in days if day <= last} - dated

    def sides(self, spans: Sequence[Span], unknown: Collection[int]) -> Iterator[Side]:
        """Yield what each of some years invoiced and received by a day of it."""
        made = _parted(((line, line.date) for line, _ in self.sales), spans)
        got = _parted(self.sales, spans)
        weigh = attrgetter("amount")
        for (year, _), own, paid in zip(spans, made, got, strict=True):
            sums = {"invoiced": Sum(own, weigh), "received": Sum(paid, weigh)}
            received = None if year.number in unknown else sums["received"].value
            yield Side(year=year, invoiced=sums["invoiced"].value, received=received, sums=sums)

    def invoices(self, unknown: Collection[int], start: date, day: date) -> Iterator[Invoice]:
        """Yield the sales by invoice, by year and by payment; those counted after a day apart.

        Only those that are counted or paid from a start to a day, or owed on that day.
        """
        found: dict[tuple[date | None, Hashable], list[Sale]] = {}
        for rank, (line, paid) in enumerate(self.sales):
            counted, on = line.date <= day, paid or NEVER
            bears = start <= on <= day or (counted and (on > day or line.date >= start))
            if bears and (year := self.number[line.date]) not in unknown:
                own = (spelling(line.client), line.invoice or rank, year, counted)
                found.setdefault((paid, own), []).append(line)
        for (paid, _), lines in found.items():
            yield self._invoice(lines, paid)

    def _invoice(self, lines: list[Sale], paid: date | None) -> Invoice:
        client = lines[0].client
        day = max(line.invoiced or line.date for line in lines)
        term = self.terms.get(spelling(client), USUAL_CLIENT.delay)
        return Invoice(
            client=client,
            number=lines[0].invoice,
            date=day,
            counted=max(line.date for line in lines),
            due=day + timedelta(days=term),
            paid=paid,
            amount=total(lines),
            place=lines[0].place,
        )


def _parted(
    sales: Iterable[tuple[Sale, date | None]], spans: Sequence[Span]
) -> Sequence[Sequence[Sale]]:
    """Return the sales of each span of days, none of which overlap."""
    found: list[list[Sale]] = [[] for _ in spans]
    where: dict[date, list[Sale] | None] = {}
    for line, day in sales:
        if day is None:
            continue
        if day not in where:
            parts = zip(found, spans, strict=True)
            where[day] = next((own for own, (x, last) in parts if x.start <= day <= last), None)
        if (part := where[day]) is not None:
            part.append(line)
    return found
