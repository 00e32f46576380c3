"""What a comment denies: that its line was sold, signed, made; or something about the work alone.

Knows words alone, folded, and what a line is called in its comment. Never the amounts beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

OPENING = {
    "finalement", "en", "fait", "au", "final", "helas", "malheureusement", "a", "la", "le", "les",
    "l", "un", "une", "cette", "ce", "c", "est", "etait", "pour", "de", "mais", "nb", "the", "was",
    "titre", "je", "me", "suis", "s", "on", "il", "elle", "ca", "cela",
}  # fmt: skip
"""Words by which a comment may begin before what it says: « en fait c’était pour rire »."""
ENTRIES = {
    "facture", "factures", "ligne", "montant", "prix", "tarif", "saisie", "devis", "chiffre",
    "date", "somme", "nombre", "invoice", "line", "amount", "entry",
}  # fmt: skip
"""What the line itself is called in its comment."""
SUBJECTS = ENTRIES | {
    "mission", "missions", "projet", "affaire", "contrat", "offre", "deal", "client", "cliente",
    "ao", "marche", "commande", "prestation", "journee", "jour", "jours", "seance", "vente",
    "achat", "article", "produit", "colis", "paiement", "prelevement", "virement", "cheque",
    "abonnement", "depense", "customer", "project", "order", "budget", "financement", "poste",
    "facturation",
}  # fmt: skip
"""What is sold, bought or paid, by whom, and in what entry of the books."""
DENIED = {
    "pas", "non", "not", "jamais", "never", "rien", "aucun", "aucune", "nothing", "nicht", "no",
    "didn", "won", "wasn", "isn",
}  # fmt: skip
NEVER = {"jamais", "never"}
ALREADY = {"encore", "ete", "a", "sera", "finalement", "etre", "been", "yet", "to", "be", "really"}
ALREADY |= {"t", "my", "mon", "ma", "mes", "notre", "the"}
"""Words between a denial and what it denies: « pas encore facturé »."""
BILLED = (
    "factur", "signe", "emis", "envoy", "transmi", "compte", "reten", "valide", "accept", "confirm",
    "bill", "invoic", "charg", "sent", "count", "approv", "issued", "travaill", "venu", "livre",
    "vendu", "sold", "deliver", "approuv", "pren", "command", "exist", "parti", "achet", "berechn",
    "verrechn", "bought", "effectu", "demarr", "commenc", "lance", "debut", "abouti", "conclu",
    "realise", "honor", "concretis", "started",
)  # fmt: skip
PAID = (*BILLED, "paye", "paid", "regle", "encaiss", "recu", "receiv")
"""How the words begin of what is done of a sale; it is one that is not paid yet."""
DENIED_OF_WORK = (
    "pay", "regl", "encaiss", "recu", "receiv", "urgent", "simple", "soumis", "prevu", "annul",
    "oubli", "signal", "dire", "bloqu", "critique", "prior", "necess", "obligat", "concern", "fini",
    "termin", "test", "boucl", "facile", "evident", "complet", "conform", "regress", "perdu",
    "offert", "abandon", "appli", "resili", "renouvel", "cher", "perso", "avant", "apres", "bad",
    "easy", "joign", "problem", "issue", "stop", "possible", "dispo", "stabil", "optim", "certain",
    "connu", "grave", "marche", "imposable", "taxable", "assuj", "deduct", "rembours", "echang",
    "resol", "reprod", "deploy", "document", "corrig", "repar", "config", "install", "migr",
    "trait", "lis", "trouv", "identif", "clair", "compris", "fum", "ouvr", "present", "just",
    "repon", "rapp", "refus", "late",
)  # fmt: skip
"""How the words begin of what is denied of the work, or of its payment that is still to come."""
DENIED_SMALL = {
    "en", "au", "que", "plus", "si", "tres", "trop", "assez", "des", "du", "sur", "par", "avec",
    "eu", "vu", "lu", "mal", "pas", "loin", "fait", "lieu", "delay", "seulement", "toujours",
    "besoin",
}  # fmt: skip
DENIED_THINGS = {
    "facturation", "contrat", "accord", "prestation", "vente", "show", "invoice", "deal", "sale",
    "contract", "suite", "go", "payment",
}  # fmt: skip
"""What a line is not without: « pas de contrat », « no show »; « pas de remarque » says nothing."""
PROGRESS = {"encore", "yet"}
"""What says that the work goes on: « pas encore déployé »."""
BRIEF = 5
"""Words of a comment that denies its line whatever it denies; in more, it may be of the work."""


def denies(words: Sequence[str]) -> bool:
    """Tell whether folded words deny their line: « pas vendu », « accord jamais formalisé »."""
    for at, word in enumerate(words if not DENIED.isdisjoint(words) else ()):
        after = [it for it in words[at + 1 :] if it not in ALREADY]
        if word in DENIED and after and _is_of_line(word, after, brief=_is_brief(words, at)):
            return True
    return False


def _is_brief(words: Sequence[str], at: int) -> bool:
    """Tell whether a denial is the whole of a comment, but for what it is said of."""
    said = [it for it in words[:at] if it not in OPENING]
    progress = not PROGRESS.isdisjoint(words)
    return (
        len(words) <= BRIEF
        and not progress
        and all(it in SUBJECTS or it in DENIED_THINGS for it in said)
    )


def _is_of_line(denial: str, after: Sequence[str], *, brief: bool) -> bool:
    """Tell whether what a denial is of undoes a line, and not a part of the work."""
    if after[0].startswith(PAID if denial in NEVER else BILLED):
        return True
    if after[0] in ("de", "d") or denial in ("aucun", "aucune", "no"):
        return brief and after[-1] in DENIED_THINGS
    small = after[0] in DENIED_SMALL | OPENING or not after[0].isalpha()
    work = small or after[0].startswith(DENIED_OF_WORK)
    return brief and denial not in ("rien", "nothing") and not work
