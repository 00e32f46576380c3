"""A comment that states a quantity of its line, and not the one of its cells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.sources.lines.meaning.restated import stated
from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.small import Small, asked, judge, ordinary, right, small

OTHER = (
    "en fait 7 jours", "8 jours seulement", "7 j", "TJM 600", "TJM négocié à 550 €", "tarif 600",
    "600 € au lieu de 650", "à moitié prix", "remise 10 % à déduire", "50 %", "facturé 5 000 €",
    "en heures", "only 8 days", "8.5 days actually", "half price", "demi-journée", "rate 600",
    "montant : 5 000", "compter 7,5 jours", "un seul jour au final", "compté 1,5 j",
    "prix d’ami : 500 €", "only one day billed", "4 demi-journées", "en demi-journées",
    "ce sont des heures", "en k€", "30 minutes", "deux jours", "saisi en heures",
    "2 jours ont été facturés",
    "600 €/j exceptionnellement", "un tiers seulement", "25 % bureau", "moins 10 % comme convenu",
    "−50 € accordés", "geste de 50 €", "prix convenu 500 €",
)  # fmt: skip
SAME = (
    "9 jours", "TJM 650", "650 € HT par jour", "5 850 €", "100 %", "9 j à 650 €", "en jours",
    "9 days at 650", "soit 9 jours", "18 demi-journées", "tarif 2020", "neuf jours",
)  # fmt: skip
ELSE = (
    "avancement 50 %", "reste 6 jours au contrat", "budget du client 20 000 €", "3 jours à Lyon",
    "30 % versés à la commande", "remise 5 % incluse", "remise 10 % déduite", "TVA 20 %",
    "TTC 7 020", "remise 10 %", "rabais de 50 €",
    "livraison sous 8 jours", "2 participants", "semaine 12", "80 % à distance",
    "lot 2", "v2", "facture 12", "3 h de train", "suite", "à 30 jours", "paiement à 45 jours",
    "du 2 au 12", "le 3 mars", "retard de 2 jours", "5 tickets", "jours", "facturé", "prix HT",
)  # fmt: skip


def _last(comment: str) -> str:
    return DAYS.with_column("Commentaire", "sur site", "visio", comment)


@pytest.mark.parametrize(
    "book", [small(it, _last(it), *asked("G4")) for it in (*OTHER, "la moitié", "pour 2 j")]
)
def test_a_quantity_that_is_not_that_of_the_line_is_asked_about(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book", [ordinary(it, _last(it), revenue=DAYS.whole) for it in (*SAME, *ELSE)]
)
def test_what_is_that_of_the_line_or_of_something_else_says_nothing(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        small("fee", FEES.with_column("Remarque", "", "", "4 500 € seulement"), *asked("E4")),
        small("thousands", FEES.with_column("Note", "", "", "en k€"), *asked("E4")),
        small("same", FEES.with_column("Note", "", "", "soit 4 700 €"), right(revenue="8200")),
        small("expense", EXPENSES.with_column("Note", "", "", "50 %"), *asked("E4")),
        small(
            "other title",
            EXPENSES.with_column("Mémo", "sur site", "du mois dernier", "en fait 400 €"),
            *asked("E4"),
        ),
        small("alike", EXPENSES.with_column("Note", "", "", "470 €"), right(charges="830")),
    ],
)  # fmt: skip
def test_a_fee_and_an_expense_are_heard_alike(book: Small) -> None:
    judge(book)


@given(st.text(alphabet=st.sampled_from("0123²½٣,. €%kjàh demi-otrs?日"), max_size=12))
def test_any_text_is_heard(text: str) -> None:
    found = stated(text)
    assert found is None or found.number is None or found.number >= 0


def test_the_first_number_is_the_one_that_is_stated() -> None:
    assert stated("550 € au lieu de 600") == ("money", 550)
    assert stated("1 250,50 €") is not None
    assert stated("voir 550 €") is None
    assert stated("3,5 demi-journées") == ("days", Decimal("1.75"))
    assert stated("2² j") is None
    assert stated("日本 2 jours") is None
