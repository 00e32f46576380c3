"""The accountant's workbook: real numbers and dates, live formulas, their values beside them.

Knows which sheets there are. Never how a figure is made; with the other modules of this folder,
the home of openpyxl.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from reporter.formats.pack.workbook.ca3 import write_ca3
from reporter.formats.pack.workbook.checks import write_checks
from reporter.formats.pack.workbook.live import write_lines, write_owed, write_sold, write_vat
from reporter.formats.pack.workbook.sheets import add_sheet, write_table
from reporter.formats.pack.workbook.stable import saved
from reporter.formats.pack.workbook.summary import write_summary
from reporter.tables.closing import closing
from reporter.tables.fees_paid import fees_paid
from reporter.tables.ledger import others, owed_to_owner, purchases, sales
from reporter.tables.outstanding import outstanding
from reporter.tables.plans import assets, disposals, plans
from reporter.tables.vat import vat

if TYPE_CHECKING:
    from reporter.accounting.pack import Pack
    from reporter.formats import Files


def render(pack: Pack) -> Files:
    """Return `comptable-2020.xlsx`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    summary = add_sheet(book, "Synthèse")
    tables = {
        "Ventes": sales(pack),
        "Achats": purchases(pack),
        "Autres exercices": others(pack),
        "Immobilisations": assets(pack),
        "Amortissements": plans(pack),
        **({"Cessions": disposals(pack)} if pack.disposals else {}),
        "TVA": vat(pack),
    }
    written = {
        name: write_table(add_sheet(book, name), table, summed=name != "TVA")
        for name, table in tables.items()
    }
    write_ca3(add_sheet(book, "CA3"), written, pack)
    owed = add_sheet(book, "Encours")
    written["Encours"] = write_table(owed, outstanding(pack), summed=pack.unpaid is not None)
    write_table(add_sheet(book, "Notes de frais"), owed_to_owner(pack))
    write_table(add_sheet(book, "DAS2"), fees_paid(pack), summed=False)
    write_table(add_sheet(book, "Clôture"), closing(pack))
    for name, lines in (
        ("Ventes", pack.sales),
        ("Achats", pack.purchases),
        ("Autres exercices", pack.others),
    ):
        write_lines(written[name], lines, pack)
    write_sold(written, pack)
    write_vat(written, pack)
    write_owed(written, pack)
    write_summary(summary, pack, written)
    write_checks(add_sheet(book, "Contrôles"), pack, written)
    title = f"Comptabilité {pack.year.number} – {pack.bilan.settings.name}"
    return {f"comptable-{pack.year.number}.xlsx": saved(book, title, pack.year.end)}
