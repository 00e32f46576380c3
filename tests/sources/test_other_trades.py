"""Tables of consultants who are no developers: trainers, coaches, designers, translators."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.sources.test_books_of_new_users import MICRO, codes
from tests.sources.test_common_layouts import books, refusals, sums

FREE = '[tva]\nregime = "franchise"\n'
HALVES = (
    "Date;Client;Module;Nb demi-journées;Tarif demi-journée;Montant HT\n"
    "08/01/2024;Ponant;Accueil;1;210;210\n15/01/2024;Alizé;Accueil;2;210;420\n"
    "22/01/2024;Ponant;Gestion;2;230;460\nTotal;;;5;;1090\n"
)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Nb demi-journées", "Nb de 1/2 journées"),
        ("Nb demi-journées", "Demi-jours"),
        ("Tarif demi-journée", "Tarif"),
        ("Tarif demi-journée", "Tarif HT"),
        ("Tarif demi-journée", "Prix unitaire HT"),
        ("Tarif demi-journée;", "TJM;"),
        (";Montant HT", ";Total HT"),
    ],
)
@pytest.mark.parametrize("name", ["Jours", "Factures 2024", "Sessions"])
def test_half_days_are_counted_as_such(was: str, now: str, name: str, tmp_path: Path) -> None:
    text = HALVES.replace(was, now)
    if now == "TJM;":
        text = text.replace(";210;", ";420;").replace(";230;", ";460;")
    found = sums(tmp_path, {name: text})
    assert (found.revenue, found.days) == (1090, Decimal("2.5"))
    assert set(codes(tmp_path)) <= {"exercice-sans-depense"}


def test_half_days_without_an_amount_are_priced_by_their_half(tmp_path: Path) -> None:
    text = "\n".join(row.rpartition(";")[0] for row in HALVES.splitlines()[:-1])
    assert sums(tmp_path, {"Jours": text}).revenue == 1090


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("15/01/2024;Alizé;Accueil;2", "15/01/2024;Alizé;Accueil;deux"),
        ("Nb demi-journées;Tarif", "Demi-journées faites;Nb de demi-journées prévues en"),
    ],
)
def test_what_may_be_no_half_days_is_never_halved(was: str, now: str, tmp_path: Path) -> None:
    for bad in refusals(tmp_path, {"Jours": HALVES.replace(was, now)}):
        assert '"Nb demi-journées" = "Jours"' not in str(bad)


def test_half_days_beside_days_are_not_counted_again(tmp_path: Path) -> None:
    text = "Date;Client;Jours;Demi-journées;TJM\n08/01/2024;Ponant;1,5;3;600\n"
    assert sums(tmp_path, {"Jours": text}).days == Decimal("1.5")


def test_the_numbers_of_a_table_below_are_no_half_days(tmp_path: Path) -> None:
    below = "\n\nDépenses\nDate;Fournisseur;Objet;Montant HT\n09/01/2024;OVH;Serveur;100\n"
    found = sums(tmp_path, {"Jours": HALVES.rpartition("Total")[0] + below})
    assert (found.days, found.spent) == (Decimal("2.5"), 100)


@pytest.mark.parametrize(("long", "asked"), [(1, True), (3, True), (4, False)])
def test_sessions_of_several_days_are_at_their_first(
    long: int, *, asked: bool, tmp_path: Path
) -> None:
    days = [(month, day) for month in (2, 3, 6) for day in (5, 12, 19, 26)]
    rows = [
        f"{day}/{month}/2024;Ponant;{1 + (n < long)};600" for n, (month, day) in enumerate(days)
    ]
    assert sums(tmp_path, {"Jours": "\n".join(["Date;Client;Jours;TJM", *rows])}).days == 12 + long
    assert ("jour-double" in codes(tmp_path)) == asked


SOLD = "Date;Client;Objet;Montant HT\n08/01/2024;Ponant;Audit;400\n09/01/2024;Alizé;Logo;300\n"


@pytest.mark.parametrize(
    "name",
    [
        "Sessions 2024", "Conférences", "Traductions", "Relectures", "Articles",
        "Piges", "Reportages", "Notes d’honoraires", "Expertises", "Diligences", "Coachings",
        "Coaching", "Accompagnements", "Concerts", "Produits", "Jobs", "Situations",
        "Situations de travaux",
    ],
)  # fmt: skip
def test_a_sheet_may_be_called_as_what_is_sold(name: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {name: SOLD}).revenue == 700


@pytest.mark.parametrize(
    "title",
    [
        "Structure", "Organisateur", "Organisatrice", "Diffuseur", "Éditeur", "Agence", "Agency",
        "Juridiction", "Tribunal", "OF", "Centre de formation", "Association", "Collectivité",
        "Coaché", "Coachée",
    ],
)  # fmt: skip
def test_whom_a_sale_is_to_is_called_in_many_ways(title: str, tmp_path: Path) -> None:
    text = SOLD.replace("Client", title)
    assert sums(tmp_path, {"Factures": text}).revenue == 700
    (bad,) = refusals(tmp_path / "unnamed", {"Fichier Durand": text})
    assert bad.what == "fichier inconnu"


@pytest.mark.parametrize(
    "title",
    [
        "Offre", "Pack", "Parcours", "Cours", "Diligence", "Vacation", "Atelier", "Conférence",
        "Oeuvre", "Spectacle", "Activité",
    ],
)  # fmt: skip
def test_what_is_sold_is_called_in_many_ways(title: str, tmp_path: Path) -> None:
    text = SOLD.replace("Objet", title).replace("Logo", "Audit n° 2 (offert)")
    assert sums(tmp_path, {"Factures": text}).revenue == 700
    assert "colonne" not in codes(tmp_path)
    assert "peut-etre-annule" in codes(tmp_path)


@pytest.mark.parametrize(
    ("title", "cell", "asked"),
    [
        ("Financeur", "AKTO", False),
        ("OPCO", "AKTO", False),
        ("Candidat", "Léa", False),
        ("Coaché", "Léa", False),
        ("Poste", "DAF", False),
        ("Jnl", "VT", False),
        ("Créneau", "matin", False),
        ("Stagiaires", "Léa", False),
        ("Apprenant", "Léa", False),
        ("Bénéficiaire", "Léa", False),
        ("Groupe", "débutants", False),
        ("Origine", "réseau", False),
        ("Plateforme", "Malt", False),
        ("Juridiction", "prud’hommes", False),
        ("Séance n°", "7", False),
        ("Mots", "1200", False),
        ("Feuillets", "12", False),
        ("Participants", "8", False),
        ("% cumulé", "30 %", False),
        ("Marché HT", "24000", False),
        ("N° RG", "2301000", False),
        ("Salaire annuel brut", "42000", False),
        ("Pôle", "Sud", True),
        ("Marge", "120", True),
    ],
)
def test_what_stands_beside_a_sale_and_bears_on_nothing(
    title: str, cell: str, *, asked: bool, tmp_path: Path
) -> None:
    rows = [f"{row};{cell}" for row in SOLD.splitlines()]
    text = "\n".join([f"{SOLD.splitlines()[0]};{title}", *rows[1:]])
    assert sums(tmp_path, {"Factures": text}).revenue == 700
    assert ("colonne" in codes(tmp_path)) == asked


TITLES = "Date;Client;Objet;Montant HT"
PAID = (
    f"{TITLES};Réglé le\n08/01/2024;Ponant;Audit;400;02/02/2024\n09/01/2024;Alizé;Logo;300;{{}}\n"
)


@pytest.mark.parametrize(
    "text", [PAID, PAID.replace("Réglé le", "N° note").replace("02/02/2024", "N01")]
)
def test_what_is_paid_or_numbered_is_sold_under_any_name(text: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {"Dossier Durand": text.format("03/02/2024")}).revenue == 700
    (bad,) = refusals(tmp_path / "one", {"Dossier Durand": text.format("")})
    assert bad.what == "fichier inconnu"
    for last in ("Montant facturé", "À facturer le"):
        told = text.format("03/02/2024").replace("N° note" if "note" in text else "Réglé le", last)
        assert refusals(tmp_path / "last", {"Dossier Durand": told})
    bought = text.format("03/02/2024").replace("Objet", "Fournisseur")
    (bad,) = refusals(tmp_path / "bought", {"Dossier Durand": bought})
    assert "inconnu" in bad.what


def test_days_that_are_invoiced_are_days_under_any_name(tmp_path: Path) -> None:
    text = "Date;Client;Jours;TJM;N° facture\n08/01/2024;Ponant;2;600;F1\n"
    assert sums(tmp_path, {"Dossier Durand": text}).days == 2
    untold = text.replace("Jours;TJM", "Présences;Tarif;Montant HT").replace("600", "600;1200")
    assert sums(tmp_path, {"Dossier Durand": untold}).days == 2
    text = untold.replace("Présences", "Jours;Jours vendus").replace(";2;600", ";2;3;600")
    (bad,) = refusals(tmp_path / "untold", {"Dossier Durand": text})
    assert "inconnu" in bad.what


@pytest.mark.parametrize(
    "cell",
    [
        "en attente", "En attente de règlement", "attente virement", "impayée", "à payer",
        "à encaisser", "en retard", "non réglé", "pas encore payée", "⏳", "pending", "overdue",
        "unpaid",
    ],
)  # fmt: skip
def test_what_is_not_paid_yet_has_no_day_of_payment(cell: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {"Factures": PAID.format(cell)}).revenue == 700


@pytest.mark.parametrize("cell", ["avoir", "annulée", "en attente de signature", "à voir"])
def test_other_words_are_no_day_of_payment(cell: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Factures": PAID.format(cell)})
    assert bad.what == "date illisible"


def test_a_price_in_full_is_the_amount_where_there_is_no_vat(tmp_path: Path) -> None:
    text = SOLD.replace("Montant HT", "Prix total")
    assert sums(tmp_path, {"Factures": text}, FREE).revenue == 700


@pytest.mark.parametrize("corner", ["Chantier", "Client"])
def test_honoraires_by_month_are_sales(corner: str, tmp_path: Path) -> None:
    text = f"Honoraires HT par chantier\n{corner};Janvier;Février\nHalle;400;300\n"
    assert sums(tmp_path, {"Honoraires HT 2024": text}).revenue == 700
    assert "titre-inconnu" not in codes(tmp_path)


RECEIVED = "Date;{};Cours;Montant;{}\n08/01/2024;Jade;piano;40;CB\n05/02/2024;Adam;chant;35;{}\n"


@pytest.mark.parametrize("title", ["Élève", "Client", "Patient"])
@pytest.mark.parametrize("means", ["Paiement", "Règlement", "Mode de règlement", "Moyen"])
@pytest.mark.parametrize("cell", ["espèces", "Virement", "CESU", "Chèque n° 12", "carte bancaire"])
def test_what_says_how_it_was_paid_was_paid_on_its_date(
    title: str, means: str, cell: str, tmp_path: Path
) -> None:
    files = {"Cours": RECEIVED.format(title, means, cell)}
    assert sums(tmp_path, files, MICRO).revenue == 75
    assert [line.paid for line in books(tmp_path, files, MICRO).fees] == [
        date(2024, 1, 8),
        date(2024, 2, 5),
    ]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("CB", ""),
        ("CB", "en attente"),
        ("CB", "Virement à 30 jours"),
        ("CB", "virement à réception"),
        ("Date;", "N° facture;Date;"),
        ("Date;", "Statut;Date;"),
        ("Date;", "Date de facture;"),
    ],
)
def test_a_list_of_what_is_to_be_paid_tells_no_payment(was: str, now: str, tmp_path: Path) -> None:
    text = RECEIVED.format("Client", "Mode de règlement", "espèces").replace(was, now)
    if now.startswith(("N°", "Statut")):
        text = text.replace("\n08", "\nPayé;08").replace("\n05", "\nPayé;05")
    (bad, *_) = refusals(tmp_path, {"Cours": text}, MICRO)
    assert "date de paiement" in bad.what


def test_how_a_sale_is_paid_dates_nothing_where_invoices_count(tmp_path: Path) -> None:
    files = {"Cours": RECEIVED.format("Client", "Mode de règlement", "espèces")}
    assert {line.paid for line in books(tmp_path, files, FREE).fees} == {None}


PUPILS = "{};Janvier;Février\nJade;40;35\nAdam;;20\n"


@pytest.mark.parametrize("corner", ["Élève", "Client", "Patient", "Stagiaire", "Adhérent"])
@pytest.mark.parametrize("name", ["Encaissements 2024", "Recettes 2024", "CA encaissé 2024"])
def test_what_is_received_by_month_is_paid_in_it(name: str, corner: str, tmp_path: Path) -> None:
    files = {name: PUPILS.format(corner)}
    found = books(tmp_path, files, MICRO).fees
    assert sum(line.amount for line in found) == 95
    assert all(line.paid == line.date for line in found)
    assert "titre-inconnu" not in codes(tmp_path)


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("Encaissements 2024", FREE),
        ("Encaissements 2024", '[societe]\nstatut = "micro"\n'),
        ("Encaissements prévus 2024", MICRO),
        ("CA 2024", MICRO),
    ],
)
def test_what_is_not_received_by_month_is_asked(name: str, settings: str, tmp_path: Path) -> None:
    (bad, *_) = refusals(tmp_path, {name: PUPILS.format("Client")}, settings)
    assert bad.what != "fichier inconnu"


@pytest.mark.parametrize(
    ("cell", "asked"), [("45 min", False), ("1h30", False), ("2h", False), ("3h30", True)]
)
def test_how_long_a_lesson_is_bears_on_nothing(cell: str, *, asked: bool, tmp_path: Path) -> None:
    rows = "".join(f"{n}/0{n}/2024;Jade;piano;1h;40\n" for n in range(2, 7))
    text = f"Date;Client;Cours;Durée;Prix HT\n08/01/2024;Jade;piano;{cell};40\n{rows}"
    assert sums(tmp_path, {"Cours": text}).revenue == 240
    assert ("colonne" in codes(tmp_path)) == asked


@pytest.mark.parametrize(
    ("odd", "label", "asked"),
    [
        (180, "piano", True),
        (320, "piano", True),
        (180, "carte de dix cours", False),
        (96, "piano", False),
        (90, "piano", False),
    ],
)
def test_ten_times_a_price_that_comes_back_is_asked(
    odd: int, label: str, *, asked: bool, tmp_path: Path
) -> None:
    prices = (25, 18, 25, 32, 18, 25, 32, 25, 18, 32)
    rows = [f"{n + 1}/03/2024;Jade;piano;{price}" for n, price in enumerate(prices)]
    text = "\n".join(["Date;Client;Cours;Prix HT", *rows, f"20/03/2024;Jade;{label};{odd}"])
    assert sums(tmp_path, {"Cours": text}).revenue == 250 + odd
    assert ("montant-eloigne" in codes(tmp_path)) == asked


def test_ten_times_a_price_among_others_as_great_is_none_too_many(tmp_path: Path) -> None:
    prices = (25, 18, 25, 90, 18, 25, 25, 18, 180)
    rows = [f"{n + 1}/03/2024;Jade;piano;{price}" for n, price in enumerate(prices)]
    assert sums(tmp_path, {"Cours": "\n".join(["Date;Client;Cours;Prix HT", *rows])}).revenue == 424
    assert "montant-eloigne" not in codes(tmp_path)


@pytest.mark.parametrize(
    "title",
    [
        "Date de livraison", "Delivery date", "Date d’intervention", "Date de séance",
        "Date de session", "Date de cours",
    ],
)  # fmt: skip
def test_what_was_done_is_dated_by_its_own_day(title: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {"Factures": SOLD.replace("Date", title)}).revenue == 700
    both = SOLD.replace("Date;", f"{title};Date de facture;").replace("2024;", "2024;1/5/2024;")
    assert {it.date for it in books(tmp_path, {"Factures": both}).fees} == {date(2024, 5, 1)}


TAUGHT = (
    "Date;N° facture;{};Bénéficiaire;Objet;Montant HT\n08/01/2024;FC-001;Ponant;Anne;Bilan;400\n"
    "09/02/2024;FC-002;Alizé;Karim;Bilan;300\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "Client", "Entreprise", "Entreprise cliente", "Structure cliente", "Organisme client",
        "École", "Client (entreprise)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("objet", [";Objet", ";Date de paiement"])
def test_who_was_taught_is_nobody_paid(title: str, objet: str, tmp_path: Path) -> None:
    text = TAUGHT.format(title).replace(";Objet", objet).replace("Bilan", "")
    if title != "Client (entreprise)":
        assert sums(tmp_path, {"Factures": text}).revenue == 700
    for name in ("Feuil1", "Suivi 2024"):
        (bad,) = refusals(tmp_path / name, {name: text})
        assert bad.what == "fichier inconnu"


def test_who_was_paid_is_a_supplier(tmp_path: Path) -> None:
    assert sums(tmp_path, {"Feuil1": TAUGHT.format("Dossier")}).spent == 700
    assert sums(tmp_path / "named", {"Dépenses": TAUGHT.format("Entreprise")}).spent == 700


def test_a_sheet_that_may_be_bought_or_sold_is_told_how(tmp_path: Path) -> None:
    text = TAUGHT.format("Client").replace("Bénéficiaire", "Prestataire")
    (bad,) = refusals(tmp_path, {"Factures": text})
    assert '[colonnes] "Factures" = "Forfaits"' in bad.fix
    assert (
        sums(tmp_path, {"Factures": text}, '[colonnes]\n"Factures" = "Forfaits"\n').revenue == 700
    )


PRICES = "Date;Client;Objet;Montant HT\n{}"


@pytest.mark.parametrize(("before", "asked"), [((60, 240, 240), False), ((60, 90, 240), True)])
def test_a_price_that_comes_back_is_no_sum(
    before: tuple[int, ...], *, asked: bool, tmp_path: Path
) -> None:
    rows = [f"{n + 1}/01/2024;Ponant;Atelier;{price}" for n, price in enumerate(before)]
    rows += [f";Total;;{sum(before)}", "1/02/2024;Alizé;Atelier;60", "5/02/2024;Alizé;Bilan;180"]
    rows += ["8/02/2024;Ponant;Atelier;240", "9/02/2024;Ponant;Atelier;60"]
    sums(tmp_path, {"Factures": PRICES.format("\n".join(rows))})
    assert ("somme" in codes(tmp_path)) == asked


JOBS = [(f"{month}A", day, month, 100 + 10 * month + day) for month in (1, 2, 3) for day in (4, 18)]


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        (["25/03/2024;Ponant;Notice;140;3A"], False),
        (["25/03/2024;Ponant;Notice;134;3A"], True),
        ([f"2{n}/03/2024;Alizé;Notice;1{n}0;{n}B" for n in range(2)], False),
        ([f"2{n}/03/2024;Alizé;Notice;1{n}0;{n}B" for n in range(4)], True),
    ],
)
def test_work_that_is_listed_has_the_number_of_its_invoice(
    more: list[str], *, asked: bool, tmp_path: Path
) -> None:
    rows = [f"{day}/{month}/2024;Ponant;Site;{price};{n}" for n, day, month, price in JOBS]
    text = "\n".join(["Date;Client;Projet;Montant HT;N° facture", *rows, *more])
    assert sums(tmp_path, {"Traductions": text}).revenue > 0
    assert ("facture-repetee" in codes(tmp_path)) == asked


def test_a_number_on_another_sheet_is_said_again_whatever_work_is_listed(tmp_path: Path) -> None:
    rows = [f"{day}/{month}/2024;Ponant;Site;{price};{n}" for n, day, month, price in JOBS]
    text = "\n".join(["Date;Client;Projet;Montant HT;N° facture", *rows])
    other = "Date;Client;Projet;Montant HT;N° facture\n4/5/2024;Ponant;Logo;900;3A"
    sums(tmp_path, {"Traductions": text, "Factures": other})
    assert "facture-repetee" in codes(tmp_path)


@pytest.mark.parametrize("title", ["Nb séances", "Nombre de stagiaires", "Nb participants"])
def test_a_number_of_something_else_is_no_days(title: str, tmp_path: Path) -> None:
    text = f"Date;Qui;{title};Prix;Montant HT\n08/01/2024;Ponant;2;100;200\n"
    for bad in refusals(tmp_path, {"Jours": text, "Autre": text}):
        assert f'"{title}" = "Jours"' not in bad.fix


@pytest.mark.parametrize("title", ["Nb UO", "Nb"])
def test_a_number_of_days_is_proposed(title: str, tmp_path: Path) -> None:
    text = f"Date;Qui;{title};TJM\n08/01/2024;Ponant;2;700\n09/01/2024;Ponant;1;700\n"
    (bad,) = refusals(tmp_path, {"Autre": text})
    assert f'"{title}" = "Jours"' in bad.fix


@pytest.mark.parametrize(
    "title", ["Cumul facturé", "Cumul facturé HT", "Cumul HT", "Déjà facturé", "Déjà facturé HT"]
)
def test_what_was_billed_before_bears_on_nothing(title: str, tmp_path: Path) -> None:
    rows = SOLD.splitlines()
    text = "\n".join([f"{rows[0]};{title}", f"{rows[1]};7000", f"{rows[2]};1230"])
    assert sums(tmp_path, {"Factures": text}).revenue == 700
    assert "colonne" not in codes(tmp_path)


def test_two_numbers_on_lines_of_two_dates_are_no_habit(tmp_path: Path) -> None:
    rows = [f"{day}/{month}/2024;Ponant;Site;{price};{n}" for n, day, month, price in JOBS[:4]]
    sums(tmp_path, {"Traductions": "\n".join(["Date;Client;Projet;Montant HT;N° facture", *rows])})
    assert "facture-repetee" in codes(tmp_path)


@pytest.mark.parametrize("title", ["Projet", "Prestation", "Nature de la prestation"])
@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (("Contrat", "Notice", "contrat", "Contrat"), False),
        (("Contrat", "Notice", "Notice", "Contrat"), True),
        (("Contrat", "Facture", "Contrat", "Contrat"), True),
        (("Commande", "Notice", "Commande", "Commande"), True),
    ],
)
def test_a_contract_may_be_what_is_translated(
    texts: tuple[str, ...], title: str, *, asked: bool, tmp_path: Path
) -> None:
    rows = [f"{n + 8}/01/2024;Ponant;{text};{100 + n}" for n, text in enumerate(texts)]
    sums(tmp_path, {"Traductions": "\n".join([f"Date;Client;{title};Montant HT", *rows])})
    assert ("peut-etre-annule" in codes(tmp_path)) == asked


PART = "Date;Client;Montant HT;Acompte 30 %;Solde\n08/01/2024;Ponant;1000;300;700\n"


@pytest.mark.parametrize(("amount", "asked"), [(400, False), (4000, True)])
def test_a_deposit_and_what_was_left_are_an_amount(
    amount: int, *, asked: bool, tmp_path: Path
) -> None:
    text = f"{PART}09/02/2024;Alizé;{amount};120;280\n10/03/2024;Ponant;500;;500\n"
    assert sums(tmp_path, {"Factures": text}).revenue == 1500 + amount
    assert ("colonne" in codes(tmp_path)) == asked


VISITS = (
    "Date;Heure;Patiente;Motif;Prix HT\n08/01/2024;{};Jade;Bilan;60\n09/01/2024;{};Adam;Suivi;40\n"
)


@pytest.mark.parametrize(
    "cells", [("9h30", "14:00"), ("10:00", "18 h"), ("9:00", "10:00"), ("08:15:00", "13:45:00")]
)
def test_the_hour_of_an_appointment_is_no_time_worked(
    cells: tuple[str, str], tmp_path: Path
) -> None:
    for name in ("Consultations", "Feuil1"):
        found = sums(tmp_path / name, {name: VISITS.format(*cells)})
        assert (found.revenue, found.days) == (100, 0)
        assert "colonne" not in codes(tmp_path / name)


@pytest.mark.parametrize("cells", [("1h30", "14:00"), ("7:00", "10:00"), ("2", "14"), ("", "")])
def test_an_hour_that_may_be_worked_is_asked(cells: tuple[str, str], tmp_path: Path) -> None:
    (bad, *_) = refusals(tmp_path, {"Consultations": VISITS.format(*cells)})
    assert "heures" in bad.what or "nombre" in bad.what


def test_hours_at_their_price_are_no_appointments(tmp_path: Path) -> None:
    text = "Date;Client;Heure;Taux horaire\n08/01/2024;Jade;7:00;60\n09/01/2024;Adam;14:00;40\n"
    (bad,) = refusals(tmp_path, {"Jours": text})
    assert bad.what == "combien d’heures font un jour ?"


@pytest.mark.parametrize("title", ["Avancement", "État d’avancement"])
def test_how_much_of_a_work_is_done_is_no_status(title: str, tmp_path: Path) -> None:
    rows = SOLD.splitlines()
    text = "\n".join([f"{rows[0]};{title}", f"{rows[1]};20 %", f"{rows[2]};0,5"])
    assert sums(tmp_path, {"Factures": text}).revenue == 700
    assert "colonne" in codes(tmp_path)
    (bad, *_) = refusals(tmp_path, {"Factures": text.replace("0,5", "à venir")})
    assert bad.what == "statut inconnu"
    (bad, *_) = refusals(tmp_path, {"Factures": text.replace(title, "État").replace("20 %", "1")})
    assert bad.what == "statut inconnu"


def test_who_was_taught_is_no_hint_of_expenses(tmp_path: Path) -> None:
    text = "Date;Bénéficiaire;Montant HT;N° facture\n08/01/2024;Jade;1500;BC1\n"
    (bad,) = refusals(tmp_path, {"Bilans": text})
    assert "sans doute des dépenses" not in bad.fix


@pytest.mark.parametrize("title", ["Fee", "Fees"])
def test_the_fee_of_days_at_a_rate_is_their_amount(title: str, tmp_path: Path) -> None:
    text = f"Date;Client;Days;Rate;{title};VAT\n28/01/2024;Ponant;2;600;1200;0\n"
    assert sums(tmp_path, {"Timesheet": text}).revenue == 1200


@pytest.mark.parametrize(
    ("title", "cells", "spent"),
    [
        ("Montant déductible", ("60", "80"), 140),
        ("Montant pro", ("60", "80"), 140),
        ("Part déductible", ("50 %", "100 %"), 200),
        ("Part déductible", ("0,5", "1"), 200),
    ],
)
def test_the_amount_that_is_deductible_counts_and_a_share_is_none(
    title: str, cells: tuple[str, str], spent: int, tmp_path: Path
) -> None:
    rows = "08/01/2024;Fnac;Clavier;120;{}\n15/02/2024;SNCF;Train;80;{}\n".format(*cells)
    text = f"Date;Fournisseur;Libellé;Montant HT;{title}\n{rows}"
    assert sums(tmp_path, {"Dépenses": text}).spent == spent
    assert "colonne" in codes(tmp_path)
