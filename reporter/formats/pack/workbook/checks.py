"""The last sheet: every total of the workbook against the report and the import file.

Knows what must be equal. Never how a total is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill

from reporter.formats.pack.workbook.cells import (
    BOLD,
    CENTERED,
    TITLE,
    WRAPPED,
    at,
    head,
    put_formula,
    put_number,
    put_text,
)
from reporter.formats.pack.workbook.sheets import FIRST, HEADINGS, titled
from reporter.formats.pack.workbook.summary import RESULT
from reporter.tables.ledger import ASSET, CHARGE, DAYS, NATURE, NET, VAT
from reporter.tables.plans import ANNUITY
from reporter.tables.reviews import to_review
from reporter.tables.vat import INVOICED, SIDE, SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from openpyxl.worksheet.worksheet import Worksheet

    from reporter.accounting.pack import Pack
    from reporter.accounting.vat import Side
    from reporter.formats.pack.workbook.sheets import Written
    from reporter.french import Kind

WIDTHS = {"A": 52, "B": 18, "C": 18, "D": 18, "E": 14, "F": 12}
GOOD, BAD = PatternFill("solid", bgColor="CDE8DC"), PatternFill("solid", bgColor="F5CBB0")


class Check(NamedTuple):
    """A total in the workbook, as a formula, and what it must equal; None where nothing says."""

    label: str
    formula: str
    report: Decimal | None
    entries: Decimal | None
    kind: Kind = "cents"


def write_checks(sheet: Worksheet, pack: Pack, written: Mapping[str, Written]) -> None:
    """Write the controls, then what deserves a look."""
    titled(
        sheet,
        f"Contrôles de {pack.year.number}",
        "Chaque total du classeur, celui du rapport, et celui des écritures à importer.",
    )
    headings = ("Contrôle", "Classeur", "Rapport", "Écritures", "Écart", "Verdict")
    for number, text in enumerate(headings, 1):
        head(at(sheet, HEADINGS, number), text)
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    checks = [*_figures(pack, written), *_books(pack, written)]
    for row, check in enumerate(checks, FIRST):
        _write_check(sheet, row, check)
    last = FIRST + len(checks) - 1
    verdicts = f"F{FIRST}:F{last}"
    put_text(at(sheet, 3, 1), "Ensemble")
    everything = f'=IF(COUNTIF({verdicts},"OK")={len(checks)},"Tout concorde","À vérifier")'
    put_formula(at(sheet, 3, 2), everything)
    at(sheet, 3, 1).font = at(sheet, 3, 2).font = BOLD
    for verdict, fill in (("OK", GOOD), ("Écart", BAD)):
        rule = CellIsRule("equal", [f'"{verdict}"'], fill=fill)  # type: ignore[no-untyped-call]
        sheet.conditional_formatting.add(verdicts, rule)
    sheet.freeze_panes = f"B{FIRST}"
    sheet.print_area = f"A1:F{_write_reviews(sheet, last + 2, pack)}"


def _write_check(sheet: Worksheet, row: int, check: Check) -> None:
    put_text(at(sheet, row, 1), check.label)
    put_formula(at(sheet, row, 2), check.formula, check.kind)
    for number, value in ((3, check.report), (4, check.entries)):
        if value is not None:
            put_number(at(sheet, row, number), value, check.kind)
    put_formula(at(sheet, row, 5), f"=ROUND(MAX(B{row}:D{row})-MIN(B{row}:D{row}),2)", check.kind)
    put_formula(at(sheet, row, 6), f'=IF(E{row}=0,"OK","Écart")')
    at(sheet, row, 6).alignment = CENTERED


def _figures(pack: Pack, written: Mapping[str, Written]) -> Iterator[Check]:
    """Yield the controls of what the report says."""
    figures, totals = pack.bilan.figures, pack.totals
    sales, bought, plans = (written[name] for name in ("Ventes", "Achats", "Immobilisations"))
    charges = totals.charges - pack.tax
    result = totals.revenue - charges - totals.depreciation
    yield Check("Chiffre d’affaires (70)", f"={sales.total(NET)}", figures.revenue, totals.revenue)
    yield Check("Jours facturés", f"={sales.total(DAYS)}", figures.days, None, "days")
    spent = bought.total_if(NET, NATURE, CHARGE)
    yield Check("Charges (classe 6 hors 6811 et IS)", spent, figures.charges, charges)
    annuities = f"={plans.total(ANNUITY)}"
    name = "Dotations aux amortissements (6811)"
    yield Check(name, annuities, figures.depreciation, totals.depreciation)
    before_tax = f"='Synthèse'!$B${RESULT}"
    yield Check("Résultat avant impôts (7 − 6)", before_tax, figures.result_before_tax, result)


def _books(pack: Pack, written: Mapping[str, Written]) -> Iterator[Check]:
    """Yield the controls of what the entries alone say besides the sheets."""
    totals, vat, sales = pack.totals, written["TVA"], written["Ventes"]
    lasting = written["Achats"].total_if(NET, NATURE, ASSET)
    yield Check("Immobilisations acquises (20 et 21)", lasting, None, totals.assets)
    yield Check("TVA collectée (4457)", f"={sales.total(VAT)}", None, totals.vat_collected)
    by_side: dict[str, tuple[Side, Decimal]] = {
        "TVA collectée, par mois": ("collected", totals.vat_collected),
        "TVA déductible sur biens et services (44566)": ("deductible", totals.vat_deductible),
        "TVA déductible sur immobilisations (44562)": ("assets", totals.vat_assets),
    }
    for label, (side, euros) in by_side.items():
        yield Check(label, vat.total_if(INVOICED, SIDE, SIDES[side]), None, euros)
    yield Check("Écritures\u00a0: débits et crédits", f"={totals.debit}", None, totals.credit)


def _write_reviews(sheet: Worksheet, row: int, pack: Pack) -> int:
    """Write what an accountant should look at, and return the last row."""
    put_text(at(sheet, row, 1), "À regarder")
    at(sheet, row, 1).font = TITLE
    for number, text in enumerate(to_review(pack), 1):
        sheet.merge_cells(
            start_row=row + number, end_row=row + number, start_column=1, end_column=6
        )
        put_text(at(sheet, row + number, 1), text)
        at(sheet, row + number, 1).alignment = WRAPPED
    return row + len(to_review(pack))
