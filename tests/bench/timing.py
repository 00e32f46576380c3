"""How long a command takes, as the best of several runs in a fresh interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
from time import perf_counter

RUNS = 7
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""As on a user's machine: modules are compiled on the first run only."""


def seconds(*arguments: str) -> float:
    """Return the best time of `python` with these arguments, its output thrown away."""
    return min(_once(arguments) for _ in range(RUNS))


def ratio(name: str, measured: float, unavoidable: float, target: str) -> None:
    """Print one line: a name, its ratio, its target, and the two times."""
    times = f"{measured * 1000:.0f} ms / {unavoidable * 1000:.0f} ms"
    print(f"{name:<46} × {measured / unavoidable:4.2f}   (cible : {target})   {times}")


def _once(arguments: tuple[str, ...]) -> float:
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=ENVIRONMENT)
    return perf_counter() - start


def run() -> None:
    """Nothing to measure here."""
