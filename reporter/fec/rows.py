"""The rules that a line of a FEC follows by itself.

Knows fields. Never the other lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.fec.fields import BY_PARTY, FIELDS, MANDATORY, PAIRS
from reporter.fec.naming import parse_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from reporter.errors import Place

AMOUNT = re.compile(r"[+-]?[0-9]{1,15},[0-9]{2}")
ACCOUNT = re.compile(r"[1-8][0-9]{2}[0-9A-Za-z]*")
CURRENCY = re.compile(r"[A-Z]{3}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
DATES = ("EcritureDate", "PieceDate", "DateLet", "ValidDate")
Period = tuple["date", "date"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line cut into its fields."""

    place: Place
    fields: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """Return a field by its name."""
        return self.fields[name]

    def bad(self, what: str, name: str, fix: str) -> BadCell:
        """Return a mistake about a field."""
        return BadCell(what, self.place, shown=f"{name} : {self[name]}", fix=fix)

    def euros(self, name: str) -> Decimal | None:
        """Return the amount of a field, None where it is badly written."""
        good = AMOUNT.fullmatch(self[name])
        return Decimal(self[name].replace(",", ".")) if good else None


def row_mistakes(row: Row, period: Period | None) -> Iterator[BadCell]:
    """Yield what is wrong in a line; `period` is the financial year, None where it is unknown."""
    yield from _texts(row)
    yield from _dates(row, period)
    yield from _accounts(row)
    yield from _pairs(row)
    yield from _amounts(row)


def _texts(row: Row) -> Iterator[BadCell]:
    for name in FIELDS:
        text = row[name]
        if CONTROL.search(text) or "|" in text:
            yield row.bad("caractère interdit dans un champ", name, "le remplacer par une espace")
        if len(text) > 1 and text[0] == text[-1] == '"':
            yield row.bad("champ entre guillemets", name, "enlever les guillemets")
        if name in MANDATORY and not text.strip():
            yield row.bad("champ obligatoire vide", name, f"remplir {name}")


def _dates(row: Row, period: Period | None) -> Iterator[BadCell]:
    for name in DATES:
        if row[name].strip() and parse_day(row[name]) is None:
            fix = "écrire une date qui existe, sous la forme AAAAMMJJ"
            yield row.bad("date impossible", name, fix)
    day = parse_day(row["EcritureDate"])
    if period and day and not period[0] <= day <= period[1]:
        fix = f"l’exercice va du {period[0]:%d/%m/%Y} au {period[1]:%d/%m/%Y}"
        yield row.bad("date hors de l’exercice", "EcritureDate", fix)


def _accounts(row: Row) -> Iterator[BadCell]:
    account = row["CompteNum"]
    if account.strip() and not ACCOUNT.fullmatch(account):
        fix = "commencer par trois chiffres du plan comptable, de la classe 1 à la classe 8"
        yield row.bad("numéro de compte mal écrit", "CompteNum", fix)
    if row["CompAuxNum"].strip() and not account.startswith(BY_PARTY):
        fix = f"un compte auxiliaire ne va qu’avec 401, 404 ou 411, pas avec {account}"
        yield row.bad("compte auxiliaire interdit ici", "CompAuxNum", fix)


def _pairs(row: Row) -> Iterator[BadCell]:
    for pair in PAIRS:
        empty = [name for name in pair if not row[name].strip()]
        if len(empty) == 1:
            filled = next(name for name in pair if name != empty[0])
            yield row.bad(
                "moitié d’une paire", filled, f"remplir aussi {empty[0]}, ou vider les deux"
            )


def _amounts(row: Row) -> Iterator[BadCell]:
    two = "écrire deux décimales après une virgule, sans séparateur de milliers : 1234,50"
    for name in ("Debit", "Credit"):
        if row.euros(name) is None:
            yield row.bad("montant mal écrit", name, f"{two} ; 0,00 du côté vide")
    if row["Montantdevise"].strip() and row.euros("Montantdevise") is None:
        yield row.bad("montant mal écrit", "Montantdevise", two)
    if row["Idevise"].strip() and not CURRENCY.fullmatch(row["Idevise"]):
        yield row.bad("devise mal écrite", "Idevise", "écrire trois capitales : USD")
    debit, credit = row.euros("Debit"), row.euros("Credit")
    if debit is not None and credit is not None and bool(debit) == bool(credit):
        what = "débit et crédit sur la même ligne" if debit else "ni débit ni crédit"
        yield row.bad(what, "Debit", "un seul des deux montants diffère de 0,00")
