"""The long run: where do revenue, result, days and TJM go, beyond one good or bad year?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Literal

from reporter import french
from reporter.charts.canvas import Canvas
from reporter.charts.chart import ACTUAL, BEFORE, SOFT, Chart
from reporter.charts.drawing import description
from reporter.charts.svg import svg
from reporter.french import Cell, capitalised
from reporter.history import means
from reporter.model import ZERO
from reporter.tables.table import Table, headings
from reporter.tables.years import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from reporter.figures import Figures
    from reporter.french import Kind

WIDTH, TOP, HEIGHT, FOOT, SIDE = 252.0, 16.0, 80.0, 32.0, 16.0
"""Points: half of the page's column, room for the figures, the drawing, the years; the margins."""
MANY = 8
"""Years that have room for their figures."""
OVER, UNDER = -7.0, 13.0
"""From a point to the foot of its figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A quantity over the years: where it is, its names, and how its values and means print."""

    field: Literal["revenue", "result", "days", "tjm"]
    name: str
    subject: str
    unit: str
    kind: Kind
    short: Callable[[Decimal], str]
    said: Callable[[Decimal], str]


LINES = (
    _Line(
        field="revenue",
        name="Chiffre d’affaires",
        subject="Le CA moyen",
        unit="en K€ hors taxes",
        kind="kilo",
        short=french.kilo_euros,
        said=french.kilo_euros,
    ),
    _Line(
        field="result",
        name="Résultat après impôts",
        subject="Le résultat moyen",
        unit="en K€",
        kind="kilo",
        short=french.kilo_euros,
        said=french.kilo_euros,
    ),
    _Line(
        field="days",
        name="Jours facturés",
        subject="Le nombre moyen de jours",
        unit="en jours",
        kind="days",
        short=french.quantity,
        said=french.number,
    ),
    _Line(
        field="tjm",
        name="TJM",
        subject="Le TJM moyen",
        unit="en euros",
        kind="rate",
        short=french.number,
        said=french.euros,
    ),
)
Point = tuple[int, "Decimal | None", "Decimal | None"]
"""A year, its value, and the mean of it and of the two years before."""


def history(years: Sequence[Figures]) -> tuple[Chart, ...]:
    """Return one drawing for each long-run quantity, oldest year on the left."""
    name = capitalised(words_of(years).result)
    lines = (replace(line, name=name) if line.field == "result" else line for line in LINES)
    return tuple(_chart(line, _points(line, years)) for line in lines)


def _points(line: _Line, years: Sequence[Figures]) -> tuple[Point, ...]:
    numbers = sorted(year.year.number for year in years)
    values = {year.year.number: getattr(year, line.field) for year in years}
    smooth = {number: means(years, number) for number in numbers}
    return tuple(
        (number, values[number], getattr(smooth[number], line.field, None)) for number in numbers
    )


def _chart(line: _Line, points: tuple[Point, ...]) -> Chart:
    name, title = f"historique-{line.field}", _message(line, points)
    subtitle = f"{line.name}, {line.unit}"
    if all(value is None for _, value, _ in points):
        return Chart(
            name=name, title=title, subtitle=subtitle, missing=f"{line.name} n’existe pas."
        )
    rows = tuple(
        (Cell(str(number)), Cell(value, line.kind), Cell(mean, line.kind))
        for number, value, mean in points
    )
    columns = headings("Exercice", line.name, "Moyenne sur trois ans")
    table = Table(title=subtitle, columns=columns, rows=rows)
    told = description(f"{subtitle}, de {points[0][0]} à {points[-1][0]}", table, 1)
    drawing = svg(_draw(line, points), name, title, told)
    return Chart(name=name, title=title, subtitle=subtitle, svg=drawing, table=table)


def _message(line: _Line, points: tuple[Point, ...]) -> str:
    """Say where the mean goes, in ten words at most; without one, the last value."""
    number, value, mean = points[-1]
    before = next((mean for year, _, mean in points if year == number - 1), None)
    if mean is None:
        return f"{line.name} de {number}{french.NBSP}: {Cell(value, line.kind)}"
    shown = line.said(mean)
    verb = "monte à" if before is not None and mean > before else "baisse à"
    if before is None or shown == line.said(before):
        verb = "est de" if before is None else "reste à"
    return f"{line.subject} sur trois ans {verb} {shown}"


def _draw(line: _Line, points: tuple[Point, ...]) -> Canvas:
    """Draw the years in a solid line over their means in a dashed one, from zero."""
    at = _places(points)
    canvas = Canvas(TOP + HEIGHT + FOOT, WIDTH)
    zero = at(points[0][0], 0)[1]
    canvas.line([(0, zero), (WIDTH, zero)], SOFT, 0.6)
    solid, smooth = [(n, value) for n, value, _ in points], [(n, mean) for n, _, mean in points]
    for known, colour, width in ((smooth, BEFORE, 1.4), (solid, ACTUAL, 1.8)):
        for stretch in _stretches(known):
            places = [at(number, value) for number, value in stretch]
            canvas.line(places, colour, width, dashed=known is smooth)
            for x, y in places:
                canvas.box(x - width, y - width, 2 * width, 2 * width, fill=colour)
    first, last = points[0][0], points[-1][0]
    for number, value, under in _labelled(points):
        x, y = at(number, float(value))
        text = line.short(value).removesuffix(f"{french.NBSP}K€").removeprefix("~")
        canvas.text(x, y + (UNDER if under else OVER), text, anchor="center", bold=number == last)
    for number in range(last, first - 1, -ceil((last - first + 1) / MANY)):
        x, _ = at(number, 0)
        canvas.text(x, TOP + HEIGHT + FOOT - 4, str(number), anchor="center", colour=SOFT, size=8)
    return canvas


def _places(points: tuple[Point, ...]) -> Callable[[int, float], tuple[float, float]]:
    """Return where a year and a value stand on the sheet."""
    values = [float(value) for point in points for value in point[1:] if value is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    scale = HEIGHT / ((high - low) or 1)
    first, last = points[0][0], points[-1][0]
    step = (WIDTH - 2 * SIDE) / ((last - first) or 1)
    return lambda number, value: (SIDE + (number - first) * step, TOP + (high - value) * scale)


def _stretches(points: Sequence[tuple[int, Decimal | None]]) -> list[list[tuple[int, float]]]:
    """Return the values of years in a row: a line breaks where a year or its value is absent."""
    stretches: list[list[tuple[int, float]]] = []
    for number, value in points:
        if value is None:
            continue
        if not stretches or stretches[-1][-1][0] != number - 1:
            stretches.append([])
        stretches[-1].append((number, float(value)))
    return stretches


def _labelled(points: Sequence[Point]) -> Iterator[tuple[int, Decimal, bool]]:
    """Yield the values to write, and whether to write them under their point.

    A value stands away from its mean; without one, under a line that dips. Of many, only the
    first, the last, the highest and the lowest are written, away from their neighbours.
    """
    known = [(number, value, mean) for number, value, mean in points if value is not None]
    values = [value for _, value, _ in known]
    many = len(known) > MANY
    ranks = {0, len(known) - 1, values.index(max(values)), values.index(min(values))}
    for rank, (number, value, mean) in enumerate(known):
        if rank in ranks or not many:
            near = values[max(rank - 1, 0) : rank + 2]
            beside = sum(near, ZERO) / len(near) if many or mean is None else mean
            yield number, value, value < beside
