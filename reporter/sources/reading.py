"""Grids → the activity; every mistake with its cell, all of them at once.

Knows what a line of each sheet must hold. Never how a file stores it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, BadData, BilanError, Doubt, Place
from reporter.french import euros_cents, quantity
from reporter.model import Activity, Day, Expense, Fee, Text, cents
from reporter.sources import values
from reporter.sources.grids import read_grids
from reporter.sources.headers import LABELS, NEEDED, columns, folded, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from reporter.sources.grids import Grid
    from reporter.sources.headers import Kind

SUFFIXES = {".xlsx"}
LINES = {"days": Day, "fees": Fee, "expenses": Expense}
READERS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "date": ("date illisible", values.to_date),
    "paid": ("date illisible", values.to_date),
    "amount": ("montant illisible", values.to_number),
    "gross": ("montant illisible", values.to_number),
    "rate": ("TJM illisible", values.to_number),
    "days": ("nombre de jours illisible", values.to_number),
    "equivalent_days": ("nombre de jours illisible", values.to_number),
    "lifetime": ("durée d’amortissement illisible", values.to_number),
    "vat": ("TVA illisible", values.to_ratio),
}
"""For each field that is not a text: what to say where it cannot be read, and how to read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownColumn:
    """A column that was left alone: the text of its header, and where it stands."""

    header: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSummary:
    """What was read from a sheet, for its owner to compare with the bottom of the sheet.

    Attributes:
        sheet: the name of the sheet, empty in a file that has none (CSV).
        lines: how many lines were kept.
        days: the sum of the days, zero where the sheet holds none.
        amount: the sum of the amounts, in euros before tax.
        unknown: the columns left alone.
    """

    file: str
    sheet: str
    kind: Kind
    lines: int
    days: Decimal
    amount: Decimal
    unknown: tuple[UnknownColumn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the files of a folder hold, what is doubtful in them, and the sums of each sheet."""

    activity: Activity
    doubts: tuple[Doubt, ...]
    texts: Mapping[int, Text]
    sheets: tuple[SheetSummary, ...]


def read(folder: Path) -> Reading:
    """Return what the books of a folder hold.

    Raises:
        BadData: with every mistake of every file.
        BilanError: where there is no workbook at all.
    """
    errors: list[BadCell] = []
    doubts: list[Doubt] = []
    sheets: list[SheetSummary] = []
    lines: dict[Kind, list[Any]] = {"days": [], "fees": [], "expenses": []}
    paths = sorted(p for p in (folder / "data").glob("*") if p.suffix.lower() in SUFFIXES)
    if not paths:
        raise BilanError(f"aucun classeur dans {folder / 'data'} : y ranger un fichier .xlsx")
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            grids = read_grids(path, name)
        except BadCell as error:
            errors.append(error)
            continue
        for grid in grids:
            sheets += _read_grid(grid, lines, errors, doubts)
    if errors:
        raise BadData(errors)
    activity = Activity(
        days=tuple(lines["days"]), fees=tuple(lines["fees"]), expenses=tuple(lines["expenses"])
    )
    return Reading(
        activity=activity,
        doubts=tuple(doubts),
        texts=dict(_texts(folder)),
        sheets=tuple(sheets),
    )


def _texts(folder: Path) -> Iterator[tuple[int, Text]]:
    for path in sorted((folder / "data").glob("*.md")):
        if path.stem.isdecimal():
            place = Place(path.relative_to(folder).as_posix())
            yield int(path.stem), Text(content=path.read_text(encoding="utf-8-sig"), place=place)


def _read_grid(
    grid: Grid, lines: dict[Kind, list[Any]], errors: list[BadCell], doubts: list[Doubt]
) -> Iterator[SheetSummary]:
    """Add the lines of a sheet to those of its kind, or its mistakes to the others."""
    if all(values.is_blank(cell) for row in grid.rows for cell in row):
        return
    kind = kind_of(grid.sheet)
    if kind is None:
        fix = "la nommer Jours, Forfaits ou Dépenses, ou la sortir du classeur"
        errors.append(BadCell("feuille inconnue", Place(grid.file, grid.sheet), fix=fix))
        return
    top = _header_row(grid, kind)
    found = columns(grid.rows[top], kind)
    missing = [group for group in NEEDED[kind] if not any(field in found for field in group)]
    for group in missing:
        names = " ou ".join(LABELS[field] for field in group)
        shown = " · ".join(str(cell) for cell in grid.rows[top] if not values.is_blank(cell))
        fix = f"ajouter une colonne {names}"
        errors.append(BadCell("colonne manquante", grid.place(top), shown=shown, fix=fix))
    if not missing:
        start = len(lines[kind])
        sheet = _Sheet(grid, kind, top, found)
        _read_lines(sheet, lines[kind], errors, doubts)
        yield _summary(sheet, lines[kind][start:])


def _summary(sheet: _Sheet, lines: list[Any]) -> SheetSummary:
    header = sheet.grid.rows[sheet.top]
    return SheetSummary(
        file=sheet.grid.file,
        sheet=sheet.grid.sheet,
        kind=sheet.kind,
        lines=len(lines),
        days=sum((line.days for line in lines if isinstance(line, Day)), Decimal(0)),
        amount=sum((line.amount for line in lines), Decimal(0)),
        unknown=tuple(
            UnknownColumn(header=values.to_text(cell), place=sheet.grid.place(sheet.top, column))
            for column, cell in enumerate(header)
            if not values.is_blank(cell) and column not in sheet.columns.values()
        ),
    )


def _header_row(grid: Grid, kind: Kind) -> int:
    """Return the first row that names every column needed, else the one that names the most."""
    best, most = 0, 0
    for number, row in enumerate(grid.rows):
        found = columns(row, kind)
        if all(any(field in found for field in group) for group in NEEDED[kind]):
            return number
        if len(found) > most:
            best, most = number, len(found)
    return best


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A grid whose columns are known."""

    grid: Grid
    kind: Kind
    top: int
    columns: dict[str, int]

    def place(self, row: int, field: str) -> Place:
        return self.grid.place(row, self.columns[field])

    def cell(self, row: int, field: str) -> Any:
        cells = self.grid.rows[row]
        return cells[self.columns[field]] if self.columns[field] < len(cells) else ""


def _read_lines(
    sheet: _Sheet, lines: list[Any], errors: list[BadCell], doubts: list[Doubt]
) -> None:
    start = len(lines)
    for row in range(sheet.top + 1, len(sheet.grid.rows)):
        cells = sheet.grid.rows[row]
        if all(values.is_blank(cell) for cell in cells):
            continue
        if any(_says_total(cell) for cell in cells):
            _leave_total_out(sheet, row, lines[start:], errors, doubts)
            continue
        try:
            lines.append(_line(sheet, row))
        except BadData as bad:
            errors.extend(bad.errors)


def _says_total(cell: Any) -> bool:
    return isinstance(cell, str) and folded(cell).startswith(("total", "sous total"))


def _leave_total_out(
    sheet: _Sheet, row: int, above: list[Any], errors: list[BadCell], doubts: list[Doubt]
) -> None:
    """Leave a total out of the lines, provided that it is the sum of those above."""
    expected = sum((line.amount for line in above), Decimal(0))
    field = "amount" if "amount" in sheet.columns else "days"
    if field == "days":
        expected = sum((line.days for line in above), Decimal(0))
    shown = sheet.cell(row, field)
    try:
        given = values.to_number(shown)
    except values.Unreadable:
        given = None
    place = sheet.place(row, field)
    if given is not None and cents(given) == expected:
        doubts.append(Doubt(code="total", what="ligne de total laissée de côté", place=place))
        return
    fix = f"la somme des lignes au-dessus est {expected} : corriger le total ou l’effacer"
    errors.append(BadCell("total différent de la somme", place, shown=str(shown), fix=fix))


def _line(sheet: _Sheet, row: int) -> Any:
    """Return the line of a row.

    Raises:
        BadData: with every cell that cannot be read.
    """
    errors: list[BadCell] = []
    fields: dict[str, Any] = {"place": sheet.grid.place(row)}
    for field in sheet.columns:
        cell = sheet.cell(row, field)
        if values.is_blank(cell):
            continue
        what, to_value = READERS.get(field, ("texte illisible", values.to_text))
        try:
            fields[field] = to_value(cell)
        except values.Unreadable as unreadable:
            place = sheet.place(row, field)
            errors.append(BadCell(what, place, shown=str(cell), fix=str(unreadable)))
    bad = {error.place for error in errors}
    errors += [
        error
        for group in NEEDED[sheet.kind]
        if (error := _missing(sheet, row, group, fields)) and error.place not in bad
    ]
    if not errors:
        errors += _complete(sheet, row, fields)
    if errors:
        raise BadData(sorted(errors, key=lambda error: (len(error.place.cell), error.place.cell)))
    return LINES[sheet.kind](**fields)


def _missing(
    sheet: _Sheet, row: int, group: tuple[str, ...], fields: dict[str, Any]
) -> BadCell | None:
    if any(field in fields for field in group):
        return None
    field = next(field for field in group if field in sheet.columns)
    names = " ou ".join(LABELS[name] for name in group)
    return BadCell("cellule vide", sheet.place(row, field), fix=f"remplir {names}")


def _complete(sheet: _Sheet, row: int, fields: dict[str, Any]) -> list[BadCell]:
    """Deduce the amount and the VAT; return what does not agree."""
    errors = []
    if sheet.kind == "days":
        if "amount" not in fields:
            fields["amount"] = cents(fields["days"] * fields["rate"])
        elif "rate" in fields and fields["amount"] != cents(fields["days"] * fields["rate"]):
            errors.append(_disagreement(sheet.place(row, "amount"), fields))
    gross, vat = fields.pop("gross", None), fields.pop("vat", None)
    if vat is not None:
        is_rate = 0 <= vat < 1
        fields["vat_rate"] = vat if is_rate else None
        fields["vat"] = cents(fields["amount"] * vat) if is_rate else vat
    elif gross is not None:
        fields["vat"] = gross - fields["amount"]
    if gross is not None and gross != fields["amount"] + fields["vat"]:
        fix = f"HT + TVA font {fields['amount'] + fields['vat']} : corriger l’un des trois"
        place = sheet.place(row, "gross")
        errors.append(BadCell("le TTC n’est pas HT + TVA", place, shown=str(gross), fix=fix))
    return errors


def _disagreement(place: Place, fields: dict[str, Any]) -> BadCell:
    days, rate, amount = fields["days"], fields["rate"], fields["amount"]
    product = euros_cents(cents(days * rate))
    shown = f"{quantity(days)} × {euros_cents(rate)} ≠ {euros_cents(amount)}"
    fix = f"jours × TJM font {product} : corriger l’un des trois"
    return BadCell("jours, TJM et montant ne s’accordent pas", place, shown=shown, fix=fix)
