"""The order of a FEC: numbers without gap, validations that do not go back in time.

Knows entries and their numbers. Never amounts. Source: art. A47 A-1, VII 1° and 3° (a continuous
sequence; lines in the order of validation).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reporter.fec.entries import FEW, ODD, is_usual
from reporter.fec.naming import parse_day
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reporter.fec.entries import Entry, Way
    from reporter.fec.remarks import Remark
    from reporter.fec.rows import Row

NUMBER = pattern(r"(.*?)([0-9]{1,18})[^0-9]*")
APART = "ranger les écritures par ordre de validation"


class Numbered(NamedTuple):
    """The first line of an entry, its number, and what stands before the number."""

    row: Row
    prefix: str
    number: int


class Numbering(NamedTuple):
    """What is said of the numbers, and whether they are those of a part of a year only."""

    remarks: list[Remark]
    partial: bool


def numbering(way: Way, made: Sequence[Entry]) -> Numbering:
    """Return gaps, repeats and inversions of numbers, and validations that go back in time."""
    rows = [row for entry in made for row in (entry.rows if way == "line" else entry.rows[:1])]
    numbered, silent = _numbers(rows)
    series = _series(numbered)
    gaps = [remark for one in series for remark in _gaps(one)]
    inversions = [remark for one in series for remark in _inversions(one)]
    late = [remark for one in series for remark in _late(one)]
    together = [[one.row for one in rank] for rank in series] if len(series) > 1 else [rows]
    backwards = [remark for one in together for remark in _validated(one)]
    otherwise = _is_sorted_otherwise(made)
    remarks = [
        *silent,
        *_judged(gaps, usual=len(gaps) > max(FEW, len(rows) // ODD)),
        *_judged(inversions, usual=otherwise or is_usual(len(inversions), len(rows))),
        *_judged(backwards, usual=otherwise or is_usual(len(backwards), len(rows))),
        *late,
    ]
    return Numbering(remarks, partial=bool(series) and len(late) == len(series))


def _numbers(rows: Iterable[Row]) -> tuple[list[Numbered], list[Remark]]:
    numbered: list[Numbered] = []
    silent: list[Remark] = []
    for row in rows:
        text = row["EcritureNum"]
        if found := NUMBER.fullmatch(text):
            numbered.append(Numbered(row, found[1], int(found[2])))
        elif text:
            fix = "finir le numéro par des chiffres qui se suivent"
            bad = row.odd if row.is_opening else row.bad
            silent.append(bad("numéro d’écriture sans chiffre", "EcritureNum", fix))
    return numbered, silent


def _series(numbered: list[Numbered]) -> list[list[Numbered]]:
    """Return the sequences that the numbers make: one, or one by journal, or by month in each.

    The law wants one; software makes others. A reading is believed only where it leaves fewer
    breaks, a sequence that does not begin at 1 counting as one: otherwise a gap between two
    journals of one entry would pass.
    """
    best = [numbered] if numbered else []
    least = _breaks(best)
    for key in READINGS:
        groups: defaultdict[tuple[str, ...], list[Numbered]] = defaultdict(list)
        for one in numbered:
            groups[key(one)].append(one)
        made = list(groups.values())
        breaks = _breaks(made) + sum(min(one.number for one in group) != 1 for group in made)
        if breaks < least:
            best, least = made, breaks
    return best


def _breaks(series: list[list[Numbered]]) -> int:
    return sum(sum(1 for _ in (*_gaps(one), *_inversions(one))) for one in series)


READINGS: tuple[Callable[[Numbered], tuple[str, ...]], ...] = (
    lambda one: (one.row["JournalCode"],),
    lambda one: (one.row["JournalCode"], one.prefix),
    lambda one: (one.row["JournalCode"], one.row["EcritureDate"][:6]),
    lambda one: (one.row["EcritureDate"][:6],),
)


def _gaps(series: Sequence[Numbered]) -> Iterator[Remark]:
    for before, after in pairwise(sorted(series, key=lambda one: one.number)):
        if after.number - before.number > 1:
            fix = "retrouver les écritures qui manquent, ou dire pourquoi"
            more = f", après {before.row['EcritureNum']}"
            yield after.row.bad("numéro d’écriture manquant", "EcritureNum", fix, more)


def _inversions(series: Sequence[Numbered]) -> Iterator[Remark]:
    for before, after in pairwise(series):
        if after.number <= before.number:
            more = f", après {before.row['EcritureNum']}"
            yield after.row.bad("numéro d’écriture qui ne croît pas", "EcritureNum", APART, more)


def _late(series: Sequence[Numbered]) -> Iterator[Remark]:
    first = min(series, key=lambda one: one.number)
    if first.number > 1:
        fix = "vérifier qu’aucune écriture ne manque avant elle"
        yield first.row.odd("numéros qui ne commencent pas à 1", "EcritureNum", fix)


def _validated(rows: Sequence[Row]) -> Iterator[Remark]:
    for before, after in pairwise(rows):
        earlier, later = parse_day(before["ValidDate"]), parse_day(after["ValidDate"])
        if earlier and later and later < earlier:
            what, more = "validation plus ancienne que la précédente", f", après {earlier:%Y%m%d}"
            yield after.bad(what, "ValidDate", APART, more)


def _is_sorted_otherwise(made: Sequence[Entry]) -> bool:
    """Tell whether a file is sorted by account, or holds its journals one after the other.

    Entries of one line each, or one entry by journal, would tell nothing.
    """
    lines = sorted((row for entry in made for row in entry.rows), key=lambda row: row.line)
    accounts = [row["CompteNum"] for row in lines]
    codes = [entry.first["JournalCode"] for entry in made]
    changes = sum(before != after for before, after in pairwise(codes))
    journals = len(set(codes))
    blocks = 1 < journals == changes + 1 and len(codes) * FEW > journals * 3
    return blocks or (len(lines) > len(codes) and accounts == sorted(accounts))


def _judged(found: list[Remark], *, usual: bool) -> Iterator[Remark]:
    """Yield remarks as they are, or as doubts where the software always does so."""
    for remark in found:
        yield replace(remark, level="doute") if usual else remark
