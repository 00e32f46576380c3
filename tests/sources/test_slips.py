"""The columns of a pay slip: read together, added up, or refused with the cell."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from reporter import load
from reporter.errors import BadData

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.model import Expense

FULL = "Brut;Cotisations salariales;Cotisations patronales;PAS;Net à payer"
START = "31/01/2020;Paie de janvier"


def write(folder: Path, titles: str, *rows: str, head: str = "Date;Libellé") -> None:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "bilan.toml").write_text("", encoding="utf-8")
    text = "\n".join([f"{head};{titles}", *rows]) + "\n"
    (folder / "data" / "paie.csv").write_text(text, encoding="utf-8")


def read(folder: Path, titles: str, *rows: str, head: str = "Date;Libellé") -> list[Expense]:
    write(folder, titles, *rows, head=head)
    return list(load(folder).activity.expenses)


def refused(folder: Path, titles: str, *rows: str) -> list[tuple[str, str]]:
    write(folder, titles, *rows)
    with pytest.raises(BadData) as caught:
        load(folder)
    return [(error.what, error.place.cell) for error in caught.value.errors]


def test_a_slip_costs_its_gross_pay_and_what_the_company_adds(tmp_path: Path) -> None:
    (line,) = read(tmp_path, FULL, f"{START};4000;880;1680;150;2970")
    assert line.amount == Decimal(5680)
    assert line.slip is not None
    assert (line.slip.net, line.slip.cost) == (Decimal(2970), Decimal(5680))
    assert (line.own_vat, line.category) == (0, "Rémunérations")


def test_reductions_and_refunds_have_their_columns(tmp_path: Path) -> None:
    titles = f"{FULL};Réduction de cotisations;Remboursement de frais"
    (line,) = read(tmp_path, titles, f"{START};4000;880;1680;150;3005;180;35")
    assert line.slip is not None
    assert (line.slip.employer, line.slip.refunded) == (Decimal(1500), Decimal(35))
    assert line.amount == Decimal(4000 + 1500 + 35)
    (line,) = read(tmp_path, f"{FULL};Réduction", f"{START};4000;880;1680;150;2970;180")
    assert line.amount == Decimal(5500)


@pytest.mark.parametrize(
    "titles",
    [
        "Salaire brut;Part salariale;Part patronale;Prélèvement à la source;Net payé",
        "Brut;Charges salariales;Charges patronales;Impôt à la source;Net versé",
        "BRUT;Cotisations salariales (€);Cotisations employeur;P.A.S.;Salaire net",
    ],
)
def test_the_words_of_the_columns(tmp_path: Path, titles: str) -> None:
    (line,) = read(tmp_path, titles, f"{START};4000;880;1680;150;2970")
    assert line.amount == Decimal(5680)


def test_who_is_paid_stands_for_the_supplier(tmp_path: Path) -> None:
    head = "Mois;Salarié"
    (line,) = read(tmp_path, FULL, "janvier 2020;Dupont;4000;880;1680;150;2970", head=head)
    assert line.supplier == "Dupont"


def test_an_amount_beside_must_be_the_cost(tmp_path: Path) -> None:
    titles = f"{FULL};Montant HT"
    (line,) = read(tmp_path, titles, f"{START};4000;880;1680;150;2970;5680")
    assert line.amount == Decimal(5680)
    assert refused(tmp_path, titles, f"{START};4000;880;1680;150;2970;4000") == [
        ("montant qui n’est pas le coût du bulletin", "H2")
    ]


def test_other_rows_of_the_sheet_are_as_they_were(tmp_path: Path) -> None:
    titles = f"Montant HT;{FULL}"
    rows = (f"{START};;4000;880;1680;150;2970", "02/02/2020;Papier;15;;;;;")
    lines = read(tmp_path, titles, *rows)
    assert [(line.amount, line.slip is None) for line in lines] == [
        (Decimal(5680), False),
        (Decimal(15), True),
    ]


@pytest.mark.parametrize(
    ("row", "what", "cell"),
    [
        ("4000;880;1680;150;3120", "bulletin de paie qui ne s’additionne pas", "G2"),
        ("4000;880;1680;;2970", "bulletin de paie qui ne s’additionne pas", "G2"),
        ("4000;;1680;150;2970", "cotisations salariales manquantes", "D2"),
        ("4000;880;;150;2970", "cotisations patronales manquantes", "E2"),
        ("4000;880;1680;;", "bulletin de paie sans net à payer", "C2"),
        ("4000;-880;1680;150;2970", "bulletin de paie : signe impossible", "D2"),
        ("4000;880;1680;-150;3270", "bulletin de paie : signe impossible", "F2"),
        ("4000;880;1680;un peu;2970", "montant illisible", "F2"),
    ],
)
def test_a_slip_that_does_not_add_up_is_refused_at_its_cell(
    tmp_path: Path, row: str, what: str, cell: str
) -> None:
    assert refused(tmp_path, FULL, f"{START};{row}") == [(what, cell)]


def test_a_slip_without_its_gross_pay_is_refused(tmp_path: Path) -> None:
    rows = (f"{START};4000;880;1680;150;2970;", "29/02/2020;Février;;880;;;;1000")
    assert refused(tmp_path, f"{FULL};Montant HT", *rows) == [
        ("bulletin de paie sans salaire brut", "D3")
    ]


def test_a_slip_may_be_all_taken_back(tmp_path: Path) -> None:
    (line,) = read(
        tmp_path, FULL, f"Avoir {START}".replace("Avoir 31", "31") + ";-4000;-880;-1680;-150;-2970"
    )
    assert line.amount == Decimal(-5680)


def test_a_vat_on_a_slip_is_refused(tmp_path: Path) -> None:
    titles = f"{FULL};TVA"
    assert refused(tmp_path, titles, f"{START};4000;880;1680;150;2970;20 %") == [
        ("bulletin de paie avec TVA", "C2")
    ]


def test_without_a_gross_pay_beside_a_net_is_that_of_any_invoice(tmp_path: Path) -> None:
    """« Net à payer » is written on every invoice: alone, it says no pay."""
    (line,) = read(tmp_path, "Montant HT;Net à payer", "02/02/2020;Papier;15;18")
    assert (line.slip, line.amount) == (None, Decimal(15))
    for titles in ("Montant HT;Brut", "Montant HT;Cotisations salariales"):
        (line,) = read(tmp_path, titles, "02/02/2020;Papier;15;18")
        assert (line.slip, line.amount) == (None, Decimal(15))


def test_two_nets_that_say_no_pay_are_no_clash(tmp_path: Path) -> None:
    (line,) = read(tmp_path, "Montant HT;Net à payer;Net versé", "02/02/2020;Papier;15;18;18")
    assert line.amount == Decimal(15)


def test_slips_without_a_date_are_asked_for_it(tmp_path: Path) -> None:
    write(tmp_path, FULL, "Anne;4000;880;1680;150;2970", head="Salarié")
    with pytest.raises(BadData, match="ajouter une colonne Date"):
        load(tmp_path)


@pytest.mark.parametrize("account", ["421000", "431000", "437200", "442100", "462000"])
def test_what_pays_a_debt_told_already_is_no_charge(tmp_path: Path, account: str) -> None:
    titles = f"Montant HT;Compte;{FULL}"
    rows = (f"{START};;;4000;880;1680;150;2970", f"15/02/2020;Paiement;2560;{account};;;;;")
    write(tmp_path, titles, *rows)
    books = load(tmp_path).activity
    assert [line.amount for line in books.expenses] == [Decimal(5680)]
    assert [line.amount for line in books.movements] == [Decimal(2560)]
