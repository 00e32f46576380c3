"""Books of independents, read at first sight, and those near them that are asked about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reporter.books import load
from reporter.sources.tables.sheet_names import in_full
from tests.sources.test_books_of_new_users import codes
from tests.sources.test_common_layouts import books, refusals, sums

SOLD = (
    "Date;Client;Montant HT;{}\n08/01/2024;Ponant;1000;{}\n09/02/2024;Alizé;700;{}\n"
    "11/03/2024;Ponant;400;{}\n12/04/2024;Rivage;900;{}\n"
)
SPENT = (
    "Date;Fournisseur;Libellé;Montant HT;TVA;Montant TTC\n"
    "08/01/2024;La Cantine;{};30;3;33\n09/01/2024;OVH;Hébergement;10;2;12\n"
)
DAYS = " ".join(f";{day}" for day in range(1, 32)).replace(" ", "")


@pytest.mark.parametrize(
    ("title", "cells", "asked"),
    [
        ("Vu", ("x", "", "x", ""), False),
        ("Transmis", ("oui", "oui", "", "ok"), False),
        ("Facture archivée", ("x", "x", "x", "x"), False),
        ("Version", ("v1", "v2", "v1", "v1"), False),
        ("Reste à faire", ("4000", "3300", "2900", "2000"), False),
        ("Vu", ("x", "non", "x", ""), True),
        ("Pôle", ("x", "x", "x", ""), True),
        ("Livré", ("x", "x", "", "x"), True),
        ("Validée", ("x", "x", "", "x"), True),
        ("Vendues", ("x", "x", "", "x"), True),
        ("Contrat", ("x", "x", "x", "x"), True),
        ("Annulé", ("x", "", "", ""), True),
        ("Offert", ("x", "x", "", "x"), True),
        ("Version", ("12", "v2", "v1", "v1"), True),
        ("Reste à faire", ("4000", "3300", "2900", "2001"), True),
        ("Reste à faire", ("4000", "3300", "2900", ""), True),
    ],
)
def test_columns_that_tick_or_count_what_bears_on_nothing(
    title: str, cells: tuple[str, ...], *, asked: bool, tmp_path: Path
) -> None:
    assert sums(tmp_path, {"Factures": SOLD.format(title, *cells)}).revenue == 3000
    assert bool({"colonne", "peut-etre-annule"} & {*codes(tmp_path)}) == asked


@pytest.mark.parametrize(
    ("label", "asked"),
    [("Déjeuner client", False), ("Déjeuner", True), ("Cantine des enfants", True)],
)
def test_a_table_where_a_client_was_invited_is_no_home(
    label: str, *, asked: bool, tmp_path: Path
) -> None:
    assert sums(tmp_path, {"Dépenses": SPENT.format(label)}).spent == 40
    assert ("mouvement-possible" in codes(tmp_path)) == asked


def cra(*titles: str, first: str = "Client", name: str = "Ponant") -> str:
    row = f"{name};;1;1{';' * 28}"
    return "\n".join([*titles, "", f"{first}{DAYS}", row])


@pytest.mark.parametrize("price", ["TJM : 600 €", "TJM;600", "Tarif journalier HT : 600"])
def test_the_price_of_a_grid_stands_above_it(price: str, tmp_path: Path) -> None:
    found = sums(tmp_path, {"CRA mars 2024": cra(price)})
    assert (found.revenue, found.days) == (1200, 2)


@pytest.mark.parametrize("prices", [("TJM : 600", "TJM : 700"), ("TJM : à voir",), ("Prix : 600",)])
def test_several_prices_above_a_grid_are_none(prices: tuple[str, ...], tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"CRA mars 2024": cra(*prices)})
    assert bad.what == "TJM inconnu"


def test_the_price_of_a_row_goes_before_that_of_its_grid(tmp_path: Path) -> None:
    text = cra("TJM : 600").replace("Client", "Client;TJM").replace("Ponant;", "Ponant;0;")
    assert sums(tmp_path, {"CRA mars 2024": text}).revenue == 0


def test_a_grid_of_missions_alone_is_refused_once(tmp_path: Path) -> None:
    text = cra("TJM : 600", first="Mission")
    text += "\n" + text.splitlines()[-1].replace("Ponant", "Alizé")
    (bad,) = refusals(tmp_path, {"CRA mars 2024": text})
    assert bad.what == "une grille sans clients"
    settings = '[colonnes]\n"Mission" = "Client"\n'
    assert sums(tmp_path, {"CRA mars 2024": text}, settings).revenue == 2400


@pytest.mark.parametrize(
    ("rates", "clients"),
    [
        ("Client;TJM\nPonant;600\nAlizé;500", {"Ponant", "Alizé"}),
        ("Client;Mission;TJM\nGrand Port;Ponant;600\nGrand Port;Alizé;500", {"Grand Port"}),
    ],
)
def test_a_grid_of_missions_that_are_clients_elsewhere_is_of_them(
    rates: str, clients: set[str], tmp_path: Path
) -> None:
    """« Mission » heads the names of clients as often as those of missions: the prices tell."""
    text = cra(first="Mission")
    text += "\n" + text.splitlines()[-1].replace("Ponant", "Alizé")
    files = {"CRA mars 2024": text, "Missions": rates}
    assert {it.client for it in books(tmp_path, files).days} == clients
    assert sums(tmp_path, files).revenue == 2200


def test_a_mission_called_as_another_client_is_of_its_own(tmp_path: Path) -> None:
    days = ";".join(map(str, range(1, 32)))
    text = f"CRA mars 2024\nClient;Mission;TJM;{days}\nGrand Port;Ponant;600;1{';' * 30}"
    files = {"CRA mars 2024": text, "Missions": "Client;TJM\nPonant;600\n"}
    assert {it.client for it in books(tmp_path, files).days} == {"Grand Port"}


MIXED = (
    "Date;Client;Prestation;Jours;TJM;Montant HT\n31/01/2024;Ponant;Régie;10;600;6000\n"
    "31/01/2024;Ponant;{};{};{};210\n29/02/2024;Ponant;Régie;9;600;5400\n"
)


@pytest.mark.parametrize("total", ["", "Total;;;19;;11610\n"])
def test_a_row_without_time_nor_its_price_among_days_is_a_fee(total: str, tmp_path: Path) -> None:
    found = books(tmp_path, {"Facturation": MIXED.format("Frais refacturés", "", "") + total})
    assert [(it.client, it.service, it.amount) for it in found.fees] == [
        ("Ponant", "Frais refacturés", 210)
    ]
    assert sum(it.days for it in found.days) == 19


def test_what_is_worth_half_days_is_a_fee_where_it_says_so(tmp_path: Path) -> None:
    rows = MIXED.replace(";210", ";2700")
    (bad,) = refusals(tmp_path, {"Facturation": rows.format("Audit", "", "")})
    assert bad.place.cell == "D3"
    found = books(tmp_path, {"Facturation": rows.format("Forfait audit", "", "")})
    assert [it.amount for it in found.fees] == [2700]


@pytest.mark.parametrize(
    "row",
    [("Régie", "", ""), ("", "", ""), ("Frais", "", "600"), ("Frais", "0", ""), ("Frais", "", "0")],
)
def test_a_row_that_may_have_lost_its_days_is_refused(row: tuple[str, ...], tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Facturation": MIXED.format(*row)})
    assert (bad.what, bad.place.cell) == ("zéro" if row[1] else "cellule vide", "D3")


def test_a_row_without_days_beside_no_price_of_them_is_refused(tmp_path: Path) -> None:
    text = "Date;Client;Prestation;Jours;Montant HT\n31/01/2024;Ponant;Régie;10;6000\n"
    (bad,) = refusals(tmp_path, {"Facturation": f"{text}31/01/2024;Ponant;Frais;;210\n"})
    assert bad.place.cell == "D3"


@pytest.mark.parametrize("title", ["Client : Ponant | 2024", "Client : Ponant — mars 2024"])
def test_a_period_behind_the_name_of_a_client_is_none_of_it(title: str, tmp_path: Path) -> None:
    text = f"{title}\n\nDate;Jours;TJM\n11/03/2024;1;600\n12/03/2024;1;600\n"
    (client,) = {line.client for line in books(tmp_path, {"Jours": text}).days}
    assert client == "Ponant"


@pytest.mark.parametrize("title", ["Nature de l'achat", "Type d’achat", "Objet de la dépense"])
def test_a_title_may_say_of_what_it_is(title: str, tmp_path: Path) -> None:
    text = f"Date;Fournisseur;{title};Montant HT;TVA;TTC\n"
    text += "08/01/2024;Rivage;Encre;30;6;36\n09/01/2024;OVH;Serveur;10;2;12\n"
    text += "10/01/2024;Rivage;Encre;30;6;36\n12/01/2024;Rivage;Papier;20;4;24\n"
    assert sums(tmp_path, {"Achats": text}).spent == 90
    assert "colonne" not in codes(tmp_path)


SALES = "Date;Client;Montant HT\n08/01/2024;Ponant;1000\n09/02/2024;Alizé;700\n"
RECAP = "Client;CA HT\nPonant;1000\nAlizé;{}\nTotal;1700\n{}"


def test_figures_below_a_recap_are_no_sums_of_lines(tmp_path: Path) -> None:
    recap = RECAP.format(700, "\nTotal frais HT;1200\nRésultat;500\nTJM moyen;600\n")
    assert sums(tmp_path, {"Ventes": SALES, "Synthèse": recap}).revenue == 1700
    assert set(codes(tmp_path)) <= {"exercice-sans-depense"}


@pytest.mark.parametrize(
    ("amount", "below"),
    [
        ("710", "\nRésultat;500\n"),
        ("700", "\nRivage;500\n"),
        ("700", "\nTotal Énergies;500\n"),
        ("700", "\nTotal;1800\n"),
        ("700", "Résultat;500\n"),
    ],
    ids=["a wrong sum", "another client", "a company", "a total", "no blank row"],
)
def test_what_else_stands_below_a_recap_is_compared(
    amount: str, below: str, tmp_path: Path
) -> None:
    files = {"Ventes": SALES, "Synthèse": RECAP.format(amount, below)}
    assert refusals(tmp_path, files)


FREE = '[tva]\nregime = "franchise"\n'


@pytest.mark.parametrize("title", ["Tarif", "Honoraires", "Tarif séance"])
def test_a_price_is_an_amount_where_nothing_is_counted(title: str, tmp_path: Path) -> None:
    text = f"Date;Patient;Séance;{title}\n08/01/2024;A. Roy;Bilan;60\n09/01/2024;B. Blin;Suivi;45\n"
    assert sums(tmp_path, {"Recettes": text}, FREE).revenue == 105
    assert refusals(tmp_path, {"Recettes": text})


@pytest.mark.parametrize("counted", ["Nb séances", "Jours", "Heures", "Quantité"])
def test_a_price_of_what_is_counted_is_no_amount(counted: str, tmp_path: Path) -> None:
    text = f"Date;Patient;{counted};Tarif\n08/01/2024;A. Roy;2;60\n09/01/2024;B. Blin;1;45\n"
    assert refusals(tmp_path, {"Recettes": text}, f"{FREE}[lecture]\nheures_par_jour = 7\n")


HALVES = (
    "CRA mars 2024\nClient : Ponant\nTJM : 600 €\n\nDate;Matin;Après-midi;Total\n"
    "04/03/2024;0,5;0,5;1\n05/03/2024;0,5;;{}\n06/03/2024;0,5;0,5;1\nTotal;;;2,5\n{}"
)


@pytest.mark.parametrize("foot", ["", "\nMontant HT;1500\n", "\nTotal TTC;1800\n"])
def test_halves_of_days_have_the_price_above_them(foot: str, tmp_path: Path) -> None:
    found = sums(tmp_path, {"CRA": HALVES.format("0,5", foot)})
    assert (found.revenue, found.days) == (1500, 2.5)
    assert set(codes(tmp_path)) <= {"exercice-sans-depense"}


def test_another_total_of_halves_is_asked_about(tmp_path: Path) -> None:
    books(tmp_path, {"CRA": HALVES.format("1", "")})
    assert "colonne" in codes(tmp_path)
    (bad,) = refusals(tmp_path, {"CRA": HALVES.format("0,5", "").replace("2,5", "3")})
    assert (bad.what, bad.place.row) == ("total différent de la somme", 9)


def test_a_client_of_one_invoice_has_its_sheet(tmp_path: Path) -> None:
    rows = {"Ponant": ("01", "03"), "Alizé": ("02",)}
    head = "Facture;Date;Objet;Montant HT\n"
    files = {
        name: head + "".join(f"2024-{it};{it}/02/2024;Audit;100\n" for it in its)
        for name, its in rows.items()
    }
    found = books(tmp_path, files)
    assert sorted(it.client for it in found.fees) == ["Alizé", "Ponant", "Ponant"]
    assert refusals(tmp_path / "alone", {"Alizé": files["Alizé"]})


def test_bare_numbers_begin_again_with_the_financial_year(tmp_path: Path) -> None:
    text = "Facture;Date;Client;Montant HT\n"
    for year in (2022, 2023):
        dates = [f"{month}/{year}" for month in (10, 11, 12)]
        dates += [f"0{month}/{year + 1}" for month in range(1, 9)]
        text += "".join(f"{n};15/{it};Ponant;{100 * n + 7}\n" for n, it in enumerate(dates, 1))
    settings = '[exercice]\ncloture = "30/09"\n'
    for moved, asked in (("15/07/2024", False), ("15/02/2024", True)):
        books(tmp_path, {"Ventes": text.replace("15/07/2024", moved)}, settings)
        assert ("annee-du-numero" in codes(tmp_path)) == asked


INVOICES = "N° facture;Date;Client;Montant HT;TVA;TTC\nF1;08/01/2024;Ponant;100;20;120\n"
INVOICES += "F2;09/02/2024;Alizé;200;40;240\n"
PAID = "Date;N° facture;Client;Montant TTC;Mode\n12/02/2024;F1;Ponant;120;VIR\n{}"


def test_the_payments_of_invoices_are_no_sales(tmp_path: Path) -> None:
    files = {"Factures": INVOICES, "Règlements 2024": PAID.format("13/03/2024;F2;Alizé;240;VIR\n")}
    assert sums(tmp_path, files).revenue == 300
    assert set(codes(tmp_path)) <= {"exercice-sans-depense"}


@pytest.mark.parametrize("row", ["13/03/2024;F3;Alizé;240;VIR\n", "13/03/2024;;Alizé;240;VIR\n"])
def test_a_payment_of_no_invoice_is_asked_about(row: str, tmp_path: Path) -> None:
    files = {"Factures": INVOICES, "Règlements 2024": PAID.format(row)}
    assert refusals(tmp_path, files)
    assert refusals(tmp_path / "alone", {"Règlements 2024": PAID.format("")})


def test_a_payment_without_a_number_is_of_no_invoice_without_one(tmp_path: Path) -> None:
    sold = f"{INVOICES};11/03/2024;Iode;50;10;60\n"
    paid = PAID.format("13/03/2024;;Iode;60;VIR\n")
    assert refusals(tmp_path, {"Factures": sold, "Règlements 2024": paid})


BOOK = "Date;N° pièce;Tiers;Recettes;Dépenses\n" + "".join(
    f"{day:02}/01/2024;{day};{'Ponant;100;' if day % 3 else 'OVH;;12'}\n" for day in range(2, 26)
)


def test_a_book_numbers_all_its_lines_in_one_series(tmp_path: Path) -> None:
    books(tmp_path, {"Journal": BOOK}, FREE)
    assert not [it for it in codes(tmp_path) if it.endswith("-trou")]
    books(tmp_path, {"Journal": BOOK.replace("10/01/2024;10;Ponant;100;\n", "")}, FREE)
    assert "factures-trou" in codes(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "refused"),
    [
        ("Tarifs", "Prestation;Prix HT\nAudit;1200\nFormation;900\n", False),
        (
            "Grille de prix",
            "Prestation;Unité;Prix HT\nAudit;jour;1200\nFormation;jour;900\n",
            False,
        ),
        ("Tarifs", "Client;Prix HT\nPonant;1200\nAlizé;900\n", True),
        ("Tarifs", "Prestation;Prix HT\nAudit du 12/03/2024;1200\n12/03/2024;900\n", True),
        ("Tarifs", "Prestation;Quantité;Prix HT\nAudit;2;1200\nFormation;1;900\n", True),
        ("Tarifs", "Prestation;Jours;TJM\nAudit;2;600\nFormation;1;900\n", True),
    ],
)
def test_a_list_of_prices_holds_no_lines(
    name: str, text: str, *, refused: bool, tmp_path: Path
) -> None:
    files = {"Ventes": SALES, name: text}
    if refused:
        assert refusals(tmp_path, files)
    else:
        assert sums(tmp_path, files).revenue == 1700


@pytest.mark.parametrize(
    "title", ["Client : Ponant;;Intervenant : Anne", "Mois : mars;Client : Ponant"]
)
def test_a_client_stands_beside_other_titles(title: str, tmp_path: Path) -> None:
    text = f"{title}\n\nDate;Jours;TJM\n11/03/2024;1;600\n12/03/2024;1;600\n"
    assert {line.client for line in books(tmp_path, {"Jours": text}).days} == {"Ponant"}
    for other in ("Ponant", "Client : Ponant;voir le devis"):
        assert refusals(tmp_path, {"Jours": text.replace("Client : Ponant", other)})


@pytest.mark.parametrize(("title", "asked"), [("1ère relance", False), ("Annulé le", True)])
def test_dates_of_what_was_done_bear_on_nothing(title: str, *, asked: bool, tmp_path: Path) -> None:
    sums(tmp_path, {"Factures": SOLD.format(title, "", "12/03/2024", "", "")})
    assert ("colonne" in codes(tmp_path)) == asked


@pytest.mark.parametrize(("comment", "asked"), [("geste commercial", False), ("annulé", True)])
def test_what_is_given_back_by_a_credit_note_is_told(
    comment: str, *, asked: bool, tmp_path: Path
) -> None:
    text = "Date;Client;Libellé;Montant HT;Observations\n08/01/2024;Ponant;Audit;1000;\n"
    books(tmp_path, {"Factures": f"{text}09/02/2024;Ponant;Avoir;-150;{comment}\n"})
    assert ("peut-etre-annule" in codes(tmp_path)) == asked
    books(tmp_path, {"Factures": f"{text}09/02/2024;Ponant;Audit;150;{comment}\n"})
    assert "peut-etre-annule" in codes(tmp_path)


MONTHLY = "Client;Jours;TJM\nPonant;{};600\nAlizé;3;500\n"


@pytest.mark.parametrize(
    "names", [("Jan 25", "Fév 25", "Mar 25"), ("Janv.25", "févr-25", "mars 25")]
)
def test_the_name_of_a_sheet_has_the_last_figures_of_its_year(
    names: tuple[str, ...], tmp_path: Path
) -> None:
    files = {name: MONTHLY.format(4 + n) for n, name in enumerate(names)}
    found = books(tmp_path, files).days
    assert sorted({(it.date.year, it.date.month) for it in found}) == [
        (2025, 1),
        (2025, 2),
        (2025, 3),
    ]


def test_other_figures_beside_a_month_are_no_year(tmp_path: Path) -> None:
    assert [*map(in_full, ("Lot 25", "Jan 5", "Jan-25"))] == ["Lot 25", "Jan 5", "Jan 2025"]
    for name in ("25 janvier", "Jan 5", "Lot 25", "Jan 25 bis"):
        assert refusals(tmp_path / name, {name: MONTHLY.format(4)})


def test_a_share_in_a_mission_is_no_deposit(tmp_path: Path) -> None:
    """« (50 %) » says how much of somebody's time it takes; of what is sold whole, a first part."""
    rows = "".join(f"{day}/03/2024;Ponant;Pilotage (50 %);1;600\n" for day in (11, 12, 13))
    books(tmp_path, {"Jours": f"Date;Client;Mission;Jours;TJM\n{rows}"})
    assert "acompte" not in codes(tmp_path)
    sold = "Date;Client;Prestation;Montant HT\n11/03/2024;Ponant;Pack (50 %);600\n"
    books(tmp_path / "sold", {"Forfaits": sold})
    assert "acompte" in codes(tmp_path / "sold")


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Date envoi", "01/04/2024"),
        ("Date d’édition", "01/04/2024"),
        ("Commanditaire", "M. Roy"),
        ("Client facturé", "M. Roy"),
    ],
)
def test_what_names_a_column_alone_is_no_second_one_beside_a_better(
    title: str, cell: str, tmp_path: Path
) -> None:
    text = f"Date facture;{title};Client;Montant HT\n31/03/2024;{cell};Ponant;500\n"
    (line,) = books(tmp_path, {"Factures": text}).fees
    assert (line.client, line.date.day) == ("Ponant", 31)


INVOICED = (
    "Date;N° facture;Client;Montant HT;{}\n08/01/2024;F-1;Ponant;1000;{}\n"
    "09/02/2024;F-2;Alizé;700;{}\n11/03/2024;{};Ponant;400;{}\n12/04/2024;F-4;Rivage;900;{}\n"
)


@pytest.mark.parametrize(
    ("number", "statuses", "read"),
    [
        ("F-3", ("Payée", "En retard", "En attente", "En attente"), True),
        ("F-3", ("Payée", "Relancée", "Payée", "En attente"), True),
        ("F-3", ("Payée", "Payée", "En attente", "Payée"), True),
        ("F-3", ("Payée", "Signée", "En attente", "Payée"), False),
        ("", ("Payée", "En retard", "En attente", "En attente"), False),
        ("F-3", ("Perdue", "En retard", "En attente", "Payée"), False),
    ],
)
def test_an_invoice_waits_to_be_paid_beside_those_that_are_late(
    number: str, statuses: tuple[str, str, str, str], *, read: bool, tmp_path: Path
) -> None:
    first, second, third, last = statuses
    text = INVOICED.format("Statut", first, second, number, third, last)
    if read:
        assert sums(tmp_path, {"Factures": text}).revenue == 3000
    else:
        assert refusals(tmp_path, {"Factures": text})


@pytest.mark.parametrize(("number", "read"), [("F-2", True), ("F-3", False), ("", False)])
def test_costs_are_sold_on_the_invoice_of_a_sale(
    number: str, *, read: bool, tmp_path: Path
) -> None:
    types = ("Honoraires", "Honoraires", number, "Frais", "Honoraires")
    text = INVOICED.format("Type", *types)
    if read:
        assert sums(tmp_path, {"Factures": text}).revenue == 3000
    else:
        (bad,) = refusals(tmp_path, {"Factures": text})
        assert bad.what == "un document qui n’est pas une vente ?"


@pytest.mark.parametrize(
    ("titles", "read"),
    [
        ("Montant devise;Devise;Taux;Montant EUR HT", True),
        ("Prix;Devise;Taux de change;Montant HT (€)", True),
        ("Montant devise;Devise;Taux;Montant HT", False),
        ("Prix;Devise;Taux;Montant HT (€)", False),
        ("Prix;Devise;Cours;Montant HT (€)", False),
    ],
)
def test_an_amount_in_euros_beside_that_of_a_currency(
    titles: str, *, read: bool, tmp_path: Path
) -> None:
    rows = "08/01/2024;Ponant;1000;CHF;0,9;900\n09/02/2024;Alizé;700;EUR;1;700\n"
    text = f"Date;Client;{titles}\n{rows}11/03/2024;Ponant;500;CHF;0,9;450\n"
    if read:
        assert sums(tmp_path, {"Factures": text}).revenue == 2050
    else:
        assert refusals(tmp_path, {"Factures": text})


EXEMPT = '[societe]\nstatut = "micro"\n[tva]\nregime = "franchise"\n'


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Encaissé", True),
        ("Payé", True),
        ("Réglé", True),
        ("Reçu", True),
        ("Perçu", True),
        ("CA", True),
        ("Encaissé le", False),
        ("Facture", False),
    ],
)
def test_what_was_paid_of_receipts_under_a_participle(
    title: str, *, read: bool, tmp_path: Path
) -> None:
    text = f"Date;Client;{title}\n08/01/2024;Ponant;1000\n09/02/2024;Alizé;700\n"
    if read:
        fees = books(tmp_path, {"Recettes": text}, EXEMPT).fees
        assert [(it.amount, it.paid == it.date) for it in fees] == [(1000, True), (700, True)]
    else:
        assert refusals(tmp_path, {"Recettes": text}, EXEMPT)


def test_a_day_of_payment_without_its_article_is_one_beside_an_amount(tmp_path: Path) -> None:
    text = "Date;Client;TTC;Encaissé\n08/01/2024;Ponant;1000;09/02/2024\n"
    (fee,) = books(tmp_path, {"Recettes": text}, EXEMPT).fees
    assert (fee.amount, str(fee.paid)) == (1000, "2024-02-09")


@pytest.mark.parametrize(
    ("titles", "read"),
    [
        ("Montant HT (USD);Cours;Montant HT (EUR)", True),
        ("Montant HT ($);Taux;Montant HT", True),
        ("Montant HT (USD);Cours;Montant HT (CHF)", False),
        ("Montant HT;Taux;Montant HT (EUR)", False),
    ],
)
def test_an_amount_of_a_currency_leaves_its_title_to_that_in_euros(
    titles: str, *, read: bool, tmp_path: Path
) -> None:
    text = f"Date;Client;{titles}\n08/01/2024;Ponant;1000;0,9;900\n09/02/2024;Alizé;500;0,9;450\n"
    if read:
        assert sums(tmp_path, {"Factures": text}).revenue == 1350
    else:
        assert refusals(tmp_path, {"Factures": text})


@pytest.mark.parametrize(
    ("below", "asked"),
    [("Règlement à 30 jours. TVA sur les encaissements.", False), ("F-5", True)],
)
def test_a_sentence_below_invoices_is_no_number_made_ready(
    below: str, *, asked: bool, tmp_path: Path
) -> None:
    text = INVOICED.format("Remarque", "", "", "F-3", "", "")
    assert sums(tmp_path, {"Factures": f"{text};{below};;;\n"}).revenue == 3000
    assert ("zeros" in [it.code for it in load(tmp_path).doubtful(date(2025, 1, 1))]) == asked


@pytest.mark.parametrize("name", ["Repas", "Fournitures 2024", "Restaurants", "Loyers", "Hôtels"])
def test_what_is_bought_names_a_sheet_of_expenses(name: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {name: SPENT.format("Café")}).spent == 40


def test_hours_under_short_titles(tmp_path: Path) -> None:
    text = "Mois;Client;Nb h;Taux h;Total HT\n01/2024;Ponant;14;75;1050\n"
    seven = "[lecture]\nheures_par_jour = 7\n"
    assert sums(tmp_path, {"Heures facturées": text}, seven)[:2] == (1050, 2)


@pytest.mark.parametrize("title", ["Lettrage", "Chorus Pro"])
def test_what_is_done_of_an_invoice_elsewhere_changes_nothing(title: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {"Factures": SOLD.format(title, "A", "", "B", "A")}).revenue == 3000
    assert "colonne" not in codes(tmp_path)


def test_of_two_amounts_the_total_is_kept_with_its_costs(tmp_path: Path) -> None:
    rows = "08/01/2024;Ponant;1000;50;1050\n09/02/2024;Alizé;700;30;730\n"
    text = f"Date;Client;Honoraires HT;Frais HT;Total HT\n{rows}11/03/2024;Ponant;400;20;420\n"
    (bad,) = refusals(tmp_path, {"Factures": text})
    line = bad.fix.partition("bilan.toml : ")[2].replace("[colonnes] ", "[colonnes]\n")
    assert sums(tmp_path, {"Factures": text}, f"{line}\n").revenue == 2200


@pytest.mark.parametrize("nature", ["Loyer", "Repas", "Sous-traitance", "Carburant", "CFE"])
def test_what_is_bought_names_a_column_of_a_table_by_month(nature: str, tmp_path: Path) -> None:
    text = f"Mois;{nature};Frais bancaires\nJanvier;150;9\nFévrier;150;9\n"
    assert sums(tmp_path, {"Charges HT 2024": text}).spent == 318
