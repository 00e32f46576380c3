"""Lines of a FEC → entries, whichever way the software numbers them, and whether they balance.

Knows lines cut into fields. Never the order of the numbers. The law wants a number per entry
(art. A47 A-1, VII 3°); it does not say that the lines of an entry follow each other.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.fec.remarks import doubt, error
from reporter.french import euros_cents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reporter.fec.remarks import Remark
    from reporter.fec.rows import Row

Key = tuple[str, ...]
Way = Literal["number", "month", "day", "line"]
"""What a number names: an entry of the journal, of its month, of its day; or else a line."""

KEYS: dict[Way, Callable[[Row], Key]] = {
    "number": lambda row: (row["JournalCode"], row["EcritureNum"]),
    "month": lambda row: (row["JournalCode"], row["EcritureNum"], row["EcritureDate"][:6]),
    "day": lambda row: (row["JournalCode"], row["EcritureNum"], row["EcritureDate"]),
    "line": lambda row: (row["JournalCode"], row["EcritureDate"]),
}
FEW, SHARE = 2, 20
RESULT, PROFIT_AND_LOSS = "12", ("6", "7")
TAKEN = "numéro d’écriture déjà pris"
TWICE = f"{TAKEN}, par la même écriture"
"""A file pasted after itself, say: its sums are then double."""
ODD = 4
"""Another way than the law's is believed where a quarter of the entries make no sense in it."""


class Entry(NamedTuple):
    """Lines that belong together."""

    key: Key
    rows: Sequence[Row]

    @property
    def first(self) -> Row:
        """Return the line that comes first."""
        return self.rows[0]

    @property
    def closes(self) -> bool:
        """Tell whether it carries charges or products into the result (art. A47 A-1, VII 1°)."""
        accounts = [row["CompteNum"] for row in self.rows]
        result = any(account.startswith(RESULT) for account in accounts)
        return result and any(account.startswith(PROFIT_AND_LOSS) for account in accounts)

    @property
    def gap(self) -> Decimal | None:
        """Return debits less credits in euros, None where an amount cannot be read."""
        return gap(self.rows)


def gap(rows: Iterable[Row]) -> Decimal | None:
    """Return debits less credits of lines in euros, None where an amount cannot be read."""
    total = Decimal(0)
    for row in rows:
        if row.amount is None:
            return None
        total += row.amount
    return total


def is_usual(found: int, among: int) -> bool:
    """Tell whether something is met so often that it is a habit of the software, not a slip."""
    return found > max(FEW, among // SHARE)


def entries(rows: Sequence[Row]) -> tuple[Way, list[Entry]]:
    """Return the entries in the order of their first lines, and what their numbers name."""
    best = _entries(rows, "number")
    way: Way = "number"
    least = _nonsense(best)
    if least > max(FEW, len(best) // ODD):
        for other in ("month", "day", "line"):
            made = _entries(rows, other)
            if _nonsense(made) * 2 < least:
                way, best, least = other, made, _nonsense(made)
    return way, best


def _entries(rows: Sequence[Row], way: Way) -> list[Entry]:
    groups: defaultdict[Key, list[Row]] = defaultdict(list)
    key = KEYS[way]
    for row in rows:
        groups[key(row)].append(row)
    return [Entry(*group) for group in groups.items()]


def _nonsense(made: Iterable[Entry]) -> int:
    """Return how many entries do not balance, or bear two dates."""
    return sum(
        bool(entry.gap)
        or any(row["EcritureDate"] != entry.first["EcritureDate"] for row in entry.rows)
        for entry in made
    )


def entry_remarks(way: Way, made: Sequence[Entry], *, cash: bool) -> Iterator[Remark]:
    """Yield the entries that do not balance, share a number, or bear two dates.

    In cash accounts most lines stand alone, without the bank on the other side.
    """
    if way == "line":
        fix = "donner un même numéro à toutes les lignes d’une écriture"
        yield doubt("numéro par ligne, et non par écriture", made[0].first.line, fix=fix)
    apart = [entry for entry in made if entry.gap]
    if cash and (is_usual(len(apart), len(made)) or len(apart) == len(made)):
        fix = "rien si la comptabilité est tenue en recettes et dépenses"
        yield doubt("écritures en partie simple", apart[0].first.line, fix=fix)
    else:
        yield from map(_unbalanced, apart)
    for entry in made:
        yield from _shared(entry)
        yield from _dates(entry)


def _unbalanced(entry: Entry) -> Remark:
    debit = sum((row.debit for row in entry.rows if row.debit), Decimal(0))
    credit = sum((row.credit for row in entry.rows if row.credit), Decimal(0))
    shown = (
        f"débit {euros_cents(debit)}, crédit {euros_cents(credit)}\u00a0: "
        f"{euros_cents(debit - credit)} {_among(len(entry.rows))}"
    )
    fix = "corriger l’écart entre les lignes de l’écriture"
    return error("écriture déséquilibrée", entry.first.line, shown, fix)


def _among(lines: int) -> str:
    return "sur une seule ligne" if lines == 1 else f"entre {lines} lignes"


def _shared(entry: Entry) -> Iterator[Remark]:
    """Yield a number that stands twice: its lines are apart, and each part balances by itself."""
    parts: list[list[Row]] = [[entry.first]]
    for before, after in pairwise(entry.rows):
        if after.line == before.line + 1:
            parts[-1].append(after)
        else:
            parts.append([after])
    if not any(gap(part) != 0 for part in parts):
        known = {_said(parts[0])}
        for part in parts[1:]:
            fix = "donner un numéro à chaque écriture, et ne la passer qu’une fois"
            what = TWICE if _said(part) in known else TAKEN
            yield part[0].bad(what, "EcritureNum", fix)
            known.add(_said(part))


def _said(part: Iterable[Row]) -> frozenset[tuple[str, str, Decimal | None]]:
    """Return what an entry does: its days, accounts and amounts."""
    return frozenset((row["EcritureDate"], row["CompteNum"], row.amount) for row in part)


def _dates(entry: Entry) -> Iterator[Remark]:
    for name in ("EcritureDate", "ValidDate"):
        known = entry.first[name]
        for row in entry.rows:
            if row[name] != known:
                fix = "écrire la même date sur toutes les lignes d’une écriture"
                yield row.bad("deux dates dans une écriture", name, fix, f", plus haut {known}")
