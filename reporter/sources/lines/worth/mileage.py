"""Expenses that are kilometres: which vehicle drove them, and what the scale gives each of them.

Knows lines, their words and the vehicle of the settings. Never the scale itself, nor how cells are
read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import counted, euros_cents, quantity, short_date
from reporter.law.dated import UnknownLaw
from reporter.law.mileage import allowance
from reporter.model import ZERO, Expense, cents
from reporter.patterns import pattern
from reporter.sources.lines.naming import doubt_of
from reporter.sources.tables.beside import DRIVEN, JOURNEYS
from reporter.sources.tables.titles import key_of

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.law.mileage import Kind
    from reporter.model import Line
    from reporter.settings.reading import Vehicle
    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

NO_CAR = "écrire dans bilan.toml : [vehicule] puissance_fiscale = 5 (celle de votre carte grise)"


class Priced(NamedTuple):
    """Lines of which every one has its amount, what is wrong, and what is doubtful."""

    sheets: Sequence[Sequence[Line]]
    errors: tuple[BadCell, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def priced(sheets: Sequence[Sequence[Line]], vehicle: Vehicle) -> Priced:
    """Return the lines of every sheet, kilometres without an amount taking that of the scale.

    The scale is that of all the kilometres of a calendar year: each line takes what its own add to
    those before it, so that the lines of a year add up to the allowance of that year, to the cent.
    """
    spent = (line for lines in sheets for line in lines if isinstance(line, Expense))
    driven = [line for line in spent if line.kilometres]
    if not driven:
        return Priced(sheets)
    if vehicle.power is None and vehicle.kind != "moped":
        unpriced = [line for line in driven if not line.amount]
        return Priced(sheets, (_unpriced(unpriced[0], NO_CAR, len(unpriced)),) if unpriced else ())
    try:
        due = _due(driven, vehicle)
    except UnknownLaw as unknown:
        early = min((line for line in driven if not line.amount), key=lambda line: line.date)
        return Priced(sheets, (_unpriced(early, f"écrire son montant : {unknown}"),))
    told = (line for line in driven if line.amount and line.place in due)
    doubts = tuple(_otherwise(it, due[it.place]) for it in told if it.amount != due[it.place])
    return Priced([[_given(line, due) for line in lines] for lines in sheets], (), doubts)


def _given(line: Line, due: Mapping[Place, Decimal]) -> Line:
    unsaid = line.place in due and not line.amount
    return replace(line, amount=due[line.place]) if unsaid else line


def _due(driven: Sequence[Expense], vehicle: Vehicle) -> dict[Place, Decimal]:
    """Return what each line adds to the allowance of its year, in euros; not where all say it.

    Raises:
        UnknownLaw: where the scale of a year is not known.
    """
    due: dict[Place, Decimal] = {}
    power, electric, kind = vehicle.power or 0, vehicle.electric, vehicle.kind
    for year in sorted({line.date.year for line in driven if not line.amount}):
        distance = before = ZERO
        own = (line for line in driven if line.date.year == year)
        for line in sorted(own, key=lambda line: line.date):
            distance += line.kilometres or ZERO
            after = cents(allowance(distance, year, power, electric=electric, kind=kind))
            due[line.place], before = after - before, after
    return due


def _unpriced(line: Expense, fix: str, count: int = 1) -> BadCell:
    """Return the mistake of kilometres without an amount, at the first of them."""
    distance = quantity(line.kilometres or ZERO)
    shown = f"{short_date(line.date)} · {distance} km"
    if count > 1:
        shown += f", et {counted(count - 1, 'autre ligne', 'autres lignes')}"
    return BadCell("kilomètres sans montant", line.place, shown=shown, fix=fix)


def _otherwise(line: Expense, due: Decimal) -> Doubt:
    distance = quantity(line.kilometres or ZERO)
    what = "kilomètres dont le montant n’est pas celui du barème"
    shown = f"{distance} km : {euros_cents(line.amount)}, et {euros_cents(due)} au barème"
    fix = "vider le montant pour prendre le barème, ou vérifier la distance"
    return doubt_of("bareme-kilometrique", what, line, fix, shown)


Driven = Literal["car", "motorcycle", "moped", "two-wheeler", "none"]
WORDS: tuple[tuple[Driven, re.Pattern[str]], ...] = (
    (
        "none",
        pattern(
            r"\b(?:velos?|vae|bicyclettes?|trottinettes?|a pied|marche a pied|pieton|trains?|sncf|"
            r"tgv|inoui|ouigo|intercites|eurostar|thalys|transilien|avions?|vols?|air france|"
            r"easyjet|ryanair|transavia|taxis?|uber|vtc|bolt|autobus|autocars?|bus|metro|rer|"
            r"tram|tramway|ratp|navigo|covoiturage|covoit|blablacar|bateau|ferry|"
            r"(?:voiture|vehicule|camion) (?:de )?(?:location|fonction|service|societe|loue)|"
            r"location (?:de )?(?:voiture|vehicule|auto)s?|autopartage|getaround|citiz)\b"
        ),
    ),
    ("moped", pattern(r"\b(?:cyclos?|cyclomoteurs?|mobylettes?|velomoteurs?|50 ?cc|50 ?cm3)\b")),
    ("motorcycle", pattern(r"\b(?:motos?|motocyclettes?|motocycles?|125 ?cc|125 ?cm3)\b")),
    ("two-wheeler", pattern(r"\b(?:scooters?|deux roues|2 roues|2rm)\b")),
    ("car", pattern(r"\b(?:voitures?|auto|autos|automobiles?|berline|break|citadine)\b")),
)
"""What names a vehicle, folded, the surest first; « scooter » may be of two kinds."""
SAYING: tuple[Field, ...] = ("label", "category", "supplier", "comment")
"""The columns whose words name a vehicle, where no column is that of vehicles."""
FITS: dict[Kind, Collection[Driven]] = {
    "car": {"car"},
    "motorcycle": {"motorcycle", "two-wheeler"},
    "moped": {"moped", "two-wheeler"},
}
IN_FRENCH: dict[Kind, str] = {"car": "voiture", "motorcycle": "moto", "moped": "cyclomoteur"}
ODOMETER = 3_000
"""Kilometres of one line beyond which they may be the reading of a counter."""
DISTANCE = pattern(r"distance|parcouru|trajet")
TRIPS = "écrire la distance de chaque trajet, ou, si c’en est une, nommer la colonne « Distance »"
COUNTER = pattern(r"compteur|odomet|index|releve")


class Distances(NamedTuple):
    """Lines of which those of other vehicles count no kilometres, and what is wrong."""

    lines: Mapping[int, Line]
    mistakes: tuple[BadCell, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def driven(cells: Cells, lines: Mapping[int, Line], kind: Kind) -> Distances:
    """Return the lines of a table, those that another vehicle drove without kilometres.

    One that has no amount is a mistake: the scale is not its own.
    """
    if "kilometres" not in cells.values:
        return Distances(lines)
    driven = {
        rank: line for rank, line in lines.items() if isinstance(line, Expense) and line.kilometres
    }
    if not driven:
        return Distances(lines, (), tuple(_not_driven(cells, lines)))
    if (reading := _odometer(cells, driven)) is not None:
        return Distances(lines, (reading,))
    kept, mistakes = dict(lines), []
    for rank, line in driven.items():
        found = _other(cells, rank, kind)
        if found is None:
            continue
        kept[rank] = replace(line, kilometres=None)
        if not line.amount:
            mistakes.append(_mistake(cells, rank, found, kind))
    return Distances(kept, tuple(mistakes), (*_not_driven(cells, lines), *_far(cells, kept)))


def _not_driven(cells: Cells, lines: Mapping[int, Line]) -> Iterator[Doubt]:
    """Yield the lines of a log of kilometres that have none: their amount may have VAT in it."""
    titles = {key_of(cells.table.title(name)) for name in ("label", "amount")}
    if titles.isdisjoint(DRIVEN) or titles.isdisjoint(JOURNEYS):
        return
    for rank, line in lines.items():
        if not cells.of("kilometres")[rank] and line.amount:
            what = "une dépense sans kilomètres : son montant est-il hors taxes ?"
            fix = "écrire son montant hors taxes sur une feuille de dépenses"
            yield doubt_of("titre-inconnu", what, line, fix)


def _other(cells: Cells, rank: int, kind: Kind) -> Field | None:
    """Return the column that names another vehicle than that of the settings, None for none."""
    own = cells.of("vehicle")[rank]
    if own:
        said = _said(own)
        alone = (
            len({text for text in cells.distinct["vehicle"] if text and not _said(str(text))}) <= 1
        )
        return None if said in FITS[kind] or (said is None and alone) else "vehicle"
    for name in SAYING:
        said = _said(cells.of(name)[rank] or "")
        if said is not None and said not in FITS[kind]:
            return name
    return None


def _said(text: str) -> Driven | None:
    words = folded(text)
    return next((said for said, pattern in WORDS if pattern.search(words)), None)


def _mistake(cells: Cells, rank: int, name: Field, kind: Kind) -> BadCell:
    own = IN_FRENCH[kind]
    fix = f"écrire son montant ; ou « {own} » dans une colonne Véhicule, si c’est la vôtre"
    if name == "vehicle":
        fix = f'écrire son montant ; le barème est celui de [vehicule], type = "{own}"'
    what = "des kilomètres qui ne sont pas ceux du véhicule"
    shown = str(cells.of(name)[rank])[:80]
    return BadCell(what, cells.place(rank, name), shown=shown, fix=fix)


def _odometer(cells: Cells, driven: Mapping[int, Expense]) -> BadCell | None:
    """Return the mistake of a column of distances that are the readings of a counter."""
    title = folded(cells.table.title("kilometres"))
    values = [line.kilometres or ZERO for line in driven.values()]
    in_order = sorted(set(values), reverse=values[0] > values[-1]) == values
    grows = len(values) > 1 and min(values) >= ODOMETER and in_order
    if not COUNTER.search(title) and (DISTANCE.search(title) or not grows):
        return None
    place = cells.place(next(iter(driven)), "kilometres")
    shown = " · ".join(f"{quantity(value)} km" for value in values[:3])
    return BadCell("un compteur, et non des distances", place, shown=shown, fix=TRIPS)


def _far(cells: Cells, lines: Mapping[int, Line]) -> Iterator[Doubt]:
    """Yield the lines of so many kilometres that they may be the reading of a counter."""
    titled = DISTANCE.search(folded(cells.table.title("kilometres")))
    for rank, line in lines.items() if titled is None else ():
        if isinstance(line, Expense) and (line.kilometres or ZERO) > ODOMETER:
            what = "une distance, ou le relevé d’un compteur ?"
            shown = f"{short_date(line.date)} · {quantity(line.kilometres or ZERO)} km"
            yield cells.doubt("compteur", what, rank, "kilometres", shown, TRIPS)
