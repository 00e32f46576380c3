"""The last sheet: every total of the workbook against the report and the import file.

Knows what must be equal. Never how a total is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill

from reporter.accounting.chart import disposal_accounts
from reporter.formats.pack.workbook.cells import (
    BOLD,
    CENTERED,
    TITLE,
    WRAPPED,
    at,
    head,
    lead,
    put_formula,
    put_number,
    put_text,
)
from reporter.formats.pack.workbook.sheets import FIRST, HEADINGS, rows_behind, titled
from reporter.formats.pack.workbook.summary import result_row
from reporter.french import capitalised
from reporter.model import ZERO
from reporter.settings.words import OF
from reporter.tables.ledger import ASSET, CHARGE, DAYS, LOST, NATURE, NET, VAT
from reporter.tables.outstanding import OWED
from reporter.tables.plans import ANNUITY, GAIN
from reporter.tables.reviews import to_review
from reporter.tables.vat import DUE, INVOICED, SIDE, SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from openpyxl.worksheet.worksheet import Worksheet

    from reporter.accounting.pack import Pack
    from reporter.accounting.vat import Side
    from reporter.formats.pack.workbook.sheets import Written
    from reporter.french import Kind

WIDTHS = {"A": 64, "B": 18, "C": 18, "D": 18, "E": 14, "F": 12}
TALL, LINE = 15, 120
"""The height in points of a line of a sentence, and its characters: merged cells never grow."""
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
        "Chaque total du classeur, celui du rapport, et celui des écritures, hors régularisations.",
    )
    headings = ("Contrôle", "Classeur", "Rapport", "Écritures", "Écart", "Verdict")
    for number, text in enumerate(headings, 1):
        head(at(sheet, HEADINGS, number), text)
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    checks = [*_figures(pack, written), *_books(pack, written)]
    for row, check in enumerate(checks, FIRST):
        _write_check(sheet, row, check)
        if rows := rows_behind(check.formula, written.values()):
            lead(at(sheet, row, 2), rows)
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
    """Yield the controls of what the report says.

    It counts purchases before tax: where a part of their VAT is not deducted, the charges and the
    result are not its own, and only what is before tax is compared with it.
    """
    figures, totals, lost = pack.bilan.figures, pack.totals, pack.lost
    sales, bought, plans = (written[name] for name in ("Ventes", "Achats", "Immobilisations"))
    revenue = totals.revenue - _adjusted(pack, "sale")
    charges = totals.charges - pack.tax + _adjusted(pack, "charge")
    result = revenue - charges - totals.depreciation + totals.disposals
    yield Check("Chiffre d’affaires (70)", f"={sales.total(NET)}", figures.revenue, revenue)
    yield Check("Jours facturés", f"={sales.total(DAYS)}", figures.days, None, "days")
    net, unclaimed = (bought.total_if(name, NATURE, CHARGE) for name in (NET, LOST))
    yield Check("Charges hors taxes", f"={net}", figures.charges, None)
    name = "Charges et TVA non déductible (classe 6 hors 6811 et IS)"
    yield Check(name, f"={net}+{unclaimed}", None, charges)
    annuities, report = f"={plans.total(ANNUITY)}", None if lost else figures.depreciation
    name = "Dotations aux amortissements (6811)"
    yield Check(name, annuities, report, totals.depreciation)
    if pack.disposals:
        gained, report = f"={written['Cessions'].total(GAIN)}", None if lost else figures.disposals
        value, product = disposal_accounts(pack.year.start)
        name = f"Résultat des cessions ({product[:3]} − {value[:3]})"
        yield Check(name, gained, report, totals.disposals)
    before_tax = f"='Synthèse'!$B${result_row(pack)}"
    report = None if lost else figures.result_before_tax
    words = OF[figures.status]
    name = f"{capitalised(words.before or words.result)} (7 − 6)"
    yield Check(name, before_tax, report, result)


def _books(pack: Pack, written: Mapping[str, Written]) -> Iterator[Check]:
    """Yield the controls of what the entries alone say besides the sheets."""
    totals, vat, sales, bought = pack.totals, written["TVA"], written["Ventes"], written["Achats"]
    lasting = "+".join(bought.total_if(name, NATURE, ASSET) for name in (NET, LOST))
    yield Check("Immobilisations acquises (20 et 21)", f"={lasting}", None, totals.assets)
    own = totals.vat_collected + totals.vat_to_invoice - _prepaid_vat(pack) - _adjusted_vat(pack)
    yield Check("TVA des ventes (4457 et 44587)", f"={sales.total(VAT)}", None, own)
    by_side: dict[str, tuple[Side, Decimal]] = {
        "TVA due sur achats à l’étranger (4452)": ("reverse", totals.vat_reverse),
        "TVA collectée, par mois (4457 hors acomptes)": ("collected", totals.vat_collected),
        "TVA déductible sur biens et services (44566)": ("deductible", totals.vat_deductible),
        "TVA déductible sur immobilisations (44562)": ("assets", totals.vat_assets),
    }
    if pack.disposals:
        by_side["TVA collectée sur cessions (4457)"] = ("disposals", totals.vat_disposals)
    for label, (side, euros) in by_side.items():
        formula = f"={vat.total_if(INVOICED, SIDE, SIDES[side])}"
        if side == "deductible":
            formula += f"+{vat.total_if(INVOICED, SIDE, SIDES['taken_back'])}"
        yield Check(label, formula, None, euros)
    yield from _owed(pack, written)
    yield Check("Écritures\u00a0: débits et crédits", f"={totals.debit}", None, totals.credit)


def _owed(pack: Pack, written: Mapping[str, Written]) -> Iterator[Check]:
    """Yield what ties the clients' account and the returns to what is unpaid, where it is known."""
    if pack.unpaid is None or pack.opening is None:
        return
    totals, vat = pack.totals, written["TVA"]
    before = sum((unpaid.due for unpaid in pack.opening), ZERO)
    moved = f"={written['Encours'].total(OWED)}-{before}".replace("--", "+")
    yield Check("Encours, moins celui d’ouverture (411)", moved, None, totals.clients)
    if not pack.vat:
        return
    kept = -totals.vat_deposits
    if pack.bilan.settings.bookkeeping.on_payment:
        kept += sum((unpaid.vat for unpaid in pack.unpaid), ZERO)
        kept -= sum((unpaid.vat for unpaid in pack.opening), ZERO)
    invoiced, due = (vat.total_if(name, SIDE, SIDES["collected"]) for name in (INVOICED, DUE))
    name = "TVA facturée − TVA exigible (TVA de l’encours, acomptes déduits)"
    yield Check(name, f"={invoiced}-{due}", None, kept)


def _adjusted(pack: Pack, kind: str) -> Decimal:
    """Return what the adjustments written at the closing add to the result, by kind of line."""
    written = pack.adjustments if pack.asked.adjustments else ()
    return sum((one.result for one in written if one.line.kind == kind), ZERO)


def _adjusted_vat(pack: Pack) -> Decimal:
    """Return the VAT of the sales that the adjustments written hold to be invoiced."""
    written = pack.adjustments if pack.asked.adjustments else ()
    found = (-one.vat if one.opening else one.vat for one in written if one.kind == "FAE")
    return sum(found, ZERO)


def _prepaid_vat(pack: Pack) -> Decimal:
    """Return the VAT of the year's invoices for later years, less that invoiced earlier."""
    number, lines = pack.year.number, (*pack.sales, *pack.others)
    sales = [line for line in lines if line.kind == "sale" and line.year != line.invoice_year]
    later = (line.vat for line in sales if line.invoice_year == number < line.year)
    earlier = (line.vat for line in sales if line.invoice_year < number == line.year)
    return sum(later, ZERO) - sum(earlier, ZERO)


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
        sheet.row_dimensions[row + number].height = TALL * (1 + len(text) // LINE)
    return row + len(to_review(pack))
