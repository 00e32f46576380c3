"""What is dear and always the same is made once in each process of tests, then kept.

The books of the example are read by a thousand tests, and our templates compiled by as many. Both
are kept by all that they depend on; a refusal is never kept, nor what a test wrote itself.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment
from typer import main

from reporter import cli
from reporter.formats.report.page import SHIPPED
from reporter.settings.reading import USUAL
from reporter.sources import reading
from reporter.sources.grids import reading as files
from reporter.sources.grids.files import one

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from reporter.settings.reading import Limits
    from reporter.sources.grids.files import Source
    from reporter.sources.grids.grid import Grid
    from reporter.sources.reading import Reading

ROOT = Path(__file__).parents[1]
MOST = 100
"""How many ways of reading the example are kept."""


@contextmanager
def kept() -> Iterator[None]:
    """Keep them meanwhile."""
    paths = list((ROOT / "data").glob("*.xlsx"))
    with pytest.MonkeyPatch.context() as patched, _kept_grids(patched, paths):
        _keep_readings(patched)
        _keep_templates(patched)
        _keep_commands(patched)
        yield


@contextmanager
def _kept_grids(monkeypatch: pytest.MonkeyPatch, paths: list[Path]) -> Iterator[None]:
    """Read once the workbooks that are those of the example, byte for byte, wherever they are.

    In the end they are still what is read: nothing has changed a cell of what others were given.
    """
    read = files.grids_of
    example = {path.read_bytes() for path in paths}
    sizes = {len(data) for data in example}
    kept: dict[Hashable, list[Grid]] = {}

    def grids_of(source: Source, limits: Limits) -> list[Grid]:
        if source.path.stat().st_size not in sizes or (
            (data := source.path.read_bytes()) not in example
        ):
            return read(source, limits)
        key = (data, source.name, limits)
        if key not in kept:
            kept[key] = read(source, limits)
        return list(kept[key])

    monkeypatch.setattr(files, "grids_of", grids_of)
    yield
    for path in paths:
        key = (path.read_bytes(), name := path.relative_to(ROOT).as_posix(), USUAL.limits)
        assert kept.get(key) in (None, read(one(path, name, USUAL.limits), USUAL.limits))


def _keep_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Understand once a folder that holds the example and nothing else, for the same settings."""
    read = reading.read
    example = _held(ROOT / "data")
    kept: list[tuple[Any, Reading]] = []

    def read_(folder: Path, *given: Any) -> Reading:
        if len(given) != len(("rules", "year_of", "told")) or given[-1] is not None:
            return read(folder, *given)
        rules, year_of, _ = given
        if not isinstance(year_of, partial) or _held(folder / "data") != example:
            return read(folder, *given)
        key = (rules, year_of.args)
        found = next((reading for known, reading in kept if known == key), None)
        if found is None:
            found = read(folder, *given)
            kept.append((key, found))
            del kept[:-MOST]
        return found

    monkeypatch.setattr(reading, "read", read_)


def _held(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of a folder; none where it holds anything else than files."""
    paths = list(folder.iterdir()) if folder.is_dir() else []
    if any(path.is_symlink() or not path.is_file() for path in paths):
        return {}
    return {path.name: path.read_bytes() for path in paths}


def _keep_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile once each of our own templates, for each way to show its values."""
    compiled = Environment.compile
    shipped = tuple(map(str, SHIPPED))
    kept: dict[Hashable, Any] = {}

    def compile_(self: Environment, source: Any, *args: Any, **options: Any) -> Any:
        name, file = (*args, None, None)[:2]
        if options or not (file or "").startswith(shipped):
            return compiled(self, source, *args, **options)
        shown = getattr(self.finalize, "func", self.finalize)
        key = (source, name, file, getattr(shown, "__qualname__", ""), frozenset(self.filters))
        if key not in kept:
            kept[key] = compiled(self, source, *args)
        return kept[key]

    monkeypatch.setattr(Environment, "compile", compile_)


def _keep_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put each command together once: typer looks at every one of its parameters."""
    made = cache(cli.application)
    monkeypatch.setattr(cli, "application", lambda names=cli.COMMANDS: made(tuple(names)))
    monkeypatch.setattr(main, "get_command", cache(main.get_command))
