"""What is said of a line in a few words of no list: a comment about it, the label of an expense."""

from __future__ import annotations

import pytest

from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.meaning.movements import doubts_of, says_movement
from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.small import Small, asked, judge, small
from tests.builders import expense

UNDONE = """
        mission avortée; pour rire; le client a renoncé; client désisté; contrat rompu;
        commande décommandée; troc contre un vélo; facture à refaire, erronée; ligne fausse;
        montant erroné; facture à refaire; storniert; anulada; nicht verrechnet;
        pas fait finalement; c’était une blague; en fait c’était bidon; projet tombé à l’eau;
        deal perdu; l’affaire a capoté; fausse ligne; prix inventé; chiffre à revoir;
        montant à confirmer; mission annulée par le client; le client a résilié; commande refusée;
        cadeau; cadeau de la maison; gratis; mécénat; échangé contre un logo; même achat;
        même facture; même dépense que plus haut; prélèvement rejeté; remboursé par l’assurance;
        pris en charge par mon mari; colis perdu; commande annulée; article renvoyé;
        pas encore acheté; jamais livré; chèque impayé; pas achetée finalement; offert par Dell;
        abonnement résilié; on n’a rien facturé; client disparu; devis refusé; non effectué;
        le client s’est rétracté; vente avortée; contrat dénoncé; achat en double;
        ligne en double
"""
UNSPENT = """
        rendu au magasin; retourné au vendeur; réglé par Tamaris; payé par Tamaris
"""
ON_THE_WORK = """
        bon accueil, à refaire; suppression des doublons; correction du calcul erroné;
        analyse des faux positifs; gestion des erreurs; réunion avec le client; client content;
        mission prolongée; projet Alpha; projet livré; contrat signé; contrat renouvelé;
        commande 4512; commande reçue; facture envoyée; facture payée le 3/4; facture du 12 mars;
        montant validé; date confirmée; client prévenu; payé par carte; payé par CB;
        réglé par virement; réglée par chèque; payé par la SASU; avancé par moi; prix négocié;
        prix au forfait; tarif 2020; ligne 12 du contrat; abonnement annuel; abonnement mensuel;
        article pour le blog; produit d’entretien; achat groupé; achat urgent; dépense récurrente;
        colis reçu; billet échangeable; billet aller-retour; retour à 19h; renouvelé pour un an;
        rendez-vous à Paris; rendu 3D; renforcement de l’équipe; jour de pluie; jour 3;
        journée porte ouverte; séance de cadrage; vente privée; devis accepté; devis signé;
        devis 12; offre acceptée; offre retenue; offre Premium; marché public lot 2; AO 2020-12;
        mission de nuit; projet en cours; affaire suivie par Paul; la date a changé;
        client : point hebdo; test de charge; point facture avec la compta;
        le montant comprend l’hébergement; payé par avance; rebooké le 12; visite du salon;
        livraison en plusieurs fois; erreur d’adresse corrigée; fausse alerte sur la prod;
        chiffrage; relecture du contrat; rédaction du devis; prix public; montée en charge;
        jour férié travaillé; double écran; projet doublé par la V2; client allemand;
        client final : Renault; facturation en fin de mois; signature du contrat le 3;
        paiement à 30 jours; paiement reçu; paiement en deux fois; virement reçu; virement du 12;
        chèque n° 123; chèque déposé
"""
NO_CHARGES = """
        Argent de poche enfants; Mise de côté trésorerie; Ma rémunération de février;
        Prêté à Paul; Achat actions ETF; Prélèvement rejeté OVH; Vacances en Crète; Cantine Jules;
        Débit différé carte; Anniversaire maman; Loyer appartement famille; Solde au 31/01;
        Budget pub prévu; Avance note de frais; Virement vers mon compte; Virement à ma femme;
        Courses de la semaine; Croquettes du chat; Rejet chèque 1234; Relevé carte janvier;
        Dépenses carte janvier; Bourse : achat Total; Achat de crypto; Versement PEA;
        Colonie de vacances; Cours de piano ma fille; Facture vétérinaire; Coiffeur;
        Réserve de trésorerie; Épargne de précaution; Imprimante à acheter; Séminaire envisagé;
        Mon salaire; Noces de papa; Anniversaire Léa; Prêt à mon frère; Scolarité Jules;
        Dîner en famille; Retrait DAB perso; Mon loyer; Versement PER; Bijou pour ma femme;
        Mutuelle famille; Jouets; Salle de sport; Poche; Solde du compte;
        Alimentation compte épargne; Virement Boursorama; Remboursement Lydia Paul;
        Amortissement Macbook; Impôt sur le revenu; Contravention; Aide Covid
"""
CHARGES = """
        Carte mère; Femme de ménage; Livre de poche; Chèques vacances; Sous-traitance;
        Adaptateur USB; Câble HDMI; Étagère; Ramette A4; Enveloppes; Timbres; Hébergement;
        Nom de domaine; Clavier; Tapis de souris; Licence Figma; Billet Paris-Lille; Nuit d’hôtel;
        Péage; Parking; Essence; Taxi gare; Repas client; Déjeuner d’affaires; Café; Eau minérale;
        Fleurs accueil; Cadeaux clients; Cadeau de fin d’année; Coffret gourmand; Frais de rejet;
        Frais sur impayé; Frais bancaires; Intérêts d’emprunt; Cotisation AGIOS; Assurance prêt;
        Expert-comptable; Honoraires prévisionnel; Avocat; Annonce légale; Kbis;
        Dépôt des comptes; Formation SEO; Séminaire d’équipe; Anniversaire de la société;
        Salon Vivatech; Stand salon; Roll-up; Cartes de visite; Flyers; Plaquette; Site web; Logo;
        Photographe; Traduction; Relecture; Rédaction; Portage de valeurs; Loyer bureau;
        Loyer mars; Charges locatives; Électricité; Internet; Téléphone; Ménage;
        Réparation iPhone; Écran cassé; Batterie; Chargeur; Casque audio; Micro; Webcam; Trépied;
        Fauteuil; Bureau; Lampe; Peinture bureau; Climatiseur; Vélo de fonction; Trottinette;
        Révision voiture; Pneus; Contrôle technique; Assurance auto; Location utilitaire;
        Train + métro; Avion Madrid; Visa; Passeport; Vaccins; Pharmacie; Masques et gel;
        Vitamines; Bouquet cliente; Vin clients; Restaurant équipe; Pot de départ;
        Galette des rois; Spectacle équipe; Abonnement presse; Livre Python; Revue; Norme ISO;
        Brevet; Marque; Impression; Reliure; Affranchissement; Colissimo; Coursier;
        Déménagement bureau; Archivage; Destruction d’archives; Outil de prévision de trésorerie;
        Agicap; Ecole de langues; Cours d’anglais; Crèche d’entreprise; Prestation caméra;
        Maison de la presse; Location salle maison des associations; Restaurant Chez Maman;
        Collège des experts; Abonnement Bourse du travail; Coffre-fort numérique;
        Private cloud OVH; VPN privé; Location box de stockage; Carte cadeau salariés;
        Carnet de voyage; Solde facture Ikea; Avance OVH; Regul EDF; Relevé topographique;
        Carte SIM; Carte graphique; Achats divers; Achat PC; Dépenses de réception;
        Frais de mission; Note de frais mars; Fournitures; Mobilier; Divers; Petit matériel;
        Cotisation foncière; Taxe bureaux; Taxe apprentissage; Médecine du travail;
        Tickets restaurant; PEE abondement; Retraite; Prévoyance; Mutuelle
"""


def told(texts: str) -> list[str]:
    """Return the texts of a list, which its lines may part."""
    return [" ".join(text.split()) for text in texts.split(";")]


def of_label(label: str) -> str:
    """Return what the label of an expense says of it."""
    found = [it.code for it in doubts_of([expense("2020-03-31", "9", "", label=label)], [])]
    return next(iter(found), "") or says_movement(label) * "movement" or bearing_in("label", label)


def test_a_comment_undoes_its_line_or_its_sale() -> None:
    assert [text for text in told(UNDONE) if not bearing_in("comment", text)] == []


def test_a_comment_says_that_an_expense_was_given_back_or_paid_by_another() -> None:
    said = {text: bearing_in("comment", text) for text in told(UNSPENT)}
    assert said == dict.fromkeys(said, "unspent")


def test_a_comment_on_the_work_or_on_how_it_was_paid_says_nothing() -> None:
    said = {text: bearing_in("comment", text) for text in told(ON_THE_WORK)}
    assert said == dict.fromkeys(said, "")


def test_the_label_of_no_charge_is_asked_about() -> None:
    assert [text for text in told(NO_CHARGES) if not of_label(text)] == []


def test_the_label_of_a_charge_is_not() -> None:
    said = {text: of_label(text) for text in told(CHARGES)}
    assert said == dict.fromkeys(said, "")


@pytest.mark.parametrize(
    "book",
    [
        *(
            small(f"{text} of {kind.sheet}", kind.odd("Remarque", "", text), *asked("A4", at))
            for kind, at in ((DAYS, "G4"), (FEES, "E4"), (EXPENSES, "E4"))
            for text in ("en fait annulée", "commande avortée", "pour rire", "même achat")
        ),
    ],
)  # fmt: skip
def test_what_a_comment_says_is_asked_at_its_line(book: Small) -> None:
    judge(book)
