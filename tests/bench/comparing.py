"""Mutated copies of our own entries as the accountant's: every change named, nothing else."""

from __future__ import annotations

from random import Random
from secrets import randbits
from time import perf_counter

from tests.comparing.copies import changed, example
from tests.comparing.test_copies import verify

COPIES = 200


def run() -> None:
    """Verify copies on a new seed; stop at the first failure."""
    seed, made = randbits(32), example()
    draw = Random(seed)  # noqa: S311  # a seed to find the copy again
    start = perf_counter()
    for _ in range(COPIES):
        one = draw.getrandbits(32)
        try:
            verify(made, changed(made, one))
        except AssertionError as error:
            raise SystemExit(f"changement mal nommé, graine {one}") from error
    name = f"FEC du comptable comparé, graine {seed}"
    print(f"{name:<46} {COPIES} en {perf_counter() - start:.0f} s")
