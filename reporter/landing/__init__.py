"""The landing (atterrissage): what a year under way will come to, by the owner's own past years.

Knows the lines before a date, and the days signed after it. Never a probability, nor files.
"""
