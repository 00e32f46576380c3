"""How many examples a costly test takes: a few in `make test`, many in `make bench`."""

from __future__ import annotations

import os

from hypothesis import settings

BENCH = "BILAN_EXAMPLES" in os.environ
"""Whether all that is tried is tried: `make test` takes the cases that differ most."""


def few(count: int) -> settings:
    """Return settings of `count` examples, or of as many as the bench asks for on a new seed."""
    return settings(max_examples=int(os.environ.get("BILAN_EXAMPLES", count)))
