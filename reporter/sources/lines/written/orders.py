"""In which order written dates have their parts: the month first, the day, or the year?

Knows that a whole column is written one way, and the headers, hours and currencies of other places.
Never decides: it asks, once for a table.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.patterns import pattern
from reporter.sources.grids.american import MONTHS, SLASHED, either_order
from reporter.sources.lines.written.values import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.layouts import Table
    from reporter.words.columns import Field


ENGLISH = pattern(
    r"\b(?:customers?|invoices?|issued?|amounts?|days?|hours?|rates?|daily|hourly|due|paid|billed|"
    r"billable|subtotal|quantity|qty|price|supplier|vendor|merchant|category|expenses?|payment|"
    r"tax|currency|worked|name|number|start|end|from|to|items?|month|year|week|task|user|created|"
    r"updated|purchase|order|balance|fees?|gross|net amount|excl|incl|company|status)\b"
)
"""Words of a header that are English and not French."""
FRENCH = pattern(
    r"\b(?:jours?|heures?|montants?|taux|tjm|factures?|libelle|fournisseur|prestations?|paiement|"
    r"reglement|payee?|du|au|le|nb|nombre|ht|ttc|tva|devise|statut|categorie|prix|quantite|"
    r"annee|mois|duree|nature|objet|intervenant|remarques?|commentaires?|depenses?|encaissements?|"
    r"designation|intitule|societe|numero|kilometres|clients|nom|debut|fin)\b"
)
CLOCK = pattern(r"\b\d{1,2}:\d{2}(?::\d{2})?\s*[AP]\.?M\b", re.IGNORECASE)
DOLLARS = pattern(r"\$|\bUSD\b")


def question(table: Table, own: Mapping[Field, Iterable[Any]]) -> tuple[Any, str] | None:
    """Return a date that may be of two days, and what says so; None where nothing does."""
    texts = [cell for cells in own.values() for cell in cells if isinstance(cell, str)]
    found = {cell: (int(it[1]), int(it[2])) for cell in texts if (it := SLASHED.fullmatch(cell))}
    if not found or any(max(parts) > MONTHS for parts in found.values()):
        return None
    doubtful = next((cell for cell, (one, other) in found.items() if one != other), None)
    if doubtful is None or not (why := reason(table.grid, table.top, table.bottom)):
        return None
    return doubtful, why


def mistake(table: Table, at: tuple[int, Field], cell: Any, why: str) -> BadCell:
    """Return the question of a date at its place: a row, and the field of its column."""
    row, name = at
    shown = f"{cell.strip()}, et {why} : jour/mois, ou mois/jour ?"
    fix = f"dire l’ordre de tout ce fichier dans bilan.toml : {either_order(table.grid.file)}"
    return BadCell("quel jour est-ce ?", table.place(row, name), shown=shown, fix=fix)


def reason(grid: Grid, top: int, bottom: int) -> str:
    """Return what says that the dates of rows may have their month first, empty for nothing."""
    lines = grid.rows[top + 1 : bottom]
    texts = {cell for row in lines for cell in row if isinstance(cell, str)}
    if (odd := _odd(texts)) is not None:
        return f"{odd} ailleurs"
    if any(CLOCK.search(text) for text in texts):
        return "des heures AM ou PM"
    if any(DOLLARS.search(text) for text in texts) or any(
        sign.kind == "currency" and DOLLARS.search(sign.text) for sign in grid.marks.signs.values()
    ):
        return "des dollars"
    if grid.beside_american:
        return "un autre fichier à l’américaine"
    return "des titres en anglais" if _is_english(grid.rows[top]) else ""


def _odd(texts: Iterable[str]) -> str | None:
    """Return a date that has no sense but with the month first, where none has but the day."""
    found = {text: it for text in texts if (it := SLASHED.match(text))}
    if any(int(it[1]) > MONTHS for it in found.values()):
        return None
    return next((text.strip() for text, it in found.items() if int(it[2]) > MONTHS), None)


def _is_english(header: Sequence[Any]) -> bool:
    titles = [folded(cell) for cell in header if isinstance(cell, str)]
    english = sum(ENGLISH.search(title) is not None for title in titles)
    return english > sum(FRENCH.search(title) is not None for title in titles)


PAIRS = pattern(r"\s*(\d{2})[/.-](\d{1,2})[/.-](\d{2})\s*", re.ASCII)
FIRST, LAST = 2010, 2035
"""Years of which a first pair of figures may be told; an older one is rather a day."""
ASK = "écrire l’année en quatre chiffres, par exemple 20/03/2019"


def undecided(cells: Mapping[Any, Any], named: int | None) -> dict[Any, Unreadable]:
    """Return the cells whose date could begin with its year, where nothing tells that it does not.

    Each has the date that it is with the day first; a title, a sheet or a file may be `named` for a
    year.
    """
    pairs = {
        cell: found for cell in cells if isinstance(cell, str) and (found := PAIRS.fullmatch(cell))
    }
    others = {cell: _year_first(found) for cell, found in pairs.items()}
    rivals = {cell: day for cell, day in others.items() if day and day != cells[cell]}
    if not rivals or len(others) > sum(day is not None for day in others.values()):
        return {}
    plain = {cells[cell].year for cell in pairs if isinstance(cells[cell], date)}
    other = {day.year for day in rivals.values()}
    sure = {day.year for cell, day in cells.items() if cell not in pairs and isinstance(day, date)}
    sure |= {named} if named else set()
    if plain and (plain <= sure) > (other <= sure):
        return {}
    if plain and not sure and max(plain) - min(plain) < max(other) - min(other):
        return {}
    return {cell: Unreadable(ASK) for cell in rivals}


def _year_first(found: re.Match[str]) -> date | None:
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(2000 + year, month, day) if FIRST <= 2000 + year <= LAST else None
    except ValueError:
        return None
