"""How the program speaks: in colours or not, with fewer words or with more.

Knows what was asked, and what each stream can show. Never what is said.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from typing import TextIO

Color = Literal["auto", "toujours", "jamais"]
Style = Literal["bold", "red", "yellow", "cyan"]
CODES: dict[Style, str] = {"bold": "1", "red": "1;31", "yellow": "1;33", "cyan": "1;36"}


@dataclass(slots=True)
class Voice:
    """What the person asked for, for one command.

    Attributes:
        color: `auto` is in colours on a terminal, unless NO_COLOR or TERM=dumb forbids them.
        quiet: whether only results and mistakes are said.
        verbose: whether each file read is said, and how long it took.
    """

    color: Color = "auto"
    quiet: bool = False
    verbose: bool = False

    def colored(self, stream: TextIO) -> bool:
        """Tell whether a stream is given colours."""
        if self.color != "auto":
            return self.color == "toujours"
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return stream.isatty() and not plain


VOICE = Voice()
"""What was asked in this process, which runs one command."""


def reset() -> None:
    """Forget what was asked."""
    VOICE.color, VOICE.quiet, VOICE.verbose = "auto", False, False


def painted(text: str, style: Style, stream: TextIO) -> str:
    """Return a text in a style, where the stream is given colours."""
    return f"\x1b[{CODES[style]}m{text}\x1b[0m" if VOICE.colored(stream) else text
