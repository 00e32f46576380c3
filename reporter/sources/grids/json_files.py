"""A JSON list of entries, as Timewarrior exports it → a grid of texts: a row for each entry.

Knows lists of flat objects. Never what a key means.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, Place
from reporter.sources.grids.files import whole
from reporter.sources.grids.grid import Grid

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.settings.reading import Limits

ASK = "exporter de nouveau, ou la sortir de data/"


def read_json(path: Path, name: str, limits: Limits) -> Grid:
    """Return the entries of a file, under their keys; lists become texts with commas.

    Timewarrior writes an entry a line below the bracket: a row is then that line of the file.

    Raises:
        BadCell: where it is no list of flat objects, or is beyond the limits.
    """
    try:
        entries = json.loads(whole(path, name, limits).decode("utf-8-sig"), parse_float=str)
    except (ValueError, RecursionError) as error:
        raise BadCell("liste de saisies illisible", Place(name), fix=ASK) from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadCell("liste de saisies illisible", Place(name), fix=ASK)
    keys = list(dict.fromkeys(key for entry in entries for key in entry))
    if len(entries) > limits.rows or len(entries) * len(keys) > limits.cells:
        fix = "relever lignes ou cellules dans [lecture] de bilan.toml"
        raise BadCell("fichier trop grand", Place(name), fix=fix)
    rows = [keys, *([_text(entry.get(key)) for key in keys] for entry in entries)]
    return Grid(file=name, sheet="", rows=rows)


def _text(value: Any) -> str:
    """Return a value as a cell holds it."""
    if isinstance(value, list):
        return ",".join(map(_text, value))
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
