"""The owner's texts that no report may publish.

Knows where texts stand in a folder. Never what they say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BadCell, BadData, Place
from reporter.opening import MEGA, is_file, reason

if TYPE_CHECKING:
    from pathlib import Path


def refuse_texts(folder: Path) -> None:
    """Refuse the texts that no report may publish or that would never end: links out, pipes.

    Raises:
        BadData: with each of them.
    """
    paths = [path for path in (folder / "data").glob("*.md") if path.stem.isdecimal()]
    if errors := [bad for path in sorted(paths) if (bad := _unfit(path, folder))]:
        raise BadData(errors)


def _unfit(path: Path, folder: Path) -> BadCell | None:
    """Return the mistake of a text that is no file of the folder, None where it is one."""
    shown, fix = "", "en faire un fichier d’un mégaoctet au plus"
    try:
        if is_file(path, MEGA) and not path.resolve().is_relative_to(folder.resolve()):
            shown, fix = "c’est un lien vers un autre dossier", "y copier le fichier"
    except OSError as error:
        shown = reason(error)
    place = Place(path.relative_to(folder).as_posix())
    return BadCell("texte illisible", place, shown=shown, fix=fix) if shown else None
