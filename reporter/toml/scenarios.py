"""`[scenarios.prudent]` → what the scenario assumes.

Knows the keys of a scenario and their words, the same in a notebook. Never the books.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.assumptions import Assumptions, Change, read_change, to
from reporter.errors import BadData
from reporter.model import ZERO
from reporter.toml.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.errors import BadCell

EXPECTED = 'un nombre, ou un changement entre guillemets : "+5 %", "+50"'
NAMES = 'un nom entre guillemets, ou une liste de noms : ["un", "deux"]'


def read_scenarios(root: Table) -> dict[str, Assumptions]:
    """Return the named scenarios of bilan.toml."""
    named = root.table("scenarios")
    scenarios = {name: read_scenario(table) for name, table in named.tables()}
    named.close()
    return scenarios


def read_scenario(table: Table) -> Assumptions:
    """Return what one table assumes; its mistakes are kept in it."""
    assumed = Assumptions(
        rate=_change(table, "tjm"),
        days=_change(table, "jours"),
        ratio=table.ratio("taux"),
        leave=table.number("conges"),
        fees=_change(table, "forfaits"),
        charges=_change(table, "charges"),
        expenses=tuple(_expenses(table.table("charge"))),
        lost=table.get("sans_client", (), _names, NAMES),
        resold=table.ratio("remplace") or ZERO,
        client=table.text("client"),
    )
    table.close()
    if wrong := assumed.contradiction():
        table.mistake("", "scénario contradictoire", wrong)
    return assumed


def assumptions(words: dict[str, Any]) -> Assumptions:
    """Return what keys and values assume, written as in a table of bilan.toml.

    Raises:
        BadData: with every key that is unknown or whose value cannot be used.
    """
    errors: list[BadCell] = []
    assumed = read_scenario(Table(words, "scénario", errors))
    if errors:
        raise BadData(errors)
    return assumed


def _expenses(table: Table) -> Iterator[tuple[str, Change]]:
    for category in table.values:
        if change := _change(table, category):
            yield category, change


def _change(table: Table, key: str) -> Change | None:
    return table.get(key, None, _read, EXPECTED)


def _read(value: Any) -> Change | None:
    if isinstance(value, str):
        return read_change(value)
    good = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return to(Decimal(value)) if good and Decimal(value).is_finite() and value >= 0 else None


def _names(value: Any) -> tuple[str, ...] | None:
    names = [value] if isinstance(value, str) else value
    good = isinstance(names, list) and all(isinstance(name, str) for name in names)
    return tuple(names) if good else None
