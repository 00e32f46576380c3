"""What holds on any books: balance, sums equal to the report's, a file that passes our checker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reporter.fec.checking import check_fec
from reporter.formats.pack import beancount, fec, hledger
from reporter.model import Activity
from reporter.settings import Settings
from reporter.tables.vat import INVOICED, SIDES, vat
from reporter.toml.reading import parse
from tests.accounting.packs import COMPANY, amounts, pack_all
from tests.books.activities import accounted_books

SETTINGS = parse(COMPANY)


@given(accounted_books)
def test_every_entry_balances_and_none_is_empty(books: Activity) -> None:
    for entry in pack_all(books, 2020, SETTINGS).entries:
        assert len(entry.postings) >= 2
        assert sum(posting.amount for posting in entry.postings) == 0
        assert all(posting.amount for posting in entry.postings)


@given(accounted_books)
def test_the_file_passes_our_checker(books: Activity) -> None:
    made = pack_all(books, 2020, SETTINGS)
    (name, data), _ = fec.render(made).items()
    if made.entries:
        assert check_fec(data, name).of("erreur") == ()


@given(accounted_books, st.booleans())
def test_the_sums_are_those_of_the_report(books: Activity, with_tax: bool) -> None:
    """Accounts 70 are the revenue, class 6 the charges, the depreciation and the tax if asked."""
    made = pack_all(books, 2020, SETTINGS, with_tax=with_tax)
    figures = made.bilan.figures
    tax = figures.tax if with_tax else 0
    assert -amounts(made, "70") == figures.revenue
    assert amounts(made, "6") == figures.charges + figures.depreciation + tax
    assert amounts(made, "6811") == figures.depreciation
    assert amounts(made, "28") == -figures.depreciation


@given(accounted_books)
def test_the_vat_of_the_entries_is_that_of_the_sheets(books: Activity) -> None:
    made = pack_all(books, 2020, SETTINGS)
    table = vat(made)
    totals = made.totals
    expected = (totals.vat_collected, totals.vat_deductible, totals.vat_assets)
    names = (SIDES["collected"], SIDES["deductible"], SIDES["assets"])
    for name, euros in zip(names, expected, strict=True):
        rows = [row for row in table.rows if row[1].value == name]
        column = table.columns.index(INVOICED)
        assert sum(Decimal(str(row[column].value)) for row in rows) == euros
    assert totals.vat_collected + totals.vat_deposits == -amounts(made, "4457")
    assert totals.vat_deductible == amounts(made, "44566")


@given(accounted_books)
def test_lettered_postings_add_up_to_zero_on_one_account(books: Activity) -> None:
    groups: defaultdict[Hashable, list[Decimal]] = defaultdict(list)
    accounts: defaultdict[str, set[Hashable]] = defaultdict(set)
    for entry in pack_all(books, 2020, SETTINGS).entries:
        for posting in entry.postings:
            assert bool(posting.letter) == (posting.lettered is not None)
            if posting.letter:
                assert posting.lettered is not None
                assert entry.date <= posting.lettered
                groups[posting.letter].append(posting.amount)
                accounts[posting.letter].add((posting.account, posting.party))
    assert all(sum(group) == 0 for group in groups.values())
    assert all(len(found) == 1 for found in accounts.values())


@given(accounted_books)
def test_the_bank_holds_what_was_paid_in_the_year(books: Activity) -> None:
    made = pack_all(books, 2020, SETTINGS)
    sales = [line for line in (*books.days, *books.fees) if line.paid and line.paid.year == 2020]
    bought = [line for line in books.expenses if line.paid and line.paid.year == 2020]
    received, spent = (
        sum(line.amount + (line.vat or 0) for line in lines) for lines in (sales, bought)
    )
    assert amounts(made, "512") == received - spent


@given(accounted_books)
def test_the_same_books_give_the_same_bytes(books: Activity) -> None:
    first, second = pack_all(books, 2020, SETTINGS), pack_all(books, 2020, SETTINGS)
    for form in (fec, hledger, beancount):
        assert form.render(first) == form.render(second)


@given(accounted_books)
def test_numbers_run_from_one_in_the_order_of_dates(books: Activity) -> None:
    entries = pack_all(books, 2020, Settings(siren="812345676")).entries
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.date for entry in entries] == sorted(entry.date for entry in entries)
