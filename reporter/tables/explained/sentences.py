"""What is said of a figure before its tables: its definition, its formula, its numbers.

Knows the words around a formula. Never how a figure is computed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.elapsed import SHARED
from reporter.french import Cell, capitalised, counted, spaced
from reporter.law.taxes import CONFIRMED_UNTIL
from reporter.leaves import Given, Lacking, Rule, Sum, Untold
from reporter.tables.explained.ahead import AHEAD, BEFORE
from reporter.tables.explained.explanation import known
from reporter.tables.explained.names import every_name
from reporter.tables.partial import named
from reporter.tables.unlike import changed_form
from reporter.tables.years import RECEIVED, received

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reporter.making import Figure, Term
    from reporter.tables.explained.explanation import Explanation, Source
    from reporter.tables.explained.names import Named

MARKS = {"quotient": " / ", "product": " × "}
RULES = {
    "net.contributions": "somme des cotisations de l’année",
    "range.bas": "chiffre d’affaires à l’atterrissage × ce qui est venu / ce qui était estimé",
    "range.haut": "chiffre d’affaires à l’atterrissage × ce qui est venu / ce qui était estimé",
    "estimated_tax": "barème de l’article 219 du CGI, appliqué au bénéfice imposable",
    "working_days": "jours du lundi au vendredi − jours fériés",
    "leave": "congés de douze mois × mois de l’exercice / 12",
    **dict.fromkeys(SHARED, "montant de l’exercice entier × mois écoulés / mois de l’exercice"),
}

SALES = {"revenue", "day_revenue", "fees"}
"""The sums of sales, which count on the day of their payment where the owner or the law says so."""
CREW = "somme de tous les intervenants, chacun à sa part de temps"


class Titles:
    """What each figure of an explanation is called, in the words of its year."""

    def __init__(self, source: Source) -> None:
        self.year = source.figures.year.number
        every = {**every_name(source.figures), **known(source)}
        self.named = {one.field: (name, one) for name, one in reversed(every.items())}

    def of(self, figure: Figure) -> tuple[str, Named]:
        """Return the name of a figure and what it is called."""
        return self.named[figure.name]

    def label(self, figure: Figure) -> str:
        """Return the label of a figure, with its year where it is of another one."""
        label = self.of(figure)[1].label
        return label if figure.year == self.year else f"{label} {figure.year}"

    def cell(self, figure: Figure) -> Cell:
        """Return the value of a figure, as it prints."""
        return Cell(figure.value, self.of(figure)[1].kind)

    def within(self, figure: Figure) -> str:
        """Return the label of a figure inside a sentence."""
        label = self.label(figure)
        return label if label[1:2].isupper() else label[:1].lower() + label[1:]

    def number(self, figure: Figure) -> str:
        """Return the value of a figure inside a formula."""
        cell = self.cell(figure)
        negative = figure.value is not None and figure.value < 0
        return f"({cell})" if negative else str(cell)


def title(explanation: Explanation) -> str:
    """Return the figure, its year and its value."""
    source = explanation.source
    of = f", {source.said}" if source.said else ""
    called = explanation.called
    year = "" if called.field.startswith(BEFORE) else f" {named(source.figures.year)}"
    return spaced(f"{called.label}{year}{of} : {explanation.value}")


def sentences(explanation: Explanation) -> list[str]:
    """Return the lines before the tables."""
    called, figure = explanation.called, explanation.figure
    titles = Titles(explanation.source)
    lines = [f"{capitalised(called.definition)}."]
    if figure is not None:
        lines += [f"{titles.label(figure)} = {way}" for way in _ways(figure, titles)]
        lines += _remarks(explanation, figure, titles)
    return [spaced(line) for line in lines]


def _ways(figure: Figure, titles: Titles) -> Iterator[str]:
    """Yield the formula in words, then in numbers."""
    if figure.operation == "variation" and len(figure.terms) == 1:
        return
    if figure.operation and figure.operation != "rule":
        yield written(figure, titles.within)
        numbers = written(figure, titles.number)
        if len(figure.terms) > 1 and figure.value is not None:
            yield f"{numbers} = {titles.cell(figure)}"
        return
    match figure.leaf:
        case Sum(lines=lines):
            yield f"somme de {counted(len(lines), 'ligne', 'lignes')}"
        case Rule():
            yield CREW if _is_crew(figure) else RULES[figure.name.removeprefix(AHEAD)]
        case Given():
            yield "écrit dans bilan.toml"


def _is_crew(figure: Figure) -> bool:
    return any(step.what in {"presence", "leave_of"} for step in figure.steps)


def written(figure: Figure, say: Callable[[Figure], str]) -> str:
    """Return a formula whose terms are said in some way."""
    terms = figure.terms
    if not terms:
        return "0"
    if figure.operation == "variation":
        new, old = (say(term.figure) for term in terms)
        return f"({new} − {old}) / {old}"
    mark = MARKS.get(figure.operation or "")
    if mark is not None:
        return mark.join(say(term.figure) for term in terms)
    return "".join(_signed(term, say, first=term is terms[0]) for term in terms)


def _signed(term: Term, say: Callable[[Figure], str], *, first: bool) -> str:
    mark = "−" if term.sign < 0 else "" if first else "+"
    return f"{'' if first else ' '}{mark}{' ' if mark else ''}{say(term.figure)}"


def _remarks(explanation: Explanation, figure: Figure, titles: Titles) -> Iterator[str]:
    """Yield why a figure does not exist, or what it must be read with."""
    figures = explanation.source.figures
    if figure.value is None:
        yield f"n. d. : {_reason(explanation, figure, titles)}."
    name = figure.name.removeprefix(AHEAD)
    if name in SALES and received(figures, explanation.source.settings):
        yield RECEIVED
    taxed = name in {"tax", "estimated_tax", "result"} and figures.estimated
    if taxed and explanation.source.settings.pays_tax(figures.year) and not figures.tax_rates_known:
        yield f"Barème de l’impôt pas encore connu : celui de {CONFIRMED_UNTIL} sert."


def _uncompared(source: Source, figure: Figure) -> str:
    """Return why a year is compared with no other, or nothing where it is not for that."""
    compared = figure.operation == "variation" or not (figure.terms or figure.leaf)
    if compared and source.previous is None:
        return "les classeurs n’ont pas d’exercice juste avant"
    if figure.operation == "variation" and len(figure.terms) == 1:
        said = changed_form(source.figures, source.previous)
        return f"{said[:1].lower()}{said[1:]}".removesuffix(".")
    return ""


def _reason(explanation: Explanation, figure: Figure, titles: Titles) -> str:
    """Return why a figure does not exist."""
    if isinstance(figure.leaf, Untold):
        return f"l’exercice n’est connu que par {figure.leaf.file}, qui ne le dit pas"
    if alone := _uncompared(explanation.source, figure):
        return alone
    if isinstance(figure.leaf, Lacking):
        many = len(figure.leaf.lines)
        one, several = "forfait ne dit pas ses", "forfaits ne disent pas leurs"
        return f"{counted(many, one, several)} jours équivalents"
    if isinstance(figure.leaf, Given):
        return "bilan.toml ne le dit pas"
    missing = next((term.figure for term in figure.terms if term.figure.value is None), None)
    if missing is not None:
        return f"{titles.within(missing)} n’existe pas ({_reason(explanation, missing, titles)})"
    return f"{titles.within(figure.terms[-1].figure)} n’est pas au-dessus de zéro"
