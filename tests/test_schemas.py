"""The schemas that the wheel carries say what the commands print, no less and no more.

The fixture `bilan` of tests/cli checks every JSON that a test of the command line prints.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, ValidationError

import reporter
from reporter.books import load
from reporter.formats.table.json import render
from reporter.schemas import HERE, NAMES, VERSION, schema
from tests.schemas import check

ROOT = Path(reporter.__file__).parent.parent


@pytest.mark.parametrize("year", [2017, 2018, 2019, 2020])
def test_the_figures_of_every_year_of_the_example(year: int) -> None:
    (printed,) = render(load(ROOT).measure(year)).values()
    check("show", printed.decode())


def figures(**changed: Any) -> str:
    (printed,) = render(load(ROOT).measure(2020)).values()
    return json.dumps(json.loads(printed) | changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"chiffre_affaires": 138026.0},
        {"chiffre_affaires": "138026"},
        {"chiffre_affaires": None},
        {"exercice": "2020"},
        {"tjm": "~789 €"},
        {"taux_jours_factures": "0.77"},
        {"fin": "31/12/2020"},
        {"objectif": {}},
        {"methode_tjm": "moyenne"},
        {"chiffre_inconnu": "1.00"},
    ],
)
def test_another_output_is_refused(changed: dict[str, Any]) -> None:
    check("show", figures())
    with pytest.raises(ValidationError):
        check("show", figures(**changed))


def test_a_figure_added_later_breaks_no_program_that_has_the_schema() -> None:
    Draft7Validator(json.loads(schema("show"))).validate(json.loads(figures(nouveau="1.00")))


def test_each_schema_has_its_version_and_no_other_file_stands_there() -> None:
    assert {path.name for path in HERE.glob("*.json")} == {f"{n}-{VERSION}.json" for n in NAMES}
    assert [json.loads(schema(name))["$id"] for name in NAMES] == [
        f"urn:bilan:{name}:{VERSION}" for name in NAMES
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_a_schema_are_french(name: str) -> None:
    """Each value is described, so that an editor or a person can show it."""
    found = json.loads(schema(name))
    parts: list[Any] = [found]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            bare = [key for key, value in part.get("properties", {}).items() if is_bare(value)]
            assert bare == []
            parts += part.values()


def is_bare(value: dict[str, Any]) -> bool:
    has_words = "description" in value or "properties" in value or "enum" in value
    return not has_words and value != {"$ref": "#/definitions/point"}
