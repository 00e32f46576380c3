"""The way in, and the only one: from files to the lines of an activity."""
