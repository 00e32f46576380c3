"""A small FEC, and how to change it, write it and read what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reporter.fec.checking import check_fec
from reporter.fec.fields import FIELDS

NAME = "812345676FEC20201231.txt"
GOOD = """\
AC|Achats|1|20200102|401000|Tiers|FQUAI|Quai|A-1|20200102|Achat|0,00|372,00|AAA|20200121|20200102||
AC|Achats|1|20200102|613200|Locations|||A-1|20200102|Achat|310,00|0,00|||20200102||
AC|Achats|1|20200102|445660|TVA|||A-1|20200102|Achat|62,00|0,00|||20200102||
BQ|Banque|2|20200121|512000|Banques|||A-1|20200102|Payé|0,00|372,00|||20200121||
BQ|Banque|2|20200121|401000|Tiers|FQUAI|Quai|A-1|20200102|Payé|372,00|0,00|AAA|20200121|20200121||
VE|Ventes|3|20200131|411000|Clients|CCAFE|Café d’été|F-1|20200131|Vente|1200,00|0,00|||20200131||
VE|Ventes|3|20200131|706000|Ventes|||F-1|20200131|Vente|0,00|1000,00|||20200131|-1100,00|USD
VE|Ventes|3|20200131|445710|TVA due|||F-1|20200131|Vente|0,00|200,00|||20200131||
OD|Divers|4|20201231|681120|Dotations|||AM-1|20201231|Dotation|100,00|0,00|||20201231||
OD|Divers|4|20201231|281830|Amortissements|||AM-1|20201231|Dotation|0,00|100,00|||20201231||
""".replace("|", "\t")
"""Lines 2 to 11 of the file, under the header."""

Rows = list[list[str]]
Change = Callable[[Rows], object]
Said = tuple[int, str, str]


def good() -> Rows:
    return [list(FIELDS), *(line.split("\t") for line in GOOD.splitlines())]


def encoded(rows: Rows, separator: str = "\t", end: str = "\r\n", encoding: str = "utf-8") -> bytes:
    return "".join(separator.join(row) + end for row in rows).encode(encoding)


def found(data: bytes, name: str = NAME, opening: date | None = None) -> list[Said]:
    """Return the line, the level and the words of each remark; line 0 is the file."""
    return [(said.line, said.level, said.what) for said in check_fec(data, name, opening).remarks]


def errors(data: bytes, name: str = NAME, opening: date | None = None) -> list[Said]:
    return [said for said in found(data, name, opening) if said[1] == "erreur"]


def put(line: int, field: str, value: str) -> Change:
    """Return the change of a field; the header is line 1."""

    def change(rows: Rows) -> None:
        rows[line - 1][FIELDS.index(field)] = value

    return change


def put_all(first: int, last: int, field: str, value: str) -> Change:
    def change(rows: Rows) -> None:
        for line in range(first, last + 1):
            put(line, field, value)(rows)

    return change


def both(*changes: Change) -> Change:
    return lambda rows: [change(rows) for change in changes]


def drop(line: int) -> Change:
    return lambda rows: rows.pop(line - 1)


def swap_columns(rows: Rows, first: str, second: str) -> None:
    a, b = FIELDS.index(first), FIELDS.index(second)
    for row in rows:
        row[a], row[b] = row[b], row[a]


def widen(title: str, value: str) -> Change:
    def change(rows: Rows) -> None:
        for rank, row in enumerate(rows):
            row.append(value if rank else title)

    return change


def move(first: int, last: int, to: int) -> Change:
    """Return the move of lines to the place of another, counted once they are taken out."""

    def change(rows: Rows) -> None:
        taken = rows[first - 1 : last]
        del rows[first - 1 : last]
        rows[to - 1 : to - 1] = taken

    return change


def signed(rows: Rows, debit: str = "D", credit: str = "C") -> Rows:
    """Return the same lines with Montant and Sens."""
    debits = FIELDS.index("Debit")
    changed = [list(row) for row in rows]
    changed[0][debits : debits + 2] = ["Montant", "Sens"]
    for row in changed[1:]:
        amount, other = row[debits : debits + 2]
        on_debit = amount.strip("0,") != ""
        row[debits : debits + 2] = [amount, debit] if on_debit else [other, credit]
    return changed


def cash(rows: Rows, *, client: bool) -> Rows:
    """Return the same lines as cash accounts: those of BNC where there is a client."""
    more = ["DateRglt", "ModeRglt", "NatOp", *(["IdClient"] if client else [])]
    values = ["20200201", "VIR", "", *(["C1"] if client else [])]
    return [[*row, *(values if rank else more)] for rank, row in enumerate(rows)]
