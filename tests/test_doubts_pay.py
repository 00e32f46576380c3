"""Pay that is net: a SASU whose settings say so is not asked again."""

from __future__ import annotations

import pytest

from reporter.doubts import doubtful
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
