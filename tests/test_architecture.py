"""The rooms of the house: layers, homes of libraries, and a help that answers at once."""

from __future__ import annotations

import ast
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import reporter
from reporter.cli import COMMANDS
from tests.imported import imported

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(reporter.__file__).parent
ROOT = PACKAGE.parent

LAYERS = (
    {"errors", "opening", "today", "patterns", "grouping"},
    {
        "model",
        "slips",
        "assumptions",
        "settings",
        "toml",
        "law",
        "french",
        "denomination",
        "characters",
        "numerals",
        "names",
        "invoiced_days",
        "words",
        "fec",
    },
    {
        "sources",
        "making",
        "leaves",
        "formulas",
        "objective",
        "figures",
        "rules",
        "charges",
        "metrics",
        "changes",
        "reference",
        "receipts",
        "received",
        "crew",
        "history",
        "elapsed",
        "to_date",
        "anonymity",
        "indices",
        "scenarios",
        "landing",
        "parts",
    },
    {"accounting", "bank", "comparing", "doubts", "ledgers", "net", "frozen", "manifest"},
    {"tables", "charts", "insights"},
    {"formats", "schemas", "starter", "writing", "watching"},
    {"yearly", "books"},
    {"cli"},
    {"__main__"},
)
"""From the bottom up: a room imports from its own layer and from those before it."""

LINES = (
    {"written"},
    {"cells", "verdicts", "naming"},
    {"accidents", "sums", "recaps", "twice"},
    {"rows"},
    {"meaning"},
    {"context", "owners"},
    {"worth"},
    {"invoices", "crossed"},
    {"reading", "timesheets", "trackers", "by_month"},
)
"""The rooms of `sources/lines`, from the bottom up: the way of a row is never walked backwards."""

HOMES = {
    "babel": {"french.dates", "french.numbers"},
    "holidays": {"law.workdays"},
    "python_calamine": {"sources.grids.workbooks"},
    "csv": {"sources.grids.text_files", "formats.table.csv"},
    "xml": {"sources.grids.markup", "formats.pack.workbook.stable"},
    "zipfile": {"sources.grids.archives", "formats.pack.workbook.stable"},
    "jinja2": {
        "formats.report.page",
        "formats.report.citations",
        "formats.report.sandbox",
        "formats.report.bounds",
        "formats.report.own_templates",
    },
    "markdown_it": {"formats.report.html"},
    "matplotlib": {"charts.canvas", "charts.png"},
    "pandas": {"tables.frames"},
    "openpyxl": {"formats.pack.workbook", "formats.pack.workbook.*", "starter.workbook"},
    "stdnum": {"fec.naming", "doubts.vat"},
    "typer": {"cli", "cli.*"},
    "watchdog": {"watching"},
}
"""Where each library lives; nobody else imports it."""

NEVER = {
    "model": {"tomllib", "pathlib", "csv", "json"},
    "figures": {"pathlib", "reporter.french"},
    "elapsed": {"pathlib", "time", "reporter.today"},
    "to_date": {"pathlib", "reporter.french", "reporter.today"},
    "metrics": {"pathlib", "csv", "json", "reporter.french"},
    "manifest": {"reporter.formats", "reporter.cli", "reporter.model"},
    "making": {"pathlib", "reporter.french", "reporter.figures", "reporter.settings"},
    "rules": {"pathlib", "reporter.french", "reporter.sources"},
    "changes": {"pathlib", "reporter.french"},
    "law.taxes": {"reporter.model", "pathlib"},
    "law.vat_rates": {"reporter.sources", "reporter.french", "pathlib"},
    "law.depreciation": {"pathlib"},
    "law.micro": {"reporter.french", "reporter.sources", "reporter.metrics", "pathlib"},
    "law.self_employed": {"reporter.french", "reporter.sources", "reporter.metrics", "pathlib"},
    "law.assimilated": {"reporter.french", "reporter.sources", "reporter.metrics", "pathlib"},
    "law.income_tax": {"reporter.french", "reporter.sources", "reporter.metrics", "pathlib"},
    "law.dividends": {"reporter.french", "reporter.sources", "reporter.metrics", "pathlib"},
    "net": {"pathlib", "csv", "json", "time", "reporter.sources"},
    "accounting.entries": {"pathlib", "reporter.french", "reporter.fec"},
    "accounting.vat": {"pathlib", "reporter.french"},
    "fec.checking": {"pathlib", "reporter.model", "reporter.accounting"},
    "french": {"reporter.model", "reporter.metrics"},
    "errors": {"reporter"},
    "doubts": {"pathlib", "csv", "json", "time"},
    "names": {"pathlib", "reporter.model", "reporter.settings"},
    "words": {"pathlib", "decimal", "reporter.model", "reporter.settings", "reporter.french"},
    "invoiced_days": {"pathlib", "reporter.sources", "reporter.doubts", "reporter.french"},
    "frozen.changes": {"pathlib", "json", "reporter.french"},
    "formats.table": {"reporter.formats.report", "reporter.formats.pack", "pathlib", "jinja2"},
    "insights": {"pathlib", "reporter.formats", "reporter.charts", "reporter.sources"},
    "formats.report": {"reporter.formats.pack"},
    "formats.pack": {"reporter.formats.report"},
}

HEAVY = (
    "pandas",
    "matplotlib",
    "openpyxl",
    "jinja2",
    "holidays",
    "python_calamine",
    "babel.dates",
    "pydantic",
)


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def parsed(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


@cache
def imports(name: str, *, typing: bool = True) -> frozenset[str]:
    """Return the modules that a module imports; those for typing only, if asked."""
    found: set[str] = set()
    todo: list[ast.AST] = [parsed(name)]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.stmt | ast.Module | ast.match_case | ast.ExceptHandler):
            for_typing = isinstance(node, ast.If) and _names_typing(node.test)
            todo += [] if for_typing and not typing else ast.iter_child_nodes(node)
    return frozenset(found)


def _names_typing(test: ast.expr) -> bool:
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"


def layer(module: str) -> int:
    room = module.split(".", maxsplit=1)[0]
    return next((rank for rank, rooms in enumerate(LAYERS) if room in rooms), -1)


def test_every_room_has_a_layer() -> None:
    assert [name for name in MODULES if layer(name) < 0 and name != "__init__"] == []


def test_a_room_imports_only_from_its_layer_and_below() -> None:
    above = {
        f"{name} → {module}"
        for name in MODULES
        for module in imports(name)
        if name != "__init__" and module.startswith("reporter.")
        if layer(module.removeprefix("reporter.")) > layer(name)
    }
    assert above == set()


def test_a_room_of_lines_imports_only_from_those_before() -> None:
    own = "sources.lines."
    rank = {room: n for n, rooms in enumerate(LINES) for room in rooms}
    rooms = {name: name.removeprefix(own).split(".")[0] for name in MODULES if own in name}
    above = {
        f"{name} → {module}"
        for name, room in rooms.items()
        for module in imports(name, typing=False)
        if module.startswith(f"reporter.{own}")
        if rank[module.removeprefix(f"reporter.{own}").split(".")[0]] > rank[room]
    }
    assert set(rooms.values()) == rank.keys()
    assert above == set()


@pytest.mark.parametrize(("library", "homes"), HOMES.items())
def test_a_library_has_one_home(library: str, homes: set[str]) -> None:
    users = {
        name
        for name in MODULES
        if any(module.split(".")[0] == library for module in imports(name, typing=False))
    }
    strays = {name for name in users if not any(fnmatchcase(name, home) for home in homes)}
    assert strays == set()
    assert users


@pytest.mark.parametrize(("name", "forbidden"), NEVER.items())
def test_what_a_room_must_never_know(name: str, forbidden: set[str]) -> None:
    rooms = [room for room in MODULES if room == name or room.startswith(f"{name}.")]
    known = {
        m
        for room in rooms
        for m in imports(room)
        for word in forbidden
        if m == word or m.startswith(f"{word}.")
    }
    assert rooms
    assert known == set()


def test_help_and_usage_errors_import_what_they_need_and_no_heavy_library() -> None:
    """A room that registers a command is listed once, and alone is imported to answer."""
    rooms = {
        path.stem
        for path in (ROOT / "reporter/cli").glob("*.py")
        if "@command(" in path.read_text("utf-8")
    }
    assert rooms == set(COMMANDS)
    lines = (
        "show --help",
        "show 2020 --foo",
        "generate --help",
        "export -h",
        "init --help",
        "--help",
    )
    found = imported([line.split() for line in lines])
    assert [name for name in COMMANDS if f"reporter.cli.{name}" in found[0]] == ["show"]
    assert {line: have & set(HEAVY) for line, have in zip(lines, found, strict=True)} == {
        line: set() for line in lines
    }


def test_every_expression_waits_for_its_first_use() -> None:
    """None is compiled where a room is imported, whichever command asks for it."""
    early = {
        f"{name}:{call.lineno}"
        for name in MODULES
        for call in at_import(parsed(name))
        if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re.")
    }
    assert early == set()
    assert any(ast.unparse(it) == "pattern" for it in at_import(parsed("words.bearing")))


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs when a module is imported: all but the bodies of its functions."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield child
            yield from at_import(child)
