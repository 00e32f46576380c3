"""Chart 3: when were the days billed?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.charts.canvas import TEXT, WIDTH, Canvas
from reporter.charts.chart import ACTUAL, BEFORE, GROUND, INK, MINUS, SOFT, Chart
from reporter.charts.drawing import drawn
from reporter.charts.months_narrow import legend, narrow
from reporter.french import Cell
from reporter.law.workdays import ONE_DAY, YEAR_MONTHS
from reporter.receipts import by_receipt
from reporter.tables.months import by_month, month_names
from reporter.tables.months import months as table
from reporter.tables.partial import title as titled
from reporter.tables.partial import told_at_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.figures import Bilan
    from reporter.model import FinancialYear
    from reporter.tables.months import Month

NAME = "mois"
BILLED = 2
"""The column of the table that its description tells."""
LEGEND = 22.0
ROOM = 14.0
HEIGHT = 120.0
FOOT = 18.0
SHARE = 0.64
WIDEST = 40.0
SMALL = 7.0


def months(bilan: Bilan) -> Chart:
    """Return the days of each month inside its working days, with those of the year before."""
    year, found = bilan.figures.year.number, by_month(bilan)
    if not any(month.days for month in found):
        missing = f"Aucun jour facturé en {year} : rien à montrer mois par mois."
        return Chart(name=NAME, title="Les mois", missing=missing)
    over = _over(found, bilan.figures.year)
    title = told_at_date(_message(over), bilan.figures.year, *_said(over, year))
    paid = by_receipt(bilan.settings, bilan.figures.year)
    date = "de leur paiement" if paid else "des lignes"
    subtitle = f"Jours facturés par mois, {year}, à la date {date}"
    subtitle = titled(subtitle, bilan.figures.year)
    sheets = _draw(found, year), narrow(found, year)
    return drawn(
        Chart(name=NAME, title=title, subtitle=subtitle), table(bilan), sheets, column=BILLED
    )


def _said(found: Sequence[Month], year: int) -> Iterator[Cell]:
    """Yield the most days and the fewest days of a month, as the message says them."""
    days = [month.days for month in found]
    for count in (max(days), min(days)):
        yield Cell(count, "days", f"{year}.jours_factures")


def _over(found: tuple[Month, ...], year: FinancialYear) -> tuple[Month, ...]:
    """Return the months that can be told: one under way is not said to be empty."""
    under_way = year.is_partial and (year.end + ONE_DAY).day != 1
    return found[:-1] if under_way and not found[-1].days else found


def _message(found: tuple[Month, ...]) -> str:
    names, days = month_names(found), [month.days for month in found]
    worked = [name for name, count in zip(names, days, strict=True) if count]
    if len(worked) == 1:
        return f"Tous les jours facturés sont en {worked[0]}"
    most, least = max(days), min(days)
    if most == least:
        return f"Chaque mois compte {french.days(most, 'facturé')}"
    best = [name for name, count in zip(names, days, strict=True) if count == most]
    worst = [name for name, count in zip(names, days, strict=True) if count == least]
    high = f"{_subject(best)} {_agree(best, 'culmine')} à {french.days(most)}"
    low = f"{_agree(worst, 'tombe')} à {french.quantity(least)}"
    if least == 0:
        low = "reste vide" if len(worst) == 1 else "restent vides"
    others = _subject(worst) if len(best) == 1 else _subject(worst).removesuffix(" mois")
    return f"{french.capitalised(high)}, {others} {low}"


def _subject(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{french.count(len(names))} mois"


def _agree(names: Sequence[str], verb: str) -> str:
    return verb if len(names) == 1 else f"{verb}nt"


def _draw(found: Sequence[Month], year: int) -> Canvas:
    tops = [max(float(n) for n in (m.working_days, m.days, m.before or 0)) for m in found]
    low = min(float(min(m.days, m.before or 0, 0)) for m in found)
    point = HEIGHT / (max(tops) - low)
    zero = LEGEND + ROOM + max(tops) * point
    canvas = Canvas(LEGEND + ROOM + HEIGHT + FOOT)
    legend(canvas, year, compared=any(m.before is not None for m in found))
    step = WIDTH / max(len(found), YEAR_MONTHS)
    wide, size = min(step * SHARE, WIDEST), TEXT if len(found) <= YEAR_MONTHS else SMALL
    for rank, (month, top) in enumerate(zip(found, tops, strict=True)):
        x = step * (rank + 0.5)
        _column(canvas, month, (x, zero), (wide, point))
        y, shown, of = zero - top * point - 5, french.quantity(month.days), f"{year}.jours_factures"
        canvas.text(x, y, shown, anchor="center", size=size, of=of)
        name = french.short_month(month.first)
        if len(found) > YEAR_MONTHS:
            name = name[:1].upper()
        canvas.text(x, LEGEND + ROOM + HEIGHT + 13, name, anchor="center", colour=SOFT)
    canvas.line([(0, zero), (step * len(found), zero)], INK, 0.6)
    return canvas


def _column(
    canvas: Canvas, month: Month, foot: tuple[float, float], size: tuple[float, float]
) -> None:
    """Draw a month: its working days outlined, the days billed, a dash for the year before."""
    (x, zero), (wide, point) = foot, size
    canvas.box(x - wide / 2, zero, wide, -float(month.working_days) * point, edge=BEFORE)
    billed, inside = float(month.days) * point, wide - 8
    negative = month.days < 0
    fill = MINUS if negative else ACTUAL
    canvas.box(x - inside / 2, zero, inside, -billed, fill=fill, hatched=negative)
    if month.before is not None:
        y = zero - float(month.before) * point
        ends = [(x - wide / 2 - 2, y), (x + wide / 2 + 2, y)]
        canvas.line(ends, GROUND, 4.5)
        canvas.line(ends, BEFORE, 2.2)
