"""How long a client has to pay an invoice.

Knows the article. Never invoices nor clients. Source: Code de commerce art. L441-10 I: thirty days
where nothing was agreed; a contract may give sixty days from the date of the invoice, at most.
"""

from __future__ import annotations

USUAL = 30
"""Days where nothing was agreed; counted here from the invoice, for want of the day of service."""
