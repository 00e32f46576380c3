"""What two sheets tell twice: copies, sums, months, receipts, the time of a tracker.

Knows whole sheets of lines: what is surely twice is a mistake, what may be a doubt. Never cells.
"""
