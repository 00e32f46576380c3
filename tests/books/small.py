"""Small books written in a test as compact tables, and the outcomes that are honest for them.

A book is sheets, each a line « # name » and rows of cells parted by « | »:

    # Jours
    Date | Client | Jours | TJM
    31/03/2020 | Ponant | 10 | 700

`31/03/2020` is a true date, `700` and `7.5` are true numbers, all else is text; an apostrophe
before a cell makes it a text. `~700~` is struck through, `700 {0.00 "$"}` has a number format,
`=C2*D2 -> 7000` is a formula and the value that was saved with it. « (hidden) » after the name of
a sheet, or at the end of a row, hides it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.books.outcomes import OF_THE_CALENDAR, Outcome, names, outcome
from tests.books.sheets import Cell, Rows, Sheet, write

DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
FORMULA = re.compile(r"=(.+?) ->\s*(.*)")
FORMAT = re.compile(r"(.*) \{(.+)\}")
HIDDEN = "(hidden)"


def cell(text: str) -> Any:  # noqa: PLR0911  # a way of reading for each mark
    """Return a cell from what a table says of it."""
    text = text.strip()
    if text.startswith("'"):
        return text[1:]
    if len(text) > 2 and text[0] == text[-1] == "~":
        return Cell(value=cell(text[1:-1]), struck=True)
    if found := FORMULA.fullmatch(text):
        return Cell(formula=found[1], value=cell(found[2]))
    if found := FORMAT.fullmatch(text):
        return Cell(value=cell(found[1]), format=found[2])
    if found := DATE.fullmatch(text):
        with suppress(ValueError):  # a day that does not exist stays a text
            return date(int(found[3]), int(found[2]), int(found[1]))
    if NUMBER.fullmatch(text):
        return Decimal(text)
    return text or None


def sheets(text: str) -> dict[str, Sheet]:
    """Return the sheets of a small book."""
    found: dict[str, Sheet] = {}
    for part in re.split(r"(?m)^ *# ", text)[1:]:
        title, _, body = part.partition("\n")
        lines = [line.strip() for line in body.rstrip().split("\n")]
        hidden = frozenset(n for n, line in enumerate(lines) if line.endswith(HIDDEN))
        rows: Rows = [
            tuple(cell(one) for one in line.removesuffix(HIDDEN).split("|")) for line in lines
        ]
        name = title.strip()
        found[name.removesuffix(HIDDEN).strip()] = Sheet(
            rows=rows, hidden=name.endswith(HIDDEN), hidden_rows=hidden
        )
    return found


@dataclass(frozen=True, slots=True)
class Accepted:
    """One honest outcome, and how it is told from others."""

    words: str
    holds: Callable[[Outcome], bool]


def right(**figures: float | str | Mapping[int, float | str]) -> Accepted:
    """Accept these figures, over all years or of each year; others are not looked at."""

    def holds(found: Outcome) -> bool:
        return not found.is_refused and all(_is(found, *item) for item in figures.items())

    return Accepted(f"right {figures}", holds)


def _is(found: Outcome, figure: str, value: float | str | Mapping[int, float | str]) -> bool:
    if isinstance(value, Mapping):
        years = {number: year[figure] for number, year in found.years.items() if year[figure]}
        return years == {number: Decimal(str(one)) for number, one in value.items()}
    return found.total(figure) == Decimal(str(value))


def refused(*cells: str) -> Accepted:
    """Accept a refusal that names one of these cells, its row or its column."""

    def holds(found: Outcome) -> bool:
        return any(names(place, one) for _, place in found.errors for one in cells)

    return Accepted(f"refused at {cells}", holds)


def doubted(*cells: str, unlike: str = "") -> Accepted:
    """Accept a doubt that names one of these cells, its row or its column.

    `unlike` are words that it may not say: those of a doubt about something else.
    """

    def holds(found: Outcome) -> bool:
        said = [place for what, place in found.doubts if not unlike or unlike not in what]
        return any(names(place, one) for place in said for one in cells)

    return Accepted(f"doubted at {cells}" + (f", not « {unlike} »" if unlike else ""), holds)


def asked(*cells: str) -> tuple[Accepted, Accepted]:
    """Accept a refusal or a doubt that names one of these cells, its row or its column."""
    return refused(*cells), doubted(*cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """A small book and the outcomes that are honest for it."""

    text: str
    accepted: tuple[Accepted, ...]
    settings: str = ""
    clean: bool = False


def small(name: str, text: str, *accepted: Accepted, settings: str = "") -> Any:
    """Return a small book as a parameter of a test."""
    return pytest.param(Small(text=text, accepted=accepted, settings=settings), id=name)


def ordinary(name: str, text: str, settings: str = "", **figures: Any) -> Any:
    """Return a well-kept book, in which nothing may be refused nor doubted."""
    book = Small(text=text, accepted=(right(**figures),), settings=settings, clean=True)
    return pytest.param(book, id=name)


def judge(book: Small, root: Path) -> None:
    """Fail where the outcome of a book is none of those that are honest for it."""
    write(root, sheets(book.text), book.settings)
    found = outcome(root, frozenset(OF_THE_CALENDAR))
    expected = " or ".join(one.words for one in book.accepted)
    assert any(one.holds(found) for one in book.accepted), f"{found}\nexpected: {expected}"
    assert not (book.clean and found.doubts), f"a false alarm: {found}"
