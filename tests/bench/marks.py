"""What XML says of cells, against a slow reading, for a bounded time; and how long it takes.

A sheet is written in a way drawn from a seed: quotes, prefixes, entities, comments, CDATA. The
seed is new each time and printed where the marks differ.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, process_time
from typing import TYPE_CHECKING

from reporter.sources.grids.archives import Archive
from reporter.sources.grids.inspection import inspect_xlsx
from reporter.sources.grids.workbooks import read_here
from tests.bench.timing import ratio
from tests.sources import hostile
from tests.sources.odd_sheets import odd_sheet, slow_marks
from tests.sources.test_marks import marks_of

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 20
RUNS = 3
ROWS = 100_000
BOUND = 1 << 30


def run() -> None:
    """Compare the marks of sheets for a bounded time, then measure long sheets."""
    start = seed = random.SystemRandom().randrange(10**9)
    end = monotonic() + SECONDS
    while monotonic() < end:
        compare(seed)
        seed += 1
    print(f"{'feuilles écrites de toutes façons':<46} {seed - start}, graine {start}")
    _measure("100 000 rangées pareilles", _plain)
    _measure("100 000 rangées avec formules", _computed)
    _measure("100 000 rangées toutes autres", _other)


def compare(seed: int) -> None:
    """Refuse a sheet whose marks are not those of the slow reading."""
    sheet = odd_sheet(seed)
    for size in (7, 1000, BOUND):
        if marks_of(sheet.content, size) != slow_marks(sheet):
            raise SystemExit(f"marques : la feuille {seed} n’est pas lue comme ElementTree")


def _measure(name: str, row: Callable[[int], tuple[str | float, ...]]) -> None:
    content = hostile.sheet(*(row(number) for number in range(ROWS)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "livres.xlsx"
        path.write_bytes(hostile.xlsx(content))
        data = path.read_bytes()
    alone = min(_seconds(lambda: read_here(data, BOUND)) for _ in range(RUNS))
    ours = min(_seconds(lambda: inspect_xlsx(Archive(data, BOUND))) for _ in range(RUNS))
    ratio(f"marques de {name} / calamine", ours, alone, "")


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _plain(number: int) -> tuple[str | float, ...]:
    return (number, f"Client {number % 40}", f"Mission {number % 90}", number % 7, 600 + number)


def _computed(number: int) -> tuple[str | float, ...]:
    days, rate = number % 7, 600 + number % 400
    return (
        *_plain(number)[:3],
        days,
        rate,
        f"<c><f>D{number + 1}*E{number + 1}</f><v>{days * rate}</v></c>",
    )


def _other(number: int) -> tuple[str | float, ...]:
    letters = "".join(chr(97 + number // 26**rank % 26) for rank in range(5))
    return (number, f"Client {letters}", letters, number % 7, 600 + number)


if __name__ == "__main__":
    compare(int(sys.argv[1])) if len(sys.argv) > 1 else run()
