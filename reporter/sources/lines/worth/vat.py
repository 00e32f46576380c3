"""The VAT of lines: a rate or an amount, and the amount before tax where only the gross is given.

Knows how HT, TVA and TTC agree. Never which rates the law sets, nor where the cells stand.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reporter.french import euros_cents
from reporter.law.vat_rates import EVER
from reporter.model import CENT, ZERO, cents
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.written.values import Unreadable, is_percent, to_number, to_ratio

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PERCENTS = {rate * 100 for rate in EVER}
UNKNOWN = "nommer la colonne « Taux TVA » ou « Montant TVA »"
Amount = Decimal | None
"""Euros, None where the row does not say."""


class Taxed(NamedTuple):
    """An amount before tax, its VAT rate as a ratio and its VAT in euros, as far as they go."""

    amount: Amount
    rate: Amount = None
    vat: Amount = None


NOTHING = Taxed(None)


def taxed(amount: Amount, gross: Amount, rate: Amount, vat: Amount) -> Taxed | Problem:
    """Return the amount, the VAT rate and the VAT of a line, deduced from each other.

    A given VAT wins over its rate; the gross must be their sum, to the cent. A rate alone leaves
    the VAT unsaid: it is totalled by invoice (CGI, annexe II, art. 242 nonies A).
    """
    if amount is None:
        return Taxed(None, rate, vat) if gross is None else _from_gross(gross, rate, vat)
    if gross is None:
        return Taxed(amount, rate, vat)
    if vat is None:
        vat, due = gross - amount, None if rate is None else cents(amount * rate)
        vat = vat if due is None or abs(vat - due) <= CENT else due
    if gross != amount + vat:
        fix = f"HT + TVA font {euros_cents(amount + vat)} : corriger l’un des trois"
        return Problem("gross", "le TTC n’est pas HT + TVA", euros_cents(gross), fix)
    return Taxed(amount, rate, vat)


def _from_gross(gross: Decimal, rate: Amount, vat: Amount) -> Taxed | Problem:
    if vat is None and rate is None:
        fix = (
            "écrire le Montant HT, ou la TVA à côté du TTC ; sans TVA du tout, écrire dans "
            'bilan.toml : [tva] regime = "franchise"'
        )
        return Problem("amount", "montant HT inconnu", euros_cents(gross), fix)
    amount = gross - vat if vat is not None else cents(gross / (1 + (rate or ZERO)))
    if vat is not None and rate is not None and abs(cents(amount * rate) - vat) > CENT:
        fix = f"{euros_cents(gross)} TTC à ce taux font {euros_cents(cents(gross / (1 + rate)))} HT"
        fix += " : corriger l’un des trois"
        return Problem("vat", "TVA, taux et TTC ne s’accordent pas", euros_cents(vat), fix)
    return Taxed(amount, rate, gross - amount)


class Beside(NamedTuple):
    """What the cell of a column « TVA » stands beside: the HT and the TTC of its row."""

    rank: int
    cell: Any
    amount: Amount
    gross: Amount


def said_rates(cells: Iterable[Any]) -> dict[Any, Decimal] | None:
    """Return the rate that each filled cell of a column « TVA » says; None where one says none."""
    rates: dict[Any, Decimal] = {}
    for cell in set(cells):
        value = None if is_blank(cell) else _read(cell)
        if isinstance(value, Decimal) and (is_percent(cell) or value in EVER):
            rates[cell] = value
        elif value is not None:
            return None
    return rates


def sort_out(lines: Sequence[Beside]) -> dict[int, Taxed | Problem]:
    """Return, by rank, the rate or the VAT that each cell of a column « TVA » gives.

    The agreement with the HT and the TTC decides, then the rest of the column.
    """
    said = said_rates(line.cell for line in lines)
    if said is not None:
        rates = {cell: Taxed(None, rate) for cell, rate in said.items()}
        return {line.rank: rates[line.cell] for line in lines if line.cell in rates}
    known = {line.cell: _read(line.cell) for line in lines if not is_blank(line.cell)}
    found = {line.rank: _kind(line, known[line.cell]) for line in lines if line.cell in known}
    numbers = [value for cell, value in known.items() if not is_percent(cell)]
    is_amounts = any(value not in EVER | PERCENTS for value in numbers)
    is_rates = "rate" in found.values()
    usual: Meaning = "both" if is_amounts == is_rates else "rate" if is_rates else "amount"
    return {
        line.rank: _meant(line, known[line.cell], usual if kind == "both" else kind)
        for line in lines
        if (kind := found.get(line.rank))
    }


Meaning = Literal["rate", "amount", "both", "alike"]
"""What a number is: `both` may be, to different ends; `alike`, either comes to the same."""


def _meant(line: Beside, value: Decimal | Unreadable, kind: Meaning) -> Taxed | Problem:
    shown = str(line.cell)
    if isinstance(value, Unreadable):
        return Problem("vat_any", "TVA illisible", shown, str(value))
    if kind == "both":
        return Problem("vat_any", "TVA : taux ou montant ?", shown, UNKNOWN)
    if kind in ("rate", "alike"):
        return Taxed(None, _rate(line.cell, value))
    if line.amount is not None and abs(cents(value)) > abs(line.amount):
        fix = "écrire le taux ou le montant de la TVA"
        return Problem("vat_any", "TVA supérieure au montant HT", shown, fix)
    return Taxed(None, None, cents(value))


def _kind(line: Beside, value: Decimal | Unreadable) -> Meaning:
    """Tell what a number may be, by its agreement with the HT and the TTC."""
    if isinstance(value, Unreadable):
        return "amount"
    if is_percent(line.cell):
        return "rate"
    rate, vat = _rate(line.cell, value), cents(value)
    by_rate = value in EVER | PERCENTS and _agrees(line.amount, line.gross, rate)
    if by_rate and _is_plausible(line.amount, line.gross, vat):
        base = line.amount if line.amount is not None else (line.gross or ZERO) - vat
        return "alike" if abs(cents(base * rate) - vat) <= CENT else "both"
    return "rate" if by_rate else "amount"


def _rate(cell: Any, value: Decimal) -> Decimal:
    return value if value in EVER or is_percent(cell) else value / 100


def _read(cell: Any) -> Decimal | Unreadable:
    try:
        return to_ratio(cell) if is_percent(cell) else to_number(cell)
    except Unreadable as unreadable:
        return unreadable


def _agrees(amount: Amount, gross: Amount, rate: Decimal) -> bool:
    if amount is None or gross is None:
        return True
    return abs(cents(amount * (1 + rate)) - gross) <= CENT


def _is_plausible(amount: Amount, gross: Amount, vat: Decimal) -> bool:
    """Tell whether an amount of VAT agrees with the gross, and is at one of the rates in force."""
    if amount is None:
        amount = (gross or ZERO) - vat
    elif gross is not None:
        return abs(amount + vat - gross) <= CENT
    return any(abs(amount * rate - vat) <= 2 * CENT for rate in EVER)
