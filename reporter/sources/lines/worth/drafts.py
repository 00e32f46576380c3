"""A row as a draft: what its cells say of its worth, before anything is deduced.

Knows the fields that bear on what a line is worth. Never how they complete each other.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from reporter.sources.lines.cells import Cells


class Draft(NamedTuple):
    """What a row says of its worth; None or an empty text where it says nothing of it."""

    row: int
    date: dt.date | None = None
    client: str = ""
    days: Decimal | None = None
    hours: Decimal | None = None
    rate: Decimal | None = None
    hourly: Decimal | None = None
    unit_price: Decimal | None = None
    amount: Decimal | None = None
    gross: Decimal | None = None
    vat: Decimal | None = None
    vat_rate: Decimal | None = None
    vat_any: Any = None
    discount: Any = None
    quantity: Any = None
    mission: str = ""
    worker: str = ""
    comment: str = ""
    service: str = ""
    label: str = ""
    lifetime: Decimal | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    unit: Any = None
    kilometres: Decimal | None = None
    planned: Decimal | None = None
    disposed: dt.date | None = None
    disposal_price: Decimal | None = None
    disposal_vat: Decimal | None = None
    disposal_gross: Decimal | None = None
    pay_gross: Decimal | None = None
    pay_employee: Decimal | None = None
    pay_employer: Decimal | None = None
    pay_relief: Decimal | None = None
    pay_withheld: Decimal | None = None
    pay_refund: Decimal | None = None
    pay_net: Decimal | None = None
    pay_cost: Decimal | None = None


def drafts_of(cells: Cells, ranks: Sequence[int]) -> Iterator[Draft]:
    """Return the draft of each of some rows."""
    rows = (cells.rows[rank] for rank in ranks)
    columns = (
        cells.at(ranks, name) if name in cells.values else repeat(blank)  # type: ignore[arg-type]  # a field
        for name, blank in Draft._field_defaults.items()
    )
    return map(Draft._make, zip(rows, *columns, strict=False))
