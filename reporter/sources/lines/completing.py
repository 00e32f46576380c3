"""A draft → a line of the activity: days, prices and VAT completed by each other, or refused.

Knows what makes each kind of line. Never the other rows, nor how cells are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.model import ZERO, Day, Expense, Fee
from reporter.sources.lines.billed_units import in_unit
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.disposals import disposal
from reporter.sources.lines.prices import agree, agree_on_quantity, price
from reporter.sources.lines.vat import Beside, Taxed, sort_out, taxed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.model import Line
    from reporter.sources.lines.disposals import Disposal
    from reporter.sources.lines.drafts import Draft
    from reporter.sources.lines.missions import Missions
    from reporter.sources.lines.prices import HoursOf, Price
    from reporter.sources.tables.layouts import Table

Completed = dict[int, "Line | Problem"]
NOTHING = Taxed(None)


class Priced(NamedTuple):
    """A draft whose days have a price; `made` is None where the kind of line has no days."""

    rank: int
    draft: Draft
    made: Price | None
    amount: Decimal | None


def complete(
    drafts: Iterable[tuple[int, Draft]], table: Table, missions: Missions, hours_of: HoursOf
) -> Completed:
    """Return the line of each draft, or what is wrong with it, by rank.

    Args:
        drafts: the rows that are lines, with their rank.
        table: the table that they stand in.
        missions: the rates agreed, for days without a price.
        hours_of: the hours that make a day for each client.
    """
    found: Completed = {}
    priced: list[Priced] = []
    for rank, draft in drafts:
        if table.kind != "days":
            priced.append(Priced(rank, draft, None, draft.amount))
            continue
        made = price(draft, missions, hours_of, table)
        if isinstance(made, Problem):
            found[rank] = made
        else:
            priced.append(Priced(rank, draft, made, made.amount))
    vats: dict[int, Taxed | Problem] = {}
    if "vat_any" in table.columns.fields:
        vats = sort_out(
            [Beside(it.rank, it.draft.vat_any, it.amount, it.draft.gross) for it in priced]
        )
    grid, first = table.grid, min(table.columns.fields.values())
    for it in priced:
        given = vats.get(it.rank, NOTHING)
        if isinstance(given, Problem):
            found[it.rank] = given
        else:
            line = _line(it, given, table, grid.place(it.draft.row, first))
            found[it.rank] = in_unit(it.draft, line, hours_of) if isinstance(line, Fee) else line
    return found


def _line(it: Priced, given: Taxed, table: Table, place: Place) -> Line | Problem:
    draft = it.draft
    rate = draft.vat_rate if draft.vat_rate is not None else given.rate
    vat = draft.vat if draft.vat is not None else given.vat
    tax = taxed(it.amount, draft.gross, rate, vat)
    if draft.kilometres and not isinstance(tax, Problem):
        tax = _driven(tax)
    if isinstance(tax, Problem):
        return tax
    if tax.amount is None:
        return Problem("amount", "cellule vide", fix="remplir Montant HT")
    if it.made is not None:
        wrong = None if draft.discount else agree(it.made, tax.amount, table)
        return wrong or _day(draft, it.made, tax, place)
    if (wrong := agree_on_quantity(draft, tax.amount)) is not None:
        return wrong
    if table.kind == "fees":
        return _fee(draft, tax, place)
    sold = disposal(draft, tax.amount)
    return sold if isinstance(sold, Problem) else _expense(draft, tax, sold, place)


def _driven(tax: Taxed) -> Taxed | Problem:
    """Return kilometres without an amount at zero, until the scale gives them theirs, VAT none."""
    if tax.amount is None and (tax.rate or tax.vat):
        fix = "effacer la TVA : le barème n’en a pas ; ou écrire le Montant HT"
        return Problem("kilometres", "des kilomètres sans montant, et une TVA", fix=fix)
    if tax.amount == 0:
        fix = "vider la cellule du montant : le barème le donne"
        return Problem("amount", "des kilomètres pour un montant de zéro", "0", fix)
    return tax if tax.amount is not None else Taxed(ZERO, tax.rate, ZERO)


def _day(draft: Draft, made: Price, tax: Taxed, place: Place) -> Day:
    return Day(
        date=draft.date,  # type: ignore[arg-type]  # a row without a date is refused before
        client=draft.client,
        days=made.days,
        rate=made.rate,
        amount=tax.amount,  # type: ignore[arg-type]  # looked at by the caller
        vat_rate=tax.rate,
        vat=tax.vat,
        paid=draft.paid,
        start=draft.start,
        end=draft.end,
        country=draft.country,
        place=place,
        mission=draft.mission,
        invoice=draft.invoice,
        invoiced=draft.invoiced,
        vat_number=draft.vat_number,
        means=draft.means,
        worker=draft.worker,
        comment=draft.comment,
    )


def _fee(draft: Draft, tax: Taxed, place: Place) -> Fee:
    return Fee(
        date=draft.date,  # type: ignore[arg-type]  # as above
        client=draft.client,
        amount=tax.amount,  # type: ignore[arg-type]  # as above
        vat_rate=tax.rate,
        vat=tax.vat,
        paid=draft.paid,
        start=draft.start,
        end=draft.end,
        country=draft.country,
        place=place,
        service=draft.service,
        invoice=draft.invoice,
        invoiced=draft.invoiced,
        vat_number=draft.vat_number,
        means=draft.means,
        equivalent_days=draft.equivalent_days,
    )


def _expense(draft: Draft, tax: Taxed, sold: Disposal, place: Place) -> Expense:
    return Expense(
        date=draft.date,  # type: ignore[arg-type]  # as above
        amount=tax.amount,  # type: ignore[arg-type]  # as above
        vat_rate=tax.rate,
        vat=tax.vat,
        paid=draft.paid,
        start=draft.start,
        end=draft.end,
        country=draft.country,
        place=place,
        supplier=draft.supplier,
        label=draft.label,
        category=draft.category,
        account=draft.account,
        receipt=draft.receipt,
        lifetime=draft.lifetime,
        payer=draft.payer,
        kilometres=draft.kilometres,
        disposed=sold.day,
        disposal_price=sold.price,
        disposal_vat=sold.vat,
    )
