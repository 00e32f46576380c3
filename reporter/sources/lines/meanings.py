"""What the words of a line say of whether it counts: status, billable, credit note, discount.

Knows that such a word is understood wholly or asked about, never passed over. Never sums.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import euros_cents
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.signs import foreign, signs
from reporter.sources.lines.values import NO, YES, YES_OR_NO, Unreadable, to_money, to_percent
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.sources.tables.vocabulary import PRICE
from reporter.sources.tables.words import (
    ABSENCES,
    NOT_SOLD,
    PHRASES,
    QUOTES,
    SOLD,
    SPENT,
    TARGETS,
    Bearing,
    bearing,
    numbered,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reporter.sources.lines.cells import Cells
    from reporter.sources.tables.vocabulary import Field

SAYING: tuple[Field, ...] = (
    "status", "document", "invoice", "service", "mission", "label", "client", "supplier",
    "category", "comment", "receipt",
)  # fmt: skip
"""The columns whose words may bear on whether a line counts."""
NEVER_SOLD = "ligne annulée ou pas encore facturée"
NOT_SOLD_FIX = "effacer la ligne, ou vider cette cellule si elle compte dans le CA"
EUROS = {"", "eur", "euro", "euros"}
Found = tuple[int, Problem | Doubt | Aside]
"""The rank of a row, and what its words say: refused, doubted, or no line."""


class Statuses(NamedTuple):
    """The statuses that the owner explains in `[statuts]`: those that count, those that do not."""

    counted: Collection[str] = ()
    left_out: Collection[str] = ()


def meanings(cells: Cells, statuses: Statuses) -> Iterator[Found]:
    """Yield what the words of each row say of it, where they say something."""
    for name in SAYING:
        if name in cells.values:
            yield from _texts(cells, name, statuses)
    if cells.table.kind == "days":
        yield from _absences(cells)
    if "billable" in cells.values:
        yield from _unbilled(cells)
    if "currency" in cells.values:
        yield from _currencies(cells)
    yield from signs(cells)
    for name in ("credit", "debit"):
        if name in cells.values:
            yield from _beside(cells, name)
    if "discount" in cells.values:
        yield from _discounts(cells)


def unknown_statuses(cells: Cells, statuses: Statuses, ranks: Collection[int]) -> list[BadCell]:
    """Return the mistake of a column of statuses that is not known entirely: one for its words."""
    unknown: dict[str, int] = {}
    spent = cells.table.kind == "expenses"
    for rank, text in enumerate(cells.of("status")):
        if text and rank in ranks and not _is_known(folded(text), statuses, spent=spent):
            unknown.setdefault(text, rank)
    if not unknown:
        return []
    first, rank = next(iter(unknown.items()))
    met = " · ".join(f"« {text} »" for text in list(unknown)[:8])
    fix = f'dire ce que cela veut dire dans bilan.toml : [statuts] "{first}" = "compte" '
    fix += '(ou "ne compte pas")'
    return [BadCell("statut inconnu", cells.place(rank, "status"), shown=met, fix=fix)]


def _is_known(words: str, statuses: Statuses, *, spent: bool) -> bool:
    if words in statuses.counted or words in statuses.left_out or words in SOLD:
        return True
    if spent and words in SPENT:
        return True
    first = words.partition(" ")[0]
    if bearing(words) == "credit":
        return True
    known = first in NOT_SOLD | QUOTES | TARGETS or words.startswith(PHRASES)
    return known or any(words.startswith(f"{sold} ") for sold in ("paye", "payee", "facture"))


def _texts(cells: Cells, name: Field, statuses: Statuses) -> Iterator[Found]:
    """Yield what the texts of a column say; each distinct text is understood once."""
    said: dict[str, Bearing] = {}
    for cell in {text for text in cells.values[name] if text}:
        if name == "status" and folded(cell) in statuses.counted:
            continue
        if found := _bearing(name, cell):
            said[cell] = found
    out = set(statuses.left_out) if name == "status" else set()
    for rank, text in enumerate(cells.values[name] if said or out else ()):
        if not text:
            continue
        if out and folded(text) in out:
            yield rank, _left_out(cells, rank, name, text)
        elif text in said:
            yield from _borne(cells, rank, name, said[text])


def _bearing(name: Field, text: str) -> Bearing:
    if name == "invoice":
        words = folded(text)
        return "not sold" if words in NO or words == "a facturer" else numbered(text)
    if name in ("receipt", "category", "supplier"):
        return "credit" if bearing(text) == "credit" else ""
    return bearing(text, comment=name == "comment")


def _borne(cells: Cells, rank: int, name: Field, said: Bearing) -> Iterator[Found]:
    """Yield what a text says of its row, its amount being known or not."""
    shown = cells.values[name][rank]
    spent = cells.table.kind == "expenses"
    if said == "credit":
        amount = _amount(cells, rank)
        if amount is not None and amount > 0 and name != "comment":
            what, fix = "un avoir de montant positif", "écrire le montant avec un signe moins"
            yield rank, Problem("amount", what, f"{shown} : {euros_cents(amount)}", fix)
    elif said == "target" and name != "comment":
        what, fix = "un objectif ou un budget, et non une ligne", "sortir cette ligne du tableau"
        yield rank, Problem(name, what, shown, fix)
    elif said == "not sold" and not (spent and name in ("label", "comment") and _is_quote(shown)):
        yield rank, Problem(name, NEVER_SOLD, shown, NOT_SOLD_FIX)
    elif said == "maybe not sold" and not spent:
        yield (
            rank,
            Doubt(
                code="peut-etre-annule",
                what="ligne peut-être annulée, offerte ou pas encore facturée",
                place=cells.place(rank, name),
                shown=shown[:80],
                fix="effacer la ligne si elle ne compte pas",
                date=cells.of("date")[rank],
            ),
        )


def _absences(cells: Cells) -> Iterator[Found]:
    """Yield the rows of leave and of other absences; one that has a price is asked about."""
    for name in ("client", "mission", "comment"):
        away = {text for text in cells.values.get(name, ()) if folded(text) in ABSENCES}
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


def _is_quote(text: str) -> bool:
    return folded(text).partition(" ")[0] in QUOTES


def _amount(cells: Cells, rank: int) -> Decimal | None:
    """Return what a row is worth, by its amount, its gross or its days."""
    for name in ("amount", "gross", "days"):
        value = cells.of(name)[rank]
        if isinstance(value, Decimal):
            return value
    return None


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


def _currencies(cells: Cells) -> Iterator[Found]:
    for rank, currency in enumerate(cells.values["currency"]):
        if currency and currency.strip("€ ").casefold() not in EUROS:
            yield rank, foreign(cells, rank, "currency", currency)


def _beside(cells: Cells, name: Field) -> Iterator[Found]:
    """Yield the rows that say an amount in a column beside that of the amounts: what does it do?"""
    for rank, cell in enumerate(cells.values[name]):
        words = folded(cell) if isinstance(cell, str) else ""
        if is_blank(cell) or cell == 0 or words in NO:
            continue
        amount = _amount(cells, rank)
        if words in YES_OR_NO and (amount is None or amount < 0):
            continue
        what = "un montant à côté du montant : avoir, débit ou crédit ?"
        fix = "écrire un avoir en négatif dans Montant HT, et vider cette cellule"
        yield rank, Problem(name, what, str(cell)[:80], fix)


def _discounts(cells: Cells) -> Iterator[Found]:
    """Yield the rows whose discount is not already taken off their amount, as far as it shows."""
    for rank, cell in enumerate(cells.values["discount"]):
        if is_blank(cell) or (discount := _discount(cell)) == 0:
            continue
        rate, days, amount = (cells.of(name)[rank] for name in ("rate", "days", "amount"))
        shown = str(cell)[:80]
        if discount is None:
            yield rank, Problem("discount", "remise illisible", shown, "écrire un nombre, ou 10 %")
        elif None in (rate, days, amount) or not _is_off(days * rate, amount, discount):
            what = "une remise : le montant HT en tient-il compte ?"
            fix = 'écrire le montant remise déduite, puis [colonnes] "Remise" = ""'
            yield rank, Problem("discount", what, shown, fix)


def _discount(cell: Any) -> Decimal | None:
    try:
        return to_money(cell) if not str(cell).rstrip().endswith("%") else to_percent(cell)
    except Unreadable:
        return None


def _is_off(whole: Decimal, amount: Decimal, discount: Decimal) -> bool:
    """Tell whether an amount is a whole less a discount, in euros or as a share."""
    return amount in (whole - discount, whole * (1 - discount), whole * (1 - discount / 100))
