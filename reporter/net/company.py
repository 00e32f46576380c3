"""A company that pays the corporate tax: pay, dividends, and what it keeps (SASU, EURL à l'IS).

Knows how the pay of a manager is found in the books, or estimated. Never a rate.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BilanError
from reporter.law import assimilated, dividends, self_employed
from reporter.law.income_tax import deducted
from reporter.law.workdays import YEAR_MONTHS
from reporter.model import ZERO, cents
from reporter.net.net import Net, Step, disposed, law_year, refuse_other_than_a_year, taxed
from reporter.net.owner import Own, own, spending, told_by_slips

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.scenarios.case import Case
    from reporter.settings.status import Pocket, Status

MEETING = 6
"""Months after the closing within which dividends are voted (C. com. art. L223-26, L225-100)."""


class Paid(NamedTuple):
    """The pay of a manager: what is received, what is spent on it, what the income tax sees."""

    net: Decimal
    spent: Decimal
    taxable: Decimal
    lines: tuple[tuple[str, Decimal], ...] = ()


class Shared(NamedTuple):
    """The dividends paid out: what they bear, and what the income tax sees of them, in euros."""

    paid: Decimal
    contributions: Decimal
    levies: Decimal
    flat_tax: Decimal
    taxable: Decimal


def company(case: Case, status: Status, pocket: Pocket) -> Net:
    """Return what a company at the IS leaves its owner.

    Raises:
        BilanError: where the books do not tell the pay, or where the law is not known.
    """
    refuse_other_than_a_year(case.year)
    if pocket.spent is not None:
        case = spending(case.estimated, pocket.spent)
    figures, books = case.figures, case.settings.bookkeeping
    by_slips = pocket.spent is None and told_by_slips(figures, books)
    if by_slips:
        pocket = pocket._replace(pay="nette")
    found = own(figures, books, gross=pocket.pay == "brute")
    paid = _paid(found, status, _local(pocket, case), law_year(case.year))
    shared = _shared(case, paid.spent, status, pocket)
    taxable = deducted(paid.taxable, law_year(case.year)) + shared.taxable
    tax = taxed(taxable, case.year, pocket)
    steps = (
        Step("charges", found.cost - figures.charges),
        Step("depreciation", -figures.depreciation),
        *disposed(figures),
        Step("contributions", paid.net - paid.spent - shared.contributions),
        Step("tax", -figures.tax),
        Step("adjustment", figures.adjustment),
        Step("kept", shared.paid - figures.result),
        Step("levies", -shared.levies),
        Step("flat_tax", -shared.flat_tax),
        Step("income_tax", -tax.owed),
    )
    return Net(
        status=status,
        figures=figures,
        steps=steps,
        pay=paid.net,
        spent=paid.spent,
        dividends=shared.paid,
        taxed=tax,
        contributions=paid.lines,
        from_books=pocket.spent is None and bool(found.cost),
        by_slips=by_slips,
    )


def voted(closing: date) -> date:
    """Return the day on which dividends of a year are taken to be paid: six months after it."""
    months = closing.month + MEETING - 1
    year, month = closing.year + months // YEAR_MONTHS, months % YEAR_MONTHS + 1
    return date(year, month, monthrange(year, month)[1])


def _local(pocket: Pocket, case: Case) -> Pocket:
    cover = pocket.cover._replace(alsace_moselle=case.settings.alsace_moselle)
    return pocket._replace(cover=cover)


def _paid(found: Own, status: Status, pocket: Pocket, year: int) -> Paid:
    """Return the pay of the manager: from one line that holds all of it, or from the books."""
    if pocket.spent is not None:
        return _imagined(pocket.spent, status, pocket, year)
    _refuse_untold(found, status, pocket)
    if status == "eurl-is":
        owed = self_employed.contributions(found.cost, year)
        return Paid(found.pay, found.cost, found.pay + owed.undeductible)
    if pocket.pay == "brute":
        paid = assimilated.pay(found.pay, year, pocket.cover, found.contributions)
        return Paid(paid.net, found.cost, paid.taxable)
    paid = assimilated.pay_costing(found.cost, year, pocket.cover)
    return Paid(found.pay, found.cost, found.pay + paid.taxable - paid.net)


def _imagined(spent: Decimal, status: Status, pocket: Pocket, year: int) -> Paid:
    if status == "eurl-is":
        owed = self_employed.contributions(spent, year)
        net = spent - owed.total
        return Paid(net, spent, net + owed.undeductible, owed.lines)
    paid = assimilated.pay_costing(spent, year, pocket.cover)
    shares = (("Part de la société", spent - paid.gross), ("Part du président", paid.employee))
    return Paid(paid.net, spent, paid.taxable, shares if paid.gross else ())


def _refuse_untold(found: Own, status: Status, pocket: Pocket) -> None:
    """Refuse books from which the pay cannot be known.

    Raises:
        BilanError: with the key to write.
    """
    alone = bool(found.pay) != bool(found.contributions)
    if alone or (status == "eurl-is" and not found.cost):
        missing = "cotisation" if found.pay else "rémunération"
        raise BilanError(
            f"les dépenses n’ont aucune {missing} du dirigeant : donner --remuneration, "
            "ou remuneration sous [net] de bilan.toml, ce que la société dépense pour lui, "
            "cotisations comprises"
        )
    if status == "sasu" and found.cost and pocket.pay is None:
        raise BilanError(
            "la rémunération des dépenses est-elle le salaire brut ou le net versé ? "
            'Écrire salaire = "brute" ou salaire = "nette" sous [net] de bilan.toml'
        )


def _above(shared: Decimal, status: Status, pocket: Pocket) -> Decimal:
    """Return the dividends that bear contributions: in an EURL, above a share of the capital.

    Raises:
        BilanError: where the capital is not given.
    """
    if status != "eurl-is" or not shared:
        return ZERO
    if pocket.capital is None:
        raise BilanError(
            "en EURL, les dividendes au-dessus de 10 % du capital, des primes et du compte "
            "courant portent des cotisations : écrire capital sous [net] de bilan.toml"
        )
    return max(shared - cents(dividends.EXEMPT_SHARE * pocket.capital), ZERO)


def _shared(case: Case, spent: Decimal, status: Status, pocket: Pocket) -> Shared:
    """Return the dividends of a year in which so much is spent on the pay.

    Raises:
        BilanError: where what they bear cannot be known.
    """
    paid, due = cents(max(case.figures.result, ZERO) * pocket.shared), voted(case.year.end)
    above = _above(paid, status, pocket)
    return Shared(
        paid=paid,
        contributions=_added(above, spent, law_year(case.year)),
        levies=dividends.levies(paid - above, due),
        flat_tax=ZERO if pocket.by_scale else dividends.flat_tax(paid, due),
        taxable=dividends.taxable(paid, due) if pocket.by_scale else ZERO,
    )


def _added(above: Decimal, spent: Decimal, year: int) -> Decimal:
    """Return the contributions that dividends add to those of the pay."""
    if not above:
        return ZERO
    before = self_employed.contributions(spent, year).total
    return self_employed.contributions(spent + above, year).total - before
