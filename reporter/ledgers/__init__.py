"""Years that only a FEC of the accountant tells: revenue, charges, tax, result; never days.

Knows entries and what their accounts mean. Never the lines of spreadsheets.
"""
