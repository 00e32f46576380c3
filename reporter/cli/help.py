"""The help of a command, as parts: for the terminal, the manual page and the docs.

Knows typer's commands and how their help looks in a terminal. Never what a command does.
"""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from textwrap import TextWrapper
from typing import Any, NamedTuple

from reporter.cli.voice import painted
from reporter.french import NBSP, spaced

ARGUMENTS, OPTIONS, COMMANDS = "Arguments", "Options", "Commandes"
WIDEST = 100
"""A longer line is hard to read, however wide the terminal."""
NARROW = 60
"""Columns below which what is said of a word stands below it."""
LEFT = 30
"""Columns of the words, where what is said stands beside them."""


class Entry(NamedTuple):
    """An argument, an option or a command, and what is said of it."""

    words: str
    says: str


def usage(command: Any, ctx: Any) -> str:
    """Return how the command is written."""
    pieces = " ".join(command.collect_usage_pieces(ctx))
    return f"{ctx.command_path} {pieces}".replace("{", "").replace("}", "")


def parts(command: Any, ctx: Any) -> dict[str, list[Entry]]:
    """Return the arguments, the options of each panel and the commands, by title."""
    found: dict[str, list[Entry]] = {ARGUMENTS: [], OPTIONS: []}
    for parameter in command.get_params(ctx):
        if parameter.param_type_name == "argument":
            found[ARGUMENTS].append(Entry(parameter.metavar, _says(parameter)))
        else:
            panel = getattr(parameter, "rich_help_panel", None) or OPTIONS
            found.setdefault(panel, []).append(Entry(_words(parameter), _says(parameter)))
    inner = getattr(command, "commands", {}).values()
    found[COMMANDS] = [Entry(one.name, spaced(one.get_short_help_str())) for one in inner]
    return {title: entries for title, entries in found.items() if entries}


def _words(option: Any) -> str:
    """Return an option as it is typed: « -V, --version », « --dossier DOSSIER »."""
    names = sorted(option.opts, key=len)
    return ", ".join(names) + (f" {option.metavar}" if option.metavar else "")


def _says(parameter: Any) -> str:
    shown = parameter.show_default and parameter.default not in (None, False, ())
    default = f" [défaut : {parameter.default}]" if shown else ""
    return spaced(f"{parameter.help or ''}{default}")


def text(command: Any, ctx: Any) -> str:
    """Return the help as wide as the terminal, its titles in bold."""
    width = min(max(get_terminal_size().columns, 20), WIDEST)
    about = [_wrapped(spaced(line), width) for line in (command.help or "").split("\n\n")]
    lines = [*about, _wrapped(f"Usage{NBSP}: {usage(command, ctx)}", width, "    ")]
    for title, entries in parts(command, ctx).items():
        lines.append(f"{_title(f'{title}{NBSP}:', width)}\n{_told(entries, width)}")
    after = (command.epilog or "").strip().split("\n\n")
    lines += [_after(block, width) for block in after if block]
    return "\n\n".join(lines) + "\n"


def _told(entries: list[Entry], width: int) -> str:
    """Return words and what is said of them: beside them, or below where there is no room."""
    left = min(LEFT, max(len(entry.words) for entry in entries) + 4)
    return "\n".join(_entry(entry, width, 4 if width < NARROW else left) for entry in entries)


def _entry(entry: Entry, width: int, left: int) -> str:
    beside = len(entry.words) + 4 <= left
    start = f"  {entry.words}".ljust(left) if beside else " " * left
    told = _wrapped(" ".join(entry.says.split("\n")), width, " " * left, start)
    return told if beside else f"{_wrapped(entry.words, width, '    ', '  ')}\n{told}"


def _after(block: str, width: int) -> str:
    """Return what the help says last, its lines kept, each no wider than the terminal."""
    title, *lines = spaced(block).splitlines()
    return "\n".join([_title(title, width), *(_line(line, width) for line in lines)])


def _title(title: str, width: int) -> str:
    return "\n".join(
        painted(line, "bold", sys.stdout) for line in _wrapped(title, width).split("\n")
    )


def _line(line: str, width: int) -> str:
    indent = line[: len(line) - len(line.lstrip(" "))]
    return _wrapped(line.strip(), width, f"{indent}    ", indent)


def _wrapped(said: str, width: int, rest: str = "", first: str = "") -> str:
    """Return a text on lines of a width; a word is never cut."""
    wrapper = TextWrapper(
        width=width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.fill(said)
