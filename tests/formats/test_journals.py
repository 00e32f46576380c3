"""Independent programs read our journals and find our totals."""

from __future__ import annotations

import csv
import subprocess
from collections import defaultdict
from decimal import Decimal
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from beancount import loader
from beancount.core.data import Open, Transaction
from hypothesis import given

import reporter
from reporter.accounting.journal import Posting
from reporter.accounting.pack import Asked as Extras
from reporter.accounting.pack import Pack, pack
from reporter.accounting.parts import restricted
from reporter.books import load
from reporter.formats.pack import beancount, hledger
from reporter.model import Activity
from reporter.parts import Asked, part_of
from reporter.toml.reading import parse
from tests.accounting.packs import COMPANY, pack_all, pack_of
from tests.books.activities import accounted_books
from tests.builders import fee
from tests.examples import few

ROOT = Path(reporter.__file__).parent.parent
YEARS = (2017, 2018, 2019, 2020)


def example(year: int) -> Pack:
    books = load(ROOT)
    return pack(books.activity, books.measure(year), Extras(tax=True))


def totals(made: Pack) -> dict[str, Decimal]:
    """Return debits less credits of each account, those at zero left out."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for entry in made.entries:
        for posting in entry.postings:
            sums[hledger.account(posting)] += posting.amount
    return {account: amount for account, amount in sums.items() if amount}


def beancount_totals(ledger: Path) -> dict[str, Decimal]:
    """Return the totals that beancount finds in a ledger that it has no remark about."""
    entries, errors, _ = loader.load_file(str(ledger))
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


def written(made: Pack, folder: Path) -> Path:
    """Return the year's ledger, written with the files that it includes."""
    folder.mkdir(parents=True, exist_ok=True)
    files = beancount.render(made)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder / next(iter(files))


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
        ("164000", "Liabilities"),
        ("101300", "Equity"),
        ("409100", "Assets"),
        ("419100", "Liabilities"),
        ("455100", "Liabilities"),
        ("486000", "Assets"),
        ("487000", "Liabilities"),
        ("613200", "Expenses"),
        ("706000", "Income"),
    ],
)
def test_an_account_is_of_one_of_beancount_s_kinds(account: str, kind: str) -> None:
    posting = Posting(account=account, label="", amount=Decimal(1))
    assert beancount.account(posting) == f"{kind}:C{account}"


@pytest.mark.parametrize("year", YEARS)
def test_beancount_finds_our_totals_in_the_example(year: int, tmp_path: Path) -> None:
    made = example(year)
    assert beancount_totals(written(made, tmp_path)) == totals(made)


@few(8)
@given(accounted_books)
def test_beancount_finds_our_totals_in_any_books(books: Activity) -> None:
    made = pack_all(books, 2020, parse(COMPANY))
    with TemporaryDirectory() as folder:
        assert beancount_totals(written(made, Path(folder))) == totals(made)


def test_every_year_is_loaded_together_each_account_opened_once(tmp_path: Path) -> None:
    together: defaultdict[str, Decimal] = defaultdict(Decimal)
    for year in YEARS:
        made = example(year)
        written(made, tmp_path / str(year))
        for account, amount in totals(made).items():
            together[account] += amount
    ledger = tmp_path / "2018" / beancount.ALL_YEARS
    found = {account: amount for account, amount in together.items() if amount}
    assert beancount_totals(ledger) == found
    entries, _, _ = loader.load_file(str(ledger))
    opened = [entry.account for entry in entries if isinstance(entry, Open)]
    assert len(opened) == len(set(opened)) > 20


def test_a_month_is_a_ledger_of_its_own(tmp_path: Path) -> None:
    """The ledger of all the years would count it twice."""
    made = example(2020)
    march = restricted(made, part_of(made.year, Asked(1, 3, None)))
    ledger = written(march, tmp_path / "2020")
    assert ledger.name == "comptable-2020_2020-03.beancount"
    assert beancount_totals(ledger) == totals(march)
    written(made, tmp_path / "2020")
    assert beancount_totals(tmp_path / "2020" / beancount.ALL_YEARS) == totals(made)


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


@pytest.mark.external("hledger")
def test_hledger_knows_what_is_earned_spent_owned_and_owed(tmp_path: Path) -> None:
    made = example(2020)
    ((name, data),) = hledger.render(made).items()
    (tmp_path / name).write_bytes(data)

    def total(command: str, *words: str) -> Decimal:
        """Return the last figure of a statement, or that of its rows that hold words."""
        asked = ["hledger", "-f", str(tmp_path / name), command, "-O", "csv", *words]
        ran = subprocess.run(asked, check=True, capture_output=True, timeout=60)
        *_, last = csv.reader(StringIO(ran.stdout.decode()))
        return Decimal(last[-1].removesuffix(" EUR"))

    figures = made.bilan.figures
    spent = figures.charges + figures.depreciation + made.lost + made.tax
    assert total("incomestatement") == figures.revenue - spent
    assert total("balancesheet") == figures.revenue - spent
    assert total("cashflow") == totals(made)["512000"]


def test_a_label_cannot_change_the_type_of_its_account() -> None:
    line = fee("2020-03-31", "1", "X, type:L", invoice="F", vat=Decimal(0))
    (data,) = hledger.render(pack_of(2020, line)).values()
    assert "account 411000:CXTYPEL  ; type:A, X, type L\n" in data.decode()


def test_journals_end_with_a_newline() -> None:
    made = example(2020)
    for journal in (hledger, beancount):
        assert all(data.endswith(b"\n") for data in journal.render(made).values())


def test_beancount_opens_an_account_under_the_name_of_its_client_or_its_own() -> None:
    made = pack_of(2020, fee("2020-03-31", "100", "Café du Port", invoice="F-1", vat=Decimal(0)))
    text = "\n".join(data.decode() for data in beancount.render(made).values())
    assert 'open Assets:C411000:CCAFEDUPORT EUR\n  libelle: "Café du Port"\n' in text
    assert 'open Income:C706000 EUR\n  libelle: "Prestations de services"\n' in text
