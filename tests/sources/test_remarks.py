"""What is written beside few lines is understood, known to be harmless, or asked about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from reporter.sources.reading import read
from reporter.words.remarks import is_harmless
from tests.books.kinds import DAYS, EXPENSES, FEES, Kind
from tests.books.outcomes import outcome_of
from tests.books.small import sheets

if TYPE_CHECKING:
    from pathlib import Path

ASKED = """
    on attend la signature; moved to 2021; en suspens; mise en pause; le projet est mort; zappé;
    ils n’en veulent plus; à basculer en janvier; c’est Julie qui facture; pour moi; pour voir;
    part de Lucie incluse; dans le pack de 10; société fermée; on the house; 0,5; payé 50 %;
    payé ?; x2; 2j; mars; en mars; formation offerte; formation à refaire; formation perdue;
    intégration sans contrat; annulation partielle; seulement le matin; FORMATION ZAPPE;
    formation Zappé; 2 jours sur site;
    client introuvable; pas venu; part Julie; émission de la facture; ½; ✗; 0.5;
    attendre le feu vert; déduire du pack; litige transporteur; erreur de saisie; tarif ami; TBC;
    montant provisoire; client insolvable; sur leur budget; waiting for the PO; moved; never mind;
    attente PO; relève de 2021; total des trois; avec TVA; plutôt 600; mise en demeure;
    mise de côté; procédure en cours; contrat en attente;
    via l’agence; redressement; mal saisi; compris dans le forfait; pour le client; pour la maison;
    chèque impayé; mission de l’an dernier; réalisé en interne; cadre à signer; fin d’année offerte;
    planning offert à tous, non facturé; contact pas payé; mise de côté; montant approximatif;
    livré incomplet; sous réserve; avec réserves; 2 jours par erreur;
    rapport à refaire; rapport réduit de moitié; livrable refusé; livrable partiel; support offert;
    document perdu; CRA à corriger; rapport compris dans le forfait; accord perdu;
    accord de principe; devis accepté à moitié; payé en 2 fois, une seule reçue;
    payé en deux fois moins; client ravi mais muet; bon retour, avoir fait;
    retour positif de l’assurance; livré en avance, facturé en 2021; facturé en mars 2021;
    prolongé sans contrat; vu avec eux, annulé; facture de Lucie; dépense de Paul;
    logo zappé; visuels jetés; article dépublié; logo racheté par Lucie; photos rendues; code jeté;
    créneau libéré; temps absorbé; maquettes refusées; atelier dépublié; présence demandée, refusée;
    correction demandée; suite du litige; copie de la ligne 3; voir avoir; tarif ami;
    nouvelle mission sans contrat; paiement bloqué; cours offerts; article renvoyé; stage écourté;
    à relancer, ne répond plus; client parti; mission partie; payé par le client au sous-traitant;
    audit + 2 jours; 600 + 50; selon devis refusé; invoice pending; waiting; missing PO;
    bureaux à refaire; produit offert; remise du mois; deux offerts; deux lots refusés;
    deux jours; deux tiers; cinq pour Paul;
    suite à une erreur; suite au refus; journée comptée à 7 h; ligne en double; facture perdue;
    rendu par Anne; interne; avant-vente; intercontrat; inclus; comprise; fait en interne;
    visite société logée; atelier réuni; loupé avec eux; ancienne version; parti du lot; logée
    ici; compris dans le lot 1; comprise dans le pack
"""
HARMLESS = """
    ok; RAS; payé le 3/4; payé le 15/03/2020; virement reçu; relance 2; relance téléphonique du 12;
    chèque n° 1204587; BC 45012; bon de commande 889; avenant signé; F2020-014; 12; 3/4; –; ✓;
    sur site; télétravail; visio; à Lyon; avec Paul; bureau de Paris; matin; après-midi;
    réunion de lancement; sprint 4; lot 2; v2; migration de la base; déploiement en préproduction;
    montage vidéo; revue de code avec Julie; accompagnement au changement; optimisation technique;
    30 jours fin de mois; paiement à 45 jours; facture en attente de paiement; paid on 3 April;
    reminder sent; phases 1 et 2; payé en mars; câble HDMI; avion; imprimante; logo; nom de domaine;
    1ère classe; 12 stagiaires; Nantes-Paris; Paris; astreinte; émargement reçu; jury; MEP;
    à 45 jours; visite du site; mise en ligne; mise à jour WordPress; prise de notes; contrat 2019;
    TVA sur les encaissements; plans niveau 2; eau; formation en ligne; correctifs; à réception;
    session de mai; point d’avancement; n° de marché 2020-5; CRA signé; contrat cadre;
    contrat reconduit; nuit d’hôtel comprise; frais inclus; frais de déplacement compris;
    prélèvement automatique; parking longue durée; aller-retour Paris; bilan de fin d’année;
    écran pour le bureau; matériel pour l’équipe; mission terminée; saisi le 12; archivé;
    payé l’an dernier; client depuis 2019; compte rendu envoyé; planning modifié;
    2 jours par semaine; interlocuteur changé; équipe de 6 personnes; nouveau client;
    retard de livraison côté client; recommandé par Sophie; contrat historique; facture papier;
    montée en compétence; rapport remis; documents transmis; questionnaire fourni; livrable relu;
    horaires décalés; matériel prêté; virement reçu en deux fois; payé en 3 fois;
    payé sous 30 jours; devis accepté; accord par mail; livré en avance;
    mission prolongée jusqu’en juin; vu avec le comptable; client fidèle; retour positif;
    bon contact; code relu; backlog trié; évolutions demandées; PC fourni par le client;
    maquettes validées; atelier animé avec Paul; mission commencée en janvier; mission de 3 mois;
    suite de janvier; suite du lot 1; copie à Lucie; voir compte rendu; à rappeler; à archiver;
    contrat à renouveler; en anglais; nouvelle mission; facturation mensuelle; tarif habituel;
    paiement rapide; client exigeant; documents traduits; vérifié; hors frais; Mme Roy;
    points quotidiens à 9 h 30; relu par Anne; signé électroniquement; envoyé par la poste;
    suite au salon de Rennes; deux allers-retours; ticket perdu; ligne fixe; anne@ponant.example;
    https://ponant.example/devis; clavier + souris; transfert de compétences; selon devis D24-12;
    commande passée par téléphone; bon pour accord reçu; facture déposée sur le portail;
    interlocuteur : M. Roy; relecture par Zoé; deux réunions par semaine; panne réparée;
    bureaux à Quimper; migration terminée; remise du rapport;
    audit sur deux sites; deux nuits; conforme au devis; contrat de 6 mois;
    rappeler en septembre; nouveau responsable; note de frais de mars; 1re classe; 2de visite;
    entretiens menés avec la DSI; interlocuteurs motivés; équipe très motivée; locaux rénovés;
    salles équipées; charte respectée; intervention au lycée; hébergé chez OVH; filmé en studio;
    visite avec Luc et Zoé; déjeuner équipe; dîner d’affaires; clavier français; thème : négocier;
    public averti; support distribué; transports urbains; DSI; Qualiopi; quai des Chartrons;
    reprise du code; montée en charge; super ambiance; livré en version finale; format court;
    personas validés; atelier au lycée; formation des élus
"""
BOUGHT = """
    mécanique, rétroéclairé; reconditionné; forfait 20 Go; retrait en magasin; cuir véritable;
    pour le salon de Lyon
"""
KEPT = "retourné; rendu au magasin; moitié perso; offert à Zoé; pour le client; pour Luc"


def _each(texts: str) -> list[str]:
    return [text.strip() for text in texts.split(";")]


@pytest.mark.parametrize("remark", _each(ASKED))
def test_what_may_change_a_line_is_not_harmless(remark: str) -> None:
    assert not is_harmless(remark)


@pytest.mark.parametrize("remark", _each(HARMLESS))
def test_payments_papers_places_and_works_are_harmless(remark: str) -> None:
    assert is_harmless(remark)


@pytest.mark.parametrize("remark", _each(BOUGHT))
def test_what_is_bought_is_described_as_it_is(remark: str) -> None:
    assert is_harmless(remark, bought=True)


@pytest.mark.parametrize(
    "remark",
    _each(KEPT),
)
def test_what_became_of_a_purchase_is_not_harmless(remark: str) -> None:
    assert not is_harmless(remark, bought=True)


def test_a_purchase_is_described_where_a_sale_may_be_undone() -> None:
    assert remarks(EXPENSES.with_column("Note", "", "", "réparé sur place")) == []
    assert remarks(FEES.with_column("Note", "", "", "réparé sur place")) == ["E4"]


def test_a_label_in_small_letters_names_what_was_bought() -> None:
    bought = "30/04/2020 | Quai | {} | 91"
    assert remarks(EXPENSES.and_then(bought.format("frais de tenue de compte"))) == []
    assert remarks(EXPENSES.and_then(bought.format("ne pas passer en banque"))) == ["C5"]


def test_a_long_remark_is_a_story_of_which_not_all_is_heard() -> None:
    assert is_harmless("ok " * 60)
    assert not is_harmless("ok " * 70)


@pytest.mark.parametrize(
    ("title", "cells", "doubts"),
    [
        ("Contact compta", ("a@ponant.example", "b@alize.example", "a@ponant.example"), []),
        ("Durée du contrat", ("6 mois", "1 an", "6 mois"), []),
        ("Saisi par", ("Anne", "Anne", "Anne"), []),
        ("Délai (jours)", ("30", "45", "30"), []),
        ("Durée du contrat", ("6 jours", "2 jours", "6 jours"), ["colonne"]),
        ("Bloqué par", ("Anne", "Anne", "Anne"), ["colonne"]),
    ],
)
def test_addresses_lengths_and_who_wrote_a_line_are_of_no_status(
    title: str, cells: tuple[str, ...], doubts: list[str]
) -> None:
    found = outcome_of(sheets(FEES.with_column(title, *cells)))
    assert [what.partition(" : ")[0] for what, _ in found.doubts] == doubts


def test_the_names_of_the_books_are_harmless() -> None:
    assert not is_harmless("client arvor")
    assert is_harmless("client arvor", {"arvor"})
    assert not is_harmless("relève de 2021", {"2020"})
    assert is_harmless("relève de 2020", {"2020"})


def remarks(text: str, settings: str = "") -> list[str]:
    """Return the cells of the remarks of a small book."""
    return [
        place.cell
        for what, place in outcome_of(sheets(text), settings).doubts
        if "remarque :" in what
    ]


@pytest.mark.parametrize("kind", [DAYS, FEES, EXPENSES])
@pytest.mark.parametrize("title", ["Commentaire", "Remarques", "Notes", "Blabla"])
def test_a_remark_on_few_lines_is_asked_about_and_a_column_of_descriptions_is_not(
    kind: Kind, title: str
) -> None:
    few = kind.with_column(title, "", "on attend encore leur signature", "réunion")
    assert [cell[1:] for cell in remarks(few)] == ["3"]
    most = kind.with_column(title, "on parle de nous", "on attend encore", "ils sont ravis")
    assert remarks(most) == []
    one = kind.with_column(title, "point hebdo avec eux", "on attend encore", "bilan avec eux")
    assert [cell[1:] for cell in remarks(one)] == ["3"]


SPENT = """# Dépenses
Date | Fournisseur | Montant HT | Catégorie | Type | Objet
31/01/2020 | OVH | 110 | Repas | {} | Serveur
28/02/2020 | Alizé | 250 | Train | {} | Fibre"""


def test_what_says_what_its_table_holds_is_no_remark() -> None:
    assert remarks(SPENT.format("Achat", "Frais")) == []
    assert remarks(SPENT.format("Achat", "Avance")) == ["E3"]


ROWS = "".join(f"\n{day:02}/01/2020 | Ponant | Audit | {500 + day} | {{}}" for day in range(1, 13))
FEES_OF = "# Forfaits\nDate | Client | Prestation | Montant HT | Note" + ROWS


@pytest.mark.parametrize(("count", "asked"), [(4, 4), (5, 0)])
def test_remarks_are_on_one_line_in_three(count: int, asked: int) -> None:
    texts = [f"on verra {n}" for n in range(count)] + [""] * (12 - count)
    assert len(remarks(FEES_OF.format(*texts))) == asked


@pytest.mark.parametrize(
    ("usual", "texts", "asked"),
    [
        ("payé le {}/4", ("on attend la signature",), ["E2"]),
        ("on revoit l’écran {}", ("on attend la signature",), []),
        ("écran {} revu avec eux", ("on attend la signature",), ["E2"]),
        ("ils valident", ("on attend la signature",), ["E2"]),
        ("payé le {}/4", ("on attend", "on verra"), []),
        ("payé le {}/4", ("mission écourtée",), ["E2"]),
        ("payé le {}/4", ("montant à revoir",), ["E2"]),
        ("payé le {}/4", ("reporté au 12",), ["E2"]),
        ("payé le {}/4", ("client en faillite", "à rattraper"), []),
        ("payé le {}/4", ("essai clinique",), []),
        ("payé le {}/4", ("bilan à venir",), ["E2"]),
        ("payé le {}/4", ("export à 50 % facturé",), []),
        ("payé le {}/4", ("après avoir emménagé",), []),
        ("payé le {}/4", ("client en faillite",), ["E2"]),
        ("payé le {}/4", ("Suivi du budget",), []),
        ("payé le {}/4", ("Atelier SI",), []),
        ("payé le {}/4", ("DEUX MOIS SI ACCORD",), ["E2"]),
        ("payé le {}/4", ("Gestion des congés",), []),
        ("payé le {}/4", ("Page produit et options",), []),
        ("payé le {}/4", ("compté plus haut",), ["E2"]),
        ("payé le {}/4", ("à reprendre à zéro",), ["E2"]),
        *(
            ("payé le {}/4", (said,), ["E2"])
            for said in (
                "non planifié",
                "moins la prime",
                "stoppé la mission",
                "coupé la prestation en deux",
                "décalé les ateliers",
                "cédé la créance",
                "hors marché",
                "budget gelé",
                "budget coupé",
                "moitié pour Anne",
                "la moitié avec Luc",
                "moitié chez Ponant",
                "client disparu en mai",
                "waiting for the PO",
                "awaiting on legal",
                "avec ristourne",
                "rabais de volume",
                "cadeau de bienvenue",
                "envoyé au contentieux",
                "visite perso",
                "facturation suspendue",
                "échange de services",
                "moins la TVA",
                "hors périmètre",
                "retiré du lot",
                "décliné",
                "à remettre",
                "à finir vite",
                "visite en mai ?",
            )
        ),
        *(("payé le {}/4", (it,), []) for it in ("récupéré les maquettes", "repoussé la démo")),
        *(("payé le {}/4", (it,), ["E2"]) for it in ("récupéré la TVA", "payé la moitié")),
        ("payé le {}/4", ("à revoir ensemble",), []),
        ("payé le {}/4", ("client suisse",), []),
        ("payé le {}/4", ("à voir en comité",), []),
        *(
            ("payé le {}/4", (said,), [])
            for said in (
                "À Montpellier",
                "A Quimper",
                "Non régression",
                "Non-conformités du lot 2",
                "Non présentiel",
                "À partir de mai",
                "À titre d’exemple",
                "À votre demande",
                "Moins long que prévu",
            )
        ),
        ("payé le {}/4", ("fini le 4",), []),
        ("payé le {}/4", ("remise en état du site",), []),
        ("payé le {}/4", ("moins d’un jour sur site",), []),
        ("payé le {}/4", ("non soumis à la retenue",), []),
        ("payé le {}/4", ("hors vacances scolaires",), []),
        ("payé le {}/4", ("déclinaison du logo",), []),
        ("payé le {}/4", ("intégré au SI, livré en deux fois",), []),
        ("payé le {}/4", ("payé en nature",), ["E2"]),
        ("payé le {}/4", ("Prise de congés",), []),
        ("payé le {}/4", ("Travaux sans congés",), []),
    ],
)
def test_a_sentence_that_is_odd_among_descriptions_is_a_remark(
    usual: str, texts: tuple[str, ...], asked: list[str]
) -> None:
    column = [*texts, *map(usual.format, range(1, 13))][:12]
    assert remarks(FEES_OF.format(*column)) == asked


@pytest.mark.parametrize("title", ["Description", "Objet"])
def test_a_column_that_names_the_work_is_no_remark(title: str) -> None:
    assert remarks(DAYS.with_column(title, "", "on attend la signature", "")) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FEES, "annulé"), (DAYS, "pas facturé"), (FEES, "concerne 2019"),
    ],
)  # fmt: skip
def test_a_word_that_is_known_says_what_it_says_and_once(kind: Kind, text: str) -> None:
    found = outcome_of(sheets(kind.with_column("Note", "", "", text))).doubts
    assert [place.cell[1:] for _, place in found if place.row == 4] == ["4"]
    assert remarks(kind.with_column("Note", "", "", text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "n’est pas annulé", "déplacement offert", "jour férié", "concerne 2020", "9 jours", "650 €",
        "audit de 2020",
    ],
)  # fmt: skip
def test_what_is_understood_and_agrees_is_no_remark(text: str) -> None:
    assert remarks(DAYS.with_column("Note", "", "", text)) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("congés du 5 au 16", 0),
        ("vacances de Noël", 0),
        ("congés du client", 0),
        ("vacances, pas de mission", 1),
        ("vacances de mars ?", 1),
    ],
)
def test_leave_is_the_rest_of_a_month_and_no_more_of_a_week(text: str, count: int) -> None:
    week = DAYS.with_column("Note", "", "", text).replace("| 9 | 650 | 5850", "| 5 | 650 | 3250")
    heard = [it for it in outcome_of(sheets(week)).doubts if it[1].cell == "G4"]
    assert heard
    assert len(remarks(DAYS.with_column("Note", "", "", text))) == count


def test_leave_is_the_rest_of_the_month_of_an_invoice() -> None:
    book = "# Factures\nDate | Client | Objet | Montant HT | Commentaire\n"
    line = "31/03/2020 | Ponant | Audit | 4500 | "
    assert outcome_of(sheets(f"{book}{line}congés")).doubts
    assert not outcome_of(sheets(f"{book}{line}congés du 3 au 14")).doubts


@pytest.mark.parametrize("text", ["augmentation négociée", "nouveau TJM", "TJM revu à la hausse"])
def test_a_rise_is_understood_where_the_price_rises(text: str) -> None:
    book = DAYS.with_column("Note", "", text, "")
    assert remarks(book) == ["G3"]
    assert remarks(book.replace("8 | 700 | 5600", "8 | 750 | 6000")) == []
    assert remarks(book.replace("8 | 700 | 5600", "8 | 650 | 5200")) == ["G3"]
    assert remarks(book.replace(text, f"{text} ?")) == ["G3"]


def test_what_is_denied_is_what_would_undo_the_line() -> None:
    assert remarks(DAYS.with_column("Note", "", "", "payé par mon associé, pas à moi")) == ["G4"]


def test_what_another_invoice_replaces_is_told_twice() -> None:
    book = DAYS.with_column("Commentaire", "", "", "remplacée par la F-2020-12")
    assert [place.cell for _, place in outcome_of(sheets(book)).doubts if place.row == 4] == ["G4"]


def test_a_number_that_its_line_does_not_hold_is_a_remark() -> None:
    assert remarks(FEES.with_column("Note", "", "", "8 jours")) == ["E4"]


def test_what_most_names_add_is_a_part_of_them() -> None:
    rows = [f"{day:02}/01/2020 | Ponant | {{}} | {500 + day}" for day in range(1, 13)]
    book = "# Forfaits\nDate | Client | Prestation | Montant HT\n" + "\n".join(rows)
    names = ["Audit", *(f"Travail {n}" for n in range(8)), *(f"Audit – {it}" for it in "àvu")]
    added = [f"{name} il verra" if "–" in name else name for name in names]
    assert remarks(book.format(*added)) == []
    assert remarks(book.format(*added[:-1], "Audit")) == ["C11", "C12"]


def test_what_happened_on_the_way_may_be_of_the_line() -> None:
    assert remarks(DAYS.with_column("Note", "", "", "train raté, pas de cours")) == ["G4"]


@pytest.mark.parametrize(("amount", "asked"), [("-900", []), ("900", ["E5"])])
def test_why_an_amount_is_below_zero_is_no_remark(amount: str, asked: list[str]) -> None:
    book = FEES.with_column("Note", "", "", "")
    row = f"30/04/2020 | Ponant | Audit | {amount} | correction demandée par eux"
    assert remarks(f"{book}\n{row}") == asked


LABELS = """# Forfaits
Date | Client | Prestation | Montant HT
31/01/2020 | Ponant | Audit | 900
28/02/2020 | Ponant | Audit | 950
31/03/2020 | Ponant | {} | 980
30/04/2020 | Ponant | {} | 990
31/05/2020 | Ponant | {} | 1010"""


@pytest.mark.parametrize(
    ("labels", "asked"),
    [
        (("Audit – on attend la signature", "Audit", "Audit"), ["C4"]),
        (("Audit (on verra)", "Audit, s’ils signent", "Audit"), ["C4", "C5"]),
        (("Audit – lot 2", "Audit (visio)", "Audit"), []),
        (("Audit (hors contrat)", "Étude", "Conseil"), ["C4"]),
        (("Audit – en rade", "Étude", "Conseil"), ["C4"]),
        (("Plan (hors contrat)", "Étude", "Conseil"), ["C4"]),
        (("Plan – en rade", "Étude", "Conseil"), ["C4"]),
        (("Plan – panier", "Étude", "Conseil"), []),
        (("Audit (trois lots)", "Étude – panier", "Conseil"), []),
        (("RGPD : prêt à tout", "Étude", "Conseil"), []),
        (("en rade", "Étude", "Conseil"), ["C4"]),
        (("client absent", "client muet", "Conseil"), ["C4", "C5"]),
        (("relecture", "Étude", "Conseil"), []),
        (("Site – panier", "Audit", "Audit"), []),
        (("Site – on attend la signature", "Audit", "Audit"), ["C4"]),
        (("Audit – écran d’accueil", "Audit – panier", "Audit – compte"), []),
    ],
)
def test_what_is_added_to_a_name_that_others_bear_alone_is_a_remark(
    labels: tuple[str, ...], asked: list[str]
) -> None:
    assert remarks(LABELS.format(*labels)) == asked


def test_a_remark_is_ignored_by_its_text_and_not_with_the_others() -> None:
    book = FEES_OF.format("on verra", "à discuter", *[""] * 10)
    settings = '[verifications]\nignorer = ["remarque on verra"]\n'
    assert remarks(book) == ["E2", "E3"]
    assert remarks(book, settings) == ["E3"]


SHEETS = {
    "Forfaits": (
        ("Date", "Client", "Prestation", "Montant HT"),
        (date(2020, 1, 31), "Ponant", "Audit", 1000),
    ),
    "CA HT 2020": (("Client", "Janvier", "Février", "Mars"), ("Ponant", 1000, 1100, 1210)),
    "Jours mars 2020": (
        ("Client", "TJM", *range(1, 32)),
        ("Ponant", 600, None, 1, 1, 1, *(None,) * 27),
    ),
}


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize(("note", "count"), [("à l’œil", 1), ("réunion", 0)])
def test_a_note_set_on_a_cell_is_a_remark(
    tmp_path: Path, sheet: str, note: str, count: int
) -> None:
    book: Any = Workbook()
    page = book.active
    page.title = sheet
    for row in SHEETS[sheet]:
        page.append(row)
    page["D2"].comment = Comment(note, "moi")
    page["D1"].comment = Comment("on verra", "moi")
    (tmp_path / "data").mkdir()
    book.save(tmp_path / "data" / "2020.xlsx")
    assert [it.place.cell for it in read(tmp_path).doubts] == ["D2"] * count


GRID = """# Jours
CRA mars 2020
Client | TJM | {days} | Remarque
Ponant | 600 | {marks} | {first}
Alizé | 650 | {marks} | {second}
Tamaris | 650 | {marks} | {third}"""
MARCH = range(1, 32)


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (("on attend la signature", "", "télétravail"), ["AH3"]),
        (("jour férié, mais travaillé quand même", "", ""), []),
        (("", "non facturé", ""), ["AH4"]),
        (("", "litige", ""), ["AH4"]),
        (("télétravail le vendredi", "", ""), []),
        (("à eux de voir", "à voir avec eux", "à voir par eux"), []),
    ],
)
def test_a_remark_beside_the_days_of_a_grid_is_asked_about(
    texts: tuple[str, str, str], asked: list[str]
) -> None:
    first, second, third = texts
    marks = " | ".join("0.25" if day in (3, 5, 10) else "" for day in MARCH)
    days = " | ".join(map(str, MARCH))
    book = GRID.format(days=days, marks=marks, first=first, second=second, third=third)
    assert remarks(book) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("on attend la signature", ["B3"]),
        ("celle de mars n’est pas partie", ["B3"]),
        ("1er trimestre", []),
        ("TVA pour la Belgique", []),
    ],
)
def test_a_sentence_alone_among_the_lines_is_a_remark(text: str, asked: list[str]) -> None:
    book = "# Forfaits\nDate | Client | Prestation | Montant HT\n31/01/2020 | Ponant | Audit | 900"
    assert remarks(f"{book}\n | {text} | |\n28/02/2020 | Alizé | Site | 950") == asked


@pytest.mark.parametrize(("text", "count"), [("on attend leur accord", 1), ("Agence de Lyon", 0)])
def test_a_sentence_under_months_is_asked_about(text: str, count: int) -> None:
    book = "# CA HT 2020\nClient | Janvier | Février | Mars\nPonant | 1000 | 1100 | 1200"
    found = outcome_of(sheets(f"{book}\nAlizé | 900 | 800 | 700\n\n{text}")).doubts
    assert [place.cell for _, place in found] == ["A5"] * count


@pytest.mark.parametrize(
    ("text", "asked"),
    [("bon contact", []), ("on attend la signature", ["E2"]), ("en fait 2 jours", ["E2"])],
)
def test_a_column_of_remarks_beside_months_is_heard(text: str, asked: list[str]) -> None:
    book = "# CA HT 2020\nClient | Janvier | Février | Mars | Notes\n"
    rows = f"Ponant | 1000 | 1100 | 1200 | {text}\nAlizé | 900 | 800 | 700 |"
    found = outcome_of(sheets(book + rows))
    assert [place.cell for _, place in found.doubts] == asked
    assert not found.errors


def test_numbers_under_remarks_beside_months_are_refused() -> None:
    book = (
        "# CA HT 2020\nClient | Janvier | Février | Mars | Notes\nPonant | 1000 | 1100 | 1200 | 40"
    )
    assert outcome_of(sheets(book)).errors


@pytest.mark.parametrize(
    ("title", "asked"),
    [("Support", []), ("Outils", []), ("Thème", []), ("Verdict", ["colonne"])],
)
def test_a_column_of_what_is_around_some_work_is_no_status(title: str, asked: list[str]) -> None:
    found = outcome_of(sheets(FEES.with_column(title, "vidéo", "livret", "vidéo")))
    assert [what.partition(" : ")[0] for what, _ in found.doubts] == asked


@pytest.mark.parametrize(
    ("kind", "title", "usual", "odd", "asked"),
    [
        (FEES, "Verdict", "go", "no go", ["colonne E1", "peut-etre-annule E3"]),
        (FEES, "Commandes", "faite", "non commandée", ["colonne E1", "peut-etre-annule E3"]),
        (DAYS, "Verdict", "présent", "absent", ["colonne G1", "peut-etre-annule G3"]),
        (DAYS, "Lieu", "site", "maladie", ["peut-etre-annule G3"]),
        (DAYS, "Lieu", "site", "pas loin", []),
        (EXPENSES, "Verdict", "pro", "perso", ["colonne E1", "peut-etre-annule E3"]),
        (EXPENSES, "Lieu", "bureau", "maladie", []),
        (FEES, "Verdict", "no go", "go", ["colonne E1"]),
        (FEES, "Verdict", "au choix", "pas au choix", ["colonne E1", "peut-etre-annule E3"]),
    ],
)
def test_a_word_that_undoes_is_heard_under_any_title(
    kind: Kind, title: str, usual: str, odd: str, asked: list[str]
) -> None:
    found = outcome_of(sheets(kind.with_column(title, usual, odd, usual))).doubts
    assert [f"{what.partition(' : ')[0]} {place.cell}" for what, place in found] == asked


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (("", "non facturé", ""), ["F3"]),
        (("", "litige", ""), ["F3"]),
        (("", "Lyon", ""), []),
        (("oui", "non", "oui"), ["F1"]),
        (("A", "B", "A"), ["F1"]),
    ],
)
def test_a_column_of_an_export_that_nobody_reads_is_heard(
    texts: tuple[str, str, str], asked: list[str]
) -> None:
    rows = [f"0{n}/03/2020 | Ponant | 09:00 | 16:00 | 100 | {it}" for n, it in enumerate(texts, 2)]
    book = "\n".join(("# Export", "Date | Client | Début | Fin | Taux horaire | Verdict", *rows))
    found = outcome_of(sheets(book), "[lecture]\nheures_par_jour = 7\n")
    assert [place.cell for _, place in found.doubts] == asked
