"""Writing a report again each time its books change, and what changed in them, until Ctrl-C."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from reporter.cli.terminal import complain, say, written
from reporter.errors import BilanError
from reporter.french import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reporter.cli.reporting import Report
    from reporter.frozen.closure import Closure

    Once = Callable[[], Report]
    """What writes a report."""

MOST = 8
"""How many lines are told one by one."""


def follow(folder: Path, once: Once) -> None:
    """Write, then write again after each change of the books, of a text, a setting or a template.

    Books that are refused are said so, and the last report stays; Ctrl-C ends it all.

    Args:
        folder: that of the books.
        once: writes it.
    """
    from reporter.toml.reading import FILE
    from reporter.watching import bursts

    gc.enable()  # what lasts must give its memory back
    below = {path: True for path in _folders(folder) if path.is_dir()}
    try:
        with bursts({folder: False, **below}, lambda path: _matters(path, folder, FILE)) as each:
            before, refused = _written(once, None)
            say("suivi : le rapport sera écrit de nouveau à chaque changement ; Ctrl-C pour finir")
            for _ in each:
                before, refused = _written(once, before, refused)
    except KeyboardInterrupt:
        say("suivi terminé")


def _folders(folder: Path) -> tuple[Path, ...]:
    return folder / "data", folder / "templates"


def _matters(path: Path, folder: Path, settings: str) -> bool:
    return path == folder / settings or any(map(path.is_relative_to, _folders(folder)))


def _written(once: Once, before: Closure | None, refused: str = "") -> tuple[Closure | None, str]:
    """Write once, say what changed; return the year as it is, or was where it is refused, and why.

    A file that is being saved is refused each time that it grows: the same is not said in full.
    """
    try:
        report = once()
    except BilanError as error:
        if (why := str(error)) == refused:
            say("refusé de nouveau, pour la même raison")
        else:
            complain(error)
        return before, why
    now = _kept(report)
    if before is None:
        written(report.paths)
    else:
        say(f"écrit de nouveau : {counted(len(report.paths), 'fichier', 'fichiers')}")
        for line in _told(before, now):
            say(line)
    return now, ""


def _kept(report: Report) -> Closure:
    from reporter.frozen.taking import closure

    books = report.books
    return closure(report.figures, books.activity, books.settings, books.today)


def _told(before: Closure, now: Closure) -> Iterator[str]:
    """Yield what changed, the figures first."""
    from reporter.frozen import words
    from reporter.frozen.changes import changes

    found = changes(before, now)
    if not found.figures:
        yield "aucun chiffre ne change"
    yield from words.figures(found)
    yield from map(words.setting, found.settings)
    yield from map(words.line, found.lines[:MOST])
    if (left := len(found.lines) - MOST) > 0:
        yield f"et {left} autres lignes"
