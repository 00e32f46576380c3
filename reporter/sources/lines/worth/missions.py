"""The sheet of missions: the daily rate of a client, of one mission, from one day to another.

Knows which rate holds for a line that has none, what to write where none does, and the days signed.
Never how a line is read.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import Doubt
from reporter.french import counted, days, enumeration, euros_cents, quantity, short_date
from reporter.grouping import gathered
from reporter.model import CENT, ZERO, Day, Signed, cents
from reporter.names import spelling, within
from reporter.sources.lines.cells import Problem, read_cells
from reporter.sources.lines.meaning.amounts_beside import discounts
from reporter.sources.lines.meaning.signs import currencies
from reporter.sources.lines.owners import owners
from reporter.sources.lines.rows.aside import set_aside, worded_ranks
from reporter.sources.lines.verdicts import TableReading, Verdict
from reporter.sources.lines.worth.drafts import drafts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.errors import BadCell
    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.worth.drafts import Draft
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Field


UNPRICED = "TJM inconnu"
TIMES = 5
"""Times all other rates at which one has a zero too many, or too few."""
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
        """Return the one rate that holds on a day; `usual` says what to write beside the missions.

        Where none holds, or several, that is what is wrong.
        """
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


def read_missions(table: Table) -> tuple[list[Signed], TableReading]:
    """Return the rates of a sheet of missions, and what became of its rows."""
    cells = read_cells(table)
    aside = set_aside(cells, worded_ranks(cells))
    known: list[Signed] = []
    errors: list[BadCell] = []
    reduced, odd = dict(discounts(cells)), [doubt for _, doubt in currencies(cells)]
    verdicts = {table.top: Verdict.HEADER}
    for rank, draft in enumerate(drafts_of(cells, range(len(cells.rows)))):
        if rank in aside:
            if (verdict := aside[rank].verdict) is not None:
                verdicts[draft.row] = verdict
            continue
        found = list(cells.mistakes.get(rank, ()))
        if not found:
            problems = [reduced[rank]] if rank in reduced else _problems(draft)
            found = [cells.mistake(rank, problem) for problem in problems]
        errors += found
        verdicts[draft.row] = Verdict.REFUSED if found else Verdict.LINE
        if not found and draft.rate is not None:
            since, until = draft.start or date.min, draft.end or date.max
            place = cells.place(rank, "planned" if draft.planned else "client")
            one = Signed(
                client=draft.client, rate=draft.rate, mission=draft.mission, start=since, end=until,
                days=draft.planned or ZERO, place=place,
            )  # fmt: skip
            known.append(one)
    left, wrong, _ = owners(cells, set(range(len(cells.rows))) - aside.keys())
    told = (it.doubt for it in aside.values() if it.doubt is not None)
    said = (*told, *odd, *_twins(known), *_unlike(cells, verdicts))
    reading = TableReading(verdicts=verdicts, left=left, errors=(*wrong, *errors), doubts=said)
    return known, reading


def _problems(draft: Draft) -> Iterator[Problem]:
    """Yield what a row lacks, or what its days signed cannot be."""
    if not draft.client or not draft.rate:
        lacks: Field = "rate" if draft.client else "client"
        yield Problem(lacks, "cellule vide", fix="remplir Client et TJM")
        return
    if draft.rate < ZERO:
        yield Problem("rate", "TJM négatif", shown=quantity(draft.rate), fix="ôter le signe moins")
    if not draft.planned:
        return
    start, end = draft.start, draft.end
    if draft.planned < 0:
        fix = "écrire combien de jours la mission prévoit, ou effacer la cellule"
        yield Problem("planned", "jours prévus négatifs", shown=quantity(draft.planned), fix=fix)
    elif start is None or end is None:
        fix = "remplir Du et Au : les jours prévus se répartissent entre ces deux dates"
        yield Problem("planned", "jours prévus sans période", quantity(draft.planned), fix)
    elif end < start:
        fix = "écrire dans Au une date qui suit celle de Du"
        yield Problem("end", "période qui finit avant de commencer", short_date(end), fix)
    elif draft.planned > (length := (end - start).days + 1):
        shown = f"{quantity(draft.planned)} pour {counted(length, 'jour', 'jours')} de calendrier"
        fix = "corriger le nombre ou les dates ; à plusieurs, une ligne par intervenant"
        yield Problem("planned", "plus de jours prévus que la période n’en a", shown, fix)


def _twins(known: Sequence[Signed]) -> Iterator[Doubt]:
    """Yield the days signed that a row above has signed already, word for word."""
    for rank, mission in enumerate(known):
        if mission.days and mission in known[:rank]:
            yield Doubt(
                code="doublon",
                what="jours prévus deux fois, de la même mission aux mêmes dates",
                place=mission.place,
                shown=f"{mission.client}, {days(mission.days, 'prévu')}",
                fix="effacer l’une des deux lignes, ou nommer deux missions",
                date=mission.start,
            )


def _unlike(cells: Cells, verdicts: Mapping[int, Verdict]) -> Iterator[Doubt]:
    """Yield the rates that are five times all others, or a fifth of them."""
    lines = [rank for rank, row in enumerate(cells.rows) if verdicts.get(row) is Verdict.LINE]
    rates = cells.of("rate")
    for rank in lines:
        others = [rates[other] for other in lines if other != rank]
        if others and not min(others) / TIMES < rates[rank] < max(others) * TIMES:
            what, text = "un TJM loin de tous les autres", euros_cents(rates[rank])
            odd = cells.doubt("tarif-etrange", what, rank, "rate", text, "vérifier les zéros")
            yield odd._replace(about=cells.of("client")[rank])


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
