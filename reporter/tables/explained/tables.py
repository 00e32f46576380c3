"""An explanation as tables: its terms, its rules and rates, its lines.

Knows what is shown together. Never how it looks.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.french import MINUS, NBSP, Cell, number, short_date, spaced
from reporter.leaves import Given, Lacking
from reporter.making import EXACT, SPREAD, Figure
from reporter.model import total
from reporter.tables.explained.explanation import explained, known
from reporter.tables.explained.lines import lines
from reporter.tables.explained.sentences import Titles
from reporter.tables.partial import named
from reporter.tables.table import Table, headings
from reporter.toml.reading import FILE
from reporter.toml.sections.years import YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from fractions import Fraction

    from reporter.leaves import Step
    from reporter.making import Term
    from reporter.tables.explained.explanation import Explanation, Source

DEEPEST = 2
"""How many levels of terms are shown below a figure: each can be asked for in its turn."""
INDENT = "\u2003"
STEPS = {
    "weekdays": "Jours du lundi au vendredi",
    "holiday": "Jours fériés",
    "leave": "Congés, au prorata",
    "beyond": "Pas plus que de jours ouvrés",
    "presence": "Jours ouvrés de la présence",
    "leave_of": "Congés de la présence",
    "share": "Montant de l’exercice entier, au prorata",
    "band": "Tranche",
    "rounding": "Arrondi à l’euro",
    "contribution": "Cotisation",
    "once": "Comme cette année-là",
    "bounded": "Ni moins que le connu et le signé, ni au-delà de l’atterrissage",
    "untaxed": "La société ne paie pas cet impôt",
}


def tables(explanation: Explanation, *, every: bool = False) -> list[Table]:
    """Return the tables of an explanation; `every` shows each line, however many there are."""
    figure = explanation.figure
    if figure is None:
        return []
    titles = Titles(explanation.source)
    found = [terms(figure, titles), rules(explanation, figure, titles)]
    if spreads(figure):
        found.append(lines(figure, titles, every=every))
    found += [lines(one, titles, every=every) for one in summed(figure)]
    return [table for table in found if table.rows]


def directory(source: Source) -> Table:
    """Return all that can be explained in a year, with its value."""
    made = [explained(source, name) for name in known(source)]
    return Table(
        title=f"Ce qui s’explique en {named(source.figures.year)}",
        columns=headings("Nom", "Libellé", "Valeur"),
        rows=tuple((Cell(one.name), Cell(one.called.label), one.value) for one in made),
        note=spaced("« bilan explain NOM ANNÉE » explique l’un d’eux."),
    )


def terms(figure: Figure, titles: Titles, of: Callable[[Figure], str] = lambda _: "") -> Table:
    """Return the figures that make one, two levels deep, each once.

    `of` gives the name by which a page explains one.
    """
    rows = tuple(
        (
            Cell(INDENT * depth + _signed(term, titles)),
            Cell(titles.of(term.figure)[0]),
            titles.cell(term.figure)._replace(of=of(term.figure)),
        )
        for depth, term in _below(figure, 0, set())
    )
    return Table(title="Termes", columns=headings("Terme", "Nom", "Valeur"), rows=rows)


def _signed(term: Term, titles: Titles) -> str:
    label = titles.label(term.figure)
    return label if term.sign > 0 else f"{MINUS}{NBSP}{label}"


def _below(figure: Figure, depth: int, seen: set[tuple[str, int]]) -> Iterator[tuple[int, Term]]:
    for term in figure.terms:
        one = term.figure
        if (one.name, one.year) in seen:
            continue
        seen.add((one.name, one.year))
        yield depth, term
        if depth + 1 < DEEPEST:
            yield from _below(one, depth + 1, seen)


def every_term(figure: Figure) -> tuple[Figure, ...]:
    """Return a figure and all those below it, each once."""
    found = {(figure.name, figure.year): figure}
    for term in figure.terms:
        found |= {(one.name, one.year): one for one in every_term(term.figure)}
    return tuple(found.values())


def rules(explanation: Explanation, figure: Figure, titles: Titles) -> Table:
    """Return the steps of each rule that the figure depends on, and what the owner has written."""
    rows: list[tuple[Cell, ...]] = []
    for one in every_term(figure):
        kind = titles.cell(one).kind
        rows += [_step(step, kind) for step in one.steps if step.what != "holiday"]
        rows += _holidays(one)
        if isinstance(one.leaf, Given) and one.value:
            source = Cell(given(explanation, one.leaf))
            rows.append((Cell(titles.label(one)), Cell(""), Cell(""), titles.cell(one), source))
    columns = headings("Règle", "Base", "Taux", "Montant", "Source")
    return Table(title="Règles, taux et réglages", columns=columns, rows=tuple(rows))


def _holidays(figure: Figure) -> Iterator[tuple[Cell, ...]]:
    """Yield the public holidays of a year in one row."""
    off = [step for step in figure.steps if step.what == "holiday"]
    if off:
        days = ", ".join(f"{step.since:%d/%m}" for step in off)
        label = f"{STEPS['holiday']}{NBSP}: {days}"
        amount = total(off)
        yield Cell(label), Cell(""), Cell(""), Cell(amount, "days"), Cell(off[0].source)


def _step(step: Step, kind: str) -> tuple[Cell, ...]:
    money = kind == "cents"
    rate = "" if step.rate is None else f"{number(_percents(step.rate), 2, least=0)}{NBSP}%"
    base = Cell("") if step.base is None else Cell(step.base, "cents" if money else "days")
    source = step.source
    if step.since and step.since.year > 1:
        source = f"{source} (depuis le {short_date(step.since)})"
    return (
        Cell(STEPS[step.what]),
        base,
        Cell(rate),
        Cell(step.amount, "cents" if money else "days"),
        Cell(spaced(source)),
    )


def _percents(rate: Fraction) -> Decimal:
    return EXACT.divide(Decimal(100 * rate.numerator), Decimal(rate.denominator))


def given(explanation: Explanation, leaf: Given) -> str:
    """Return the key of bilan.toml in which a value is written."""
    settings, year = explanation.source.settings, explanation.source.figures.year
    key = next(key.name for key in YEAR.fixed if key.field == leaf.field)
    own = getattr(settings.of(year), leaf.field) != getattr(settings.default, leaf.field)
    section = f"exercice.{year.number}" if own else "exercice"
    return f"{FILE}, {key} de [{section}]"


def spreads(figure: Figure) -> bool:
    """Tell whether a figure that is no sum is spread over lines: each brings a part of it."""
    counted = any(not isinstance(part.source, Figure) for part in figure.parts)
    return figure.operation in SPREAD and counted


def summed(figure: Figure) -> tuple[Figure, ...]:
    """Return the sums whose lines make a figure; where it does not exist, what lacks something."""
    if figure.value is not None:
        return figure.sums
    return tuple(one for one in every_term(figure) if isinstance(one.leaf, Lacking))
