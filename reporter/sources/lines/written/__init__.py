"""What is written in the cells of a column: dates, numbers, counts, prices, texts.

Knows how people write. Never the rows, nor what a line needs.
"""
