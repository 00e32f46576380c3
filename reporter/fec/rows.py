"""The rules that a line of a FEC follows by itself.

Knows fields. Never the other lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.fec.amounts import Amount, is_finer_than_a_cent, read
from reporter.fec.fields import DATES, MANDATORY, PAIRS, TOLERATED
from reporter.fec.naming import parse_day
from reporter.fec.remarks import doubt, error
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.fec.layout import Layout
    from reporter.fec.remarks import Remark

ACCOUNT = pattern(r"[0-9]{3}.*")
OUTSIDE = pattern(r"(0|25|30|55|56|57|8[0-5]|9).*")
"""The beginnings that neither the plan comptable général nor its usual variants have."""
CURRENCY = pattern(r"[A-Z]{3}")
STRANGE = pattern(r"[|\x00-\x1f\x7f-\x9f\u2028\u2029]")
CONTROL = pattern(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
OPENINGS = {"AN", "RAN", "ANO", "OUV"}
OPENING = ("nouveau", "ouverture", "balance initiale")
"""The codes, and words of the labels, of the journals that carry balances over."""
NO_DAY = "00000000"
OLDEST, LATEST = 10, 1
"""How many years before or after a document may bear its date before one wonders."""
LONG = 3
"""How many years after the closing entries may be validated or lettered before one wonders."""
DEBITS, CREDITS = ("D", "+1"), ("C", "-1")
ZERO = Decimal(0)
Period = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Row:
    """A line cut into its fields, and its two amounts in euros, None where they cannot be read."""

    line: int
    fields: Mapping[str, str]
    debit: Decimal | None
    credit: Decimal | None

    def __getitem__(self, name: str) -> str:
        """Return a field by its name, empty where the file has no such column."""
        return self.fields.get(name, "")

    @property
    def amount(self) -> Decimal | None:
        """Return debit less credit in euros, None where one of them cannot be read."""
        return None if self.debit is None or self.credit is None else self.debit - self.credit

    @property
    def is_opening(self) -> bool:
        """Tell whether the line carries a balance over from the year before (à-nouveau)."""
        label = self["JournalLib"].casefold()
        return self["JournalCode"].upper() in OPENINGS or any(word in label for word in OPENING)

    def bad(self, what: str, name: str, fix: str, more: str = "") -> Remark:
        """Return what the law forbids in a field."""
        return error(what, self.line, f"{name} : {self[name]}{more}", fix, name)

    def odd(self, what: str, name: str, fix: str, more: str = "") -> Remark:
        """Return what is worth a look in a field."""
        return doubt(what, self.line, f"{name} : {self[name]}{more}", fix, name)


def row(line: int, fields: Mapping[str, str], *, signed: bool) -> Row:
    """Return a line, its amounts read from Debit and Credit or from Montant and Sens."""
    if not signed:
        debit, credit = (read(fields[name] or "0").euros for name in ("Debit", "Credit"))
        return Row(line, fields, debit, credit)
    amount, sense = read(fields["Montant"]).euros, fields["Sens"].replace(" ", "").upper()
    if amount is None or sense not in (*DEBITS, *CREDITS):
        return Row(line, fields, None, None)
    return Row(line, fields, amount, ZERO) if sense in DEBITS else Row(line, fields, ZERO, amount)


def row_remarks(row: Row, layout: Layout, period: Period | None) -> Iterator[Remark]:
    """Yield what is wrong in a line; `period` is the financial year, None where it is unknown."""
    yield from _texts(row, layout)
    yield from _dates(row, period)
    yield from _account(row)
    yield from _pairs(row)
    yield from _currency(row)
    yield from _signed(row) if layout.signed else _sides(row)


def _texts(row: Row, layout: Layout) -> Iterator[Remark]:
    strange = STRANGE.search("".join(row.fields.values()))
    for name, text in row.fields.items() if strange else ():
        if CONTROL.search(text):
            yield row.bad("caractère interdit dans un champ", name, "le remplacer par une espace")
        if "|" in text:
            fix = "la remplacer par une espace : elle sert ailleurs de séparateur"
            yield row.odd("barre verticale dans un champ", name, fix)
    for name in MANDATORY:
        if not row[name] and name not in layout.unused:
            yield row.bad("champ obligatoire vide", name, f"remplir {name}")
    for name in TOLERATED:
        if not row[name] and name not in layout.unused:
            fix = f"remplir {name}, par une valeur de convention s’il le faut"
            yield row.odd("champ obligatoire vide", name, fix)
    if layout.cash and not row["DateRglt"]:
        yield row.odd("date de règlement vide", "DateRglt", "la remplir si la ligne est réglée")


def _dates(row: Row, period: Period | None) -> Iterator[Remark]:
    for name in (*DATES, "DateRglt"):
        if row[name] == NO_DAY and name != "EcritureDate":
            yield row.odd("date remplie de zéros", name, "la laisser vide")
        elif row[name] and parse_day(row[name]) is None:
            fix = "écrire une date qui existe, sous la forme AAAAMMJJ"
            yield row.bad("date impossible", name, fix)
    day = parse_day(row["EcritureDate"])
    validated, document = parse_day(row["ValidDate"]), parse_day(row["PieceDate"])
    if day and validated and validated < day:
        fix = "une écriture se valide le jour de sa date, ou après"
        yield row.bad(
            "validation avant l’écriture", "ValidDate", fix, f", écriture du {day:%Y%m%d}"
        )
    if not period:
        return
    first, last = period
    if day and not first <= day <= last:
        fix = f"l’exercice va du {first:%d/%m/%Y} au {last:%d/%m/%Y} ; s’il est plus long, --debut"
        yield row.bad("date hors de l’exercice", "EcritureDate", fix)
    yield from _far(row, first, last)
    if document and not first.year - OLDEST <= document.year <= last.year + LATEST:
        yield row.odd("pièce d’une autre époque", "PieceDate", "vérifier l’année de la pièce")


def _far(row: Row, first: date, last: date) -> Iterator[Remark]:
    """Yield a lettering from before the year, a validation or a lettering from long after it.

    What opens a year may have been lettered before it.
    """
    lettered, validated = parse_day(row["DateLet"]), parse_day(row["ValidDate"])
    if lettered and lettered < first and not row.is_opening:
        yield row.odd("lettrage d’avant l’exercice", "DateLet", "vérifier la date du lettrage")
    for name, day in (("DateLet", lettered), ("ValidDate", validated)):
        if day and day.year > last.year + LONG:
            yield row.odd("date bien après l’exercice", name, f"vérifier l’année de {name}")


def _account(row: Row) -> Iterator[Remark]:
    account = row["CompteNum"]
    if account and not ACCOUNT.fullmatch(account):
        fix = "commencer par trois chiffres du plan comptable"
        yield row.bad("numéro de compte mal écrit", "CompteNum", fix)
    elif OUTSIDE.fullmatch(account):
        yield row.odd("compte hors du plan comptable", "CompteNum", "vérifier ce compte")
    if account and row["CompAuxNum"] and not account.startswith("4"):
        fix = "un compte auxiliaire accompagne d’ordinaire un compte de tiers, de la classe 4"
        yield row.odd("compte auxiliaire inattendu", "CompAuxNum", fix, f", compte {account}")


def _pairs(row: Row) -> Iterator[Remark]:
    for pair in PAIRS:
        empty = [name for name in pair if not row[name]]
        if len(empty) == 1:
            filled = next(name for name in pair if name != empty[0])
            fix = f"remplir aussi {empty[0]}, ou vider les deux"
            yield row.odd("moitié d’une paire", filled, fix)


def _currency(row: Row) -> Iterator[Remark]:
    name, currency = "Montantdevise", row["Idevise"]
    if currency and not CURRENCY.fullmatch(currency):
        yield row.bad("devise mal écrite", "Idevise", "écrire trois capitales : USD")
    if not row[name]:
        if currency:
            fix = "remplir aussi Montantdevise, ou vider les deux"
            yield row.odd("moitié d’une paire", "Idevise", fix)
        return
    euros = read(row[name])
    yield from _written(row, name, euros)
    if not currency and euros.euros == 0:
        yield row.odd("zéro au lieu d’un champ vide", name, "le laisser vide : tout est en euros")
    elif not currency:
        fix = "remplir aussi Idevise, ou vider les deux"
        yield row.bad("moitié d’une paire", name, fix)


def _sides(row: Row) -> Iterator[Remark]:
    for name in ("Debit", "Credit"):
        if row[name]:
            yield from _written(row, name, read(row[name]))
        else:
            yield row.odd("montant vide", name, "écrire 0,00 du côté vide")
    if not row["Debit"] and not row["Credit"]:
        yield row.bad("ligne sans montant", "Debit", "écrire un débit ou un crédit")
    elif row.debit and row.credit:
        fix = "un seul des deux montants diffère de 0,00"
        yield row.bad("débit et crédit sur la même ligne", "Debit", fix)
    elif row.debit == row.credit == 0:
        yield row.odd("ni débit ni crédit", "Debit", "effacer une ligne qui ne porte rien")


def _signed(row: Row) -> Iterator[Remark]:
    amount, sense = read(row["Montant"]), row["Sens"]
    yield from _written(row, "Montant", amount)
    if sense not in (*DEBITS, *CREDITS):
        bad = row.odd if sense.replace(" ", "").upper() in (*DEBITS, *CREDITS) else row.bad
        yield bad("sens mal écrit", "Sens", "écrire D ou C, ou bien +1 ou -1")
    if amount.euros == 0:
        yield row.odd("ni débit ni crédit", "Montant", "effacer une ligne qui ne porte rien")


def _written(row: Row, name: str, amount: Amount) -> Iterator[Remark]:
    if amount.flaw:
        fix = "écrire une virgule avant les décimales, sans séparateur de milliers : 1234,50"
        yield row.bad(f"montant mal écrit : {amount.flaw}", name, fix)
    elif amount.euros is not None and is_finer_than_a_cent(amount.euros):
        yield row.odd("fraction de centime", name, "arrondir au centime")
