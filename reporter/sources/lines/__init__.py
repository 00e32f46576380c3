"""From the rows of a table to the lines of an activity, each row with its verdict.

Knows rows, whose columns are known. Never where a table stands, nor what a year amounts to.
"""
