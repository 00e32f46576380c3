"""The way out of the accountant's pack: a module per format, and a line in FORMATS.

Each module has `render(pack) -> Files`; the pack is made once, so that totals are the same in all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.accounting.pack import Pack
    from reporter.formats import Files

FORMATS = {
    "xlsx": "workbook",
    "fec": "fec",
    "csv": "csv",
    "hledger": "hledger",
    "beancount": "beancount",
}
"""The name of a format on the command line → its module here, imported when it is asked for."""

OF_ENTRIES = ("fec", "hledger", "beancount")
"""The formats that hold entries only: a month can be written in them."""


def render(pack: Pack, names: Iterable[str]) -> Files:
    """Return the files of a pack in formats of FORMATS."""
    files: Files = {}
    for name in names:
        files |= import_module(f"reporter.formats.pack.{FORMATS[name]}").render(pack)
    return files
