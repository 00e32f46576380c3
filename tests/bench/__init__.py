"""Timings, printed as ratios to what cannot be avoided; run by `make bench`, never by a test."""
