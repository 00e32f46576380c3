"""How sheets, files and tables are called, by what they hold: days, expenses, nothing to count.

Knows whole names, folded, without their months nor their years, and the words of those of which the
lines do not count. Never what stands on a sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.words.fates import UNDOES
from reporter.words.month_titles import NEVER
from reporter.words.periods import without_period
from reporter.words.undecided import unsure

if TYPE_CHECKING:
    from reporter.words.columns import Kind

EXEMPT = (
    "paie, paies, salaires, bulletins, bulletins paie, bulletins salaire, fiches paie, "
    "remunerations, impots et taxes, impots taxes, taxes, cfe"
)
"""Names of sheets of what bears no VAT: pay, taxes."""

NATURES = (
    "sous traitance, sous traitants, bureau a domicile, repas, restaurants, hotels, carburant, "
    "peages, parking, fournitures, telephonie, loyers, cfe, remunerations, assurances"
)
"""Names of sheets of what is spent on one thing, which the titles of months or sums say too."""

SHEETS: dict[Kind, str] = {
    "days": "jours, jours factures, jours vendus, jours travailles, jours realises, cra, "
    "compte rendu d activite, comptes rendus d activite, temps, temps passe, regie, activite, "
    "feuille de temps, releve d heures, heures, heures facturees, heures travaillees, "
    "time, hours, days, timesheet, timesheets, interventions, temps passes, feuille heures, "
    "releve activite, compte rendu activite, comptes rendus activite, work log, worklog, "
    "worklogs, time log, time entry, time entries, "
    "temps travail, nb jours",
    "fees": "forfaits, prestations forfaitaires, forfaits factures",
    "expenses": "depenses, dep, ndf, sorties, decaissements, frais, achats, charges, "
    "notes de frais, note de frais, frais km, frais kilometriques, indemnites kilometriques, ik, "
    "indemnites km, immobilisations, amortissements, investissements, "
    "trajets, km, kilometres, deplacements, frais deplacement, frais deplacements, "
    "frais professionnels, frais pro, "
    "frais generaux, depenses pro, depenses professionnelles, factures fournisseurs, "
    "factures recues, expenses, purchases, costs, achats prestations, achats sous traitance, "
    f"{NATURES}, {EXEMPT}",
    "missions": "missions, tarifs, contrats, rates, tjm, grille tarifaire",
}
"""The names of sheets; months, years and other numbers are left out before comparing."""

INCOME = (
    "factures, facturier, facturation, ventes, recettes, prestations, services, factures emises, "
    "factures clients, facturation clients, chiffre affaires, ca, ca ht, honoraires, formations, "
    "encaissements, entrees, invoices, sales, income, cours, seances, consultations, presta, "
    "prestas, factures envoyees, vacations, sessions, conferences, traductions, "
    "relectures, articles, piges, reportages, notes honoraires, expertises, diligences, "
    "coachings, coaching, accompagnements, concerts, produits, jobs, situations, "
    "situations travaux, commandes livrees"
)
"""Names of what comes in: no expense stands on such a sheet."""

SOLD = "ventes, recettes, encaissements, ca, ca ht"
"""Those on which nothing is bought either: invoices may be those of suppliers."""

ANY_SHEET = (
    f"{INCOME}, feuil, feuille, sheet, classeur, exercice, annee, livre, livres, suivi, "
    "historique, suivi activite, suivi facturation, suivi factures, suivi jours, suivi depenses, "
    "export, exports, donnees, data, compta, comptabilite, journal, cahier, operations, "
    "mouvements, saisie, saisies, livre journal, recettes depenses, depenses recettes, "
    "entrees sorties, ventes achats, achats ventes, registre, tableau, production, table, page, "
    "onglet, base, general, gestion, comptes, freelance, auto entreprise, micro entreprise, "
    "piece comptable account move, ecriture comptable account move, journal entry account move, "
    "reponses au formulaire, form responses"
)
"""Names that do not tell days from fees or expenses: what such a sheet holds is in its header."""

LEFT_ALONE = (
    "aide, listes, liste, lisez moi, readme, mode emploi, instructions, notice, sommaire, "
    "accueil, parametres, parametrage, config, configuration, reglages, settings, categories, "
    "clients, fournisseurs, contacts, repertoire, adresses, resultat, compte resultat, "
    "tableau bord, dashboard, graphique, graphiques, graphe, graphes, simulation, simulations, "
    "jours feries, feries, conges, vacances, absences, relances, tva, declaration tva, "
    "declarations tva, declaration, declarations, urssaf, declaration urssaf, declarations urssaf, "
    "is, acomptes is, impot societes, dividendes"
)
"""Names of sheets that stand beside lines and hold none."""

PAYMENTS = pattern(
    r"\b(?:recettes?|encaiss\w*|reglements?|paiements?|payments?|receipts?|virements?|banques?|"
    r"releves?|tresorerie)\b"
)
"""How a sheet is called that lists what was paid."""

DENIED = (
    r"ne p(?:as|lus) (?:utiliser|tenir compte|lire)|"
    r"p(?:as|lus) compter(?! .*\b(?:conges?|absences?|feries?|rtt|week ends?)\b)|"
    r"(?<!conges )(?<!absences )(?<!feries )(?<!rtt )(?<!week ends )ne compte(?:nt)? p(?:as|lus)|"
    r"not (?:sent|invoiced|billed|signed)|"
    r"(?:non|pas|pas encore) (?:factur|sign|gagn|vend|valid|compt(?!er\b)|emis|envoy)\w*"
)
"""What denies lines, in a title or in a sentence; days off are none."""
DENIES = pattern(rf"\b(?:{DENIED})\b")
APART = pattern(
    rf"\b(?:{NEVER}|prospection|drafts?|hypotheses?|do not (?:use|count)|"
    r"copies?(?! pour| au?x? )|brouillons?|scenarios?|"
    r"exemples? de (?:remplissage|saisie)|"
    r"(?:exemples?|tests?|essais?|ancien|provisoires?|templates?|modeles?)$|"
    r"(?:jours?|prestations?) offert\w*|"
    r"anciennes? versions?|pro ?forma|a titre indicatif|montants? indicatifs?|"
    r"a emettre|^pistes?(?: commerciales?| \d+)?$|a valider|a confirmer|a signer|a supprimer|"
    rf"{DENIED}|"
    r"en attente(?! d(?!e (?:signature|validation|reponse|confirmation)))|"
    r"refus\w*|abandon\w*|n 1|annee (?:derniere|precedente|passee)|"
    r"l an (?:dernier|passe)|concurrents?|doublons?)\b"
)
"""What a title says of lines that are no sale made nor expense: not yet, no more, or told again."""
GIVEN = pattern(
    r"(?:(?:jours?|heures?|temps|prestations?|missions?|travaux|lignes?) )?(?:sous )?"
    r"(?:offert\w*|gratuit\w*|benevol\w*|pro bono|mecenat|sav|garanties?|acomptes?|debours|"
    r"cadeaux?|rejets?)"
    r"(?: (?:recus?|verses?|clients?))?"
)
"""A whole title of what is given, done again, or counted in another line; a company may be so."""
NAMED_APART = pattern(
    r"\b(?:modeles?|templates?|gabarits?|vierges?|^old(?: \w+)?$|obsoletes?|"
    r"perimee?s?|sauvegardes?|backups?|"
    r"corbeille|drafts?|wip|exemples?|samples?|tests?|essais?)\b"
)
"""What the name of a file or of a folder says besides, where a title speaks of its subject."""
BOTH = {"devis", "factures"}
NUMBERED = pattern(r"[nN] ?[°º]")


DATED = pattern(r"\b(?:19|20)\d\d\b")
OWED = pattern(r"a |archive|impaye|(?:non|pas) (?:encore )?(?:paye|regle|encaisse|echu)")
"""How the title begins of what is to be paid, or done, or of former years; folded."""
FEW_WORDS = 3
"""Words of a title that says no more than what became of its lines."""


def is_apart(title: str) -> bool:
    """Tell whether a title says that lines do not count; quotes beside their invoices do not.

    « N° 1 » is no « N-1 », the year before.
    """
    words = folded(NUMBERED.sub(" ", title))
    said = APART.search(words) or GIVEN.fullmatch(without_period(title))
    return said is not None and not set(words.split()) >= BOTH


def is_denied(sentence: str) -> bool:
    """Tell whether a sentence denies lines: « Ne pas tenir compte de ce tableau »."""
    return DENIES.search(folded(sentence)) is not None


def tells_apart(title: str) -> bool:
    """Tell whether a title says that its lines do not count, as a whole: « Suspendus 2020 ».

    What is not paid yet was sold.
    """
    rest = DATED.sub("", title).strip()
    words = folded(rest)
    undone = unsure(rest) == "maybe not sold" or UNDOES.search(words)
    short = 0 < len(words.split()) <= FEW_WORDS and not OWED.match(words)
    return is_apart(title) or (short and bool(undone))
