"""What is sold or scrapped before it is worn out: its price, its VAT, what it was still worth.

Knows assets and the VAT of their sale. Never entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.accounting.vat_check import zone_of
from reporter.errors import BadCell
from reporter.french import euros_cents
from reporter.law.vat_rates import legal, rate_of
from reporter.model import ZERO, cents

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from reporter.accounting.assets import Asset
    from reporter.model import Expense, FinancialYear
    from reporter.settings.bookkeeping import Bookkeeping

INTANGIBLE = "20"
CLAIMS = "462000"
"""What a buyer owes (PCG 462, créances sur cessions d’immobilisations)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal:
    """An asset that left the company, in euros.

    Attributes:
        day: the day on which it was sold or scrapped.
        price: before tax; zero where it was scrapped, or given.
        vat: the VAT of the sale, due on that day (CGI art. 269-1 a and 269-2 a: goods delivered).
        rate: its rate as a ratio.
        depreciated: what had been depreciated by then.
    """

    asset: Asset
    day: dt.date
    price: Decimal
    vat: Decimal
    rate: Decimal
    depreciated: Decimal

    @property
    def net(self) -> Decimal:
        """Return the net book value that goes out."""
        return self.asset.cost - self.depreciated

    @property
    def gross(self) -> Decimal:
        """Return the price with VAT."""
        return self.price + self.vat

    @property
    def result(self) -> Decimal:
        """Return the gain, negative where it is a loss."""
        return self.price - self.net

    @property
    def bore_vat(self) -> bool:
        """Tell whether the VAT of the purchase was deducted, wholly or in part."""
        return is_taxed(self.asset)


def disposals(
    assets: Iterable[Asset], year: FinancialYear, books: Bookkeeping, errors: list[BadCell]
) -> tuple[Disposal, ...]:
    """Return what was sold or scrapped in a year, by day; a VAT that cannot be goes to `errors`."""
    found = []
    for asset in assets:
        line = asset.line
        if line.disposed is None or not line.is_disposed_in(year):
            continue
        price, vat = line.disposal_price or ZERO, _vat(asset, books)
        if mistake := _mistake(line, vat, books):
            errors.append(mistake)
        rate = rate_of(price, vat, line.disposed)
        found.append(
            Disposal(
                asset=asset,
                day=line.disposed,
                price=price,
                vat=vat,
                rate=ZERO if rate is None else rate,
                depreciated=asset.depreciated(year.number),
            )
        )
    return tuple(sorted(found, key=lambda one: one.day))


def is_taxed(asset: Asset) -> bool:
    """Tell whether the sale of an asset bears VAT, where nobody says otherwise.

    Goods whose purchase gave no right to deduct, a car or a thing bought from a person, are sold
    without it (CGI art. 261-3-1° a); what is intangible is no such good.
    """
    line = asset.line
    deducted = line.amount + line.own_vat - asset.cost
    return bool(deducted) or asset.account.startswith(INTANGIBLE) or zone_of(line) != "france"


def _vat(asset: Asset, books: Bookkeeping) -> Decimal:
    """Return the VAT of a sale: as the books give it, else at the normal rate where it bears it."""
    line = asset.line
    if line.disposal_vat is not None or line.disposed is None or books.exempts(line.disposed):
        return line.disposal_vat or ZERO
    rate = legal(line.disposed)[0] if is_taxed(asset) else ZERO
    return cents((line.disposal_price or ZERO) * rate)


def _mistake(line: Expense, vat: Decimal, books: Bookkeeping) -> BadCell | None:
    shown = f"{euros_cents(line.disposal_price or ZERO)} HT, {euros_cents(vat)} de TVA"
    if vat and line.disposed and books.exempts(line.disposed):
        fix = "vider « TVA de cession », et écrire tout le prix en « Prix de cession »"
        what = "TVA de cession alors que la société est en franchise"
        return BadCell(what, line.place, shown=shown, fix=fix)
    if line.disposed and rate_of(line.disposal_price or ZERO, vat, line.disposed) is None:
        fix = "écrire la TVA de l’un des taux de cette date, 0 s’il n’y en a pas"
        return BadCell("TVA de cession impossible", line.place, shown=shown, fix=fix)
    return None
