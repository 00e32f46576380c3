"""The files that tools export, under their own titles: read, or refused for what they are."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from reporter.errors import BadData
from tests.sources.test_trackers import MISSIONS, books

if TYPE_CHECKING:
    from pathlib import Path

LISTS = {
    "Odoo": (
        "Factures odoo.csv",
        """
Numéro;Nom d'affichage du partenaire de la facture;Date de facturation;Date d'échéance;\
Montant hors taxes signé;Total signé;Total signé en devises;Statut du paiement;Statut
FAC/2020/00001;Ponant;2020-03-31;2020-04-30;1000.00;1200.00;1200.00;Payé;Comptabilisé
RFAC/2020/00001;Ponant;2020-04-03;2020-04-03;-250.00;-300.00;-300.00;Payé;Comptabilisé
FAC/2020/00002;Alizé;2020-04-30;2020-05-30;500.00;600.00;600.00;Non payées;Comptabilisé
/;Alizé;2020-05-30;2020-05-30;700.00;840.00;840.00;Non payées;Brouillon
""",
        ["1000", "-250", "500"],
    ),
    "Odoo, in English": (
        "Invoices odoo.csv",
        """
Number,Invoice Partner Display Name,Invoice/Bill Date,Due Date,Untaxed Amount Signed,Total Signed,\
Payment Status,Status
INV/2020/00001,Ponant,2020-03-31,2020-04-30,1000.00,1200.00,Paid,Posted
RINV/2020/00001,Ponant,2020-04-03,2020-04-03,-250.00,-300.00,Paid,Posted
""",
        ["1000", "-250"],
    ),
    "Harvest": (
        "harvest_invoice_report.csv",
        """
Issue Date,Last Payment Date,ID,PO Number,Client,Subject,Invoice Amount,Paid Amount,Balance,\
Subtotal,Discount,Tax,Tax2,Currency,Currency Symbol
2020-03-28,2020-04-12,12,,Ponant,Audit,1200.00,1200.00,0.00,1000.00,0.00,200.00,0.00,Euro - EUR,€
2020-04-28,2020-05-12,13,,Alizé,Audit,600.00,600.00,0.00,500.00,0.00,100.00,0.00,Euro - EUR,€
2020-05-28,2020-06-12,14,,Ponant,Audit,960.00,960.00,0.00,800.00,0.00,160.00,0.00,Euro - EUR,€
2020-06-28,,15,,Alizé,Audit,780.00,0.00,780.00,650.00,0.00,130.00,0.00,Euro - EUR,€
""",
        ["1000", "500", "800", "650"],
    ),
    "FreshBooks": (
        "invoice_details.csv",
        """
Client Name,Invoice #,Date Issued,Date Due,Invoice Status,Date Paid,Item Name,Quantity,\
Discount Percentage,Line Subtotal,Tax 1 Type,Tax 1 Amount,Tax 2 Type,Tax 2 Amount,Line Total,\
Currency
Ponant,12,2020-03-28,2020-04-28,paid,2020-04-12,Audit,1.00,0.00,1000.00,TVA,200.00,,0.00,1200.00,\
EUR
Alizé,13,2020-04-28,2020-05-28,paid,2020-05-12,Audit,1.00,0.00,500.00,TVA,100.00,,0.00,600.00,EUR
Ponant,14,2020-05-28,2020-06-28,paid,2020-06-12,Audit,1.00,0.00,800.00,TVA,160.00,,0.00,960.00,EUR
Alizé,15,2020-06-28,2020-07-28,sent,,Audit,1.00,0.00,650.00,TVA,130.00,,0.00,780.00,EUR
""",
        ["1000", "500", "800", "650"],
    ),
    "Zoho": (
        "Invoice.csv",
        """
Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer Name,Due Date,Currency Code,\
Item Name,Quantity,Usage unit,Item Price,Item Total,Item Tax %,Item Tax Amount,SubTotal
2020-03-31,9001,INV-1,Closed,Ponant,2020-04-30,EUR,Audit,2.00,,400.00,800.00,20,160.00,1000.00
2020-03-31,9001,INV-1,Closed,Ponant,2020-04-30,EUR,Atelier,1.00,,200.00,200.00,20,40.00,1000.00
2020-04-30,9002,INV-2,Sent,Alizé,2020-05-30,EUR,Audit,1.00,,500.00,500.00,20,100.00,500.00
2020-05-30,9003,INV-3,Void,Alizé,2020-06-30,EUR,Audit,1.00,,700.00,700.00,20,140.00,700.00
""",
        ["800", "200", "500"],
    ),
    "Henrri": (
        "henrri.csv",
        """
N° de document;Type de document;Date;Nom client;Total HT;Total TVA;Total TTC;Reste dû
F-1;Facture;31/03/2020;Ponant;1000,00;200,00;1200,00;0,00
F-2;Facture;30/04/2020;Alizé;500,00;100,00;600,00;600,00
""",
        ["1000", "500"],
    ),
    "VosFactures": (
        "factures.csv",
        """
Numéro;Type;Date d'émission;Date de vente;Date limite de paiement;Acheteur;Total HT;TVA;Total TTC;\
État
1/2020;Facture;2020-03-31;2020-03-31;2020-04-30;Ponant;1000,00;200,00;1200,00;Payée
2/2020;Facture;2020-04-30;2020-04-30;2020-05-30;Alizé;500,00;100,00;600,00;Vue
""",
        ["1000", "500"],
    ),
    "Pennylane": (
        "factures.csv",
        """
Numéro;Date d'émission;Date de création;Client;Montant HT;TVA;Montant TTC;Statut;Date de paiement;\
Reste à régler
F-1;31/03/2020;30/03/2020;Ponant;1000,00;200,00;1200,00;Payée;20/04/2020;0,00
F-2;30/04/2020;29/04/2020;Alizé;500,00;100,00;600,00;À venir;;600,00
""",
        ["1000", "500"],
    ),
    "Bonsai": (
        "invoices bonsai.csv",
        """
Invoice Number,Client,Project,Issued Date,Paid Date,Status,Amount,Tax,Total,Currency
F-1,Ponant,Audit,2020-03-31,2020-04-20,Paid,1000.00,200.00,1200.00,EUR
F-2,Alizé,Audit,2020-04-30,,Past due,500.00,100.00,600.00,EUR
""",
        ["1000", "500"],
    ),
    "Chorus Pro": (
        "factures_emises.csv",
        """
Numéro facture;Date de facture;Destinataire;Total Excl;Total VAT;Total Incl;Statut
F-1;31/03/2020;Ponant;1000,00;200,00;1200,00;Mise en paiement
F-2;30/04/2020;Alizé;500,00;100,00;600,00;Mandatée
""",
        ["1000", "500"],
    ),
    "Dolibarr": (
        "export_facture_1.csv",
        """
Nom tiers;Réf. facture;Date facturation;Total HT;Montant TVA;Total TTC
Ponant;FA2003-0001;2020-03-31;1000.00;200.00;1200.00
Alizé;FA2004-0001;2020-04-30;500.00;100.00;600.00
""",
        ["1000", "500"],
    ),
}


@pytest.mark.parametrize("tool", LISTS)
def test_the_invoices_of_a_tool_are_read_to_the_cent_without_a_question(
    tool: str, tmp_path: Path
) -> None:
    name, text, amounts = LISTS[tool]
    read = books(tmp_path, {name: text})
    assert [line.amount for line in read.activity.fees] == [*map(Decimal, amounts)]
    asked = {doubt.shown for doubt in read.seen if doubt.code != "ecartee"}
    assert asked <= {"SubTotal"}  # the whole invoice's, on each of its lines


def test_the_payments_of_a_list_are_dated_and_one_in_part_is_none(tmp_path: Path) -> None:
    name, text, _ = LISTS["Harvest"]
    read = books(tmp_path, {name: text.replace("1200.00,1200.00,0.00", "1200.00,700.00,500.00")})
    fees = read.activity.fees
    assert [line.paid and line.paid.month for line in fees] == [None, 5, 6, None]
    assert "paiement-partiel" in {doubt.code for doubt in read.seen}


def test_what_is_left_to_pay_of_an_invoice_tells_a_part(tmp_path: Path) -> None:
    name, text, _ = LISTS["Pennylane"]
    read = books(tmp_path, {name: text.replace("20/04/2020;0,00", "20/04/2020;300,00")})
    assert "paiement-partiel" in {doubt.code for doubt in read.seen}


@pytest.mark.parametrize("tool", ["Odoo", "Odoo, in English"])
def test_a_partner_is_a_client_where_its_owner_says_so(tool: str, tmp_path: Path) -> None:
    _, text, amounts = LISTS[tool]
    files, (asked, told) = {"Pièce comptable (account.move).csv": text}, ("a", "b")
    (tmp_path / asked).mkdir()
    (tmp_path / told).mkdir()
    with pytest.raises(BadData) as caught:
        books(tmp_path / asked, files)
    (line,) = re.findall(r'"[^"]+" = "Client"', caught.value.errors[0].fix)
    read = books(tmp_path / told, files, f"[colonnes]\n{line}\n")
    assert [it.amount for it in read.activity.fees] == [*map(Decimal, amounts)]


def test_what_is_to_come_is_issued_only_where_each_payment_has_its_day(tmp_path: Path) -> None:
    _, text, _ = LISTS["Pennylane"]
    with pytest.raises(BadData) as caught:
        books(tmp_path, {"factures.csv": text.replace("Date de paiement", "Note")})
    assert [error.what for error in caught.value.errors] == ["statut inconnu"]


@pytest.mark.parametrize("word", ["Extourné", "Annulé", "Brouillon"])
def test_what_the_status_of_a_payment_undoes_is_heard_beside_that_of_its_invoice(
    word: str, tmp_path: Path
) -> None:
    head = "Numéro;Date;Client;Montant HT;Montant TTC;Statut;Statut du paiement\n"
    paid = ["Payé", "Payé", "Non payées", word, "Non payées", "Payé"]
    rows = [
        f"F-{n};1{n}/03/2020;Ponant;{n}000;{n}200;Comptabilisé;{it}" for n, it in enumerate(paid, 1)
    ]
    read = books(tmp_path, {"factures.csv": head + "\n".join(rows)})
    (doubt,) = (it for it in read.seen if it.place.cell == "G5")
    assert doubt.shown == word
    assert [it.place.cell for it in read.seen if it.code in ("remarque", "colonne")] in ([], ["G5"])


TIMES = {
    "My Hours": (
        "temps.csv",
        """
Date,Client,Project,Start,End,Duration,Billable,Amount
02/03/2020,Compagnie du Ponant,Flux,09:00,16:00,7:00,Yes,700
13/03/2020,Compagnie du Ponant,Flux,09:00,12:30,3:30,Yes,350
""",
    ),
    "Watson": (
        "watson.csv",
        """
id,start,stop,project,tags
a1,2020-03-02 09:00:00,2020-03-02 16:00:00,Flux,dev
a2,2020-03-03 09:00:00,2020-03-03 12:30:00,Flux,dev
""",
    ),
    "Super Productivity": (
        "temps.csv",
        """
Date;Start;End;Time;Project
2020-03-02;09:00;16:00;7:00;Flux
2020-03-03;09:00;12:30;3:30;Flux
""",
    ),
    "Timely": (
        "timely.csv",
        """
Date,Client,Project,Note,Hourly rate,Logged Hours
2020-03-02,Compagnie du Ponant,Flux,,100,7
2020-03-03,Compagnie du Ponant,Flux,,100,3.5
""",
    ),
    "FreshBooks": (
        "time_entry_details.csv",
        """
Date,Client,Project,Note,Status,Hours
2020-03-02,Compagnie du Ponant,Flux,,Billed,7
2020-03-03,Compagnie du Ponant,Flux,,Billed,3.5
""",
    ),
    "hours and minutes": (
        "temps.csv",
        """
Date;Client;Mission;Durée (hh:mm)
02/03/2020;Compagnie du Ponant;Flux;7:00
03/03/2020;Compagnie du Ponant;Flux;3:30
""",
    ),
}


@pytest.mark.parametrize("tool", TIMES)
def test_the_times_of_a_tool_are_read_without_a_question(tool: str, tmp_path: Path) -> None:
    name, text = TIMES[tool]
    read = books(tmp_path, {name: text, "missions.csv": MISSIONS})
    assert [(line.client, line.amount) for line in read.activity.days] == [
        ("Compagnie du Ponant", 700),
        ("Compagnie du Ponant", 350),
    ]
    assert not list(read.seen)


def test_the_entries_of_an_unknown_project_have_no_client(tmp_path: Path) -> None:
    name, text = TIMES["Watson"]
    with pytest.raises(BadData) as caught:
        books(tmp_path, {name: text.replace("Flux", "Perso"), "missions.csv": MISSIONS})
    assert {error.what for error in caught.value.errors} == {"saisie sans client"}


TEMPO = (
    "Issue Key,Hours,Work date,Full name,Account Customer,Project Name,Work Description,"
    "Billed Hours\n"
)
MORNING = "F-1,7,2020-03-02 08:00,Anne,Compagnie du Ponant,Flux,a,7\n"
NEXT_DAY = "F-1,7,2020-03-03 08:00,Anne,Compagnie du Ponant,Flux,a,3.5\n"
OTHER = "F-2,1,2020-03-02 08:00,Anne,24ème Rue,Audit,b,1\n"


def test_the_billed_hours_of_tempo_count_all_begun_at_its_hour(tmp_path: Path) -> None:
    files = {"a.csv": TEMPO + MORNING + NEXT_DAY, "b.csv": TEMPO + OTHER}
    read = books(tmp_path, {**files, "missions.csv": MISSIONS})
    assert sorted(line.amount for line in read.activity.days) == [Decimal("92.5"), 350, 700]
    assert {doubt.code for doubt in read.seen} == {"non-facturable"}


@pytest.mark.parametrize(
    ("rows", "code", "cell"),
    [
        (MORNING + OTHER + MORNING, "doublon", "C4"),
        (MORNING + NEXT_DAY.replace("3.5", "7.5"), "duree-differente", "H3"),
    ],
)
def test_an_entry_of_tempo_twice_or_billed_for_more_is_told(
    rows: str, code: str, cell: str, tmp_path: Path
) -> None:
    read = books(tmp_path, {"tempo.csv": TEMPO + rows, "missions.csv": MISSIONS})
    assert [(it.code, it.place.cell) for it in read.seen] == [(code, cell)]


def test_the_same_work_later_in_a_day_of_tempo_is_another_entry(tmp_path: Path) -> None:
    short = MORNING.replace(",7,", ",2,").replace(",7\n", ",2\n")
    text = TEMPO + short + short.replace("08:00", "14:00")
    read = books(tmp_path, {"tempo.csv": text, "missions.csv": MISSIONS})
    assert [line.amount for line in read.activity.days] == [400]
    assert not list(read.seen)


def test_an_entry_of_tempo_in_two_exports_is_refused(tmp_path: Path) -> None:
    files = {"a.csv": TEMPO + MORNING + NEXT_DAY, "b.csv": TEMPO + NEXT_DAY + OTHER}
    with pytest.raises(BadData) as caught:
        books(tmp_path, {**files, "missions.csv": MISSIONS})
    assert [error.place.cell for error in caught.value.errors] == ["C2"]


STATEMENTS = {
    "Qonto": """
Statut;Date de la valeur (local);Montant total (TTC);Débit;Crédit;Solde;Devise;Nom du compte;\
Montant total (HT);Nom de la contrepartie
Exécuté;31-03-2020;-12,00;12,00;;88,00;EUR;Principal;-10,00;Macif
""",
    "Shine": """
Date de la valeur;Date d'opération;Débit;Crédit;Solde bancaire;Libellé;Nom de la contrepartie;\
Montant HT;Montant de TVA total
31/03/2020;31/03/2020;12,00;0,00;88,00;Macif;Macif;10,00;2,00
""",
    "Revolut": """
Date started (UTC),Date completed (UTC),ID,Type,State,Description,Orig amount,Amount,Total amount,\
Balance
2020-03-31,2020-03-31,a1,CARD_PAYMENT,COMPLETED,Macif,-12.00,-12.00,-12.00,88.00
""",
    "BoursoBank": """
dateOp;dateVal;label;category;supplierFound;amount;accountbalance
2020-03-31;2020-03-31;CARTE MACIF;Assurance;macif;-12,00;88.00
""",
    "N26": """
Booking Date,Value Date,Partner Name,Type,Amount (EUR)
2020-03-31,2020-03-31,Macif,Card,-12.00
""",
    "Wise": """
ID,Date,Amount,Currency,Description,Running Balance,Merchant,Total fees
T1,31-03-2020,-12.00,EUR,Macif,88.00,Macif,0
""",
}


@pytest.mark.parametrize("name", ["depenses.csv", "ventes.csv", "export.csv"])
@pytest.mark.parametrize("bank", STATEMENTS)
def test_a_statement_is_told_whatever_it_is_called(bank: str, name: str, tmp_path: Path) -> None:
    with pytest.raises(BadData) as caught:
        books(tmp_path, {name: STATEMENTS[bank].lstrip()})
    (error,) = caught.value.errors
    assert "relevé de compte" in error.what
    assert "data/banque/" in error.fix


@pytest.mark.parametrize("title", ["Date completed", "Booking date", "Valeur", "Solde"])
def test_what_others_write_too_is_no_sign_of_a_statement(title: str, tmp_path: Path) -> None:
    text = f"Date;Client;Montant HT;{title}\n31/03/2020;Ponant;1000;31/03/2020\n"
    assert [it.amount for it in books(tmp_path, {"ventes.csv": text}).activity.fees] == [1000]


@pytest.mark.parametrize("party", ["Client", "Fournisseur"])
@pytest.mark.parametrize("title", ["Date de valeur", "Settlement date", "Date valeur banque"])
def test_books_may_say_when_the_bank_was_paid(title: str, party: str, tmp_path: Path) -> None:
    text = f"Date;{party};Montant HT;{title}\n31/03/2020;Ponant;1000;31/03/2020\n"
    name = "ventes.csv" if party == "Client" else "depenses.csv"
    (line,) = books(tmp_path, {name: text}).activity.lines
    assert line.amount == 1000


EXPENSES = "Date;Marchand;Montant HT;Montant TTC;Statut;Facturable;Escompte\n"


@pytest.mark.parametrize("name", ["dext-costs.csv", "mooncard.csv"])
def test_the_expenses_of_a_tool_are_read_without_a_question(name: str, tmp_path: Path) -> None:
    rows = [f"0{n}/03/2020;Train {n};{n}0,00;{n}2,00;Exportée;Non;0,00" for n in range(1, 5)]
    read = books(tmp_path, {name: EXPENSES + "\n".join(rows)})
    assert [line.amount for line in read.activity.expenses] == [10, 20, 30, 40]
    assert not list(read.seen)


@pytest.mark.parametrize(
    ("statuses", "asked"),
    [
        (["Remboursée", "Remboursée", "Validée"], 0),
        (["Remboursée", "Validée", "Validée"], 1),
        (["Remboursée", "Validée"], 1),
    ],
)
def test_expenses_are_mostly_repaid_to_who_advanced_them(
    statuses: list[str], asked: int, tmp_path: Path
) -> None:
    rows = [
        f"0{n}/03/2020;Train {n};{n}0,00;{n}2,00;{it};Non;0,00" for n, it in enumerate(statuses, 1)
    ]
    read = books(tmp_path, {"notes de frais.csv": EXPENSES + "\n".join(rows)})
    assert [doubt.code for doubt in read.seen] == ["peut-etre-annule"] * asked
    assert len(read.activity.expenses) == len(statuses)


def test_sales_that_are_mostly_repaid_are_all_asked_about(tmp_path: Path) -> None:
    rows = [f"F-{n};0{n}/03/2020;Ponant;{n}000;Remboursée\n" for n in range(1, 5)]
    text = "Numéro;Date;Client;Montant HT;Statut\n" + "".join(rows)
    read = books(tmp_path, {"factures.csv": text})
    assert [doubt.code for doubt in read.seen] == ["peut-etre-annule"] * 4


@pytest.mark.parametrize(
    ("cells", "asked"),
    [("0.00 0.00 0.00 0.00", []), ("5.00 5.00 7.00 0.00", ["colonne"])],
)
def test_a_column_of_zeros_with_their_cents_is_asked_of_nobody(
    cells: str, asked: list[str], tmp_path: Path
) -> None:
    rows = [f"F-{n};0{n}/03/2020;Ponant;{n}000;{it}\n" for n, it in enumerate(cells.split(), 1)]
    text = "Numéro;Date;Client;Montant HT;Écotaxe\n" + "".join(rows)
    assert [doubt.code for doubt in books(tmp_path, {"factures.csv": text}).seen] == asked
