"""The yearly report of an independent consultant, from the spreadsheets to the page."""
