"""Each kind of value of bilan.toml, and what is said of those that are not understood."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from reporter.toml.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.errors import BadCell


def table(text: str) -> tuple[Table, list[BadCell]]:
    errors: list[BadCell] = []
    return Table(tomllib.loads(text, parse_float=Decimal), "bilan.toml", errors), errors


@pytest.mark.parametrize(
    ("written", "read", "value"),
    [
        ('"un"', lambda t: t.text("x"), "un"),
        ('["un", "deux"]', lambda t: t.texts("x"), ("un", "deux")),
        ("true", lambda t: t.flag("x", default=False), True),
        ("2020-12-31", lambda t: t.day("x"), date(2020, 12, 31)),
        ("2018", lambda t: t.year("x"), 2018),
        ("712.10", lambda t: t.number("x"), Decimal("712.10")),
        ("-5", lambda t: t.number("x", negative=True), -5),
        ('"80,5 %"', lambda t: t.ratio("x"), Decimal("0.805")),
        ("1", lambda t: t.ratio("x"), 1),
        ('"b"', lambda t: t.choice("x", "a", ("a", "b")), "b"),
    ],
)
def test_a_value_of_each_kind(written: str, read: Callable[[Table], Any], value: Any) -> None:
    found, errors = table(f"x = {written}")
    assert read(found) == value
    assert errors == []


@pytest.mark.parametrize(
    ("written", "read", "fix"),
    [
        ("1", lambda t: t.text("x"), 'écrire un texte entre guillemets, par exemple "texte"'),
        ('["un", 2]', lambda t: t.texts("x"), "une liste de textes"),
        ('"un"', lambda t: t.texts("x"), "une liste de textes"),
        ('"oui"', lambda t: t.flag("x", default=False), "écrire true ou false"),
        ('"2020-12-31"', lambda t: t.day("x"), "une date sans guillemets"),
        ("2020-12-31T10:00:00", lambda t: t.day("x"), "une date sans guillemets"),
        ("0", lambda t: t.year("x"), "une année sans guillemets"),
        ("true", lambda t: t.year("x"), "une année sans guillemets"),
        ("-1", lambda t: t.number("x"), "positif ou nul"),
        ("nan", lambda t: t.number("x"), "un nombre sans guillemets"),
        ("inf", lambda t: t.number("x", negative=True), "un nombre sans guillemets"),
        ("true", lambda t: t.number("x"), "un nombre sans guillemets"),
        ('"80"', lambda t: t.ratio("x"), "un pourcentage de 0 à 100"),
        ("80", lambda t: t.ratio("x"), "un pourcentage de 0 à 100"),
        ('"c"', lambda t: t.choice("x", "a", ("a", "b")), 'l’un de : "a", "b"'),
        ("3", lambda t: t.table("x"), "une table : [x]"),
    ],
)
def test_a_value_that_is_not_understood(
    written: str, read: Callable[[Table], Any], fix: str
) -> None:
    """The default stands in, and the mistake names the key, what is written, what to write."""
    found, errors = table(f"x = {written}")
    read(found)
    (error,) = errors
    assert (error.what, error.place.cell) == ("valeur non comprise", "clé x")
    assert error.shown.startswith("x = ")
    assert fix in error.fix


def test_a_key_that_nothing_asks_for_is_a_mistake_with_the_nearest_known() -> None:
    found, errors = table("[exercice]\nconge = 25\n[exercice.2020]\nzzz = 1\n")
    year = found.table("exercice")
    year.number("conges")
    inner = dict(year.tables())["2020"]
    inner.text("nom")
    for checked in (year, inner):
        checked.close()
    assert [(e.place.cell, e.fix) for e in errors] == [
        ("clé exercice.conge", "écrire conges"),
        ("clé exercice.2020.zzz", "clés connues : nom"),
    ]
