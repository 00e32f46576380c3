"""What is shown: labels in French, values as numbers, nothing rounded yet.

Knows which figures stand together. Never how a table looks, nor how a figure is measured.
"""
