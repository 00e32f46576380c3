"""Which rows are the sums of others, on their sheet or beside it, and whether they are right.

Knows totals and recaps. Never counts one.
"""
