"""The wheel on the lowest versions that it allows, then on the newest ones, on each Python here.

`make compat` runs it. It needs a package index; a Python that is not installed is said and left.
What each environment answers on the example books must be what this one answers, to the byte; a
drawing may move by a fraction of a point, since letters are not measured alike.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
UV = Path(sys.executable).parent / "uv"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
COORDINATE = re.compile(rb"\d+\.\d+")
RESOLUTIONS = ("lowest-direct", "highest")
COMMANDS = (
    ("-V", "-v"),
    ("check",),
    ("show", "2020", "--json"),
    ("scenario", "2021", "--tjm", "700", "--taux", "80%"),
    ("generate", "2020", "--format", "md,html,hugo"),
    ("export", "2020", "--format", "xlsx,fec,csv,hledger,beancount"),
)


def main() -> int:
    """Try each environment, and return how many of them answer otherwise."""
    with TemporaryDirectory() as folder:
        work = Path(folder)
        _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", work, ROOT)
        (wheel,) = work.glob("*.whl")
        expected = answers(Path(sys.executable), work / "ici")
        wrong = 0
        for version in PYTHONS:
            python = _found(version)
            if python is None:
                print(f"Python {version}: not installed here", flush=True)
                continue
            for resolution in RESOLUTIONS:
                made = environment(python, resolution, wheel, work / f"{version}-{resolution}")
                found = answers(made, work / f"{version}-{resolution}-books")
                differ = sorted(name for name in expected if found.get(name) != expected[name])
                print(
                    f"Python {version}, {resolution}: {', '.join(differ) or 'the same'}", flush=True
                )
                wrong += bool(differ)
        return wrong


def environment(python: str, resolution: str, wheel: Path, folder: Path) -> Path:
    """Return the Python of a new environment that has the wheel and its libraries."""
    _run(UV, "venv", "--quiet", "--python", python, folder)
    here = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = (UV, "pip", "install", "--quiet", "--python", here)
    lowest = ("--resolution", resolution, "--only-binary", ":all:")  # nobody has a compiler
    _run(*install, *lowest, "--requirements", ROOT / "pyproject.toml")
    _run(*install, "--no-deps", wheel)
    return here


def answers(python: Path, books: Path) -> dict[str, bytes]:
    """Return what the commands print and write on a copy of the example books."""
    shutil.copytree(ROOT / "data", books / "data")
    shutil.copy(ROOT / "bilan.toml", books)
    found = {}
    for words in COMMANDS:
        ran = _run(python, "-m", "reporter", *words, cwd=books)
        if words[0] != "-V":
            found[words[0]] = ran
    written = (path for path in (books / "reports").rglob("*") if path.is_file())
    return found | {path.relative_to(books).as_posix(): _said(path) for path in written}


def _said(path: Path) -> bytes:
    """Return what a file says, without the coordinates of what is drawn."""
    data = path.read_bytes()
    return COORDINATE.sub(b"", data) if path.suffix in {".svg", ".html"} else data


def _found(version: str) -> str | None:
    """Return a Python of a version: the one that runs this, one on the path, or pyenv's."""
    ran = subprocess.run(
        [UV, "python", "find", "--no-python-downloads", "--managed-python", version],
        capture_output=True,
        text=True,
        check=False,
    )
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    here = f"{sys.version_info.major}.{sys.version_info.minor}" == version
    known = [sys.executable] if here else sorted(map(str, pyenv.glob(f"{version}.*/bin/python")))
    return next(
        (name for name in (*known, ran.stdout.strip(), shutil.which(f"python{version}")) if name),
        None,
    )


def _run(*command: object, cwd: Path = ROOT) -> bytes:
    apart = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ran = subprocess.run(
        list(map(str, command)), cwd=cwd, env=apart, capture_output=True, check=False
    )
    if ran.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{ran.stderr.decode()}")
    return ran.stdout


if __name__ == "__main__":
    sys.exit(main())
