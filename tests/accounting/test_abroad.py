"""Sales and purchases abroad: their accounts, the VAT that the buyer owes, its lines on the CA3."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from reporter.accounting.pack import Pack
from reporter.books import load
from reporter.errors import BadData
from reporter.formats.pack import workbook
from reporter.law.countries import zone
from reporter.tables.reviews import to_review
from tests.accounting.packs import amounts, pack_of
from tests.accounting.test_entries import booked
from tests.builders import expense, fee
from tests.workbooks import Rows, folder

SALE = fee("2020-05-05", "100", "M", invoice="F-0", vat=Decimal(20), paid=date(2020, 5, 5))
CLOUD = expense("2020-02-03", "100", "Cloud", supplier="Nuage", receipt="R", country="Irlande",
                paid=date(2020, 3, 3))  # fmt: skip


@pytest.mark.parametrize(
    ("country", "day", "found"),
    [
        ("", "2020-01-01", "france"),
        ("FR", "2020-01-01", "france"),
        ("Irlande", "2020-01-01", "union"),
        ("ie", "2020-01-01", "union"),
        ("Royaume-Uni", "2020-12-31", "union"),
        ("Royaume-Uni", "2021-01-01", "outside"),
        ("États-Unis", "2020-01-01", "outside"),
        ("CH", "2020-01-01", "outside"),
        ("Irelande", "2020-01-01", None),
    ],
)
def test_where_a_country_is(country: str, day: str, found: str | None) -> None:
    assert zone(country, date.fromisoformat(day)) == found


def test_a_service_bought_abroad_bears_the_vat_that_its_buyer_owes() -> None:
    made = pack_of(2020, SALE, CLOUD)
    assert booked(made)[0] == (
        "1 AC 03/02 R: 401000/FNUAGE -100.00 AAA, 613500 +100.00, 445200 -20.00, 445660 +20.00"
    )
    rows = [(row.side, row.box, row.due_base, row.due) for row in made.vat if row.month.month == 2]
    assert rows == [("reverse", "A3 et 08", 100, 20), ("taken_back", "20", 100, 20)]
    assert {row.rate for row in made.vat if row.side in ("reverse", "taken_back")} == {
        Decimal("0.20")
    }


def returns(made: Pack) -> tuple[dict[str, Any], str]:
    """Return the totals of the CA3 by the line's name, and what the controls say."""
    (data,) = workbook.render(made).values()
    book = load_workbook(BytesIO(data), data_only=True)
    sheet = book["CA3"]
    names = [str(cell.value).split(" ")[0] for cell in sheet[5]]
    found = {name: cell.value for name, cell in zip(names, sheet[4], strict=True)}
    return found, str(book["Contrôles"]["B3"].value)


def test_it_has_its_lines_on_the_return() -> None:
    found, verdict = returns(pack_of(2020, SALE, CLOUD))
    lines = {name: found[name] for name in ("A1", "A3", "08", "16", "20", "28", "Autres")}
    assert lines == {"A1": 100, "A3": 100, "08": 40, "16": 40, "20": 20, "28": 20, "Autres": 0}
    assert verdict == "Tout concorde"


@pytest.mark.parametrize(
    ("fields", "owed"),
    [
        ({"category": "Assurance"}, 0),
        ({"category": "Hôtel"}, 0),
        ({"category": "Logiciels", "country": "US"}, 20),
        ({"category": "Logiciels", "country": "France", "vat": Decimal(0)}, 0),
        ({"category": "Logiciels", "amount": Decimal(-50)}, -10),
    ],
)
def test_what_owes_a_vat(fields: dict[str, Any], owed: int) -> None:
    made = pack_of(2020, SALE, replace(CLOUD, **fields))
    assert amounts(made, "4452") == -owed
    assert amounts(made, "44566") == owed


def test_an_exempt_company_is_told_that_it_owes_it() -> None:
    sale = replace(SALE, vat=Decimal(0))
    made = pack_of(2020, sale, CLOUD, settings='[tva]\nregime = "franchise"\n')
    assert amounts(made, "445") == 0
    assert any("en franchise" in said for said in to_review(made))


def refused(**fields: Any) -> str:
    with pytest.raises(BadData) as caught:
        pack_of(2020, SALE, replace(CLOUD, **fields))
    (error,) = caught.value.errors
    return error.what


def test_a_foreign_vat_and_an_unknown_country_are_refused() -> None:
    assert refused(vat=Decimal(20)) == "TVA d’un autre pays"
    assert refused(country="Irelande") == "pays inconnu"


@pytest.mark.parametrize(
    ("country", "vat", "account"),
    [("IE", 0, "706100"), ("Suisse", 0, "706200"), ("IE", 20, "706000"), ("", 0, "706000")],
)
def test_sales_abroad_have_their_own_account(country: str, vat: int, account: str) -> None:
    line = fee("2020-03-31", "100", "N", invoice="F-1", country=country, vat=Decimal(vat))
    assert amounts(pack_of(2020, SALE, line), account) <= -100


def test_the_number_of_a_client_in_the_union_is_asked_for() -> None:
    def asked(**fields: Any) -> bool:
        line = fee("2020-03-31", "100", "N", invoice="F-1", **fields)
        return any("numéro de TVA du client" in said for said in to_review(pack_of(2020, line)))

    assert asked(country="IE")
    assert not asked(country="IE", vat_number="IE6388047V")
    assert not asked(country="CH")
    assert not asked(country="IE", vat=Decimal(20))


def test_the_columns_are_read(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Forfaits": [
            ("Date", "Client", "Montant HT", "Facture", "Pays", "N° TVA client", "Date facture"),
            (date(2020, 12, 31), "N", 100, "F-1", "Irlande", "IE6388047V", date(2021, 1, 5)),
        ],
        "Dépenses": [
            ("Date", "Libellé", "Montant HT", "Pays"), (date(2020, 3, 31), "Cloud", 10, "IE"),
        ],
    }  # fmt: skip
    activity = load(folder(tmp_path, sheets)).activity
    (sold,), (bought,) = activity.fees, activity.expenses
    assert (sold.country, sold.vat_number, sold.invoiced) == (
        "Irlande", "IE6388047V", date(2021, 1, 5),
    )  # fmt: skip
    assert (sold.date, bought.country) == (date(2020, 12, 31), "IE")
