"""What a text says of its line, by its column: a client, a comment, a status, which must be known.

Knows that a word undoes a line in one column and not in all, and the owner's `[statuts]`. Never
what a line is worth.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded, forms
from reporter.errors import BadCell
from reporter.patterns import pattern
from reporter.sources.lines.meaning.movements import says_movement
from reporter.sources.tables.titles import key_of
from reporter.toml.kinds import literal
from reporter.words.apart import parts
from reporter.words.bearing import (
    ABSENCES,
    SOLD,
    SPENT,
    Bearing,
    bearing,
    is_discount,
    is_undone,
    undoes,
)
from reporter.words.charges import is_paid_by_another, says_no_sale
from reporter.words.documents import is_no_sale, is_of_others, is_sale, numbered
from reporter.words.fates import UNDOES, is_aside
from reporter.words.names import (
    NO_MISSION,
    is_name,
    of_mission,
    of_name,
    of_work,
)
from reporter.words.sheets import is_apart
from reporter.words.sums import is_bare, names_sum
from reporter.words.undecided import told_again, unsure

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field


NAMED: tuple[Field, ...] = ("client", "supplier", "mission", "service", "label")
"""Those that name somebody, or something sold or bought."""
SOLD_BY: tuple[Field, ...] = ("client", "mission", "service")
"""Those that name somebody, or something sold."""
BALANCE = "solde"
"""What the last invoice of some work bills, and is no sum."""
PAYING = {"client", "le client", "customer", "the client"}
"""Who pays an expense that its owner does not."""
BOUGHT_OR_SOLD: tuple[Field, ...] = ("service", "label", "category")
UNSOLD: dict[Field, set[str]] = {"service": NO_MISSION | ABSENCES, "document": NO_MISSION}
"""What no column of sales should hold, by its whole cell: leave, time of nobody’s."""
KEPT = ("credit", "maybe credit", "target", "maybe target", "deposit", "outlay")
"""What the type or the number of a document may say of an expense, as its words would."""
TAKEN_OFF = pattern(
    r"(?!.*\b(?:inclus|deduit|compris|appliqu))"
    r".*\b(?:remise|rabais|ristourne|escompte|discount) (?:de )?\d"
)
"""A part that is taken off some work, beside a « % », unless its price says so already; folded."""
LESS = pattern(r"\w.*\s[-–−]\d+(?:[.,]\d+)? ?%$")
"""The same without a word: « Pilotage -10 % »."""
SHARE = pattern(r".*\s(?:\d{1,2} ?%|[(\[]\d{1,2} ?%[)\]])$")
"""What is billed in shares: « Pack (50 %) »."""
IN_COMMENTS: dict[Bearing, Bearing] = {
    **dict.fromkeys(("not sold", "maybe not sold"), "maybe not sold"),
    **dict.fromkeys(("credit", "maybe credit"), "maybe credit"),
    "outlay": "outlay",
}
"""What a comment says of its line: never surely."""


def bearing_in(name: Field, text: str) -> Bearing:
    """Return what a text of a column says: some words undo a line in one column and not in all."""
    if name in NAMED and names_sum(text) and not bearing(text):
        return "sum"
    said = _of_column(name, text) or (_apart(text) if name in NAMED else "")
    if name == "label":
        return told_again(text) or said
    if said or name not in SOLD_BY:
        return said
    if "%" in text and (TAKEN_OFF.match(folded(text)) or LESS.match(text)):
        return "maybe credit"
    if name in ("client", "service") and "%" in text and SHARE.match(text):
        return "deposit"
    return unsure(text, whole=name != "client" or not is_name(text))


def _apart(text: str) -> Bearing:
    """Return what is set apart from a name that is a sum, or a goal: « Guide (total) »."""
    for said in parts(text):
        if is_bare(said) and not said.startswith(BALANCE):
            return "sum"
        if bearing(said) == "target" and " " not in said:
            return "maybe target"
    return ""


def _of_column(name: Field, text: str) -> Bearing:
    """Return what a text says by the words that bear on its column."""
    if name in ("client", "supplier"):
        return of_name(text, client=name == "client")
    if name == "mission":
        return of_mission(text)
    said = of_work(text) if name in BOUGHT_OR_SOLD else bearing(text)
    none = name == "document" and is_no_sale(text)
    if none or (not said and folded(text) in UNSOLD.get(name, ())):
        return "not sold" if none else "maybe not sold"
    if name in ("worker", "means", "payer"):
        unpaid = name == "payer" and folded(text) in PAYING
        untaken = name == "means" and UNDOES.search(folded(text))
        return "maybe not sold" if unpaid or untaken or is_undone(text) else ""
    if name in ("receipt", "category"):
        said = said if said in KEPT else ""
        return said or _unspent(name, text)
    return _of_words(name, text, said)


def _of_words(name: Field, text: str, said: Bearing) -> Bearing:
    """Return what a status, a label or a comment says, from what its words would say anywhere."""
    if name == "label" and said == "maybe credit" and says_movement(text):
        return ""
    if name in ("service", "document") and said in ("", "maybe credit") and says_no_sale(text):
        return "maybe no sale"
    if name != "comment":
        return said
    if is_aside(text):
        return ""
    if said == "maybe credit" and not is_discount(text):
        said = ""
    return IN_COMMENTS.get(said, "") or ("unspent" if is_paid_by_another(text) else "")


def takes_away(text: str, *, spent: bool) -> bool:
    """Tell whether a text beside a line, under any title, says that it may not count."""
    if undoes(text) and not is_undone(text):
        return False
    said = _of_words("comment", text, bearing(text))
    return said == "maybe not sold" or (spent and said == "unspent")


def _unspent(name: Field, text: str) -> Bearing:
    """Return what the type or the number of a document says of an expense: a quote is none."""
    no_sale = is_undone(text) or (name == "category" and is_no_sale(text))
    unpaid = name == "receipt" and numbered(text) == "not sold"
    return "maybe not sold" if no_sale or unpaid else ""


SAID: tuple[Bearing, ...] = ("not sold", "credit", "target", "deposit")
UNDONE = pattern(
    r"\b(?:avoirs?|credit|litige|contest\w*|extourn\w*|erreur|doublon|perdu\w*|perte|abandon\w*|"
    r"refus\w*|rejet\w*|irrecouvrable\w*|impaye\w*|remplace\w*|test|annul\w*|tort|non|pas|"
    r"perso\w*|confreres?|compte de)\b"
)
"""What may undo the first word of a status: « Payée (avoir émis) »."""
SETTLED = forms("paye, regle, encaisse, facture, solde, envoye, emis, transmis, relance, acquitte")
"""How a status begins that says by what, or when, a sale was paid or sent."""
NATURES = {"nature"}
"""Titles of a column that tells services as often as documents: what is unknown there is free."""


class Statuses(NamedTuple):
    """The statuses that the owner explains in `[statuts]`: those that count, those that do not."""

    counted: Collection[str] = ()
    left_out: Collection[str] = ()

    def explains(self, words: str) -> bool:
        """Tell whether the owner says what a folded text means."""
        return words in self.counted or words in self.left_out


INVOICE = pattern(r"(?:\w+ )?(?:fa?c?|fact|factures?|inv|invoices?|ventes?|sales?)\b")
"""How the type of a document that is a sale is called, folded; others may be those of work."""
MOST_ASKED = 8
"""Statuses that one refusal asks about."""


def counts(*texts: str) -> str:
    """Return what says in bilan.toml whether each status counts, a line for each of several."""
    lines = [f'{literal(text)} = "compte" (ou "ne compte pas")' for text in texts]
    return f"[statuts] {lines[0]}" if len(lines) == 1 else "\n".join(("[statuts]", *lines))


def never_counts(text: str) -> str:
    """Return what says in bilan.toml that a status never counts."""
    return f'[statuts] {literal(text)} = "ne compte pas"'


def unknown_statuses(
    cells: Cells, statuses: Statuses, ranks: Collection[int], *, listed: bool
) -> Iterator[BadCell]:
    """Yield the mistake of a column that is not known entirely: one for all its words.

    In a list of invoices, a table that is `listed`, a type must be that of a sale; elsewhere it may
    be of costs, on the invoice of a sale.
    """
    spent = cells.table.kind == "expenses"

    def unknown(name: Field, what: str, is_known: Callable[[str], bool]) -> Iterator[BadCell]:
        found: dict[str, int] = {}
        for rank, text in enumerate(cells.of(name)):
            new = text and rank in ranks and text not in found
            if new and not (statuses.explains(folded(text)) or is_known(text)):
                found[text] = rank
        if found:
            asked = list(found)[:MOST_ASKED]
            met = " · ".join(f"« {text} »" for text in asked)
            fix = f"dire ce que cela veut dire dans bilan.toml : {counts(*asked)}"
            yield BadCell(what, cells.place(found[asked[0]], name), shown=met, fix=fix)

    yield from unknown("status", "statut inconnu", partial(_is_status, spent=spent))
    title, types = cells.table.title("document"), {*cells.of("document")} - {"", None}
    if listed and title and key_of(title) not in NATURES and any(map(_is_document, types)):
        yield from unknown("document", "type de document inconnu", _is_type)
    elif types and not spent:
        what, numbers = "un document qui n’est pas une vente ?", cells.of("invoice")
        named = zip(numbers, cells.of("document"), strict=True)
        sold = {number for number, text in named if number and text and not is_of_others(text)}
        ranks = {rank for rank in ranks if numbers[rank] not in sold}
        yield from unknown("document", what, lambda it: not is_of_others(it))


def _is_type(text: str) -> bool:
    """Tell whether a text may be the type of a sale."""
    return is_sale(text) or (bearing(text) in SAID and not is_of_others(text))


def _is_document(text: str) -> bool:
    """Tell whether a text names a document, or no sale, and no kind of work as « Logo » does."""
    return INVOICE.match(folded(text)) is not None or bearing(text) != "" or is_apart(text)


def _is_status(text: str, *, spent: bool) -> bool:
    words = folded(text)
    known = words in SOLD or (spent and words in SPENT) or bearing(text) in SAID
    begins = " " in words and words.split()[0] in SETTLED
    return known or (begins and not UNDONE.search(words))
