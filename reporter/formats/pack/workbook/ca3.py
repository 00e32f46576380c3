"""The VAT return of each month, from the sales and the purchases: the form 3310-CA3.

Knows the form. Never how a VAT is due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from reporter.formats.pack.workbook.cells import (
    BOLD,
    FORMATS,
    LINE,
    TOTAL_FILL,
    at,
    head,
    put_formula,
    put_text,
)
from reporter.formats.pack.workbook.live import month_sum, reversed_base
from reporter.formats.pack.workbook.sheets import FIRST, HEADINGS, TOTALS, titled
from reporter.law.workdays import month_starts
from reporter.patterns import pattern
from reporter.tables.ledger import (
    ASSET,
    CHARGE,
    DUE_ON,
    EXEMPT,
    LOST,
    NATURE,
    NET,
    PAID,
    RATE,
    REVERSE,
    SALE,
    VAT,
)
from reporter.tables.plans import GONE, PRICE
from reporter.tables.vat import UNKNOWN, has_return

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from reporter.accounting.pack import Pack
    from reporter.formats.pack.workbook.sheets import Written

BOXES = {
    "A1": "A1 (01 avant 2022) Ventes, prestations de services HT",
    "A2": "A2 (02 avant 2022) Cessions d’immobilisations HT",
    "A3": "A3 (2A avant 2022) Services achetés à l’étranger HT",
    "E2": "E2 (05 avant 2022) Opérations non imposables HT",
    "08": "08 Taux normal 20\u00a0%",
    "09": "09 Taux réduit 5,5\u00a0%",
    "9B": "9B Taux réduit 10\u00a0%",
    "10": "10 Taux normal DOM 8,5\u00a0%",
    "XX": "Autres taux",
    "16": "16 TVA brute due",
    "19": "19 Immobilisations",
    "20": "20 Autres biens et services",
    "28": "28 TVA nette due (25 si crédit)",
}
"""The boxes of the return, and the headings of their columns."""
CITED = pattern(r"\{\w\w\}")
TALL = 62
WIDTH = 15
NOTE = (
    "Indicatif, à arrondir à l’euro à la saisie. Les taux sans ligne ici (anciens, Corse, "
    "autres d’outre-mer, 2,1\u00a0%) sont à placer par l’expert-comptable\u00a0; un négatif est un "
    "crédit."
)


def write_ca3(sheet: Worksheet, written: Mapping[str, Written], pack: Pack) -> None:
    """Write a row a month and a column a line of the return, with totals above.

    Only a note where there is no VAT, or where no date tells when it is due.
    """
    title = "Déclarations CA3 (formulaire 3310), par mois"
    if not pack.vat or not has_return(pack):
        titled(sheet, title, UNKNOWN if pack.vat else EXEMPT)
        return
    titled(sheet, title, NOTE)
    columns = _columns(written, pack)
    for number, name in enumerate(("Mois", *columns), 1):
        head(at(sheet, HEADINGS, number), name)
        sheet.column_dimensions[get_column_letter(number)].width = WIDTH
    sheet.row_dimensions[HEADINGS].height = TALL
    months = month_starts(pack.year.start, pack.year.end)
    last = FIRST + len(months) - 1
    for row, month in enumerate(months, FIRST):
        at(sheet, row, 1).value = month
        at(sheet, row, 1).number_format = FORMATS["month"]
        for number, formula in enumerate(columns.values(), 2):
            put_formula(at(sheet, row, number), formula.replace("ROW", str(row)))
    put_text(at(sheet, TOTALS, 1), "Total")
    for number in range(1, len(columns) + 2):
        letter, cell = get_column_letter(number), at(sheet, TOTALS, number)
        cell.font, cell.fill, cell.border = BOLD, TOTAL_FILL, LINE
        if number > 1:
            put_formula(cell, f"=SUM({letter}{FIRST}:{letter}{last})")
    sheet.freeze_panes = f"B{FIRST}"
    sheet.print_area = f"A1:{get_column_letter(len(columns) + 1)}{last}"


def _columns(written: Mapping[str, Written], pack: Pack) -> dict[str, str]:
    """Return the columns of the return and their formulas, where ROW stands for the row."""
    sales, bought, others = (written[name] for name in ("Ventes", "Achats", "Autres exercices"))
    typed = PAID if pack.bilan.settings.bookkeeping.on_payment else "Date"

    def sold(amount: str, rate: str = "") -> str:
        own = f",{sales.cells(RATE)},{rate}" if rate else ""
        old = f",{others.cells(RATE)},{rate}" if rate else ""
        old += f',{others.cells(NATURE)},"{SALE}"'
        return _due(sales, amount, typed, own) + "+" + _due(others, amount, "", old)

    def paid(nature: str) -> str:
        known = PAID if pack.purchases_noted and nature == CHARGE else "Date"
        return "+".join(
            f"{_due(sheet, VAT, day, kept)}-({_due(sheet, LOST, day, kept)})"
            for sheet, day in ((bought, known), (others, ""))
            for kept in [f',{sheet.cells(NATURE)},"{nature}"']
        )

    reverse = month_sum(bought, REVERSE, "Date", "$AROW")
    gone, untaxed = (_left(written, PRICE, rate) for rate in ("", "0"))
    lines = {
        "A1": f"={sold(NET)}-{{E2}}{untaxed}",
        "A2": f"={gone}-({untaxed})".replace("=+", "=") if pack.disposals else "",
        "A3": f"={reversed_base(bought, '$AROW')}",
        "E2": f"={sold(NET, '0')}{untaxed}",
        "08": f"={sold(VAT, '0.2')}+{reverse}{_left(written, VAT, '0.2')}",
        "09": f"={sold(VAT, '0.055')}{_left(written, VAT, '0.055')}",
        "9B": f"={sold(VAT, '0.1')}{_left(written, VAT, '0.1')}",
        "10": f"={sold(VAT, '0.085')}{_left(written, VAT, '0.085')}",
        "XX": f"={sold(VAT)}+{reverse}{_left(written, VAT)}-{{08}}-{{09}}-{{9B}}-{{10}}",
        "16": "={08}+{09}+{9B}+{10}+{XX}",
        "19": f"={paid(ASSET)}",
        "20": f"={paid(CHARGE)}+{reverse}",
        "28": "={16}-{19}-{20}",
    }
    return _lettered({box: formula for box, formula in lines.items() if formula})


def _lettered(lines: Mapping[str, str]) -> dict[str, str]:
    """Return formulas under the headings of their columns, each box cited by its own cell."""
    cells = {f"{{{box}}}": f"{get_column_letter(n)}ROW" for n, box in enumerate(lines, 2)}
    return {BOXES[box]: CITED.sub(lambda m: cells[m[0]], text) for box, text in lines.items()}


def _left(written: Mapping[str, Written], amount: str, rate: str = "") -> str:
    """Return the formula of what was sold among what lasts, to be added; empty without any."""
    gone = written.get("Cessions")
    if gone is None:
        return ""
    own = f",{gone.cells(RATE)},{rate}" if rate else ""
    return f"+{month_sum(gone, amount, GONE, '$AROW')[:-1]}{own})"


def _due(sheet: Written, amount: str, typed: str, kept: str) -> str:
    """Return the sum of an amount over the lines whose VAT is due in a month.

    A line typed beneath the table has no day of its own for the VAT: it counts on the day of the
    column `typed`.
    """
    summed, due = sheet.cells(amount), sheet.cells(DUE_ON)
    found = f'SUMIFS({summed},{due},">="&$AROW,{due},"<"&EDATE($AROW,1){kept})'
    if typed:
        day = sheet.cells(typed)
        found += f'+SUMIFS({summed},{due},"=",{day},">="&$AROW,{day},"<"&EDATE($AROW,1){kept})'
    return found
