"""Amounts whose title says neither with tax nor before it: told by the columns beside them.

Knows titles. What they tell is checked on each row, where HT, TVA and TTC must agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.sources.tables.titles import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.tables.vocabulary import Field

BEFORE = {"amount", "montant", "net", "net amount", "montant net", "line total"}
BEFORE |= {"lineamount", "line amount"}
WITH = {"total", "montant total", "total amount", "gross", "grand total", "total facture"}
DRIVEN = {"montant", "total", "indemnite", "indemnites", "montant indemnite", "montant total"}
DRIVEN |= {"indemnite kilometrique", "indemnites kilometriques", "remboursement", "a rembourser"}
JOURNEYS = {"motif", "motif deplacement", "objet deplacement", "trajet", "itineraire"}
VAT: tuple[Field, ...] = ("vat", "vat_any")


def plain_amounts(header: Sequence[Any], fields: dict[Field, int]) -> dict[Field, int]:
    """Return the columns of the amounts that a VAT beside them tells: « Amount | Tax | Total ».

    Kilometres are paid back without VAT: theirs has one meaning.

    Args:
        header: the titles of a table.
        fields: the columns that their own titles tell.
    """
    keys = {n: key_of(cell) for n, cell in enumerate(header) if isinstance(cell, str)}
    if is_driven(keys, fields) and fields.keys().isdisjoint({*VAT, "vat_rate", "amount", "gross"}):
        driven = [n for n, key in keys.items() if key in DRIVEN and n not in fields.values()]
        return {"amount": driven[0]} if len(driven) == 1 else {}
    if fields.keys().isdisjoint(VAT) or {"amount", "gross"} <= fields.keys():
        return {}
    before = [n for n, key in keys.items() if key in BEFORE and n not in fields.values()]
    whole = [n for n, key in keys.items() if key in WITH and n not in fields.values()]
    found: dict[Field, int] = {}
    if "amount" not in fields and len(before) == 1 and ("gross" in fields or len(whole) == 1):
        found["amount"] = before[0]
    if "gross" not in fields and len(whole) == 1 and ("amount" in fields or found):
        found["gross"] = whole[0]
    return found


def is_driven(keys: Mapping[int, str], fields: Mapping[Field, int]) -> bool:
    """Tell whether a table is a log of kilometres: its lines are journeys, by their title.

    Other expenses may stand beside some of a car, and their amount have VAT.
    """
    label = fields.get("label", fields.get("supplier", -1))
    return "kilometres" in fields and keys.get(label, "") in JOURNEYS
