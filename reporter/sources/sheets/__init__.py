"""What a sheet is, an export, grids, tables, months, a recap or a cashbook, and what it holds.

Knows the order in which a sheet is tried, and that nothing in it may be lost. Never a cell.
"""
