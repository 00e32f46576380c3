"""A scenario beside the year that it is compared with.

Knows which figures may be compared. Never how they look, nor files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.assumptions import Assumptions
from reporter.scenarios.applying import apply, refuse_nonsense

if TYPE_CHECKING:
    from reporter.figures import Figures
    from reporter.scenarios.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What was asked, from which case, and what it comes to.

    Attributes:
        asked: the assumptions.
        name: its name in the settings, if it has one.
        real: the real year that it starts from, as reported.
        before: the case before any assumption.
        after: the case with the assumptions.
    """

    asked: Assumptions
    name: str = ""
    real: Case
    before: Case
    after: Case

    @property
    def changes(self) -> bool:
        """Tell whether the scenario differs from the real year by anything at all."""
        return self.before.carried or self.asked != Assumptions()

    @property
    def reference(self) -> Figures:
        """Return the real year, to be compared with.

        The accountant's figures are known for the real year alone: beside a scenario that
        changes anything, the reference too is estimated from the books.
        """
        return (self.real.estimated if self.changes else self.real).figures

    @property
    def figures(self) -> Figures:
        """Return the figures of the scenario."""
        return self.after.figures


def imagined(real: Case, before: Case, asked: Assumptions, name: str = "") -> Scenario:
    """Return the scenario of a case.

    Raises:
        BilanError: where the assumptions make no sense in it.
    """
    after = apply(before, asked)
    refuse_nonsense(before, after)
    return Scenario(asked=asked, name=name, real=real, before=before, after=after)
