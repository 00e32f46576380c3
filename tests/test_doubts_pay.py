"""Pay that is net: a SASU whose settings say so is not asked again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reporter.doubts import doubtful
from reporter.doubts.amounts import odd_amounts
from reporter.model import Expense
from reporter.slips import Slip
from reporter.sources.lines.meaning.movements import doubts_of
from reporter.toml.reading import parse
from tests.builders import activity, expense
from tests.test_doubts import RENT, TODAY


@pytest.mark.parametrize(
    ("settings", "asked"),
    [
        ("", True),
        ('[societe]\nstatut = "sasu"\n', True),
        ('[societe]\nstatut = "sasu"\n[net]\nsalaire = "brute"\n', True),
        ('[societe]\nstatut = "sasu"\n[net]\nsalaire = "nette"\n', False),
        ('[exercice.2020]\nstatut = "sasu"\n[net]\nsalaire = "nette"\n', False),
        ('[societe]\nstatut = "eurl-is"\n[net]\nsalaire = "nette"\n', True),
    ],
)
def test_net_pay_is_asked_about_unless_the_settings_say_it(settings: str, *, asked: bool) -> None:
    pay = expense("2020-03-31", "2500", label="Salaire net")
    found = doubtful(doubts_of([pay], []), activity(pay, RENT), parse(settings), TODAY)
    assert ("paie-nette" in {doubt.code for doubt in found}) is asked


def slip_of(month: int, gross: int, label: str) -> Expense:
    """Return a pay whose contributions are not the same each month."""
    day, shares = f"2020-{month:02}-28", 1450 + month % 3 * 7
    paid = Slip(Decimal(gross), Decimal(0), Decimal(shares), Decimal(0), Decimal(0))
    return expense(day, str(gross + shares), label=label or day, slip=paid)


@pytest.mark.parametrize("label", ["", "Jeanne"])
@pytest.mark.parametrize(("gross", "asked"), [(18000, 1), (180, 1), (5400, 0)])
def test_a_pay_of_ten_times_the_others_is_asked(label: str, gross: int, asked: int) -> None:
    pays = [slip_of(month, gross if month == 7 else 1800, label) for month in range(1, 13)]
    assert len([*odd_amounts(activity(*pays))]) == asked
