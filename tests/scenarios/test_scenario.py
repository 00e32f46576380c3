"""Scenarios: what carries over, what changes, what is refused."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import reporter
from reporter.assumptions import Assumptions, Change, to
from reporter.errors import BadData, BilanError
from reporter.figures import Figures
from reporter.metrics import measure
from reporter.model import Activity, Day, Expense, Fee
from reporter.scenarios.names import matching, near
from reporter.scenarios.scenario import Scenario
from reporter.settings import Settings
from reporter.toml.reading import parse
from tests.books.activities import imagined_books
from tests.builders import activity, day, expense, fee
from tests.examples import few
from tests.refusals import refusals
from tests.scenarios.books import random_assumptions, random_settings, scenario

ROOT = Path(__file__).parents[2]
D = Decimal
TWO_CLIENTS = (
    day("2020-03-31", "60", "700", "Compagnie du Ponant"),
    day("2020-06-30", "40", "650", "Mutuelle Dorée"),
    fee("2020-09-30", "3000", "Compagnie du Ponant", equivalent_days=D(4)),
    expense("2020-01-31", "40000", "Rémunération"),
    expense("2020-02-10", "1500", "Matériel", lifetime=D(3)),
    expense("2020-05-04", "2000", "Loyer"),
)


def imagine(
    *lines: Day | Fee | Expense, year: int = 2020, settings: str = "", **asked: Any
) -> Scenario:
    """Return a scenario of lines, in the words of bilan.toml."""
    from reporter.toml.scenarios import assumptions

    return scenario(
        activity(*(lines or TWO_CLIENTS)), parse(settings), year, assumptions(dict(asked))
    )


def figures(*lines: Day | Fee | Expense, year: int = 2020, **asked: Any) -> Figures:
    return imagine(*lines, year=year, **asked).figures


def test_the_next_year_of_the_example_at_700_euros_and_80_percent() -> None:
    """229 working days net of leave, 128 240 euros of day revenue."""
    found = reporter.load(ROOT).scenario(2021, tjm=700, taux="80 %").figures
    assert (found.net_days, found.days) == (229, D("183.2"))
    assert (found.day_revenue, found.fees) == (128_240, 13_016)
    assert found.depreciation == 4306


def test_the_objective_of_2020_comes_out_of_its_own_scenario() -> None:
    found = reporter.load(ROOT).scenario(2020, tjm=700, taux="80 %").figures
    assert found.day_revenue == found.objective.revenue == 127_680


@given(imagined_books, random_settings)
def test_a_scenario_that_changes_nothing_is_the_reported_year(
    books: Activity, settings: Settings
) -> None:
    """To the cent, the accountant's result included."""
    reported = measure(books, settings, 2020).figures
    unchanged = scenario(books, settings, 2020, Assumptions())
    assert unchanged.figures == unchanged.reference == reported


@given(imagined_books, random_settings)
def test_changes_that_change_nothing_leave_every_figure(
    books: Activity, settings: Settings
) -> None:
    """The same values given again: what was there comes out, as an estimate."""
    before = scenario(books, settings, 2020, Assumptions(rate=Change())).reference
    same = Assumptions(
        rate=Change(),
        days=to(before.own_days),
        leave=settings.default.leave,
        fees=to(before.fees or D(0)),
        charges=to(before.charges),
    )
    after = scenario(books, settings, 2020, same).figures
    for name in ("revenue", "day_revenue", "fees", "days", "charges", "depreciation", "result"):
        assert getattr(after, name) == getattr(before, name)
    assert (after.tjm, after.tax, after.net_days) == (before.tjm, before.tax, before.net_days)


def test_what_is_asked_is_what_comes_out() -> None:
    """Whatever the lines, totals are those asked, to the cent, and the result follows from them."""
    with refusals() as refused:

        @few(40)
        @given(imagined_books, random_settings, random_assumptions)
        def check(books: Activity, settings: Settings, asked: Assumptions) -> None:
            try:
                found = scenario(books, settings, 2020, asked).figures
            except BilanError:
                refused.append(True)
                return
            refused.append(False)
            _is_as_asked(found, asked)
            real = measure(books, settings, 2020).figures
            estimated = found.revenue - found.charges - found.depreciation - found.tax
            assert found.result == (real.result if asked == Assumptions() else estimated)
            assert found.year == settings.year(2020)

        check()


def _is_as_asked(found: Figures, asked: Assumptions) -> None:
    if asked.ratio is not None:
        assert abs(found.own_days - asked.ratio * found.net_days) < D("1e-9")
    if asked.rate is not None and asked.rate.sets:
        assert abs((found.day_revenue or D(0)) - asked.rate.added * found.own_days) <= D("0.005")
    if asked.fees is not None and asked.fees.sets:
        assert found.fees == asked.fees.added
    if asked.charges is not None and asked.charges.sets:
        assert found.charges == asked.charges.added
    if asked.leave is not None:
        assert found.leave == asked.leave
    assert all(line.amount == line.amount.quantize(D("0.01")) for line in found.lines.lines)


def test_what_is_not_said_is_carried_over_from_the_last_year() -> None:
    """Days, fees and expenses; purchases are not made again, but go on being depreciated."""
    imagined = imagine(year=2021)
    found = imagined.figures
    assert (found.days, found.day_revenue, found.fees, found.charges) == (100, 68_000, 3000, 42_000)
    assert found.depreciation == 500
    assert (found.year.number, found.net_days) == (2021, 229)
    assert imagined.reference == measure(activity(*TWO_CLIENTS), Settings(), 2020).figures
    assert {line.date.year for line in found.lines.lines} == {2021}
    assert {line.lifetime for line in found.lines.expenses} == {None}


def test_nothing_carried_over_is_paid_yet() -> None:
    found = figures(day("2020-03-31", "10", "700", paid=date(2020, 5, 4)), year=2021)
    assert found.lines.days[0].paid is None


def test_a_longer_year_than_the_one_carried_over_is_in_proportion_of_the_months() -> None:
    """Six months of 2020 make a whole year of 2021: twice as many days, fees and expenses."""
    settings = "[exercice.2020]\ndebut = 2020-07-01\nfin = 2020-12-31"
    lines = (
        day("2020-09-30", "50", "700"),
        fee("2020-10-31", "1000"),
        expense("2020-12-31", "9000"),
    )
    found = imagine(*lines, year=2021, settings=settings).figures
    assert (found.days, found.day_revenue, found.fees, found.charges) == (100, 70_000, 2000, 18_000)


def test_a_first_year_of_thirteen_months_is_brought_to_twelve() -> None:
    settings = "[exercice.2017]\ndebut = 2016-12-01\nfin = 2017-12-31"
    found = imagine(day("2017-12-29", "130", "600"), year=2018, settings=settings).figures
    assert (found.days, found.day_revenue) == (120, 72_000)
    assert found.lines.days[0].date == date(2018, 12, 31)


@pytest.mark.parametrize(
    ("asked", "revenue", "days"),
    [
        ({"tjm": 850}, 85_000, 100),
        ({"tjm": "+5 %"}, 71_400, 100),
        ({"tjm": "-5%"}, 64_600, 100),
        ({"tjm": "+50"}, 73_000, 100),
        ({"tjm": "−50 €"}, 63_000, 100),
        ({"jours": 150}, 102_000, 150),
        ({"jours": "+10"}, 74_800, 110),
        ({"jours": "-10 %"}, 61_200, 90),
        ({"taux": "50 %"}, 77_520, 114),
        ({"tjm": 800, "taux": "50 %"}, 91_200, 114),
        ({"conges": 139}, 34_000, 50),
        ({"conges": 139, "jours": 100}, 68_000, 100),
        ({"conges": 139, "client": "Mutuelle Dorée", "jours": 10}, 27_500, 40),
        ({"tjm": 800, "taux": "0 %"}, 0, 0),
        ({"sans_client": "mutuelle doree"}, 42_000, 60),
        ({"sans_client": "Mutuelle Dorée", "remplace": "50 %"}, 55_000, 80),
        ({"sans_client": ["Mutuelle Dorée", "Compagnie du Ponant"]}, 0, 0),
        ({"client": "Compagnie du Ponant", "tjm": 800}, 74_000, 100),
        ({"client": "Compagnie du Ponant", "jours": 70}, 75_000, 110),
        ({"client": "Mutuelle Dorée", "tjm": "+50", "jours": 20}, 56_000, 80),
    ],
)
def test_changes_of_days_and_rates(asked: dict[str, Any], revenue: Decimal, days: Decimal) -> None:
    found = figures(**asked)
    assert found.day_revenue == revenue
    assert abs(found.own_days - days) < D("0.005")


@pytest.mark.parametrize(
    ("asked", "fees", "charges"),
    [
        ({"forfaits": 15_000}, 15_000, 42_000),
        ({"forfaits": "+10 %"}, 3300, 42_000),
        ({"forfaits": 0}, 0, 42_000),
        ({"charges": 60_000}, 3000, 60_000),
        ({"charges": "+5 %"}, 3000, 44_100),
        ({"charge": {"remuneration": "+12000"}}, 3000, 54_000),
        ({"charge": {"Loyer": "-50 %"}}, 3000, 41_000),
        ({"charge": {"Loyer": 3000, "Bureau": "+500"}}, 3000, 43_500),
        ({"charges": "+10 %", "charge": {"Loyer": 0}}, 3000, 44_000),
        ({"sans_client": "Compagnie du Ponant"}, 0, 42_000),
    ],
)
def test_changes_of_fees_and_charges(asked: dict[str, Any], fees: int, charges: int) -> None:
    found = figures(**asked)
    assert (found.fees, found.charges) == (fees, charges)
    assert found.depreciation == D("445.83")
    assert sum(line.amount for line in found.lines.expenses if line.lifetime) == 1500


def test_fees_that_grow_stand_for_more_days() -> None:
    found = figures(forfaits=6000)
    assert found.equivalent_days == 8


def test_fees_and_charges_can_be_given_to_a_year_that_has_none() -> None:
    found = figures(day("2020-03-31", "10", "700"), forfaits=500, charges=900)
    assert (found.fees, found.charges) == (500, 900)


def test_days_can_be_given_to_a_year_that_has_none_if_their_rate_is() -> None:
    found = figures(fee("2020-03-31", "10"), tjm=700, taux="80 %")
    assert (found.days, found.day_revenue) == (D("182.4"), 127_680)
    with pytest.raises(BilanError, match="donner un TJM"):
        figures(fee("2020-03-31", "10"), taux="80 %")
    with pytest.raises(BilanError, match="donner un TJM"):
        figures(fee("2020-03-31", "10"), tjm="+50", taux="80 %")
    with pytest.raises(BilanError, match="ne changerait rien"):
        figures(fee("2020-03-31", "10"), tjm=700)


def test_no_day_can_be_given_to_a_year_that_has_none() -> None:
    found = figures(fee("2020-01-31", "1000"), jours=0)
    assert (found.days, found.revenue) == (0, 1000)


def test_a_rate_set_is_rounded_once_however_many_lines_there_are() -> None:
    """Thirds of days: a rounding per line would lose or win cents."""
    lines = [day("2020-03-31", "0.333", "700") for _ in range(90)]
    found = figures(*lines, tjm="612.37")
    assert found.day_revenue == D("18352.73")  # 29.97 x 612.37 = 18352.7289


def test_the_rate_of_each_line_follows_the_change() -> None:
    found = figures(tjm="+50")
    assert [line.rate for line in found.lines.days] == [750, 700]


def test_totals_that_the_books_already_have_below_zero_are_no_nonsense() -> None:
    """More credit notes than fees: the other changes are still answered."""
    lines = (day("2020-03-31", "10", "700"), fee("2020-04-30", "-500"))
    assert figures(*lines, tjm=800).revenue == 7500


def test_credit_notes_follow_the_rate() -> None:
    lines = (day("2020-03-31", "10", "700"), day("2020-04-30", "-2", "700"))
    found = figures(*lines, tjm=800)
    assert [line.amount for line in found.lines.days] == [8000, -1600]


def test_the_accountant_s_result_does_not_mask_a_change() -> None:
    """Scenario and reference are then both estimated from the books, to be comparable."""
    settings = "[exercice.2020]\nresultat = 1\nimpot = 2\n[exercice.2021]\nresultat = 1"
    changed = imagine(settings=settings, tjm="+50")
    assert changed.reference.estimated
    assert changed.figures.estimated
    assert changed.reference.result == figures().result
    assert changed.figures.result == figures(tjm="+50").result
    coming = imagine(year=2021, settings=settings)
    assert coming.reference.result == figures().result
    assert coming.figures.estimated


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"jours": 300}, "300 jours facturés, mais 2020 n’a que 228 jours ouvrés nets"),
        ({"jours": "-101"}, "le nombre de jours facturés serait négatif"),
        ({"tjm": "-700"}, "le TJM serait négatif"),
        ({"forfaits": "-3001"}, "le total des forfaits serait négatif"),
        ({"charges": "-110 %"}, "le total des charges serait négatif"),
        ({"conges": 260}, "2020 n’a que 253 jours ouvrés"),
        (
            {"sans_client": "Ponant"},
            "client « Ponant » introuvable : écrire « Compagnie",
        ),
        ({"client": "Compagnie du Ponnant", "tjm": 1}, "écrire « Compagnie du Ponant »"),
        ({"charge": {"Renumération": "+1"}}, "introuvable : écrire « Rémunération »"),
        ({"charge": {"Bureau": "+5 %"}}, "« Bureau » introuvable"),
    ],
)
def test_nonsense_is_refused_with_what_was_meant(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(BilanError) as refused:
        figures(**asked)
    assert said in str(refused.value)


@pytest.mark.parametrize("year", [2019, 2031])
def test_a_year_from_which_nothing_can_be_carried_over_is_refused(year: int) -> None:
    with pytest.raises(
        BilanError, match=r"aucune ligne dont partir .* : 2020 ; au plus loin : 2030"
    ):
        figures(year=year)


def test_a_year_carried_from_a_longer_one_is_in_proportion() -> None:
    settings = parse("[exercice.2020]\ndebut = 2019-07-01\nfin = 2020-12-31\n")
    books = activity(fee("2020-03-31", "18000"), expense("2020-05-31", "9000"))
    found = scenario(books, settings, 2021, Assumptions()).figures
    assert (found.fees, found.charges) == (12000, 6000)


def test_books_without_a_line_say_so() -> None:
    with pytest.raises(BilanError, match="exercices des classeurs : aucun"):
        scenario(activity(), Settings(), 2020, Assumptions())


@pytest.mark.parametrize("said", ["resultat = 9000", "impot = 900"])
def test_what_the_accountant_says_is_estimated_again_to_be_compared(said: str) -> None:
    """No change could move it."""
    settings = parse(f"[exercice.2020]\n{said}\n")
    books = activity(fee("2020-03-31", "40000"))
    found = scenario(books, settings, 2020, Assumptions(fees=to(Decimal(40000)))).figures
    assert (found.tax, found.result) == (6244, 33756)


def test_as_many_days_as_the_books_already_have_are_no_nonsense() -> None:
    """Two people may bill more days than the year has."""
    lines = (day("2020-03-31", "200", "500"), day("2020-03-31", "100", "500"))
    assert figures(*lines, jours=300).days == 300


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"tjmm": 850}, "écrire tjm"),
        ({"tjm": "5 %"}, "valeur non comprise"),
        ({"charge": {"Loyer": "+12.000"}}, "valeur non comprise"),
        ({"tjm": -5}, "valeur non comprise"),
        ({"tjm": True}, "valeur non comprise"),
        ({"taux": 80}, "pourcentage de 0 à 100"),
        ({"jours": 100, "taux": "50 %"}, "deux fois la même chose"),
        ({"remplace": "50 %"}, "dire lequel"),
        ({"client": "A", "taux": "50 %"}, "pas pour un client"),
        ({"client": "A"}, "ce qui change pour ce client"),
        ({"charges": 100, "charge": {"Loyer": 1}}, "déjà le total"),
        ({"sans_client": 3}, "valeur non comprise"),
    ],
)
def test_words_that_cannot_be_understood_are_refused(words: dict[str, Any], said: str) -> None:
    with pytest.raises(BadData, match=said):
        figures(**words)


def test_a_name_is_known_by_its_letters_and_proposed_by_a_part_of_it() -> None:
    names = ["Compagnie des Grands Ports du Sud Atlantique", "Ω", "24ème", "24EME"]
    assert matching("24eme", names) == {"24ème", "24EME"}
    assert matching("Ω", names) == {"Ω"}
    assert matching("?", names) == set()
    assert near("sud", names) == names[:1]


def test_named_scenarios_stand_in_the_settings() -> None:
    settings = parse(
        '[scenarios.prudent]\ntjm = 700\ntaux = "70 %"\n'
        '[scenarios.seul]\nsans_client = ["A", "B"]\nremplace = 0.5\ncharge = { Loyer = "+5 %" }\n'
    )
    assert settings.scenarios["prudent"] == Assumptions(rate=to(D(700)), ratio=D("0.7"))
    assert settings.scenarios["seul"] == Assumptions(
        lost=("A", "B"), resold=D("0.5"), expenses=(("Loyer", Change(D("1.05"))),)
    )


def test_every_mistake_of_the_named_scenarios_is_found() -> None:
    with pytest.raises(BadData) as caught:
        parse('scenarios.a.tjm = "x"\nscenarios.b.tauxx = 1\nscenarios.c.remplace = 0.5\n')
    places = [error.place.cell for error in caught.value.errors]
    assert places == ["clé scenarios.a.tjm", "clé scenarios.b.tauxx", "clé scenarios.c"]


def test_only_days_that_were_lost_are_billed_to_others() -> None:
    """A client of fees alone leaves no day to bill, and a client lost for good neither."""
    fees_alone = (*TWO_CLIENTS, fee("2020-10-30", "900", "Régie des Vents"))
    sold = imagine(*fees_alone, sans_client="Régie des Vents", remplace="50 %")
    assert len(sold.after.lines.days) == len(sold.before.lines.days)
    lost = imagine(sans_client="Mutuelle Dorée")
    assert [line.client for line in lost.after.lines.days] == ["Compagnie du Ponant"]
    resold = imagine(sans_client="Mutuelle Dorée", remplace="50 %")
    assert [(x.days, x.amount) for x in resold.after.lines.days[1:]] == [(20, 13_000)]


@pytest.mark.parametrize(
    ("settings", "leave", "refused"),
    [("", 252, False), ("", 253, True), ("", 300, True), ("[exercice]\nconges = 253", 20, True)],
)
def test_leave_that_takes_every_working_day_is_refused(
    settings: str, leave: int, refused: bool
) -> None:
    """2020 has 253 working days: none would be left to bill, or none was."""
    with pytest.raises(BilanError, match="congés par an") if refused else nullcontext():
        imagine(settings=settings, conges=leave, jours=1)
