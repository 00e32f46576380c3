"""The price of a day: what single changes add to the pocket, and to what the company keeps.

Knows which changes are worth asking. Each takes the road of any year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from reporter.assumptions import ONE, Assumptions, Change
from reporter.model import Expense
from reporter.net.forms import net
from reporter.net.goals import cost
from reporter.scenarios.applying import NOWHERE, apply
from reporter.settings.status import AT_CORPORATE_TAX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.net.net import Net
    from reporter.scenarios.case import Case
    from reporter.settings.status import Pocket

What = Literal["day", "rate", "laptop", "pay"]
TEN, LAPTOP, MORE_PAY = Decimal(10), Decimal(1_200), Decimal(1_000)
LAPTOP_YEARS = Decimal(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What one change adds, in euros: to the revenue, to the pocket, to what the company keeps."""

    what: What
    revenue: Decimal
    pocket: Decimal
    kept: Decimal


def prices(case: Case, pocket: Pocket) -> tuple[Effect, ...]:
    """Return the effects of single changes: one day more, ten euros more a day, a laptop, pay.

    Raises:
        BilanError: see `forms.net`.
    """
    case = case.estimated
    return tuple(_effects(case, pocket))


def _effects(case: Case, pocket: Pocket) -> Iterator[Effect]:
    before = net(case, pocket, estimated=True)
    if case.figures.tjm_regie is not None:
        more_days = apply(case, Assumptions(days=Change(added=ONE)))
        dearer = apply(case, Assumptions(rate=Change(added=TEN)))
        yield _effect("day", before, net(more_days, pocket, estimated=True))
        yield _effect("rate", before, net(dearer, pocket, estimated=True))
    yield _effect("laptop", before, net(_with_laptop(case), pocket, estimated=True))
    if case.settings.status_of(case.year) in AT_CORPORATE_TAX:
        spent = cost(case) if pocket.spent is None else pocket.spent
        less, more = (pocket._replace(spent=amount) for amount in (spent, spent + MORE_PAY))
        yield _effect("pay", net(case, less), net(case, more))


def _effect(what: What, before: Net, after: Net) -> Effect:
    return Effect(
        what=what,
        revenue=after.figures.revenue - before.figures.revenue,
        pocket=after.pocket - before.pocket,
        kept=after.kept - before.kept,
    )


def _with_laptop(case: Case) -> Case:
    """Return the case with a laptop bought on its first day, depreciated where the form does."""
    bought = Expense(
        date=case.year.start, amount=LAPTOP, lifetime=LAPTOP_YEARS, place=NOWHERE, label="Portable"
    )
    lines = replace(case.lines, expenses=(*case.lines.expenses, bought))
    return replace(case, lines=lines, bought=(*case.bought, bought))
