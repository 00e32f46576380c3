"""`bilan-2020.json` ↔ what a report says of itself.

Knows the file. Never trusts it: it may come from anybody, be cut, or be of a version to come.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.characters import escaped
from reporter.errors import BadCell, BilanError, Place
from reporter.frozen.closure import FIGURES, RARE
from reporter.frozen.files import number, string, text
from reporter.manifest.manifest import OF_A_PART, Manifest
from reporter.opening import MEGA, content, reason
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from pathlib import Path

    from reporter.manifest.manifest import Name

WHAT = "rapport de bilan"
FORMAT = 1
"""Grows when a reader of the version before would misread."""
NAME = pattern(r"bilan-(\d{4})(-(?:0[1-9]|1[0-2]|T[1-4]))?\.json")
WHOLE = pattern(r"bilan-\d{4}\.json")
PERIOD = pattern(r"\d{4}(?:-(?:0[1-9]|1[0-2]|T[1-4]))?")
PRINT = pattern(r"[0-9a-f]{64}")
MOST_YEARS = 200
MOST_NAMED = 3
"""Reports that are named where another one is asked for, the last ones."""


def name_of(manifest: Manifest) -> str:
    """Return the name of the file of a manifest: that of the year, or of the part of it."""
    return f"bilan-{manifest.part or manifest.year}.json"


def written(manifest: Manifest) -> bytes:
    """Return the file of a manifest."""
    periods: dict[str, dict[str, str | None]] = {}
    for (period, name), value in manifest.figures.items():
        periods.setdefault(period, {})[name] = text(value)
    values = {
        "quoi": WHAT,
        "format": FORMAT,
        "version": manifest.version,
        "exercice": manifest.year,
        **({"partie": manifest.part} if manifest.part else {}),
        "reference": manifest.reference,
        "annees": manifest.span,
        "au": text(manifest.until),
        "chiffres": periods,
        "reglages": dict(manifest.settings),
        "livres": dict(manifest.files),
        "rapport": dict(manifest.report),
    }
    return escaped(json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def find(folder: Path) -> tuple[Path, ...]:
    """Return the manifests of a year's report and of the pages of its months, or one by itself.

    Raises:
        BilanError: where there is none, or where those of several years stand together.
    """
    if NAME.fullmatch(folder.name):
        return (folder,)
    if not folder.is_dir():
        raise BilanError(f"aucun rapport dans {folder} : {_others(folder)}")
    found = sorted(path for path in folder.glob("bilan-*.json") if NAME.fullmatch(path.name))
    whole = [path for path in found if WHOLE.fullmatch(path.name)]
    if len(whole) > 1:
        names = ", ".join(path.name for path in found)
        raise BilanError(f"plusieurs rapports dans {folder} : donner l’un de {names}")
    if not found:
        raise BilanError(
            f"aucun manifeste dans {folder} (bilan-ANNÉE.json) : « bilan generate » l’écrit à côté "
            "du rapport, sauf avec --anonyme"
        )
    return (*whole, *(path for path in found if path not in whole))


def _others(folder: Path) -> str:
    """Return which reports stand beside a folder that is none, or how to write one."""
    beside = folder.parent.iterdir() if folder.parent.is_dir() else ()
    found = sorted(
        it for it in beside if any(NAME.fullmatch(path.name) for path in it.glob("bilan-*.json"))
    )
    if not found:
        return "« bilan generate » en écrit un"
    return f"donner son dossier, {' ou '.join(map(str, found[-MOST_NAMED:]))}"


def read(path: Path) -> Manifest:
    """Return a manifest.

    Raises:
        BadCell: where it is not one of ours, is damaged, or is of a version to come.
    """
    place = Place(path.name)
    period = path.stem.removeprefix("bilan-")
    again = f"écrire de nouveau le rapport : « bilan generate {asked_by(period)} »"
    try:
        values = json.loads(content(path, MEGA))
        if not isinstance(values, dict) or values.get("quoi") != WHAT:
            raise BadCell("ce n’est pas le manifeste d’un rapport", place, fix=again)
        if values["format"] > FORMAT:
            fix = "mettre bilan à jour"
            raise BadCell("manifeste d’une version plus récente", place, fix=fix)
        return _manifest(values, period)
    except OSError as error:
        raise BadCell("manifeste illisible", place, shown=reason(error), fix=again) from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise BadCell("manifeste abîmé", place, fix=again) from error


def reports(folder: Path) -> set[str]:
    """Return the reports already written under a folder, by their path from it."""
    return {path.relative_to(folder).as_posix() for path in folder.glob("*/bilan-*.*")}


def cuts(folder: Path) -> dict[int, date]:
    """Return the last day that each report already written counts, as its manifest says."""
    found = {}
    for path in folder.glob("*/bilan-????.json"):
        with suppress(BilanError):
            was = read(path)
            found[was.year] = was.until
    return found


def asked_by(period: str) -> str:
    """Return what asks for the report of a period: « 2020 », « ANNÉE --mois 2020-10 »."""
    if len(period) == len("2020"):
        return period
    return f"ANNÉE --{'trimestre' if 'T' in period else 'mois'} {period}"


def _manifest(values: Mapping[str, Any], period: str) -> Manifest:
    """Return what a file says.

    Raises:
        ValueError, TypeError, LookupError, AttributeError: where it is not as we write it.
    """
    year, part = values["exercice"], values.get("partie", "")
    if type(values["format"]) is not int or (part or str(year)) != period or not _is_count(year):
        raise ValueError
    reference, span = values["reference"], values["annees"]
    if not (reference is None or _is_count(reference)) or not _is_count(span):
        raise ValueError
    return Manifest(
        year=year,
        version=string(values["version"]),
        reference=reference,
        span=span,
        until=date.fromisoformat(string(values["au"])),
        figures=dict(_figures(values["chiffres"])),
        settings={name: string(said) for name, said in values["reglages"].items()},
        files={name: _print(said) for name, said in values["livres"].items()},
        report={name: _print(said) for name, said in values["rapport"].items()},
        part=string(part),
    )


def _figures(periods: Mapping[str, Any]) -> list[tuple[Name, Decimal | None]]:
    if len(periods) > MOST_YEARS or not all(map(PERIOD.fullmatch, periods)):
        raise ValueError
    return [
        ((period, name), None if figures[name] is None else number(figures[name]))
        for period, figures in periods.items()
        for name in FIGURES
        if name in figures or name not in RARE
        if len(period) == len("2020") or name in OF_A_PART
    ]


def _is_count(value: object) -> bool:
    return type(value) is int and 0 < value < 10_000  # noqa: PLR2004  # years, at most


def _print(value: Any) -> str:
    if not PRINT.fullmatch(string(value)):
        raise ValueError
    return str(value)
