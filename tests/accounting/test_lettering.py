"""Which letters an invoice, its payments and its credit note share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reporter.accounting.pack import Pack
from reporter.model import Activity, Expense, Fee
from reporter.toml.reading import parse
from tests.accounting.packs import COMPANY, pack_all, pack_of
from tests.books.activities import accounted_books
from tests.builders import expense, fee
from tests.examples import few

SETTINGS = parse(COMPANY)


def letters(made: Pack) -> list[tuple[str, str]]:
    """Return the reference and the letters of each posting of a third party."""
    return [
        (entry.reference, posting.letter)
        for entry in made.entries
        for posting in entry.postings
        if posting.piece is not None
    ]


def sale(day: str, amount: str, number: str, client: str = "N", paid: date | None = None) -> Fee:
    return fee(day, amount, client, invoice=number, vat=Decimal(0), paid=paid)


def bill(day: str, amount: str, number: str, supplier: str = "Quai") -> Expense:
    return expense(
        day, amount, "Loyer", supplier=supplier, receipt=number, vat=Decimal(0), account="613200"
    )


def pay(day: str, amount: str, number: str) -> Expense:
    return expense(day, amount, "Salaire", receipt=number, account="641100")


@pytest.mark.parametrize(
    "lines",
    [
        [sale("2020-03-31", "100", "F-1"), sale("2020-04-05", "-100", "A-1")],
        [bill("2020-03-31", "100", "F-1"), bill("2020-04-05", "-100", "A-1")],
    ],
    ids=["client", "supplier"],
)
def test_a_credit_note_letters_with_the_invoice_it_undoes(lines: list[Fee | Expense]) -> None:
    made = pack_of(2020, *lines)
    assert letters(made) == [("F-1", "AAA"), ("A-1", "AAA")]
    assert made.entries[0].postings[0].lettered == date(2020, 4, 5)


def test_a_credit_note_settles_what_is_left_of_an_invoice_half_paid() -> None:
    lines = (
        sale("2020-03-31", "80", "F-1", paid=date(2020, 4, 2)),
        sale("2020-03-31", "20", "F-1"),
        sale("2020-04-05", "-20", "A-1"),
    )
    assert letters(pack_of(2020, *lines)) == [("F-1", "AAA"), ("F-1", "AAA"), ("A-1", "AAA")]


@pytest.mark.parametrize(
    "lines",
    [
        [sale("2020-03-31", "100", "F-1"), sale("2020-04-05", "-99.99", "A-1")],
        [sale("2020-03-31", "100", "F-1"), sale("2020-04-05", "-100", "A-1", "Autre")],
        [sale("2020-03-31", "100", "F-1"), sale("2020-03-01", "-100", "A-1")],
        [
            sale("2020-03-31", "100", "F-1"),
            sale("2020-03-31", "100", "F-2"),
            sale("2020-04-05", "-100", "A-1"),
        ],
        [
            sale("2020-03-31", "100", "F-1"),
            sale("2020-04-05", "-100", "A-1"),
            sale("2020-04-05", "-100", "A-2"),
        ],
        [bill("2020-03-31", "100", "F-1", ""), bill("2020-04-05", "-100", "A-1", "")],
        [pay("2020-03-31", "100", "P-1"), pay("2020-04-05", "-100", "P-2")],
        [bill("2020-03-31", "-100", "A-1"), bill("2020-04-05", "100", "F-1")],
        [
            bill("2020-03-31", "100", "F-1"),
            replace(bill("2020-04-05", "-100", "A-1"), account="218300", lifetime=Decimal(3)),
        ],
        [sale("2019-12-31", "100", "F-1", paid=date(2020, 1, 5)), sale("2020-01-02", "100", "F-2")],
    ],
    ids=[
        "another amount",
        "another client",
        "a credit note before its invoice",
        "two invoices alike",
        "two credit notes alike",
        "suppliers without a name",
        "pay, which no third party bears",
        "a supplier's credit note before",
        "a charge, and what lasts",
        "the payment of an earlier invoice",
    ],
)
def test_what_is_not_sure_is_left_without_letters(lines: list[Fee | Expense]) -> None:
    assert {letter for _, letter in letters(pack_of(2020, *lines))} == {""}


def test_an_invoice_already_paid_is_not_undone_twice() -> None:
    lines = (
        sale("2020-03-31", "100", "F-1", paid=date(2020, 4, 1)),
        sale("2020-04-05", "-100", "A-1"),
    )
    assert letters(pack_of(2020, *lines)) == [("F-1", "AAA"), ("F-1", "AAA"), ("A-1", "")]


def test_letters_follow_the_days_of_payment() -> None:
    """What is paid later changes no letter given before: a year can be exported month by month."""
    late = sale("2020-01-31", "100", "F-1", paid=date(2020, 6, 1))
    soon = sale("2020-02-28", "50", "F-2", paid=date(2020, 3, 1))
    assert letters(pack_of(2020, late, soon)) == [
        ("F-1", "AAB"),
        ("F-2", "AAA"),
        ("F-2", "AAA"),
        ("F-1", "AAB"),
    ]


def test_an_invoice_undone_then_paid_keeps_its_letters() -> None:
    lines = (
        sale("2020-03-31", "100", "F-1", paid=date(2020, 5, 1)),
        sale("2020-04-05", "-100", "A-1"),
    )
    assert letters(pack_of(2020, *lines)) == [("F-1", "AAA"), ("A-1", "AAA"), ("F-1", "")]


@few(12)
@given(accounted_books, st.integers(1, 12))
def test_what_is_known_later_changes_no_number_and_no_letter_given_before(
    books: Activity, month: int
) -> None:
    """Later lines and payments add entries after the others; an invoice has one date here."""
    last = date(2020, month, 28)
    books = replace(
        books,
        days=tuple(map(_plain, books.days)),
        fees=tuple(map(_plain, books.fees)),
        expenses=tuple(map(_plain, books.expenses)),
    )
    known = _until(books, last)
    assume(any(line.date.year == 2020 for line in known.lines))
    then = [entry for entry in pack_all(known, 2020, SETTINGS).entries if entry.date <= last]
    now = pack_all(books, 2020, SETTINGS).entries[: len(then)]
    assert [(entry.number, entry.date, entry.label.casefold()) for entry in now] == [
        (entry.number, entry.date, entry.label.casefold()) for entry in then
    ]
    for before, after in zip(then, now, strict=True):
        for old, new in zip(before.postings, after.postings, strict=True):
            assert new.amount == old.amount
            if old.letter:
                assert (new.letter, new.lettered) == (old.letter, old.lettered)


def _until(books: Activity, day: date) -> Activity:
    """Return what was known on a day: the lines dated by then, and their payments by then."""
    return replace(
        books,
        days=tuple(_known(line, day) for line in books.days if line.date <= day),
        fees=tuple(_known(line, day) for line in books.fees if line.date <= day),
        expenses=tuple(_known(line, day) for line in books.expenses if line.date <= day),
    )


def _known(line: Any, day: date) -> Any:
    return replace(line, paid=None) if line.paid is not None and line.paid > day else line


def _plain(line: Any) -> Any:
    """Return a line alone on its invoice, paid after it or not at all."""
    early = line.paid is not None and line.paid < line.date
    changed = replace(line, paid=None) if early else line
    if isinstance(line, Expense):
        return changed
    return replace(changed, invoice=f"{line.invoice}-{line.date}")
