"""How the words of `bilan scenario` are read: 850, +5%, 80%, ca=150000, tjm=600:900:50.

Knows the words and what to write instead of those that make no sense. Never the books.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, TypeVar

import typer

from reporter.assumptions import GROUPED, Change, Goal, Lever, Measure, read_change
from reporter.cli import options
from reporter.cli.french_typer import AUTO, UsageError
from reporter.numerals import BLANKS
from reporter.patterns import pattern

MEASURES: dict[str, Measure] = {"ca": "revenue", "resultat": "result"}
LEVERS: dict[str, Lever] = {"tjm": "rate", "jours": "days", "taux": "ratio", "forfaits": "fees"}
FORMATS = ("md", "html", "csv", "json")

PERCENT = pattern(r"(\d{1,3}(?:[.,]\d{1,10})?)%")
NUMBER = pattern(r"\d{1,9}(?:[.,]\d{1,10})?")
AMOUNT = pattern(r"-?\d{1,9}(?:[.,]\d{1,2})?€?")
RANGE_PARTS = 3
MOST = 60
"""How many values an axis can have: what a person can read."""

Word = TypeVar("Word")
Axes = dict[Lever, tuple[Decimal, ...]]


class Charge(NamedTuple):
    """A category of expenses, and how it changes."""

    category: str
    change: Change


def change(value: object) -> Change:
    """Read a value or a change: 850, +50, +5%."""
    text = str(value)
    refuse_grouped(text)
    if found := read_change(text):
        return found
    if text.strip().endswith("%"):
        raise typer.BadParameter(f"« {text} » : dire dans quel sens, +{text} ou -{text}")
    raise typer.BadParameter(f"« {text} » n’est pas compris, écrire par exemple 850, +50 ou +5%")


def ratio(value: object) -> Decimal:
    """Read a ratio written as a percentage: 80%."""
    text = BLANKS.sub("", str(value))
    found = PERCENT.fullmatch(text)
    if not found:
        meant = f", écrire {text}%" if NUMBER.fullmatch(text) and _number(text) > 1 else ""
        raise typer.BadParameter(f"« {value} » n’est pas un pourcentage{meant or ', écrire 80%'}")
    share = _number(found[1]) / 100
    if share > 1:
        raise typer.BadParameter(f"« {value} » : une part va de 0 à 100 %")
    return share


def days(value: object) -> Decimal:
    """Read a number of days: 35."""
    text = str(value).strip()
    if not NUMBER.fullmatch(text):
        raise typer.BadParameter(f"« {text} » n’est pas un nombre de jours, écrire par exemple 35")
    return _number(text)


def charge(value: object) -> Charge:
    """Read a category and its change: Rémunération=+12000."""
    category, equals, words = str(value).rpartition("=")
    if not equals or not category.strip():
        raise typer.BadParameter(f'« {value} » : écrire par exemple "Rémunération=+12000"')
    return Charge(category.strip(), change(words))


def goal(value: object) -> Goal:
    """Read what is aimed at: ca=150000, resultat=20000."""
    name, _, words = str(value).partition("=")
    amount = BLANKS.sub("", words).replace("\u2212", "-")
    if name.strip() not in MEASURES or not AMOUNT.fullmatch(amount):
        raise typer.BadParameter(f"« {value} » : écrire par exemple ca=150000 ou resultat=20000")
    return Goal(MEASURES[name.strip()], _number(amount.rstrip("€")))


def lever(value: object) -> Lever:
    """Read what is sought: tjm, jours, taux, forfaits."""
    return among(value, LEVERS)


def measure(value: object) -> Measure:
    """Read which figure a grid holds: ca, resultat."""
    return among(value, MEASURES)


def file_format(value: object) -> str:
    """Read the name of a format."""
    return among(value, {name: name for name in FORMATS})


def axes(value: object) -> Axes:
    """Read the axes of a grid: tjm=600:900:50,taux=60%:100%:5%; either can be left out."""
    found: Axes = {}
    for part in () if value == AUTO else str(value).split(","):
        name, equals, words = part.partition("=")
        axis = LEVERS.get(name.strip())
        if not equals or axis is None or axis == "fees" or axis in found:
            raise typer.BadParameter(
                f"« {part} » : écrire par exemple tjm=600:900:50,taux=60%:100%:5%"
            )
        found[axis] = _values(words, axis)
    if "ratio" in found and "days" in found:
        raise typer.BadParameter("une grille a le taux ou les jours, pas les deux")
    return found


def _values(words: str, axis: Lever) -> tuple[Decimal, ...]:
    """Read 600:900:50, or one value alone."""
    parts = words.split(":")
    for part in parts:
        refuse_grouped(part)
    good = axis == "ratio" or all(NUMBER.fullmatch(part) for part in parts)
    numbers = [ratio(part) if axis == "ratio" else _number(part) for part in parts if good]
    if len(numbers) == 1:
        return (numbers[0],)
    if len(numbers) != RANGE_PARTS or not numbers[2] or numbers[0] > numbers[1]:
        example = "60%:100%:5%" if axis == "ratio" else "600:900:50"
        raise typer.BadParameter(f"« {words} » : écrire début:fin:pas, par exemple {example}")
    start, end, step = numbers
    count = int((end - start) / step) + 1
    if count > MOST:
        raise typer.BadParameter(f"« {words} » fait {count} valeurs, {MOST} au plus")
    return tuple(start + i * step for i in range(count))


def refuse_grouped(text: str) -> None:
    """Refuse « 1.200 », which may be a thousand or a little more than one, as the books do."""
    bare = BLANKS.sub("", text).replace("\u2212", "-")
    if GROUPED.fullmatch(bare):
        meant = bare.replace(".", "")
        raise typer.BadParameter(f"« {text} » : écrire {meant}, sans séparateur de milliers")


def refuse_together(questions: Mapping[str, object], way: object) -> None:
    """Refuse several questions at once, and a goal without what leads to it.

    Args:
        questions: what is asked, by its option, the goal first; what is not asked is None or False.
        way: what leads to the goal.

    Raises:
        UsageError: with what to leave out, or to give.
    """
    goal, *others = (asked is not None and asked is not False for asked in questions.values())
    if goal + sum(others) > 1:
        *names, last = questions
        raise UsageError(f"{', '.join(names)} et {last} : un seul à la fois")
    if goal != (way is not None):
        raise UsageError("--viser dit le but et --par ce qui y mène : donner les deux")


def among(value: object, known: Mapping[str, Word]) -> Word:
    """Read one of the words known."""
    return known[options.among(known)(value)]


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
