"""A new folder of books: the settings, a workbook to fill in, the year's text to complete.

Knows what a beginner needs. Never the disk, nor which year it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reporter.schemas import schema
from reporter.starter.guesses import comments
from reporter.starter.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.guessing import Guessed

HERE = Path(__file__).parent
SCHEMA = ".bilan/reglages.schema.json"
"""Where the schema of the settings stands in a folder: bilan.toml names it to editors."""


def starter(year: int) -> Mapping[str, bytes]:
    """Return the files of a new folder, their examples dated in a calendar year."""
    return {
        "bilan.toml": _settings(year).encode(),
        "data/livres.xlsx": workbook(year),
        f"data/{year}.md": (HERE / "annee.md").read_bytes(),
        SCHEMA: schema("reglages"),
    }


def settings(year: int, guessed: Sequence[Guessed]) -> Mapping[str, bytes]:
    """Return the settings of a new folder, where what a strange file seems to say is shown, off."""
    shown = "\n".join(["[colonnes]", *comments(guessed)])
    text = _settings(year).replace("[colonnes]", shown, 1)
    return {"bilan.toml": text.encode(), SCHEMA: schema("reglages")}


def _settings(year: int) -> str:
    text = (HERE / "bilan.toml").read_text(encoding="utf-8")
    for name, value in (("{annee}", year), ("{avant}", year - 1)):
        text = text.replace(name, str(value))
    return text
