"""The titles of a header row → the column of each field.

Knows when two columns claim one meaning, and what titles say beside one another. Never the words
themselves, nor the cells below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.sources.tables.beside import bare_rates, bare_times, plain_amounts, taxed_at
from reporter.sources.tables.titles import (
    best,
    claimed,
    foreign_unit,
    key_of,
    meant,
    not_pay,
    words_of,
)
from reporter.words.labels import LABELS, NEEDED, NETS, PRICED_ALONE, RECEIVED, UNTAXED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field, Kind

SPOKEN = {"label", "service", "mission", "category", "account", "comment", "status"}
"""What is said of a line: of two columns that say so, the other bears on no figure; it is heard."""
CALLED: tuple[Field, ...] = ("comment", "service", "label")
"""Those of which no figure depends on which column says them."""
NATURE = "nature"
PAID = {"encaisse", "paye", "regle"}
"""Words of a day of payment, « Encaissé le », or of what was paid that day, « Encaissé »."""
TIMED: set[Field] = {"days", "hours", "quantity", "rate", "hourly"}
"""What a price is of, where it is not that of the line."""


class Columns(NamedTuple):
    """The columns of a header row.

    Attributes:
        fields: the column of each field.
        clashes: the columns that claim one field, where several do.
        unknown: the columns whose title says nothing that we know.
        harmless: those whose title is known to bear on no figure, or that the owner leaves aside.
        spoken: those of them that say again what a line is called: their words are heard.
        read: those that are read beside the column of a field: VAT at one rate, a part paid.
    """

    fields: Mapping[Field, int]
    clashes: Mapping[Field, tuple[int, ...]] = {}
    unknown: tuple[int, ...] = ()
    harmless: tuple[int, ...] = ()
    spoken: frozenset[int] = frozenset()
    read: tuple[int, ...] = ()

    def missing(self, kind: Kind) -> list[tuple[Field, ...]]:
        """Return the groups of fields of which a kind of sheet needs one, and has none."""
        return [group for group in NEEDED[kind] if not any(name in self.fields for name in group)]

    def owned(self, fields: Mapping[Field, int]) -> Columns:
        """Return the same with other fields: the columns that these have are not unknown."""
        unknown = tuple(n for n in self.unknown if n not in fields.values())
        return self._replace(fields=fields, unknown=unknown)


BOUGHT = {"bien", "immobilisation"}
"""Titles of a register of what lasts, besides those that say « acquisition »."""
UNSURE = {("lifetime", "duree ans"), ("lifetime", "duree")}
"""A lifetime in such a register; elsewhere « Durée (ans) » may be that of a subscription."""


def columns_of(header: Sequence[str], kind: Kind, vocabulary: Vocabulary) -> Columns:
    """Return the columns of the titles of a header row, as a kind of sheet has them."""
    words = _in_euros(header, [vocabulary.word(cell) for cell in header])
    claims = claimed(words, kind)
    fields = {name: found[0] for name, found in claims.items()}
    clashes = {name: tuple(found) for name, found in claims.items() if len(found) > 1}
    for name in CALLED:  # the first is read, the words of the others are heard
        clashes.pop(name, None)
    if fields.keys().isdisjoint({"amount", "quantity"}) and "price" in fields:
        fields["amount"] = fields.pop("price")
    for name in not_pay(fields):
        fields.pop(name, None)
        clashes.pop(name, None)
    keys = [key_of(cell) for cell in header]
    counted = any(key.startswith("nb ") for key in keys)
    _complete((header, words), kind, fields, vocabulary, counted=counted)
    if not any(key in BOUGHT or "acquisition" in key for key in keys):
        fields = {name: n for name, n in fields.items() if (name, words[n]) not in UNSURE}
    if kind != "missions":
        fields |= plain_amounts(header, fields) | taxed_at(words, fields)
    if kind == "days":
        fields |= bare_rates(header, words, fields) | bare_times(words, fields)
    used = {*fields.values(), *(column for found in clashes.values() for column in found)}
    rest = {
        column: cell for column, cell in enumerate(header) if cell.strip() and column not in used
    }
    spoken = frozenset(
        n for n in rest if SPOKEN & {name for name, _ in meant(kind).get(words[n], ())}
    )
    harmless = tuple(
        n for n, cell in rest.items() if n in spoken or vocabulary.is_harmless(cell, kind)
    )
    unknown = tuple(column for column in rest if column not in harmless)
    return Columns(
        fields=fields, clashes=clashes, unknown=unknown, harmless=harmless, spoken=spoken
    )


def _in_euros(header: Sequence[str], words: Sequence[str]) -> list[str]:
    """Return the words of titles, less those of another currency that one of euros says too."""
    abroad = {n for n, cell in enumerate(header) if words[n] and foreign_unit(cell)}
    own = {word for n, word in enumerate(words) if n not in abroad}
    return ["" if n in abroad and word in own else word for n, word in enumerate(words)]


def _sum_paid(
    titled: tuple[Sequence[str], Sequence[str]], fields: Mapping[Field, int]
) -> int | None:
    """Return the column « Encaissé » of what was paid that day, where another one dates it."""
    (header, words), paid = titled, fields.get("paid")
    if paid is None or "gross" in fields or "date" not in fields or words[paid] not in PAID:
        return None
    return None if header[paid].casefold().rstrip().endswith(" le") else paid


def _complete(
    titled: tuple[Sequence[str], Sequence[str]],
    kind: Kind,
    fields: dict[Field, int],
    vocabulary: Vocabulary,
    *,
    counted: bool,
) -> None:
    """Add the amount and the date that a table has where there is no VAT, or receipts alone.

    What is received has the date of its payment, where it has no other, and what is bought
    from a supplier too: so the register of purchases is kept (Code de commerce, art. L123-28).
    The « Nature » of receipts is what was sold (Code de commerce, art. L123-28), besides what
    it may say of a document.
    """
    words = titled[1]
    if vocabulary.untaxed and kind != "missions" and "amount" not in fields:
        alone = TIMED.isdisjoint(fields) and not counted
        nets = "" if kind == "expenses" else f", {NETS}"
        found = best(words, UNTAXED + nets + (f" ; {PRICED_ALONE}" if alone else ""))
        if not found and (paid := _sum_paid(titled, fields)) is not None:
            found, fields["paid"] = [paid], fields["date"]
        untold = fields.keys().isdisjoint({"vat", "vat_rate", "vat_any", "quantity"})
        if "gross" in fields and untold:
            fields["amount"] = fields.pop("gross")
        elif "gross" not in fields and len(found) == 1:
            fields["amount"] = found[0]
    amount, date = (words[fields[it]] if it in fields else "" for it in ("amount", "date"))
    if amount in words_of(RECEIVED) and date == key_of(LABELS["date"]):
        fields.setdefault("paid", fields["date"])
    sold = kind in ("days", "fees")
    if vocabulary.received and "paid" in fields and (sold or "supplier" in fields):
        fields.setdefault("date", fields["paid"])
        kinds = fields.get("document")
        if kind == "fees" and kinds is not None and words[kinds] == NATURE:
            fields.setdefault("service", kinds)
