"""Small books of which a figure was once another in silence: now refused, or asked at the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reporter import load
from reporter.errors import BadData

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "[lecture]\nheures_par_jour = 7\n"
DAYS = "Date;Client;Jours;TJM\n" + "".join(
    f"{day:02}/03/2020;Ponant;1;700\n" for day in (2, 3, 4, 5, 6, 9, 10, 11, 12, 13)
)
SALES = """Date;Client;Prestation;Montant HT
31/01/2020;Ponant;Étude;7000
29/02/2020;Ponant;Étude;6000
31/03/2020;Ponant;Étude;5600
"""
HEADER = "Date;Client;Prestation;Montant HT\n"


def said(root: Path, files: dict[str, str], settings: str = SETTINGS) -> set[str]:
    """Return what is asked or refused of some books: its code or its words, and its cell."""
    (root / "bilan.toml").write_text(settings, encoding="utf-8")
    for name, text in files.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    try:
        doubts = load(root).doubtful()
    except BadData as bad:
        return {f"{error.what} {error.place.cell}" for error in bad.errors}
    return {f"{doubt.code} {doubt.place.cell}" for doubt in doubts}


def invoice(*cells: str) -> dict[str, str]:
    return {"jours.csv": DAYS, "forfaits.csv": HEADER + ";".join(cells) + "\n"}


@pytest.mark.parametrize(
    "cells",
    [
        ("31/03/2020", "Ponant", "Conseil", "8400"),
        ("03/04/2020", "PONANT", "Mars", "8400,00"),
        ("31/03/2020", "Ponant", "Outre-mer", "7595"),
    ],
)
def test_the_invoice_of_days_with_its_vat_is_asked_about(
    tmp_path: Path, cells: tuple[str, ...]
) -> None:
    assert "facture-de-jours A2" in said(tmp_path, invoice(*cells))


@pytest.mark.parametrize(
    "cells",
    [
        ("31/03/2020", "Ponant", "Conseil", "8401"),
        ("31/03/2020", "Alizé", "Conseil", "8400"),
        ("31/05/2020", "Ponant", "Conseil", "8400"),
        ("31/03/2020", "Ponant", "Conseil", "7700"),
    ],
)
def test_another_fee_is_none(tmp_path: Path, cells: tuple[str, ...]) -> None:
    assert "facture-de-jours A2" not in said(tmp_path, invoice(*cells))


def test_a_fee_that_says_its_own_vat_is_before_tax(tmp_path: Path) -> None:
    header = "Date;Client;Prestation;Montant HT;Montant TVA\n"
    fees = f"{header}31/03/2020;Ponant;Conseil;8400;1680\n"
    assert "facture-de-jours A2" not in said(tmp_path, {"jours.csv": DAYS, "forfaits.csv": fees})


RECEIVED = SETTINGS + '[colonnes]\n"Encaissements" = "Forfaits"\n'


def receipts(root: Path, *rows: str) -> set[str]:
    paid = "Date;Client;Libellé;Montant HT\n" + "\n".join(rows) + "\n"
    return said(root, {"factures.csv": SALES, "Encaissements.csv": paid}, RECEIVED)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("28/02/2020;PONANT SAS;VIR;7000", "31/03/2020;PONANT SAS;VIR;6000"), "reglements"),
        (("28/02/2020;Ponant SARL;VIR;7000", "31/03/2020;Le Ponant;VIR;6000"), "reglements"),
        (("28/07/2020;Ponant;VIR;7000", "31/08/2020;Ponant;VIR;6000"), "reglements"),
        (("28/02/2020;Ponant;VIR;7000",), "reglements"),
        (("28/02/2020;PONANT SAS;VIR;8400", "31/03/2020;PONANT SAS;VIR;7200"), "deux-versions"),
        (("28/07/2020;Ponant;VIR;8400", "31/08/2020;Ponant;VIR;7200"), "deux-versions"),
        (("28/02/2020;Ponant;VIR;8400",), "deux-versions"),
    ],
)
def test_receipts_are_known_by_another_spelling_and_late(
    tmp_path: Path, rows: tuple[str, ...], code: str
) -> None:
    assert f"{code} A2" in receipts(tmp_path, *rows)


@pytest.mark.parametrize(
    "rows",
    [
        ("28/02/2020;Ponant Nord;VIR;7000", "31/03/2020;Ponant Nord;VIR;6000"),
        ("28/02/2022;Ponant;VIR;7000", "31/03/2022;Ponant;VIR;6000"),
        ("28/02/2020;Ponant;VIR;7001",),
    ],
)
def test_other_receipts_are_sales(tmp_path: Path, rows: tuple[str, ...]) -> None:
    found = receipts(tmp_path, *rows)
    assert not {"reglements A2", "deux-versions A2"} & found


HARVEST = "Date,Client,Project,Hours,Billable?,Invoiced?,{}\n2020-03-02,Ponant,F,7,Yes,Yes,{}\n"
MISSIONS = "Client;Mission;TJM\nPonant;F;700\n"


@pytest.mark.parametrize(
    ("titles", "cells", "cell"),
    [
        ("Billable Rate (USD),Billable Amount (USD)", ",", "G2"),
        ("Billable Rate,Billable Amount,Currency", ",,USD - US Dollar", "I2"),
        ("Currency", "CHF", "G2"),
        ("Billable Rate (EUR),Billable Amount (EUR)", ",", ""),
        ("Billable Rate,Billable Amount,Currency", ",,Euro - EUR", ""),
        ("Billable Rate,Billable Amount,Currency", ",,", ""),
        ("Billable Rate (),Billable Amount ()", ",", ""),
    ],
)
def test_a_tracker_in_another_currency_has_the_euros_agreed_and_is_asked_about(
    tmp_path: Path, titles: str, cells: str, cell: str
) -> None:
    books = {"h.csv": HARVEST.format(titles, cells), "missions.csv": MISSIONS}
    found = said(tmp_path, books)
    assert {it for it in found if it.startswith("devise")} == (
        {f"devise {cell}"} if cell else set()
    )


BOUGHT = "15/01/2018;Portable;{};3000;3"


@pytest.mark.parametrize(
    ("titles", "label", "cells", "expected"),
    [
        ("Cédé le;Prix de cession", "Matériel", "30/06/2020;", "cession-prix G2"),
        ("Vendu le", "Matériel", "30/06/2020", "cession-prix F2"),
        ("Sorti le;Prix de cession", "Matériel", "30/06/2020;", "cession-prix G2"),
        ("Cédé le;Prix de cession", "Matériel", "30/06/2020;9000", "cession-prix G2"),
        ("Cédé le;Prix de cession TTC;TVA de cession", "Matériel", "30/06/2020;9000;1500",
         "cession-prix G2"),
        ("Cédé le;Prix de cession", "Matériel", "06/2020;900", "cession sans son jour F2"),
        ("Cédé le;Prix de cession", "Matériel", "juin 2020;900", "cession sans son jour F2"),
        ("Cédé le;Prix de cession", "Matériel", "30/06/2020;0", ""),
        ("Cédé le;Prix de cession", "Matériel volé", "30/06/2020;", ""),
        ("Mis au rebut le", "Matériel", "30/06/2020", ""),
        ("Mis au rebut le;Prix de cession", "Matériel", "30/06/2020;", ""),
        ("Sorti le", "Matériel", "30/06/2020", ""),
        ("Cédé le;Prix de cession", "Matériel", "30 juin 2020;3000", ""),
        ("Cédé le;Prix de cession;Commentaire", "Matériel", "30/06/2020;;mis au rebut", ""),
    ],
)  # fmt: skip
def test_a_disposal_says_its_price_and_its_day(
    tmp_path: Path, titles: str, label: str, cells: str, expected: str
) -> None:
    header = f"Date;Libellé;Catégorie;Montant HT;Durée d’amortissement;{titles}\n"
    books = {"dépenses.csv": f"{header}{BOUGHT.format(label)};{cells}\n"}
    assert {it for it in said(tmp_path, books) if "cession" in it} == ({expected} - {""})


def bank(root: Path, header: str, *rows: str) -> set[str]:
    text = f"{header}\n" + "\n".join(rows) + "\n"
    return said(root, {"forfaits.csv": SALES, "banque/releve.csv": text})


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        (("02/03/2020;PRLV OVH;100,00;", "03/03/2020;VIR PONANT;20,00;7000,00"), True),
        (("02/03/2020;PRLV OVH;-100,00;100,00",), True),
        (("02/03/2020;PRLV OVH;100,00;0,00", "03/03/2020;VIR PONANT;0;7000,00"), False),
    ],
)
def test_a_movement_is_a_debit_or_a_credit(
    tmp_path: Path, rows: tuple[str, ...], *, refused: bool
) -> None:
    found = bank(tmp_path, "Date;Libellé;Débit;Crédit", *rows)
    what = f"un débit et un crédit sur la même ligne C{len(rows) + 1}"
    assert (found == {what}) is refused


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        (("02/03/2020;PRLV OVH;100,00", "05/03/2020;VIR PONANT;7000,00"), True),
        (("02/03/2020;VIR EMIS LOYER;310,00", "05/03/2020;VIR PONANT;7000,00"), True),
        (("02/03/2020;VIREMENT SEPA EMIS LOYER;310,00", "05/03/2020;FRAIS;-2,00"), True),
        (("02/03/2020;PRLV OVH;-100,00", "05/03/2020;PRLV EDF;100,00"), False),
        (("02/03/2020;PRLV OVH REJET;100,00", "05/03/2020;VIR PONANT;7000,00"), False),
        (("02/03/2020;VIR RECU PONANT;7000,00",), False),
        (("02/03/2020;CARTE 12 AVOIR;10,00", "05/03/2020;CB OVH;-7,00"), False),
    ],
)
def test_what_leaves_the_account_is_below_zero(
    tmp_path: Path, rows: tuple[str, ...], *, refused: bool
) -> None:
    found = bank(tmp_path, "Date;Libellé;Montant", *rows)
    assert (found == {"ce qui sort du compte est écrit sans signe moins C2"}) is refused
