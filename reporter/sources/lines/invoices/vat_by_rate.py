"""The VAT of a list of invoices in a column per rate: « TVA 20 % », « TVA 10 % », added up.

Knows their titles, and that their sum is the VAT. Never how VAT agrees with amounts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, Doubt
from reporter.french import NBSP, enumeration, euros_cents, number
from reporter.model import CENT, ZERO
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.written.values import Unreadable, to_amount

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.lines.cells import Cells
    from reporter.sources.tables.layouts import Table

VAT_AT = pattern(
    r"\s*(?:montant )?(?:tva|vat) (?:à |a |at )?(\d{1,2}(?:[.,]\d{1,2})?) ?%\s*", re.IGNORECASE
)


def rates_of(table: Table) -> list[int]:
    """Return the columns of the VAT at one rate each."""
    header = table.grid.rows[table.top]
    return [n for n in table.columns.unknown if VAT_AT.fullmatch(str(header[n]))]


def by_rate(cells: Cells) -> tuple[Cells, list[Doubt]]:
    """Return the cells with the VAT that columns say rate by rate, and which rows mix rates.

    Beside a column of the whole VAT, they must add up to it, to the cent.
    """
    table = cells.table
    parts = rates_of(table)
    if not parts or not {"vat_any", "vat_rate"}.isdisjoint(table.columns.fields):
        return cells, []
    mistakes = defaultdict(list, {rank: list(its) for rank, its in cells.mistakes.items()})
    read = [_column(cells, n, mistakes) for n in parts]
    sums = [_sum(row) for row in zip(*read, strict=True)]
    whole = cells.values.get("vat")
    if whole is not None:
        _compare(cells, parts[0], whole, sums, mistakes)
    columns = table.columns
    owned = replace(
        columns,
        fields={"vat": parts[0], **columns.fields},
        unknown=tuple(n for n in columns.unknown if n not in parts),
        read=(*columns.read, *parts),
    )
    header = table.grid.rows[table.top]
    rates = [_rate(str(header[n])) for n in parts]
    rows = [dict(zip(rates, row, strict=True)) for row in zip(*read, strict=True)]
    known = [_only_rate(row) for row in rows]
    values = {**cells.values, "vat": sums if whole is None else whole, "vat_rate": known}
    found = replace(
        cells, table=replace(table, columns=owned), values=values, mistakes=dict(mistakes)
    )
    return found, [
        _mixed(cells, rank, parts[0], row)
        for rank, row in enumerate(rows)
        if known[rank] is None and _makes(row, cells.of("amount")[rank])
    ]


def _sum(row: Sequence[Decimal | None]) -> Decimal | None:
    """Return what the VAT of a row adds up to, None where none is written: a total may omit it."""
    told = [it for it in row if it is not None]
    return sum(told, ZERO) if told else None


def _rate(title: str) -> Decimal:
    found = VAT_AT.fullmatch(title)
    return Decimal((found[1] if found else "0").replace(",", ".")) / 100


def _only_rate(row: Mapping[Decimal, Decimal | None]) -> Decimal | None:
    """Return the rate of a row that has VAT at one rate alone."""
    rates = [rate for rate, vat in row.items() if vat]
    return rates[0] if len(rates) == 1 else None


def _makes(row: Mapping[Decimal, Decimal | None], amount: Decimal | None) -> bool:
    """Tell whether the VAT of each rate is that of a part of an amount, and the parts are all."""
    vats = {rate: vat for rate, vat in row.items() if vat and rate}
    slack = sum((CENT / rate for rate in vats), ZERO)
    whole = sum((vat / rate for rate, vat in vats.items()), ZERO)
    return bool(vats) and amount is not None and abs(whole - amount) <= slack


def _mixed(cells: Cells, rank: int, column: int, row: Mapping[Decimal, Decimal | None]) -> Doubt:
    rates = enumeration(
        [f"{number(it * 100, 2, least=0)}{NBSP}%" for it, vat in row.items() if vat]
    )
    place = cells.place(rank, column)
    what = "plusieurs taux de TVA sur une ligne : chacun a sa part du montant HT"
    return Doubt(code="tva-par-taux", what=what, place=place, shown=rates)


def _column(
    cells: Cells, column: int, mistakes: defaultdict[int, list[BadCell]]
) -> list[Decimal | None]:
    """Return the amounts of a column; a text is a mistake of its row."""
    found: list[Decimal | None] = []
    for rank, cell in enumerate(cells.column(column)):
        try:
            found.append(None if is_blank(cell) else to_amount(cell))
        except Unreadable as unreadable:
            place = cells.place(rank, column)
            bad = BadCell("TVA illisible", place, shown=shown(cell), fix=str(unreadable))
            mistakes[rank].append(bad)
            found.append(None)
    return found


def _compare(
    cells: Cells,
    first: int,
    whole: Sequence[Any],
    sums: Sequence[Decimal | None],
    mistakes: defaultdict[int, list[BadCell]],
) -> None:
    for rank, (vat, made) in enumerate(zip(whole, sums, strict=True)):
        due = made or ZERO
        if vat is not None and abs(vat - due) >= CENT:
            fix = f"la TVA de la ligne est {euros_cents(vat)} : corriger l’une d’elles"
            what = "les TVA par taux ne font pas la TVA"
            place = cells.place(rank, first)
            mistakes[rank].append(BadCell(what, place, shown=euros_cents(due), fix=fix))
