"""The way out, in three exits: of a report, of the accountant's pack, of a table alone.

Files are names, relative to the folder that they are written in, and their bytes.
"""

Files = dict[str, bytes]
