"""A new folder of books: the settings, a workbook to fill in, the year's text to complete.

Knows what a beginner needs. Never the disk, nor which year it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reporter.schemas import schema
from reporter.starter.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
SCHEMA = ".bilan/reglages.schema.json"
"""Where the schema of the settings stands in a folder: bilan.toml names it to editors."""


def starter(year: int) -> Mapping[str, bytes]:
    """Return the files of a new folder, their examples dated in a calendar year."""
    settings = (HERE / "bilan.toml").read_text(encoding="utf-8")
    for name, value in (("{annee}", year), ("{avant}", year - 1)):
        settings = settings.replace(name, str(value))
    return {
        "bilan.toml": settings.encode(),
        "data/livres.xlsx": workbook(year),
        f"data/{year}.md": (HERE / "annee.md").read_bytes(),
        SCHEMA: schema("reglages"),
    }
