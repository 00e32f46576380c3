"""What the words of a line say of whether it counts: status, billable, credit note, discount.

Knows that such a word is understood wholly or asked about, never passed over. Never sums.
"""

from __future__ import annotations

import re
from string import digits
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import euros_cents
from reporter.model import ZERO
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.amounts_beside import beside, discounts, worth
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.misplaced import misplaced
from reporter.sources.lines.movements import says_no_sale
from reporter.sources.lines.signs import foreign, signs
from reporter.sources.lines.values import NO, YES, YES_OR_NO
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.sources.tables.documents import beside_invoices, is_no_sale, numbered
from reporter.sources.tables.labels import PRICE
from reporter.sources.tables.words import Bearing, bearing, is_absence, is_sold, undoes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.statuses import Statuses
    from reporter.sources.tables.vocabulary import Field

SAYING: tuple[Field, ...] = (
    "status", "document", "invoice", "service", "mission", "label", "client", "supplier",
    "category", "comment", "receipt",
)  # fmt: skip
"""The columns whose words may bear on whether a line counts."""
SAID_BY_OWNER: tuple[Field, ...] = ("status", "document")
"""Those of which `[statuts]` says the meaning."""
NEVER_SOLD = "ligne annulée ou pas encore facturée"
NOT_SOLD_FIX = "effacer la ligne, ou vider cette cellule si elle compte dans le CA"
DOUBTED: dict[Bearing, tuple[str, str, str]] = {
    "not sold": (
        "peut-etre-annule",
        "dépense peut-être annulée ou jamais faite",
        "l’effacer si elle ne compte pas",
    ),
    "maybe not sold": (
        "peut-etre-annule",
        "ligne peut-être annulée, offerte ou pas encore facturée",
        "l’effacer si elle ne compte pas",
    ),
    "maybe credit": (
        "avoir-possible",
        "une remise ou un remboursement, qui s’ajoute : faut-il un signe moins ?",
        "écrire le montant avec un signe moins s’il se déduit",
    ),
    "maybe no sale": (
        "mouvement-possible",
        "est-ce une vente ? Elle est comptée dans le chiffre d’affaires",
        "l’effacer d’ici si ce n’en est pas une",
    ),
    "deposit": (
        "acompte",
        "un acompte : la facture finale le déduit-elle ?",
        "ne compter que le solde dans la facture finale, ou effacer l’acompte",
    ),
}
"""What to say of the words that leave a doubt: its code, what is doubtful, what to write."""
FOREIGN = re.compile(r"[$£]|\b(?:USD|GBP|CHF|dollars?)\b", re.IGNORECASE)
EUROS = {"", "eur", "euro", "euros"}
Found = tuple[int, Problem | Doubt | Aside]
"""The rank of a row, and what its words say: refused, doubted, or no line."""


def meanings(cells: Cells, statuses: Statuses) -> Iterator[Found]:
    """Yield what the words of each row say of it, where they say something."""
    at = cells.table.columns.fields
    twice = "service" if at.get("service") == at.get("document", -1) else ""
    for name in SAYING:
        if name in cells.values and name != twice:
            yield from _texts(cells, name, statuses)
    if cells.table.kind == "days":
        yield from _absences(cells)
    if "billable" in cells.values:
        yield from _unbilled(cells)
    yield from misplaced(cells)
    yield from _unnumbered(cells)
    yield from _foreign_words(cells)
    if "currency" in cells.values:
        yield from _currencies(cells)
    yield from signs(cells)
    for name in ("credit", "debit"):
        if name in cells.values:
            yield from beside(cells, name)
    if "discount" in cells.values:
        yield from discounts(cells)


def _texts(cells: Cells, name: Field, statuses: Statuses) -> Iterator[Found]:
    """Yield what the texts of a column say; each distinct text is understood once."""
    texts = set(cells.values[name]) - {"", None}
    said = beside_invoices(texts) if name == "invoice" else {}
    for cell in texts:
        if name in SAID_BY_OWNER and folded(cell) in statuses.counted:
            continue
        if bears := _bearing(name, cell):
            said[cell] = bears
    out = set(statuses.left_out) if name in SAID_BY_OWNER else set()
    for rank, text in enumerate(cells.values[name] if said or out else ()):
        if not text:
            continue
        if out and folded(text) in out:
            yield rank, _left_out(cells, rank, name, text)
        elif text in said and (found := _borne(cells, rank, name, said[text])) is not None:
            yield rank, found


def _bearing(name: Field, text: str) -> Bearing:
    """Return what a text of a column says: some words undo a line in one column and not in all."""
    if name == "invoice":
        words = "" if text[-1] in digits else folded(text)
        return "not sold" if words in NO or words == "a facturer" else numbered(text)
    said = bearing(text)
    if (name == "client" and undoes(text)) or (name == "document" and is_no_sale(text)):
        return "not sold"
    if name in ("receipt", "category", "supplier", "client"):
        said = said if said in ("credit", "target", "deposit") else ""
        return said or _unspent(name, text)
    return _of_words(name, text, said)


def _of_words(name: Field, text: str, said: Bearing) -> Bearing:
    """Return what a status, a label or a comment says, from what its words would say anywhere."""
    if name == "status" and said == "maybe not sold" and is_sold(text):
        return ""
    if name in ("service", "document") and said in ("", "maybe credit") and says_no_sale(text):
        return "maybe no sale"
    if name != "comment":
        return said
    return "maybe not sold" if said in ("not sold", "maybe not sold") else ""


def _unspent(name: Field, text: str) -> Bearing:
    """Return what the type or the number of a document says of an expense: a quote is none."""
    no_sale = name == "category" and is_no_sale(text)
    unpaid = name == "receipt" and numbered(text) == "not sold"
    return "maybe not sold" if no_sale or unpaid else ""


def _borne(cells: Cells, rank: int, name: Field, said: Bearing) -> Problem | Doubt | None:
    """Return what a text says of its row, its amount being known or not."""
    said_by = cells.values[name][rank]
    amount = worth(cells, rank)
    positive = amount is not None and amount > 0
    spent = cells.table.kind == "expenses"
    if said == "credit" and positive:
        what, fix = "un avoir de montant positif", "écrire le montant avec un signe moins"
        return Problem("amount", what, f"{said_by} : {euros_cents(amount or ZERO)}", fix)
    if said == "target":
        what, fix = "un objectif ou un report, et non une ligne", "sortir cette ligne du tableau"
        return Problem(name, what, said_by, fix)
    if said == "not sold" and not (spent and name == "label"):
        return Problem(name, NEVER_SOLD, said_by, NOT_SOLD_FIX)
    refunded = amount is not None and amount < 0 and folded(said_by).startswith("rembours")
    always = said == "maybe no sale" or (said == "maybe not sold" and not refunded)
    bears = said in DOUBTED and (positive or always)
    if not bears or (spent and said == "deposit"):
        return None
    code, what, fix = DOUBTED[said]
    if name in ("invoice", "receipt") and said == "maybe not sold":
        what = "un numéro qui n’est peut-être pas celui d’une facture"
    place, day = cells.place(rank, name), cells.of("date")[rank]
    return Doubt(code=code, what=what, place=place, shown=said_by[:80], fix=fix, date=day)


def _absences(cells: Cells) -> Iterator[Found]:
    """Yield the rows of leave and of other absences; one that has a price is asked about."""
    for name in ("client", "mission", "comment"):
        away = {text for text in set(cells.values.get(name, ())) if is_absence(text)}
        for rank, text in enumerate(cells.values[name] if away else ()):
            if text not in away:
                continue
            if any(cells.of(price)[rank] for price in PRICE):
                fix = "effacer son prix si c’est une absence, ou nommer le client"
                yield rank, Problem(name, "une absence, avec un prix", text, fix)
            elif name != "comment":
                what, place = "absence, laissée de côté", cells.place(rank, name)
                doubt = Doubt(code="absence", what=what, place=place, shown=text)
                yield rank, Aside(Verdict.ABSENCE, doubt)


def _left_out(cells: Cells, rank: int, name: Field, shown: str) -> Aside:
    doubt = Doubt(
        code="non-facturable",
        what="ligne dite non facturée, laissée de côté",
        place=cells.place(rank, name),
        shown=shown,
    )
    return Aside(Verdict.UNBILLED, doubt)


def _unbilled(cells: Cells) -> Iterator[Found]:
    """Yield the rows that are said not to be billable, and those of which nothing tells."""
    for rank, text in enumerate(cells.values["billable"]):
        words = folded(text)
        if words in NO or words == "0" or (words and bearing(text) == "not sold"):
            yield rank, _left_out(cells, rank, "billable", text)
        elif words and words not in YES and words != "1":
            yield rank, Problem("billable", "facturable, ou non ?", text, "écrire oui ou non")


def _unnumbered(cells: Cells) -> Iterator[Found]:
    """Yield the rows left blank in a column of invoices that holds yes and no, and no number."""
    said = [cell for cell in cells.distinct.get("invoice", ()) if not is_blank(cell)]
    if not said or not all(folded(str(cell)) in YES_OR_NO for cell in said):
        return
    column = cells.table.columns.fields["invoice"] - cells.table.left
    for rank, cell in enumerate(cells.raw[column]):
        if is_blank(cell):
            yield rank, Problem("invoice", NEVER_SOLD, fix="écrire oui si la ligne est facturée")


def _foreign_words(cells: Cells) -> Iterator[Found]:
    """Yield the rows of which a text speaks of another currency."""
    for name in ("service", "mission", "label", "comment"):
        texts = cells.values.get(name, ())
        found = {text: met[0] for text in set(texts) if text and (met := FOREIGN.search(text))}
        for rank, text in enumerate(texts if found else ()):
            if text in found:
                yield rank, foreign(cells, rank, name, found[text])


def _currencies(cells: Cells) -> Iterator[Found]:
    for rank, currency in enumerate(cells.values["currency"]):
        if currency and currency.strip("€ ").casefold() not in EUROS:
            yield rank, foreign(cells, rank, "currency", currency)
