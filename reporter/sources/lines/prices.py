"""Days, hours, rates and amounts: what is missing deduced, what disagrees refused.

Knows that days at a rate make an amount. Never VAT, nor how cells are read.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import enumeration, euros_cents, quantity
from reporter.model import cents
from reporter.sources.lines.values import PRECISION
from reporter.sources.tables.vocabulary import PRICE

if TYPE_CHECKING:
    from reporter.errors import Place
    from reporter.sources.findings import Findings
    from reporter.sources.lines.columns import Body
    from reporter.sources.lines.missions import Missions

ABSENCES = {
    "absence", "absences", "conge", "conges", "conges payes", "cp", "rtt", "maladie",
    "arret maladie", "ferie", "feries", "jour ferie", "jours feries", "vacances",
    "intercontrat", "non facture", "non facturable", "week end",
}  # fmt: skip
CLOSE = Decimal("0.1")
"""Days and hours of one line that differ by less agree: hours are rounded."""
HOURS_FIX = "écrire dans bilan.toml, sous [lecture] : heures_par_jour = 7 (ou votre durée)"


def in_days(hours: Decimal, a_day: Decimal) -> Decimal:
    """Return hours as days, at most ten decimals."""
    days = hours / a_day
    rounded = days.quantize(PRECISION)
    return days if days == rounded else rounded


def no_hours(place: Place) -> BadCell:
    """Return the mistake of hours that nothing turns into days."""
    return BadCell("combien d’heures font un jour ?", place, shown="heures", fix=HOURS_FIX)


def complete_hours(body: Body, a_day: Decimal | None, findings: Findings) -> None:
    """Turn hours into days, and hourly rates into daily ones; a unit is a day where days are."""
    columns = body.columns
    if "unit_price" in columns:
        _complete_units(body, findings)
    if not columns.keys() & {"hours", "hourly"}:
        return
    if a_day is None:
        fields = body.table.columns.fields
        found = fields["hours"] if "hours" in fields else fields["hourly"]
        findings.errors.append(no_hours(body.table.grid.place(body.table.top, found)))
        a_day = Decimal(1)
    body.gaps.add("days")
    _compare_units(body, a_day, findings)
    columns["days"] = [
        in_days(hours, a_day) if days is None and hours is not None else days
        for days, hours in zip(body.values("days"), body.values("hours"), strict=True)
    ]
    columns["rate"] = [
        hourly * a_day if rate is None and hourly is not None else rate
        for rate, hourly in zip(body.values("rate"), body.values("hourly"), strict=True)
    ]


def _compare_units(body: Body, a_day: Decimal, findings: Findings) -> None:
    """Doubt the days that are not those which the hours of their line make."""
    triples = zip(*map(body.values, ("days", "hours", "date")), strict=True)
    for rank, (days, hours, date) in enumerate(triples):
        if days is None or hours is None or not body.is_line(rank):
            continue
        if abs(in_days(hours, a_day) - days) > CLOSE:
            doubt = Doubt(
                code="heures-et-jours",
                what="jours et heures qui ne s’accordent pas",
                place=body.table.place(body.rows[rank], "days"),
                shown=f"{quantity(days)} j ≠ {quantity(hours)} h à {quantity(a_day)} h par jour",
                fix="corriger l’un des deux ; ce sont les jours qui comptent",
                date=date,
            )
            findings.doubts.append(doubt)


def _complete_units(body: Body, findings: Findings) -> None:
    """Take the price of a unit for that of a day; beside hours alone, nothing tells."""
    columns, table = body.columns, body.table
    if "hours" in columns and "days" not in columns:
        column = table.columns.fields["unit_price"]
        shown = str(table.grid.rows[table.top][column]).strip()
        fix = f'écrire dans bilan.toml : [colonnes] "{shown}" = "Taux horaire" (ou "TJM")'
        what = "prix d’un jour ou d’une heure ?"
        place = table.grid.place(table.top, column)
        findings.errors.append(BadCell(what, place, shown=shown, fix=fix))
    columns["rate"] = [
        price if rate is None else rate
        for rate, price in zip(body.values("rate"), columns["unit_price"], strict=True)
    ]


def complete_prices(body: Body, missions: Missions, findings: Findings) -> None:
    """Give each line that has no amount the one that its days and its rate make."""
    columns = body.columns
    rates, amounts = list(body.values("rate")), list(body.values("amount"))
    grosses = list(body.values("gross"))
    for rank, days in enumerate(columns["days"]):
        if amounts[rank] is not None or not body.is_line(rank):
            continue
        if rates[rank] is None and grosses[rank] is None:
            rates[rank] = _agreed_rate(body, rank, missions, findings)
        if rates[rank] is not None:
            amounts[rank] = cents(days * rates[rank])
    columns.update(rate=rates, amount=amounts)


def _agreed_rate(body: Body, rank: int, missions: Missions, findings: Findings) -> Decimal | None:
    """Return the rate that the sheet of missions gives for a line; set an absence aside."""
    columns = body.columns
    client = columns["client"][rank]
    mission = columns["mission"][rank] if "mission" in columns else ""
    if {folded(client), folded(mission)} & ABSENCES:
        body.aside.add(rank)
        place = body.table.place(body.rows[rank], "client")
        doubt = Doubt(code="absence", what="absence, laissée de côté", place=place, shown=client)
        findings.doubts.append(doubt)
        return None
    rates = missions.rates(client, mission, columns["date"][rank])
    if len(rates) == 1:
        return next(iter(rates))
    field = next((name for name in PRICE if name in body.table.columns.fields), "client")
    names = " · ".join(name for name in (client, mission) if name)
    what, fix = no_rate(rates)
    body.refuse(rank, field, what, names, fix)
    return None


def no_rate(rates: set[Decimal]) -> tuple[str, str]:
    """Return what is wrong where the missions give no rate, or several, and what to write."""
    if rates:
        several = enumeration([euros_cents(rate) for rate in sorted(rates)])
        return f"plusieurs TJM possibles : {several}", "dater ou nommer les missions"
    return "TJM inconnu", "remplir TJM ou Montant HT, ou une ligne de la feuille Missions"


def agree_on_prices(body: Body) -> None:
    """Refuse the lines whose days at their rate do not make their amount, to the cent."""
    columns = body.columns
    triples = zip(columns["days"], columns["rate"], columns["amount"], strict=True)
    for rank, (days, rate, amount) in enumerate(triples):
        if days is None or rate is None or amount is None or amount == cents(days * rate):
            continue
        if body.is_line(rank):
            shown = f"{quantity(days)} × {euros_cents(rate)} ≠ {euros_cents(amount)}"
            fix = f"jours × TJM font {euros_cents(cents(days * rate))} : corriger l’un des trois"
            what = "jours, TJM et montant ne s’accordent pas"
            field = "amount" if "amount" in body.table.columns.fields else "gross"
            body.refuse(rank, field, what, shown, fix)
