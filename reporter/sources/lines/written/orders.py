"""In which order written dates have their parts, month, day or year first: said, or asked.

Knows texts that write a date with bars, that a whole file is written one way, and the signs of
other places. Never decides by itself, nor cell by cell.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.patterns import pattern
from reporter.sources.grids.cells import Broken
from reporter.sources.lines.written.values import Unreadable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from reporter.settings.reading import Rules
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.layouts import Table
    from reporter.words.columns import Field


SLASHED = pattern(r"\s*(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)(.*)", re.ASCII | re.DOTALL)
MONTHS = 12
SHORT, CENTURY = 2, 2000
KEY, OTHER = "mois_avant_jour", "jour_avant_mois"
NOT_SO = "écrire {}/année : ce fichier est nommé par {} dans bilan.toml"
SWAPPED = (
    "restée en texte parmi de vraies dates toutes d’avant le 13 du mois, peut-être inversées : "
    "vérifier celles-ci, puis retaper ce texte en date"
)
FEWEST_TRUE = 3
"""True dates of which it is no chance that all are before the thirteenth."""
MIXED = (
    "des textes à l’américaine parmi de vraies dates, peut-être inversées : importer à nouveau le "
    "fichier, en disant que le mois y précède le jour"
)
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


def with_true_dates(grid: Grid, rules: Rules) -> Grid:
    """Return a sheet whose written dates are true ones, in the order that its owner says, if any.

    A file is named by its path or its own name.
    """
    names = {grid.file, grid.file.rpartition("/")[2]}
    for said, month_first in ((rules.month_first, True), (rules.day_first, False)):
        if not names.isdisjoint(said):
            rows = [[_dated(cell, month_first=month_first) for cell in row] for row in grid.rows]
            return grid._replace(rows=rows)
    return grid._replace(beside_american=True) if rules.month_first else grid


def _dated(cell: Any, *, month_first: bool) -> Any:
    found = SLASHED.fullmatch(cell) if isinstance(cell, str) else None
    if found is None:
        return cell
    one, other, year, rest = found.groups()
    month, day = (one, other) if month_first else (other, one)
    try:
        first = date(int(year) + (CENTURY if len(year) == SHORT else 0), int(month), int(day))
    except ValueError:
        said = ("mois/jour", KEY) if month_first else ("jour/mois", OTHER)
        return Broken(cell, NOT_SO.format(*said))
    return f"{first.isoformat()}{rest}" if rest.strip() else first


def either_order(file: str) -> str:
    """Return the settings that say the order of the dates of a file: one, or the other."""
    name = file.rpartition("/")[2]
    return f'[lecture] {KEY} = ["{name}"] (ou {OTHER} = ["{name}"])'


def _parted(cells: Iterable[Any]) -> dict[str, tuple[int, int]]:
    """Return the first two numbers of each text that writes a date with bars."""
    texts = (cell for cell in cells if isinstance(cell, str))
    return {it: (int(met[1]), int(met[2])) for it in texts if (met := SLASHED.match(it))}


def ask(cells: Iterable[Any], file: str) -> dict[Any, str]:
    """Return what to write for the dates of a column that have no sense but with the month first.

    Nothing where another has no sense but with the day first, unless the true dates beside them are
    those, and no other, that a spreadsheet would have read in the other order.
    """
    cells = list(cells)
    texts = _parted(cells)
    true = {cell for cell in cells if isinstance(cell, date)}
    odd = [cell for cell, (first, second) in texts.items() if first <= MONTHS < second]
    if any(first > MONTHS for first, _ in texts.values()):
        return dict.fromkeys(texts, SWAPPED) if _are_swapped(texts.values(), true) else {}
    if not odd:
        return {}
    name = file.rpartition("/")[2]
    fix = (
        "si le mois précède le jour dans tout ce fichier, écrire dans bilan.toml : [lecture] "
        f'{KEY} = ["{name}"]'
    )
    return dict.fromkeys(odd, MIXED if true else fix)


def _are_swapped(texts: Iterable[tuple[int, int]], true: Collection[date]) -> bool:
    """Tell whether a spreadsheet may have taken for true the dates that it could, month first."""
    kept = all(max(parts) > MONTHS for parts in texts)
    return kept and len(true) >= FEWEST_TRUE and all(day.day <= MONTHS for day in true)


def question(table: Table, own: Mapping[Field, Iterable[Any]]) -> tuple[Any, str] | None:
    """Return a date that may be of two days, and what says so; None where nothing does."""
    found = _parted(chain.from_iterable(own.values()))
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
    found = _parted(texts)
    if any(first > MONTHS for first, _ in found.values()):
        return None
    return next((text.strip() for text, (_, second) in found.items() if second > MONTHS), None)


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
