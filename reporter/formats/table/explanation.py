"""An explanation for a program or a spreadsheet: every line, exact.

Knows two forms, JSON and CSV. Never what a figure means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.characters import printable
from reporter.formats.table.csv import comma, harmless, lines
from reporter.formats.table.json import dumped, plain
from reporter.leaves import Given, Lacking
from reporter.making import Figure
from reporter.tables.explained.explanation import explained, known
from reporter.tables.explained.lines import origins, party, words
from reporter.tables.explained.sentences import Titles, sentences
from reporter.tables.explained.tables import every_term, given, spreads, summed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from reporter.leaves import Part, Step
    from reporter.model import FinancialYear
    from reporter.tables.explained.explanation import Explanation, Source

COLUMNS = ("somme", "exercice", "date", "tiers", "libelle", "fichier", "feuille", "cellule")
Row = dict[str, Any]


def render(explanation: Explanation, name: str) -> str:
    """Return an explanation in one of FORMATS."""
    return FORMATS[name](explanation)


def as_json(explanation: Explanation) -> str:
    """Return the figure, what it is made of, and each line with what it counts for."""
    figure, titles = explanation.figure, Titles(explanation.source)
    value = explanation.value
    said: Row = {
        **_cut(explanation.source.figures.year),
        "nom": explanation.name,
        "exercice": explanation.source.figures.year.number,
        **({"de": explanation.source.said} if explanation.source.said else {}),
        "libelle": explanation.called.label,
        "valeur": plain(value),
        "phrases": sentences(explanation),
        "termes": [],
        "regles": [],
        "sommes": [],
    }
    if figure is not None:
        said |= {
            "termes": _terms(figure, titles),
            "regles": list(_rules(explanation, figure)),
            "sommes": [_sum(one, titles) for one in summed(figure)],
        }
        if spreads(figure):
            said["apports"] = _sum(figure, titles)
    return dumped(said)


def _terms(figure: Figure, titles: Titles) -> list[Row]:
    return [
        {
            "nom": titles.of(term.figure)[0],
            "exercice": term.figure.year,
            "signe": term.sign,
            "valeur": plain(titles.cell(term.figure)),
            "termes": _terms(term.figure, titles),
        }
        for term in figure.terms
    ]


def _rules(explanation: Explanation, figure: Figure) -> Iterator[Row]:
    titles = Titles(explanation.source)
    for one in every_term(figure):
        name = titles.of(one)[0]
        yield from (_step(step, name) for step in one.steps)
        if isinstance(one.leaf, Given) and one.value is not None:
            source = given(explanation, one.leaf)
            yield {"nom": name, "quoi": "reglage", "montant": exact(one.value), "source": source}


def _step(step: Step, name: str) -> Row:
    found: Row = {"nom": name, "quoi": WHAT[step.what], "montant": exact(step.amount)}
    if step.base is not None and step.rate is not None:
        found |= {"base": exact(step.base), "taux": str(step.rate)}
    if step.since is not None and step.since.year > 1:
        found["depuis"] = step.since.isoformat()
    return {**found, "source": step.source}


WHAT = {
    "weekdays": "jours_de_semaine",
    "holiday": "jour_ferie",
    "presence": "presence",
    "leave": "conges",
    "leave_of": "conges_de_la_presence",
    "beyond": "plafond",
    "share": "prorata",
    "band": "tranche",
    "rounding": "arrondi",
    "contribution": "cotisation",
    "untaxed": "non_imposee",
    "once": "annee_passee",
    "bounded": "borne",
}


def _sum(figure: Figure, titles: Titles) -> Row:
    return {
        "nom": titles.of(figure)[0],
        "exercice": figure.year,
        "total": None if figure.value is None else exact(figure.value),
        "lignes": list(_lines(figure, titles)),
    }


def _lines(figure: Figure, titles: Titles) -> Iterator[Row]:
    """Yield each part of a sum: a line and its cell, or another figure."""
    if isinstance(figure.leaf, Lacking):
        yield from (_line(line, None) for line in figure.leaf.lines)
        return
    for part in figure.parts:
        yield _part(part, titles)


def _part(part: Part, titles: Titles) -> Row:
    if not isinstance(part.source, Figure):
        return _line(part.source, part.amount)
    name, called = titles.of(part.source)
    return {"chiffre": name, "libelle": called.label, "contribution": exact(part.amount)}


def _line(line: Any, amount: Decimal | None) -> Row:
    place = line.place
    behind = [
        {"fichier": one.file, "feuille": one.sheet, "cellule": one.cell} for one in origins(line)
    ]
    return {
        "date": line.date.isoformat(),
        "tiers": party(line),
        "libelle": words(line),
        "fichier": place.file,
        "feuille": place.sheet,
        "cellule": place.cell,
        **({"origines": behind} if behind else {}),
        "contribution": None if amount is None else exact(amount),
    }


def exact(value: Decimal) -> str:
    """Return a number with all its digits: what lines count for adds up to it."""
    return f"{value:f}"


def directory(source: Source, name: str) -> str:
    """Return all that can be explained in a year, with its value."""
    every = [explained(source, word) for word in known(source)]
    if name == "csv":
        rows = [[one.name, one.called.label, comma(str(plain(one.value) or ""))] for one in every]
        return lines([["nom", "libelle", "valeur"], *rows])
    found = [
        {"nom": one.name, "libelle": one.called.label, "valeur": plain(one.value)} for one in every
    ]
    year = source.figures.year
    return dumped({**_cut(year), "exercice": year.number, "chiffres": found})


def _cut(year: FinancialYear) -> Row:
    """Return the last day of a year that is cut, nothing of a whole one."""
    return {"partielle": {"au": year.end.isoformat()}} if year.is_partial else {}


def as_csv(explanation: Explanation) -> str:
    """Return each line of the sums that make a figure, for a French spreadsheet."""
    titles, rows = Titles(explanation.source), list[list[str]]()
    one = explanation.figure
    own = (one,) if one and spreads(one) else ()
    for figure in (*own, *summed(one)) if one else ():
        rows += [_csv(row, figure, titles) for row in _lines(figure, titles)]
    behind = any(row[-1] for row in rows)
    names = [*COLUMNS, "contribution", *(["origines"] if behind else [])]
    return lines([names, *(row[: len(names)] for row in rows)])


def _csv(row: Row, figure: Figure, titles: Titles) -> list[str]:
    known = {"somme": titles.of(figure)[0], "exercice": str(figure.year), **row}
    texts = [harmless(printable(str(known.get(name, "")))) for name in COLUMNS]
    cells = [" ".join(filter(None, one.values())) for one in row.get("origines", ())]
    return [*texts, comma(row["contribution"] or ""), harmless(printable(", ".join(cells)))]


FORMATS: dict[str, Callable[[Explanation], str]] = {"csv": as_csv, "json": as_json}
