"""The command line: read, measure, render, write, one module per command.

The only room that prints and exits. Results go to stdout, messages to stderr.
Exit codes: 0 done, 1 refused data, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from reporter.cli import voice
from reporter.cli.completion.shells import asked
from reporter.cli.french_typer import ROOMS, UsageError, french_app, usage_message
from reporter.cli.streams import INTERRUPTED, cannot_be_written, ended, prepare
from reporter.errors import BilanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer import Typer

COMMANDS = (
    "init",
    "check",
    "show",
    "explain",
    "generate",
    "verify",
    "export",
    "scenario",
    "net",
    "reconcile",
    "compare",
    "freeze",
    "schema",
)
"""The commands in the order of the help, each a module of this room, imported when asked."""
REFUSED, MISUSED = 1, 2


def application(commands: Sequence[str] = COMMANDS) -> Typer:
    """Return the command line with some commands: importing them all would double a short one."""
    app = french_app()
    import_module("reporter.cli.program").register(app)
    for name in commands:
        import_module(f"reporter.cli.{name}")
    known = {it.name: it for it in ROOMS.registered_commands}
    app.registered_commands += [known[name] for name in commands]
    return app


def main() -> None:
    """Run the command line; only our own errors become messages, a bug keeps its traceback."""
    prepare()
    if asked():
        from reporter.cli.completion.answer import answer

        sys.stdout.write(answer(application()))
        return
    voice.reset()
    named = sys.argv[1:2]
    try:
        app = application(named if named and named[0] in COMMANDS else COMMANDS)
        sys.exit(ended(app(prog_name="bilan", standalone_mode=False)))
    except UsageError as error:
        sys.stderr.write(usage_message(error))
        sys.exit(MISUSED)
    except BilanError as error:
        from reporter.cli.terminal import complain

        complain(error)
        sys.exit(REFUSED)
    except KeyboardInterrupt:
        sys.exit(ended(INTERRUPTED))
    except OSError as error:
        if not cannot_be_written(error):
            raise
        sys.exit(REFUSED)
