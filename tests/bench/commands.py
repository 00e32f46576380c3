"""The commands on the example books, against importing the libraries that they need."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.timing import ratio, seconds

ROOT = Path(__file__).parents[2]
FRANCE = "from reporter.law.workdays import public_holidays as found; found(range(2020, 2021))"
"""What takes France from the library of holidays, without all other countries of the world."""
QUICK = ("typer", "python_calamine")
READING = (*QUICK, "babel.numbers")
GENERATE = (
    *READING,
    "pandas",
    "matplotlib.figure",
    "matplotlib.backends.backend_svg",
    "jinja2.sandbox",
    "markdown_it",
)


def run() -> None:
    """Print the ratios of the commands."""
    where = ("--dossier", str(ROOT))
    reading = _libraries(*READING)
    show = seconds("-m", "reporter", "show", "2020", *where)
    ratio("bilan show 2020 / ses bibliothèques", show, reading, "3 au plus")
    asked = ("--tjm", "700", "--taux", "80%")
    scenario = seconds("-m", "reporter", "scenario", "2021", *asked, *where)
    quick = seconds("-c", f"import {', '.join(QUICK)}")
    ratio("bilan scenario 2021 / typer et calamine", scenario, quick, "3 au plus")
    net = seconds("-m", "reporter", "net", "2021", *asked, *where)
    ratio("bilan net 2021 / bilan scenario 2021", net, scenario, "1,3 au plus")
    with TemporaryDirectory() as out:
        generate = seconds("-m", "reporter", "generate", "2020", *where, "--sortie", out)
    ratio("bilan generate 2020 / ses bibliothèques", generate, _libraries(*GENERATE), "1,3 au plus")


def _libraries(*modules: str) -> float:
    """Return the time that Python takes to start and import modules, and holidays."""
    return seconds("-c", f"import {', '.join(modules)}; {FRANCE}")
