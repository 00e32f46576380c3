"""The accountant's entries against ours: what was moved, added, left out, and what it changes.

Knows entries, ours and those of a FEC. Never how a table shows them.
"""
