"""What a hand does to a sheet: cells drawn, sorted or moved alone, dates turned about or astray.

Knows the order of rows, and what their neighbours say. Never what a line is worth.
"""
