"""The bank: statements of data/banque, and which line of the books each of their movements pays.

Knows statements and lines. Never how a table or a page shows them.
"""
