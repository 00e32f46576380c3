"""Words repeated, under a title that says little, below lines, in a grid: heard where they are."""

from __future__ import annotations

import pytest

from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.words.columns import Field
from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.outcomes import outcome_of
from tests.books.small import Small, doubted, judge, ordinary, refused, right, sheets, small

MARCH = range(1, 32)
SOLD = sum(range(901, 907))


def repeated(usual: str, odd: str, title: str = "Observations", amount: str = "904") -> str:
    """Return six lines of which each says the same of itself, but for the fourth, on row 5."""
    told = [(f"{900 + n}", usual) for n in range(1, 7)]
    told[3] = (amount, odd)
    rows = (
        f"15/0{n}/2020 | Ponant | Lot {n} | {it} | {say}" for n, (it, say) in enumerate(told, 1)
    )
    return f"# Forfaits\nDate | Client | Prestation | Montant HT | {title}\n" + "\n".join(rows)


def below(text: str) -> str:
    """Return the six lines and a text below them, on row 8."""
    return f"{repeated('', '')}\n{text}"


def grid(name: str) -> str:
    """Return a grid of two rows, the second called by a name."""
    days = " | ".join(map(str, MARCH))
    first, second = (
        " | ".join("1" if day in its else "" for day in MARCH) for its in ((3, 4), (5, 6))
    )
    rows = f"Ponant | 700 | {first}\n{name} | 600 | {second}"
    return f"# Mars 2020\nCRA mars 2020\nClient | TJM | {days}\n{rows}"


def titled(title: str) -> str:
    """Return a list of expenses below a title."""
    return f"# Dépenses\n{title}\n{EXPENSES.header}\n" + "\n".join(EXPENSES.lines)


AT_LINE = doubted("E5", unlike="colonne inconnue")
AT_LAST = doubted("E4", unlike="colonne inconnue")
MORE = "30/04/2020 | Ponant | Audit | 950 | a b"
TIMES = """# Jours
Date | Client | Heures | TJM | Commentaire
02/03/2020 | Ponant | 7 | | Entretiens
03/03/2020 | Ponant | 7 | | {}
04/03/2020 | Ponant | 7 | | Rapport
# Missions
Client | TJM
Ponant | 700"""
AGREED = """# Missions
Client | TJM | {}
Ponant | 700 | {}
Alizé | 650 |
# Jours
Date | Client | Jours
31/01/2020 | Ponant | 10
28/02/2020 | Alizé | 2"""
CALLED = "# Missions\nClient | TJM\nCA Alizé | 600"
A_DAY = "[lecture]\nheures_par_jour = 7\n"


@pytest.mark.parametrize(
    "book",
    [
        small("one odd remark", repeated("RAS", "facture à revoir avec eux"), doubted("E5")),
        small("one odd, in English", repeated("sent", "moved to 2021"), doubted("E5")),
        small("unknown title", repeated("reçu", "jamais payée", "Papiers"), AT_LINE),
        small("a type, unknown", repeated("Invoice", "Credit note", "Papiers"), AT_LINE),
        small("not invoiced", repeated("yes", "no", "Invoiced"), doubted("E5")),
        small("not billed", repeated("yes", "no", "Billed"), doubted("E5")),
        small("not issued", repeated("oui", "non", "Émise"), doubted("E5")),
        small("nor", repeated("oui", "non", "Émis"), doubted("E5")),
        small("few words", FEES.with_column("Zébu", "", "", "on attend leur accord"), AT_LAST),
        small("a few, repeated", FEES.odd("Zébu", "", "a b") + "\n" + MORE, doubted("E1")),
        small("a code", FEES.odd("Zébu", "", "F-12"), doubted("E1")),
        small("a credit note in a grid", grid("Avoir"), doubted("A4")),
        small("a prospect in a grid", grid("Prospect Alizé"), doubted("A4")),
        *(
            small(f"{name} in a grid", grid(name), doubted("A4"), refused("A4"))
            for name in ("Écart", "Capacité", "Jours ouvrés", "Prévi Alizé", "TJM moyen")
        ),
        small("leave, priced by missions", TIMES.format("Congés"), doubted("E3"), settings=A_DAY),
        small("a footnote", below("(*) non facturé"), doubted("A8")),
        small("lines", below("Lignes en gris : prévisions"), doubted("A8")),
        *(
            small(colour, below(f"{colour} : prévisionnel"), doubted("A8"))
            for colour in (
                "Rouge",
                "Vertes",
                "En bleu",
                "Jaune",
                "orange",
                "Gris",
                "Roses",
                "violet",
            )
        ),
        small("under a grid", grid("Alizé") + "\nen vert = prévisionnel", doubted("A5")),
        *(
            small(title, titled(title), refused("A1"))
            for title in (
                "Montants indicatifs",
                "En attente de signature",
                "En attente de validation",
                "Ventes en attente de réponse",
                "En attente de confirmation",
                "Exemple de saisie",
                "Pistes 2020",
                "Factures non émises",
                "Factures non envoyées",
            )
        ),
        small("thousands", below("Montants en milliers d’euros"), doubted("A8")),
        small("by a thousand", below("Montants x 1 000"), doubted("A8")),
        small("not yet", repeated("Oui", "Pas encore", "Facturée"), doubted("E5")),
        small("of oneself", EXPENSES.odd("Compte", "Pro", "Perso"), doubted("A4")),
        small(
            "a size that is none", repeated("PME", "offert", "Taille"), doubted("E5"), refused("E5")
        ),
        small("with tax", below("Montants TTC"), doubted("A8")),
        small("one’s own", titled("Dépenses personnelles"), doubted("A1")),
        small("a rate in another currency", AGREED.format("Devise", "CHF"), refused("C2")),
        small("a remark of one", AGREED.format("Commentaire", "en CHF"), doubted("C2")),
        small("a rate and a discount", AGREED.format("Remise", "10 %"), refused("C2")),
        small("of another", titled("Frais remboursés par Ponant"), doubted("A1"), refused("A1")),
    ],
)
def test_what_bears_on_lines_is_heard(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        ordinary("repeated", repeated("RAS", "lot 2"), revenue=SOLD),
        *(
            ordinary(title, repeated(usual, odd, title), revenue=SOLD)
            for title, usual, odd in (
                ("Périodicité", "mensuel", "ponctuel"), ("Fréquence", "mensuelle", "annuelle"),
                ("Taille", "PME", "ETI"), ("Modalité", "présentiel", "distanciel"),
                ("Initiales", "YA", "IB"), ("Couleur", "bleu", "rouge"), ("Service", "DSI", "RH"),
                ("Note client", "5", "4"), ("Pièce jointe", "oui", "non"),
                ("Archivé", "oui", "non"), ("Archivée", "oui", "non"), ("Ordre", "1", "2"),
            )
        ),
        ordinary("a fixed price in a grid", grid("Alizé (forfait)"), revenue=2600),
        ordinary("a company", grid("Prospect SARL"), revenue=2600),
        ordinary("a footnote", below("(*) sur site"), revenue=SOLD),
        ordinary("a colour", below("Bleu : sur site"), revenue=SOLD),
        ordinary("a measure agreed", f"{grid('CA Alizé')}\n{CALLED}", revenue=2600),
        *(
            ordinary(name, grid(name), revenue=2600)
            for name in ("Point Mort Films", "Heures Sup Conseil")
        ),
        ordinary(
            "the sum of a client, in a grid",
            grid("Alizé").replace("\nAlizé", f"\nPonant Total |  |  |  | 1 | 1{27 * ' |'}\nAlizé"),
            revenue=2600,
        ),
        ordinary(
            "a mission that ends as a sum does",
            grid("Alizé | Support Total")
            .replace("Client |", "Client | Mission |")
            .replace("Ponant |", "Ponant | Audit |"),
            revenue=2600,
        ),
        *(
            ordinary(what, titled(f"Studio Ana – {what}"), charges=830)
            for what in ("ventes HT", "facturation", "prestations", "achats", "activité")
        ),
        ordinary("a note", FEES.and_then("Total | | | 8200", "", "TVA non incluse"), revenue=8200),
        ordinary("the VAT of none", below("TVA non applicable, art. 293 B du CGI"), revenue=SOLD),
        ordinary("at a rate", FEES.with_column("TVA (20 %)", "200", "500", "940"), revenue=8200),
        ordinary("rates in euros", AGREED.format("Devise", "EUR"), revenue=8300),
        ordinary("no discount", AGREED.format("Remise", "0"), revenue=8300),
        ordinary(
            "people", FEES.with_column("Manager", "Ana Roy", "Lou Petit", "Ana Roy"), revenue=8200
        ),
        ordinary("few words", FEES.with_column("Zébu", "", "", "point avec Ponant"), revenue=8200),
        ordinary("a reference", FEES.odd("Référence client", "R1", "R1"), revenue=8200),
        ordinary("a client’s days", titled("Dépenses de 2020"), charges=830),
    ],
)  # fmt: skip
def test_what_bears_on_none_is_not_asked_about(book: Small) -> None:
    judge(book)


def test_an_hour_in_a_column_of_few_words_is_no_length_of_its_line() -> None:
    text = DAYS.with_column("Arrivée sur place", "9h", "9h", "8h30")
    found = outcome_of(sheets(text)).doubts
    assert [place.cell for _, place in found if place.cell.startswith("G")] == ["G1"]


@pytest.mark.parametrize(
    "text",
    [
        "facture refusée", "contesté par le client", "impayé, passé en perte", "written off",
        "facturé deux fois", "saisi 2 fois", "facturé à tort", "pas commandé", "facture contestée",
        "pas à facturer", "voir F2", "non validé par le client",
        "à valider avec eux",
    ],
)  # fmt: skip
def test_what_undoes_a_line_is_heard_among_descriptions(text: str) -> None:
    work = ("cadrage", "recette", text, "atelier", "formation", "bilan")
    rows = [f"15/0{n}/2020 | Ponant | Lot {n} | {900 + n} | {it}" for n, it in enumerate(work, 1)]
    head = "# Forfaits\nDate | Client | Prestation | Montant HT | Commentaire\n"
    judge(Small(text=head + "\n".join(rows), accepted=(doubted("E4"),)))


@pytest.mark.parametrize(("amount", "asked"), [("904", True), ("-904", False)])
def test_a_credit_note_below_zero_is_asked_about_no_more(amount: str, asked: bool) -> None:
    found = outcome_of(sheets(repeated("FA", "AV-1", "Papiers", amount))).doubts
    assert any(place.cell == "E5" for _, place in found) is asked


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("label", "Écran retourné", "maybe not sold"),
        ("label", "Articles renvoyés", "maybe not sold"),
        ("label", "Produit non reçu", "maybe not sold"),
        ("label", "Billet de retour", ""),
        ("service", "Guide (à corriger)", "maybe not sold"),
        ("service", "Prêt à porter", ""),
        ("service", "Guide sous réserve", "maybe not sold"),
        ("service", "Guide – devis envoyé", "maybe not sold"),
        ("service", "Guide – Devis en ligne", ""),
        ("service", "Guide, Devis", "maybe not sold"),
        ("client", "Ponant / Quote", "maybe not sold"),
        ("client", "Ponant – RTT", "maybe not sold"),
        ("mission", "Flux – Interne", "maybe not sold"),
        ("client", "Globex 50 %", "deposit"),
        ("client", "Globex, devis envoyé", "maybe not sold"),
        ("client", "Globex : offert", "maybe not sold"),
        ("client", "Globex, Nantes", ""),
        ("client", "Pipe", "maybe not sold"),
        ("client", "N-1", "maybe not sold"),
        ("client", "Temps Perdu", ""),
        ("client", "Congés", ""),
        ("service", "Étude sous réserve de contrat", "maybe not sold"),
        ("service", "Facturé en trop", "maybe not sold"),
        ("mission", "Absent", "maybe not sold"),
        ("client", "Ponant (NF)", "maybe not sold"),
        ("client", "Ponant / maladie", "maybe not sold"),
        ("service", "Étude / en discussion", "maybe not sold"),
        ("client", "Ponant / avant-vente", "maybe not sold"),
        ("client", "Ponant / à confirmer", "maybe not sold"),
        ("client", "Ponant - SAV", ""),
        ("service", "Étude remise 10 %", "maybe credit"),
        ("service", "Étude, remise 10 % incluse", ""),
        ("service", "Étude, remise de 3 rapports", ""),
        ("client", "Prospect Alizé", "maybe not sold"),
        ("client", "Prospect Alizé SARL", ""),
    ],
)
def test_what_a_name_ends_or_begins_by(name: Field, text: str, said: str) -> None:
    assert bearing_in(name, text) == said


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("manquant", True),
        ("non reçu", True),
        ("?", True),
        ("BC-99", False),
        ("par mail", False),
        ("sans", False),
        ("néant", False),
        ("aucun", False),
        ("aucune", False),
    ],
)
@pytest.mark.parametrize("title", ["N° de commande", "Bon de commande", "BC"])
def test_a_word_for_an_order_among_numbers_is_asked_about(
    title: str, text: str, asked: bool
) -> None:
    rows = [f"15/0{n}/2020 | Ponant | Lot {n} | {900 + n} | BC-{n}" for n in range(1, 6)]
    rows[2] = rows[2].replace("BC-3", text)
    head = f"# Forfaits\nDate | Client | Prestation | Montant HT | {title}\n"
    found = outcome_of(sheets(head + "\n".join(rows))).doubts
    assert any(place.cell == "E4" for _, place in found) is asked


@pytest.mark.parametrize("title", ["Années", "Année", "Exercice", "Year"])
@pytest.mark.parametrize("said", ["3", "-2", "0"])
def test_a_column_of_years_that_are_none_is_asked_about(title: str, said: str) -> None:
    judge(Small(text=EXPENSES.with_column(title, "", said, ""), accepted=(doubted("E1"),)))
    judge(
        Small(
            text=EXPENSES.with_column(title, "2020", "2020", "2020"),
            accepted=(right(),),
            clean=True,
        )
    )
