"""Which of the columns that we do not know may be those that a kind of table lacks.

Knows titles, looks and proofs. Never guesses between two columns, and never reads a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.sources.advice.columns import are_products, tax_proven
from reporter.sources.advice.hints import SIZES, fits, forbidden, hinted, units_of
from reporter.words.labels import LABELS, NEEDED, PRICE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.advice.columns import Column
    from reporter.words.columns import Field, Kind

COUNTS: tuple[Field, ...] = ("days", "hours")


class Proposal(NamedTuple):
    """A column that may be what a table lacks.

    Attributes:
        fields: what it may be, the likeliest first.
        sure: whether its words or its numbers leave one of them only.
    """

    column: Column
    fields: tuple[Field, ...]
    sure: bool = True

    @property
    def labels(self) -> list[str]:
        """Return our words for what it may be."""
        return [LABELS[field] for field in self.fields]


class Plan(NamedTuple):
    """A table seen as one of a kind: what is known of it, and what would make it whole.

    Attributes:
        known: the columns that are understood, by field.
        missing: the groups of columns that it lacks, each with the columns that may be it.
        price: the columns that may be the price of days, where none is known.
    """

    kind: Kind
    known: Mapping[Field, Column]
    missing: Mapping[tuple[Field, ...], Sequence[Proposal]]
    price: Sequence[Proposal] = ()

    @property
    def proposals(self) -> list[Proposal]:
        """Return what is proposed: one column for each group that has one only."""
        lists = [*self.missing.values(), self.price]
        return [found[0] for found in lists if len(found) == 1]

    @property
    def is_complete(self) -> bool:
        """Tell whether each group has one column."""
        return all(len(found) == 1 for found in self.missing.values())

    @property
    def fields(self) -> list[Field]:
        """Return the fields that are known or proposed."""
        return [*self.known, *(one.fields[0] for one in self.proposals)]

    @property
    def lacking(self) -> list[str]:
        """Return what no column may be of what is missing, in our words."""
        return [words_for(group) for group, found in self.missing.items() if not found]


def words_for(group: tuple[Field, ...]) -> str:
    """Return our words for columns of which one is needed: « Jours ou Heures »."""
    return " ou ".join(LABELS[field] for field in group)


class _Table(NamedTuple):
    """What is known of a table, and the columns that nobody knows."""

    known: Mapping[Field, Column]
    unknown: Sequence[Column]

    def hinted(self, *fields: Field) -> list[Proposal]:
        """Return the columns whose title and cells may be of some fields, one after the other."""
        return [
            Proposal(column, (field,))
            for field in fields
            for column in self.unknown
            if hinted(column.title, field) and fits(column, field)
        ]


def plan_for(kind: Kind, known: Mapping[Field, Column], unknown: Sequence[Column]) -> Plan:
    """Return what would make a table one of a kind, by the columns that may be proposed."""
    table = _Table(known, unknown)
    groups = [group for group in NEEDED[kind] if not any(name in known for name in group)]
    unpriced = kind == "days" and not any(name in known for name in PRICE)
    prices = _prices(table) if unpriced else []
    if len(prices) == 1:
        table = _Table({**known, prices[0].fields[0]: prices[0].column}, unknown)
    missing = {group: _candidates(table, group) or _alone(table, group, kind) for group in groups}
    return Plan(kind=kind, known=known, missing=missing, price=prices)


def _candidates(table: _Table, group: tuple[Field, ...]) -> list[Proposal]:
    if group == COUNTS:
        return _counts(table)
    if "amount" in group:
        return _amounts(table)
    found = table.hinted(*group)
    return [one for one in found if one.fields == found[0].fields]


def _alone(table: _Table, group: tuple[Field, ...], kind: Kind) -> list[Proposal]:
    """Return the column that its cells alone tell, none other being like it.

    Its title says nothing, neither for nor against: it is asked about as any proposal is. A client
    and what is counted are told so among days at a rate alone.
    """
    free = [column for column in table.unknown if not forbidden(column.title)]
    if group == ("date",):
        dates = [column for column in free if column.look == "dates"]
        return [Proposal(column, ("date",)) for column in dates if len(dates) == 1]
    if kind != "days" or "rate" not in table.known:
        return []
    if group == ("client",):
        texts = [column for column in free if column.look in ("words", "texts")]
        return [Proposal(it, ("client",)) for it in texts if len(texts) == 1 and it.look == "words"]
    fit = [it for it in free if fits(it, "days") and it is not table.known["rate"]]
    return [Proposal(column, COUNTS, sure=False) for column in fit if len(fit) == 1]


def _counts(table: _Table) -> list[Proposal]:
    """Return the columns that may count days or hours; a price and an amount tell which."""
    counts = ((it, [one for one in units_of(it.title) if fits(it, one)]) for it in table.unknown)
    found = [_count(table, column, fields) for column, fields in counts if fields]
    proven = [one for one in found if _is_proven(table, one.column)]
    return proven if len(proven) == 1 else found


def _count(table: _Table, column: Column, fields: Sequence[Field]) -> Proposal:
    if len(fields) == 1:
        return Proposal(column, tuple(fields))
    if _is_proven(table, column):
        return Proposal(column, ("days" if "rate" in table.known else "hours",))
    by_day = "rate" in table.known or max(map(abs, column.given)) <= 1
    return Proposal(column, COUNTS if by_day else COUNTS[::-1], sure=False)


def _is_proven(table: _Table, column: Column) -> bool:
    """Tell whether a column at a known price makes a known amount."""
    prices = [table.known[name] for name in ("rate", "hourly") if name in table.known]
    amounts = [one for one in table.unknown if hinted(one.title, "amount") and one != column]
    amounts += [table.known["amount"]] if "amount" in table.known else []
    return any(are_products(column, price, amount) for price in prices for amount in amounts)


def _prices(table: _Table) -> list[Proposal]:
    """Return the columns that may be the price of days or of hours; none says these again."""
    found = table.hinted("rate", "hourly")
    numbers = {one.column.number for one in found}
    both = [n for n in numbers if sum(one.column.number == n for one in found) > 1]
    if len(numbers) == 1:
        return [_price(table, found[0].column)] if both else found
    counted = [table.known[name].numbers for name in COUNTS if name in table.known]
    amounts = (one for one in _amounts(table) if one.column.numbers not in counted)
    return [] if numbers else [one for one in amounts if one.fields[0] == "amount"]


def _price(table: _Table, column: Column) -> Proposal:
    """Return what a price may be the price of, by what is counted beside it and by its size."""
    counted = [name for name in COUNTS if name in table.known]
    if counted == ["days"] or column.middle > SIZES["hourly"][1]:
        return Proposal(column, ("rate",))
    if column.middle < SIZES["rate"][0]:
        return Proposal(column, ("hourly",))
    return Proposal(column, ("hourly", "rate") if counted else ("rate", "hourly"), sure=False)


def _amounts(table: _Table) -> list[Proposal]:
    """Return the columns that may be amounts, and whether they are before tax."""
    found = [_amount(table, one.column) for one in table.hinted("amount")]
    proven = [one for one in found if one.sure]
    return proven if len(proven) == 1 else found


def _amount(table: _Table, column: Column) -> Proposal:
    known = table.known
    words = column.title.casefold().replace(".", "").split()
    counts = [known[name] for name in (*COUNTS, "quantity") if name in known]
    prices = [known[name] for name in ("rate", "hourly", "unit_price") if name in known]
    if any(are_products(count, price, column) for count in counts for price in prices):
        return Proposal(column, ("amount",))
    said = tax_proven(column, known.get("vat") or known.get("vat_any"))
    if said or "ht" in words:
        return Proposal(column, (said or "amount",))
    return Proposal(column, ("amount", "gross"), sure=False)
