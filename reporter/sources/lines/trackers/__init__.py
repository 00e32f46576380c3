"""The entries of time trackers: an hour and a half for a client, on a day, from then to then.

Knows moments, lengths of time and prices of hours. Never how a list of lines is laid out.
"""
