"""Thousands of books read the short way and the careful way, on a new printed seed each run."""

from __future__ import annotations

import sys
from random import SystemRandom
from time import perf_counter

from tests.books.ways import drawn, told

BOOKS = 3000
SHOWN = 20


def run(seed: int | None = None) -> None:
    """Say how many books are the same both ways."""
    start = perf_counter()
    first = SystemRandom().randrange(10**9) if seed is None else seed
    apart = [one for one in range(first, first + BOOKS) if _is_told_apart(one)]
    print(
        f"{'livres lus de même, vite ou pas à pas':<46} {BOOKS - len(apart)} sur {BOOKS}, "
        f"graine {first}, en {perf_counter() - start:.0f} s"
    )
    if apart:
        raise SystemExit(f"graines : {apart[:SHOWN]}")


def _is_told_apart(seed: int) -> bool:
    sheets = drawn(seed)
    return told(sheets, careful=False) != told(sheets, careful=True)


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else None)
