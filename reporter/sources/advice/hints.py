"""What the words of a title that we do not know may be about, and what forbids to think so.

Knows words and looks. A hint is never believed: it is proposed, and its owner confirms it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.sources.advice.columns import Column
    from reporter.sources.tables.vocabulary import Field

WORDS: dict[Field, str] = {
    "date": "date dates jour day le quand when mois month periode facture-le fait-le datum",
    "client": "client clients customer customers societe entreprise qui pour acheteur buyer "
    "donneur-ordre commanditaire destinataire kunde facture-a billed-to account-name company "
    "clt cli marque boite tiers",
    "supplier": "fournisseur fournisseurs supplier vendor vendeur marchand merchant enseigne "
    "magasin commercant beneficiaire payee tiers chez ou four frs shop store",
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
FORBIDDEN = frozenset(
    word
    for words in (
        "paye payee payes payees paid payment paiement paiements regle reglee regles reglement",
        "encaisse encaissee encaissement restant restante restants reste solde balance cumul verse",
        "versee vire viree",
        "cumule cumulee prevu prevue prevus prevision previsions previsionnel budget budgete",
        "objectif objectifs estime estimee estimation devis quote marge margin commission acompte",
        "remise discount avoir avoirs credit debit conge conges absence absences rtt maladie ferie",
        "non hors sans annule annulee id code url email mail tel telephone siret iban commentaire",
        "note notes echeance due limite relance debut fin start end from to modification modifie",
        "created creation cree updated maj saisie precedent theorique interne planned remaining",
        "unbilled cost costs cout couts offert offerts facturable billable supprime statut status",
        "taxe tax taxes vat tva reference numero n rang semaine annee year internal conversion",
        "devise currency potentiel cible ecart delta variation difference an pourcentage pct",
        "reversement retrocession sup supp supplementaires supplementaire",
        "km kms kilometre kilometres kilometrage",
    )
    for word in words.split()
)
"""Words of a title that say something else than what its column would be taken for."""
UNITS: dict[Field, frozenset[str]] = {
    "days": frozenset({"j", "jr", "jrs", "jour", "jours", "jh", "day", "days", "journees"}),
    "hours": frozenset({"h", "hr", "hrs", "heure", "heures", "hour", "hours"}),
}
"""Words that name a unit of time."""
TEXTS: frozenset[Field] = frozenset({"client", "supplier", "label"})
MOST_WORDS = 6
"""Words beyond which a title is a sentence."""
MOST_DAYS, MOST_HOURS = 31, 400
MOST_MONTHS = 12
DAILY, HOURLY = (80, 5000), (10, 400)


def hinted(title: str, field: Field) -> bool:
    """Tell whether the words of a title hint at a field, and none forbids it."""
    words = folded(title).split()
    if forbidden(title) or len(words) > MOST_WORDS:
        return False
    text = f" {' '.join(words)} "
    if field == "amount" and " ttc " in text:
        return False
    return any(f" {word.replace('-', ' ')} " in text for word in WORDS[field].split())


def forbidden(title: str) -> bool:
    """Tell whether a word of a title says something else than what is looked for."""
    return not FORBIDDEN.isdisjoint(folded(title).split())


def unit_said(title: str) -> list[Field]:
    """Return the unit of time that a title names, where it may count time at all."""
    words = set(folded(title).split())
    return [field for field, units in UNITS.items() if words & units and hinted(title, field)]


def fits(column: Column, field: Field) -> bool:
    """Tell whether the cells of a column can be those of a field."""
    if field == "date":
        return column.look in ("dates", "months")
    if field in TEXTS:
        return column.look in ("words", "texts")
    if field == "hours" and column.look == "times":
        return True
    return column.look == "numbers" and _is_of_size(column.given, field)


def _is_of_size(numbers: list[Decimal], field: Field) -> bool:
    middle = sorted(map(abs, numbers))[len(numbers) // 2]
    match field:
        case "days":
            return middle <= MOST_DAYS and max(map(abs, numbers)) <= MOST_MONTHS * MOST_DAYS
        case "hours":
            return middle <= MOST_HOURS
        case "rate":
            return DAILY[0] <= middle <= DAILY[1]
        case "hourly":
            return HOURLY[0] <= middle <= HOURLY[1]
        case _:
            return True
