"""The words of French books, and of the English ones beside them: what each says, by subject.

Knows words alone. Never where they stand, nor the amounts beside them.
"""
