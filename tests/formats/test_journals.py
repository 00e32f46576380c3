"""Independent programs read our journals and find our totals."""

from __future__ import annotations

import csv
import subprocess
from collections import defaultdict
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from beancount import loader
from beancount.core.data import Transaction
from hypothesis import given
from hypothesis import settings as given_settings

import reporter
from reporter.accounting.journal import Posting
from reporter.accounting.pack import Asked, Pack, pack
from reporter.books import load
from reporter.formats.pack import beancount, hledger
from reporter.model import Activity
from reporter.toml.reading import parse
from tests.accounting.packs import COMPANY, pack_all, random_books

ROOT = Path(reporter.__file__).parent.parent
YEARS = (2017, 2018, 2019, 2020)


def example(year: int) -> Pack:
    books = load(ROOT)
    return pack(books.activity, books.measure(year), Asked(tax=True))


def totals(made: Pack) -> dict[str, Decimal]:
    """Return debits less credits of each account, those at zero left out."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for entry in made.entries:
        for posting in entry.postings:
            sums[hledger.account(posting)] += posting.amount
    return {account: amount for account, amount in sums.items() if amount}


def beancount_totals(made: Pack) -> dict[str, Decimal]:
    (text,) = beancount.render(made).values()
    entries, errors, _ = loader.load_string(text.decode())
    assert errors == []
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for entry in entries:
        if isinstance(entry, Transaction):
            for posting in entry.postings:
                assert posting.units is not None
                assert posting.units.number is not None
                name = posting.account.partition(":C")[2]
                sums[name] += posting.units.number
    return {account: amount for account, amount in sums.items() if amount}


@pytest.mark.parametrize(
    ("account", "kind"),
    [
        ("218300", "Assets"),
        ("281830", "Assets"),
        ("401000", "Liabilities"),
        ("411000", "Assets"),
        ("445660", "Assets"),
        ("445710", "Liabilities"),
        ("512000", "Assets"),
        ("613200", "Expenses"),
        ("706000", "Income"),
    ],
)
def test_an_account_is_of_one_of_beancount_s_kinds(account: str, kind: str) -> None:
    posting = Posting(account=account, label="", amount=Decimal(1))
    assert beancount.account(posting) == f"{kind}:C{account}"


@pytest.mark.parametrize("year", YEARS)
def test_beancount_finds_our_totals_in_the_example(year: int) -> None:
    made = example(year)
    assert beancount_totals(made) == totals(made)


@given_settings(max_examples=15)
@given(random_books)
def test_beancount_finds_our_totals_in_any_books(books: Activity) -> None:
    made = pack_all(books, 2020, parse(COMPANY))
    assert beancount_totals(made) == totals(made)


@pytest.mark.external("hledger")
@pytest.mark.parametrize("year", YEARS)
def test_hledger_finds_our_totals_in_the_example(year: int, tmp_path: Path) -> None:
    made = example(year)
    ((name, data),) = hledger.render(made).items()
    (tmp_path / name).write_bytes(data)
    command = ["hledger", "-f", str(tmp_path / name), "balance", "--flat", "-N", "-O", "csv"]
    subprocess.run([*command[:3], "check", "--strict"], check=True, timeout=60)
    ran = subprocess.run(command, check=True, capture_output=True, timeout=60)
    read = list(csv.DictReader(StringIO(ran.stdout.decode())))
    found = {row["account"]: Decimal(row["balance"].removesuffix(" EUR")) for row in read}
    assert found == totals(made)


def test_journals_end_with_a_newline() -> None:
    made = example(2020)
    for journal in (hledger, beancount):
        ((_, data),) = journal.render(made).items()
        assert data.endswith(b"EUR\n")
