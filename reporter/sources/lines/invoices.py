"""A list of invoices, as invoicing tools export it: drafts, credit notes, payments, VAT by rate.

Knows what a list with numbers and statuses says more than a table that a person keeps: which
documents are no invoices, which are taken back, what is paid. Never how an amount is completed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import euros_cents
from reporter.law.vat_rates import EVER
from reporter.model import ZERO
from reporter.names import spelling
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.values import Unreadable, is_percent, to_amount, to_date, to_number
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.sources.tables.headers import key_of
from reporter.sources.tables.words import bearing, numbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.meanings import Statuses
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Field

SAYING: tuple[Field, ...] = ("status", "document")
TAXED: tuple[Field, ...] = ("gross", "vat", "vat_rate", "vat_any", "unit")
CARRIED: tuple[Field, ...] = ("invoice", "status", "document", "paid")
"""What an invoice says on its first line only."""
TAKEN_BACK: tuple[Field, ...] = ("amount", "gross", "vat")
NO_INVOICE = re.compile(
    r"(?:brouillons?|drafts?|devis|quotes?|quotations?|estimates?|pro ?forma|factures? pro ?forma|"
    r"annule\w*|annulation|cancell?ed|void(?:ed)?|supprimee?|deleted|bons? de commande)\b"
)
"""How the status or the type of a document begins that is no invoice, folded."""
CREDIT = "Avoir"
CANCELLED = re.compile(r"(?:annule\w*|annulation|cancell?ed|void(?:ed)?)\b")
PAID_ON = re.compile(
    r"\b(?:pay[ée]e?|r[ée]gl[ée]e?|encaiss[ée]e?|paid)s? (?:le|on) (.+)$", re.IGNORECASE
)
RECEIVED = {"montant paye", "montant regle", "montant encaisse", "deja paye", "total paye"}
DUE = {"reste a payer", "reste du", "restant du", "montant restant", "montant restant du"}
VAT_AT = re.compile(r"\s*(?:montant )?tva (?:à |a )?(\d{1,2}(?:[.,]\d{1,2})?) ?%\s*", re.IGNORECASE)


class Listed(NamedTuple):
    """What a table is once it is read as a list of invoices; itself where it is none.

    Attributes:
        aside: the documents that are no invoices, by rank.
    """

    cells: Cells
    aside: Mapping[int, Aside] = {}
    doubts: Sequence[Doubt] = ()


def is_list(table: Table) -> bool:
    """Tell whether a table is the list of a tool: numbers, statuses or types, and VAT."""
    fields = table.columns.fields.keys()
    told = all(not fields.isdisjoint(group) for group in (("invoice",), SAYING, TAXED))
    return table.kind == "fees" and (told or (_rates(table) != [] and "invoice" in fields))


def listed(cells: Cells, statuses: Statuses) -> Listed:
    """Return the cells of a list of invoices, what is no invoice in it, and what is doubtful."""
    if not is_list(cells.table):
        return Listed(cells)
    cells = _by_rate(_continued(cells))
    notes = [rank for rank in range(len(cells.rows)) if _is_credit(cells, rank)]
    cells, taken = _taken_back(_named(cells, notes), notes)
    cells, reversed_ = _reversed(cells, notes)
    aside = dict(_no_invoices(cells, statuses))
    cells, partial = _payments(cells, aside)
    return Listed(cells, aside, (*taken, *reversed_, *partial))


def _with(cells: Cells, name: Field, column: Sequence[Any]) -> Cells:
    return replace(cells, values={**cells.values, name: column})


def _continued(cells: Cells) -> Cells:
    """Return the cells of which the lines below the first of an invoice say what it says."""
    clients, numbers = cells.values["client"], cells.values["invoice"]
    below = [
        rank
        for rank in range(1, len(cells.rows))
        if not clients[rank] and not numbers[rank] and _worth(cells, rank) is not None
    ]
    for name in CARRIED if below else ():
        if name in cells.values:
            column = list(cells.values[name])
            for rank in below:
                column[rank] = column[rank] or column[rank - 1]
            cells = _with(cells, name, column)
    return cells


def _worth(cells: Cells, rank: int) -> Decimal | None:
    """Return what a row is worth, before tax where it says so."""
    amount, gross = cells.of("amount")[rank], cells.of("gross")[rank]
    return gross if amount is None else amount  # type: ignore[no-any-return]  # euros


def _is_credit(cells: Cells, rank: int) -> bool:
    """Tell whether a row is a credit note, by its type, its status or its number."""
    said = (bearing(text) for name in SAYING if (text := cells.of(name)[rank]))
    return "credit" in said or numbered(cells.of("invoice")[rank] or "") == "credit"


def _named(cells: Cells, notes: Sequence[int]) -> Cells:
    """Return the cells in which a credit note that has no label bears its type as one."""
    labels = list(cells.of("service"))
    for rank in notes:
        labels[rank] = labels[rank] or cells.of("document")[rank] or CREDIT
    return _with(cells, "service", [label or "" for label in labels]) if notes else cells


def _taken_back(cells: Cells, notes: Sequence[int]) -> tuple[Cells, list[Doubt]]:
    """Return the cells with credit notes below zero, where the tool writes them all above.

    A list that writes some below and some above is asked about, as a person's table is.
    """
    worth = {rank: _worth(cells, rank) or ZERO for rank in notes}
    if not worth or any(value < 0 for value in worth.values()):
        return cells, []
    for name in TAKEN_BACK:
        if name in cells.values:
            cells = _with(cells, name, _negated(cells.values[name], notes))
    for name, read in (("quantity", _below), ("vat_any", _vat_below)):
        if name in cells.values:
            column = list(cells.values[name])
            for rank in notes:
                column[rank] = read(column[rank])
            cells = _with(cells, name, column)
    return cells, [_credited(cells, rank) for rank in notes if worth[rank]]


def _negated(column: Sequence[Any], ranks: Collection[int]) -> list[Any]:
    return [
        -value if rank in ranks and isinstance(value, Decimal) else value
        for rank, value in enumerate(column)
    ]


def _below(cell: Any) -> Any:
    """Return a number below zero, any other cell as it is."""
    try:
        return cell if is_blank(cell) else str(-abs(to_number(cell)))
    except Unreadable:
        return cell


def _vat_below(cell: Any) -> Any:
    """Return an amount of VAT below zero; a rate stays."""
    if is_blank(cell) or is_percent(cell):
        return cell
    below = _below(cell)
    try:
        return cell if abs(to_number(below)) in EVER | {rate * 100 for rate in EVER} else below
    except Unreadable:
        return cell


def _credited(cells: Cells, rank: int) -> Doubt:
    amount = _worth(cells, rank) or ZERO
    return _doubt(
        "avoir-en-positif",
        "un avoir écrit en positif, compté en moins",
        cells,
        rank,
        shown=f"{cells.of('invoice')[rank]} · {euros_cents(amount)}",
        fix="rien, si c’est un avoir ; sinon corriger son type",
    )


def _doubt(code: str, what: str, cells: Cells, rank: int, shown: str, *, fix: str = "") -> Doubt:  # noqa: PLR0913  # all that is said
    place, day = cells.place(rank, "invoice"), cells.of("date")[rank]
    return Doubt(code=code, what=what, place=place, shown=shown, fix=fix, date=day)


def _reversed(cells: Cells, notes: Sequence[int]) -> tuple[Cells, list[Doubt]]:
    """Return the cells in which an invoice that a credit note cancels is one like others.

    Both count, each at its date: to leave out the invoice alone would take it back twice.
    """
    undone = {(spelling(cells.values["client"][rank]), _worth(cells, rank)) for rank in notes}
    found = [
        rank
        for rank, text in enumerate(cells.of("status"))
        if text and CANCELLED.match(folded(text)) and rank not in notes
        if (spelling(cells.values["client"][rank]), -(_worth(cells, rank) or ZERO)) in undone
    ]
    if not found:
        return cells, []
    blank = [None if rank in found else text for rank, text in enumerate(cells.values["status"])]
    what = "facture annulée par un avoir de la liste : les deux comptent, chacun à sa date"
    doubts = [
        _doubt("annulee-par-avoir", what, cells, rank, cells.of("invoice")[rank]) for rank in found
    ]
    return _with(cells, "status", [text or "" for text in blank]), doubts


def _no_invoices(cells: Cells, statuses: Statuses) -> Iterator[tuple[int, Aside]]:
    """Yield the rows of documents that are no invoices."""
    for rank in range(len(cells.rows)):
        said = next((text for text in _texts(cells, rank, statuses)), None)
        if said is not None:
            number, amount = cells.of("invoice")[rank], _worth(cells, rank)
            worth = "" if amount is None else euros_cents(amount)
            shown = " · ".join(filter(None, (said, number if number != said else "", worth)))
            what = "pas une facture, ou une facture annulée : laissée de côté"
            yield rank, Aside(Verdict.UNBILLED, _doubt("ecartee", what, cells, rank, shown))


def _texts(cells: Cells, rank: int, statuses: Statuses) -> Iterator[str]:
    for name in SAYING:
        text = cells.of(name)[rank]
        if text and folded(text) not in statuses.counted and NO_INVOICE.match(folded(text)):
            yield text
    number = cells.of("invoice")[rank]
    if number and numbered(number) == "not sold":
        yield number


def _payments(cells: Cells, aside: Mapping[int, Aside]) -> tuple[Cells, list[Doubt]]:
    """Return the cells with the payments that statuses date, and what is paid in part only."""
    paid = list(cells.of("paid"))
    for rank, text in enumerate(cells.of("status")):
        paid[rank] = paid[rank] or _paid_on(text)
    doubts = []
    for rank in (rank for rank in range(len(cells.rows)) if rank not in aside):
        if (part := _part(cells, rank)) is not None:
            what = "facture payée en partie : elle est tenue pour impayée"
            fix = "écrire sa date de paiement quand le reste est payé"
            doubts.append(_doubt("paiement-partiel", what, cells, rank, part, fix=fix))
            paid[rank] = None
    return _with(cells, "paid", paid), doubts


def _paid_on(text: str | None) -> Any:
    """Return the day that a status says: « Payée le 12/04/2020 »."""
    found = PAID_ON.search(text) if text else None
    try:
        return None if found is None else to_date(found[1])
    except Unreadable:
        return None


def _part(cells: Cells, rank: int) -> str | None:
    """Return what is paid of an invoice where it is a part of it: « 600,00 € sur 1 200,00 € »."""
    whole = cells.of("gross")[rank] or _worth(cells, rank)
    if not whole:
        return None
    due, received = _beside(cells, rank, DUE), _beside(cells, rank, RECEIVED)
    paid = received if received is not None else None if due is None else whole - due
    if paid is None or not 0 < abs(paid) < abs(whole):
        return None
    return f"{cells.of('invoice')[rank]} · {euros_cents(paid)} sur {euros_cents(whole)}"


def _beside(cells: Cells, rank: int, titles: Collection[str]) -> Decimal | None:
    """Return the amount of a column that no field owns, by its title."""
    table = cells.table
    for column in table.columns.harmless:
        if key_of(str(table.grid.rows[table.top][column])) in titles:
            return _amount(cells.raw[column - table.left][rank])
    return None


def _amount(cell: Any) -> Decimal | None:
    try:
        return None if is_blank(cell) else to_amount(cell)
    except Unreadable:
        return None


def _by_rate(cells: Cells) -> Cells:
    """Return the cells with the VAT that columns say rate by rate: « TVA 20 % », « TVA 10 % »."""
    table = cells.table
    parts = _rates(table)
    if not parts or not {"vat", "vat_any", "vat_rate"}.isdisjoint(table.columns.fields):
        return cells
    columns = table.columns
    owned = replace(
        columns,
        fields={**columns.fields, "vat": parts[0]},
        unknown=tuple(n for n in columns.unknown if n not in parts),
        harmless=(*columns.harmless, *parts),
    )
    sums = [
        sum((_amount(cells.raw[n - table.left][rank]) or ZERO for n in parts), ZERO)
        for rank in range(len(cells.rows))
    ]
    return _with(replace(cells, table=replace(table, columns=owned)), "vat", sums)


def _rates(table: Table) -> list[int]:
    """Return the columns of the VAT at one rate each."""
    header = table.grid.rows[table.top]
    return [n for n in table.columns.unknown if VAT_AT.fullmatch(str(header[n]))]
