"""`[lecture]` and `[colonnes]` of bilan.toml → how the books are read.

Knows the keys and their words. Never the books.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.reading_rules import MEGA, Limits, Rules

if TYPE_CHECKING:
    from reporter.toml.table import Table

LONGEST_DAY = 24


def read_rules(root: Table) -> Rules:
    """Return the rules that bilan.toml gives; mistakes go to the table's list."""
    reading, words = root.table("lecture"), root.table("colonnes")
    usual = Limits()
    rules = Rules(
        hours=reading.get("heures_par_jour", None, _hours, "un nombre d’heures, par exemple 7"),
        words={word: words.text(word) for word in words.values},
        limits=Limits(
            size=_count(reading, "taille_mo", usual.size // MEGA) * MEGA,
            content=_count(reading, "contenu_mo", usual.content // MEGA) * MEGA,
            rows=_count(reading, "lignes", usual.rows),
            cells=_count(reading, "cellules", usual.cells),
        ),
    )
    for table in (reading, words):
        table.close()
    return rules


def _hours(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    hours = Decimal(value)
    return hours if hours.is_finite() and 0 < hours <= LONGEST_DAY else None


def _count(table: Table, key: str, default: int) -> int:
    def read(value: object) -> int | None:
        return value if type(value) is int and value > 0 else None

    return table.get(key, default, read, f"un nombre entier, par exemple {default}")
