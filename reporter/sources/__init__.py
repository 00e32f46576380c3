"""The way in, and the only one: from files to the lines of an activity.

Knows five wings, in the order of the data: bytes → `grids` → `tables` → `lines`, by what `sheets`
takes each sheet for, or what `advice` says of one that is not understood. Never a figure.
"""
