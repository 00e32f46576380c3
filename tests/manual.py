"""The manual page and the reference of the commands, made of the help itself.

`python -m tests.manual` writes them again; the review reads the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer._click.core import Context
from typer.main import get_command

from reporter.cli import application
from reporter.cli.french_typer import EVERYWHERE
from reporter.cli.help import COMMANDS, parts, usage
from reporter.french import NBSP, spaced

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "COMMANDES.md"
MANUAL = ROOT / "docs" / "bilan.1"
END = f"{NBSP}:"
BAR = "\\|"
"""A sign | in the cell of a Markdown table."""
INTRODUCTION = """\
# Les commandes

Ce que dit `bilan --help`, commande par commande ; cette page et le manuel (`man bilan`) en sont faits. Une option de toutes les commandes s’écrit avant ou après le nom de la commande.

`bilan` écrit ses résultats sur la sortie standard, et le reste (notes, erreurs) sur la sortie d’erreur : `bilan show 2020 --json > 2020.json` ne garde que les chiffres.

## Compléter avec Tab

`bilan --installer-completion` l’installe pour l’interpréteur en usage, ou pour celui que l’on nomme : `bash`, `zsh`, `fish` ou `powershell`. Les années, les clients, les catégories de dépenses et les scénarios sont ceux des livres du dossier. `bilan` n’écrit rien dans vos propres fichiers de démarrage : s’il y manque une ligne, elle est dite.
"""  # noqa: E501  # a paragraph of Markdown is one line


def pages() -> Iterator[tuple[Any, Any]]:
    """Yield the program, then each command, with its context."""
    group = get_command(application())
    above = Context(group, info_name="bilan", **group.context_settings)
    yield group, above
    for name, command in getattr(group, "commands", {}).items():
        yield command, Context(command, parent=above, info_name=name)


def page() -> str:
    """Return the reference of the docs."""
    return spaced(INTRODUCTION) + "".join(_section(*one) for one in pages())


def _section(command: Any, ctx: Any) -> str:
    rows = []
    for title, entries in parts(command, ctx).items():
        if title != COMMANDS and (ctx.parent is None or title != EVERYWHERE):
            told = (f"| `{words.replace('|', BAR)}` | {_cell(says)} |\n" for words, says in entries)
            rows.append(f"| {title} | |\n| --- | --- |\n{''.join(told)}")
    about = spaced((command.help or "").replace("\n\n", " "))
    end = f"```text\n{spaced(command.epilog or '').strip()}\n```\n"
    head = f"\n## `{ctx.command_path}`\n\n{about}\n\n```text\n{usage(command, ctx)}\n```\n"
    return "\n".join([head, *rows, end])


def _cell(says: str) -> str:
    return " ".join(says.split("\n")).replace("|", BAR)


def manual() -> str:
    """Return the manual page, in the language of man."""
    lines = ['.TH BILAN 1 "" "bilan" "Manuel de bilan"', ".nh", ".ad l", ".SH NOM"]
    (group, ctx), *commands = pages()
    lines += [f"bilan \\- {_roff(group.help[0].lower() + group.help[1:].rstrip('.'))}"]
    lines += [".SH SYNOPSIS", f".B {_roff(usage(group, ctx))}", *_entries(group, ctx)]
    for command, inner in commands:
        about = _roff((command.help or "").replace("\n\n", " "))
        lines += [f".SH {_roff(inner.command_path.upper())}", about, ".PP"]
        lines += [f".B {_roff(usage(command, inner))}", *_entries(command, inner)]
    return "\n".join(lines) + "\n"


def _entries(command: Any, ctx: Any) -> Iterator[str]:
    for title, entries in parts(command, ctx).items():
        if ctx.parent is not None and title == EVERYWHERE:
            continue
        yield f".SS {_roff(title)}"
        for words, says in entries:
            yield from (".TP", f".B {_roff(words)}", _roff(" ".join(says.split("\n"))))
    for block in (command.epilog or "").strip().split("\n\n"):
        title, *lines = spaced(block).splitlines()
        yield from (
            f".SS {_roff(title.removesuffix(END))}",
            ".nf",
            *map(_roff, lines),
            ".fi",
        )


def _roff(text: str) -> str:
    """Return a text as man takes it: every mark of its language is one of the text."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace(NBSP, "\\~")
    return f"\\&{escaped}" if escaped[:1] in {".", "'"} else escaped


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    MANUAL.write_text(manual(), encoding="utf-8")
