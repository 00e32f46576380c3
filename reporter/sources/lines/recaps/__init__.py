"""Recaps: tables of sums without dates, alone on their sheet or beside lines, which must agree.

Knows where they stand, and what each of their rows is about. Never counts one.
"""
