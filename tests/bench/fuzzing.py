"""Ten thousand broken inputs, by their structure and by their bytes, on a new printed seed.

None may end in a traceback, take more than ten seconds or a gibibyte. The work is done in processes
of their own, which a bound of the system stops where Python cannot:
`python -m tests.bench.fuzzing SEED FIRST LAST` tries a few again, and `keep=FOLDER` keeps them.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from secrets import randbits
from tempfile import TemporaryDirectory
from time import perf_counter
from traceback import format_exc

from reporter.errors import BadData, BilanError, Place
from reporter.fec.checking import check_fec
from reporter.formats.report.citations import fill
from reporter.formats.report.page import environment, filled
from reporter.formats.table.markdown import escaped_markdown
from reporter.settings.reading import Rules
from reporter.sources.reading import read
from reporter.sources.texts import Text
from reporter.toml.reading import parse
from tests.bench import structures
from tests.sources import hostile

ROOT = Path(__file__).parents[2]
CASES = 10_000
MEMORY = 1 << 30
LONGEST = 10
"""Seconds of work."""
BUSY = 6
"""How much longer they may last on a machine that does other things meanwhile."""
BYTES = "octets"
FAILED = "!!"


def run() -> None:
    """Try every case; say how many, and stop on those that break something."""
    seed, start = randbits(32), perf_counter()
    print(f"fuzz, graine {seed}", flush=True)
    broken = every(seed, 0, CASES)
    if broken:
        raise SystemExit("\n".join(broken[:20]))
    print(f"{f'{CASES} entrées abîmées sans plantage':<46} {perf_counter() - start:.0f} s")


def every(seed: int, first: int, last: int) -> list[str]:
    """Return what broke; where a case kills its process, the next ones are still tried."""
    broken = []
    while first < last:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.fuzzing", f"{seed}", f"{first}", f"{last}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        lines = done.stdout.splitlines()
        broken += [line for line in lines if line.startswith(FAILED)]
        tried = [int(line.split()[0]) for line in lines if line[:1].isdigit()]
        if done.returncode == 0:
            break
        reached = tried[-1] if tried else first
        said = done.stderr.strip().splitlines()[-1:] or [f"signal {-done.returncode}"]
        broken.append(f"{FAILED} {reached} {lines[-1] if lines else ''} : {said[0]}")
        first = reached + 1
    return broken


def case(seed: int, number: int) -> tuple[str, bytes]:
    """Return the name and the content of a case."""
    chance = random.Random(f"{seed}-{number}")  # noqa: S311  # a seed to find the case again
    name = chance.choice(KINDS)
    if name in TEXTS:
        text = TEXTS[name](chance)
        return name, structures.encoded(text, chance)
    way = chance.choice((structures.zip_members, structures.xml, structures.xml, BYTES))
    if name in WORKBOOKS and not isinstance(way, str):
        return name, way(WORKBOOKS[name], chance)
    return name, _changed((WORKBOOKS | OLD)[name], chance)


def _changed(data: bytes, chance: random.Random) -> bytes:
    """Return bytes of which a few are changed, lost or doubled."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 32))):
        at = chance.randrange(len(changed) or 1)
        size = chance.randrange(1, 64)
        new = chance.choice(
            (bytes([chance.randrange(256)]), b"\xff" * 4, b"", changed[at : at + size] * 2)
        )
        changed[at : at + chance.choice((0, len(new), size))] = new
    return bytes(changed)


def attempt(name: str, data: bytes, folder: Path) -> None:
    """Give a case to what reads its kind; our own refusals are right answers."""
    text = data.decode(errors="replace")
    try:
        if name == "toml":
            settings = parse(text)
            for year in (1999, 2020, 2099):
                settings.of(settings.year(year))
        elif name == "fec":
            check_fec(data, f"812345676FEC{text[-9:-1]}.txt")
            check_fec(data, "812345676FEC20201231.txt")
        elif name == "template":
            _fill(text, folder)
        else:
            _read(name, data, folder)
    except BilanError:
        pass


def _fill(text: str, folder: Path) -> None:
    with suppress(BadData):
        fill(Text(content=text, place=Place("data/2020.md")), {})
    (folder / "phrase.md.j2").write_text(text, encoding="utf-8", errors="replace")
    filled(environment(folder, escaped_markdown), "phrase.md.j2", {})


def _read(name: str, data: bytes, folder: Path) -> None:
    path = folder / "data" / name
    path.write_bytes(data)
    try:
        read(folder, Rules())
    finally:
        path.unlink()


def _fuzz(seed: int, first: int, last: int, keep: Path | None) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with TemporaryDirectory() as here:
        folder = Path(here)
        (folder / "data").mkdir()
        for number in range(first, last):
            name, data = case(seed, number)
            print(number, name, flush=True)
            if keep:
                (keep / f"{number}-{name}").write_bytes(data)
            signal.setitimer(signal.ITIMER_PROF, LONGEST)
            signal.alarm(LONGEST * BUSY)
            try:
                attempt(name, data, folder)
            except Exception:  # noqa: BLE001  # all of them are what is looked for
                print(FAILED, number, name, " | ".join(format_exc().splitlines()[-3:]), flush=True)
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
                signal.alarm(0)


TEXTS = structures.texts()
WORKBOOKS = structures.workbooks()
OLD = {
    "e.xls": (hostile.FILES / "jours.xls").read_bytes(),
    "f.xls": (hostile.FILES / "protege.xls").read_bytes(),
}
KINDS = (*WORKBOOKS, "b.xlsx", "c.xlsx", *TEXTS, *TEXTS, *OLD)


if __name__ == "__main__":
    asked, first, last = map(int, sys.argv[1:4])
    _fuzz(asked, first, last, Path(sys.argv[4].removeprefix("keep=")) if sys.argv[4:] else None)
