"""`[scenarios.prudent]` → what the scenario assumes.

Knows the keys of a scenario and their words, the same in a notebook. Never the books.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.assumptions import Assumptions
from reporter.errors import BadData
from reporter.toml.sections.scenarios import SCENARIO, SCENARIOS
from reporter.toml.table import Table

if TYPE_CHECKING:
    from reporter.errors import BadCell


def read_scenarios(root: Table) -> dict[str, Assumptions]:
    """Return the named scenarios of bilan.toml."""
    named = root.table("scenarios")
    named.read(SCENARIOS)
    return {name: read_scenario(table) for name, table in named.tables()}


def read_scenario(table: Table) -> Assumptions:
    """Return what one table assumes; its mistakes are kept in it."""
    assumed = Assumptions(**table.read(SCENARIO)[Assumptions])
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
