"""From the rows of a table to the lines of an activity."""
