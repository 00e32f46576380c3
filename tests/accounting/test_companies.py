"""On random companies, a count by hand agrees on balances, VAT and encours, and controls hold."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from io import BytesIO

from hypothesis import given
from openpyxl import load_workbook

from reporter.accounting.pack import Pack
from reporter.fec.checking import check_fec
from reporter.formats.pack import fec, workbook
from tests.accounting.companies import Company, balance, bought, companies, due, owed, sales
from tests.accounting.packs import amounts, pack_all
from tests.examples import few

PURCHASES: tuple[str, ...] = ("401", "404", "409", "421", "431", "447", "455", "530", "512")
PURCHASES += ("44562", "44566", "4452")
ACCOUNTS = ("4181", "4191", "411", "4457", "44587", "487", "706")


def made_of(company: Company, number: int) -> Pack:
    return pack_all(company.books, number, company.settings)


@few(15)
@given(companies())
def test_the_accounts_of_sales_hold_what_a_count_by_hand_gives(company: Company) -> None:
    for number in (2020, 2021):
        made, counted = made_of(company, number), balance(company, number)
        for account in ACCOUNTS:
            assert amounts(made, account) == counted.get(account, 0), (number, account)
        assert -amounts(made, "706") == made.bilan.figures.revenue
        assert all(sum(p.amount for p in entry.postings) == 0 for entry in made.entries)


@few(15)
@given(companies())
def test_the_accounts_of_purchases_hold_what_a_count_by_hand_gives(company: Company) -> None:
    """Suppliers, staff, State, owner, cash; the VAT deducted, and that owed abroad."""
    for number in (2020, 2021):
        made, counted = made_of(company, number), bought(company, number)
        counted["512"] = counted.get("512", Decimal(0)) + balance(company, number).get("512", 0)
        for account in PURCHASES:
            assert amounts(made, account) == counted.get(account, 0), (number, account)


@few(15)
@given(companies())
def test_the_vat_and_the_encours_are_those_of_a_count_by_hand(company: Company) -> None:
    for number in (2020, 2021):
        made = made_of(company, number)
        if made.unpaid is not None and any(s.paid for s in sales(company)):
            late = sum((unpaid.due for unpaid in made.unpaid), Decimal(0))
            unknown = owed(company, number) - late
            assert unknown == 0 or not _all_known(company, number)
        collected = [row for row in made.vat if row.side == "collected"]
        if not company.exempt and all(row.due is not None for row in collected):
            months: defaultdict[date, Decimal] = defaultdict(Decimal)
            for row in collected:
                months[row.month] += row.due or 0
            assert {month: vat for month, vat in months.items() if vat} == due(company, number)


def _all_known(company: Company, number: int) -> bool:
    """Tell whether every year from the first has a payment noted in it."""
    years = {company.settings.year_of(sale.when).number for sale in sales(company)}
    noted = {
        company.settings.year_of(sale.line.date).number for sale in sales(company) if sale.paid
    }
    return all(year in noted for year in years if year <= number)


@few(6)
@given(companies())
def test_every_control_of_the_workbook_holds(company: Company) -> None:
    made = made_of(company, 2020)
    (data,) = workbook.render(made).values()
    sheet = load_workbook(BytesIO(data), data_only=True)["Contrôles"]
    said = [(row[0].value, row[4].value) for row in sheet.iter_rows(min_row=6) if row[5].value]
    assert [label for label, gap in said if gap] == []
    assert sheet["B3"].value == "Tout concorde"
    assert len(said) >= 12


@few(15)
@given(companies())
def test_the_file_of_a_company_passes_our_checker(company: Company) -> None:
    made = made_of(company, 2021)
    name, data = next(iter(fec.render(made).items()))
    assert not made.entries or check_fec(data, name).remarks == ()
