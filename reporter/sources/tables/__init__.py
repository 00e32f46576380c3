"""From grids to tables: what stands where, and what each column is.

Knows titles and the words of titles. Never what a row below them is.
"""
