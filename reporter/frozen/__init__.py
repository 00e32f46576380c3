"""Years that stay closed: what was kept of each, and what has changed since.

Knows what a year is worth keeping of. Never blocks a command, nor changes a figure.
"""

FOLDER = "clotures"
"""Where closed years are kept, from the folder of the books."""
