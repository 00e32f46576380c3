"""What the words of a title or the name of a sheet may be about: a field, a kind, none of ours.

Knows words and looks, and what forbids to think so. A hint is never believed: it is proposed, and
its owner confirms it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reporter.characters import folded, forms
from reporter.patterns import pattern
from reporter.sources.lines.written.counts import DAY_WORDS, HOUR_WORDS
from reporter.sources.tables.mistakes import AMOUNTS, IN, OUT
from reporter.sources.tables.titles import joined
from reporter.words.bearing import bearing, undoes
from reporter.words.fates import is_fate
from reporter.words.sheets import BOTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.advice.columns import Column
    from reporter.sources.advice.proposals import Plan
    from reporter.words.columns import Field, Kind


WORDS: dict[Field, str] = {
    "date": "date dates jour day le quand when mois month periode facture-le fait-le datum",
    "client": "client clients customer customers societe entreprise qui pour acheteur buyer "
    "donneur-ordre commanditaire destinataire kunde facture-a billed-to account-name company "
    "clt cli marque boite tiers organisme ecole etablissement partenaire partner "
    "origine structure organisateur diffuseur editeur agence agency juridiction tribunal "
    "association collectivite beneficiaire",
    "supplier": "fournisseur fournisseurs supplier vendor vendeur marchand merchant enseigne "
    "magasin commercant beneficiaire payee tiers chez ou four frs shop store sous-traitant",
    "label": "libelle description objet designation detail details motif achat article item quoi "
    "intitule",
    "days": "jours jour jrs jr j nbj jh days day journees journee uo temps duree quantite qte qty "
    "quantity nb unites charge",
    "hours": "heures heure hrs hours hour h temps duree duration time",
    "rate": "tjm tarif prix taux rate price adr pu daily",
    "hourly": "thm horaire hourly heure tarif prix taux rate price pu",
    "amount": "montant amount total net ca somme facture ht sum subtotal base "
    "revenue depense honoraires du",
    "gross": "ttc gross",
}
"""Words of titles, folded; those joined by a hyphen stand side by side."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FORBIDDEN = forms(
    "paye, regle, restant, verse, vire, cumule, prevu, prevision, previsionnel, budget, objectif, "
    "estime, avoir, absence, offert, taxe, annule, encaisse"
) | _words(
    "paid payment paiement paiements reglement encaissement reste solde balance cumul budgete "
    "estimation devis quote marge margin commission acompte remise discount credit debit conge "
    "conges rtt maladie ferie non hors sans id code url email mail tel telephone siret iban "
    "commentaire note notes echeance due limite relance debut fin start end from to modification "
    "modifie created creation cree updated maj saisie precedent theorique interne planned "
    "remaining unbilled cost costs cout couts supprime statut status tax vat "
    "tva reference numero n rang semaine annee year internal conversion devise currency potentiel "
    "cible ecart delta variation difference an pourcentage pct reversement retrocession sup supp "
    "supplementaires supplementaire km kms kilometre kilometres kilometrage retard delai demi"
)
"""Words of a title that say something else than what its column would be taken for."""
UNITS: dict[Field, set[str]] = {"days": DAY_WORDS, "hours": HOUR_WORDS}
TEXTS: frozenset[Field] = frozenset({"client", "supplier", "label"})
NUMBERS = (["nb"], ["nombre"])
"""How the title of a count begins: what it counts comes next, « Nb séances »."""
MOST_WORDS = 8
"""Words beyond which a title is a sentence."""
SIZES: dict[Field, tuple[int, int]] = {
    "days": (0, 31),
    "hours": (0, 400),
    "rate": (80, 5000),
    "hourly": (10, 400),
}
"""Between which numbers the middle one of a column stands."""
MOST_DAYS = 12 * 31


def hinted(title: str, field: Field) -> bool:
    """Tell whether the words of a title hint at a field, and none forbids it."""
    words = _words_in(title)
    if forbidden(title) or len(words) > MOST_WORDS:
        return False
    counted = words[1:] if words[:1] in NUMBERS and words[1:] else words
    text = f" {' '.join(counted)} "
    if field == "amount" and " ttc " in text:
        return False
    return any(f" {word.replace('-', ' ')} " in text for word in WORDS[field].split())


def forbidden(title: str) -> bool:
    """Tell whether a word of a title says something else than what is looked for."""
    return not FORBIDDEN.isdisjoint(_words_in(title))


def units_of(title: str) -> list[Field]:
    """Return the units of time that a title may count: the one that it names, else each hinted."""
    words = set(_words_in(title))
    found = [field for field in UNITS if hinted(title, field)]
    return [field for field in found if words & UNITS[field]] or found


def _words_in(title: str) -> list[str]:
    return folded(joined(title)).split()


def fits(column: Column, field: Field) -> bool:
    """Tell whether the cells of a column can be those of a field."""
    if field == "date":
        return column.look in ("dates", "months")
    if field in TEXTS:
        return column.look in ("words", "texts")
    if field == "hours" and column.look == "times":
        return True
    if column.look != "numbers" or (field == "days" and max(map(abs, column.given)) > MOST_DAYS):
        return False
    least, most = SIZES.get(field, (0, column.middle))
    return least <= column.middle <= most


Other = Literal["", "journal", "statement", "recap", "unsold", "cashbook"]
"""What a table is that holds no lines of ours: entries, a bank's statement, sums, quotes.

A cashbook holds some, of two kinds: what comes in beside what goes out.
"""


NAMES: dict[Kind, frozenset[str]] = {
    "days": _words("jours cra temps heures timesheet regie time tracking pointage"),
    "fees": _words("facture factures ventes forfaits invoices invoice sales presta"),
    "expenses": _words("depense depenses frais achat achats charges expenses ndf justificatifs"),
    "missions": _words("missions tarifs contrats rates"),
}
"""Words of the name of a sheet that make one kind likelier."""
ENTRY = _words("compte comptenum account journal journalcode ecriturenum ecriture numcompte")
UNSOLD = _words(
    "devis prevision previsions previsionnel budget objectif objectifs forecast quotes simulation "
    "brouillon brouillons proposition propositions pipeline prospects "
    "prospection commercial opportunites leads commandes bons contrats planning"
)


BANKS = pattern(
    r"\b(?:date ?val|date (?:de (?:la )?)?valeur|(?:value|settlement) date|started date|"
    r"date completed utc|running balance|solde bancaire)\b"
)
"""What titles say in the exports of banks alone: the day from which a movement bears interest."""
PARTIES = {"client", "clients", "fournisseur", "fournisseurs"}
"""Words of the title of whom a line of books is of, beside which a date of the bank dates it."""


def of_bank(titles: Sequence[str]) -> bool:
    """Tell whether titles are those of a statement: no bank names a client, nor a supplier."""
    words = [folded(title) for title in titles]
    parties = {word for title in words for word in title.split()} & PARTIES
    return not parties and any(map(BANKS.search, words))


def other_than_lines(name: str, titles: Sequence[str]) -> Other:
    """Return what a table is by its titles and its name, where it holds no lines of ours."""
    if of_bank(titles):
        return "statement"
    words = [folded(title) for title in titles]
    tokens = {token for title in words for token in title.split()}
    sides = {"debit", "credit"} <= tokens
    if (sides or "sens" in tokens) and tokens & ENTRY:
        return "journal"
    if sides or ("solde" in words and "libelle" in tokens):
        return "statement"
    ways = [{*title.split()} - AMOUNTS for title in words]
    if all(any(way and way <= side for way in ways) for side in (IN, OUT)):
        return "cashbook"
    called = set(folded(name).split())
    unsold = undoes(name) or bearing(name) == "not sold" or is_fate(name) or called & UNSOLD
    if unsold and not called >= BOTH:
        return "unsold"
    return ""


def kind_of(name: str, plans: Mapping[Kind, Plan]) -> Kind | None:
    """Return what a table so named seems to hold, None where several kinds are as likely."""
    whole = [kind for kind, plan in plans.items() if plan.is_complete]
    if "days" in whole:
        return "days"
    said = [kind for kind in whole if not NAMES[kind].isdisjoint(folded(name).split())]
    if len(said) == 1:
        return said[0]
    if _taught(plans["expenses"]):
        return None
    if "expenses" in whole and "supplier" in plans["expenses"].fields:
        return None if "fees" in whole else "expenses"
    return "fees" if "fees" in whole else None


def _taught(plan: Plan) -> bool:
    """Tell whether who is paid may be who was taught: « Bénéficiaire » of a training."""
    paid = plan.known.get("supplier")
    return paid is not None and folded(paid.title) == "beneficiaire"


def nearest(name: str, plans: Mapping[Kind, Plan]) -> Kind:
    """Return the kind of which a table lacks the least, by its name and its columns if two are."""
    tokens = folded(name).split()

    def lacks(kind: Kind) -> tuple[int, int, int]:
        missing = sum(len(found) != 1 for found in plans[kind].missing.values())
        return missing, int(NAMES[kind].isdisjoint(tokens)), -len(plans[kind].fields)

    kinds: tuple[Kind, ...] = ("fees", "days", "expenses")
    return min(kinds, key=lacks)


def dated(columns: Sequence[Column]) -> bool:
    """Tell whether some column holds dates or months."""
    return any(column.look in ("dates", "months") for column in columns)
