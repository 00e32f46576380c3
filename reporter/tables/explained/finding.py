"""Which figure a person means: by its name, by its label, or by the word that people use for it.

Knows the words of the trade. Never what a figure is made of.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BilanError
from reporter.tables.explained.names import RESULT, SOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.tables.explained.names import Named

SHOWN = 5
ALIKE = 0.6
"""From which likeness on a name is proposed."""
TYPED = 0.8
"""From which likeness of its letters: two letters wrong, not another word."""
SAME = {
    "ca": "chiffre_affaires",
    "ca ht": "chiffre_affaires",
    "chiffre d affaires ht": "chiffre_affaires",
    "tjm moyen": "tjm",
    "tarif journalier": "tjm",
    "tarif journalier moyen": "tjm",
    "taux journalier moyen": "tjm",
    "is": "impot",
}
"""Words that say one figure and no other."""
MEANT = {
    "benefice": "resultat_apres_impots resultat_avant_impots base_imposable",
    "perte": "resultat_apres_impots resultat_avant_impots",
    "resultat": "resultat_apres_impots resultat_avant_impots",
    "resultat net": "resultat_apres_impots",
    "marge": "resultat_avant_impots charges",
    "jours": "jours_factures jours_ouvres_nets jours_ouvres jours_conges",
    "jours travailles": "jours_factures jours_ouvres_nets",
    "conges": "jours_conges jours_ouvres_nets",
    "vacances": "jours_conges",
    "taux": "taux_jours_factures objectif.taux",
    "taux d occupation": "taux_jours_factures",
    "taux d activite": "taux_jours_factures",
    "occupation": "taux_jours_factures",
    "impots": "impot impot_estime impot_definitif",
    "impot": "impot",
    "depenses": "charges dotations_amortissements",
    "frais": "charges",
    "amortissements": "dotations_amortissements",
    "dotations": "dotations_amortissements",
    "cession": "resultat_cessions",
    "plus value": "resultat_cessions",
    "moins value": "resultat_cessions",
    "ventes": "chiffre_affaires ca_jours ca_forfaits",
    "recettes": "chiffre_affaires encaissements.encaisse",
    "facturation": "chiffre_affaires encaissements.facture",
    "forfaits": "ca_forfaits effets.forfaits",
    "regie": "ca_jours tjm_regie",
    "tarif": "tjm tjm_regie effets.prix",
    "prix": "tjm tjm_regie effets.prix",
    "volume": "effets.volume jours_factures",
    "objectif": "objectif.chiffre_affaires objectif.jours objectif.tjm objectif.taux",
    "variation": "effets.total variations.chiffre_affaires variations.tjm",
    "ecart": "effets.total ecart_jours ecart_ca_jours",
    "tresorerie": "encaissements.encaisse",
    "atterrissage": "atterrissage.chiffre_affaires atterrissage.jours_factures atterrissage.tjm "
    "atterrissage.resultat",
    "projection": "atterrissage.chiffre_affaires atterrissage.resultat",
    "reste": "reste_objectif.chiffre_affaires reste_objectif.jours resultat_apres_impots",
    "tva": "controles.tva_collectee controles.tva_deductible",
    "clients": "chiffre_affaires controles.clients",
}
"""Words that may say several, the likeliest first."""
APART = ("variations.", "atterrissage.")
"""The figures that are proposed only to those who say so."""
SAID = {
    "variations.": {"variation", "evolution", "hausse", "baisse"},
    "atterrissage.": {"projection"},
}


def found(every: Mapping[str, Named], wanted: str, *, hidden: set[str], status: str | None) -> str:
    """Return the name that a person means.

    Args:
        every: what can be explained, by its name.
        wanted: what the person wrote.
        hidden: the names that the legal form of the year does not have.
        status: that legal form.

    Raises:
        BilanError: where the name is unknown, with the near ones.
    """
    word = wanted.strip()
    if word in every:
        return word
    spelled = folded(word)
    if word == SOLD and word in hidden:
        raise BilanError("aucun achat amorti vendu ou mis au rebut dans l’exercice")
    if word in hidden:
        raise BilanError(f"« {word} » n’existe pas sous le statut « {status} »")
    asked = spelled.replace(" ", "_")
    if (own := _own(every, asked)) != asked:
        raise BilanError(f"« {word} » n’existe pas sous le statut « {status} » : écrire « {own} »")
    by_label = {folded(every[name].label): name for name in reversed(list(every))}
    by_label |= {folded(name): name for name in every}
    name = by_label.get(spelled) or SAME.get(spelled, "")
    if name in every:
        return name
    proposed = " ou ".join(f"« {name} »" for name in near(every, spelled))
    hint = f"écrire {proposed}" if proposed else "« bilan explain » les liste"
    raise BilanError(f"chiffre « {word} » introuvable : {hint}")


def near(every: Mapping[str, Named], spelled: str) -> list[str]:
    """Return the names that a word may mean, or that look like it, the nearest first."""
    meant = [_own(every, name) for name in _meant(spelled)]
    meant = [name for name in meant if name in every or name.startswith("controles.")]
    marks = {name: _likeness(spelled, name, one.label) for name, one in every.items()}
    alike = sorted((name for name in marks if marks[name] >= ALIKE), key=lambda name: -marks[name])
    return list(dict.fromkeys([*meant, *alike]))[:SHOWN]


def _own(every: Mapping[str, Named], name: str) -> str:
    """Return a name as the legal form of the year has it: only its result has another."""
    if name != RESULT or name in every:
        return name
    return next((own for own, one in every.items() if one.field == "result"), name)


def _meant(spelled: str) -> Iterator[str]:
    """Yield what a word of the trade may mean, written in the singular or in the plural."""
    for word in (spelled, f"{spelled}s", spelled.removesuffix("s")):
        if word in SAME:
            yield SAME[word]
        yield from MEANT.get(word, "").split()


def _likeness(spelled: str, name: str, label: str) -> float:
    """Return how much a name or its label looks like a word, from 0 to 1."""
    words = set(spelled.split())
    if apart := next((start for start in APART if name.startswith(start)), ""):
        said = any(SequenceMatcher(None, apart[:-1], word).ratio() > ALIKE for word in words)
        if not said and not words & SAID[apart]:
            return 0
    return max(_alike(spelled, words, folded(text)) for text in (name, label))


def _alike(spelled: str, words: set[str], text: str) -> float:
    own = set(text.split())
    shared = len(words & own) / len(words | own) if words else 0
    held = ALIKE if words and all(_is_typed(word, own) for word in words) else 0
    spelling = SequenceMatcher(None, spelled, text).ratio()
    return max(shared, held, spelling if spelling >= TYPED else 0)


def _is_typed(word: str, own: set[str]) -> bool:
    """Tell whether a word is one of a name, but for a letter or two."""
    return any(SequenceMatcher(None, word, other).ratio() >= TYPED for other in own)
