from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given

from reporter.changes import Bridge, bridge, is_stable
from reporter.elapsed import part
from reporter.errors import BilanError
from reporter.leaves import Given, Rule
from reporter.making import variation
from reporter.metrics import by_year, measure, next_year
from reporter.model import Activity
from reporter.rules import rules
from reporter.settings import Settings
from reporter.toml.reading import parse
from tests.books.activities import any_books
from tests.builders import activity, bilan, day, expense, fee

OBJECTIVE = '[exercice]\nobjectif_tjm = 700\nobjectif_taux = "80 %"\n'


def test_revenue_is_days_and_fees_and_only_days_are_days() -> None:
    figures = bilan(2020, day("2020-03-31", "10", "700"), fee("2020-04-30", "1000")).figures
    assert (figures.revenue, figures.day_revenue, figures.fees) == (8000, 7000, 1000)
    assert figures.days == 10


@pytest.mark.parametrize(
    ("method", "tjm"), [("ca_total", "800"), ("regie", "700"), ("equivalent_jours", "640")]
)
def test_the_three_methods_of_the_tjm(method: str, tjm: str) -> None:
    lines = (
        day("2020-03-31", "10", "700"),
        fee("2020-04-30", "1000", equivalent_days=Decimal("2.5")),
    )
    figures = bilan(2020, *lines, settings=f'[calcul]\nmethode_tjm = "{method}"').figures
    assert figures.tjm == Decimal(tjm)
    assert figures.tjm_regie == 700


def test_a_fee_without_equivalent_days_leaves_no_tjm_by_that_method() -> None:
    lines = (day("2020-03-31", "10", "700"), fee("2020-04-30", "1000"))
    figures = bilan(2020, *lines, settings='[calcul]\nmethode_tjm = "equivalent_jours"').figures
    assert figures.tjm is None


def test_a_year_without_days_has_no_tjm() -> None:
    figures = bilan(2020, fee("2020-04-30", "1000")).figures
    assert figures.tjm is None
    assert figures.tjm_regie is None
    assert figures.billed_ratio == 0


def test_the_objective_of_2020_is_127_680_euros() -> None:
    figures = bilan(2020, day("2020-03-31", "175", "714"), settings=OBJECTIVE).figures
    assert figures.net_days == 228
    assert figures.objective.revenue == 127_680
    assert figures.objective.days == Decimal("182.4")
    assert figures.billed_ratio == Decimal(175) / 228


def test_without_settings_there_is_no_objective() -> None:
    objective = bilan(2020, day("2020-03-31", "1", "700")).figures.objective
    assert (objective.revenue, objective.days, objective.rate) == (None, None, None)


def test_a_rate_alone_is_no_objective_of_revenue() -> None:
    only_rate = bilan(2020, day("2020-03-31", "1", "7"), settings="[exercice]\nobjectif_tjm = 7")
    assert only_rate.figures.objective.revenue is None


def test_the_result_is_revenue_less_charges_depreciation_and_tax() -> None:
    figures = bilan(
        2020,
        day("2020-03-31", "100", "700"),
        expense("2020-05-05", "50000"),
        expense("2020-02-10", "1500", lifetime=Decimal(3)),
    ).figures
    assert figures.charges == 50_000
    assert figures.depreciation == Decimal("445.83")
    assert figures.result_before_tax == Decimal("19554.17")
    assert figures.tax == 2933
    assert figures.result == Decimal("16621.17")
    assert figures.estimated


def test_a_movement_is_no_charge_but_goes_with_its_year() -> None:
    """A capital movement or a VAT payment is kept out of the result, and listed with its year."""
    moved = expense("2020-06-01", "5000", label="Compte courant")
    books = replace(activity(day("2020-03-01", "10", "700")), movements=(moved,))
    figures = measure(books, parse(""), 2020).figures
    assert (figures.charges, figures.result_before_tax) == (0, 7000)
    assert figures.lines.movements == (moved,)


def test_a_year_of_movements_alone_is_no_year() -> None:
    moved = expense("2019-06-01", "5000")
    books = replace(activity(day("2020-03-01", "10", "700")), movements=(moved,))
    assert list(by_year(books, parse(""))) == [2020]


def test_a_purchase_weighs_on_the_years_after() -> None:
    lines = (expense("2020-02-10", "1500", lifetime=Decimal(3)), day("2023-01-31", "1", "500"))
    assert bilan(2023, *lines).figures.depreciation == Decimal("54.17")


def test_the_accountant_wins() -> None:
    settings = "[exercice.2020]\nresultat = 15000.50\nimpot = 3100"
    figures = bilan(2020, day("2020-03-31", "100", "200"), settings=settings).figures
    assert figures.result == Decimal("15000.50")
    assert figures.tax == 3100
    assert figures.adjustment == Decimal("15000.50") - (20_000 - 3100)
    assert not figures.estimated


def test_additions_deductions_and_prior_losses_change_the_tax_alone() -> None:
    settings = (
        "[exercice.2020]\nreintegrations = 1000\ndeductions = 500\ndeficits_anterieurs = 2500"
    )
    figures = bilan(2020, day("2020-03-31", "100", "200"), settings=settings).figures
    assert figures.result_before_tax == 20_000
    assert figures.tax == Decimal("0.15") * 18_000


def test_a_company_without_corporate_tax() -> None:
    figures = bilan(
        2020, day("2020-03-31", "1", "200"), settings='[societe]\nimpot = "aucun"'
    ).figures
    assert figures.tax == 0
    assert figures.result == 200


def test_leave_is_prorated_by_the_months_of_the_year() -> None:
    settings = "[exercice]\nconges = 24\n[exercice.2020]\ndebut = 2020-01-01\nfin = 2020-06-30"
    figures = bilan(2020, day("2020-03-31", "1", "200"), settings=settings).figures
    assert figures.leave == 12
    assert figures.working_days == 124


def test_leave_counts_the_days_of_a_month_cut_short() -> None:
    """1 January to 15 September is 8.5 months: 24 days a year make 17."""
    settings = "[exercice]\nconges = 24\n[exercice.2020]\ndebut = 2020-01-01\nfin = 2020-09-15"
    figures = bilan(2020, day("2020-03-31", "1", "200"), settings=settings).figures
    assert figures.leave == 17


def test_financial_years_from_july_to_june() -> None:
    lines = [day("2020-06-30", "1", "100"), day("2020-07-01", "2", "100")]
    result = bilan(2021, *lines, settings='[exercice]\ncloture = "30/06"')
    assert result.figures.days == 2
    assert result.figures.year.start == date(2020, 7, 1)
    assert result.previous is not None
    assert result.previous.days == 1


def test_a_first_year_of_thirteen_months() -> None:
    settings = parse("[exercice.2017]\ndebut = 2016-12-01\nfin = 2017-12-31")
    lines = activity(day("2016-12-05", "1", "100"), day("2017-12-31", "1", "100"))
    assert list(by_year(lines, settings)) == [2017]
    assert settings.year(2016).end == date(2016, 11, 30)
    assert settings.year(2018).start == date(2018, 1, 1)


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        ("138", "150", "-0.08"),
        ("10", "-5", None),
        ("10", "0", None),
        ("-5", "10", None),
        ("0", "10", "-1"),
    ],
)
def test_variation_exists_only_from_a_positive_value_and_never_through_zero(
    new: str, old: str, expected: str | None
) -> None:
    found = variation(Decimal(new), Decimal(old))
    assert found == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("change", "so"),
    [("0", True), ("0.000499", True), ("0.0005", False), ("-0.0005", False), ("-0.0004", True)],
)
def test_a_change_that_prints_as_nothing_is_stable(change: str, so: bool) -> None:
    """Half a thousandth, « 0,05 % », is the first that is not."""
    assert is_stable(Decimal(change)) is so


def test_variation_of_what_does_not_exist() -> None:
    assert variation(None, Decimal(1)) is None
    assert variation(Decimal(1), None) is None


def test_an_unknown_year_names_the_known_ones() -> None:
    with pytest.raises(BilanError, match=r"aucune ligne en 2021 .* 2019, 2020"):
        bilan(2021, day("2020-03-31", "1", "100"), day("2019-03-31", "1", "100"))
    with pytest.raises(BilanError, match="2015"):
        measure(activity(day("2020-03-31", "1", "100")), Settings(), 2020, reference=2015)


def test_any_year_can_be_the_reference_even_a_later_one() -> None:
    lines = activity(day("2019-03-31", "1", "100"), day("2021-03-31", "3", "100"))
    result = measure(lines, Settings(), 2019, reference=2021)
    assert result.reference is not None
    assert result.reference.days == 3
    assert result.earlier == ()


def test_a_gap_in_the_years_has_no_previous_year() -> None:
    result = bilan(2020, day("2018-03-31", "1", "100"), day("2020-03-31", "1", "100"))
    assert result.previous is None
    assert [figures.year.number for figures in result.years] == [2020, 2018]


def test_the_next_year_has_its_calendar_and_its_depreciation() -> None:
    purchase = expense("2020-02-10", "1500", lifetime=Decimal(3))
    following = next_year(bilan(2020, purchase, settings=OBJECTIVE))
    assert following.year.number == 2021
    assert following.net_days == 229
    assert following.objective.revenue == 128_240
    assert following.depreciation == 500


def test_the_bridge_of_a_change_of_days_and_of_rate() -> None:
    result = bilan(
        2020,
        day("2019-03-31", "100", "700"),
        day("2020-03-31", "90", "750"),
        fee("2020-03-31", "500"),
    )
    assert result.previous is not None
    effects = bridge(result.figures, result.previous)
    assert effects == Bridge(
        volume=Decimal(-7000), price=Decimal(4500), fees=Decimal(500), total=Decimal(-2000)
    )


def test_without_days_in_one_year_all_the_change_is_volume() -> None:
    result = bilan(2020, fee("2019-03-31", "10"), day("2020-03-31", "90", "750"))
    assert result.previous is not None
    assert bridge(result.figures, result.previous) == Bridge(
        volume=Decimal(67_500), price=Decimal(0), fees=Decimal(-10), total=Decimal(67_490)
    )


@given(any_books)
def test_the_years_hold_every_line_once(books: Activity) -> None:
    years = by_year(books, Settings())
    for kind in ("days", "fees", "expenses"):
        split = [line for year in years.values() for line in getattr(year, kind)]
        assert sorted(map(repr, split)) == sorted(map(repr, getattr(books, kind)))


@given(any_books)
def test_months_add_up_to_the_year(books: Activity) -> None:
    for number in by_year(books, Settings()):
        figures = measure(books, Settings(), number).figures
        for kind in ("days", "fees"):
            lines = getattr(books, kind)
            months = [
                sum(x.amount for x in lines if (x.date.year, x.date.month) == (number, month))
                for month in range(1, 13)
            ]
            assert sum(months) == getattr(figures, "day_revenue" if kind == "days" else "fees")


@given(any_books)
def test_the_bridge_adds_up_to_the_change_exactly(books: Activity) -> None:
    for number in by_year(books, Settings()):
        result = measure(books, Settings(), number)
        if result.previous is not None:
            effects = bridge(result.figures, result.previous)
            parts = (effects.volume, effects.price, effects.fees)
            change = Fraction(result.figures.revenue) - Fraction(result.previous.revenue)
            assert sum(map(Fraction, parts)) == Fraction(effects.total) == change


@given(any_books)
def test_figures_equal_a_separate_computation_with_fractions(books: Activity) -> None:
    """The same definitions, written apart, with no Decimal in them."""
    for number in by_year(books, Settings()):
        figures = measure(books, Settings(), number).figures
        days = [x for x in books.days if x.date.year == number]
        revenue = sum(
            (
                Fraction(x.amount)
                for x in (*days, *(f for f in books.fees if f.date.year == number))
            ),
            Fraction(0),
        )
        billed = sum((Fraction(x.days) for x in days), Fraction(0))
        spent = sum(
            (
                Fraction(x.amount)
                for x in books.expenses
                if x.date.year == number and not x.lifetime
            ),
            Fraction(0),
        )
        assert Fraction(figures.revenue) == revenue
        assert Fraction(figures.own_days) == billed
        assert Fraction(figures.charges) == spent
        before_tax = revenue - spent - Fraction(figures.depreciation)
        assert Fraction(figures.result_before_tax) == before_tax
        profit = max(Fraction(floor(before_tax + Fraction(1, 2))), Fraction(0))
        low = min(profit, Fraction(38_120))
        high = profit - low
        rates = {2018: (28, 500_000, Fraction(1, 3)), 2019: (28, 500_000, Fraction(31, 100))}
        middle, ceiling, top = rates.get(number, (28, 10**9, Fraction(0)))
        inside = min(high, Fraction(ceiling - 38_120))
        exact = low * Fraction(15, 100) + inside * Fraction(middle, 100) + (high - inside) * top
        assert abs(Fraction(figures.tax) - exact) <= Fraction(1, 2)
        if billed:
            assert figures.tjm is not None
            assert abs(Fraction(figures.tjm) - revenue / billed) < Fraction(1, 10**15)


def test_what_the_owner_says_of_the_tax_of_a_year_is_prorated_in_a_part_of_it() -> None:
    settings = parse("[exercice.2020]\nreintegrations = 1000\n")
    year = part(settings.year(2020), date(2020, 9, 30), 2020)
    assert year is not None
    leaves = rules(settings, year)
    prorated, none = leaves["additions"], leaves["deductions"]
    assert isinstance(prorated, Rule)
    (step,) = prorated.steps(Decimal(0))
    assert (step.amount, step.base, step.rate) == (750, 1000, Fraction(3, 4))
    assert none == Given("deductions")


def test_a_company_without_corporate_tax_says_so_in_one_step() -> None:
    settings = parse('[societe]\nimpot = "aucun"')
    untaxed = rules(settings, settings.year(2020))["estimated_tax"]
    assert isinstance(untaxed, Rule)
    assert [(step.what, step.amount) for step in untaxed.steps(Decimal(9000))] == [("untaxed", 0)]
