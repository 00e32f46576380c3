"""Pay slips: the columns of gross pay, contributions, tax withheld and net pay of a row.

Knows the rows of a table. Never accounts, nor what the law makes of a pay.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.french import euros_cents
from reporter.model import ZERO, Expense
from reporter.slips import Slip
from reporter.sources.lines.cells import Problem
from reporter.words import labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.worth.drafts import Draft
    from reporter.words.columns import Field

PARTS = tuple(name for name in labels.PAY if name not in ("pay_gross", "pay_person"))
PAY: frozenset[Field] = frozenset({"pay_gross", *PARTS})
"""The columns of a pay slip."""
NEEDED: tuple[tuple[Field, str], ...] = (
    ("pay_employee", "cotisations salariales manquantes"),
    ("pay_employer", "cotisations patronales manquantes"),
)


SHARES: Mapping[Field, Decimal] = {
    "pay_employee": Decimal("0.4"),
    "pay_employer": Decimal(1),
    "pay_withheld": Decimal(1),
}
"""The most of a gross pay that a share is: an employee owes about 22 % of it, 28 % at most."""
TOO_MUCH = (
    (
        "des cotisations de plus que le salaire brut",
        "corriger l’un des deux : elles ne dépassent guère la moitié du brut",
    ),
    (
        "des cotisations salariales de plus de 40 % du brut",
        "elles en font un quart : sont-elles inversées avec les patronales ?",
    ),
)
"""What to say of a share that is more, then of that of an employee."""
CATEGORY = "Rémunérations"
"""The category of a slip whose row gives none."""


def cost(draft: Draft) -> Decimal:
    """Return what the slip of a row costs the company, in euros."""
    return _slip(draft).cost


def told_paid(cells: Cells, _rank: int, line: Line, draft: Draft) -> Line | Problem:
    """Return the line of a row, with what its pay slip says, or what is wrong with that.

    Where no column has what is taken from a gross pay, it is all that the net pay lacks.
    """
    if None not in (draft.pay_gross, draft.pay_net) and "pay_employee" not in cells.values:
        draft = draft._replace(pay_employee=_slip(draft).net - (draft.pay_net or ZERO))
    wrong = next(_wrong(draft, line), None)
    if wrong is None and isinstance(line, Expense) and draft.pay_gross is not None:
        return replace(line, slip=_slip(draft), category=line.category or CATEGORY)
    return wrong or line


def _slip(draft: Draft) -> Slip:
    return Slip(
        gross=draft.pay_gross or ZERO,
        employee=draft.pay_employee or ZERO,
        employer=(draft.pay_employer or ZERO) - (draft.pay_relief or ZERO),
        withheld=draft.pay_withheld or ZERO,
        refunded=draft.pay_refund or ZERO,
    )


def _wrong(draft: Draft, line: Line) -> Iterator[Problem]:
    """Yield why a row tells no pay slip, or one that does not add up."""
    told = {name: euros for name in PARTS if (euros := getattr(draft, name))}
    if draft.pay_gross is None:
        for name, euros in told.items():
            fix = "écrire le salaire brut ; ou vider la ligne du bulletin"
            yield Problem(name, "bulletin de paie sans salaire brut", euros_cents(euros), fix)
        return
    for name, euros in told.items():
        if (euros < 0) != (draft.pay_gross < 0):
            fix = "écrire chaque part du bulletin sans signe moins : il est déduit de son nom"
            yield Problem(name, "bulletin de paie : signe impossible", euros_cents(euros), fix)
        elif name in SHARES and abs(euros) > SHARES[name] * abs(draft.pay_gross):
            what, fix = TOO_MUCH[name == "pay_employee"]
            yield Problem(name, what, euros_cents(euros), fix)
    for name, what in NEEDED:
        if getattr(draft, name) is None:
            yield Problem(name, what, fix="les écrire, 0 s’il n’y en a pas")
    if draft.pay_withheld is None and draft.pay_net is None:
        fix = "écrire le prélèvement à la source, 0 s’il n’y en a pas ; ou le net à payer"
        yield Problem("pay_gross", "bulletin de paie sans net à payer", fix=fix)
    if line.own_vat:
        fix = "vider la TVA : un bulletin de paie n’en porte pas"
        yield Problem("pay_gross", "bulletin de paie avec TVA", euros_cents(line.own_vat), fix)
    yield from _unequal(draft, line)


def _unequal(draft: Draft, line: Line) -> Iterator[Problem]:
    """Yield the net pay or the amount of a row that is not what the rest of it makes."""
    slip = _slip(draft)
    net, cost = euros_cents(slip.net), euros_cents(slip.cost)
    if draft.pay_net is not None and draft.pay_net != slip.net:
        fix = "brut − cotisations salariales − prélèvement + remboursements font "
        fix += f"{net} : corriger l’un d’eux"
        what = "bulletin de paie qui ne s’additionne pas"
        yield Problem("pay_net", what, euros_cents(draft.pay_net), fix)
    if draft.pay_cost is not None and draft.pay_cost not in (slip.cost, slip.cost - slip.refunded):
        fix = f"brut + cotisations patronales − réduction font {cost} : corriger l’un d’eux"
        what = "bulletin de paie dont le coût n’est pas celui de ses parts"
        yield Problem("pay_cost", what, euros_cents(draft.pay_cost), fix)
    if line.amount != slip.cost:
        fix = "vider le montant : il est brut + cotisations patronales − réduction + "
        fix += f"remboursements, {cost}"
        what = "montant qui n’est pas le coût du bulletin"
        yield Problem("amount", what, euros_cents(line.amount), fix)
