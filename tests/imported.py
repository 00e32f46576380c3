"""What commands import, in a process of their own that has imported nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CODE = """
import json, sys
from reporter.cli import main
for words in json.loads(sys.argv.pop()):
    sys.argv = ["bilan", *words]
    try:
        main()
    except SystemExit:
        pass
    print("\\n" + json.dumps(sorted(sys.modules)))
"""


def imported(commands: Sequence[Sequence[str]]) -> list[set[str]]:
    """Return all that is imported once each command has answered, one after the other."""
    ran = subprocess.run(
        [sys.executable, "-c", CODE, json.dumps(commands)],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    lines = [line for line in ran.stdout.splitlines() if line.startswith('["')]
    assert len(lines) == len(commands)
    return [set(json.loads(line)) for line in lines]
