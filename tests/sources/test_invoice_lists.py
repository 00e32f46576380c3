"""Lists of invoices as invoicing tools export them: numbers, statuses, units, VAT, payments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.books import Books
from reporter.errors import BadData
from reporter.model import cents
from reporter.sources.reading import read
from reporter.toml.reading import parse
from tests.books.activities import draw
from tests.books.small import judge, ordinary, refused, right, small
from tests.memory import MEMORY
from tests.sources.test_tracked_twice import as_lines, figures, worked
from tests.sources.test_trackers import RATES, SETTINGS, books, codes, refusals

BY_INVOICE = "Numéro;Date d’émission;Client;Type;Statut;Total HT;Total TVA;Total TTC;Payée le\n"
BY_LINE = (
    "N° facture;Date;Client;Statut;Désignation;Quantité;Unité;Prix unitaire HT;TVA %;Montant HT\n"
)


def listed(root: Path, *rows: str, header: str = BY_INVOICE, settings: str = SETTINGS) -> Books:
    return books(root, {"factures.csv": header + "".join(f"{row}\n" for row in rows)}, settings)


def sales(read: Books) -> list[tuple[str, Decimal, Decimal | None, date | None]]:
    return [(line.invoice, line.amount, line.vat, line.paid) for line in read.activity.sales]


GOOD = "F-1;31/03/2020;Client A;Facture;Payée;1000;200;1200;15/04/2020"


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        *(("Facture", word) for word in ("Brouillon", "Draft", "Annulée", "ANNULÉ", "Void")),
        *((word, "Émise") for word in ("Devis", "Proforma", "Facture pro forma", "Quote")),
        ("Devis", "Signé"),
        ("Facture", "Devis accepté"),
    ],
)  # fmt: skip
def test_what_is_no_invoice_is_left_out_and_said(kind: str, status: str, tmp_path: Path) -> None:
    read = listed(tmp_path, GOOD, f"X-2;31/03/2020;Client B;{kind};{status};500;100;600;")
    assert sales(read) == [("F-1", 1000, 200, date(2020, 4, 15))]
    assert [(doubt.code, doubt.place.cell) for doubt in read.seen] == [("ecartee", "A3")]


@pytest.mark.parametrize(
    "status",
    ["Payée", "Envoyée", "Émise", "En retard", "Impayée", "Partiellement payée", "Finalisée"],
)
def test_what_is_an_invoice_counts_paid_or_not(status: str, tmp_path: Path) -> None:
    read = listed(tmp_path, GOOD, f"F-2;31/03/2020;Client B;Facture;{status};500;100;600;")
    assert sum(amount for _, amount, *_ in sales(read)) == 1500


@pytest.mark.parametrize("status", ["Litige", "Refusée", "Prévision", "?"])
def test_what_may_be_one_is_asked(status: str, tmp_path: Path) -> None:
    rows = f"{BY_INVOICE}{GOOD}\nF-2;31/03/2020;Client B;Facture;{status};500;100;600;\n"
    (said,) = refusals(tmp_path, {"factures.csv": rows})
    assert said.startswith("E3")


def test_the_owner_says_what_a_status_means(tmp_path: Path) -> None:
    settings = f'{SETTINGS}Brouillon = "compte"\n'
    read = listed(
        tmp_path, GOOD, "F-2;31/03/2020;Client B;Facture;Brouillon;500;100;600;", settings=settings
    )
    assert sum(amount for _, amount, *_ in sales(read)) == 1500


def test_a_draft_without_number_and_date_is_left_out(tmp_path: Path) -> None:
    read = listed(tmp_path, GOOD, ";;Client B;Facture;Brouillon;500;100;600;")
    assert (len(sales(read)), codes(read)) == (1, ["ecartee"])


@pytest.mark.parametrize(("paid", "found"), [("", []), ("15/05/2020", ["peut-etre-annule I3"])])
@pytest.mark.parametrize(
    ("kind", "status"), [("Facture", "Annulée"), ("Facture", "Brouillon"), ("Devis", "Signé")]
)
def test_what_is_left_out_and_was_paid_is_asked_about(
    kind: str, status: str, paid: str, found: list[str], tmp_path: Path
) -> None:
    read = listed(tmp_path, GOOD, f"F-2;31/03/2020;Client B;{kind};{status};500;100;600;{paid}")
    told = [f"{it.code} {it.place.cell}" for it in read.seen if it.code != "ecartee"]
    assert (len(sales(read)), told) == (1, found)


@pytest.mark.parametrize(
    ("status", "dated", "cells"),
    [
        ("Payée", 3, ["I5"]),
        ("Réglé par virement", 3, ["I5"]),
        ("Payée", 2, []),  # one in three may be a habit
        ("Payée le 12/06/2020", 3, []),
        ("Envoyée", 3, []),
    ],
)
def test_what_is_said_to_be_paid_without_its_day_is_asked_about_where_others_have_it(
    status: str, dated: int, cells: list[str], tmp_path: Path
) -> None:
    rows = [GOOD.replace("F-1", f"F-{n}") for n in range(1, dated + 1)]
    read = listed(tmp_path, *rows, f"F-9;31/05/2020;Client B;Facture;{status};500;100;600;")
    assert [it.place.cell for it in read.seen if it.code == "cellule-omise"] == cells


def test_so_is_what_a_list_kept_by_hand_says_of_it(tmp_path: Path) -> None:
    rows = [f"1{n}/03/2020;Client A;Payée;{1000 + n};15/04/2020" for n in range(3)]
    header = "Date;Client;Statut;Montant HT;Payée le\n"
    read = listed(tmp_path, *rows, "31/05/2020;Client B;Payée;500;", header=header)
    assert [it.place.cell for it in read.seen if it.code == "cellule-omise"] == ["E5"]


@pytest.mark.parametrize("amounts", ["-500;-100;-600", "500;100;600"])
def test_a_credit_note_is_taken_back_whatever_its_sign(amounts: str, tmp_path: Path) -> None:
    read = listed(tmp_path, GOOD, f"AV-1;02/04/2020;Client A;Avoir;Émis;{amounts};")
    assert sales(read)[1][:3] == ("AV-1", -500, -100)
    assert codes(read) == ["avoir-en-positif"] * (not amounts.startswith("-"))


def test_credit_notes_of_both_signs_are_asked(tmp_path: Path) -> None:
    rows = [
        GOOD,
        "AV-1;02/04/2020;Client A;Avoir;Émis;-500;-100;-600;",
        "AV-2;03/04/2020;Client A;Avoir;Émis;50;10;60;",
    ]
    text = BY_INVOICE + "".join(f"{row}\n" for row in rows)
    assert set(refusals(tmp_path, {"factures.csv": text})) == {"F4 un avoir de montant positif"}


@pytest.mark.parametrize("credit", ["-1000;-200;-1200", "1000;200;1200"])
def test_an_invoice_that_a_credit_note_cancels_counts_with_it(credit: str, tmp_path: Path) -> None:
    read = listed(
        tmp_path,
        "F-1;31/12/2019;Client A;Facture;Annulée;1000;200;1200;",
        f"AV-1;02/01/2020;Client A;Avoir;Émis;{credit};",
        "F-2;02/01/2020;Client B;Facture;Annulée;1000;200;1200;",
    )
    assert [(name, amount) for name, amount, *_ in sales(read)] == [("F-1", 1000), ("AV-1", -1000)]
    assert {"annulee-par-avoir", "ecartee"} <= set(codes(read))


def test_a_status_may_say_the_day_of_the_payment(tmp_path: Path) -> None:
    read = listed(tmp_path, GOOD.replace("Payée", "Payée le 12/04/2020").replace("15/04/2020", ""))
    assert sales(read)[0][3] == date(2020, 4, 12)


@pytest.mark.parametrize(
    ("title", "cell", "paid"),
    [
        ("Montant payé", "600", None),
        ("Montant payé", "1200", date(2020, 4, 15)),
        ("Montant payé", "", date(2020, 4, 15)),
        ("Montant payé", "0", None),
        ("Reste à payer", "600", None),
        ("Reste dû", "600", None),
        ("Reste dû", "1200", None),
        ("Restant dû", "0", date(2020, 4, 15)),
    ],
)
def test_what_is_paid_in_part_is_not_paid(
    title: str, cell: str, paid: date | None, tmp_path: Path
) -> None:
    read = listed(tmp_path, f"{GOOD};{cell}", header=BY_INVOICE.replace("\n", f";{title}\n"))
    assert sales(read)[0][3] == paid
    assert codes(read) == ["paiement-partiel"] * (paid is None)


@pytest.mark.parametrize("left", ["Montant payé;600", "Reste dû;600", "Reste à payer;5000"])
def test_what_is_paid_in_part_is_not_paid_on_a_sheet_kept_by_hand(
    left: str, tmp_path: Path
) -> None:
    title, cell = left.split(";")
    header = f"Date;Client;Jours;TJM;Date de paiement;{title}\n"
    rows = f"15/12/2020;Client A;10;500;31/12/2020;{cell}\n16/12/2020;Client A;1;500;;500\n"
    read = books(tmp_path, {"jours.csv": header + rows}, SETTINGS)
    assert [line.paid for line in read.activity.sales] == [None, None]
    assert codes(read).count("paiement-partiel") == 1


@pytest.mark.parametrize("title", ["Payé", "Réglé", "Encaissé"])
def test_what_is_paid_may_be_an_amount_under_a_title_of_days(title: str, tmp_path: Path) -> None:
    header = f"Numéro;Date;Client;Total HT;TVA;Total TTC;{title}\n"
    one, two, three = (f"F-{n};{n}/03/2020;Client A;{1000 + n};0;{1000 + n};" for n in (1, 2, 3))
    read = listed(tmp_path, f"{one}1001", f"{two}600", f"{three}0", header=header)
    assert [(x[1], x[3]) for x in sales(read)] == [(1001, None), (1002, None), (1003, None)]
    assert codes(read) == ["paiement-partiel"]


@pytest.mark.parametrize("cell", ["43862", "hier"])
def test_a_day_that_is_no_amount_of_its_line_is_asked_for(cell: str, tmp_path: Path) -> None:
    header = "Numéro;Date;Client;Total HT;TVA;Total TTC;Payé\n"
    with pytest.raises(BadData, match="date illisible"):
        listed(tmp_path, f"F-1;1/03/2020;Client A;1000;200;1200;{cell}", header=header)


def test_the_vat_of_several_rates_is_added_and_the_gross_never_counts(tmp_path: Path) -> None:
    header = "Numéro;Date;Client;Statut;Total HT;TVA 20 %;TVA 10%;TVA 5,5 %;Total TTC\n"
    read = listed(tmp_path, "F-1;31/03/2020;Client A;Payée;1500;200;50;;1750", header=header)
    assert sales(read) == [("F-1", 1500, 250, None)]
    assert codes(read) == ["tva-par-taux"]


def test_the_vat_of_several_rates_that_is_not_the_gross_is_refused(tmp_path: Path) -> None:
    header = "Numéro;Date;Client;Statut;Total HT;TVA 20 %;TVA 10%;Total TTC\n"
    text = f"{header}F-1;31/03/2020;Client A;Payée;1500;200;50;1800\n"
    assert refusals(tmp_path, {"factures.csv": text}) == ["H2 le TTC n’est pas HT + TVA"]


@pytest.mark.parametrize(
    ("unit", "quantity", "price", "days", "rate"),
    [
        ("jour", "2", "700", 2, 700),
        ("Jours", "0,5", "1400", "0.5", 1400),
        ("heure", "14", "100", 2, 700),
        ("demi-journée", "4", "350", 2, 700),
        ("h", "7", "200", 1, 1400),
    ],
)  # fmt: skip
def test_a_line_in_days_or_hours_is_billed_days(  # noqa: PLR0917  # a table of a rule
    unit: str, quantity: str, price: str, days: str, rate: int, tmp_path: Path
) -> None:
    row = f"F-1;31/03/2020;Client A;Payée;Conseil;{quantity};{unit};{price};20 %;"
    amount = Decimal(quantity.replace(",", ".")) * Decimal(price)
    read = listed(tmp_path, f"{row}{amount}", header=BY_LINE)
    (line,) = read.activity.days
    assert (line.days, line.rate, line.amount) == (Decimal(days), rate, amount)
    assert (line.mission, line.invoice, line.vat_rate) == ("Conseil", "F-1", Decimal("0.2"))


@pytest.mark.parametrize("unit", ["forfait", "pièce", "", "Licence", "mois"])
def test_a_line_by_the_piece_is_a_fee(unit: str, tmp_path: Path) -> None:
    row = f"F-1;31/03/2020;Client A;Payée;Conseil;2;{unit};700;20 %;1400"
    read = listed(tmp_path, row, header=BY_LINE)
    assert (len(read.activity.days), [line.amount for line in read.activity.fees]) == (0, [1400])


def test_days_and_fees_of_one_invoice_stand_below_its_first_line(tmp_path: Path) -> None:
    read = listed(
        tmp_path,
        "F-1;31/03/2020;Client A;Payée;Conseil;2;jour;700;20 %;1400",
        ";;;;Formation;1;forfait;900;20 %;900",
        "F-2;31/03/2020;Client B;Brouillon;Conseil;3;jour;700;20 %;2100",
        ";;;;Formation;1;forfait;500;20 %;500",
        header=BY_LINE,
    )
    assert [line.amount for line in read.activity.days] == [1400]
    assert [(line.amount, line.invoice, line.client) for line in read.activity.fees] == [
        (900, "F-1", "Client A")
    ]


def test_a_credit_note_in_days_takes_days_back(tmp_path: Path) -> None:
    read = listed(
        tmp_path, "AV-1;31/03/2020;Client A;Avoir;Conseil;2;jour;700;20 %;1400", header=BY_LINE
    )
    (line,) = read.activity.days
    assert (line.days, line.rate, line.amount) == (-2, 700, -1400)


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("F-1;31/03/2020;Client A;Payée;Conseil;2;boîte;700;20 %;1400", "G2 unité inconnue"),
        ("F-1;31/03/2020;Client A;Payée;Conseil;;jour;700;20 %;1400", "F2 quantité illisible"),
        (
            "F-1;31/03/2020;Client A;Payée;Conseil;3;jour;700;20 %;1400",
            "J2 quantité, prix et montant ne s’accordent pas",
        ),
    ],
)  # fmt: skip
def test_a_line_whose_unit_does_not_hold_is_refused(row: str, what: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, {"factures.csv": f"{BY_LINE}{row}\n"}) == [what]


@pytest.mark.parametrize("kind", ["Factures | Client", "Achats | Fournisseur"])
def test_a_price_said_without_vat_does_not_make_the_amount_with_it(kind: str) -> None:
    """« Montant TTC » over what is without VAT would take a sixth of it away, in silence."""
    name, who = kind.split(" | ")
    figure = "revenue" if name == "Factures" else "charges"
    for price, vat, gross, honest in (
        ("Prix unitaire HT", "20 %", 4800, refused("G2")),
        ("PU HT", "20 %", 5760, right(**{figure: 4800})),
        ("Prix unitaire HT", "0 %", 4800, right(**{figure: 4800})),
        ("Prix unitaire", "20 %", 4800, right(**{figure: 4000})),
    ):
        titles = f"Date | {who} | Désignation | Quantité | {price} | Taux TVA | Montant TTC"
        text = f"# {name}\n{titles}\n13/01/2020 | Alizé | Papier | 6 | 800 | {vat} | {gross}"
        judge(small(price, text, honest).values[0])


def test_hours_of_an_invoice_ask_how_long_a_day_is(tmp_path: Path) -> None:
    text = f"{BY_LINE}F-1;31/03/2020;Client A;Payée;Conseil;14;heure;100;20 %;1400\n"
    assert refusals(tmp_path, {"factures.csv": text}, "") == ["G2 combien d’heures font un jour ?"]


@pytest.mark.parametrize("unit", ["jour", "heure"])
def test_a_month_in_a_list_of_invoices_is_that_of_its_lines(unit: str, tmp_path: Path) -> None:
    found = {}
    for way in ("lines", "list"):
        (tmp_path / way / "data").mkdir(parents=True)
        (tmp_path / way / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
        if way == "lines":
            as_lines(tmp_path / way / "data")
        else:
            text = BY_LINE + "".join(
                _line(n, day, names, days, unit)
                for n, ((day, names), days) in enumerate(worked().items())
            )
            (tmp_path / way / "data" / "factures.csv").write_text(text, encoding="utf-8")
        found[way] = figures(tmp_path / way)
    assert found["list"] == found["lines"]


def _line(number: int, day: date, names: tuple[str, str], days: Decimal, unit: str) -> str:
    hourly = RATES[names]
    count, price = (days, hourly * 7) if unit == "jour" else (days * 7, hourly)
    row = f"F-{number};{day:%d/%m/%Y};{names[0]};Payée;{names[1]};{count};{unit};{price};20 %"
    return f"{row};{days * 7 * hourly:.2f}\n".replace(".", ",")


WORDS = {
    "invoice": ("Facture", ("Payée", "Envoyée", "En retard", "Finalisée", "Partiellement payée")),
    "left": ("Facture", ("Brouillon", "Annulée", "Draft")),
    "quote": ("Devis", ("Accepté", "Envoyé", "Signé")),
    "credit": ("Avoir", ("Émis", "Envoyé")),
}
"""What a document is → its type, and the statuses that it may have."""


def document(number: int, kind: str, chance: Random, *, below: bool) -> tuple[str, Decimal, bool]:
    """Return a row of a list, what it counts for, and whether it is paid."""
    amount = Decimal(chance.randint(100, 900_000)) / 100 + number
    sign = -1 if kind == "credit" else 1
    vat = cents(amount / 5)
    paid = kind == "invoice" and chance.random() < 0.5
    part = kind == "invoice" and not paid and chance.random() < 0.3
    word, statuses = WORDS[kind]
    status = "Payée" if paid else chance.choice([it for it in statuses if it != "Payée"])
    shown = sign if below else 1
    day = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/2020"
    cells = (
        *(f"N-{number}", day, f"Client {number % 4}", word, status),
        *(f"{shown * value:.2f}".replace(".", ",") for value in (amount, vat, amount + vat)),
        "31/12/2020" if paid or part else "",
        "0,50" if part else "",
    )
    counts = sign * amount if kind in ("invoice", "credit") else Decimal(0)
    return ";".join(cells), counts, paid


@given(st.integers(0, 10**9))
def test_a_random_list_is_read_to_the_cent(seed: int) -> None:
    """Whatever the documents that it holds, their statuses, and the sign of its credit notes."""
    chance = draw(seed)
    below = chance.random() < 0.5
    kinds = chance.choices(list(WORDS), weights=(6, 2, 2, 2), k=chance.randint(3, 20))
    rows = [document(n, kind, chance, below=below) for n, kind in enumerate(["invoice", *kinds])]
    header = BY_INVOICE.replace("\n", ";Montant payé\n")
    with TemporaryDirectory(dir=MEMORY) as root:
        Path(root, "data").mkdir()
        text = header + "".join(f"{row}\n" for row, *_ in rows)
        Path(root, "data", "factures.csv").write_text(text, encoding="utf-8")
        found = read(Path(root), parse(SETTINGS).reading).activity.fees
    assert sum(line.amount for line in found) == sum(counts for _, counts, _ in rows)
    assert sum(line.paid is not None for line in found) == sum(paid for *_, paid in rows)


OF_ANY_VAT = "Numéro;Date;Client;Type;Statut;Quantité;Total HT;TVA;Payée le\n"


@pytest.mark.parametrize(
    ("vat", "amount", "rate"),
    [("200", -200, None), ("20", None, "0.2"), ("20 %", None, "0.2"), ("", None, None)],
)
def test_the_vat_of_a_credit_note_is_taken_back_and_its_rate_is_not(
    vat: str, amount: int | None, rate: str | None, tmp_path: Path
) -> None:
    row = f"AV-1;31/03/2020;Client A;Avoir;Émis;1;1000;{vat};"
    (line,) = listed(tmp_path, row, header=OF_ANY_VAT).activity.fees
    assert (line.amount, line.vat) == (-1000, amount)
    assert line.vat_rate == (rate and Decimal(rate))


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("AV-1;31/03/2020;Client A;Avoir;Émis;1;1000;deux cents;", "H2"),
        ("AV-1;31/03/2020;Client A;Avoir;Émis;?;1000;200;", ""),
    ],
)
def test_what_a_credit_note_says_and_is_no_number_stays_as_it_is(
    row: str, what: str, tmp_path: Path
) -> None:
    if what:
        (said,) = refusals(tmp_path, {"factures.csv": f"{OF_ANY_VAT}{row}\n"})
        assert said.startswith(what)
    else:
        assert sales(listed(tmp_path, row, header=OF_ANY_VAT))[0][1:3] == (-1000, -200)


@pytest.mark.parametrize("number", ["DEVIS-12", "PROFORMA-3", "Brouillon"])
def test_a_number_may_say_that_it_is_of_no_invoice(number: str, tmp_path: Path) -> None:
    read = listed(tmp_path, GOOD, f"{number};31/03/2020;Client B;;;500;100;600;")
    assert (len(sales(read)), codes(read)) == (1, ["ecartee"])
    assert str(next(iter(read.seen)).shown).startswith(f"{number} · 500")


def test_a_status_that_says_a_day_that_is_none_pays_nothing(tmp_path: Path) -> None:
    read = listed(tmp_path, GOOD.replace("Payée", "Payée le 31/02/2020").replace("15/04/2020", ""))
    assert sales(read) == [("F-1", 1000, 200, None)]


def test_a_part_paid_that_is_no_amount_tells_nothing(tmp_path: Path) -> None:
    header = BY_INVOICE.replace("\n", ";Montant payé\n")
    read = listed(tmp_path, f"{GOOD};voir la note", header=header)
    assert (sales(read)[0][3], codes(read)) == (date(2020, 4, 15), [])


def test_nothing_is_paid_in_part_of_an_invoice_of_zero(tmp_path: Path) -> None:
    header = BY_INVOICE.replace("\n", ";Montant payé\n")
    read = listed(
        tmp_path, f"{GOOD};", "F-2;31/03/2020;Client B;Facture;Émise;0;0;0;;5", header=header
    )
    assert "paiement-partiel" not in codes(read)


ENGLISH = (
    ("Invoice Number | Invoice Date | Contact Name | Status | Subtotal | Tax | Total",
     "INV-1 | Jan 31, 2020 | Acme | Paid | 1000 | 200 | 1200",
     "INV-2 | Feb 28, 2020 | Acme | Draft | 500 | 100 | 600"),
    ("Number | Date (UTC) | Customer Name | Status | Amount | Tax Amount | Total",
     "INV-1 | 2020-01-31 10:00 | Acme | paid | 1000 | 200 | 1200",
     "INV-2 | 2020-02-28 | Acme | void | 500 | 100 | 600"),
    ("Number | Issue Date | Client | State | Net | VAT | Gross",
     "INV-1 | 31 January 2020 | Acme | sent | 1000 | 200 | 1200",
     "INV-2 | 28-Feb-20 | Acme | void | 500 | 100 | 600"),
    ("id | Number | Created (UTC) | Customer Name | Status | Subtotal | Tax | Total | Amount Paid",
     "in_1 | INV-1 | 2020-01-31 10:00 | Acme | paid | 1000 | 200 | 1200 | 1200",
     "in_2 | INV-2 | 2020-02-28 09:00 | Acme | draft | 500 | 100 | 600 | 0"),
    ("ContactName | InvoiceNumber | InvoiceDate | Total | LineAmount | TaxAmount | Type | Status",
     "Acme | INV-1 | 31/01/2020 | 1200 | 1000 | 200 | Sales invoice | Paid",
     "Acme | INV-2 | 28/02/2020 | 600 | 500 | 100 | Quote | Sent"),
    ("Numéro | Date | Client | Statut | Montant | TVA | Total",
     "F-1 | 31/01/2020 | Acme | Payée | 1000 | 200 | 1200",
     "F-2 | 28/02/2020 | Acme | Brouillon | 500 | 100 | 600"),
)  # fmt: skip
"""Titles of tools in English, or that leave to others what is before tax, and two documents."""


@pytest.mark.parametrize(("header", "kept", "left"), ENGLISH)
def test_a_list_in_english_is_read(header: str, kept: str, left: str) -> None:
    for name in ("invoices.csv", "Invoices 2020.csv", "Feuil1"):
        book = ordinary(header, f"# {name}\n{header}\n{kept}\n{left}", revenue=1000).values[0]
        judge(book)
        wrong = f"# {name}\n{header}\n{kept.replace('1200', '1300')}\n{left}"
        judge(small(header, wrong, refused("*")).values[0])


def test_a_total_that_no_tax_stands_beside_is_asked_about() -> None:
    text = "# invoices.csv\nNumber | Date | Client | Amount | Total\nI-1 | 31/01/2020 | A | 1 | 2"
    judge(small("no tax", text, refused("*")).values[0])


@pytest.mark.parametrize(
    ("quantity", "unit", "price", "days"),
    [
        ("7h30", "heure", "100", "1.0714285714"),
        ("7:30", "h", "100", "1.0714285714"),
        ("1 ½", "jour", "500", "1.5"),
        ("1,5 j", "jours", "500", "1.5"),
        ("45 min", "heure", "1000", "0.1071428571"),
    ],
)  # fmt: skip
def test_a_quantity_may_say_its_unit(
    quantity: str, unit: str, price: str, days: str, tmp_path: Path
) -> None:
    row = f"F-1;31/03/2020;Client A;Payée;Conseil;{quantity};{unit};{price};20 %;750"
    (line,) = listed(tmp_path, row, header=BY_LINE).activity.days
    assert (line.days, line.amount) == (Decimal(days), 750)


@pytest.mark.parametrize(("quantity", "unit"), [("7h30", "jour"), ("2 jours", "heure")])
def test_a_quantity_in_another_unit_than_its_line_is_refused(
    quantity: str, unit: str, tmp_path: Path
) -> None:
    row = f"F-1;31/03/2020;Client A;Payée;Conseil;{quantity};{unit};100;20 %;"
    price = {"jour": "750", "heure": "200"}[unit]
    (said,) = refusals(tmp_path, {"factures.csv": f"{BY_LINE}{row}{price}\n"})
    assert said == "F2 une autre unité que celle de la ligne"


def test_a_date_left_out_beneath_a_credit_note_that_its_type_tells(tmp_path: Path) -> None:
    header = "Date;Facture;Type;Client;Montant HT\n"
    notes = ("31/03/2020;F-1;Facture;Client A;1000", "05/04/2020;AV-1;Avoir;Client A;-200")
    read = listed(tmp_path, *notes, ";F-2;Facture;Client B;700", header=header)
    assert [(line.invoice, line.date, line.amount) for line in read.activity.sales] == [
        ("F-1", date(2020, 3, 31), Decimal(1000)),
        ("AV-1", date(2020, 4, 5), Decimal(-200)),
        ("F-2", date(2020, 4, 5), Decimal(700)),
    ]


WAITING = "Numéro;Date;Client;Total HT;TVA;Total TTC;Statut;Payée le\n"
PAID = "F-1;01/03/2020;A;100;20;120;Payée;02/04/2020"


@pytest.mark.parametrize(
    ("rows", "known"),
    [
        ((PAID,), True),
        ((PAID.replace("02/04/2020", ""),), False),
        ((PAID.replace("Payée", "Bidule"),), False),
        ((PAID.replace("Payée", ""),), False),
        ((PAID, ";03/03/2020;B;9;1;10;En attente;"), False),
        ((PAID, "F-3;03/03/2020;B;10;2;12;En attente;04/04/2020"), False),
    ],
    ids=["paid beside", "none is paid", "another status", "no status", "no number", "paid"],
)
def test_an_invoice_waits_for_its_payment_where_its_date_says_so(
    rows: tuple[str, ...], known: bool, tmp_path: Path
) -> None:
    try:
        read = listed(tmp_path, *rows, "F-2;02/03/2020;B;200;40;240;En attente;", header=WAITING)
    except BadData:
        assert not known
    else:
        assert known
        assert [it.paid is None for it in read.activity.fees] == [False, True]
