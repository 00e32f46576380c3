"""The way out of a report: a module per format, and a line in FORMATS for each.

Each has `render(report) -> Files`; the report is made once, so that all say the same.
"""

from __future__ import annotations

from contextlib import nullcontext
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.figures import Bilan
    from reporter.formats import Files

FORMATS = {
    "md": "markdown",
    "html": "html",
    "hugo": "hugo",
    "pdf": "pdf",
    "png": "png",
}
"""The name of a format on the command line → its module here, imported when it is asked for."""


def render(bilan: Bilan, names: Iterable[str], *, proofs: bool = False) -> Files:
    """Return the files of a bilan in formats of FORMATS; its charts are drawn once for all.

    With `proofs`, each figure of the HTML page opens its explanation, in a page beside it.
    """
    from reporter import denomination
    from reporter.formats.report.page import Report

    asked = tuple(names)
    files: Files = {}
    with nullcontext() if bilan.index is None else denomination.indices(bilan.index.rate):
        report = Report.of(bilan, preview="png" in asked)
        for name in asked:
            module = "proofs" if proofs and name == "html" else FORMATS[name]
            files |= import_module(f"reporter.formats.report.{module}").render(report)
    return files
