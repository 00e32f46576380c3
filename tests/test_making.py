"""A figure is a value that knows its parts: they add up to it, each line counts once."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from reporter.errors import BilanError
from reporter.figures import Bilan, Figures
from reporter.french import Cell
from reporter.law.taxes import bands, corporate_tax, slices, tax_base
from reporter.making import EXACT, Figure, computed
from reporter.metrics import by_year, measure
from reporter.model import ZERO, Activity
from reporter.settings import Settings
from reporter.tables.explained.explanation import explained, known, source_of
from reporter.tables.quantities import quantities
from reporter.toml.reading import parse
from tests.books.activities import accounted_books, any_books, imagined_books
from tests.builders import bilan, day, expense, fee
from tests.examples import few

BOOKS = st.one_of(any_books, accounted_books, imagined_books)
OWNERS = (
    "",
    '[exercice]\ncloture = "30/06"\nconges = 23',
    '[exercice]\nobjectif_tjm = 700\nobjectif_taux = "80 %"\n[calcul]\nmethode_tjm = "regie"',
    '[calcul]\nmethode_tjm = "equivalent_jours"\n[exercice.2020]\nresultat = -12.345\nimpot = 1',
    "[exercice.2019]\nresultat = 15000.50\n[exercice.2020]\nreintegrations = 0.01\ndeductions = 7",
    '[societe]\nstatut = "micro"',
    '[societe]\nstatut = "ei"',
    '[societe]\nimpot = "aucun"\n[exercice.2020]\ndebut = 2020-01-01\nfin = 2020-09-15',
)


def chosen(books: Activity, owner: Settings) -> Bilan:
    """Return the last year of some books."""
    return measure(books, owner, max(by_year(books, owner)))


def added(figure: Figure) -> Decimal:
    total = ZERO
    for part in figure.parts:
        total = EXACT.add(total, part.amount)
    return total


def hold(figure: Figure) -> None:
    """Check a figure, then all that it is made of."""
    if figure.value is not None:
        assert added(figure) == figure.value, figure.name
        lines = Counter(id(part.source) for part in figure.parts)
        assert not lines or max(lines.values()) == 1, figure.name
    if figure.operation not in {None, "rule"} and len(figure.terms) > 1:
        values = [(term.sign, term.figure.value) for term in figure.terms]
        assert computed(figure.operation, values) == figure.value
    for term in figure.terms:
        hold(term.figure)


@given(BOOKS, st.sampled_from(OWNERS))
@few(25)
def test_the_parts_of_every_figure_add_up_to_it_and_each_line_counts_once(
    books: Activity, words: str
) -> None:
    try:
        year = chosen(books, parse(words))
    except (BilanError, ValueError):
        reject()
    source = source_of(year)
    for name in known(source):
        figure = explained(source, name).figure
        if figure is not None:
            hold(figure)
            for one in figure.sums:
                assert one.value is None or added(one) == one.value


@given(BOOKS, st.sampled_from(OWNERS))
@few(15)
def test_what_is_explained_is_what_is_shown(books: Activity, words: str) -> None:
    try:
        year = chosen(books, parse(words))
    except (BilanError, ValueError):
        reject()
    source, shown = source_of(year), quantities(year, year.figures)
    for name, one in known(source).items():
        holder, _, own = name.rpartition(".")
        within = shown.get(holder, {}) if holder else shown
        figure, cell = explained(source, name).figure, within.get(own)
        if figure is not None and isinstance(cell, Cell):
            assert figure.value == cell.value, one.label


@given(BOOKS, st.sampled_from(OWNERS))
@few(30)
def test_each_line_of_a_year_is_in_one_leaf(books: Activity, words: str) -> None:
    """Sales in the revenue; expenses in the charges or, depreciated, in the annuities."""
    try:
        figures = chosen(books, parse(words)).figures
    except (BilanError, ValueError):
        reject()
    assert sources(figures, "revenue") == Counter(map(id, figures.lines.sales))
    own = {id(line) for line in figures.lines.expenses}
    spent = sources(figures, "charges") + sources(figures, "depreciation")
    whole = {id(x) for x in figures.lines.expenses if not x.lifetime or figures.status == "micro"}
    assert whole <= set(spent)
    assert all(count == 1 for count in spent.values())
    earlier = set(spent) - own
    assert not earlier or figures.status != "micro"


@pytest.mark.parametrize("status", ["", "sasu"])
def test_a_legal_form_is_explained_where_it_is_given(status: str) -> None:
    form = status and f'[societe]\nstatut = "{status}"'
    every = known(source_of(bilan(2020, day("2020-01-31", "1", "500"), settings=form)))
    assert ("exercice" in every, "statut" in every) == (True, bool(status))


def sources(figures: Figures, name: str) -> Counter[int]:
    return Counter(id(part.source) for part in figures.figure(name).parts)


def test_a_purchase_of_an_earlier_year_is_among_the_lines_of_the_annuities() -> None:
    bought = expense("2018-02-10", "1500", lifetime=Decimal(3))
    spent = expense("2020-02-10", "100", lifetime=Decimal(0))
    figures = bilan(2020, bought, spent, day("2020-01-31", "1", "500")).figures
    (part,) = figures.figure("depreciation").parts
    assert (part.source, part.amount) == (bought, Decimal(500))
    assert [part.source for part in figures.figure("charges").parts] == [spent]


def test_a_purchase_wholly_depreciated_is_no_longer_among_them() -> None:
    bought = expense("2018-02-10", "1500", lifetime=Decimal(1))
    figures = bilan(2020, bought, day("2020-01-31", "1", "500")).figures
    assert figures.figure("depreciation").parts == ()


def test_the_accountant_s_result_is_told_by_the_books_and_an_adjustment() -> None:
    settings = "[exercice.2020]\nresultat = 15000.50\nimpot = 3100"
    figures = bilan(2020, day("2020-03-31", "100", "200"), settings=settings).figures
    parts = figures.figure("result").parts
    named = [(getattr(part.source, "name", "line"), part.amount) for part in parts]
    assert named == [
        ("line", Decimal(20_000)),
        ("final_tax", Decimal(-3100)),
        ("adjustment", Decimal("-1899.50")),
    ]


def test_a_credit_note_counts_for_less_than_nothing() -> None:
    figures = bilan(2020, day("2020-03-31", "10", "700"), fee("2020-04-30", "-200")).figures
    assert [part.amount for part in figures.figure("revenue").parts] == [7000, -200]


def test_each_line_of_a_rate_tells_what_it_brings_to_it() -> None:
    """A quotient is not split by hand: 7 000 over 15 days, 1 000 over 15 days, and no remainder."""
    lines = (day("2020-03-31", "10", "700"), day("2020-04-30", "5", "900"))
    figures = bilan(2020, *lines, fee("2020-05-31", "1000")).figures
    figure = figures.figure("tjm")
    assert [round(part.amount, 2) for part in figure.parts] == [
        Decimal("466.67"),
        Decimal(300),
        Decimal("66.67"),
    ]
    assert added(figure) == figures.tjm == Decimal(12_500) / 15


def test_a_change_is_made_of_the_lines_of_both_years() -> None:
    before, now = day("2019-03-31", "10", "600"), day("2020-03-31", "12", "650")
    source = source_of(bilan(2020, before, now))
    found = {name: explained(source, name).figure for name in known(source)}

    def parts(name: str) -> dict[str, Decimal]:
        figure = found[name]
        assert figure is not None
        return {f"{part.source.date:%Y}": part.amount for part in figure.parts}  # type: ignore[union-attr]  # lines

    assert parts("effets.volume") == {"2020": 12 * 600, "2019": -10 * 600}
    assert parts("effets.prix") == {"2020": 12 * 50, "2019": 0}
    assert parts("effets.total") == {"2020": 7800, "2019": -6000}
    assert parts("variations.chiffre_affaires") == {"2020": Decimal("1.3"), "2019": -1}


def test_the_sums_behind_a_rate_are_its_two_terms() -> None:
    figures = bilan(2020, day("2020-03-31", "10", "700"), fee("2020-04-30", "1000")).figures
    assert [one.name for one in figures.figure("tjm").sums] == ["revenue", "days"]
    assert [one.name for one in figures.figure("tax").sums] == ["taxable"]
    assert figures.figure("net_days").sums == ()


@pytest.mark.parametrize("profit", ["-5", "0", "38120", "38120.50", "60000", "600000.49"])
@pytest.mark.parametrize("year", [2016, 2017, 2018, 2019, 2020, 2022, 2026])
@pytest.mark.parametrize("reduced", [True, False])
def test_the_steps_of_the_tax_add_up_to_it(profit: str, year: int, *, reduced: bool) -> None:
    """Each band at its rate, then what rounding to the euro adds."""
    words = f"[societe]\ntaux_reduit = {'true' if reduced else 'false'}"
    figures = bilan(year, fee(f"{year}-04-30", profit), settings=words).figures
    steps = figures.figure("estimated_tax").steps
    total = sum((step.amount for step in steps), ZERO)
    assert abs(total - figures.tax) < Decimal("1e-20")
    assert all(step.source for step in steps)
    period = figures.year.start, figures.year.end
    base = tax_base(Decimal(profit))
    taken = slices(base, bands(*period, reduced=reduced))
    assert sum(part.base for part in taken) == base
    assert figures.tax == corporate_tax(Decimal(profit), *period, reduced=reduced)


def test_the_steps_of_the_calendar_add_up_to_its_days() -> None:
    figures = bilan(2020, day("2020-03-31", "1", "700")).figures
    for name in ("working_days", "leave"):
        figure = figures.figure(name)
        assert sum(step.amount for step in figure.steps) == figure.value
    assert sum(step.what == "holiday" for step in figures.figure("working_days").steps) == 9


def test_an_unknown_name_is_an_error_of_ours() -> None:
    with pytest.raises(AttributeError):
        bilan(2020, day("2020-03-31", "1", "700")).figures.figure("nothing")
