"""What a written report says of itself, beside it, and what has changed since.

Knows what a report was made of. Never blocks a command, nor changes a figure.
"""
