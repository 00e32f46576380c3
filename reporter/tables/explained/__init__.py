"""What a figure is made of, as words, numbers and tables: what `bilan explain` shows.

Knows the names of figures and their definitions. Never how a figure is computed.
"""
