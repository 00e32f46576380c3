"""The answer to a shell: the words that can stand at the cursor.

Knows how a shell asks, and typer's own completion of commands, options and values.
Never where the words come from.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any

from typer._click.shell_completion import ShellComplete
from typer.main import get_command

from reporter.cli.completion.shells import WORD
from reporter.patterns import pattern

if TYPE_CHECKING:
    import typer
    from typer._click.shell_completion import CompletionItem

QUOTED = pattern(r"\\(.)|[\"']")


class _Question(ShellComplete):
    """What a shell asks: the words before the cursor, and the one at it."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words; bash keeps quotes as they are typed, and cuts words at signs =."""
        shell, _, word = os.environ[WORD].partition("=")
        before = sys.argv[1:]
        if shell == "bash":
            before, word = [_bare(one) for one in before if one != "="], _bare(word)
        return before, "" if word == "=" else word

    def source_vars(self) -> dict[str, Any]:
        """Return nothing: the scripts of the shells stand in files of ours."""
        return {}

    def format_completion(self, item: CompletionItem) -> str:
        """Return a word and what it means."""
        return f"{item.value}\t{' '.join((item.help or '').split())}"

    def complete(self) -> str:
        """Return the answer; an option and its value in one word stay together."""
        before, word = self.get_completion_args()
        option = re.match("--[a-z-]+=", word)
        found = self.get_completions(before, word)
        plain = [item for item in found if item.type == "plain" and item.value]
        start = option[0] if option else ""
        return "".join(f"{start}{self.format_completion(item)}\n" for item in plain)


def _bare(word: str) -> str:
    """Return a word without the quotes that bash leaves in it."""
    return QUOTED.sub(lambda found: found[1] or "", word)


def answer(app: typer.Typer) -> str:
    """Return the words that can stand at the cursor, one a line."""
    return _Question(get_command(app), {}, "bilan", WORD).complete()
