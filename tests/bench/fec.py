"""Random companies written as random software would: no false alarm, no change unseen.

A new seed each time, printed, so that what fails can be found again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random
from secrets import randbits
from time import perf_counter

from reporter.fec.checking import check_fec
from tests.fec.companies import LEGAL, TOLERATED, company, encoded, style, written
from tests.fec.test_companies import MUTATIONS

COMPANIES = 100


def run() -> None:
    """Check companies in legal and tolerated styles, then spoiled; stop at the first failure."""
    start, seed = perf_counter(), randbits(32)
    draw = Random(seed)  # noqa: S311  # a seed to find the company again
    caught = sum(_checked(draw.getrandbits(32)) for _ in range(COMPANIES))
    seconds = perf_counter() - start
    print(f"{'FEC sans fausse alerte, graine ' + str(seed):<46} {2 * COMPANIES} en {seconds:.0f} s")
    print(f"{'changements vus à leur ligne':<46} {caught}")


def _checked(seed: int) -> int:
    """Return how many changes of a company's file are caught: all of them.

    Raises:
        SystemExit: where a right file has a mistake, or where a change passes.
    """
    made, legal = company(seed), style(seed, LEGAL)
    tolerated = style(seed, TOLERATED)
    said = check_fec(encoded(written(made, legal), legal), made.name).remarks
    alarms = check_fec(encoded(written(made, tolerated), tolerated), made.name).of("erreur")
    if said or alarms:
        raise SystemExit(f"fausse alerte, graine {seed} : {said} {alarms}")
    counts = Counter(_seen(seed, name) for name in MUTATIONS)
    return counts[True]


def _seen(seed: int, name: str) -> bool:
    how = replace(style(seed, LEGAL), order="dates")
    rows, made = written(company(seed), how), company(seed)
    spoiled = MUTATIONS[name](Random(seed), rows)  # noqa: S311  # a seed to find the line again
    if spoiled is None:
        return False
    lines, what = spoiled
    remarks = check_fec(encoded(rows, how), made.name).remarks
    if not any(remark.line in lines and remark.what.startswith(what) for remark in remarks):
        raise SystemExit(f"non vu, graine {seed} : {name}")
    return True
