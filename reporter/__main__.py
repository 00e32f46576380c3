"""`bilan` and `python -m reporter`: the process in which one command runs.

Knows that it is short: no cycle is collected in it, which takes a third of the time of `generate`,
and what it holds is not taken apart at its end. Never the command line.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line, then leave at once, all that was written being out."""
    gc.disable()
    from reporter.cli import main as run

    try:
        run()
    except SystemExit as end:
        if isinstance(end.code, int):
            with suppress(OSError):
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(end.code)
        raise


if __name__ == "__main__":
    main()
