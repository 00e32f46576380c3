"""What is sold or scrapped: its plan stops, what is left goes out, its price comes in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from reporter.accounting.pack import Pack
from reporter.errors import BadData
from reporter.fec.checking import check_fec
from reporter.formats.pack import csv, fec, workbook
from reporter.formats.pack.kinds import kind
from reporter.metrics import measure
from reporter.toml.reading import parse
from tests.accounting.companies import Company, companies, gone
from tests.accounting.packs import COMPANY, amounts, pack_all, pack_of
from tests.builders import activity, day, expense, fee
from tests.examples import few

SALE = fee("2021-03-31", "12000", invoice="F-1", vat_rate=Decimal("0.2"), paid=date(2021, 4, 30))
EARLIER = fee("2020-03-31", "12000", invoice="F-0", vat_rate=Decimal("0.2"))


def laptop(gone: str = "2021-06-30", price: str | None = "900", **fields: Any) -> Any:
    """Return a laptop of 1 500 euros bought on 1 March 2020, depreciated over three years."""
    told = {"account": "218300", "vat_rate": Decimal("0.2"), "label": "Portable", **fields}
    return expense(
        told.pop("bought", "2020-03-01"),
        told.pop("cost", "1500"),
        lifetime=Decimal(3),
        disposed=date.fromisoformat(gone),
        disposal_price=None if price is None else Decimal(price),
        **told,
    )


def moved(made: Pack) -> dict[str, str]:
    """Return debits less credits of the accounts that a disposal moves."""
    accounts = ("2183", "28183", "462", "657", "675", "681", "757", "775")
    found = {account: amounts(made, account) for account in accounts}
    return {account: f"{euros:.2f}" for account, euros in found.items() if euros}


def test_a_sale_takes_out_what_is_left_and_brings_in_the_price() -> None:
    """500 a year from 1 March 2020: 416.67 in 2020, 250 until 30 June 2021, 833.33 are left."""
    made = pack_of(2021, EARLIER, laptop(), SALE)
    assert moved(made) == {
        "2183": "-1500.00",
        "28183": "416.67",
        "681": "250.00",
        "675": "833.33",
        "775": "-900.00",
        "462": "1080.00",
    }
    assert -amounts(made, "4457") == Decimal(2400 + 180)
    assert made.bilan.figures.disposals == Decimal("66.67")
    assert made.bilan.figures.result_before_tax == Decimal("11816.67")


@pytest.mark.parametrize(
    ("gone", "annuity", "left"),
    [
        ("2021-01-01", "1.39", "1081.94"),
        ("2021-02-28", "83.33", "1000.00"),
        ("2021-12-31", "500.00", "583.33"),
        ("2021-05-15", "187.50", "895.83"),
    ],
)
def test_the_plan_stops_on_the_day_of_the_sale_which_counts(
    gone: str, annuity: str, left: str
) -> None:
    made = pack_of(2021, EARLIER, laptop(gone), SALE)
    assert (str(amounts(made, "681")), str(amounts(made, "675"))) == (annuity, left)
    days = {entry.date for entry in made.entries if entry.reference == "AMORT-2021"}
    assert days == {date.fromisoformat(gone)}


def test_a_thing_sold_on_the_day_it_was_bought_is_depreciated_for_that_day() -> None:
    made = pack_of(2021, laptop("2021-03-01", bought="2021-03-01"), SALE)
    assert moved(made)["675"] == "1498.61"
    assert amounts(made, "2183") == 0
    assert made.totals.assets == Decimal(1500)


def test_a_credit_note_leaves_with_what_it_was_on() -> None:
    """1 500 less 300: what is left of 1 200 goes out, and no line stays on the books."""
    note = laptop(price=None, cost="-300", label="Avoir sur le portable")
    made = pack_of(2021, EARLIER, laptop(), note, SALE)
    assert moved(made)["675"] == "666.66"
    assert (amounts(made, "2183"), made.totals.assets) == (-1200, 0)
    assert made.totals.disposals == made.bilan.figures.disposals == Decimal("233.34")


def test_years_opened_from_2025_use_657_and_757() -> None:
    late = day("2025-02-03", "1", "600", invoice="F-9", vat_rate=Decimal("0.2"))
    made = pack_of(2025, laptop("2025-02-03", bought="2024-03-01"), late)
    assert {"657", "757"} < moved(made).keys()
    assert not {"675", "775"} & moved(made).keys()
    early = day("2025-02-03", "1", "600", invoice="F-9", vat_rate=Decimal("0.2"))
    opened = '[exercice]\ncloture = "30/06"\n'
    made = pack_of(2025, laptop("2025-02-03", bought="2024-03-01"), early, settings=opened)
    assert {"675", "775"} < moved(made).keys()


def test_what_is_scrapped_has_no_price_and_no_vat() -> None:
    for price in (None, "0"):
        made = pack_of(2021, EARLIER, laptop(price=price), SALE)
        assert moved(made)["675"] == "833.33"
        assert not {"462", "775"} & moved(made).keys()
        assert made.bilan.figures.disposals == Decimal("-833.33")


def test_what_is_fully_depreciated_has_no_value_left() -> None:
    made = pack_of(2021, EARLIER, laptop("2021-06-30", "100", bought="2016-03-01"), SALE)
    assert moved(made) == {
        "2183": "-1500.00",
        "28183": "1500.00",
        "775": "-100.00",
        "462": "120.00",
    }
    assert made.bilan.figures.disposals == Decimal(100)


def test_what_is_sold_later_weighs_on_no_year_before_and_none_after() -> None:
    lines = (EARLIER, laptop("2021-06-30"), SALE)
    before = pack_of(2020, *lines)
    assert moved(before) == {"2183": "1500.00", "28183": "-416.67", "681": "416.67"}
    assert before.disposals == ()
    after = pack_of(2022, *lines, fee("2022-03-31", "10", invoice="F-2", vat_rate=Decimal("0.2")))
    assert (moved(after), after.assets, after.bilan.figures.depreciation) == ({}, (), 0)
    held = pack_of(
        2022,
        *lines,
        fee("2022-03-31", "10", invoice="F-2", vat_rate=Decimal("0.2")),
        with_opening=True,
    )
    assert moved(held) == {"462": "1080.00"}


def test_a_sale_after_the_last_year_of_the_books_changes_nothing_yet() -> None:
    sold = laptop("2024-06-30")
    assert pack_of(2021, EARLIER, sold, SALE).disposals == ()
    never = measure(activity(EARLIER, SALE), parse(COMPANY), 2021).figures
    with_sold = measure(activity(EARLIER, sold, SALE), parse(COMPANY), 2021).figures
    assert never.result_before_tax - with_sold.result_before_tax == Decimal("500.00")


@pytest.mark.parametrize(
    ("fields", "vat"),
    [
        ({}, "180.00"),
        ({"vat_rate": Decimal(0)}, "0"),
        ({"account": "218200", "category": "Voiture"}, "0.00"),
        ({"account": "218200", "category": "Voiture", "disposal_vat": Decimal(180)}, "180"),
        ({"disposal_vat": Decimal(0)}, "0"),
        ({"account": "205000", "vat_rate": Decimal(0)}, "180.00"),
        ({"vat_rate": None, "vat": Decimal(0), "country": "DE"}, "180.00"),
    ],
)
def test_the_vat_of_a_sale_follows_that_of_the_purchase(fields: dict[str, Any], vat: str) -> None:
    made = pack_of(2021, EARLIER, laptop(**fields), SALE)
    assert -amounts(made, "4457") - 2400 == Decimal(vat)
    (one,) = made.disposals
    assert one.vat == Decimal(vat)
    (row,) = (row for row in made.vat if row.side == "disposals")
    assert (row.month, row.due, row.due_base) == (date(2021, 6, 1), Decimal(vat), Decimal(900))
    assert row.box == ("08" if one.vat else "E2")


def test_a_car_goes_out_with_the_vat_that_it_cost() -> None:
    """1 800 with its VAT: 500 then 300 of annuities, so that 1 000 are left for 900."""
    car = laptop(account="218200", category="Voiture")
    made = pack_of(2021, EARLIER, car, SALE)
    assert amounts(made, "2182") == Decimal(-1800)
    assert amounts(made, "675") == Decimal("1000.00")
    assert made.bilan.figures.disposals == Decimal("66.67")
    assert made.lost == Decimal("50.00") + Decimal("166.67")


def test_a_company_without_vat_sells_without_it() -> None:
    exempt = '[tva]\nregime = "franchise"\n'
    sale = fee("2021-03-31", "12000", invoice="F-1")
    made = pack_of(2021, laptop(vat_rate=None, bought="2021-01-01"), sale, settings=exempt)
    assert (amounts(made, "4457"), amounts(made, "462"), made.vat) == (0, 900, ())
    with pytest.raises(BadData, match="TVA de cession alors que la société est en franchise"):
        pack_of(
            2021,
            laptop(vat_rate=None, bought="2021-01-01", disposal_vat=Decimal(180)),
            sale,
            settings=exempt,
        )


def test_a_vat_of_no_legal_rate_is_refused() -> None:
    with pytest.raises(BadData, match="TVA de cession impossible"):
        pack_of(2021, EARLIER, laptop(disposal_vat=Decimal(17)), SALE)


def test_nothing_is_sold_in_micro() -> None:
    micro = '[societe]\nstatut = "micro"\n'
    sale = fee("2021-03-31", "12000", paid=date(2021, 3, 31))
    figures = measure(activity(laptop(bought="2021-01-04"), sale), parse(micro), 2021).figures
    assert (figures.disposals, figures.result) == (0, Decimal(10500))


@pytest.mark.parametrize("basis", ["30/360", "365"])
@given(data=st.data())
@few(20)
def test_prices_and_annuities_make_what_a_thing_cost(basis: str, data: st.DataObject) -> None:
    """Whatever the day: the annuities, and what is left on it, add up to the cost."""
    bought = data.draw(st.dates(date(2017, 1, 1), date(2021, 12, 31)))
    sold = data.draw(st.dates(bought, date(2022, 12, 31)))
    price = data.draw(st.decimals("0", "4000", places=2))
    lines = [day(f"{year}-12-31", "1", "700") for year in range(2017, 2023)]
    thing = laptop(sold.isoformat(), str(price), bought=bought.isoformat())
    chosen = parse(f'[calcul]\namortissement = "{basis}"\n')
    years = [measure(activity(thing, *lines), chosen, n).figures for n in range(2017, 2023)]
    weight = sum((year.depreciation - year.disposals for year in years), Decimal(0))
    assert weight == Decimal(1500) - price
    assert [year.year.number for year in years if year.disposals] in ([], [sold.year])


@few(20)
@given(companies())
def test_a_count_by_hand_agrees_on_what_is_sold(company: Company) -> None:
    for number in (2020, 2021):
        made, counted = pack_all(company.books, number, company.settings), gone(company, number)
        accounts = ("2183", "281", "462", "675", "681", "775")
        assert {a: Fraction(amounts(made, a)) for a in accounts} == {
            account: counted.get(account, Fraction(0)) for account in accounts
        }
        result = -amounts(made, "6", "7")
        assert result == made.bilan.figures.result_before_tax


def test_the_workbook_shows_what_was_sold_and_holds() -> None:
    made = pack_of(2021, EARLIER, laptop(), laptop("2021-05-15", None, label="Écran"), SALE)
    (data,) = workbook.render(made).values()
    book = load_workbook(BytesIO(data), data_only=True)
    assert book["Contrôles"]["B3"].value == "Tout concorde"
    checks = {row[0]: row[1:] for row in book["Contrôles"].iter_rows(min_row=6, values_only=True)}
    assert checks["Résultat des cessions (775 − 675)"] == (-829.16, -829.16, -829.16, 0, "OK")
    assert checks["TVA collectée sur cessions (4457)"] == (180, None, 180, 0, "OK")
    rows = list(book["Cessions"].iter_rows(min_row=5, values_only=True))
    sold = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert [row["Plus ou moins-value"] for row in sold] == [-895.83, 66.67]
    boxes = [cell.value for cell in book["CA3"][5]]
    june = [cell.value for cell in book["CA3"][11]]
    assert june[boxes.index("A2 (02 avant 2022) Cessions d’immobilisations HT")] == 900
    assert june[boxes.index("28 TVA nette due (25 si crédit)")] == 180
    summary = {row[0].value: row[1].value for row in book["Synthèse"].iter_rows(min_row=6)}
    assert summary["Résultat des cessions"] == -829.16
    assert summary["Résultat avant impôts"] == float(made.bilan.figures.result_before_tax)
    name, file = next(iter(fec.render(made).items()))
    assert check_fec(file, name).remarks == ()


def test_the_csv_files_have_one_for_what_was_sold() -> None:
    sold = csv.render(pack_of(2021, EARLIER, laptop(), SALE))
    lines = sold["comptable-2021-cessions.csv"].decode("utf-8-sig").splitlines()
    assert [line.count(";") for line in lines] == [12, 12]
    assert ";900,00;20" in lines[1]
    assert "comptable-2020-cessions.csv" not in csv.render(pack_of(2020, EARLIER, laptop()))


def test_what_the_buyer_pays_settles_the_claim() -> None:
    """A line of the expenses, below zero, on the account 462: a movement of the bank."""
    lines = activity(EARLIER, laptop(), SALE)
    paid = expense("2021-07-05", "-1080", "", account="462000", paid=date(2021, 7, 5))
    settled = replace(lines, movements=(paid,))
    for books, left in ((lines, "1080.00"), (settled, "0.00")):
        made = pack_all(books, 2021, parse(COMPANY))
        assert f"{amounts(made, '462'):.2f}" == left
        (data,) = workbook.render(made).values()
        sheet = load_workbook(BytesIO(data))["Contrôles"]
        said = [str(row[0].value) for row in sheet.iter_rows()]
        claimed = any(text.startswith("Prix de cession à encaisser") for text in said)
        assert claimed == (left != "0.00")
    assert kind("462000") == "asset"


def test_a_year_without_a_sale_has_no_sheet_for_it() -> None:
    (data,) = workbook.render(pack_of(2020, EARLIER, laptop())).values()
    book = load_workbook(BytesIO(data))
    assert "Cessions" not in book.sheetnames
    assert not any("A2" in str(cell.value) for cell in book["CA3"][5])


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"label": "Dell", "supplier": "Quai"}, "Dell"),
        ({"supplier": "Quai"}, "Quai"),
        ({}, "Ordinateur"),
    ],
)
def test_what_lasts_is_called_as_the_books_call_it(fields: dict[str, str], name: str) -> None:
    line = expense("2020-02-10", "900", "Ordinateur", vat=Decimal(0), lifetime=Decimal(3), **fields)
    assert [asset.name for asset in pack_of(2020, line).assets] == [name]


@pytest.mark.parametrize(
    ("price", "labels"),
    [
        ("900", ["Cession – Portable, sortie", "Cession – Portable, prix"]),
        (None, ["Mise au rebut – Portable, sortie"]),
        ("0", ["Mise au rebut – Portable, sortie"]),
    ],
)
def test_an_entry_says_whether_a_thing_was_sold_or_scrapped(
    price: str | None, labels: list[str]
) -> None:
    made = pack_of(2021, EARLIER, laptop(price=price), SALE)
    assert [x.label for x in made.entries if x.reference.startswith("CESSION")] == labels
