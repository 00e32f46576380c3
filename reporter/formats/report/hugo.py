"""The report as a page bundle of Hugo: a folder with the page and its drawings.

Knows what a bundle is called. Never what the page says: its front matter is a template too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.formats.report.markdown import page

if TYPE_CHECKING:
    from reporter.formats import Files
    from reporter.formats.report.page import Report


def render(report: Report) -> Files:
    """Return `bilan-2020/index.md` and the drawings beside it."""
    files = page(report, "hugo.md.j2", "index.md")
    return {f"{report.name}/{name}": data for name, data in files.items()}
