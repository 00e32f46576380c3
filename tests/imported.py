"""What commands import, in a process of their own that has imported nothing else."""

from __future__ import annotations

import subprocess
import sys
from ast import literal_eval
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CODE = """
import sys
from reporter.cli import main
for words in eval(sys.argv.pop()):
    sys.argv = ["bilan", *words]
    try:
        main()
    except SystemExit:
        pass
    print("\\n", sorted(sys.modules), sep="")
"""


def imported(commands: Sequence[Sequence[str]]) -> list[set[str]]:
    """Return all that is imported once each command has answered, one after the other."""
    ran = subprocess.run(
        [sys.executable, "-c", CODE, repr([*map(list, commands)])],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    lines = [line for line in ran.stdout.splitlines() if line.startswith("['")]
    assert len(lines) == len(commands)
    return [set(literal_eval(line)) for line in lines]
