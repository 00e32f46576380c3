"""The sections of a report that the owner's text may place, and where a text places them.

Knows their names, and the mark that stands for one in a text. Never what a section says.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTIONS = (
    "objectif",
    "atterrissage",
    "activite",
    "passage",
    "clients",
    "intervenants",
    "resultat",
    "encaissements",
    "micro",
    "net",
    "annees",
    "perspectives",
    "et_si",
    "details",
    "definitions",
)
"""The sections in their order, each a block of the same name in the templates of a page."""
MARK = "\ue000"
"""A private letter of Unicode, which the marks of a text have on each side."""
LINE = pattern(rf"^ {{0,3}}{MARK}(\w+) \d+{MARK}[ \t]*$", re.MULTILINE)
IN_HTML = pattern(rf"<p>{MARK}(\w+) \d+{MARK}</p>")
ANYWHERE = pattern(rf"{MARK}(\w+) (\d+){MARK}")


class Piece(NamedTuple):
    """A stretch of the owner's text, or the name of a section that stands between two."""

    text: str = ""
    section: str = ""


class Mistake(NamedTuple):
    """A line of the text that places a section wrongly, what is wrong, and what to write."""

    line: int
    what: str
    fix: str


class Placing:
    """What `section("clients")` does while a text is filled; keeps what it was asked wrongly."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}
        self.mistakes: list[Mistake] = []

    def __call__(self, line: int, name: object = "") -> Markup:
        """Return the mark of a section, which its line of the text comes with."""
        known = name if isinstance(name, str) else ""
        if known not in SECTIONS:
            self._refuse(line, f"section inconnue : {name}", _remedy(known))
        elif known in self.places:
            fix = f"la laisser ligne {self.places[known]} seulement"
            self._refuse(line, f"section placée deux fois : {known}", fix)
        else:
            self.places[known] = line
        return Markup(f"{MARK}{known} {line}{MARK}")  # noqa: S704  # no mark of Markdown

    def check(self, filled: str) -> None:
        """Keep the marks that do not stand alone on their line: a section is no word."""
        for found in ANYWHERE.finditer(LINE.sub("", filled)):
            if found[1] in SECTIONS:
                fix = "l’écrire seule sur sa ligne, sans retrait"
                self._refuse(int(found[2]), f"section dans une phrase : {found[1]}", fix)

    def _refuse(self, line: int, what: str, fix: str) -> None:
        self.mistakes.append(Mistake(line, what, fix))


def apart(filled: str) -> str:
    """Return a text whose marks are paragraphs of their own."""
    return LINE.sub(lambda found: f"\n{found[0].strip()}\n", filled)


def pieces(text: str, *, html: bool = False) -> tuple[Piece, ...]:
    """Return a filled text, in Markdown or in HTML, cut where sections stand."""
    return tuple(_pieces((IN_HTML if html else LINE).split(text)))


def _pieces(parts: list[str]) -> Iterator[Piece]:
    for rank, part in enumerate(parts):
        if rank % 2:
            yield Piece(section=part)
        elif part.strip():
            yield Piece(text=part.strip())


def _remedy(name: str) -> str:
    near = get_close_matches(name, SECTIONS, 1)
    return f"écrire {near[0]}" if near else f"sections connues : {', '.join(SECTIONS)}"
