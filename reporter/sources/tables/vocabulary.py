"""The words of sheets and headers → what they mean, the owner's own words included.

Knows which word means what. Never which column it makes of a header, nor the cells below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.characters import LONGEST_TITLE
from reporter.errors import BadCell, BadData, Place
from reporter.sources.grids.cells import shown
from reporter.sources.tables.headers import columns_of
from reporter.sources.tables.sheet_names import SHEET_WORDS, TOOLS, besides, said_by_name
from reporter.sources.tables.titles import key_of, near_words, words_of
from reporter.words.columns import WORDS
from reporter.words.labels import (
    HARMLESS,
    KIND_LABELS,
    LABELS,
    NETS,
    PRICED_ALONE,
    PROGRESS,
    UNTAXED,
)
from reporter.words.periods import without_period
from reporter.words.sheets import ANY_SHEET, INCOME, LEFT_ALONE, NATURES, SHEETS
from reporter.words.unsure import BARE_RATES, BARE_TIMES, MATTERS, NAMED, PARTY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.tables.headers import Columns
    from reporter.words.columns import Kind

CLIENT, WORKER = "client", "intervenant"
"""What the owner says of a sheet whose name is a client's, or that of who works."""


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
        known |= words_of(f"{MATTERS}, {NAMED}, {PARTY}, {BARE_RATES}, {BARE_TIMES}")
        alone = words_of(f"{UNTAXED}, {NETS}, {PRICED_ALONE}") if untaxed else set()
        self._known = (known | alone) - words_of(NATURES) - {""}
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

    def is_harmless(self, cell: str, kind: Kind | None = None) -> bool:
        """Tell whether a title bears on no figure of a sheet: by our words, or its owner's."""
        key = key_of(cell)
        if key in self.aliases:
            return not self.aliases[key]
        known = words_of(PROGRESS if kind == "days" else HARMLESS)
        return not known.isdisjoint({key, key.removeprefix("n ")})

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

    def worker_of(self, *names: str) -> str:
        """Return who worked, by the first name that holds one person the owner says; else nothing.

        The names are those of a sheet, and of its file: « CRA Anne.xlsx », a sheet a month.
        """
        people = [it for it in self.own if self.aliases[key_of(it)] == WORKER]
        for words in (f" {key_of(name)} " for name in names if people):
            if found := [it for it in people if f" {key_of(it)} " in words]:
                return found[0] if len(found) == 1 else ""
        return ""

    def is_income(self, name: str) -> bool:
        """Tell whether a name is that of what comes in: invoices issued, sales, receipts."""
        return self._sheet_word(name) in words_of(INCOME)

    def columns(self, header: Sequence[Any], kind: Kind) -> Columns:
        """Return the columns of a header row; those of the best group for each field."""
        titles = [cell if isinstance(cell, str) else self._own_title(cell) for cell in header]
        if (found := self._found.get((kind, *titles))) is None:
            found = self._found[kind, *titles] = columns_of(titles, kind, self)
        return found

    def _own_title(self, cell: Any) -> str:
        """Return a title that is a number or a date, « 2023 », that the owner leaves aside."""
        return title if self.is_left_aside(title := shown(cell)) else ""

    def _sheet_word(self, name: str) -> str:
        if whose := self.worker_of(name) or (besides(name) and self.client_of(name)):
            name = f" {key_of(name)} ".replace(f" {key_of(whose)} ", " ")
        elif own := self.aliases.get(key_of(name)):
            return own
        word, alone = said_by_name(name), said_by_name(name.rpartition(" - ")[2])
        return alone if alone in SHEET_WORDS and word not in SHEET_WORDS else word
