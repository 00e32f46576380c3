"""Commands on many lines, against what calamine takes to read the file and add up one column.

Everything is measured in one run, in the time of the processor: a ratio holds on any machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.books import books
from tests.bench.timing import ENVIRONMENT, ratio

ROOT = Path(__file__).parents[2]
SIZES = {62_500: 3, 625_000: 1}
"""Lines of billed days, 60 % as many others beside them → how often each command is run."""
GIBIBYTE = 1 << 30
AIMS = {"show": "2,5 au plus", "generate": "4 au plus"}
HELD = {"show": 3.9, "generate": 5.4}
"""What is measured, and a tenth more for a machine that does other things: beyond, it fails."""
ALONE = """
import sys
from python_calamine import load_workbook
book = load_workbook(sys.argv[1])
sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
print(sum(row[6] for row in sheets[0][1:]))
"""


def run() -> None:
    """Print the ratio of each command on books of both sizes, and the memory of the larger."""
    beyond: list[str] = []
    with TemporaryDirectory() as folder:
        for days, runs in SIZES.items():
            path = books(Path(folder), days)
            where = ("--dossier", str(path.parents[1]))
            alone, _ = _best(runs, "-c", ALONE, str(path))
            for command, aim in AIMS.items():
                options = ("--sortie", folder) if command == "generate" else ()
                taken, memory = _best(runs, "-m", "reporter", command, "2019", *where, *options)
                name = f"bilan {command}, {days * 8 // 5} lignes / calamine"
                ratio(name, taken, alone, aim)
                beyond += [name] if taken > HELD[command] * alone else []
                print(f"{'  mémoire':<46} {memory / GIBIBYTE:6.2f} Gio (cible : 1 au plus)")
    if beyond:
        raise SystemExit(f"plus long qu’il n’est tenu : {', '.join(beyond)}")


def _best(runs: int, *arguments: str) -> tuple[float, int]:
    """Return the least time of the processor that `python` takes, and its most memory, in bytes."""
    found = [_once(arguments) for _ in range(runs)]
    return min(taken for taken, _ in found), max(memory for _, memory in found)


def _once(arguments: tuple[str, ...]) -> tuple[float, int]:
    command = [sys.executable, *arguments]
    environment = ENVIRONMENT | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024
