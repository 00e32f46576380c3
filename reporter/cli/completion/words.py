"""What can be written at the cursor: years, clients, categories and scenarios of the books.

Knows where each word of the command line comes from. Never a shell. It answers quickly and without
a word of its own: books that are broken, or long to read, offer what can be known without them.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reporter import books
from reporter.errors import BilanError
from reporter.patterns import pattern
from reporter.toml.reading import find

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from reporter.books import Books
    from reporter.settings import Settings

QUICK = 3_000_000
"""Bytes of books that are read within a second."""
YEAR = pattern(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")

Words = list[tuple[str, str]]
"""Words, each with what it means."""


def years(ctx: typer.Context) -> Words:
    """Return the financial years that have lines; else those that files and settings name."""
    folder = _folder(ctx)
    if folder is None:
        return []
    if opened := _opened(folder):
        from reporter.metrics import by_year

        found: Iterable[int] = by_year(opened.activity, opened.settings)
    else:
        settings = _settings(folder)
        names = " ".join(path.stem for path in (folder / "data").glob("*"))
        found = {*map(int, YEAR.findall(names)), *(settings.of_year if settings else ())}
    return [(str(year), "exercice") for year in sorted(found, reverse=True)]


def clients(ctx: typer.Context) -> Words:
    """Return the clients who were billed."""
    opened = _opened(_folder(ctx))
    days, fees = (opened.activity.days, opened.activity.fees) if opened else ((), ())
    names = {line.client for line in days} | {line.client for line in fees}
    return [(name, "client") for name in sorted(names)]


def categories(ctx: typer.Context) -> Words:
    """Return the categories of expenses, ready for their amount."""
    opened = _opened(_folder(ctx))
    found = {line.category for line in opened.activity.expenses} if opened else set()
    return [(f"{name}=", "catégorie") for name in sorted(found - {""})]


def scenarios(ctx: typer.Context, incomplete: str) -> Words:
    """Return the scenarios of bilan.toml, after those already chosen."""
    settings = _settings(_folder(ctx))
    names = settings.scenarios if settings else ()
    return _after_comma(incomplete, names, "scénario")


def figures(ctx: typer.Context) -> Words:
    """Return the figures that can be explained in the last year of the books."""
    opened = _opened(_folder(ctx))
    if opened is None or not opened.figures:
        return []
    from reporter.tables.explained.explanation import known, source_of

    source = source_of(opened.measure(max(opened.figures)))
    return [(name, one.label) for name, one in known(source).items()]


def several(known: Collection[str], meaning: str) -> Callable[[str], Words]:
    """Return what completes words separated by commas, each among those known."""

    def complete(incomplete: str) -> Words:
        return _after_comma(incomplete, known, meaning)

    return complete


def one_of(known: Collection[str]) -> Callable[[], list[str]]:
    """Return what completes a word among those known."""
    return lambda: list(known)


def _after_comma(incomplete: str, known: Iterable[str], meaning: str) -> Words:
    chosen, comma, _ = incomplete.rpartition(",")
    left = [name for name in known if name not in chosen.split(",")]
    return [(f"{chosen}{comma}{name}", meaning) for name in left]


def _folder(ctx: typer.Context) -> Path | None:
    """Return the folder of the books that the line is about."""
    if isinstance(given := ctx.params.get("dossier"), Path):
        return given
    with suppress(BilanError, OSError):
        return find(Path.cwd())
    return None


def _settings(folder: Path | None) -> Settings | None:
    from reporter.toml.reading import load

    with suppress(BilanError):
        return load(folder) if folder else None
    return None


def _opened(folder: Path | None) -> Books | None:
    """Return the books, where they are good and not long to read."""
    with suppress(BilanError, OSError):
        if folder and sum(path.stat().st_size for path in (folder / "data").glob("*")) < QUICK:
            return books.load(folder)
    return None
