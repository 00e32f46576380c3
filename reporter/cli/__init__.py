"""The command line: read, measure, render, write, one module per command.

The only room that prints and exits. Results go to stdout, messages to stderr.
Exit codes: 0 done, 1 refused data, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import atexit
import gc
import sys

from reporter.cli import (
    check,
    compare,
    explain,
    export,
    freeze,
    generate,
    init,
    net,
    program,
    reconcile,
    scenario,
    schema,
    show,
    verify,
    voice,
)
from reporter.cli.completion.shells import asked
from reporter.cli.french_typer import UsageError, french_app, usage_message
from reporter.cli.streams import INTERRUPTED, cannot_be_written, ended, prepare
from reporter.cli.terminal import complain
from reporter.errors import BilanError

app = french_app()
for command in (
    program,
    init,
    check,
    show,
    explain,
    generate,
    verify,
    export,
    scenario,
    net,
    reconcile,
    compare,
    freeze,
    schema,
):
    command.register(app)

REFUSED, MISUSED = 1, 2


def main() -> None:
    """Run the command line; only our own errors become messages, a bug keeps its traceback.

    A command is too short for the collection of cycles: it takes a third of the time of
    `generate`, at the end too, and frees nothing that matters.
    """
    gc.disable()
    atexit.register(gc.freeze)
    prepare()
    if asked():
        from reporter.cli.completion.answer import answer

        sys.stdout.write(answer(app))
        return
    voice.reset()
    try:
        sys.exit(ended(app(prog_name="bilan", standalone_mode=False)))
    except UsageError as error:
        sys.stderr.write(usage_message(error))
        sys.exit(MISUSED)
    except BilanError as error:
        complain(error)
        sys.exit(REFUSED)
    except KeyboardInterrupt:
        sys.exit(ended(INTERRUPTED))
    except OSError as error:
        if not cannot_be_written(error):
            raise
        sys.exit(REFUSED)
