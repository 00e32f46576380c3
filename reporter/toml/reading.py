"""bilan.toml → the settings.

Knows the keys and their words. Never the books.
"""

from __future__ import annotations

import errno
import re
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, BadData, BilanError, Place
from reporter.law.assimilated import Cover
from reporter.law.income_tax import Household
from reporter.model import FinancialYear
from reporter.opening import MEGA, content, reason
from reporter.patterns import pattern
from reporter.settings import Settings, YearSettings
from reporter.settings.bookkeeping import DRAWINGS, Bookkeeping, Ledger
from reporter.settings.parties import Client, Worker
from reporter.settings.reading import Limits, Rules, Vehicle
from reporter.settings.software import SOFTWARE, Export, Parties, Software
from reporter.settings.status import SELF_EMPLOYED, Micro, Pocket, pays_corporate_tax
from reporter.toml.parties import named
from reporter.toml.scenarios import read_scenarios
from reporter.toml.sections import ROOT
from reporter.toml.sections.accounts import ACCOUNTS, DEDUCTIBLE, PAYERS, PLAN, VAT
from reporter.toml.sections.books import BANK, CALLED, COLUMNS, MATCHES, READING, STATUSES, VEHICLE
from reporter.toml.sections.company import CALCULATION, CHECKS, COMPANY, POST
from reporter.toml.sections.export import EXPORT, JOURNALS, PARTIES, PARTY_CLIENTS, SUPPLIERS
from reporter.toml.sections.net import MICRO, NET
from reporter.toml.sections.parties import CLIENT, CLIENTS, WORKER, WORKERS
from reporter.toml.sections.years import YEAR, YEARS
from reporter.toml.table import Table
from reporter.toml.years import numbered, periods

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reporter.settings.status import Status

FILE = "bilan.toml"
MOST = MEGA
"""Bytes of a bilan.toml: a hundred times what anybody writes by hand."""
FRENCH_DAY = pattern(r"=\s*(\d{1,2})/(\d{1,2})/(\d{4})\b")
"""A day as the French write it, where TOML wants the year first."""


def parse(text: str, file: str = FILE) -> Settings:
    """Return the settings written in a text.

    Raises:
        BadData: with every key that is unknown or whose value cannot be used.
    """
    errors: list[BadCell] = []
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(text, file, str(error)) from error
    except (ValueError, ArithmeticError, RecursionError) as error:
        fix = "y chercher un nombre de milliers de chiffres, ou des crochets sans fin"
        raise BadCell("fichier TOML illisible", Place(file), fix=fix) from error
    settings = _settings(Table(values, file, errors))
    if errors:
        raise BadData(errors)
    return settings


def _unreadable(text: str, file: str, error: str) -> BadCell:
    """Return the mistake of a text that is no TOML, with its line where the error names one."""
    found = re.search(r"at line (\d+)", error)
    lines = [one.strip() for one in text.splitlines()]
    line = int(found[1]) if found else len(lines)
    shown = "".join(lines[line - 1 : line])
    if error.startswith("Cannot declare") and shown in lines[: line - 1]:
        fix = f"mettre ses lignes sous {shown}, ligne {lines.index(shown) + 1}, et effacer celui-ci"
        return BadCell("table ouverte deux fois", Place(file, row=line), shown=shown, fix=fix)
    if error.startswith("Cannot overwrite"):
        fix = "il est déjà plus haut : n’en garder qu’un"
        return BadCell("réglage écrit deux fois", Place(file, row=line), shown=shown, fix=fix)
    fix = "vérifier les guillemets, les crochets et les signes = à cet endroit"
    if day := FRENCH_DAY.search(shown):
        fix = f"écrire une date ainsi, sans guillemets : {day[3]}-{day[2]:0>2}-{day[1]:0>2}"
    return BadCell("fichier TOML illisible", Place(file, row=line), shown=shown, fix=fix)


def load(folder: Path) -> Settings:
    """Return the settings of a folder of books.

    Raises:
        BadData: see `parse`; also where the file is missing or is not UTF-8.
    """
    try:
        settings = parse(content(folder / FILE, MOST).decode("utf-8-sig"))
    except FileNotFoundError as error:
        fix = "lancer « bilan init » pour en créer un"
        raise BadCell("réglages introuvables", Place(FILE), fix=fix) from error
    except UnicodeDecodeError as error:
        fix = "enregistrer le fichier en UTF-8"
        raise BadCell("fichier illisible", Place(FILE), fix=fix) from error
    except OSError as error:
        too_big = error.errno == errno.EFBIG
        shown = f"il dépasse {MOST // MEGA} Mo" if too_big else reason(error)
        fix = f"{FILE} est un texte d’un mégaoctet au plus, que l’on peut lire"
        raise BadCell("fichier illisible", Place(FILE), shown=shown, fix=fix) from error
    return settings._replace(templates=folder / "templates")


def find(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that holds a bilan.toml.

    Raises:
        BilanError: where there is none.
    """
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    raise BilanError(
        f"aucun fichier {FILE} dans {start} ni au-dessus : "
        "lancer « bilan init », ou donner le dossier avec --dossier"
    )


def _settings(root: Table) -> Settings:
    """Return what each table says, a field left out keeping its default."""
    root.read(ROOT)
    company = root.table("societe")
    years = root.table("exercice")
    tables = dict(numbered(years))
    told, found = years.read(YEARS), {key: table.read(YEAR) for key, table in tables.items()}
    default = YearSettings(**told[YearSettings])
    own = {
        **company.read(COMPANY)[Settings],
        **told[Settings],
        **root.table("calcul").read(CALCULATION)[Settings],
        **root.table("publication").read(POST)[Settings],
        **root.table("verifications").read(CHECKS)[Settings],
    }
    if not pays_corporate_tax(own.get("status")) and company.values.get("impot") == "is":
        fix = f"retirer impot : {own['status']} n’y est pas"
        company.mistake("impot", "contraire au statut", fix)
    clients = named(root, CLIENTS, CLIENT, Client)
    return Settings(
        **own,
        default=default,
        of_year={key: default._replace(**year[YearSettings]) for key, year in found.items()},
        periods=periods(
            {key: (tables[key], year[FinancialYear]) for key, year in found.items()},
            Settings(closing=own.get("closing", Settings().closing)),
        ),
        scenarios=read_scenarios(root),
        bookkeeping=_bookkeeping(root, own.get("status")),
        reading=_rules(root, clients),
        export=_export(root),
        micro=Micro(**root.table("micro").read(MICRO)[Micro]),
        pocket=_pocket(root),
        **_answers(root),
        clients=clients,
        workers=_workers(root),
    )


def _workers(root: Table) -> dict[str, Worker]:
    """Return each person; one who leaves before coming is a mistake."""
    found = named(root, WORKERS, WORKER, Worker)
    for name, worker in found.items():
        if worker.arrival and worker.departure and worker.departure < worker.arrival:
            table = root.table(WORKERS.path).table(name)
            table.mistake("depart", "départ avant l’arrivée", "corriger l’une des deux dates")
    return found


def _pocket(root: Table) -> Pocket:
    """Return what stands between the business and the pocket of its owner."""
    table = root.table("net")
    told = table.read(NET)
    household = told[Household]
    least = 2 if household.get("couple") else 1
    if household.setdefault("shares", Decimal(least)) < least:
        fix = f"écrire au moins {least}, ou « couple = false »"
        table.mistake("parts", "moins de parts que d’adultes", fix)
    return Pocket(household=Household(**household), cover=Cover(**told[Cover]), **told[Pocket])


def _answers(root: Table) -> dict[str, Any]:
    """Return what the owner answers of the bank."""
    table = root.table("banque")
    table.read(BANK)
    matches = table.table("rapprochements").read(MATCHES)[Settings]
    return {**matches, **table.table("noms").read(CALLED)[Settings]}


def _bookkeeping(root: Table, status: Status | None) -> Bookkeeping:
    accounts = root.table("comptes")
    categories = accounts.read(ACCOUNTS)[Bookkeeping]
    usual = {"owner": DRAWINGS} if status == "ei" else {}
    ledger = Ledger(**{**usual, **accounts.table("plan").read(PLAN)[Ledger]})
    vat = root.table("tva")
    return Bookkeeping(
        ledger=ledger,
        alone=status in SELF_EMPLOYED,
        **categories,
        **accounts.table("payeurs").read(PAYERS)[Bookkeeping],
        **vat.read(VAT)[Bookkeeping],
        **vat.table("deductible").read(DEDUCTIBLE)[Bookkeeping],
    )


def _export(root: Table) -> Export:
    table, parties = root.table("export"), root.table("tiers")
    told = table.read(EXPORT)
    program = told[Export].get("program")
    software = SOFTWARE.get(program or "", Software())._replace(**told[Software])
    names = Parties(
        **parties.read(PARTIES)[Parties],
        **parties.table("clients").read(PARTY_CLIENTS)[Parties],
        **parties.table("fournisseurs").read(SUPPLIERS)[Parties],
    )
    return Export(
        program=program,
        software=software,
        clients={**names.both, **names.clients},
        suppliers={**names.both, **names.suppliers},
        **table.table("journaux").read(JOURNALS)[Export],
    )


def _rules(root: Table, clients: Mapping[str, Client]) -> Rules:
    reading, words = root.table("lecture").read(READING), root.table("colonnes").read(COLUMNS)
    statuses = root.table("statuts").read(STATUSES)
    limits = Limits(**reading[Limits])
    vehicle = Vehicle(**root.table("vehicule").read(VEHICLE)[Vehicle])
    own = {name: one.hours for name, one in clients.items() if one.hours is not None}
    return Rules(
        limits=limits,
        vehicle=vehicle,
        own_hours=own,
        **reading[Rules],
        **words[Rules],
        **statuses[Rules],
    )
