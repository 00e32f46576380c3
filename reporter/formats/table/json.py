"""The figures of a year as JSON, for another program.

Knows how each kind of quantity is written: money with two decimals, ratios with six, as strings,
so that no reader turns them into floats; null for what does not exist.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from reporter.characters import escaped, folded
from reporter.formats.table import received
from reporter.french import Cell
from reporter.receipts import by_receipt
from reporter.settings.words import OF
from reporter.tables.landing_values import landing_values
from reporter.tables.partial import values
from reporter.tables.quantities import quantities

if TYPE_CHECKING:
    from reporter.crew import Member
    from reporter.figures import Bilan, Figures
    from reporter.formats import Files

RATIO = Decimal("0.000001")
MONEY = Decimal("0.01")


def render(bilan: Bilan) -> Files:
    """Return the year, and each earlier one under `precedents`, newest first."""
    earlier = [_worded(bilan, figures) for figures in bilan.earlier]
    paid = plain(received.values(bilan.received))
    partial = plain(values(bilan))
    beside = plain(landing_values(bilan)) | {"encaissements": paid, "precedents": earlier}
    year = partial | _worded(bilan, bilan.figures) | beside
    return {f"bilan-{bilan.figures.year.number}.json": dumped(year).encode()}


def dumped(values: Any) -> str:
    """Return values as JSON that can be shown: accents as they are, controls escaped."""
    return escaped(json.dumps(values, ensure_ascii=False, indent=2)) + "\n"


def _worded(bilan: Bilan, figures: Figures) -> dict[str, Any]:
    """Return the quantities of a year under the names that its legal form has."""
    values: dict[str, Any] = plain(quantities(bilan, figures) | _people(figures))
    if by_receipt(bilan.settings, figures.year) and not figures.is_booked:
        values = {"base": "encaissement", **values}
    words = OF[figures.status]
    if words.tax:
        return values
    left_out = {"impot", "resultat_avant_impots"}
    if not words.depreciated:
        left_out.add("dotations_amortissements")
    named = {"resultat_apres_impots": folded(words.result).replace(" ", "_")}

    def renamed(known: dict[str, Any]) -> dict[str, Any]:
        kept = {name: value for name, value in known.items() if name not in left_out}
        return {named.get(name, name): value for name, value in kept.items()}

    variations = renamed(values["variations"])
    return {"statut": figures.status, **renamed(values), "variations": variations}


def plain(value: Any) -> Any:
    """Return quantities as JSON values: strings, numbers, booleans, null."""
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, Cell):
        return _cell(value)
    return value


def _cell(cell: Cell) -> str | int | None:
    match cell.value, cell.kind:
        case date() as day, _:
            return day.isoformat()
        case Decimal() as value, "exact_euros" | "exact_days" | "exact_percent":
            return f"{value.normalize():f}"
        case Decimal() as ratio, "percent" | "fine_percent" | "variation" | "points":
            return f"{_rounded(ratio, RATIO)}"
        case Decimal() as days, "days" | "signed_days":
            return f"{_rounded(days, RATIO).normalize():f}"
        case Decimal() as money, _:
            return f"{_rounded(money, MONEY)}"
        case other, _:
            return other


def _rounded(value: Decimal, unit: Decimal) -> Decimal:
    rounded = value.quantize(unit, ROUND_HALF_UP)
    return rounded or abs(rounded)


def _people(figures: Figures) -> dict[str, Any]:
    """Return the people under their key; nothing where nobody is told apart."""
    return {"intervenants": [_person(one) for one in figures.crew]} if figures.crew else {}


def _person(one: Member) -> dict[str, Any]:
    absent = one.start > one.end
    return {
        "nom": one.name,
        "debut": Cell(None if absent else one.start, "date"),
        "fin": Cell(None if absent else one.end, "date"),
        "temps": Cell(one.part, "percent"),
        "jours_factures": Cell(one.days, "days"),
        "jours_ouvres": Cell(one.working_days, "days"),
        "jours_conges": Cell(one.leave, "days"),
        "jours_ouvres_nets": Cell(one.net_days, "days"),
        "taux_jours_factures": Cell(one.ratio, "percent"),
        "tjm_regie": Cell(one.tjm, "rate"),
        "ca_jours": Cell(one.revenue, "euros"),
    }
