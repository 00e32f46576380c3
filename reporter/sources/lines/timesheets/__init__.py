"""Monthly timesheets (comptes rendus d'activité): a row per mission, a column per day.

Knows how a month is laid out as a grid. Never how a list of lines is.
"""
