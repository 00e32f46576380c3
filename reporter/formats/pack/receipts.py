"""The livre des recettes of a micro-enterprise, as a workbook and as a CSV file.

Knows which formats it has. Never which columns the law asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BilanError
from reporter.tables.receipts import receipts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reporter.figures import Bilan
    from reporter.formats import Files
    from reporter.model import Activity
    from reporter.tables.table import Table


def render(bilan: Bilan, activity: Activity, names: Iterable[str]) -> Files:
    """Return `recettes-2026.xlsx` and `recettes-2026.csv`, as asked.

    Raises:
        BilanError: where a format of entries is asked for, which a micro-enterprise has not.
    """
    wrong = [name for name in names if name not in FORMATS]
    if wrong:
        raise BilanError(
            f"une micro-entreprise tient un livre des recettes, sans écritures ni FEC : "
            f"remplacer {', '.join(wrong)} par xlsx ou csv"
        )
    table = receipts(bilan, activity)
    name = f"recettes-{bilan.figures.year.number}"
    return {f"{name}.{suffix}": FORMATS[suffix](table, bilan) for suffix in names}


def _workbook(table: Table, bilan: Bilan) -> bytes:
    from reporter.formats.pack.workbook.sheets import alone

    title = f"{table.title} – {bilan.settings.name}"
    return alone(table, "Recettes", title, bilan.figures.year.end)


def _csv(table: Table, bilan: Bilan) -> bytes:
    from reporter.formats.pack.csv import written

    del bilan  # the file's name says the year
    return written(table)


FORMATS: dict[str, Callable[[Table, Bilan], bytes]] = {"xlsx": _workbook, "csv": _csv}
"""The formats of a micro-enterprise, both written where none is asked for."""
