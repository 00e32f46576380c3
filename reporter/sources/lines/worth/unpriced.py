"""Why a day has no price: what the missions say of its client and its date, what to write.

Knows names and dates. Never the columns of the table that the day stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import enumeration, euros_cents, short_date
from reporter.names import spelling, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from reporter.sources.lines.worth.missions import Mission, Missions

UNPRICED = "TJM inconnu"
FEW = 4
"""Missions of a client that are named in a refusal, at most."""
Names = tuple[str, str]
"""A client and a mission, the latter empty where the row says none."""


def no_rate(
    rates: set[Decimal],
    missions: Missions,
    names: Names,
    day: date | None,
    usual: str = "remplir TJM ou Montant HT, ou ",
) -> tuple[str, str]:
    """Return what is wrong where the missions give no rate, or several, and what to write.

    Args:
        rates: those that they give.
        missions: every rate agreed.
        names: those of the row.
        day: that of the row.
        usual: what to write elsewhere than among the missions.
    """
    if rates:
        several = enumeration([euros_cents(rate) for rate in sorted(rates)])
        return f"plusieurs TJM possibles : {several}", "dater ou nommer les missions"
    client, mission = names
    own = [known for known in missions.known if spelling(known.client) == spelling(client)]
    if (known := _known(own, mission, day)) or (known := _near(missions, client)):
        return UNPRICED, f"{usual}{known}"
    line = f"Client = {client}" + (f", Mission = {mission}" if mission else "")
    return UNPRICED, f"{usual}ajouter une ligne à la feuille Missions : {line}, TJM = …"


def _known(own: Sequence[Mission], mission: str, day: date | None) -> str:
    """Return what the missions of a client say, where none is that of a row; empty for nothing."""
    same = [known for known in own if spelling(known.mission) in ("", spelling(mission))]
    if same and day is not None:
        known = min(same, key=lambda it: abs((it.start - day).days))
        when = (
            f"qu’à partir du {short_date(known.start)}"
            if day < known.start
            else f"que jusqu’au {short_date(known.end)}"
        )
        return f"corriger Du ou Au dans la feuille Missions, dont le TJM ne vaut {when}"
    named = list(dict.fromkeys(known.mission for known in own if known.mission))
    if not named:
        return ""
    few = " ou ".join(f"« {name} »" for name in named[:FEW])
    return f"nommer l’une de ses missions de la feuille Missions, {few}, ou y en ajouter une"


def _near(missions: Missions, client: str) -> str:
    """Return the client of the missions whose name is nearest, where one has all its words."""
    its = set(words(client))
    names = dict.fromkeys(known.client for known in missions.known)
    near = [name for name in names if its <= (other := set(words(name))) or other <= its]
    if len(near) != 1 or not client:
        return ""
    return (
        f"écrire « {near[0]} » comme dans la feuille Missions, si c’est lui, ou y ajouter une ligne"
    )
