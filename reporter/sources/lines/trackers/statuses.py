"""Whether the time of a row is approved, or invoiced, by the words of its tracker: known, or asked.

Knows the cells of approvals, of statuses, of locks and of invoices. Never whether a row counts:
what is not invoiced yet is work all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.lines.meaning.bearings import counts
from reporter.sources.lines.trackers.rows import Wrong
from reporter.sources.lines.trackers.times import plain
from reporter.sources.lines.written.counts import CLOCK
from reporter.sources.lines.written.values import NO, YES
from reporter.words.bearing import SOLD, bearing
from reporter.words.trackers import REFUSAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.lines.meaning.bearings import Statuses
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
LOCKS = pattern(r"\b(?:lock|verrouill)")
"""Titles of a column whose « non » only says that the row may still be written."""
DAY = pattern(r"(?:le )?\d{1,4} \d{1,2} \d{1,4}(?: .*)?")
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
    words, title = folded(text), folded(row.export.title(number))
    takes_back = REFUSAL.search(title) is not None
    if words in (NONE if takes_back else APPROVED) or words in statuses.counted:
        return True
    if not takes_back and DAY.fullmatch(words):
        return True
    if not takes_back and words in WAITING:
        return LOCKS.search(title) is not None
    fix = f"dire dans bilan.toml si ce temps compte : {counts(text)}"
    if words in YES | {"1"}:
        fix = f"retirer sa ligne, ou la dire non facturable dans {row.export.source}"
    raise Wrong((number,), "ce temps compte-t-il ?", text, fix)


BILLABLE = YES | {"1", "billable", "facturable"}
UNBILLABLE = NO | {"0", "non billable", "not billable", "non facturable"}


def is_billable(row: Row) -> bool:
    """Tell whether a cell says that a row is billable.

    Raises:
        Wrong: where it says neither, or nothing.
    """
    text = row.text("billable")
    words = folded(text)
    if words in BILLABLE:
        return True
    if words in UNBILLABLE or (words and bearing(words) == "not sold"):
        return False
    raise Wrong(("billable",), "facturable, ou non ?", text, "écrire oui ou non")


DONE = {"exported", "exporte", "yes invoiced", "oui facture"}
NUMBER = pattern(
    r"(?:(?:facture|fact|fac|invoice|inv|n|no|numero|ref|du|le|of|on) )*"
    r"(?:[a-z]{1,6} ?)?\d[\da-z ]*"
)
"""The number or the day of an invoice, folded: « F-2020-12 », « facture n° 3 », 31/03/2020."""
PARTLY = pattern(r"parti|demi|pour cent|acompte|solde")


def invoiced(row: Row, statuses: Statuses) -> bool | None:
    """Return whether a row is wholly on an invoice, None where there is no such column.

    Of what is not, or not known to be, nothing is refused: it counts all the same.
    """
    if "invoiced" not in row.export.columns:
        return None
    text = row.text("invoiced")
    if plain(row.cell("invoiced")) is None and CLOCK.fullmatch(text.strip()):
        return row.hours("invoiced") == row.length
    words = folded(text)
    if words in BILLABLE | DONE | SOLD or words in statuses.counted:
        return not words.startswith("parti")
    numbered = NUMBER.fullmatch(words) is not None and words not in UNBILLABLE
    return numbered and "%" not in text and not PARTLY.search(words)
