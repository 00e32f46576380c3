"""Broken files for a bounded time: bytes flipped, cells replaced; none may end in a traceback.

Runs in a process of its own, with one gibibyte of memory and ten seconds a file.
"""

from __future__ import annotations

import io
import os
import random
import resource
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter

from reporter.errors import BilanError
from reporter.settings.reading import Rules
from reporter.sources.reading import read
from tests.sources import hostile

ROOT = Path(__file__).parents[2]
SECONDS = 20
MEMORY = 1 << 30
LONGEST = 10
CELLS = (
    "", "x", "=1+1", "#REF!", "TOTAL", "31/02/2020", "1e308", "-0", "٣", "\u202e", "9" * 400,
    "20 %", "1,234", "NaN", "'", '"', ";", "Date", "Client", "janv. 2023", "7h30", "<a>", "&#0;",
    "]]>", "\0", "é" * 1000,
)  # fmt: skip


def run() -> None:
    """Fuzz for a bounded time, and say how many files were read."""
    start = perf_counter()
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.fuzzing", folder, str(SECONDS)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
    if done.returncode:
        raise SystemExit(f"fuzz: {done.stdout[-500:]}\n{done.stderr[-3000:]}")
    lines = done.stdout.split()
    print(f"{'fichiers abîmés sans plantage':<46} {lines[-1]} en {perf_counter() - start:.0f} s")


def sources() -> dict[str, bytes]:
    """Return the sound files that are broken."""
    rows = [hostile.HEADER, hostile.GOOD, hostile.GOOD]
    book = (ROOT / "data" / "2020.xlsx").read_bytes()
    text = ";".join(map(str, hostile.HEADER)) + "\n" + "31/03/2020;Client A;10,5;700;7350,00\n" * 3
    dates = hostile.ods_row(*hostile.HEADER) + hostile.ods_row(*hostile.GOOD)
    return {
        "a.xlsx": book,
        "b.xlsx": hostile.xlsx(hostile.sheet(*rows)),
        "c.xlsb": hostile.xlsb(rows),
        "d.ods": hostile.ods(dates),
        "jours.csv": text.encode(),
        "e.xls": (hostile.FILES / "jours.xls").read_bytes(),
        "f.xls": (hostile.FILES / "protege.xls").read_bytes(),
    }


def broken(data: bytes, chance: random.Random) -> bytes:
    """Return a file with a few things changed: bytes of it, bytes of its members, or cells."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _rezipped(data, chance)
    return _changed(data, chance)


def _rezipped(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _changed(content, chance) if name == victim else content)
    return out.getvalue()


def _changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 32))):
        at = chance.randrange(len(changed) or 1)
        way = chance.randrange(5)
        if way == 0:
            changed[at : at + 1] = bytes([chance.randrange(256)])
        elif way == 1:
            changed[at : at + chance.choice((1, 2, 4))] = b"\xff" * chance.choice((1, 2, 4))
        elif way == 2:
            del changed[at : at + chance.randrange(1, 64)]
        elif way == 3:
            size = chance.randrange(1, 200)
            changed[at:at] = changed[at : at + size]
        else:
            changed[at:at] = chance.choice(CELLS).encode()
    return bytes(changed)


def _try(folder: Path, name: str, data: bytes) -> None:
    path = folder / "data" / name
    path.write_bytes(data)
    signal.alarm(LONGEST)
    try:
        read(folder, Rules())
    except BilanError:
        pass
    finally:
        signal.alarm(0)
    path.unlink()


def _fuzz(folder: Path, seconds: float, seed: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    (folder / "data").mkdir(exist_ok=True)
    sound = sources()
    end = monotonic() + seconds
    while monotonic() < end:
        chance = random.Random(seed)  # noqa: S311  # a seed to find the file again
        name = chance.choice(list(sound))
        print(seed, flush=True)
        _try(folder, name, broken(sound[name], chance))
        seed += 1
    print(seed)


if __name__ == "__main__":
    _fuzz(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
