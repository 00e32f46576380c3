"""Completion of the command line: what stands in the books, and the shells that ask for it."""
