"""Invoices of several lines and of two years: their VAT, their entries, what is paid before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reporter.accounting.invoices import invoiced, payment_years
from reporter.settings import Settings
from reporter.tables.reviews import to_review
from tests.accounting.packs import amounts, pack_of
from tests.accounting.test_entries import booked
from tests.builders import activity, day, expense, fee

RATE = Decimal("0.2")


def test_vat_is_totalled_by_invoice_and_rate() -> None:
    lines = [fee("2020-03-31", "33.33", "N", invoice="F-1", vat_rate=RATE) for _ in range(3)]
    made = pack_of(2020, *lines)
    assert amounts(made, "4457") == -20
    assert [line.vat for line in made.sales] == [Decimal(x) for x in ("6.67", "6.67", "6.66")]


def test_half_a_cent_is_rounded_up() -> None:
    """5.5 % of 11.00 + 9.00 is 1.10; of 10.00 + 9.00, 1.045, which makes 1.05."""
    lines = [
        fee("2020-03-31", amount, "N", invoice="F-1", vat_rate=Decimal("0.055"))
        for amount in ("10", "9")
    ]
    assert amounts(pack_of(2020, *lines), "4457") == Decimal("-1.05")
    back = [replace(line, amount=-line.amount) for line in lines]
    assert amounts(pack_of(2020, *back), "4457") == Decimal("1.05")


def test_two_rates_of_an_invoice_are_totalled_apart_and_two_invoices_too() -> None:
    lines = [
        fee("2020-03-31", "33.33", "N", invoice="F-1", vat_rate=RATE),
        fee("2020-03-31", "33.33", "N", invoice="F-1", vat_rate=Decimal("0.1")),
        fee("2020-03-31", "33.33", "N", invoice="F-2", vat_rate=RATE),
    ]
    assert amounts(pack_of(2020, *lines), "4457") == -(
        Decimal("6.67") + Decimal("3.33") + Decimal("6.67")
    )


def test_the_vat_that_the_books_give_wins() -> None:
    lines = [
        fee("2020-03-31", "33.33", "N", invoice="F-1", vat_rate=RATE, vat=Decimal("6.67"))
        for _ in range(3)
    ]
    assert amounts(pack_of(2020, *lines), "4457") == Decimal("-20.01")


ASTRIDE = (
    day("2020-12-28", "1", "500", "N", invoice="F-1", vat_rate=RATE),
    day("2021-01-04", "1", "100", "N", invoice="F-1", vat_rate=RATE),
)


def test_an_invoice_of_two_years_is_written_once_and_cut_off() -> None:
    assert booked(pack_of(2020, *ASTRIDE)) == [
        "1 OD 31/12 CLOT-2020: 418100 +600.00, 706000 -500.00, 445870 -100.00"
    ]
    assert pack_of(2020, *ASTRIDE).entries[0].label == "Facture à établir F-1 – N"
    assert pack_of(2021, *ASTRIDE).entries[0].label == "Facture à établir F-1 – N (extourne)"
    assert booked(pack_of(2021, *ASTRIDE)) == [
        "1 OD 01/01 EXT-2020: 418100 -600.00, 706000 +500.00, 445870 +100.00",
        "2 VE 04/01 F-1: 411000/CN +720.00, 706000 -600.00, 445710 -120.00",
    ]


def test_days_of_december_invoiced_in_january_are_to_invoice_at_the_closing() -> None:
    line = day("2020-12-28", "1", "500", "N", invoice="F-1", vat_rate=RATE,
               invoiced=date(2021, 1, 15), paid=date(2021, 2, 1))  # fmt: skip
    made = pack_of(2020, line)
    assert [amounts(made, a) for a in ("706", "4181", "44587", "411", "4457")] == [
        -500, 600, -100, 0, 0,
    ]  # fmt: skip
    assert made.vat == ()
    assert any("autre exercice" in said for said in to_review(made))
    later = pack_of(2021, line, fee("2021-05-05", "1", "M", invoice="F-2", vat=Decimal(0)))
    assert amounts(later, "706") == -1
    assert [(row.month.month, row.invoiced, row.due) for row in later.vat if row.rate] == [
        (1, 100, 0),
        (2, 0, 100),
    ]


def test_an_invoice_ahead_of_its_days_is_income_of_the_next_year() -> None:
    line = day("2021-01-28", "1", "500", "N", invoice="F-1", vat_rate=RATE,
               invoiced=date(2020, 12, 15))  # fmt: skip
    made = pack_of(2020, line, fee("2020-05-05", "1", "M", invoice="F-2", vat=Decimal(0)))
    assert [amounts(made, a) for a in ("706", "487", "411", "4457")] == [-1, -500, 601, -100]
    next_year = pack_of(2021, line)
    assert amounts(next_year, "706") == -500
    assert made.entries[-1].label == "Produit constaté d’avance F-1 – N"
    assert next_year.entries[0].label == "Produit constaté d’avance F-1 – N (extourne)"


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [("2020-12-28", "2021-01-04", True), ("2020-01-28", "2021-01-28", False)],
)
def test_a_number_used_again_a_year_later_is_another_invoice(
    first: str, second: str, *, one: bool
) -> None:
    lines = [fee(when, "100", "N", invoice="1", vat_rate=RATE) for when in (first, second)]
    assert (amounts(pack_of(2020, *lines), "411") == 0) == one


def test_fees_and_days_of_one_number_are_parted_by_their_dates() -> None:
    lines = (
        fee("2020-01-28", "100", "N", invoice="1", vat_rate=RATE),
        day("2021-01-28", "1", "100", "N", invoice="1", vat_rate=RATE),
    )
    assert amounts(pack_of(2020, *lines), "411") == 120


@pytest.mark.parametrize(("until", "count"), [("2021-02-28", 1), ("2021-03-01", 2)])
def test_lines_of_two_years_under_one_number_are_one_invoice_within_62_days(
    until: str, count: int
) -> None:
    lines = [fee(when, "9", "N", invoice="F-1", vat_rate=RATE) for when in ("2020-12-28", until)]
    assert len({one.number for one in invoiced(activity(*lines), Settings())}) == count


def test_two_clients_of_one_number_in_one_year_do_not_begin_the_numbers_again() -> None:
    others = [fee("2020-03-04", "100", it, invoice="F-9", vat_rate=RATE) for it in ("L", "M")]
    first, second, *_ = invoiced(activity(*ASTRIDE, *others), Settings())
    assert first.number == second.number


def test_numbers_that_begin_again_each_year_are_never_one_invoice() -> None:
    lines = (
        fee("2020-12-28", "100", "N", invoice="1", vat_rate=RATE),
        fee("2021-01-04", "100", "N", invoice="1", vat_rate=RATE),
        fee("2020-11-28", "100", "M", invoice="2", vat_rate=RATE),
        fee("2021-01-04", "100", "N", invoice="2", vat_rate=RATE),
    )
    assert amounts(pack_of(2020, *lines), "411") == 240


def test_a_payment_before_the_year_of_its_invoice_is_a_deposit_whose_vat_is_due() -> None:
    line = fee("2021-01-15", "1000", "N", invoice="F-1", vat_rate=RATE, paid=date(2020, 12, 20))
    other = fee("2020-05-05", "1", "M", invoice="F-2", vat=Decimal(0), paid=date(2020, 5, 5))
    made = pack_of(2020, line, other)
    assert "512000 +1200.00, 419100 -1000.00, 445710 -200.00" in booked(made)[-1]
    assert sum(row.due or 0 for row in made.vat) == 200
    assert made.unpaid == ()
    assert booked(pack_of(2021, line, other)) == [
        "1 VE 15/01 F-1: 411000/CN +1200.00 AAA, 706000 -1000.00, 445710 -200.00",
        "2 OD 15/01 F-1: 419100 +1000.00, 445710 +200.00, 411000/CN -1200.00 AAA",
    ]


def test_the_vat_of_deposits_is_told_from_that_of_sales() -> None:
    ahead = fee("2021-01-15", "1000", "N", invoice="F-1", vat_rate=RATE, paid=date(2020, 12, 20))
    sold = fee("2020-05-05", "100", "M", invoice="F-2", vat_rate=RATE, paid=date(2020, 5, 5))
    totals = pack_of(2020, ahead, sold).totals
    assert (totals.vat_collected, totals.vat_deposits) == (20, 200)


def test_a_purchase_paid_before_the_year_of_its_receipt_is_a_deposit_without_vat() -> None:
    line = expense("2021-01-15", "100", "Loyer", receipt="A", vat=Decimal(20),
                   paid=date(2020, 12, 20))  # fmt: skip
    other = fee("2020-05-05", "1", "M", invoice="F", vat=Decimal(0))
    made = pack_of(2020, line, other)
    assert [amounts(made, a) for a in ("512", "409", "401", "44566")] == [-120, 120, 0, 0]
    later = pack_of(2021, line, other)
    assert [amounts(later, a) for a in ("409", "401", "44566")] == [-120, 0, 20]
    assert [row.due for row in later.vat] == [20]


def test_a_payment_older_than_the_books_is_not_believed() -> None:
    """200 euros of VAT would be missing, and 1 200 euros that are owed."""
    line = fee("2020-07-10", "1000", "N", invoice="F-1", vat_rate=RATE, paid=date(2002, 8, 15))
    other = fee("2020-05-05", "1", "M", invoice="F-2", vat=Decimal(0), paid=date(2020, 5, 5))
    made = pack_of(2020, line, other)
    assert [unpaid.due for unpaid in made.unpaid or ()] == [1200]
    assert amounts(made, "411") == 1200
    assert any("d’avant les livres" in said for said in to_review(made))


def test_a_credit_note_is_lettered_with_the_invoice_that_it_undoes() -> None:
    lines = (
        fee("2020-03-01", "100", "N", invoice="F-1", vat_rate=RATE),
        fee("2020-03-05", "100", "M", invoice="F-2", vat_rate=RATE),
        fee("2020-04-01", "-100", "N", invoice="AV-1", vat_rate=RATE),
    )
    letters = [entry.postings[0].letter for entry in pack_of(2020, *lines).entries]
    assert letters == ["AAA", "", "AAA"]


def test_a_credit_note_settles_what_a_payment_left() -> None:
    lines = (
        fee("2020-03-01", "80", "N", invoice="F-1", vat_rate=RATE, paid=date(2020, 3, 20)),
        fee("2020-03-01", "20", "N", invoice="F-1", vat_rate=RATE),
        fee("2020-04-01", "-20", "N", invoice="AV-1", vat_rate=RATE),
    )
    made = pack_of(2020, *lines)
    third = [p for entry in made.entries for p in entry.postings if p.account == "411000"]
    assert {p.letter for p in third} == {"AAA"}


def test_the_encours_is_known_where_an_earlier_year_notes_payments() -> None:
    """The year's only invoice is recent: nobody has paid it yet, and it is owed."""
    lines = (
        fee("2019-03-01", "10", "N", invoice="F-1", vat_rate=RATE, paid=date(2019, 4, 1)),
        fee("2020-12-01", "20", "N", invoice="F-2", vat_rate=RATE),
    )
    assert [unpaid.due for unpaid in pack_of(2020, *lines).unpaid or ()] == [24]
    paid_late = (
        fee("2019-11-01", "10", "N", invoice="F-1", vat_rate=RATE, paid=date(2020, 2, 1)),
        fee("2020-03-01", "20", "N", invoice="F-2", vat_rate=RATE),
    )
    assert [unpaid.due for unpaid in pack_of(2020, *paid_late).unpaid or ()] == [24]


def test_the_dom_rate_has_its_box() -> None:
    line = fee("2020-03-01", "100", "N", invoice="F-1", vat_rate=Decimal("0.085"))
    assert [row.box for row in pack_of(2020, line).vat] == ["10"]


@pytest.mark.parametrize(
    ("days", "known"), [(["2020-12-20"], {2019, 2020}), (["2020-01-10", "2020-12-20"], {2019})]
)
def test_a_year_without_payment_is_known_where_its_oldest_sale_is_recent(
    days: list[str], known: set[int]
) -> None:
    paid = fee("2019-03-31", "100", paid=date(2019, 4, 30))
    sales = [paid, *(fee(each, "100") for each in days)]
    assert payment_years(activity(*sales), Settings(), 2020) == known
