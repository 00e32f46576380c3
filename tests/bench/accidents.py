"""Thousands of books in which something happened: none may give another figure in silence.

Each run draws new ones and prints its seed; `python -m tests.bench.accidents SEED` draws them
again. What it finds becomes a case of `tests/sources/test_accidents.py`.
"""

from __future__ import annotations

import sys
from collections import Counter
from random import SystemRandom
from time import perf_counter

from tests.books.mishaps import Mishap, drawn, said_of_a_book

BOOKS, KEPT = 5000, 500
SHOWN = 20
BY_CHANCE = 0.005
"""The share of well-kept books that are doubted because amounts drawn at random are odd."""


def run(seed: int | None = None, books: int = BOOKS) -> None:
    """Draw books and accidents, and say how many changed a figure without a word."""
    start = perf_counter()
    first = SystemRandom().randrange(10**9) if seed is None else seed
    found = [one for number in range(books) if (one := drawn(first + number))]
    untold = [one for one in found if not one.is_told]
    alarms = [one for one in found if one.before.errors or one.before.doubts]
    seeds = range(first, first + KEPT)
    wrong = [said for seed in seeds if (said := said_of_a_book(seed, doubts=False))]
    refused = sum(one.after.is_refused for one in found)
    print(
        f"{'accidents dans des livres sans erreur muette':<46} {len(found) - len(untold)} sur "
        f"{len(found)} ({refused} refusés), graine {first}, en {perf_counter() - start:.0f} s"
    )
    print(f"{'livres bien tenus, mis en doute':<46} {len(alarms)} sur {len(found)}")
    if untold or wrong or len(alarms) > BY_CHANCE * len(found):
        raise SystemExit("\n".join((_report(untold), _alarms(alarms), *wrong[:SHOWN])))


def _report(untold: list[Mishap]) -> str:
    counts = Counter(one.accidents for one in untold).most_common()
    lines = [f"{count:4} {' + '.join(names)}" for names, count in counts]
    return "\n".join((*lines, *map(str, untold[:SHOWN])))


def _alarms(alarms: list[Mishap]) -> str:
    """Return the books in which nothing had happened, and something was asked all the same."""
    lines = [f"{len(alarms)} livres bien tenus, refusés ou mis en doute"] if alarms else []
    return "\n".join((*lines, *(f"{one.seed}: {one.before}" for one in alarms[:SHOWN])))


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else None)
