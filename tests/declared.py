"""What is made of the settings' declarations: a schema, tables of the docs, the starter's file.

`python -m tests.declared` writes them again; the review reads the difference.
"""

from __future__ import annotations

import json
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reporter.french import spaced
from reporter.starter import SCHEMA
from reporter.toml.section import OWN
from reporter.toml.sections import ROOT, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.toml.section import Key, Section

ROOT_FOLDER = Path(__file__).parents[1]
PAGE = ROOT_FOLDER / "docs" / "REGLAGES.md"
STARTER = ROOT_FOLDER / "reporter" / "starter" / "bilan.toml"
EDITORS = ROOT_FOLDER / "reporter" / "schemas" / "reglages-1.json"
TABLE = re.compile(r"(?<=<!-- )(table (?P<path>[\w.*]+) -->\n)(?:\|.*\n)*")
DRAFT = "http://json-schema.org/draft-07/schema#"
INTRODUCTION = f"""\
#:schema ./{SCHEMA}
# Les réglages du bilan. Tous sont facultatifs, et chacun est montré ici, éteint par un #.
# Pour en changer un, effacer son # et écrire sa valeur.
# Après chaque réglage : « défaut » si la valeur montrée est celle qui vaut sans lui,
# « exemple » si, sans lui, il n’y a rien. Le reste est dans docs/REGLAGES.md.
"""
WIDTH = 32
"""Where the comments of the starter's settings begin."""


def page(text: str) -> str:
    """Return the page of the docs, each of its tables made of its section."""
    by_path = {section.path: section for section in SECTIONS}
    return TABLE.sub(lambda found: found[1] + _table(by_path[found["path"]]), text)


def _table(section: Section) -> str:
    """Return the settings of a section as a Markdown table, with what holds without them."""
    rows = ["| Clé | Défaut | Sens |", "| --- | --- | --- |"]
    for key in section.keys:
        default = f"`{key.default}`" if key.default else key.without
        rows.append(_row(f"`{key.name}`", default, key))
    if names := section.names:
        rows.append(_row(names.name, names.without, names))
    return "".join(f"{row}\n" for row in rows)


def _row(name: str, default: str, key: Key) -> str:
    example = f" : `{_dated(key.example)}`" if key.example else ""
    return f"| {name} | {spaced(default)} | {spaced(key.says + example + key.more)} |"


def starter() -> str:
    """Return the settings that `bilan init` writes, each put out by a #."""
    return "\n".join([INTRODUCTION, *_blocks()])


def _blocks() -> Iterator[str]:
    for section in SECTIONS:
        note = f"# {section.note}\n" if section.note else ""
        inside = "# " if "." in section.path else ""
        for name, keys in ({"": ()} if section.shown is None else section.shown).items():
            path = section.path.replace(OWN, name)
            lines = [_line(key) for key in section.keys if not keys or key.name in keys]
            lines += [_line(section.names)] if section.names else []
            if lines:
                yield f"{note}{inside}[{path}]\n{''.join(lines)}"
            note = ""


def _line(key: Key) -> str:
    value = key.example or key.default
    setting = value if " = " in value and value[0] != "{" else f"{key.name} = {value}"
    said = f"{'exemple' if key.example else 'défaut'} : {key.says.replace('`', '')}"
    width = WIDTH + len(setting) - len(_dated(setting))
    return f"{f'# {setting}':<{width}}  # {said}\n"


def schema() -> str:
    """Return the JSON Schema of bilan.toml."""
    made = {"$schema": DRAFT, "$id": "urn:bilan:reglages:1", "title": "bilan.toml", **_object(ROOT)}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _object(section: Section) -> dict[str, Any]:
    """Return the schema of a table, those inside it included."""
    within = f"{section.path}." if section.path else ""
    inner = {part.path.removeprefix(within): part for part in SECTIONS}
    inside = {name: _object(inner[name]) for name in section.tables}
    others: Any = inside.pop(OWN, False)
    if section.names:
        others = _value(section.names)
    return {
        "type": "object",
        "properties": {key.name: _value(key) for key in section.fixed} | inside,
        "additionalProperties": others,
    }


def _value(key: Key) -> dict[str, Any]:
    """Return the schema of a setting, with what editors show of it."""
    plain = re.sub(r"`|\[([^]]+)\]\([^)]*\)", r"\1", key.says + key.more)
    told: dict[str, Any] = {"description": spaced(plain)}
    if key.default and not key.example:
        told["default"] = _json(key.default)
    if key.example and " = " not in key.example:
        told["examples"] = [_json(key.example)]
    return {**told, **key.kind.schema}


def _json(text: str) -> Any:
    """Return a TOML value as JSON has it: a date is a text."""
    value = tomllib.loads(f"x = {_dated(text)}", parse_float=Decimal)["x"]
    return value if isinstance(value, bool | int | str | list) else str(value)


def _dated(example: str) -> str:
    return example.replace("{annee}", "2026").replace("{avant}", "2025")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    STARTER.write_text(starter(), encoding="utf-8")
    EDITORS.write_text(schema(), encoding="utf-8")
