"""A setting is declared once: what is made of the declarations is theirs, to the letter."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from decimal import Decimal
from inspect import Parameter, signature

import pytest
from jsonschema import Draft7Validator
from jsonschema.validators import extend

from reporter.errors import BadData
from reporter.schemas import schema
from reporter.starter import starter
from reporter.toml.reading import parse
from reporter.toml.section import Key, Section
from reporter.toml.sections import SECTIONS
from tests import declared

KEYS = [(section, key) for section in SECTIONS for key in section.keys]
IDS = [f"{section.path}.{key.name}" for section, key in KEYS]
CHECKER = Draft7Validator.TYPE_CHECKER.redefine_many(
    {
        "string": lambda _, value: isinstance(value, str | date),
        "number": lambda _, value: type(value) in {int, Decimal},
    }
)
EDITOR = extend(Draft7Validator, type_checker=CHECKER)(  # type: ignore[no-untyped-call]
    json.loads(schema("reglages"))
)


def accepted(text: str) -> bool:
    """Tell whether an editor finds nothing wrong in a bilan.toml."""
    return bool(EDITOR.is_valid(tomllib.loads(text, parse_float=Decimal)))


def read(text: str) -> bool:
    """Tell whether we find nothing wrong in it."""
    try:
        parse(text)
    except BadData:
        return False
    return True


def test_what_is_made_of_the_declarations_is_up_to_date() -> None:
    told = "run make golden"
    text = declared.PAGE.read_text(encoding="utf-8")
    assert declared.page(text) == text, told
    assert declared.STARTER.read_text(encoding="utf-8") == declared.starter(), told
    assert declared.EDITORS.read_text(encoding="utf-8") == declared.schema(), told


def test_every_section_that_has_settings_has_its_table_in_the_docs() -> None:
    """A table that the page has not would never be written."""
    text = declared.PAGE.read_text(encoding="utf-8")
    told = [found["path"] for found in declared.TABLE.finditer(text)]
    assert sorted(told) == sorted(section.path for section in SECTIONS if section.fields)


@pytest.mark.parametrize(("section", "key"), KEYS, ids=IDS)
def test_the_default_shown_is_that_of_the_field(section: Section, key: Key) -> None:
    found = signature(key.of).parameters[key.field].default
    if key.default:
        written = tomllib.loads(f"x = {key.default}", parse_float=Decimal)["x"]
        assert key.kind.read(written) == found
    else:
        assert found in (None, Parameter.empty, {}) or key.kind.of_names
        assert key.example, "the starter shows a default or an example"


@pytest.mark.parametrize(("section", "key"), KEYS, ids=IDS)
def test_the_example_is_understood_and_is_no_default(section: Section, key: Key) -> None:
    if key.example and not key.kind.of_names:
        text = key.example.replace("{annee}", "2026").replace("{avant}", "2025")
        value = key.kind.read(tomllib.loads(f"x = {text}", parse_float=Decimal)["x"])
        assert value is not None
        assert value != key.kind.read(tomllib.loads(f"x = {key.default or '{}'}")["x"])


def test_every_table_that_a_message_names_is_one() -> None:
    """« sous [annees.…] » was said, which is none."""
    tables = {section.path.split(".")[0] for section in SECTIONS}
    sources = (declared.ROOT_FOLDER / "reporter").rglob("*.py")
    texts = [path.read_text(encoding="utf-8") for path in sources]
    named = {name for text in texts for name in re.findall(r"sous \[(\w+)", text)}
    assert named <= tables
    assert "exercice" in named


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(json.loads(schema("reglages")))


def test_an_editor_accepts_all_that_init_writes_and_the_settings_of_the_example() -> None:
    text = starter(2026)["bilan.toml"].decode()
    lit = re.sub(r"^# (?=\[|.+ = )", "", text, flags=re.MULTILINE)
    assert lit.count("\n[") > len(SECTIONS) / 2
    assert accepted(lit)
    assert accepted((declared.ROOT_FOLDER / "bilan.toml").read_text(encoding="utf-8"))


VALUES = """
"" "un" "is" "aucun" true false 0 1 -1 7 24 25 0.5 1.5 -0.5 2020 1899 9999 2020-12-31 "31/12" "1/2"
"80_%" "100%" "100,5_%" "080_%" "+5_%" "5_%" "-50" "1_200" "706000" "7060" "401" 512100 44571 [] [1]
["un","deux"] {"Loyer"="+5_%"} {"Loyer"=true} "regie" "30/360" "365" "debits" "franchise"
"""


@pytest.mark.parametrize(("section", "key"), KEYS, ids=IDS)
def test_an_editor_accepts_all_that_we_take(section: Section, key: Key) -> None:
    """Each setting with each kind of value; what goes with some of them is written before."""
    path = section.path.replace("exercice.*", "exercice.2020").replace("*", "prudent")
    before = {"remplace": "sans_client = 'A'", "client": "tjm = 1"}.get(key.name, "")
    values = [*(word.replace("_", " ") for word in VALUES.split()), key.default or key.example]
    texts = [f"[{path}]\n{before}\n{key.name} = {value}\n" for value in values]
    taken = [text for text in texts if read(text)]
    assert [text for text in taken if not accepted(text)] == []
    assert taken or key.name in {"debut", "fin"}


@pytest.mark.parametrize(
    "line",
    [
        "societe.nom = 1",
        'societe.impot = "oui"',
        'societe.taux_reduit = "oui"',
        "exercice.conges = -1",
        "exercice.conges = 1_000_000_000_000",
        "exercice.conges = true",
        'exercice.objectif_taux = "101 %"',
        "exercice.objectif_taux = 80",
        'exercice.cloture = "décembre"',
        "exercice.2020.reference = 1899",
        'exercice.2020.resultat = "20000"',
        'comptes.plan.banque = "411000"',
        'comptes.Loyer = "loyer"',
        "lecture.heures_par_jour = 25",
        "lecture.lignes = 1.5",
        'verifications.ignorer = "dimanche"',
        'scenarios.prudent.tjm = "cher"',
        "scenarios.prudent.charge.Loyer = true",
        "scenarios.prudent.sans_client = [1]",
    ],
)
def test_an_editor_refuses_a_value_that_we_do_not_take(line: str) -> None:
    assert not read(line)
    assert not accepted(line)


@pytest.mark.parametrize(
    "text",
    [
        "[societ]",
        "societe.nomm = 1",
        "exercice.2020.conge = 3",
        "x = 1",
        "[comptes.plann]",
        "[scenarios.a.b]",
        "colonnes.Net = 1",
        "exercice = 3",
    ],
)
def test_an_editor_refuses_a_key_that_we_do_not_know(text: str) -> None:
    assert not read(text)
    assert not accepted(text)
