"""The yearly report of an independent consultant, from the spreadsheets to the page.

In a notebook:

    import reporter

    books = reporter.load(Path("."))
    books.measure(2020).figures.tjm
    books.frame()
"""

from reporter.books import Books, load

__all__ = ["Books", "load"]
