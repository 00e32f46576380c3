"""`[lecture]` and `[colonnes]` of bilan.toml → how the books are read.

Knows the keys and their words. Never the books.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.settings.reading import MEGA, Limits, Rules

if TYPE_CHECKING:
    from reporter.toml.table import Table

LONGEST_DAY = 24
COUNTS = {"compte": True, "ne compte pas": False}
STATUS = '"compte" ou "ne compte pas"'
WHOLE = "un nombre entier, par exemple 100"


def read_rules(root: Table) -> Rules:
    """Return the rules that bilan.toml gives; mistakes go to the table's list."""
    reading, words = root.table("lecture"), root.table("colonnes")
    statuses = root.table("statuts")
    usual = Limits()
    size, content = usual.size // MEGA, usual.content // MEGA
    rules = Rules(
        hours=reading.get("heures_par_jour", None, _hours, "un nombre d’heures, par exemple 7"),
        words={word: words.text(word) for word in words.values},
        statuses={
            text: statuses.get(text, default=True, read=COUNTS.get, expected=STATUS)
            for text in statuses.values
        },
        limits=Limits(
            size=reading.get("taille_mo", size, _count, WHOLE) * MEGA,
            content=reading.get("contenu_mo", content, _count, WHOLE) * MEGA,
            rows=reading.get("lignes", usual.rows, _count, WHOLE),
            cells=reading.get("cellules", usual.cells, _count, WHOLE),
        ),
    )
    for table in (reading, words, statuses):
        table.close()
    return rules


def _hours(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    hours = Decimal(value)
    return hours if hours.is_finite() and 0 < hours <= LONGEST_DAY else None


def _count(value: object) -> int | None:
    return value if type(value) is int and value > 0 else None
