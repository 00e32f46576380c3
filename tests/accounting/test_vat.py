"""The VAT of lines, of months and of returns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reporter.accounting.vat_check import reverse_vat, vat_mistake
from reporter.errors import BadData
from reporter.law.vat_rates import legal, rate_of
from reporter.model import Expense, Fee
from reporter.tables.ledger import EXEMPT, sales
from reporter.tables.vat import UNKNOWN
from reporter.tables.vat import vat as vat_table
from tests.accounting.packs import pack_of
from tests.builders import expense, fee
from tests.formats.test_workbook import shown

EXEMPTION = '[tva]\nregime = "franchise"\n'


@pytest.mark.parametrize(
    ("day", "rates"),
    [
        (date(2010, 6, 1), ["0.196", "0.055", "0.021"]),
        (date(2013, 6, 1), ["0.196", "0.07", "0.055", "0.021"]),
        (date(2020, 6, 1), ["0.20", "0.10", "0.055", "0.021"]),
    ],
)
def test_the_usual_rates_of_a_day(day: date, rates: list[str]) -> None:
    """CGI art. 278 and 279: 19.6 % until the end of 2013, 20 % since."""
    assert legal(day)[: len(rates)] == tuple(map(Decimal, rates))


def test_the_old_rate_still_stands_on_invoices_of_the_year_after() -> None:
    assert Decimal("0.196") in legal(date(2014, 6, 1))
    assert Decimal("0.196") not in legal(date(2015, 6, 1))


@pytest.mark.parametrize(
    ("amount", "vat", "rate"),
    [
        ("100", "20", "0.2"),
        ("51.99", "10.40", "0.2"),
        ("51.99", "10.41", "0.2"),
        ("100", "5.5", "0.055"),
        ("100", "0", "0"),
        ("0.02", "0", "0"),
        ("-100", "-10", "0.1"),
        ("100", "8.5", "0.085"),
        ("100", "15", None),
        ("100", "-20", None),
    ],
)
def test_the_rate_that_an_amount_of_vat_shows(amount: str, vat: str, rate: str | None) -> None:
    found = rate_of(Decimal(amount), Decimal(vat), date(2020, 6, 1))
    assert found == (None if rate is None else Decimal(rate))


@pytest.mark.parametrize(
    ("account", "fields", "what"),
    [
        ("706000", {"vat_rate": Decimal("0.2"), "vat": Decimal(20)}, None),
        ("706000", {"vat": Decimal(20)}, None),
        ("706000", {"vat_rate": Decimal("0.2"), "vat": Decimal("19.99")}, None),
        ("706000", {"vat_rate": Decimal("0.2"), "vat": Decimal("19.98")}, "TVA impossible"),
        ("706000", {"vat": Decimal(0)}, None),
        ("706000", {}, "TVA manquante"),
        ("706000", {"vat_rate": Decimal("0.15"), "vat": Decimal(15)}, "TVA impossible"),
        ("706000", {"vat_rate": Decimal("0.2"), "vat": Decimal(21)}, "TVA impossible"),
        ("706000", {"vat": Decimal(15)}, "TVA impossible"),
        ("706000", {"vat": Decimal(-20)}, "TVA impossible"),
        ("613200", {}, "TVA manquante"),
        ("627000", {}, None),
        ("616000", {}, None),
        ("625700", {"vat": Decimal(15)}, None),
        ("625700", {"vat_rate": Decimal("0.15"), "vat": Decimal(15)}, "TVA impossible"),
        ("625700", {"vat": Decimal(21)}, "TVA impossible"),
        ("625700", {"vat": Decimal(-1)}, "TVA impossible"),
        ("641100", {}, None),
        ("641100", {"vat": Decimal(20)}, "TVA impossible"),
        ("635110", {"vat_rate": Decimal("0.2"), "vat": Decimal(20)}, "TVA impossible"),
    ],
)
def test_a_line_whose_vat_is_impossible(
    account: str, fields: dict[str, Any], what: str | None
) -> None:
    """On 100 euros; receipts may mix rates, invoices of ours may not."""
    mistake = vat_mistake(fee("2020-03-31", "100", **fields), account, exempt=False)
    assert (mistake.what if mistake else None) == what


def test_the_vat_of_a_sale_abroad_may_be_none_and_is_checked() -> None:
    none, wrong = (fee("2020-03-31", "100", vat=Decimal(vat)) for vat in (0, 15))
    assert vat_mistake(none, "706000", exempt=False, abroad=True) is None
    mistake = vat_mistake(wrong, "706000", exempt=False, abroad=True)
    assert mistake
    assert mistake.what == "TVA impossible"


@pytest.mark.parametrize(
    ("account", "owed"),
    [
        *((account, 0) for account in ("616", "627", "654", "658", "661", "671", "695", "6251")),
        *((account, 0) for account in ("6256", "6257", "6063", "218", "635", "641")),
        *((account, 20) for account in ("611", "613", "622", "623", "626", "628", "651", "6252")),
    ],
)
def test_what_is_bought_abroad_owes_vat_but_where_none_is_due(account: str, owed: int) -> None:
    line = expense("2020-03-31", "100", "Achat", country="Irlande")
    assert reverse_vat(line, account.ljust(6, "0")) == owed


def test_a_mistake_names_the_rates_of_its_day() -> None:
    mistake = vat_mistake(fee("2020-03-31", "100", vat=Decimal(15)), "706000", exempt=False)
    assert mistake
    assert mistake.shown == "100,00\u00a0€ HT, 15,00\u00a0€ de TVA"
    assert "20\u00a0%, 10\u00a0%, 5,5\u00a0% et 2,1\u00a0%" in mistake.fix


def test_in_franchise_there_is_no_vat_and_invoices_say_why() -> None:
    made = pack_of(
        2020,
        fee("2020-03-31", "100", "N", invoice="F-1"),
        expense("2020-03-31", "60", "Loyer"),
        settings=EXEMPTION,
    )
    assert {posting.account for entry in made.entries for posting in entry.postings} == {
        "411000", "706000", "401000", "613200",
    }  # fmt: skip
    assert sales(made).note == vat_table(made).note == EXEMPT
    assert made.vat == ()
    with pytest.raises(BadData) as caught:
        pack_of(
            2020,
            fee("2020-03-31", "100", "N", invoice="F-1", vat=Decimal(20)),
            expense("2020-03-31", "60", "Loyer", vat=Decimal(12)),
            settings=EXEMPTION,
        )
    first, second = caught.value.errors
    assert first.what == "TVA alors que l’entreprise est en franchise"
    assert "prix payé" in second.fix


LINES = (
    fee("2019-12-30", "50", "N", invoice="F-9", vat=Decimal(10), paid=date(2020, 1, 8)),
    fee("2020-01-31", "100", "N", invoice="F-1", vat=Decimal(20), paid=date(2020, 3, 2)),
    fee("2020-03-31", "200", "N", invoice="F-2", vat=Decimal(0)),
    expense("2020-01-10", "40", "Loyer", vat=Decimal(8), paid=date(2020, 2, 1)),
    expense("2020-01-10", "30", "Assurance", vat=Decimal(0), paid=date(2020, 2, 1)),
    expense("2020-02-10", "900", "Ordinateur", vat=Decimal(180), lifetime=Decimal(3)),
)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (
            "encaissements",
            [
                ("01", "collected", "08", "20", "10", "10"),
                ("01", "deductible", "20", "8", "0", "0"),
                ("02", "deductible", "20", "0", "8", "8"),
                ("02", "assets", "19", "180", "0", "180"),
                ("03", "collected", "08", "0", "20", "20"),
                ("03", "collected", "E2", "0", "0", "0"),
            ],
        ),
        (
            "debits",
            [
                ("01", "collected", "08", "20", "10", "20"),
                ("01", "deductible", "20", "8", "0", "0"),
                ("02", "deductible", "20", "0", "8", "8"),
                ("02", "assets", "19", "180", "0", "180"),
                ("03", "collected", "08", "0", "20", "0"),
                ("03", "collected", "E2", "0", "0", "0"),
            ],
        ),
    ],
)
def test_vat_by_month_on_invoices_and_on_payments(
    due: str, expected: list[tuple[str, ...]]
) -> None:
    """Month, side, line of the CA3, invoiced, paid, due; charges without VAT feed nothing."""
    made = pack_of(2020, *LINES, settings=f'[tva]\nexigibilite = "{due}"\n')
    rows = [
        (f"{row.month:%m}", row.side, row.box, f"{row.invoiced}", f"{row.paid}", f"{row.due}")
        for row in made.vat
    ]
    assert rows == expected


def test_vat_due_on_invoices_is_never_due_after_a_payment() -> None:
    """CGI art. 269-2 c: what is paid ahead is due at once."""
    sale = fee("2020-03-31", "100", "N", invoice="F-1", vat=Decimal(20), paid=date(2020, 2, 3))
    made = pack_of(2020, sale, settings='[tva]\nexigibilite = "debits"\n')
    assert [(row.month.month, row.due) for row in made.vat if row.due] == [(2, 20)]


def test_what_is_scrapped_has_no_row_of_vat() -> None:
    lines = (
        expense("2019-02-10", "900", "Ordinateur", vat=Decimal(180), lifetime=Decimal(3),
                disposed=date(2020, 6, 30)),
        fee("2020-03-31", "100", "N", invoice="F-1", vat=Decimal(20)),
    )  # fmt: skip
    assert [row.side for row in pack_of(2020, *lines).vat] == ["collected"]


def test_without_any_payment_date_purchases_count_by_their_invoice() -> None:
    (row,) = pack_of(2020, expense("2020-01-10", "40", "Loyer", vat=Decimal(8))).vat
    assert (row.invoiced, row.paid, row.due) == (8, None, 8)


@pytest.mark.parametrize(
    "paid",
    [
        fee("2020-01-31", "100", "N", invoice="F-1", vat=Decimal(20), paid=date(2020, 3, 2)),
        expense("2020-01-10", "900", account="641100", paid=date(2020, 2, 1)),
    ],
)
def test_payments_of_sales_or_of_pay_say_nothing_of_those_of_purchases(paid: Fee | Expense) -> None:
    made = pack_of(2020, expense("2020-01-10", "40", "Loyer", vat=Decimal(8)), paid)
    assert [row.due for row in made.vat if row.side == "deductible"] == [8]


def test_without_any_payment_date_what_is_due_on_payment_is_not_known() -> None:
    """Zero would be a false figure: the sales may all be paid."""
    sale = fee("2020-01-31", "100", "N", invoice="F-1", vat=Decimal(20))
    made = pack_of(2020, sale)
    (row,) = made.vat
    assert (row.invoiced, row.paid, row.due_base, row.due) == (20, None, None, None)
    assert vat_table(made).note == UNKNOWN
    (row,) = pack_of(2020, sale, settings='[tva]\nexigibilite = "debits"\n').vat
    assert (row.invoiced, row.paid, row.due) == (20, None, 20)


@pytest.mark.parametrize(
    ("vat", "paid", "settings", "note", "due"),
    [
        (None, None, EXEMPTION, EXEMPT, None),
        (Decimal(20), None, "", UNKNOWN, None),
        (Decimal(20), date(2020, 4, 1), "", "Indicatif", 20),
    ],
)
def test_the_sheet_of_returns_says_no_sum_where_there_is_none_or_nobody_knows(
    vat: Decimal | None, paid: date | None, settings: str, note: str, due: int | None
) -> None:
    line = fee("2020-03-31", "100", "N", invoice="F-1", vat=vat, paid=paid)
    rows = shown(pack_of(2020, line, settings=settings))["CA3"]
    assert str(rows[1][0]).startswith(note)
    assert [row[-1] for row in rows[2:] if row[0] == "Total"] == ([due] if due else [])
