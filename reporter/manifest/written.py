"""The reports that stand already in a folder, each year in its own, and how far each goes.

Knows how `bilan generate` names them. Never what is in one, but for its manifest.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reporter.errors import BilanError
from reporter.manifest.files import read

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def reports(folder: Path) -> set[str]:
    """Return the reports already written under a folder, by their path from it."""
    return {path.relative_to(folder).as_posix() for path in folder.glob("*/bilan-*.*")}


def cuts(folder: Path) -> dict[int, date]:
    """Return the last day that each report already written counts, as its manifest says."""
    found = {}
    for path in folder.glob("*/bilan-????.json"):
        with suppress(BilanError):
            was = read(path)
            found[was.year] = was.until
    return found
