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
from reporter.sources.tables.titles import WHO_WORKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from reporter.model import Line


UNPRICED = "TJM inconnu"
CLOSE = Decimal("0.05")
"""Euros by which the price of a day may differ from the one agreed: that of an hour is rounded."""
FEW = 4
"""Missions of a client that are named in a refusal, at most."""
SEVERAL = "dater les missions, les nommer, ou dire leur Intervenant"


class Names(NamedTuple):
    """Whose a row is: a client, a mission and who works, empty where it does not say."""

    client: str
    mission: str = ""
    worker: str = ""


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

    def rates(self, names: Names, day: date | None) -> set[Decimal]:
        """Return the rates that hold on a day.

        Those of the very mission come before the client's, those of who works before all others'.
        """
        held = [it for it in self._of(names) if day is not None and it.start <= day <= it.end]
        exact = [known for known in held if spelling(known.mission) == spelling(names.mission)]
        whole = [known for known in held if not known.mission]
        found = exact or whole or (held if not names.mission else [])
        own = [known for known in found if names.worker and known.worker]
        return {known.rate for known in own or found}

    def _of(self, names: Names) -> list[Signed]:
        """Return the rates agreed with a client, but for those of others than who works."""
        client, workers = spelling(names.client), {"", spelling(names.worker)}
        own = [known for known in self.known if spelling(known.client) == client]
        return [it for it in own if not names.worker or spelling(it.worker) in workers]

    def rate(
        self, names: Names, day: date | None, usual: str = "remplir TJM ou Montant HT, ou "
    ) -> Decimal | Unpriced:
        """Return the one rate of a day, or what is wrong; `usual` is what else to write."""
        rates = self.rates(names, day)
        if len(rates) == 1:
            return rates.pop()
        if rates:
            several = enumeration([euros_cents(rate) for rate in sorted(rates)])
            theirs = not names.worker and any(known.worker for known in self._of(names))
            return Unpriced(
                f"plusieurs TJM possibles : {several}", WHO_WORKED if theirs else SEVERAL
            )
        if known := _known(self._of(names), names.mission, day) or _near(self, names.client):
            return Unpriced(UNPRICED, f"{usual}{known}")
        own = names if any(known.worker for known in self.known) else names._replace(worker="")
        said = zip(("Client", "Mission", "Intervenant"), own, strict=True)
        line = ", ".join(f"{label} = {name}" for label, name in said if name or label == "Client")
        fix = f"{usual}ajouter une ligne à la feuille Missions : {line}, TJM = …"
        return Unpriced(UNPRICED, fix)


def priced_otherwise(lines: Iterable[Line], missions: Missions) -> Iterator[Doubt]:
    """Yield the first day of each mission that bears another price than the one agreed."""
    days = [line for line in lines if isinstance(line, Day) and line.days] if missions.known else []
    works = gathered((Names(it.client, it.mission, it.worker), it) for it in days)
    for work, its in works.items():
        for line in its:
            rates = missions.rates(work, line.date)
            due = line.amount if line.rate is None else line.days * line.rate
            off = abs(due - line.days * min(rates, default=ZERO))
            if len(rates) != 1 or off <= max(2 * CENT, abs(line.days) * CLOSE):
                continue
            names = " · ".join(filter(None, work[:2]))
            said, agreed = (euros_cents(it) for it in (cents(due / line.days), *rates))
            what = (
                "prix autre que celui de la feuille Missions : c’est celui de la ligne qui compte"
            )
            shown = f"{names} : {said} par jour, et {agreed} dans Missions"
            fix = "corriger l’un des deux"
            yield Doubt("tarif-et-mission", what, line.place, shown, fix, about=work.client)
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
    if len(near) != 1 or not client or missions.has_client(client):
        return ""
    return (
        f"écrire « {near[0]} » comme dans la feuille Missions, si c’est lui, ou y ajouter une ligne"
    )
