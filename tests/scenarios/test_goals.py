"""Goal seek: exact, through the brackets of the tax, and honest where it cannot be."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.assumptions import Assumptions, Goal, Lever, Measure, pulled, to
from reporter.errors import BilanError
from reporter.model import Activity
from reporter.scenarios.case import real_case, start
from reporter.scenarios.goals import measured, seek, sought
from reporter.settings import Settings
from tests.books.activities import imagined_books
from tests.builders import activity, day, expense, fee
from tests.examples import few
from tests.refusals import refusals
from tests.scenarios.books import random_settings, scenario

D = Decimal
LINES = activity(
    day("2020-03-31", "100", "700"), fee("2020-04-30", "5000"), expense("2020-05-31", "30000")
)
CASE = start(real_case(LINES, Settings(), 2020), 2020)


def test_every_goal_put_back_in_gives_the_goal() -> None:
    """To the cent, whatever the books, the tax brackets and the lever; or it is refused."""
    with refusals() as refused:

        @few(40)
        @given(
            imagined_books,
            random_settings,
            st.sampled_from(get_args(Measure)),
            st.sampled_from(get_args(Lever)),
            st.decimals("-5000", "25000", places=2),
        )
        def check(
            books: Activity, settings: Settings, measure: Measure, lever: Lever, more: Decimal
        ) -> None:
            case = start(real_case(books, settings, 2020), 2020)
            amount = (measured(case.estimated.figures, measure) + more).quantize(D("0.01"))
            try:
                value = seek(case, Assumptions(), Goal(measure, amount), lever)
            except BilanError:
                refused.append(True)
                return
            refused.append(False)
            asked = pulled(Assumptions(), lever, value)
            assert measured(scenario(books, settings, 2020, asked).figures, measure) == amount

        check()


@given(st.integers(0, 30_000_000).map(lambda cents: D(cents) / 100))
def test_no_result_is_out_of_reach_of_the_fees(amount: Decimal) -> None:
    """The tax is rounded to the euro; the results above a jump are still all found."""
    case = start(real_case(LINES, Settings(), 2020), 2020)
    asked = Assumptions(days=to(D(0)))
    value = seek(case, asked, Goal("result", amount), "fees")
    found = scenario(LINES, Settings(), 2020, pulled(asked, "fees", value)).figures
    assert found.result == amount


@pytest.mark.parametrize(
    ("measure", "amount", "lever", "value"),
    [
        ("revenue", "90000", "rate", "850"),
        ("revenue", "90000", "days", "121.42857"),
        ("revenue", "89000", "days", "120"),
        ("revenue", "164600", "days", "228"),
        ("revenue", "84800", "ratio", "0.5"),
        ("revenue", "5000", "days", "0"),
        ("revenue", "90000", "fees", "20000"),
        ("revenue", "90000.01", "rate", "850.0001"),
        ("result", "17000", "fees", "0"),
    ],
)
def test_the_answer_has_as_few_decimals_as_it_can(
    measure: Measure, amount: str, lever: Lever, value: str
) -> None:
    case = CASE
    if measure == "result":
        case = start(real_case(activity(day("2020-03-31", "100", "200")), Settings(), 2020), 2020)
    assert seek(case, Assumptions(), Goal(measure, D(amount)), lever) == D(value)


def test_the_other_changes_hold_while_one_is_sought() -> None:
    asked = Assumptions(days=to(D(120)), fees=to(D(0)))
    assert seek(CASE, asked, Goal("revenue", D(96_000)), "rate") == 800


def test_the_rate_of_one_client_can_be_sought() -> None:
    lines = activity(day("2020-03-31", "50", "700", "A"), day("2020-03-31", "50", "700", "B"))
    case = start(real_case(lines, Settings(), 2020), 2020)
    assert seek(case, Assumptions(client="B"), Goal("revenue", D(75_000)), "rate") == 800


def test_a_rounder_value_is_proposed_with_what_it_gives() -> None:
    found = sought(CASE, Assumptions(), Goal("revenue", D(90_050)), "rate")
    assert (found.value, found.round_value, found.round_amount) == (D("850.5"), 851, 90_100)


def test_a_rounder_value_beyond_the_year_is_not_proposed() -> None:
    lines = activity(day("2020-03-31", "10", "1000"))
    settings = Settings()
    case = start(real_case(lines, settings, 2020), 2020)
    found = sought(case, Assumptions(leave=D("25.3")), Goal("revenue", D(227_600)), "days")
    assert (found.value, found.round_value, found.round_amount) == (D("227.6"), 228, None)


@pytest.mark.parametrize(
    ("goal", "lever", "said"),
    [
        (Goal("revenue", D(300_000)), "days", "demanderait 421,43 jours, mais 2020 ne peut"),
        (Goal("revenue", D(300_000)), "days", "au plus près : un CA de 164\u202f600,00\xa0€"),
        (Goal("revenue", D(300_000)), "ratio", "un taux de 184,84 %"),
        (Goal("revenue", D(4999)), "rate", "même un TJM nul donne un CA de 5\u202f000,00\xa0€"),
        (Goal("result", D(-90_000)), "fees", "plus que les"),
    ],
)
def test_an_impossible_goal_says_why_and_the_nearest_one(
    goal: Goal, lever: Lever, said: str
) -> None:
    with pytest.raises(BilanError) as refused:
        seek(CASE, Assumptions(), goal, lever)
    assert said in str(refused.value)


def test_without_a_day_no_rate_leads_anywhere() -> None:
    case = start(real_case(activity(fee("2020-04-30", "5000")), Settings(), 2020), 2020)
    with pytest.raises(BilanError, match="ne changerait rien"):
        seek(case, Assumptions(), Goal("revenue", D(9000)), "rate")
    with pytest.raises(BilanError, match="aucun nombre de jours ne mène à"):
        seek(case, Assumptions(rate=to(D(0))), Goal("revenue", D(9000)), "days")
