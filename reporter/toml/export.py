"""`[export]` and `[tiers]` of bilan.toml → what the accountant's software wants.

Knows their keys and words. Never an entry, nor which parties there are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast, get_args

from reporter.settings.software import SOFTWARE, Encoding, Export, Software

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.toml.table import Table

CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,16}")
LEAST_ACCOUNT, LEAST_CODE, LEAST_LABEL, LONGEST = 6, 6, 10, 200


def read_export(root: Table) -> Export:
    """Return what the tables `[export]` and `[tiers]` say; mistakes go to the table's list."""
    table, parties = root.table("export"), root.table("tiers")
    journals = table.table("journaux")
    clients, suppliers = parties.table("clients"), parties.table("fournisseurs")
    both = _codes(parties)
    read = Export(
        software=_software(table),
        journals=_codes(journals),
        clients=both | _codes(clients),
        suppliers=both | _codes(suppliers),
    )
    for one in (table, parties, journals, clients, suppliers):
        one.close()
    return read


def _software(table: Table) -> Software:
    """Return the limits of a program, those that the owner gives before them."""
    name = table.choice("logiciel", "", tuple(SOFTWARE))
    usual = SOFTWARE.get(name, Software())
    return replace(
        usual,
        account=table.get("compte", usual.account, *_length(LEAST_ACCOUNT)),
        auxiliary=table.get("auxiliaire", usual.auxiliary, *_length(LEAST_CODE)),
        label=table.get("libelle", usual.label, *_length(LEAST_LABEL)),
        piece=table.get("piece", usual.piece, *_length(LEAST_CODE)),
        letters=table.get("lettres", usual.letters, *_length(1)),
        journal=table.get("journal", usual.journal, *_length(1)),
        encoding=cast("Encoding", table.choice("encodage", usual.encoding, get_args(Encoding))),
    )


def _length(least: int) -> tuple[Callable[[Any], int | None], str]:
    """Return the reader of a length, and what to write."""

    def read(value: Any) -> int | None:
        return value if type(value) is int and least <= value <= LONGEST else None

    return read, f"un nombre entier de caractères, d’au moins {least}"


def _codes(table: Table) -> dict[str, str]:
    """Return the codes that a table gives to names."""
    expected = 'un code en capitales, chiffres et tirets, par exemple "C0001"'
    return {
        name: table.get(name, "", _code, expected)
        for name, value in table.values.items()
        if not isinstance(value, dict)
    }


def _code(value: Any) -> str | None:
    return value if isinstance(value, str) and CODE.fullmatch(value) else None
