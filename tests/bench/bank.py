"""Random pairs of books and statement, and a hundred thousand lines of a bank."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from random import Random
from secrets import randbits
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from reporter.bank.accounts import accounts
from reporter.bank.bank import matched
from reporter.bank.files import statements
from reporter.model import Activity, Fee
from reporter.settings import Settings
from reporter.settings.reading import Limits
from tests.bank.pairs import pair
from tests.bank.test_pairs import verify
from tests.bench.timing import ratio

PAIRS, LINES, UNKNOWN = 4_000, 100_000, 20_000


def run() -> None:
    """Verify pairs on a new seed, then time the matching of a bank against its reading."""
    seed = randbits(32)
    draw = Random(seed)  # noqa: S311  # a seed to find the pair again
    start = perf_counter()
    found = 0
    for _ in range(PAIRS):
        one = draw.getrandbits(32)
        try:
            found += verify(pair(one))
        except AssertionError as error:
            raise SystemExit(f"rapprochement faux, graine {one}") from error
    name = f"banque sans faux rapprochement, graine {seed}"
    print(f"{name:<46} {PAIRS}, {found} mouvements, en {perf_counter() - start:.0f} s")
    _time()


def _time() -> None:
    for lines, said, target in ((LINES, "", "3"), (UNKNOWN, ", numéros inconnus", "6")):
        with TemporaryDirectory() as where:
            (Path(where) / "data" / "banque").mkdir(parents=True)
            activity = _written(Path(where) / "data" / "banque" / "a.csv", lines)
            gc.disable()  # as the command does
            start = process_time()
            known = accounts(statements(Path(where), Limits()))
            reading = process_time() - start
            start = process_time()
            bank = matched(known, activity, Settings())
            matching = process_time() - start
            gc.enable()
        assert len(bank.matches) == (LINES // 2 if lines == LINES else 0)
        ratio(f"rapprocher {lines} lignes{said} / les lire", matching, reading, target)


def _written(path: Path, lines: int) -> Activity:
    """Write a statement; half of its lines pay an invoice, the others nothing.

    In a short one, none quotes a number of the books: every line is asked about.
    """
    sale = pair(1).activity.fees[0]
    rows, fees = ["Date;Libellé;Montant"], list[Fee]()
    for rank in range(lines // 2):
        amount = sale.amount + rank % 977
        day = sale.date.replace(day=1 + rank % 28)
        number = f"F-2020-{rank:05}"
        client = f"Client {rank % 200}"
        fees.append(
            replace(sale, amount=amount, date=day, client=client, invoice=number, paid=None)
        )
        gross = fees[-1].amount + fees[-1].own_vat
        text = f"{gross:.2f}".replace(".", ",")
        quoted = f"X{number}" if lines < LINES else number
        rows.append(f"{day:%d/%m/%Y};VIR SEPA CLIENT {rank % 200} FACTURE {quoted};{text}")
        rows.append(f"{day:%d/%m/%Y};CB COMMERCE NUMERO {rank} PARIS;-{rank % 89},10")
    path.write_text("\n".join(rows), encoding="utf-8")
    return Activity(fees=tuple(fees))
