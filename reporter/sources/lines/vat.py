"""The VAT of lines: a rate or an amount, and the amount before tax where only the gross is given.

Knows how HT, TVA and TTC agree. Never which rates the law sets, nor where the cells stand.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reporter.french import euros_cents
from reporter.law.vat_rates import EVER
from reporter.model import CENT, ZERO, cents
from reporter.sources.lines.values import Unreadable, is_blank, is_percent, to_number, to_ratio

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.sources.lines.columns import Body

PERCENTS = {rate * 100 for rate in EVER}
TOLERANCE = Decimal("0.001")
UNKNOWN = "nommer la colonne « Taux TVA » ou « Montant TVA »"


def complete_vat(body: Body) -> None:
    """Give each line its VAT rate, its VAT and its amount, as far as its columns tell.

    What does not agree becomes a mistake of the line.
    """
    columns = body.columns
    if "vat_any" in columns:
        _sort_out(body)
    if not columns.keys() & {"vat", "vat_rate", "gross"}:
        return
    amounts, grosses, rates, vats = (
        list(body.values(name)) for name in ("amount", "gross", "vat_rate", "vat")
    )
    for rank in range(len(body.rows)):
        amount, rate, gross = amounts[rank], rates[rank], grosses[rank]
        if amount is not None and rate is not None and vats[rank] is None:
            vat = cents(amount * rate)
            if gross is None:
                continue  # the rate alone: VAT is totalled by invoice
            if gross == amount + vat:
                vats[rank] = vat
                continue
        if body.is_line(rank):
            found = _agreed(body, rank, (amounts[rank], grosses[rank], rates[rank], vats[rank]))
            amounts[rank], rates[rank], vats[rank] = found
    columns.update(amount=amounts, vat_rate=rates, vat=vats)
    columns.pop("gross", None)


Four = tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]


def _agreed(body: Body, rank: int, line: Four) -> tuple[Any, Any, Any]:
    """Return the amount, the VAT rate and the VAT of a line, deduced from each other."""
    amount, gross, rate, vat = line
    if amount is None and gross is not None:
        if vat is None and rate is None:
            fix = "écrire le Montant HT, ou la TVA à côté du TTC"
            body.refuse(rank, "amount", "montant HT inconnu", euros_cents(gross), fix)
            return amount, rate, vat
        amount = gross - vat if vat is not None else cents(gross / (1 + (rate or ZERO)))
        vat = gross - amount
    if amount is None:
        return amount, rate, vat
    if vat is None and rate is not None:
        vat = cents(amount * rate)
        if gross is not None and abs(gross - amount - vat) <= CENT:
            vat = gross - amount
    if gross is None:
        return amount, rate, vat
    if vat is None:
        return amount, rate, gross - amount
    if gross != amount + vat:
        fix = f"HT + TVA font {euros_cents(amount + vat)} : corriger l’un des trois"
        body.refuse(rank, "gross", "le TTC n’est pas HT + TVA", euros_cents(gross), fix)
    return amount, rate, vat


def _sort_out(body: Body) -> None:
    """Turn the column « TVA » into one of rates and one of amounts."""
    cells = body.columns.pop("vat_any")
    known = {cell: _read(cell) for cell in {cell for cell in cells if not is_blank(cell)}}
    if all(
        isinstance(value, Decimal) and (is_percent(cell) or value in EVER)
        for cell, value in known.items()
    ):
        _fill(body, [known.get(cell) for cell in cells], [None] * len(cells))
        return
    readings = list(_readings(body, cells, known))
    numbers = [value for cell, value in known.items() if not is_percent(cell)]
    is_amounts = any(value not in EVER | PERCENTS for value in numbers)
    is_rates = any(reading.kind == "rate" for reading in readings)
    rates: list[Decimal | None] = [None] * len(cells)
    vats: list[Decimal | None] = [None] * len(cells)
    for rank, kind, rate, vat in readings:
        if kind == "both" and is_amounts == is_rates:
            body.refuse(rank, "vat_any", "TVA : taux ou montant ?", cells[rank], UNKNOWN)
        elif kind == "rate" or (kind == "both" and is_rates):
            rates[rank] = rate
        else:
            vats[rank] = vat
            amount = body.columns["amount"][rank] if "amount" in body.columns else None
            if amount is not None and abs(vat) > abs(amount):
                fix = "écrire le taux ou le montant de la TVA"
                body.refuse(rank, "vat_any", "TVA supérieure au montant HT", cells[rank], fix)
    _fill(body, rates, vats)


def _fill(body: Body, rates: list[Any], vats: list[Any]) -> None:
    """Complete the columns of rates and of amounts."""
    for name, column in (("vat_rate", rates), ("vat", vats)):
        given = body.values(name)
        body.columns[name] = [a if a is not None else b for a, b in zip(given, column, strict=True)]


class _Reading(NamedTuple):
    rank: int
    kind: Literal["rate", "amount", "both"]
    rate: Decimal | None
    vat: Decimal


def _readings(body: Body, cells: list[Any], known: Mapping[Any, Any]) -> Iterator[_Reading]:
    """Yield what the number on each line may be, by its agreement with the HT and the TTC."""
    amounts, grosses = list(body.values("amount")), list(body.values("gross"))
    for rank, cell in enumerate(cells):
        if is_blank(cell) or not body.is_line(rank):
            continue
        value = known[cell]
        if isinstance(value, Unreadable):
            body.refuse(rank, "vat_any", "TVA illisible", cell, str(value))
            continue
        vat = cents(value)
        rate = value if value in EVER or is_percent(cell) else value / 100
        if is_percent(cell):
            yield _Reading(rank, "rate", rate, vat)
        else:
            yield _Reading(rank, _kind(value, rate, amounts[rank], grosses[rank]), rate, vat)


def _kind(
    value: Decimal, rate: Decimal, amount: Decimal | None, gross: Decimal | None
) -> Literal["rate", "amount", "both"]:
    vat = cents(value)
    by_rate = value in EVER | PERCENTS and _agrees(amount, gross, rate)
    by_amount = _is_plausible(amount, gross, vat)
    if by_rate and by_amount:
        base = amount if amount is not None else (gross or ZERO) - vat
        return "rate" if abs(cents(base * rate) - vat) <= CENT else "both"
    return "rate" if by_rate else "amount"


def _read(cell: Any) -> Decimal | Unreadable:
    try:
        return to_ratio(cell) if is_percent(cell) else to_number(cell)
    except Unreadable as unreadable:
        return unreadable


def _agrees(amount: Decimal | None, gross: Decimal | None, rate: Decimal) -> bool:
    if amount is None or gross is None:
        return True
    return abs(cents(amount * (1 + rate)) - gross) <= CENT


def _is_plausible(amount: Decimal | None, gross: Decimal | None, vat: Decimal) -> bool:
    """Tell whether an amount of VAT agrees with the gross, and is at one of the rates in force."""
    if amount is None:
        amount = (gross or ZERO) - vat
    elif gross is not None:
        return abs(amount + vat - gross) <= CENT
    slack = max(2 * CENT, abs(vat) * TOLERANCE)
    return any(abs(amount * rate - vat) <= slack for rate in EVER)
