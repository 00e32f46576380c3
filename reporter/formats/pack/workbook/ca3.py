"""The VAT return of each month, beneath the VAT by month: the lines of the form 3310-CA3.

Knows the form. Never how a VAT is due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from reporter.accounting.vat import UNTAXED
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
from reporter.formats.pack.workbook.sheets import BETWEEN, new_page, titled
from reporter.law.workdays import month_starts
from reporter.tables.vat import BOX, DUE, DUE_BASE, MONTH, SIDE, SIDES, has_return

if TYPE_CHECKING:
    from reporter.accounting.pack import Pack
    from reporter.formats.pack.workbook.sheets import Written

TALL = 62
WIDTH = 15
NOTE = (
    "Indicatif, à arrondir à l’euro à la saisie. Les taux sans ligne ici (anciens, Corse, "
    "outre-mer, 2,1\u00a0%) sont à placer par l’expert-comptable\u00a0; un négatif est un crédit."
)
COLLECTED = SIDES["collected"]


def write_ca3(written: Written, pack: Pack) -> None:
    """Write, beneath the VAT, a row a month and a column a line of the return, with totals.

    Nothing where there is no VAT, or where no date tells when it is due.
    """
    if not pack.vat or not has_return(pack):
        return
    sheet, top = written.sheet, written.last + BETWEEN
    new_page(sheet, top)
    titled(sheet, "Déclarations CA3 (formulaire 3310), par mois", NOTE, top)
    columns = _columns(written)
    for number, title in enumerate(("Mois", *columns), 1):
        head(at(sheet, top + 2, number), title)
    sheet.row_dimensions[top + 2].height = TALL
    months = month_starts(pack.year.start, pack.year.end)
    first, last = top + 3, top + 2 + len(months)
    for row, month in enumerate(months, first):
        at(sheet, row, 1).value = month
        at(sheet, row, 1).number_format = FORMATS["month"]
        for number, formula in enumerate(columns.values(), 2):
            put_formula(at(sheet, row, number), formula.replace("ROW", str(row)))
    put_text(at(sheet, last + 1, 1), "Total")
    for number in range(1, len(columns) + 2):
        letter, cell = get_column_letter(number), at(sheet, last + 1, number)
        cell.font, cell.fill, cell.border = BOLD, TOTAL_FILL, LINE
        if number > 1:
            put_formula(cell, f"=SUM({letter}{first}:{letter}{last})")
    for letter in ("C", "J", "K"):
        sheet.column_dimensions[letter].width = WIDTH
    sheet.print_area = f"A1:K{last + 1}"


def _columns(written: Written) -> dict[str, str]:
    """Return the columns of the return and their formulas, where ROW stands for the row."""

    def of(amount: str, column: str, value: str) -> str:
        month = f"{written.cells(MONTH)},$AROW"
        return f'SUMIFS({written.cells(amount)},{month},{written.cells(column)},"{value}")'

    return {
        "A1 (01 avant 2022) Ventes, prestations de services HT": (
            f"={of(DUE_BASE, SIDE, COLLECTED)}-CROW"
        ),
        "E2 (05 avant 2022) Opérations non imposables HT": f"={of(DUE_BASE, BOX, UNTAXED)}",
        "08 Taux normal 20\u00a0%": f"={of(DUE, BOX, '08')}",
        "09 Taux réduit 5,5\u00a0%": f"={of(DUE, BOX, '09')}",
        "9B Taux réduit 10\u00a0%": f"={of(DUE, BOX, '9B')}",
        "Autres taux": f"={of(DUE, SIDE, COLLECTED)}-DROW-EROW-FROW",
        "16 TVA brute due": "=DROW+EROW+FROW+GROW",
        "19 Immobilisations": f"={of(DUE, SIDE, SIDES['assets'])}",
        "20 Autres biens et services": f"={of(DUE, SIDE, SIDES['deductible'])}",
        "28 TVA nette due (25 si crédit)": "=HROW-IROW-JROW",
    }
