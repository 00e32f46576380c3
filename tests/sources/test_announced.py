"""A title that says that the lines below it do not count is heard, wherever it stands."""

from __future__ import annotations

import pytest

from tests.books.kinds import KINDS
from tests.books.outcomes import outcome_of
from tests.books.small import (
    Small,
    asked,
    doubted,
    judge,
    ordinary,
    refused,
    right,
    sheets,
    small,
)

HEADER = "Date | Client | Prestation | Montant HT"
SOLD = "15/02/2020 | Ponant | Site | 3000\n10/03/2020 | Alizé | Audit | 1200"
BACK = "05/02/2020 | Ponant | Avoir | -300"
BANDS = (
    "# Jours\nMission | | {} | | {}\nDate | Client | Jours | TJM | Payée le\n"
    "31/01/2020 | Ponant | 10 | 700 | 15/02/2020\n28/02/2020 | Alizé | 8 | 700 | 15/03/2020"
)
MORE = "20/04/2020 | Nordet | Appli | 5000\n12/05/2020 | Galerne | Conseil | 800"
APART = "# Forfaits\nFactures 2020 – "
FIRST = f"# Forfaits\n{HEADER}\n{SOLD}"
UNSOLD = (
    "Prospects", "Pipeline 2020", "Budget", "Devis en cours", "Forfaits prévus", "À facturer",
    "Non signés", "Année dernière", "Copie", "Simulation", "Prévisions mai 2020",
    "Ventes à confirmer",
)  # fmt: skip


@pytest.mark.parametrize("title", UNSOLD)
def test_what_was_never_sold_is_refused_by_its_title(title: str) -> None:
    judge(_below(title))


def _below(title: str) -> Small:
    text = f"{FIRST}\n\n{title}\n{HEADER}\n{MORE}"
    return Small(text=text, accepted=(refused("A5"),))


def _beside(title: str, above: str = "# Forfaits") -> str:
    pairs = zip(f"{HEADER}\n{SOLD}".split("\n"), f"{HEADER}\n{MORE}".split("\n"), strict=True)
    rows = "\n".join(f"{one} | | {other}" for one, other in pairs)
    return f"{above}\n | | | | | {title}\n{rows}"


@pytest.mark.parametrize(
    "book",
    [
        small("above all", f"# Forfaits\nBudget 2020\n{HEADER}\n{SOLD}", refused("A1")),
        small("for show", f"# Forfaits\nÀ titre indicatif\n{HEADER}\n{SOLD}", refused("A1")),
        *(
            small(it, f"# Forfaits\n{it}\n{HEADER}\n{SOLD}", *asked("A1"))
            for it in (
                "Il ne faut pas compter les lignes de ce tableau",
                "Les prestations du bas ne sont pas encore facturées",
            )
        ),
        small("among lines", f"{FIRST}\nProspects\n{MORE}", *asked("A4")),
        small("under another column", f"{FIRST}\n | Prospects\n{MORE}", *asked("B4")),
        small("beside", _beside("Prospects"), refused("F1")),
        small("beside, untitled", _beside(""), *asked("F2")),
        small("below one, beside another, untitled", _beside("", FIRST), *asked("F5")),
        small("two words unknown", f"{FIRST}\n\nAutres\n{HEADER}\n{MORE}", *asked("A5")),
        small(
            "a sentence about it",
            f"{FIRST}\n\nListe des prospects chauds pour le second semestre\n{HEADER}\n{MORE}",
            *asked("A5"),
        ),
        *(
            small(f"apart, {said}", f"{APART}{said}\n{HEADER}\n{SOLD}", *asked("A1"))
            for said in (
                "offertes", "reportées", "en attente de commande", "no charge", "FAE 2019",
                "en négociation", "sous conditions", "moitié prix", "jours à part", "hors facture",
            )
        ),
        *(
            ordinary(f"apart, {said}", f"{APART}{said}\n{HEADER}\n{SOLD}", revenue=4200)
            for said in (
                "remboursées", "version finale", "tous clients", "année 2020", "en euros", "HT",
                "trimestre 1 2020", "mise à jour", "Client : Dupré SA", "montants hors taxes",
                "jours et montants", "janvier à décembre 2020", "TVA 20 %",
            )
        ),
        small("credit notes", f"# Forfaits\nAvoirs\n{HEADER}\n{SOLD}", refused("A1")),
        small("one of several over amounts", BANDS.format("Prévu", "Payé"), refused("C1")),
        small("the last", f"# Forfaits\nAvoirs\n{HEADER}\n{BACK}\n{SOLD}", refused("A1")),
        *(
            small(it.sheet, it.and_then("", "Prévisions", it.header, *it.lines), refused("A6"))
            for it in KINDS.values()
        ),
    ],
)  # fmt: skip
def test_a_title_is_heard_wherever_it_stands(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        *(
            ordinary(title, f"{FIRST}\n\n{title}\n{HEADER}\n{MORE}", revenue=10000)
            for title in (
                "Factures 2020", "Avril", "1er trimestre 2020", "Nordet et Galerne", "Suite",
                "Clients étrangers", "Factures payées", "Conseil", "Factures UK",
            )
        ),
        *(
            ordinary(title, f"# Forfaits\n{title}\n{HEADER}\n{SOLD}", revenue=4200)
            for title in ("Récapitulatif des factures", "Livre des recettes", "Cabinet Vidal")
        ),
        ordinary("several over amounts", BANDS.format("Réalisé", "Paiement"), days=18),
        ordinary("a home", f"# Forfaits\nMaison\n{HEADER}\n{SOLD}", revenue=4200),
        ordinary("credit notes", f"# Forfaits\nAvoirs\n{HEADER}\n{BACK}", revenue=-300),
        ordinary("a header again", f"{FIRST}\n{HEADER}\n{MORE}", revenue=10000),
        ordinary("a note at the end", f"{FIRST}\nProspects : voir le CRM", revenue=4200),
        ordinary(
            "a sentence", f"# Forfaits\nLes devis et les prospects sont dans un autre fichier\n"
            f"{HEADER}\n{SOLD}", revenue=4200,
        ),
        ordinary(
            "told by the owner", f"# Forfaits\nPrévisions\n{HEADER}\n{SOLD}",
            '[colonnes]\n"Prévisions" = "Forfaits"\n', revenue=4200,
        ),
    ],
)  # fmt: skip
def test_an_ordinary_title_is_no_matter(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "goal", ["TJM cible | 700", "Objectif CA | 100000", "Objectif : | 4 200 €"]
)
def test_a_goal_above_lines_is_no_title_of_theirs(goal: str) -> None:
    text = f"# Forfaits\n{goal}\n\n{HEADER}\n{SOLD}"
    judge(Small(text=text, accepted=(right(revenue=4200),), clean=True))


@pytest.mark.parametrize("said", ["Budget | 12 000 €", "Devis | 12", "Prévisions, objectif | 4200"])
def test_a_number_beside_a_title_may_be_of_its_lines(said: str) -> None:
    judge(Small(text=f"# Forfaits\n{said}\n\n{HEADER}\n{SOLD}", accepted=(doubted("A1"),)))


@pytest.mark.parametrize("title", ["Objectif", "Objectif | 2020"])
def test_a_goal_without_its_figure_is_a_title(title: str) -> None:
    judge(Small(text=f"# Forfaits\n{title}\n\n{HEADER}\n{SOLD}", accepted=(refused("A1"),)))


def test_a_year_beside_a_title_is_of_it() -> None:
    judge(Small(text=f"# Forfaits\nBudget | 2020\n\n{HEADER}\n{SOLD}", accepted=(refused("A1"),)))


QUOTES = "N° devis | Date | Client | Objet | Montant HT\nD1 | 31/01/2020 | Ponant | Audit | 1000"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"# 2020\n{QUOTES}", True),
        (f"# 2020\n{QUOTES.replace('N° devis', 'Devis')}", True),
        (f"# Forfaits\n{QUOTES}", False),
        (f"# Factures 2020\n{QUOTES}", False),
        (f"# 2020\n{QUOTES.replace('Objet', 'N° facture').replace('Audit', 'F1')}", False),
        (f"# 2020\n{QUOTES.replace('N° devis', 'N° commande')}", False),
    ],
)
def test_numbers_of_quotes_alone_ask_whether_they_are_sales(text: str, *, asked: bool) -> None:
    errors = outcome_of(sheets(text)).errors
    assert [place.cell for _, place in errors] == ["A1"] * asked


@pytest.mark.parametrize(
    ("number", "row"), [("N° facture", "\n | | | |"), ("N° facture", ""), ("Objet", "\n | | | |")]
)
def test_quotes_below_invoices_are_no_invoices(number: str, row: str) -> None:
    """The name of the sheet says what the table of invoices holds."""
    billed = f"{number} | Date | Client | Montant HT |\nF1 | 31/01/2020 | Ponant | 900 |"
    errors = outcome_of(sheets(f"# Factures\n{billed}{row}\n{QUOTES}")).errors
    cell = "A4" if row else "A3"
    assert [place.cell for _, place in errors] == [cell] * (number == "N° facture")


def test_a_table_that_has_no_date_beside_another_is_refused_at_its_title() -> None:
    header = "Date | Client | Jours | TJM | | {} | Client | Jours | TJM"
    row = "31/01/2020 | Ponant | 1 | 600"
    text = f"# Jours\n{header}\n{row} | | {row}\n28/02/2020 | Ponant | 2 | 600 | | | | |"
    assert not outcome_of(sheets(text.format("Date"))).errors
    assert {place.cell for _, place in outcome_of(sheets(text.format(""))).errors} == {"A1"}


GRID = "Client | TJM | " + " | ".join(map(str, range(1, 32)))
SHAPES = {
    "list": f"# Forfaits\n{{}}\n{HEADER}\n{SOLD}",
    "hours": (
        "# Heures\n{}\nDate | Client | Tâche | Heures | Taux horaire\n"
        "06/03/2020 | Ponant | Flux | 7 | 80"
    ),
    "grid": f"# CRA mars 2020\n{{}}\n{GRID}\nPonant | 600 | | 1 | 1\nAlizé | 600 | | | | 1",
    "months": (
        "# CA HT 2020\n{}\nClient | Janvier | Février | Mars\n"
        "Ponant | 1000 | 1100 | 1200\nAlizé | 900 | 800 | 700"
    ),
}  # fmt: skip


@pytest.mark.parametrize("title", ["Offerts", "Bénévolat 2020", "Sous garantie", "Acomptes reçus"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_title_of_what_is_given_is_heard_above_every_shape(shape: str, title: str) -> None:
    judge(Small(text=SHAPES[shape].format(title), accepted=(*asked("A1", "A2"), refused("B2"))))


@pytest.mark.parametrize("title", ["Avoirs", "Remises 2020", "USD"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_title_of_what_is_taken_off_or_of_a_currency_is_heard(shape: str, title: str) -> None:
    text = SHAPES[shape].format(title)
    judge(Small(text=text, accepted=(*asked("A1", "A2"), *asked("B2", "B3"))))


@pytest.mark.parametrize("title", ["Montants TTC", "TTC"])
def test_a_title_may_say_that_the_prices_of_a_grid_hold_their_vat(title: str) -> None:
    judge(Small(text=SHAPES["grid"].format(title), accepted=asked("A1")))


@pytest.mark.parametrize("title", ["Factures et avoirs", "Garantie Jeunes", "France Bénévolat"])
@pytest.mark.parametrize("shape", ["list", "grid"])
def test_a_title_that_speaks_of_sales_or_of_somebody_is_none(shape: str, title: str) -> None:
    judge(Small(text=SHAPES[shape].format(title), accepted=(right(),), clean=True))


@pytest.mark.parametrize(
    "title",
    [
        "Les congés ne comptent pas",
        "Les jours fériés ne comptent plus",
        "Ne pas compter les jours de congé",
        "Les week-ends ne comptent pas",
    ],
)
def test_a_sentence_that_leaves_out_days_off_denies_no_line(title: str) -> None:
    judge(Small(text=SHAPES["list"].format(title), accepted=(right(revenue=4200),), clean=True))


@pytest.mark.parametrize("line", ["05/02/2020 | Ponant | Site | 300", BACK])
def test_credit_notes_among_lines_are_below_zero(line: str) -> None:
    text = f"{FIRST}\nAvoirs\n{line}"
    said = right(revenue=3900) if line == BACK else doubted("A4")
    judge(Small(text=text, accepted=(said,), clean=line == BACK))


@pytest.mark.parametrize("title", ["Suspendus", "Litiges 2020", "Missions non retenues", "Cadeaux"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_title_that_says_what_became_of_its_lines_is_heard(shape: str, title: str) -> None:
    judge(Small(text=SHAPES[shape].format(title), accepted=(*asked("A1", "A2"), refused("B2"))))


@pytest.mark.parametrize(
    "title", ["Impayés", "Non réglées", "À relancer", "Pas encore encaissé", "Archives 2020"]
)
def test_a_title_of_what_is_to_be_paid_says_nothing(title: str) -> None:
    judge(Small(text=SHAPES["list"].format(title), accepted=(right(revenue=4200),), clean=True))
