"""Whether the time of a row is on an invoice, by the words of its tracker: known wholly, or asked.

Knows one cell. Never whether the row counts: what is not invoiced yet is work all the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.sources.lines.meaning.statuses import counts
from reporter.sources.lines.trackers.lengths import CLOCK, plain
from reporter.sources.lines.trackers.rows import Problem, Wrong
from reporter.sources.lines.written.values import NO, YES
from reporter.sources.tables.words import SOLD, bearing

if TYPE_CHECKING:
    from reporter.sources.lines.meaning.statuses import Statuses
    from reporter.sources.lines.trackers.rows import Row

BILLABLE = YES | {"1", "billable", "facturable"}
UNBILLABLE = NO | {"0", "non billable", "not billable", "non facturable"}
WAITING = {
    "en attente", "en cours", "pending", "open", "draft", "to invoice", "to be invoiced",
    "uninvoiced", "no invoice", "none", "aucune", "pas de facture", "en attente de facturation",
    "not exported", "non exporte",
}  # fmt: skip
DONE = {"exported", "exporte", "yes invoiced", "oui facture"}
NUMBER = re.compile(
    r"(?:(?:facture|fact|fac|invoice|inv|n|no|numero|ref|du|le|of|on) )*"
    r"(?:[a-z]{1,6} ?)?\d[\da-z ]*"
)
"""The number or the day of an invoice, folded: « F-2020-12 », « facture n° 3 », 31/03/2020."""
PARTLY = re.compile(r"parti|demi|pour cent|acompte|solde")


def invoiced(row: Row, statuses: Statuses) -> bool | None:
    """Return whether a row is on an invoice, None where there is no such column.

    Raises:
        Wrong: where its words are not known: a part may be invoiced, and which nobody says.
    """
    if "invoiced" not in row.export.columns:
        return None
    if plain(row.cell("invoiced")) is None and CLOCK.fullmatch(row.text("invoiced").strip()):
        return _is_all(row)
    text = row.text("invoiced")
    words = folded(text)
    if words in NO or words in UNBILLABLE | WAITING or not text.strip(" -–—"):
        return False
    if words in BILLABLE | DONE | SOLD or words in statuses.counted:
        return not words.startswith("parti")
    if bearing(text) == "not sold":
        return False
    if "%" not in text and not PARTLY.search(words) and NUMBER.fullmatch(words):
        return True
    raise _unknown(text, words)


def _is_all(row: Row) -> bool:
    """Tell whether the hours of a row that are on an invoice are all of them; none are not.

    Raises:
        Wrong: where a part of them is.
    """
    hours = row.hours("invoiced")
    if hours and hours != row.length:
        raise _unknown(row.text("invoiced"), "")
    return bool(hours)


def _unknown(text: str, words: str) -> Wrong:
    fix = "écrire oui ou non"
    if words:
        fix = f"dire dans bilan.toml si ce temps compte : {counts(text)}"
    return Wrong(Problem(("invoiced",), "facturé, ou non ?", text, fix))
