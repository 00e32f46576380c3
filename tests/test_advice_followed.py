"""What a refusal says to write is enough: written to the letter, the book is read.

The lines of `bilan.toml` are taken from the message itself; what is to be written in a cell stands
in a table, as the words of the message say it.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from tests.gallery import Case, answer, cases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VALUE = r'(?:"[^"\n]*"|\[[^\]\n]*\]|[\d.]+|true|false)'
KEY = r'(?:"[^"\n]*"|\w+)'
LINES = re.compile(rf"\[(\w+)\](?: : | ?)((?:\s*{KEY} = {VALUE}\n?)+)")
LINE = re.compile(rf"{KEY} = {VALUE}")
BOOK = re.compile(r"(?<=Fichier `bilan.toml`\u00a0:\n\n)```toml\n(.*?)```", re.DOTALL)
ROUNDS = 4
"""Messages that may come one after the other, each with its line."""
CASES = {case.name: case for case in cases() if case.refused}
EDITS: dict[str, list[tuple[str, str]]] = {
    "absence-payee": [("| 31/03/2020 | Congés | 5 | 700 |", "| 31/03/2020 | Client A | 5 | 700 |")],
    "absence-payee-en-grille": [("| Congés | 700 |", "| Congés | |")],
    "annee-du-mois": [("Janvier;Février;Mars", "Janvier 2020;Février 2020;Mars 2020")],
    "avoir": [("Client A | 500 |", "Client A | -500 |")],
    "avoir-a-cote": [("| 1000 | 200 |", "| 1000 | |\n| 31/03/2020 | Client A | Avoir | -200 | |")],
    "depense-sans-libelle": [("| Date | Ville |", "| Date | Libellé |")],
    "demi-journee-sans-date": [
        ("| 04/03/2020 | Ponant | |\n| Alizé | | |", "| 04/03/2020 | Ponant | Alizé |")
    ],
    "factures-et-jours": [
        ("| 31/03/2020 | F1 | Client A | 1400 | 1680 |\n", ""),
        ("| 04/05/2020 | F2 | Client A | 700 | 840 |\n", ""),
    ],
    "clients-cote-a-cote": [("| 3060 |", "| 3600 |")],
    "frais-dans-le-total": [("| 80 | 7180 |", "| 80 | 7080 |")],
    "recettes-deux-fois": [
        (
            "| Date | Libellé | Montant HT |\n| --- | --- | --- |",
            "| Date | Libellé | Client | Montant HT |\n| --- | --- | --- | --- |",
        ),
        ("| 15/02/2020 | Virement Ponant | 2000 |\n", ""),
        ("| Stage |", "| Stage | Ponant |"),
    ],
    "semaine-a-cheval": [
        (
            "| 5 | 4 | 3 |\n",
            (
                "| 5 | 4 | |\n\nFeuille «\u00a0Jours\u00a0»\u00a0:\n\n"
                "| Date | Client | Jours | TJM |\n| --- | --- | --- | --- |\n"
                "| 28/12/2020 | Client A | 3 | 700 |\n"
            ),
        )
    ],
    "jours-en-colonnes": [
        (
            "| Client | TJM | 02",
            "| Jours | | | | |\n| --- | --- | --- | --- | --- |\n| Client | TJM | 02",
        ),
        ("04/03/2020 |\n| --- | --- | --- | --- | --- |\n", "04/03/2020 |\n"),
    ],
    "semaines-en-colonnes": [("S10 | S11 | S12", "02/03/2020 | 09/03/2020 | 16/03/2020")],
    "calendrier-sans-client": [
        (
            "| Jour | Janvier | Février |\n| --- | --- | --- |",
            "| Client : Client A | | |\n| --- | --- | --- |\n| Jour | Janvier | Février |",
        )
    ],
    "case-de-deux-jours": [("2 j", "1")],
    "jours-fusionnes": [(", cellules B5:B6 fusionnées", "")],
    "mois-fusionnes": [(", cellules B2:C2 fusionnées", "")],
    "cellule-en-erreur": [("#REF!", "10")],
    "cellule-vide": [("Client A | | 700", "Client A | 10 | 700")],
    "chiffre-inconnu": [("tjmm", "tjm")],
    "clients-en-colonnes": [("Mois;Client A", "Montants HT par client;;\nMois;Client A")],
    "clients-par-jour-en-desordre": [("02/07/2020", "07/02/2020")],
    "clients-par-jour": [
        ("Date;Client A", "Jours par client;;\nDate;Client A"),
        (
            "0,5;0,5\n```\n",
            (
                "0,5;0,5\n```\n\nFichier `data/Missions.csv` :\n\n```csv\nClient;TJM\n"
                "Client A;600\nClient B;650\n```\n"
            ),
        ),
    ],
    "colonne-a-nommer": [("Fin de mois;", "Date;")],
    "colonne-en-milliers": [("Montant HT (k€)", "Montant HT"), ("| 12 |", "| 12000 |")],
    "colonne-sans-titre": [("| 1000 | 500 |", "| 1000 | |")],
    "cotisations-impossibles": [
        ("126000 | 2340", "1260 | 2340"),
        ("1260 | 660 | 1740", "660 | 1260 | 2340"),
    ],
    "csv-illisible": [('"31/01', "31/01")],
    "date-illisible": [
        ("| hier ", "| 31/03/2020 "),
        ("31/11/2020", "30/11/2020"),
        ("02-O6", "02-06"),
    ],
    "duree-illisible": [("trois ans", "3")],
    "exercice-incoherent": [("2020-07-01", "2020-01-01"), ("2019-12-31", "2020-12-31")],
    "exercice-inconnu": [("exercice.vingt", "exercice.2020")],
    "exercice-long": [("2018-06-01", "2019-06-01")],
    "exercices-chevauches": [("2019-07-01", "2020-01-01")],
    "expression-illisible": [("{{ tjm }.", "{{ tjm }}.")],
    "facturable": [("peut-être", "oui")],
    "feuille-trop-grande": [("lignes = 2", "lignes = 200")],
    "fichier-trop-grand": [("lignes = 2", "lignes = 200")],
    "fin-avant-debut": [("| 06/03/2020 | 02/03/2020 |", "| 02/03/2020 | 06/03/2020 |")],
    "hors-exercice": [
        (
            "[exercice.2020]",
            "[exercice.2019]\ndebut = 2019-01-01\nfin = 2019-06-30\n[exercice.2020]",
        )
    ],
    "hors-tableau": [
        (
            "| 30/04/2020 | Client A | Suivi",
            "| 31/03/2020 | Client A | Audit | 1000 |\n| 30/04/2020 | Client A | Suivi",
        ),
        ("| 31/03/2020 | Client A | Audit | 1000 |\n| ---", "| Ventes | | | |\n| ---"),
    ],
    "jour-illisible": [("1 ou 2", "1")],
    "jour-inexistant": [("| 1 | 1 |\n", "| 1 | |\n")],
    "jours-illisibles": [("| dix |", "| 10 |")],
    "jours-ou-heures": [("| 0,5 | 7 |", "| 0,5 | 1 |")],
    "kilometres-autre-vehicule": [
        ("Véhicule;Distance", "Véhicule;Distance;Montant HT"),
        ("Moto;100", "Moto;100;25"),
        ("Voiture;100", "Voiture;100;"),
    ],
    "kilometres-compteur": [("12500", "60"), ("12620", "120")],
    "kilometres-illisibles": [
        ("aller-retour", "120"),
        ("-120", "120"),
        ("20 %", ""),
        ("| 0 |", "| |"),
    ],
    "ligne-annulee": [("Brouillon", "")],
    "ligne-ou-somme": [("| | Client A | 2 | | 1400 |", "| Total | | 2 | | 1400 |")],
    "ligne-sans-client": [("\n| | | | | | | | 1 ", "\n| Client A | | | | | | | 1 ")],
    "mois-de-la-rangee": [("Marz", "Mars")],
    "mois-impossible": [("| 90 |", "| 9 |")],
    "mois-inconnu": [
        ("\n| Client | Mission | 1 |", "\n| Avril 2020 |\n| --- |\n| Client | Mission | 1 |"),
        ("| --- | --- | --- | --- | --- | --- | --- | ---", "| | | | | | | | "),
    ],
    "mois-sans-annee": [
        ("| Novembre | Décembre | Janvier |", "| Novembre 2020 | Décembre 2020 | Janvier 2021 |")
    ],
    "montant-dit-ttc": [("Audit, 1200 € TTC | 1200", "Audit | 1000")],
    "montant-illisible": [("7 350,00 euros TTC", "7350"), ("7\u00a0350,00 euros TTC", "7350")],
    "montant-incoherent": [("7500", "7000")],
    "montants-negatifs": [("-300", "300")],
    "mot-inconnu": [("Montan HT", "Montant HT")],
    "objectif": [("| 31/12/2020 | Objectif | Année | 90000 |\n", "")],
    "plusieurs-tjm": [("| Client A | 750 |\n", "")],
    "prix-unitaire": [
        ("| Prix HT |", "| Prix unitaire | Montant HT |"),
        ("| 12 | 100 |", "| 12 | 100 | 1200 |"),
    ],
    "quantite": [("500 | 1000", "500 | 1500"), ("trois", "3")],
    "rangee-sans-client": [("| Objectif | 9000 | 9000 | 9000 |\n", "")],
    "reference-inconnue": [("= 2016", "= 2019")],
    "reglage-inconnu": [("conge =", "conges =")],
    "reglage-non-compris": [('"vingt-cinq"', "25"), ("= 80", '= "80 %"')],
    "semaine-sans-jour": [("S12;", "16/03/2020;")],
    "signes-contraires": [("-1;500", "-1;-500")],
    "solde-banque": [("1800,00", "1700,00")],
    "sous-la-grille": [("| Prime | 500 |", "| | |")],
    "statut": [('impot = "is"\n', ""), ("acre = true\n", ""), ("1.25", "2.5")],
    "suivi-deux-durees": [
        ("3.50", "7.00"),
        ("-100", "100"),
        ("Pause,Client A,Anne,Yes", "Pause,Client A,Anne,No"),
    ],
    "suivi-deux-exports": [("data/mars.csv", "ailleurs/mars.csv")],
    "suivi-devise": [("United States Dollar - USD", "Euro - EUR")],
    "suivi-en-double": [
        (
            "Flux,Client A,Anne,Yes,2020-03-02,09:00:01,2020-03-02,16:00:00,06:59:59,100,Regular\n",
            "",
        )
    ],
    "suivi-et-jours": [("31/03/2020;Client A;2;700\n", "31/01/2020;Client A;2;700\n")],
    "suivi-montant": [("100,650", "100,700")],
    "suivi-pause-unite": [("Pause", "Pause (min)"), (",1,100", ",60,100")],
    "suivi-tjm": [("100,800", "100,700")],
    "suivi-total": [("12:00:00", "07:00:00")],
    "titre-prospects": [("| Prospects |", "| Ventes d’avril |")],
    "tjm-illisible": [("90 €/h", "630"), ("90\u00a0€/h", "630")],
    "tjm-inconnu": [("| Client A | 700 |", "| Client A | 700 |\n| Client B | 700 |")],
    "toml-date-a-la-francaise": [("01/09/2019", "2019-09-01")],
    "toml-illisible": [("[societe\n", "[societe]\n")],
    "tjm-negatif": [("-700", "700")],
    "total-d-une-autre-mesure": [("Total TVA", "Total")],
    "toml-reglage-deux-fois": [("parts = 2\n", "")],
    "toml-table-deux-fois": [
        ('\n[tva]\nregime = "franchise"\n', ""),
        ("[tva]\n", '[tva]\nregime = "franchise"\n'),
    ],
    "total-faux": [("7700", "7000")],
    "total-illisible": [("un jour", "1")],
    "ttc-incoherent": [("8000", "8400")],
    "tva-et-ttc": [("| 10 | 120 |", "| 20 | 120 |")],
    "tva-illisible": [("normale", "20 %")],
    "tva-taux-ou-montant": [("| TVA |", "| Montant TVA |")],
    "tva-trop-forte": [("| 150 |", "| 20 |")],
    "un-seul-mois": [("Janvier", "Janvier;Février"), ("7000", "7000;8000")],
    "ni-recette-ni-depense": [("16/01/2020;Virement;Épargne;Banque;500\n", "")],
    "recette-ou-depense": [("2000;30", "2000;")],
    "solde-du-cahier": [(";30;;", ";;30;")],
    "titres-du-cahier": [("Dépenses HT;Recettes HT", "Recettes HT;Dépenses HT")],
    "recettes-et-depenses": [
        ("Tiers;Recettes;Dépenses", "Client / Fournisseur;Recettes HT;Dépenses HT"),
    ],
    "ventes-et-depenses": [
        ("Fichier `data/compta.csv`", "Fichier `data/forfaits.csv`"),
        ("Date;Libellé;Sens;Catégorie;Montant TTC;Montant HT;TVA", "Date;Client;Montant HT"),
        (
            "10/01/2020;Site du Client A;Crédit;Prestation;2400;2000;400",
            "10/01/2020;Client A;2000",
        ),
        (
            "15/01/2020;Téléphone;Débit;Télécom;36;30;6\n```\n",
            (
                "```\n\nFichier `data/dépenses.csv`\u00a0:\n\n```csv\n"
                "Date;Fournisseur;Montant HT\n15/01/2020;Opérateur;30\n```\n"
            ),
        ),
    ],
    "unite-inconnue": [("boîte", "pièce")],
    "unite-vide": [("| 8 |  |", "| 8 | jours |")],
    "virgules": [("100,50", '"100,50"')],
}
"""What a message says to write, each as what stands in the case and what comes instead."""
ELSEWHERE = {
    name for name in CASES if name.startswith(("banque-", "fec-", "reglages-"))
} | {
    "cession", "fichier-vide", "jour-manquant", "suivi-a-corriger", "suivi-deux-ordres",
    "suivi-unite", "aucun-classeur", "classeur-illisible", "page-web", "pas-un-fichier",
    "suivi-json",
    "texte-illisible", "partie-double", "releve-de-compte", "recapitulatif-sans-dates",
    "trimestres-en-colonnes", "feuille-inconnue", "bulletin", "jours-prevus",
    "numero-deux-sens", "quantite-unite",
}  # fmt: skip
"""What says to change a file, to turn a table, or one thing on each of many rows."""


def shown(answer: str) -> dict[str, dict[str, Any]]:
    """Return the settings that a message shows, by their table; the first of two for a key."""
    said = re.sub("[\u00a0\u202f]", " ", answer)
    found: dict[str, dict[str, Any]] = {}
    for table, lines in LINES.findall(said):
        for line in LINE.findall(lines):
            for key, value in tomllib.loads(line).items():
                found.setdefault(table, {}).setdefault(key, value)
    return found


def both(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of a table and of another, their lists one after the other."""
    lists = {key for key, value in one.items() if isinstance(value, list) and key in other}
    return {**one, **other, **{key: [*one[key], *other[key]] for key in lists}}


def edited(text: str, edits: Sequence[tuple[str, str]]) -> str:
    """Return a case whose book is changed as its message says."""
    body, fence, said = text.rpartition("\n```text\n")
    for old, new in edits:
        body = body.replace(old, new)
    return f"{body}{fence}{said}"


def with_settings(text: str, more: Mapping[str, Mapping[str, Any]]) -> str:
    """Return a case with more settings than its own."""
    own = BOOK.search(text)
    tables: dict[str, Any] = tomllib.loads(own[1]) if own and more else {}
    for name, keys in more.items():
        tables[name] = {**tables.get(name, {}), **keys}
    if not tables:
        return text
    block = f"```toml\n{''.join(_toml(*table) for table in tables.items())}```"
    if own:
        return text.replace(own[0], block)
    title, _, rest = text.partition("\n")
    return f"{title}\n\nFichier `bilan.toml`\u00a0:\n\n{block}\n{rest}"


def _toml(name: str, keys: Mapping[str, Any]) -> str:
    lines = (f'"{key}" = {json.dumps(it, ensure_ascii=False)}\n' for key, it in keys.items())
    return f"[{name}]\n{''.join(lines)}"


def followed(case: Case) -> str:
    """Return what is said of a book once its message, and those that come after, are followed."""
    text, done = edited(case.text, EDITS.get(case.name, [])), shown(case.answer)
    for _ in range(ROUNDS):
        said = answer(Case(case.name, with_settings(text, done)))
        more = shown(said) if said.startswith("erreur") else {}
        if not more or all(
            both(done.get(it, {}), keys) == done.get(it) for it, keys in more.items()
        ):
            return said
        done |= {name: both(done.get(name, {}), keys) for name, keys in more.items()}
    return said


@pytest.mark.parametrize("name", sorted(CASES.keys() - ELSEWHERE))
def test_what_a_refusal_says_to_write_makes_the_book_read(name: str) -> None:
    case = CASES[name]
    told = shown(case.answer) or edited(case.text, EDITS.get(name, [])) != case.text
    assert told, "write in EDITS what the message says to write"
    found = followed(case)
    assert not found.startswith("erreur"), found
