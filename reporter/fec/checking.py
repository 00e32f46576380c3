"""Everything that is wrong in a FEC, line by line, beyond what the official tool looks at.

Knows the rules of the format (art. A47 A-1) and of double entry. Never the owner's books.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from reporter.errors import BadCell, Place
from reporter.fec.decoding import at, decode
from reporter.fec.fields import FIELDS
from reporter.fec.naming import is_siren, parse_day, parse_name
from reporter.fec.rows import Row, row_mistakes
from reporter.fec.sequence import sequence_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.fec.decoding import Numbered

SEPARATORS = ("\t", "|")


def check_fec(data: bytes, name: str, opening: date | None = None) -> tuple[BadCell, ...]:
    """Return the mistakes of a FEC in the order of its lines; none where it is good.

    Args:
        data: the file as it is.
        name: its name, which holds the SIREN and the closing date.
        opening: the first day of the financial year; left out, twelve months before its end.
    """
    errors = list(_name_mistakes(name))
    lines = decode(data, name, errors)
    rows = _rows(lines, name, errors)
    period = _period(name, opening)
    for row in rows:
        errors += row_mistakes(row, period)
    errors += sequence_mistakes(rows)
    return tuple(sorted(errors, key=lambda error: error.place.row))


def _name_mistakes(name: str) -> Iterator[BadCell]:
    parts = parse_name(name)
    if parts is None:
        fix = "le nommer SIREN, FEC, date de clôture : 812345676FEC20201231.txt"
        yield BadCell("nom de fichier mal formé", Place(name), fix=fix)
        return
    siren, closing = parts
    if not is_siren(siren) or not siren.isdecimal():
        fix = "écrire les neuf chiffres du SIREN ; le dernier est une clé de contrôle"
        yield BadCell("SIREN faux dans le nom du fichier", Place(name), shown=siren, fix=fix)
    if parse_day(closing) is None:
        fix = "écrire la date de clôture sous la forme AAAAMMJJ"
        yield BadCell("date impossible dans le nom du fichier", Place(name), shown=closing, fix=fix)


def _period(name: str, opening: date | None) -> tuple[date, date] | None:
    parts = parse_name(name)
    closing = parse_day(parts[1]) if parts else None
    if closing is None:
        return None
    following = closing + timedelta(days=1)
    twelve_months = _year_before(following)
    return opening or twelve_months, closing


def _year_before(day: date) -> date:
    """Return the same day a year before; 1 March before 29 February has no such day."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28) if leap else day.replace(year=day.year - 1)


def _rows(lines: list[Numbered], name: str, errors: list[BadCell]) -> list[Row]:
    """Return the lines cut into fields; none where the header does not tell which is which."""
    if not lines:
        errors.append(
            BadCell("fichier vide", at(name, 1), fix="y écrire l’en-tête et les écritures")
        )
        return []
    header, *rest = lines
    separator = next((mark for mark in SEPARATORS if mark in header.text), None)
    if separator is None:
        fix = "séparer les champs par une tabulation ou une barre verticale"
        errors.append(
            BadCell("séparateur introuvable", at(name, header.number), shown=header.text, fix=fix)
        )
        return []
    columns = header.text.split(separator)
    errors += _header_mistakes(columns, name, header.number)
    known = {field.casefold(): field for field in FIELDS}
    named = [known.get(column.strip().casefold(), "") for column in columns]
    if sorted(named) != sorted(FIELDS):
        return []
    if not rest:
        fix = "un FEC a au moins une écriture"
        errors.append(BadCell("aucune écriture", at(name, header.number), fix=fix))
    return list(_cut(rest, separator, named, name, errors))


def _header_mistakes(columns: list[str], name: str, number: int) -> Iterator[BadCell]:
    for rank, (column, field) in enumerate(zip(columns, FIELDS, strict=False), 1):
        if column != field:
            fix = f"la colonne {rank} s’appelle {field}, à la lettre près"
            yield BadCell("en-tête faux", at(name, number), shown=column, fix=fix)
    if len(columns) != len(FIELDS):
        shown = f"{len(columns)} colonnes"
        fix = f"un FEC a {len(FIELDS)} colonnes, dans l’ordre : {', '.join(FIELDS)}"
        yield BadCell("nombre de colonnes faux", at(name, number), shown=shown, fix=fix)


def _cut(
    lines: list[Numbered], separator: str, names: list[str], name: str, errors: list[BadCell]
) -> Iterator[Row]:
    for line in lines:
        fields = line.text.split(separator)
        if len(fields) == len(names):
            yield Row(at(name, line.number), dict(zip(names, fields, strict=True)))
            continue
        shown = f"{len(fields)} champs : {line.text}"
        fix = f"il en faut {len(names)} ; aucun texte ne doit contenir le séparateur"
        errors.append(BadCell("nombre de champs faux", at(name, line.number), shown=shown, fix=fix))
