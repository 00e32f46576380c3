"""The sheet of missions: the daily rate of a client, of one mission, from one day to another.

Knows which rate holds for a line that has none, what to write where none does, and the days signed.
Never how a row is read.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import Doubt
from reporter.french import enumeration, euros_cents, short_date
from reporter.grouping import gathered
from reporter.model import CENT, ZERO, Day, Signed, cents
from reporter.names import spelling, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from reporter.model import Line


UNPRICED = "TJM inconnu"
CLOSE = Decimal("0.05")
"""Euros by which the price of a day may differ from the one agreed: that of an hour is rounded."""
FEW = 4
"""Missions of a client that are named in a refusal, at most."""
Names = tuple[str, str]
"""A client and a mission, the latter empty where the row says none."""


class Unpriced(NamedTuple):
    """What is wrong where no rate is known, and what to write."""

    what: str
    fix: str


class Missions(NamedTuple):
    """Every rate agreed."""

    known: tuple[Signed, ...] = ()

    @property
    def signed(self) -> list[Signed]:
        """Return the days signed, in the order of the books."""
        return [known for known in self.known if known.days]

    def clients_of(self, name: str) -> set[str]:
        """Return the clients who have a mission of that name."""
        key = spelling(name)
        return {known.client for known in self.known if key and spelling(known.mission) == key}

    def has_client(self, name: str) -> bool:
        """Tell whether some mission is for that client."""
        return any(spelling(known.client) == spelling(name) for known in self.known)

    def rates(self, client: str, mission: str, day: date | None) -> set[Decimal]:
        """Return the rates that hold on a day: those of the very mission before the client's."""
        of_client = [
            known
            for known in self.known
            if spelling(known.client) == spelling(client)
            and day is not None
            and known.start <= day <= known.end
        ]
        exact = [known for known in of_client if spelling(known.mission) == spelling(mission)]
        whole = [known for known in of_client if not known.mission]
        return {known.rate for known in exact or whole or (of_client if not mission else [])}

    def rate(
        self, names: Names, day: date | None, usual: str = "remplir TJM ou Montant HT, ou "
    ) -> Decimal | Unpriced:
        """Return the one rate of a day, or what is wrong; `usual` is what else to write."""
        rates = self.rates(*names, day)
        if len(rates) == 1:
            return rates.pop()
        if rates:
            several = enumeration([euros_cents(rate) for rate in sorted(rates)])
            return Unpriced(f"plusieurs TJM possibles : {several}", "dater ou nommer les missions")
        client, mission = names
        own = [known for known in self.known if spelling(known.client) == spelling(client)]
        if known := _known(own, mission, day) or _near(self, client):
            return Unpriced(UNPRICED, f"{usual}{known}")
        line = f"Client = {client}" + (f", Mission = {mission}" if mission else "")
        fix = f"{usual}ajouter une ligne à la feuille Missions : {line}, TJM = …"
        return Unpriced(UNPRICED, fix)


def priced_otherwise(lines: Iterable[Line], missions: Missions) -> Iterator[Doubt]:
    """Yield the first day of each mission that bears another price than the one agreed."""
    days = [line for line in lines if isinstance(line, Day) and line.days] if missions.known else []
    for (client, mission), its in gathered(((it.client, it.mission), it) for it in days).items():
        for line in its:
            rates = missions.rates(client, mission, line.date)
            due = line.amount if line.rate is None else line.days * line.rate
            off = abs(due - line.days * min(rates, default=ZERO))
            if len(rates) != 1 or off <= max(2 * CENT, abs(line.days) * CLOSE):
                continue
            names = " · ".join(filter(None, (client, mission)))
            said, agreed = (euros_cents(it) for it in (cents(due / line.days), *rates))
            what = (
                "prix autre que celui de la feuille Missions : c’est celui de la ligne qui compte"
            )
            shown = f"{names} : {said} par jour, et {agreed} dans Missions"
            fix = "corriger l’un des deux"
            yield Doubt("tarif-et-mission", what, line.place, shown, fix, about=client)
            break


def _known(own: Sequence[Signed], mission: str, day: date | None) -> str:
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
    names = dict.fromkeys(known.client for known in missions.known)
    near = [name for name in names if within(name, client)]
    if len(near) != 1 or not client:
        return ""
    return (
        f"écrire « {near[0]} » comme dans la feuille Missions, si c’est lui, ou y ajouter une ligne"
    )
