"""What to say of a table that is not understood: what it seems to hold, what to write.

Knows what columns look like. Never counts a line: a proposal counts once it is in bilan.toml.
"""
