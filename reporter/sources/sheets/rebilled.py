"""Days whose rebilled costs stand on their rows, in its total → a sheet of days, one of fees.

Knows that days × rate and costs make the total of each row: where one does not agree, its sheet is
refused there. Never what a line is worth.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BadCell
from reporter.french import euros_cents
from reporter.law.vat_rates import EVER
from reporter.model import CENT, ZERO
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.written.values import to_number, tried
from reporter.sources.sheets.recognising import Sheet, find_sheet
from reporter.sources.tables.header_rows import find_headers
from reporter.words.labels import KIND_LABELS, LABELS
from reporter.words.sums import is_bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Columns
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field

USUAL = Decimal("0.2")
TAXED: tuple[Field, ...] = ("vat", "vat_any", "gross")
"""What is told of the whole of a row, and not of its days nor of its costs."""
NAMES: tuple[Field, ...] = ("date", "client")
WHAT = "jours × TJM, plus les frais de la ligne, n’en font pas le total, ou pas la TVA"
FIX = "corriger l’un d’eux"


class _Costs(NamedTuple):
    """The header of a table, its columns, and those of the costs and of the total of its rows."""

    top: int
    columns: Columns
    costs: int
    total: int


def parts_of(grid: Grid, vocabulary: Vocabulary) -> list[Sheet]:
    """Return the days and the costs of a sheet, as two sheets; nothing where it has none such."""
    for found in _candidates(grid, vocabulary):
        lines = dict(_lines(grid, found))
        odd = [number for number, row in lines.items() if not _agrees(row, found)]
        costly = {number for number, row in lines.items() if _number(row[found.costs])}
        if costly.difference(odd):
            parts = _parts(grid, found, vocabulary)
        else:
            parts = [] if odd else _free(grid, found, vocabulary)
        if parts:
            bad = [BadCell(WHAT, grid.place(it, found.total), fix=FIX) for it in odd]
            bad += _untrue_sums(grid, found)
            return [Sheet(grid, errors=tuple(bad))] if bad else parts
    return []


def _parts(grid: Grid, found: _Costs, vocabulary: Vocabulary) -> list[Sheet]:
    """Return a sheet of days and one of fees, nothing where they are not all that is found."""
    fees = vocabulary.with_words({grid.name: KIND_LABELS["fees"]})
    both = find_sheet(_days(grid, found), vocabulary), find_sheet(_fees(grid, found), fees)
    parts = [it for it in both if it and not it.errors]
    kinds = [[table.kind for table in one.tables] for one in parts]
    return parts if kinds == [["days"], ["fees"]] else []


def _free(grid: Grid, found: _Costs, vocabulary: Vocabulary) -> list[Sheet]:
    """Return the days of a sheet without any costs, whose total says again what they are worth."""
    costs = [row[found.costs] for row in grid.rows[found.top + 1 :]]
    none = all(is_blank(cell) or tried(to_number, cell) == 0 for cell in costs)
    if not none or "amount" not in found.columns.clashes:
        return []
    days = find_sheet(_days(grid, found), vocabulary)
    return [days] if days and not days.errors else []


def _candidates(grid: Grid, vocabulary: Vocabulary) -> Iterator[_Costs]:
    """Yield what may be the costs of the rows of a sheet of one table, and their totals."""
    headers = find_headers(grid, vocabulary)
    if len(headers) != 1:
        return
    top = headers[0].row
    columns = vocabulary.columns(grid.rows[top], "days")
    if columns.missing("days") not in ([], [("client",)]) or not columns.fields.keys() >= {
        "days",
        "rate",
        "amount",
    }:
        return
    totals = columns.clashes.get("amount", (columns.fields["amount"],))
    for costs, total in product(columns.unknown, reversed(totals)):
        yield _Costs(top, columns, costs, total)


def _lines(grid: Grid, found: _Costs) -> Iterator[tuple[int, Sequence[Any]]]:
    """Yield the rows below a header that have a total, or costs, and a name, and are no sum.

    A sum has days and no rate of its own; costs alone have neither.
    """
    fields = found.columns.fields
    names = [fields[it] for it in NAMES if it in fields]
    for number, row in enumerate(grid.rows[found.top + 1 :], found.top + 1):
        named = any(not is_blank(row[n]) for n in names) and not is_bare(row[fields["date"]])
        priced = _number(row[fields["rate"]]) or not _number(row[fields["days"]])
        if named and priced and (_number(row[found.total]) or _number(row[found.costs])):
            yield number, row


def _agrees(row: Sequence[Any], found: _Costs) -> bool:
    """Tell whether the total of a row is that of its days and of its costs, and so is its VAT."""
    made = _made(row, found) + _number(row[found.costs])
    return abs(made - _number(row[found.total])) < CENT and _rates(row, found) is not None


def _made(row: Sequence[Any], found: _Costs) -> Decimal:
    fields = found.columns.fields
    return _number(row[fields["days"]]) * _number(row[fields["rate"]])


def _rates(row: Sequence[Any], found: _Costs) -> tuple[Decimal, Decimal] | None:
    """Return the rates of the VAT of the days and of the costs of a row, the usual ones first.

    Days are at the usual one, or the whole row at none; None where no rates make what is told.
    """
    fields, costs, made = found.columns.fields, _number(row[found.costs]), _made(row, found)
    for rates in ((USUAL, USUAL), *((USUAL, it) for it in sorted(EVER)), (ZERO, ZERO)):
        vat = made * rates[0] + costs * rates[1]
        due: dict[Field, Decimal] = {"vat": vat, "vat_any": vat, "gross": made + costs + vat}
        told = ((due[it], _number(row[fields[it]])) for it in TAXED if it in fields)
        if all(abs(one - other) <= CENT for one, other in told):
            return rates
    return None


def _with_rates(grid: Grid, found: _Costs, rows: list[list[Any]], part: int) -> list[list[Any]]:
    """Return rows with the rate of their VAT, of one part, where their total stood, if one is told.

    A column of rates says it by itself.
    """
    fields = found.columns.fields
    if "vat_rate" in fields or fields.keys().isdisjoint(TAXED):
        return rows
    rows[found.top][found.total] = LABELS["vat_rate"]
    for number, row in _lines(grid, found):
        if rates := _rates(row, found):
            rows[number][found.total] = f"{rates[part]:%}"
    return rows


def _untrue_sums(grid: Grid, found: _Costs) -> Iterator[BadCell]:
    """Yield the sums, of what is told of all, that are not those of the rows above.

    No part of the sheet has them, and none would read them.
    """
    lines = dict(_lines(grid, found))
    for column in _told_of_all(found):
        whole = part = ZERO
        for number, row in enumerate(grid.rows[found.top + 1 :], found.top + 1):
            value = _number(row[column])
            if number in lines:
                whole, part = whole + value, part + value
            elif value:
                if min(abs(value - whole), abs(value - part)) > CENT:
                    fix = f"la somme des lignes au-dessus est {euros_cents(whole)} : le corriger"
                    what, place = "total différent de la somme", grid.place(number, column)
                    yield BadCell(what, place, shown=euros_cents(value), fix=fix)
                part = ZERO


def _number(cell: Any) -> Decimal:
    return tried(to_number, cell) or ZERO


def _days(grid: Grid, found: _Costs) -> Grid:
    """Return the days of a sheet: its rows of costs alone are blank."""
    days, away = found.columns.fields["days"], _told_of_all(found) | {found.costs}
    alone = {it for it, row in _lines(grid, found) if not _number(row[days])}
    rows = _with_rates(grid, found, _without(grid, found.top, away), 0)
    return grid._replace(rows=[[""] * len(it) if n in alone else it for n, it in enumerate(rows)])


def _fees(grid: Grid, found: _Costs) -> Grid:
    """Return the costs of a sheet, each called as their column is, where their rate stood."""
    fields, columns = found.columns.fields, found.columns
    amounts = columns.clashes.get("amount", (fields["amount"],))
    away = {*_told_of_all(found), *amounts, *columns.unknown, fields["days"], fields["rate"]}
    rows, title = _without(grid, found.top, away - {found.costs}), grid.rows[found.top][found.costs]
    rows = _with_rates(grid, found, rows, 1)
    for number, row in _lines(grid, found):
        if _number(row[found.costs]):
            rows[number][fields["rate"]] = title
        else:
            rows[number] = [""] * len(rows[number])
    rows[found.top][found.costs] = LABELS["amount"]
    rows[found.top][fields["rate"]] = LABELS["service"]
    return grid._replace(rows=rows)


def _told_of_all(found: _Costs) -> set[int]:
    fields = found.columns.fields
    return {found.total, *(fields[it] for it in TAXED if it in fields)}


def _without(grid: Grid, top: int, away: set[int]) -> list[list[Any]]:
    return [
        ["" if number >= top and n in away else cell for n, cell in enumerate(row)]
        for number, row in enumerate(grid.rows)
    ]
