"""The gallery says what the program says, of every mistake and of every doubt."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import reporter
from reporter.doubts import CODES, DOUBTS, NOTES
from reporter.sources.lines.accidents.strays import STRAYS
from reporter.sources.lines.meaning.meanings import DOUBTED
from reporter.sources.lines.trackers.doubts import LEFT, PENDING
from reporter.sources.lines.twice.copies import ONE_OF_OTHER
from tests.gallery import PAGE, Case, answer, cases, page

PACKAGE = Path(reporter.__file__).parent
ELSEWHERE = {"accounting", "fec", "anonymity", "manifest", "pack"}
"""The rooms that `bilan check` does not enter; their mistakes have tables of tests of their own."""
SOURCES = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if not ELSEWHERE & set(path.relative_to(PACKAGE).with_suffix("").parts[:2])
)
CASES = cases()
UNWRITABLE = {
    "classeur dont aucune feuille ne nomme une date et un montant",
    "classeur protégé par un mot de passe",
    "fichier modifié pendant la lecture",
    "ligne barrée",
    "modèle illisible",
    "montant dans une autre unité que l’euro",
    "montant en milliers d’euros",
    "un numéro d’avoir ou de brouillon",
    "une autre unité que celle de la colonne",
}
"""What no text of the gallery can hold, and what only `generate` reads."""


@cache
def every_call() -> dict[str, list[ast.Call]]:
    """Return the calls of our code by the name of what is called, a function or a method."""
    found: dict[str, list[ast.Call]] = defaultdict(list)
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                found[ast.unparse(node.func).split(".")[-1]].append(node)
    return found


def calls(name: str) -> list[ast.Call]:
    """Return every call of a name or of a method in our code."""
    return every_call().get(name, [])


def constants(nodes: list[ast.expr]) -> set[str]:
    """Return the texts that stand as they are in the code."""
    values = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return {value for value in values if isinstance(value, str)}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_says_what_the_program_says(case: Case) -> None:
    assert case.text.startswith("# ")
    assert answer(case) == case.answer, "make golden renews the gallery"


def test_the_page_of_the_docs_is_made_of_the_gallery() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(CASES), "run python -m tests.gallery"


def test_every_doubt_stands_in_the_gallery_under_its_name() -> None:
    assert sorted(CODES) == [case.name for case in CASES if not case.refused]
    for case in CASES:
        if case.name in DOUBTS:
            assert f'ignorer = ["{case.name}' in case.answer
        elif case.name in NOTES:
            assert case.answer.startswith("note\u00a0: ")


def test_every_doubt_of_the_code_has_a_name() -> None:
    codes = constants(
        [k.value for call in calls("Doubt") for k in call.keywords if k.arg == "code"]
        + [
            call.args[0]
            for name in ("Doubt", "doubt", "_doubt", "doubt_of", "worked_on")
            for call in calls(name)
            if call.args
        ]
    )
    codes |= {
        code
        for said in (DOUBTED, STRAYS, LEFT, PENDING, ONE_OF_OTHER)
        for code, *_ in said.values()
    }
    codes |= {"mouvement", "mouvement-possible", "paie-nette", "recette-possible"}
    assert codes | {"client-du-dessus", "date-du-dessus"} == set(CODES)


def test_every_mistake_stands_in_the_gallery() -> None:
    whats = constants(
        [call.args[0] for call in calls("BadCell") if call.args]
        + [call.args[1] for call in calls("Problem") if len(call.args) > 1]
        + [call.args[0] for call in calls("_refuse") if call.args]
    )
    said = "".join(case.answer for case in CASES).replace("\u00a0", " ")
    assert len(whats) > 5
    assert [what for what in sorted(whats - UNWRITABLE) if f"erreur : {what}" not in said] == []
