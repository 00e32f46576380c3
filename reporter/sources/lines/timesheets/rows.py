"""The rows of a monthly grid: whose work each is, what its cells say, and what is shown of them.

Knows a grid, its days, its marks, the columns of names and of the rate, and the missions. Never
what a row amounts to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.patterns import pattern
from reporter.sources.grids.cells import Broken, is_blank
from reporter.sources.lines.timesheets.cells import Worked, day_words, is_off, why, worked
from reporter.sources.lines.timesheets.marks import marks_of
from reporter.sources.lines.written.counts import DAY_WORDS, HOUR_WORDS
from reporter.sources.lines.written.values import Unreadable, tried
from reporter.sources.tables.titles import called
from reporter.words.bearing import is_absence
from reporter.words.labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from reporter.sources.lines.timesheets.cells import Unit
    from reporter.sources.lines.worth.missions import Missions
    from reporter.sources.tables.timesheets import Timesheet


SIGNED = pattern(
    r"(?:signatures?|visas?|cachet|bon pour|lu et approuve|fait (?:a|le)|date|validation|"
    r"valide par|legende|commentaires?|remarques?|observations?|nb|notes?|edite|imprime|nom)\b"
)
"""How a row begins, folded, that is signed or says what the letters of a grid mean."""
KEY = pattern(r"\s*[^\W\d_]{1,3}\s*[=:]\s*[^\W\d_]{2}")
"""How one begins that is such a key: « P = présent »."""
MOST = {"days": 1, "hours": 24}
"""What a day holds at most, in each unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a grid: its words, what is billed on each column as it stands, if it is one's own.

    One's own time is sold to nobody: « Formation », « Administratif », in the place of a client.
    """

    number: int
    labels: Sequence[str]
    cells: Mapping[int, Worked]
    own: bool = False

    def in_unit(self, unit: Unit) -> Row:
        """Return the row whose plain numbers count in a unit."""
        cells = {column: it._replace(unit=it.unit or unit) for column, it in self.cells.items()}
        return replace(self, cells=cells)

    @property
    def is_absence(self) -> bool:
        """Tell whether a word of the row says that nobody worked for a client."""
        return self.own or any(map(is_absence, self.labels))


def read_rows(sheet: Timesheet) -> tuple[Sequence[Row], Mapping[int, Sequence[BadCell]]]:
    """Return the rows of a grid, and the mistakes of each: no number, nor an absence known."""
    numbers = range(sheet.top + 1, sheet.bottom)
    columns = (*sheet.days, *sheet.beyond)
    words = day_words(sheet.grid.rows[number][column] for number in numbers for column in columns)
    words = marks_of(sheet, words)
    rows, mistakes = [], {}
    for number in numbers:
        row, wrong = _read(sheet, number, words)
        rows.append(row)
        if wrong:
            mistakes[number] = wrong
    return rows, mistakes


def _read(sheet: Timesheet, number: int, words: Mapping[str, Decimal]) -> tuple[Row, list[BadCell]]:
    labels = sheet.labels(number)
    if _is_signed(sheet, number, labels, words):
        return Row(number=number, labels=labels, cells={}), []
    cells, wrong = {}, []
    for column in (*sheet.days, *sheet.beyond):
        cell = sheet.grid.rows[number][column]
        day = day_of(sheet, number, column)
        if is_blank(cell) or is_off(cell, words, named=bool(labels), day=day):
            continue
        try:
            worth = worked(cell, words)
        except Unreadable as unreadable:
            what = "cellule en erreur" if isinstance(cell, Broken) else "jour illisible"
            wrong.append(sheet.grid.mistake(number, column, what, why(cell, unreadable)))
            continue
        worth = with_unit(worth, sheet, number, column)
        if worth.number > MOST.get(worth.unit, MOST["hours"]):
            fix = "écrire au plus 1 par jour, ou 24 heures ; une période, jour par jour"
            wrong.append(sheet.grid.mistake(number, column, "plus d’un jour dans une case", fix))
        elif worth.number and (
            any(day_of(sheet, number, it) != day for it in sheet.grid.marks.beside(number, column))
            or any(map(sheet.labels, sheet.grid.marks.below(number, column)))
        ):
            what, fix = "une case fusionnée avec d’autres", "la défusionner, jour par jour"
            wrong.append(sheet.grid.mistake(number, column, what, fix))
        elif worth.number:
            cells[column] = worth
    return Row(number=number, labels=labels, cells=cells), wrong


def _is_signed(
    sheet: Timesheet, number: int, labels: Sequence[str], words: Mapping[str, Decimal]
) -> bool:
    """Tell whether a row below the days is what people sign, or a key of the letters: words alone.

    A row of which a cell of a day may be work is none.
    """
    if not labels or not (SIGNED.match(folded(labels[0])) or KEY.match(labels[0])):
        return False
    row = sheet.grid.rows[number]
    days = [row[column] for column in (*sheet.days, *sheet.beyond) if not is_blank(row[column])]
    texts = all(isinstance(cell, str | date) for cell in row if not is_blank(cell))
    its = (tried(partial(worked, words=words), cell) for cell in days)
    return texts and not any(worth.number for worth in its if worth is not None)


def day_of(sheet: Timesheet, row: int, column: int) -> date | None:
    """Return the day of a cell, None where its month has no such day."""
    period = sheet.months.get(row, sheet.period)
    try:
        return date(period.year or 0, period.month or 0, sheet.days.get(column, 0))
    except ValueError:
        return None


def with_unit(worth: Worked, sheet: Timesheet, row: int, column: int) -> Worked:
    """Return what a cell says, in the unit that its format shows beside the number."""
    sign = sheet.grid.marks.signs.get((row, column))
    if sign is None or sign.kind != "unit" or worth.unit:
        return worth
    words = set(folded(sign.text).split())
    if words & HOUR_WORDS:
        return worth._replace(unit="hours")
    return worth._replace(unit="days") if words & DAY_WORDS else worth


WORK = {
    "jours", "jours travailles", "jours factures", "jours facturables", "jours prestes", "jour",
    "travail", "travaille", "travailles", "presence", "present", "presences", "production",
    "prestation", "prestations", "activite", "mission", "facture", "facturable", "regie",
    "teletravail", "sur site", "presentiel", "distanciel", "a distance",
}  # fmt: skip
"""What a row says of the days of the one client whom a title names, folded."""


def whose_row(
    sheet: Timesheet, own: tuple[str, str], missions: Missions, above: str
) -> tuple[str, str, str]:
    """Return the client and the mission of a row, and the client that rows below may have too.

    `own` are those that it names, `above` the client of a row above: a mission alone is of the
    same.
    """
    client, mission = own
    alone = client or mission
    if "client" not in sheet.fields and missions.has_client(mission):
        return mission, "", ""
    if not (client and mission) and not missions.has_client(alone):
        clients = missions.clients_of(alone)
        if len(clients) == 1 and not (above and "client" in sheet.fields and mission):
            return clients.pop(), alone, above
        if sheet.client and folded(alone) in WORK:
            return sheet.client, "", above
    client = client or (above if mission else "")
    client = client or (sheet.client if mission or sheet.months else "")
    return client, mission, client


def lacks(sheet: Timesheet, row: int, client: str) -> BadCell | None:
    """Return the mistake of a row of work that lacks its month or its client.

    It is one for a whole grid where a column names missions, and none a client.
    """
    place, what = sheet.grid.place(row, sheet.fields.get("client", 0)), "ligne sans client"
    if sheet.months and row not in sheet.months:
        what = "de quel mois est cette rangée ?"
        fix = "écrire son mois à sa gauche, par exemple « Mars », ou « Total »"
    elif client:
        return None
    elif sheet.months:
        fix = "écrire « Client : » et son nom au-dessus du tableau, ou une colonne Client"
    elif "mission" in sheet.fields and "client" not in sheet.fields:
        what, column = "une grille sans clients", sheet.fields["mission"]
        place, title = sheet.grid.place(sheet.top, column), str(sheet.grid.rows[sheet.top][column])
        fix = "ajouter une colonne Client, ou, si ces noms en sont, écrire dans bilan.toml : "
        fix += called(title, LABELS["client"])
    else:
        fix = "écrire le client, ou « Total » si c’est une somme"
    return BadCell(what, place, fix=fix)
