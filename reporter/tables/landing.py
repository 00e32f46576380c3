"""The landing of a year under way: its section, its table, its sentences.

Knows labels, cells and the words that name a method. Never how a year is estimated.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter.french import (
    NBSP,
    Cell,
    Kind,
    capitalised,
    count,
    euros,
    percent,
    short_date,
)
from reporter.french.told import Told
from reporter.landing.landing import landed
from reporter.landing.left import left
from reporter.law.taxes import CONFIRMED_UNTIL
from reporter.model import DAYS, ZERO, total
from reporter.settings.words import OF
from reporter.tables.expenses import DEPRECIATION
from reporter.tables.left import left_table
from reporter.tables.table import Section, Table, headings
from reporter.tables.unlike import changed_form, is_unlike, other_length
from reporter.tables.years import RECEIVED, received
from reporter.to_date import whole_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.figures import Bilan, Figures
    from reporter.landing.landing import Landing
    from reporter.landing.trials import Choice

LITTLE = Decimal("0.005")
"""An error below this prints as 0 %."""
NO_PAST = "Pas assez de recul pour un atterrissage, qui demande douze mois de livres."


class Row(NamedTuple):
    """A figure of the landing: the whole, what is known, signed, estimated, and the year before.

    `of` is its name in `show --json`.
    """

    name: str
    kind: Kind
    parts: tuple[Decimal, Decimal, Decimal] | None
    whole: Decimal | None
    before: Decimal | None
    of: str


PARTS = ("connu", "signe", "estime")
"""The names of the parts of a figure of the landing."""


def landing_section(bilan: Bilan) -> Section | None:
    """Return the landing of a year that is cut on a day, and what is left of its objective.

    None where the year is whole, or in indices.
    """
    if bilan.elapsed is None or bilan.index is not None:
        return None
    figures, found = bilan.figures, landed(bilan)
    rest = left(figures.lines, bilan.settings, figures.year.whole, figures.year.end)
    tables = [] if found is None else [landing_table(found, whole_before(bilan))]
    if rest is not None:
        tables.append(left_table(rest, figures, found, paid=received(figures, bilan.settings)))
    missing = NO_PAST if found is None else ""
    return Section(title="L’atterrissage", tables=tuple(tables), missing=missing)


def landing_table(found: Landing, before: Figures | None) -> Table:
    """Return what makes the landing, figure by figure, beside the whole year before."""
    number, signed = found.year.number, bool(found.signed)
    titles = ["Indicateur", "Atterrissage", f"Connu au {short_date(found.day)}", "Signé", "Estimé"]
    if not signed:
        titles.remove("Signé")
    if before is not None:
        titles.append(f"Année {before.year.number}")
    return Table(
        title=f"Atterrissage de {number}",
        columns=headings(*titles),
        rows=tuple(
            _cells(row, number, signed=signed, before=before) for row in _rows(found, before)
        ),
        note=Told(" ".join(_notes(found, before)), *_ranged(found)),
    )


def _cells(row: Row, number: int, *, signed: bool, before: Figures | None) -> tuple[Cell, ...]:
    landing = f"{number}.atterrissage"
    parts = [
        Cell(part, row.kind, f"{landing}.{name}.{row.of}")
        for name, part in zip(PARTS, row.parts or (), strict=False)
    ] or [Cell("–")] * 3
    if not signed:
        del parts[1]
    last = () if before is None else (Cell(row.before, row.kind, f"{landing}.avant.{row.of}"),)
    return (Cell(row.name), Cell(row.whole, row.kind, f"{landing}.{row.of}"), *parts, *last)


def _rows(found: Landing, before: Figures | None) -> Iterator[Row]:
    """Yield the figures of the landing; a tax and a depreciation where its form has them."""
    words = OF[found.figures.status]
    before_tax, fees = capitalised(words.before), bool(found.figures.fees)
    disposed = bool(found.figures.disposals)
    figures: tuple[tuple[str, Kind, str, str, bool], ...] = (
        ("Chiffre d’affaires", "euros", "revenue", "chiffre_affaires", True),
        ("CA des forfaits", "euros", "fees", "ca_forfaits", fees),
        ("Jours facturés", "days", "days", "jours_factures", True),
        ("TJM", "rate", "tjm", "tjm", True),
        ("Charges", "euros", "charges", "charges", True),
        (DEPRECIATION, "euros", "depreciation", "dotations_amortissements", words.depreciated),
        ("Résultat des cessions", "euros", "disposals", "resultat_cessions", disposed),
        (before_tax, "euros", "result_before_tax", "resultat_avant_impots", bool(words.before)),
        (capitalised(words.tax), "euros", "tax", "impot", bool(words.tax)),
        (capitalised(words.result), "euros", "result", "resultat", True),
    )
    for name, kind, figure, of, shown in figures:
        if shown:
            last = None if before is None else _before(found.figures, before, figure)
            yield Row(name, kind, _parts(found, figure), getattr(found.figures, figure), last, of)


def _before(now: Figures, before: Figures, figure: str) -> Decimal | None:
    """Return a figure of the year before, None where it is not the same thing in its form."""
    value: Decimal | None = getattr(before, figure)
    return None if is_unlike(now, before, figure) else value


def _parts(found: Landing, figure: str) -> tuple[Decimal, Decimal, Decimal] | None:
    """Return what is known, signed and estimated of a figure that lines add up to."""
    known, rest = found.known, found.rest
    match figure:
        case "revenue":
            return total(known.sales), total(found.signed), total(rest.sales)
        case "fees":
            return total(known.fees), ZERO, total(rest.fees)
        case "days":
            return total(known.days, DAYS), total(found.signed, DAYS), total(rest.days, DAYS)
        case "charges":
            spent = total(rest.expenses)
            return found.figures.charges - spent, ZERO, spent
        case _:
            return None


def _ranged(found: Landing) -> Iterator[Cell]:
    """Yield the ends of the range, as the note says them."""
    ends = zip(("bas", "haut"), found.revenue_range or (), strict=False)
    for name, value in ends:
        yield Cell(value, "euros", f"{found.year.number}.atterrissage.fourchette.{name}")


def _notes(found: Landing, before: Figures | None) -> Iterator[str]:
    if found.by_receipt:
        yield RECEIVED
    yield f"Les mois qui restent sont estimés par {method(found.choice)}."
    yield trials(found.choice)
    low, high = found.revenue_range or (ZERO, ZERO)
    if low < high:
        yield (
            f"Fourchette observée : de {euros(low)} à {euros(high)} de chiffre d’affaires, si ce "
            "calcul se trompe comme l’une de ces années ; ce n’est pas une probabilité."
        )
    if found.signed:
        yield (
            "Un mois à venir compte ses jours signés, ou ceux de l’estimation s’il y en a "
            "davantage."
        )
    if found.figures.without_expense:
        short = OF[found.figures.status].short
        yield f"Aucune dépense saisie : le {short} n’en retranche aucune."
    if OF[found.figures.status].tax and not found.figures.tax_rates_known:
        yield f"Barème de l’impôt pas encore connu : celui de {CONFIRMED_UNTIL} sert."
    for told in (changed_form(found.figures, before), other_length(found.figures, before)):
        if told:
            yield told


def method(choice: Choice) -> str:
    """Return the name of a method, after « par »: « les mêmes mois de l’année d’avant »."""
    years = choice.estimate.years
    same = "les mêmes mois de l’année d’avant"
    if years > 1:
        same = f"la moyenne des mêmes mois des {count(years)} dernières années"
    return {
        "same_months": same,
        "last_twelve": "la moyenne par mois des douze derniers mois",
        "half": f"la moyenne de deux calculs, {same} et les douze derniers mois",
    }[choice.name]


def trials(choice: Choice) -> str:
    """Return how wrong a method was on the owner's past years, in a sentence."""
    error = choice.error
    if error is None:
        return "Aucune année passée ne permet encore d’essayer ce calcul."
    many = len(choice.trials)
    years = "votre dernière année" if many == 1 else f"vos {many} dernières années"
    mean = "" if many == 1 else " en moyenne"
    if not error:
        return f"À cette date, sur {years}, ce calcul ne se serait pas trompé."
    ratio = Decimal(error.numerator) / Decimal(error.denominator)
    shown = f"moins de 1{NBSP}%" if ratio < LITTLE else percent(ratio)
    return f"À cette date, sur {years}, ce calcul se serait trompé de {shown}{mean}."
