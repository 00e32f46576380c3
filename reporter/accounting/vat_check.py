"""Whether the VAT of a line is possible: legal rate, right sign, right regime.

Knows one line and its account. Never an entry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.french import enumeration, euros_cents, number
from reporter.law.countries import zone
from reporter.law.vat_rates import legal, possible, rate_of
from reporter.model import CENT, ZERO, cents

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.law.countries import Zone
    from reporter.model import Line

WITHOUT = ("63", "64", "695")
"""Beginnings of the charges that never bear VAT: taxes, pay and social contributions."""
OFTEN_WITHOUT = (*WITHOUT, "616", "627", "65", "66", "67", "69")
"""Beginnings of the charges where an empty VAT cell can only mean that there is none."""


OWES_NONE = (
    *WITHOUT,
    "616",
    "627",
    "654",
    "658",
    "66",
    "67",
    "69",
    "6251",
    "6256",
    "6257",
    "606",
    "2",
)
"""Beginnings of what is bought abroad without a VAT that its buyer owes."""


def zone_of(line: Line) -> Zone:
    """Return where the client or the supplier of a line is.

    Raises:
        BadCell: where the country is not known.
    """
    found = zone(line.country, line.date)
    if found is None:
        fix = "écrire le pays en français, ou son code à deux lettres, par exemple IE"
        raise BadCell("pays inconnu", line.place, shown=line.country, fix=fix)
    return found


def reverse_vat(line: Line, account: str) -> Decimal:
    """Return the VAT in euros that a company owes on a service bought abroad, at the normal rate.

    Source: CGI art. 259-1 and 283-2. What never bears VAT or is exempt (261 C) owes none, nor what
    is consumed where it is bought (259 A: travel, hotels, meals); goods that last have lines of
    their own on the return, which the accountant chooses.
    """
    if zone_of(line) == "france" or line.own_vat or account.startswith(OWES_NONE):
        return ZERO
    return cents(line.amount * legal(line.date)[0])


def vat_mistake(line: Line, account: str, *, exempt: bool, abroad: bool = False) -> BadCell | None:
    """Return why the VAT of a line is impossible, None where it is not.

    Args:
        line: a sale or an expense.
        account: its product, its charge or its asset.
        exempt: whether the company is in franchise en base (CGI art. 293 B).
        abroad: whether the client or the supplier is not in France.
    """
    sale, vat = account.startswith("7"), line.own_vat
    if exempt:
        what = "TVA alors que l’entreprise est en franchise"
        return _mistake(line, what, _exempt(sale=sale)) if vat else None
    if abroad and vat and not sale:
        fix = "elle ne se déduit pas sur la CA3 : écrire le prix payé en Montant HT et vider la TVA"
        return _mistake(line, "TVA d’un autre pays", f"{fix} ; ou vider Pays")
    if abroad and not vat:
        return None
    if line.vat is None and line.vat_rate is None:
        fix = "écrire son taux ou son montant, 0 s’il n’y en a pas"
        missing = not account.startswith(OFTEN_WITHOUT)
        return _mistake(line, "TVA manquante", fix) if missing else None
    if vat and account.startswith(WITHOUT):
        fix = f"le compte {account} n’en porte jamais : corriger la TVA ou le compte"
        return _mistake(line, "TVA impossible", fix)
    return None if _legal(line, vat, sale=sale) else _illegal(line)


def _mistake(line: Line, what: str, fix: str) -> BadCell:
    shown = f"{euros_cents(line.amount)} HT, {euros_cents(line.own_vat)} de TVA"
    return BadCell(what, line.place, shown=shown, fix=fix)


def _exempt(*, sale: bool) -> str:
    if sale:
        return "vider la TVA, ou corriger regime et franchise_jusqu_au sous [tva] de bilan.toml"
    return "elle ne se récupère pas : écrire le prix payé en Montant HT, et vider la TVA"


def _legal(line: Line, vat: Decimal, *, sale: bool) -> bool:
    if line.vat_rate is not None:
        away = abs(vat - cents(line.amount * line.vat_rate))
        return line.vat_rate in legal(line.date) and away <= CENT
    if rate_of(line.amount, vat, line.date) is not None:
        return True
    return not sale and possible(line.amount, vat, line.date)


def _illegal(line: Line) -> BadCell:
    known = [f"{number(rate * 100, 1, least=0)}\u00a0%" for rate in legal(line.date)[:4]]
    fix = f"taux possibles à cette date\u00a0: {enumeration(known)} ; corriger la TVA ou le montant"
    return _mistake(line, "TVA impossible", fix)
