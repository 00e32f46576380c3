"""What a pay slip is in accounts: its gross pay, contributions, tax withheld and net pay.

Knows accounts. Never how a slip is read, nor what the law makes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.model import Expense

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.accounting.bookable import Bookable
    from reporter.slips import Slip

PAY = "641100"
"""Salaires, appointements (PCG art. 946-64)."""
PAID = ("641", "644")
"""Beginnings of the accounts that hold a gross pay."""
EMPLOYER = "645100"
REFUNDED = "625100"
"""Where expenses paid back with the pay go: most are travel."""
CONTRIBUTIONS = "431000"
WITHHELD = "442100"
"""PAS, owed to the State until it is paid (PCG 4421)."""


def slip_of(line: Bookable) -> Slip | None:
    """Return the pay slip that a line is, None where it is none."""
    return line.line.slip if isinstance(line.line, Expense) else None


def sides(slip: Slip, account: str) -> Iterator[tuple[str, Decimal]]:
    """Yield the accounts of a slip, debits positive; what they add up to is owed as net pay.

    Source: PCG art. 944-42 to 944-44 and 946-64: gross pay is the charge, what is taken from it is
    owed to others than the person paid.
    """
    yield account, slip.gross
    yield EMPLOYER, slip.employer
    yield REFUNDED, slip.refunded
    yield CONTRIBUTIONS, -slip.employee - slip.employer
    yield WITHHELD, -slip.withheld


def pay_account(line: Expense, number: str | None, named: str | None) -> str:
    """Return the account of the gross pay of a slip: 641100 where nothing says one of pay.

    Args:
        line: the expense that the slip is.
        number: the account that the books give it.
        named: that of its category.

    Raises:
        BadCell: where the account of the books is not one of pay.
    """
    if number is None:
        return named if named is not None and named.startswith(PAID) else PAY
    if number.startswith(PAID):
        return number
    fix = "un bulletin de paie demande un compte 641, ou 644 pour l’exploitant ; ou vider Compte"
    raise BadCell("compte qui n’est pas une paie", line.place, shown=number, fix=fix)
