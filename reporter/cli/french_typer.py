"""Typer in French: help, titles and usage errors.

Knows typer's words and ours. Never a command.
"""

from __future__ import annotations

import re
import sys
from itertools import takewhile
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar

import typer
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperCommand, TyperGroup

from reporter.cli.help import text
from reporter.french import spaced

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "AUTO",
    "EVERYWHERE",
    "ROOMS",
    "FrenchCommand",
    "FrenchGroup",
    "UsageError",
    "command",
    "examples",
    "french_app",
    "usage_message",
]

Function = TypeVar("Function", bound="Callable[..., Any]")

HELP = "Afficher cette aide."
EVERYWHERE = "Options de toutes les commandes"
"""The panel of the options that can be written after a command as well as before it."""
AUTO = "auto"
"""The value of an option that stands without one."""
MESSAGES = (
    (r"No such command '(.*?)'\.?(?: Did you mean (.*)\?)?$", "commande inconnue : {0}"),
    (r"Missing command\.", "il manque une commande"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", "argument en trop : {0}"),
)
"""What typer says of a usage error that has no class of its own → what we say."""


def french_app() -> typer.Typer:
    """Return a typer application whose help is in French."""
    return typer.Typer(
        name="bilan",
        no_args_is_help=True,
        subcommand_metavar="COMMANDE [ARGUMENTS]…",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["--help", "-h"]},
    )


def examples(*told: tuple[str, str]) -> str:
    """Return what the help says last: command lines, each with what it is for."""
    return "Exemples :\n" + "".join(f"  {line}\n      {what}\n" for line, what in told) + "\n"


class Parsed(NamedTuple):
    """How the words of a parameter become a value: by our parser alone.

    Typer would also hand them to pydantic, whose import takes longer than most of our answers.
    """

    parser: Callable[[Any], Any]

    def coerce(self, value: Any, *, param: Any, **_: Any) -> Any:
        """Return the value of the words; of each of them, where the option can be repeated."""
        if param.multiple:
            return [self.parser(word) for word in value or ()]
        return None if value is None else self.parser(value)


class _French:
    """What commands and their group share: each of their words that a person reads.

    Attributes:
        alone: the options that can stand without their value, each with what tells whether the
            word that follows is its value.
    """

    help: str | None
    alone: ClassVar[Mapping[str, Callable[[str], bool]]] = {}

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, those of every command too, which our own parsers read."""
        parameters: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        above = ctx.parent.command.params if ctx.parent else ()
        parameters += [option for option in above if option.rich_help_panel == EVERYWHERE]
        for parameter in parameters:
            kind = parameter.type_descriptor
            if parser := bool if kind.annotation is bool else kind.parameter_info.parser:
                parameter._runtime_param = Parsed(parser)  # noqa: SLF001  # typer has no other way
        return parameters

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command line, AUTO standing for values that are left out.

        Raises:
            UsageError: what is not understood, of this command; an option that is given twice, of
                which typer would keep the last one.
        """
        given: list[str] = []
        for word, following in zip(args, [*args[1:], ""], strict=False):
            given.append(word)
            if word in self.alone and not self.alone[word](following):
                given.append(AUTO)
        try:
            self._refuse_twice(ctx, args)
            parsed: list[str] = super().parse_args(ctx, given)  # type: ignore[misc]
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        return parsed

    def _refuse_twice(self, ctx: Any, args: list[str]) -> None:
        words = [word.partition("=")[0] for word in takewhile("--".__ne__, args)]
        for option in self.get_params(ctx):
            asked = [word for word in words if word in option.opts]
            if len(asked) > 1 and not (option.multiple or option.is_flag):
                raise UsageError(f"l’option {asked[0]} est donnée deux fois : n’en garder qu’une")

    def get_short_help_str(self, *_: Any, **__: Any) -> str:
        """Return the first line of the help, whole."""
        first: str = (self.help or "").partition("\n")[0]
        return first

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with our words."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = HELP
        return option

    def format_help(self, ctx: Any, _: Any) -> None:
        """Print the help."""
        sys.stdout.write(text(self, ctx))


class FrenchCommand(_French, TyperCommand):
    """A command whose help is in French."""


ROOMS = typer.Typer()
"""The commands of the rooms that are imported."""


def command(
    name: str, *told: tuple[str, str], cls: type[FrenchCommand] = FrenchCommand
) -> Callable[[Function], Function]:
    """Return what makes a function a command, with the examples of its help."""
    return ROOMS.command(name, cls=cls, epilog=examples(*told))


class FrenchGroup(_French, TyperGroup):
    """The group of the commands, its help in French."""


def usage_message(error: UsageError) -> str:
    """Return what was wrong in the words of the command line, and where the help is."""
    if isinstance(error, NoArgsIsHelpError):
        return ""
    asked = error.ctx.command_path if error.ctx else "bilan"
    return spaced(f"erreur : {_what(error)}\naide : {asked} --help\n")


def _what(error: UsageError) -> str:
    match error:
        case NoSuchOption():
            return _unknown(error)
        case MissingParameter():
            return f"il manque {_name(error)}"
        case BadParameter():
            return f"{_name(error)} : {error.message}"
        case BadOptionUsage() if "requires" in error.message:
            return f"l’option {error.option_name} attend une valeur"
        case BadOptionUsage():
            return f"l’option {error.option_name} n’attend pas de valeur"
        case _:
            return _translated(error.message)


def _unknown(error: NoSuchOption) -> str:
    """Return what is wrong with an option that is unknown where it is written."""
    group = error.ctx.command if error.ctx else None
    commands = group.commands.values() if isinstance(group, TyperGroup) else ()
    if any(error.option_name in option.opts for one in commands for option in one.params):
        return f"l’option {error.option_name} s’écrit après le nom de la commande"
    near = ", ".join(error.possibilities or ())
    return f"option inconnue : {error.option_name}" + (f" (peut-être {near})" if near else "")


def _translated(message: str) -> str:
    for pattern, french in MESSAGES:
        if found := re.match(pattern, message):
            words = found[2].replace("'", "") if found.re.groups > 1 and found[2] else ""
            near = f" (peut-être {words})" if words else ""
            return french.format(*found.groups()) + near
    return message


def _name(error: BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return "un argument"
    is_option = parameter.param_type_name == "option"
    return (
        f"l’option {parameter.opts[0]}" if is_option else str(parameter.metavar or parameter.name)
    )
