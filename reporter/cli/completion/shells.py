"""The shells that complete `bilan`: what each one runs, and where that is installed.

A shell calls `bilan` with the words before the cursor as its arguments and, in a variable, its own
name and the word at the cursor. Each line of the answer is a word and, after a tab, what it means.
Nothing of the books is ever evaluated by a shell: a client may be called $(reboot).
Never which words there are.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reporter.cli.french_typer import AUTO
from reporter.errors import BilanError

WORD = "_BILAN_MOT"
"""The variable in which a shell says « zsh=comp » to complete « comp »."""
HERE = Path(__file__).parent
SHELLS = ("bash", "zsh", "fish", "powershell")
PROFILE = "bilan --montrer-completion powershell | Out-String | Add-Content $PROFILE"
REMARKS = {
    "bash": "si rien ne se complète, ajouter à ~/.bashrc : source '{path}'",
    "zsh": "si rien ne se complète, ajouter à ~/.zshrc : source '{path}'",
    "fish": "ouvrir un nouveau terminal pour s’en servir",
    "powershell": f"dans PowerShell, qui seul connaît son profil, lancer : {PROFILE}",
}
"""What is left to the person: we write in no file of theirs."""


def asked() -> bool:
    """Tell whether a shell asks for words, rather than a person for a command."""
    return "=" in os.environ.get(WORD, "")


def script(shell: str) -> str:
    """Return what a shell runs to complete `bilan`."""
    return (HERE / f"bilan.{named(shell)}").read_text(encoding="utf-8")


def place(shell: str) -> Path | None:
    """Return where a shell looks for what it runs; None for PowerShell, which alone knows.

    Raises:
        BilanError: where the home folder cannot be found.
    """
    match shell:
        case "bash":
            data = _folder("XDG_DATA_HOME", ".local/share")
            return data / "bash-completion" / "completions" / "bilan"
        case "zsh":
            return _folder("XDG_DATA_HOME", ".local/share") / "zsh" / "site-functions" / "_bilan"
        case "fish":
            return _folder("XDG_CONFIG_HOME", ".config") / "fish" / "completions" / "bilan.fish"
        case _:
            return None


def named(shell: str) -> str:
    """Return the name of a shell; of the one in use where none was given.

    Raises:
        BilanError: where it cannot be told.
    """
    if shell != AUTO:
        return shell
    used = "powershell" if sys.platform == "win32" else Path(os.environ.get("SHELL", "")).name
    if used not in SHELLS:
        raise BilanError(f"interpréteur inconnu, en nommer un : {', '.join(SHELLS)}")
    return used


def _folder(variable: str, usual: str) -> Path:
    """Return a folder of the person's, where the variable or else the habit puts it."""
    if os.environ.get(variable):
        return Path(os.environ[variable])
    try:
        return Path.home() / usual
    except RuntimeError as error:
        raise BilanError("dossier personnel introuvable : définir HOME") from error
