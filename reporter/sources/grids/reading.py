"""A file → its sheets, whatever its format.

Knows which reader reads which file. Never what a cell means.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.sources.grids.files import ENTRIES, sources
from reporter.sources.grids.grid import read_workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reporter.errors import Findings
    from reporter.settings.reading import Limits
    from reporter.sources.grids.files import Source
    from reporter.sources.grids.grid import Grid

    Told = Callable[[str, float], None]
    """What hears the name of each file once it is read, and how many seconds it took."""


def every_grid(
    folder: Path, limits: Limits, findings: Findings, told: Told | None
) -> Iterator[Grid]:
    """Yield every sheet of every file; a file that cannot be read is a mistake."""
    for source in sources(folder, limits, findings):
        began = perf_counter()
        try:
            yield from grids_of(source, limits)
        except BadCell as error:
            findings.errors.append(error)
        if told:
            told(source.name, perf_counter() - began)


def grids_of(source: Source, limits: Limits) -> list[Grid]:
    """Return every sheet of a file.

    Raises:
        BadCell: where it cannot be read.
    """
    if source.is_workbook:
        return read_workbook(source.path, source.name, limits)
    if source.path.suffix.lower() == ENTRIES:
        from reporter.sources.grids.text_files import read_json

        return [read_json(source.path, source.name, limits)]
    from reporter.sources.grids.text_files import read_csv

    return [read_csv(source.path, source.name, limits)]
