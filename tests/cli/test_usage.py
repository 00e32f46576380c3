from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Bilan

LOOSE = re.compile(r" [:;!?»](?=\s|$)|« ")
"""A double mark, or an inside of quotes, that may stand alone on a line."""
ENGLISH = ("show this", "usage:", "missing", "invalid", "error", "default", "required", "no such")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["shw"], "commande inconnue : shw (peut-être show)"),
        (["show"], "il manque ANNÉE"),
        (["show", "20x"], "« 20x » n’est pas une année"),
        (["show", "0000"], "« 0000 » n’est pas une année"),
        (["show", "2020", "2021"], "argument en trop : 2021"),
        (["show", "2020", "--annee", "3"], "option inconnue : --annee (peut-être --annees)"),
        (["show", "2020", "--annees", "0"], "« 0 » n’est pas un nombre entier"),
        (["show", "2020", "--annees"], "l’option --annees attend une valeur"),
        (["show", "2020", "--json=1"], "l’option --json n’attend pas de valeur"),
        (["export", "2020", "--format", "pdf"], "format « pdf » inconnu, choisir parmi xlsx, fec"),
        (["generate", "2020", "--format", "doc"], "format « doc » inconnu, choisir parmi md, html"),
        (["generate", "2020", "--indices"], "l’option --indices ne va qu’avec --anonyme"),
        (["generate", "2020", "--avec-texte"], "l’option --avec-texte ne va qu’avec --anonyme"),
        (["check", "--debut", "2019-12-01"], "l’option --debut ne va qu’avec --fec"),
        (["check", "2020", "--fec", "x.txt"], "ANNÉE ne va pas avec --fec"),
        (["--dossier", ".", "show", "2020"], "--dossier s’écrit après le nom de la commande"),
        (["show", "2020", "--dossier", ""], "l’option --dossier : le chemin est vide"),
        (["generate", "2020", "--sortie", ""], "l’option --sortie : le chemin est vide"),
        (["init", ""], "DOSSIER : le chemin est vide"),
        (["reconcile", "2020", "--json", "--format", "md"], "choisir --json ou --format"),
        (["compare", "2020", "x.txt", "--json", "--format", "csv"], "choisir --json ou --format"),
        (["explain", "tjm", "--json", "--format", "csv"], "choisir --json ou --format"),
        (["show", "2020", "--dossier", "a", "--dossier", "b"], "--dossier est donnée deux fois"),
        (["show", "2020", "--au=2020-03-31", "--au", "2020-06-30"], "--au est donnée deux fois"),
    ],
)
def test_a_usage_error_is_said_in_french(bilan: Bilan, arguments: list[str], said: str) -> None:
    ran = bilan(*arguments)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""
    assert not [word for word in ENGLISH if word in ran.err.lower()]


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "2020", "--json", "--json", "-q", "-q"],
        ["explain", "tjm", "2020", "--json", "--format", "json"],
        ["scenario", "2021", "--sans-client", "Alizé", "--sans-client", "Alizé"],
        ["show", "2020", "--", "--dossier", "--dossier"],
    ],
)
def test_what_may_be_said_again_is_not_refused(bilan: Bilan, arguments: list[str]) -> None:
    said = bilan(*arguments).err
    assert "deux fois" not in said
    assert "pas les deux" not in said


def test_the_help_named_after_a_mistake_is_that_of_its_command(bilan: Bilan) -> None:
    assert "aide : bilan show --help" in bilan("show", "2020", "--annees").err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["show", "--help"],
        ["generate", "-h"],
        ["check", "--help"],
        ["export", "-h"],
        ["init", "--help"],
        [],
    ],
)
def test_the_help_is_french_to_the_end(bilan: Bilan, arguments: list[str]) -> None:
    ran = bilan(*arguments)
    assert "Usage : bilan" in ran.out
    assert "Afficher cette aide." in ran.out
    assert not [word for word in ENGLISH if word in ran.out.lower()]


def test_the_usage_line_names_the_arguments_as_they_are_typed(bilan: Bilan) -> None:
    assert "Usage : bilan show [OPTIONS] ANNÉE\n" in bilan("show", "--help").out


@pytest.mark.parametrize(
    "arguments",
    [
        ["generate", "--help"],
        ["scenario", "--help"],
        ["show", "20x"],
        ["show", "1990"],
        ["check", "--dossier", "nulle part"],
        ["export", "2020", "--format", "pdf"],
    ],
)
def test_no_mark_stands_apart_from_its_word(bilan: Bilan, arguments: list[str]) -> None:
    assert LOOSE.findall(bilan(*arguments).printed) == []
