"""The FEC format (Livre des procédures fiscales, art. A47 A-1): its fields, its name, its rules.

Knows bytes and rules. Never the owner's books.
"""
