"""What follows when a line is corrected: its VAT and its TTC, the VAT of its month, what is owed.

Knows formulas between sheets. Never how the figures that they give at first were made.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reporter.formats.pack.workbook.cells import FORMATS, at, put_formula
from reporter.formats.pack.workbook.sheets import FIRST
from reporter.law.vat_rates import legal
from reporter.model import ZERO, cents
from reporter.tables.ledger import (
    ASSET,
    CHARGE,
    DUE_ON,
    GROSS,
    INVOICED_ON,
    NATURE,
    NET,
    NOT_DUE,
    PAID,
    RATE,
    REVERSE,
    SALE,
    VAT,
    in_order,
)
from reporter.tables.outstanding import OWED
from reporter.tables.plans import DEPRECIATED, GAIN, GONE, OUT, PRICE, VALUE
from reporter.tables.vat import BASES, DUES, INVOICES, MONTH, PAYMENTS

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from openpyxl.cell import Cell as ExcelCell

    from reporter.accounting.bookable import Bookable
    from reporter.accounting.pack import Pack
    from reporter.accounting.vat import Vat
    from reporter.formats.pack.workbook.sheets import Written

LONGEST = 40
"""Terms of a formula; beyond, a value stands: workbooks cut formulas at 8 192 characters."""
NATURES = {"collected": SALE, "deductible": CHARGE, "assets": ASSET}
REVERSED = ("reverse", "taken_back")


def write_lines(written: Written, lines: tuple[Bookable, ...], pack: Pack) -> None:
    """Write the VAT, the TTC and the day on which the VAT is due of each line, as formulas."""
    groups: defaultdict[Hashable, list[tuple[int, Bookable]]] = defaultdict(list)
    for row, line in enumerate(in_order(lines), FIRST):
        net, rate, vat = (f"{written.letter(name)}{row}" for name in (NET, RATE, VAT))
        put_formula(_cell(written, GROSS, row), f"={net}+{vat}")
        if line.computed:
            groups[line.piece, line.rate].append((row, line))
        elif line.reverse and line.reverse == cents(line.line.amount * legal(line.date)[0]):
            normal = legal(line.date)[0]
            put_formula(_cell(written, REVERSE, row), f"=ROUND({net}*{normal},2)")
        elif line.rate and line.vat == cents(line.line.amount * line.rate):
            put_formula(_cell(written, VAT, row), f"=ROUND({net}*{rate},2)")
        _write_due(written, row, line, pack)
    for group in groups.values():
        _write_vat(written, group)


def _write_vat(written: Written, group: list[tuple[int, Bookable]]) -> None:
    """Write the VAT of an invoice at one rate: each line's, the last one taking the difference.

    That of an invoice whose other lines stand on another sheet is a value where they change it.
    """
    net, rate, vat = (written.letter(name) for name in (NET, RATE, VAT))
    *others, (last, line) = group
    whole = sum((one.line.amount for _, one in group), ZERO) * (line.rate or 0)
    if len(group) > LONGEST or cents(whole) != sum((one.vat for _, one in group), ZERO):
        return
    for row, other in others:
        if other.vat == cents(other.line.amount * (other.rate or 0)):
            put_formula(_cell(written, VAT, row), f"=ROUND({net}{row}*{rate}{row},2)")
    bases = "+".join(f"{net}{row}" for row, _ in group)
    said = "".join(f"-{vat}{row}" for row, _ in others)
    put_formula(_cell(written, VAT, last), f"=ROUND(({bases})*{rate}{last},2){said}")


def _write_due(written: Written, row: int, line: Bookable, pack: Pack) -> None:
    """Write the day on which the VAT of a line is due: that of its payment or of its invoice."""
    books, cell = pack.bilan.settings.bookkeeping, _cell(written, DUE_ON, row)
    if books.exempts(line.line.date):
        return
    paid = f"{written.letter(PAID)}{row}"
    day = f"{written.letter(INVOICED_ON if line.kind == 'sale' else 'Date')}{row}"
    if line.kind == "sale" and books.on_payment:
        formula = f'=IF({paid}="","{NOT_DUE}",{paid})'
    elif line.kind == "sale":
        formula = f'=IF({paid}="",{day},MIN({day},{paid}))'
    elif line.kind == "charge" and pack.purchases_noted:
        formula = f'=IF({paid}="","{NOT_DUE}",MAX({day},{paid}))'
    else:
        formula = f"={day}"
    put_formula(cell, formula)
    cell.number_format = FORMATS["date"]


def write_sold(written: Mapping[str, Written], pack: Pack) -> None:
    """Write what is left of each thing sold or scrapped, the VAT of its price and its gain."""
    for row, sold in enumerate(pack.disposals, FIRST):
        table = written["Cessions"]
        value, old, out, price, rate, vat = (
            f"{table.letter(name)}{row}" for name in (VALUE, DEPRECIATED, OUT, PRICE, RATE, VAT)
        )
        put_formula(_cell(table, OUT, row), f"={value}-{old}")
        if sold.vat == cents(sold.price * sold.rate):
            put_formula(_cell(table, VAT, row), f"=ROUND({price}*{rate},2)")
        put_formula(_cell(table, GROSS, row), f"={price}+{vat}")
        put_formula(_cell(table, GAIN, row), f"={price}-{out}")


def write_vat(written: Mapping[str, Written], pack: Pack) -> None:
    """Write the VAT of each month and rate as the sum of its lines."""
    table = written["TVA"]
    for row, line in enumerate(pack.vat, FIRST):
        if line.side in REVERSED:
            _write_reversed(written, row)
            continue
        if line.side == "disposals":
            _write_disposals(written, row)
            continue
        sources = tuple(_sources(written, line))
        month, rate = (f"${table.letter(name)}{row}" for name in (MONTH, RATE))
        for columns, day in ((INVOICES, None), (PAYMENTS, PAID), (DUES, DUE_ON)):
            if _missing(line, day):
                continue
            for column, amounts in zip(columns, BASES, strict=True):
                sums = [
                    f"{sign}{month_sum(sheet, amount, day or invoiced, month)[:-1]},"
                    f"{sheet.cells(RATE)},{rate}{also})"
                    for sheet, invoiced, also in sources
                    for sign, amount in amounts
                    if amount in sheet.table.columns
                ]
                put_formula(_cell(table, column, row), f"={''.join(sums).removeprefix('+')}")


def _write_reversed(written: Mapping[str, Written], row: int) -> None:
    """Write what is owed on the purchases abroad of a month, their base and their VAT."""
    table, bought = written["TVA"], written["Achats"]
    month = f"${table.letter(MONTH)}{row}"
    for columns in (INVOICES, DUES):
        base, vat = columns
        put_formula(_cell(table, base, row), f"={reversed_base(bought, month)}")
        put_formula(_cell(table, vat, row), f"={month_sum(bought, REVERSE, 'Date', month)}")


def _write_disposals(written: Mapping[str, Written], row: int) -> None:
    """Write the prices of what was sold in a month at a rate, and their VAT, due at once."""
    table, sold = written["TVA"], written["Cessions"]
    month, rate = (f"${table.letter(name)}{row}" for name in (MONTH, RATE))
    for columns in (INVOICES, DUES):
        for column, amount in zip(columns, (PRICE, VAT), strict=True):
            summed = month_sum(sold, amount, GONE, month)[:-1]
            put_formula(_cell(table, column, row), f"={summed},{sold.cells(RATE)},{rate})")


def reversed_base(bought: Written, month: str) -> str:
    """Return the formula of the purchases of a month whose VAT the company itself owes."""
    vat, summed = bought.cells(REVERSE), month_sum(bought, NET, "Date", month)[:-1]
    return f'{summed},{vat},">0")+{summed},{vat},"<0")'


def _missing(line: Vat, day: str | None) -> bool:
    return (day == PAID and line.paid is None) or (day == DUE_ON and line.due is None)


def _sources(written: Mapping[str, Written], line: Vat) -> Iterator[tuple[Written, str, str]]:
    """Yield the sheets that hold the lines of a VAT, their column of invoices, what to keep."""
    nature, others = NATURES[line.side], written["Autres exercices"]
    if line.side == "collected":
        yield written["Ventes"], INVOICED_ON, ""
    else:
        bought = written["Achats"]
        yield bought, "Date", f',{bought.cells(NATURE)},"{nature}"'
    yield others, INVOICED_ON, f',{others.cells(NATURE)},"{nature}"'


def month_sum(sheet: Written, amount: str, day: str, month: str) -> str:
    """Return the formula that adds up an amount of the lines whose day is in a month."""
    days = sheet.cells(day)
    return f'SUMIFS({sheet.cells(amount)},{days},">="&{month},{days},"<"&EDATE({month},1))'


def write_owed(written: Mapping[str, Written], pack: Pack) -> None:
    """Write what is left of each invoice as its lines that are not paid, and under its age."""
    if pack.unpaid is None:
        return
    owed, end = written["Encours"], pack.year.end
    rows = {
        id(line): (written[name], row)
        for name, lines in (("Ventes", pack.sales), ("Autres exercices", pack.others))
        for row, line in enumerate(in_order(lines), FIRST)
    }
    closing = f"DATE({end.year},{end.month},{end.day})"
    for row, invoice in enumerate(pack.unpaid, FIRST):
        found = [rows.get(id(line)) for line in invoice.lines]
        terms = []
        for place in found:
            if place:
                paid, gross = (place[0].cell(name, place[1]) for name in (PAID, GROSS))
                terms.append(f"IF(AND(N({paid})>0,N({paid})<={closing}),0,{gross})")
        if len(terms) == len(found) <= LONGEST:
            put_formula(_cell(owed, OWED, row), f"={'+'.join(terms)}")
        age = owed.table.columns.index(OWED) + 2 + invoice.age
        put_formula(at(owed.sheet, row, age), f"={owed.letter(OWED)}{row}")


def _cell(written: Written, column: str, row: int) -> ExcelCell:
    return at(written.sheet, row, written.table.columns.index(column) + 1)
