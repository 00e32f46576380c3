"""The rules that the lines of a FEC follow together: entries, numbers, order, labels.

Knows lines cut into fields. Never bytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BadCell
from reporter.fec.naming import parse_day
from reporter.french import euros_cents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.fec.rows import Row

LAST_DIGITS = re.compile(r"[0-9]{1,18}$")
LABELS = (
    ("JournalCode", "JournalLib"),
    ("CompteNum", "CompteLib"),
    ("CompAuxNum", "CompAuxLib"),
)
Key = tuple[str, str]


class Block(NamedTuple):
    """Lines that follow each other and bear the same journal and number."""

    key: Key
    rows: list[Row]

    @property
    def first(self) -> Row:
        """Return the line that opens the block."""
        return self.rows[0]

    @property
    def number(self) -> int | None:
        """Return the figures that end the number of the entry, None where there are none."""
        found = LAST_DIGITS.search(self.key[1])
        return int(found[0]) if found else None


def sequence_mistakes(rows: Iterable[Row]) -> Iterator[BadCell]:
    """Yield what is wrong between lines."""
    kept = list(rows)
    blocks = [Block(key, list(group)) for key, group in groupby(kept, _key)]
    yield from _whole(blocks)
    yield from _balanced(kept)
    yield from _ordered(blocks)
    yield from _one_label(kept)


def _key(row: Row) -> Key:
    return row["JournalCode"], row["EcritureNum"]


def _whole(blocks: list[Block]) -> Iterator[BadCell]:
    """Yield entries cut in two, and lines that do not share their entry's dates."""
    seen: set[Key] = set()
    for block in blocks:
        if block.key in seen:
            fix = "ranger ensemble les lignes d’une écriture, et ne pas reprendre son numéro"
            yield block.first.bad("écriture en plusieurs morceaux", "EcritureNum", fix)
        seen.add(block.key)
        if block.number is None:
            fix = "finir le numéro par des chiffres qui se suivent"
            yield block.first.bad("numéro d’écriture sans chiffre", "EcritureNum", fix)
        for name in ("EcritureDate", "ValidDate"):
            for row in block.rows[1:]:
                if row[name] != block.first[name]:
                    fix = f"écrire {block.first[name]}, comme sur sa première ligne"
                    yield row.bad("deux dates dans une écriture", name, fix)


def _balanced(rows: list[Row]) -> Iterator[BadCell]:
    entries: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        entries[_key(row)].append(row)
    for lines in entries.values():
        debits = [row.euros("Debit") for row in lines]
        credits_ = [row.euros("Credit") for row in lines]
        if None in debits or None in credits_:
            continue
        debit, credit = (sum(filter(None, side), Decimal(0)) for side in (debits, credits_))
        if debit != credit:
            gap = euros_cents(debit - credit)
            shown = f"débit {euros_cents(debit)}, crédit {euros_cents(credit)}"
            fix = f"corriger l’écart de {gap} entre ses {len(lines)} lignes"
            yield BadCell("écriture déséquilibrée", lines[0].place, shown=shown, fix=fix)


def _ordered(blocks: list[Block]) -> Iterator[BadCell]:
    """Yield gaps and inversions of numbers, and validations that go back in time.

    Numbers run through the file, or through each journal. The second reading is believed only
    where it leaves fewer mistakes, a journal that does not begin at 1 counting as one: otherwise
    a gap between two journals of one entry would pass.
    """
    journals: defaultdict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        journals[block.key[0]].append(block)
    whole = list(_numbered(blocks))
    apart = [mistake for journal in journals.values() for mistake in _numbered(journal)]
    late = sum(journal[0].number != 1 for journal in journals.values())
    by_journal = len(apart) + late < len(whole)
    yield from apart if by_journal else whole
    for sequence in journals.values() if by_journal else (blocks,):
        yield from _validated(sequence)


def _numbered(blocks: list[Block]) -> Iterator[BadCell]:
    for before, after in pairwise(blocks):
        if before.number is None or after.number is None or before.key == after.key:
            continue
        step = after.number - before.number
        if step > 1:
            fix = f"l’écriture d’avant porte {before.key[1]} : rien ne doit manquer entre elles"
            yield after.first.bad("numéro d’écriture manquant", "EcritureNum", fix)
        elif step <= 0:
            fix = f"l’écriture d’avant porte {before.key[1]} : les numéros doivent croître"
            yield after.first.bad("numéro d’écriture qui ne croît pas", "EcritureNum", fix)


def _validated(blocks: Iterable[Block]) -> Iterator[BadCell]:
    for before, after in pairwise(blocks):
        first = before.first["ValidDate"]
        earlier, later = parse_day(first), parse_day(after.first["ValidDate"])
        if earlier and later and later < earlier:
            fix = f"ranger par validation : l’écriture d’avant est du {first}"
            yield after.first.bad("validation plus ancienne que la précédente", "ValidDate", fix)


def _one_label(rows: list[Row]) -> Iterator[BadCell]:
    first: dict[tuple[str, str], str] = {}
    for row in rows:
        for code, label in LABELS:
            if not row[code].strip() or not row[label].strip():
                continue
            known = first.setdefault((code, row[code]), row[label])
            if row[label] != known:
                fix = f"{row[code]} s’appelle plus haut « {known} »"
                yield row.bad("deux libellés pour un même code", label, fix)
