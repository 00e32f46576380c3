"""The law: a module per subject, each a dated table of values with its source.

Knows what a text says, and from which day. Never the owner, nor what his year amounts to.
"""
