"""`bilan schema`: what bilan.toml may hold, and what the commands print as JSON, for a program."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from reporter.cli.completion.words import one_of
from reporter.cli.french_typer import command
from reporter.cli.options import among
from reporter.schemas import NAMES


@command(
    "schema",
    ("bilan schema > .bilan/reglages.schema.json", "renouveler celui que bilan.toml nomme"),
    ("bilan schema show", "ce que dit « bilan show 2020 --json »"),
)
def schema(
    nom: Annotated[
        str,
        typer.Argument(
            parser=among(NAMES),
            metavar="NOM",
            help="reglages ; ou show, explain, check, fec (check --fec), scenario, net, reconcile, "
            "compare, "
            "verify.",
            autocompletion=one_of(NAMES),
        ),
    ] = NAMES[0],
) -> None:
    """Écrire un schéma JSON : les réglages pour un éditeur, un résultat pour un programme."""
    from reporter import schemas

    sys.stdout.write(schemas.schema(nom).decode())
