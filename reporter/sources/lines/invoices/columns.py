"""Columns of a list of invoices that no field owns: what is paid, in part or wholly; VAT by rate.

Knows their titles, that an invoice paid in part is not paid, and that the VAT of all rates is the
VAT. Never which rows are invoices, nor how VAT agrees with amounts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import NBSP, enumeration, euros_cents, number
from reporter.law.vat_rates import SERVICES
from reporter.model import CENT, ZERO, cents
from reporter.patterns import pattern
from reporter.sources.lines.invoices.credit_notes import euros_of
from reporter.sources.lines.written.column import mistake_of, read_column
from reporter.sources.lines.written.values import to_amount, to_date, to_ratio, tried
from reporter.sources.tables.titles import joined, key_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from reporter.sources.lines.cells import Cells
    from reporter.sources.tables.layouts import Table
    from reporter.words.columns import Field

PAID_ON = pattern(
    r"\b(?:pay[ée]e?|r[ée]gl[ée]e?|encaiss[ée]e?|paid)s? (?:le|on) (.+)$", re.IGNORECASE
)
RECEIVED = {"montant paye", "montant regle", "montant encaisse", "deja paye", "total paye"}
RECEIVED |= {"amount paid", "paid amount", "invoiceamountpaid", "paye", "regle", "encaisse"}
DUE = {"reste a payer", "reste du", "restant du", "montant restant", "montant restant du"}
DUE |= {"reste a regler", "amount due", "balance due", "invoiceamountdue"}


BEGINS = pattern(r"(?:factures? )?(?:paye|regle|encaisse|solde)e?s?\b|(?:paid|part)")
IN_PART = pattern(
    r"\b(?:partiel\w*|partial\w*|partly|part paid|en partie|moitie|demi|half|reste|restant|"
    r"acompte|deposit|\d+ sur \d+|1 [234]|[1-9]\d? ?pct)\b"
)
"""What the words of a status say of an invoice that is paid, and not wholly."""
FEW = 4
"""One row in so many, at most, that is said to be paid, has lost the day of it."""


def _is_in_part(text: str) -> bool:
    words = folded(text.replace("%", " pct ").replace("½", " 1 2 "))
    return BEGINS.match(words) is not None and IN_PART.search(words) is not None


def payments(cells: Cells, aside: Collection[int]) -> tuple[Cells, list[Doubt]]:
    """Return the cells with the payments that statuses date, and what is paid in part only."""
    known = cells.of("paid")
    dated = cells.saying("status", PAID_ON.search)  # « Payée le 12/04/2020 »
    days = {rank: tried(to_date, met[1]) for rank, _, met in dated}
    paid = {rank: known[rank] or day for rank, day in days.items() if day}
    read = [column for titles in (RECEIVED, DUE) for column in _columns(cells, titles)]
    parts = {
        rank: part
        for rank in (range(len(cells.rows)) if read else ())
        if rank not in aside and (part := _part(cells, rank)) is not None
    }
    doubts = [_doubt(cells, rank, part, "invoice") for rank, part in parts.items()]
    for rank, said, _ in cells.saying("status", _is_in_part):
        if rank not in aside and rank not in parts:
            parts[rank] = said
            doubts.append(_doubt(cells, rank, said, "status"))
    doubts += _undated(cells, {*aside, *parts, *paid})
    columns = cells.table.columns
    owned = columns._replace(read=(*columns.read, *read))
    cells = replace(cells, table=cells.table._replace(columns=owned))
    return cells.with_values("paid", {**paid, **dict.fromkeys(parts)}), doubts


def _undated(cells: Cells, told: Collection[int]) -> Iterator[Doubt]:
    """Yield the few rows that are said to be paid and have no day of it, as all others so said."""
    known = cells.values.get("paid", ())
    paid = [(rank, said) for rank, said, _ in cells.saying("status", _is_paid) if rank not in told]
    undated = [it for it in paid if known and known[it[0]] is None]
    for rank, said in undated if FEW * len(undated) <= len(paid) else ():
        what = "dite payée, et sans date de paiement : elle passe pour impayée"
        fix = "écrire sa date de paiement, ou corriger ce que dit la ligne"
        yield cells.doubt("cellule-omise", what, rank, "paid", said, fix)


def _is_paid(text: str) -> bool:
    return BEGINS.match(folded(text)) is not None


def _doubt(cells: Cells, rank: int, part: str, at: Field) -> Doubt:
    what = "facture payée en partie : elle est tenue pour impayée"
    fix = "écrire sa date de paiement quand le reste est payé"
    return cells.doubt("paiement-partiel", what, rank, at, part, fix)


def _part(cells: Cells, rank: int) -> str | None:
    """Return what is paid of an invoice where it is a part of it: « 600,00 € sur 1 200,00 € »."""
    wholes = _wholes(cells, rank)
    if not wholes:
        return None
    due, received = _beside(cells, rank, DUE), _beside(cells, rank, RECEIVED)
    has_day = cells.of("paid")[rank] is not None
    if received is None and due is not None and len(wholes) > 1:
        said = f"reste {euros_cents(due)}"
        is_part = due != 0 and (has_day or due not in wholes)
    else:
        paid = received if received is not None else None if due is None else wholes[0] - due
        if paid is None:
            return None
        said = f"{euros_cents(paid)} sur {euros_cents(wholes[0])}"
        is_part = paid not in wholes and abs(paid) < abs(wholes[-1]) and bool(paid or has_day)
    return " · ".join(filter(None, (cells.of("invoice")[rank], said))) if is_part else None


def _wholes(cells: Cells, rank: int) -> list[Decimal]:
    """Return what an invoice may come to with its VAT, the least first: one amount if it says it.

    Where it says no VAT, that may be any of services: the books may be kept before tax.
    """
    gross = cells.of("gross")[rank]
    days, price = (cells.of(name)[rank] for name in ("days", "rate"))
    amount = euros_of(cells, rank) or (None if days is None or price is None else days * price)
    if gross or not amount:
        return [gross] if gross else []
    vat, rate = cells.of("vat")[rank], cells.of("vat_rate")[rank]
    if vat is None and rate is None:
        return _either(amount, cells.of("vat_any")[rank])
    return [amount + vat if vat is not None else cents(amount * (1 + rate))]


def _either(amount: Decimal, cell: Any) -> list[Decimal]:
    """Return what an amount may come to by a VAT of which nothing says if it is euros or a rate."""
    rate, euros = tried(to_ratio, cell), tried(to_amount, cell)
    found = [] if rate is None else [cents(amount * (1 + rate))]
    found += [] if euros is None else [amount + euros]
    return sorted(found) or [cents(amount * (1 + rate)) for rate in sorted((ZERO, *SERVICES))]


def _columns(cells: Cells, titles: AbstractSet[str]) -> Iterator[int]:
    """Yield the columns that no field owns of which the title is one of some."""
    header = cells.table.grid.rows[cells.table.top]
    for column in cells.table.columns.harmless:
        title = str(header[column])
        if not titles.isdisjoint((folded(title), key_of(title))):
            yield column


def _beside(cells: Cells, rank: int, titles: AbstractSet[str]) -> Decimal | None:
    """Return the amount of a column that no field owns, by its title."""
    column = next(_columns(cells, titles), None)
    cell = None if column is None else cells.column(column)[rank]
    return tried(to_amount, cell)


VAT_AT = pattern(
    r"\s*(?:montant )?(?:tva|vat) (?:à |a |at |\()?(\d{1,2}(?:[.,]\d{1,2})?) ?%\)?\s*",
    re.IGNORECASE,
)


def rates_of(table: Table) -> dict[int, Decimal]:
    """Return the rate of each column of the VAT at one rate."""
    header = table.grid.rows[table.top]
    found = ((n, VAT_AT.fullmatch(joined(str(header[n])))) for n in table.columns.unknown)
    return {n: Decimal(it[1].replace(",", ".")) / 100 for n, it in found if it is not None}


def by_rate(cells: Cells) -> tuple[Cells, list[Doubt]]:
    """Return the cells with the VAT that columns say rate by rate, and which rows mix rates.

    Beside a column of the whole VAT, they must add up to it, to the cent.
    """
    table, rates = cells.table, rates_of(cells.table)
    if not rates or not {"vat_any", "vat_rate"}.isdisjoint(table.columns.fields):
        return cells, []
    parts, columns, whole = [*rates], table.columns, cells.values.get("vat")
    mistakes = defaultdict(list, {rank: list(its) for rank, its in cells.mistakes.items()})
    read = {n: read_column(cells.column(n), "vat", table.period, table.grid.file) for n in parts}
    for n, column in read.items():
        for rank, cell, fix in column.unread:
            mistakes[rank].append(mistake_of("vat", cells.place(rank, n), cell, fix))
    rows = list(zip(*(column.values for column in read.values()), strict=True))
    sums = [sum(filter(None, row), ZERO) for row in rows]
    for rank, (vat, due) in enumerate(zip(whole or (), sums, strict=False)):
        if vat is not None and abs(vat - due) >= CENT:
            fix = f"la TVA de la ligne est {euros_cents(vat)} : corriger l’une d’elles"
            what, place = "les TVA par taux ne font pas la TVA", cells.place(rank, parts[0])
            mistakes[rank].append(BadCell(what, place, shown=euros_cents(due), fix=fix))
    owned = columns._replace(
        fields={"vat": parts[0], **columns.fields},
        unknown=tuple(n for n in columns.unknown if n not in parts),
        read=(*columns.read, *parts),
    )
    told = [{rates[n]: vat for n, vat in zip(parts, row, strict=True) if vat} for row in rows]
    known = [next(iter(its)) if len(its) == 1 else None for its in told]
    blank = [set(row) == {None} for row in rows]  # a total may omit its VAT
    made = [None if none else due for none, due in zip(blank, sums, strict=True)]
    values = {**cells.values, "vat": made if whole is None else whole, "vat_rate": known}
    table = table._replace(columns=owned)
    found = replace(cells, table=table, values=values, mistakes=dict(mistakes))
    amounts = cells.of("amount")
    mixed = [
        rank for rank, its in enumerate(told) if known[rank] is None and _makes(its, amounts[rank])
    ]
    return found, [_mixed(cells, rank, parts[0], told[rank]) for rank in mixed]


def _makes(row: Mapping[Decimal, Decimal], amount: Decimal | None) -> bool:
    """Tell whether the VAT of each rate is that of a part of an amount, and the parts are all."""
    vats = {rate: vat for rate, vat in row.items() if rate}
    slack = sum((CENT / rate for rate in vats), ZERO)
    whole = sum((vat / rate for rate, vat in vats.items()), ZERO)
    return bool(vats) and amount is not None and abs(whole - amount) <= slack


def _mixed(cells: Cells, rank: int, column: int, rates: Iterable[Decimal]) -> Doubt:
    shown = enumeration([f"{number(rate * 100, 2, least=0)}{NBSP}%" for rate in rates])
    what = "plusieurs taux de TVA sur une ligne : chacun a sa part du montant HT"
    return Doubt(code="tva-par-taux", what=what, place=cells.place(rank, column), shown=shown)
