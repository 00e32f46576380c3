"""Whether a line counts, by its words and by what is shown beside its numbers.

Knows statuses, signs and the words of each column. Never what rows say together.
"""
