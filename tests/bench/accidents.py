"""Thousands of books in which something happened: none may give another figure in silence.

Each run draws new ones and prints its seed; `python -m tests.bench.accidents SEED` draws them
again. What it finds becomes a case of `tests/sources/test_accidents.py`.
"""

from __future__ import annotations

import sys
from collections import Counter
from random import SystemRandom
from time import perf_counter

from tests.books.beside import BESIDE
from tests.books.mishaps import Mishap, drawn, said_of_a_book
from tests.books.shapes import OTHERS, Shape, plain

BOOKS, KEPT = 5000, 500
"""Books of plain sheets, with accidents and without; those of each other shape are fewer."""
FEWER = 5
SHOWN = 20
BY_CHANCE = 0.0075
"""The share of well-kept books that are doubted because amounts drawn at random are odd.

Of some 4 480 books, five seeds gave 10 to 28.
"""


def run(seed: int | None = None, books: int = BOOKS) -> None:
    """Draw books and accidents, and say how many changed a figure without a word."""
    first = SystemRandom().randrange(10**9) if seed is None else seed
    said = [_run(plain, first, books, KEPT)]
    said += [_run(shape, first, books // FEWER, KEPT // FEWER) for shape in (*OTHERS, *BESIDE)]
    if any(said):
        raise SystemExit("\n".join(filter(None, said)))


def _run(shape: Shape, first: int, books: int, kept: int) -> str:
    """Print what came of the books of a shape; return what is wrong, nothing where all is told."""
    start = perf_counter()
    found = [one for number in range(books) if (one := drawn(first + number, shape))]
    untold = [one for one in found if not one.is_told]
    alarms = [one for one in found if one.before.errors or one.before.doubts]
    seeds = range(first, first + kept)
    wrong = [said for seed in seeds if (said := said_of_a_book(seed, shape, doubts=False))]
    refused = sum(one.after.is_refused for one in found)
    print(
        f"{f'accidents sans erreur muette, {shape.__name__}':<46} {len(found) - len(untold)} sur "
        f"{len(found)} ({refused} refusés), graine {first}, en {perf_counter() - start:.0f} s"
    )
    print(f"{'livres bien tenus, mis en doute':<46} {len(alarms)} sur {len(found)}")
    if untold or wrong or len(alarms) > BY_CHANCE * len(found):
        return "\n".join((_report(untold), _alarms(alarms), *wrong[:SHOWN]))
    return ""


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
