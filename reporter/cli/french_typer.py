"""Typer in French: help, titles and usage errors.

Knows typer's words and ours. Never a command.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

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

from reporter.french import NBSP, spaced

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FrenchCommand", "UsageError", "french_app", "usage_message"]

HELP = "Afficher cette aide."
TITLES = {
    "ARGUMENTS_PANEL_TITLE": "Arguments",
    "OPTIONS_PANEL_TITLE": "Options",
    "COMMANDS_PANEL_TITLE": "Commandes",
    "REQUIRED_LONG_STRING": "[obligatoire]",
    "DEFAULT_STRING": "[défaut\u00a0: {}]",
}
MESSAGES = (
    (r"No such command '(.*?)'\.?(?: Did you mean (.*)\?)?$", "commande inconnue : {0}"),
    (r"Missing command\.", "il manque une commande"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", "argument en trop : {0}"),
)
"""What typer says of a usage error that has no class of its own → what we say."""


def french_app(description: str) -> typer.Typer:
    """Return a typer application whose help is in French."""
    return typer.Typer(
        name="bilan",
        help=description,
        cls=FrenchGroup,
        no_args_is_help=True,
        subcommand_metavar="COMMANDE [ARGUMENTS]…",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["--help", "-h"]},
    )


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
    """What commands and their group share: each of their words that a person reads."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, which our own parsers read."""
        parameters: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for parameter in parameters:
            kind = parameter.type_descriptor
            if parser := bool if kind.annotation is bool else kind.parameter_info.parser:
                parameter._runtime_param = Parsed(parser)  # noqa: SLF001  # typer has no other way
        return parameters

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with our words."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = HELP
        return option

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        pieces = pieces.replace("{", "").replace("}", "")
        formatter.write_usage(ctx.command_path, pieces, prefix=f"Usage{NBSP}: ")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help under our titles; of types, only the words that we chose."""
        from typer import rich_utils

        for name, text in TITLES.items():
            setattr(rich_utils, name, text)
        for command in (self, *getattr(self, "commands", {}).values()):
            command.help = spaced(command.help or "")
        for parameter in self.get_params(ctx):
            parameter.help = spaced(parameter.help or "")
            word = parameter.metavar if parameter.param_type_name == "option" else None
            parameter.display_type_rich = lambda word=word, **_: word
        super().format_help(ctx, formatter)  # type: ignore[misc]


class FrenchCommand(_French, TyperCommand):
    """A command whose help is in French."""


class FrenchGroup(_French, TyperGroup):
    """The group of the commands, its help in French."""


def usage_message(error: UsageError) -> str:
    """Return what was wrong in the words of the command line, and where the help is."""
    if isinstance(error, NoArgsIsHelpError):
        return ""
    command = error.ctx.command_path if error.ctx else "bilan"
    return spaced(f"erreur : {_what(error)}\naide : {command} --help\n")


def _what(error: UsageError) -> str:
    match error:
        case NoSuchOption():
            near = ", ".join(error.possibilities or ())
            return f"option inconnue : {error.option_name}" + (
                f" (peut-être {near})" if near else ""
            )
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
