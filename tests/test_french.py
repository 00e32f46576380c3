from datetime import date
from decimal import Decimal

import pytest

from reporter import french
from reporter.french import Cell

NB = "\u00a0"
NNB = "\u202f"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("138012.40", "~138 K€"),
        ("138000", "138 K€"),
        ("13512", "~13,5 K€"),
        ("8003.20", "~8 K€"),
        ("8049.99", "~8 K€"),
        ("8050", "~8,1 K€"),
        ("99950", "~100 K€"),
        ("1234567", f"~1{NNB}230 K€"),
        ("450", "~0,5 K€"),
        ("-40", "~0 K€"),
        ("-12345", "−~12,3 K€"),
        ("-4000", "−4 K€"),
        ("-3960", "−~4 K€"),
        ("0", "0 K€"),
    ],
)
def test_amounts_in_thousands_have_three_significant_digits(amount: str, text: str) -> None:
    assert french.kilo_euros(Decimal(amount)) == text.replace(" K", f"{NB}K")


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        ("-0.0798", "−8 %"),
        ("-0.4074", "−41 %"),
        ("-0.11168", "−11 %"),
        ("0.03566", "+3,6 %"),
        ("0.1", "+10 %"),
        ("1.56", "+160 %"),
        ("0.0996", "+10 %"),
        ("-0.000362", "−0,036 %"),
        ("0.00005", "+0,005 %"),
        ("-0.000000012", "0 %"),
        ("0", "0 %"),
    ],
)
def test_variations_have_two_significant_digits(ratio: str, text: str) -> None:
    assert french.variation(Decimal(ratio)) == text.replace(" ", NB)


def test_rounding_is_half_up_and_the_sign_is_the_rounded_one() -> None:
    """Babel alone would print 788 and −0."""
    assert french.euros(Decimal("788.5")) == f"789{NB}€"
    assert french.euros(Decimal("-788.5")) == f"−789{NB}€"
    assert french.euros(Decimal("-0.4")) == f"0{NB}€"
    assert french.signed_euros(Decimal("-0.4")) == f"0{NB}€"
    assert french.signed_euros(Decimal("4726.5")) == f"+4{NNB}727{NB}€"


def test_numbers_group_with_a_narrow_space() -> None:
    assert french.euros_cents(Decimal("1234567.895")) == f"1{NNB}234{NNB}567,90{NB}€"
    assert french.quantity(Decimal("8.50")) == "8,5"
    assert french.percent(Decimal("0.76754")) == f"77{NB}%"


def test_what_does_not_exist() -> None:
    assert str(Cell(None, "euros")) == f"n.{NB}d."


def test_dates() -> None:
    assert french.long_date(date(2020, 1, 1)) == "1er janvier 2020"
    assert french.long_date(date(2020, 12, 31)) == "31 décembre 2020"
    assert str(Cell(date(2020, 8, 5), "date")) == "05/08/2020"
    assert french.short_month(date(2020, 2, 1)) == "févr."
    assert french.month_name(date(2020, 2, 1)) == "février"


def test_words() -> None:
    assert french.ordinal(1) == "premier"
    assert french.ordinal(4) == "quatrième"
    assert french.ordinal(12) == "12e"
    assert french.enumeration(["a", "b", "c"]) == "a, b et c"
    assert french.enumeration([]) == ""


@pytest.mark.parametrize(
    ("count", "text"),
    [("1", "1 jour facturé"), ("1.5", "1,5 jour facturé"), ("2", "2 jours facturés")],
)
def test_days_agree_with_their_number(count: str, text: str) -> None:
    assert french.days(Decimal(count), "facturé") == text
    assert french.count(3) == "trois"
    assert french.count(13) == "13"
    assert french.capitalised("le CA") == "Le CA"


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 erreur"), (1, "1 erreur"), (2, "2 erreurs"), (12, "12 erreurs")]
)
def test_a_noun_agrees_with_its_count(number: int, text: str) -> None:
    assert french.counted(number, "erreur", "erreurs") == text


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("1008", "1 008 €"),
        ("1008.4", "1 008,40 €"),
        ("1008.40", "1 008,40 €"),
        ("0.05", "0,05 €"),
        ("782.7743", "782,7743 €"),
        ("1E+3", "1 000 €"),
    ],
)
def test_an_exact_amount_has_its_cents_or_none(amount: str, shown: str) -> None:
    told = str(Cell(Decimal(amount), "exact_euros"))
    assert told.replace("\u202f", " ").replace("\u00a0", " ") == shown


def test_of_is_short_before_a_vowel() -> None:
    assert [french.of(it) for it in ("heures", "une devise", "TTC")] == [
        "d’heures",
        "d’une devise",
        "de TTC",
    ]
