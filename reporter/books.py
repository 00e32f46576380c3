"""A folder of books: its settings, its lines, its texts; the public face for a notebook.

Knows where things stand in a folder. Never how they are read, measured or shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reporter.errors import BilanError
from reporter.metrics import measure
from reporter.toml import reading as toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

    from reporter.errors import Doubt
    from reporter.figures import Bilan
    from reporter.model import Activity, Text
    from reporter.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What a folder holds, read once."""

    folder: Path
    settings: Settings
    activity: Activity
    texts: Mapping[int, Text]
    doubts: tuple[Doubt, ...]

    def measure(self, year: int, reference: int | None = None, span: int = 4) -> Bilan:
        """Return what a financial year amounts to, with the years before it.

        Args:
            year: the calendar year in which the financial year closes.
            reference: a year to compare it with, besides the one before.
            span: how many years are shown side by side.

        Raises:
            BilanError: where the books have no line in one of the years.
        """
        bilan = measure(self.activity, self.settings, year, reference)
        return replace(bilan, text=self.texts.get(year), span=span)

    def frame(self) -> pd.DataFrame:
        """Return every line as a row of a pandas frame, with exact `Decimal` values."""
        from reporter.tables.frames import frame

        return frame(self.activity, self.settings)


def load(folder: Path) -> Books:
    """Return the books of a folder that holds a bilan.toml and data/.

    Raises:
        BadData: with every mistake of the settings, or every mistake of the books.
    """
    from reporter.sources.reading import read

    settings = toml.load(folder)
    reading = read(folder)
    return Books(
        folder=folder,
        settings=settings,
        activity=reading.activity,
        texts=reading.texts,
        doubts=reading.doubts,
    )


def find(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that holds a bilan.toml.

    Raises:
        BilanError: where there is none.
    """
    for folder in (start, *start.parents):
        if (folder / toml.FILE).is_file():
            return folder
    raise BilanError(
        f"aucun fichier {toml.FILE} dans {start} ni au-dessus : "
        "lancer « bilan init », ou donner le dossier avec --dossier"
    )
