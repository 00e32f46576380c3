"""What the titles of a table by month say that its cells count: days, sales before tax, or another.

Knows words: those of sales, those of anything else, and which ones are of neither. Never cells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from reporter.characters import folded, forms
from reporter.patterns import pattern
from reporter.words.periods import YEARS, period_of, without_period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

Unit = Literal["days", "hours", "amount", "spent", ""]
TIME: tuple[Unit, ...] = ("days", "hours")
SALES, TAX = {"ht", "htva", "ca"}, {"ht", "htva"}
NEVER = (
    r"previ\w*|prevus?|prevues?|estim\w*|ponder\w*|attendu\w*|potentiel\w*|probable\w*|vise\w?s?|"
    r"esper\w*|projet(?:e|es|ee|ees)|projections?|theorique\w*|simul\w*|objectifs?|cibles?|budgets?|"
    r"a venir|a facturer|annul\w*|perdu\w*|devis|commandes?(?! (?:livr|honor|sold)ee)|pipe\w*|"
    r"forecast|planned|planif\w*|target|expected|prospects?|propositions?|opportunites?|options?"
)
"""Words of what is not yet sold, or never; folded."""
OTHER = pattern(
    r"\b(?:ttc|tvac?|toutes taxes|taxes comprises|incl|gross|"
    rf"{NEVER}|non|pas|sans|signe\w?s?|"
    # paid, owed or taken back
    r"encaiss\w*|decaiss\w*|impay\w*|tresorerie|restes?|restant\w*|avoirs?|acomptes?|remises?|"
    r"rabais|retards?|"
    # what is spent or earned
    r"depenses?|charges?|frais|achats?|couts?|traitance|salaires?|cotisations?|urssaf|impots?|"
    r"loyers?|marges?|resultats?|benefices?|"
    # shares, averages, running sums
    r"cumul\w*|moyen\w*|parts?|taux|pourcent\w*|croissance|evolutions?|ecarts?|variations?|"
    r"n 1|precedente?s?|comparai\w+|"
    # time that nobody bills
    r"heures?|hours?|conges?|absences?|rtt|feries?|ouvre\w?|ouvrables?|dispo\w*|capacites?|"
    r"teletravail|internes?|facturables?)\b"
)
"""What makes cells something else than sales made, or days billed; folded."""
HOURS = pattern(r"(?<!\d )\b(?:heures?|hours?)\b")
"""Words of hours, folded; « 7 heures » says how many make a day."""
KNOWN = forms(
    "heure, facture, montant, vente, vendu, client, mensuel, jour, realise, travaille, "
    "taxe, prestation, forfait, emis, service, activite, euro, mission, livre, recette, net, "
    "consultant, semaine, hebdomadaire, honoraire, chantier, eleve, patient, stagiaire, adherent"
) | {
    "ca", "ht", "htva", "chiffre", "affaires", "facturation", "mensuelle", "mensuelles",
    "annuelle", "total", "totaux", "par", "mois", "annuel", "reel", "reels", "suivi", "tableau",
    "recapitulatif", "recap", "synthese", "bilan", "hors", "eur", "exercice", "annee", "de",
    "des", "du", "la", "le", "les", "en", "et", "au", "aux", "pour", "sur", "mes", "nos",
    "projet", "projets", "cra", "regie", "conseil", "nb", "nombre", "feuille", "classeur",
    "detail", "periode", "freelance", "independant", "tous", "toutes", "days", "hours", "sales",
    "invoices", "revenue", "nom", "societe", "entreprise", "donneur", "ordre", "raison",
    "sociale", "customer", "temps", "compte", "rendu",
}  # fmt: skip
"""Words that change nothing of what cells count."""
RECEIPTS = pattern(r"\b(?:encaissements?|encaissee?s?|recettes?)\b")
"""Words of what was received, folded."""
OTHERS = pattern(
    r"\b(?:concurren\w*|confreres?|marches?|secteurs?|partenaires?|traitants?|collegues?|associes?)\b"
)
"""Words of others whose sales they are, in capitals or not; folded."""
PLACES = {
    "france", "export", "europe", "ue", "monde", "etranger", "belgique", "suisse", "luxembourg",
    "allemagne", "bretagne", "normandie", "occitanie", "aquitaine", "alsace", "lorraine", "corse",
    "provence", "auvergne", "rhone", "alpes", "bourgogne", "picardie", "centre", "loire", "ile",
    "idf", "nord", "sud", "est", "ouest", "paris", "lyon", "marseille", "lille", "nantes", "rennes",
    "bordeaux", "toulouse", "strasbourg", "grenoble", "montpellier", "pays", "region", "agence",
}  # fmt: skip
"""Words of a place: sales made there are sales."""
COUNTED = SALES | {"chiffre", "affaires", "ventes", "facture", "facturation", "jours", "montants"}
"""Words that say what is counted: a word beside them says of what, or of whom."""
SPENT = pattern(r"\b(?:depenses?|charges?|frais|achats?)\b")
"""Words of what is spent, whatever else a title says; folded."""
SPENDING = forms("depense, charge, achat, fixe, variable, courant, poste, categorie, externe") | {
    "frais", "generaux", "generales", "reelle", "reelles", "fournisseur", "fournisseurs",
    "libelle", "nature",
}  # fmt: skip
"""Words beside those that change nothing of what is spent."""
SOLD = pattern(r"(?:ca|chiffres? d|recettes?|ventes?|produits|revenus?|encaissements?)\b")
"""How a name begins that is of what is sold, among what is spent; folded."""
CLIENTS = {"client", "clients", "customer", "customers"}
APART = pattern(r"\s[-–—]\s|[|:;,()•·/\n\[\]]|\s—|—\s")
"""What sets a part of a title apart from another."""
SHORT = 3
"""Letters under which a word tells nothing: « n », « d », « v2 »."""


def unit_of_titles(
    titles: Iterable[str],
    kinds: Collection[str | None],
    *,
    untaxed: bool = False,
    received: bool = False,
) -> Unit:
    """Return what cells count, by all the titles above them and what sheets so called hold.

    What is spent is before tax where a title says it, or where there is no VAT. So are the sales
    that titles say to be `received`, where these count so.
    """
    texts = [folded(title) for title in titles]
    receipts = untaxed and received and any(map(RECEIPTS.search, texts))
    texts = [RECEIPTS.sub("", text) for text in texts] if receipts else texts
    if "expenses" in kinds or any(map(SPENT.search, texts)):
        return _spent([SPENT.sub("", text) for text in texts], kinds, untaxed=untaxed)
    timed = [HOURS.sub("", text) for text in texts]
    if any(map(says_other, timed)):
        return ""
    words = {word for text in texts for word in text.split()}
    days = "days" in kinds or "jours" in words
    amount = (
        receipts
        or "fees" in kinds
        or bool(words & SALES)
        or any("hors taxe" in text for text in texts)
    )
    if timed != texts:
        by_day = any(word.startswith("jour") for word in words)
        return "" if amount or by_day else "hours"
    if days == amount:
        return ""
    return "days" if days else "amount"


def _spent(texts: Sequence[str], kinds: Collection[str | None], *, untaxed: bool) -> Unit:
    """Return what cells count whose titles say that they are spent, by the rest of these."""
    words = {word for text in texts for word in text.split()}
    before = untaxed or bool(words & TAX) or any("hors taxe" in text for text in texts)
    sold = not words.isdisjoint((SALES - TAX) | CLIENTS) or {"days", "fees"} & set(kinds)
    return "spent" if before and not sold and not any(map(says_other, texts)) else ""


def says_received(title: str) -> bool:
    """Tell whether a title says that what it is above was received."""
    return RECEIPTS.search(folded(title)) is not None


def says_other(title: str) -> bool:
    """Tell whether a title speaks of something else than sales made or days billed."""
    return OTHER.search(folded(title)) is not None


def names_clients(title: str) -> bool:
    """Tell whether a title says that what it is above is of clients."""
    return not CLIENTS.isdisjoint(folded(title).split())


def says_revenue(title: str) -> bool:
    """Tell whether a title speaks of the revenue as a whole."""
    return not {"ca", "chiffre"}.isdisjoint(folded(title).split())


def unknown_word(title: str, names: Collection[str]) -> str:
    """Return a word of a title that may say something else than the `names` of the clients, folded.

    A capital tells a name where it stands apart, « CA HT – Studio Vega », and not beside what is
    counted: « CA Concurrents ».
    """
    known = KNOWN | PLACES | set(names)
    for part in APART.split(title):
        words: list[str] = re.findall(r"[^\W\d_]+", part)
        counts = title.isupper() or any(folded(word) in COUNTED for word in words)
        for word in words:
            is_new = folded(word) not in known and without_period(word)
            named = word[0].isupper() and not counts and not OTHERS.match(folded(word))
            if len(word) >= SHORT and is_new and not named:
                return word
    return ""


def of_other_years(names: Iterable[str], years: Collection[int | None]) -> set[str]:
    """Return the names of rows, folded, that are a year's: « 2019 », « Ponant 2019 » by Ponant.

    The row of a client may repeat the `years` of the months.
    """
    said = {folded(name): period_of(name).year for name in names}
    here = {without_period(name) for name, year in said.items() if year is None or year in years}
    return {
        name
        for name, year in said.items()
        if year and (not (rest := _named(name)) or (year not in years and rest in here))
    }


def _named(name: str) -> str:
    """Return what the name of a row says beside its year, nothing where it is nobody's."""
    rest = without_period(name)
    return "" if rest in YEARS else rest
