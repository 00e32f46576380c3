from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reporter.accounting.chart import depreciation_account, label
from reporter.accounting.parties import party


def test_a_code_is_the_name_s_letters_and_figures() -> None:
    assert party("C", "Café & Co 24ème").code == "CCAFECO24EME"


def test_spellings_of_a_name_are_one_party() -> None:
    assert party("C", "24ème").code == party("C", "24 EME").code == party("C", "24-eme").code


def test_long_names_that_begin_alike_differ() -> None:
    first, second = (party("F", f"Société générale de travaux {n}").code for n in "AB")
    assert first != second
    assert len(first) == 17
    assert first[:13] == second[:13] == "FSOCIETEGENER"


def test_a_name_is_cut_where_its_code_is_too_long_whatever_its_case() -> None:
    assert party("F", "a" * 16).code == "F" + "A" * 16
    cut = party("F", "a" * 17).code
    assert (cut[:13], len(cut)) == ("F" + "A" * 12, 17)
    long = "Société générale de travaux"
    assert party("F", long).code == party("F", "SOCIETE GENERALE-DE-TRAVAUX").code


def test_a_name_without_letters_of_ours_still_has_a_code() -> None:
    assert party("C", "株式会社").code != party("C", "有限会社").code


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_code_suits_the_programs_that_import_it(name: str, other: str) -> None:
    code = party("C", name).code
    assert code.isascii()
    assert code.isalnum()
    assert 2 <= len(code) <= 17
    assert party("C", name).code == code
    assert party("F", name).code[1:] == code[1:]


def test_where_depreciation_adds_up() -> None:
    assert [depreciation_account(a) for a in ("218300", "205000", "201000", "215400")] == [
        "281830",
        "280500",
        "280100",
        "281540",
    ]


def test_a_label_is_that_of_the_longest_beginning_known() -> None:
    assert label("635110") == "Contribution économique territoriale"
    assert label("613280") == "Locations immobilières"
    assert label("629999") == "Autres services extérieurs"
    assert label("890000") is None
