"""The words of sheets and headers → our kinds and fields, the owner's own words included.

Knows which word means what, and when two columns claim one meaning. Never the cells below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import LONGEST_TITLE
from reporter.errors import BadCell, BadData, Place
from reporter.sources.tables.beside import bare_rates, plain_amounts, taxed_at
from reporter.sources.tables.sheet_names import SHEET_WORDS, TOOLS, besides, named
from reporter.sources.tables.titles import (
    best,
    claimed,
    key_of,
    meant,
    near_words,
    not_pay,
    words_of,
)
from reporter.words.columns import BARE_RATES, MATTERS, NAMED, WORDS, Field, Kind
from reporter.words.labels import HARMLESS, KIND_LABELS, LABELS, NEEDED, RECEIVED, UNTAXED
from reporter.words.periods import without_period
from reporter.words.sheets import ANY_SHEET, INCOME, LEFT_ALONE, SHEETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SPOKEN = {"label", "service", "mission", "category", "account", "comment"}
"""What a line is called by: of two columns that say so, the other bears on no figure."""
CALLED: tuple[Field, ...] = ("comment", "service", "label")
"""Those of which no figure depends on which column says them."""
NATURE = "nature"
CLIENT, WORKER = "client", "intervenant"
"""What the owner says of a sheet whose name is a client's, or that of who works."""


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


class Vocabulary:
    """What words mean: the counted vocabulary, and the owner's `[colonnes]`.

    Args:
        aliases: the owner's words, and what they mean.
        untaxed: whether there is no VAT at all (franchise en base, CGI art. 293 B): an amount is
            then the same with tax and before.
        received: whether sales count on the day they are paid: a date of payment alone is enough.

    Raises:
        BadData: where a word of `[colonnes]` is given a meaning that does not exist.
    """

    def __init__(
        self,
        aliases: Mapping[str, str],
        *,
        untaxed: bool = False,
        received: bool = False,
    ) -> None:
        self.untaxed = untaxed
        self.received = received
        self.aliases = {key_of(word): key_of(meaning) for word, meaning in aliases.items()}
        self.own = aliases
        titles = (groups for words in WORDS.values() for groups in words.values())
        known = {""}.union(*map(words_of, titles), *map(words_of, SHEETS.values()))
        bad = [word for word, meaning in aliases.items() if key_of(meaning) not in known]
        if bad:
            labels = ", ".join([*KIND_LABELS.values(), *dict.fromkeys(LABELS.values())])
            raise BadData(
                BadCell(
                    "mot inconnu",
                    Place("bilan.toml", key=f"colonnes.{word}"),
                    shown=f'"{word}" = "{aliases[word]}"',
                    fix=f'écrire l’un de : {labels} ; ou "" pour laisser la colonne de côté',
                )
                for word in bad
            )
        known |= words_of(f"{MATTERS}, {NAMED}, {BARE_RATES}")
        self._known = (known | (words_of(UNTAXED) if untaxed else set())) - {""}
        self._seen: dict[str, str] = {}
        self._found: dict[tuple[str, ...], Columns] = {}

    def with_words(self, words: Mapping[str, str]) -> Vocabulary:
        """Return the same with more of the owner's words."""
        return Vocabulary({**self.own, **words}, untaxed=self.untaxed, received=self.received)

    def word(self, cell: Any) -> str:
        """Return the word of our vocabulary that a header cell says, empty where it says none."""
        if not isinstance(cell, str) or len(cell) > LONGEST_TITLE:
            return ""
        if cell not in self._seen:
            said = self.aliases.get(key_of(cell))
            words = near_words(cell) if said is None else [said]
            self._seen[cell] = next((word for word in words if word in self._known), "")
        return self._seen[cell]

    def explains(self, cell: str) -> bool:
        """Tell whether the owner says what a title means."""
        return key_of(cell) in self.aliases

    def is_harmless(self, cell: str) -> bool:
        """Tell whether a title bears on no figure: by our words, or as the owner says."""
        key = key_of(cell)
        if key in self.aliases:
            return not self.aliases[key]
        return not words_of(HARMLESS).isdisjoint({key, key.removeprefix("n ")})

    def is_left_aside(self, cell: str) -> bool:
        """Tell whether the owner leaves a column, or a sheet, aside."""
        return self.aliases.get(key_of(cell)) == ""

    def kind_of(self, name: str) -> Kind | None:
        """Return what a sheet holds by its name, None where the name does not tell."""
        word = self._sheet_word(name)
        return next((kind for kind, words in SHEETS.items() if word in words_of(words)), None)

    def is_left_alone(self, name: str) -> bool:
        """Tell whether a sheet is one to pass over: help, lists, or as the owner says."""
        return self.is_left_aside(name) or self._sheet_word(name) in words_of(LEFT_ALONE)

    def is_any(self, name: str) -> bool:
        """Tell whether a name says nothing of lines: « Feuil1 », « Mars 2020 », a client's."""
        if self.client_of(name):
            return True
        words = self._sheet_word(name).rstrip("0123456789").split()
        own = " ".join(word for word in words if word not in TOOLS)
        return not own or own in words_of(ANY_SHEET)

    def client_of(self, name: str) -> str:
        """Return the client that a sheet's name is, as the owner says; nothing where it is none.

        So is the name that stands beside that of its lines: « Factures Ponant ».
        """
        whole, rest = key_of(name), besides(name)
        for key in (whole, key_of(without_period(name))):
            if self.aliases.get(key) == CLIENT:
                words = [word for word in name.split() if without_period(word) or word == "&"]
                return " ".join(words).strip(" -_") or name
        return rest if rest and self.aliases.get(key_of(rest)) == CLIENT else ""

    def worker_of(self, name: str) -> str:
        """Return who worked, by a name of a sheet that holds one the owner says; else nothing."""
        words = f" {key_of(name)} "
        people = (it for it in self.own if self.aliases[key_of(it)] == WORKER)
        return next((it for it in people if f" {key_of(it)} " in words), "")

    def is_income(self, name: str) -> bool:
        """Tell whether a name is that of what comes in: invoices issued, sales, receipts."""
        return self._sheet_word(name) in words_of(INCOME)

    def columns(self, header: Sequence[Any], kind: Kind) -> Columns:
        """Return the columns of a header row; those of the best group for each field."""
        titles = [cell if isinstance(cell, str) else "" for cell in header]
        if (found := self._found.get((kind, *titles))) is None:
            found = self._found[kind, *titles] = self._columns(titles, kind)
        return found

    def _columns(self, header: Sequence[str], kind: Kind) -> Columns:
        words = [self.word(cell) for cell in header]
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
        self._complete(words, kind, fields)
        if kind != "missions":
            fields |= plain_amounts(header, fields) | taxed_at(words, fields)
        if kind == "days":
            fields |= bare_rates(header, words, fields)
        used = {*fields.values(), *(column for found in clashes.values() for column in found)}
        rest = {
            column: cell
            for column, cell in enumerate(header)
            if cell.strip() and column not in used
        }
        spoken = frozenset(
            n for n in rest if SPOKEN & {name for name, _ in meant(kind).get(words[n], ())}
        )
        harmless = tuple(n for n, cell in rest.items() if n in spoken or self.is_harmless(cell))
        unknown = tuple(column for column in rest if column not in harmless)
        return Columns(
            fields=fields, clashes=clashes, unknown=unknown, harmless=harmless, spoken=spoken
        )

    def _complete(self, words: Sequence[str], kind: Kind, fields: dict[Field, int]) -> None:
        """Add the amount and the date that a table has where there is no VAT, or receipts alone.

        What is received has the date of its payment, where it has no other, and what is bought
        from a supplier too: so the register of purchases is kept (Code de commerce, art. L123-28).
        The « Nature » of receipts is what was sold (Code de commerce, art. L123-28), besides what
        it may say of a document.
        """
        if self.untaxed and kind != "missions" and "amount" not in fields:
            found = best(words, UNTAXED)
            untold = fields.keys().isdisjoint({"vat", "vat_rate", "vat_any", "quantity"})
            if "gross" in fields and untold:
                fields["amount"] = fields.pop("gross")
            elif "gross" not in fields and len(found) == 1:
                fields["amount"] = found[0]
        amount, date = (words[fields[it]] if it in fields else "" for it in ("amount", "date"))
        if amount in words_of(RECEIVED) and date == key_of(LABELS["date"]):
            fields.setdefault("paid", fields["date"])
        sold = kind in ("days", "fees")
        if self.received and "paid" in fields and (sold or "supplier" in fields):
            fields.setdefault("date", fields["paid"])
            kinds = fields.get("document")
            if kind == "fees" and kinds is not None and words[kinds] == NATURE:
                fields.setdefault("service", kinds)

    def _sheet_word(self, name: str) -> str:
        if whose := self.worker_of(name) or (besides(name) and self.client_of(name)):
            name = f" {key_of(name)} ".replace(f" {key_of(whose)} ", " ")
        elif own := self.aliases.get(key_of(name)):
            return own
        word, alone = named(name), named(name.rpartition(" - ")[2])
        return alone if alone in SHEET_WORDS and word not in SHEET_WORDS else word
