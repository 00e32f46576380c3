"""`bilan` and `python -m reporter`: the process in which one command runs.

Knows the collection of cycles, which a command is too short for: it takes a third of the time of
`generate`, at the end too, and frees nothing that matters. Never the command line.
"""

from __future__ import annotations

import atexit
import gc


def main() -> None:
    """Run the command line, without the collection of cycles from its first import on."""
    gc.disable()
    atexit.register(gc.freeze)
    from reporter.cli import main as run

    run()


if __name__ == "__main__":
    main()
