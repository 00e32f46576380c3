"""A fact worth a sentence, and the choice among those of a year.

Knows weights. Never how a fact is found, nor where it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from reporter.french.told import Told

Section = Literal["objectif", "activite", "clients", "resultat", "annees"]
QUESTIONS: dict[Section, str] = {
    "objectif": "revenue",
    "activite": "revenue",
    "annees": "revenue",
    "clients": "clients",
    "resultat": "result",
}
"""What each section answers: what made the revenue, on whom it hangs, what made the result."""
FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """A fact of the year, which passed the threshold of its kind.

    Attributes:
        fact: the name of its kind; a year has one of each at most.
        section: where it is told, unless it is one of the first of the year.
        weight: the euros that it is about, never negative.
        text: the sentence; its numbers know which figures explain them.
        about: the client that it names, if it says that one came or left.
    """

    fact: str
    section: Section
    weight: Decimal
    text: Told
    about: str = ""


def chosen(found: Iterable[Insight]) -> tuple[list[Insight], list[Insight]]:
    """Return three facts that each answer a question of its own, and the others, by their weight.

    Where a question has none, the next heaviest facts take its place.
    """
    ranked = sorted(found, key=lambda fact: (-fact.weight, fact.fact))
    heads: dict[str, Insight] = {}
    for fact in ranked:
        heads.setdefault(QUESTIONS[fact.section], fact)
    rest = [fact for fact in ranked if fact not in heads.values()]
    first = sorted([*heads.values(), *rest[: FIRST - len(heads)]], key=ranked.index)
    return first, [fact for fact in ranked if fact not in first]
