"""Doubts about the owner's texts: an image that each reader would ask somebody else for.

Knows how Markdown and HTML call an image. Never fills a text nor shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import Doubt, Place
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reporter.sources.texts import Text

OUTSIDE = r"(?:[a-z][a-z0-9+.-]{0,20}:)?//[^\s)>\"']{0,200}"
TAGS = "img|source|video|iframe|object|embed"
CALLS = (
    pattern(rf"(?i)!\[[^\]]{{0,500}}\]\(\s{{0,9}}<?({OUTSIDE})"),
    pattern(rf"(?i)<(?:{TAGS})\b[^>]{{0,1000}}?=\s*[\"']?({OUTSIDE})"),
)
"""`![what it shows](https://…)`, and `<img src="https://…">`, a mere text in our page."""
NAMED = pattern(r"!\[([^\]]{1,500})\](?:\[([^\]]{0,500})\])?")
ADDRESS = pattern(rf"(?i)^ {{0,3}}\[([^\]]{{1,500}})\]:\s{{0,9}}<?({OUTSIDE})")
"""`![what it shows][name]`, and further on `[name]: https://…`."""


def outside_images(texts: Iterable[Text]) -> Iterator[Doubt]:
    """Yield each image that a text takes from an outside address."""
    for text in texts:
        lines = text.content.splitlines()
        named = {found[1].casefold(): found[2] for found in map(ADDRESS.match, lines) if found}
        for number, line in enumerate(lines, 1):
            for address in _images(line, named):
                yield Doubt(
                    code="image-ailleurs",
                    what="image prise à une autre adresse",
                    place=Place(text.place.file, row=number),
                    shown=address,
                    fix="notre page ne la montrera pas ; ailleurs, qui lit le rapport la demande "
                    "à cette adresse, qui sait alors qu’il le lit : l’enlever",
                    about=address,
                )


def _images(line: str, named: Mapping[str, str]) -> Iterator[str]:
    """Yield the address of each outside image that a line calls."""
    for call in CALLS:
        yield from (found[1] for found in call.finditer(line))
    for found in NAMED.finditer(line) if named else ():
        if address := named.get((found[2] or found[1]).casefold()):
            yield address
