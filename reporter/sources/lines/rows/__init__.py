"""Which rows are lines: those set aside, those outside, cells left out or lacking.

Knows how people write around their lines. Never what a line is worth.
"""
