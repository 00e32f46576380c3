"""What is done once: a figure is measured, a line placed in its year, a frame made, no more."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reporter import doubts, metrics
from reporter import yearly as folders
from reporter.books import load
from reporter.errors import Doubt, Place
from reporter.formats.report import index, render
from reporter.model import Activity, Day, Expense, Fee
from reporter.scenarios import case as cases
from reporter.settings import Settings
from reporter.sources.grids.cells import Marks
from reporter.sources.grids.grid import Grid
from reporter.sources.reading import read
from reporter.sources.tables.header_rows import find_headers
from reporter.sources.tables.labelled import with_labels
from reporter.sources.tables.vocabulary import Vocabulary
from reporter.tables.assumptions import assumptions
from reporter.tables.scenarios import comparison
from tests.builders import NOWHERE, expense

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
YEARS = 4
"""How many financial years the example books have."""


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return how often years are parted, measured and placed, from now on."""
    counts: Counter[str] = Counter()

    def counted(holder: Any, name: str) -> None:
        known: Callable[..., Any] = getattr(holder, name)

        def counting(*values: Any, **named: Any) -> Any:
            counts[name] += 1
            return known(*values, **named)

        monkeypatch.setattr(holder, name, counting)

    for holder in (metrics, cases):
        counted(holder, "measure_year")
    for holder in (folders, doubts, cases):
        counted(holder, "by_year")
    counted(Settings, "year_of")
    return counts


def test_a_report_measures_each_year_once(calls: Counter[str]) -> None:
    """The four years of the books, the year after, what its two scenarios start from and lead to.

    One fact of the year asks for one more: the result without what was bought.
    """
    books = load(ROOT)
    books.doubtful(date(2026, 1, 1))
    bilan = books.measure(2020)
    assert render(bilan, ["md", "html"])
    assert index.render(books.history(), books.settings, set())
    scenarios = len(bilan.settings.scenarios)
    assert calls["measure_year"] <= YEARS + 1 + 1 + scenarios + 1
    assert calls["by_year"] == 1
    assert calls["year_of"] < len(books.activity.days)


def test_a_scenario_measures_what_it_shows_and_no_more(calls: Counter[str]) -> None:
    """The real year, the one that it starts from, and the one that it leads to."""
    scenario = load(ROOT).scenario(2021, tjm=700, taux="80 %")
    assert assumptions(scenario).rows
    assert comparison(scenario).rows
    assert (calls["measure_year"], calls["by_year"]) == (3, 1)


def test_a_header_that_comes_again_is_understood_once() -> None:
    """The sheets of several years have the same titles, each looked at a dozen times."""
    vocabulary, titles = Vocabulary({}), ["Date", "Client", "Jours", None]
    found = vocabulary.columns(titles, "days")
    assert vocabulary.columns([*titles], "days") is found
    assert vocabulary.columns(titles, "fees") is not found


def test_the_lines_of_a_text_file_are_not_understood_as_headers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Their dates are texts, which is a third of the time of a long list: no title is a date."""
    heard: list[Any] = []
    word = Vocabulary.word

    def listening(vocabulary: Vocabulary, cell: Any) -> str:
        heard.append(cell)
        return word(vocabulary, cell)

    monkeypatch.setattr(Vocabulary, "word", listening)
    titles = ["Date", "Client", "Montant HT"]
    dates = ("31/03/2020", "2020-03-31", "31.3.20")
    rows = [titles, *([day, "Ponant", "700"] for day in dates), titles, ["fin", "", ""]]
    headers = find_headers(Grid("a.csv", "", rows, Marks()), Vocabulary({}))
    assert [it.row for it in headers] == [0, 4]
    assert {*titles, "fin", ""} == {*heard}


def test_a_sheet_called_by_its_kind_is_not_looked_at_for_labels_of_sales(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each of its first rows would be understood as a header, twice."""
    monkeypatch.setattr(Vocabulary, "columns", None)
    grid = Grid("a.xlsx", "Forfaits 2020", [["Date", "Libellé", "Recettes"]], Marks())
    assert with_labels(grid, Vocabulary({})) == (grid, ())


def test_a_report_makes_no_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three sums by name do not need pandas, which takes longer to import than the sums."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert render(load(ROOT).measure(2020), ["html"])


FIRST, PRICE = date(2012, 1, 1), Decimal(500)


def _line(rank: int) -> dict[str, Any]:
    when, at = FIRST + timedelta(rank % 3000), NOWHERE._replace(row=rank)
    return {"date": when, "amount": PRICE, "place": at}


def _sold(rank: int) -> Expense:
    gone = FIRST + timedelta(rank % 3000)
    bought = {**_line(rank), "lifetime": Decimal(3), "disposed": gone, "disposal_price": PRICE}
    return Expense(**bought, label=f"Clavier {rank}")


MANY: dict[str, Callable[[range], Activity]] = {
    "days": lambda ranks: Activity(
        days=tuple(Day(**_line(n), client="Ponant", days=Decimal(1)) for n in ranks)
    ),
    "parts": lambda ranks: Activity(
        fees=tuple(
            Fee(**_line(n), client="Ponant", service=("Site", "Site 30 %")[n % 2]) for n in ranks
        )
    ),
    "deposits": lambda ranks: Activity(
        fees=tuple(
            Fee(
                **_line(n),
                client="Ponant",
                service=("Site solde", "Acompte site")[2 * n > len(ranks)],
            )
            for n in ranks
        )
    ),
    "clients": lambda ranks: Activity(
        fees=tuple(Fee(**_line(n), client=f"Société n° {n}", service="Audit") for n in ranks)
    ),
    "sold": lambda ranks: Activity(
        fees=tuple(Fee(**_line(n), client="Ponant", service="Vente") for n in ranks),
        expenses=tuple(map(_sold, ranks)),
    ),
    "spread": lambda ranks: Activity(
        expenses=tuple(
            replace(
                expense(f"20{20 + n % 2}-03-31", "900", "", lifetime=Decimal(3)),
                place=Place(f"{n % 2}", row=n),
            )
            for n in ranks
        )
    ),
}
"""Lines that may be about one another, as many as there are ranks."""
DEPOSIT = Doubt("acompte", "un acompte", NOWHERE)


@pytest.mark.parametrize("make", MANY.values(), ids=MANY)
def test_no_rule_compares_lines_two_by_two(make: Callable[[range], Activity]) -> None:
    """Twice as many lines cost about twice as many calls, and not four times."""
    once, twice = (_cost(make(range(count))) for count in (400, 800))
    assert twice < 2.5 * once


LONG: dict[str, Callable[[int], list[str]]] = {
    "totals": lambda n: [*["31/03/2020;Ponant;0,01;700;7"] * 10, "Total;;;;70"] * (n // 10),
    "rates": lambda n: [
        f"31/03/2020;Ponant;0,01;{600 + k % 2};{6 + k % 2 / 100}" for k in range(n)
    ],
}
"""Rows of a list of days, for how many lines."""


@pytest.mark.parametrize("rows", LONG.values(), ids=LONG)
def test_a_list_is_read_in_time_that_grows_as_its_lines_do(
    rows: Callable[[int], list[str]], tmp_path: Path
) -> None:
    """Neither each total with every line above, nor each rate with all the others."""
    (tmp_path / "data").mkdir()

    def reading(count: int) -> int:
        titles = "Date;Client;Jours;TJM;Montant HT"
        text = "\n".join([titles, *rows(count)]).replace(".", ",")
        (tmp_path / "data" / "Jours.csv").write_text(text)
        return _calls(lambda: read(tmp_path))

    once, twice = reading(300), reading(600)
    assert twice < 2.5 * once


def _cost(activity: Activity) -> int:
    found = doubts.doubtful([DEPOSIT], activity, Settings(), date(2026, 1, 1))
    return _calls(lambda: list(found))


def _calls(work: Callable[[], object]) -> int:
    """Return how many functions are called in some work."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    known = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(known)
    return calls
