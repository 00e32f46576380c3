"""The landing of a year under way, and what is left of its objective, as figures to be explained.

Knows which lines are known, signed, estimated. Never how a month is estimated.
"""

from __future__ import annotations

from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from reporter.french import euros
from reporter.landing.landing import landed
from reporter.landing.left import left
from reporter.leaves import Rule, Step, Sum
from reporter.making import Figure, Term, less, made, summing
from reporter.model import ZERO, Activity
from reporter.tables.explained.names import Named, names
from reporter.tables.explained.own import of_year
from reporter.tables.explained.words import WHOLE
from reporter.to_date import whole_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.figures import Bilan
    from reporter.landing.landing import End, Landing

AHEAD = "landing."
"""What stands before the name of a figure of a landing: never mistaken for that of a cut year."""
BEFORE = "before."
"""What stands before the name of a figure of the whole year before, which its label says."""
LANDED = {
    "chiffre_affaires": "revenue",
    "jours_factures": "days",
    "tjm": "tjm",
    "charges": "charges",
    "dotations_amortissements": "depreciation",
    "resultat_cessions": "disposals",
    "resultat_avant_impots": "result_before_tax",
    "impot": "tax",
    "resultat": "result",
}
"""The figures of a landing, by their names in `show --json`."""
NOT_LANDED = ("effect_", "objective.", "final_", "more_days", "day_change", "adjustment")
"""What a landing does not have: it is compared with nothing, and no accountant has seen it."""
CERTAINTIES = ("connu", "signe", "estime")
AMOUNT, DAYS = attrgetter("amount"), attrgetter("days")


def landed_in(bilan: Bilan) -> dict[str, Figure]:
    """Return the figures of the landing, made as those of any year, and their three parts."""
    found = landed(bilan) if bilan.elapsed is not None else None
    if found is None:
        return {}
    parts = dict(
        zip(CERTAINTIES, (found.known, Activity(days=found.signed), found.rest), strict=True)
    )
    figures = {
        f"atterrissage.{name}": _ahead(of_year(found.figures, field))
        for name, field in LANDED.items()
    }
    year = bilan.figures.year.number
    for word, lines in parts.items():
        sales, days = Sum(lines.sales, AMOUNT), Sum(lines.days, DAYS)
        figures[f"atterrissage.{word}.chiffre_affaires"] = summing(f"{word}.sales", year, sales)
        figures[f"atterrissage.{word}.jours_factures"] = summing(f"{word}.days", year, days)
        fees = Sum(lines.fees, AMOUNT)
        figures[f"atterrissage.{word}.ca_forfaits"] = summing(f"{word}.fees", year, fees)
    known, estimated = bilan.figures.figure("charges"), Sum(found.rest.expenses, AMOUNT)
    figures["atterrissage.connu.charges"] = known._replace(name="connu.charges")
    figures["atterrissage.estime.charges"] = summing("estime.charges", year, estimated)
    return {**figures, **_ends(found)}


def _ends(found: Landing) -> dict[str, Figure]:
    """Return the ends of the range, each what a rule makes of the landing."""
    if found.ends is None:
        return {}
    whole, number = _ahead(found.figures.figure("revenue")), found.year.number
    return {
        f"atterrissage.fourchette.{word}": Figure(
            f"range.{word}", number, end.value, "rule", (Term(1, whole),), _rule(end)
        )
        for word, end in zip(("bas", "haut"), found.ends, strict=True)
    }


def _rule(end: End) -> Rule:
    """Return the rule of an end of the range: the error of a past year, then the bounds."""
    trial = end.trial
    came, guessed = (
        euros(Decimal(one.numerator) / Decimal(one.denominator))
        for one in (trial.actual, trial.estimated)
    )
    said = f"{trial.year.number} : {came} venus pour {guessed} estimés à la même date"

    def steps(whole: Decimal) -> Iterator[Step]:
        yield Step("once", end.reached, whole, trial.ratio, said)
        if end.value != end.reached:
            yield Step("bounded", end.value - end.reached)

    return Rule(steps)


def behind(bilan: Bilan, shown: Mapping[str, tuple[Named, Any]]) -> dict[str, tuple[Named, Figure]]:
    """Return the figures that those of the landing are made of, under names of their own."""
    if not any(name.startswith("atterrissage.chiffre") for name in shown):
        return {}
    whole = landed(bilan)
    if whole is None:
        return {}
    figures, known = names(whole.figures), {called.field for called, _ in shown.values()}
    before = _before(bilan, {one.field: one for one in figures.values()})
    own = {
        f"atterrissage.{name}": (_called(one), _ahead(whole.figures.figure(one.field)))
        for name, one in figures.items()
        if f"{AHEAD}{one.field}" not in known and not one.field.startswith(NOT_LANDED)
    }
    return {**before, **own}


def _called(one: Named) -> Named:
    said = f"{one.definition} ; de {WHOLE}"
    return Named(f"{AHEAD}{one.field}", one.kind, f"{one.label} à l’atterrissage", said)


def _ahead(figure: Figure) -> Figure:
    """Return a figure of a landing under a name of its own, and so what it is made of."""
    terms = tuple(Term(term.sign, _ahead(term.figure)) for term in figure.terms)
    return figure._replace(name=f"{AHEAD}{figure.name}", terms=terms)


def _before(bilan: Bilan, shown: Mapping[str, Named]) -> dict[str, tuple[Named, Figure]]:
    """Return the figures of the whole year before, beside which the table of a landing stands."""
    last = whole_before(bilan) if bilan.elapsed else None
    if last is None:
        return {}
    wanted = {**LANDED, "ca_forfaits": "fees"}
    return {
        f"atterrissage.avant.{name}": (
            Named(
                f"{BEFORE}{field}",
                shown[field].kind,
                f"{shown[field].label} de l’année {last.year.number}",
                f"{shown[field].definition} ; de l’exercice {last.year.number} entier",
            ),
            _alone(of_year(last, field), bilan.figures.year.number),
        )
        for name, field in wanted.items()
        if field in shown
    }


def _alone(figure: Figure, number: int) -> Figure:
    """Return a figure of another year as one of this year, made of its lines where it has some.

    One that does not exist there keeps its terms, which say why.
    """
    if figure.value is None:
        return figure._replace(name=f"{BEFORE}{figure.name}", year=number)
    parts = {id(part.source): part for part in figure.parts}
    lines = [part.source for part in parts.values() if not isinstance(part.source, Figure)]
    leaf = Sum(lines, lambda line: parts[id(line)].amount) if len(lines) == len(parts) else None
    return Figure(f"{BEFORE}{figure.name}", number, figure.value, leaf=leaf)


def left_in(bilan: Bilan) -> dict[str, Figure]:
    """Return what the objective of the whole year still asks for, and that objective."""
    year = bilan.figures.year
    rest = (
        left(bilan.figures.lines, bilan.settings, year.whole, year.end) if bilan.elapsed else None
    )
    if rest is None or bilan.index is not None:
        return {}
    found = {}
    wanted = (("chiffre_affaires", rest.aim.revenue, "revenue"), ("jours", rest.aim.days, "days"))
    for name, aim, field in wanted:
        if aim is not None:
            own = Figure(f"whole.{field}", year.number, aim)
            undone = made(
                f"left.{field}", year.number, "rest", own, less(bilan.figures.figure(field))
            )
            reached = undone._replace(value=max(undone.value or ZERO, ZERO))
            found[f"reste_objectif.vise_{name}"] = own
            found[f"reste_objectif.{name}"] = reached
    if rest.aim.rate is not None:
        found["reste_objectif.vise_tjm"] = Figure("whole.rate", year.number, rest.aim.rate)
    if rest.rate is not None:
        terms = (found["reste_objectif.chiffre_affaires"], found["reste_objectif.jours"])
        found["reste_objectif.tjm"] = made("left.rate", year.number, "quotient", *terms)
    return found
