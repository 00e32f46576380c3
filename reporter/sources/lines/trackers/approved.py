"""Whether the time of a row is approved, by the words of its tracker: known wholly, or asked.

Knows the cells of approvals, of statuses and of locks. Never whether a row is billable.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.sources.lines.meaning.statuses import counts
from reporter.sources.lines.trackers.rows import Problem, Wrong
from reporter.sources.lines.written.values import NO, YES
from reporter.sources.tables.tracker_words import REFUSAL
from reporter.sources.tables.words import SOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.lines.meaning.statuses import Statuses
    from reporter.sources.lines.trackers.rows import Row

APPROVED = YES | SOLD | {
    "1", "approved", "approuve", "approuvee", "accepted", "accepte", "acceptee", "validated",
    "valid", "locked", "verrouille", "verrouillee", "confirmed", "confirme", "confirmee", "active",
    "actif", "final", "signed", "signe", "signee", "archived", "archive", "archivee",
    "exported", "exporte", "exportee",
}  # fmt: skip
WAITING = NO | {
    "0", "pending", "pending approval", "waiting", "waiting for approval", "submitted", "soumis",
    "soumise", "open", "ouvert", "ouverte", "unsubmitted", "not submitted", "non soumis",
    "non soumise", "unapproved", "not approved", "non approuve", "non approuvee", "not validated",
    "non valide", "non validee", "en attente", "en attente de validation",
    "en attente d approbation", "a valider", "a approuver", "in review", "in progress", "en cours",
    "new", "nouveau", "nouvelle", "none", "aucun", "aucune", "unlocked", "non verrouille",
    "deverrouille",
}  # fmt: skip
"""Words of a time that nobody approved yet, and nobody refused."""
NONE = NO | {"0"}
ASKED = "ce temps compte-t-il ?"
LOCKS = re.compile(r"\b(?:lock|verrouill)")
"""Titles of a column whose « non » only says that the row may still be written."""
DAY = re.compile(r"(?:le )?\d{1,4} \d{1,2} \d{1,4}(?: .*)?")
"""The day of an approval, folded, in place of a « oui »."""


def approvals(row: Row) -> Iterator[tuple[int, str]]:
    """Yield the columns that say whether a row is approved, and their texts that are filled."""
    for number in row.export.approvals:
        if text := row.text(number).strip(" -–—"):
            yield number, text


def approved(row: Row, statuses: Statuses) -> bool | None:
    """Return whether a row is approved, None where nothing says it.

    Raises:
        Wrong: where a word may take the row back, or is not known: whether it counts is asked.
    """
    found = [_says(row, number, text, statuses) for number, text in approvals(row)]
    return None if not found else all(found)


def _says(row: Row, number: int, text: str, statuses: Statuses) -> bool:
    """Return whether a cell says that its row is approved."""
    header = str(row.export.grid.rows[row.export.top][number]).strip()
    words, title = folded(text), folded(header)
    if REFUSAL.search(title):
        if words not in NONE and words not in statuses.counted:
            raise Wrong(Problem((number,), ASKED, text, _fix(row, words, text)))
        return True
    if words in APPROVED or words in statuses.counted or DAY.fullmatch(words):
        return True
    if words not in WAITING:
        raise Wrong(Problem((number,), ASKED, text, _fix(row, words, text)))
    return LOCKS.search(title) is not None


def _fix(row: Row, words: str, text: str) -> str:
    if words in YES | {"1"}:
        return f"retirer sa ligne, ou la dire non facturable dans {row.export.source}"
    return f"dire dans bilan.toml si ce temps compte : {counts(text)}"
