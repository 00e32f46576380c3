"""The fields of a FEC, in their order, for each kind of accounts (art. A47 A-1, VII and VIII).

Knows names. Never what stands in a field.
"""

from __future__ import annotations

FIELDS = (
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "CompAuxNum",
    "CompAuxLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "EcritureLet",
    "DateLet",
    "ValidDate",
    "Montantdevise",
    "Idevise",
)
"""What every FEC begins with; other columns may follow."""

SIGNED = {"Debit": "Montant", "Credit": "Sens"}
"""The two columns that may stand for a debit and a credit (art. A47 A-1, X)."""

CASH = ("DateRglt", "ModeRglt", "NatOp")
"""What follows in cash accounts: those of farmers (BA), and with a fourth those of BNC."""
CLIENT = "IdClient"

ALIASES = {"compteauxnum": "CompAuxNum", "compteauxlib": "CompAuxLib"}
"""The names that the official XML schema gives to two fields."""
NEAR = {"iddevise": "Idevise", "ecrturelet": "EcritureLet"}
"""Slips that much software makes in the name of a field."""

MANDATORY = (
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "EcritureLib",
)
TOLERATED = ("PieceRef", "PieceDate", "ValidDate")
"""Mandatory too, but left empty by much software for entries without a document, or drafts."""
UNUSED_IN_CASH = ("JournalCode", "JournalLib", "CompteNum", "CompteLib", "ValidDate")
"""What cash accounts may leave empty."""
UNUSED_BY_ALL = UNUSED_IN_CASH[:4]
"""What commercial accounts of BNC and BA may leave empty too: on every line, or on none."""

DATES = ("EcritureDate", "PieceDate", "DateLet", "ValidDate")
PAIRS = (("CompAuxNum", "CompAuxLib"), ("EcritureLet", "DateLet"))
"""Fields that are both filled or both empty."""
