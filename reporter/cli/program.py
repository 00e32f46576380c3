"""The options of `bilan` itself: its version, its voice, its completion.

Knows the words of the command line. Never what a command does.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, get_args

import typer

from reporter.cli.completion.shells import REMARKS, SHELLS, named, place, script
from reporter.cli.completion.words import one_of
from reporter.cli.french_typer import AUTO, EVERYWHERE, FrenchGroup, examples
from reporter.cli.options import among
from reporter.cli.terminal import say, written
from reporter.cli.voice import VOICE, Color

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "python-calamine"
"""The library whose version explains most of what is read."""


def _is_shell(word: str) -> bool:
    return word in SHELLS


class BilanGroup(FrenchGroup):
    """The commands, and options that can stand without the name of a shell."""

    alone: ClassVar = {"--installer-completion": _is_shell, "--montrer-completion": _is_shell}


EXAMPLES = examples(
    ("bilan init mes-livres", "un dossier prêt à remplir"),
    ("bilan check", "ce qui est faux, ce qui est douteux, les totaux à comparer"),
    ("bilan generate 2020", "le rapport de l’année"),
    ("bilan generate --help", "l’aide d’une commande, avec ses exemples"),
)
CODES = """\
Codes de sortie :
  0    c’est fait
  1    des livres ou des réglages sont refusés : rien n’a été écrit
  2    la commande n’est pas comprise
  130  interrompu par Ctrl-C
"""


def register(app: typer.Typer) -> None:
    """Add the options to the application."""
    app.callback(cls=BilanGroup, epilog=EXAMPLES + CODES)(bilan)


def _heard(field: str) -> Callable[[Any], None]:
    """Return what keeps a value in the voice, where one is given."""

    def hear(value: Any) -> None:
        if value:
            setattr(VOICE, field, value)

    return hear


def _tell_version(context: typer.Context, value: bool) -> None:
    if value and not context.resilient_parsing:
        from importlib.metadata import version
        from platform import platform, python_version

        lines = [f"bilan {version('bilan')}"]
        if VOICE.verbose:
            lines += [f"Python {python_version()}", f"{NAME} {version(NAME)}", platform()]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        raise typer.Exit


def _install(context: typer.Context, value: str | None) -> None:
    if value and not context.resilient_parsing:
        from reporter.writing import write

        shell = named(value)
        path = place(shell)
        if path:
            written(write({path.name: script(shell).encode()}, path.parent))
        say(f"ensuite : {REMARKS[shell].format(path=path)}")
        raise typer.Exit


def _print_script(context: typer.Context, value: str | None) -> None:
    if value and not context.resilient_parsing:
        sys.stdout.write(script(value))
        raise typer.Exit


def _completion(name: str, text: str, callback: Callable[..., None]) -> Any:
    return typer.Option(
        name,
        parser=among((*SHELLS, AUTO)),
        metavar="[INTERPRÉTEUR]",
        help=text,
        callback=callback,
        expose_value=False,
        show_default=False,
        autocompletion=one_of(SHELLS),
    )


Version = Annotated[
    bool,
    typer.Option(
        "--version",
        "-V",
        help="Dire la version ; avec -v, aussi celle de Python.",
        callback=_tell_version,
        expose_value=False,
    ),
]
Colored = Annotated[
    str | None,
    typer.Option(
        "--couleur",
        parser=among(get_args(Color)),
        metavar="|".join(get_args(Color)),
        help="Couleurs ; auto en met dans un terminal, sauf si NO_COLOR est défini.",
        callback=_heard("color"),
        expose_value=False,
        is_eager=True,
        show_default=False,
        rich_help_panel=EVERYWHERE,
        autocompletion=one_of(get_args(Color)),
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--silencieux",
        "-q",
        help="Ne dire que les résultats et les erreurs.",
        callback=_heard("quiet"),
        expose_value=False,
        is_eager=True,
        rich_help_panel=EVERYWHERE,
    ),
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--bavard",
        "-v",
        help="Dire chaque fichier lu, et en combien de temps.",
        callback=_heard("verbose"),
        expose_value=False,
        is_eager=True,
        rich_help_panel=EVERYWHERE,
    ),
]
Installed = Annotated[
    str | None,
    _completion(
        "--installer-completion",
        "Compléter avec Tab : bash, zsh, fish, powershell.",
        _install,
    ),
]
Printed = Annotated[
    str | None,
    _completion("--montrer-completion", "Montrer ce qui serait installé.", _print_script),
]


def bilan(
    *,
    version: Version = False,
    couleur: Colored = None,
    silencieux: Quiet = False,
    bavard: Verbose = False,
    installer_completion: Installed = None,
    montrer_completion: Printed = None,
) -> None:
    """Le bilan annuel d’un consultant indépendant, calculé depuis ses tableurs."""
