"""Random work in random exports, and random lists of invoices, on a new printed seed."""

from __future__ import annotations

import os
import subprocess
import sys
from random import SystemRandom
from time import perf_counter

from tests.bench.properties import ROOT

EXAMPLES = 300
FILES = ("tests/sources/test_tracked_twice.py", "tests/sources/test_invoice_lists.py")


def run(seed: int | None = None) -> None:
    """Read back as many random exports, and say how many properties hold."""
    start = perf_counter()
    drawn = SystemRandom().randrange(10**9) if seed is None else seed
    command = ["-m", "pytest", "-q", "-k", "random", f"--hypothesis-seed={drawn}", *FILES]
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"BILAN_EXAMPLES": str(EXAMPLES)},
    )
    said = done.stdout.strip().rpartition("\n")[2]
    took = perf_counter() - start
    print(f"{'exports relus, 300 de chaque':<46} {said}, graine {drawn}, en {took:.0f} s")
    if done.returncode:
        raise SystemExit(done.stdout[-6000:])


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else None)
