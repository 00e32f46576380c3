"""What is said of a year that is cut on a day: the few words and sentences, once for all.

Knows the French of dates and rules. Never how a year is cut. A whole year changes no word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.elapsed import SILENCE
from reporter.french import (
    NBSP,
    Cell,
    capitalised,
    count,
    counted,
    day_month,
    enumeration,
    long_date,
    short_date,
    spaced,
)
from reporter.french.told import Told
from reporter.law.workdays import WEEK
from reporter.model import total
from reporter.settings.words import words
from reporter.tables.table import headings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.elapsed import Cut, Elapsed, Rule
    from reporter.figures import Bilan
    from reporter.model import Activity, FinancialYear, Line
    from reporter.tables.quantities import Quantities
    from reporter.tables.table import Table


RULES: dict[Rule, str] = {
    "asked": "demandee",
    "today": "aujourd_hui",
    "last_line": "derniere_ligne",
}


def named(year: FinancialYear) -> str:
    """Return the name of a year that is told: « 2026 », « 2026 (partielle, au 30 juin) »."""
    return f"{year.number} (partielle, {_short(year)})" if year.is_partial else f"{year.number}"


def dated(year: FinancialYear) -> str:
    """Return the name of a year beside others at the same date: « 2025 », « 2025 au 30/06 ».

    A day of another calendar year is long, and may go to the next line of a heading.
    """
    if not year.is_partial:
        return f"{year.number}"
    day = short_date(year.end)
    short = day.removesuffix(f"/{year.number}")
    return f"{year.number} au{' ' if short == day else NBSP}{short}"


def within(year: FinancialYear) -> str:
    """Return when a year is: « en 2025 », or « au 30 juin 2025 » where it is cut."""
    return f"au {long_date(year.end)}" if year.is_partial else f"en {year.number}"


def against(year: FinancialYear) -> str:
    """Return what follows « par rapport »: « à 2025 », or « au 30 juin 2025 »."""
    return f"au {long_date(year.end)}" if year.is_partial else f"à {year.number}"


def when(year: FinancialYear) -> Quantities:
    """Return those words for the templates."""
    return {"en": within(year), "a": against(year)}


def words_of_part(bilan: Bilan) -> Quantities:
    """Return what templates say of a cut year, None where it is whole."""
    year = bilan.figures.year
    if bilan.elapsed is None:
        return {"partielle": None}
    said = {
        "titre": partial(year),
        "dite": _partial_there(year),
        "nom": named(year),
        "jour": _short(year),
        "phrases": sentences(bilan),
        "prorata": prorated(bilan),
    }
    return {"partielle": said}


def prorated(bilan: Bilan) -> str:
    """Return what is that of the elapsed part of a cut year; a form has not all of it."""
    of = words(year.status for year in bilan.shown)
    names = ["jours ouvrés", "congés", "objectif"]
    names += ["dotations"] if of.depreciated else []
    names += ["barème de l’impôt"] if of.tax else []
    return f"{capitalised(enumeration(names))} sont ceux de la part écoulée."


def taken_from(source: FinancialYear, year: FinancialYear) -> str:
    """Return the year from which another takes its lines, and why it is not the last one."""
    if not year.is_partial:
        return f"{source.number}"
    skipped = source.number < year.number
    return f"{source.number}, dernière année entière" if skipped else named(year)


def marked(
    tables: Sequence[Table], year: FinancialYear, note: str = "", *, bare: bool = False
) -> list[Table]:
    """Return the tables of an answer, each saying that its year is cut.

    Args:
        tables: the answer.
        year: its year.
        note: what to add to the note of the first one.
        bare: whether titles are not printed: the first heading then says it.
    """
    if not year.is_partial:
        return list(tables)
    told = [table._replace(title=title(table.title, year)) for table in tables]
    head, *others = told[0].columns
    notes = [text for text in (told[0].note, spaced(note)) if text]
    columns = headings(title(head, year) if bare else head, *others)
    return [told[0]._replace(columns=columns, note=" ".join(notes)), *told[1:]]


def spread(year: FinancialYear) -> str:
    """Return what a figure of a whole year means where only a part of it is known."""
    if not year.is_partial:
        return ""
    return (
        "Cotisations et impôts sont annuels : c’est ce qui resterait si plus rien ne venait d’ici "
        f"le {long_date(year.whole.end)}."
    )


def at_date(text: str, year: FinancialYear) -> str:
    """Return what is said of years, after the date where they are cut: « Au 30 juin, … »."""
    if not year.is_partial:
        return text
    return f"{capitalised(_short(year))}, {text[:1].lower()}{text[1:]}"


def told_at_date(text: str, year: FinancialYear, *cells: Cell) -> Told:
    """Return the same, whose numbers know what explains them; those of the date are none of it."""
    date = (Cell(capitalised(_short(year))),) if year.is_partial else ()
    return Told(at_date(text, year), *date, *cells)


def partial_of(year: FinancialYear) -> str:
    """Return what a cut year is among others: « 2026, année partielle au 30 juin »."""
    return f"{year.number}, {_partial_there(year)}" if year.is_partial else f"{year.number}"


def title(text: str, year: FinancialYear) -> str:
    """Return a title, with what a cut year is: « …, année partielle au 30 juin 2026 »."""
    return f"{text}, {partial(year)}" if year.is_partial else text


def partial(year: FinancialYear) -> str:
    """Return what a cut year is: « année partielle au 30 juin 2026 »."""
    return f"année partielle au {long_date(year.end)}"


def _partial_there(year: FinancialYear) -> str:
    """Return the same beside its number, which its day says only where it is another."""
    return f"année partielle {_short(year)}"


def sentences(bilan: Bilan) -> tuple[str, ...]:
    """Return what a reader must know of a cut year: why, what is compared, what is left out."""
    if bilan.elapsed is None:
        return ()
    return tuple(map(spaced, _sentences(bilan, bilan.elapsed)))


def values(bilan: Bilan) -> Quantities:
    """Return what is known of a cut year as named quantities; nothing where it is whole."""
    if bilan.elapsed is None:
        return {}
    cut, left = bilan.elapsed.cut, bilan.elapsed.left_out
    found = {
        "au": Cell(cut.day, "date"),
        "cloture": Cell(bilan.figures.year.whole.end, "date"),
        "regle": RULES[cut.rule],
        "pourquoi": " ".join(sentences(bilan)),
        "laisse_de_cote": {
            "lignes": len(left.sales) + len(left.expenses),
            "ventes": Cell(total(left.sales), "euros"),
            "depenses": Cell(total(left.expenses), "euros"),
        },
        "sans_comparaison": list(bilan.elapsed.without),
    }
    return {"partielle": found}


def _sentences(bilan: Bilan, elapsed: Elapsed) -> Iterator[str]:
    year, cut = bilan.figures.year, elapsed.cut
    yield f"{_why(year, cut)}."
    if len(bilan.shown) > 1 or bilan.reference is not None:
        yield "Les autres années sont comptées à la même date."
    if elapsed.booked:
        numbers = enumeration([str(number) for number in elapsed.booked])
        many = "ne sont connus" if len(elapsed.booked) > 1 else "n’est connu"
        yield f"{numbers} {many} que par FEC, en entier : rien n’y est comparé à une date."
    if elapsed.without:
        numbers = enumeration([str(number) for number in elapsed.without])
        yield f"Aucune ligne à cette date en {numbers} : rien n’y est comparé."
    if told := _left_out(elapsed.left_out):
        yield f"Laissé de côté, car daté d’après : {told}."


def _why(year: FinancialYear, cut: Cut) -> str:
    if cut.last is None:
        word = "la date demandée" if cut.rule == "asked" else "la date du jour"
        closing = long_date(year.whole.end)
        return f"Le {long_date(cut.day)} est {word} ; l’exercice va jusqu’au {closing}"
    whole_month = "" if cut.last == cut.day else ", qui compte pour tout son mois"
    what = "ventes" if cut.unbegun == "sales" else "classeurs"
    stop = f"Les {what} s’arrêtent à une ligne du {long_date(cut.last)}{whole_month}"
    if cut.unbegun:
        return (
            f"{stop}, sans rien du mois en cours ; s’il est vide, ajouter --au et la date du jour"
        )
    return (
        f"{stop}, puis rien pendant plus de {count(SILENCE.days // WEEK)} semaines ; si l’exercice "
        f"est entier, écrire complet = true sous [exercice.{year.number}] de bilan.toml"
    )


def _left_out(lines: Activity) -> str:
    """Return how many lines are left out and what they amount to, empty where there is none."""
    kinds: dict[str, Sequence[Line]] = {"de vente": lines.sales, "de dépense": lines.expenses}
    return enumeration(
        [
            f"{counted(len(found), 'ligne', 'lignes')} {kind} ({Cell(total(found), 'euros')})"
            for kind, found in kinds.items()
            if found
        ]
    )


def _short(year: FinancialYear) -> str:
    """Return the day of a cut, its year where it is not the year's own number: « au 30 juin »."""
    day = year.end
    return f"au {day_month(day) if day.year == year.number else long_date(day)}"
