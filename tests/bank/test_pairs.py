"""Random books and statements: every difference is found, and nothing is matched that is not."""

from __future__ import annotations

import datetime as dt

import pytest

from reporter.bank.bank import matched
from reporter.bank.reconciling import EXPLAINED, reconciled
from reporter.model import ZERO, FinancialYear
from reporter.settings import Settings
from tests.bank.pairs import Pair, pair

BOTH = FinancialYear(number=2021, start=dt.date(2020, 1, 1), end=dt.date(2021, 12, 31))


def verify(known: Pair) -> int:
    """Check a pair; return how many movements are matched."""
    bank = matched([known.account], known.activity, Settings())
    for match in bank.matches:
        if match.why == "reversal":
            assert {move.place for move in match.movements} <= known.returned
        for piece in match.pieces:
            for line in piece.lines:
                for movement in match.movements:
                    assert (line.place, movement.place) in known.truth
        assert not match.gap
    year = reconciled(bank, BOTH)
    told = {one.movement.place for one in (*year.asked, *year.alone)}
    explained = {move.place for match in bank.matches for move in match.movements}
    every = {move.place for move in known.account.movements}
    assert told | explained == every
    assert not told & explained
    assert every - {move for _, move in known.truth} - known.returned <= told
    lines = {line.place for line in known.activity.lines}
    unpaid = {line.place for piece in year.unpaid for line in piece.lines}
    assert lines - {line for line, _ in known.truth} <= unpaid
    (account,) = year.accounts
    assert account.opening is not None
    moved = account.total(*EXPLAINED, "asked", "alone")
    assert account.opening + moved == account.closing
    assert moved == sum((move.amount for move in known.account.movements), ZERO)
    return len(explained)


def test_no_match_is_false_and_every_difference_is_found() -> None:
    assert sum(verify(pair(seed)) for seed in range(40)) > 200


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_pair_without_accident_is_mostly_matched(seed: int) -> None:
    known = pair(seed)
    assert verify(known) * 3 >= len(known.truth)
