"""Whether a remark is understood wholly, and agrees with its line: then nothing is asked of it.

Knows one text and the cells of its line, and those above. Never which texts are remarks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.model import ZERO
from reporter.patterns import pattern
from reporter.sources.lines.accidents.strays import year_of_comment
from reporter.sources.lines.meaning.amounts_beside import is_discounted
from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.meaning.restated import says_again
from reporter.sources.tables.sheet_names import said_by_name
from reporter.sources.tables.titles import words_of
from reporter.words.bearing import ABSENCES, bearing, takes_back
from reporter.words.fates import PART, UNDOES, WORKED, is_aside
from reporter.words.sheets import SHEETS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.lines.cells import Cells

NOT = {"ne", "n", "est", "pas", "non", "not"}
"""What turns about a word that undoes: « n’est pas annulé »."""
ORDERS = pattern(r"commande|contrat|order|reten|a factur")
"""How words begin by which something is sold: what is not ordered is not."""
A_WEEK = 5
"""Days beyond which a line is of a month, of which leave is the rest."""
LEAVE = pattern(r"\b(?:conges?|vacances|feries?|ponts?|rtt)\b")
RISE = pattern(
    r"\b(?:augment\w*|hausse|revaloris\w*|indexation|nouveaux? (?:tjm|tarifs?|prix|taux)|"
    r"(?:tjm|tarifs?|prix|taux) (?:revus?|(?:re)?negocies?|actualises?|releves?))\b"
)
"""What is said of leave, and of a price that rises; folded."""


def is_understood(cells: Cells, rank: int, text: str) -> bool:
    """Tell whether a remark is understood wholly, and agrees with its line.

    It is about a part of the work, says again a number or the year of its line, the discount that
    makes its amount, why it is below zero, that it is not undone, or what its table holds.
    """
    words, amount = folded(text), cells.of("amount")[rank]
    if words.isalpha() and said_by_name(text) in words_of(SHEETS[cells.table.kind]):
        return True
    aside = is_aside(text) and (bearing(text) or not PART.match(words))
    if aside or words in WORKED or says_again(cells, rank, text):
        return True
    year, day = year_of_comment(text), cells.of("date")[rank]
    if year and (text == cells.of("comment")[rank] or (day and day.year == year)):
        return True
    if _is_denied(words.split()) or _is_explained(cells, rank, text):
        return True
    if amount is None:
        return False
    return (amount < ZERO and takes_back(text)) or is_discounted(cells, rank, text)


def _is_denied(words: Sequence[str]) -> bool:
    """Tell whether words deny what undoes a line: « n’est pas annulé »."""
    said = (n for n, word in enumerate(words) if word in NOT)
    at = next(said, len(words))
    rest = " ".join(word for word in words[at:] if word not in NOT)
    undone = bearing_in("comment", rest) or UNDOES.search(rest)
    return at < len(words) and bool(undone) and not ORDERS.match(rest)


def _is_explained(cells: Cells, rank: int, text: str) -> bool:
    """Tell whether a line shows what is said of it: a rise of its price, leave in a long month."""
    words = folded(text)
    if "?" in text or not NOT.isdisjoint(words.split()):
        return False
    if LEAVE.search(words) and is_rest(cells, rank, text):
        return True
    own, before = (cells.of(name)[:rank] for name in ("client", "rate"))
    rates = [
        it for it, who in zip(before, own, strict=True) if it and who == cells.of("client")[rank]
    ]
    rate = cells.of("rate")[rank]
    return bool(RISE.search(words) and rates and rate and rate > rates[-1])


def is_rest(cells: Cells, rank: int, text: str) -> bool:
    """Tell whether the leave that a text tells more of may be the rest of a fee, or of a month."""
    days = cells.of("days")[rank]
    return (days is None or days > A_WEEK) and folded(text) not in ABSENCES
