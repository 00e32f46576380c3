"""The files of data/fec: which FEC there are, and of which financial year each is.

Knows names of files. Never what a FEC holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BadCell, BilanError, Place
from reporter.fec.naming import is_siren, parse_day, parse_name
from reporter.sources.grids.files import FEC, OWN, PAPERS, apart

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.model import FinancialYear
    from reporter.settings import Settings

PASSED = (PAPERS | OWN) - {".txt"}
"""Letters and images beside the FEC: nobody expects entries from them."""
DESCRIPTION = "descripti"
"""What stands in the name of a description of a FEC, in French and in our own: it is no FEC."""
NAMED = "le nommer SIREN, FEC, date de clôture : 812345676FEC20181231.txt, ou le sortir de data/fec"


class File(NamedTuple):
    """A FEC, known by its name."""

    path: Path
    name: str
    siren: str
    year: FinancialYear


def paths(folder: Path) -> list[tuple[Path, str]]:
    """Return the files of data/fec with their paths from the folder of the books, in order.

    Raises:
        BadCell: where a folder cannot be read.
    """

    def refuse(error: BadCell) -> None:
        raise error

    found = sorted(path for path in apart(folder, FEC, refuse) if not _is_paper(path))
    return [(path, path.relative_to(folder).as_posix()) for path in found]


def _is_paper(path: Path) -> bool:
    """Tell whether a file is no FEC: a letter, or what describes one (art. A47 A-1, X)."""
    return path.suffix.lower() in PASSED or DESCRIPTION in path.stem.lower()


def files(folder: Path, settings: Settings, errors: list[BadCell]) -> list[File]:
    """Return the FEC of a folder, each of another year; what is wrong in a name is a mistake."""
    found: dict[int, File] = {}
    for path, name in paths(folder):
        try:
            one = _named(path, name, settings)
            _refuse_second(one, found.get(one.year.number))
        except BadCell as error:
            errors.append(error)
        else:
            found[one.year.number] = one
    _refuse_others(found, settings, errors)
    return [found[number] for number in sorted(found)]


def _named(path: Path, name: str, settings: Settings) -> File:
    """Return a file by its name.

    Raises:
        BadCell: where it is not that of a FEC, or where no financial year closes on its date.
    """
    parts, place = parse_name(path.name), Place(name)
    closing = parse_day(parts[1]) if parts else None
    if parts is None or not is_siren(parts[0]) or closing is None:
        raise BadCell("nom de FEC mal formé", place, shown=path.name, fix=NAMED)
    try:
        year = settings.year_of(closing)
    except BilanError as error:
        raise BadCell("FEC d’aucun exercice", place, shown=path.name, fix=str(error)) from error
    if year.end != closing:
        fix = (
            f"l’exercice {year.number} finit le {year.end:%d/%m/%Y} d’après bilan.toml ; si c’est "
            f"le FEC qui a raison, écrire debut et fin dans [exercice.{closing.year}]"
        )
        what = "FEC clos un autre jour que l’exercice"
        raise BadCell(what, place, shown=f"{closing:%d/%m/%Y}", fix=fix)
    return File(path, name, parts[0], year)


def _refuse_second(one: File, other: File | None) -> None:
    if other is not None:
        fix = f"n’en garder qu’un : {other.name} est déjà celui de l’exercice {one.year.number}"
        raise BadCell("deux FEC pour un exercice", Place(one.name), fix=fix)


def _refuse_others(found: dict[int, File], settings: Settings, errors: list[BadCell]) -> None:
    """Refuse the FEC of another company; where bilan.toml names none, they are all of one."""
    own = settings.siren.replace(" ", "")
    known = own or next((one.siren for one in found.values()), "")
    said = "celui de bilan.toml" if own else "celui des autres FEC"
    for one in found.values():
        if one.siren != known:
            fix = f"le sortir de data/fec, ou corriger le SIREN : {said} est {known}"
            what = "FEC d’une autre société"
            errors.append(BadCell(what, Place(one.name), shown=one.siren, fix=fix))
