"""A pay slip in accounts: counted once, paid by its net, its contributions owed apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from reporter.accounting.pack import pack
from reporter.accounting.pay import pay_account
from reporter.bank.pieces import pieces
from reporter.doubts import doubtful
from reporter.errors import BadData
from reporter.fec.checking import check_fec
from reporter.formats.pack import fec, workbook
from reporter.indices import indexed
from reporter.metrics import measure
from reporter.model import Expense
from reporter.net.company import company
from reporter.net.owner import own
from reporter.scenarios.case import reported
from reporter.settings.status import Pocket
from reporter.slips import Slip
from reporter.toml.reading import parse
from tests.accounting.packs import COMPANY, amounts, pack_of
from tests.builders import activity, bilan, day, expense, fee
from tests.examples import few

SALE = fee("2020-03-31", "60000", invoice="F-1", vat_rate=Decimal(0), paid=date(2020, 4, 30))
ACCOUNTS = ("421", "431", "4421", "512", "6251", "641", "645")


def slip(paid: str | None = "2020-01-31", **told: Decimal | int) -> Expense:
    """Return a slip of 4 000 euros gross, 2 970 net, that costs 5 680."""
    parts = {"gross": 4000, "employee": 880, "employer": 1680, "withheld": 150}
    euros = {name: Decimal(value) for name, value in {**parts, **told}.items()}
    of = Slip(**euros)
    line = expense("2020-01-31", str(of.cost), "Rémunérations", slip=of, supplier="Dupont")
    return replace(line, paid=date.fromisoformat(paid) if paid else None)


@pytest.mark.parametrize(
    ("number", "named", "account"),
    [
        (None, None, "641100"),
        (None, "644000", "644000"),
        (None, "625100", "641100"),
        ("641200", "644000", "641200"),
    ],
)
def test_the_account_of_pay_is_that_of_the_books_then_of_its_category(
    number: str | None, named: str | None, account: str
) -> None:
    assert pay_account(slip(), number, named) == account


def moved(*lines: Expense) -> dict[str, Decimal]:
    made = pack_of(2020, *lines, SALE)
    bank = amounts(made, "512") - 60000
    found = {account: amounts(made, account) for account in ACCOUNTS} | {"512": bank}
    return {account: euros for account, euros in found.items() if euros}


def test_a_slip_is_the_gross_pay_and_what_the_company_adds() -> None:
    assert moved(slip()) == {"641": 4000, "645": 1680, "431": -2560, "4421": -150, "512": -2970}
    assert moved(slip(None)) == {
        "641": 4000,
        "645": 1680,
        "431": -2560,
        "4421": -150,
        "421": -2970,
    }


def test_refunds_are_paid_with_it_and_are_no_pay() -> None:
    found = moved(slip(refunded=35))
    assert (found["6251"], found["641"], found["512"]) == (35, 4000, -3005)


def test_it_is_written_in_od_and_lettered_with_its_payment() -> None:
    made = pack_of(2020, slip(), SALE)
    entries = [e for e in made.entries if any(p.account == "421000" for p in e.postings)]
    assert [entry.journal.code for entry in entries] == ["BQ", "OD"]
    assert all(p.letter for entry in entries for p in entry.postings if p.account == "421000")


def test_what_pays_the_contributions_is_no_charge() -> None:
    paid = expense("2020-02-15", "2560", "", account="431000", label="URSSAF")
    lines = replace(activity(slip(), SALE), movements=(paid,))
    made = pack(lines, measure(lines, parse(COMPANY), 2020))
    assert amounts(made, "431") == 0
    assert made.bilan.figures.charges == Decimal(5680)


def test_an_account_that_is_no_pay_is_refused() -> None:
    with pytest.raises(BadData, match="compte qui n’est pas une paie"):
        pack_of(2020, replace(slip(), account="645100"), SALE)
    made = pack_of(2020, replace(slip(), account="644000"), SALE)
    assert amounts(made, "644") == 4000


@few(30)
@given(st.lists(st.tuples(*[st.decimals("0", "4000", places=2)] * 5), min_size=1, max_size=5))
def test_whatever_the_slips_the_pack_adds_up(parts: list[tuple[Decimal, ...]]) -> None:
    names = ("gross", "employee", "employer", "withheld", "refunded")
    lines = [slip("2020-01-31", **dict(zip(names, one, strict=True))) for one in parts]
    lines = [replace(line, receipt=f"P-{n}") for n, line in enumerate(lines)]
    made = pack_of(2020, *lines, SALE)
    cost = sum((one[0] + one[2] + one[4] for one in parts), Decimal(0))
    assert amounts(made, "6") == cost == made.bilan.figures.charges
    assert amounts(made, "431") == -sum((one[1] + one[2] for one in parts), Decimal(0))
    assert amounts(made, "421") == 0
    assert all(sum(p.amount for p in entry.postings) == 0 for entry in made.entries)


def test_the_workbook_and_the_file_hold() -> None:
    made = pack_of(2020, slip(), slip(refunded=35), SALE)
    (data,) = workbook.render(made).values()
    checks = load_workbook(BytesIO(data), data_only=True)["Contrôles"]
    assert checks["B3"].value == "Tout concorde"
    said = [str(row[0].value) for row in checks.iter_rows()]
    assert any(text.startswith("Bulletins de paie\u00a0: 2") for text in said)
    assert not any(text.startswith("Paie\u00a0:") for text in said)
    name, file = next(iter(fec.render(made).items()))
    assert check_fec(file, name).remarks == ()


def test_the_bank_pays_the_net() -> None:
    (piece,) = [one for one in pieces(activity(slip(None)), parse("")) if one.kind == "expense"]
    assert piece.amount == Decimal(-2970)


def test_the_pocket_reads_the_slip_and_asks_nothing() -> None:
    pay = replace(slip(), date=date(2026, 1, 31), paid=None)
    year = bilan(2026, day("2026-12-31", "100", "700"), pay, settings='societe.statut = "sasu"')
    books = year.settings.bookkeeping
    assert own(year.figures, books) == (Decimal(3120), Decimal(2560))
    assert own(year.figures, books, gross=True) == (Decimal(4000), Decimal(1680))
    (line,) = year.figures.lines.expenses
    longer = replace(year.figures.lines, expenses=(replace(line, amount=Decimal(2840)),))
    assert own(replace(year.figures, lines=longer), books) == (Decimal(1560), Decimal(1280))
    left = company(reported(year), "sasu", Pocket())
    assert (left.pay, left.spent, left.by_slips) == (3120, 5680, True)


def test_indices_scale_a_slip_with_its_line() -> None:
    year = indexed(bilan(2020, day("2020-12-31", "100", "700"), slip()))
    (line,) = year.figures.lines.expenses
    assert line.slip is not None
    assert line.slip.cost == line.amount


def test_contributions_counted_again_are_doubted() -> None:
    def codes(*lines: Expense) -> set[str]:
        found = doubtful((), activity(SALE, *lines), parse(""), date(2020, 12, 31))
        return {doubt.code for doubt in found}

    urssaf = expense("2020-02-15", "2560", "URSSAF")
    assert "paie-en-double" in codes(slip(), urssaf)
    assert "paie-en-double" in codes(slip(), replace(urssaf, category="", account="645100"))
    assert "paie-en-double" not in codes(urssaf)
    assert "paie-en-double" not in codes(slip(), replace(urssaf, date=date(2021, 2, 15)))
    assert "paie-en-double" not in codes(slip(), expense("2020-02-15", "30", "Médecine du travail"))
    told = slip().slip
    assert told is not None
    net = replace(expense("2020-02-15", str(told.net), "Divers"), label="Virement Dupont")
    dues = replace(net, label="Prélèvement", amount=told.employee + told.employer)
    for line in (net, dues, replace(urssaf, category="Divers", label="PRLV URSSAF 4T")):
        assert "paie-en-double" in codes(slip(), line)
    assert "paie-en-double" not in codes(slip(), replace(net, account="512000"))
    assert "paie-en-double" not in codes(slip(), replace(net, amount=told.net + 1))
