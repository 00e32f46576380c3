"""Regular expressions that cost nothing until a text is held against them.

Knows when an expression is compiled: at its first use. Never what it says.

The program knows some two hundred, and the books of one owner meet a third of them: compiling all
was a sixth of a short command.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return an expression that is compiled when one of its methods is first called."""
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))


class _Pattern:
    """What stands for an expression until it is used."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """Return a method of the expression, kept here so that it is looked for once."""
        method = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)
        return method
