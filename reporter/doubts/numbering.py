"""Doubts about how numbers follow one another: some that are missing, another year's.

Knows how invoices are numbered: without gap, by an order that may start again each year (CGI,
annexe II, art. 242 nonies A); receipts are as their owner likes. Never who is billed, nor for what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from string import digits
from typing import TYPE_CHECKING, TypeVar

from reporter.doubts.wording import doubt
from reporter.french import enumeration
from reporter.model import Expense, Fee
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from reporter.errors import Doubt
    from reporter.model import Day
    from reporter.settings import Settings

L = TypeVar("L", bound="Day | Fee | Expense")
Numbered = Mapping[int, Mapping[str, L]]
"""The first line of each number of a calendar year."""

FEW_BEFORE = 10
"""The rank under which the first invoice of a year tells that some are missing before it."""
FEWEST_RECEIPTS, PRESENT, SHOWN = 10, 10, 5
"""Receipts of a numbered file, or invoices in order; how many for one missing; numbers shown."""
FROM_1904, FEWEST_TOLD = 4, 4
"""Years that separate 1904 from 1900, as days are counted; invoices that are all a year apart."""
YEAR = pattern(r"(?<!\d)(20\d\d)(?=\D+\d|\d{2,6}(?!\d))|(?<=\d)\D+(20\d\d)$")
"""The year of a number that has a rank besides: « F-2021-003 », « 2021003 », « 12/2021 »."""
DIGITS = pattern(r"\d+")
NONE, FORTNIGHT, MONTH, LATER = (timedelta(days=count) for count in (0, 14, 31, 62))
"""How long after its date work may be invoiced, and so numbered, the year after: two months."""
PAID = timedelta(days=183)
"""How long into the next year a sale dated of its payment may have been invoiced in this one."""


def numbered(lines: Iterable[L]) -> Numbered[L]:
    """Return the first line of each number of an invoice, or of a receipt."""
    years: dict[int, dict[str, L]] = defaultdict(dict)
    for line in lines:
        if number := line.number:
            years[line.date.year].setdefault(number, line)
    return years


def of_other_years(first: Numbered[Day | Fee], settings: Settings) -> Iterator[Doubt]:
    """Yield each invoice whose number tells another year than its date, where some tell theirs.

    So do numbers that are all as far from their dates, over several years, or by the four years of
    days counted from 1904; or, where there are several, by one year.
    """
    apart, alike, steps = [], False, set()
    for year, invoices in first.items():
        for number, line in invoices.items():
            if "20" not in number or (found := YEAR.search(number)) is None:
                continue
            said = int(found[1] or found[2])
            if said == year or _is_near(said, line) or said in _financial(line, settings):
                alike = True
            else:
                apart.append((number, line))
                steps.add((said - year, said))
    by = {abs(step) for step, _ in steps}
    told = len(steps) > 1 or by == {FROM_1904} or (by == {1} and len(apart) >= FEWEST_TOLD)
    shifted = len(by) == 1 and told
    for number, line in apart if alike or shifted else ():
        what = f"facture {number} datée d’une autre année que celle de son numéro"
        fix = "corriger l’année de la date, ou le numéro"
        yield doubt("annee-du-numero", what, line, fix, about=number)


def _is_near(said: int, line: Day | Fee) -> bool:
    """Tell whether an invoice is of the year of its number, or may be, its line just before.

    That of December may be dated of January where the number tells the month: « 2019-12 ». In a
    book of receipts the date is that of the payment, of the next year at times.
    """
    if line.invoiced is not None:
        return said == line.invoiced.year
    before, after = date(said, 1, 1) - line.date, line.date - date(said, 12, 31)
    late = PAID if line.paid == line.date else MONTH if line.invoice.endswith("12") else NONE
    return NONE < before <= LATER or NONE < after <= late


def _financial(line: Day | Fee, settings: Settings) -> set[int]:
    """Return the years by which the financial year of a line may be called: « 2020-2021 »."""
    return {(year := settings.year_of(line.date)).start.year, year.number}


def going_back(first: Numbered[Day | Fee], settings: Settings) -> Iterator[Doubt]:
    """Yield each invoice dated a month before that of the number before, or a fortnight if alone.

    Sales dated of their payment are in the order of what is paid; days whose invoice has no date,
    in that of the work. Bare numbers begin again with the calendar's year, or the financial one.
    """
    if settings.by_receipt or settings.status == "micro":
        return
    found = [line for named in first.values() for line in _backwards(named)]
    again = {line.place for line in _across(first, settings)} if found else set()
    for odd in (line for line in found if line.place in again):
        what = f"facture {odd.number} datée hors de l’ordre des numéros"
        yield doubt(
            "annee-du-numero", what, odd, "vérifier la date, ou le numéro", about=odd.number
        )


def _across(first: Numbered[Day | Fee], settings: Settings) -> Iterator[Day | Fee]:
    """Return the invoices that go back among those of their financial year."""
    closing: defaultdict[int, dict[str, Day | Fee]] = defaultdict(dict)
    for number, line in (it for named in first.values() for it in named.items()):
        closing[settings.year_of(line.date).number].setdefault(number, line)
    return (line for named in closing.values() for line in _backwards(named))


def _backwards(named: Mapping[str, Day | Fee]) -> Iterator[Day | Fee]:
    """Yield each invoice of a year that is well before the one before, or well after the next."""
    for numbers in _series(named).values():
        lines = [it for _, it in sorted(numbers.items()) if it.invoiced or isinstance(it, Fee)]
        days = [it.invoiced or it.date for it in lines]
        alone = sum(after < before for before, after in pairwise(days)) == 1
        late = FORTNIGHT if alone and len(days) >= FEWEST_RECEIPTS else MONTH
        for rank, (before, day) in enumerate(pairwise(days), 1):
            if before - day > late:
                after = min(days[rank + 1 : rank + 2], default=before)
                yield lines[rank if after >= before else rank - 1]


def _series(named: Mapping[str, L]) -> Mapping[str, Mapping[int, L]]:
    """Return the lines of each way to begin a number, by the rank that ends it."""
    found: dict[str, dict[int, L]] = defaultdict(dict)
    for number, line in named.items():
        if (start := number.rstrip(digits)) != number:
            found[start].setdefault(int(number[len(start) :]), line)
    return found


def gaps(first: Numbered[Day | Fee | Expense], aside: Collection[str] = ()) -> Iterator[Doubt]:
    """Yield each hole in the numbers of a year that otherwise follow one another.

    The numbers of invoices that were left aside, cancelled ones, make none.
    """
    known = {*aside, *(number for named in first.values() for number in named)}
    known |= _of_credits(first)
    for year, named in first.items():
        for start, numbers in _series(named).items():
            ranks = sorted(numbers)
            line = numbers[ranks[0]]
            if _is_file(line, start, ranks):
                yield from _late_start(line, ranks[0], (start, year), known)
                yield from _gaps(numbers, ranks, known)


def _of_credits(first: Numbered[Day | Fee | Expense]) -> set[str]:
    """Return the numbers that credit notes have among invoices, each as an invoice would have it.

    A number that an invoice has too is that of their own series.
    """
    notes, others = set[str](), set[str]()
    for named in first.values():
        for number, line in named.items():
            (notes if line.amount < 0 else others).add(_ranked(number))
    return set[str]() if notes & others else notes


def _ranked(number: str) -> str:
    """Return the figures of a number: A-2020-003 and F-2020-003 are of one series."""
    return "".join(DIGITS.findall(number))


def _is_file(first: Day | Fee | Expense, start: str, ranks: Sequence[int]) -> bool:
    """Tell whether numbers follow one another.

    So do those of invoices where fewer are missing than present, or where zeros before the first
    say that it is a rank (F-001); where more are, the last figures may be none (20200331). Nothing
    asks that receipts do: where more than one in ten is missing, they are no numbered file.
    """
    missing = ranks[-1] - ranks[0] + 1 - len(ranks)
    if isinstance(first, Expense):
        return len(ranks) >= FEWEST_RECEIPTS and missing * PRESENT <= len(ranks)
    return missing < len(ranks) or first.invoice[len(start) :].startswith("00")


def _late_start(
    line: Day | Fee | Expense, rank: int, series: tuple[str, int], known: Collection[str]
) -> Iterator[Doubt]:
    """Yield the first numbers of a year that miss in a series that starts again with each year.

    The books themselves may begin later than January, as may the numbers: those are no longer few.
    """
    start, year = series
    before = _a_year_before(start, year)
    in_books = line.date.month == 1 or any(it.startswith(before) for it in known)
    if before != start and rank < FEW_BEFORE and in_books:
        yield from _missing(line, range(1, rank), known, f"avant {line.number}")


def _a_year_before(start: str, year: int) -> str:
    """Return how a number begins the year before, where it says its own: F-2021-, F21-."""
    if (said := str(year)) not in start:
        short = f"{year % 100:02}"
        said = short if DIGITS.findall(start) == [short] else ""
    return start.replace(said, str(year - 1)[-len(said) :]) if said else start


def _gaps(
    numbers: Mapping[int, Day | Fee | Expense], ranks: list[int], known: Collection[str]
) -> Iterator[Doubt]:
    for before, after in pairwise(ranks):
        around = f"entre {numbers[before].number} et {numbers[after].number}"
        yield from _missing(numbers[after], range(before + 1, after), known, around)


def _missing(
    line: Day | Fee | Expense, ranks: Iterable[int], known: Collection[str], where: str
) -> Iterator[Doubt]:
    names = (_like(line.number, rank) for rank in ranks)
    missing = [it for it in names if {it, _ranked(it), it.lstrip("0")}.isdisjoint(known)]
    if not missing:
        return
    text = f"{_named(missing)}, {where}"
    one, lacking = ("numéros", "manquants") if len(missing) > 1 else ("numéro", "manquant")
    if isinstance(line, Expense):
        what = f"{one} de justificatif {lacking}"
        fix = "saisir la dépense, ou corriger un numéro"
        yield doubt("justificatifs-trou", what, line, fix, text, about=missing[0])
    else:
        what = f"{one} de facture {lacking}"
        fix = "saisir la facture, ou corriger un numéro"
        yield doubt("factures-trou", what, line, fix, text, about=missing[0])


def _like(invoice: str, rank: int) -> str:
    """Return the invoice number of another rank, written as this one: F-007 → F-006."""
    start = invoice.rstrip(digits)
    return f"{start}{rank:0{len(invoice) - len(start)}d}"


def _named(missing: list[str]) -> str:
    many = f"{len(missing)} numéros, de {missing[0]} à {missing[-1]}"
    return enumeration(missing) if len(missing) <= SHOWN else many
