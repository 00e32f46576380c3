"""`clotures/2020.json` ↔ what is kept of a year: a line for each line of the books.

Knows the file. Never trusts it: it may come from anybody, be cut, or be of a version to come.
"""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.characters import escaped
from reporter.errors import BadCell, Place
from reporter.frozen import FOLDER, path_of
from reporter.frozen.closure import BOUGHT, ENTRY, FIELDS, FIGURES, NATURES, RARE, Closure, Kept
from reporter.opening import MEGA, content, reason
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERSION = 1
"""Grows when a reader of the version before would misread."""
MOST = 50 * MEGA
NAME = pattern(r"(\d{4})\.json")
NUMBER = pattern(r"-?[0-9]{1,15}(\.[0-9]{1,40})?")
PLACES = ("fichier", "feuille", "cellule")
AGAIN = (
    "le remettre comme il était, ou clore de nouveau l’exercice : "
    "« bilan freeze {year} --lever », puis « bilan freeze {year} »"
)


def written(closure: Closure) -> bytes:
    """Return the file of a closed year."""
    head = {
        "version": VERSION,
        "exercice": closure.year,
        "clos_le": closure.day.isoformat(),
        "chiffres": {name: text(value) for name, value in closure.figures.items()},
        "reglages": dict(closure.settings),
    }
    top = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    lines = ",\n    ".join(json.dumps(_line(line), ensure_ascii=False) for line in closure.lines)
    return escaped(f'{top},\n  "lignes": [\n    {lines}\n  ]\n}}\n').encode()


def text(value: Decimal | dt.date | str | None) -> str | None:
    """Return a value as the file writes it: « 700.5 », « 2020-03-31 »; None for none."""
    if isinstance(value, Decimal):
        written_out = f"{value:f}"
        return written_out.rstrip("0").rstrip(".") if "." in written_out else written_out
    return value.isoformat() if isinstance(value, dt.date) else value


def read(folder: Path) -> tuple[tuple[Closure, ...], tuple[BadCell, ...]]:
    """Return the closed years of a folder of books, and the files that cannot be understood."""
    closures, mistakes = [], []
    for path in sorted((folder / FOLDER).glob("*.json")):
        if found := NAME.fullmatch(path.name):
            one = _read(path, int(found[1]))
            closures.append(one) if isinstance(one, Closure) else mistakes.append(one)
    return tuple(closures), tuple(mistakes)


def _read(path: Path, year: int) -> Closure | BadCell:
    place, again = Place(path_of(year)), AGAIN.format(year=year)
    try:
        values = json.loads(content(path, MOST))
        if values["version"] > VERSION:
            what = f"clôture de l’exercice {year} écrite par une version plus récente de bilan"
            return BadCell(what, place, fix="mettre bilan à jour")
        return _closure(values, year)
    except OSError as error:
        what = f"clôture de l’exercice {year} illisible"
        return BadCell(what, place, shown=reason(error), fix=again)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return BadCell(f"clôture de l’exercice {year} abîmée", place, fix=again)


def _closure(values: Any, year: int) -> Closure:
    """Return what a file keeps.

    Raises:
        ValueError, TypeError, LookupError, AttributeError: where it is not as we write it.
    """
    if values["exercice"] != year or values["version"] < 1:
        raise ValueError
    said = values["chiffres"]
    figures = {name: said[name] for name in FIGURES if name in said or name not in RARE}
    return Closure(
        year=year,
        day=dt.date.fromisoformat(values["clos_le"]),
        figures={name: None if x is None else number(x) for name, x in figures.items()},
        settings={name: string(said) for name, said in values["reglages"].items()},
        lines=tuple(map(_kept, values["lignes"])),
    )


def _kept(values: Mapping[str, Any]) -> Kept:
    file, sheet, cell = (string(values[name]) for name in PLACES)
    if values["nature"] not in {*NATURES, BOUGHT, ENTRY}:
        raise ValueError
    known = ((name, named) for name, named in FIELDS.items() if name in values)
    return Kept(
        nature=values["nature"],
        values=tuple((name, _value(values[name], named.kind)) for name, named in known),
        place=Place(file, sheet, words=cell),
    )


def _value(value: Any, kind: str) -> Decimal | dt.date | str:
    if kind == "text":
        return string(value)
    return dt.date.fromisoformat(string(value)) if kind == "date" else number(value)


def number(value: Any) -> Decimal:
    """Return a number that the file holds.

    Raises:
        ValueError, TypeError: where it is none.
    """
    if not NUMBER.fullmatch(string(value)):
        raise ValueError
    return Decimal(value)


def string(value: Any) -> str:
    """Return a text that the file holds.

    Raises:
        TypeError: where it is none.
    """
    if not isinstance(value, str):
        raise TypeError
    return value


def _line(line: Kept) -> dict[str, str | None]:
    values = {name: text(value) for name, value in line.values}
    at = (line.place.file, line.place.sheet, line.place.cell)
    return {"nature": line.nature, **values, **dict(zip(PLACES, at, strict=True))}
