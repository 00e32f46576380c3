"""The sales of the books with their payments: by invoice, and summed by year.

Knows which payments are believed, and of which years none is known. Never who is late.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.leaves import Sum
from reporter.metrics import numbers
from reporter.model import total
from reporter.names import spelling
from reporter.received.values import Invoice, Side
from reporter.settings.parties import USUAL_CLIENT

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Mapping

    from reporter.model import Activity, Day, Fee, FinancialYear
    from reporter.settings import Settings

    Sale = Day | Fee

NEVER = date.max
"""The payment of what is not paid."""


@dataclass(frozen=True, slots=True)
class Sales:
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
        payments = [paid for _, paid in self.sales if paid]
        last = max(payments, default=None)
        dated = {self.number[line.date] for line, paid in self.sales if paid}
        found = {self.number[x.date] for x, _ in self.sales if last is None or x.date <= last}
        return found - dated if payments else {*self.number.values()}

    def side(self, year: FinancialYear, day: date, unknown: Collection[int]) -> Side:
        """Return what a year invoiced and received by a day."""
        made = [line for line, _ in self.sales if year.start <= line.date <= day]
        got = [line for line, paid in self.sales if paid and year.start <= paid <= day]
        weigh = attrgetter("amount")
        sums = {"invoiced": Sum(made, weigh), "received": Sum(got, weigh)}
        received = None if year.number in unknown else sums["received"].value
        return Side(year=year, invoiced=sums["invoiced"].value, received=received, sums=sums)

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
