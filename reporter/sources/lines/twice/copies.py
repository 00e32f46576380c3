"""Sheets that say again what another says: a copy, a recap, the invoices of days already counted.

Knows whole sheets of lines. A line that stands twice is a doubt, a sheet that does is a mistake.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations
from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.errors import BadCell, Doubt
from reporter.french import counted, enumeration
from reporter.invoiced_days import is_billed, months, runs
from reporter.model import AMOUNT, Day, Expense, Fee
from reporter.patterns import pattern
from reporter.sources.lines.twice.derived import (
    are_nearly_months,
    are_parts,
    are_receipts,
    are_with_tax,
    heading_of,
    is_recap,
    says_payments,
)
from reporter.sources.lines.twice.months import same_amounts
from reporter.sources.lines.twice.unfilled import FEWEST, is_left_as_it_was
from reporter.sources.tables.titles import called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from reporter.invoiced_days import Runs
    from reporter.model import Line

FEWEST_INVOICES = 2
LATE = timedelta(days=366)
"""A recap may be dated the last day of its year, or the first days after it."""
RANK = pattern(r" ?\(\d\d?\)")
"""How a spreadsheet calls the copy of a sheet, and a browser that of a file."""
KEEP_ONE = "n’en garder qu’une dans data/, ou nommer l’Intervenant de chacune"

TOLD: Mapping[type, Callable[[Line], tuple[object, ...]]] = {
    Day: attrgetter("date", "client", "mission", "worker", "days"),
    Fee: attrgetter("date", "client", "service", "invoice"),
    Expense: attrgetter("date", "supplier", "label", "category"),
}
"""What a line is about: its day, its names and its days, but no amount."""
Sheet = Sequence["Line"]
Pair = frozenset[tuple[str, str]]
"""Two sheets, each a file and a name."""


def mistakes_of(sheets: Sequence[Sheet]) -> Iterator[BadCell]:
    """Yield the sheets whose lines are all counted elsewhere already, by themselves or as sums."""
    days = [line for sheet in sheets for line in sheet if isinstance(line, Day)]
    billed = runs(months(days))
    invoices = {id(sheet): _billed(sheet, billed) for sheet in sheets}
    copied: set[int] = set()
    for small, large in _pairs(sheets):
        if id(small) in copied or id(large) in copied:
            continue
        if len(small) >= FEWEST and _is_copied(small, large):
            copied.add(id(small))
            yield _mistake(small, large, "feuille recopiée : chacune de ses lignes est ailleurs")
        elif len(small) < len(large) and not invoices[id(small)] and is_recap(small, large):
            yield _mistake(small, large, "récapitulatif : chacune de ses lignes est une somme")
    for sheet in sheets:
        if own := invoices[id(sheet)]:
            what = "factures de jours déjà comptés : le chiffre d’affaires doublerait"
            bad = _mistake(own, days, what)
            if len(own) < len(sheet):
                cells = [it.place.cell for it in own]
                bad.fix = f"effacer ces lignes, et garder les autres : {enumeration(cells)}"
            yield bad


def doubts_of(sheets: Sequence[Sheet], by_month: Mapping[Pair, Doubt]) -> Iterator[Doubt]:
    """Yield a doubt where the lines of a sheet are those of another, but for amounts or dates.

    Of two sheets one rule speaks, the first of: two versions of one, months that amount to the
    same, a month told twice, which is what `by_month` says.
    """
    told = {}
    for small, large in _pairs(sheets):
        if found := _version(small, large):
            told[frozenset((small[0].place[:2], large[0].place[:2]))] = found
    alike = list(same_amounts(sheets, told))
    yield from told.values()
    yield from (doubt for _, doubt in alike)
    said = told.keys() | {pair for pair, _ in alike}
    yield from (doubt for pair, doubt in by_month.items() if pair not in said)


def left_as_they_were(sheets: Sequence[Sheet]) -> Iterator[Doubt]:
    """Yield a sheet that is that of another year, told whole: of its tables, each may say less."""
    code, what, fix = ONE_OF_OTHER[is_left_as_it_was]
    for pair in _pairs(sheets):
        for late, early in (pair, pair[::-1]):
            if is_left_as_it_was(late, early):
                yield _doubt(code, what, late, early, fix)


def _version(small: Sheet, large: Sheet) -> Doubt | None:
    same_kind = type(small[0]) is type(large[0])
    copied = same_kind and _is_copied(small, large)
    if same_kind and not _told(small) - _told(large):
        apart = " : comptées deux fois ?" if copied else ", à d’autres montants : deux versions ?"
        what = f"mêmes lignes qu’une autre feuille{apart}"
        return _doubt("deux-versions", what, small, large, KEEP_ONE)
    if same_kind and _is_named_as(small, large) and _says_again(small, large):
        what = "mêmes dates et mêmes noms qu’une feuille du même nom : deux versions ?"
        return _doubt("deux-versions", what, small, large, KEEP_ONE)
    if _are_of_the_same_months(small, large) or are_nearly_months(small, large):
        what = "mêmes montants qu’une autre feuille, mois par mois : comptés deux fois ?"
        return _doubt("deux-versions", what, small, large, KEEP_ONE)
    both = ((small, large), (large, small))
    for of, (code, what, fix) in ONE_OF_OTHER.items():
        if found := next((it for it in both if of(*it)), None):
            return _doubt(code, what, *found, fix)
    return None


def _told(sheet: Sheet) -> Counter[tuple[object, ...]]:
    return Counter(TOLD[type(line)](line) for line in sheet)


def _is_named_as(small: Sheet, large: Sheet) -> bool:
    """Tell whether two sheets have one name, but for the rank that copies are given: « (2) »."""
    names = small[0].place[:2], large[0].place[:2]
    one, other = (RANK.sub("", " ".join(name)) for name in names)
    return names[0] != names[1] and one == other


def _says_again(small: Sheet, large: Sheet) -> bool:
    """Tell whether most lines of a sheet have the date and the name of one of another."""
    new = Counter((it.date, it.party) for it in small) - Counter(
        (it.date, it.party) for it in large
    )
    return 2 * new.total() < len(small)


def _is_copied(small: Sheet, large: Sheet) -> bool:
    """Tell whether each line of a sheet stands on another; amounts are compared first, quickly."""
    return _has_amounts(small, large) and not Counter(small) - Counter(large)


def _has_amounts(small: Sheet, large: Sheet) -> bool:
    """Tell whether each amount of a sheet is one of another: most have some of their own."""
    return set(map(AMOUNT, large)).issuperset(map(AMOUNT, small))


def _doubt(code: str, what: str, small: Sheet, large: Sheet, fix: str) -> Doubt:
    place, twin = small[0].place, large[0].place
    shown = f"{counted(len(small), 'ligne', 'lignes')}, aussi dans {twin}"
    about = place.sheet or place.file
    return Doubt(code=code, what=what, place=place, shown=shown, fix=fix, about=about)


def _are_of_the_same_months(small: Sheet, large: Sheet) -> bool:
    """Tell whether each sale of a sheet is another's, of that client and month, on another day.

    Fees that are months of days, or sales under one name that are those of several, need no name
    in common: three amounts at least are not the same by chance, month by month. Nor do expenses,
    whose suppliers may be written otherwise, day by day, nor all the sales to several clients.
    """
    if not _has_amounts(small, large):
        return False
    several = type(small[0]) is type(large[0]) and len(set(map(AMOUNT, small))) >= FEWEST
    dated = several and not Counter(map(_dated, small)) - Counter(map(_dated, large))
    names, others = (len(set(map(heading_of, it))) for it in (small, large))
    if isinstance(small[0], Expense) or (dated and names > 1):
        return dated
    if len({line.month for line in small}) < FEWEST:
        return False
    amounts = Counter((line.month, line.amount) for line in small)
    if amounts - Counter((line.month, line.amount) for line in large):
        return False
    if names == 1 < others or type(small[0]) is not type(large[0]):
        return len({line.amount for line in small}) >= FEWEST
    return not Counter(map(_month_of, small)) - Counter(map(_month_of, large))


def _dated(line: Line) -> tuple[object, ...]:
    return line.date, line.amount


def _month_of(line: Line) -> tuple[object, ...]:
    return heading_of(line), line.worker, line.month, line.amount


ONE_OF_OTHER: Mapping[Callable[[Sheet, Sheet], bool], tuple[str, str, str]] = {
    are_receipts: (
        "reglements",
        "mêmes montants qu’une autre feuille, plus tard : des règlements ?",
        "les écrire dans une colonne Date de paiement, ou sortir cette feuille",
    ),
    is_left_as_it_was: (
        "deux-versions",
        "mêmes lignes qu’une autre feuille, plus tard : une copie pas encore remplie ?",
        "y écrire les lignes de ce mois ou de cette année, ou la sortir de data/",
    ),
    are_with_tax: (
        "deux-versions",
        "montants d’une autre feuille, TVA comprise : comptés deux fois ?",
        "n’en garder qu’une dans data/, aux montants hors taxes",
    ),
}
"""What a sheet may be of another, and what is said of it: its code, what is doubtful, the fix."""


def _pairs(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, Sheet]]:
    """Yield the pairs of sheets of one time, of one kind or fees and days, the smaller first."""
    told = (it for it in sheets if len(it) >= FEWEST_INVOICES or (it and says_payments(it)))
    spans = [(_span(sheet), sheet) for sheet in told]
    for (one_span, one), (other_span, other) in combinations(spans, 2):
        near = one_span[0] <= other_span[1] + LATE and other_span[0] <= one_span[1] + LATE
        level = len(one) == len(other) and isinstance(one[0], Fee) and isinstance(other[0], Day)
        first = level or len(one) < len(other)
        small, large = (one, other) if first else (other, one)
        kinds = type(small[0]), type(large[0])
        if near and (kinds[0] is kinds[1] or kinds == (Fee, Day)) and not are_parts(one, other):
            yield small, large


def _billed(sheet: Sheet, billed: Runs) -> list[Fee]:
    """Return the invoices of a sheet that are, to the cent, the days of a client in a month."""
    fees = (line for line in sheet if isinstance(line, Fee))
    found = [fee for fee in fees if is_billed(fee, fee.amount, billed)]
    return found if len(found) >= FEWEST_INVOICES and len({it.date for it in found}) > 1 else []


def _mistake(sheet: Sheet, other: Sheet, what: str) -> BadCell:
    place, twin = sheet[0].place, other[0].place
    shown = f"{len(sheet)} lignes, aussi dans {twin}"
    fix = "l’effacer, ou la sortir de data/"
    if place.sheet and place.sheet != twin.sheet:
        fix += f", ou écrire dans bilan.toml : {called(place.sheet)}"
    return BadCell(what, place, shown=shown, fix=fix)


def _span(sheet: Sheet) -> tuple[date, date]:
    dates = {line.date for line in sheet}
    return min(dates), max(dates)
