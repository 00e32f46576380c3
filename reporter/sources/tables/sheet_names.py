"""What the name of a sheet, or of a file, says that it holds: without its tool, nor what fills it.

Knows words alone. Never what they mean, nor what the owner says of them.
"""

from __future__ import annotations

import re

from reporter.patterns import pattern
from reporter.sources.tables.titles import key_of, words_of
from reporter.words.periods import without_period
from reporter.words.sheets import ANY_SHEET, INCOME, LEFT_ALONE, SHEETS

TOOLS = {
    "abby", "axonaut", "dougs", "evoliz", "freebe", "freshbooks", "henrri", "indy", "odoo",
    "pennylane", "qonto", "quickbooks", "sellsy", "shine", "stripe", "tiime", "xero",
    "zervant", "zoho",
}  # fmt: skip
"""The tools whose names stand beside those words: « abby-factures », « export-tiime »."""

FILLERS = {
    "cahier", "export", "fichier", "journal", "liste", "livre", "mes", "nos", "registre", "suivi",
    "historique", "saisie", "tableau", "detail", "details", "mensuel", "mensuelle", "annuel",
    "annuelle", "ht",
}  # fmt: skip
"""What a name says of its sheet besides what stands there: « Livre des recettes »."""

BETWEEN = pattern(r"[\s_–-]+")
"""What parts the words of a name."""
PARTS = pattern(r"[tqs][1-4]")
"""A quarter, or half a year."""
AND = pattern(r"\s(?:et|&|\+)\s", re.IGNORECASE)
LINES = words_of(INCOME) | words_of(", ".join(SHEETS.values()))
"""What the name of a sheet of lines says."""
SHEET_WORDS = words_of(ANY_SHEET) | words_of(LEFT_ALONE) | words_of(", ".join(SHEETS.values()))
"""What names say; a sheet exported alone has that of its workbook first: « Suivi - Factures »."""


def named(name: str) -> str:
    """Return what a name says of its sheet, fillers and quarters left out, in the plural.

    « Ventes et achats » says that each of its tables must tell by itself what it holds.
    """
    if len(parts := AND.split(name)) > 1 and LINES.issuperset(said := [*map(named, parts)]):
        kinds = [[kind for kind, its in SHEETS.items() if it in words_of(its)] for it in said]
        return said[0] if kinds.count(kinds[0]) == len(kinds) else INCOME.partition(",")[0]
    words = [word for word in key_of(without_period(name)).split() if not PARTS.fullmatch(word)]
    own = " ".join(word for word in words if word not in FILLERS | TOOLS)
    whole = " ".join(words)
    found = (it for it in (whole, own, f"{own}s") if it in SHEET_WORDS)
    return next(found, own or whole)


def besides(name: str) -> str:
    """Return what a name says besides that of its lines: « Factures Ponant 2020 » → Ponant.

    Nothing where it does not begin with that of its lines, nor ends with it.
    """
    words = [word for word in BETWEEN.split(name) if without_period(word)]
    for n in range(len(words) - 1, 0, -1):
        for said, rest in ((words[:n], words[n:]), (words[-n:], words[:-n])):
            if named(" ".join(said)) in LINES:
                return " ".join(rest)
    return ""
