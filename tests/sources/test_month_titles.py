"""What titles above a table by month count, and their words that may say another thing."""

from __future__ import annotations

import pytest

from reporter.words.month_titles import unit_of_titles, unknown_word
from reporter.words.names import is_name, of_mission


@pytest.mark.parametrize(
    ("titles", "kinds", "unit"),
    [
        ("Montants HT", "fees", "amount"),
        ("Montants HT", "expenses", "spent"),
        ("Charges HT", "expenses", "spent"),
        ("Charges hors taxes", "", "spent"),
        ("Charges", "expenses", ""),
        ("Charges HT", "expenses fees", ""),
        ("Charges HT", "expenses days", ""),
        ("Charges HT par client", "", ""),
        ("Charges HT prévues", "", ""),
        ("CA", "", "amount"),
        ("CA prévu", "", ""),
        ("Jours", "", "days"),
        ("Montants", "days", "days"),
        ("Jours / CA", "", ""),
        ("Autres", "days fees", ""),
        ("Heures", "", "hours"),
        ("Heures / Jours", "", ""),
        ("Heures / CA", "", ""),
    ],
)
def test_titles_say_what_is_counted_or_nothing_where_two_things_may_be(
    titles: str, kinds: str, unit: str
) -> None:
    assert unit_of_titles(titles.split(" / "), kinds.split()) == unit


@pytest.mark.parametrize("kinds", ["expenses", ""])
def test_what_is_spent_is_before_tax_where_there_is_none(kinds: str) -> None:
    assert unit_of_titles(["Charges"], kinds.split(), untaxed=True) == "spent"


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Studio Vega", ""), ("STUDIO VEGA", "STUDIO"), ("CA HT – Studio Vega", ""),
        ("studio vega", "studio"), ("Studio Budget", ""), ("ab Vega", ""),
        *((f"{counted} Rivaux", "Rivaux") for counted in (
            "CA", "Ventes", "Chiffre", "Affaires", "Facture", "Facturation", "Jours", "Montants",
        )),
    ],
)  # fmt: skip
def test_a_capital_tells_a_name_but_beside_what_is_counted(title: str, word: str) -> None:
    assert unknown_word(title, ()) == word


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("avoir", "credit"), ("avoir sur F-12", "credit"), ("credit note 3", "credit"),
        ("avoir client", "maybe credit"), ("avoirs fiscaux", "maybe credit"), ("Audit", ""),
    ],
)  # fmt: skip
def test_a_mission_may_be_of_what_its_first_word_says(name: str, said: str) -> None:
    assert of_mission(name) == said


def test_a_name_is_several_words_each_of_a_capital() -> None:
    said = ("Avoir", "Avoir Group", "Avoir sur F-12", "Budget 2020", "Mars 2020")
    assert [name for name in said if is_name(name)] == ["Avoir Group"]
