"""Which names of the books a person means.

Knows spellings: case, accents and marks do not matter. Never what a name stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BilanError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reporter.assumptions import Assumptions

SHOWN = 5
ALIKE = 0.5


def matching(wanted: str, known: Iterable[str]) -> frozenset[str]:
    """Return the names that are the same but for case, accents and marks: one client, often."""
    word = folded(wanted)
    return frozenset(name for name in known if name == wanted or (word and folded(name) == word))


def near(wanted: str, known: Iterable[str]) -> list[str]:
    """Return the names that look like the one wanted, or hold it, the nearest first."""
    from difflib import get_close_matches

    spellings = {folded(name): name for name in sorted(known) if name}
    word = folded(wanted)
    holding = [name for key, name in spellings.items() if word and word in key]
    alike = [spellings[key] for key in get_close_matches(word, spellings, SHOWN, ALIKE)]
    return list(dict.fromkeys([*holding, *alike]))


def one_of(
    wanted: str, known: Iterable[str], what: str, none: str = "il n’y en a pas"
) -> frozenset[str]:
    """Return the names meant.

    Args:
        wanted: the name as the person wrote it.
        known: the names of the books.
        what: what it names, in French: « client ».
        none: what is said where there is none at all.

    Raises:
        BilanError: where no name is the one wanted, with the nearest ones.
    """
    names = sorted({name for name in known if name})
    if found := matching(wanted, names):
        return found
    proposed = near(wanted, names) or names
    choice = " ou ".join(f"« {name} »" for name in proposed[:SHOWN])
    hint = f"écrire {choice}" if choice else none
    raise BilanError(f"{what} « {wanted} » introuvable : {hint}")


def named(scenarios: Mapping[str, Assumptions], wanted: Iterable[str]) -> dict[str, Assumptions]:
    """Return the scenarios of the settings that are asked for by name.

    Raises:
        BilanError: where a name is unknown, with the nearest ones.
    """
    return {
        name: scenarios[name]
        for word in wanted
        for name in one_of(
            word.strip(),
            scenarios,
            "scénario",
            none=f'le décrire dans bilan.toml, sous [scenarios."{word.strip()}"]',
        )
    }
