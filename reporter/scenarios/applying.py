"""Assumptions put into the input of a year.

Knows which lines each assumption changes, in which order, and what makes no sense there.
Never what the lines amount to: that is measured.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reporter.assumptions import Assumptions, Change
from reporter.charges import is_charge
from reporter.errors import BilanError, Place
from reporter.french import euros, long_date, quantity
from reporter.model import DAYS, ZERO, Day, Expense, Fee, cents, total
from reporter.scenarios.names import matching, near, one_of
from reporter.scenarios.shares import with_charges, with_days, with_fees, with_rate

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.figures import Figures
    from reporter.scenarios.case import Case

NOWHERE = Place("scénario")


def apply(case: Case, asked: Assumptions) -> Case:
    """Return the case with its input changed; nothing asked, nothing changed.

    Clients leave first; then the leave, the days, their rate, the fees and the charges.

    Raises:
        BilanError: where a client or a category is unknown, or where days have no rate.
    """
    if asked == Assumptions():
        return case
    changed = _without_clients(case.estimated, asked)
    changed = _with_leave(changed, asked)
    changed = _with_days(changed, asked)
    lines = replace(
        changed.lines, fees=_fees(changed, asked.fees), expenses=_expenses(changed, asked)
    )
    return replace(changed, lines=lines)


def too_many(days: Decimal, figures: Figures) -> BilanError:
    """Return that a year has fewer days than are billed, and up to which date where it is cut."""
    year = figures.year
    until = f", au {long_date(year.end)}," if year.is_partial else ""
    return BilanError(
        f"{quantity(days)} jours facturés, mais {year.number}{until} n’a que "
        f"{quantity(figures.net_days)} jours ouvrés nets de congés"
    )


def refuse_nonsense(before: Case, after: Case) -> None:
    """Refuse a year that cannot be.

    Raises:
        BilanError: where more is billed than the year has days, or where something is negative.
    """
    old, new = before.figures, after.figures
    if new.own_days > max(new.net_days, old.own_days):
        raise too_many(new.own_days, new)
    for name, now, then, shown in (
        ("le nombre de jours facturés", new.own_days, old.own_days, quantity),
        ("le TJM", new.day_revenue or ZERO, old.day_revenue or ZERO, euros),
        ("le total des forfaits", new.fees or ZERO, old.fees or ZERO, euros),
        ("le total des charges", new.charges, old.charges, euros),
    ):
        if now < min(then, ZERO):
            raise BilanError(f"{name} serait négatif (total : {shown(now)})")


def _without_clients(case: Case, asked: Assumptions) -> Case:
    """Take the lost clients out; the days billed to others instead make one line."""
    if not asked.lost:
        return case  # which is measured already
    days, fees = case.lines.days, case.lines.fees
    for wanted in asked.lost:
        names = one_of(wanted, case.clients, "client")
        lost = tuple(line for line in days if line.client in names)
        days = tuple(line for line in days if line.client not in names)
        fees = tuple(line for line in fees if line.client not in names)
        if asked.resold and lost:
            count = total(lost, DAYS) * asked.resold
            days += (_day(case, count, amount=total(lost) * asked.resold),)
    return replace(case, lines=replace(case.lines, days=days, fees=fees))


def _with_leave(case: Case, asked: Assumptions) -> Case:
    """Change the leave; unless the days are said, they keep their share of the working days.

    It is that of everybody, those included who have a leave of their own.
    """
    if asked.leave is None:
        return case
    of_year = case.settings.of(case.year)._replace(leave=asked.leave)
    others = {**case.settings.of_year, case.year.number: of_year}
    people = {name: one._replace(leave=None) for name, one in case.settings.workers.items()}
    settings = case.settings._replace(of_year=others, workers=people)
    changed = replace(case, settings=settings)
    before, after = case.figures.net_days, changed.figures.net_days
    if after <= 0 or before <= 0:
        raise BilanError(
            f"{quantity(asked.leave)} jours de congés par an : {case.year.number} n’a que "
            f"{quantity(case.figures.working_days)} jours ouvrés"
        )
    if asked.ratio is not None or (asked.days is not None and not asked.client):
        return changed
    days = with_days(case.lines.days, case.figures.own_days * after / before)
    return replace(changed, lines=replace(case.lines, days=days))


def _with_days(case: Case, asked: Assumptions) -> Case:
    days = case.lines.days
    if asked.ratio is not None:
        days = _billed(case, asked, days, asked.ratio * case.figures.net_days)
    if asked.client:
        names = one_of(asked.client, case.clients, "client")
        chosen = tuple(line for line in days if line.client in names)
        others = tuple(line for line in days if line.client not in names)
    else:
        chosen, others = days, ()
    count = total(chosen, DAYS)
    if asked.days is not None:
        chosen = _billed(case, asked, chosen, asked.days.of(count))
    elif asked.rate is not None and not count and asked.ratio is None:
        raise BilanError(
            f"aucun jour facturé en {case.source.number} : ce TJM ne changerait rien, "
            "dire aussi combien de jours"
        )
    if asked.rate is not None:
        chosen = with_rate(chosen, asked.rate)
    return replace(case, lines=replace(case.lines, days=others + chosen))


def _billed(
    case: Case, asked: Assumptions, days: tuple[Day, ...], target: Decimal
) -> tuple[Day, ...]:
    """Return days that add up to `target`, at their own rate; without days, at the one asked.

    Raises:
        BilanError: where there is no rate at all.
    """
    if not target or total(days, DAYS):
        return with_days(days, target)
    if asked.rate is None or not asked.rate.sets:
        raise BilanError(
            f"aucun jour facturé en {case.source.number} dont reprendre le tarif : donner un TJM"
        )
    return (*days, _day(case, target, client=asked.client))


def _day(case: Case, days: Decimal, amount: Decimal = ZERO, client: str = "") -> Day:
    return Day(date=case.year.start, client=client, days=days, amount=cents(amount), place=NOWHERE)


def _fees(case: Case, change: Change | None) -> tuple[Fee, ...]:
    fees = case.lines.fees
    if change is None:
        return fees
    target = cents(change.of(total(fees)))
    if total(fees) or not target:
        return with_fees(fees, target)
    return (*fees, Fee(date=case.year.start, client="", amount=target, place=NOWHERE))


def _expenses(case: Case, asked: Assumptions) -> tuple[Expense, ...]:
    """Return the expenses of the year: all of them changed, then single categories."""
    status = case.settings.status_of(case.year)
    charges = tuple(line for line in case.lines.expenses if is_charge(line, status))
    bought = tuple(line for line in case.lines.expenses if not is_charge(line, status))
    if asked.charges is not None:
        charges = _changed(case, charges, asked.charges, "")
    for wanted, change in asked.expenses:
        names = _categories(wanted, change, {line.category for line in charges})
        others = tuple(line for line in charges if line.category not in names)
        chosen = tuple(line for line in charges if line.category in names)
        charges = others + _changed(case, chosen, change, wanted)
    return charges + bought


def _changed(
    case: Case, charges: tuple[Expense, ...], change: Change, category: str
) -> tuple[Expense, ...]:
    target = cents(change.of(total(charges)))
    if total(charges) or not target:
        return with_charges(charges, target)
    new = Expense(date=case.year.start, category=category, amount=target, place=NOWHERE)
    return (*charges, new)


def _categories(wanted: str, change: Change, known: set[str]) -> frozenset[str]:
    """Return the categories meant; none for an expense that is new.

    Raises:
        BilanError: where a name is nearly one of the books, or where there is nothing to multiply.
    """
    found = matching(wanted, known)
    if found or (not near(wanted, known) and change.factor in (0, 1)):
        return found
    return one_of(wanted, known, "catégorie de charges")
