"""Whether lines that bear the same letters add up to zero.

Knows lines cut into fields. Never entries. Lettering matches the lines of an account that settle
each other: their sum is zero, unless one of them stands in another year.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.fec.entries import gap, is_usual
from reporter.fec.naming import parse_day
from reporter.french import euros_cents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.fec.remarks import Remark
    from reporter.fec.rows import Row

FIX = "les lignes d’un même lettrage se soldent"


def lettering_remarks(
    rows: Sequence[Row], closing: date | None, *, partial: bool
) -> Iterator[Remark]:
    """Yield the first line of each group of letters that does not add up to zero.

    Nothing is said where its day comes after the last entry or the closing date: the rest of it
    stands in the file that follows. It is a doubt where it may stand in the one before: all on one
    side of an account that carries a balance over, or in a file that is only a part of a year;
    where no day tells; where small letters tell a part payment; or where so many groups are so
    that the software means otherwise.

    Args:
        rows: the lines of the file.
        closing: the last day of the year, None where it is unknown.
        partial: whether the file is but a part of the year.
    """
    groups = _groups(rows)
    carried = {row["CompteNum"] for row in rows if row.is_opening}
    last = max((parse_day(row["EcritureDate"]) or date.min for row in rows), default=date.min)
    closing = min(closing, last) if closing else None
    whole = _balanced_together(rows)
    found: list[Remark] = []
    for group in groups:
        difference = gap(group)
        letters = group[0]["EcritureLet"]
        if not difference or letters in whole or _follows(group, closing):
            continue
        remark = group[0].bad(
            "lettrage déséquilibré", "EcritureLet", FIX, f", écart de {euros_cents(difference)}"
        )
        elsewhere = partial or _may_precede(group, carried) or letters != letters.upper()
        found.append(replace(remark, level="doute") if elsewhere else remark)
    firm = sum(remark.level == "erreur" for remark in found)
    usual = is_usual(firm, len(groups))
    for remark in found:
        yield replace(remark, level="doute") if usual else remark


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the lines lettered together: the same account, third party and letters."""
    groups: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row["EcritureLet"]:
            groups[row["CompteNum"], row["CompAuxNum"], row["EcritureLet"]].append(row)
    return list(groups.values())


def _balanced_together(rows: Sequence[Row]) -> set[str]:
    """Return the letters whose lines settle each other across accounts."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        if row["EcritureLet"]:
            sums[row["EcritureLet"]] += row.amount or Decimal(0)
    return {letters for letters, total in sums.items() if not total}


def _follows(group: Sequence[Row], closing: date | None) -> bool:
    days = [parse_day(row["DateLet"]) for row in group]
    return closing is not None and any(day is not None and day > closing for day in days)


def _may_precede(group: Sequence[Row], carried: set[str]) -> bool:
    sides = {(row.amount or 0) > 0 for row in group}
    undated = any(not row["DateLet"] for row in group)
    return undated or (len(sides) == 1 and group[0]["CompteNum"] in carried)
