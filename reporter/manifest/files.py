"""`bilan-2020.json` ↔ what a report says of itself.

Knows the file. Never trusts it: it may come from anybody, be cut, or be of a version to come.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.characters import escaped
from reporter.errors import BadCell, BadData, BilanError, Place
from reporter.frozen.closure import FIGURES, RARE
from reporter.frozen.files import number, text
from reporter.manifest.manifest import Manifest
from reporter.opening import MEGA, content, reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from pathlib import Path

WHAT = "rapport de bilan"
FORMAT = 1
"""Grows when a reader of the version before would misread."""
NAME = re.compile(r"bilan-(\d{4})\.json")
PRINT = re.compile(r"[0-9a-f]{64}")
MOST_YEARS = 200


def name_of(year: int) -> str:
    """Return the name of the manifest of a year's report."""
    return f"bilan-{year}.json"


def written(manifest: Manifest) -> bytes:
    """Return the file of a manifest."""
    years: dict[str, dict[str, str | None]] = {}
    for (year, name), value in manifest.figures.items():
        years.setdefault(str(year), {})[name] = text(value)
    values = {
        "quoi": WHAT,
        "format": FORMAT,
        "version": manifest.version,
        "exercice": manifest.year,
        "reference": manifest.reference,
        "annees": manifest.span,
        "au": text(manifest.until),
        "chiffres": years,
        "reglages": dict(manifest.settings),
        "livres": dict(manifest.files),
        "rapport": dict(manifest.report),
    }
    return escaped(json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def find(folder: Path) -> Path:
    """Return the manifest of a report, by its folder or by itself.

    Raises:
        BilanError: where there is none, or where there are several.
    """
    if NAME.fullmatch(folder.name):
        return folder
    if not folder.is_dir():
        raise BilanError(f"aucun rapport dans {folder} : donner son dossier, reports/2020")
    found = sorted(path for path in folder.glob("bilan-*.json") if NAME.fullmatch(path.name))
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        raise BilanError(f"plusieurs rapports dans {folder} : donner l’un de {names}")
    if not found:
        raise BilanError(
            f"aucun manifeste dans {folder} (bilan-ANNÉE.json) : « bilan generate » l’écrit à côté "
            "du rapport, sauf avec --anonyme"
        )
    return found[0]


def read(path: Path) -> Manifest:
    """Return a manifest.

    Raises:
        BadData: where it is not one of ours, is damaged, or is of a version to come.
    """
    place = Place(path.name)
    year = path.stem.removeprefix("bilan-")
    again = f"écrire de nouveau le rapport : « bilan generate {year} »"
    try:
        values = json.loads(content(path, MEGA))
        if not isinstance(values, dict) or values.get("quoi") != WHAT:
            raise _bad("ce n’est pas le manifeste d’un rapport", place, again)
        if values["format"] > FORMAT:
            raise _bad("manifeste d’une version plus récente", place, "mettre bilan à jour")
        return _manifest(values, int(year))
    except OSError as error:
        raise _bad("manifeste illisible", place, again, reason(error)) from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise _bad("manifeste abîmé", place, again) from error


def _bad(what: str, place: Place, fix: str, shown: str = "") -> BadData:
    return BadData([BadCell(what, place, fix=fix, shown=shown)])


def _manifest(values: Mapping[str, Any], year: int) -> Manifest:
    """Return what a file says.

    Raises:
        ValueError, TypeError, LookupError, AttributeError: where it is not as we write it.
    """
    if type(values["format"]) is not int or values["exercice"] != year:
        raise ValueError
    reference, span = values["reference"], values["annees"]
    if not (reference is None or _is_count(reference)) or not _is_count(span):
        raise ValueError
    return Manifest(
        year=year,
        version=_string(values["version"]),
        reference=reference,
        span=span,
        until=date.fromisoformat(_string(values["au"])),
        figures=dict(_figures(values["chiffres"])),
        settings={name: _string(said) for name, said in values["reglages"].items()},
        files={name: _print(said) for name, said in values["livres"].items()},
        report={name: _print(said) for name, said in values["rapport"].items()},
    )


def _figures(years: Mapping[str, Any]) -> list[tuple[tuple[int, str], Decimal | None]]:
    if len(years) > MOST_YEARS:
        raise ValueError
    return [
        ((int(year), name), None if figures[name] is None else number(figures[name]))
        for year, figures in years.items()
        for name in FIGURES
        if name in figures or name not in RARE
    ]


def _is_count(value: object) -> bool:
    return type(value) is int and 0 < value < 10_000  # noqa: PLR2004  # years, at most


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _print(value: Any) -> str:
    if not PRINT.fullmatch(_string(value)):
        raise ValueError
    return str(value)
