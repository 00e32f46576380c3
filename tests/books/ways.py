"""The same books read the short way and the careful way: nobody may tell the two apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from reporter.errors import BadData
from reporter.settings.reading import Rules
from reporter.sources.lines.worth.completing import WORTH
from reporter.sources.reading import read
from tests.books.activities import draw, kept
from tests.books.mishaps import EVERY, can_befall
from tests.books.pages import book
from tests.books.sheets import Sheet, write
from tests.memory import MEMORY

RULES = Rules(hours=None)
SHORT_WAYS: dict[str, Any] = {
    "reporter.sources.lines.worth.completing.plain": lambda _, ranks: {
        name: [None] * len(ranks) for name in WORTH
    },
}
"""What looks at many rows together, and what it says where it leaves each of them to be read."""

ODD = (
    None, 0, 1, 0.5, -1, 700, 700.005, 1400.01, 0.2, 20, "20 %", "5,5 %", "1 234,56", "oui",
    "Avoir", "Total", "7h30", date(2020, 3, 31), "31/03/2020", "annulé", "#REF!", "Congés",
    "à facturer", True,
)  # fmt: skip
"""What a person may type in any cell, right there or not."""


def drawn(seed: int) -> dict[str, Sheet]:
    """Return the sheets of a book drawn from a seed, with accidents and odd cells, or without."""
    chance = draw(seed)
    pages = book(kept(chance), chance)
    for accident in chance.sample(EVERY, chance.randrange(4)):
        whole = [page for page in pages if page.is_whole and can_befall(accident, page)]
        if whole:
            accident(chance.choice(whole), pages, chance)
    for _ in range(chance.choice((0, 1, 3, 9))):
        row = chance.choice(chance.choice(pages).rows)
        if row:
            row[chance.randrange(len(row))] = chance.choice(ODD)
    suffix = chance.choice(("", ".csv"))
    return {f"{page.name}{suffix}": page.sheet for page in pages}


def told(sheets: Mapping[str, Sheet], *, careful: bool) -> str:
    """Return all that reading says of a book: its lines and their places, doubts, rows, errors."""
    with TemporaryDirectory(dir=MEMORY) as root, _careful() if careful else nullcontext():
        write(Path(root), sheets)
        try:
            return repr(read(Path(root), RULES)).replace(root, "")
        except BadData as bad:
            return "\n".join(f"{error} {error.shown}" for error in bad.errors)


@contextmanager
def _careful() -> Iterator[None]:
    """Let no row be read the short way."""
    with ExitStack() as stack:
        for name, nothing in SHORT_WAYS.items():
            stack.enter_context(patch(name, nothing))
        yield
