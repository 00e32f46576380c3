"""Each kind of value of bilan.toml, and what is said of those that are not understood."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from reporter.assumptions import Change, to
from reporter.toml import kinds
from reporter.toml.section import OWN, Section
from reporter.toml.sections import ROOT
from reporter.toml.sections.company import STATUS
from reporter.toml.sections.years import YEAR, YEARS
from reporter.toml.table import Table

if TYPE_CHECKING:
    from reporter.errors import BadCell
    from reporter.toml.kinds import Kind

SMALL = kinds.choice({"a": "A", "b": False})


def table(text: str) -> tuple[Table, list[BadCell]]:
    errors: list[BadCell] = []
    return Table(tomllib.loads(text, parse_float=Decimal), "bilan.toml", errors), errors


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ('"un"', kinds.TEXT, "un"),
        ('["un", "deux"]', kinds.TEXTS, ("un", "deux")),
        ('"un"', kinds.NAMES, ("un",)),
        ("true", kinds.FLAG, True),
        ("2020-12-31", kinds.DAY, date(2020, 12, 31)),
        ("2018", kinds.YEAR, 2018),
        ("712.10", kinds.POSITIVE_NUMBER, Decimal("712.10")),
        ("-5", kinds.NUMBER, -5),
        ('"80,5 %"', kinds.RATIO, Decimal("0.805")),
        ("1", kinds.RATIO, 1),
        ('"a"', SMALL, "A"),
        ('"b"', SMALL, False),
        ('"B"', SMALL, False),
        ("3", kinds.MEGABYTES, 3_000_000),
        ("7.5", kinds.HOURS, Decimal("7.5")),
        ('"30/06"', kinds.MONTH_DAY, (6, 30)),
        ("706", kinds.ACCOUNT, "706000"),
        ('"512 1"', kinds.starting("51"), "512100"),
        ("850", kinds.CHANGE, to(Decimal(850))),
        ('"+5 %"', kinds.CHANGE, Change(Decimal("1.05"))),
        (
            '{ a = 1, b = "+2" }',
            kinds.CHANGES,
            (("a", to(Decimal(1))), ("b", Change(added=Decimal(2)))),
        ),
    ],
)
def test_a_value_of_each_kind(written: str, kind: Kind, value: Any) -> None:
    found, errors = table(f"x = {written}")
    assert found.get("x", kind) == value
    assert errors == []


@pytest.mark.parametrize(
    ("written", "kind", "fix"),
    [
        ("true", kinds.TEXT, 'écrire un texte entre guillemets, par exemple "texte"'),
        ("812345676", kinds.TEXT, 'écrire ce texte entre guillemets : "812345676"'),
        ("1e40", kinds.TEXT, "moins de mille milliards"),
        ('["un", 2]', kinds.TEXTS, "une liste de textes"),
        ('"un"', kinds.TEXTS, "une liste de textes"),
        ("[1]", kinds.NAMES, "un nom entre guillemets"),
        ('"oui"', kinds.FLAG, "écrire true ou false"),
        ('"2020-12-31"', kinds.DAY, "une date sans guillemets"),
        ("2020-12-31T10:00:00", kinds.DAY, "une date sans guillemets"),
        ("0", kinds.YEAR, "une année sans guillemets"),
        ("true", kinds.YEAR, "une année sans guillemets"),
        ("-1", kinds.POSITIVE_NUMBER, "positif ou nul"),
        ("nan", kinds.POSITIVE_NUMBER, "un nombre sans guillemets"),
        ("inf", kinds.NUMBER, "moins de mille milliards"),
        ("1e40", kinds.POSITIVE_NUMBER, "moins de mille milliards"),
        ("true", kinds.POSITIVE_NUMBER, "un nombre sans guillemets"),
        ('"80"', kinds.RATIO, "un pourcentage de 0 à 100"),
        ("80", kinds.RATIO, "un pourcentage de 0 à 100"),
        ('"c"', SMALL, 'l’un de : "a", "b"'),
        ("[1]", SMALL, 'l’un de : "a", "b"'),
        ("0", kinds.COUNT, "un nombre entier"),
        ("true", kinds.COUNT, "un nombre entier"),
        ("25", kinds.HOURS, "un nombre d’heures"),
        ('"31/02"', kinds.MONTH_DAY, "un jour de clôture"),
        ('"7x"', kinds.ACCOUNT, "un numéro de compte"),
        ('"411"', kinds.starting("51"), "un compte 51…"),
        ('"5 %"', kinds.CHANGE, "un changement entre guillemets"),
        ("-1", kinds.CHANGE, "un changement entre guillemets"),
        ("3", kinds.CHANGES, "une table : [x]"),
    ],
)
def test_a_value_that_is_not_understood(written: str, kind: Kind, fix: str) -> None:
    """Nothing stands in for it, and the mistake names the key, what is written, what to write."""
    found, errors = table(f"x = {written}")
    assert not found.get("x", kind)
    (error,) = errors
    assert (error.what, error.place.cell) == ("valeur non comprise", "clé x")
    assert error.shown.startswith("x = ")
    assert fix in error.fix


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[exercise.2022]\ndebut = 2022-09-01\n", "[exercise]"),
        ('exercise = ["a", 2022-09-01, true]\n', 'exercise = ["a", 2022-09-01, true]'),
    ],
)
def test_what_is_shown_of_an_unknown_key_is_toml(text: str, shown: str) -> None:
    """« {'2022': {'debut': datetime.date(2022, 9, 1)}} » was."""
    found, errors = table(text)
    found.read(ROOT)
    assert [error.shown for error in errors] == [shown]


@pytest.mark.parametrize("written", ["débits", "Debits", "DÉBITS", " debits "])
def test_the_case_and_the_accents_of_a_word_are_forgiven(written: str) -> None:
    found, errors = table(f'x = "{written}"')
    kind = kinds.choice({"encaissements": True, "débits": False}, {"facture": False})
    assert (found.get("x", kind), errors) == (False, [])


def test_each_value_of_a_table_of_names_has_its_own_mistake() -> None:
    found, errors = table('x = { Loyer = "5 %", Formation = 1 }')
    assert found.get("x", kinds.CHANGES) == (("Formation", to(Decimal(1))),)
    assert [error.place.cell for error in errors] == ["clé x.Loyer"]


def test_a_key_that_the_section_has_not_is_a_mistake_with_the_nearest_it_has() -> None:
    found, errors = table("[exercice]\nconge = 25\n[exercice.2020]\nzzz = 1\n")
    year = found.table("exercice")
    year.read(YEARS)
    dict(year.tables())["2020"].read(YEAR)
    known = ", ".join(sorted(key.name for key in YEAR.fixed))
    assert [(e.place.cell, e.fix) for e in errors] == [
        ("clé exercice.conge", "écrire conges"),
        ("clé exercice.2020.zzz", f"clés connues : {known}"),
    ]


@pytest.mark.parametrize(("tables", "mistakes"), [((), 1), (("x",), 0), ((OWN,), 0)])
def test_a_table_stands_only_where_its_section_has_it(
    tables: tuple[str, ...], mistakes: int
) -> None:
    found, errors = table("[x]\n")
    found.read(Section(path="", tables=tables))
    assert len(errors) == mistakes


def test_a_word_that_is_not_offered_is_understood() -> None:
    found, errors = table('x = "Auto-entrepreneur"')
    assert (found.get("x", STATUS), errors) == ("micro", [])
    assert "auto" not in STATUS.words
