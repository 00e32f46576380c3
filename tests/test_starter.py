"""What `bilan init` writes: every setting with its default, and a workbook ready to fill in."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from reporter.errors import BadData
from reporter.settings import Settings
from reporter.settings.parties import USUAL_CLIENT, USUAL_WORKER
from reporter.sources.reading import read
from reporter.sources.tables.vocabulary import Vocabulary
from reporter.starter import starter
from reporter.starter.layout import CATEGORIES, VAT
from reporter.toml.reading import parse
from reporter.toml.sections import SECTIONS

FILES = starter(2026)
TOML = FILES["bilan.toml"].decode()
SETTING = re.compile(r"# (?P<key>\w+) = (?P<value>.+?) +# (?P<word>défaut|exemple) : .+")


def workbook() -> Workbook:
    return load_workbook(BytesIO(FILES["data/livres.xlsx"]))


def switched_on(*words: str) -> str:
    """Return the settings with those of a word (défaut, exemple) in force."""
    lines = []
    for line in TOML.splitlines():
        found = SETTING.fullmatch(line)
        if found and found["word"] in words:
            lines.append(f"{found['key']} = {found['value']}")
        elif line.startswith("# ["):
            lines.append(line.removeprefix("# "))
        else:
            lines.append(line)
    return "\n".join(lines)


def keys(values: dict[str, Any], path: str = "") -> set[str]:
    """Return the path of every key that holds a value."""
    found: set[str] = set()
    for key, value in values.items():
        inner = isinstance(value, dict)
        found |= keys(value, f"{path}{key}.") if inner else {f"{path}{key}"}
    return found


def test_as_written_every_setting_has_its_default() -> None:
    assert parse(TOML) == parse("")


def test_the_defaults_shown_are_those_in_force() -> None:
    shown = parse(switched_on("défaut"))
    default = parse("")
    assert shown._replace(of_year={}, scenarios={}, clients={}, workers={}) == default
    assert set(shown.of_year.values()) == {default.default}
    assert set(shown.clients.values()) == {USUAL_CLIENT}
    assert set(shown.workers.values()) == {USUAL_WORKER}


def test_the_examples_are_understood() -> None:
    """Each one changes something, so that it cannot pass for a default."""
    shown = parse(switched_on("exemple"))
    assert shown.founded == date(2026, 1, 1)
    assert shown.year(2026).start == date(2026, 3, 1)
    assert shown.default.target_rate == 600


def test_every_setting_is_shown() -> None:
    """Those of all years stand with the years only; a scenario of each name shows its part."""
    shown = keys(tomllib.loads(switched_on("défaut", "exemple")))
    declared = {
        f"{section.path.replace('exercice.*', 'exercice.2026')}.{key.name}"
        for section in SECTIONS
        for key in section.keys
    }
    names = {
        "colonnes.Net",
        "statuts.Signature",
        "comptes.Coworking",
        "comptes.payeurs.Anne",
        "tva.deductible.Carburant",
        "export.journaux.VE",
        "tiers.Ponant",
        "tiers.clients.Ponant",
        "tiers.fournisseurs.Ponant",
        "scenarios.*.charge.Loyer",
    }
    assert _unnamed(shown) == (declared | names) - {"scenarios.*.charge"}


def _unnamed(paths: set[str]) -> set[str]:
    """Return the paths of settings without the names that their owner gives to tables."""
    return {re.sub(r"^(scenarios|clients|intervenants)\.[\w ]+", r"\1.*", path) for path in paths}


def test_every_line_of_the_settings_is_of_one_of_three_kinds() -> None:
    """A setting misspelt in its comment would escape the other tests."""
    said = [line for line in TOML.splitlines() if " = " in line]
    assert [line for line in said if not SETTING.fullmatch(line)] == []
    assert len(said) > len(Settings._fields) / 2


@pytest.mark.parametrize("title", ["Jours", "Forfaits", "Dépenses", "Missions"])
def test_a_sheet_to_fill_in_is_a_table_with_a_frozen_header(title: str) -> None:
    sheet = workbook()[title]
    (table,) = sheet.tables.values()
    assert table.ref.startswith("A1:")
    assert table.ref.endswith("2")
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["C" if title == "Missions" else "A"].number_format != "General"


@pytest.mark.parametrize("title", ["Jours", "Forfaits", "Dépenses", "Missions"])
def test_the_reader_understands_every_column(title: str) -> None:
    header = [cell.value for cell in workbook()[title][1]]
    vocabulary = Vocabulary({})
    kind = vocabulary.kind_of(title)
    assert kind is not None
    found = vocabulary.columns(header, kind)
    assert sorted(found.fields.values()) == list(range(len(header)))
    assert (found.missing(kind), found.clashes) == ([], {})


def test_what_may_be_typed() -> None:
    """Dates and numbers are typed; clients, categories and VAT rates come from lists."""
    rules = {
        (sheet.title, str(sheet[f"{str(rule.sqref)[0]}1"].value)): rule
        for sheet in workbook().worksheets
        for rule in sheet.data_validations.dataValidation
    }
    kinds = {place: rule.type for place, rule in rules.items() if rule.type}
    assert kinds["Jours", "Date"] == "date"
    assert kinds["Jours", "Jours"] == kinds["Forfaits", "Montant HT"] == "decimal"
    lists = {place for place, kind in kinds.items() if kind == "list"}
    assert lists == {
        ("Jours", "Client"),
        ("Jours", "Taux TVA"),
        ("Forfaits", "Client"),
        ("Forfaits", "Taux TVA"),
        ("Dépenses", "Catégorie"),
        ("Dépenses", "Taux TVA"),
    }
    assert not rules["Jours", "Client"].showErrorMessage  # a new client can be typed
    assert rules["Jours", "Date"].showErrorMessage
    assert "Missions!$A$2" in rules["Jours", "Client"].formula1
    assert "Listes!$A$2" in rules["Dépenses", "Catégorie"].formula1
    assert "Listes!$C$2" in rules["Jours", "Taux TVA"].formula1


def test_the_lists_stand_where_the_cells_look_for_them() -> None:
    sheet = workbook()["Listes"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == list(CATEGORIES)
    assert list(CATEGORIES) == sorted(CATEGORIES, key=lambda name: name.replace("é", "e"))
    rates = [row[2].value for row in sheet.iter_rows(min_row=2)]
    assert rates[: len(VAT)] == [float(rate) for rate in VAT]


def filled(root: Path, *rows: tuple[Any, ...], title: str = "Jours") -> Path:
    """Write the starter's folder, rows typed below the example of a sheet."""
    for name, data in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    book = workbook()
    for row in rows:
        book[title].append(row)
    book.save(root / "data" / "livres.xlsx")
    return root


def test_the_examples_are_never_counted(tmp_path: Path) -> None:
    reading = read(filled(tmp_path))
    assert list(reading.activity.lines) == []
    assert {doubt.code for doubt in reading.doubts} == {"exemple"}
    sheets = {doubt.place.sheet for doubt in reading.doubts}
    assert sheets == {"Jours", "Forfaits", "Dépenses", "Missions"}


@pytest.mark.parametrize("rate", VAT)
def test_every_vat_rate_of_the_list_is_read_as_it_is(tmp_path: Path, rate: Decimal) -> None:
    row = (date(2026, 2, 13), "Atelier du Port", "", 2, 500, float(rate))
    (line,) = read(filled(tmp_path, row)).activity.days
    assert (line.vat_rate, line.own_vat) == (rate, 1000 * rate)


def test_a_client_left_out_is_never_that_of_the_example(tmp_path: Path) -> None:
    """A blank takes the client of the line above, where that is a line."""
    row = (date(2026, 2, 13), None, "Audit", 1, 650)
    with pytest.raises(BadData, match="cellule vide"):
        read(filled(tmp_path, row))


def test_written_over_the_example_counts(tmp_path: Path) -> None:
    root = filled(tmp_path)
    book = load_workbook(root / "data" / "livres.xlsx")
    book["Jours"]["B2"] = "Atelier du Port"
    book.save(root / "data" / "livres.xlsx")
    (line,) = read(root).activity.days
    assert (line.client, line.amount) == ("Atelier du Port", 600)


def test_the_help_has_its_no_break_spaces() -> None:
    lines = [str(cell.value) for cell in workbook()["Aide"]["A"] if cell.value]
    prompts = [
        str(rule.prompt)
        for sheet in workbook().worksheets
        for rule in sheet.data_validations.dataValidation
        if rule.prompt
    ]
    assert [text for text in (*lines, *prompts) if re.search(" [:;!?]", text)] == []
    assert any("\u00a0:" in line for line in lines)
    assert any("\u00a0;" in prompt for prompt in prompts)
