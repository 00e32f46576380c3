"""Doubts about how numbers follow one another: some that are missing.

Knows how invoices are numbered: without gap, by an order that may start again each year (CGI,
annexe II, art. 242 nonies A); receipts are as their owner likes. Never who is billed, nor for what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from string import digits
from typing import TYPE_CHECKING, TypeVar

from reporter.doubts.wording import doubt
from reporter.french import enumeration
from reporter.model import Expense
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from reporter.errors import Doubt
    from reporter.model import Day, Fee

L = TypeVar("L", bound="Day | Fee | Expense")
Numbered = Mapping[int, Mapping[str, L]]
"""The first line of each number of a calendar year."""

FEW_BEFORE = 10
"""The rank under which the first invoice of a year tells that some are missing before it."""
BEGUN = 3
"""The month by which the books of a first year have begun: those that begin later start amid it."""
FEWEST_RECEIPTS, PRESENT = 10, 10
"""Receipts of a year that are a numbered file, and how many of them there are for one missing."""
SHOWN = 5
"""How many missing numbers are spelled out."""
DIGITS = pattern(r"\d+")


def numbered(lines: Iterable[L]) -> Numbered[L]:
    """Return the first line of each number of an invoice, or of a receipt."""
    years: dict[int, dict[str, L]] = defaultdict(dict)
    for line in lines:
        if number := line.number:
            years[line.date.year].setdefault(number, line)
    return years


def series(named: Mapping[str, L]) -> Mapping[str, Mapping[int, L]]:
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
        for start, numbers in series(named).items():
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

    The books themselves may begin later, as may the numbers: those are no longer few.
    """
    start, year = series
    before = _a_year_before(start, year)
    in_books = line.date.month <= BEGUN or any(it.startswith(before) for it in known)
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
        if after > before + 1:
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
