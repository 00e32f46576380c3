"""The way out: a module per format, each with `render(report) -> Files`, and a line in FORMATS.

Files are names, relative to the folder of the year's reports, and their bytes.
"""

from __future__ import annotations

from contextlib import nullcontext
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.figures import Bilan

Files = dict[str, bytes]

FORMATS = {
    "md": "markdown",
    "html": "html",
    "hugo": "hugo",
    "pdf": "pdf",
}
"""The name of a format on the command line → its module here, imported when it is asked for."""


def render(bilan: Bilan, names: Iterable[str]) -> Files:
    """Return the files of a bilan in formats of FORMATS; its charts are drawn once for all."""
    from reporter import units
    from reporter.formats.page import Report

    files: Files = {}
    with nullcontext() if bilan.index is None else units.indices(bilan.index.rate):
        report = Report.of(bilan)
        for name in names:
            files |= import_module(f"reporter.formats.{FORMATS[name]}").render(report)
    return files
