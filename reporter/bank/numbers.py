"""The numbers of invoices that labels quote: those of the books, whole, and those that are not.

Knows texts and the numbers of pieces. Never amounts nor dates.

« F-2020-019 » is not « F-2020-01 », nor is « F-2020-01-A »: a number is a whole word of its label.
One of figures alone (« 202012 ») may be a date or an account: it is believed beside its client's
name, or after a word that announces a number. What looks like a number of the books, or follows
« facture », and is none of them, is that of a line that they do not hold.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from reporter.bank.quoting import Label, is_named, labelled
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.bank.pieces import Piece

LETTERS_FIRST = pattern("([a-z]+)([0-9]+)")
MOST_RUNS = 5
SHORTEST = 3
LONGER = 3
"""How many figures a number may have beyond those of the books, and still look like one."""
ANNOUNCING = {
    "facture", "factures", "fact", "fac", "fa", "fc", "n", "no", "num", "numero", "ref",
    "reference", "invoice", "inv",
}  # fmt: skip
CALLED = {"facture", "factures", "fact", "fac", "fra", "invoice", "inv"}
"""What is always followed by a number of an invoice, or by its date."""
NUMBERING = {"n", "no", "nr", "num", "numero"}
OF_OTHERS = {
    "cheque", "chq", "compte", "carte", "cb", "mandat", "remise", "dossier", "client", "contrat",
    "abonnement", "commande", "cmd", "bc", "devis", "tel", "siret", "siren", "rum", "ics",
}  # fmt: skip
"""Whose number may come after « n° », and is none of an invoice."""
USUAL = pattern("(?:f|fa|fac|fact|fc|fv|fra|inv)([0-9]{2,})")
"""How a number of an invoice begins, whoever writes it."""
BETWEEN = {"n", "no", "nr", "num", "numero", "ref", "reference", "du", "de"}
AGAIN = {"bis", "ter", "quater"}
SHORT_SUFFIX = 3
COMPACT_DATE = 8
MONTHS, MONTH_DIGITS = 12, 2
YEAR = pattern("(?:19|20)[0-9]{2}")
DATED = (("day", "month", "year"), ("month", "year"), ("year",))


class Numbers:
    """The numbers of the books, looked for in labels."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.by_code: defaultdict[str, list[Piece]] = defaultdict(list)
        for piece in pieces:
            number = "".join(labelled(piece.number).runs)
            if any(map(str.isdigit, number)):
                self.by_code[number].append(piece)
        self.longest = max(map(len, self.by_code), default=0)
        self.heads = {number[0] for number in self.by_code}
        if any(head.isdigit() for head in self.heads):
            self.heads |= set("0123456789")
        self.fewest = dict[str, int]()
        for number in self.by_code:
            if found := LETTERS_FIRST.match(number):
                figures = self.fewest.get(found[1], MOST_RUNS * MOST_RUNS)
                self.fewest[found[1]] = min(figures, max(len(found[2]) - 1, 1))
        own = [x for x in self.by_code if x.isdecimal() and len(x) > SHORTEST]
        self.halves = {(x[: len(x) // 2], len(x)) for x in own}
        self.sizes = {len(x) for x in own}

    def quoted(self, text: str) -> tuple[tuple[Piece, ...], bool]:
        """Return the pieces that a label quotes, in its order; whether it quotes another number."""
        label = labelled(text)
        found: dict[int, Piece] = {}
        at = last = 0
        other = False
        while at < len(label.runs):
            run = label.runs[at]
            if run[0] in self.heads:
                count, here = self._at(label, at)
                whole = not here or self._is_whole(label, at, at + count, last)
                if here and whole:
                    found |= {id(piece): piece for piece in here}
                    last = at + count
                other = other or not whole or (not here and self._is_like(label.runs, at))
            else:
                count, here = 1, []
            other = other or (not here and self._is_announced_other(label, at))
            at += count
        return tuple(found.values()), other

    def _at(self, label: Label, at: int) -> tuple[int, list[Piece]]:
        """Return the longest number that begins at a run: how many runs, and its pieces."""
        said = ""
        longest: tuple[int, list[Piece]] = (1, [])
        for count, run in enumerate(label.runs[at : at + MOST_RUNS], 1):
            said += run
            if len(said) > self.longest:
                break
            if known := self.by_code.get(said):
                named = len(said) >= SHORTEST or not said.isdecimal()
                announced = _is_announced(label.runs, at, said)
                believed = [
                    x for x in known if announced or (named and is_named(x.name, label.runs))
                ]
                longest = (count, believed) if believed else longest
        return longest

    def _is_whole(self, label: Label, start: int, end: int, last: int) -> bool:
        """Tell whether a number is not a part of a longer word, on either side."""
        runs, glue = label
        if end < len(runs):
            after = runs[end]
            if after in AGAIN or (glue[end] and after[0].isdigit()):
                return False
            tail = len(after) < SHORT_SUFFIX and after[0] not in self.heads
            if tail and glue[end] in ("-", "_"):
                return False
        if start == last or not glue[start]:
            return True
        before = runs[start - 1]
        return before in ANNOUNCING or (runs[start][0].isalpha() and len(before) >= SHORT_SUFFIX)

    def _is_like(self, runs: tuple[str, ...], at: int) -> bool:
        """Tell whether what begins at a run looks like a number of the books; it is none."""
        said = ""
        for run in runs[at : at + MOST_RUNS]:
            said += run
            if found := LETTERS_FIRST.match(said):
                fewest = self.fewest.get(found[1])
                if fewest is None:
                    return False
                if len(found[2]) >= fewest and said not in self.by_code:
                    return True
            elif said.isdecimal():
                if self._is_like_figures(said):
                    return True
            elif not said.isalpha():
                return False
        return False

    def _is_like_figures(self, said: str) -> bool:
        """Tell whether figures begin as a number of the books does; a whole date is a date."""
        size = len(said)
        if size == COMPACT_DATE and COMPACT_DATE not in self.sizes and _is_day(said):
            return False
        return said not in self.by_code and any(
            said.startswith(half) and length <= size <= length + LONGER
            for half, length in self.halves
        )

    def _is_announced_other(self, label: Label, at: int) -> bool:
        """Tell whether a run begins, or announces, a number of anybody's that is not known."""
        runs, run = label.runs, label.runs[at]
        if run in CALLED or (run in NUMBERING and (not at or runs[at - 1] not in OF_OTHERS)):
            return self._is_called(label, at + 1)
        after = runs[at + 1] if at + 1 < len(runs) and label.glue[at + 1] else ""
        if YEAR.fullmatch(run):
            month = len(after) <= MONTH_DIGITS and after.isdecimal() and 1 <= int(after) <= MONTHS
            return after.isdecimal() and not month
        found = USUAL.fullmatch(run) or (after.isdecimal() and USUAL.fullmatch(run + after))
        return bool(found) and self._at(label, at)[1] == []

    def _is_called(self, label: Label, at: int) -> bool:
        """Tell whether what follows « facture » is a number that the books do not hold."""
        runs = label.runs
        while at < len(runs) and runs[at] in BETWEEN:
            at += 1
        if at >= len(runs) or self._at(label, at)[1]:
            return False
        end = at + 1
        while end < len(runs) and label.glue[end]:
            end += 1
        word = runs[at:end]
        figures = any(character.isdigit() for run in word for character in run)
        return figures and not _is_date(runs[at : at + len(DATED)])


def _is_announced(runs: tuple[str, ...], at: int, number: str) -> bool:
    """Tell whether a number is one beyond doubt: by its letters, else by the word before it."""
    if len(number) >= SHORTEST:
        return not number.isdecimal() or (at > 0 and runs[at - 1] in ANNOUNCING)
    at -= 1
    while at >= 0 and runs[at] in BETWEEN:
        at -= 1
    return at >= 0 and runs[at] in CALLED


def _is_date(runs: tuple[str, ...]) -> bool:
    """Tell whether runs begin with a day, a month and its year, or a year."""
    bounds = {"day": 31, "month": 12}
    return any(
        len(runs) >= len(parts)
        and all(
            YEAR.fullmatch(run) is not None
            if part == "year"
            else run.isdecimal() and 1 <= int(run) <= bounds[part]
            for part, run in zip(parts, runs, strict=False)
        )
        for parts in DATED
    )


def _is_day(figures: str) -> bool:
    try:
        date(int(figures[:4]), int(figures[4:6]), int(figures[6:]))
    except ValueError:
        return False
    return YEAR.match(figures) is not None
