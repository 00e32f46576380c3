"""What kind of account each is, for programs that keep five kinds: assets, liabilities and so on.

Knows the chart. Never an entry, nor the words of a program. An account of third parties may turn:
it is of the kind that it usually has.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["asset", "cash", "liability", "equity", "revenue", "expense"]

KINDS: tuple[tuple[str, Kind], ...] = (
    ("15", "liability"),
    ("16", "liability"),
    ("17", "liability"),
    ("1", "equity"),
    ("2", "asset"),
    ("3", "asset"),
    ("409", "asset"),
    ("419", "liability"),
    ("41", "asset"),
    ("4456", "asset"),
    ("44583", "asset"),
    ("44586", "asset"),
    ("462", "asset"),
    ("476", "asset"),
    ("486", "asset"),
    ("49", "asset"),
    ("4", "liability"),
    ("519", "liability"),
    ("51", "cash"),
    ("53", "cash"),
    ("54", "cash"),
    ("58", "cash"),
    ("5", "asset"),
    ("6", "expense"),
    ("7", "revenue"),
    ("8", "equity"),
)
"""The beginning of an account → its kind; the first that fits."""


def kind(account: str) -> Kind:
    """Return the kind of an account."""
    return next(kind for start, kind in KINDS if account.startswith(start))
