"""Every property of the tests on a new printed seed; what it finds becomes a fixed case."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from random import SystemRandom
from time import perf_counter

ROOT = Path(__file__).parents[2]
EXAMPLES = 200
SHOWN = 60_000
"""Characters of what pytest says of the properties that failed."""


def run(seed: int | None = None) -> None:
    """Run the properties on a seed, and say how many hold."""
    start = perf_counter()
    drawn = SystemRandom().randrange(10**9) if seed is None else seed
    files = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if any(word in path.read_text(encoding="utf-8") for word in ("@given", "tests.examples"))
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", f"--hypothesis-seed={drawn}", *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"BILAN_EXAMPLES": str(EXAMPLES)},
    )
    said = done.stdout.strip().rpartition("\n")[2]
    print(f"{'propriétés':<46} {said}, graine {drawn}, en {perf_counter() - start:.0f} s")
    if done.returncode:
        raise SystemExit(done.stdout[-SHOWN:])


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else None)
