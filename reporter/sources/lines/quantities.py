"""Lines of invoices that say what their quantity counts: days, hours, or what is sold whole.

Knows the words of units. Never VAT, nor the other rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reporter.characters import folded
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.prices import HOURS_FIX, Price, in_days
from reporter.sources.lines.values import Unreadable, to_count

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.sources.lines.drafts import Draft
    from reporter.sources.lines.prices import HoursOf

Unit = Literal["days", "hours", "whole", "unknown"]
UNITS: dict[str, Unit] = {
    **dict.fromkeys(("j", "jr", "jrs", "jour", "jours", "jh", "j h", "day", "days"), "days"),
    **dict.fromkeys(("jour homme", "jours homme", "jours hommes", "journee", "journees"), "days"),
    **dict.fromkeys(("h", "hr", "hrs", "heure", "heures", "hour", "hours"), "hours"),
    **dict.fromkeys(("forfait", "forfaits", "ft", "fft", "forf", "fixed", "flat"), "whole"),
    **dict.fromkeys(("unite", "unites", "u", "un", "unit", "units", "piece", "pieces"), "whole"),
    **dict.fromkeys(("pce", "pc", "lot", "lots", "ens", "ensemble", "mois", "an"), "whole"),
    **dict.fromkeys(("month", "months", "annee", "licence", "licences", "km", "repas"), "whole"),
}


def unit_of(text: str) -> Unit:
    """Return what a unit counts; one that nobody knows is asked about."""
    return UNITS.get(folded(text), "unknown")


def days_of(draft: Draft, hours_of: HoursOf) -> Price | Problem | None:
    """Return the days that a line of an invoice sells at its price; None where it sells none."""
    unit = "whole" if is_blank(draft.unit) and _is_one(draft) else unit_of(draft.unit)
    if unit == "whole":
        return None
    if unit == "unknown":
        what = "cellule vide" if is_blank(draft.unit) else "unité inconnue"
        return Problem("unit", what, draft.unit, "écrire jour, heure ou forfait")
    try:
        count = to_count(draft.quantity)
    except Unreadable as unreadable:
        return Problem("quantity", "quantité illisible", str(draft.quantity), str(unreadable))
    return (
        Price(count, draft.unit_price, draft.amount)
        if unit == "days"
        else _hours(draft, count, hours_of)
    )


def _is_one(draft: Draft) -> bool:
    return is_blank(draft.quantity) or draft.quantity in (1, "1")


def _hours(draft: Draft, count: Decimal, hours_of: HoursOf) -> Price | Problem:
    if (a_day := hours_of(draft.client)) is None:
        return Problem("unit", "combien d’heures font un jour ?", draft.unit, HOURS_FIX)
    rate = None if draft.unit_price is None else draft.unit_price * a_day
    return Price(in_days(count, a_day), rate, draft.amount)
