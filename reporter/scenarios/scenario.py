"""A scenario beside the year that it is compared with.

Knows which figures may be compared. Never how they look, nor files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.assumptions import Assumptions
from reporter.scenarios.applying import apply, refuse_nonsense
from reporter.scenarios.case import real_case, start

if TYPE_CHECKING:
    from reporter.figures import Figures
    from reporter.model import Activity
    from reporter.scenarios.case import Case
    from reporter.settings import Settings


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


def scenario(
    activity: Activity, settings: Settings, number: int, asked: Assumptions, name: str = ""
) -> Scenario:
    """Return a scenario of a year of the books, or of a year after them.

    Raises:
        BilanError: where the year is unknown, or where the assumptions make no sense in it.
    """
    real = real_case(activity, settings, number)
    return imagined(real, start(real, number), asked, name)


def imagined(real: Case, before: Case, asked: Assumptions, name: str = "") -> Scenario:
    """Return the scenario of a case.

    Raises:
        BilanError: see `scenario`.
    """
    after = apply(before, asked)
    refuse_nonsense(before, after)
    return Scenario(asked=asked, name=name, real=real, before=before, after=after)
