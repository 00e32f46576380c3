"""What the law allows in a FEC and that a careful reader still looks at.

Knows lines and entries. Never bytes. Everything here is a doubt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.fec.entries import PROFIT_AND_LOSS
from reporter.fec.remarks import doubt

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from reporter.fec.entries import Entry
    from reporter.fec.remarks import Remark
    from reporter.fec.rows import Row

LABELS = (
    ("JournalCode", "JournalLib"),
    ("CompteNum", "CompteLib"),
    ("CompAuxNum", "CompAuxLib"),
)


def habit_remarks(rows: Sequence[Row], made: Sequence[Entry]) -> Iterator[Remark]:
    """Yield what is worth a look between lines."""
    yield from _labels(rows)
    yield from _openings(made)
    yield from _closings(made)
    yield from _twice(made)


def _labels(rows: Sequence[Row]) -> Iterator[Remark]:
    first: dict[tuple[str, str], str] = {}
    for row in rows:
        for code, label in LABELS:
            if not row[code] or not row[label]:
                continue
            known = first.setdefault((code, row[code]), row[label])
            if row[label] != known and folded(row[label]) != folded(known):
                fix = "donner un seul libellé à chaque code"
                more = f", plus haut «\u00a0{known}\u00a0» pour {row[code]}"
                yield row.odd("deux libellés pour un même code", label, fix, more)


def _openings(made: Sequence[Entry]) -> Iterator[Remark]:
    """Yield what carries balances over elsewhere than at the head (art. A47 A-1, VII 3°)."""
    begun = False
    for entry in made:
        if not entry.first.is_opening:
            begun = True
            continue
        if begun:
            fix = "numéroter et ranger les à-nouveaux avant les autres écritures"
            yield entry.first.odd("à-nouveaux après d’autres écritures", "JournalCode", fix)
        for row in entry.rows:
            if row["CompteNum"].startswith(PROFIT_AND_LOSS):
                fix = "une charge ou un produit ne passe pas d’une année à l’autre"
                yield row.odd("à-nouveau sur une charge ou un produit", "CompteNum", fix)


def _closings(made: Sequence[Entry]) -> Iterator[Remark]:
    """Yield the entries that empty charges and products into the result (art. A47 A-1, VII 1°)."""
    for entry in made:
        if entry.closes:
            fix = "le FEC s’arrête avant les écritures qui soldent charges et produits"
            yield doubt("écriture de clôture", entry.first.line, fix=fix)


def _twice(made: Sequence[Entry]) -> Iterator[Remark]:
    """Yield an entry that says again what another says: document, day, accounts and amounts."""
    known: dict[Hashable, Entry] = {}
    for entry in made:
        if not any(row.amount for row in entry.rows):
            continue
        other = known.setdefault(_said(entry), entry)
        if other is not entry:
            fix = "vérifier que l’écriture n’a pas été passée deux fois"
            more = f", comme {other.first['EcritureNum']} en ligne {other.first.line}"
            yield entry.first.odd("écriture passée deux fois", "EcritureNum", fix, more)


def _said(entry: Entry) -> Hashable:
    first = entry.first
    lines = frozenset(
        (row["CompteNum"], row["CompAuxNum"], row["PieceRef"], row["EcritureLib"], row.amount)
        for row in entry.rows
    )
    return first["JournalCode"], first["EcritureDate"], len(entry.rows), lines
