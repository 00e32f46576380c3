"""What is doubtful in what an export counts, or leaves aside: words, prices, approvals, invoices.

Knows entries. Never the lines that they make, nor when entries stand together: see `together`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import counted, euros_cents, quantity
from reporter.grouping import gathered
from reporter.model import ZERO
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.accidents.misplaced import no_name, odd_names
from reporter.sources.lines.crossed import doubted
from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.meaning.meanings import DOUBTED
from reporter.sources.lines.meaning.remarks import FEW, begun_small
from reporter.sources.lines.meaning.signs import currency_in, in_currency
from reporter.sources.lines.rows.blanks import FEWEST_LINES, omitted
from reporter.sources.lines.trackers.rates import rounded
from reporter.sources.lines.trackers.rows import NAMES, PRICES
from reporter.sources.lines.verdicts import Verdict
from reporter.sources.lines.written.counts import PRECISION
from reporter.words.bearing import is_absence
from reporter.words.fates import is_fate
from reporter.words.names import says_more
from reporter.words.remarks import is_harmless
from reporter.words.trackers import OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.sources.lines.trackers.entries import Entry, Left
    from reporter.sources.tables.trackers import Export
    from reporter.words.bearing import Bearing
    from reporter.words.columns import Field
    from reporter.words.trackers import Column

WHO: tuple[Column, ...] = ("client", "project", "worker")
WORDED: tuple[Column, ...] = (*NAMES, "worker")
NAMED: dict[Column, Field] = {"client": "client", "project": "mission"}
"""The columns of an export whose words are heard as those of a list of days are."""
WEAK: dict[Bearing, Bearing] = {"not sold": "maybe not sold", "target": "maybe target"}
"""What the words of an entry say, where they would refuse a line: a tracker is told otherwise."""
UNSOLD = ("maybe not sold", "again")
"""What the words of what was done say that may undo it."""
LEFT: dict[Verdict, tuple[str, str, Column]] = {
    Verdict.UNBILLED: ("non-facturable", "temps non facturable, laissé de côté", "billable"),
    Verdict.BREAK: ("pause", "pauses, laissées de côté", "type"),
    Verdict.ABSENCE: ("absence", "absence, laissée de côté", "type"),
    Verdict.NOTE: ("zeros", "saisies de durée nulle, laissées de côté", "duration"),
}
"""What to say of the rows that do not count: its code, what they are, and which cell says so."""


def said_of_left(
    export: Export, left: Mapping[int, Left], entries: Iterable[Entry]
) -> Iterator[Doubt]:
    """Yield what does not count: the rows and hours of each client, then the parts of rows."""
    groups = gathered(((one.verdict, one.client), row) for row, one in left.items())
    for (verdict, client), rows in groups.items():
        if verdict in LEFT:
            code, what, column = LEFT[verdict]
            hours = counted_in_hours([left[row].hours for row in rows])
            place = export.place(rows[0], column, "billed_hours", "project", "hours")
            shown = f"{client or 'sans client'} · {hours}"
            yield Doubt(code=code, what=what, place=place, shown=shown, about=client)
    if rests := [entry for entry in entries if entry.rest > 0]:
        code, what, _ = LEFT[Verdict.UNBILLED]
        place = export.place(rests[0].row, "billed_hours", "rounded")
        shown = counted_in_hours([entry.rest for entry in rests])
        yield Doubt(code=code, what=what, place=place, shown=shown)


def counted_in_hours(hours: Sequence[Fraction]) -> str:
    """Return how many entries, and what their hours add up to: 2 saisies, 7,5 h."""
    return f"{counted(len(hours), 'saisie', 'saisies')}, {in_hours(sum(hours, Fraction(0)))}"


def in_hours(hours: Fraction) -> str:
    """Return hours in French: 7,5 h."""
    return f"{quantity(rounded(hours, PRECISION))} h"


def doubts_of(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield what is doubtful in the entries that count: what they wait for, say, and cost."""
    yield from _pending(export, entries)
    yield from _perhaps_unsold(export, entries)
    yield from _by_missions(export, entries)
    for name in (*PRICES, "type") if len(entries) >= FEWEST_LINES else ():
        blank = [entry.row for entry in entries if is_blank(export.cell(entry.row, name))]
        if len(blank) == 1:
            yield omitted(export.place(blank[0], name), export.title(name))
    for name in WHO:
        cells = {entry.row: export.cell(entry.row, name) for entry in entries}
        odd = odd_names(set(cells.values()), coded=name == "project")
        yield from (no_name(export.place(row, name), it) for row, it in cells.items() if it in odd)


PENDING = {
    "invoice": ("pas-encore-facture", "facturable que le suivi ne dit pas facturé", "le facturer"),
    "approval": ("pas-approuve", "que le suivi ne dit pas approuvé", "le faire approuver"),
}
"""What time may wait for, which counts: its code, what it is, and what to write."""


def _pending(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the time that its tracker says is on no invoice yet, or approved by nobody: it counts.

    Harvest says the latter of all of it, where nobody uses its approvals.
    """
    uninvoiced = [entry for entry in entries if entry.invoiced is False]
    unapproved = [entry for entry in entries if entry.approved is False]
    if export.tracker.name == "Harvest" and len(unapproved) == len(entries):
        unapproved = []
    for out, columns, (code, said, fix) in (
        (uninvoiced, ("invoiced",), PENDING["invoice"]),
        (unapproved, export.approvals, PENDING["approval"]),
    ):
        if out:
            yield Doubt(
                code=code,
                what=f"temps {said} : il compte, au jour du travail",
                place=export.place(out[0].row, *columns),
                shown=counted_in_hours([entry.hours for entry in out]),
                fix=f"{fix}, ou le dire non facturable dans {export.source}",
                about=export.grid.name,
            )


def _perhaps_unsold(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the words of entries that may undo them, each text once: « annulé », « offert ».

    The work of an office is asked about where no row is said not to be billable: nothing told it.
    """
    seen: set[str] = set()
    odd = set(_odd_notes(export, entries))
    rows = range(export.top + 1, len(export.grid.rows))
    sorts = len({folded(shown(export.cell(row, "billable"))) for row in rows} - {""}) > 1
    for entry in entries:
        for name in WORDED:
            cell = entry.client if name == "client" else export.cell(entry.row, name)
            if not isinstance(cell, str) or cell in seen:
                continue
            seen.add(cell)
            said = bearing_in(NAMED.get(name, "mission"), cell)
            own = is_absence(cell) or is_fate(cell) or (OFFICE.match(folded(cell)) and not sorts)
            own = own or cell in odd or (name == "project" and says_more(cell))
            said = "maybe not sold" if own else WEAK.get(said, said)
            place, currency = export.place(entry.row, name), currency_in(cell)
            if currency:
                yield in_currency(currency, place)._replace(date=entry.day)
            elif said in (DOUBTED if name in NAMED else UNSOLD):
                fix = f"le dire non facturable dans {export.source} s’il ne compte pas"
                yield doubted(said, cell, place)._replace(fix=fix, date=entry.day)


def _odd_notes(export: Export, entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the few notes that say more than what was done, where others say that alone."""
    for name in set(NAMES) - NAMED.keys():
        texts = {it for entry in entries if isinstance(it := export.cell(entry.row, name), str)}
        more = [*filter(says_more, texts)]
        yield from more if len(more) <= FEW < len(texts) else ()
        yield from (it for it in begun_small(texts) if not is_harmless(it))


def _by_missions(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield what has the price of the missions, the tracker saying zero or another currency.

    Each is said once for each client: zero may be work that was offered.
    """
    for at, code, what, said, fix in (
        (
            "zero",
            "tarif-et-mission",
            "prix nul dans le suivi : c’est celui de la feuille Missions qui compte",
            "0,00 €, et ",
            f"s’il est offert, le dire non facturable dans {export.source} ; sinon, l’y écrire",
        ),
        (
            "foreign",
            "devise",
            "suivi dans une autre devise : le tarif de la feuille Missions est-il en euros ?",
            "",
            f"choisir l’euro dans {export.source} et exporter de nouveau",
        ),
    ):
        for first, names in _grouped(entry for entry in entries if getattr(entry.price, at)):
            place = export.place(first.row, getattr(first.price, at))
            shown = (
                f"{names} : {said}{euros_cents(first.price.rate or ZERO)} par jour dans Missions"
            )
            yield Doubt(code, what, place, shown, fix, about=first.client)


def _grouped(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Yield the first entry of each client, and what to call them all."""
    for client, its in gathered((it.client, it) for it in entries).items():
        yield its[0], f"{client} · {counted_in_hours([entry.hours for entry in its])}"
