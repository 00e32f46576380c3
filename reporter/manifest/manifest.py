"""A report as it was written: its figures, the settings and the files that made it.

Knows what a published folder may tell: nothing of a client, of a line, of a setting that the report
does not show. Money is in euros before tax; figures are those of `show --json`, rounded as there.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import Findings
from reporter.frozen.taking import figures_of, settings_of
from reporter.ledgers.files import paths as fec_files
from reporter.opening import MEGA, content
from reporter.sources.grids.files import sources, whole
from reporter.toml.reading import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from reporter.figures import Bilan, Figures
    from reporter.settings import Settings

TEXTS = {".csv", ".tsv", ".md", ".toml", ".j2", ".css", ".js"}
"""Files whose ends of lines change with the machine, and say nothing."""
UNSAID = {"reintegrations", "deductions", "deficits_anterieurs"}
"""Settings of a year that no report shows."""
STATUS = "societe.statut"
DATES = {"debut", "fin"}
"""What is no setting where a year is cut."""
MOST = 100 * MEGA
"""Bytes of a file of a report."""
OURS = Path(__file__).parents[2] / "templates"
"""Our templates, in a checkout that is itself a folder of books: their version is ours."""
Name = tuple[str, str]
"""A financial year or a part of one, and the name of a figure of it: « 2020 », « 2020-10 »."""
OF_A_PART = {"chiffre_affaires", "ca_forfaits", "jours_factures", "tjm", "charges"}
"""The figures that mean something in a month or a quarter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A report, and what it was made of.

    Attributes:
        year: the calendar year in which the financial year closes.
        version: that of the program.
        reference: the year of a comparison that was asked for, None where none was.
        span: how many years are side by side.
        until: the last day that counts: that of the year, or one on which it is cut.
        part: the month or the quarter that it is about, empty where it is about the year.
        figures: each figure of each year or part shown; None where there is none.
        settings: those that the report shows and that can change a figure, less the defaults.
        files: the fingerprint of each file read, by its path from the folder of the books.
        report: that of each file written, by its path from the report.
    """

    year: int
    version: str
    reference: int | None
    span: int
    until: date
    figures: Mapping[Name, Decimal | None]
    settings: Mapping[str, str]
    files: Mapping[str, str]
    report: Mapping[str, str]
    part: str = ""


class OfPart(NamedTuple):
    """What a page of a month or a quarter shows beside its year: its name, the parts measured."""

    name: str
    figures: Mapping[str, Figures]


def manifest(
    bilan: Bilan,
    folder: Path,
    report: Mapping[str, str],
    reference: int | None = None,
    part: OfPart | None = None,
) -> Manifest:
    """Return what a report of a bilan says of itself.

    Args:
        bilan: what the report shows.
        folder: that of the books.
        report: the fingerprint of each of its files.
        reference: the year of a comparison, where it was asked for.
        part: the month or the quarter, where it is about one.

    Raises:
        BilanError: where a file of the books can no longer be read.
    """
    return Manifest(
        year=bilan.figures.year.number,
        version=version("bilan"),
        reference=reference,
        span=bilan.span,
        until=bilan.figures.year.end,
        figures=dict(_figures(bilan, part)),
        settings=dict(_settings(bilan)),
        files=dict(_files(folder, bilan)),
        report=dict(report),
        part=part.name if part else "",
    )


def _figures(bilan: Bilan, part: OfPart | None) -> Iterator[tuple[Name, Decimal | None]]:
    for period, figures in part.figures.items() if part else ():
        for name, value in figures_of(figures):
            if name in OF_A_PART:
                yield (period, name), value
    for figures in bilan.shown:
        for name, value in figures_of(figures):
            yield (str(figures.year.number), name), value


def fingerprint(data: bytes, name: str = "") -> str:
    """Return the fingerprint of a file: SHA-256, whatever the ends of the lines of a text."""
    if Path(name).suffix.lower() in TEXTS:
        data = data.replace(b"\r\n", b"\n")
    return sha256(data).hexdigest()


def prints_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the fingerprint of each file of a report about to be written."""
    return {name: fingerprint(data, name) for name, data in files.items()}


def prints(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the fingerprint of each file of a report that is still there, a link apart."""
    found = {}
    for name in names:
        with suppress(OSError, ValueError):
            path = folder / name
            if path.resolve().is_relative_to(folder.resolve()):
                found[name] = fingerprint(content(path, MOST), name)
    return found


def form_of(manifest: Manifest, year: str) -> str | None:
    """Return the legal form of a year of a report, None where none is said."""
    said = manifest.settings
    return said.get(f"exercice.{year}.statut", said.get(STATUS))


def _settings(bilan: Bilan) -> Iterator[tuple[str, str]]:
    hidden = UNSAID | DATES if bilan.elapsed else UNSAID
    for figures in bilan.shown:
        own = f"exercice.{figures.year.number}.statut"
        named = STATUS if figures.status == bilan.settings.status else own
        for name, value in settings_of(figures, bilan.settings):
            if name.rpartition(".")[2] not in hidden and not name.startswith("micro."):
                yield named if name == STATUS else name, value


def _files(folder: Path, bilan: Bilan) -> Iterator[tuple[str, str]]:
    """Yield each file that the report was made of, in order."""
    settings, limits = bilan.settings, bilan.settings.reading.limits
    paths = [(folder / FILE, FILE)]
    paths += [(book.path, book.name) for book in sources(folder, limits, Findings())]
    paths += fec_files(folder)
    if bilan.text is not None:
        paths.append((folder / bilan.text.place.file, bilan.text.place.file))
    paths += _templates(folder, settings)
    for path, name in paths:
        yield name, fingerprint(whole(path, name, limits), name)


def _templates(folder: Path, settings: Settings) -> list[tuple[Path, str]]:
    if settings.templates is None or settings.templates.resolve() == OURS:
        return []
    found = sorted(path for path in settings.templates.rglob("*") if path.is_file())
    return [(path, path.relative_to(folder).as_posix()) for path in found]
