"""The owner's texts, and those that no report may publish.

Knows where texts stand in a folder. Never what they say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reporter.errors import BadCell, BadData, Findings, Place
from reporter.opening import MEGA, is_file, reason
from reporter.sources.grids.files import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reporter.settings.reading import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The owner's own text about a year, in Markdown, before any figure is put into it."""

    content: str
    place: Place = field(compare=False)


def refuse_texts(folder: Path) -> None:
    """Refuse the texts that no report may publish or that would never end: links out, pipes.

    Raises:
        BadData: with each of them.
    """
    if errors := [bad for path in _paths(folder) if (bad := _unfit(path, folder))]:
        raise BadData(errors)


def _paths(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "data").glob("*.md") if path.stem.isdecimal())


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


def texts(folder: Path, limits: Limits, findings: Findings) -> Iterator[tuple[int, Text]]:
    """Yield the text of each year that has one; what cannot be read is a mistake."""
    for path in _paths(folder):
        place = Place(path.relative_to(folder).as_posix())
        try:
            content = whole(path, place.file, limits).decode("utf-8-sig")
            lines = content.replace("\r\n", "\n").replace("\r", "\n")
            yield int(path.stem), Text(content=lines, place=place)
        except BadCell as error:
            findings.errors.append(error)
        except ValueError as error:
            fix = "l’enregistrer en UTF-8"
            findings.errors.append(BadCell("texte illisible", place, shown=str(error), fix=fix))
