"""What a comment, a name, a file or a folder says of lines; beside each, what says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reporter.doubts.amounts import odd_amounts
from reporter.doubts.lines import across_years
from reporter.doubts.wholes import running_totals
from reporter.errors import Place
from reporter.model import Activity, Expense
from reporter.settings import Settings
from reporter.sources.grids.cells import Marks
from reporter.sources.grids.grid import Grid
from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.meaning.movements import doubts_of
from reporter.sources.tables.announced import names_apart
from reporter.sources.tables.vocabulary import Vocabulary
from reporter.words.remarks import is_harmless
from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, doubted, judge, ordinary, refused, right, sheets, small
from tests.builders import expense, fee

GONE = (
    "reporté en 2021", "Décalé sine die", "no go", "NO-GO", "irrécouvrable", "ann.", "p.m.",
    "pour mémoire", "client en faillite", "liquidation judiciaire du client", "passé en perte",
    "written off", "waived", "TBC", "to be confirmed", "hypothèse basse", "obsolète",
    "erreur", "error", "hors CA", "jamais envoyée", "facture non émise", "pas transmise",
    "jamais payée", "mission non signée", "Projet perdu", "deal lost", "not sent", "not signed",
    "on hold", "ignore", "budget",
    "n’a jamais été facturé", "facture à émettre", "sera facturée en janvier", "à reporter sur 2021", "non retenu",
    "devis non signé", "ne sera pas payé", "chèque sans provision", "client parti sans payer", "à vérifier", "?",
    "optionnel", "journée non travaillée", "pas venu", "never invoiced", "client refused", "to delete", "not chargeable",
    "malade", "arrêt", "en litige", "jamais reçu", "will be invoiced",
    "jamais approuvé", "finalement pas commandé", "ne pas prendre", "client insolvable", "pending signature", "dummy",
    "contesté par le client", "sans facturation", "CXL", "au pif", "given up",
)  # fmt: skip
KEPT = (
    "pas encore payé", "pas de facture papier", "pas de commande en cours", "non soumis à TVA", "a facturé 3 jours",
    "a envoyé le livrable", "à payer sous 30 jours", "maquettes à valider par le client", "sans déplacement",
    "litige évité", "arrêt de la prod à 18h", "signé le 3", "optimisation", "budget tenu", "sera présenté lundi",
    "pas encore reçu le paiement", "jamais simple", "ko du réseau résolu", "off-site client", "client absent le matin",
    "à refacturer au client", "déjà payé", "reporté au 12", "pas de remarque", "go live", "hors site", "hors Paris", "non urgent", "mission prolongée",
    "jamais en retard", "erreurs 404", "erreur serveur corrigée", "perte de données", "budget 2020",
    "contrat signé", "affaire gagnée", "hypothèses validées", "not urgent", "lost & found", "free trial",
    "error handling", "reprise du projet", "remplacement de Paul", "remplacée par visio", "réunion budget",
)  # fmt: skip


@pytest.mark.parametrize("comment", GONE)
def test_a_comment_says_that_nobody_pays(comment: str) -> None:
    assert bearing_in("comment", comment) == "maybe not sold" or not is_harmless(comment)


@pytest.mark.parametrize("comment", KEPT)
def test_a_comment_on_the_work_says_nothing(comment: str) -> None:
    assert bearing_in("comment", comment) == ""


@pytest.mark.parametrize(
    "comment",
    [
        "inclus dans F-20-02",
        "compris dans le forfait",
        "voir ligne 2",
        "même facture que février",
        "facturé par le partenaire",
        "counted twice",
        "comptée deux fois",
        "remplace F-20-02",
        "déjà dans le forfait",
        "sous-traité à Paul",
        "déjà compté en ligne 3",
        "Déjà facturée par la coopérative",
        "remplacée par F-20-09",
        "duplicata",
    ],
)
def test_a_comment_says_that_another_line_counts(comment: str) -> None:
    assert not is_harmless(comment)


@pytest.mark.parametrize(
    "comment",
    ["compris dans le périmètre", "inclus 2 h de trajet", "voir CR", "même équipe que février", "facturé par mois", "double écran",
     "facturé à l’avance", "factures envoyées", "sous Linux"],
)  # fmt: skip
def test_a_comment_that_cites_nothing_counted_says_nothing(comment: str) -> None:
    assert bearing_in("comment", comment) == ""


BESIDE = [
    small(
        f"{kind.sheet} {title}",
        kind.with_column(title, "sur site", "visio avec la DSI", text),
        right(**{kind.figure: kind.rest}),
        *asked(cell),
    )
    for kind, cell in ((DAYS, "G4"), (FEES, "E4"), (EXPENSES, "E4"))
    for title, text in (("Mémo", "finalement non facturé"), ("Comment", "pas encore émise"))
]


@pytest.mark.parametrize("book", BESIDE)
def test_free_words_under_any_title_are_heard(book: Small) -> None:
    judge(book)


NO_SALES = (
    "Provision", "Salaire", "Vente ordinateur", "Vente du MacBook", "Dividendes filiale", "Grant",
    "Bank loan", "Capital injection", "Tax credit", "Indemnité Pôle emploi", "Insurance payout",
)  # fmt: skip
SOLD = (
    "Provision de serveurs", "Audit salaires", "Vente en ligne", "Grant writing workshop",
    "Loan app", "Capital humain", "Insurance claims portal", "Ordinateurs : audit du parc",
)  # fmt: skip


@pytest.mark.parametrize(
    ("service", "said"), [*((it, "maybe no sale") for it in NO_SALES), *((it, "") for it in SOLD)]
)
def test_what_is_received_is_no_service(service: str, said: str) -> None:
    assert bearing_in("service", service) == said


@pytest.mark.parametrize(
    "service",
    [
        "RFA",
        "Reversement commission",
        "Reversal",
        "Bad debt",
        "Jours à déduire",
        "Rebate",
        "Chargeback",
        "Clawback 2020",
        "Reprise facture janvier",
    ],
)
def test_what_is_taken_back_is_asked_about(service: str) -> None:
    assert bearing_in("service", service) == "maybe credit"


@pytest.mark.parametrize(
    "service", ["Bad debt scoring", "Reversement des données", "Jours à déduire : calcul RH"]
)
def test_what_is_about_it_is_not(service: str) -> None:
    assert bearing_in("service", service) == ""


@pytest.mark.parametrize("mission", ["Sick", "Bench", "Grève"])
def test_a_mission_for_nobody_is_asked_about(mission: str) -> None:
    assert bearing_in("mission", mission) == "maybe not sold"
    assert bearing_in("mission", f"{mission} du parc") == ""


@pytest.mark.parametrize(
    "client",
    [
        "Off",
        "Bench",
        "Pont",
        "Grève",
        "Formation",
        "En cours",
        "Divers prospects",
        "Leads",
        "À venir",
    ],
)
def test_a_client_to_come_is_nobody(client: str) -> None:
    assert bearing_in("client", client) == "maybe not sold"


@pytest.mark.parametrize(
    "client",
    ["En Cours Production", "Pipeline SAS", "Leads & Co", "Divers", "Le Pont", "Formation Plus"],
)
def test_a_company_may_be_called_so(client: str) -> None:
    assert bearing_in("client", client) == ""


PUT_RIGHT = [
    *(
        small(f"{word}", FEES.and_then(f"30/04/2020 | Ponant | {word} | 90"), *asked("C5"))
        for word in ("Régularisation", "Ajustement", "Correction")
    ),
    ordinary(
        "a proofreader's",
        "# Factures\nDate | Client | Prestation | Montant HT\n"
        "31/01/2020 | Ponant | Correction | 500\n28/02/2020 | Ponant | Correction | 700\n"
        "31/03/2020 | Trois Rives | Correction | 900",
        revenue=2100,
    ),
]


@pytest.mark.parametrize("book", PUT_RIGHT)
def test_an_amount_put_right_stands_apart_from_services(book: Small) -> None:
    judge(book)


def _doubts(**words: Any) -> list[str]:
    line = Expense(date=date(2020, 3, 9), amount=Decimal(87), place=Place("Dépenses.csv"), **words)
    return [doubt.code for doubt in doubts_of([line], [])]


OWN = (
    "Voyage famille", "Vacances", "Vacances d’été", "Courses maison", "Cadeau anniversaire fils",
    "Billets pour ma femme", "Train en famille", "Personal income tax", "Achat SCPI", "Achat d’actions",
    "Trésorerie", "Private", "École des enfants", "Netflix", "Mariage", "Salle de sport", "Pension alimentaire",
    "Supermarché famille", "Week-end Rome", "PAS", "IFI", "Avance à Paul", "Hors exploitation", "Investissement", "Loyer maison",
)  # fmt: skip
BORNE = (
    "Vacances scolaires : garderie du salon", "Chèques vacances", "Courses bureau", "Week-end séminaire équipe", "Crèche d’entreprise", "Pas de porte",
    "Netflix API", "École 42 : conférence", "Avance à valoir", "Club affaires", "Investissement temps", "Famille de polices", "Cadeaux clients",
    "Actions marketing", "Actions de formation", "Fournitures pour la maison d’édition", "Private cloud",
    "Frais remboursement km", "Nom de domaine famille .fr", "Train en famille d’accueil",
)  # fmt: skip


@pytest.mark.parametrize("label", OWN)
def test_what_its_owner_spends_for_himself_is_asked_about(label: str) -> None:
    assert _doubts(label=label) == ["mouvement-possible"]
    assert _doubts(label="Mars", category=label) == ["mouvement-possible"]


@pytest.mark.parametrize("label", BORNE)
def test_what_the_company_spends_is_not(label: str) -> None:
    assert _doubts(label=label) == []


@pytest.mark.parametrize(
    "label", ["Avance client", "URSSAF remboursement", "Papéo refund", "Acompte client"]
)
def test_a_receipt_among_expenses_is_asked_about(label: str) -> None:
    assert _doubts(label=label) == ["recette-possible"]


@pytest.mark.parametrize(
    "name", ["Trésor public", "SIE Nantes", "Finances publiques", "Impôts", "Service des impôts"]
)
def test_who_collects_taxes_is_told(name: str) -> None:
    assert _doubts(supplier=name) == ["mouvement-possible"]
    assert _doubts(supplier="Sie Conseil") == []
    assert _doubts(supplier=name, category="Impôts", label="CFE 2020") == []
    assert _doubts(label="Mars", category="Impôts") == ["mouvement-possible"]
    assert _doubts(supplier="Moi", label="Frais kilométriques") == []


APART = (
    "prévisions 2020.xlsx", "brouillon.xlsx", "devis 2020.xlsx", "modèle.xlsx", "draft.csv", "old/2020.xlsx",
    "simulation 2021/livre.xlsx", "Exemples/livre.xlsx", "Sauvegarde/2020.xlsx", "Budget.xlsx", "2020 test.csv",
    "hypothèses/2020.csv",
)  # fmt: skip
PLAIN = (
    "2020.xlsx", "ventes_2020.csv", "archives/2019.xlsx", "2020/T1/janvier.csv", "Old Town Studio/factures.csv",
    "Devis et factures.xlsx", "2020 final.xlsx", "Ponant/factures.csv", "2020 - copie pour Paul.xlsx",
)  # fmt: skip


def _named(file: str, sheet: str = "", **words: str) -> list[str]:
    grid = Grid(file=f"data/{file}", sheet=sheet, rows=[], marks=Marks())
    return [str(doubt.place) for doubt in names_apart(grid, Vocabulary(words))]


@pytest.mark.parametrize("file", APART)
def test_the_name_of_a_file_or_of_a_folder_is_heard(file: str) -> None:
    assert _named(file) == [f"data/{file}"]


@pytest.mark.parametrize("file", PLAIN)
def test_an_ordinary_name_says_nothing(file: str) -> None:
    assert _named(file) == []


def test_the_name_of_a_sheet_is_heard_unless_its_owner_says_what_it_is() -> None:
    (place,) = _named("2020.xlsx", "CRA prévisionnel")
    assert "CRA prévisionnel" in place
    assert _named("2020.xlsx", "Devis signés", **{"Devis signés": "Forfaits"}) == []
    assert _named("Devis signés.csv", **{"Devis signés": "Forfaits"}) == []


NUMBERED = [
    small(
        text,
        "# Factures\nN° facture | Date | Client | Montant HT\n"
        f"F-1 | 31/01/2020 | Ponant | 1000\n{text}\nF-2 | 28/02/2020 | Alizé | 2500",
        asked("A3")[1],
    )
    for text in ("Prévisions", "Perdus")
]


@pytest.mark.parametrize("book", NUMBERED)
def test_a_title_in_the_column_of_numbers_is_no_row_made_ready(book: Small) -> None:
    found = outcome_of(sheets(book.text), "")
    assert any("titre" in what and place.cell == "A3" for what, place in found.doubts)


def _fees(*services: tuple[str, str, str]) -> Activity:
    return Activity(
        fees=tuple(
            replace(line, place=line.place._replace(row=row))
            for row, (day, amount, service) in enumerate(services, 2)
            for line in [fee(day, amount, service=service)]
        )
    )


@pytest.mark.parametrize(
    "service",
    ["Prestation décembre 2019", "Régie déc. 19", "Prestation 12/2019", "T4 2019", "Régie déc. 2019 (Paul)", "Solde 2019", "2019", "Mission nov. 2019",
     "Prestation janvier 2021", "Maintenance 2021", "Hébergement 2021"],
)  # fmt: skip
def test_work_of_another_year_than_its_date_is_asked_about(service: str) -> None:
    activity = _fees(("2020-01-31", "2000", service))
    assert [doubt.code for doubt in across_years(activity, Settings())] == ["a-cheval"]


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("Assurance 2021", True), ("Cotisation janvier 2021", True), ("Mobile décembre 2019", False),
        ("Assurance 2020", False), ("Salon mars 2021", False),
    ],
)  # fmt: skip
def test_what_is_bought_for_a_year_to_come_is_asked_about(label: str, asked: bool) -> None:
    bought = Activity(expenses=(expense("2020-01-31", "600", label=label),))
    assert [it.code for it in across_years(bought, Settings())] == ["a-cheval"] * asked


@pytest.mark.parametrize(
    "service",
    ["Prestation janvier 2020", "Audit 2019", "Migration Windows 2019", "Suite contrat déc. 2019", "Plan 2021",
     "Bilan décembre 2019", "Roadmap T1 2021", "Lot 12/12", "Support 24/7", "Atelier du 12/2019", "Formation Office 2019", "Site v2019",
     "Sprint 12", "Édition décembre 2019", "Facture 13/2019"],
)  # fmt: skip
def test_a_year_that_the_work_is_about_says_nothing(service: str) -> None:
    activity = _fees(("2020-01-31", "2000", service))
    assert list(across_years(activity, Settings())) == []


def test_situations_that_grow_are_asked_about() -> None:
    growing = _fees(
        ("2020-01-31", "3000", "Situation 1"),
        ("2020-02-29", "6500", "Situation n°2"),
        ("2020-03-31", "9000", "Situation n° 3"),
    )
    (found,) = running_totals(growing)
    assert (found.code, found.place) == ("cumul", growing.fees[-1].place)
    assert "6\u202f500" in str(found.shown)


@pytest.mark.parametrize(
    "names",
    [
        ("Situation 1", "Situation 2"),
        ("Site, situation 1", "Blog, situation 2", "Site, situation 3"),
        ("Audit 1", "Audit 2", "Audit 3"),
    ],
    ids=["two", "of other works", "no situations"],
)
def test_what_grows_by_chance_is_not(names: tuple[str, ...]) -> None:
    lines = (
        (f"2020-0{n}-28", amount, name)
        for n, (amount, name) in enumerate(zip(("3000", "6500", "9000"), names, strict=False), 1)
    )
    assert list(running_totals(_fees(*lines))) == []


def test_situations_of_which_one_is_less_are_not_sums() -> None:
    steady = _fees(
        ("2020-01-31", "3000", "Situation 1"),
        ("2020-02-29", "2500", "Situation 2"),
        ("2020-03-31", "4000", "Situation 3"),
    )
    assert list(running_totals(steady)) == []


@pytest.mark.parametrize(
    ("amount", "service", "asked"),
    [("2.40", "Audit", True), ("9.99", "", True), ("10", "Audit", False), ("4.50", "Frais de port", False),
     ("-2.40", "Avoir", False), ("6.80", "Affranchissement", False)],
)  # fmt: skip
def test_a_sale_of_a_few_euros_may_be_of_thousands(
    amount: str, service: str, *, asked: bool
) -> None:
    found = list(odd_amounts(_fees(("2020-01-31", amount, service))))
    assert [doubt.code for doubt in found] == ["montant-eloigne"] * asked


FLAGS = [
    small(
        "a year above lines of the next",
        "# Forfaits\nDate | Client | Prestation | Montant HT\n2019\n"
        "31/01/2020 | Ponant | Audit | 4000\n28/02/2020 | Alizé | Site | 2500",
        doubted("A2"),
    ),
    ordinary(
        "years above their own lines",
        "# Forfaits\nDate | Client | Prestation | Montant HT\n2019\n"
        "30/09/2019 | Ponant | Audit | 4000\n2020\n28/02/2020 | Alizé | Site | 2500\n"
        "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n"
        "30/09/2019 | Quai | Bureau | 40\n28/02/2020 | Quai | Bureau | 40",
        revenue=6500,
    ),
    small(
        "a total of rents",
        "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n"
        "31/01/2020 | Quai | Bureau | 310\n28/02/2020 | Quai | Bureau | 315\n31/03/2020 | Quai | Total loyers | 900",
        *asked("A4"),
    ),
    small(
        "carried over from another year",
        "# Forfaits\nDate | Client | Prestation | Montant HT\n"
        "31/01/2020 | Ponant | Report de 2019 | 4000\n28/02/2020 | Alizé | Site 2019 | 2500",
        *asked("A2"),
    ),
    small(
        "paid by a client",
        "# Forfaits\nDate | Client | Prestation | Montant HT\n31/01/2020 | Ponant | Audit | 4000\n"
        "# Dépenses\nDate | Fournisseur | Libellé | Montant HT | Payé par\n"
        "31/01/2020 | Rail | Train | 40 | Ponant\n28/02/2020 | Alizé | Fibre | 25 | Anne",
        *asked("Dépenses!A2"),
    ),
    small(
        "with its tax, says a label",
        "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n"
        "31/01/2020 | Rail | Train TTC | 40\n28/02/2020 | Alizé | Fibre | 25",
        *asked("C2"),
    ),
    small(
        "under a warranty",
        "# Jours\nDate | Client | Mission | Jours | TJM\n"
        "31/01/2020 | Ponant | Reprise sous garantie | 2 | 700\n28/02/2020 | Alizé | Flux | 2 | 700",
        *asked("C2"),
    ),
    small(
        "a lot to come",
        "# Forfaits\nDate | Client | Prestation | Montant HT\n"
        "31/01/2020 | Ponant | Guide 2e tranche à venir | 4000\n28/02/2020 | Alizé | Site | 2500",
        *asked("C2"),
    ),
    small(
        "a total in the place of who is paid",
        "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n"
        "31/01/2020 | Quai | Bureau | 310\n28/02/2020 | Quai | Bureau | 315\n31/03/2020 | Total loyers | | 900",
        *asked("A4"),
    ),
    small(
        "a rent paid back, said below",
        "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n"
        "31/01/2020 | Quai | Bureau | 310\n28/02/2020 | Quai | Bureau | 315\n\nNB : le loyer de février a été remboursé",
        *asked("A5"),
    ),
    ordinary(
        "petrol",
        "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n"
        "31/01/2020 | Quai | Bureau | 310\n28/02/2020 | Quai | Bureau | 315\n31/03/2020 | Station | Total carburant | 90",
        charges=715,
    ),
    small(
        "an account that says no",
        "# Dépenses\nDate | Fournisseur | Libellé | Montant HT | Compté\n"
        "31/01/2020 | Forge | Papier | 40 | oui\n28/02/2020 | Alizé | Fibre | 25 | non",
        *asked("E3"),
    ),
    ordinary(
        "accounts",
        "# Dépenses\nDate | Fournisseur | Libellé | Montant HT | Compte\n"
        "31/01/2020 | Forge | Papier | 40 | 6064\n28/02/2020 | Alizé | Fibre | 25 | 626",
        charges=65,
    ),
    small(
        "a sign",
        "# Forfaits\nDate | Client | Prestation | Montant HT | Signe\n"
        "31/01/2020 | Ponant | Audit | 4000 | '1\n28/02/2020 | Alizé | Site | 2500 | '-1",
        *asked("E1"),
    ),
    small(
        "a category beside the lines that it adds up",
        "# Dépenses\nDate | Fournisseur | Libellé | Catégorie | Montant HT\n"
        "31/01/2020 | Quai | Bureau janvier | Loyer | 310\n29/02/2020 | Quai | Bureau février | Loyer | 311\n"
        "29/02/2020 | Quai | Loyer | Loyer | 621",
        *asked("A4"),
    ),
    small(
        "an amount shown below zero",
        "# Forfaits\nDate | Client | Prestation | Montant HT\n"
        "31/01/2020 | Ponant | Audit | 4000\n28/02/2020 | Alizé | Site | 2500 {-#,##0}",
        refused("D3"),
    ),
    small(
        "days shown below zero",
        "# Jours\nDate | Client | Jours | TJM\n"
        "31/01/2020 | Ponant | 4 | 700\n28/02/2020 | Alizé | 2 {(0)} | 700",
        refused("C3"),
    ),
    small(
        "days invoiced two months later",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 4 | 700\n28/02/2020 | Ponant | 2 | 700\n"
        "# Factures\nDate | Client | Prestation | Montant HT\n"
        "31/03/2020 | Ponant | Audit | 2800\n30/04/2020 | Ponant | Audit | 1400",
        right(revenue=4200, days=6),
    ),
]


@pytest.mark.parametrize("book", FLAGS)
def test_what_changes_a_line_without_a_word_of_its_own_is_heard(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    ("period", "asked"), [("déc. 19", True), ("mars 20", False), ("mars", False)]
)
def test_a_month_beside_a_line_may_be_of_another_year(period: str, *, asked: bool) -> None:
    found = outcome_of(
        sheets(
            "# Jours\nDate | Mois | Client | Jours | TJM\n"
            f"31/01/2020 | janvier 2020 | Ponant | 4 | 700\n31/03/2020 | {period} | Ponant | 2 | 700"
        ),
        "",
    )
    assert any("autre année" in what for what, _ in found.doubts) is asked


@pytest.mark.parametrize(
    ("comment", "asked"),
    [("concerne 2019", True), ("comptabilisé en 2019", True), ("CA 2021", True), ("travail de décembre 2019", True), ("travaux de 2019", True),
     ("pour décembre 2019", True), ("pour l’exercice 2019", True), ("relatif à 2019", True), ("passera en 2021", True),
     ("pour le salon 2019", False), ("CA 2020", False), ("compte rendu 2019", False), ("livré en 2021", False), ("suite de l’audit 2019", False)],
)  # fmt: skip
def test_a_comment_may_say_that_a_line_is_of_another_year(comment: str, *, asked: bool) -> None:
    text = f"# Jours\nDate | Client | Jours | TJM | Commentaire\n31/01/2020 | Ponant | 4 | 700 | {comment}"
    found = outcome_of(sheets(text), "")
    assert any("autre année" in what and place.row == 2 for what, place in found.doubts) is asked


@pytest.mark.parametrize(
    ("work", "asked"),
    [("Solde exercice 2019", True), ("Régie (exercice 2019)", True), ("Arriéré 2019", True), ("Comptes 2019", False),
     ("Audit des comptes exercice 2019", False), ("Liasse de l’exercice 2019", False), ("Bilan exercice 2019", False)],
)  # fmt: skip
def test_a_name_may_say_that_its_work_is_of_another_year(work: str, *, asked: bool) -> None:
    text = (
        f"# Forfaits\nDate | Client | Prestation | Montant HT\n31/01/2020 | Ponant | {work} | 700"
    )
    found = outcome_of(sheets(text), "")
    assert any("autre année" in what and place.row == 2 for what, place in found.doubts) is asked


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Site – report", "sum"),
        ("Guide (total)", "sum"),
        ("Audit, total", "sum"),
        ("CA janvier", "sum"),
        ("Refonte (budget)", "maybe target"),
        ("Site – objectif", "maybe target"),
        ("Site : solde", ""),
        ("Guide (remise 10 % à déduire)", "maybe credit"),
        ("Formation – Objectif emploi", ""),
    ],
)
def test_what_is_set_apart_from_a_name_may_be_a_sum_or_a_goal(name: str, said: str) -> None:
    assert [bearing_in(it, name) for it in ("service", "mission", "label")] == [said] * 3
