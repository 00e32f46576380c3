"""A report as it was asked for: measured, rendered, written.

Knows what each option asks of the books and of the formats. Never the words of the command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reporter.books import REPORTS
from reporter.cli.parts import measured_part, part_files, part_manifest
from reporter.cli.terminal import open_books, say
from reporter.french import short_date

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from reporter.books import Books
    from reporter.figures import Bilan, Figures
    from reporter.formats import Files
    from reporter.parts import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a report must be.

    Attributes:
        year: that of the report.
        formats: those to write.
        reference: the year to compare with, besides the one before.
        span: how many years stand side by side.
        as_of: the day on which the year is cut, where it is asked for.
        output: where to write; None for the folder of the reports.
        anonymous: without any name.
        indices: without any amount.
        with_text: with the owner's text, though anonymous.
        proofs: with the annex that proves each figure.
        part: the month or quarter of a small page, in place of the year's report.
    """

    year: int
    formats: tuple[str, ...]
    reference: int | None
    span: int
    as_of: date | None
    output: Path | None
    anonymous: bool
    indices: bool
    with_text: bool
    proofs: bool
    part: Asked | None


class Report(NamedTuple):
    """A report that was written: the books that it was made of, its year's figures, its files."""

    books: Books
    figures: Figures
    paths: list[Path]


def report(folder: Path | None, wanted: Wanted) -> Report:
    """Write a report; a page of a month or a quarter has the figures of its whole year.

    Raises:
        BilanError: where the books are refused, or the report cannot be written.
    """
    from reporter.formats.report import index
    from reporter.manifest.files import reports
    from reporter.tables.remarks import publication
    from reporter.writing import write

    opened = books = open_books(folder)
    if wanted.anonymous:
        opened = opened.anonymous(wanted.year, with_text=wanted.with_text, as_of=wanted.as_of)
    bilan, files = _made(opened, wanted)
    if wanted.output is None:
        name = f"{wanted.year}-anonyme" if wanted.anonymous else f"{wanted.year}"
        files = {f"{name}/{file}": data for file, data in files.items()}
        if not wanted.anonymous and not wanted.part:
            files |= index.render(
                opened.history(),
                opened.settings,
                reports(opened.folder / REPORTS) | set(files),
                _cuts(opened, bilan),
            )
    home = opened.folder if wanted.output is None else None
    paths = write(files, wanted.output or opened.folder / REPORTS, books=home)
    if bilan and "hugo" in wanted.formats:
        _warn_of_the_future(publication(bilan)["date"], opened.today)
    return Report(books, bilan.figures if bilan else books.figures[wanted.year], paths)


def _cuts(opened: Books, bilan: Bilan | None) -> dict[int, date]:
    """Return the last day that each report counts, that about to be written included."""
    from reporter.manifest.files import cuts

    own = {bilan.figures.year.number: bilan.figures.year.end} if bilan else {}
    return cuts(opened.folder / REPORTS) | own


def _made(opened: Books, wanted: Wanted) -> tuple[Bilan | None, Files]:
    """Return the year as it was measured, where it is a year's report, and the files."""
    from reporter.formats.report import render
    from reporter.indices import indexed

    names = [*wanted.formats]
    opened.in_lines(wanted.year)
    if wanted.part:
        return None, _part(opened, wanted.year, wanted.part, names, told=not wanted.anonymous)
    bilan = opened.measure(wanted.year, wanted.reference, wanted.span, wanted.as_of)
    files = render(indexed(bilan) if wanted.indices else bilan, names, proofs=wanted.proofs)
    if not wanted.anonymous and {*names} - {"hugo"}:
        files |= _manifest(bilan, opened.folder, files, wanted.reference)
    return bilan, files


def _part(opened: Books, year: int, asked: Asked, names: list[str], *, told: bool) -> Files:
    """Return the page of a part of a year, and what it says of itself where it may."""
    measured = measured_part(opened, year, asked)
    files = part_files(measured, names)
    if not told:
        return files
    from reporter.manifest.files import name_of, written
    from reporter.manifest.manifest import prints_of

    made = part_manifest(opened, measured, prints_of(files))
    return {**files, name_of(made): written(made)}


def _manifest(bilan: Bilan, folder: Path, files: Files, reference: int | None) -> Files:
    """Return what `bilan verify` compares: an anonymous report has none, which would tell."""
    from reporter.manifest.files import name_of, written
    from reporter.manifest.manifest import manifest, prints_of

    made = manifest(bilan, folder, prints_of(files), reference)
    return {name_of(made): written(made)}


def _warn_of_the_future(day: date, today: date) -> None:
    """Say that Hugo leaves out a page dated after today, which it does without a word."""
    if day > today:
        say(
            f"note : Hugo ne montrera pas cette page avant le {short_date(day)}, sa date ; "
            "pour la changer, écrire date = … dans [publication] de bilan.toml"
        )
