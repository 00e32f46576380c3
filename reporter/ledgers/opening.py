"""The FEC of a folder, opened where there are some: books without any pay nothing for it.

Knows which year a FEC tells: one that has no line of its own. Never what is in a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BadCell, BadData, Doubt, Place
from reporter.sources.grids.files import FEC

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from reporter.ledgers.files import File
    from reporter.ledgers.ledger import Ledger
    from reporter.model import Activity
    from reporter.settings import Settings


def entered(
    folder: Path, settings: Settings, activity: Activity, today: dt.date
) -> tuple[dict[int, Ledger], tuple[Doubt, ...]]:
    """Return the years that FEC alone tell, oldest first, and what is doubtful in them.

    A year of which the books hold but purchases to depreciate is told by its FEC: they are there
    for the years that follow.

    Args:
        folder: that of the books.
        settings: what the owner decided.
        activity: their lines.
        today: the day from which nothing has happened yet.

    Raises:
        BadData: with every mistake of every FEC.
    """
    data = folder / "data"
    if not data.is_dir() or not any(path.name.lower() == FEC for path in data.iterdir()):
        return {}, ()
    from reporter.ledgers.doubting import doubts_of
    from reporter.ledgers.files import files
    from reporter.ledgers.reading import ledger
    from reporter.metrics import by_year

    errors: list[BadCell] = []
    years = by_year(activity, settings)
    lined = {number for number, lines in years.items() if has_lines(lines)}
    found: dict[int, Ledger] = {}
    notes: list[Doubt] = []
    for file in files(folder, settings, errors):
        number = file.year.number
        if number in lined:
            notes.append(_left(file))
        elif file.year.end >= today:
            errors.append(_under_way(file.name, number))
        elif settings.status_of(file.year) == "micro":
            errors.append(_of_micro(file.name, number))
        else:
            try:
                found[number] = ledger(file, settings)
            except BadData as error:
                errors += error.errors
    if errors:
        raise BadData(errors)
    return found, (*notes, *doubts_of(found, years, settings))


def has_lines(lines: Activity) -> bool:
    """Tell whether lines tell a year: some are more than purchases to depreciate."""
    bought = all(line.is_depreciated for line in lines.expenses)
    return bool(lines.days or lines.fees) or not bought


def _left(file: File) -> Doubt:
    name, number = file.name, file.year.number
    return Doubt(
        code="fec-et-lignes",
        what=f"FEC laissé de côté : l’exercice {number} a des lignes, qui comptent seules",
        place=Place(name),
        fix=f"« bilan compare {number} {name} » met l’un en face de l’autre",
        date=file.year.end,
        about=str(number),
    )


def _under_way(name: str, number: int) -> BadCell:
    fix = f"attendre celui que l’expert-comptable clora, et tenir {number} en lignes d’ici là"
    return BadCell("FEC d’un exercice qui n’est pas fini", Place(name), fix=fix)


def _of_micro(name: str, number: int) -> BadCell:
    fix = f"le sortir de data/fec, ou écrire le statut de {number} dans [exercice.{number}]"
    return BadCell("FEC d’une année de micro-entreprise", Place(name), fix=fix)
