"""What a strange file seems to say, as lines of bilan.toml that a # keeps off.

Knows comments. Never what was guessed, nor why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import visible
from reporter.french import spaced
from reporter.toml.kinds import literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.sources.guessing import Guessed

WIDTH = 32


def comments(guessed: Sequence[Guessed]) -> Iterator[str]:
    """Yield what each sheet seems to be, then its lines, all of them comments."""
    if any(sheet.lines for sheet in guessed):
        yield "# Ce que le fichier paraît dire. Rien ne compte tant qu’un # le précède : effacer"
        yield "# celui des lignes qui sont justes, et corriger les autres."
    said: dict[str, str] = {}
    for sheet in guessed:
        yield spaced(f"# {visible(sheet.name)} : {visible(sheet.seems)}")
        for line in sheet.lines:
            first, *others = line.labels
            if said.setdefault(line.title, first) != first:
                yield f"# le titre {literal(line.title)} dit deux choses : le renommer ici"
                continue
            why = " : ".join(part for part in (_or(others), line.shown) if part)
            written = f'# {literal(line.title)} = "{first}"'
            yield f"{written:{WIDTH}}  # {spaced(visible(why))}" if why else written


def _or(others: Sequence[str]) -> str:
    return "".join(f'ou "{label}", à vous de dire' for label in others[:1])
