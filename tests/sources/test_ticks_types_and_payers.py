"""What tells lines apart that do not count: ticks, types, who paid, what was handed back."""

from __future__ import annotations

import pytest

from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.meaning.movements import doubts_of
from reporter.words.documents import lettered
from reporter.words.remarks import is_harmless
from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.small import Small, asked, judge, ordinary, right, small
from tests.builders import expense

ALL = DAYS.whole
FOUR = "\n".join(
    (
        DAYS.with_column("Type", "Mission", "Mission", "Mission"),
        "30/04/2020 | Ponant | Flux | 1 | 700 | 700 | {}",
    )
)
"""Three days of a type, and one of another."""
DESCRIBED = FOUR.replace("Type", "Description").replace("| Mission\n", "| API du stock\n")
"""Four days of which a column that describes the work is filled on each."""
BOOKS = [
    small("a tick missing", DAYS.odd("Facturable", "x", ""), *asked("G4")),
    small("a yes missing", DAYS.odd("Billable", "yes", ""), *asked("G4")),
    small("illness by type", DAYS.odd("Type", "Mission", "Maladie"), *asked("G4")),
    small("leave by nature", DAYS.odd("Nature", "Conseil", "Congés payés"), *asked("G4")),
    small("before a sale", DAYS.odd("Nature", "Production", "Avant-vente"), *asked("G4")),
    small("internal", FEES.odd("Nature", "Conseil", "Interne"), *asked("E4")),
    small("a letter", FEES.odd("Type", "F", "A"), *asked("E4")),
    *(
        small(f"of a kind: {it}", FEES.odd(title, "Conseil", it), *asked("E4"))
        for title, it in (
            ("Catégorie", "Perso"), ("Category", "Avant-vente"), ("Catégorie", "Interne"),
        )
    ),
    *(
        small(f"paid by {it}", FEES.odd("Mode de paiement", "Virement", it), *asked("E4"))
        for it in ("Troc", "Offert", "Garantie")
    ),
    small("another year", DAYS.odd("Note", "", "reporté au mois de mars 2021"), *asked("G4")),
    small("a rare type", FOUR.format("Récup"), *asked("G5")),
    small("advance", FEES.and_then("30/04/2020 | Alto | Avance à la commande | 9"), *asked("C5")),
    small("letters", FEES.odd("Type", "FAC", "AVO"), *asked("E4")),
    small("leave described", DESCRIBED.format("Congés"), *asked("G5")),
    small("days off described", DESCRIBED.format("RTT"), *asked("G5")),
    small("illness described", DESCRIBED.format("Arrêt maladie"), *asked("G5")),
    small("away, described", DESCRIBED.format("Absent"), *asked("G5")),
    small("leave beside", DAYS.odd("Commentaire", "", "Congés"), *asked("G4")),
    small("slid", DAYS.odd("Note", "", "glissé à février 2021"), *asked("G4")),
    small("paid back", FEES.and_then("30/04/2020 | Ponant | Remb. trop perçu | 9"), *asked("C5")),
    small("a rare type", FOUR.format("Sick day"), *asked("G5")),
    small("for home", EXPENSES.odd("Note", "", "moitié pour la maison"), *asked("E4")),
    small("a platform", FEES.and_then("30/04/2020 | Ponant | Frais de service | 90"), *asked("C5")),
    small("the client paid", EXPENSES.odd("Payé par", "moi", "client"), *asked("E4")),
    small("taxed", EXPENSES.and_then("30/04/2020 | Forge | Nappe (TTC) | 12"), *asked("C5")),
    small("at last", EXPENSES.and_then("30/04/2020 | Forge | Nappe – TTC | 12"), *asked("C5")),
]  # fmt: skip
HONEST = [
    *(
        ordinary(title, FEES.odd(title, "Ana", "Léa"), revenue=8200)
        for title in ("Resp.", "Signataire")
    ),
    ordinary("an order", FEES.odd("Commande", "Web", "Interne"), revenue=8200),
    ordinary("a kind", FEES.odd("Catégorie", "Conseil", "Formation"), revenue=8200),
    ordinary(
        "trainings within a company",
        "# Forfaits\nDate | Client | Prestation | Catégorie | Montant HT\n"
        + "\n".join(
            f"15/{n:02}/2020 | Ponant | Lot {n} | {'Interne' if n in (4, 9) else 'Inter'} | 900"
            for n in range(1, 11)
        ),
        revenue=9000,
    ),
    ordinary("what is harmless", FEES.odd("Commercial", "Léa", "Interne"), revenue=8200),
    ordinary("paid by", FEES.odd("Mode de paiement", "Virement", "Chèque"), revenue=8200),
    ordinary("the same year", DAYS.odd("Note", "", "reporté au 12 mars 2020"), revenue=ALL),
    ordinary("a rare type that is sold", FOUR.format("Cadrage"), revenue="19150"),
    ordinary("leave, the rest of a month", DAYS.odd("Note", "", "Congés à Noël"), revenue=ALL),
    ordinary("leave that was worked", DESCRIBED.format("RTT travaillé"), revenue="19150"),
    ordinary("work described", DESCRIBED.format("Recette du 1er lot"), revenue="19150"),
    ordinary("a rare place", FOUR.format("À distance"), revenue="19150"),
    ordinary("many types", DAYS.with_column("Type", "Veille", "Bal", "Fête"), revenue=ALL),
    ordinary("a site", DAYS.with_column("Site", "Metz", "Metz", "Lens"), revenue=ALL),
    ordinary("a sprint", DAYS.with_column("Sprint", "S1", "S1", "S2"), revenue=ALL),
    ordinary("all ticked", DAYS.odd("Facturable", "x", "x"), revenue=ALL),
    small("only a no", DAYS.odd("Facturable", "", "non"), right(revenue=DAYS.rest)),
    ordinary("types of work", DAYS.odd("Type", "Régie", "Conseil"), revenue=ALL),
    ordinary("natures of work", DAYS.odd("Nature", "Développement", "Formation"), revenue=ALL),
    ordinary("letters", FEES.odd("Type", "F", "F"), revenue=FEES.whole),
    ordinary("a card", EXPENSES.odd("Payé par", "CB pro", "CB perso"), charges=EXPENSES.whole),
    ordinary("a person", EXPENSES.odd("Payé par", "Léa", "Paul"), charges=EXPENSES.whole),
    ordinary("before tax", EXPENSES.odd("Note", "payé", "écart HT – TTC"), charges=EXPENSES.whole),
]


@pytest.mark.parametrize("book", [*BOOKS, *HONEST])
def test_a_line_that_is_of_another_kind_is_asked_about(book: Small) -> None:
    judge(book)


def test_letters_tell_types_as_they_begin_numbers() -> None:
    assert lettered(["F", "A"]) == {"A": "maybe credit"}
    assert lettered(["F", "AC", "D"]) == {"AC": "deposit"}
    assert not lettered(["R", "A"])
    assert not lettered(["Facture", "Audit"])


@pytest.mark.parametrize("label", ["Versement PER", "PERIN", "Versements sur PER individuel"])
def test_a_retirement_plan_is_asked_about(label: str) -> None:
    assert list(doubts_of([expense("2020-03-31", "9", "", label=label)], []))


@pytest.mark.parametrize("label", ["Per diem Lyon", "Perforatrice", "Retraite Madelin"])
def test_what_only_begins_so_is_not(label: str) -> None:
    assert not list(doubts_of([expense("2020-03-31", "9", "", label=label)], []))


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("geste pour le client", "maybe not sold"),
        ("pris en charge par le client", "unspent"),
        ("annule et remplace la ligne 3", "maybe not sold"),
        ("remplacé par un appel", ""),
        ("suite de la ligne précédente", ""),
        ("rien à signaler", ""),
        ("aucun déplacement", ""),
        ("décalé en juin", ""),
        ("n’est pas encore payé", ""),
        ("n’est pas annulé", ""),
        ("le client n’a pas réglé", ""),
        ("ne pas oublier le badge", ""),
        ("avenant n° 2, rien à dire", ""),
        ("déjà sur place", ""),
        ("pris en charge par moi", ""),
        ("finalement non urgent", ""),
        ("plus de temps que prévu", ""),
        ("no delay", ""),
        ("planning contesté puis accepté", ""),
    ],
)
def test_a_comment_denies_its_line(comment: str, said: str) -> None:
    assert bearing_in("comment", comment) == said


@pytest.mark.parametrize(
    "comment",
    [
        "je n’ai rien facturé",
        "nothing invoiced",
        "le client ne paiera pas",
        "n’a pas eu lieu",
        "je ne facture pas",
        "ça n’ira jamais au bout",
        "à effacer",
        "échangée, avoir de 60 €",
        "déjà sur l’autre onglet",
        "déjà saisi plus haut",
        "à refacturer (débours)",
        "remplacé par la ligne suivante",
        "voir ligne suivante",
        "avoir à faire",
        "aucune facture émise",
        "facture contestée",
        "finalement non",
        "le client a dit non",
        "pas payé au final",
        "free of charge for the client",
        "plus d’actualité",
        "facture pas partie",
        "goodwill, no invoice",
        "on laisse tomber",
    ],
)
def test_a_comment_of_other_words_is_a_remark(comment: str) -> None:
    assert not is_harmless(comment)


def test_what_undoes_a_payment_is_no_word_of_who_paid() -> None:
    assert bearing_in("means", "perso") == "maybe not sold"
    assert bearing_in("payer", "perso") == bearing_in("worker", "absent") == ""
