"""What to say of a table that is not understood: what it seems to hold, what to write."""
