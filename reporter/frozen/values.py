"""What has changed in a closed year, as values for JSON.

Knows the keys. Never how a change is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.frozen.closure import FIELDS
from reporter.frozen.files import text
from reporter.frozen.words import name_of

if TYPE_CHECKING:
    from reporter.errors import BadCell
    from reporter.frozen.changes import Changed, Changes, Moved
    from reporter.frozen.closure import Kept


def values(changes: Changes) -> dict[str, Any]:
    """Return a closed year, and what is no longer the same in it."""
    return {
        "exercice": changes.closure.year,
        "clos_le": changes.closure.day.isoformat(),
        "inchange": not changes,
        "chiffres": [_changed(one) for one in changes.figures],
        "reglages": [_changed(one) for one in changes.settings],
        "lignes": [_moved(one) for one in changes.lines],
    }


def unreadable(mistake: BadCell) -> dict[str, Any]:
    """Return a file that is not understood."""
    return {"fichier": mistake.place.file, "quoi": mistake.what, "remede": mistake.fix}


def _changed(change: Changed) -> dict[str, str | None]:
    return {"nom": change.name, "avant": text(change.before), "maintenant": text(change.now)}


def _moved(moved: Moved) -> dict[str, Any]:
    before, now = moved
    line = next(one for one in (now, before) if one is not None)
    what = "partie" if now is None else "arrivée" if before is None else "changée"
    place = line.place
    return {
        "quoi": what,
        "fichier": place.file,
        "feuille": place.sheet,
        "cellule": place.cell,
        "contenu": name_of(line),
        "champs": [] if before is None or now is None else _fields(before, now),
    }


def _fields(before: Kept, now: Kept) -> list[dict[str, str | None]]:
    was, is_ = dict(before.values), dict(now.values)
    return [
        {"nom": name, "avant": text(was.get(name)), "maintenant": text(is_.get(name))}
        for name in FIELDS
        if was.get(name) != is_.get(name)
    ]
