"""The accountant's workbook: seven sheets, real numbers and dates, live formulas for every total.

Knows which sheets there are. Never how a figure is made; with the other modules of this folder,
the home of openpyxl.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from reporter.formats.pack.workbook.ca3 import write_ca3
from reporter.formats.pack.workbook.checks import write_checks
from reporter.formats.pack.workbook.sheets import add_sheet, write_below, write_table
from reporter.formats.pack.workbook.stable import saved
from reporter.formats.pack.workbook.summary import write_summary
from reporter.tables.ledger import purchases, sales
from reporter.tables.outstanding import outstanding
from reporter.tables.plans import assets, plans
from reporter.tables.vat import vat

if TYPE_CHECKING:
    from reporter.accounting.pack import Pack
    from reporter.formats import Files


def render(pack: Pack) -> Files:
    """Return `comptable-2020.xlsx`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    summary = add_sheet(book, "Synthèse")
    written = {
        "Ventes": write_table(add_sheet(book, "Ventes"), sales(pack)),
        "Achats": write_table(add_sheet(book, "Achats"), purchases(pack)),
        "Immobilisations": write_table(
            add_sheet(book, "Immobilisations"), assets(pack), alone=False
        ),
        "TVA": write_table(add_sheet(book, "TVA"), vat(pack), summed=False, alone=False),
        "Encours": write_table(
            add_sheet(book, "Encours"), outstanding(pack), summed=pack.unpaid is not None
        ),
    }
    write_below(written["Immobilisations"], plans(pack))
    write_ca3(written["TVA"], pack)
    write_summary(summary, pack, written)
    write_checks(add_sheet(book, "Contrôles"), pack, written)
    title = f"Comptabilité {pack.year.number} – {pack.bilan.settings.name}"
    return {f"comptable-{pack.year.number}.xlsx": saved(book, title, pack.year.end)}
