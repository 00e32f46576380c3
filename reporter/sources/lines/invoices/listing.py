"""A list of invoices, as invoicing tools export it: drafts, credit notes, payments, VAT by rate.

Knows what a list with numbers and statuses says more than a table that a person keeps, the order in
which it is read, and that what one row of a number says holds for the others. Never how an amount
is completed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.french import euros_cents, short_date
from reporter.patterns import pattern
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.invoices.columns import by_rate, payments, rates_of
from reporter.sources.lines.invoices.credit_notes import (
    SAYING,
    credit_notes,
    euros_of,
    labelled,
    reversed_,
    taken_back,
)
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.words.bearing import bearing, is_sold
from reporter.words.documents import is_no_invoice, is_no_sale, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.errors import Doubt
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.meaning.bearings import Statuses
    from reporter.sources.tables.layouts import Table
    from reporter.words.columns import Field


TAXED: tuple[Field, ...] = ("gross", "vat", "vat_rate", "vat_any", "unit")

WAITING = {"en attente", "attente", "pending", "a venir", "open", "ouverte", "ouvert"}
LATE = pattern(r"\b(?:impayee?|retard|relancee?|overdue)\b")
"""What a status says of an invoice that was issued, and is not paid in time; folded."""
PLAIN, PAID = "en attente", pattern(r"(?:paye|regle|encaisse)e?s?")
"""What waits where every other status says that its line is paid, and no more."""
AWAITS_PAYMENT = "en attente de paiement"


Found = tuple[int, Problem]
Listed = tuple["Cells", "Mapping[int, Aside]", "Sequence[Doubt]", "Sequence[Found]"]
"""A table once the words of its documents are read: its cells, the documents that are no invoices.

Then what is doubtful, and what is wrong with the words of rows.
"""


def is_list(table: Table) -> bool:
    """Tell whether a table is the list of a tool: numbers, statuses or types, and VAT."""
    fields = table.columns.fields.keys()
    told = all(not fields.isdisjoint(group) for group in (("invoice",), SAYING, TAXED))
    return table.kind == "fees" and (told or ("invoice" in fields and bool(rates_of(table))))


def listed(cells: Cells, statuses: Statuses) -> Listed:
    """Return the cells of a table whose rows say each what their document says.

    Of a list of invoices, what is no invoice is set aside, and credit notes are below zero.
    """
    of_tool = is_list(cells.table)
    cells, mixed = by_rate(_awaiting(cells))
    if not of_tool:
        cells, problems = carried(cells)
        cells = labelled(cells, credit_notes(cells))
        cells, partial = (cells, ()) if cells.table.kind == "expenses" else payments(cells, ())
        return cells, {}, (*mixed, *partial), problems
    cells, problems = carried(_continued(cells), "paid")
    notes = credit_notes(cells)
    cells, taken = taken_back(cells, notes)
    cells = labelled(cells, notes)
    cells, undone = reversed_(cells, notes)
    aside = dict(_no_invoices(cells, statuses))
    cells, partial = payments(cells, aside)
    return cells, aside, (*mixed, *taken, *undone, *partial, *_paid(cells, aside)), problems


def _paid(cells: Cells, aside: Iterable[int]) -> Iterator[Doubt]:
    """Yield the payment of each row that is set aside: what is no invoice is paid by nobody."""
    for rank in aside:
        if (day := cells.of("paid")[rank]) is not None:
            what = "laissée de côté, comme annulée ou en brouillon, et pourtant payée"
            fix = "corriger ce que dit la ligne, ou effacer la date de son paiement"
            yield cells.doubt("peut-etre-annule", what, rank, "paid", short_date(day), fix)


def _awaiting(cells: Cells) -> Cells:
    """Return the cells of invoices of which « En attente » is told to be of their payment.

    Each that says so has a number, where some have, and no date of payment, and all that are paid
    say so too; or all others are paid, or late.
    """
    if "status" not in cells.values or cells.table.kind == "expenses":
        return cells
    rows = list(zip(*(cells.of(name) for name in ("status", "invoice", "paid")), strict=True))
    waits = [n for n, (said, _, _) in enumerate(rows) if said and folded(said) in WAITING]
    others = {said for said, _, _ in rows if said and folded(said) not in WAITING}
    words = [*map(folded, others)]
    plain = "paid" not in cells.values and all(map(PAID.fullmatch, words))
    plain = plain and {folded(rows[n][0]) for n in waits} == {PLAIN}
    late = plain or any(map(LATE.search, words))
    paid = others if late else {said for said, _, day in rows if day is not None}
    bare = "invoice" not in cells.values
    told = all((bare or rows[n][1]) and rows[n][2] is None for n in waits)
    if not (waits and paid and told and all(it and is_sold(it) for it in paid)):
        return cells
    return cells.with_values("status", dict.fromkeys(waits, AWAITS_PAYMENT))


def _continued(cells: Cells) -> Cells:
    """Return the cells of which the lines below the first of an invoice bear its number."""
    numbers, values = cells.of("invoice"), dict[int, Any]()
    for rank in range(1, len(cells.rows)):
        if _continues(cells, rank):
            values[rank] = values.get(rank - 1, numbers[rank - 1])
    return cells.with_values("invoice", values)


def _continues(cells: Cells, rank: int) -> bool:
    """Tell whether a row is of the invoice above: it has no number, nor a client of its own.

    One that repeats the client and the date, and says nothing of its status, is so too.
    """
    if cells.values["invoice"][rank] or euros_of(cells, rank) is None:
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
            number, amount = cells.of("invoice")[rank], euros_of(cells, rank)
            money = "" if amount is None else euros_cents(amount)
            shown = " · ".join(filter(None, (said, number if number != said else "", money)))
            what = "pas une facture, ou une facture annulée : laissée de côté"
            doubt = cells.doubt("ecartee", what, rank, "invoice", shown)
            yield rank, Aside(Verdict.UNBILLED, doubt._replace(about=number))


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


NUMBERS: tuple[Field, ...] = ("invoice", "receipt")


def carried(cells: Cells, *more: Field) -> tuple[Cells, list[Found]]:
    """Return the cells of which each row of a number says what another one says of it.

    A blank is refused where the rows of its number say several things that differ. `more` are other
    fields that are said of the whole number, on its first row.
    """
    number = next((name for name in NUMBERS if name in cells.values), None)
    names = [name for name in (*SAYING, *more) if name in cells.values and name in cells.gaps]
    if number is None or not names:
        return cells, []
    groups = [ranks for ranks in _groups(cells, number).values() if len(ranks) > 1]
    problems: list[Found] = []
    for name in names:
        column, values = cells.values[name], dict[int, Any]()
        for ranks in groups:
            said = {rank: column[rank] for rank in ranks if column[rank]}
            blank = [rank for rank in ranks if rank not in said]
            if name in SAYING and len(set(map(_sense, said.values()))) > 1:
                problems += ((rank, _undecided(name, said.values())) for rank in blank)
            elif said:
                above = {rank: [other for other in said if other < rank] for rank in blank}
                values |= {rank: said[its[-1] if its else min(said)] for rank, its in above.items()}
        cells = cells.with_values(name, values)
    return cells, problems


def _groups(cells: Cells, number: Field) -> Mapping[tuple[str, int | None], list[int]]:
    """Return the ranks of the rows of each number, which may start again each year."""
    found: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
    dates, year = cells.of("date"), None
    for rank, text in enumerate(cells.values[number]):
        if dates[rank] is not None:
            year = dates[rank].year
        if text and any(letter.isdigit() for letter in text):
            found[text.casefold().strip(), year].append(rank)
    return found


def _undecided(name: Field, texts: Iterable[str]) -> Problem:
    """Return what is wrong with a blank on a row of a number of which others differ."""
    what = "vide, là où le même numéro dit plusieurs choses"
    shown = " · ".join(f"« {text} »" for text in dict.fromkeys(texts))
    return Problem(name, what, shown, "écrire ce qu’il en est de cette ligne aussi")


def _sense(text: str) -> str:
    """Return what a status or a type says of whether its row counts."""
    return "not sold" if is_no_invoice(text) else bearing(text) and folded(bearing(text))
