"""Rows as the CSV that a French Excel opens right; the way out of csv.

Knows that form: semicolons, decimal commas, CRLF, no text that would run. Never a table.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from reporter.characters import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def lines(rows: Iterable[Sequence[str]]) -> str:
    """Return rows in the French form of CSV."""
    text = StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def comma(number: str) -> str:
    """Return a number with a decimal comma."""
    return number.replace(".", ",")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs: an apostrophe stands before what would be one."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(RUNNING) else text
