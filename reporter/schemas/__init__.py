"""The JSON Schemas that the wheel carries: of bilan.toml, and of what commands print as JSON.

Knows their names and versions. Never what they say.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
NAMES = (
    "reglages",
    "show",
    "explain",
    "check",
    "fec",
    "scenario",
    "net",
    "reconcile",
    "compare",
    "verify",
)
VERSION = 1
"""Grows when a program that reads the version before would misread; a new figure changes none."""


def schema(name: str) -> bytes:
    """Return a schema as the bytes of its JSON file."""
    return (HERE / f"{name}-{VERSION}.json").read_bytes()
