"""What a report was made of → what it would be made of now, line by line, in French.

Knows how two manifests are compared. Never how one is made or kept.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reporter.french import Cell, spaced
from reporter.frozen.closure import FIGURES
from reporter.frozen.files import text
from reporter.frozen.taking import usual
from reporter.frozen.words import NOTHING, results
from reporter.manifest.manifest import form_of
from reporter.parts import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reporter.french import Kind
    from reporter.manifest.manifest import Manifest

What = Literal["version", "chiffre", "reglage", "livre", "rapport"]


class Difference(NamedTuple):
    """A thing that is no longer the same.

    Attributes:
        what: which kind of thing it is.
        name: its name: « 2020.tjm », « exercice.2020.conges », « data/2020.xlsx ».
        before: what it was, None where there was none.
        now: what it is, None where there is none.
    """

    what: What
    name: str
    before: str | None
    now: str | None


def differences(was: Manifest, now: Manifest) -> tuple[Difference, ...]:
    """Return all that is no longer the same, the figures first."""
    before, after = _figures(was), _figures(now)
    versions = Difference("version", "bilan", was.version, now.version)
    return (
        *_between("chiffre", before, after),
        *_between("reglage", was.settings, now.settings),
        *_between("livre", was.files, now.files),
        *_between("rapport", was.report, now.report),
        *([versions] if was.version != now.version else []),
    )


def _figures(manifest: Manifest) -> dict[str, str | None]:
    return {f"{period}.{name}": text(value) for (period, name), value in manifest.figures.items()}


def _between(
    what: What, was: Mapping[str, str | None], now: Mapping[str, str | None]
) -> Iterator[Difference]:
    for name in dict.fromkeys((*was, *now)):
        if was.get(name) != now.get(name):
            yield Difference(what, name, was.get(name), now.get(name))


def values(was: Manifest, found: Iterable[Difference]) -> dict[str, Any]:
    """Return a report and what has changed since, as values for JSON."""
    changes = [
        {"quoi": one.what, "nom": one.name, "avant": one.before, "maintenant": one.now}
        for one in found
    ]
    part = {"partie": was.part} if was.part else {}
    return {"exercice": was.year, **part, "identique": not changes, "differences": changes}


def told(one: Difference, *manifests: Manifest) -> str:
    """Return a difference in one line: « chiffre TJM 2020 : 788,72 € → 790,00 € ».

    Nothing of a figure that the legal form has not: what it says is in another.

    Args:
        one: the difference.
        manifests: those between which it is: a figure has the words of its legal form in them.
    """
    if one.what == "chiffre":
        period, _, name = one.name.partition(".")
        named, forms = FIGURES[name], {form_of(manifest, period[:4]) for manifest in manifests}
        words = results(forms).get(name, named.words)
        before, now = (_shown(value, named.kind) for value in (one.before, one.now))
        return spaced(f"chiffre : {words} {said(period)} : {before} → {now}") if words else ""
    if one.what == "version":
        return spaced(f"version de bilan : {one.before} → {one.now}")
    if one.what == "reglage":
        before, now = (x or usual(one.name) or NOTHING for x in (one.before, one.now))
        return spaced(f"réglage : {one.name} : {before} → {now}")
    word = "fichier des livres" if one.what == "livre" else "fichier du rapport"
    return spaced(f"{word} : {one.name} : {_fate(one)}")


def _fate(one: Difference) -> str:
    if one.before is None:
        return "nouveau"
    return "absent" if one.now is None else "changé"


def _shown(value: str | None, kind: Kind) -> str:
    return str(Cell(None if value is None else Decimal(value), kind))
