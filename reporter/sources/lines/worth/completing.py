"""The rows of a table → lines of the activity: days, prices and VAT completed by each other.

Knows what makes each kind of line. Rows that say all that a line needs are worth it a column at a
time, which says the same, only faster: most rows of most books are so. Never what rows say
together, nor how cells are read.
"""

from __future__ import annotations

from collections import deque
from dataclasses import fields
from functools import cache
from itertools import compress, repeat
from typing import TYPE_CHECKING, Any

from reporter.model import ZERO, Day, Expense, Fee, cents
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.worth.disposals import TOLD, told_sold
from reporter.sources.lines.worth.drafts import drafts_of
from reporter.sources.lines.worth.prices import (
    Price,
    agree,
    agree_on_quantity,
    fixed,
    in_unit,
    price,
)
from reporter.sources.lines.worth.slips import PAY, cost, told_paid
from reporter.sources.lines.worth.vat import NOTHING, Beside, Taxed, said_rates, sort_out, taxed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.worth.drafts import Draft
    from reporter.sources.lines.worth.hours import HoursOf
    from reporter.sources.lines.worth.missions import Missions
    from reporter.sources.lines.worth.vat import Amount
    from reporter.sources.tables.layouts import Table
    from reporter.words.columns import Field, Kind

BEARING: frozenset[Field] = frozenset({"hourly", "unit_price", "unit", "quantity", "kilometres"})
"""Fields that bear on the days, the rate or the amount of a row that says these itself."""


WORTH: tuple[Field, ...] = ("amount", "vat_rate", "vat", "days", "rate")
"""What is told of a row: euros before tax, its VAT rate as a ratio and its VAT in euros.

And for days, how many they are and at how many euros each.
"""
Worth = dict["Field", "list[Amount]"]
"""A column of each of those, in the order of some rows."""


def plain(cells: Cells, ranks: Sequence[int]) -> Worth:
    """Return what some rows are worth, a column for each of `WORTH`; no amount if not plain."""
    nothing = cells.nothing[: len(ranks)]
    if not cells.values.keys().isdisjoint(BEARING):
        return {name: list(nothing) for name in WORTH}
    days, rates, amounts, grosses, vats, vat_rates, vat_any = (
        cells.at(ranks, name)
        for name in ("days", "rate", "amount", "gross", "vat", "vat_rate", "vat_any")
    )
    said = said_rates(vat_any)
    if said is None:
        return {name: list(nothing) for name in WORTH}
    if said:
        vat_rates = [
            said.get(cell) if given is None else given
            for given, cell in zip(vat_rates, vat_any, strict=True)
        ]
    if cells.table.kind == "days":
        amounts = list(map(_amount, days, rates, amounts))
    else:
        days = rates = nothing
    if "gross" in cells.values or "vat" in cells.values:
        taxes = map(cache(_taxed), amounts, grosses, vat_rates, vats)  # the same come again
        amounts, _, vats = zip(*taxes, strict=True) if ranks else ((), (), ())
    columns = (amounts, vat_rates, vats, days, rates)
    return dict(zip(WORTH, map(list, columns), strict=True))


def _amount(days: Amount, rate: Amount, amount: Amount) -> Amount:
    """Return the euros of days; None where they are not plain."""
    if days is None or rate is None:
        return None if days is None else amount
    due = days * rate
    if due == amount:
        return amount
    due = cents(due)
    return due if amount is None or amount == due else None


def _taxed(amount: Amount, gross: Amount, rate: Amount, vat: Amount) -> Taxed:
    """Return the amount and the VAT of a row, by what it says; nothing where it is not plain."""
    tax = NOTHING if amount is None else taxed(amount, gross, rate, vat)
    return NOTHING if isinstance(tax, Problem) else tax


LINES: dict[Kind, type[Line]] = {"days": Day, "fees": Fee, "expenses": Expense}


def complete(
    cells: Cells, ranks: Sequence[int], missions: Missions, hours_of: HoursOf
) -> tuple[dict[int, Line], dict[int, Problem]]:
    """Return the lines of some rows, by rank, and what is wrong with those that make none."""
    worth = plain(cells, ranks)
    odd = {rank: n for n, rank in enumerate(ranks) if worth["amount"][n] is None}
    drafts = dict(zip(odd, drafts_of(cells, list(odd)), strict=True))
    wrong: dict[int, Problem] = {}
    for rank, its in deduced(drafts, cells.table, missions, hours_of).items():
        if isinstance(its, Problem):
            wrong[rank] = its
        else:
            for name, value in zip(WORTH, its, strict=True):
                worth[name][odd[rank]] = value
    lines = dict(_made(cells, ranks, worth, wrong))
    for fields_, told in ((TOLD, told_sold), (PAY, told_paid)):
        if fields_ & cells.values.keys():
            rows = zip(lines.items(), drafts_of(cells, list(lines)), strict=True)
            said = {rank: told(cells, rank, line, draft) for (rank, line), draft in rows}
            lines = _right(said, wrong)
    if cells.table.kind == "days":
        untimed = {rank for rank, it in drafts.items() if it.days is None and it.hours is None}
        lines |= {rank: fixed(line) for rank, line in lines.items() if rank in untimed}
    if not cells.values.keys().isdisjoint({"unit", "quantity"}):
        units = any(not is_blank(unit) for unit in cells.of("unit"))
        billed = {
            rank: in_unit(drafts[rank], line, hours_of, told=units)
            if isinstance(line, Fee)
            else line
            for rank, line in lines.items()
        }
        lines = _right(billed, wrong)
    return lines, wrong


def _right(told: Mapping[int, Line | Problem], wrong: dict[int, Problem]) -> dict[int, Line]:
    """Return the lines of rows, what is wrong with the others being added to what is wrong."""
    wrong |= {rank: its for rank, its in told.items() if isinstance(its, Problem)}
    return {rank: its for rank, its in told.items() if not isinstance(its, Problem)}


def _made(
    cells: Cells, ranks: Sequence[int], worth: Worth, wrong: Collection[int]
) -> Iterator[tuple[int, Line]]:
    """Return the lines of rows, a field at a time: there are many, and most fields are blank."""
    if wrong:
        right = [rank not in wrong for rank in ranks]
        worth = {name: list(compress(column, right)) for name, column in worth.items()}
        ranks = list(compress(ranks, right))
    kind = LINES[cells.table.kind]
    own = (name for name in cells.values if name not in worth)
    known: dict[str, Iterable[Any]] = {name: cells.at(ranks, name) for name in own}
    known.update(worth.items(), place=cells.places(ranks))
    lines = [object.__new__(kind) for _ in ranks]
    for one in fields(kind):
        column = known.get(one.name, repeat(one.default))
        deque(map(getattr(kind, one.name).__set__, lines, column), maxlen=0)
    return zip(ranks, lines, strict=True)


def deduced(
    drafts: Mapping[int, Draft], table: Table, missions: Missions, hours_of: HoursOf
) -> dict[int, Sequence[Amount] | Problem]:
    """Return what each row is worth, in the order of `WORTH`, or what is wrong with it."""
    is_days, fields = table.kind == "days", table.columns.fields
    made = {
        rank: price(draft, missions, hours_of, fields) if is_days else Price(amount=draft.amount)
        for rank, draft in drafts.items()
    }
    priced = {rank: it for rank, it in made.items() if isinstance(it, Price)}
    vats: dict[int, Taxed | Problem] = {}
    if "vat_any" in fields:
        besides = ((rank, drafts[rank], it.amount) for rank, it in priced.items())
        vats = sort_out([Beside(rank, its.vat_any, due, its.gross) for rank, its, due in besides])
    found: dict[int, Sequence[Amount] | Problem] = {
        rank: it for rank, it in made.items() if isinstance(it, Problem)
    }
    for rank, it in priced.items():
        given = vats.get(rank, NOTHING)
        found[rank] = (
            given if isinstance(given, Problem) else _worth(drafts[rank], it, given, table)
        )
    return found


def _worth(draft: Draft, made: Price, given: Taxed, table: Table) -> Sequence[Amount] | Problem:
    rate = draft.vat_rate if draft.vat_rate is not None else given.rate
    vat = draft.vat if draft.vat is not None else given.vat
    tax = taxed(made.amount, draft.gross, rate, vat)
    if draft.pay_gross is not None and not isinstance(tax, Problem) and tax.amount is None:
        tax = Taxed(cost(draft), tax.rate, tax.vat)
    if draft.kilometres and not isinstance(tax, Problem):
        tax = _driven(tax)
    if isinstance(tax, Problem):
        return tax
    if tax.amount is None:
        return Problem("amount", "cellule vide", fix="remplir Montant HT")
    if made.days is None:
        wrong = agree_on_quantity(draft, tax.amount, table)
    else:
        wrong = agree(draft, made, tax.amount, table)
    return wrong or (*tax, made.days, made.rate)


def _driven(tax: Taxed) -> Taxed | Problem:
    """Return kilometres without an amount at zero, until the scale gives them theirs, VAT none."""
    if tax.amount is None and (tax.rate or tax.vat):
        fix = "effacer la TVA : le barème n’en a pas ; ou écrire le Montant HT"
        return Problem("kilometres", "des kilomètres sans montant, et une TVA", fix=fix)
    if tax.amount == 0:
        fix = "vider la cellule du montant : le barème le donne"
        return Problem("amount", "des kilomètres pour un montant de zéro", "0", fix)
    return tax if tax.amount is not None else Taxed(ZERO, tax.rate, ZERO)
