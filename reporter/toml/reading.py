"""bilan.toml → the settings.

Knows the keys and their words. Never the books.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast, get_args

from reporter.errors import BadCell, BadData, Place
from reporter.law.depreciation import Basis
from reporter.model import ZERO, FinancialYear
from reporter.settings import Method, Settings, YearSettings
from reporter.toml.bookkeeping import read_bookkeeping
from reporter.toml.rules import read_rules
from reporter.toml.scenarios import read_scenarios
from reporter.toml.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FILE = "bilan.toml"


def parse(text: str, file: str = FILE) -> Settings:
    """Return the settings written in a text.

    Raises:
        BadData: with every key that is unknown or whose value cannot be used.
    """
    errors: list[BadCell] = []
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BadData([_unreadable(text, file, str(error))]) from error
    settings = _settings(Table(values, file, errors))
    if errors:
        raise BadData(errors)
    return settings


def _unreadable(text: str, file: str, error: str) -> BadCell:
    """Return the mistake of a text that is no TOML, with its line where the error names one."""
    found = re.search(r"at line (\d+)", error)
    line = int(found[1]) if found else len(text.splitlines())
    shown = "".join(text.splitlines()[line - 1 : line])
    fix = "vérifier les guillemets, les crochets et les signes = à cet endroit"
    return BadCell(
        "fichier TOML illisible", Place(file, cell=f"ligne {line}"), shown=shown, fix=fix
    )


def load(folder: Path) -> Settings:
    """Return the settings of a folder of books.

    Raises:
        BadData: see `parse`; also where the file is missing or is not UTF-8.
    """
    try:
        settings = parse((folder / FILE).read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        fix = "lancer « bilan init » pour en créer un"
        raise BadData([BadCell("réglages introuvables", Place(FILE), fix=fix)]) from error
    except UnicodeDecodeError as error:
        fix = "enregistrer le fichier en UTF-8"
        raise BadData([BadCell("fichier illisible", Place(FILE), fix=fix)]) from error
    return replace(settings, templates=folder / "templates")


def _settings(root: Table) -> Settings:
    company, rules, years = root.table("societe"), root.table("calcul"), root.table("exercice")
    post, checks = root.table("publication"), root.table("verifications")
    default = _year_settings(years, YearSettings())
    closing = years.get("cloture", (12, 31), _month_day, 'un jour de clôture, par exemple "31/12"')
    tables = dict(_numbered(years))
    settings = Settings(
        name=company.text("nom"),
        siren=company.text("siren"),
        founded=company.day("creation"),
        taxed=company.choice("impot", "is", ("is", "aucun")) == "is",
        reduced_rate=company.flag("taux_reduit", default=True),
        alsace_moselle=company.flag("alsace_moselle", default=False),
        author=post.text("auteur"),
        tags=post.texts("tags"),
        published=post.day("date"),
        modified=post.day("modification"),
        ignored=checks.texts("ignorer"),
        method=cast("Method", rules.choice("methode_tjm", "ca_total", get_args(Method))),
        basis=cast("Basis", rules.choice("amortissement", "30/360", get_args(Basis))),
        closing=closing,
        default=default,
        of_year={number: _override(table, default) for number, table in tables.items()},
        periods=dict(_periods(tables, closing)),
        scenarios=read_scenarios(root),
        bookkeeping=read_bookkeeping(root),
        reading=read_rules(root),
    )
    for table in (root, company, rules, years, post, checks, *tables.values()):
        table.close()
    return settings


def _year_settings(table: Table, default: YearSettings) -> YearSettings:
    """Read the keys that hold for every year as well as for one."""
    return replace(
        default,
        leave=table.number("conges", default.leave) or ZERO,
        target_rate=table.number("objectif_tjm", default.target_rate),
        target_ratio=table.ratio("objectif_taux", default.target_ratio),
    )


def _override(table: Table, default: YearSettings) -> YearSettings:
    """Read the table of one year, `[exercice.2020]`."""
    return replace(
        _year_settings(table, default),
        final_result=table.number("resultat", negative=True),
        final_tax=table.number("impot", negative=True),
        additions=table.number("reintegrations") or ZERO,
        deductions=table.number("deductions") or ZERO,
        prior_losses=table.number("deficits_anterieurs") or ZERO,
        reference=table.year("reference"),
        published=table.day("publication"),
    )


def _numbered(years: Table) -> Iterator[tuple[int, Table]]:
    for key, table in years.tables():
        if key.isdecimal() and date.min.year < int(key) < date.max.year:
            yield int(key), table
        else:
            years.mistake(key, "exercice inconnu", "nommer l’exercice par son année de clôture")


def _periods(
    tables: Mapping[int, Table], closing: tuple[int, int]
) -> Iterator[tuple[int, FinancialYear]]:
    """Read the opening and closing dates of the years that say them; one alone is enough."""
    usual = Settings(closing=closing)
    for number, table in tables.items():
        start, end = table.day("debut"), table.day("fin")
        if not (start or end):
            continue
        start, end = start or usual.year(number).start, end or usual.year(number).end
        if start <= end and end.year == number:
            yield number, FinancialYear(number=number, start=start, end=end)
        else:
            fix = f"écrire debut et fin, la fin en {number}"
            key = "fin" if "fin" in table.values else "debut"
            table.mistake(key, "dates d’exercice incohérentes", fix)


def _month_day(value: Any) -> tuple[int, int] | None:
    """Read "30/06" as (6, 30); 28 February stands for the end of the month."""
    try:
        day, month = (int(part) for part in value.split("/"))
        date(2000, month, day)
    except (AttributeError, ValueError):
        return None
    return (month, 29 if (month, day) == (2, 28) else day)
