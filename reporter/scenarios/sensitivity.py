"""Sensitivity: what one change more does to the revenue and to the result.

Knows which changes are worth asking. Each is a scenario, measured as any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from reporter.assumptions import ONE, Assumptions, Change
from reporter.law.workdays import months
from reporter.model import ZERO
from reporter.scenarios.applying import apply
from reporter.scenarios.names import matching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.scenarios.case import Case

TEN_EUROS = Decimal(10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one change adds to the year, in euros; `client` is the one lost, if it is that."""

    what: Literal["day", "rate", "client", "sickness"]
    client: str = ""
    days: Decimal
    revenue: Decimal
    result: Decimal


def sensitivity(case: Case) -> tuple[Effect, ...]:
    """Return the effects of single changes to a case, those that move the result most first.

    They are one day more at the average rate, ten euros more a day, each client lost with its days
    and fees, and one month of sickness: a month's share of the days, no charge spared.
    """
    case = case.estimated
    effects = [_effect(case, *change) for change in _changes(case)]
    return tuple(sorted(effects, key=lambda effect: (-abs(effect.result), effect.client)))


def _changes(
    case: Case,
) -> Iterator[tuple[Literal["day", "rate", "client", "sickness"], str, Assumptions]]:
    if case.figures.tjm_regie is not None:
        length = months(case.year.start, case.year.end)
        rest = max(ZERO, ONE - Decimal(length.denominator) / length.numerator)
        yield "day", "", Assumptions(days=Change(added=ONE))
        yield "rate", "", Assumptions(rate=Change(added=TEN_EUROS))
        yield "sickness", "", Assumptions(days=Change(factor=rest))
    left_out = frozenset({""})
    for client in sorted(case.clients):
        if client not in left_out:
            yield "client", client, Assumptions(lost=(client,))
        left_out |= matching(client, case.clients)


def _effect(
    case: Case,
    what: Literal["day", "rate", "client", "sickness"],
    client: str,
    asked: Assumptions,
) -> Effect:
    before, after = case.figures, apply(case, asked).figures
    return Effect(
        what=what,
        client=client,
        days=after.own_days - before.own_days,
        revenue=after.revenue - before.revenue,
        result=after.result - before.result,
    )
