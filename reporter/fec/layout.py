"""The first line of a FEC: what separates fields, which column is which, which accounts they are.

Knows the columns of art. A47 A-1, VII, VIII and X. Never what stands under them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.fec.fields import ALIASES, CASH, CLIENT, FIELDS, NEAR, SIGNED, UNUSED_IN_CASH
from reporter.fec.remarks import doubt, error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.fec.decoding import Numbered
    from reporter.fec.remarks import Remark

SEPARATORS = ("\t", "|")
QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a file are cut.

    Attributes:
        separator: what stands between two fields.
        names: the name of each column, empty where it is the company's own.
        signed: whether Montant and Sens stand for Debit and Credit.
        cash: whether these are cash accounts (BNC or BA).
        unused: the mandatory fields that these accounts may leave empty.
    """

    separator: str
    names: tuple[str, ...]
    signed: bool
    cash: bool
    unused: tuple[str, ...] = ()


def layout(header: Numbered, remarks: list[Remark]) -> Layout | None:
    """Return how a file is cut, None where its first line does not tell which field is which."""
    if header.text.lstrip().startswith("<?xml"):
        fix = "exporter plutôt à plat, séparé par des tabulations"
        remarks.append(error("FEC en XML : il n’est pas relu", header.number, fix=fix))
        return None
    separator = next((mark for mark in SEPARATORS if mark in header.text), None)
    if separator is None:
        fix = "séparer les champs par une tabulation ou une barre verticale"
        remarks.append(error("séparateur introuvable", header.number, header.text, fix))
        return None
    columns = [unquoted(column) for column in header.text.split(separator)]
    while columns and not columns[-1]:
        columns.pop()
    signed = any(folded(column) == "montant" for column in columns)
    expected = _expected(signed=signed)
    remarks += _mistakes(columns, expected, header.number)
    known = {_key(name): name for name in (*expected, *CASH, CLIENT)} | ALIASES | NEAR
    names = tuple(known.get(_key(column), "") for column in columns)
    if any(names.count(name) != 1 for name in expected):
        return None
    cash = all(name in names for name in CASH[:2])
    return Layout(separator, names, signed, cash, UNUSED_IN_CASH if cash else ())


def unquoted(text: str) -> str:
    """Return a field without the blanks and the quotes around it."""
    text = text.strip()
    quoted = len(text) > 1 and text[0] == text[-1] == QUOTE
    return text[1:-1].replace(QUOTE * 2, QUOTE).strip() if quoted else text


def _expected(*, signed: bool) -> tuple[str, ...]:
    return tuple(SIGNED.get(name, name) if signed else name for name in FIELDS)


def _key(column: str) -> str:
    return folded(column).replace(" ", "")


def _mistakes(columns: list[str], expected: tuple[str, ...], number: int) -> Iterator[Remark]:
    for rank, (column, field) in enumerate(zip(columns, expected, strict=False), 1):
        shown = f"{column}, colonne {rank} : {field}"
        known = (ALIASES | NEAR).get(_key(column), column)
        if _key(known) != _key(field):
            fix = "nommer les dix-huit premières colonnes comme l’article A47 A-1, dans l’ordre"
            yield error("en-tête faux", number, shown, fix)
        elif column != field and _key(column) not in ALIASES:
            fix = "écrire les noms à la lettre près, majuscules comprises"
            yield doubt("en-tête à une lettre près", number, shown, fix)
    if len(columns) < len(expected):
        shown = f"{len(columns)} colonnes"
        fix = f"un FEC a au moins {len(expected)} colonnes, dans l’ordre : {', '.join(expected)}"
        yield error("nombre de colonnes faux", number, shown, fix)
