"""The first sheet: the year, the year before, what changed, and what each figure means.

Knows which figures sum a year up. Never how they are made: their formulas read the other sheets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.formats.pack.workbook.cells import (
    BOLD,
    WRAPPED,
    at,
    head,
    lead,
    put_formula,
    put_number,
    put_text,
)
from reporter.formats.pack.workbook.sheets import FIRST, HEADINGS, rows_behind, titled
from reporter.french import MISSING, capitalised, short_date
from reporter.law.taxes import bands
from reporter.settings.words import OF
from reporter.tables.ledger import CHARGE, DAY_SALE, DAYS, FEE_SALE, LOST, NATURE, NET, VAT
from reporter.tables.outstanding import OWED
from reporter.tables.plans import ANNUITY, GAIN
from reporter.tables.unlike import is_unlike

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from openpyxl.worksheet.worksheet import Worksheet

    from reporter.accounting.pack import Pack
    from reporter.figures import Figures
    from reporter.formats.pack.workbook.sheets import Written
    from reporter.french import Kind

SPENT = {"charges", "depreciation", "disposals", "result_before_tax", "tax", "adjustment", "result"}
"""The figures in which the VAT that is not deducted counts, in the year before as in this one."""
WIDTHS = {"A": 38, "B": 18, "C": 18, "D": 13, "E": 78}


def result_row(pack: Pack) -> int:
    """Return the row of the result before tax, below what was sold or scrapped if anything was."""
    return FIRST + (8 if pack.disposals else 7)


class Line(NamedTuple):
    """A row: its formula in the year, the figure of the year before, what it means."""

    label: str
    formula: str
    figure: str
    meaning: str
    kind: Kind = "cents"


def write_summary(sheet: Worksheet, pack: Pack, written: Mapping[str, Written]) -> None:
    """Write the summary of the year."""
    year, settings = pack.year, pack.bilan.settings
    period = f"Exercice du {short_date(year.start)} au {short_date(year.end)}"
    if pack.under_way:
        period += ", en cours\u00a0: rien ne s’y compare à une année entière"
    titled(
        sheet,
        f"Dossier comptable {year.number} – {settings.name}".rstrip(" –"),
        f"{period}. SIREN {pack.siren}. Montants en euros hors taxes, sauf mention contraire.",
    )
    headings = ("Chiffre", str(year.number), str(year.number - 1), "Variation", "Définition")
    for number, text in enumerate(headings, 1):
        head(at(sheet, HEADINGS, number), text)
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    lines = [
        *_sold(written["Ventes"]),
        *_spent(written, pack),
        *_result(pack),
        *_balance(pack, written),
    ]
    for row, line in enumerate(lines, FIRST):
        before = pack.previous if line.figure in SPENT else pack.bilan.previous
        unlike = before is not None and is_unlike(pack.bilan.figures, before, line.figure)
        compared = bool(line.figure) and not unlike and not pack.under_way
        _write_line(sheet, row, line, before, compared=compared)
        if rows := rows_behind(line.formula, written.values()):
            lead(at(sheet, row, 2), rows)
    sheet.freeze_panes = f"B{FIRST}"
    sheet.print_area = f"A1:E{FIRST + len(lines) - 1}"


def _write_line(
    sheet: Worksheet, row: int, line: Line, previous: Figures | None, *, compared: bool
) -> None:
    """Write a row; `compared` is whether the year before is the same thing, of the same form."""
    put_text(at(sheet, row, 1), line.label)
    put_text(at(sheet, row, 5), line.meaning)
    at(sheet, row, 1).font, at(sheet, row, 5).alignment = BOLD, WRAPPED
    put_formula(at(sheet, row, 2), line.formula, line.kind)
    before: Decimal | None = getattr(previous, line.figure, None) if line.figure else None
    if before is None:
        put_text(at(sheet, row, 3), MISSING if line.figure else "")
    else:
        put_number(at(sheet, row, 3), before, line.kind)
    change = f'=IF(AND(ISNUMBER(B{row}),N(C{row})>0),(B{row}-C{row})/C{row},"{MISSING}")'
    without = f'="{MISSING if line.figure else ""}"'
    put_formula(at(sheet, row, 4), change if compared else without, "variation")


def _sold(sales: Written) -> Iterator[Line]:
    """Yield the rows of the revenue, from FIRST on."""
    total = f"={sales.total(NET)}"
    yield Line("Chiffre d’affaires", total, "revenue", "Ventes hors taxes, avoirs déduits (70).")
    days = f"={sales.total_if(NET, NATURE, DAY_SALE)}"
    yield Line("dont jours", days, "day_revenue", "Jours facturés à un tarif journalier.")
    fees = f"={sales.total_if(NET, NATURE, FEE_SALE)}"
    yield Line("dont forfaits", fees, "fees", "Prestations à prix fixe.")
    billed = f"={sales.total(DAYS)}"
    yield Line("Jours facturés", billed, "days", "Forfaits non compris.", "days")
    rate = f'=IF(B{FIRST + 3}>0,B{FIRST + 1}/B{FIRST + 3},"{MISSING}")'
    yield Line("TJM régie", rate, "tjm_regie", "CA des jours / jours facturés.")


def _spent(written: Mapping[str, Written], pack: Pack) -> Iterator[Line]:
    """Yield the rows from the charges to the result before tax, which stands in its own row."""
    purchases, plans, words = (
        written["Achats"],
        written["Immobilisations"],
        OF[pack.bilan.figures.status],
    )
    net, lost = (purchases.total_if(name, NATURE, CHARGE) for name in (NET, LOST))
    charges = f"={net}+{lost}"
    meaning = "Dépenses (classe 6) hors TVA déductible, achats amortis non compris."
    yield Line("Charges", charges, "charges", meaning)
    annuities = f"={plans.total(ANNUITY)}"
    meaning = "Part de l’exercice des achats amortis (6811)."
    yield Line("Dotations aux amortissements", annuities, "depreciation", meaning)
    result = f"=B{FIRST}-B{FIRST + 5}-B{FIRST + 6}"
    meaning = "Chiffre d’affaires − charges − dotations."
    if pack.disposals:
        gained, result = f"={written['Cessions'].total(GAIN)}", f"{result}+B{FIRST + 7}"
        yield Line("Résultat des cessions", gained, "disposals", "Prix − valeur nette comptable.")
        meaning = "Chiffre d’affaires − charges − dotations + résultat des cessions."
    yield Line(capitalised(words.before or words.result), result, "result_before_tax", meaning)


def _result(pack: Pack) -> Iterator[Line]:
    """Yield the tax of the company, where its legal form has one, and what is left."""
    figures = pack.bilan.figures
    words = OF[figures.status]
    if not words.tax and not figures.adjustment:
        return
    row = result_row(pack)
    formula = f"=B{row}"
    if words.tax:
        taxed = pack.bilan.settings.pays_tax(pack.year)
        ours = figures.final_tax is None
        source = "estimé sur le résultat des livres" if ours else "de l’expert-comptable"
        rule = f"Article 219 du CGI, {source}." if taxed else "La société ne le paie pas."
        tax = _tax(pack) if ours and taxed else f"={figures.tax}"
        row, formula = row + 1, f"{formula}-B{row + 1}"
        yield Line("Impôt sur les sociétés", tax, "tax", rule)
    if figures.adjustment:
        meaning = "Ce que le résultat de l’expert-comptable ajoute à celui des livres."
        yield Line("Ajustement", f"={figures.result}-({formula[1:]})", "adjustment", meaning)
        formula += f"+B{row + 1}"
    meaning = "Estimé." if figures.estimated else "Définitif, de l’expert-comptable."
    named = words.result if words.tax else f"{words.result}, définitif"
    yield Line(capitalised(named), formula, "result", meaning)


def _tax(pack: Pack) -> str:
    """Return the formula of the IS on the result: each band of the profit at its rate."""
    settings, year = pack.bilan.settings, pack.year
    said = settings.of(year)
    moved = said.additions - said.deductions - said.prior_losses
    base = f"ROUND(MAX(B{result_row(pack)}+{moved},0),0)".replace("+-", "-")
    found = bands(year.start, year.end, reduced=settings.reduced_rate)
    tops = [band.start for band in found[1:]]
    parts = []
    for rank, band in enumerate(found):
        top = f"MIN({base},{tops[rank]})" if rank < len(tops) else base
        part = f"MAX({top}-{band.start},0)*{band.rate.numerator}/{band.rate.denominator}"
        parts.append(part)
    return f"=ROUND({'+'.join(parts)},0)"


def _balance(pack: Pack, written: Mapping[str, Written]) -> Iterator[Line]:
    """Yield the VAT and what clients owe; the year before is not there to compare."""
    invoiced, bought = f"={written['Ventes'].total(VAT)}", written["Achats"]
    paid = f"={bought.total(VAT)}-{bought.total(LOST)}"
    yield Line("TVA facturée", invoiced, "", "Sur les ventes de l’exercice (4457).")
    yield Line("TVA déductible des achats", paid, "", "Charges et immobilisations (4456).")
    if pack.unpaid is not None:
        owed = f"={written['Encours'].total(OWED)}"
        yield Line("Encours clients TTC", owed, "", "Factures non réglées à la clôture.")
