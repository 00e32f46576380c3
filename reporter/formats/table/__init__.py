"""The way out of a table or of a year's figures alone: for a terminal, a page or a program."""
