"""Lists of invoices: credit notes, payments in part, rows of one number, VAT rate by rate.

Knows what a tool exports more than a person keeps. Never how an amount is completed.
"""
