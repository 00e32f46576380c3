"""Doubts about a column under the title of another one: suppliers that are categories.

Knows the words that name a category, as the accounts do. Never what a category weighs.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reporter.accounting.categories import usual
from reporter.characters import folded
from reporter.doubts.wording import doubt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.errors import Doubt
    from reporter.model import Activity, Expense

FEWEST = 3
"""Names of categories among the suppliers of a sheet that are no chance."""


def exchanged(activity: Activity) -> Iterator[Doubt]:
    """Yield the first line of each sheet whose suppliers are categories, and no category is."""
    sheets: defaultdict[tuple[str, str], list[Expense]] = defaultdict(list)
    for line in activity.expenses:
        if line.category:
            sheets[line.place[:2]].append(line)
    for lines in sheets.values():
        suppliers = _known(line.supplier for line in lines)
        if suppliers >= FEWEST and not _known(line.category for line in lines):
            what = "des catégories sous « Fournisseur » : deux titres échangés ?"
            fix = "écrire chaque titre au-dessus de sa colonne"
            text = f"{lines[0].supplier} · {lines[0].category}"
            yield doubt("titre-unite", what, lines[0], fix, text)


def _known(names: Iterable[str]) -> int:
    """Return how many names are those of a category."""
    return sum(usual(name, asset=False) is not None for name in set(map(folded, names)))
