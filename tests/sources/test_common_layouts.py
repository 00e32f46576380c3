"""The layouts that are met most: each read to the cent, or refused by its name."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from reporter.books import load
from reporter.errors import BadCell, BadData
from reporter.model import Activity

SEVEN = "[lecture]\nheures_par_jour = 7\n"
JULY = '[exercice]\ncloture = "30/06"\n'


class Sums(NamedTuple):
    """What books amount to."""

    revenue: Decimal
    days: Decimal
    spent: Decimal


def books(root: Path, files: dict[str, str], settings: str = "") -> Activity:
    """Return what CSV files hold, their cells parted by semicolons."""
    (root / "data").mkdir(parents=True, exist_ok=True)
    (root / "bilan.toml").write_text(settings, encoding="utf-8")
    for name, text in files.items():
        (root / "data" / f"{name}.csv").write_text(text, encoding="utf-8")
    return load(root).activity


def sums(root: Path, files: dict[str, str], settings: str = "") -> Sums:
    found = books(root, files, settings)
    sold = [*found.days, *found.fees]
    return Sums(
        sum((line.amount for line in sold), Decimal(0)),
        sum((line.days for line in found.days), Decimal(0)),
        sum((line.amount for line in found.expenses), Decimal(0)),
    )


def refusals(root: Path, files: dict[str, str], settings: str = "") -> list[BadCell]:
    with pytest.raises(BadData) as caught:
        books(root, files, settings)
    return list(caught.value.errors)


# English headers


@pytest.mark.parametrize(
    ("name", "header", "row", "expected"),
    [
        ("Timesheet", "Date;Customer;Days;Daily rate", "31/03/2020;A;2;700", (1400, 2)),
        ("Days 2020", "Day;Client name;Man-days;Day Rate", "31/03/2020;A;2;700", (1400, 2)),
        ("Timesheet", "Day;Customer;Hours;Hourly rate", "31/03/2020;A;14;100", (1400, 2)),
        ("Jours", "Date;Customer;Hours worked;Hourly Rate", "31/03/2020;A;14;100", (1400, 2)),
        ("Jours", "Start date;Customer;Duration (decimal);TJM", "31/03/2020;A;14;700", (1400, 2)),
        ("Invoices", "Invoice Date;Customer;Amount excl. tax", "31/03/2020;A;1400", (1400, 0)),
        ("Invoices", "Issue date;Customer name;Subtotal", "31/03/2020;A;1400", (1400, 0)),
        (
            "Invoices",
            "Invoice Date;Invoice Number;Customer;Total excl VAT;VAT;Total incl VAT",
            "31/03/2020;F1;A;1400;280;1680",
            (1400, 0),
        ),
        (
            "Sales",
            "Invoice Date;Customer;Qty;Unit price;Amount before tax",
            "31/03/2020;A;2;700;1400",
            (1400, 0),
        ),
        ("Timesheet", "Year;Month;Customer;Days;Daily rate", "2020;3;A;2;700", (1400, 2)),
    ],
)
def test_english_headers_are_read(
    name: str, header: str, row: str, expected: tuple[int, int], tmp_path: Path
) -> None:
    assert sums(tmp_path, {name: f"{header}\n{row}\n"}, SEVEN)[:2] == expected


@pytest.mark.parametrize(
    "header", ["Date;Supplier;Amount excl tax", "Expense date;Vendor;Subtotal", "Date;Merchant;HT"]
)
def test_english_expenses_are_read(header: str, tmp_path: Path) -> None:
    row = "31/03/2020;Forge;120,50"
    assert sums(tmp_path, {"Expenses": f"{header}\n{row}\n"}).spent == Decimal("120.5")


@pytest.mark.parametrize("title", ["Amount", "Total", "Line Total", "Price", "Net amount"])
def test_an_english_amount_that_does_not_say_its_tax_is_asked_for(
    title: str, tmp_path: Path
) -> None:
    (bad,) = refusals(tmp_path, {"Invoices": f"Invoice Date;Customer;{title}\n31/03/2020;A;1400\n"})
    assert "Montant HT" in bad.fix


# months without their year


@pytest.mark.parametrize(
    ("name", "header", "months"),
    [
        ("Jours 2020", "Mois;Client;Jours;TJM", ("Janvier", "Février")),
        ("Jours 2020", "Mois;Client;Jours;TJM", ("janv.", "FÉVR.")),
        ("Jours 2020", "Date;Client;Jours;TJM", ("janvier", "fevrier")),
        ("Jours 2020", "Mois;Client;Jours;TJM", ("1", "2")),
        ("Jours 2020", "Mois;Client;Jours;TJM", ("01", "02")),
        ("CRA 2020", "Période;Client;Jours;TJM", ("Janvier", "2")),
        ("Jours", "Mois;Client;Jours;TJM", ("01/2020", "02/2020")),
        ("Jours", "Mois;Client;Jours;TJM", ("2020-01", "2020-02")),
        ("Jours", "Mois;Client;Jours;TJM", ("1/2020", "2/2020")),
        ("Jours", "Mois;Client;Jours;TJM", ("janvier 2020", "févr. 2020")),
    ],
)
def test_months_take_the_year_of_their_file(
    name: str, header: str, months: tuple[str, str], tmp_path: Path
) -> None:
    rows = "".join(f"{month};A;{n};700\n" for n, month in enumerate(months, 10))
    found = books(tmp_path, {name: f"{header}\n{rows}"})
    assert [line.date.isoformat() for line in found.days] == ["2020-01-01", "2020-02-01"]


@pytest.mark.parametrize("months", [("1", "2"), ("Janvier", "Février"), ("01", "Fév")])
def test_months_take_the_year_of_their_row_before_that_of_the_file(
    months: tuple[str, str], tmp_path: Path
) -> None:
    text = f"Année;Mois;Client;Jours;TJM\n2019;{months[0]};A;1;700\n2020;{months[1]};A;1;700\n"
    found = books(tmp_path, {"Jours 2020": text})
    assert [line.date.isoformat() for line in found.days] == ["2019-01-01", "2020-02-01"]


@pytest.mark.parametrize(
    ("name", "header", "row", "settings"),
    [
        ("Jours", "Mois;Client;Jours;TJM", "Janvier;A;1;700", ""),
        ("Jours", "Mois;Client;Jours;TJM", "1;A;1;700", ""),
        ("Jours", "Date;Client;Jours;TJM", "3;A;1;700", ""),
        ("Jours 2020", "Date;Client;Jours;TJM", "3;A;1;700", ""),
        ("Jours 2020", "Mois;Client;Jours;TJM", "13;A;1;700", ""),
        ("Jours 2020", "Mois;Client;Jours;TJM", "0;A;1;700", ""),
        ("Jours 2020", "Date;Client;Jours;TJM", "mar.;A;1;700", ""),
        ("Jours 2020", "Mois;Client;Jours;TJM", "Janvier-mars;A;1;700", ""),
        ("Jours 2020", "Mois;Client;Jours;TJM", "Juillet;A;1;700", JULY),
        ("Jours", "Exercice;Mois;Client;Jours;TJM", "2020;Octobre;A;1;700", JULY),
    ],
)
def test_a_month_whose_year_is_not_sure_is_asked_for(
    name: str, header: str, row: str, settings: str, tmp_path: Path
) -> None:
    """« Juillet » in « Jours 2020 » is of 2019 where the financial year closes in June."""
    (bad,) = refusals(tmp_path, {name: f"{header}\n{row}\n"}, settings)
    assert bad.what == "date illisible"


# units in the cells


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("1 j", "1"),
        ("½", "0.5"),
        ("½ j", "0.5"),
        ("1½", "1.5"),
        ("0,5 j", "0.5"),
        ("2 jours", "2"),
        ("1 jour", "1"),
        ("0.5 day", "0.5"),
        ("1,25 jrs", "1.25"),
        ("3JH", "3"),
        ("1 ½ jour", "1.5"),
    ],
)
def test_days_with_their_unit_are_read(cell: str, days: str, tmp_path: Path) -> None:
    text = f"Date;Client;Jours;TJM\n31/03/2020;A;{cell};700\n"
    assert sums(tmp_path, {"Jours": text}).days == Decimal(days)


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        ("7 hrs", "7"),
        ("45 min", "0.75"),
        ("1 h 30 min", "1.5"),
        ("1h30min", "1.5"),
        ("7 heures", "7"),
        ("3,5 h", "3.5"),
        ("90 mn", "1.5"),
        ("35:00", "35"),
        ("7 hours", "7"),
        ("151:40", "151.6666666667"),
    ],
)
def test_hours_with_their_unit_are_read(cell: str, hours: str, tmp_path: Path) -> None:
    text = f"Date;Client;Heures;Taux horaire\n31/03/2020;A;{cell};100\n"
    revenue = sums(tmp_path, {"Jours": text}, SEVEN).revenue
    assert abs(revenue - Decimal(hours) * 100) <= Decimal("0.01")


@pytest.mark.parametrize(
    ("header", "cell", "said"),
    [
        ("Jours", "45 min", "ce sont des heures"),
        ("Jours", "4h", "ce sont des heures"),
        ("Jours", "3 hrs", "ce sont des heures"),
        ("Heures", "1 j", "ce sont des jours"),
        ("Heures", "½ jour", "ce sont des jours"),
        ("Heures", "7,30 h", "écrire un nombre seul"),
        ("Jours", "1,5½", "écrire un nombre seul"),
        ("Jours", "j", "écrire un nombre seul"),
        ("Jours", "1j30", "écrire un nombre seul"),
        ("Jours", "deux jours", "écrire un nombre seul"),
    ],
)
def test_another_unit_than_that_of_the_column_is_asked_about(
    header: str, cell: str, said: str, tmp_path: Path
) -> None:
    text = f"Date;Client;{header};TJM\n31/03/2020;A;{cell};700\n"
    (bad,) = refusals(tmp_path, {"Jours": text}, SEVEN)
    assert (bad.place.cell, said in bad.fix) == ("C2", True)
