"""What the label of a movement quotes: numbers of invoices, names.

Knows texts. Never amounts nor dates. A number of figures alone (« 202012 ») may be a date or an
account: it is believed beside its client's name, or after a word that announces a number.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from reporter import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.bank.pieces import Piece

RUN = re.compile("[a-z0-9]+")
FIGURE = re.compile("[0-9]")
MOST_RUNS = 5
SHORTEST = 3
JOINED = 6
ANNOUNCING = {
    "facture", "factures", "fact", "fac", "fa", "fc", "n", "no", "num", "numero", "ref",
    "reference", "invoice", "inv",
}  # fmt: skip
ABROAD = {"ltd", "limited", "gmbh", "inc", "llc", "bv", "srl", "ag", "plc", "co"}


def runs(text: str) -> tuple[str, ...]:
    """Return the runs of letters and figures of a text, without case nor accents."""
    text = text.casefold()
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(RUN.findall(text))


@lru_cache(maxsize=8192)
def _words(name: str) -> frozenset[str]:
    found = frozenset(runs(" ".join(names.words(name)))) - ABROAD
    return found if sum(map(len, found)) >= SHORTEST else frozenset()


def is_named(name: str, label: tuple[str, ...]) -> bool:
    """Tell whether a label names somebody: every word of the name, legal forms left out."""
    words = _words(name)
    if not words:
        return False
    if words.issubset(label):
        return True
    joined = "".join(run for run in runs(name) if run in words)
    return len(joined) >= JOINED and joined in label


@lru_cache(maxsize=8192)
def _shape(number: str) -> str:
    """Return a number whose last figures may change: « f20 » → « f## », « 202012 » → « 202### »."""
    kept = number[: len(number) // 2] if number.isdecimal() else ""
    return kept + FIGURE.sub("#", number[len(kept) :])


class Numbers:
    """The numbers of the books, looked for in labels."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.by_code: defaultdict[str, list[Piece]] = defaultdict(list)
        for piece in pieces:
            number = "".join(runs(piece.number))
            if len(number) >= SHORTEST and any(map(str.isdigit, number)):
                self.by_code[number].append(piece)
        self.longest = max(map(len, self.by_code), default=0)
        self.heads = {number[0] for number in self.by_code}
        if any(head.isdigit() for head in self.heads):
            self.heads |= set("0123456789")
        self.shapes = {_shape(x) for x in self.by_code if len(x) > SHORTEST}

    def quoted(self, label: tuple[str, ...]) -> tuple[Piece, ...]:
        """Return the pieces whose number a label quotes, in the order of the label."""
        found: dict[int, Piece] = {}
        at = 0
        while at < len(label):
            if label[at][0] not in self.heads:
                at += 1
                continue
            step, here = self._at(label, at)
            found |= {id(piece): piece for piece in here}
            at += step
        return tuple(found.values())

    def is_of_another(self, label: tuple[str, ...]) -> bool:
        """Tell whether a label quotes what looks like one of the numbers, and is none of them."""
        for at, head in enumerate(label):
            if head[0] not in self.heads:
                continue
            said = ""
            for run in label[at : at + MOST_RUNS]:
                said += run
                if len(said) > self.longest:
                    break
                if said not in self.by_code and _shape(said) in self.shapes:
                    return True
        return False

    def _at(self, label: tuple[str, ...], at: int) -> tuple[int, list[Piece]]:
        """Return the longest number that begins at a run: how many runs, and its pieces."""
        said = ""
        longest: tuple[int, list[Piece]] = (1, [])
        for count, run in enumerate(label[at : at + MOST_RUNS], 1):
            said += run
            if len(said) > self.longest:
                break
            if known := self.by_code.get(said):
                announced = not said.isdecimal() or (at > 0 and label[at - 1] in ANNOUNCING)
                believed = [x for x in known if announced or is_named(x.name, label)]
                longest = (count, believed) if believed else longest
        return longest
