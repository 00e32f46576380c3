"""What if: a year of one's own books with some of its input changed.

A scenario changes lines and settings, then takes the same road as the books: `measure_year`.
Knows no formula of its own, and no file.
"""
