"""How currencies other than the euro are called.

Knows codes and words. Never rates.
"""

from __future__ import annotations

CODES = (
    "USD|GBP|CHF|CAD|AUD|NZD|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|RUB|MAD|TND|DZD|XOF|XAF|"
    "XPF|BRL|MXN|INR|SGD|HKD|ZAR|ILS|AED|THB|KRW|MUR|MGA"
)
"""The codes of currencies other than the euro."""
FOREIGN = {
    *CODES.lower().split("|"), "dollar", "dollars", "sterling", "francs", "yen", "yens", "dirham",
    "dirhams", "fcfa", "cfa", "cfp",
}  # fmt: skip
"""Words of a header that count in another currency than the euro, besides its sign."""
EUROS = {"", "eur", "euro", "euros"}
"""What says euros, or nothing, where a currency stands."""
