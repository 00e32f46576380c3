"""Every table of bilan.toml, each of its settings declared once.

To add a setting: a field with its default in reporter/settings/, its declaration here, then
`make golden`. Knows which tables there are, in the order in which `bilan init` writes them.
"""

from __future__ import annotations

from reporter.toml.section import Section
from reporter.toml.sections.accounts import ACCOUNTS, DEDUCTIBLE, PAYERS, PLAN, VAT
from reporter.toml.sections.books import BANK, CALLED, COLUMNS, MATCHES, READING, STATUSES, VEHICLE
from reporter.toml.sections.company import CALCULATION, CHECKS, COMPANY, POST
from reporter.toml.sections.export import EXPORT, JOURNALS, PARTIES, PARTY_CLIENTS, SUPPLIERS
from reporter.toml.sections.net import MICRO, NET
from reporter.toml.sections.parties import CLIENT, CLIENTS, WORKER, WORKERS
from reporter.toml.sections.scenarios import SCENARIO, SCENARIOS
from reporter.toml.sections.years import YEAR, YEARS

SECTIONS = (
    COMPANY,
    YEARS,
    YEAR,
    CALCULATION,
    CLIENTS,
    CLIENT,
    WORKERS,
    WORKER,
    COLUMNS,
    STATUSES,
    READING,
    VEHICLE,
    POST,
    ACCOUNTS,
    PLAN,
    PAYERS,
    VAT,
    DEDUCTIBLE,
    BANK,
    MATCHES,
    CALLED,
    EXPORT,
    JOURNALS,
    PARTIES,
    PARTY_CLIENTS,
    SUPPLIERS,
    NET,
    MICRO,
    SCENARIOS,
    SCENARIO,
    CHECKS,
)
"""In the order in which `bilan init` writes them."""
ROOT = Section(
    path="", tables=tuple(section.path for section in SECTIONS if "." not in section.path)
)
