"""What is sold or scrapped → its entries: the thing goes out, then its price is owed.

Knows double entry. Never how a net book value or a VAT is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.accounting import chart
from reporter.accounting.disposals import CLAIMS
from reporter.accounting.journal import OTHERS, Entry
from reporter.accounting.postings import posting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.accounting.disposals import Disposal
    from reporter.accounting.journal import Posting
    from reporter.model import FinancialYear
    from reporter.settings.bookkeeping import Ledger


def disposal_entries(
    found: Iterable[Disposal], year: FinancialYear, ledger: Ledger
) -> Iterator[Entry]:
    """Yield the entries of each asset sold or scrapped in a year, on that day.

    Its depreciation and its cost go out, the rest is a charge; its price is owed by the buyer
    until the bank receives it. Source: PCG art. 942-20 to 942-28, 944-46 (462), 946-67 and 947-77;
    675 and 775 are 657 and 757 in the chart of 2025.
    """
    value, product = chart.disposal_accounts(year.start)
    for one in found:
        asset = one.asset
        what = "Cession" if one.price or asset.cost < 0 else "Mise au rebut"
        out = (
            *posting(chart.depreciation_account(asset.account), one.depreciated),
            *posting(value, one.net),
            *posting(asset.account, -asset.cost),
        )
        sold = (
            *posting(CLAIMS, one.gross),
            *posting(product, -one.price),
            *posting(ledger.vat_collected, -one.vat),
        )
        yield _entry(one, year, f"{what} – {asset.name}, sortie", out)
        yield _entry(one, year, f"{what} – {asset.name}, prix", sold)


def _entry(one: Disposal, year: FinancialYear, label: str, postings: tuple[Posting, ...]) -> Entry:
    return Entry(
        journal=OTHERS,
        date=one.day,
        reference=f"CESSION-{year.number}",
        reference_date=one.day,
        label=label,
        postings=postings,
        sources=(one.asset.line.place,),
    )
