"""Doubts about clients' VAT numbers: the form or the key of a European one is wrong.

Knows lines and python-stdnum. Never what the number changes. Source: the rules of each member
state, as VIES checks them; a number of another country is not judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.model import Activity, Day, Fee

FIX = "recopier le numéro d’une facture ou d’un courrier du client"


def wrong_numbers(activity: Activity) -> Iterator[Doubt]:
    """Yield the first line of each VAT number that its country cannot have given."""
    judged: set[str] = set()
    sales: tuple[Day | Fee, ...] = (*activity.days, *activity.fees)
    for line in sales:
        number = line.vat_number
        if not number or number in judged:
            continue
        judged.add(number)
        if _is_wrong(number):
            what = "numéro de TVA intracommunautaire impossible"
            yield Doubt(
                code="numero-tva",
                what=what,
                place=line.place,
                shown=f"{line.client} : {number[:40]}",
                fix=FIX,
                about=number[:40],
            )


def _is_wrong(number: str) -> bool:
    from stdnum.eu import vat

    country = number.strip()[:2].lower()
    is_european = country == "el" or country in vat.MEMBER_STATES
    return is_european and not vat.is_valid(number)
