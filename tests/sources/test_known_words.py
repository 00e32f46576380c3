"""Each word that the reader knows is heard: without any of these phrases, a word is lost unseen.

A word taken out of the lists is missed by its phrase, and often by no other test.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reporter.characters import folded
from reporter.sources.grids.number_formats import shown_sign
from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.meaning.movements import doubts_of, says_movement
from reporter.sources.lines.worth import mileage
from reporter.words.bearing import (
    bearing,
    is_absence,
    is_discount,
    is_sold,
    is_spent,
    is_undone,
    takes_back,
    undoes,
)
from reporter.words.charges import is_paid_by_another, is_private, says_no_sale
from reporter.words.documents import (
    beside_invoices,
    is_no_invoice,
    is_no_sale,
    is_of_others,
    is_sale,
    numbered,
    payments_among,
)
from reporter.words.fates import is_aside
from reporter.words.month_titles import says_other
from reporter.words.names import lengthened
from reporter.words.remarks import is_harmless, is_sentence
from reporter.words.sheets import is_apart, is_denied
from reporter.words.sums import (
    is_bare,
    names_sum,
    says_aim,
    says_measure,
    says_sum,
)
from reporter.words.undecided import unsure
from tests.builders import expense

Heard = Callable[[str], object]


def doubted(label: str) -> str:
    """Return the code of what is said of an expense by its label."""
    found = [doubt.code for doubt in doubts_of([expense("2020-03-31", "9", "", label=label)], [])]
    return found[0] if found else ""


def beside(number: str) -> str:
    """Return what a number says beside that of an invoice."""
    return beside_invoices(["F-1", number]).get(number, "")


def among(name: str) -> str:
    """Return what a name says among those of what is sold."""
    return payments_among([name, "Audit"]).get(name, "")


def shown(words: str) -> str:
    """Return what words beside a number change in it."""
    sign = shown_sign(words, "", scaled=False)
    return sign.kind if sign else ""


def driven(text: str) -> str:
    """Return what was driven."""
    return mileage._said(text) or ""  # noqa: SLF001  # the words alone, without their line


def private(words: str) -> bool:
    """Tell whether words are about their owner's home."""
    return is_private(folded(words).split())


def bought_so(text: str) -> bool:
    """Tell whether a remark is harmless beside what was bought."""
    return is_harmless(text, bought=True)


def of_place(word: str) -> bool:
    """Tell whether a remark is harmless that begins by a small word, where all else is known."""
    return is_harmless(f"au {word}")


def of_payment(word: str) -> bool:
    """Tell whether a word changes nothing of what was paid."""
    return is_harmless(f"payé {word}")


def of_work(word: str) -> bool:
    """Tell whether a word says nothing of what it stands beside, which is not known."""
    return is_harmless(f"visite {word}")


def of_atelier(word: str) -> bool:
    """Tell whether a word says nothing of the work that it stands beside, which is known."""
    return is_harmless(f"atelier {word}")


def of_label(text: str) -> str:
    """Return what the label of an expense says of it."""
    return bearing_in("label", text)


def of_service(text: str) -> str:
    """Return what the name of what is sold says of a line."""
    return bearing_in("service", text)


def of_mission(text: str) -> str:
    """Return what the name of a mission says of a line."""
    return bearing_in("mission", text)


def of_client(text: str) -> str:
    """Return what the name of a client says of a line."""
    return bearing_in("client", text)


def longer(name: str) -> str:
    """Return what the last word of a name says beside the same name without it."""
    return lengthened({name, name.rpartition(" ")[0]}).get(name, "")


def of_hours(word: str) -> bool:
    """Tell whether a word says nothing of what is arranged around some work."""
    return is_harmless(f"horaires {word}")


KNOWN: tuple[tuple[Heard, object, str], ...] = (
    (
        of_service,
        "not sold",
        """
        Devis non signé; Devis pas accepté
        """,
    ),
    (
        longer,
        "",
        """
        Audit final; Audit web; Atelier budget; Formation TVA; Suivi report; Audit objectif
        """,
    ),
    (
        longer,
        "maybe credit",
        """
        Audit avoir; Audit remise
        """,
    ),
    (
        longer,
        "maybe not sold",
        """
        Audit option; Audit devis; Étude de marché prévisionnel
        """,
    ),
    (
        is_apart,
        True,
        """
        jours offerts; jour offert; heures gratuites; temps offert; prestation offerte; mission pro
        bono; travaux sous garantie; lignes gratuites; offerts; gratuit; benevolat; pro bono;
        mecenat; sav; garantie; garanties 2020; acompte; acomptes recus; acompte verse; acomptes
        clients; debours; sav mars 2020;
        cadeau; cadeaux; rejet; rejets 2020
        """,
    ),
    (
        is_denied,
        True,
        """
        ne pas utiliser; ne plus compter; ne pas tenir compte de ce tableau; a ne pas lire; les
        lignes du bas ne sont pas encore facturees; devis non signes; mission pas gagnee; non vendu;
        pas valide; non compte; pas emise; pas encore envoyee;
        ces ventes ne comptent pas; ce tableau ne compte plus; invoices not sent; not invoiced; not
        billed; not signed
        """,
    ),
    (
        bearing,
        "credit",
        """
        credit applied;
        av1; cn-1; refund; nc1; audit - avoir
        """,
    ),
    (
        bearing,
        "not sold",
        """
        cancel; forecast; option; not billable; benevole; quote 12; quotation; declined;
        gracieux; expired; deleted; caduque; caduc; pas facture; unbilled; not invoiced; a titre
        gracieux; sans suite; en option; reste a facturer; non billable; rejected; proposition
        commerciale;
        anulé; annullée; anulation; gratos;
        to be invoiced; to be billed; free of charge; complimentary; duplicate; proposal;
        proposals;
        offre commerciale; offre commerciale n° 12
        """,
    ),
    (
        bearing,
        "target",
        """
        objectif; cible; target; potentiel
        """,
    ),
    (
        bearing,
        "deposit",
        """
        arrhes; a la signature; mission avance sur; mission avance client; audit - provision
        sur; audit - provision pour; audit - arrhes; audit - downpayment;
        avance; avances;
        premier versement a la commande; paiement d arrhes;
        avance 2025
        """,
    ),
    (
        bearing,
        "maybe credit",
        """
        compensation facture 2; retro facturation; geste sur f 3;
        surfacturation; reprise avoir;
        early payment discount; volume rebate; client refund; overcharge; overcharge correction;
        money back; moins facturation; decote; dedit client;
        retro commission; ducroire; participation commerciale; bonification;
        primes de fidelite client; retour facture 3; retours partiels sur factures;
        ristourne; discount; deduction; rrr; extourne; abattement; refaction; minoration; malus;
        cashback; rebate; chargeback; clawback; code promotion client; promo lancement;
        promotion fidelite; promos noel; code remise; cheque remise; bons promo; reprise de
        acompte; reprise sur avance; reprise d acompte; retour produits; restitution de
        cautions; restitution du avances; restitutions trop percu; audit - trop verse; audit -
        trop facture; audit - promotion commerciales; audit - promo noel fidelite; audit - bon
        de remise fidelite; audit - cheques de remise commerciale; audit - cheques reduction;
        audit - bon promo accorde; audit - contre passation commerciale; audit - moins values
        exceptionnelle; audit - moins percus client; audit - reprise avance fidelite; audit -
        reprise d acomptee accordes; audit - retour marchandises client; audit - retour produits
        commercials; audit - restitutions d avance commercial; audit - restitutions acomptes;
        audit - restitutions d trop percu commerciales; audit - remboursement; audit -
        ristourne; audit - escompte; audit - rrr; audit - discount; audit - penalite; audit -
        retenue; audit - deduction; audit - a deduire; audit - gestes commerciaux; audit -
        extourne; audit - abattement; audit - refaction; audit - minoration; audit - malus;
        audit - cashback; audit - rebates; audit - chargeback; audit - clawback; writeoff;
        reimbursement; reduction de tarifs; audit - reversement; audit - rfa; audit - writeoff;
        audit - jour a deduire; reduction de prix; reduction de facture; reduction de fin;
        rbt; rfa 2020;
        reversement Léa;
        contrepassation; retour de caution;
        reduc fidelite; reducs;
        geste suite retard
        """,
    ),
    (
        bearing,
        "outlay",
        """
        facturation de debours; frais de debours; frais en debours; avance des frais;
        remboursements des ndf; remboursement debours; remboursement depenses; remboursement
        deplacement; achat de serveur pour le compte de ponant;
        au nom de la client; au nom de l client; au nom d un client;
        pour compte de ponant; pour le compte de ponant
        """,
    ),
    (
        bearing,
        "",
        """
        remise de prix; remises de diplomes; remise de trophees;
        remise du dossier; remise du livrable; reduction au; reduction co2; reduction energie;
        reduction bruit; reduction cout; reduction risque; en attente de virement; en attente de
        encaissement; audit acompte deduit; audit deduction acompte; audit hors acompte; audit
        apres acompte; audit moins acompte; audit reste acompte; audit final acompte; audit
        solde acompte; audit sans acompte; devis selon offre; devis suivant offre; devis suiv
        offre; devis cf offre; devis voir offre; devis sur offre; devis du jour; devis par mail;
        devis d apres offre; devis conforme; devis signe; proposition acceptee; quote signe;
        quotation signe; estimate signe; remises en service; remises aux normes; remises a
        niveau; remises des cles; remises du rapport; remises du projet; reduction d energie;
        reduction aux bords; reduction carbone; reduction de cout; reduction des dechets;
        reduction delai; reduction dechet
        """,
    ),
    (
        bearing,
        "maybe not sold",
        """
        mission pas facture; mission brouillon; audit - gratuit; mission gracieux; audit - a
        facturer; mission pro bono; mission geste commercial; audit - canceled; audit - draft;
        mission sans suite; mission en option; audit - non billable; audit - not billable;
        abandon;
        mission anulée; audit en double; audit en double avec iode; audit en litige; audit
        litige en cours; audit sans facture; audit avoir à faire; audit avoir à émettre;
        audit avoir à venir; audit non signé; audit pas encore validé; audit non confirmé;
        audit pas commandé; audit not signed; audit not approved; audit tbc; audit tbd;
        audit no charge; audit duplicate of iode;
        temps non refacture;
        peut-être Alizé;
        photos non commandees
        """,
    ),
    (
        takes_back,
        True,
        """
        rembours; escompte; annul; regul; correction; refund; acompte; report; penalite; rectif;
        av; cn; cashback; dedommag; restitution; rebate; chargeback; clawback; reprise
        """,
    ),
    (
        is_discount,
        True,
        """
        trop percus; trop verse; trop facture; promo 20; promos client; bons reduction; code
        remise; cheques promo; contre passation client; contre ecriture; moins value; moins
        percu; reprise de facture; reprise avance; reprise acompte; retour marchandise; retours
        produit; restitution d avance; restitutions de caution; restitution acompte; restitution
        trop percu; remboursement; ristourne; escompte; rrr; discount; penalite; retenue;
        deduction; a deduire; geste co; extourne; abattement; refaction; minoration; malus;
        cashback; rebate; chargeback; clawback; nc; avoir; avoir fidelite; rrr exceptionnelle;
        rrr accorde; reversal; bad debt; reimbursement; reprise sur acompte; restitution du
        caution; reversement; rfa; jour a deduire
        """,
    ),
    (
        is_spent,
        True,
        """
        retenue; malus; abattement
        """,
    ),
    (
        is_spent,
        False,
        """
        frais debours; frais client
        """,
    ),
    (
        is_undone,
        True,
        """
        non billable; not billable; benevole; annulation; refuse; rejete; draft; canceled;
        cancel; void; declined; gratuit; gracieux; planned; expired; supprime; deleted; caduque;
        caduc; pas facture; ne pas facture; unbilled; not invoiced; a titre gracieux; sans
        suite; en option; geste commercial; proposition commerciale
        """,
    ),
    (
        undoes,
        True,
        """
        proposition; non billable; not billable; benevole; annulation; refuse; rejete; draft;
        canceled; cancel; void; rejected; declined; gratuit; gracieux; planned; expired;
        supprime; deleted; caduque; caduc; pas facture; ne pas facture; unbilled; not invoiced;
        a titre gracieux; sans suite; en option; geste commercial; proposition commerciale
        """,
    ),
    (
        is_absence,
        True,
        """
        interco;
        rtt pris; absence 1; arret maladie 1; days off; holidays; leave; pto; recuperation; sans
        solde; sick leave; time off; vacation;
        enfant malade; enfants malades; repos compensateur
        """,
    ),
    (
        is_sold,
        True,
        """
        preleve; prelevees;
        a regler; acquitte; acquittee; attente paiement; attente reglement; authorized; clos;
        close; closed; cloture; cloturee; completed; vue; consultee;
        approved; approuvee; issued; posted; mandatee;
        mise en paiement; mise a disposition du destinataire;
        past due; due today; a echeance; comptabilise; comptabilisee; depose;
        deposee; done; due; echu; echue; effectue; effectuee; en attente de reglement; en cours
        de paiement; finalise; finalized; late; lettre; lettree; livree; non echue; non
        encaisse; non encaissee; non paye; non payee; non regle; non reglee; overdue; paiement
        en cours; paiement partiel; partial; partially paid; partiellement encaissee;
        partiellement paye; partiellement reglee; rapproche; rapprochee; realisee; recupere;
        reglee partiellement; reglees; regles; relancee; soldee; termine; terminee; transmis;
        transmise
        """,
    ),
    (
        private,
        True,
        """
        a titre personnel; usage prive; depense personnelle; usage personnel; personal; private;
        a ma famille; mon fils; pour ma fille; ma femme; mon enfant; a ma mere; mes maman; pour
        ma conjoint; mes copine; pour ma compagne; pour mon mari; pour mon pere; pour mes
        parents; moitie perso; a mon pere; assurance auto madame; coiffure monsieur; abonnement
        salle de sport; apero copains; concert copines
        """,
    ),
    (
        says_no_sale,
        True,
        """
        aide cpam; aides caf; aide msa; aide urssaf; pret famille; don de maman;
        dons de mes parents;
        aide de l etat; allocation are; cashback; indemnite journaliere; cpam ijss; chomage
        partiel; activite partielle; pole emploi are; bonus ecologique; interet moratoire; urssaf
        remboursement; sie indemnite; cpam indemnite; remboursement de dgfip; remboursement tva;
        remboursement de urssaf; credit impots; credit de is; virement livret; virement entre;
        apport associes; pret bpi; pret d honneur; emprunt 1; dividende 2019; dividendes recu;
        dividendes verses; dividendes acompte; cca; cession de voitures; cession du vehicules;
        cessions d materiel; cession ordinateur; cession d immobilisation; ventes de vehicule;
        vente du vehicules; vente d vehicule; ventes voiture; vente pc doccasion; restitutions du
        depots de garantie; caution; salaires brut mensuel; vente de ancien pc; vente d ma pc;
        ventes de l moto; vente iphone; ventes scooters; vente velo; dividende de sasu;
        dividendes de la sas; dividendes holding; dividendes sarl; dividendes societe; government
        loan; state subsidy; business grant; grant from; loan 1; loan received; capital
        contribution; owner contribution; owner investment; tax refund; interest received;
        interest income; insurance claim; interet; bulletin de paie; security deposit; aides
        region; interet recu; interet compte; indemnisation; virement compte; transfert depuis;
        vente de ancien pc d occasion; vente du pc d occasion; pge; are; salaires net; ventes de
        la voiture; vente mon voiture; vente de l ma vehicule; loyer sous location; prime d
        apprentissage; aide covid; aide fonds; aide etat; aide a l embauche; produit financier;
        interet percu; interets crediteur; indemnite france travail; indemnite chomage; indemnite
        rupture; allocation chomage; allocation pole emploi; credit de tva; vente de ancien velo;
        indemnite sinistre; compte courant; apport en compte courant; avance compte courant d
        associe; remboursement de compte courant; deblocage pret; versement de l emprunt;
        ij mars; ijss; dedommagement;
        france travail are; are mars 2020; indemnite cpam; indemnite caf; indemnite msa;
        avance remboursable; depot; depots mars;
        jei 2020; prime; bourse; cca luc; interet retard; retrocession tva; regul urssaf;
        regularisation tva; vente clientele; cession de clientele; sous location; vat
        refund; deposit refund; retainer credit; interest; bank transfer; balance brought
        forward; opening balance carried over; closing balance carried; opening balance;
        dividends; rent received; rent income; sale of laptop; sale of old computer; sale of
        equipment; sale of car;
        solde tva; solde urssaf; vente imac; vente mac;
        indemnite degats des eaux; indemnite pour vol; indemnisation bris de glace;
        arce 2e versement; prêt d honneur initiative; love money; dépôt garantie badge;
        vente ancien bureau; vente de mon vieux camion;
        prime activite; prime d activite;
        pret parents; pret amis; pret ami; vente meuble; vente de meubles; vente mobilier
        """,
    ),
    (
        says_no_sale,
        False,
        """
        apport d’affaires; apport de contacts;
        subvention aux clubs; subvention pour un club; comptes courants en ligne; deblocage de
        fonctions
        """,
    ),
    (
        doubted,
        "",
        """
        subvention a un club; voiture courses personnel; sie logiciels; pret an; pret etendue;
        subvention pour un club; vehicule achats personnels; pret commissions; moto usage
        personnel; km usage personnel
        """,
    ),
    (
        doubted,
        "recette-possible",
        """
        aide etat; aide region; produit financiers; interets percu; interet compte; indemnites d
        pole emploi; indemnites france travail; indemnite rupture; fonds de solidarite;
        indemnite journaliere; cpam ijss; activite partielle; allocation are; pole emploi are;
        indemnisation; dividende recu; dividende percu; acompte clients; arrhes client; avance
        de client; arrhes du clients; arrhes d un clients; cpam rembourse; caf rembourse; sncf
        rembourse; edf rembourse; mutuelle rembourse; assurance rembourse; fournisseur
        rembourse; impot rembourse; banque rembourse; plus value; aide de l etat; interets
        crediteur; interets livret; indemnite d chomage; aide fonds; indemnites chomage;
        allocations chomage; allocations pole emploi;
        prise en charge opco; prises en charge formation; reprise ancien iphone;
        reprise de l ancien pc
        """,
    ),
    (
        doubted,
        "mouvement-possible",
        """
        prov conges; dot amort;
        cat 6 mois; avance fournisseur; mise en reserve; mises de cote;
        pv vitesse; pv police; exces de vitesse; interets tva; penalites fiscale; fps;
        majoration; interet moratoire; usage personnel; compte personnel; courses personnel;
        part personnel; pour mes fils; pour la fille; pour mari; pour enfants; pour famille;
        pour maison; familial; vacances en 1; vacances a mer; vacances au noel; vacances aux 1;
        vacances ski; vacances montagne; courses alimentaire; courses de la semaine; cadeau
        fille; cadeau femme; cadeau mari; cadeau enfant; cadeau maman; cadeau papa; cadeau
        conjoint; personal; prive; paiement impots gouv; reglement ir 2019; prlv ir 2019;
        virements income tax; cb ir; carte ir; avis ir; solde contemporain ir; mensualisation
        source salarie; regularisation ir 2019; tiers ir; tiers impot; paiement des impots;
        reglement impots; versement impot; solde impot; acompte
        impot; pas salarie; pas janvier; pas aout; provision sur impots; provision de conges;
        provision cotisations; provision urssaf; provision risques; provision creances;
        provision clients; depreciations provision; depreciations des provisions; dotation
        annuelle; depreciations de materiel; dotation des vehicules; dotation voitures;
        prevision impot; previsions charges; prevision cotisations; prevision depenses;
        prevision salaires; remboursement credit; echeance de credit; echeances du credit;
        credit auto; credit voiture; credit vehicule; credit conso; souscription de parts
        sociales; achat de parts sociales 1; parts scpi; souscription etf; versements d
        assurance vie; versements de scpi; achat sur scpi; versement en scpi; crypto; charges
        constatees; pea; dotations amortissement materiel; dotations provisions 2019; rachats d
        titres; rachat actions; mission cessions parts du la associe; mission cessions de titres
        l sci; rachat parts sociales; avance permanente; avance au presidente; avance a la
        gerant; avance a l associee; distribution de reserve; distribution des resultat;
        distribution du 2019; distribution benefice; bon de capitalisation; alimentation du
        compte; alimentation de compte; report du nouveau; reports de nouveau; reports a
        nouveau; report solde; centre des impots; amortization; rental deposit; transfer from
        account; transfer between bank; transfer to my account; transfer between the account;
        transfer from personal; loan; loan instalment; associes; placements; pour mon maison; ma
        fille; mon fils; mes famille; femme; mari; fils; enfants; creche enfant; cantine enfant;
        nounou enfant; garde enfant; ecole d enfant; loyer appartement; abonnement club de golf;
        club de tennis; club de sport; club de foot; coiffeur; creche; nounou; jouet; disney;
        supermarche; credit d impot formation; reduction d impot; dotations exercice;
        placements assurance vie; dotation amortissement 2020;
        dotations au provision 2020; mission cession titres de la sarl; avance au gerante;
        avance president; transfer to own bank; prevision tva; prevision is; provision is;
        condamnation; versement cel; virement pel; consignation;
        ancien solde; nouveau solde au 31;
        avance; depots; report; liquide; especes; penalites tresor; penalite dgfip;
        cash; avance pour ponant; retenue à la source; retenue source; lunettes; medecin;
        opticien;
        credit velo; credit moto;
        debit carte mars; debits cb
        """,
    ),
    (
        doubted,
        "paie-nette",
        """
        sal nets; paye nette;
        avance de salaire; net salary; net wage; vir paie;
        net verse; net vire;
        net paye; avance sur remuneration;
        acompte salarie; avance au salarie; avance au salaire
        """,
    ),
    (
        says_movement,
        True,
        """
        virement cat; virement internes; pret bpi; pret deblocage; pret echeances; pret
        mensualites; tva decaissee; tva due; tva versements; apports capital; mouvement capital;
        placements livret; transferts livret; tva collectee;
        mensualite bpi; remboursement bpi
        """,
    ),
    (
        numbered,
        "credit",
        """
        credit note; refund; 1 cn; av 1; cn 1; nc 1; rfac 2020 1; rinv 2020 1
        """,
    ),
    (
        numbered,
        "not sold",
        """
        prov; dev1; brouillon; draft; quote; prev
        """,
    ),
    (
        numbered,
        "maybe credit",
        """
        avo1; rav1; cr1; crn1; nda1; nca1; fav1
        """,
    ),
    (
        numbered,
        "maybe not sold",
        """
        fp1; fpf1; bdl1; bon1; cde1; po1; so1; ndf1; rel1; est1; qt1; quo1; pf1; prf1; ann1;
        bl1; bc1; bdc1; cmd1; test1
        """,
    ),
    (
        beside,
        "deposit",
        """
        ac-1; aco-1; acpt-1
        """,
    ),
    (
        beside,
        "maybe not sold",
        """
        dv-1; dvs-1; q-1
        """,
    ),
    (
        is_aside,
        True,
        """
        livraison offerte;
        bdc 1; order 1; avenant 1; bc n a12; bc no aa1; bc numero 1
        """,
    ),
    (
        is_no_invoice,
        True,
        """
        quotation; canceled; supprime; deleted
        """,
    ),
    (
        is_no_sale,
        True,
        """
        bon de reception; bon de retour; bon de preparation; delivery note; delivery order;
        ordre de service; ordre de mission; bdl; bdc; lettre de relance; mise en demeure; accuse
        de reception; sales order; reminder; packing slip; attestation; ndf
        """,
    ),
    (
        is_sale,
        True,
        """
        tax invoice; final invoice; standard invoice; fact; inv; f; sale; client; service; bien;
        solde; honoraire; forfait; formation; audit; maintenance; infogerance; mission;
        developpement; assistance; support; hebergement; licence; marchandise; produit; jour;
        standard; normal; simple; recurrent; consulting; training; atelier; expertise; coaching;
        accompagnement; etude; design; refacturation; redaction; traduction; integration;
        conception; sale en; fa au; f aux; bien a; bien la; f le; fac l; fa pour; f vente; fa
        client; f situation; inv intermediaire; fa simples; solde standard; f classique; design
        normal; f abonnement; sale regularisation; f complementaires; fac prestations; fac
        honoraire; bien regie; f forfaits; fac electronique; fac libre; fa partiell; fa
        periodique; f mensuell; inv trimestriell; f annuelle; fa temps; inv passe; fa
        avancement; fac travaux; audit - simple de; mission forfait du; audit - services d;
        audit - situation des; mission normal et; recurring invoice
        """,
    ),
    (
        is_of_others,
        True,
        """
        facture recues; factures d un d achats; facture frais; avoir recu; expense; frais;
        charge; debours; d achat; fournisseur; supplier invoice; vendor bill; paiement; payment;
        encaissement; remboursement; receipt; ticket; salaire; cheque; prelevement; releve;
        statement; ecriture; od; caution; depot de garantie; transfert; transfer; interne
        """,
    ),
    (
        is_aside,
        True,
        """
        le frais; la frais; les frais; l frais; mon frais; mes frais; repas; hotel; train; temps
        de trajet; remplace par un; remplace par une; remplace par du; remplace par la; remplace
        par le; fait quand meme; travail a; maintenu; rattrape; en attente du info; en attente
        de l info; en attente de info; en attente d materiel; en attente d retour; en attente d
        reponse; en attente d document; en attente d donnees
        """,
    ),
    (
        is_harmless,
        False,
        """
        mort; stop; compris dans maintenance; inclus dans contrat;
        erreur de ligne; erreurs de client;
        50/50 avec Zoé;
        hors comptable; hors bilan; en erreur de saisie; nogo; tbd; wip; payé en USD;
        superseded; wrong; mistake; a ignorer; lost; en liquidation; non ete emise; not billed;
        not counted; not approved; not issued; bidon; essai; fausse ligne; fictif; fictive; ko;
        faux; n a; remove; suspendu; sick; off; greve; absent; montant a deduire; mission a
        valider; a facturer; a confirmer; a signer; a definir; a preciser; seront emises;
        absente; conditionnel; delete; irrecouvrables; optionnelle; suspendue; disputed; written
        off; facture a refaire; a refaire; remplace par facture; remplace par inv; included dans
        facture; inclus in f; inclus in the facture; inclus in la forfait; included in l
        package; inclus in un ligne; incluse in fa; incluse dans une inv; compris in invoice;
        inclus dans line; inclus in abonnement; cf row 1; see row 1; cf line 1; facture via;
        facture chez ponant; double; sous traite facture par eux; heures facturees chez tamaris;
        facture deux fois; saisie 2 fois; voir f2; cf la facture 12; voir avoir; cf avoir; un
        avoir; l avoir; avoir av1; avoir n1; avoir f1; avoir fa1; avoir etabli; personal use;
        personnel; usage mixte; moitie prive; maison; prospect; leads; piste; pipe; pipeline;
        sav; garantie; sous garantie; coup de pouce; bon d’achat; dépôts de garantie; facturé
        l’an dernier; facturé l’année dernière; lost; n-1; prév.; refaite en F2025-004;
        remplacée par 2020-004; corrigé par 2020-004; corrigée sur l’avoir; compté en mars;
        comptée avec mars; inclus dans 2020-004; facturé avec mars; facturée à Ponant;
        facturé au Nord;
        visite gratos; pré-vente; prévente;
        unpaid dropped
        """,
    ),
    (
        names_sum,
        True,
        """
        tous factures; tous projets; tous ventes; ensemble des clients; ca totaux; ca annuel; ca
        global; ca general; ca de l annee; montant;
        montant cumulé
        """,
    ),
    (
        is_bare,
        True,
        """
        total; sous total; totaux; cumul; tva; ensemble; somme; grand total; subtotal;
        recapitulatif; recap; sum; moyenne; report; solde; total general; total ht; total ttc;
        total annuel; total annee; total mois; total jours; total trimestre;
        s t;
        total t1; cumul q4; total s2
        """,
    ),
    (
        says_measure,
        False,
        """
        Objectif Mer SARL; CA Technologies SAS; TVA Conseil SARL
        """,
    ),
    (
        says_measure,
        True,
        """
        rappel 2019;
        annee precedente; annee passee; annee derniere; point mort; heures sup;
        capacite;
        nb d heures; nb clients; nb mission; nb facture; days ht; hour; vente; heure travaillee;
        hours realisee; ventes worked; revenu billed; montant sold; mean; chiffre affaire;
        achat; depense; frais; sous traitance; resultat; tresorerie; ecart; evolution;
        variation; previ; realise; pipe; pipeline; prospect; encaisse; facturee; ht; ttc; taux;
        n 1; cumul; salaire; cotisation; impot; is; volume; facturation; ventes vendu; ponant
        average;
        perte;
        net; brut
        """,
    ),
    (
        says_aim,
        True,
        """
        reel; reelle; cible; facture; signe; estime; ecart; resultat; ht; n 1; pipe; devis;
        avoir; prospect; annule; non sign; perdu; brouillon; offerte; attendue; pondere; actual;
        forecast; planned; target; ponant realise; ponant reel; ponant reelle; ponant cible;
        ponant signe; ponant estime; ponant ecart; ponant resultat; ponant tva; ponant ca;
        ponant pipe; ponant non sign; ponant perdu; ponant brouillon; ponant attendue; ponant
        pondere; ponant actual; ponant forecast; ponant planned; ponant target
        """,
    ),
    (
        says_sum,
        True,
        """
        Moy. mobile;
        a report; reports; cumul; solde; ensemble; somme; sum; recap; tva
        """,
    ),
    (
        says_other,
        True,
        """
        projetes; projetee; projetees; toutes taxes; taxes comprises; incl; gross; prevue;
        projection; theorique; simule; budget; perdu; devis; commande; pipe; forecast; planned;
        target; expected; proposition; opportunite; option; pas; sans; signe; decaisse; impaye;
        tresorerie; reste; acompte; remise; rabais; retard; depense; charge; frais; cout;
        traitance; cotisation; urssaf; impot; loyer; resultat; benefice; taux; pourcentage;
        croissance; evolution; ecart; variation; precedent; comparaison; heure; hour; absence;
        rtt; ferie; ouvrable; disponible; capacite; teletravail; interne; facturable
        """,
    ),
    (
        unsure,
        "maybe not sold",
        """
        Option B : logo; Variante 2 – site;
        a confirmer; a relancer; a emettre; a planifier; a negocier; a signer; a preciser; a
        voir; lot optionnel; repoussé; bdc 11; en pause; en suspens; en litige; en discussion; en
        cours de validation; en attente de signature; en cours de negociation; hors bilan; hors
        comptable; hors budget; creance douteuse; echange de visibilite; ne pas payer; ne pas
        saisir x; ne pas prendre; option; options 11; disponible; jour de carence; jour d avance;
        tbd; environ; env; incertain; gele; standby; negociation; compensation; a corriger; faux;
        archive; reunion interne; formation suivie; recup; libre; capacite; reste;
        planifie; jour reporté; report mars; exemple; greve; arret; option– client;
        variante— client; bon de
        commande 1; a definir; a completer; xxx; disponibilites; disponibilite; a venir; solde a
        venir; fae; fae mars; facture a etablir; facture a etablir mars; pca; produits constates
        d avance;
        guide a refaire; a livrer; a reprendre; estimatif; estimatives; reserve; reservees;
        guide prevu; maintenance prevue; a cheval sur l an prochain;
        correctif garantie; correction garantie; reprise garantie; intervention garantie;
        retouche garantie; depannage garantie; support garantie;
        guide prévu en mai; guide prévu pour mai; guide prévu au printemps;
        à refacturer plus tard; pilotage prév.; projet écourté; mission stoppée avant la fin;
        site gelé; audit suspendu; atelier déplacé; formation décalée; étude ajournée;
        étude interrompue; étude repoussée; site résilié; site abandonné; atelier
        reporté en mai; déplacé au 3; décalé le 3; reporté à mai; reporté pour mai;
        décalé par eux; interrompu faute de budget; décalé jusqu en mai; étude stoppée
        avant la
        fin; audit standby; audit en suspens; audit en litige; audit en
        discussion; relecture en négo; audit en stand by; audit sous réserve de
        signature; audit accord verbal; phase 2 si accord; audit si validé; audit si
        signé; audit si budget; audit si ok; audit tbc; audit postponed; audit pending;
        audit tentative; régie prévi; régie forecast; site partagé avec Léa; site 50/50
        avec Léa; audit part Léa; quote-part Léa; non affecté; non attribué; formation
        reçue; jours restants; capacité restante; jours commandés; solde de jours;
        atelier raté; mission perdue face à eux; étude déplacée faute d accord; audit
        interrompu avant la fin; atelier reporté après mai; temps non vendu; site décalé
        le 3; dépassement à ma charge; étude à notre charge; app si levée de fonds; site
        : attente OPCO;
        lot 2 optionnel; tranche conditionnelle 1; mission reportée sine die; AUDIT SI ACCORD;
        site : à refaire le 12;
        flyers faits pour rien;
        appui sig prevu; refus client; refus du client;
        depannage perso; conférence benevole; atelier benevolement;
        ligne de test; lignes de test
        """,
    ),
    (
        of_label,
        "maybe not sold",
        """
        clavier a recevoir; clavier a livrer; clavier (avoir f12);
        clavier en double; clavier en litige; clavier tbd; clavier devis en cours; clavier
        avoir à recevoir
        """,
    ),
    (
        of_label,
        "again",
        """
        erreur de debit; erreur de saisie; erreur de prelevement; erreur de virement
        """,
    ),
    (
        of_client,
        "maybe not sold",
        """
        client test; test client;
        ponant (hors périmètre); ponant – au tarif réduit;
        litiges; impayes; regularisation; regularisations;
        avant-vente Alizé; Avant-Vente Alizé; Prévisionnel Alizé;
        ras; réserve; marge; fermeture; ---; —; …; ( );
        provisoire; litige;
        devis en cours; facture brouillon;
        compta
        """,
    ),
    (
        of_client,
        "",
        """
        ponant (siège); ponant (ex perdu); ponant (Rezé); ponant – service achats; Bon d’achat SA;
        Алмаз; 北京公司; שלום; العربية; Ελλάς; 3M; 42;
        Free; Devis Plus; Devis.fr
        """,
    ),
    (
        of_service,
        "maybe not sold",
        """
        page sans contrat; page sans contrepartie; page sans remuneration;
        page sans bon de commande;
        poc a nos frais; poc a mes frais; audit en cours de chiffrage; echange marchandises;
        echange de competences;
        interne; greve; congés; arrêt maladie; RTT
        """,
    ),
    (
        of_mission,
        "maybe not sold",
        """
        pause; pause dejeuner; sieste;
        pre vente; prevente; malade;
        pause dej
        """,
    ),
    (
        unsure,
        "",
        """
        Formation (y compris supports); lot 2, y compris recette; modele previsionnel;
        salon perdu de vue; ponant (ex perdu); guide à télécharger; apprendre à négocier; savoir
        déléguer à signer; aide à planifier; budget prévisionnel; plans prévisionnels; étude
        prévisionnelle; comptes estimés; formation théorique; traduction partielle;
        part variable; part fixe; part sociale; espace partagé avec la ville; formation
        partagée avec le club; budget prévi;
        formation si besoin; option si nécessaire; si on chantait; jardin partagé; live
        différé; facture signée; tarif négocié; rendus 3D; rendus; coaching
        personnalisé; frais refacturés; support remise en service; audit soldé; planning
        des congés; plancher suspendu : étude; ex déplacé; site : attente du paiement;
        site : attente règlement; relance des impayés; frais avancés; cours privés;
        tarif réduit; refonte SI finance; SI achats; formation part 2; mission part time;
        entreprise libérée; insertion des exclus; coaching d’exclus; plan de trésorerie
        prévisionnel; élaboration du prévisionnel; budget et forecast; analyse de potentiel;
        atelier – à Montpellier; mission – à Auxerre le 12;
        suivi haut potentiel; mise en forme conditionnelle; pont suspendu;
        jardins suspendus; espace réservé; atelier des amis; coaching mari; vidéo
        doublée; achats regroupés; fichiers fusionnés; bois récupéré; entreprise
        rachetée; droits cédés; immeuble vendu; enfants confiés; plan
        coté; fleurs coupées; terrain divisé; texte amendé; matériel amorti; biens
        immobilisés; baisers volés;
        site perso; blog perso; développement perso; dev perso
        """,
    ),
    (
        unsure,
        "maybe not sold",
        """
        étude à valider; étude de sol à confirmer; maquette à terminer; audit à planifier; guide à
        revoir; charte à reprendre; étude à finaliser; site à livrer; étude potentielle; mission
        éventuelle; maquette estimée; guide provisoire; provisoire; étude optionnelle; phase
        conditionnelle; diagnostic prévisionnel; guide hypothèse haute; charte variante B; point
        interne; maquette simulée; charte non finalisée; audit pas commencé; guide non terminé;
        étude de sol non livrée; tranche hypothétique; étude tranche conditionnelle
        """,
    ),
    (
        of_service,
        "maybe no sale",
        """
        aide; aides; loyers; allocation; dotation; indemnités; gain; revenus locatifs; revenu
        foncier; plus-value; loyer studio perçu; sinistre MAIF; prime exceptionnelle;
        cotisation; cotisations membres; solde de tout compte
        """,
    ),
    (
        of_service,
        "",
        """
        commission d’apporteur;
        aide à la décision; analyse des loyers; cotisations sociales; Excel avancé
        """,
    ),
    (
        is_harmless,
        True,
        """
        déclinaison du logo;
        dossier incomplet; documents complets; échange avec Paul; échanges avec l’équipe; échange
        téléphonique; échange de mails; retour d’expérience; retour client positif; retours de Paul;
        retour de l’équipe; retour de réunion; retour de congés de Paul; attestations remises;
        badge remis; émargements signés; feuilles d’émargement signées; échéance 30 jours; délai de
        45 jours; sans déplacement; pas de frais; Le Mans; La Roche-sur-Yon; Les Sables; L’Isle;
        prévoir badge; vérifier la salle; forfait; a fini par payer; a enfin réglé;
        rendez-vous à 14 h; facture par Chorus; facturé par courrier;
        tjm négocié
        """,
    ),
    (
        is_harmless,
        False,
        """
        sous condition; sous conditions; anulée; prévi; rétrocédé; échange avec remise; retour
        marchandise; retour de chèque; remise accordée; contrat signé demain; sans facture; La
        Remise; Le Devis Perdu; prévoir la vente; vérifier
        """,
    ),
    (
        bought_so,
        False,
        """
        retour de Darty
        """,
    ),
    (
        doubted,
        "mouvement-possible",
        """
        provision; cautionnement; cautionnements locaux; cautionnement bail; dépôt bail; dépôt de
        bail; dépôt du local; divs; divs 2019; transfert Qonto; transfert vers
        livret; reprise apport; relevé mars; relevé du mois; relevés de mai 2020; CB du mois; carte
        mars; cb avril 2020; appro compte; approvisionnement du compte
        """,
    ),
    (
        doubted,
        "",
        """
        transfert domaine; transfert de données; dépôt de marque; relevé topographique; carte de
        visite; carte mère; reprise de concession; provision d’eau; indemnités kilométriques
        """,
    ),
    (
        doubted,
        "paie-nette",
        """
        net mars; net janvier
        """,
    ),
    (
        doubted,
        "recette-possible",
        """
        indemn. sinistre; indemnité de sinistre
        """,
    ),
    (
        of_service,
        "deposit",
        """
        pack (50 %); site 30 %; pack [40%]; site – 30 %
        """,
    ),
    (
        of_mission,
        "maybe credit",
        """
        pilotage -10 %; pilotage remise 10 %; pilotage –5%
        """,
    ),
    (
        says_measure,
        True,
        """
        coûts; coût total; bénéfice; bénéfices
        """,
    ),
    (
        unsure,
        "again",
        """
        y compris frais; decompte rectificatif;
        deja note; deja compte; deja encaissee; deja regle; deja saisie; incluse; incluses;
        facturee via ponant; facture chez ponant; via le portage; via un portage; restant du;
        reste a payer; reste a percevoir; compris; facture precedente; facture a ce jour; marche
        n 12; budget total; n 1;
        pour info; pour information
        """,
    ),
    (
        among,
        "again",
        """
        paiement; paiement recue; paiement client; paiement facture; paiement de; paiement du;
        paiement la; paiement n; cheques client;
        versement; versement mars; virement luc; cheque luc;
        virement de luc; virement du client; especes; depot especes; depots d especes;
        double paiement; paiement en double morel; règlement 2023-12
        """,
    ),
    (
        among,
        "maybe not sold",
        """
        estimation guide; pre estimation site; estimations site
        """,
    ),
    (
        among,
        "",
        """
        estimation des couts; estimation du site; estimation de charge; estimation d une charge
        """,
    ),
    (
        among,
        "maybe credit",
        """
        regul; rectification; regularisation a la baisse; ajustement en moins; correction
        negative; correction erreur facture janvier;
        régule;
        rectif facture 3; rectifs facture; erreur facture 3; erreurs facture;
        regul trop percu
        """,
    ),
    (
        shown,
        "thousands",
        """
        KEUR; millier; million
        """,
    ),
    (
        shown,
        "currency",
        """
        GBP; CAD; AUD; NZD; JPY; CNY; SEK; NOK; DKK; PLN; CZK; HUF; RON; BGN; TRY; RUB; TND;
        DZD; XOF; XAF; XPF; BRL; MXN; INR; SGD; HKD; ZAR; ILS; AED; THB; KRW; MUR; MGA; kr; Fr;
        zł; Kč; Ft; lei; dollar; livre; franc
        """,
    ),
    (
        shown,
        "unit",
        """
        hr; hour; mn; minute; sec; seconde; s; day; an; mois
        """,
    ),
    (
        driven,
        "none",
        """
        voiture de loue; vehicule fonction; camion societe; camion location; camion service;
        location vehicules; location auto; vae; bicyclette; pieton; inoui; ouigo; intercites;
        eurostar; thalys; transilien; air france; easyjet; ryanair; transavia; uber; vtc; bolt;
        autobus; autocar; bus; metro; tram; tramway; ratp; navigo; covoit; blablacar; bateau;
        ferry; autopartage; getaround; citiz
        """,
    ),
    (
        driven,
        "moped",
        """
        velomoteur; 50cc; 50cm3
        """,
    ),
    (
        driven,
        "motorcycle",
        """
        motocyclette; motocycle; 125cm3
        """,
    ),
    (
        driven,
        "two-wheeler",
        """
        deux roues; 2 roues; 2rm
        """,
    ),
    (
        driven,
        "car",
        """
        auto; autos; automobile; berline; break; citadine
        """,
    ),
    (
        doubted,
        "mouvement-possible",
        """
        mes filles; mon epouse; mon epoux; mon bebe; ma conjointe; mon copain; mon compagnon; ma
        mamie; ma soeur; frais familiaux; achats persos; periscolaire; coiffeuse; judo; football;
        rugby; padel; gym; yoga; pilates; equitation; poney; natation; karate; camping; croisiere;
        plage; thalasso; manucure; parfum; bijoux; bague; lingerie; vetements; pmu; fdj;
        playstation; nintendo; lego; jardinage; piscine; barbecue; bapteme; obseques; couches;
        poussette; kids; wife; husband; groceries; birthday; wedding; tinder; meetic; osteopathe;
        kine; orthodontiste
        """,
    ),
    (
        says_no_sale,
        True,
        """
        rétrocession TVA; prime énergie; emprunt BNP; vente de parts;
        reversement TVA; bonus de parrainage; vente d’actions; vente de titres; avance de paul;
        location parking; location de bureau; TVA; TVA collectée;
        TVA à 20; dommages et intérêts; apport gérant;
        apport de capital; retour TVA; versement assurance;
        remboursement d’assurance;
        commission plateforme; frais de plateforme; commissions upwork; commission comet; prime de
        bienvenue; prime de parrainage; parrainage; state subsidies; indemnite forfaitaire;
        sinistre; assurance sinistre; retenue de garantie; liberation de retenue de garantie; cheque
        cadeau
        """,
    ),
    (
        doubted,
        "mouvement-possible",
        """
        telepaiement impots revenus; condamnation; pv de radar; achat pour la maison; canape maison;
        impot sur le revenu; tiers provisionnel; achat btc; ir 2020; contemporain ir;
        prelevements sociaux; 2571; releve de solde
        2572; per; fnp; pea; pea pme; bitcoin; ma paye; debit differe; avance de frais; mise de
        cote; payout; depot d especes; loan repayment; owner s draw
        """,
    ),
    (
        doubted,
        "recette-possible",
        """
        plus value; stripe refunded
        """,
    ),
    (
        doubted,
        "",
        """
        vacances ancv; vacances chauffeur; anniversaire clientele; anniversaire collaborateurs; per
        diem
        """,
    ),
    (
        is_absence,
        True,
        """
        conge paye; conge paternite; conges sans solde; maladie enfant
        """,
    ),
    (
        takes_back,
        True,
        """
        rrr accordes; contre passation; contre ecriture
        """,
    ),
    (
        bearing,
        "maybe not sold",
        """
        a reconfirmer; facture en trop
        """,
    ),
    (
        is_paid_by_another,
        False,
        """
        paye par mastercard; paye par amex; paye par tranches; paye par lcr; paye par tip; paye par
        anticipation;
        moi a paye; on a avance; la societe a paye; ma boite a regle
        """,
    ),
    (
        is_paid_by_another,
        True,
        """
        pris par ponant; covered by ponant;
        zoe a paye; elle a regle; client a avance; papa a rembourse; paul has paid;
        le client a paye; ma soeur a avance; the client has paid
        """,
    ),
    (
        is_harmless,
        True,
        """
        télétravail 50/50;
        Photoshop avancé; cours avancés; télétravail 100 %; avec le chef; rendu le 14; rendues le 2;
        séance de 14 h à 17 h; de 9h30 à 12h; mise à jour du tableau;
        aucune remarque; 3 h de route; 20 minutes de train; 2 heures de trajet; 90 km de voiture;
        facturé au forfait; comptée au réel; facturée au temps passé; à la demande de Yann; à la
        demande du maire; en visio, 9 participants; hôtel réservé par eux; restitution finale;
        document rendu; clef rendue; visio coupée; séance enregistrée;
        contrat prolongé jusqu’à mars; contrat reconduit jusqu’au lot 2; contrat renouvelé jusqu’en
        mars; vu avec la comptable; vu avec l’intéressé; copie au client; 1er logo; 2e logo; 3ème
        logo; carte en 2020; cahier bleu; activités; qualité; cotes; tests; amical; finale; savon;
        volume; mariage; reportage; ratelier; congestion; prof; encaissé 2020; encaissée 2020;
        facture 2020; autoliquidation; partenaire; 30 jours nets; attente du virement; attente
        d’encaissement; en attente de règlement; TVA sur les débits; bilan de fin de trimestre;
        bilan de fin de semaine; fin de semestre; fin du mois; fin de l’année; depuis 1998; une
        jour par mois; deux jours par mois; trois jours par semaine; quatre jours par semaine;
        versé en une fois; encaissé en trois fois; reçu en quatre fois; réglé en deux fois;
        virement à 30 jours; règlement à 60 jours; proposition acceptée; devis validé; devis revu;
        accord reçu; accord écrit; accord obtenu; accord donné; accord par écrit; accord par
        courrier; accord par téléphone; rendu en avance; terminé en avance; fini en avance; achevé
        en avance; suite des ateliers; suite d’un atelier; voir le CR; voir contrat; voir
        l’avenant; voir le devis; voir le PV; cf la planning; voir planning; cf compte rendu; voir
        mail; à relancer; à classer; à scanner; à recontacter; en français; en espagnol; en
        allemand; en italien; mission sur 3 mois; facturation trimestrielle; TJM inchangé; tarif
        normal; tarif standard; prix convenu; paiement lent; paiement tardif; paiement comptant;
        paiement immédiat; excellents retours; très bons retours; retour favorable; retours
        excellents; retours très positifs; client satisfait; client ravi; client sympa; client
        difficile; client content; client très fidèle; facturé par trimestre; facturé par an;
        facturé par jour; facturé par lot; facturé par mail; train pour la formation; train pour
        les formations; train pour un atelier; train pour une formation; train pour le support; en
        retard 2020; paid 2020; sent 2020; mr logo; adressé logo; badgé logo; horairé logo;
        interlocutricé logo; contact remis; justificatifs remis; rapports remis; salle remis;
        support remis; supports remis; tickets remis; december Arvor; november Arvor; october
        Arvor; september Arvor; lieu offert
        """,
    ),
    (
        is_harmless,
        False,
        """
        atelier parti; reservoir; atelier Offert; visite Réduite; jour Déduit; code Détruit;
        formation Remise; chez Mari; séance Gratuite; client bavard; societe bleue; proposition
        bleue; changer l’écran; du logo; d logo; une logo; the logo; mme remis; june 12; visite
        actuellement; visite Ami; atelier Perdu ici; projet bleu; affaire bleue;
        contrat bleu; commande bleue; offre bleue; vente bleue; achat bleu; paiement bleu; chèque
        bleu; prélèvement bleu; virement bleu; vérifier la vente; publier la page; attendre la
        page; produire un logo; page à finir; page en cours; atelier admises; visite globalement;
        visite waiting; horaires facture; visite liquide; visite redresse; visite cadeaux; visite
        essais; visite freelance; visite voids; lost bag; visite pendante; visite zappe; visite
        biffe; january 12; february 12; march 12; april 12; july 12; august 12; remboursé 12;
        atelier de l’année dernière; payé, facturé sur 2021; payé, facturé en 1999; train pour le
        contact; train pour la confiance; remboursement; and logo; apres logo; at logo; aux logo;
        by logo; chez logo; des logo; devant logo; et logo; from logo; in logo; la logo;
        les logo; of logo; sur logo; to logo; with logo; mr remis; ok remis; pm
        """,
    ),
    (
        is_sentence,
        True,
        """
        NF; HS; FAE; PCA; reporté; TTC; internal; no charge; on hold; warranty; under warranty;
        duplicate; tentative; formation interne; formations suivies; pont;
        extournée; reversed;
        une erreur; en erreur; erreur de saisie; en litige; troc; doublon; double; duplicata;
        suspendu; exemple; ann; malade; absent; optionnelle; ignorer; obsolète; anulado; gratis;
        cxl; wrong; dummy; fake; error; en congés; congés payés; RTT; vacances; arrêt maladie;
        dépense perso; usage privé; achat familial; private; à titre privé; à titre personnel;
        rendu; rendue au magasin; retourné; renvoyé; revendu; recrédité; visite lost; visite twice;
        visite void; visite disputed; un cadeau; visite refusée; en perte; visite written off;
        compté à tort; carte perdue; insolvable; irrécouvrable; liquidation judiciaire;
        redressement judiciaire; canular; coup de main; visite contestée; contestation par eux;
        commande non reçue; non validé; non signé; non commandé; non confirmé; non accepté; déjà
        dans la feuille; déjà en mars; déjà sur la feuille; déjà facturé; déjà compté; déjà saisi;
        déjà déclaré; voir avoir; cf avoir; par avoir; sous-traité à Paul; see line 4; voir facture
        12; cf la F 12; voir fac 12; compté deux fois; facturé deux fois; saisi 2 fois; à valider
        demain; à confirmer demain; à signer demain; reporté en 2021; décalé à 2021; repoussé en
        2021; remplacé par Paul; facturé via Malt; facturé chez Ponant; facturé par Ponant; inclus
        dans le forfait; inclus in package; compris dans la ligne 3; inclus in line 3; may; on;
        malade l après-midi
        """,
    ),
    (
        is_sentence,
        False,
        """
        ticket perdu; justificatif perdu; ex perdu; facturé par avance; facturé par mois
        """,
    ),
    (
        of_hours,
        True,
        """
        arret; rendue
        """,
    ),
    (
        of_hours,
        False,
        """
        ai; aussi; avait; demi; double; etait; factures; lui; moi; moitie; ni; perte; plus; qui;
        serait; si; toi
        """,
    ),
    (
        of_payment,
        True,
        """
        documentee; imprimee; livrables; may; numerisee; redigee
        """,
    ),
    (
        of_payment,
        False,
        """
        again; amount; are; as; aucun; aucune; aura; autre; autres; be; been; c; ca; car; cause;
        ce; cela; ces; cette; contre; cumul; date; days; deja; deux; did; dit; does; doit; donc;
        dont; elle; elles; encore; environ; est; fois; font; for; given; goodwill; h; has; have;
        he; her; heure; heures; his; hours; i; if; il; ils; instead; is; it; j; jamais; je; leur;
        leurs; ligne; line; m; ma; mais; mal; maybe; me; meme; mes; might; mon; montant; months;
        my; nature; ne; never; nicht; no; non; none; nos; not; notre; nous; only; ont; ou; our;
        out; peu; peut; presque; prix; prochain; prochaine; puis; qu; quand; que; rien; sa; sauf;
        se; sera; seront; ses; seul; she; should; somme; son; sont; still; suivant; suivante; t;
        tarif; te; their; they; till; ton; trop; tu; until; up; va; vont; vos; vous; was; we;
        weeks; were; will; would; written; yet; you; your
        """,
    ),
    (
        of_place,
        True,
        """
        abonnement; agence; aller; annuel; annuelle; appel; apporte; arrivee; attendu; attestation;
        audit; banque; bc; bdc; binome; bon; bordereau; cadrage; cafe; cb; chorus; chq; classeur;
        cle; coaching; comite; commande; confiance; contact; cooptation; copil; courrier; debut;
        dejeuner; demarre; demo; deplacement; depot; dernier; derniere; developpement; diner;
        dispense; distance; distanciel; donnee; echeance; electronique; email; encaissement;
        entree; envoi; especes; etape; fac; garantie; hebdo; home; hotel; inclus; invoice; journee;
        justificatif; kick; lancement; locaux; maintenance; matin; matinee; meeting; mensualite;
        mensuel; mensuelle; merci; module; nouveau; numero; off; office; order; organise; page;
        paiement; payment; paypal; phase; pilotage; place; po; point; preleve; premier; premiere;
        presente; presentiel; prise; pro; projet; prolongation; prolonge; pv; rappel; rapport; ras;
        received; recette; ref; reference; reglement; remote; rencontre; renouvele; renouvellement;
        repas; reunion; salle; sante; scanne; semaine; sepa; signed; signee; soir; soiree; sprint;
        stripe; suivi; taxi; tel; telephone; telephonique; teletravail; teste; ticket; tournee;
        train; training; tranche; transfer; trimestriel; trimestrielle; trip; v; version; vir;
        visio; votre; vu; web
        """,
    ),
    (
        of_place,
        False,
        """
        a; solde
        """,
    ),
    (
        of_work,
        True,
        """
        archivee; deposee; envoyee; faite; gele; livree; payee; recu; recue; reglee; relancee;
        transmise; transmises; deposé; envoyé; livré; reglé; relancé; validé
        """,
    ),
    (
        of_atelier,
        False,
        """
        acquis; alertes; appris; certe; contrefaite; epuisee; epuisees; invité; ouvert; ouverts;
        produit; produite
        """,
    ),
    (
        of_work,
        False,
        """
        abandon; absence; acompte; administrativement; ajustement; amende; amputation;
        anniversaire; annulation; approximation; arret; arrhes; avance; avocat; avoir; barre;
        benevolat; brouillon; budget; cancel; caution; cede; commission; compensation; conge;
        contentieux; contestation; copie; cote; coupe; creance; credit; deal; debit; debours;
        decalage; dedommagement; desistement; dette; devis; devise; diminution; division;
        dollar; don; doublon; doute; draft; dummy; echange; echec; ecourt; effacement; enfant;
        enlever; erreur; estimation; exclusif; facturation; faillite; fake; famille; fausse;
        faveur; femme; fille; fils; fin; fortuitement; frais; franc; frere; gel; geste; gift;
        gracieusement; hold; huissier; hypothese; impaye; interromp; invoice; jetées; jour;
        jours; kid; leave; maladie; mauvais; mecenat; memo; mere; mort; negociation; objectif;
        old; opposition; option; oublis; partage; penalite; pere; prestation; pret; prevision;
        prive; pro; probablement; procedure; provision; publiquement; quart; rabais; raccourcir;
        rate; raye; reclamation; rectification; reduction; refund; refus; regularisation; rejet;
        remplacement; remuneration; rendus; renonciation; renvoyer; report; resiliation;
        precedent; precedente; retirer; retractation; ristourne; saisie; sample; sauvegarde; sav;
        signature; simulation; soeur; solde; supprimer; suspension; taux; test; tiers; tjm;
        troc; ttc; vacances; versement; vol; waiver; wrong; inaudible; imputation; absorbee;
        liberee; depubliee; deprogrammee; decommandee; ajournee; repoussee; differee; basculee;
        transferee; deductible; recuperation; retranchee; soustraite; defalquee; englobee;
        fusionnee; regroupee; decomptee; stoppee; bloquee; avortee; abregee; tronquee; rompue;
        manquee; sautee; loupee; jetee; rendue; vendue; revendue; rachetee; confiee; attribuee;
        reversee; expiree; omise; ecartee; inachevee; inaboutie; refacturee; volee; volees;
        vole; prospection; opportunite; nego; immobilisation; amortissement; contravention;
        degressif; plafond; palier; refaite
        """,
    ),
    (
        bearing,
        "",
        """
        abattement de mars
        """,
    ),
    (
        bearing,
        "credit",
        """
        facture avoir; credit note; credit memo; avoir; note de credit; av; credit
        """,
    ),
    (
        bearing,
        "deposit",
        """
        avance a la commande; avance a la signature; avance recue; avance encaissee; a la commande;
        acompte; deposit
        """,
    ),
    (
        bearing,
        "maybe credit",
        """
        reversement de commission; reversement la commission; reversement commission; retour de
        produit; remise; rabais
        """,
    ),
    (
        bearing,
        "maybe not sold",
        """
        non encore facture; pas encore signe; ne pas compte; jamais facture; geste pour le client;
        audit - annule; audit - offert; audit - proforma; a supprimer; doublon; en double avec; en
        attente; pas signe; ne compte; jamais paye; rembourse; paye perso; sous reserve; commande;
        order; contrat; étude hors CA; étude FAE; étude reportée; étude pas validée; work unbilled;
        work not invoiced; work not billed; work no charge; work on hold
        """,
    ),
    (
        bearing,
        "not sold",
        """
        voided; facture proforma; pas encore facture; projet pas lancee; benevolat; mission pas
        lancee; prestation non lancee; non lancee; pas lancee; non demarree; pas commencee; non
        realisee; non effectuee; annule; brouillon; abandonne; proforma; prevu; previsionnel;
        perdu; offert; non facture; a facturer; pro bono; bon de commande; purchase order;
        prevision; simulation; estimation; lost; devis client; proposition client; quote client;
        estimate
        """,
    ),
    (
        bearing,
        "outlay",
        """
        refacturation debours; pour le compte du client; facturation des debours; frais et debours;
        avance de frais; remboursement de ndf; remboursement frais; remboursement note de frais;
        frais pour compte d; paiement pour compte d; billet pour compte d; depenses pour compte d;
        pour compte du client; au nom du client; debours; frais avance
        """,
    ),
    (
        bearing,
        "target",
        """
        report a nouveau; budget; a nouveau
        """,
    ),
    (
        is_absence,
        True,
        """
        cp; ferie; feries; vacances; holiday; day off; intercontrat; inter contrat; non facture;
        non facturable; week end; repos; conge client; jour feries
        """,
    ),
    (
        is_aside,
        False,
        """
        remplace par un facture
        """,
    ),
    (
        is_aside,
        True,
        """
        remplace par visio; fait le; travail au; travail en; corrige; en plus; initialement;
        travaille; deplacement; trajet; preparation; bon de commandes 7; purchase orders 7;
        commandes 7; po 7; contrat 7; devis 7; en attente des info; en attente d acces
        """,
    ),
    (
        is_bare,
        True,
        """
        s total
        """,
    ),
    (
        is_no_invoice,
        True,
        """
        voided; brouillon; draft; devis; quote; estimate; proforma; facture proforma; annule;
        annulation; void; bon de commande
        """,
    ),
    (
        is_no_sale,
        True,
        """
        bon de livraison; bl; bc; relance; rappel; purchase order
        """,
    ),
    (
        is_of_others,
        True,
        """
        facture achats; facture d un fournisseur; avoir fournisseur; purchase; bill; note de frais;
        depense; reglement; virement; recu; contrat; commande; order
        """,
    ),
    (
        is_sale,
        True,
        """
        ventes; prestations; abonnements; situation; régie; conseils; cadrages; recettes;
        migrations; refontes; analyse; tests; pilotage; suivi; projets; distanciel; présentiel;
        astreintes; visio; télétravail; remote; on site; réunions; audit; training; production;
        facture de solde; sales invoice
        """,
    ),
    (
        is_sold,
        True,
        """
        en retard; retard; a payer; a encaisser; a relancer; en attente de paiement; en attente d
        encaissement; avoir; paid; sent; unpaid; invoiced; billed; payee partiellement; viewed;
        outstanding; authorised; awaiting payment; paid in full; virement recu; ok; oui; yes; x;
        vrai; true; paye; encaisse; facture; emis; envoye; impaye; valide; fait; recu
        """,
    ),
    (
        is_spent,
        True,
        """
        penalite; frais
        """,
    ),
    (
        names_sum,
        True,
        """
        chiffre affaire
        """,
    ),
    (
        numbered,
        "",
        """
        cr; qt
        """,
    ),
    (
        numbered,
        "credit",
        """
        x avoir; x nc 12; avoir; note de credit; 7 av
        """,
    ),
    (
        numbered,
        "maybe credit",
        """
        avr 12
        """,
    ),
    (
        numbered,
        "not sold",
        """
        x dev; devis; proforma; pro forma; annule; annule client
        """,
    ),
    (
        says_aim,
        True,
        """
        prev; budget; objectif; encaisse; marge; ttc; reste; total
        """,
    ),
    (
        says_measure,
        False,
        """
        heures client
        """,
    ),
    (
        says_measure,
        True,
        """
        moyennes; nb de jours; honoraires; recettes; montant ttc; heure facturee; ca; charge;
        marge; prevue; reste; dont; jour; nombre; tjm; urssaf; seuil; plafond; effectif; quantite;
        resultats client
        """,
    ),
    (
        says_no_sale,
        True,
        """
        indemnite de sinistre; indemnite d chomage; prime a l embauche; prime embauche; produit
        exceptionnel; loyer percu; loyer recu; loyer encaisse; interet livret; indemnite
        assurances; indemnite pole emploi; subvention; fonds de solidarite
        """,
    ),
    (
        says_other,
        True,
        """
        projete; previsionnel; prevu; estime; pondere; attendu; potentiel; probable; vise; espere;
        objectif; cible; a venir; a facturer; annule; planifie; prospect
        """,
    ),
    (
        says_sum,
        True,
        """
        total tota
        """,
    ),
    (
        takes_back,
        True,
        """
        avoir; credit; remise; rabais; ristourne; extourne; deduit; retenue; retour; geste;
        reduction; promo; abattement; refaction; minoration; trop client; moins client; malus;
        discount; nc
        """,
    ),
    (
        undoes,
        True,
        """
        devis; quote
        """,
    ),
    (
        unsure,
        "again",
        """
        pour info x; deja paye x; inclus x; compris x; duplicata x; copie de facture; copie la
        facture; copie facture x; remplace x; facture rectificative; rectificative x; rappel de
        facture; rappel la facture; rappel facture x; pour memoire; deja paye; deja facture; pm; x
        compris dans x; dont x; duplicata; copie facture; remplace; rectificative; rappel facture
        """,
    ),
    (
        unsure,
        "maybe not sold",
        """
        sous reserve x; optionnelle; décalé en mai; bc n 7; pca x; recuperation; mecenat x; arret de
        travail; lot prevu; estime; estimee; tranche optionnelle; conditionnel; reporté; décalé;
        bc7; en negociation; hors ca; irrecouvrable; echange de service; ne pas tenir compte;
        variante; option 3; phase prevue; tranche prevue; etape prevue; suite prevue; partie
        prevue; lot a venir; sous reserve; accord verbal; perte sur creance; impaye; sous
        garantie; litige; fausse facture; suspendu; ko; hypothese; troc; mecenat; erreur; non
        retenu; prospects; formation perdue; visite des quais perdus; formation non réalisée;
        visite pas effectuée; maquette refusée; lots rejetés; Interne : compta; Avant-vente –
        salon; site (garantie); affaires classées; dossiers classés; périmés
        """,
    ),
)


@pytest.mark.parametrize(
    ("heard", "answer", "texts"),
    KNOWN,
    ids=[f"{heard.__name__} {answer}" for heard, answer, _ in KNOWN],
)
def test_a_word_is_heard(heard: Heard, answer: object, texts: str) -> None:
    said = [" ".join(text.split()) for text in texts.split(";")]
    assert {text: heard(text) for text in said} == dict.fromkeys(said, answer)
