"""The annex of a page, in which each figure of the page is explained down to its lines.

Knows which figures the page shows, and those that they are made of. Never how one is computed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reporter.formats.report import html
from reporter.formats.report.links import Links
from reporter.formats.report.page import filled
from reporter.leaves import Lacking, Sum
from reporter.metrics import next_year
from reporter.tables.explained.beside import received_in
from reporter.tables.explained.explanation import Source, explained, known, source_of
from reporter.tables.explained.lines import lines
from reporter.tables.explained.names import renamed
from reporter.tables.explained.sentences import Titles, sentences, title
from reporter.tables.explained.tables import rules, spreads, terms

if TYPE_CHECKING:
    from reporter.figures import Bilan
    from reporter.formats import Files
    from reporter.formats.report.page import Report
    from reporter.making import Figure
    from reporter.tables.explained.explanation import Explanation
    from reporter.tables.table import Table


class Proof(NamedTuple):
    """A figure of the annex: where it stands, what is said of it, its tables."""

    anchor: str
    title: str
    sentences: list[str]
    tables: list[Table]


def render(report: Report) -> Files:
    """Return `bilan-2020.html`, whose figures are links, and `bilan-2020-preuves.html`."""
    proofs = Proofs(report.bilan)
    links = Links(f"{report.name}-preuves.html", proofs.has)
    page = html.render(replace(report, proofs=links))
    templates = html.page_environment(report.bilan.settings.templates, Links("", proofs.has))
    context = {
        "exercice": report.context["exercice"],
        "societe": report.context["societe"],
        "preuves": proofs.of(list(links.taken)),
        "retour": f"{report.name}.html",
        "style": html.style(templates, proofs=True),
    }
    return {**page, links.page: filled(templates, "preuves.html.j2", context).encode()}


@dataclass(frozen=True)
class Proofs:
    """The explanations of the figures of a bilan, each under a name: « 2020.tjm »."""

    bilan: Bilan

    @cached_property
    def sources(self) -> dict[int, Source]:
        """Return each year of the bilan with the one before it, and the year to come."""
        bilan, coming = self.bilan, next_year(self.bilan)
        reference = () if bilan.reference is None else (bilan.reference,)
        sides = () if bilan.received is None else bilan.received.sides
        beside = {side.year.number: received_in(side) for side in sides}
        found = {
            year.year.number: Source(
                year, bilan.before(year), bilan.settings, beside=beside.get(year.year.number, {})
            )
            for year in (coming, *reference, *bilan.earlier)
        }
        return {**found, bilan.figures.year.number: source_of(bilan)}

    @cached_property
    def names(self) -> dict[int, list[str]]:
        """Return what can be explained in each year."""
        return {number: list(known(source)) for number, source in self.sources.items()}

    @cached_property
    def titles(self) -> dict[int, Titles]:
        """Return what the figures of each year are called."""
        return {number: Titles(source) for number, source in self.sources.items()}

    def has(self, anchor: str) -> bool:
        """Tell whether a figure can be explained."""
        number, name = self._split(anchor)
        return name in self.names.get(number, ())

    def of(self, anchors: list[str]) -> list[Proof]:
        """Return the proofs of figures, then those of the figures that they are made of."""
        found: dict[str, Proof] = {}
        left = list(anchors)
        while left:
            anchor = left.pop(0)
            if anchor not in found:
                number, name = self._split(anchor)
                one = explained(self.sources[number], name)
                found[anchor] = self._proof(anchor, one)
                left += self._below(one)
        return [found[anchor] for anchor in sorted(found, key=self._order)]

    def _order(self, anchor: str) -> tuple[bool, int, int]:
        """Return what sorts figures: the page's year, the last one, then as they are listed."""
        number, name = self._split(anchor)
        aside = number != self.bilan.figures.year.number
        return aside, -number, self.names[number].index(name)

    def _split(self, anchor: str) -> tuple[int, str]:
        """Return the year and the name of a figure, as the legal form of the year has it."""
        year, _, name = anchor.partition(".")
        source = self.sources.get(int(year))
        return int(year), name if source is None else renamed(name, source.figures)

    def _anchor(self, figure: Figure) -> str:
        anchor = f"{figure.year}.{self.titles[figure.year].of(figure)[0]}"
        return anchor if self.has(anchor) else ""

    def _below(self, one: Explanation) -> list[str]:
        """Return the names of the figures that one shows among its terms, two levels deep."""
        if one.figure is None:
            return []
        table = terms(one.figure, self.titles[one.figure.year], self._anchor)
        return [row[-1].of for row in table.rows if row[-1].of]

    def _proof(self, anchor: str, one: Explanation) -> Proof:
        """Return what the annex says of a figure; the lines stand under the sums of lines alone."""
        figure, tables = one.figure, []
        if figure is not None:
            own = self.titles[figure.year]
            tables = [terms(figure, own, self._anchor), rules(one, figure, own)]
            if isinstance(figure.leaf, Sum | Lacking):
                tables.append(lines(figure, own, every=True))
            elif spreads(figure):
                tables.append(lines(figure, own, every=False))
        shown = [table for table in tables if table.rows]
        return Proof(anchor, title(one), sentences(one), shown)
