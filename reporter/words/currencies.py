"""How currencies other than the euro are called, and what beside an amount is none.

Knows codes and words. Never rates.
"""

from __future__ import annotations

import re

from reporter.patterns import pattern

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
NAMED_K = pattern(
    r"\b(?!(?i:montants?|ca|totaux|total|prix|ventes?|sommes?|euros?)\b)[A-Z][a-zà-ÿ]+ K\.(?!\w)"
)
"""A name and an initial: « Eva K. » counts no thousands."""
EXEMPTED = pattern(
    r"\W*\b(?:tva non applicable\W+)?art(?:icle)?\W{1,2}293[ -]?b\b(?: du cgi)?\W*", re.IGNORECASE
)
"""What says that there is no VAT beside the name of an amount: « Montant (art. 293 B) »."""
