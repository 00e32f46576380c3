"""What is said of a line in a few words of no list: a comment about it, the label of an expense."""

from __future__ import annotations

import pytest

from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.meaning.movements import doubts_of, says_movement
from reporter.words.remarks import is_harmless
from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.small import Small, asked, doubted, judge, ordinary, right, small
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
        ligne en double;
        le projet ne se fera pas; jamais démarré; journée perdue, non comptée;
        client injoignable depuis, on oublie; à titre amical; pour dépanner un ami; coup de main;
        je me suis trompé de ligne; saisie par erreur; double saisie; le client conteste tout;
        pas de suite donnée; budget coupé côté client; avoir émis en mars; facture retirée;
        on ne facturera pas; échange de bons procédés; sponsorisé, sans contrepartie;
        facture mise à la poubelle; montant bidonné; montant provisoire;
        passé en pertes et profits; la commande n’est jamais arrivée; remboursé en avril;
        avoir reçu; annulé à temps; cadeau de Noël pour maman; achat privé; à se faire rembourser;
        non comptabilisé; accord jamais formalisé; client jamais rappelé; pas concrétisé;
        didn’t happen; won’t happen; no show; no deal; not my client; pas de contrat;
        aucun contrat; pas à moi; pas mon client; non débité; jamais relancé;
        mission non confirmée; pas donné suite; rien vendu; not delivered; never happened;
        pas retenu; non abouti; non concluant; non souhaité; client fantôme;
        pas retenu finalement; mission reprise par un concurrent; non comptabilisé; invendable;
        didn’t happen; no show; not my client; wrong client; facture contestée, à négocier;
        impossible à recouvrer; accord jamais formalisé; proposition seulement; awaiting approval;
        client went bust; non débité; en double; sera remboursé; ticket perdu, non compté; offert;
        moitié perso; acheté pour un ami; colis jamais reçu; cancelled order;
        jamais exécuté; pas de bon de commande, on arrête; commande retirée; journée non due;
        non rémunéré; je l’ai fait gratuitement; annulation tardive du client; pas acceptée;
        ligne à supprimer; non exigible; vente non conclue; il a changé d’avis;
        litige avec le client; non utilisé, rendu; pas pris; remboursée par PayPal;
        commande bloquée; jamais expédié; débit annulé; article défectueux renvoyé
"""
UNSPENT = """
        rendu au magasin; retourné au vendeur; réglé par Tamaris; payé par Tamaris;
        repris par le vendeur; payé par mon associé;
        opposition CB; échec de paiement; payé deux fois; remboursement reçu le 3/4; refunded;
        pris en charge par la mutuelle
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
        chèque n° 123; chèque déposé;
        mise en place de l’environnement; correction de bugs; revue de code avec Julie;
        déploiement en préproduction; réunion de lancement; atelier UX n°2;
        tests de non-régression; préparation de la démo; démo devant le comité;
        rédaction de la doc technique; support utilisateurs; astreinte du samedi;
        migration de la base; refonte de la page d’accueil; analyse du besoin;
        audit du code existant; formation des équipes; accompagnement au changement;
        interviews utilisateurs; maquettes v2; intégration HTML; optimisation des requêtes;
        gestion de projet; point hebdo; comité de pilotage; échanges avec l’hébergeur;
        incident production; dépannage urgent; mise à jour sécurité; nettoyage des données;
        scripts d’import; tableau de bord; recette interne; retours client pris en compte;
        corrections après recette; relecture finale; traduction du chapitre 3; tournage;
        montage vidéo; repérage; prise de vue; retouche photo; livraison des fichiers;
        bon à tirer; impression suivie; déplacement à Lyon; train annulé, arrivé à midi;
        télétravail l’après-midi; sur site le matin; grève SNCF, visio; journée longue;
        matinée seulement; départ anticipé; arrivé à 10h; pont de mai travaillé; semaine courte;
        férié travaillé; sprint 4; fin du sprint 12; ticket 4512; JIRA-332; PR 214; release 2.3;
        hotfix; retard fournisseur; planning décalé d’une semaine; reste 3 jours;
        reste 12 j sur le BC; avenant signé; bon de commande reçu; BC à demander;
        facturer en fin de mois; facture n° 12; facture envoyée par mail; facturé sur Chorus;
        dépôt Chorus le 12; relance du 15 mars; relancé par téléphone; payé en retard;
        payé le 12/03; règlement attendu; virement attendu le 15; paiement 45 jours;
        escompte non appliqué; TVA sur les débits; autoliquidation; exonéré art. 261;
        client belge; prix ferme; tarif négocié; nouveau tarif; TJM augmenté au 1er mars;
        tarif senior; forfait tout compris; y compris déplacements; hors frais; frais en sus;
        frais inclus; sous-traitance incluse; remise déjà déduite; acompte de 30 % versé;
        solde à la livraison; première échéance; 2e tiers; facture 2/3; dernière facture;
        fin de contrat; renouvellement; reconduction tacite; renouvelé en juin;
        contact : M. Martin; demande de Sophie; vu avec le DSI; validé par le client;
        PV de recette signé; CR envoyé; cf. mail du 3; voir devis 2020-12; selon devis accepté;
        suivant contrat cadre; marché 2019-44; lot 3; tranche ferme; phase 2; jalon 3 atteint;
        bureau Paris; site de Nantes; chez le client; salle de réunion; visio Teams;
        avec l’équipe data; binôme avec Karim; en remplacement de Luc; relais de Marie; passation;
        transfert de compétences; période d’essai terminée; démarrage mission; début de mission;
        fin de mission; mission reconduite; prolongation 3 mois; rien de spécial; RAS; ok; vu;
        fait; à suivre; important; urgent; prioritaire; bonne journée; très bon retour;
        client ravi; client pressé; client difficile; nouveau client; client historique;
        recommandé par Paul; apport d’affaires Malt; via Malt; commission Malt déduite;
        par LinkedIn; salon VivaTech; conférence; keynote; cours à l’école; jury; soutenance;
        corrections de copies; projet test A/B; tests de charge; données fictives générées;
        jeu de données de test; fausses données anonymisées; module d’annulation;
        gestion des retours produits; page des impayés; export des factures; API de paiement;
        workflow de validation; refus de cookies; suppression des logs; perte de paquets réseau;
        blocage du pare-feu résolu; bug bloquant corrigé; arrêt serveur planifié;
        reprise après incident; mauvais paramétrage corrigé; erreur 500 en prod; doublons en base;
        faux positifs antivirus; mode dégradé; gel des livraisons; freeze de fin d’année;
        budget validé; budget formation; budget suivi; poste de travail configuré;
        poste client migré; contrat de maintenance; contrat annuel; commande fournisseur;
        ligne 4 du marché; lignes de code; ligne éditoriale; prix du kWh; date limite 30/6;
        date butoir; jour 2 sur 5; journée portes ouvertes; vente en ligne : recette;
        achat d’espace pub; article de blog; article SEO; produit X : fiche; produit livré;
        chèque de 400 €; chèque n° 4567; virement du 3 avril; prélèvement mensuel;
        prélèvement SEPA activé; abonnement pro; abonnement résiliable; dépense exceptionnelle;
        colis suivi; projet pilote; projet stratégique; projet arrivé à terme; offre de service;
        offre pour le lot 2; affaire conclue; affaire Dupont; marché de Noël; deal signé;
        séance photo; séance 3/10; prestation conforme; prestation sur mesure; montant TTC 1 200;
        montant HT; montant au prorata; somme forfaitaire; nombre de pages : 30;
        entrée principale; facture libellée en anglais; facture groupée;
        facture regroupée avec mars; facture en 2 exemplaires; facture dématérialisée;
        facture corrigée; facture refaite; devis revu à la baisse; devis révisé; saisie des temps;
        saisie comptable;
        pas terminé; non prévu au devis; sans incident; pas de retour; aucune anomalie;
        pas mal de bugs; jamais vu ça; non applicable; non critique; pas eu le temps;
        pas encore de date; pas de visio; pas de déjeuner; non assujetti; pas de TVA; non-stop;
        hôtel non fumeur; pas à pas; pas sur site; pas loin; non lu; pas d’hôtel; no problem;
        not bad; not easy; pas encore déployé; pas encore documenté; pas encore en prod;
        pas reproductible; bug non reproduit; non résolu; pas encore mergé; pas de réponse;
        aucun retour client; rien de neuf; client pas disponible; client non joignable;
        pas simple du tout; projet non prioritaire; pas avant mars; non soumis à TVA;
        pas de TVA (UE); billet non remboursable; billet non échangeable; pas de ticket;
        pas de justificatif; non récupérable; TVA non récupérable; TVA non déductible;
        facture non reçue; facture pas encore reçue; ticket non fourni; pas de facture;
        justificatif perdu; reçu manquant; pas cher; pas de garantie; sans abonnement;
        sans engagement; non renouvelé; pas renouvelé; no comment; not urgent; never late;
        jamais en panne; paiement non reçu; non encore payé; pas réglé; solde non reçu;
        virement pas encore reçu; atelier de cadrage; CR à envoyer; en visio; sur place à Rennes;
        point avec Léa; 2 participants; groupe de 8; module 2; cours du soir; jury de fin d’année;
        rédaction du rapport; bouclage du numéro; relecture BAT; livré le 12;
        tournée avec le client; terrain; entretien individuel; supervision; analyse de pratique;
        préparation incluse; journée complète; 9h-17h; soirée; en anglais; pour l’équipe RH;
        projet Horizon; client final EDF; sous couvert de NDA; intérim de direction;
        remplacement congé maternité; renfort été; pic d’activité; demande urgente;
        suite à incident; après audit; avant clôture; budget 2020 du client;
        planification du trimestre; mise en production réussie; tests OK; facturé mars;
        règlement à 60 jours; paiement Chorus; BC en cours; commande 45001;
        pas souvent au bureau ce mois; jamais autant de monde au salon
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
        Amortissement Macbook; Impôt sur le revenu; Contravention; Aide Covid;
        Courses Carrefour; Plombier maison; Impôts 2019; Acompte impôt revenu; Virement Livret A;
        Prêt étudiant; Remb. prêt BPI; Compte joint; Retrait espèces; Noël; Bricolage jardin;
        Loto; Mutuelle chien; Voyage de noces; Achat parts SCPI; Dépôt espèces; Erreur de caisse;
        Cours de danse Emma;
        Achat Bitcoin; Loyer résidence principale; Électricité domicile; Frais vétérinaires;
        Dentiste; Chaussures; Cinéma;
        Prélèvement impôt; Loyer garage perso; Crédit maison; Écran – annulé
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
        Tickets restaurant; PEE abondement; Retraite; Prévoyance; Mutuelle;
        Trajet domicile-travail; Bureau à domicile; Hôtel Résidence du Port; Switch; Onduleur;
        Costumes de scène; Location studio; Extrait Kbis
"""


def told(texts: str) -> list[str]:
    """Return the texts of a list, which its lines may part."""
    return [" ".join(text.split()) for text in texts.split(";")]


def of_label(label: str) -> str:
    """Return what the label of an expense says of it."""
    found = [it.code for it in doubts_of([expense("2020-03-31", "9", "", label=label)], [])]
    return next(iter(found), "") or says_movement(label) * "movement" or bearing_in("label", label)


def test_a_comment_undoes_its_line_or_its_sale() -> None:
    unheard = [text for text in told(UNDONE) if not bearing_in("comment", text)]
    assert [text for text in unheard if is_harmless(text)] == []


def test_a_comment_says_that_an_expense_was_given_back_or_paid_by_another() -> None:
    unheard = [text for text in told(UNSPENT) if bearing_in("comment", text) != "unspent"]
    assert [text for text in unheard if is_harmless(text)] == []


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
            small(f"{text} beside {kind.sheet}", kind.odd("Remarque", "", text), *asked("A4", at))
            for text in ("x 2 personnes", "moins 100 €", "- 10 % fidélité", "majoré de 50 %")
            for kind, at in ((DAYS, "G4"), (FEES, "E4"))
        ),
        *(
            small(f"{text} beside {kind.sheet}", kind.odd("Remarque", "", text), *asked("A4", at))
            for text in ("TVA comprise", "prix toutes taxes", "VAT included", "incl. VAT")
            for kind, at in ((FEES, "E4"), (EXPENSES, "E4"))
        ),
        small(
            "in English",
            "# Forfaits\nDate | Client | Amount excl. VAT | Notes\n"
            "31/01/2020 | Ponant | 1000 |\n29/02/2020 | Iode | 1200 | incl. VAT",
            *asked("D3"),
        ),
        small(
            "a title",
            FEES.and_then().replace("\n", "\nTous nos montants sont TTC\n", 1),
            *asked("A1"),
        ),
        small("another year", FEES.odd("Notes", "", "à rattacher à 2021"), *asked("A4")),
        small(
            "in brackets", FEES.and_then("30/04/2020 | (Ponant) | Site | 90"), *asked("B5", "C5")
        ),
        small(
            "a receipt",
            FEES.and_then() + "\n" + EXPENSES.and_then("30/04/2020 | Ponant | Facture 12 | 90"),
            *asked("A5"),
        ),
        ordinary(
            "bought from a client",
            FEES.and_then() + "\n" + EXPENSES.and_then("30/04/2020 | Ponant | Abonnement | 90"),
            charges=920,
        ),
        *(
            small(
                f"{text} under any title", EXPENSES.odd("Précisions", "", text), *asked("A4", "E4")
            )
            for text in (
                "prise en charge par la mutuelle",
                "déjà saisi plus haut",
                "usage familial",
            )
        ),
        small("apart", FEES.and_then("30/04/2020 | Ponant | Audit – refusé | 90"), *asked("C5")),
        small("foreseen", EXPENSES.and_then("30/04/2020 | Google | Pub prévue | 90"), *asked("A5")),
        ordinary(
            "paid twice a month, a product",
            EXPENSES.odd("Remarque", "", "2 x 155 €").replace("470", "310"),
            charges=670,
        ),
    ],
)
def test_what_a_text_states_of_its_line_is_asked_about(book: Small) -> None:
    judge(book)


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


TWICE = ("Commentaire | Remarques", "Notes | Observations", "Remarque | Commentaires")


@pytest.mark.parametrize("titles", TWICE)
@pytest.mark.parametrize("said", ["annulé", "jamais facturé", "en fait 4 jours", "50 %"])
@pytest.mark.parametrize("at", ["E", "F"])
def test_both_of_two_columns_of_comments_are_heard(titles: str, said: str, at: str) -> None:
    words = f"{said} |" if at == "E" else f"| {said}"
    book = (
        f"# Jours\nDate | Client | Jours | TJM | {titles}\n03/03/2020 | Ponant | 1 | 500 | ok | \n"
        f"04/04/2020 | Alizé | 2 | 600 | {words}\n05/05/2020 | Iode | 3 | 610 | | visio"
    )
    judge(Small(text=book, accepted=(doubted(f"{at}3"),)))


@pytest.mark.parametrize("said", ["annulé", "jamais reçu", "dépense perso"])
def test_what_stands_beside_a_label_under_its_other_name_is_heard(said: str) -> None:
    book = (
        "# Dépenses\nDate | Libellé | Détails | Montant HT\n03/03/2020 | Encre | bleu | 31.2\n"
        f"04/04/2020 | Papier | {said} | 45.5\n05/05/2020 | Toner | noir | 81.3"
    )
    judge(Small(text=book, accepted=(doubted("C3"),)))


def test_two_columns_of_ordinary_comments_say_nothing() -> None:
    book = (
        "# Jours\nDate | Client | Jours | TJM | Commentaire | Remarques\n"
        "03/03/2020 | Ponant | 1 | 500 | sur site | visio\n"
        "04/04/2020 | Alizé | 2 | 600 | | à distance\n05/05/2020 | Iode | 3 | 610 | ok |"
    )
    judge(Small(text=book, accepted=(right(days=6),), clean=True))
