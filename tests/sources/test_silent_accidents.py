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
        ("30/06/2020", "Ponant", "Conseil", "8400"),
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


BOUGHT = "15/01/2018;{};Informatique;3000;3"


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
        ("Cédé le;Prix de cession", "Matériel", "30/06/2020;0.9", "cession-prix G2"),
        ("Cédé le;Prix de cession", "Matériel vendu", ";", "cession-prix B2"),
        ("Commentaire", "Matériel", "revendu 900 €", "cession-prix F2"),
        ("Commentaire", "Matériel", "mis au rebut", "cession-prix F2"),
        ("Commentaire", "Matériel", "vendu par Lumen", ""),
        ("Commentaire", "Matériel", "à revendre un jour", ""),
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
        (("02/03/2020;CB OVH;10,00", "05/03/2020;VIR PONANT;7000,00"), True),
        (("02/03/2020;CB ENCAISSEMENT TPE;10,00", "05/03/2020;VIR PONANT;7000,00"), False),
        (("02/03/2020;CB 4512;10,00", "05/03/2020;URSSAF;-70,00"), False),
        (("02/03/2020;CARTE 12 AVOIR;10,00", "05/03/2020;CB OVH;-7,00"), False),
    ],
)
def test_what_leaves_the_account_is_below_zero(
    tmp_path: Path, rows: tuple[str, ...], *, refused: bool
) -> None:
    found = bank(tmp_path, "Date;Libellé;Montant", *rows)
    assert (found == {"ce qui sort du compte est écrit sans signe moins C2"}) is refused


SLIPS = "Date;Salarié;Salaire brut;Cotisations salariales;Cotisations patronales;Net à payer"
MONTHS = ("31/01/2020;Moi;3000;660;1260;2340", "29/02/2020;Moi;3100;680;1300;2420")
COST = "bulletin de paie dont le coût n’est pas celui de ses parts"
WRONG = "total différent de la somme"


@pytest.mark.parametrize(
    ("titles", "rows", "expected"),
    [
        (";Coût total", (f"{MONTHS[0]};4260",), set()),
        (";Coût employeur", (f"{MONTHS[0]};4620",), {f"{COST} G2"}),
        (";Coût total employeur;Remboursement de frais",
         (f"{MONTHS[0][:-4]}2375;4260;35",), set()),
        ("", (*MONTHS, "Total;;6100;1340;2560;4760"), {"total A4"}),
        ("", (*MONTHS, "Total;;6100;1340;2650;4760"), {f"{WRONG} E4"}),
        ("", (*MONTHS, "Total;;6100;1430;2560;4670"), {f"{WRONG} D4", f"{WRONG} F4"}),
        ("", (*MONTHS, ";;6100;1340;2560;4760"), {"total A4"}),
        ("", (MONTHS[0], "Total;;3000;660;1260;2340", MONTHS[1], "Total;;3100;680;1300;2420"),
         {"total A3", "total A5"}),
        ("", (*MONTHS, ";;6100;1340;2650;4760"), {"cellule vide A4", "cellule vide B4"}),
        (";Coût total", (*(f"{one};{cost}" for one, cost in zip(MONTHS, (4260, 4400), strict=True)),
                         "Total;;6100;1340;2560;4760;8606"), {f"{WRONG} G4"}),
    ],
)  # fmt: skip
def test_the_cost_of_a_slip_and_the_totals_of_pay_are_checked(
    tmp_path: Path, titles: str, rows: tuple[str, ...], expected: set[str]
) -> None:
    found = said(tmp_path, {"paie.csv": f"{SLIPS}{titles}\n" + "\n".join(rows) + "\n"})
    assert found - {"colonne G1"} == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("2;100;20;120", "3;200;40;240", ";;300;60;360"), {"total C4"}),
        (("2;100;20;120", "3;200;40;240", ";;300;;"), {"total C4"}),
        (("2;100;20;120", "3;200;40;240", ";;310;60;370"), {"cellule vide A4", "cellule vide B4"}),
        (("2;100;20;120", ";;100;20;120"), {"cellule vide A3", "cellule vide B3"}),
    ],
)
def test_a_row_of_sums_needs_no_word(
    tmp_path: Path, rows: tuple[str, ...], expected: set[str]
) -> None:
    lines = [row if row.startswith(";") else f"0{row[0]}/03/2020;A{row[1:]}" for row in rows]
    text = "Date;Client;Montant HT;TVA;Montant TTC\n" + "\n".join(lines) + "\n"
    found = said(tmp_path, {"factures.csv": text})
    assert {it for it in found if "exercice" not in it} == expected


@pytest.mark.parametrize(
    ("quantity", "price", "amount", "days"),
    [
        ("7h30", "100", "750", "1.0714285714"),
        ("7:00", "100", "700", "1"),
        ("10 j", "700", "7000", "10"),
        ("2 jours", "", "1400", "2"),
        ("7,5", "100", "750", ""),
        ("3 pages", "", "750", ""),
    ],
)
def test_a_quantity_that_says_its_unit_is_days(
    tmp_path: Path, quantity: str, price: str, amount: str, days: str
) -> None:
    header = "Date;Client;Prestation;Quantité;Prix unitaire;Montant HT\n"
    sale = f"31/03/2020;Ponant;Conseil;{quantity};{price};{amount}\n"
    said(tmp_path, {"factures.csv": header + sale})
    activity = load(tmp_path).activity
    assert [str(day.days) for day in activity.days] == ([days] if days else [])
    assert sum(line.amount for line in activity.sales) == int(amount)


@pytest.mark.parametrize(
    ("titles", "cells", "expected"),
    [
        ("Montant payé", "1000", set()),
        ("Montant payé", "1200", set()),
        ("Montant payé", "1100", set()),
        ("Montant payé", "1150", {"paiement-partiel A2"}),
        ("Montant payé", "500", {"paiement-partiel A2"}),
        ("Montant payé;TVA", "1000;200", {"paiement-partiel A2"}),
        ("Montant payé;Taux TVA", "1000;20 %", {"paiement-partiel A2"}),
        ("Montant payé;Taux TVA", "1000;0 %", set()),
        ("Montant payé;Montant TTC", "1000;1200", {"paiement-partiel A2"}),
        ("Reste à payer", "1200", set()),
        ("Reste à payer", "1000", set()),
        ("Reste à payer", "0", set()),
        ("Reste à payer", "200", {"paiement-partiel A2"}),
        ("Reste à payer", "1150", {"paiement-partiel A2"}),
        ("Date de paiement;Reste à payer", "30/04/2020;1200", {"paiement-partiel A2"}),
        ("Date de paiement;Reste à payer", "30/04/2020;0", set()),
    ],
)
def test_a_part_paid_is_that_of_an_amount_with_its_vat(
    tmp_path: Path, titles: str, cells: str, expected: set[str]
) -> None:
    text = f"Date;Client;Prestation;Montant HT;{titles}\n31/03/2020;Ponant;Étude;1000;{cells}\n"
    found = said(tmp_path, {"factures.csv": text})
    assert {it for it in found if "exercice" not in it} == expected


@pytest.mark.parametrize(
    "titles",
    ["Acompte versé;Net à payer", "Net à payer;Acompte déjà versé", "Bordereau;Date de remise"],
)
def test_what_is_left_of_an_invoice_bears_on_no_figure(tmp_path: Path, titles: str) -> None:
    text = f"Date;Client;Prestation;Montant HT;{titles}\n31/03/2020;Ponant;Étude;1000;200;800\n"
    assert not any("colonne" in it for it in said(tmp_path, {"factures.csv": text}))


@pytest.mark.parametrize(
    ("name", "means", "discount", "refused"),
    [
        ("Encaissements", "Chèque", "R12", False),
        ("Encaissements", "", "4587", False),
        ("Encaissements", "Chèque", "02/04/2020", False),
        ("Encaissements", "Chèque", "10 %", True),
        ("Ventes", "Chèque", "4587", False),
        ("Ventes", "Chèque", "02/04/2020", False),
        ("Ventes", "Chèque", "100", True),
        ("Ventes", "Virement", "4587", True),
        ("Ventes", "", "R12", True),
    ],
)
def test_the_slip_of_cheques_at_the_bank_is_no_discount(
    tmp_path: Path, name: str, means: str, discount: str, *, refused: bool
) -> None:
    header = "Date;Client;Prestation;Mode de paiement;Remise;Montant HT\n"
    text = f"{header}31/03/2020;Ponant;Étude;{means};{discount};1200\n"
    assert any("remise" in it for it in said(tmp_path, {f"{name}.csv": text})) is refused


def by_month(root: Path, text: str, name: str = "CA HT.csv") -> list[str]:
    """Return the months and the amounts of a table, or what is refused of it."""
    found = said(root, {name: text})
    try:
        return [f"{line.date:%m/%Y} {line.amount:.0f}" for line in load(root).activity.sales]
    except BadData:
        return sorted(found)


READ = ["11/2019 7000", "12/2019 1500", "01/2020 1000", "02/2020 1200"]
ROW = "Ponant;7000;1500;1000;1200\n"


@pytest.mark.parametrize(
    "text",
    [
        f"Client;nov. 2019;déc. 2019;janv. 2020;févr. 2020\n{ROW}",
        f"Client;nov-19;déc-19;janv-20;févr-20\n{ROW}",
        f"Client;Nov 19;Déc 19;Janv 20;Févr 20\n{ROW}",
        f";2019;;2020;\nClient;nov.;déc.;janv.;févr.\n{ROW}",
        (
            "Client;nov. 2019;déc. 2019;Total 2019;janv. 2020;févr. 2020;Total 2020;Total\n"
            "Ponant;7000;1500;8500;1000;1200;2200;10700\n"
        ),
        (
            ";2019;;;2020;;\nClient;nov.;déc.;Total;janv.;févr.;Total\n"
            "Ponant;7000;1500;8500;1000;1200;2200\n"
        ),
        (
            ";2019;;;2020;;;\nClient;nov.;déc.;Total;janv.;févr.;Total;Total\n"
            "Ponant;7000;1500;8500;1000;1200;2200;10700\n"
        ),
    ],
)
def test_months_of_two_years_are_columns(tmp_path: Path, text: str) -> None:
    assert by_month(tmp_path, text) == READ


PARTS = "un trimestre ou une année par colonne"
APART = "des mois qui ne se suivent pas : de quelle année ?"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Client;T1 2020;T2 2020;T3 2020;T4 2020", f"{PARTS} B1"),
        ("Client;TJM;1er trimestre;2e trimestre;3e trimestre", f"{PARTS} C1"),
        ("Client;S1 2020;S2 2020;Total;Note", f"{PARTS} B1"),
        ("Client;2019;2020;2021;Total", f"{PARTS} B1"),
        ("Client;nov.;déc.;janv.;févr.", f"{APART} D1"),
        ("Client;janv. 2020;févr. 2020;janv. 2019;févr. 2019", f"{APART} D1"),
        (
            "Client;nov. 2019;déc. 2019;Total 2019;janv. 2020",
            "total différent de la somme D2",
        ),
        (";;2019;2020;\nClient;nov.;déc.;janv.;févr.", f"{APART} D2"),
    ],
)
def test_other_columns_of_time_are_refused_by_their_cell(
    tmp_path: Path, header: str, expected: str
) -> None:
    assert by_month(tmp_path, f"{header}\n{ROW}") == [expected]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("lundi 2 mars 2020", set()),
        ("lun. 2 mars 2020", set()),
        ("Mon 2 Mar 2020", set()),
        ("mardi 2 mars 2020", {"date illisible A2"}),
        ("dim 02/03/2020", {"date illisible A2"}),
        ("Tue 2 March 2020", {"date illisible A2"}),
    ],
)
def test_the_name_of_a_weekday_is_that_of_its_date(
    tmp_path: Path, cells: str, expected: set[str]
) -> None:
    found = said(tmp_path, {"jours.csv": f"Date;Client;Jours;TJM\n{cells};Ponant;1;700\n"})
    assert {it for it in found if "exercice" not in it} == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("02/03/2020;06/03/2020;Ponant;5;700", set()),
        ("06/03/2020;02/03/2020;Ponant;5;700", {"une fin avant le début B2"}),
        ("02/03/2020;03/03/2020;Ponant;5;700", {"jour-double A2"}),
        ("02/03/2020;03/03/2020;Ponant;2;700", set()),
        ("02/03/2020;02/03/2020;Ponant;1;700", set()),
        ("02/03/2020;02/03/2020;Ponant;3;700", {"jour-double A2"}),
    ],
)
def test_a_period_ends_after_it_begins_and_holds_its_days(
    tmp_path: Path, cells: str, expected: set[str]
) -> None:
    found = said(tmp_path, {"jours.csv": f"Du;Au;Client;Jours;TJM\n{cells}\n"})
    assert {it for it in found if "exercice" not in it} == expected


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (("3.5", "3.5", "3.5"), True),
        (("4", "2", "4"), True),
        (("7", "7", "7"), True),
        (("1", "0.5", "1"), False),
        (("1", "2", "1"), False),
    ],
)
def test_several_days_on_each_date_are_hours(
    tmp_path: Path, days: tuple[str, ...], *, code: bool
) -> None:
    rows = [f"{date};Ponant;{one};700" for date, one in zip(WEEK, days, strict=True)]
    found = said(tmp_path, {"jours.csv": "Date;Client;Jours;TJM\n" + "\n".join(rows) + "\n"})
    assert any(it.startswith("heures-en-jours") for it in found) is code


WEEK = ("02/03/2020", "03/03/2020", "04/03/2020")


@pytest.mark.parametrize("hours", ["7", "7.5", "7.8", "8", "6.9"])
def test_the_usual_hours_of_a_day_are_known(hours: str, tmp_path: Path) -> None:
    rows = "".join(f"{it};{who};{hours};700\n" for it, who in zip(WEEK, "ABA", strict=True))
    found = said(tmp_path, {"jours.csv": f"Date;Client;Jours;TJM\n{rows}"})
    assert any(it.startswith("heures-en-jours") for it in found) is (hours != "6.9")


def test_days_of_several_clients_or_weeks_apart_are_days(tmp_path: Path) -> None:
    rows = ("06/03/2020;A;4;700", "09/03/2020;B;3;700", "13/03/2020;A;5;700", "16/03/2020;A;2;700")
    found = said(tmp_path, {"jours.csv": "Date;Client;Jours;TJM\n" + "\n".join(rows) + "\n"})
    assert not any(it.startswith("heures-en-jours") for it in found)


@pytest.mark.parametrize(
    ("hours", "code"),
    [
        (("7.30", "6.45", "7.15"), True),
        (("7.30", "7", "6.45"), True),
        (("7.30", "6.5", "7.15"), False),
        (("7.25", "6.75", "7.5"), False),
        (("7.3", "6.3", "7"), False),
        (("7h30", "6h45", "7h15"), False),
    ],
)
def test_minutes_behind_a_comma_are_asked_about(
    tmp_path: Path, hours: tuple[str, ...], *, code: bool
) -> None:
    rows = [f"{date};Ponant;{one};100" for date, one in zip(WEEK, hours, strict=True)]
    text = "Date;Client;Heures;Taux horaire\n" + "\n".join(rows) + "\n"
    found = said(tmp_path, {"jours.csv": text})
    assert any(it.startswith("heures-minutes C2") for it in found) is code


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("Distribution", True),
        ("Distribution 2019", True),
        ("Rachat de parts", True),
        ("Achat d’actions", True),
        ("Avance de trésorerie au gérant", True),
        ("Avance remboursable Bpifrance", True),
        ("Dotation aux amortissements", True),
        ("Amortissement portable", True),
        ("Alimentation compte pro", True),
        ("Stripe payout", True),
        ("Contrat de capitalisation", True),
        ("Ajustement", True),
        ("Solde initial", True),
        ("Transfer to savings", True),
        ("Loan repayment", True),
        ("Owner’s draw", True),
        ("Dividend 2019", True),
        ("Depreciation laptop", True),
        ("Security deposit office", True),
        ("File transfer service", False),
        ("Transfer of domain name", False),
        ("Loan of equipment, fees", False),
        ("Drawing tablet", False),
        ("Distribution de prospectus", False),
        ("Alimentation PC portable", False),
        ("Avance sur loyer", False),
        ("Plan d’actions commerciales", False),
        ("Commission Stripe", False),
        ("Ajustement de stores", False),
        ("Transfert de nom de domaine", False),
        ("Reportage photo", False),
        ("Parts de marché, étude", False),
    ],
)
def test_a_label_alone_may_say_a_movement(tmp_path: Path, label: str, *, asked: bool) -> None:
    rows = f"02/03/2020;{label};Divers;1000\n03/03/2020;Poste;Loyer;310\n"
    found = said(tmp_path, {"dépenses.csv": f"Date;Libellé;Catégorie;Montant HT\n{rows}"})
    assert any(it.startswith("mouvement") for it in found) is asked


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Montants en CAD", True),
        ("Montants en livres sterling", True),
        ("Montants en dirhams", True),
        ("Montants en euros", False),
        ("Livres et ventes", False),
    ],
)
def test_a_title_in_another_currency_is_asked_about(
    tmp_path: Path, title: str, *, asked: bool
) -> None:
    text = f"{title};;;\n{HEADER}02/03/2020;Ponant;Étude;700\n"
    found = said(tmp_path, {"forfaits.csv": text})
    assert any(it.startswith("titre-unite") for it in found) is asked


def grid(*cells: str) -> dict[str, str]:
    header = "Mission;Client;" + ";".join(map(str, range(1, 32)))
    row = "F;Ponant;" + ";".join(dict(enumerate(cells, 2)).get(day, "") for day in range(1, 32))
    return {"CRA mars 2020.csv": f"{header}\n{row}\n", "missions.csv": MISSIONS}


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (("1,5",), True),
        (("1,25", "1,5", "2"), True),
        (("7", "8"), False),
        (("2", "4", "3"), False),
        (("1", "0,5"), False),
    ],
)
def test_small_numbers_of_a_grid_may_be_days(
    tmp_path: Path, cells: tuple[str, ...], *, asked: bool
) -> None:
    found = said(tmp_path, grid(*cells))
    assert ("des jours ou des heures ? C1" in found) is asked


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Date\tClient\tMontant HT\n02/03/2020\tPonant\t700\n", True),
        ("Date;Client;Montant HT\n02/03/2020;Ponant;700\n", True),
        ("Rappeler Ponant ; puis écrire.\n", False),
        ("", False),
    ],
)
def test_a_table_saved_as_text_is_told(tmp_path: Path, text: str, *, told: bool) -> None:
    found = said(tmp_path, {"forfaits.csv": SALES, "export.txt": text})
    assert any(it.startswith("fichier ") for it in found) is told


def test_contributions_that_are_the_other_ones_are_refused(tmp_path: Path) -> None:
    found = said(tmp_path, {"paie.csv": f"{SLIPS}\n31/01/2020;Moi;3000;1260;660;1740\n"})
    assert found == {"des cotisations salariales de plus de 40 % du brut D2"}


@pytest.mark.parametrize(
    ("amounts", "asked"),
    [(("3500", "3500"), True), (("4200", "4200"), True), (("4200", "4100"), False)],
)
def test_the_halves_of_an_invoice_of_days_are_asked_about(
    tmp_path: Path, amounts: tuple[str, str], *, asked: bool
) -> None:
    first, last = amounts
    rows = f"15/03/2020;Ponant;1re quinzaine;{first}\n31/03/2020;Ponant;2e quinzaine;{last}\n"
    found = said(tmp_path, {"jours.csv": DAYS, "forfaits.csv": HEADER + rows})
    assert any(it.startswith("facture-de-jours") for it in found) is asked


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        ("Montant", ("OVH;-100,00", "VIR RECU PONANT;-7000,00"), "ce qui entre au compte"),
        ("Montant", ("OVH;-100,00", "REMISE CHEQUES 12;-7000,00"), "ce qui entre au compte"),
        ("Montant", ("VIR RECU A;-100,00", "VIR RECU PONANT;7000,00"), ""),
        ("Montant", ("OVH;-100,00", "VIR RECU PONANT REJETE;-7000,00"), ""),
        ("Crédit;Débit", ("OVH;;100,00", "VIR RECU PONANT;;7000,00"), "ce qui entre au compte"),
        ("Montant;Sens", ("OVH;100,00;S", "PONANT;7000,00;E"), ""),
        ("Montant;Sens", ("OVH;100,00;Débit", "PONANT;7000,00;Crédit"), ""),
        ("Montant;Sens", ("OVH;100,00;X", "PONANT;7000,00;Y"), "sens inconnu"),
    ],
)
def test_the_way_of_a_movement_is_that_of_its_words(
    tmp_path: Path, header: str, rows: tuple[str, ...], expected: str
) -> None:
    found = bank(tmp_path, f"Date;Libellé;{header}", *(f"02/03/2020;{row}" for row in rows))
    said_so = {it for it in found if it.startswith(("ce qui", "sens"))}
    assert all(it.startswith(expected) for it in said_so)
    assert bool(said_so) is bool(expected)


TWO = ("31/01/2020;Moi;3000;660;1260;2340", "31/01/2020;Elle;2000;440;840;1560")
AGAIN = f"{MONTHS[1]}\nTotal;;3100;680;1300;2420\nTotal général;;{{}}"


@pytest.mark.parametrize(
    ("titles", "rows", "expected"),
    [
        ("", (*TWO, "Total Moi;;3000;660;1260;2340", "Total;;5000;1100;2100;3900"), set()),
        ("", (*TWO, "Total Moi;;3001;660;1260;2340"), {f"{WRONG} C4"}),
        ("", (MONTHS[0], "", SLIPS, AGAIN.format("6100;1340;2560;4760")), set()),
        ("", (MONTHS[0], "", SLIPS, AGAIN.format("6100;1350;2560;4750")), {
            f"{WRONG} D7", f"{WRONG} F7"}),
        (";Coût total", (f"{MONTHS[0]};", "Total;;3000;660;1260;2340;4260"), set()),
        (";Réduction", (f"{MONTHS[0]};60", "Total;;3000;660;1260;2340;60"), set()),
        (";Réduction", (f"{MONTHS[0]};60", "Total;;3000;660;1260;2340;61"), {f"{WRONG} G3"}),
    ],
)  # fmt: skip
def test_a_total_of_pay_may_be_of_a_person_or_of_several_tables(
    tmp_path: Path, titles: str, rows: tuple[str, ...], expected: set[str]
) -> None:
    found = said(tmp_path, {"paie.csv": f"{SLIPS}{titles}\n" + "\n".join(rows) + "\n"})
    assert {it for it in found if it.startswith(("total d", "cellule"))} == expected


MONTHLY = "Mois;Client;Jours;TJM\nJanvier 2020;Ponant;3,25;700\nMars 2020;Ponant;5;700\n"


@pytest.mark.parametrize(
    "last",
    [
        "Mai 2020,Ponant,4,700\n",
        'Mai 2020,Ponant,"4,5",700\n',
        "Mai 2020\tPonant\t4,5\t700\n",
        "Mai 2020;Ponant;4",
    ],
)
def test_a_row_of_a_file_that_is_cut_otherwise_is_refused(tmp_path: Path, last: str) -> None:
    assert said(tmp_path, {"Jours.csv": MONTHLY + last}) == {"ligne illisible ligne 4"}


@pytest.mark.parametrize(
    "last",
    [
        "Mai 2020;Ponant;4;700",
        "Note : en mai, juin, juillet, rien\n",
        "Total;8,25",
        "Mai 2020;Ponant;4\n",
    ],
)
def test_other_last_rows_are_not(tmp_path: Path, last: str) -> None:
    found = said(tmp_path, {"Jours.csv": MONTHLY + last})
    assert not [it for it in found if "illisible" in it and "ligne 4" in it]


def test_a_grid_is_not_in_the_order_of_its_dates(tmp_path: Path) -> None:
    days = ";".join(map(str, range(1, 31)))
    marks = {"Ponant": (3, 5, 9), "Alizé": (1, 2, 4, 8)}
    rows = (
        f"{name};700;" + ";".join("1" if day in own else "" for day in range(1, 31))
        for name, own in marks.items()
    )
    grid = "\n".join((f"Client;TJM;{days}", *rows, ""))
    assert not [it for it in said(tmp_path, {"CRA Juin 2020.csv": grid}) if "dates" in it]


HALVES = "Date;Matin;Après-midi\n08/01/2020;Ponant;Alizé\n09/01/2020;Ponant;Ponant\n{};;\n"
HALVES += "13/01/2020;Ponant;Ponant\n14/01/2020;Alizé;\n"
PRICES = {"missions.csv": "Client;TJM\nPonant;700\nAlizé;600\n"}


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("10/01/2020 Ponant", {"cellule-omise A4"}),
        ("2020-01-10 Ponant Alizé", {"cellule-omise A4"}),
        ("06/01/2020 au 10/01/2020", set()),
        ("06/01/2020 - 10/01/2020", set()),
        ("Semaine du 06/01/2020", set()),
        ("Ponant 10/01/2020 1 700", {"cellule-omise A4"}),
        ('"10/01/2020;1;700"', {"cellule-omise A4"}),
        ("10/01/2020 1 700,50", {"cellule-omise A4"}),
        ("20200110 Ponant", {"cellule-omise A4"}),
        ("01/2020 Ponant", {"cellule-omise A4"}),
        ("Nantes, 10/01/2020", set()),
        ("Version 2 du 10/01/2020", set()),
        ("Mise à jour 10/01/2020 – v2", set()),
        ("Semaine 2 : 06/01/2020 - 10/01/2020", set()),
        ("Fichier n° 3 – 01/2020", set()),
    ],
)
def test_a_date_and_a_name_made_one_cell_are_asked_about(
    cell: str, told: set[str], tmp_path: Path
) -> None:
    found = said(tmp_path, {"jours.csv": HALVES.format(cell), **PRICES})
    assert {it for it in found if it.startswith("cellule-omise")} == told
    days = DAYS + f"{cell};;;\n16/03/2020;Ponant;1;700\n"
    found = said(tmp_path, {"jours.csv": days, **PRICES})
    assert {it for it in found if it.startswith("cellule-omise")} == {
        it.replace("A4", "A12") for it in told
    }


@pytest.mark.parametrize(
    ("text", "is_told"),
    [("Alizé 10/03/2020 1 600", True), ("Alizé 10/03/2020", False), ("10/03/2020 - 2", False)],
)
def test_a_line_pasted_in_a_cell_is_asked_about_wherever_it_stands(
    text: str, *, is_told: bool, tmp_path: Path
) -> None:
    rows = "Client;Date;Jours;TJM\nPonant;09/03/2020;1;700\n{};;;\nPonant;16/03/2020;1;700\n"
    found = said(tmp_path, {"jours.csv": rows.format(text)})
    assert any(it.startswith("cellule-omise") and it.endswith("3") for it in found) == is_told


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Ponant", "", "Ponant", "Alizé"), {"cellule-omise B3"}),
        (("Ponant", "", "Alizé", ""), set()),
        (("Ponant", "", "", "Ponant"), set()),
        (("Ponant", "", "", ""), set()),
        (("Ponant", "", "Ponant", "", "Alizé", "", "Ponant"), set()),
    ],
)
def test_a_client_left_out_between_two_lines_of_one_is_asked_about(
    names: tuple[str, ...], told: set[str], tmp_path: Path
) -> None:
    """Who writes a name once for the lines below does not write it again after them."""
    days = "".join(
        f"{day:02}/03/2020;{name};1\n"
        for day, name in zip((2, 3, 4, 5, 6, 9, 10), names, strict=False)
    )
    found = said(tmp_path, {"jours.csv": f"Date;Client;Jours\n{days}", **PRICES})
    assert {it for it in found if it.startswith("cellule-omise")} == told


@pytest.mark.parametrize(("ranks", "is_asked"), [("1 2 3 4", False), ("1 2 3 3", True)])
def test_the_rank_of_each_line_is_not_asked_about_in_a_file_of_text(
    ranks: str, *, is_asked: bool, tmp_path: Path
) -> None:
    lines = (f"{rank};0{rank}/03/2020;Ponant;1;700" for rank in ranks.split())
    found = said(tmp_path, {"jours.csv": "\n".join(("index;Date;Client;Jours;TJM", *lines, ""))})
    assert any(it.startswith("colonne ") for it in found) == is_asked


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        # by days, then the dates as they were
        ("03 A 0.5, 10 A 0.5, 11 - 0.5, 04 - 1, 05 - 1, 09 B 1", {"cellule-omise B4"}),
        ("09 B 1, 04 A 1, 05 - 1, 03 - 0.5, 10 A 0.5, 11 - 0.5", set()),  # in no order of days
        ("04 A 1, 05 - 1, 09 B 1, 03 - 0.5, 10 A 0.5, 11 - 0.5", {"cellule-omise B3"}),
        # by client, those that have none last
        ("03 A 1, 09 B 1, 16 C 1, 04 - 2, 10 - 1, 12 - 0.5", {"cellule-omise B5"}),
        ("03 A 1, 09 B 1, 16 C 1, 17 - 2, 18 - 1, 12 - 0.5", set()),  # the days of C
        ("03 A 1, 16 B 1, 04 - 2, 10 - 1, 12 - 0.5", set()),  # two names are in an order by chance
        ("16 C 1, 03 A 1, 09 B 1, 04 - 2, 10 - 1, 12 - 0.5", set()),
        # as they were typed: by date, or for each client
        ("03 A 0.5, 04 - 0.5, 05 - 0.5, 09 B 1, 10 - 1, 11 A 1", set()),
        ("09 A 0.5, 10 - 0.5, 11 - 0.5, 03 B 1, 04 - 1, 05 - 1", set()),
        ("09 A 0.5, 03 - 1, 04 - 1, 05 - 1", set()),
    ],
)
def test_a_client_left_out_of_lines_that_were_sorted_is_asked_about(
    rows: str, told: set[str], tmp_path: Path
) -> None:
    lines = (row.replace("-", "").split(" ") for row in rows.split(", "))
    days = "".join(f"{day}/03/2020;{name};{days}\n" for day, name, days in lines)
    prices = {"missions.csv": "Client;TJM\nA;700\nB;600\nC;800\n"}
    found = said(tmp_path, {"jours.csv": f"Date;Client;Jours\n{days}", **prices})
    assert {it for it in found if it.startswith("cellule-omise")} == told
