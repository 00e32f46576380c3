"""Everything that is wrong or doubtful in a FEC, line by line, beyond what the official tool sees.

Knows how the rules of the format (art. A47 A-1) follow each other. Never the owner's books.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reporter.fec.decoding import decode
from reporter.fec.entries import SHARE, entries, entry_remarks
from reporter.fec.fields import UNUSED_BY_ALL
from reporter.fec.habits import habit_remarks
from reporter.fec.layout import layout, unquoted
from reporter.fec.lettering import lettering_remarks
from reporter.fec.naming import is_siren, parse_day, parse_name
from reporter.fec.numbering import numbering
from reporter.fec.remarks import Repeated, doubt, error, repeated
from reporter.fec.rows import Row, row, row_remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.fec.decoding import Numbered
    from reporter.fec.layout import Layout
    from reporter.fec.remarks import Level, Remark

OF_HABIT = ("validation avant l’écriture", "deux dates dans une écriture")
YEARS = (1900, 2999)
"""The years that a FEC may close in: others are slips, and tell no financial year."""
MANY = 10
"""More lines than any entry has: what is met so often is no slip in one of them."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a FEC holds and what is said of it.

    Attributes:
        lines: how many lines of entries there are.
        remarks: everything, in the order of the lines.
        rows: the lines cut into fields; all of them where there is no mistake.
    """

    lines: int
    remarks: tuple[Remark, ...]
    rows: tuple[Row, ...] = ()

    def of(self, level: Level) -> tuple[Repeated, ...]:
        """Return the remarks of a level, those that say the same put together."""
        return repeated(remark for remark in self.remarks if remark.level == level)


def check_fec(data: bytes, name: str, opening: date | None = None) -> Checked:
    """Return what is said of a FEC.

    Args:
        data: the file as it is.
        name: its name, which holds the SIREN and the closing date.
        opening: the first day of the financial year; left out, twelve months before its end.
    """
    remarks = list(_name_remarks(name))
    lines = decode(data, remarks)
    if not lines:
        if not remarks or remarks[-1].level != "erreur":
            remarks.append(error("fichier vide", 1, fix="y écrire l’en-tête et les écritures"))
        return Checked(0, tuple(remarks))
    cut, rows = layout(lines[0], remarks), list[Row]()
    if cut and (rows := _rows(lines, cut, remarks)):
        remarks += _remarks(rows, cut, _period(name, opening))
    said = tuple(sorted(remarks, key=lambda remark: remark.line))
    return Checked(len(lines) - 1, said, tuple(rows))


def _remarks(rows: list[Row], cut: Layout, period: tuple[date, date] | None) -> Iterator[Remark]:
    never = _never(rows, cut)
    if never:
        fix = "permis aux BNC et aux BA seulement"
        yield doubt("colonnes jamais remplies", rows[0].line, ", ".join(never), fix)
    cut = replace(cut, unused=(*cut.unused, *never))
    alone = [remark for one in rows for remark in row_remarks(one, cut, period)]
    yield from _habitual(alone, len(rows))
    way, made = entries(rows)
    yield from _habitual(list(entry_remarks(way, made, cash=cut.cash)), len(rows))
    numbers = numbering(way, made)
    yield from numbers.remarks
    closing = period[1] if period else None
    yield from lettering_remarks(rows, closing, partial=numbers.partial)
    yield from habit_remarks(rows, made)


def _never(rows: list[Row], cut: Layout) -> tuple[str, ...]:
    """Return the fields that no line fills and that commercial BNC and BA accounts may leave so."""
    empty = (name for name in UNUSED_BY_ALL if name not in cut.unused)
    return tuple(name for name in empty if not any(one[name] for one in rows))


def _habitual(remarks: list[Remark], lines: int) -> Iterator[Remark]:
    """Yield remarks, those about validation as doubts where the software always does so."""
    seen = [remark for remark in remarks if remark.field == "ValidDate"]
    usual = len(seen) > max(MANY, lines // SHARE)
    for remark in remarks:
        yield replace(remark, level="doute") if usual and remark.what in OF_HABIT else remark


def _name_remarks(name: str) -> Iterator[Remark]:
    parts = parse_name(name)
    if parts is None:
        fix = "le nommer SIREN, FEC, date de clôture\u00a0: 812345676FEC20201231.txt"
        yield error("nom de fichier mal formé", 0, name, fix)
        return
    siren, closing = parts
    if not is_siren(siren):
        fix = "écrire les neuf chiffres du SIREN ; le dernier est une clé de contrôle"
        yield error("SIREN faux dans le nom du fichier", 0, siren, fix)
    day = parse_day(closing)
    if day is None or not YEARS[0] <= day.year <= YEARS[1]:
        fix = "écrire la date de clôture sous la forme AAAAMMJJ"
        yield error("date impossible dans le nom du fichier", 0, closing, fix)
    if "FEC" not in name or not name.lower().endswith(".txt"):
        fix = "le nommer SIREN, FEC en capitales, date de clôture, .txt"
        yield doubt("nom de fichier inhabituel", 0, name, fix)


def _period(name: str, opening: date | None) -> tuple[date, date] | None:
    parts = parse_name(name)
    closing = parse_day(parts[1]) if parts else None
    if closing is None or not YEARS[0] <= closing.year <= YEARS[1]:
        return None
    return opening or _year_before(closing + timedelta(days=1)), closing


def _year_before(day: date) -> date:
    """Return the same day a year before; 1 March before 29 February has no such day."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28) if leap else day.replace(year=day.year - 1)


def _rows(lines: list[Numbered], cut: Layout, remarks: list[Remark]) -> list[Row]:
    """Return the lines cut into fields, those that cannot be left out."""
    header, *rest = lines
    if not rest:
        remarks.append(
            error("aucune écriture", header.number, fix="un FEC a au moins une écriture")
        )
    width, found = len(cut.names), []
    cells = [(line, line.text.split(cut.separator)) for line in rest]
    trailing = sum(_trails(fields, width) for _, fields in cells) * 2 > len(cells)
    for line, fields in cells:
        if trailing and _trails(fields, width):
            fix = "finir la ligne sans séparateur"
            remarks.append(doubt("séparateur en fin de ligne", line.number, fix=fix))
        elif len(fields) != width:
            shown = f"{len(fields)} champs au lieu de {width}\u00a0: {line.text}"
            fix = "autant de champs que de colonnes ; aucun texte ne contient le séparateur"
            remarks.append(error("nombre de champs faux", line.number, shown, fix))
            continue
        kept = [unquoted(field) for field in fields[:width]]
        if any(field.strip() != text for field, text in zip(fields, kept, strict=False)):
            remarks.append(
                doubt("champ entre guillemets", line.number, fix="enlever les guillemets")
            )
        named = {key: field for key, field in zip(cut.names, kept, strict=True) if key}
        found.append(row(line.number, named, signed=cut.signed))
    return found


def _trails(fields: list[str], width: int) -> bool:
    """Tell whether a line has one blank field too many: believed where most lines have it."""
    return len(fields) > width and not any(field.strip() for field in fields[width:])
