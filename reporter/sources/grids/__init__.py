"""From bytes to grids: files, archives, sheets and their cells, each with its address.

Knows formats, and what may be dangerous in them. Never what a cell means.
"""
