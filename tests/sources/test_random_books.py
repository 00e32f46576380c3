"""Random books, laid out at random, are read back line by line, to the cent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reporter.model import Day, Expense, Fee, Line
from reporter.settings.reading import Rules
from reporter.sources.reading import read
from tests.books.activities import draw, kept
from tests.books.pages import Book, book
from tests.books.sheets import write
from tests.memory import MEMORY

RULES = Rules(hours=Decimal(7))
KINDS: dict[type[Line], str] = {Day: "days", Fee: "fees", Expense: "expenses"}


def _said(lines: Iterable[Line]) -> Counter[Any]:
    """Return what every layout says of lines."""
    return Counter(
        (type(line), line.date, line.amount, getattr(line, "client", ""), getattr(line, "days", ""))
        for line in lines
    )


def _taxes(lines: Iterable[Line], pages: Book) -> Counter[Any]:
    """Return the VAT of the lines of each day, where the sheets of their kind all say it."""
    said = {
        kind: all({"vat", "vat_rate"} & set(page.columns) for page in pages if page.kind == kind)
        for kind in KINDS.values()
    }
    return Counter(
        (type(line), line.date, line.vat or Decimal(0)) for line in lines if said[KINDS[type(line)]]
    )


@given(st.integers(0, 10**9), st.booleans())
def test_what_is_written_is_read_back(seed: int, as_text: bool) -> None:
    """Whatever the order and the words of the columns, the forms of numbers, titles and totals."""
    chance = draw(seed)
    lines = kept(chance)
    pages = book(lines, chance)
    suffix = ".csv" if as_text else ""
    with TemporaryDirectory(dir=MEMORY) as root:
        write(Path(root), {f"{page.name}{suffix}": page.sheet for page in pages})
        found = read(Path(root), RULES).activity
    assert _said(found.lines) == _said(lines.lines)
    assert _said(found.movements) == _said(lines.movements)
    assert _taxes(found.lines, pages) == _taxes(lines.lines, pages)
