"""What the words of a line say: a discount, an outlay, or a service that only sounds like one."""

from __future__ import annotations

import pytest

from reporter.words.bearing import bearing, takes_back
from reporter.words.remarks import is_harmless
from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, doubted, judge, right, sheets, small

DISCOUNTS = (
    "Réduction", "Réductions", "RÉDUCTION FIDÉLITÉ", "Reduction 10 %", "Réduction de prix",
    "Réduction sur facture", "Promo", "Promo -20 %", "Code promo", "Promotion",
    "Promotion commerciale", "Bon de réduction", "Geste co", "RRR", "RRR accordés", "Rabais",
    "Remise", "Ristourne", "Extourne", "Extourne F-12", "Contre-passation", "Contre-écriture",
    "Abattement", "Réfaction", "Minoration", "Moins-value", "Moins-perçu", "Malus", "À déduire",
    "Trop facturé", "Trop-versé", "Restitution d’acompte", "Retour de marchandises", "NC",
    "Site – Remise", "Site : rabais commercial", "Flux - Réduction client", "Discount",
)  # fmt: skip
SERVICES = (
    "Réduction de la dette technique", "Réduction des coûts", "Réduction carbone",
    "Réduction du bruit", "Promotion des ventes", "Promotion 2020", "Promo vidéo",
    "Promotion immobilière", "Restitution de l’étude", "Remise en service", "Remise à niveau",
    "Retour d’expérience", "Contre-expertise", "Moins de papier", "Abattement d’arbres",
    "Site (remise 10 % déduite)", "Frais refacturés", "Refacturation train",
    "Notes de frais refacturées", "Frais de déplacement", "NCIS", "RRRR",
    "Site – remise en ligne", "Site – remise 10 % déduite", "Régularisation",
    "Rétrocession d’honoraires",
)  # fmt: skip
OUTLAYS = (
    "Débours", "Débours du greffe", "Debours", "Frais et débours", "Refacturation des débours",
    "Remboursement de frais", "Remboursement notes de frais", "Avance de frais", "Frais avancés",
    "Achat pour le compte du client", "Règlement au nom du client",
)  # fmt: skip


@pytest.mark.parametrize("words", DISCOUNTS)
def test_a_discount_is_known(words: str) -> None:
    assert bearing(words) == "maybe credit"
    assert takes_back(words)


@pytest.mark.parametrize("words", SERVICES)
def test_a_service_is_no_discount(words: str) -> None:
    assert bearing(words) == ""


@pytest.mark.parametrize("words", OUTLAYS)
def test_an_outlay_is_known(words: str) -> None:
    assert bearing(words) == "outlay"


def _last(words: str, *, below: str = "") -> list[object]:
    """Return a book of each kind of which the last line is called so."""
    return [
        small(f"{kind.sheet} {words}{below}", kind.and_then(row), *answers)
        for kind, row in (
            (DAYS, f"30/04/2020 | Ponant | {words} | {below}1 | 700 | {below}700"),
            (FEES, f"30/04/2020 | Ponant | {words} | {below}900"),
            (EXPENSES, f"30/04/2020 | Forge Numérique | {words} | {below}90"),
        )
        for answers in (
            [right(**{kind.figure: int(kind.whole) - int(row.rpartition("-")[2])})]
            if below
            else asked("C5", "D5"),
        )
    ]


@pytest.mark.parametrize(
    "book",
    [
        *_last("Réduction"),
        *_last("Extourne"),
        *_last("Site – remise"),
        *_last("Débours"),
        *_last("RRR accordés", below="-"),
        small("a type", FEES.odd("Type", "Facture", "Réduction"), *asked("E4")),
        small("a comment", FEES.with_column("Commentaire", "", "", "Remise"), doubted("E4")),
        small("an outlay told beside", FEES.with_column("Notes", "", "", "débours"), doubted("E4")),
        small("a client", FEES.and_then("30/04/2020 | Remise Ponant | Site | 90"), doubted("B5")),
        small("a category", EXPENSES.odd("Catégorie", "Frais", "RRR obtenus"), doubted("E4")),
    ],
)
def test_what_is_taken_off_is_asked_about(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Pénalités de livraison", ""),
        ("Remboursement de frais", ""),
        ("Débours", "debours"),
        ("Remise obtenue", "avoir-possible"),
    ],
)
def test_what_an_expense_is_for_is_no_discount(words: str, code: str) -> None:
    book = EXPENSES.and_then(f"30/04/2020 | Forge Numérique | {words} | 90")
    found = outcome_of(sheets(f"{FEES.and_then()}\n{book}"))
    assert bool(found.doubts) is bool(code)


@pytest.mark.parametrize("comment", ["Remise de 10 % accordée", "voir avec Paul", "10 % de remise"])
def test_a_comment_may_say_what_is_taken_off_already(comment: str) -> None:
    book = f"{FEES.with_column('Commentaire', 'Point', 'Point', comment)}\n{EXPENSES.and_then()}"
    assert outcome_of(sheets(book)).doubts == ()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Rejected", "not sold"),
        ("REJECTED – Ponant", "not sold"),
        ("« AV-", "credit"),
        ("nc.", "maybe credit"),
        ("Project", ""),
        ("Avenue", ""),
        ("NCR", ""),
    ],
)
def test_a_word_is_heard_whatever_its_tongue_and_its_marks(words: str, said: str) -> None:
    """Nothing is passed over before its words are compared: a second list would lack some."""
    assert bearing(words) == said


@pytest.mark.parametrize(
    "comment", ["Ignorer", "erreurs", "Conditionnelle", "counted twice", "voir ligne 12"]
)
def test_each_form_of_a_word_is_heard_in_a_comment(comment: str) -> None:
    assert not is_harmless(comment)
