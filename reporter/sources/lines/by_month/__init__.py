"""Tables with a row per client and a column per month: each cell is a line.

Knows how months are laid out across. Never how a list of lines is.
"""
