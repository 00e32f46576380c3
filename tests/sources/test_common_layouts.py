"""The layouts that are met most: each read to the cent, or refused by its name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from reporter.books import load
from reporter.errors import BadCell, BadData
from reporter.model import Activity
from reporter.sources.reading import read
from tests.workbooks import DAYS, Rows, folder

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


# a sheet, or a file, of one client


DATED = "Date;Jours;TJM\n31/03/2020;2;700\n30/04/2020;1;700\n"


@pytest.mark.parametrize(
    "title",
    [
        "Client : Ponant",
        "Client: Ponant;;",
        "client : Ponant\n\n",
        "Client;Ponant;",
        "Client :;Ponant",
        "Customer: Ponant",
        "Relevé de jours\nClient : Ponant",
        "CLIENT : Ponant\nAnnée 2020",
        ";Client : Ponant",
        "Client;;Ponant",
    ],
)
def test_the_title_of_a_sheet_names_its_client(title: str, tmp_path: Path) -> None:
    found = books(tmp_path, {"Jours": f"{title}\n{DATED}"})
    assert [(line.client, line.days) for line in found.days] == [("Ponant", 2), ("Ponant", 1)]


def test_each_title_names_the_client_of_the_rows_below_it(tmp_path: Path) -> None:
    text = f"Client : Ponant\n{DATED}\nClient : Port Franc\n{DATED}"
    found = books(tmp_path, {"Jours": text})
    assert [line.client for line in found.days] == ["Ponant"] * 2 + ["Port Franc"] * 2


def test_the_total_of_one_client_is_still_checked(tmp_path: Path) -> None:
    text = f"Client : Ponant\n{DATED}Total;3;\n"
    assert sums(tmp_path, {"Jours": text}) == (2100, 3, 0)
    (bad,) = refusals(tmp_path, {"Jours": text.replace("Total;3", "Total;4")})
    assert bad.what == "total différent de la somme"


@pytest.mark.parametrize("name", ["Ponant", "ponant 2020", "Ponant mars 2020"])
def test_a_file_called_as_the_client_of_its_title_is_read(name: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {name: f"Client : Ponant\n{DATED}"}).days == 3


@pytest.mark.parametrize(
    ("name", "client"),
    [
        ("Ponant", "Ponant"),
        ("Port Franc", "Port Franc"),
        ("Ponant 2020", "Ponant"),
        ("24ème Rue", "24ème Rue"),
        ("Ponant - mars 2020", "Ponant"),
        ("L’Atelier", "L’Atelier"),
    ],
)
def test_the_name_of_a_sheet_is_its_client_s_once_its_owner_says_so(
    name: str, client: str, tmp_path: Path
) -> None:
    (bad,) = refusals(tmp_path, {name: DATED})
    line = bad.fix.partition("[colonnes] ")[2].partition(" ;")[0]
    assert line == f'"{name}" = "Client"'
    found = books(tmp_path, {name: DATED}, f"[colonnes]\n{line}\n")
    assert [line.client for line in found.days] == [client, client]


def test_a_file_per_client_side_by_side(tmp_path: Path) -> None:
    words = '[colonnes]\n"Ponant" = "Client"\n"Alizé" = "Client"\n'
    found = books(tmp_path, {"Ponant": DATED, "Alizé": DATED.replace("700", "650")}, words)
    assert {(line.client, line.rate) for line in found.days} == {("Ponant", 700), ("Alizé", 650)}


@pytest.mark.parametrize(
    "name", ["Feuil1", "Mars 2020", "2020", "Archives", "Total", "Devis", "Suivi perso", "Jours"]
)
def test_a_name_that_is_no_client_s_is_not_proposed_as_one(name: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {name: DATED})
    assert '= "Client"' not in bad.fix


def test_a_column_of_clients_is_believed_before_a_title(tmp_path: Path) -> None:
    text = "Client : Ponant\nDate;Client;Jours;TJM\n31/03/2020;Alizé;2;700\n"
    assert [line.client for line in books(tmp_path, {"Jours": text}).days] == ["Alizé"]


# headers on two rows


@pytest.mark.parametrize(
    "header",
    [
        "Date;Client;Montant;;\n;;HT;TVA;TTC",
        "Date;Client;Montants;;\n;;HT;TVA;TTC",
        "Date;Client;;;\n;;HT;TVA;TTC",
        ";;Montant;Montant;Montant\nDate;Client;HT;TVA;TTC",
        "Date;Client;Facturation;;\n;;Montant HT;Montant TVA;Montant TTC",
        "Date;Client;Prix;;\nfacture;;HT;TVA;TTC",
        ";;Total;;\nDate;Client;HT;TVA;TTC",
        "Factures 2020\nDate;Client;Montant;;\n;;HT;TVA;TTC",
        "Date;Nom;Montant;;\n;client;HT;TVA;TTC",
        "Date;Client;Hors;TVA;Montant\n;;taxes;;TTC",
    ],
)
def test_a_header_on_two_rows_is_one(header: str, tmp_path: Path) -> None:
    text = f"{header}\n31/03/2020;A;1000;200;1200\n"
    assert sums(tmp_path, {"Forfaits": text}) == (1000, 0, 0)


def test_a_title_over_several_columns_is_that_of_each(tmp_path: Path) -> None:
    """What was planned with its tax is not the total of what is sold."""
    text = "Date;Client;Montant;;Prévu;\n;;HT;TVA;Durée;TTC\n31/03/2020;A;1000;200;4;1500\n"
    assert sums(tmp_path, {"Forfaits": text}) == (1000, 0, 0)


def test_a_title_over_nothing_is_kept_though_it_says_little(tmp_path: Path) -> None:
    header = "Date;Client;Infos;Montant;\n;;;HT;TTC"
    assert sums(tmp_path, {"Forfaits": f"{header}\n31/03/2020;A;Lot 1;1000;1200\n"}) == (1000, 0, 0)


def test_a_date_below_payment_is_not_the_date_of_the_line(tmp_path: Path) -> None:
    header = "Facture;;Montant;Paiement\nDate;Client;HT;Date"
    text = f"{header}\n31/12/2020;A;1000;15/02/2021\n"
    (fee,) = books(tmp_path, {"Forfaits": text}).fees
    assert (fee.date.year, fee.paid is not None and fee.paid.year) == (2020, 2021)


@pytest.mark.parametrize(
    "header",
    [f"Date;Client;{word};TJM\n;;Jours;" for word in ("Budget", "Prévu", "Congés", "Restant")],
)
def test_a_word_above_another_is_never_dropped(header: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Jours": f"{header}\n31/03/2020;A;10;700\n"})
    assert bad.what == "colonne manquante"


# lines of invoices that mix days and fees


MIXED = "Date;Facture;Client;Désignation;Quantité;Unité;PU HT;Total HT\n"


def mixed(*lines: str) -> dict[str, str]:
    rows = "".join(f"31/03/2020;F1;A;{line}\n" for line in lines)
    return {"Factures": MIXED + rows}


def test_days_hours_and_fees_of_one_invoice_are_told_by_their_unit(tmp_path: Path) -> None:
    lines = ("Conseil;10;jours;700;7000", "Audit;1;forfait;3000;3000", "Appui;3,5;h;100;350")
    found = books(tmp_path, mixed(*lines), SEVEN)
    assert [(line.days, line.rate, line.amount) for line in found.days] == [
        (10, 700, 7000),
        (Decimal("0.5"), 700, 350),
    ]
    assert [(line.service, line.amount) for line in found.fees] == [("Audit", 3000)]


@pytest.mark.parametrize(
    "unit", ["jour", "Jours", "j", "J.", "JH", "j/h", "Jours-hommes", "day", "days", "Journée"]
)
def test_units_of_days(unit: str, tmp_path: Path) -> None:
    assert sums(tmp_path, mixed(f"Conseil;2;{unit};700;1400"))[:2] == (1400, 2)


@pytest.mark.parametrize(
    "unit", ["forfait", "Forfait", "u", "unité", "pièce", "lot", "mois", "licence", "Ft", "ens."]
)
def test_units_of_what_is_sold_whole(unit: str, tmp_path: Path) -> None:
    assert sums(tmp_path, mixed(f"Audit;2;{unit};700;1400"))[:2] == (1400, 0)


@pytest.mark.parametrize(
    ("line", "cell", "what"),
    [
        ("Conseil;2;trimestre;700;1400", "F2", "unité inconnue"),
        ("Conseil;deux;jours;700;1400", "E2", "quantité illisible"),
        ("Conseil;2;jours;700;1300", "H2", "quantité, prix et montant ne s’accordent pas"),
        ("Conseil;2;heures;700;1400", "F2", "combien d’heures font un jour ?"),
    ],
)
def test_a_line_whose_unit_says_too_little_is_refused(
    line: str, cell: str, what: str, tmp_path: Path
) -> None:
    (bad,) = refusals(tmp_path, mixed(line))
    assert (bad.place.cell, bad.what) == (cell, what)


def test_credit_notes_of_days_are_negative_days(tmp_path: Path) -> None:
    lines = ("Conseil;10;jours;700;7000", "Avoir;-2;jours;700;-1400")
    assert sums(tmp_path, mixed(*lines))[:2] == (5600, 8)


# American dates


AMERICAN = "Date;Client;Jours;TJM\n01/31/2020;A;1;700\n02/03/2020;A;1;700\n"
NAMED = '[lecture]\nmois_avant_jour = ["Jours.csv"]\n'


def test_american_dates_are_asked_about_once_for_the_whole_file(tmp_path: Path) -> None:
    """02/03/2020 alone would be read as the 2nd of March."""
    (bad,) = refusals(tmp_path, {"Jours": AMERICAN})
    assert bad.fix.endswith('[lecture] mois_avant_jour = ["Jours.csv"]')
    found = books(tmp_path, {"Jours": AMERICAN}, NAMED)
    assert [line.date.isoformat() for line in found.days] == ["2020-01-31", "2020-02-03"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("1/31/2020", "2/3/2020"), ("2020-01-31", "2020-02-03")),
        (("01-31-2020", "02-03-2020"), ("2020-01-31", "2020-02-03")),
        (("1/31/20", "2/3/20"), ("2020-01-31", "2020-02-03")),
        (("02/03/2020", "03/04/2020"), ("2020-02-03", "2020-03-04")),
        (("2020-01-31", "02/03/2020"), ("2020-01-31", "2020-02-03")),
        (("01/31/2020 10:00", "02/03/2020 11:30"), ("2020-01-31", "2020-02-03")),
    ],
)
def test_a_file_said_american_is_read_with_the_month_first(
    dates: tuple[str, str], expected: tuple[str, str], tmp_path: Path
) -> None:
    rows = "".join(f"{day};A;1;700\n" for day in dates)
    found = books(tmp_path, {"Jours": f"Date;Client;Jours;TJM\n{rows}"}, NAMED)
    assert tuple(line.date.isoformat() for line in found.days) == expected


def test_another_file_keeps_the_day_first(tmp_path: Path) -> None:
    french = AMERICAN.replace("01/31/2020", "31/01/2020")
    found = books(tmp_path, {"Jours": AMERICAN, "Jours mars 2020": french}, NAMED)
    assert sorted(line.date.isoformat() for line in found.days) == [
        "2020-01-31",
        "2020-01-31",
        "2020-02-03",
        "2020-03-02",
    ]


@pytest.mark.parametrize("settings", ["", NAMED])
def test_dates_that_contradict_each_other_are_refused_one_by_one(
    settings: str, tmp_path: Path
) -> None:
    text = AMERICAN.replace("02/03/2020", "31/03/2020")
    (bad,) = refusals(tmp_path, {"Jours": text}, settings)
    assert bad.place.cell == ("A3" if settings else "A2")
    assert "[lecture]" not in bad.fix


def test_true_dates_among_american_texts_may_be_swapped_already(tmp_path: Path) -> None:
    """A French spreadsheet that opens an American file swaps what it can, and leaves the rest."""
    rows: Rows = [DAYS[:4], ("01/31/2020", "A", 1, 700), (date(2020, 3, 2), "A", 1, 700)]
    with pytest.raises(BadData) as caught:
        read(folder(tmp_path, {"Jours": rows}))
    (bad,) = caught.value.errors
    assert "peut-être inversées" in bad.fix


def test_french_dates_are_never_asked_about(tmp_path: Path) -> None:
    text = AMERICAN.replace("01/31/2020", "31/01/2020")
    assert sums(tmp_path, {"Jours": text}).days == 2


# without VAT: the amount with tax is the amount, and receipts are a book


FRANCHISE = '[tva]\nregime = "franchise"\n'
MICRO = f'[societe]\nstatut = "micro"\n{FRANCHISE}'


@pytest.mark.parametrize(
    "title",
    ["TTC", "Montant TTC", "Montant", "Total", "Recette", "Montant encaissé", "Prix", "Somme"],
)
def test_without_vat_an_amount_is_an_amount(title: str, tmp_path: Path) -> None:
    text = f"Date;Client;{title}\n31/03/2020;A;1200\n"
    assert sums(tmp_path, {"Forfaits": text}, FRANCHISE) == (1200, 0, 0)
    assert len(refusals(tmp_path, {"Forfaits": text})) == 1


@pytest.mark.parametrize("title", ["TTC", "Montant TTC", "Montant", "Montant payé"])
def test_without_vat_an_expense_is_what_was_paid(title: str, tmp_path: Path) -> None:
    text = f"Date;Fournisseur;{title}\n31/03/2020;A;45,50\n"
    assert sums(tmp_path, {"Dépenses": text}, FRANCHISE).spent == Decimal("45.5")


def test_without_vat_the_amount_before_tax_still_wins(tmp_path: Path) -> None:
    text = "Date;Client;Montant;Montant HT\n31/03/2020;A;1200;1000\n"
    assert sums(tmp_path, {"Forfaits": text}, FRANCHISE).revenue == 1000


def test_without_vat_two_amounts_are_asked_about(tmp_path: Path) -> None:
    text = "Date;Client;Montant;Total\n31/03/2020;A;1200;1300\n"
    (bad,) = refusals(tmp_path, {"Forfaits": text}, FRANCHISE)
    assert bad.what == "colonne manquante"


def test_a_gross_amount_beside_its_vat_keeps_it(tmp_path: Path) -> None:
    text = "Date;Client;TTC;Montant TVA\n31/03/2020;A;1200;200\n"
    assert sums(tmp_path, {"Forfaits": text}, FRANCHISE).revenue == 1000


RECEIPTS = [
    "Date d'encaissement;N° facture;Client;Nature de la prestation;Montant encaissé;Mode",
    "Date de règlement;Facture;Client;Prestation;Montant;Mode de paiement",
    "Encaissé le;Référence;Client;Objet;Recette;Moyen de paiement",
    "Date de paiement;N° facture;Client;Nature;Montant perçu;Mode de règlement",
    "Payé le;Facture;Client;Libellé;Montant TTC;Mode de règlement",
    "Date encaissement;Facture;Nom du client;Désignation;Total;Mode de règlement",
]


@pytest.mark.parametrize("header", RECEIPTS)
@pytest.mark.parametrize("name", ["Livre des recettes 2020", "Recettes", "Encaissements 2020"])
def test_a_book_of_receipts_is_read_in_a_micro_enterprise(
    header: str, name: str, tmp_path: Path
) -> None:
    text = f"{header}\n31/03/2020;F1;A;Conseil;1200;Virement\n"
    (fee,) = books(tmp_path, {name: text}, MICRO).fees
    assert (fee.amount, fee.date, fee.paid) == (1200, date(2020, 3, 31), date(2020, 3, 31))
    assert fee.service == "Conseil"


def test_the_nature_of_receipts_that_is_a_quote_is_refused_once(tmp_path: Path) -> None:
    text = f"{RECEIPTS[3]}\n31/03/2020;F1;A;Devis;1200;Virement\n"
    assert len(refusals(tmp_path, {"Recettes": text}, MICRO)) == 1
    counted = f'{MICRO}[statuts]\nDevis = "compte"\n'
    assert books(tmp_path, {"Recettes": text}, counted).fees[0].amount == 1200


@pytest.mark.parametrize("settings", ["", FRANCHISE, '[societe]\nstatut = "sasu"\n'])
def test_elsewhere_a_book_of_receipts_lacks_the_date_of_its_invoices(
    settings: str, tmp_path: Path
) -> None:
    """Paid in January, invoiced in December: the year is not that of the payment."""
    text = f"{RECEIPTS[0]}\n31/03/2020;F1;A;Conseil;1200;Virement\n"
    (bad,) = refusals(tmp_path, {"Livre des recettes": text}, settings)
    assert "Date" in bad.fix


def test_a_date_of_invoice_is_believed_before_that_of_payment(tmp_path: Path) -> None:
    text = "Date;Client;Montant;Payé le\n31/12/2020;A;1200;15/01/2021\n"
    (fee,) = books(tmp_path, {"Recettes": text}, MICRO).fees
    assert fee.date == date(2020, 12, 31)


# recaps without dates: controls, never lines


LINES = (
    "Date;Client;Jours;TJM\n31/01/2020;Ponant;10;700\n28/02/2020;Alizé;5;600\n"
    "31/03/2020;Ponant;2;700\n"
)


@pytest.mark.parametrize(
    "recap",
    [
        "Client;Jours;TJM;Montant HT\nPonant;12;700;8400\nAlizé;5;600;3000\nTotal;17;;11400\n",
        "Client;Jours\nPonant;12\nAlizé;5\n",
        "Client;Montant HT\nPonant;8 400,00 €\nAlizé;3 000 €\nTOTAL;11 400\n",
        "Mois;Jours;CA\nJanvier;10;7000\nFévrier;5;3000\nMars;2;1400\nTotal;17;11400\n",
        "Mois;Jours\nJanvier;10\nFévrier;5\nMars;2\nAvril;0\n",
        "Mois;CA\n1;7000\n2;3000\n3;1400\n",
        "Période;Jours\njanvier 2020;10\nfévr. 2020;5\n",
        "Récapitulatif\n\nClient;Jours\nPONANT;12\nAlizé;5\n",
        "Jours;Client\n12;Ponant\n5;Alizé\n",
        "Client;Jours;CA\nPonant;12;8400\n",
        "Mois;CA\nT1;11400\n",
        "Trimestre;CA HT;Jours\nT1;11400;17\nT2;0;0\nTotal;11400;17\n",
        "Trimestre;Montant HT\n1er trimestre 2020;11400\n2e trimestre 2020;0\n",
        "Trimestre;Jours\n1;17\n2;\n3;0\n",
        "Année;CA HT;Jours;TJM moyen\n2020;11400;17;670,59\n",
        "Tableau de bord\n\nExercice;Jours\n2019;0\n2020;17\nTotal;17\n",
    ],
)
def test_a_recap_that_agrees_with_the_lines_is_left_aside_and_said(
    recap: str, tmp_path: Path
) -> None:
    assert sums(tmp_path, {"Jours": LINES, "Recap 2020": recap}) == (11400, 17, 0)
    said = [doubt for doubt in load(tmp_path).seen if "récapitulatif" in str(doubt.what)]
    assert len(said) == 1


@pytest.mark.parametrize(
    "recap",
    [
        "Client;Jours;TJM;Montant HT\nPonant;13;700;9100\nAlizé;5;600;3000\n",
        "Client;Jours\nPonant;12\nAlizé;5\nPort Franc;3\n",
        "Client;Montant HT\nPonant;8400\nAlizé;3000\nTotal;11500\n",
        "Mois;Jours;CA\nJanvier;10;7000\nFévrier;6;3600\nMars;2;1400\n",
        "Mois;Jours\nJanvier;10\nFévrier;5\nMars;2\nAvril;1\n",
        "Période;Jours\njanvier 2019;10\nfévrier 2019;5\n",
        "Client;Jours\nPonant;douze\nAlizé;5\n",
        "Client;Jours\nPonant;\nAlizé;5\n",
        "Client;Jours;CA\nPonant;12;8400,50\n",
        "Mois;CA\nT2;11400\n",
        "Trimestre;CA HT\nT1;11400\nT5;0\n",
        "Trimestre;CA HT\nT1;11000\n",
        "Trimestre;CA HT\nT1 2019;11400\n",
        "Année;CA HT\n2019;11400\n",
        "Année;CA HT\n2020;11400\n2021;9000\n",
        "Année;CA HT\nAnnée 2020 prévue;11400\n",
    ],
)
def test_a_recap_that_does_not_is_refused(recap: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Jours": LINES, "Recap 2020": recap})
    assert (bad.place.file, "il n’en est pas la somme" in bad.fix) == ("data/Recap 2020.csv", True)


@pytest.mark.parametrize("text", ["Client;Jours\nPonant;12\n", "Mois;Jours;CA\nJanvier;10;7000\n"])
def test_a_recap_alone_is_never_lines(text: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Recap 2020": text})
    assert "n’est pas un tableau" in bad.fix


def test_a_total_sheet_beside_grids_is_a_control(tmp_path: Path) -> None:
    numbers = ("Client", "Mission", *range(1, 32), "Total")

    def grid(days: int) -> Rows:
        cells = [1 if n < days else None for n in range(31)]
        return [numbers, ("Ponant", "Flux", *cells, days)]

    sheets: dict[str, Rows] = {
        "Janvier 2020": grid(10),
        "Mars 2020": grid(11),
        "Total": [("Mois", "Jours"), ("Janvier", 10), ("Mars", 11), ("Total", 21)],
        "Missions": [("Client", "Mission", "TJM"), ("Ponant", "Flux", 700)],
    }
    assert sum(line.days for line in read(folder(tmp_path, sheets)).activity.days) == 21
    sheets["Total"][1] = ("Janvier", 9)
    with pytest.raises(BadData):
        read(folder(tmp_path, sheets))


# a row per client, a column per month


BY_MONTH = (
    "Ponant;7000;8000;;15000\nAlizé;1000,50;;2000;3000,50\nTotal;8000,50;8000;2000;18000,50\n"
)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("CA 2020", "Client;Janvier;Février;Mars;Total"),
        ("CA", "Client;Janvier 2020;Février 2020;Mars 2020;Total"),
        ("Forfaits 2020", "Client;janv.;févr.;mars;TOTAL"),
        ("Suivi 2020", "Montants HT;Janvier;Février;Mars;Total"),
        ("Suivi", "Chiffre d’affaires HT 2020\nClient;Janvier;Février;Mars;Total"),
        ("Ventes HT 2020", "Client;Janvier;Février;Mars;Total annuel"),
        ("CA", "Client;01/2020;02/2020;03/2020;Total"),
        ("CA 2020", "Clients;Jan;Fév;Mars;Total"),
    ],
)
def test_amounts_by_client_and_month_are_read(name: str, header: str, tmp_path: Path) -> None:
    found = books(tmp_path, {name: f"{header}\n{BY_MONTH}"})
    assert sorted((line.client, line.date.isoformat(), line.amount) for line in found.fees) == [
        ("Alizé", "2020-01-01", Decimal("1000.5")),
        ("Alizé", "2020-03-01", 2000),
        ("Ponant", "2020-01-01", 7000),
        ("Ponant", "2020-02-01", 8000),
    ]


@pytest.mark.parametrize(
    ("name", "header", "row"),
    [
        ("Jours 2020", "Client;TJM;Janvier;Février;Mars", "Ponant;700;10;0,5;"),
        ("CRA 2020", "Client;Mission;TJM;Janvier;Février;Mars", "Ponant;Flux;700;10;0,5;"),
        ("Suivi 2020", "Jours par client\nClient;TJM;Janvier;Février;Mars", "Ponant;700;10;½;"),
        ("Jours 2020", "Client;Janvier;Février;Mars;TJM", "Ponant;10;0,5;;700"),
    ],
)
def test_days_by_client_and_month_are_read(
    name: str, header: str, row: str, tmp_path: Path
) -> None:
    found = sums(tmp_path, {name: f"{header}\n{row}\n"})
    assert found == (7350, Decimal("10.5"), 0)


def test_days_by_month_take_the_rate_of_the_missions(tmp_path: Path) -> None:
    files = {"Jours 2020": "Client;Janvier;Février;Mars\nPonant;10;1;\n"}
    missions = {"Missions": "Client;TJM\nPonant;700\n"}
    assert sums(tmp_path, files | missions) == (7700, 11, 0)
    (tmp_path / "data" / "Missions.csv").unlink()
    assert {bad.what for bad in refusals(tmp_path, files)} == {"TJM inconnu"}


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("Suivi 2020", "Client;Janvier;Février;Mars\nA;1;2;3\n", "un montant ou des jours"),
        ("CA", "Client;Janvier;Février;Mars\nA;1;2;3\n", "de quelle année"),
        ("CA TTC 2020", "Client;Janvier;Février;Mars\nA;1;2;3\n", "autre chose que des ventes"),
        ("CA prévisionnel 2020", "Client;Janvier;Février;Mars\nA;1;2;3\n", "autre chose"),
        ("CA 2020", "Client;Janvier;Février;Mars;Total\nA;1;2;3;7\n", "total différent"),
        ("CA 2020", "Client;Janvier;Février;Mars\nA;1;2;3\nTotal;1;2;4\n", "total différent"),
        ("CA 2020", "Client;Janvier;Février;Mars\n;1;2;3\n", "ligne sans client"),
        ("CA 2020", "Client;Janvier;Février;Mars\nA;un;2;3\n", "montant illisible"),
        ("CA 2020", "Client;Janvier;Mars;Février\nA;1;2;3\n", "ne se suivent pas"),
        ("CA 2020", "Client;Janvier;Février;Mars;Autre\nA;1;2;3;4\n", "inconnu"),
    ],
)
def test_what_a_table_by_month_leaves_unsaid_is_asked(
    name: str, text: str, what: str, tmp_path: Path
) -> None:
    found = refusals(tmp_path, {name: text})
    assert any(what in bad.what or "récapitulatif" in bad.what for bad in found)


def test_months_that_the_financial_year_contradicts_are_asked(tmp_path: Path) -> None:
    text = "Client;Juillet;Août;Septembre\nA;1;2;3\n"
    found = refusals(tmp_path, {"CA 2020": text}, JULY)
    assert [bad.what for bad in found] == ["de quelle année est ce mois ?"]
    late = text.replace("Juillet", "Juin").replace("Août", "Juillet").replace("Septembre", "Août")
    assert [bad.place.cell for bad in refusals(tmp_path, {"CA 2020": late}, JULY)] == ["C1"]
    dated = text.replace("Juillet", "Juillet 2019").replace("Août", "Août 2019")
    dated = dated.replace("Septembre", "Septembre 2019")
    assert sums(tmp_path, {"CA 2020": dated}, JULY).revenue == 6


def test_the_months_of_lines_already_counted_count_once(tmp_path: Path) -> None:
    """They are left aside where each is that of days, refused where one is not."""
    text = "Client;Janvier;Février;Mars\nPonant;7000;;1400\nAlizé;;3000;\n"
    assert books(tmp_path, {"Jours": LINES, "CA 2020": text}).fees == ()
    assert refusals(tmp_path, {"Jours": LINES, "CA 2020": text.replace("3000", "3100")})


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("CA 2020", "CA en k€\nClient;Janvier;Février;Mars"),
        ("CA k€ 2020", "Client;Janvier;Février;Mars"),
        ("CA 2020", "Client (k€);Janvier;Février;Mars"),
        ("CA 2020 $", "Client;Janvier;Février;Mars"),
    ],
)
def test_a_table_by_month_in_another_unit_is_refused(
    name: str, header: str, tmp_path: Path
) -> None:
    (bad,) = refusals(tmp_path, {name: f"{header}\nPonant;7;8;9\n"})
    assert bad.what.startswith("tableau en ")


def test_a_number_above_a_table_by_month_is_refused(tmp_path: Path) -> None:
    sheet: Rows = [
        ("Ponant", 500, None, None),
        ("Client", "Janvier", "Février", "Mars"),
        ("Ponant", 7000, 8000, 9000),
    ]
    with pytest.raises(BadData) as caught:
        read(folder(tmp_path, {"CA 2020": sheet}))
    assert [bad.place.cell for bad in caught.value.errors] == ["B1"]


@pytest.mark.parametrize(
    "name", ["Objectif", "CA 2019", "% du total", "Charges", "Prévu", "Marge", "Reste à encaisser"]
)
def test_a_row_of_clients_and_months_that_is_a_measure_is_refused(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    table = f"Client;Janvier;Février;Mars\nPonant;7000;8000;9000\n{name};9000;9000;9000\n"
    (tmp_path / "data" / "CA 2020.csv").write_text(table, encoding="utf-8")
    with pytest.raises(BadData, match="une rangée de client, ou une autre"):
        read(tmp_path)


def test_months_and_their_invoices_are_asked_about(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    table = "Client;Janvier;Février;Mars\nPonant;7000;8000;9000\n"
    (tmp_path / "data" / "CA 2020.csv").write_text(table, encoding="utf-8")
    rows = "31/01/2020;Ponant;7000\n29/02/2020;Ponant;8000\n31/03/2020;Ponant;9000\n"
    fees = tmp_path / "data" / "Forfaits.csv"
    fees.write_text(f"Date;Client;Montant HT\n{rows}", encoding="utf-8")
    assert "deux-versions" in {doubt.code for doubt in read(tmp_path).doubts}
