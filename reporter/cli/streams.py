"""The two streams of a command: closed, full or cut, they give a message and never a traceback.

Knows what the system does to them. Never what is written there.
"""

from __future__ import annotations

import os
import signal
import sys
from io import TextIOWrapper

from reporter.french import spaced
from reporter.opening import reason

INTERRUPTED = 130
"""What shells make of an interruption by the keyboard: 128 and the number of the signal."""


def prepare() -> None:
    """Make the streams such that writing French to them is safe.

    A stream that the caller closed becomes one that keeps nothing, under its own number: the next
    file opened would take that number. A reader that leaves ends the command as it ends others.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if hasattr(signal, "SIGPIPE") and isinstance(sys.stdout, TextIOWrapper):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def ended(code: object) -> int:
    """Return the exit code of a command, all that it wrote being out.

    Raises:
        OSError: where it cannot be.
    """
    sys.stdout.flush()
    if code == INTERRUPTED:
        sys.stderr.write("interrompu\n")
    return code if isinstance(code, int) else 0


def cannot_be_written(error: OSError) -> bool:
    """Say that the results went nowhere; tell whether that is what the error was about."""
    try:
        sys.stdout.write("\n")
        sys.stdout.flush()
    except OSError:
        said = f"erreur : la sortie ne peut pas être écrite : {reason(error)}\n"
        sys.stderr.write(spaced(said))
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        return True
    return False
