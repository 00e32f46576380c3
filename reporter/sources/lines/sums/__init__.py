"""Which rows of a table are the sums of others, and whether they are right.

Knows totals. Never counts one.
"""
