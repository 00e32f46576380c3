"""A list of invoices, as invoicing tools export it: drafts, credit notes, payments, VAT by rate.

Knows what a list with numbers and statuses says more than a table that a person keeps, and the
order in which it is read. Never how an amount is completed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.french import euros_cents
from reporter.sources.lines.invoices.credit_notes import (
    SAYING,
    credit_notes,
    named,
    reversed_,
    taken_back,
    worth,
)
from reporter.sources.lines.invoices.part_paid import payments
from reporter.sources.lines.invoices.shared_numbers import carried
from reporter.sources.lines.invoices.vat_by_rate import by_rate, rates_of
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.sources.tables.documents import is_no_invoice, is_no_sale, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reporter.errors import Doubt
    from reporter.sources.lines.cells import Cells, Problem
    from reporter.sources.lines.meaning.statuses import Statuses
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Field

TAXED: tuple[Field, ...] = ("gross", "vat", "vat_rate", "vat_any", "unit")
CARRIED: tuple[Field, ...] = ("invoice", "status", "document", "paid")
"""What an invoice says on its first line only."""


class Listed(NamedTuple):
    """What a table is once the words of its documents are read.

    Attributes:
        aside: the documents that are no invoices, by rank.
        problems: what is wrong with the words of rows, by rank.
    """

    cells: Cells
    aside: Mapping[int, Aside] = {}
    doubts: Sequence[Doubt] = ()
    problems: Sequence[tuple[int, Problem]] = ()


def is_list(table: Table) -> bool:
    """Tell whether a table is the list of a tool: numbers, statuses or types, and VAT."""
    fields = table.columns.fields.keys()
    told = all(not fields.isdisjoint(group) for group in (("invoice",), SAYING, TAXED))
    return table.kind == "fees" and (told or (rates_of(table) != [] and "invoice" in fields))


def listed(cells: Cells, statuses: Statuses) -> Listed:
    """Return the cells of a table whose rows say each what their document says.

    Of a list of invoices, what is no invoice is set aside, and credit notes are below zero.
    """
    of_tool = is_list(cells.table)
    cells, mixed = by_rate(cells)
    if not of_tool:
        cells, problems = carried(cells)
        cells = named(cells, credit_notes(cells))
        cells, partial = (cells, ()) if cells.table.kind == "expenses" else payments(cells, ())
        return Listed(cells, doubts=(*mixed, *partial), problems=problems)
    cells, problems = carried(_continued(cells), "paid")
    notes = credit_notes(cells)
    cells, taken = taken_back(cells, notes)
    cells = named(cells, notes)
    cells, undone = reversed_(cells, notes)
    aside = dict(_no_invoices(cells, statuses))
    cells, partial = payments(cells, aside)
    return Listed(cells, aside, (*mixed, *taken, *undone, *partial), problems)


def _continued(cells: Cells) -> Cells:
    """Return the cells of which the lines below the first of an invoice say what it says."""
    below = [rank for rank in range(1, len(cells.rows)) if _continues(cells, rank)]
    for name in CARRIED if below else ():
        if name in cells.values:
            column = list(cells.values[name])
            for rank in below:
                column[rank] = column[rank] or column[rank - 1]
            cells = cells.with_values(name, column)
    return cells


def _continues(cells: Cells, rank: int) -> bool:
    """Tell whether a row is of the invoice above: it has no number, nor a client of its own.

    One that repeats the client and the date, and says nothing of its status, is so too.
    """
    if cells.values["invoice"][rank] or worth(cells, rank) is None:
        return False
    client, date = cells.values["client"], cells.of("date")
    if not client[rank]:
        return True
    said = any(cells.of(name)[rank] for name in SAYING)
    return not said and client[rank] == client[rank - 1] and date[rank] in (None, date[rank - 1])


def _no_invoices(cells: Cells, statuses: Statuses) -> Iterator[tuple[int, Aside]]:
    """Yield the rows of documents that are no invoices."""
    for rank in range(len(cells.rows)):
        said = next(_texts(cells, rank, statuses), None)
        if said is not None:
            number, amount = cells.of("invoice")[rank], worth(cells, rank)
            money = "" if amount is None else euros_cents(amount)
            shown = " · ".join(filter(None, (said, number if number != said else "", money)))
            what = "pas une facture, ou une facture annulée : laissée de côté"
            doubt = cells.doubt("ecartee", what, rank, "invoice", shown)
            yield rank, Aside(Verdict.UNBILLED, replace(doubt, about=number))


def _texts(cells: Cells, rank: int, statuses: Statuses) -> Iterator[str]:
    """Yield the words of a row that say that it is no invoice."""
    status, document = (cells.of(name)[rank] for name in SAYING)
    if status and folded(status) not in statuses.counted and is_no_invoice(status):
        yield status
    if document and folded(document) not in statuses.counted and is_no_sale(document):
        yield document
    number = cells.of("invoice")[rank]
    if number and numbered(number) == "not sold":
        yield number
