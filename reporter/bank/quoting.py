"""The words of the label of a movement, and whether it names somebody.

Knows texts. Never numbers of invoices, amounts nor dates.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from reporter import names
from reporter.patterns import pattern

RUN = pattern("[a-z0-9]+")
GLUE = {"-", "_", ".", "/"}
SHORTEST = 3
JOINED = 6
ABROAD = {"ltd", "limited", "gmbh", "inc", "llc", "bv", "srl", "ag", "plc", "co"}


class Label(NamedTuple):
    """The runs of letters and figures of a text, and what glues each to the one before.

    Attributes:
        runs: without case nor accents.
        glue: « - », « _ », « . » or « / » where nothing else stands between, empty elsewhere.
    """

    runs: tuple[str, ...]
    glue: tuple[str, ...]


def labelled(text: str) -> Label:
    """Return the runs of a text, and what stands between them."""
    text = _plain(text)
    found = list(RUN.finditer(text))
    ends = [0, *(run.end() for run in found)]
    between = [text[end : run.start()] for end, run in zip(ends, found, strict=False)]
    glue = (x if x in GLUE and rank else "" for rank, x in enumerate(between))
    return Label(tuple(run[0] for run in found), tuple(glue))


def runs(text: str) -> tuple[str, ...]:
    """Return the runs of letters and figures of a text, without case nor accents."""
    return tuple(RUN.findall(_plain(text)))


def _plain(text: str) -> str:
    text = text.casefold()
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=8192)
def words_of(name: str) -> frozenset[str]:
    """Return the words of a name, legal forms left out; none where they are too short to name."""
    found = frozenset(runs(" ".join(names.words(name)))) - ABROAD
    return found if sum(map(len, found)) >= SHORTEST else frozenset()


@lru_cache(maxsize=8192)
def _joined(name: str) -> str:
    words = words_of(name)
    return "".join(run for run in runs(name) if run in words)


def is_named(name: str, label: tuple[str, ...]) -> bool:
    """Tell whether a label names somebody: every word of the name, legal forms left out."""
    words = words_of(name)
    if not words:
        return False
    if words.issubset(label):
        return True
    joined = _joined(name)
    return len(joined) >= JOINED and joined in label
