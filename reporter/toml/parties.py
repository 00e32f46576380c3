"""`[clients."Nom"]` → what is said of each, by its spelling.

Knows that a name is told once. Never which keys there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reporter.names import spelling

if TYPE_CHECKING:
    from reporter.toml.section import Section
    from reporter.toml.table import Table

Said = TypeVar("Said")


def named(root: Table, group: Section, one: Section, of: type[Said]) -> dict[str, Said]:
    """Return what is said of each name of a group of tables; a name told twice is a mistake."""
    tables = root.table(group.path)
    tables.read(group)
    found: dict[str, Said] = {}
    told: set[str] = set()
    for name, table in tables.tables():
        if spelling(name) in told:
            tables.mistake(name, "nom déjà donné", "réunir les deux tables en une")
        told.add(spelling(name))
        found[name] = of(**table.read(one)[of])
    return found
