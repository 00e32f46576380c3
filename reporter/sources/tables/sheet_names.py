"""What the name of a sheet, or of a file, says that it holds; which one the names show to miss.

Knows words and months alone. Never what they mean, nor what the owner says of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from reporter.errors import Doubt, Place
from reporter.grouping import missing_between
from reporter.patterns import pattern
from reporter.sources.grids.cells import shown
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.titles import key_of, words_of
from reporter.words.periods import Period, month_alone, period_of, without_period
from reporter.words.sheets import ANY_SHEET, INCOME, LEFT_ALONE, SHEETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.sources.grids.grid import Grid

TOOLS = {
    "abby", "axonaut", "bonsai", "boond", "boondmanager", "clockify", "dext", "dolibarr",
    "dougs", "ebp", "everhour", "evoliz", "expensya", "freebe", "freshbooks", "harvest",
    "henrri", "indy", "jenji", "jira", "kimai", "lucca", "malt", "mooncard", "n2f", "obat",
    "odoo", "pennylane", "pleo", "qonto", "quickbooks", "sellsy", "shine", "spendesk",
    "stripe", "sumup", "tempo", "tiime", "timecamp", "timely", "timmi", "toggl", "vosfactures",
    "xero", "zervant", "zoho",
}  # fmt: skip
"""The tools whose names stand beside those words: « abby-factures », « export-tiime »."""

FILLERS = {
    "cahier", "export", "fichier", "journal", "liste", "livre", "mes", "nos", "registre", "suivi",
    "historique", "saisie", "tableau", "detail", "details", "mensuel", "mensuelle", "annuel",
    "annuelle", "ht", "fixes", "variables", "courantes", "divers", "diverses", "detaille",
    "detaillee", "semaine", "hebdo", "pro", "mon", "ma", "ok", "final", "finale", "v1", "v2", "v3",
    "grid", "view", "suite", "report", "reports", "rapport", "items",
}  # fmt: skip
"""What a name says of its sheet besides what stands there: « Livre des recettes »."""

BETWEEN = pattern(r"[\s_–-]+")
"""What parts the words of a name."""
MARCH = pattern(r"^\s*mar(?=[\W\d_]*$)", re.IGNORECASE)
SHORT_YEAR = pattern(r"\s*([^\W\d_]+)\.?[\s'’_-]*(\d\d)\s*")
"""A month and the last two figures of its year, which for a sheet are no day: « Janv. 25 »."""
PARTS = pattern(r"[tq][1-4]|s(?:em)?\d\d?")
"""A quarter, half a year or a week."""
AND = pattern(r"\s(?:et|&|\+)\s", re.IGNORECASE)
ANY_WORD = "suivi"
"""A name as good as one whose words may all stand beside another: « Suivi mensuel »."""
LINES = words_of(INCOME) | words_of(", ".join(SHEETS.values()))
"""What the name of a sheet of lines says."""
SHEET_WORDS = words_of(ANY_SHEET) | words_of(LEFT_ALONE) | words_of(", ".join(SHEETS.values()))
"""What names say; a sheet exported alone has that of its workbook first: « Suivi - Factures »."""


def in_full(name: str) -> str:
    """Return a name whose month is whole, and its year: « Mar 23 », elsewhere a Tuesday too."""
    name = MARCH.sub("mars", name)
    short = SHORT_YEAR.fullmatch(name)
    return f"{short[1]} 20{short[2]}" if short and month_alone(short[1]) else name


@cache
def said_by_name(name: str) -> str:
    """Return what a name says of its sheet, fillers and quarters left out, in the plural.

    « Ventes et achats » says that each of its tables must tell by itself what it holds.
    """
    if len(parts := AND.split(name)) > 1 and LINES.issuperset(said := [*map(said_by_name, parts)]):
        kinds = [[kind for kind, its in SHEETS.items() if it in words_of(its)] for it in said]
        return said[0] if kinds.count(kinds[0]) == len(kinds) else INCOME.partition(",")[0]
    words = [
        word for word in key_of(without_period(in_full(name))).split() if not PARTS.fullmatch(word)
    ]
    own = " ".join(word for word in words if word not in FILLERS | TOOLS)
    whole = " ".join(words)
    found = (it for it in (whole, own, f"{own}s") if it in SHEET_WORDS)
    return next(found, own or ANY_WORD if words else whole)


def besides(name: str) -> str:
    """Return what a name says besides that of its lines: « Factures Ponant 2020 » → Ponant.

    Nothing where it does not begin with that of its lines, nor ends with it.
    """
    words = [word for word in BETWEEN.split(name) if without_period(word)]
    for n in range(len(words) - 1, 0, -1):
        for said, rest in ((words[:n], words[n:]), (words[-n:], words[:-n])):
            if said_by_name(" ".join(said)) in LINES:
                return " ".join(rest)
    return ""


MONTHS, AUGUST = 12, 8
"""How many a year has, and the one that has a right to be empty."""
FEWEST = 6
"""Months that have a sheet, or a row, each, before one without is a miss."""


def months_left_out(places: Iterable[tuple[str, str]]) -> Iterator[Doubt]:
    """Yield the sheet after the only month without one, between two that have theirs."""
    for ranks in _series(places).values():
        yield from month_left_out({rank: Place(*it) for rank, it in ranks.items()}, "feuille")


def month_left_out(ranks: Mapping[int, Place], where: str) -> Iterator[Doubt]:
    """Yield the place after the only month that has none, by its rank, between two that have.

    Two months without are the habit of an owner who makes none where there is nothing.
    """
    absent = [it for it in missing_between(ranks) if it % MONTHS != AUGUST - 1]
    if len(absent) == 1 and len(ranks) >= FEWEST:
        after = ranks[min(it for it in ranks if it > absent[0])]
        yield month_omitted(after, absent[0], where)


def month_omitted(place: Place, rank: int, where: str) -> Doubt:
    """Return the doubt of a month, by its rank, that has no sheet, or no column, as others have."""
    year, month = divmod(rank, MONTHS)
    shown = str(Period(year or None, month + 1))
    what = f"un mois sans {where}, parmi les autres : une {where} effacée ?"
    fix = f"remettre la {where} du mois, vide s’il n’y a rien eu"
    return Doubt("mois-omis", what, place, shown, fix, about=shown)


def words_unsaid(words: Mapping[str, str], grids: Sequence[Grid]) -> Iterator[Doubt]:
    """Yield each word of `[colonnes]` that no sheet, file nor cell of the books says.

    A sheet that its owner named and that is gone took its lines with it.
    """
    parts = [it for grid in grids for it in (grid.sheet, *PurePath(grid.file).parts)]
    names = " ".join(map(key_of, parts))
    unsaid = {word: key for word in words if (key := key_of(word)) not in names}
    seen: set[str] = set()
    for text in _said(grids):
        if not unsaid:
            return
        if text not in seen:
            seen.add(text)
            told = key_of(text)
            unsaid = {word: key for word, key in unsaid.items() if key not in told}
    for word in unsaid:
        what = "un mot de [colonnes] qu’aucune feuille ne dit : une feuille effacée ?"
        place = Place("bilan.toml", key=f"colonnes.{word}")
        fix = "remettre la feuille ou le titre de ce nom, ou effacer cette ligne"
        yield Doubt("mot-absent", what, place, f'"{word}" = "{words[word]}"', fix, about=word)


def _said(grids: Iterable[Grid]) -> Iterator[str]:
    """Yield the texts of sheets, the first rows first, and the titles that are no texts."""
    for grid in grids:
        for number, row in enumerate(grid.rows):
            yield from (it for it in row if isinstance(it, str))
            yield from map(shown, row if number < TOP_ROWS else ())


def _series(
    places: Iterable[tuple[str, str]],
) -> Mapping[tuple[str, str], Mapping[int, tuple[str, str]]]:
    """Return, by the rest of their names, the sheets that say a month, by its rank.

    Those that say no year are of that of their workbook.
    """
    found: defaultdict[tuple[str, str], dict[int, tuple[str, str]]] = defaultdict(dict)
    for file, sheet in places:
        name = in_full(sheet or PurePath(file).stem)
        period = period_of(name).completed(period_of(PurePath(file).stem))
        if period_of(name).month:
            own = "" if period.year or not sheet else file
            found[own, without_period(name)][period.rank] = file, sheet
    return found
